"""What somebody says in the first person, in a text or an answer that a dispatch carries, as that
person's quotation: “We will not negotiate,” President Ana Ruiz said.

The words inside the marks are the dispatch's. Only a whole sentence is quoted that stands by itself
and tells what was decided, demanded, claimed or done.
"""

import re

from dateline.records import Sentence, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import carried, glosses, spoken
from dateline.report.ground import Sheet
from dateline.report.lines import fitness, openers, outlets, people
from dateline.report.lines.edits import apply
from dateline.report.lines.pronouns import printed
from dateline.report.lines.spelling import Said
from dateline.report.words import QUOTE_MARKS, count, fold, keys

FEWEST, MOST = 6, 40  # words of such a quotation
ADDRESSED = re.compile(
    r"\b(?:you|your|yours|comrades?(?=,)|listeners|gentlemen|dear|fellow|compatriots|friends|sir"
    r"|thank|thanks|welcome|greet\w*|salute\w*|congratulat\w+|wish|long live|let us|let's|god"
    r"|asked me|this question|your question"
    r"|as (?:i|we|you)(?: all)? (?:said|mentioned|know))\b",
    re.IGNORECASE,
)
"""Words to those who listen, and on the talk itself."""

MUSED = re.compile(
    r"\b(?:(?:i|we) (?:(?:can|do|did|would|must|cannot|can't|don't|simply|just|not) ){0,2}(?:think"
    r"|believe|feel|hope|guess|suppose|imagine|mean|insist|repeat|say|know|conceive|remember|recall"
    r"|pay|state)|(?:i am|we are)(?: yet)?(?: not)?(?: completely)? sure|want to (?:say|see)"
    r"|it seems|perhaps|maybe|of course|obviously|in fact|well(?=,)|actually|let me|at last|look"
    r"|the contrary|one way|what has|from what|in other words|i read|we have read|the truth is"
    r"|fortunately|unfortunately|initially|the case of)\b",
    re.IGNORECASE,
)
"""Words of one who thinks aloud."""

HANGING = re.compile(
    r"\W*(?:and|but|or|so|yes|no|because|since then|that is|for|there)\b", re.IGNORECASE
)
RHETORIC = re.compile(
    r"\b(?:should|must|ought|always|never|ever|each time|every time|fight(?:ing)? for|effort"
    r"|talking about|the ones? who|when i (?:see|hear)|glorious|heroic|sacred|homage)\b",
    re.IGNORECASE,
)
"""Words of one who exhorts or praises."""

DECLARED = re.compile(
    r"\b(?:we|i)\s+(?:\w+ly\s+|hereby\s+|also\s+|are\s+|am\s+|have\s+|do\s+|not\s+){0,3}"
    r"(?:will|shall|demand\w*|urg\w+|call(?:ed|ing)? (?:on|upon|for)|condemn\w*|reject\w*"
    r"|den(?:y|ied)|warn\w*|announc\w+|declar\w+|denounc\w+|accus\w+|ask\w*|propos\w+|offer\w*|order\w*"
    r"|decid\w+|agree\w*|refus\w+|promis\w+|pledg\w+|suspend\w*|claim\w*|regret\w*|inform\w*"
    r"|hold \w+(?: \w+){0,3} responsible)\b",
    re.IGNORECASE,
)
"""What is done in that it is said, and what will be."""

BROKEN = re.compile(r"(?<!\w) -(?!-)|--\s*\W*$")
"""A dash that parts no words from others."""

DEEDS = frozenset(["ASSAULT", "CONTROL", "COERCE", "RETREAT", "AGREE", "MOBILIZE", "SANCTION"])
"""Kinds of events that somebody has seen or done."""

POINTING = re.compile(r"\b(?:this|these|those)\s+(?!week\b|month\b|year\b)\w+", re.IGNORECASE)
SOMEBODY = re.compile(r"\b(?:he|she|him|his|her|they|them)\b", re.IGNORECASE)

PASSING = re.compile(r"\b(?:yesterday|tomorrow|tonight|last night|\w+ days ago)\b", re.IGNORECASE)
"""Days that a reader of the quotation would count from another."""

UNQUOTED = (ADDRESSED, POINTING, SOMEBODY, PASSING)


def speaker(sheet: Sheet, sentence: Sentence) -> str | None:
    """Who is to be quoted with a whole sentence, as the dispatch names them; null if it can't be
    quoted, or is no news.
    """
    span = sheet.trimmed(sentence.span)
    name = spoken.speaker(sheet, span)
    fit = name is not None and sheet.reading.language == "en" and _is_whole(sheet, span)
    if not fit or fitness.unfit(sheet, sentence, quoted=True, answer=True):
        return None
    return None if _of_another(sheet, span, name or "") else name


def _is_whole(sheet: Sheet, span: Span) -> bool:
    """True for a sentence that can stand between quotation marks as the dispatch has it."""
    text = sheet.shown[span.start : span.end]
    notes = glosses.BRACKET.finditer(sheet.dispatch.text, span.start, span.end)
    shown = (sheet.shown[note.start() : note.end()].strip() for note in notes)
    added = any(words and not (words[0] == "(" and words[-1] == ")") for words in shown)
    hurt = any(d.span.overlaps(span) for d in sheet.reading.damage)
    loose = text[-1:] != "." or any(c in QUOTE_MARKS for c in text) or BROKEN.search(text)
    marks = (openers.CITY.match(text), openers.LINKS.match(text), openers.INNER.search(text))
    own = HANGING.match(text) or any(words.search(text) for words in UNQUOTED)
    return not (added or hurt or loose or any(marks) or own) and FEWEST <= count(text) <= MOST


def is_news(sheet: Sheet, span: Span) -> bool:
    """True for what is demanded, denied or planned, a deed, a toll or a measure, and no musing."""
    reading = sheet.reading
    if is_musing(sheet, span):
        return False
    found = [e.span for e in reading.events]
    found += [plan.span for plan in reading.plans] + [m.span for m in reading.measures]
    solid = [e.span for e in reading.events if e.type in DEEDS and e.status == "reported"]
    solid += [f.span for f in reading.figures if f.measure in CORE_MEASURES]
    declared = DECLARED.search(sheet.shown, span.start, span.end) is not None
    return any(span.contains(one) for one in (found if declared else solid))


def is_musing(sheet: Sheet, span: Span) -> bool:
    """True for what somebody thinks aloud, exhorts to or praises."""
    return any(words.search(sheet.shown, span.start, span.end) for words in (MUSED, RHETORIC))


def _of_another(sheet: Sheet, span: Span, name: str) -> bool:
    """True for what the speaker only passes on from somebody else."""
    return any(
        s.source_name
        and fold(s.source_name) not in fold(name)
        and not keys(s.source_name) <= keys(name)
        and not _is_label(sheet, s.source.span if s.source else None)
        and any(c.span.contains(span) for c in s.content)
        for s in sheet.reading.statements
    )


def _is_label(sheet: Sheet, source: Span | None) -> bool:
    """True for a source that a label names."""
    return source is not None and sheet.dispatch.text[: source.start].endswith("[")


def quotation(sheet: Sheet, span: Span) -> str:
    """The words inside the marks."""
    return apply(sheet.shown, span, ()).rstrip(" .")


def text(sheet: Sheet, span: Span, name: str, said: Said) -> str:
    """The line: the first of an author's has what it was said in."""
    outlet = outlets.outlet(sheet) if name == sheet.author else name
    first, said.outlet = said.outlet != outlet, outlet
    noted = name in (sheet.author, carried.interviewed(sheet.dispatch))
    who = outlets.author(name) if noted else people.speaker(sheet, printed(sheet, name), said)
    carries = sheet.opinion if first and name == sheet.author else None
    kind = f" in {outlets.some(carries)}" if carries else ""
    return f"“{quotation(sheet, span)},” {who} said{kind}."
