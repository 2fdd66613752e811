"""Words reduced to what they mean: synonyms, phrases and numbers compare equal however put."""

from functools import cache, lru_cache

from dateline.report import lexicons, quantities
from dateline.report.gate import kinds, senses
from dateline.report.words import Token, fold, stem, tokens

ALIKE = 6  # letters that two words of one family share: "suspends", "suspension"


@cache
def _singles() -> dict[str, str]:
    """Stem to idea."""
    groups = (*lexicons.groups("synonyms"), *lexicons.groups("demonyms"))
    pairs = [(stem(fold(word)), group[0]) for group in groups for word in group if "_" not in word]
    return dict(reversed(pairs))


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """Stem and following word to idea."""
    found = {}
    for group in lexicons.groups("synonyms"):
        for word in group:
            if "_" in word:
                first, second = word.split("_")
                found[stem(fold(first)), fold(second)] = group[0]
    standing = {(p.split("_")[0], p.split("_")[1]): p for p in kinds.phrases()}
    return standing | senses.phrases() | found


def idea(key: str) -> str:
    """What a stem means: the first word of its group, or itself."""
    return _singles().get(key, key)


def ideas_of(keys: frozenset[str]) -> frozenset[str]:
    """What some stems mean."""
    return frozenset(map(idea, keys))


@lru_cache(maxsize=4096)
def ideas(text: str) -> tuple[str, ...]:
    """The idea of each token of a text; the empty string for a token that belongs to the last."""
    found = tokens(text)
    said = [_idea(found, i) for i in range(len(found))]
    for i in range(1, len(found)):
        if (found[i - 1].key, found[i].fold) in _phrases():
            said[i] = ""
    for quantity in quantities.find(text):
        value = "" if quantity.value is None else f"{quantity.value:g}"
        said[quantity.first] = f"#{value or quantity.kind}"
        for i in range(quantity.first + 1, quantity.last + 1):
            said[i] = ""
    return tuple(said)


def _idea(found: tuple[Token, ...], i: int) -> str:
    if found[i].text == "US":
        return "america"
    if i + 1 < len(found):
        phrase = _phrases().get((found[i].key, found[i + 1].fold))
        if phrase:
            return phrase
    return found[i].key if found[i].fold in lexicons.words("negations") else idea(found[i].key)


def kin(a: str, b: str) -> bool:
    """True if two stems are of one family, as far as their first letters tell."""
    if len(a) <= ALIKE or a[:ALIKE] in lexicons.words("unrelated"):
        return len(a) >= ALIKE - 1 and len(b) >= ALIKE - 1 and a[:-1] == b[:-1]
    return a[:ALIKE] == b[:ALIKE]


SHORTEST = 4  # letters of a name from which another may be derived
ENDINGS = frozenset(("n", "an", "ian", "ese", "es", "ish", "i", "ic"))


def derived(a: str, b: str) -> bool:
    """True for a country and its people: Korea, Korean."""
    short, long = sorted((a, b), key=len)
    return len(short) >= SHORTEST and long[len(short) :] in ENDINGS and long.startswith(short)
