"""The ways of telling who holds a place: patterns made of the words in ``holding.toml``. Pure."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.ledger import lexicons

NOT = r"not|never|no\s+longer|n['\u2019]?t|pas|plus|jamais|n['\u2019]est|ne|n['\u2019]a"
NO = re.compile(rf"\b(?:{NOT})\b|n['\u2019]t\b", re.IGNORECASE)

_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019-]{2,}(?:[ -][A-Z][\w'\u2019-]+)?"
NAME = re.compile(
    r"(?:(?i:town|city|village|settlement|base|district)\s+of\s+)?"
    rf"((?:(?:al|el|as|ash|ar|az)-)?{_CAPITAL})"
)
NAME_BEFORE = re.compile(rf"({_CAPITAL})\s*$")
"""A place that the reader does not know, right behind the words or before them."""

Holder = Literal["before", "behind", "speaker", "guest", "nobody", "fought"]


@dataclass(frozen=True, slots=True)
class Form:
    """A way of telling it. ``after``: the place follows the words, else it stands before them.

    ``holder``: named before or behind the words; the speaker; one who has only come in; nobody, for
    a place that has fallen; none yet, where fighting goes on. ``gone``: holds it no longer.
    """

    pattern: re.Pattern[str]
    holder: Holder
    after: bool
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The forms; words of which a sentence that has a form has one; helping verbs before the words;
    "the city"; "its forces"; what ends a clause; and words of claims, which hold nothing.
    """

    forms: tuple[Form, ...]
    signs: frozenset[str]
    helped: re.Pattern[str]
    unnamed: re.Pattern[str]
    own: re.Pattern[str]
    cut: re.Pattern[str]
    claims: re.Pattern[str]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE | re.DOTALL)


def _form(pattern: str, holder: Holder, *, after: bool, gone: bool = False) -> Form:
    return Form(_pattern(rf"\b(?:{pattern})"), holder, after, gone)


@cache
def words() -> Words:
    """The patterns, made once."""
    known = {k: v.replace(" ", r"\s+") for k, v in lexicons.table("holding.toml").items()}
    kind = rf"(?:(?:{known['kind']})\s+)*"
    return Words(
        forms=_forms(known, kind),
        signs=_signs(known),
        helped=_pattern(rf"(?:\s+(?:{known['helpers']}|{NOT}))*\s*$"),
        unnamed=_pattern(rf"(?:the\s+)?{kind}(?:{known['places']}|it)\b"),
        own=_pattern(rf"(?:(?:that\s+)?(?:it|they|we|he)|(?:{known['ours']})\s+.*)"),
        cut=_pattern(
            r"[,;:.\"\u201c\u201d()-](?:\s|$)|[\"\u201c(]" rf"|\b(?:{known['joins']})(?:\s|$)"
        ),
        claims=_pattern(rf"\b(?:{known['claims']})\b"),
    )


_TELLING = ("left", "leaving", "enters", "holds", "takes", "keeps", "taken", "lost")
_SIGN = re.compile(r"[^\W\d_]{3,}")
_FOUGHT = frozenset(("fighting", "clashes", "battle", "battles", "control", "hands", "contrôle",
                     "mains", "troops", "soldiers", "soldier", "servicemen"))  # fmt: skip


def _signs(known: dict[str, str]) -> frozenset[str]:
    found = {w for name in _TELLING for w in _SIGN.findall(known[name])}
    return frozenset(found - set(known["common"].split("|"))) | _FOUGHT


def _forms(known: dict[str, str], kind: str) -> tuple[Form, ...]:
    where = rf"(?:{known['share']})?(?:the\s+)?{kind}"
    by = (
        r"\s+by\s+(?P<who>[^,.;\"\u201c\u201d]{3,50}?)"
        r"(?=[,.;\"\u201d]|\s+(?:on|in|after|since|and)\b|$)"
    )
    under = (
        rf"(?:in|under|sous)\s+(?!(?:the|le)\s+{kind}(?:control|hands|contr\u00f4le))"
        rf"(?P<who>[^,.;\"]{{2,40}}?)\s+{kind}"
        r"(?:control|hands|contr\u00f4le)\b"
    )
    under_of = (
        rf"(?:in|under|sous|aux)\s+(?:the\s+|le\s+)?{kind}(?:control|hands|contr\u00f4le|mains)\s+"
        r"(?:of|de|des|du)\s+(?P<who>[^,.;\"\u201c\u201d]{3,50}?)"
        r"(?=[,.;\"\u201d]|\s+(?:on|in|after|since|and)\b|$)"
    )
    has = f"{known['holds']}|{known['takes']}|{known['keeps']}"
    absent = (
        r"(?:no|not a single|not one|not (?:see|seen|find|found) any|no sign of|no trace of)"
        rf"\s+(?P<who>(?:[\w'\u2019-]+\s+){{0,3}}?(?:{known['fighting']}))"
        r"\s+(?:(?:is|are|was|were|left|remains?|remained)\s+)?(?:in|inside|at|anywhere in)\s+"
    )
    goes_on = rf"[^,.;]{{3,40}}?\s+(?:{known['goes_on']})\b"
    return (
        _form(rf"(?:{known['left']})\s+{where}", "before", after=True, gone=True),
        _form(rf"(?:{known['leaving']})\s+{where}", "speaker", after=True, gone=True),
        _form(rf"{absent}{where}", "behind", after=True, gone=True),
        _form(rf"(?:{known['enters']})\s+{where}", "guest", after=True),
        _form(rf"(?:{has})\s+{where}", "before", after=True),
        _form(rf"(?:{known['taken']}){by}", "behind", after=False),
        _form(under_of, "behind", after=False),
        _form(under, "behind", after=False),
        _form(rf"(?:{known['lost']}|(?:{known['taken']})(?!\s+by\b))\b", "nobody", after=False),
        _form(
            rf"(?:fighting|clashes|battles?)\s+(?:in|for|inside|around)\s+{where}{goes_on}",
            "fought",
            after=True,
        ),
    )
