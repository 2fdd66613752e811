"""How place names are written, whatever the accents, case and abbreviations."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

APOSTROPHES = str.maketrans("", "", "'’ʼ`´‘.")
BREAKS = re.compile(r"[\s\-–—/]+")
SHORT = {
    "saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "co": "county", "twp": "township",
}  # fmt: skip
STROKES = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
SHORTEST, ALIKE = 5, 0.84  # letters, and share of equal letters, of two spellings of one name
AIRPORT = re.compile(r"[A-Z]{2,4}")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """The key under which a name is looked up: no accents, case, dots or hyphens; ``St`` for Saint.

    >>> fold("Saint-Étienne"), fold("St. Etienne")
    ('st etienne', 'st etienne')
    """
    if not name.isascii():
        marks = unicodedata.normalize("NFKD", name)
        name = "".join(c for c in marks if not unicodedata.combining(c))
    folded = name.translate(APOSTROPHES).casefold().translate(STROKES)
    return " ".join(SHORT.get(word, word) for word in BREAKS.split(folded) if word)


def is_alike(one: str, two: str) -> bool:
    """True for two keys that differ only as transliterations of one name do.

    >>> is_alike("sloviansk", "slovyansk"), is_alike("nikopol", "slovyansk")
    (True, False)
    """
    if one[:1] != two[:1] or min(len(one), len(two)) < SHORTEST or " " in one + two:
        return False
    alike = SequenceMatcher(None, one, two, autojunk=False)
    return alike.real_quick_ratio() >= ALIKE and alike.ratio() >= ALIKE


def is_latin_name(name: str) -> bool:
    """True for a name that Latin-script copy may use: no airport codes, no lower-case
    transliterations, which GeoNames lists among the alternate names.
    """
    return (
        len(name) > 2
        and name[0].isupper()
        and not AIRPORT.fullmatch(name)
        and all(c < "ɐ" or "Ḁ" <= c <= "ỿ" or c in "’ʼ‘–" for c in name)
    )
