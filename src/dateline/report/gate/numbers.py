"""Every number of a line must be in the cited words: value, unit, hedge and what is counted."""

import re
from dataclasses import replace

from dateline.records import Span
from dateline.report import quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.counted import measures, noun
from dateline.report.gate.deeds import deed
from dateline.report.gate.ideas import idea
from dateline.report.gate.names import referents
from dateline.report.gate.speakers import anew
from dateline.report.gate.voices import voices
from dateline.report.quantities import Quantity
from dateline.report.words import keys, stem, tokens

PARTIES = (("sid",), ("party",), ("camp",))
"""What "the two" may be without anybody having counted them."""
BASES = {"week": (7.0, "day"), "decade": (10.0, "year")}
VERBATIM = 4  # words on either side of a number that tell what befell those whom it counts
OF = ("of", "de", "des", "sur")


def supported(basis: Basis) -> str | None:
    """The rule: each quantity outside a date has its equal in a cited span."""
    skipped = (*date_spans(basis.text), *_agencies(basis), *_speakers(basis))
    found = [
        q
        for q in quantities.find(basis.text)
        if not any(s.start <= q.start < s.end for s in skipped)
    ]
    reasons = (_check(basis, quantity) for quantity in found)
    return next((r for r in reasons if r), None) or _in_order(basis, found)


def _in_order(basis: Basis, found: list[Quantity]) -> str | None:
    """In a line that follows its source closely, numbers can't have changed places."""
    if not basis.close:
        return None
    found = [q for q in found if basis.home(basis.parts[q.first]) is basis.best]
    if basis.tolerant:
        found = [q for q in found if not (_is_pronoun(basis, q) or _in_a_word(basis, q))]
        found = [q for q in found if not _parted(basis, q, basis.best)]
    left = list(_of(basis.best))
    for quantity in found:
        at = next((i for i, q in enumerate(left) if _same_value(quantity, q)), None)
        if at is None:
            words = basis.text[quantity.start : quantity.end]
            return f"“{words}” belongs to another part of the cited words."
        told = left[:at] if _named_there(quantity, left[at], left) else []
        left = [*told, *left[at + 1 :]]
    return None


def _named_there(wanted: Quantity, found: Quantity, every: list[Quantity]) -> bool:
    """True if a number has the noun, or the unit, that only it has in the source, so that order
    tells nothing.
    """
    if wanted.unit and [q.unit for q in every].count(wanted.unit) == 1:
        return wanted.unit == found.unit
    own, there = ([idea(n) for n in q.nouns[:1]] for q in (wanted, found))
    return bool(own) and own == there and sum(idea(own[0]) in q.nouns[:1] for q in every) == 1


def _speakers(basis: Basis) -> list[Span]:
    """Where the line names who speaks ("the two heads of state"), which ``speakers`` judges."""
    found = [v.positions for v in voices(basis.text)]
    return [Span(basis.words[p[0]].start, basis.words[p[-1]].end) for p in found if anew(basis, p)]


def _agencies(basis: Basis) -> list[Span]:
    """Where the line names the agency it cites, which may have a number in its name."""
    text = basis.text.casefold()
    names = {(h.sheet.dispatch.agency or "").casefold() for h in basis.holds} - {""}
    found = (re.search(rf"{re.escape(name)}(?!\w)", text) for name in sorted(names))
    return [Span(*match.span()) for match in found if match]


def _check(basis: Basis, wanted: Quantity) -> str | None:
    words = basis.text[wanted.start : wanted.end]
    if wanted.value == 2 and wanted.hedge == "exact" and wanted.nouns[:1] in PARTIES:
        return None
    if wanted.value is None and keys(words) <= frozenset().union(*map(referents, basis.holds)):
        return None
    if basis.tolerant and (_is_pronoun(basis, wanted) or _in_a_word(basis, wanted)):
        return None
    reasons: list[str] = []
    for hold in basis.holds:
        for found in _of(hold):
            if not _same_value(wanted, found):
                continue
            reason = _differs(wanted, found, words)
            if reason and _differs(_whole(basis, wanted), found, words) is None:
                reason = None
            reason = reason or _counted(basis, wanted, hold, found)
            if reason is None:
                return None
            reasons.append(reason)
    return reasons[0] if reasons else f"“{words}” is not in the cited words."


def _whole(basis: Basis, wanted: Quantity) -> Quantity:
    """A number with the unit that it shares with one before: "offered three percent, while the
    union wants seven".
    """
    if wanted.unit or wanted.nouns or not basis.tolerant:
        return wanted
    before = [q.unit for q in quantities.find(basis.text) if q.first < wanted.first]
    return replace(wanted, unit=before[-1]) if before else wanted


def _is_pronoun(basis: Basis, wanted: Quantity) -> bool:
    """True for the "one" of "one of its officials", "one another", where nothing is counted."""
    after = [t.fold for t in basis.words[wanted.last + 1 : wanted.last + 3]]
    one = basis.words[wanted.first].fold == "one" and wanted.first == wanted.last
    return one and (after[:1] == ["another"] or (after[:1] == ["of"] and wanted.hedge == "exact"))


def _in_a_word(basis: Basis, wanted: Quantity) -> bool:
    """True for the two people of a couple and the hundred years of a century."""
    there = {t.fold for t in basis.home(basis.parts[wanted.first]).words}
    if wanted.hedge != "exact":
        return False
    if wanted.value == 2 and wanted.nouns[:1] == (stem("people"),):
        return "couple" in there
    return wanted.value == 100 and wanted.unit == "year" and "century" in there


def _of(hold: Hold) -> tuple[Quantity, ...]:
    """Quantities of the whole cited sentence: a hedge just outside the cited span still counts."""
    text = hold.sheet.shown[hold.wide.start : hold.wide.end]
    cited = Span(
        hold.citation.span.start - hold.wide.start, hold.citation.span.end - hold.wide.start
    )
    dates = date_spans(text)
    found = (q for q in quantities.find(text) if cited.start <= q.start and q.end <= cited.end)
    outside = [q for q in found if not any(d.start <= q.start < d.end for d in dates)]
    return tuple(_converted(text, q, outside[:n]) for n, q in enumerate(outside))


def _converted(text: str, quantity: Quantity, before: list[Quantity]) -> Quantity:
    """A measure in brackets with the hedge of the one that it repeats in another unit: "some 7
    kilometers (4 miles)".
    """
    bracketed = text[: quantity.begins].endswith("(")
    if not bracketed or not before or not (quantity.unit and before[-1].unit):
        return quantity
    near = len(tokens(text[before[-1].end : quantity.begins])) <= 1
    exact = quantity.hedge == "exact"
    return replace(quantity, hedge=before[-1].hedge) if near and exact else quantity


def _same_value(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and a.kind == b.kind
    return a.value == b.value or (_in_base(a) == _in_base(b) and a.unit != b.unit)


def _in_base(quantity: Quantity) -> tuple[float | None, str | None]:
    """A quantity in days or years, if it is given in weeks or decades."""
    factor, unit = BASES.get(quantity.unit or "", (1.0, quantity.unit))
    return (quantity.value or 0.0) * factor, unit


def _differs(wanted: Quantity, found: Quantity, words: str) -> str | None:
    if wanted.hedge != found.hedge:
        return _hedged(wanted.hedge, found.hedge, words)
    if "age" in (wanted.unit, found.unit) and _may_be_age(wanted) and _may_be_age(found):
        return None
    if (
        wanted.unit != found.unit
        and _in_base(wanted) != _in_base(found)
        and (wanted.unit or not _is_count(wanted))
    ):
        return f"“{words}” has the unit {wanted.unit}; the source says {found.unit}."
    if found.unit and wanted.unit is None:
        return f"“{words}” has lost its unit, {found.unit}."
    return None


def _may_be_age(quantity: Quantity) -> bool:
    return quantity.unit in ("age", "year", None)


def _hedged(own: str, there: str, words: str) -> str:
    if own == "exact":
        return f"“{words}” leaves out the source's “{there}”."
    if there == "exact":
        return f"“{words}” is hedged (“{own}”); the source's figure is not."
    return f"“{words}” is hedged “{own}”; the source says “{there}”."


def _is_count(quantity: Quantity) -> bool:
    return quantity.unit is None and bool(quantity.nouns)


def _counted(basis: Basis, wanted: Quantity, hold: Hold, found: Quantity) -> str | None:
    """What the line counts, and what befell it, must be what the source has there."""
    words = basis.text[wanted.start : wanted.end]
    total = _of_total(basis.text, wanted)
    if total != _of_total(hold.prose, found) and not (total and _parted(basis, wanted, hold)):
        return f"“{words}” is a part where the source has a total, or the other way round."
    return noun(wanted, hold, found, words) or _deed(basis, wanted, hold, found, words)


def _of_total(text: str, quantity: Quantity) -> bool:
    """True for the second number of "seven of (the) eleven"."""
    before = list(tokens(text)[max(0, quantity.first - 4) : quantity.first])
    while before and before[-1].fold in ("the", "les", "all", "its", "their", "his", "her"):
        before.pop()
    dates = date_spans(text)
    earlier = {
        q.last for q in quantities.find(text)
        if not q.kind.startswith("ordinal")
        and not any(d.start <= q.start < d.end for d in dates)
    }  # fmt: skip
    return (
        bool(before)
        and before[-1].fold in OF
        and quantity.first - 1 > 0
        and any(quantity.first - 4 <= last < quantity.first - 1 for last in earlier)
    )


def _parted(basis: Basis, wanted: Quantity, hold: Hold) -> bool:
    """True for "three of the nine" where the source has "nine ..., three of them"."""
    parts = [q for q in quantities.find(basis.text) if q.last < wanted.first][-1:]
    return any(
        _same_value(part, q) and [t.fold for t in hold.words[q.last + 1 : q.last + 2]] == ["of"]
        and {t.fold for t in hold.words[q.last + 2 : q.last + 3]} & {"them", "whom", "which"}
        for part in parts for q in _of(hold)
    )  # fmt: skip


def _deed(basis: Basis, wanted: Quantity, hold: Hold, found: Quantity, words: str) -> str | None:
    told = None if wanted.unit else deed(basis.text, wanted)
    measured, read = measures(hold, found), deed(hold.prose, found)
    known = measured | {read} if read == "casualties" else measured or {read}
    if told not in known and _told_of(hold, wanted, told):
        return f"“{words}” stands for others in the source than those {told}."
    if told is None or known == {None} or told in known:
        return None
    if told == read and _as_there(basis, wanted, hold, found):
        return None
    source = ", ".join(sorted(filter(None, known)))
    return f"“{words}” is told as {told}; the source says {source}."


def _as_there(basis: Basis, wanted: Quantity, hold: Hold, found: Quantity) -> bool:
    """True if the words on both sides of a number are those of the source, in its order."""
    before = min(VERBATIM, wanted.first, found.first)
    own = basis.ideas[wanted.first - before : wanted.last + VERBATIM + 1]
    there = hold.ideas[found.first - before : found.last + VERBATIM + 1]
    return before > 0 and [i for i in own if i] == [i for i in there if i]


def _told_of(hold: Hold, wanted: Quantity, told: str | None) -> bool:
    """True if the reader found a figure of this value and measure in the cited sentences."""
    return wanted.value is not None and any(
        f.measure == told and f.span.overlaps(hold.wide) and f.value == wanted.value
        for f in hold.sheet.reading.figures
    )
