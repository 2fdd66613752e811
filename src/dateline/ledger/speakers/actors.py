"""Who speaks: a key for a name that is the same whatever the spelling, and what it speaks for.

Pure. A speaker's key is built from its words without titles, accents or word order; a state's
names, demonyms and metonyms become its ISO code, so that "Russia's Ministry of Defence", "le
ministère russe de la Défense" and "Moscow" all end in ``ru``. Three relations: ``same_speaker``,
``stands_for`` (Moscow for any Russian ministry) and a common ``state`` (one side, two speakers).
Nothing is learnt from one archive.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

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
    initials: str = ""


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
    nobody: frozenset[str]
    same: dict[str, str]
    french: dict[str, str]
    rulers: dict[str, str]
    seats: dict[str, str]
    transliteration: tuple[tuple[str, str], ...]


@cache
def _words() -> _Words:
    data = lexicons.table("speakers.toml")
    return _Words(
        dropped=frozenset(data["dropped"]),
        institutions=frozenset(data["institutions"]),
        crowds=frozenset(data["crowds"]),
        nobody=frozenset(data["nobody"]),
        same=data["same"],
        french={plain(w): english for w, english in data["french"].items()},
        rulers=data["rulers"],
        seats=data["seats"],
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
        for name in filter(None, f"{names},{metonyms},{demonyms}".split(",")):
            codes.setdefault(name, code.lower())
    return codes, frozenset(governments - {""})


def state_of(word: str) -> str | None:
    """The lower-case ISO code of a state's name, demonym or metonym."""
    return _states()[0].get(plain(word))


_ARTICLE = re.compile(r"^(?:the |l['’]|la |le |les )", re.IGNORECASE)
_INITIALS = re.compile(r"\s*\([^()]{2,12}\)$")


@cache
def _bodies() -> dict[str, str]:
    """From every name of an international body, articles and case taken off, to its English one."""
    rows = [line.split("|") for line in lexicons.lines("bodies.txt")]
    return {plain(name): names[0] for names in rows for name in names}


def _as_body(name: str) -> str:
    """The English name of the international body that a name means; else the name."""
    bare = _ARTICLE.sub("", _INITIALS.sub("", name.strip()))
    return name if bare.islower() else _bodies().get(plain(bare), name)


def publisher(agency: str) -> str | None:
    """The body in whose name an outlet writes: the UN of "UN News" or "U.N. Flash Update"."""
    first = agency.split(maxsplit=1)[0]
    return _bodies().get(plain(first)) if first.isupper() else None


@cache
def _state_names() -> dict[str, str]:
    lines = (line.split("|") for line in lexicons.lines("states.txt"))
    return {code: names.split(",")[0] for code, names, *_ in lines}


def state_name(code: str) -> str | None:
    """The name of a state, in lower case, by its ISO code in capitals."""
    return _state_names().get(code)


_OFFICIAL = frozenset(
    (
        "ministry",
        "government",
        "army",
        "staff",
        "navy",
        "police",
        "prosecutor",
        "prosecutors",
        "presidency",
        "president",
    )
)


def official(one: Speaker) -> bool:
    """True for a government, its institutions and who holds its offices."""
    return one.government or not _OFFICIAL.isdisjoint(one.key.split())


_RUN_BY = re.compile(r"-(?:run|controlled|led|held|ruled)\b")


@lru_cache(maxsize=20_000)
def _raw(name: str) -> tuple[str, ...]:
    words = _WORD.findall(_RUN_BY.sub("", plain(name)))
    cut = (re.sub(r"^(?:d|l|qu)'|'s?$", "", w).replace(".", "") for w in words)
    french = _words().french
    return tuple(french.get(w) or french.get(w.removesuffix("s"), w) for w in cut)


def _tokens(name: str) -> list[str]:
    return [w for w in _raw(name) if w and w not in _words().dropped]


def _coded(words: list[str]) -> tuple[list[str], str | None]:
    """Words with a state's name (up to three words long) taken out, and its code; else with the
    name of whoever runs a state's ministries (Hamas, the Houthis).
    """
    codes = _states()[0]
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            code = codes.get(" ".join(words[at : at + size]))
            if code:
                return [w for w in words[:at] + words[at + size :] if w not in _rulers(code)], code
    ruler = next((w for w in words if w in _words().rulers), None)
    if ruler and "ministry" in words:
        return [w for w in words if w != ruler], _words().rulers[ruler]
    return words, None


def _rulers(code: str) -> frozenset[str]:
    return frozenset(name for name, of in _words().rulers.items() if of == code)


def _of_any_state(words: list[str]) -> list[str]:
    """A ministry or committee without what every state's may be called: "of national defence"."""
    if _EVERY_STATES.isdisjoint(words):
        return words
    return [w for w in words if w not in _NATIONAL] or words


_EVERY_STATES = frozenset(("ministry", "committee"))
_NATIONAL = frozenset(("national", "public"))


_ARABIC = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)-")
"""The article of Arabic names, which one outlet writes and another does not."""


def skeleton(word: str) -> str:
    """A surname without the differences that transliteration makes."""
    for old, new in _words().transliteration:
        word = word.replace(old, new)
    return re.sub(r"(.)\1", r"\1", word)


_IN_OFFICE = re.compile(
    r"(?:the )?[\w -]*\b(?:authorities|leadership|government) (?:in|of) (.+)", re.IGNORECASE
)


def _rules(name: str) -> Speaker | None:
    """The government that "the ethnic Armenian authorities in Karabakh" are; null for others."""
    found = _IN_OFFICE.fullmatch(name)
    ruled = speaker(found[1]) if found else None
    return ruled if ruled and ruled.government else None


@cache
def speaker(name: str) -> Speaker:
    """The comparable form of a speaker's name, as the dispatch gives it (title and all)."""
    codes, governments = _states()
    name = _as_body(name)
    whole = " ".join(_tokens(name))
    if whole in _words().seats:
        return Speaker(f"presidency {codes[whole]}", codes[whole])
    if whole in governments:
        ruling: Speaker | None = Speaker(
            f"government {codes[whole]}", codes[whole], government=True
        )
    else:
        ruling = _rules(name)
    if ruling:
        return ruling
    words, state = _coded(_tokens(name))
    body = not _words().institutions.isdisjoint(words)
    meant = (_words().same.get(w, w) for w in words)
    words = _of_any_state([w for w in meant if w])
    tail = [state] if state else []
    if not words:
        return Speaker(f"government {state}" if state else whole, state, government=bool(state))
    initials = "".join(w[0] for w in _raw(name) if w not in _words().dropped)
    if body or not _words().institutions.isdisjoint(words):
        key = " ".join(sorted(dict.fromkeys(words)) + tail)
        return Speaker(key, state, government=set(words) <= {"government"}, initials=initials)
    if words[-1] in _titles() or _OFFICE_OF.match(plain(name)):
        # an office, not a person: "Kharkiv regional governor", "the governor of the region"
        return Speaker(" ".join(sorted(words) + tail), state, initials=initials)
    bones = [skeleton(_ARABIC.sub("", w)) for w in words if w not in _titles()]
    return Speaker(" ".join(bones), state, surname=bones[-1], initials=initials)


@lru_cache(maxsize=100_000)
def same_speaker(a: str | None, b: str | None) -> bool:
    """True if two names stand for one speaker: equal keys, a surname and its full name, initials
    and what they stand for, or an institution with and without its country ("the health ministry",
    "Gaza's health ministry"). A nameless speaker is nobody's equal.
    """
    if a is None or b is None:
        return False
    one, two = speaker(a), speaker(b)
    if one.key == two.key or _abbreviates(one, two) or _abbreviates(two, one):
        return True
    if one.surname and one.surname == two.surname:
        return " " not in one.key or " " not in two.key or _initials_fit(one.key, two.key)
    return _bare(one, two) or _bare(two, one)


def stands_for(a: str | None, b: str | None) -> bool:
    """True if one name is a government and the other one of its institutions: Moscow and the
    Russian foreign ministry speak for one side, though they are two actors.
    """
    if a is None or b is None:
        return False
    one, two = speaker(a), speaker(b)
    return one.state is not None and one.state == two.state and (one.government or two.government)


def one_side(a: str | None, b: str | None) -> bool:
    """True if two speakers speak for one state."""
    if a is None or b is None:
        return False
    state = speaker(a).state
    return state is not None and state == speaker(b).state


_LOCAL = frozenset(("governor", "mayor"))


def same_office(a: str, b: str) -> bool:
    """True for a local office with and without its place: the governor, Kharkiv's governor."""
    one, two = (frozenset(_tokens(name)) - {"region", "regional", "city"} for name in (a, b))
    return bool(one & two & _LOCAL) and (one <= two or two <= one)


def _bare(one: Speaker, two: Speaker) -> bool:
    """True if ``one`` is ``two`` without its country."""
    if one.state or not two.state or one.surname or two.surname or one.government or two.government:
        return False
    return f"{one.key} {two.state}" == two.key


_FEWEST_INITIALS = 3


def _abbreviates(one: Speaker, two: Speaker) -> bool:
    """True if one name is a single word of the other's initials, or of its last ones: RSF, the
    paramilitary Rapid Support Forces.
    """
    if len(two.initials) < _FEWEST_INITIALS or len(one.key) < _FEWEST_INITIALS or " " in one.key:
        return False
    return two.initials.endswith(one.key) or skeleton(two.initials) == one.key


def crowd(name: str | None) -> bool:
    """True for speakers without a name of their own: witnesses, residents, sources."""
    return name is not None and not _words().crowds.isdisjoint(plain(name).split())


def bodies(name: str) -> bool:
    """True for a name of an institution or a group."""
    found = speaker(name)
    return found.surname is None and not found.government


def nobody(name: str | None) -> bool:
    """True for what says nothing by itself: "the toll", "the figures"."""
    return name is not None and _words().nobody.issuperset(_tokens(name))


def _initials_fit(one: str, two: str) -> bool:
    """True unless the given names begin with different letters."""
    return one[0] == two[0]
