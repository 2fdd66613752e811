"""What may tell how two assertions stand to each other, as plain signs by name. Pure.

Every sign can be named to an editor: who speaks for which side, which number is larger and which
was sent later, what the sentences have in common, who denies. ``learnt_verdicts`` weighs them.
"""

import math
from collections import Counter
from itertools import product

from dateline.ledger.asserted import populations, wording
from dateline.ledger.asserted.bounds import bounds, equal
from dateline.ledger.asserted.measures import kind
from dateline.ledger.speakers.actors import official, speaker
from dateline.ledger.verdicts import count_signs, figure_rules
from dateline.ledger.verdicts.comparable import compare
from dateline.ledger.verdicts.rulings import Ruling
from dateline.ledger.verdicts.voices import denies, one_agency, one_voice, states
from dateline.ledger.verdicts.wires import Told, Wire, marks
from dateline.records import Assertion

Signs = dict[str, float]


def signs(ruling: Ruling, wire: Wire) -> Signs:
    """The signs of a pair, ``ruling.a`` the newer, beside what the rules found."""
    a, b = ruling.a, ruling.b
    one, two = wire.told(a), wire.told(b)
    of = _kind(a, b)
    found: Signs = {"any": 1.0, f"{of}": 1.0}
    found |= _ruled(ruling, of)
    found |= _speakers(one, two, ruling)
    found |= _times(a, b)
    found |= _shared(one, two, wire)
    found |= _marks(one, two)
    if of == "counts":
        found |= {f"n {k}": v for k, v in count_signs.signs(a, b, wire.camps).items()}
        found |= _larger(a, b)
    elif of != "mixed":
        found |= _stands(one, two)
    found |= {f"{of}: {k}": found[k] for k in _CROSSED if found.get(k)}
    found |= {
        f"{x} & {y}": found[x] * found[y] for x, y in _TOGETHER if found.get(x) and found.get(y)
    }
    return {name: float(v) for name, v in found.items() if v}


def _kind(a: Assertion, b: Assertion) -> str:
    if a.kind == b.kind == "figure":
        return "counts"
    if "figure" in (a.kind, b.kind):
        return "mixed"
    return "accounts"


_CROSSED = (
    "one voice", "one side", "two sides", "one agency", "both unnamed", "one unnamed", "at once",
    "one dispatch", "one state", "one sentence", "two states", "by origin one", "by origin several",
)  # fmt: skip

_TOGETHER = (
    ("one voice", "larger later"), ("one voice", "smaller later"), ("one side", "larger later"),
    ("one side", "smaller later"), ("both unnamed", "larger later"), ("one agency", "larger later"),
    ("one unnamed", "larger later"), ("two sides", "far numbers"), ("two states", "larger later"),
    ("two sides", "numbers part"), ("one side", "numbers part"), ("one voice", "numbers part"),
    ("by origin several", "numbers part"), ("n one part", "numbers part"),
    ("one voice", "numbers meet"), ("one side", "numbers meet"),
    ("one voice", "stances meet"), ("two sides", "stances meet"), ("one voice", "stances part"),
    ("one side", "stances part"), ("two sides", "stances part"), ("one denies", "one voice"),
    ("one denies", "two sides"), ("one denies", "words shared"), ("one denies", "rare shared"),
    ("both deny", "one side"), ("two sides", "rare shared"), ("one side", "rare shared"),
    ("one voice", "rare shared"), ("one voice", "words shared"), ("later day", "one voice"),
    ("later day", "one side"), ("revised a", "larger later"), ("one admits", "two sides"),
    ("one negates", "two sides"), ("one negates", "one voice"), ("one negates", "rare shared"),
    ("one dispatch", "one side"), ("one dispatch", "two sides"), ("one dispatch", "one voice"),
    ("one false", "two sides"), ("n place apart", "numbers equal"), ("small", "numbers equal"),
    ("n place apart", "small"), ("n place apart", "numbers part"), ("counts", "both more"),
    ("counts", "one more"), ("numbers alike", "one voice"), ("numbers alike", "one a floor"),
    ("numbers alike", "one rounded"), ("numbers meet", "one a floor"), ("two nations", "counts"),
    ("n other days given", "small"), ("larger later", "one a body"), ("larger later", "two voices"),
)  # fmt: skip


def _ruled(ruling: Ruling, of: str) -> Signs:
    verdict, rule = ruling.verdict, ruling.rule
    return {
        f"rule {verdict}": 1.0,
        f"rule {of} {verdict}": 1.0,
        f"rule {rule}: {verdict}": 1.0,
        f"by origin {ruling.origin}": 1.0,
    }


def _speakers(one: Told, two: Told, ruling: Ruling) -> Signs:
    a, b = one.a, two.a
    mine, yours = states(a), states(b)
    named = (a.by is not None) + (b.by is not None)
    bodies = [any(official(speaker(n)) for n in (x.by, *x.also) if n) for x in (a, b)]
    return {
        "one voice": one_voice(a, b),
        "one side": one.camp is not None and one.camp == two.camp,
        "two sides": None not in (one.camp, two.camp) and one.camp != two.camp,
        "two voices": named == 2 and not one_voice(a, b),
        "side unknown": None in (one.camp, two.camp),
        "both unnamed": named == 0,
        "one unnamed": named == 1,
        "newer unnamed": a.by is None,
        "one agency": one_agency(a, b),
        "one state": bool(mine & yours),
        "two states": bool(mine and yours and not mine & yours),
        "both bodies": all(bodies),
        "one a body": bodies[0] != bodies[1],
        "names other": _names_other(one, two) or _names_other(two, one),
    }


def _names_other(one: Told, two: Told) -> bool:
    words = wording.content_words(" ".join(filter(None, (two.a.by, *two.a.also))))
    return bool(words) and not words.isdisjoint(wording.content_words(one.a.text))


def _times(a: Assertion, b: Assertion) -> Signs:
    if a.guid == b.guid:
        gap = max(a.sentence.start - b.sentence.end, b.sentence.start - a.sentence.end)
        return {
            "one dispatch": 1.0,
            "one sentence": a.sentence == b.sentence,
            "next sentence": a.sentence != b.sentence and gap <= 3,
        }
    if a.issued is None or b.issued is None:
        return {"no time": 1.0}
    hours = abs((a.issued - b.issued).total_seconds()) / 3600
    return {
        "at once": hours < 2,
        "hours later": 2 <= hours < 12,
        "later day": hours >= 12,
        "days later": hours >= 48,
        "a week later": hours >= 24 * 6,
        "log hours": math.log1p(hours) / 5,
    }


def _shared(one: Told, two: Told, wire: Wire) -> Signs:
    words = one.words & two.words
    around = one.around & two.around
    shorter = max(1, min(len(one.words), len(two.words)))
    least = min(wire.rare(one.around), wire.rare(two.around))
    names = one.names & two.names
    numbers = wording.numbers(one.a.text) & wording.numbers(two.a.text)
    return {
        "words shared": len(words) / shorter,
        "some words": bool(words),
        "rare shared": wire.rare(around) / least if least else 0.0,
        "much shared": min(1.0, wire.rare(around) / 4),
        "names shared": min(3, len(names)) / 3,
        "no names shared": not names and bool(one.names) and bool(two.names),
        "numbers shared": bool(numbers),
    }


def _marks(one: Told, two: Told) -> Signs:
    found: Signs = {}
    for name in marks():
        found[f"one {name}"] = (name in one.marks) != (name in two.marks)
        found[f"both {name}"] = name in one.marks and name in two.marks
    found["one negates"] = found.pop("one negated")
    found["revised a"] = "revised" in one.marks
    found["revised b"] = "revised" in two.marks
    found["so far a"] = "so far" in one.marks
    found["one denies"] = denies(one.a) != denies(two.a)
    found["both deny"] = denies(one.a) and denies(two.a)
    return found


def _larger(a: Assertion, b: Assertion) -> Signs:
    one, two = bounds(a), bounds(b)
    mine, yours = figure_rules.number(a), figure_rules.number(b)
    if one is None or two is None or mine is None or yours is None:
        return {"no number": 1.0}
    later = a.issued is not None and b.issued is not None and a.issued > b.issued
    ratio = max(mine, yours, 1.0) / max(1.0, min(mine, yours))
    fits = [populations.population(populations.counted(x).population_key or "") for x in (a, b)]
    compared = compare(a, b, any_day=one_voice(a, b))
    return {
        f"grade {compared.grade}": 1.0,
        f"grade {compared.grade} of {compared.doubt}": 1.0,
        f"grade {compared.grade}, equal": mine == yours,
        f"grade {compared.grade}, small": max(mine, yours) < _TELLING,
        "numbers equal": equal(a, b),
        "numbers alike": mine == yours and not equal(a, b),
        "one a floor": (a.hedge in _FLOORS) != (b.hedge in _FLOORS),
        "one rounded": (a.hedge in _ROUNDED) != (b.hedge in _ROUNDED),
        "numbers meet": one.meets(two) and mine != yours,
        "numbers part": not one.meets(two),
        "larger later": mine > yours and later,
        "smaller later": mine < yours and later,
        "larger, one dispatch": mine > yours and a.guid == b.guid,
        "far numbers": ratio > 3,
        "near numbers": 1 < ratio <= 1.25,
        "hedge a": a.hedge not in (None, "exact"),
        "hedge b": b.hedge not in (None, "exact"),
        "floors": a.hedge in _FLOORS and b.hedge in _FLOORS,
        "other measure": a.about.measure != b.about.measure,
        "other kind": kind(a.about.measure) != kind(b.about.measure),
        "two nations": populations.rivals(populations.counted(a), populations.counted(b)),
        "larger of fewer": mine > yours and len(fits[0].qualities) > len(fits[1].qualities),
        f"measure {_family(a)}": kind(a.about.measure) == kind(b.about.measure),
        "small": max(mine, yours) < _TELLING,
        "one a part": (a.about.scope == "part") != (b.about.scope == "part"),
        "former": a.former != b.former,
    }


_TELLING = 13
"""Smaller counts are often equal by chance."""
_FLOORS = ("at least", "more than")
_ROUNDED = ("about", "nearly", "estimated")
_FAMILIES = frozenset(("killed", "injured", "displaced", "captured", "missing", "held", "released"))


def _family(a: Assertion) -> str:
    one = kind(a.about.measure)
    if one in _FAMILIES:
        return one
    return "lost" if one.endswith(" lost") else "other"


def _stands(one: Told, two: Told) -> Signs:
    """How what two accounts come down to stands to each other."""
    found: Signs = {}
    topics = [{s.topic for s in t.stances} for t in (one, two)]
    found["stances"] = bool(topics[0] & topics[1])
    found["no stance"] = not topics[0] or not topics[1]
    found["other topic"] = bool(topics[0] and topics[1] and not topics[0] & topics[1])
    for mine, yours in product(one.stances, two.stances):
        if mine.topic != yours.topic:
            continue
        if mine.side is None or yours.side is None:
            found["stance open"] = 1.0
            found["stance turned"] = mine.denied != yours.denied
            continue
        same = mine.side == yours.side
        found["stances meet"] = same == (mine.denied == yours.denied)
        found["stances part"] = not found["stances meet"]
        found[f"{mine.topic} one side's"] = same
    kinds = Counter((one.a.kind, two.a.kind))
    found[" ".join(sorted(kinds))] = 1.0 if len(kinds) == 1 else 0.0
    found["two kinds"] = one.a.kind != two.a.kind
    found["other polarity"] = one.a.polarity != two.a.polarity
    spots = [t.a.about.geonameid for t in (one, two)]
    found["one spot"] = spots[0] is not None and spots[0] == spots[1]
    found["two spots"] = None not in spots and spots[0] != spots[1]
    found["condemns"] = "condemns" in (one.a.polarity, two.a.polarity)
    found["demands"] = any(
        t.a.polarity in ("demands", "asks", "promises", "predicts") for t in (one, two)
    )
    return found
