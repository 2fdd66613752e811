"""Pronouns whose bearer stands in another sentence, and words of a quotation that point outside
it.
"""

import re

from dateline.report import lexicons
from dateline.report.words import fold, is_function, tokens

QUOTATION = re.compile(r"[“«]([^”»]*)[”»]|\"([^\"]*)\"")
PLURAL = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
GROUPS = frozenset(
    ["people", "police", "army", "government", "men", "women", "children", "group", "family",
     "crowd", "staff", "team", "front", "party", "movement", "majority", "everyone", "everybody",
     "anyone", "press", "media", "who", "those", "all", "some", "many", "most", "others", "both"]
)  # fmt: skip
"""What "they" can stand for without an s at its end."""

NO_PLURAL = frozenset(
    ["this", "is", "was", "has", "does", "its", "his", "us", "as", "says", "thus"]
)
OUTWARD = re.compile(
    r"^\W*(?:and |but |so )?(?:(?:that|this|these|those|they|them|he|she|such|then|here)\b"
    r"|(?:it|there)\b(?! (?:is|was|are|were|will be|has been) (?:no|a|an|not|\w+ (?:that|to))\b))"
    r"|\b(?:this|these|those|such)\s+(?!country\b|nation\b|government\b|year\b|week\b"
    r"|continent\b|is\b|was\b|will\b|we\b|the\b|they\b|he\b|she\b|it\b|there\b|of\b)[a-z]{3,}"
    r"|\bthe (?:other|same|former|latter)\b|\b(?:they|them|their|he|she|his|him|her)\b",
    re.IGNORECASE,
)
"""Words of a quotation that stand for something outside it."""


def plural(text: str) -> bool:
    """True if a sentence has "they" or "their" before it names any of several."""
    found = PLURAL.search(text)
    if found is None:
        return False
    before = tokens(text[: found.start()])
    return not any(
        word.fold in GROUPS
        or (word.fold.endswith("s") and len(word.fold) > 3 and word.fold not in NO_PLURAL)
        or (word.text[0].isupper() and i and not _is_date(word.fold))
        for i, word in enumerate(before)
    )


def _is_date(word: str) -> bool:
    return word in lexicons.words("months") or word in lexicons.words("days")


def outward(text: str) -> bool:
    """True if a quotation in a sentence speaks of something that stands outside it, as far as its
    words show: "This is an outrage", "they will pay".
    """
    return any(_points_out(found[1] or found[2] or "") for found in QUOTATION.finditer(text))


def _points_out(quoted: str) -> bool:
    for found in OUTWARD.finditer(quoted):
        before = quoted[: found.start()]
        bearers = [t for t in tokens(before) if not is_function(t)]
        pronoun = fold(found[0].split()[-1]) in ("they", "them", "their", "he", "she", "his", "him")
        if pronoun and bearers:
            continue
        return True
    return False
