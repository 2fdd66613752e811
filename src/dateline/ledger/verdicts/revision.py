"""What becomes of an old version's assertions when a new version comes. Pure.

Matched by content, never by offset: a figure by what it counts and its bounds, a statement by its
words. What the new version still says is carried on; what it no longer says is withdrawn.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.bounds import bounds, equal, in_words
from dateline.ledger.speakers.actors import plain
from dateline.ledger.verdicts.voices import begin, one_voice, who
from dateline.records import Assertion
from dateline.records.vocabulary import Verdict

_SAME = 0.75


@dataclass(frozen=True, slots=True)
class Revised:
    """A new assertion that continues (``same``) or takes the place of an old one."""

    new: Assertion
    old: Assertion
    verdict: Verdict
    reason: str


def carried(old: Assertion, new: Assertion) -> bool:
    """True if the new version's assertion says what the old one said."""
    if old.kind != new.kind or old.about.measure != new.about.measure:
        return False
    if old.polarity != new.polarity:
        return False
    if old.kind == "figure":
        return equal(old, new) and _alike(old, new)
    same = plain(old.text) == plain(new.text) or wording.likeness(old.text, new.text) >= _SAME
    return same and wording.numbers(old.text) == wording.numbers(new.text)


def _alike(old: Assertion, new: Assertion) -> bool:
    """The same count: same population (in words or in kind), and no other place."""
    if populations.fit(old.about, new.about) not in ("same", "open"):
        return False
    places = {old.about.geonameid, new.about.geonameid} - {None}
    return len(places) < 2 and old.about.unit == new.about.unit


def _takes_place(old: Assertion, new: Assertion) -> bool:
    """Another figure for the same count, in the same sentence as far as its words go."""
    if old.kind != "figure" or new.kind != "figure" or bounds(new) is None:
        return False
    if old.about.measure != new.about.measure or old.about.scope != new.about.scope:
        return False
    return _alike(old, new) and (old.by == new.by or one_voice(old, new))


def revise(olds: Sequence[Assertion], news: Sequence[Assertion], *,
           correction: bool) -> tuple[Revised, ...]:  # fmt: skip
    """Links from a new version's assertions to the old ones, each used once, in text order."""
    links: list[Revised] = []
    free = list(news)
    gone: list[Assertion] = []
    for old in olds:
        match = _first(free, old, carried)
        if match is None:
            gone.append(old)
            continue
        free.remove(match)
        links.append(Revised(match, old, "same", "The new version still says it."))
    for old in gone:
        match = _first(free, old, _takes_place)
        if match is not None:
            free.remove(match)
            links.append(_replaced(old, match, correction))
    return tuple(links)


def _first(
    free: Iterable[Assertion], old: Assertion, test: Callable[[Assertion, Assertion], bool]
) -> Assertion | None:
    return next((n for n in free if test(old, n)), None)


def _replaced(old: Assertion, new: Assertion, correction: bool) -> Revised:
    speaker = begin(who(new))
    if correction:
        reason = f"{speaker}: {in_words(new)}, corrected from {in_words(old)}."
        return Revised(new, old, "withdraws", reason)
    reason = f"{speaker}: now {in_words(new)}, in the version before {in_words(old)}."
    return Revised(new, old, "supersedes", reason)


def note(olds: Sequence[Assertion], news: Sequence[Assertion]) -> tuple[Revised, ...]:
    """Links from a correction that is only a note ("read 23, not 32") to what it corrects.

    Where the note gives the old figure too, that one is withdrawn with it.
    """
    links: list[Revised] = []
    for old in (o for o in olds if o.kind == "figure"):
        cited = [n for n in news if n.kind == "figure" and equal(n, old)]
        right = [n for n in news if n not in cited and _takes_place(old, n)]
        if not cited and not right:
            continue
        if not right:  # the note's new figure was read as something else: same sentence will do
            right = [n for n in news if n.kind == "figure" and n not in cited
                     and n.sentence == cited[0].sentence]  # fmt: skip
        links += [_replaced(wrong, right[0], True) for wrong in (old, *cited) if right]
    return tuple(links)
