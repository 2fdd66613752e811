"""What one line tells and another tells again, by what kind of thing it is: a claim that is borne
out by a quotation, a toll, who owns up to a deed. And where a line is set, and whom it names.
"""

from datetime import date

from dateline.records import Figure, Place
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.choosing.facts import quoted
from dateline.report.choosing.turns import brings_a_turn
from dateline.report.lines.drafts import Draft
from dateline.report.lines.likeness import STEM, contained, elsewhere, numbers
from dateline.report.vocabulary import is_known
from dateline.report.words import count, keys, tokens

CLAIMED = keys("claimed responsibility")
CLOSE = 2  # sentences between a statement and the quotation that bears it out
SHORT = 22  # words of one that brings nothing of its own
MOSTLY = 0.4  # of its words are quoted
LEAST_TOLL = 9  # up to which two tolls can well be the same by chance
TOLD_AGAIN = 0.25  # of the smaller sentence's words, beside the same toll of another dispatch
ROUGHLY = 0.02
ROUNDED = frozenset(["nearly", "about", "more than", "at least", "estimated"])
MOST_NAMED = 0.6  # of the words of a name that are no more than English ones


def tells(kept: Draft, draft: Draft) -> bool:
    """True if a draft brings nothing to a kept line but more words for it."""
    return (
        _quotes_what_it_said(kept, draft)
        or _gives_the_same_toll(kept, draft)
        or _claims_it_again(kept, draft)
    )


def _quotes_what_it_said(kept: Draft, draft: Draft) -> bool:
    """True for a short quotation that only bears out the sentence before it, or the one before
    that: "The army has full control of the town", after the town was taken.
    """
    after = draft.index - kept.index
    if kept.sheet is not draft.sheet or not 0 < after <= CLOSE or draft.opens:
        return False
    inside, size = quoted(draft), count(draft.sheet.shown[draft.span.start : draft.span.end])
    if size > SHORT or len(inside) < MOSTLY * len(draft.keys):
        return False
    told = draft.gist & kept.gist - name_stems(draft)
    return bool(told) and not _fresh_counts(kept, draft) and not _fresh_names(kept, draft)


def _fresh_counts(kept: Draft, draft: Draft) -> bool:
    own, told = (numbers(d.sheet.shown[d.span.start : d.span.end]) for d in (draft, kept))
    return not own <= told


def _fresh_names(kept: Draft, draft: Draft) -> bool:
    """True if a draft names somebody, other than who speaks, whom a kept line does not."""
    reading, span = draft.sheet.reading, draft.span
    said = [s.source.span for s in reading.statements if s.source and span.overlaps(s.span)]
    own = (n for n in reading.names if span.contains(n.span))
    inside = frozenset(key for n in own if not any(one.overlaps(n.span) for one in said)
                       for key in keys(n.text))  # fmt: skip
    return bool(inside - kept.keys)


def _gives_the_same_toll(kept: Draft, draft: Draft) -> bool:
    """True if the highest count of a line of another dispatch is one that a kept line has, of the
    same people, give or take what "nearly" leaves open, and it brings no further one.
    """
    if kept.sheet is draft.sheet or brings_a_turn(kept, draft):
        return False
    if elsewhere(set_in(kept, draft), set_in(draft, kept)):
        return False
    told, own = _counted(kept), _counted(draft)
    most = max(own, key=lambda f: f.value or f.low or 0.0, default=None)
    if most is None or (most.value or most.low or 0.0) <= LEAST_TOLL:
        return False
    same = all(any(_same_count(one, other) for other in told) for one in own)
    return same and contained(kept.gist, draft.gist) >= TOLD_AGAIN


def _counted(draft: Draft) -> list[Figure]:
    found = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    return [f for f in found if f.measure in CORE_MEASURES]


def _same_count(one: Figure, other: Figure) -> bool:
    """True if two figures are of one count, one of them rounded."""
    a, b = one.value or one.low or 0.0, other.value or other.low or 0.0
    loose = {one.hedge, other.hedge} & ROUNDED
    near = abs(a - b) <= (ROUGHLY * max(a, b) if loose else 0.0)
    keys_known = one.population_key and other.population_key
    alike = not keys_known or one.population_key == other.population_key
    return one.measure == other.measure and one.scope == other.scope and near and alike


def _claims_it_again(kept: Draft, draft: Draft) -> bool:
    """True if two lines say that one group owns up to a deed, of one day and one place as far as
    they tell.
    """
    if not CLAIMED.issubset(draft.keys & kept.keys):
        return False
    days, told = _days(draft), _days(kept)
    here, there = set_in(kept, draft), set_in(draft, kept)
    apart = (days and told and not days & told) or elsewhere(here, there)
    mine, theirs = _groups(draft), _groups(kept)
    shared = mine & theirs
    one = any(not is_known(word) for word in shared) or contained(mine, theirs) >= MOST_NAMED
    return bool(shared) and one and not apart


def _groups(draft: Draft) -> frozenset[str]:
    """The words of the names of a line before "claimed responsibility", who owns up."""
    sheet, span = draft.sheet, draft.span
    text = sheet.shown[span.start : span.end]
    end = span.start + next((t.start for t in tokens(text) if t.key in CLAIMED), 0)
    names = (n for n in sheet.reading.names if span.start <= n.span.start < end)
    return keys(" ".join(n.text for n in names))


def _days(draft: Draft) -> frozenset[date]:
    found = (w for w in draft.sheet.reading.dates if draft.span.contains(w.span))
    return frozenset(w.start.date() for w in found if w.start)


def set_in(draft: Draft, other: Draft) -> tuple[Place, ...]:
    """Where a line is set: its places, but for countries that the other line speaks of as well, in
    whatever role.
    """
    return tuple(
        p for p in draft.spots if not are_countries((p,)) or f"#{p.geonameid}" not in other.gist
    )


def are_countries(spots: tuple[Place, ...]) -> bool:
    """True if none of some places is narrower than a country."""
    return all((p.feature or "").startswith("PCL") for p in spots)


def name_stems(draft: Draft) -> frozenset[str]:
    """The stems of the names of a line."""
    names = (n.text for n in draft.sheet.reading.names if draft.span.contains(n.span))
    return frozenset(key[:STEM] for key in keys(" ".join(names)))
