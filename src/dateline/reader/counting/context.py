"""Where, when, by whom and how sure: what stands around a figure.

Place and time: the nearest in the figure's sentence, in the same clause by preference; failing
that, the first one named in the closest sentence before it that names any, not far back.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.reader.page import Found, Page
from dateline.records import Place, Sentence, Span, Statement, When

CLAUSE_BREAK = re.compile(r"[;:—]|,\s+(?:and|but|while|which|et|mais|tandis)\b|\b(?:while|whereas|tandis)\b")
SUMMING = re.compile(
    r"\b(?:so far|to date|in all|in total|a total of|death toll|toll|since|in the (?:past|last)|over the (?:past|last)"
    r"|during the (?:past|last|war|conflict|offensive)|in \d+ (?:years|months|weeks|days)|this year|up to now|until now"
    r"|depuis|au total|jusqu'ici|bilan|ces derni[eè]r)",
    re.IGNORECASE,
)
UNVERIFIED = re.compile(
    r"(?:an?|the|une?|le|la)?\s*(?:\w+\s+){0,3}?(?:that|which|qui)?\s*"
    r"(?:can ?not|could not|can't|couldn't|has not|have not|had not|hasn't|haven't|is not|was not|not yet|ne (?:peut|pouvait|pouvaient|peuvent)|n'a pas|n'ont pas)"
    r"\s*(?:yet\s+)?(?:be|been|être|pas|pu|été|\s)*\s*(?:\w+ly\s+)?(?:verified|confirmed|corroborated|checked|vérifiée?s?|confirmée?s?)"
    r"(?:\s+(?:immediately|independently|at once|so far|yet|by independent sources|immédiatement|de manière indépendante|de source indépendante))?",
    re.IGNORECASE,
)
ALONE = re.compile(r"\b(?:unverified|unconfirmed|non vérifiée?s?|non confirmée?s?)\b(?:\s+\w+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What a page holds around its figures, indexed for one look-up a figure."""

    page: Page
    places: tuple[Place, ...]
    metonyms: tuple[Place, ...]
    dates: tuple[When, ...]
    statements: tuple[Statement, ...]
    starts: tuple[int, ...]


def context(page: Page, found: Found) -> Context:
    """The findings that figures refer to; any of them may be absent."""
    places = tuple(p for p in found.get("places", ()) if p.role == "location")
    metonyms = tuple(p for p in found.get("places", ()) if p.role == "metonym")
    dates = tuple(
        d for d in found.get("dates", ())
        if d.start is not None and d.precision not in ("duration", "set", "vague", "present")
    )  # fmt: skip
    statements = tuple(found.get("statements", ()))
    starts = tuple(s.span.start for s in page.sentences)
    return Context(page, places, metonyms, dates, statements, starts)


def _sentence(at: Context, offset: int) -> int:
    """The position of the sentence around an offset, -1 if it is before all of them."""
    found = bisect_left(at.starts, offset + 1) - 1
    return found


def nearest[T: (Place, When)](at: Context, span: Span, known: Sequence[T], back: int) -> T | None:
    """The place or time that a figure belongs to, by the rule at the head of this file.

    ``back``: how many sentences before the figure's are searched.
    """
    if not known or not at.page.sentences:
        return None
    index = max(0, _sentence(at, span.start))
    inside = _within(known, at.page.sentences[index].span)
    if inside:
        return min(inside, key=lambda k: (_breaks(at, span, k.span), _gap(span, k.span), k.span.start))
    for earlier in range(index - 1, max(-1, index - back - 1), -1):
        before = _within(known, at.page.sentences[earlier].span)
        if before:
            return before[0]
    return None


def _within[T: (Place, When)](known: Sequence[T], span: Span) -> list[T]:
    """The members of a sequence in text order that lie in a span."""
    first = bisect_left(known, span.start, key=lambda k: k.span.start)
    last = bisect_left(known, span.end, key=lambda k: k.span.start)
    return list(known[first:last])


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _breaks(at: Context, a: Span, b: Span) -> int:
    """How many clause breaks lie between two spans."""
    between = at.page.view.text[min(a.end, b.end) : max(a.start, b.start)]
    return sum(1 for _ in CLAUSE_BREAK.finditer(between))


def statement_of(at: Context, span: Span) -> int | None:
    """The position of the narrowest statement whose content holds a figure."""
    around = [
        (s.span.end - s.span.start, i) for i, s in enumerate(at.statements)
        if any(w.span.start <= span.start and span.end <= w.span.end for w in s.content)
    ]  # fmt: skip
    return min(around)[1] if around else None


def is_cumulative(at: Context, span: Span) -> bool:
    """True if the sentence sums up: ``so far``, ``since``, ``in the past week``, ``toll``."""
    sentence = at.page.sentence_at(span.start)
    if sentence is None:
        return False
    return SUMMING.search(at.page.view.text, sentence.span.start, sentence.span.end) is not None


def verification(at: Context, span: Span, last: bool) -> str | None:
    """Words that say that a figure isn't verified, in its sentence after it, or in the next one.

    The next sentence's words go to the ``last`` figure of a sentence only.
    """
    sentence = at.page.sentence_at(span.start)
    if sentence is None:
        return None
    return _doubt(at, span.end, sentence) or (_next_doubt(at, span) if last else None)


def _next_doubt(at: Context, span: Span) -> str | None:
    index = _sentence(at, span.start) + 1
    if index >= len(at.page.sentences):
        return None
    after = at.page.sentences[index]
    words = at.page.dispatch.text[after.span.start : after.span.end]
    about = re.search(r"\b(?:figures?|tolls?|numbers?|reports?|claims?|chiffres?|bilans?)\b", words, re.IGNORECASE)
    return _doubt(at, after.span.start, after) if about else None


def _doubt(at: Context, start: int, sentence: Sentence) -> str | None:
    text = at.page.view.text
    for pattern in (UNVERIFIED, ALONE):
        match = pattern.search(text, start, min(sentence.span.end, start + 600))
        if match:
            return at.page.dispatch.text[match.start() : match.end()].strip()
    return None

