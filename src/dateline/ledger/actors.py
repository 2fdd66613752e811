"""Who speaks: a key for a name that is the same whatever the spelling, and what it speaks for.

Pure. A speaker's key is built from its words without titles, accents or word order; a state's names,
demonyms and metonyms become its ISO code, so that "Russia's Ministry of Defence", "the Russian
Defense Ministry" and "Moscow" all end in ``ru``. Nothing here is learnt from one archive: what an
editor decides lies in the ``alias`` table and wins.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_DROPPED = frozenset("the a an of and for in at to de la le les du des s its their his her".split())
_SAME = {
    "defense": "defence", "ministry": "ministry", "minister": "ministry", "ministere": "ministry",
    "armed": "army", "forces": "army", "military": "army", "troops": "army", "spokesman": "",
    "spokeswoman": "", "spokesperson": "", "officials": "", "official": "", "sources": "",
    "source": "", "authorities": "government", "presidency": "president", "office": "",
    "radio": "radio", "agency": "", "news": "", "department": "ministry",
}  # fmt: skip
_TRANSLIT = (("kh", "h"), ("sch", "sh"), ("ou", "u"), ("yy", "i"), ("iy", "i"), ("iï", "i"),
             ("ii", "i"), ("ey", "i"), ("ei", "i"), ("y", "i"), ("w", "v"), ("ph", "f"),
             ("ck", "k"), ("g", "h"))  # fmt: skip
_INSTITUTION = frozenset(
    "ministry government army police president parliament council committee party front union"
    " court prosecutor university church hospital radio television guard navy".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A comparable speaker. ``state`` is an ISO code in lower case where its name tells one."""

    key: str
    state: str | None = None
    government: bool = False
    surname: str | None = None


def plain(words: str) -> str:
    """Case and accents taken off."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("’", "'")


def _lines(name: str) -> list[str]:
    text = (files("dateline.ledger") / "lexicon" / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _titles() -> frozenset[str]:
    return frozenset(plain(line) for line in _lines("titles.txt"))


@cache
def _states() -> tuple[dict[str, str], frozenset[str]]:
    """From every name of a state to its code, and which of them mean the government itself."""
    codes: dict[str, str] = {}
    governments: set[str] = set()
    for line in _lines("states.txt"):
        code, names, metonyms, demonyms = line.split("|")
        governments |= {*names.split(","), *metonyms.split(",")}
        for name in (*names.split(","), *metonyms.split(","), *demonyms.split(",")):
            codes.setdefault(name, code.lower())
    return codes, frozenset(governments)


def state_of(word: str) -> str | None:
    """The lower-case ISO code of a state's name, demonym or metonym."""
    return _states()[0].get(plain(word))


def _tokens(name: str) -> list[str]:
    words = [re.sub(r"'s?$", "", w) for w in _WORD.findall(plain(name))]
    return [w for w in words if w and w not in _DROPPED]


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
    for old, new in _TRANSLIT:
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


@cache
def speaker(name: str) -> Speaker:
    """The comparable form of a speaker's name, as the dispatch gives it (title and all)."""
    codes, governments = _states()
    whole = " ".join(_tokens(name))
    if whole in governments:
        code = codes[whole]
        return Speaker(f"government {code}", code, government=True)
    words, code = _coded(_tokens(name))
    words = [_SAME.get(w, w) for w in words if _SAME.get(w, w)]
    if not words:
        return Speaker(f"government {code}" if code else whole, code, government=bool(code))
    if not _INSTITUTION.isdisjoint(words):
        key = " ".join(sorted(dict.fromkeys(words)) + ([code] if code else []))
        return Speaker(key, code, government=set(words) <= {"government"})
    kept = [w for w in words if w not in _titles()] or words
    bones = [_skeleton(w) for w in kept]
    return Speaker(" ".join(bones), code, surname=bones[-1] if len(kept) > 0 else None)


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


def _initials_fit(one: str, two: str) -> bool:
    """True unless the given names begin with different letters."""
    return one[0] == two[0]
