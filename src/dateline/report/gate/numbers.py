"""Every number of a line must be in the cited words: value, unit, hedge and what is counted."""

import re

from dateline.records import Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.dates import date_spans
from dateline.report.gate.names import referents
from dateline.report.gate.speakers import anew, attributions
from dateline.report.quantities import Quantity
from dateline.report.words import is_function, keys, stem

MEASURE_KEYS = frozenset(stem(measure) for measure in CORE_MEASURES)
"""Words for what befell those counted: they stand before the number as often as after it."""

COMMON = frozenset(stem(w) for w in ["people", "person", "others", "dead"])
WINDOW = 8  # words on either side of a number that can name what it counts


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
    if not basis.close or len(basis.holds) > 1:
        return None
    left = list(_of(basis.best))
    for quantity in found:
        at = next((i for i, q in enumerate(left) if _same_value(quantity, q)), None)
        if at is None:
            words = basis.text[quantity.start : quantity.end]
            return f"“{words}” belongs to another part of the cited words."
        left = left[at + 1 :]
    return None


def _speakers(basis: Basis) -> list[Span]:
    """Where the line names who speaks ("the two heads of state"), which ``speakers`` judges."""
    found = [a.positions for a in attributions(basis)]
    return [Span(basis.words[p[0]].start, basis.words[p[-1]].end) for p in found if anew(basis, p)]


def _agencies(basis: Basis) -> list[Span]:
    """Where the line names the agency it cites, which may have a number in its name."""
    text = basis.text.casefold()
    names = {(h.sheet.dispatch.agency or "").casefold() for h in basis.holds} - {""}
    found = (re.search(rf"{re.escape(name)}(?!\w)", text) for name in sorted(names))
    return [Span(*match.span()) for match in found if match]


def _check(basis: Basis, wanted: Quantity) -> str | None:
    words = basis.text[wanted.start : wanted.end]
    if wanted.value is None and keys(words) <= frozenset().union(*map(referents, basis.holds)):
        return None
    reasons: list[str] = []
    for hold in basis.holds:
        for found in _of(hold):
            if not _same_value(wanted, found):
                continue
            reason = _differs(wanted, found, words) or _counted(basis, wanted, hold, found)
            if reason is None:
                return None
            reasons.append(reason)
    return reasons[0] if reasons else f"“{words}” is not in the cited words."


def _of(hold: Hold) -> tuple[Quantity, ...]:
    """Quantities of the whole cited sentence: a hedge just outside the cited span still counts."""
    text = hold.sheet.shown[hold.wide.start : hold.wide.end]
    cited = Span(
        hold.citation.span.start - hold.wide.start, hold.citation.span.end - hold.wide.start
    )
    dates = date_spans(text)
    found = (q for q in quantities.find(text) if cited.start <= q.start and q.end <= cited.end)
    return tuple(q for q in found if not any(d.start <= q.start < d.end for d in dates))


def _same_value(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and a.kind == b.kind
    return a.value == b.value


def _differs(wanted: Quantity, found: Quantity, words: str) -> str | None:
    if wanted.hedge != found.hedge:
        return f"“{words}” is hedged as {wanted.hedge!r}; the source says {found.hedge!r}."
    if wanted.unit != found.unit and (wanted.unit or not _is_count(wanted)):
        return f"“{words}” has the unit {wanted.unit}; the source says {found.unit}."
    if found.unit and wanted.unit is None:
        return f"“{words}” has lost its unit, {found.unit}."
    return None


def _is_count(quantity: Quantity) -> bool:
    return quantity.unit is None and bool(quantity.nouns)


def _counted(basis: Basis, wanted: Quantity, hold: Hold, found: Quantity) -> str | None:
    """The word after the number must be what the source counts there."""
    if not wanted.nouns or wanted.unit:
        return None
    noun = wanted.nouns[0]
    near = _near(hold, found)
    if noun in near or noun in COMMON or noun in _populations(hold, found):
        return None
    words = basis.text[wanted.start : wanted.end]
    return f"“{words}” counts “{noun}”, which the source does not."


def _near(hold: Hold, found: Quantity) -> frozenset[str]:
    """Stems around a number of the source: those up to the next number, and measures before it."""
    after = []
    for token in hold.words[found.last + 1 : found.last + 1 + WINDOW]:
        if token.text[:1].isdigit():
            break
        if not is_function(token):
            after.append(token.key)
    before = [t.key for t in hold.words[max(0, found.first - WINDOW) : found.first]]
    return frozenset(after) | (frozenset(before) & MEASURE_KEYS)


def _populations(hold: Hold, found: Quantity) -> frozenset[str]:
    """What the reader says is counted by the figure at this place."""
    kept: set[str] = set()
    start = hold.wide.start + found.start
    for figure in hold.sheet.reading.figures:
        if figure.span.start <= start < figure.span.end:
            kept |= keys(f"{figure.population or ''} {figure.measure}")
    return frozenset(kept)
