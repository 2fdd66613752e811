"""Whose soldiers are counted, where the words for them do not tell: by whom, and as whose losses.

Pure.
"""

import re

from dateline.ledger.asserted.populations import ARMED, BOTH, CODED, nations, population
from dateline.ledger.speakers.actors import speaker, state_name, state_of

_LOSSES = re.compile(
    r"(\w+)(?:['’]s)?(?: (\w+))? (?:losses|casualties|fatalities|dead)\b[^.;]{0,120}$",
    re.IGNORECASE,
)


_OWN = re.compile(
    r"\b(?:its|his|her|their|our|ses|leurs|nos) (?:own )?(?:(?:military|total|overall) )*"
    r"(?:(?:death )?tolls?|loss(?:es)?|dead|pertes|bilan)\b[^.;]{0,80}$",
    re.IGNORECASE,
)
_OF_ITS = re.compile(r"\b(?:of|de) (?:its|his|their|our|ses|leurs) ", re.IGNORECASE)


_ENEMY = re.compile(
    r"\b(?:enem(?:y|ies)|occup\w+|invad\w+|adversar\w+|mercenar\w+|eliminat\w+|neutrali\w+"
    r"|liquidat\w+|destroy\w*|annihilat\w+|ennemi\w*|killing)\b",
    re.IGNORECASE,
)


def of_whom(
    key: str | None, words: str, before: str, state: str | None, *, army: bool
) -> str | None:
    """A population of fighters with the nation whose they are.

    Either the words before speak of its losses (Ukrainian losses amount to 22,000 servicemen), or
    the speaker counts its own (58 of its fighters), as an army does where it does not speak of the
    enemy's. ``state``: the speaker's, as a code; ``army``: it is that state's army or its ministry.
    """
    if key is None:
        key = _told_before(before)
    who = population(key or "")
    if nations(who) or (who.classes and not who.classes <= ARMED):
        return key
    if (loser := _lost(before, state)) is not None and (not who.classes or who.classes <= ARMED):
        men = key is None or key in _MEN
        own = f"{CODED}{loser}" if loser == state else state_name(loser.upper()) or loser
        return f"{own} {'soldiers' if men else key}" if men or who != _ANYONE else key
    told = _LOSSES.search(before) if who.classes else None
    whose = next((w for w in told.groups() if w and state_of(w)), None) if told else None
    if whose:
        return f"{whose.casefold()} {key}"
    its_own = _OWN.search(before) is not None
    its_own = its_own or (bool(who.classes) and _OF_ITS.search(words) is not None)
    ours = army and who.classes == {"soldier"} and not _ENEMY.search(f"{before}{words}")
    return f"{CODED}{state} {key or 'soldiers'}" if state and (its_own or ours) else key


def reported(before: str, state: str | None) -> str | None:
    """The people of a state that has "reported" so many dead or hurt, told without a noun: its own;
    None if no state has, by the words before a count.
    """
    told = _HAS_REPORTED.search(before) if state else None
    if told is None:
        return None
    return f"{CODED}{state} soldiers" if _ADMITS.search(told[0]) else f"{CODED}{state}"


_ANYONE = population("")
_ADMITS = re.compile(r"\b(?:acknowledged|admitted|reconna[\u00eei]t|reconnu)\b", re.IGNORECASE)
"""What a state at war admits is the loss of its soldiers."""
_BOTH_SIDES = re.compile(
    r"^[^.;]{0,60}?\b(?:on (?:both|either|the two) sides\b"
    r"|(?:in|from|across) (?:both|the two) countries"
    r"|des deux c[\u00f4o]t[\u00e9e]s|dans les deux (?:pays|camps))",
    re.IGNORECASE,
)
_ON_SIDE = re.compile(
    r"^ ?(?:were |was |are )?(?:on the (?P<en>[\w-]+) side\b"
    r"|(?:du )?c[\u00f4o]t[\u00e9e] (?P<fr>[\w-]+))",
    re.IGNORECASE,
)


def of_both(key: str | None, after: str) -> str | None:
    """A population with what the words behind a count say of its side: both, or a nation's."""
    if _BOTH_SIDES.match(after):
        return f"{key or ''} {BOTH}s".strip()
    side = _ON_SIDE.match(after)
    state = speaker(side["en"] or side["fr"]).state if side else None
    if state and not nations(population(key or "")):
        return f"{CODED}{state} {key or ''}".strip()
    return key


_HAS_REPORTED = re.compile(
    r"^[^,.;]{3,40}? (?:(?:has|have|had|so far|officially|only|also) )*(?:reported|acknowledged"
    r"|admitted|confirmed|announced|reconna[\u00eei]t|reconnu)(?: (?:just|only|at least|about))?\s*"
    r"(?:[\d.,]+ (?:dead|deaths|killed|morts)(?:,? [^.;]{3,40},)? (?:and|et) )?$",
    re.IGNORECASE,
)
_HAS_LOST = re.compile(
    r"\b(?P<who>[\w'’-]+)(?: (?:army|military|forces|armed forces|troops|side))?"
    r" (?:(?:has|had|have|so far|already|also) )*"
    r"(?:lost|(?:confirm|acknowledg|admit)\w* the loss of)(?:\s[\w, -]{0,80})?$",
    re.IGNORECASE,
)
_MEN = frozenset(("men", "troops"))
_SPEAKER = frozenset(("it", "we", "they", "he", "she", "country"))


def _lost(before: str, state: str | None) -> str | None:
    """The state that has lost what is counted, as a code: "Russia has lost", "it had lost"."""
    found = _HAS_LOST.search(before)
    if found is None:
        return None
    who = found["who"].casefold().removesuffix("'s").removesuffix("’s")
    return state if who in _SPEAKER else state_of(who)


_NUMBER_OF = re.compile(
    r"\b(?:number|count|toll|tally) of (?:the |its |their )?([\w-]+(?: [\w-]+)?)\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|deaths|casualties|fatalities|losses|killed|wounded)$", re.IGNORECASE)
_SIDE_LOSSES = re.compile(
    r"(\w+)(?:['\u2019]s)?(?: (?:military|army|combat|total|own))? losses\b[^.;]{0,60}$",
    re.IGNORECASE,
)


_HOSTILE = re.compile(
    r"\b(?:enemy|hostile|adversary)(?:['\u2019]s)? (?:(?:combat|total|military) )*losses\b"
    r"|\blosses of the (?:enemy|occup\w+|adversary)\b|\bpertes (?:ennemies|de l['\u2019]ennemi)\b"
    r"|\bown (?:forces|losses|troops)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(r"\b(?:personnel|manpower|servicemen)\W{1,4}(?:[a-z]+ ){0,2}$", re.IGNORECASE)


def _told_before(before: str) -> str | None:
    """Who is counted by a bare number: "the number of servicemen ... has reached", "Russia's losses
    were"; None if the words do not say.
    """
    if (found := _NUMBER_OF.search(before)) and (
        population(found[1]).classes or (nations(population(found[1])) and _DEAD.search(found[1]))
    ):
        return found[1].casefold()
    if _HOSTILE.search(before) or _STAFF.search(before):
        return "soldiers"
    lost = _SIDE_LOSSES.search(before)
    return f"{lost[1].casefold()} soldiers" if lost and state_of(lost[1]) else None


def own(key: str | None) -> bool:
    """True for a speaker's own fighters, as ``of_whom`` marks them."""
    return key is not None and key.startswith(CODED)
