"""On whose side a doer or the holder of a place is, by the words for it. Pure."""

from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain, speaker


@cache
def side(name: str) -> str | None:
    """``rebel``, ``government`` (of no named state) or a state's code; None if no word tells."""
    words = f" {plain(name)} "
    known = lexicons.table("sides.toml")
    if any(f" {word} " in words for word in known["rebel"]):
        return "rebel"
    ally = next((code for word, code in known["for"].items() if word in words), None)
    found = ally or speaker(name).state
    if found is None and any(f" {word} " in words for word in known["government"]):
        return "government"
    return found


def one_side(one: str, two: str) -> bool | None:
    """Whether two doers are on one side; None if it is not known of both. A government of no named
    state may be that of any.
    """
    sides = {side(one), side(two)}
    if None in sides:
        return None
    return len(sides) == 1 or ("government" in sides and all(_governs(s) for s in sides if s))


_CODE = 2


def irregular(found: str | None) -> bool:
    """True for those who fight a state, by whatever name."""
    return found is not None and not _governs(found)


def _governs(found: str) -> bool:
    """True for a state, by its code or without a name; not for those who fight one."""
    return found == "government" or len(found) == _CODE


@cache
def fights_for(code: str) -> str:
    """The code of the state on whose side the people of a land fight: its own, or another's."""
    return str(lexicons.table("sides.toml")["land"].get(code, code))


@cache
def fights(word: str) -> bool:
    """True for a word for those or that which makes attacks: forces, jets, artillery."""
    return word in lexicons.table("sides.toml")["arms"]
