"""Sentences that broke when they were typed: "was blow up", "were have been"; and articles that
were, which can be put right: "a offensive".
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.edits import Edit
from dateline.report.words import Token, is_function, tokens

TYPED = re.compile(r"\b(?:[lIO]\d[\d,.]*|\d{2,}[lIO]\d*)\b")
"""A letter in the place of a figure: "L985", "l,200"."""

YEAR = re.compile(r"\bL9\d\d\b")
DANGLES = re.compile(
    r"\b(?:of|from|with|into|in), (?:which|who|whose)\b"
    r"|\b(?:who|which) (?:is|are|was|were) (?:also )?(?:and|or)\b|, which (?:place|part)\b",
    re.IGNORECASE,
)
"""A preposition without its noun; a "which is" without its end."""

WHERE = re.compile(r"\b[a-z]+s where (?:among|also|not|being|killed|injured|wounded)\b", re.I)
MISTAKEN = re.compile(r"\bmistook\b(?!.*\bfor\b).*\bwith\b", re.IGNORECASE)
LETTER = re.compile(r"[a-z]{2,}")
A_VOWEL = re.compile(r"[aeio](?!ne\b|nce\b|u)|u(?!ni|s[aeu]|t[aeio]|r[aeu]|k)")
"""The start of a word that takes "an"."""

A_CONSONANT = re.compile(r"[bcdfgjklmnpqrstvwyz](?=[a-z]*[aeiouy])[a-z]+")
APART = re.compile(r"\s+")
"""What stands between two words of one phrase."""

FORMS = (
    (re.compile(r"\b(?P<put>[Ww])here(?=\s+(?:among|not|being|killed|injured|wounded)\b)"), "ere"),
    (re.compile(r"\b(?:is|are|was|were)\s+(?P<put>(?:has|have|had)\s+been)\b"), ""),
)
"""A verb that is typed as another word, or twice; what is put in its place begins with ``put``."""

ARTICLES = frozenset(["the", "a", "an"])
DETERMINERS = ARTICLES | {"its", "his", "her", "their", "our", "my", "all", "good", "free"}
DOES = frozenset(["do", "does", "did", "done", "doing"])
"""After "to do is", a plain verb may stand."""

SOURCES = re.compile(
    r"\s*(?P<who>(?:[A-Za-z][\w.'’-]*\s+){2,8}?)(?:have|has)\s+(?:reported|said|stated|announced)\b"
    r".*?(?P<told>,?\s+according\s+to\s+(?P<again>[^,]{6,60}))\.\s*$",
    re.DOTALL,
)
"""A speaker who is named at both ends."""

ALIKE = 2  # words by which two mentions of a source are of one


@lru_cache(maxsize=4096)
def slip(text: str) -> str | None:
    """The words by which a sentence shows that it broke, or null."""
    for pattern in (YEAR, TYPED, DANGLES, WHERE, MISTAKEN):
        if found := pattern.search(text):
            return found[0]
    words = tokens(text)
    for before, a, b in zip((None, *words), words, words[1:], strict=False):
        if APART.fullmatch(text, a.end, b.start) and _breaks(before, a, b):
            return text[a.start : b.end]
    wrong = next((t.text for t in words if t.text in _wrong_forms()), None)
    if wrong:
        return wrong
    told = SOURCES.match(text)
    return told["again"] if told and _same(told["who"], told["again"]) else None


def _breaks(before: Token | None, a: Token, b: Token) -> bool:
    """True if a word can't stand right after another."""
    first, second, last = a.text, b.text, before.fold if before else ""
    if not (first.islower() and LETTER.fullmatch(second)):
        return False
    noun = last in DETERMINERS
    broken = {
        "be": second in _group("finite") or (second in _group("base") and last not in DOES),
        "have": second in _group("base"),
        "modal": second in _group("finite") - {"have"} and not noun,
        "determiners": second in _group("never") or (second in ARTICLES and first not in ARTICLES),
    }
    wrong = first == "an" and A_CONSONANT.match(second) is not None
    return wrong or any(first in _group(kind) and found for kind, found in broken.items())


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that put an article right, outside quotations; not an "an" before what may be many, for
    which somebody may have meant "and". And such as name a speaker once, and give a verb its form.
    """
    text = sheet.shown[span.start : span.end]
    found = (*_once(text), *_forms(text), *_articles(text))
    return tuple(
        Edit(Span(span.start + one.start, span.start + one.end), put)
        for one, put in found
        if not clauses.enclosed(text[: one.start])
    )


def _once(text: str) -> Iterator[tuple[Span, str]]:
    """The second mention of a speaker who is named at both ends, to be left out."""
    told = SOURCES.match(text)
    if told and _same(told["who"], told["again"]):
        yield Span(*told.span("told")), ""


def _articles(text: str) -> Iterator[tuple[Span, str]]:
    """Articles that do not go with their words, with those that do."""
    for a, b in pairwise(tokens(text)):
        if _article(a, b) != a.text and APART.fullmatch(text, a.end, b.start):
            yield Span(a.start, a.end), _article(a, b)


def _forms(text: str) -> Iterator[tuple[Span, str]]:
    """Verbs that are typed wrongly, with the right form: "layed", "six men where among"."""
    where, twice = FORMS
    for found in where[0].finditer(text):
        if WHERE.search(text, 0, min(len(text), found.end() + 9)):
            yield Span(*found.span()), found["put"] + where[1]
    for found in twice[0].finditer(text):
        yield Span(*found.span()), found["put"]
    for token in tokens(text):
        if _wrong_forms().get(token.text):
            yield Span(token.start, token.end), _wrong_forms()[token.text]


def _article(a: Token, b: Token) -> str:
    """The article that goes with a word, for one that does not."""
    if a.text == "a" and b.text.islower() and A_VOWEL.match(b.text):
        return "an"
    single = not b.text.endswith("s") and not is_function(b)
    return "a" if a.text == "an" and single and A_CONSONANT.fullmatch(b.text) else a.text


def _same(who: str, again: str) -> bool:
    """True if two mentions are of the same sources."""
    mine, theirs = ({t.key for t in tokens(words)} for words in (who, again))
    return len(mine & theirs) >= ALIKE


@cache
def _wrong_forms() -> dict[str, str]:
    """Irregular verbs with a regular ending, and the right form ("laid" for "layed"); an empty one
    where the verb has several.
    """
    bases = lexicons.bases("irregular")
    made: dict[str, set[str]] = {}
    for form, base in bases.items():
        if form != base and base[-1] not in "el":
            made.setdefault(f"{base}ed", set()).add(form)
    known = set(bases) | _group("regular")
    return {
        word: next(iter(forms)) if len(forms) == 1 else ""
        for word, forms in made.items()
        if word not in known
    }


@cache
def _group(name: str) -> frozenset[str]:
    rows = lexicons.groups("slips")
    return frozenset(word for row in rows if row[0] == name for word in row[1:])
