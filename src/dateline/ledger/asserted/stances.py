"""What an account of a war comes down to: who is in a place or not, who attacked or did not.

Pure, and by words alone, for accounts that are told in so many ways that no pattern for each would
do: "they had redeployed away from the airport", "the shells came from the Georgian side".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain, state_of
from dateline.ledger.speakers.sides import fights_for, side
from dateline.records import Assertion

Topic = Literal["place", "attack"]


@dataclass(frozen=True, slots=True)
class Stance:
    """Which side holds a place or has attacked, or (``denied``) does not or has not. ``side``: None
    if no word tells whose; ``nothing``: no such thing has happened, whoever is blamed.
    """

    topic: Topic
    side: str | None
    denied: bool
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    there: re.Pattern[str]
    gone: re.Pattern[str]
    attack: re.Pattern[str]
    nothing: re.Pattern[str]
    ours: re.Pattern[str]


@cache
def _words() -> _Words:
    table = lexicons.table("stances.toml")
    return _Words(
        **{
            name: re.compile(rf"\b(?:{words.replace(' ', r'\s+')})\b", re.IGNORECASE)
            for name, words in table.items()
        }
    )


_NOT = re.compile(r"\b(?:not|never|no longer|no|without|plus)\b|n['’]t\b|\bn['’]", re.IGNORECASE)
_NEAR_NOT = 24
"""Characters before a verb in which its negation may stand."""


Speaks = Callable[[Assertion], str | None]
"""On which side the speaker of an assertion is; None if that is not known."""


def stances(told: Sequence[Assertion], speaks: Speaks) -> tuple[Stance, ...]:
    """What the assertions of one account, a statement and the deeds in it, come down to."""
    deeds = (_of_deed(a, speaks) for a in told if a.kind in ("event", "control"))
    found = [s for s in deeds if s is not None]
    topics = {s.topic for s in found if s.side is not None or s.nothing}
    words = [s for a in told if a.kind == "statement" for s in _of_words(a, speaks)]
    kept = [s for s in found if s.side is not None or s.nothing or s.topic not in topics]
    return tuple(dict.fromkeys((*kept, *(s for s in words if s.topic not in topics))))


def _of_deed(a: Assertion, speaks: Speaks) -> Stance | None:
    """The stance of an attack or of control that was read as one."""
    denied = a.polarity == "denies"
    if a.polarity not in ("asserts", "denies"):
        return None
    whose = side(a.about.population or "")
    mine = a.about.population is not None and a.about.population in (a.by, a.agency, *a.also)
    if whose is None and mine:
        whose = speaks(a)
    nothing = a.kind == "event" and _words().nothing.search(a.text) is not None
    if nothing and whose is None:
        return Stance("attack", None, denied=True, nothing=True)
    if a.kind == "event" and a.about.measure not in ("assault", "coerce"):
        return None
    return Stance("place" if a.kind == "control" else "attack", whose, denied)


def _of_words(a: Assertion, speaks: Speaks) -> tuple[Stance, ...]:
    """The stances that the words of a statement tell."""
    if a.polarity not in ("asserts", "denies", "condemns"):
        return ()
    return tuple(s for s in (_of_place(a, speaks), _of_attack(a, speaks)) if s is not None)


def _of_place(a: Assertion, speaks: Speaks) -> Stance | None:
    text, known = a.text, _words()
    gone = known.gone.search(text)
    verb = gone or known.there.search(text)
    if verb is None:
        return None
    whose = _subject(a, verb.start(), speaks) or _mentioned(text[verb.end() :])
    turns = (gone is not None, _negated(text, verb.start()), a.polarity == "denies")
    return Stance("place", whose, denied=sum(turns) % 2 == 1) if whose else None


def _of_attack(a: Assertion, speaks: Speaks) -> Stance | None:
    text, known = a.text, _words()
    verb = known.attack.search(text)
    denies = a.polarity == "denies"
    if verb is None:
        return Stance("attack", speaks(a), denied=True) if denies else None
    negated = _negated(text, verb.start())
    suffered = _SUFFERED.search(text[: verb.start()]) is not None
    if (denies and suffered) or ((denies or negated) and known.nothing.search(text)):
        return Stance("attack", None, denied=True, nothing=True)
    by = _BY.search(text, verb.end())
    whose = _mentioned(by[0]) if by else None
    if whose is None and not suffered:
        whose = _subject(a, verb.start(), speaks)
    if whose is None and denies:
        whose = speaks(a)
    return Stance("attack", whose, denied=denies or negated)


_SUFFERED = re.compile(r"\b(?:been|being|été|etre|être|was|were)\s+$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|from|par|depuis) .{3,60}", re.IGNORECASE | re.DOTALL)


def _negated(text: str, at: int) -> bool:
    return _NOT.search(text[max(0, at - _NEAR_NOT) : at]) is not None


def _subject(a: Assertion, at: int, speaks: Speaks) -> str | None:
    """Whose side stands before a verb: named, or the speaker's own."""
    before = a.text[:at]
    return _mentioned(before) or (speaks(a) if _words().ours.search(before) else None)


_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LONGEST = 4


@cache
def _mentioned(text: str) -> str | None:
    """The first side that some words name."""
    words = _WORD.findall(text)[:30]
    for at in range(len(words)):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            name = " ".join(words[at : at + length])
            if (found := _named(name)) is not None:
                return found
    return None


@cache
def _named(name: str) -> str | None:
    """The side that some words mean by themselves, as a whole."""
    bare = plain(name).removesuffix("'s").removesuffix("’s").removesuffix(" s")
    known = lexicons.table("sides.toml")
    if bare in known["for"]:
        return str(known["for"][bare])
    if code := state_of(bare):
        return fights_for(code) if name[:1].isupper() else None
    if bare in known["rebel"]:
        return "rebel"
    return "government" if bare in ("government", "regime", "loyalists", "gouvernement") else None
