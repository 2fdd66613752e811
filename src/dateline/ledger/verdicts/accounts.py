"""Accounts of one place or attack that no rule for their kind compares: by whose side they blame,
or have in the place. Pure.

An account is a statement with the deeds told in it; what is found for one of its parts holds for
all of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.charges import of_fact
from dateline.ledger.asserted.periods import period
from dateline.ledger.asserted.scenes import scene
from dateline.ledger.asserted.stances import Stance, stances
from dateline.ledger.speakers.actors import crowd
from dateline.ledger.speakers.sides import irregular
from dateline.ledger.verdicts.camps import Camps
from dateline.ledger.verdicts.statement_rules import DENYING
from dateline.ledger.verdicts.voices import Outcome, begin, denies, later, one_voice, say, who
from dateline.ledger.verdicts.whereabouts import spelt
from dateline.records import Assertion
from dateline.records.vocabulary import Verdict

_MOST_DAYS = 5
"""Days between two dispatches in which they may tell of one attack without a day."""
_HELD_DAYS = 3
"""Days in which a place may change hands."""
_ONE_NEWS = 2
"""Days in which two accounts of a few words in common, from one town, are taken for one news."""
_ANSWER = 500
"""Characters between a charge and the answer to it in one dispatch."""


@dataclass(frozen=True, slots=True)
class Account:
    """A statement with the deeds in it, or a deed alone; where it was, by numbers and spellings of
    towns; what it comes down to; the side of who speaks; the stories of its dispatch; and
    whether it names its town itself.
    """

    parts: tuple[Assertion, ...]
    towns: frozenset[str]
    stances: tuple[Stance, ...]
    camp: str | None
    stories: frozenset[str]
    placed: bool

    @property
    def head(self) -> Assertion:
        """The part that speaks for all."""
        return _head(self.parts)

    @property
    def text(self) -> str:
        """The words of its longest part."""
        return max(self.parts, key=lambda a: a.span.end - a.span.start).text

    @property
    def context(self) -> frozenset[str]:
        """Stems of its own words and of those around its parts."""
        around = frozenset(w for a in self.parts for w in a.context)
        return around | wording.content_words(self.text)


def _head(parts: Iterable[Assertion]) -> Assertion:
    """Of those with a speaker the longest."""
    return max(parts, key=lambda a: (a.by is not None, a.span.end - a.span.start, a.id))


def accounts(
    given: Iterable[Assertion], camps: Camps, stories: Mapping[str, frozenset[str]]
) -> list[Account]:
    """The accounts of every dispatch that tell who holds a place or who attacked."""
    by_item: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    known: dict[str, frozenset[str]] = {}
    for a in given:
        by_item[a.guid, a.version].append(a)
        if a.about.place:
            known.setdefault(a.about.place, frozenset(_keys_of(a)))
    return [
        account for told in by_item.values() for account in _of_one(told, camps, known, stories)
    ]


def _of_one(
    told: list[Assertion],
    camps: Camps,
    known: Mapping[str, frozenset[str]],
    stories: Mapping[str, frozenset[str]],
) -> Iterator[Account]:
    """The accounts of one dispatch; ``known``: the keys of the wire's places, by name."""
    told.sort(key=lambda a: (a.span, a.id))
    everywhere = frozenset(key for a in told if a.about.place for key in _keys_of(a))
    for parts in _groups(a for a in told if a.kind != "figure"):
        found = tuple(_called(s, camps) for s in stances(parts, camps.of))
        if found:
            place = any(s.topic == "place" for s in found)
            towns = _towns(parts, told, known) if place else everywhere
            head = _head(parts)
            mine = stories.get(head.guid, frozenset())
            placed = any(a.about.place and not a.about.guessed for a in parts)
            yield Account(tuple(parts), towns, found, camps.of(head), mine, placed)


def _groups(told: Iterable[Assertion]) -> list[list[Assertion]]:
    """What overlaps, together."""
    groups: list[list[Assertion]] = []
    for a in told:
        if groups and any(a.span.overlaps(b.span) for b in groups[-1]):
            groups[-1].append(a)
        else:
            groups.append([a])
    return groups


def _called(stance: Stance, camps: Camps) -> Stance:
    return replace(stance, side=camps.named(stance.side))


_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?")


def _towns(
    parts: list[Assertion], told: list[Assertion], known: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """Where an account is: as its parts or its words say, else as was told last before it says."""
    placed = frozenset(key for a in parts if a.about.place for key in _keys_of(a))
    named = (m[0] for a in parts for m in _NAME.finditer(a.text))
    found = placed or frozenset(key for name in named for key in known.get(name, ()))
    before = [a for a in told if a.about.place and a.span.start <= parts[0].span.start]
    return found or frozenset(key for a in before[-1:] for key in _keys_of(a))


def _keys_of(a: Assertion) -> Iterator[str]:
    if a.about.geonameid is not None and a.about.within:
        yield f"#{a.about.geonameid}"
    if a.about.within or a.about.geonameid is None:
        yield spelt(a.about.place or "")


def pairs(given: list[Account]) -> Iterator[tuple[Account, Account]]:
    """Accounts of one topic in one dispatch, or with a town in common."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, account in enumerate(given):
        one = account.parts[0]
        for topic in sorted({s.topic for s in account.stances}):
            by_key[f"{topic} {one.guid} {one.version}"].append(at)
            for story in sorted(account.stories):
                by_key[f"{topic} in {story}"].append(at)
            for town in sorted(account.towns):
                by_key[f"{topic} @{town}"].append(at)
    seen: set[tuple[int, int]] = set()
    for some in by_key.values():
        for pair in combinations(some, 2):
            if pair not in seen:
                seen.add(pair)
                yield given[pair[0]], given[pair[1]]


def compared(one: Account, two: Account) -> Outcome | None:
    """What two accounts come to, set side by side; None if they may be of two matters."""
    a, b = one.head, two.head
    if later(b, a):
        one, two, a, b = two, one, b, a
    if _open(one) or _open(two):
        return None
    met = [
        (mine, yours)
        for mine, yours in product(one.stances, two.stances)
        if mine.topic == yours.topic and _one_matter(one, two, mine)
    ]
    told = ((mine, _verdict(mine, yours)) for mine, yours in met)
    sure = next(((mine, verdict) for mine, verdict in told if verdict is not None), None)
    if sure is not None:
        return _outcome(one, two, *sure)
    return next(
        (_outcome(one, two, m, v) for m, y in met if (v := _by_camps(one, two, m, y))), None
    )


def _open(account: Account) -> bool:
    """True for words that deny no fact, are a crowd's denial or only tell of somebody's denial."""
    a = account.head
    if denies(a):
        return crowd(a.by) or not of_fact(account.text)
    return a.kind == "statement" and DENYING.search(a.text) is not None


def _by_camps(one: Account, two: Account, mine: Stance, yours: Stance) -> Verdict | None:
    """Of two speakers who do not both tell whose deed it was: a denial is set against an account,
    and sides that fight each other against each other.
    """
    a, b = one.head, two.head
    if a.by is None or b.by is None or one_voice(a, b):
        return None
    blamed = yours.side if denies(a) else mine.side
    if denies(a) != denies(b) and blamed is not None:
        return "contradicts"
    same = _same(one.camp, two.camp)
    if same is None or mine.side == yours.side:
        return None
    return "supports" if same else "contradicts"


def _one_matter(one: Account, two: Account, mine: Stance) -> bool:
    """True if two accounts may well be of one place or attack."""
    a, b = one.head, two.head
    if a.guid == b.guid:
        gap = max(a.sentence.start - b.sentence.end, b.sentence.start - a.sentence.end)
        return gap <= _ANSWER and _scene(one, two) != "two"
    if a.issued is None or b.issued is None:
        return False
    days = abs((a.issued - b.issued).total_seconds()) / 86400
    there = not one.towns.isdisjoint(two.towns)
    near = there or not one.stories.isdisjoint(two.stories)
    if mine.topic == "place":
        there = there or (near and not (one.placed and two.placed))
        return there and (days < _HELD_DAYS or (days <= _MOST_DAYS and one_voice(a, b)))
    first, last = period(a), period(b)
    met = first is not None and last is not None and first.meets(last)
    seen = _scene(one, two)
    return (
        near
        and (met or days <= _MOST_DAYS)
        and (seen in ("one", "mark") or (there and seen == "alike" and days < _ONE_NEWS))
    )


def _scene(one: Account, two: Account) -> str:
    """How the words of two accounts compare."""
    ends = [max(x.parts, key=lambda a: (len(a.context), a.id)) for x in (one, two)]
    return scene(*ends, core=True)


def _same(one: str | None, two: str | None) -> bool | None:
    """Whether two sides are one; None if that is not known."""
    if one is None or two is None:
        return None
    if one == two:
        return True
    if "government" in (one, two):
        other = two if one == "government" else one
        return False if irregular(other) else None
    return False


def _verdict(mine: Stance, yours: Stance) -> Verdict | None:
    """Of two stances: in agreement, or not both true; None if they leave each other open."""
    if mine.nothing or yours.nothing:
        if mine.nothing and yours.nothing:
            return "supports"
        return "contradicts" if mine.denied != yours.denied else None
    same = _same(mine.side, yours.side)
    if same is None:
        return None
    if same:
        return "supports" if mine.denied == yours.denied else "contradicts"
    if mine.denied and yours.denied:
        return None
    return "supports" if mine.denied != yours.denied else "contradicts"


def _outcome(one: Account, two: Account, mine: Stance, verdict: Verdict) -> Outcome:
    a, b = one.head, two.head
    matter = "who holds the place" if mine.topic == "place" else "who made the attack"
    voice = one_voice(a, b) or (one.camp is not None and one.camp == two.camp and later(a, b))
    if voice and verdict == "contradicts" and later(a, b):
        reason = f"{begin(who(a))} now {say(a)} otherwise of {matter} than {who(b)} before."
        return Outcome("supersedes", reason, "account")
    if verdict == "supports":
        words = wording.deed(a.text, a.by or "") & wording.deed(b.text, b.by or "")
        twice = one_voice(a, b) and denies(a) == denies(b) and bool(words)
        agreed: Verdict = "same" if twice else "supports"
        return Outcome(agreed, f"{begin(who(a))} and {who(b)} agree on {matter}.", "account")
    if denies(a) != denies(b):
        denier, other = (a, b) if denies(a) else (b, a)
        reason = f"{begin(who(denier))} {say(denier, 'deny')} what {who(other)} {say(other)}."
        return Outcome("contradicts", reason, "account")
    reason = f"{begin(who(a))} and {who(b)} cannot both be right on {matter}."
    return Outcome("contradicts", reason, "account")
