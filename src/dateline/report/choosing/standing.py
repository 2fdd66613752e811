"""How things stand in general, told by nobody and of no day: where a town lies, what a group is,
what somebody owns. It is background, and no news.
"""

import re
from collections.abc import Iterator

from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons
from dateline.report.lines import clauses, fitness
from dateline.report.lines.drafts import Draft
from dateline.report.words import Token, tokens

VERBS = frozenset(
    ["is", "are", "lies", "lie", "owns", "own", "groups", "supplies", "belongs", "belong",
     "comprises", "comprise", "consists", "consist", "serves", "serve", "borders", "border",
     "has", "have", "provides", "operates"]
)  # fmt: skip
"""Verbs of how things stand, whatever happened."""

PLACED = frozenset(
    ["located", "situated", "known", "composed", "called", "named", "made", "considered", "based",
     "divided", "bordered", "surrounded"]
)  # fmt: skip
"""Participles that say no more than such a verb."""

UNCHANGED = frozenset(
    ["set", "put", "cut", "hit", "let", "shut", "hurt", "cast", "split", "become"]
)
"""Participles that look like the verb itself."""

AHEAD = frozenset(["to", "due", "likely", "expected"])
"""What follows "is" where something is to happen."""

AFTER = re.compile(
    r"\s+(?:(?:also|mainly|usually|normally|traditionally|generally)\s+)?(?:been\s+)?(?P<next>[\w$]+)"
)
MAIN = re.compile(
    r"\s+(?:(?:the|an?|one of the|[\w.]+['’]s?)\s+){0,2}(?:main|largest|biggest|second"
    r"|third|only|key|strategic|most|capital|last)\b"
)
"""After "is": why a thing matters, which a reader of the news wants to know."""

RELATIVES = frozenset(["who", "which", "that", "whom", "whose", "where"])


def is_standing(draft: Draft) -> bool:
    """True for a sentence of how things stand, without a date, an event, a toll or a speaker."""
    sheet, span = draft.sheet, draft.span
    reading = sheet.reading
    kinds = (reading.dates, reading.plans, reading.measures, reading.events)
    core = [f.span for f in reading.figures if f.measure in CORE_MEASURES]
    happened = [one.span for kind in kinds for one in kind] + core
    if any(span.contains(one) for one in happened) or fitness.is_told(sheet, span):
        return False
    text = sheet.shown[span.start : span.end]
    verb = next(_main_verbs(text), None)
    after = AFTER.match(text, verb.end) if verb and verb.fold in VERBS else None
    if verb and MAIN.match(text, verb.end):
        return False
    if verb is None or after is None:
        return False
    return not _comes_about(after["next"].casefold(), done=verb.fold in ("has", "have"))


def _main_verbs(text: str) -> Iterator[Token]:
    """The finite verbs of a sentence, as far as its words show, relative clauses apart."""
    words = tokens(text)
    for before, word in zip((None, *words), words, strict=False):
        led = before is not None and before.fold in RELATIVES
        if not led and (clauses.verbal(word.text) or word.fold in VERBS):
            yield word


def _comes_about(word: str, *, done: bool) -> bool:
    """True for what follows "is" or "has" (``done``) where something happens: "is rising", "has
    fallen".
    """
    if done and word in UNCHANGED:
        return True
    if word in PLACED and not done:
        return False
    base = lexicons.bases("irregular").get(word, word)
    past = word.endswith(("ed", "en", "ing")) or base not in (word, "be", "have")
    return past or word in AHEAD or word in lexicons.words("negations")
