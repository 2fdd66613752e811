"""Who speaks: a key for a name that is the same whatever the spelling, and what it speaks for.

Pure. A speaker's key is built from its words without titles, accents or word order; a state's
names, demonyms and metonyms become its ISO code, so that "Russia's Ministry of Defence", "the
Russian Defense Ministry" and "Moscow" all end in ``ru``. Nothing is learnt from one archive.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from dateline.ledger import lexicons

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_OFFICE_OF = re.compile(r"(?:the )?(?:\w+ ){1,2}(?:of|de|du|des) ")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A comparable speaker. ``state`` is an ISO code in lower case where its name tells one."""

    key: str
    state: str | None = None
    government: bool = False
    surname: str | None = None


def plain(words: str) -> str:
    """Case and accents taken off."""
    if words.isascii():
        return words.casefold()
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")


@dataclass(frozen=True, slots=True)
class _Words:
    dropped: frozenset[str]
    institutions: frozenset[str]
    crowds: frozenset[str]
    same: dict[str, str]
    transliteration: tuple[tuple[str, str], ...]


@cache
def _words() -> _Words:
    data = lexicons.table("speakers.toml")
    return _Words(
        dropped=frozenset(data["dropped"]),
        institutions=frozenset(data["institutions"]),
        crowds=frozenset(data["crowds"]),
        same=data["same"],
        transliteration=tuple((old, new) for old, new in data["transliteration"]),
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset(plain(line) for line in lexicons.lines("titles.txt"))


@cache
def _states() -> tuple[dict[str, str], frozenset[str]]:
    """From every name of a state to its code, and which of them mean the government itself."""
    codes: dict[str, str] = {}
    governments: set[str] = set()
    for line in lexicons.lines("states.txt"):
        code, names, metonyms, demonyms = line.split("|")
        governments |= {*names.split(","), *metonyms.split(",")}
        for name in (*names.split(","), *metonyms.split(","), *demonyms.split(",")):
            codes.setdefault(name, code.lower())
    return codes, frozenset(governments)


def state_of(word: str) -> str | None:
    """The lower-case ISO code of a state's name, demonym or metonym."""
    return _states()[0].get(plain(word))


def _tokens(name: str) -> list[str]:
    words = [re.sub(r"'s?$", "", w).replace(".", "") for w in _WORD.findall(plain(name))]
    return [w for w in words if w and w not in _words().dropped]


def _coded(words: list[str]) -> tuple[list[str], str | None]:
    """Words with a state's name (up to three words long) taken out, and its code."""
    codes = _states()[0]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            code = codes.get(" ".join(words[at : at + size]))
            if code:
                return words[:at] + words[at + size :], code
    return words, None


def _skeleton(word: str) -> str:
    """A surname without the differences that transliteration makes."""
    for old, new in _words().transliteration:
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


@cache
def speaker(name: str) -> Speaker:
    """The comparable form of a speaker's name, as the dispatch gives it (title and all)."""
    codes, governments = _states()
    whole = " ".join(_tokens(name))
    if whole in governments:
        return Speaker(f"government {codes[whole]}", codes[whole], government=True)
    words, state = _coded(_tokens(name))
    meant = (_words().same.get(w, w) for w in words)
    words = [w for w in meant if w]
    tail = [state] if state else []
    if not words:
        return Speaker(f"government {state}" if state else whole, state, government=bool(state))
    if not _words().institutions.isdisjoint(words):
        key = " ".join(sorted(dict.fromkeys(words)) + tail)
        return Speaker(key, state, government=set(words) <= {"government"})
    if words[-1] in _titles() or _OFFICE_OF.match(plain(name)):
        # an office, not a person: "Kharkiv regional governor", "the governor of the region"
        return Speaker(" ".join(sorted(words) + tail), state)
    bones = [_skeleton(w) for w in words if w not in _titles()]
    return Speaker(" ".join(bones), state, surname=bones[-1])


def same_speaker(a: str | None, b: str | None) -> bool:
    """True if two names stand for one speaker: equal keys, a surname and its full name, or a
    government and one of its institutions. A nameless speaker is nobody's equal.
    """
    if a is None or b is None:
        return False
    one, two = speaker(a), speaker(b)
    if one.key == two.key:
        return True
    if one.state and one.state == two.state and (one.government or two.government):
        return True
    if one.surname and one.surname == two.surname:
        return " " not in one.key or " " not in two.key or _initials_fit(one.key, two.key)
    return False


def crowd(name: str | None) -> bool:
    """True for speakers without a name of their own: witnesses, residents, sources."""
    return name is not None and not _words().crowds.isdisjoint(plain(name).split())


def _initials_fit(one: str, two: str) -> bool:
    """True unless the given names begin with different letters."""
    return one[0] == two[0]
