"""Who is counted: two populations are the same, one part of the other, different, or open."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from dateline.ledger import lexicons
from dateline.ledger.asserted.measures import kind, thing
from dateline.ledger.asserted.wording import content_words
from dateline.ledger.speakers.actors import plain, state_of
from dateline.ledger.speakers.sides import fights_for
from dateline.records import About, Assertion

Fit = Literal["same", "open", "part", "different"]
"""``open``: the words don't settle it; ``part``: one counts a part of what the other counts."""


_CODE = 2
"""Length of a state's code, as which its people's name is kept."""

BOTH = "both-side"
"""The quality of people of two countries at once, as ``whose`` marks them."""

CODED = "@"
"""Marks a state's code in a key, where no word of the text names the state."""


@dataclass(frozen=True, slots=True)
class Population:
    """Classes of people and the qualities that narrow them."""

    classes: frozenset[str]
    qualities: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Words:
    anyone: frozenset[str]
    classes: dict[str, str]
    wider: dict[str, str]
    numbers: frozenset[str]
    freed: frozenset[str]


@cache
def _lexicon() -> _Words:
    data = lexicons.table("populations.toml")
    return _Words(
        anyone=frozenset(plain(w) for w in data["anyone"]),
        classes={plain(w): name for name, words in data["class"].items() for w in words},
        wider=data["wider"],
        freed=frozenset(data["freed"]),
        numbers=frozenset(plain(w) for w in data["numbers"]),
    )


@cache
def population(key: str) -> Population:
    """Classes and qualities of a normalised population ("russian soldiers")."""
    known = _lexicon()
    found: set[str] = set()
    qualities: set[str] = set()
    words = [w.strip(".,'\"") for w in plain(key).split()]
    for word in words:
        if word in known.classes:
            found.add(known.classes[word])
        elif word.startswith(CODED):
            qualities.add(fights_for(word.removeprefix(CODED)))
        elif state_of(word):
            qualities.add(fights_for(str(state_of(word))))
        elif (machine := thing(word)) is not None:
            qualities.add(machine)
        elif word and word not in known.anyone:
            qualities.add(word.removesuffix("s"))
    return Population(frozenset(found), frozenset(qualities))


def _victims(a: About, b: About) -> Fit | None:
    """What the victims' kinds say by themselves."""
    pair = {a.victims, b.victims}
    if len(pair) == 1 or "unknown" in pair:
        return None
    return "part" if "mixed" in pair else "different"


_MEN = re.compile(
    r"\b(?:its|his|their|our|ses|leurs) (?:own )?(?:men|members|ranks|hommes)\b", re.I
)
_THEIRS = re.compile(r"\b([A-Z][\w-]+)(?:['\u2019]s|s['\u2019]) (?:men|ranks|side)\b")
_ARMY = re.compile(r"army|military|ministry|forces armées|arm[ée]e|moscow|kyiv|kiev", re.I)


def counted(a: Assertion) -> About:
    """What an assertion is about, with who is counted read from its words if nothing else tells:
    a speaker's "men" are its soldiers, or its fighters.
    """
    if _MEN.search(a.text):
        men = "soldiers" if _ARMY.search(a.by or "") else "fighters"
        return replace(a.about, population_key=men)
    if (theirs := _THEIRS.search(a.text)) is not None:
        return replace(
            a.about, population_key=f"{theirs[1].casefold()} fighters", victims="combatant"
        )
    if kind(a.about.measure) == "released" and a.about.population_key:
        freed = [w for w in a.about.population_key.split() if w not in _lexicon().freed]
        return replace(a.about, population_key=" ".join(freed) or None, victims="unknown")
    if a.about.measure in _MOVED and a.about.population_key:
        kept = [
            w
            for w in a.about.population_key.split()
            if _lexicon().classes.get(plain(w)) not in _DWELLERS
        ]
        return replace(a.about, population_key=" ".join(kept) or None, victims="unknown")
    return (
        a.about if a.about.population_key else replace(a.about, population_key=classes_in(a.text))
    )


_MOVED = frozenset(("displaced", "evacuated", "returned"))
_DWELLERS = frozenset(("civilian", "peasant", "refugee"))
"""Classes of those who leave their homes, however they are called."""


ARMED = frozenset(("soldier", "rebel", "officer", "fighter"))
"""Classes of those who fight."""


def armed(key: str | None) -> bool:
    """True for a population of those who fight."""
    classes = population(key or "").classes
    return bool(classes) and classes <= ARMED


@cache
def classes_in(text: str) -> str | None:
    """The classes of people in a figure's own words: ``civilian`` of "9,083 civilian deaths"."""
    known = _lexicon().classes
    found = [w for w in (v.strip(".,'\"") for v in plain(text).split()) if w in known]
    return " ".join(found) or None


def rivals(a: About, b: About) -> bool:
    """True for people of two nations."""
    one, two = (nations(population(x.population_key or "")) for x in (a, b))
    return bool(one and two) and one.isdisjoint(two)


def fit(a: About, b: About) -> Fit:
    """How two populations stand to each other."""
    kinds = _victims(a, b)
    if kinds:
        return kinds
    one, two = population(a.population_key or ""), population(b.population_key or "")
    if one == two:
        return "same"
    if rivals(a, b) or (BOTH in one.qualities) != (BOTH in two.qualities):
        return "different" if rivals(a, b) else "part"
    if one.classes != two.classes and not _one_army(one, two):
        return _classes(one, two)
    if _of_one_nation(one, two):
        return "part"
    shared = one.qualities & two.qualities
    alike = shared if one.qualities and two.qualities else one.classes
    return "open" if alike or _whole_people(a, b, one, two) else "part"


def _classes(one: Population, two: Population) -> Fit:
    """For people of different classes, or of a class and of none."""
    if not one.classes or not two.classes:
        return "part"
    wider = _lexicon().wider
    above, over = ({*p.classes, *(wider.get(c, c) for c in p.classes)} for p in (one, two))
    return "part" if above & two.classes or over & one.classes else "different"


def _of_one_nation(one: Population, two: Population) -> bool:
    """True for two Russian journalists and three journalists: some of them, not all."""
    some = bool(nations(one)) != bool(nations(two))
    return some and bool(one.classes) and one.classes.isdisjoint(_COMMON)


def _one_army(one: Population, two: Population) -> bool:
    """True for a nation's soldiers and its fighters: those of one side, by two names."""
    both = one.classes | two.classes
    if not one.classes or not two.classes or not both <= {"soldier", "rebel", "fighter"}:
        return False
    return bool(nations(one) & nations(two)) or _FIGHTERS in (one.classes, two.classes)


_FIGHTERS = frozenset(("fighter",))


def nations(people: Population) -> frozenset[str]:
    """The states that a population is of, as lower-case codes."""
    return frozenset(q for q in people.qualities if len(q) == _CODE)


def _whole_people(a: About, b: About, one: Population, two: Population) -> bool:
    """True if a nation is all that one of two running tolls says: "31,923 Palestinians"."""
    running = a.scope == b.scope == "cumulative"
    said = one.qualities | two.qualities
    return running and said == nations(one) | nations(two)


def narrow(a: About, b: About) -> bool:
    """True if a part and another count are of one class of people: children, and children."""
    one, two = population(a.population_key or ""), population(b.population_key or "")
    return bool(one.classes) and one.classes == two.classes and one.classes <= _COMMON


def narrower(a: Assertion, b: Assertion) -> Assertion | None:
    """Which of two counts some of the people that the other counts all of; None if neither does."""
    one, two = (population(counted(x).population_key or "") for x in (a, b))
    anyone = Population(frozenset(), frozenset())
    if anyone not in (one, two) or one == two:
        return None
    return b if one == anyone else a


def strangers(a: Assertion, b: Assertion) -> bool:
    """True if two single victims have no word in common by which they could be one."""
    one, two = (population(counted(x).population_key or "") for x in (a, b))
    if not (one.qualities or one.classes) or not (two.qualities or two.classes):
        return False
    return not (one.qualities & two.qualities or one.classes & two.classes)


_COMMON = frozenset(
    (
        "civilian",
        "soldier",
        "officer",
        "rebel",
        "fighter",
        "police",
        "child",
        "woman",
        "worker",
        "peasant",
    )
)
"""Classes of people that wars kill every day: no sign of one incident."""


def usual(a: Assertion) -> bool:
    """True if those counted are a class of which every toll has some: civilians, children."""
    classes = population(counted(a).population_key or "").classes
    return bool(classes) and classes <= _COMMON


_OTHERS = re.compile(r"\b(?:another|others?|autres?|more(?! than))\b")


@cache
def taken_in() -> tuple[frozenset[str], frozenset[str]]:
    """Stems of words for a house that takes people in, and for its taking them in."""
    data = lexicons.table("populations.toml")["house"]
    return content_words(" ".join(data["names"])), content_words(" ".join(data["taking"]))


_FEW = 2


def listed(a: Assertion) -> bool:
    """True for a count made of names, "Ana Ruiz and Luis Paz": there may be more."""
    if (a.value or 0) < _FEW or any(c.isdigit() for c in a.text):
        return False
    words = plain(a.text).replace("-", " ").split()
    return _lexicon().numbers.isdisjoint(w.strip(".,'\"") for w in words)


_BODIES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|cadavres?|corps)\b", re.IGNORECASE)


def everyone(a: Assertion) -> bool:
    """True for a count of all people: "four persons", a small toll; no bodies found, nor the 655 of
    a side of which the sentence before speaks.
    """
    key, number = a.about.population_key, a.value if a.value is not None else a.low
    if others(a) or _BODIES.search(a.text) or (key is None and (number or 0) >= _ARMY_WIDE):
        return False
    return population(key or "") == Population(frozenset(), frozenset())


def others(a: Assertion) -> bool:
    """True for "ten other people", which is no whole."""
    beside = any(w.startswith("=") for w in a.context)  # "20 were killed and 58 others injured"
    return _OTHERS.search(plain(a.text)) is not None and not (beside and _LAST.search(a.text))


_LAST = re.compile(r"\b(?:others|autres)$", re.IGNORECASE)
_ADDED = re.compile(r"\bmore\b(?! than)|\banother\b|\bde plus\b", re.IGNORECASE)


def more(text: str) -> bool:
    """True for "26 more of its troops", which are added to others."""
    return _ADDED.search(text) is not None


_ARMY_WIDE = 100


def of_an_army(key: str | None, number: float | None) -> bool:
    """True for so many soldiers or fighters that the count is an army's losses."""
    classes = population(key or "").classes
    return (
        bool(classes) and classes <= {"soldier", "rebel", "fighter"} and (number or 0) >= _ARMY_WIDE
    )


def telling(a: Assertion, b: Assertion) -> bool:
    """True if two accounts count people so particular that equal numbers mean one incident: six
    Jesuits, two missionaries.
    """
    one, two = (population(counted(x).population_key or "") for x in (a, b))
    named = (one.qualities & two.qualities) - (nations(one) | nations(two))
    return bool(named or (one.classes & two.classes) - _COMMON)
