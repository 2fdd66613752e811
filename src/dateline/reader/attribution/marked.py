"""Speakers that a mark names and no verb: labels of interviews, colons, dashes; and those whom the
next sentence names.

``[Larco Cox] Yes, it was ...``, ``General staff: 1,210 troops killed``, ``Some 9,300 people have
left - regional governor``, ``Prices are to rise. This was announced by Minister Ana Ruiz.`` The
models know none of these, since their training data has few.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise

from dateline.reader.attribution.content_pool import Range, trim
from dateline.reader.attribution.extract import Raw, can_speak
from dateline.reader.attribution.grid import Grid

LABEL = re.compile(r"\[(?P<name>[^\W\d][\w.'’ -]{1,40})\](?=[^\S\n]*\S)")
QUESTIONER = frozenset(
    (
        *("reporter", "question", "interviewer", "announcer", "correspondent", "moderator"),
        *("unidentified reporter", "journalist", "host", "presenter"),
    )
)
NO_LABEL = frozenset(("text", "passage omitted", "words indistinct", "word indistinct"))
NO_NAMES = ("begin ", "end ")  # "[begin recording]"
OVER = re.compile(r"\[(?:end|begin)\b", re.IGNORECASE)  # "[end recording]": the agency tells on
LINE = re.compile(r"[^\n]*\S[^\n]*")
BULLET = re.compile(r"\s*(?:[-–—•*·]\s+)?")
COLON = re.compile(r"(?P<who>[^:.;!?\n\"“”«»]{3,70}):\s+(?=\S)")
DASH = re.compile(r"\s(?P<mark>--?|–|—)\s+(?P<who>[^\n.;:!?\"“”«»–—]{3,60}?)[.]?\s*$")
DASHES = frozenset("-–—")
WHO = 80  # characters of a line in which the colon after a speaker is looked for
TAIL = 70  # characters of a line in which the speaker after a dash is looked for
BELOW = re.compile(
    r"\W*(?:this|that|(?:the (?:previous|above|foregoing)|these|those|such|this|the)"
    r" (?:statement|announcement|information|report|remark|comment|declaration|charge|accusation"
    r"|assertion|disclosure|revelation)s?)\s+(?:(?:was|were|has been|have been)\s+)"
    r"(?:\w+ly\s+)?(?P<cue>said|stated|made|announced|disclosed|reported|declared|revealed"
    r"|asserted|confirmed|expressed|given|issued|noted|pointed out)\b[^.;:\"“”]{0,100}?\bby\s+"
    r"(?P<who>[^,.;:]{3,80}?)(?=\s+(?:in|at|during|on|to|before|after|when|while|who|today"
    r"|yesterday|this)\b|[,.;:]|$)",
    re.IGNORECASE,
)  # the sentence that says whose words the one before it gives
NO_NAME = ("VERB", "AUX", "PRON", "NUM")
FEWEST = 4  # words of what is said
MOST_LINES = 400  # of one dispatch that are looked at


def _tokens(grid: Grid, start: int, end: int) -> Range:
    """The tokens that begin in an interval of the text (may come out empty: first > last)."""
    return bisect_left(grid.start, start), bisect_left(grid.start, end) - 1


def _head(grid: Grid, span: Range) -> int:
    """The token of a range on which its others hang."""
    first, last = span
    return next((k for k in range(first, last + 1) if not first <= grid.head[k] <= last), last)


def _says_something(grid: Grid, span: Range) -> bool:
    """True for words enough with a verb, or quoted from end to end."""
    first, last = span
    words = [k for k in range(first, last + 1) if grid.word[k][:1].isalnum()]
    verbs = any(grid.pos[k] in ("VERB", "AUX") for k in words)
    return len(words) >= FEWEST and (verbs or all(grid.quote[k] >= 0 for k in words))


def _speaker(grid: Grid, span: Range) -> int | None:
    """The head of a noun phrase that names somebody who can speak, without a verb in it."""
    first, last = span
    if first > last or any(grid.pos[k] in NO_NAME for k in range(first, last + 1)):
        return None
    head = _head(grid, span)
    named = grid.ent[head] in ("PERSON", "PER", "ORG") and grid.pos[head] == "PROPN"
    return head if named or (grid.pos[head] == "NOUN" and can_speak(grid, head)) else None


def _lined(grid: Grid) -> Iterator[Raw]:
    """Lines of the form "speaker: words" and "words - speaker"."""
    for line in islice(LINE.finditer(grid.text), MOST_LINES):
        bullet = BULLET.match(grid.text, line.start(), line.end())
        at = bullet.end() if bullet else line.start()
        colon = grid.text.find(":", at, min(at + WHO, line.end())) > 0
        if found := COLON.match(grid.text, at, line.end()) if colon else None:
            yield from _raw(grid, found.span("who"), (found.end(), line.end()), found.end("who"))
        elif found := _dashed(grid.text, max(at, line.end() - TAIL), line.end()):
            yield from _raw(grid, found.span("who"), (at, found.start()), found.start("mark"))


def _dashed(text: str, at: int, end: int) -> re.Match[str] | None:
    """The speaker after a dash that ends a line."""
    return None if DASHES.isdisjoint(text[at:end]) else DASH.search(text, at, end)


def _raw(grid: Grid, who: Range, said: Range, mark: int) -> Iterator[Raw]:
    """A statement from intervals of the text, its cue at ``mark``."""
    source, (first, last) = _tokens(grid, *who), _tokens(grid, *said)
    subject, cue = _speaker(grid, source), bisect_left(grid.start, mark)
    if subject is None or first > last or cue >= len(grid.word):
        return
    content = trim(grid, first, last)
    if _says_something(grid, content):
        yield Raw(cue, subject, source, (content,), 0.0)


def _opens(text: str, at: int) -> bool:
    """True at the beginning of a line, or right behind another bracket."""
    before = at - 1
    while before >= 0 and text[before] != "\n" and text[before].isspace():
        before -= 1
    return before < 0 or text[before] == "\n" or text[max(0, at - 2) : at] == "] "


def _labels(text: str) -> list[tuple[int, int, str]]:
    """Where labels begin and end, and what they name in small letters; in the order of the text."""
    rows = [
        (found.start("name"), found.end("name"), " ".join(found["name"].casefold().split()))
        for found in LABEL.finditer(text)
        if _opens(text, found.start())
    ]
    return [row for row in rows if row[2] not in NO_LABEL and not row[2].startswith(NO_NAMES)]


def _interviewed(grid: Grid, text: str) -> Iterator[Raw]:
    """What stands under each speaker's label in an interview, paragraph by paragraph."""
    rows = _labels(text)
    if not rows or max(Counter(name for *_, name in rows).values()) < 2:
        return
    ends = [start - 1 for start, *_ in rows[1:]] + [len(text)]
    for (start, after, name), end in zip(rows, ends, strict=True):
        source = _tokens(grid, start, after)
        if name in QUESTIONER or source[0] > source[1]:
            continue
        over = OVER.search(text, after + 1, end)
        lines = LINE.finditer(grid.text, after + 1, over.start() if over else end)
        pieces = (trim(grid, *_tokens(grid, *line.span())) for line in lines)
        content = tuple((first, last) for first, last in pieces if first <= last)
        if content and _says_something(grid, content[0]):
            yield Raw(_head(grid, source), _head(grid, source), source, content, 0.0)


def _named_below(grid: Grid) -> Iterator[Raw]:
    """Sentences whose speaker the next one names: "This was said by the minister"."""
    for (first, last), (start, end) in pairwise(grid.sents):
        if first > last or start > end:
            continue
        found = BELOW.match(grid.text, grid.start[start], grid.end[end])
        if found is None:
            continue
        said = (grid.start[first], grid.end[last])
        yield from _raw(grid, found.span("who"), said, found.start("cue"))


def _is_held(grid: Grid, raw: Raw, heads: set[int]) -> bool:
    """True if somebody speaks inside what a mark gives to another, quotations apart."""
    ((first, last),) = raw.content
    return any(k in heads for k in range(first, last + 1) if grid.quote[k] < 0)


def marked(grid: Grid, text: str, found: list[Raw]) -> list[Raw]:
    """Statements whose speaker a mark names, but for those that a cue has given already.

    ``text`` is the dispatch's own, in which labels stand that are no part of what is read.
    """
    heads = {k for raw in found for k in (raw.head, raw.subject)}
    made = []
    for raw in _lined(grid):
        if raw.subject not in heads and not _is_held(grid, raw, heads):
            made.append(raw)
    made += [raw for raw in _named_below(grid) if not _is_held(grid, raw, heads)]
    return [*made, *_interviewed(grid, text)]
