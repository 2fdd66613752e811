"""Verdicts weighed by what judged pairs of other wires taught: for ``dateline judge`` alone. Pure.

A multinomial logistic regression over ``pair_signs``, with weights of ``tools/train_verdicts.py``
in ``lexicon/verdicts.weights``. What the rules found is one sign among others, and half of the
weight was learnt without it: rules that fit the wires they were written for promise too much. A
verdict that the numbers rule out is never given, and every verdict against the rules tells what
they found. The judged pairs are those that somebody thought worth a question; of all that stand
side by side, few are. So a second regression tells how likely it is that an editor would set two
beside each other at all, and where that is unlikely, what the rules leave uncompared stays so. What
the ledger writes down, and so every page, rests on the rules.
"""

import math
import re
from dataclasses import replace
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.speakers.actors import crowd
from dateline.ledger.verdicts.comparable import one_of_a_house
from dateline.ledger.verdicts.pair_signs import Signs, signs
from dateline.ledger.verdicts.rulings import Ruling
from dateline.ledger.verdicts.voices import begin, denies, one_voice, say, who
from dateline.ledger.verdicts.wires import Wire
from dateline.records import Assertion
from dateline.records.vocabulary import Origins, Verdict

WEIGHTS = "verdicts.weights"
VERDICTS: tuple[Verdict, ...] = ("same", "supports", "contradicts", "supersedes", "not comparable")
ORIGINS: tuple[Origins, ...] = ("one", "several", "unclear")

_SURE = 0.9
"""Probability of "not comparable" from which a pair that only words brought together is dropped."""
WORTH_ASKING = -1.0
"""Log odds that an editor would relate two, from which weights may say how, against the rules. Of
related pairs of wires left out, 95 in 100 reach it, of pairs beside them that nobody judged 28."""
WORTH_RELATING = -0.7
"""The same of accounts, of which many more stand side by side by chance."""
_IDLE = -2.0
"""Log odds below which a pair that only words brought together is not worth a line."""


def decided(ruling: Ruling, wire: Wire, *, sought: bool) -> Ruling | None:
    """A ruling of the rules, weighed; None for a pair that says nothing to an editor.

    Args:
        ruling: what the rules found.
        wire: what is known of all that is set side by side.
        sought: whether the two share a key to be compared by; else only words, a place or a day.

    """
    found = signs(ruling, wire)
    odds = _odds(found)
    likely = _shares(odds[: len(VERDICTS)])
    verdict = _likeliest(dict(zip(VERDICTS, likely, strict=True)), found)
    if verdict != ruling.verdict and _certain(ruling, verdict, found, likely):
        verdict = ruling.verdict
    asked = odds[-1]
    if ruling.verdict == "not comparable" and asked < worth_asking(found):
        verdict = "not comparable"
    if not sought and verdict == "not comparable" and (likely[-1] >= _SURE or asked < _IDLE):
        return None
    origins = dict(zip(ORIGINS, odds[len(VERDICTS) : -1], strict=True))
    origin = max(ORIGINS, key=lambda o: origins[o])
    if origins[origin] - origins[ruling.origin] <= _CLOSE:
        origin = ruling.origin
    if verdict == ruling.verdict:
        return replace(ruling, origin=origin)
    return _against(replace(ruling, origin=origin), verdict, wire)


def worth_asking(found: Signs) -> float:
    """The odds from which weights may relate what the rules leave uncompared."""
    return WORTH_ASKING if found.get("counts") else WORTH_RELATING


def _certain(ruling: Ruling, verdict: Verdict, found: Signs, likely: list[float]) -> bool:
    """True for what the rules know better: a speaker's later toll, one number told twice, two who
    cannot both be right and are of no one government, small equal numbers from two places; in
    telex capitals, of which less is read, whatever is not clearly likelier.
    """
    rule = (ruling.rule, ruling.verdict)
    if rule in _SETTLED or (ruling.verdict == "supports" and found.get("both deny")):
        return True
    body = found.get("both bodies") or found.get("one a body")
    if rule == ("bounds", "contradicts"):
        return bool(found.get("two voices")) and not (found.get("one side") and body)
    if ruling.verdict != "not comparable":
        return False
    counts = bool(found.get("counts"))
    if one_of_a_house(ruling.a, ruling.b) if counts else _apart(ruling, verdict, found):
        return True
    if found.get("n place apart") and found.get("numbers equal") and found.get("small"):
        return bool(found.get("two voices"))
    gain = likely[VERDICTS.index(verdict)] - likely[VERDICTS.index(ruling.verdict)]
    return ruling.a.text.isupper() and gain <= _TELEX


def _apart(ruling: Ruling, verdict: Verdict, found: Signs) -> bool:
    """True for accounts that no weights bring together: of two towns, denials by two sides, parts
    of one dispatch that the rules have compared as wholes; and, as contradictions, those without
    two named voices and a sign that they are opposed.
    """
    if ruling.rule == "scene" and found.get("two spots"):
        return True
    if found.get("both deny") and (found.get("two sides") or verdict == "same"):
        return True
    if ruling.rule == "kind" and found.get("one dispatch"):
        return True
    return verdict == "contradicts" and not _opposed(ruling, found)


def _opposed(ruling: Ruling, found: Signs) -> bool:
    a, b = ruling.a, ruling.b
    if not found.get("two voices") or found.get("both deny") or crowd(a.by) or crowd(b.by):
        return False
    if found.get("one denies"):
        shared = found.get("some words") or found.get("stances")
        return bool(shared) and _DENIAL.search((b if denies(a) else a).text) is None
    return any(map(found.get, ("one negates", "stances part", "numbers part", "one false")))


_DENIAL = re.compile(r"\bden(?:y|ies|ied|ying|ial)\b|\bdémen", re.IGNORECASE)
"""Who tells of a denial is not contradicted by it."""
_SETTLED = frozenset(
    (
        ("later toll", "supersedes"),
        ("equal figures", "same"),
        ("revised", "supersedes"),
        ("account", "supersedes"),
        ("doer", "not comparable"),
        ("denial", "not comparable"),
    )
)
_TELEX = 0.1
"""Probability by which a verdict against the rules must be the likelier, in telex capitals."""
_CLOSE = 0.3
"""Log odds by which another origin must be the likelier than that which the rules found."""


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    rows = (line.split("\t") for line in lexicons.lines(WEIGHTS))
    return {sign: tuple(float(w) for w in some) for sign, *some in rows}


def _odds(found: Signs) -> list[float]:
    """Log odds of every verdict, then of every origin, then that the two are worth a question."""
    sums = [0.0] * (len(VERDICTS) + len(ORIGINS) + 1)
    known = _weights()
    for sign, value in found.items():
        for at, weight in enumerate(known.get(sign, ())):
            sums[at] += value * weight
    return sums


def _shares(odds: list[float]) -> list[float]:
    most = max(odds)
    parts = [math.exp(x - most) for x in odds]
    return [part / sum(parts) for part in parts]


def _likeliest(likely: dict[Verdict, float], found: Signs) -> Verdict:
    return max(possible(found), key=lambda v: likely[v])


def possible(found: Signs) -> tuple[Verdict, ...]:
    """The verdicts that the numbers of a pair leave open: equal ones do not contradict each other,
    nor those whose bounds meet; unequal ones are not the same.
    """
    out: tuple[Verdict, ...] = ()
    if found.get("numbers equal"):
        out = ("contradicts", "supersedes")
    elif found.get("numbers alike"):
        out = ("contradicts",)
    elif found.get("numbers meet"):
        out = ("contradicts", "same")
    elif found.get("numbers part"):
        out = ("same",)
    return tuple(v for v in VERDICTS if v not in out)


def _against(ruling: Ruling, verdict: Verdict, wire: Wire) -> Ruling:
    """A verdict that the rules did not find, with its reason and what they found."""
    if verdict == "supersedes" and _told_first(ruling, wire):
        ruling = replace(ruling, a=ruling.b, b=ruling.a)
    a, b = ruling.a, ruling.b
    counts = a.kind == b.kind == "figure"
    reason = _of_counts(a, b, verdict) if counts else _of_accounts(a, b, verdict)
    was = ruling.reason[:1].lower() + ruling.reason[1:]
    if ruling.verdict == "not comparable":
        return replace(ruling, verdict=verdict, reason=f"{reason} A doubt remains: {was}",
                       rule="weighing")  # fmt: skip
    return replace(ruling, verdict=verdict, reason=f"{reason} Against it: {was}", rule="weighed")


_EARLIER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|preliminary|up from|down from|at first"
    r"|had (?:said|spoken|put|given|denied)|précédent\w*|auparavant|d'abord)\b",
    re.IGNORECASE,
)


def _told_first(ruling: Ruling, wire: Wire) -> bool:
    """True if what stands later in one dispatch is what was said earlier."""
    a, b = (wire.told(x).sentence for x in (ruling.a, ruling.b))
    one = ruling.a.guid == ruling.b.guid
    return one and _EARLIER.search(a) is not None and _EARLIER.search(b) is None


def _of_counts(a: Assertion, b: Assertion, verdict: Verdict) -> str:
    mine, yours = f"{begin(who(a))} {say(a)} {in_words(a)}", f"{who(b)} {in_words(b)}"
    if verdict == "same":
        return f"{begin(who(a))} and {who(b)} both say {in_words(a)}."
    if verdict == "supports":
        return f"{mine}, {yours}: both can be true."
    if verdict == "contradicts":
        return f"{mine}, {yours}: both cannot be true."
    if verdict == "supersedes":
        before = "earlier" if one_voice(a, b) else f"{who(b)} earlier"
        return f"{begin(who(a))} now {say(a)} {in_words(a)}, {before} {in_words(b)}."
    return f"{mine}, {yours}: too little tells that they count the same."


def _of_accounts(a: Assertion, b: Assertion, verdict: Verdict) -> str:
    one, two = begin(who(a)), who(b)
    if verdict == "same":
        return f"{one} and {two} say the same in other words."
    if verdict == "supports":
        return f"What {who(a)} {say(a)} bears out what {two} {say(b)}."
    if verdict == "supersedes":
        return f"{one} now {say(a)} otherwise than {two} before."
    if verdict == "not comparable":
        return "They may well tell of different matters."
    if denies(a) != denies(b):
        denier, other = (a, b) if denies(a) else (b, a)
        return f"{begin(who(denier))} {say(denier, 'deny')} what {who(other)} {say(other)}."
    return f"What {who(a)} {say(a)} and what {two} {say(b)} cannot both be true."
