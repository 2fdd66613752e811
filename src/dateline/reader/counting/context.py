"""Where, when, by whom and how sure: what stands around a figure.

Place and time: the nearest in the figure's sentence, in the same clause by preference; failing
that, the most precise (else the first) one in the closest sentence before it that names any.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.reader.lexicon_files import content
from dateline.reader.openings import opens_before
from dateline.reader.page import Found, Page
from dateline.records import Place, Sentence, Span, Statement, When

CLAUSE_BREAK = re.compile(
    r"[;:—]|,\s+(?:and|as|but|while|which|with|et|mais|tandis)\b|\b(?:while|whereas|tandis)\b"
)
FROM = (
    "from ",
    "across ",
    "across the ",
    "depuis ",
    "to ",
    "towards ",
    "toward ",
    "for ",
    "vers ",
    "north of ",
    "south of ",
    "east of ",
    "west of ",
)
NEAR_STATEMENTS = 12  # stretches of content that may begin between a statement and its figure
WINDOW = 400  # characters around a figure that are searched, so that no sentence costs too much


@dataclass(frozen=True, slots=True)
class Notes:
    """Words that sum up, and words that say that a figure isn't verified.

    ``one``: a toll of one event; ``whose``: what stands after the day of one ("'s attack");
    ``checking``: one of these stands in whatever says that a figure isn't verified.
    """

    checking: tuple[str, ...]
    summing: re.Pattern[str]
    doubt: re.Pattern[str]
    figures: re.Pattern[str]
    one: re.Pattern[str]
    whose: re.Pattern[str]
    weakly: re.Pattern[str]


def _any(words: str) -> str:
    """An alternation of the lines of a lexicon entry; ``N`` stands for any number.

    Lines that begin with one letter stand together, so that few are tried where none fits.
    """
    by_letter: dict[str, list[str]] = {}
    for line in sorted(filter(None, map(str.strip, words.split("\n"))), key=len, reverse=True):
        by_letter.setdefault(line[0], []).append(re.escape(line[1:]).replace("N", r"\d+"))
    return "|".join(
        rf"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()
    )


@cache
def _notes() -> Notes:
    table = tomllib.loads(content("figure_notes.toml"))
    summing, names = _any(table["summing"]), _any(table["figures"])
    negated, checked, after = (_any(table[k]) for k in ("negated", "checked", "after"))
    doubt = (
        rf"(?:\b(?:an?|the|une?|le)\s+(?:{names})\s+(?:(?:that|which|qui)\s+)?)?"
        rf"(?:\b(?:{negated})(?:\s+\w+){{0,3}}?\s+(?:{checked})\b|\b(?:{_any(table['unchecked'])})\b)"
        rf"(?:\s+(?:{after})\b)?"
    )
    events, weakly = _any(table["events"]), _any(table["weakly"])
    one = (
        rf"\b(?:{weakly})\b[^.;]{{0,80}}?\b(?:from|in|of|after|de|du|dans|après)\b"
        rf"[^.;,]{{0,40}}?\b(?:{events})\b"
    )
    whose = rf"['’]s\s+(?:\w+\s+){{0,2}}(?:{events})\b"
    first = "".join(sorted({line[0] for line in table["summing"].split("\n") if line}))
    patterns = (rf"\b(?=[{first}])(?:{summing})\b", doubt, rf"\b(?:{names})\b", one, whose, weakly)
    checking = _shortest(table["checked"].split("\n") + table["unchecked"].split("\n"))
    return Notes(checking, *(re.compile(p, re.IGNORECASE) for p in patterns))


def _shortest(phrases: Sequence[str]) -> tuple[str, ...]:
    """Phrases in lower case without those that hold a shorter one."""
    words = sorted({phrase.strip().lower() for phrase in phrases} - {""}, key=len)
    return tuple(w for n, w in enumerate(words) if not any(short in w for short in words[:n]))


@dataclass(frozen=True, slots=True)
class Context:
    """What a page holds around its figures, indexed for one look-up a figure.

    ``contents``: start, end and position of the statement of each stretch of content, in order.
    """

    page: Page
    places: tuple[Place, ...]
    metonyms: tuple[Place, ...]
    dates: tuple[When, ...]
    statements: tuple[Statement, ...]
    contents: tuple[tuple[int, int, int], ...]
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
    spans = ((w.span, i) for i, s in enumerate(statements) for w in s.content)
    contents = tuple(sorted((span.start, span.end, i) for span, i in spans))
    starts = tuple(s.span.start for s in page.sentences)
    return Context(page, places, metonyms, dates, statements, contents, starts)


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
    inside = _narrowest(at, _within(known, _around(at.page.sentences[index].span, span)))
    if inside:
        return min(inside, key=lambda k: _remoteness(at, span, k))
    for earlier in range(index - 1, max(-1, index - back - 1), -1):
        told = at.page.sentences[earlier].span
        before = [k for k in _within(known, told) if not opens_before(at.page, told, k.span)]
        if before:
            return min(before, key=_vagueness)
    return None


def _remoteness(at: Context, span: Span, known: Place | When) -> tuple[int, bool, int, int]:
    """How far a place or time of the sentence is from a figure: in clauses, then in characters.

    The day of the event itself ("Saturday's attack") comes before that of saying, and a place that
    something is only measured or comes "from" after all others.
    """
    text = at.page.view.text
    if isinstance(known, Place):
        aside = text.endswith(FROM, 0, known.span.start)
    else:
        aside = _notes().whose.match(text, known.span.end) is None
    return (_breaks(at, span, known.span), aside, _gap(span, known.span), known.span.start)


def _narrowest[T: (Place, When)](at: Context, known: list[T]) -> list[T]:
    """Places and times without the regions around a place beside them ("Nyala in South Darfur")."""
    around: dict[int, Span] = {}
    for one in known:
        if isinstance(one, Place):
            around |= dict.fromkeys(one.within, one.span)
    return [k for k in known if not _is_around(at, k, around)]


def _is_around(at: Context, known: Place | When, around: dict[int, Span]) -> bool:
    if not isinstance(known, Place) or known.geonameid not in around:
        return False
    return _breaks(at, known.span, around[known.geonameid]) == 0


def _around(sentence: Span, span: Span) -> Span:
    """The part of a sentence near a figure."""
    return Span(max(sentence.start, span.start - WINDOW), min(sentence.end, span.end + WINDOW))


def _vagueness(known: Place | When) -> float:
    """How wide an area a place's name may mean, in km; times are all alike, so the first wins."""
    return known.precision_km or 0.0 if isinstance(known, Place) else 0.0


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
    last = bisect_left(at.contents, (span.start + 1, 0, 0))
    near = at.contents[max(0, last - NEAR_STATEMENTS) : last]
    around = [(at.statements[i].span, i) for _, end, i in near if span.end <= end]
    return min(around, key=lambda a: (a[0].end - a[0].start, a[1]))[1] if around else None


def is_cumulative(at: Context, span: Span) -> bool:
    """True if the sentence sums up: ``so far``, ``since``, ``in the past week``, ``toll``."""
    sentence = at.page.sentence_at(span.start)
    if sentence is None:
        return False
    near, text, notes = _around(sentence.span, span), at.page.view.text, _notes()
    found = [m[0] for m in notes.summing.finditer(text, near.start, near.end)]
    if found and all(notes.weakly.fullmatch(words) for words in found):
        return notes.one.search(text, near.start, near.end) is None
    return bool(found)


def verification(at: Context, span: Span, last: bool) -> str | None:
    """Words that say that a figure isn't verified, in its sentence after it, or in the next one.

    The next sentence's words go to the ``last`` figure before them only.
    """
    sentence = at.page.sentence_at(span.start)
    if sentence is None:
        return None
    return _doubt(at, span.end, sentence) or (_next_doubt(at, span) if last else None)


def next_end(at: Context, offset: int) -> int:
    """Where the sentence after the one around an offset ends."""
    after = _sentence(at, offset) + 1
    return at.page.sentences[after].span.end if after < len(at.page.sentences) else 0


def _next_doubt(at: Context, span: Span) -> str | None:
    index = _sentence(at, span.start) + 1
    if index >= len(at.page.sentences):
        return None
    after = at.page.sentences[index]
    words = at.page.dispatch.text[after.span.start : after.span.end]
    return _doubt(at, after.span.start, after) if _notes().figures.search(words) else None


def _may_doubt(low: str) -> bool:
    """Whether a stretch in lower case holds any word of checking: far cheaper than the search."""
    return any(word in low for word in _notes().checking)


def _doubt(at: Context, start: int, sentence: Sentence) -> str | None:
    end = min(sentence.span.end, start + WINDOW)
    if not _may_doubt(at.page.view.text[start:end].lower()):
        return None
    match = _notes().doubt.search(at.page.view.text, start, end)
    return at.page.dispatch.text[match.start() : match.end()].strip() if match else None
