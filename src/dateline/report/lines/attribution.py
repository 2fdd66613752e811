"""Adds the speaker to a sentence that goes on with what somebody said before."""

from dateline.records import Sentence, Span, Statement
from dateline.report import lexicons, spoken
from dateline.report.ground import Sheet
from dateline.report.lines import people
from dateline.report.lines.outlets import COMMON
from dateline.report.lines.pronouns import printed
from dateline.report.lines.spelling import Said
from dateline.report.pronoun_speakers import PRONOUNS
from dateline.report.words import QUOTE_MARKS, fold

COUNTED = lexicons.words("quantifiers") | frozenset(["one", "a", "an", "the", "some", "several"])
"""First words of a speaker who has no name."""

COVERED = 0.85  # share of a sentence that a statement's content must make up


def carried(sheet: Sheet, sentence: Sentence) -> Statement | None:
    """The statement that a sentence continues, whose source stands in another sentence."""
    span = sentence.span
    for statement in sheet.reading.statements:
        source = statement.source
        if not statement.source_name or fold(statement.source_name) in PRONOUNS:
            continue
        if source is not None and source.span.overlaps(span):
            continue
        inside = sum(
            max(0, min(c.span.end, span.end) - max(c.span.start, span.start))
            for c in statement.content
        )
        if inside >= COVERED * (span.end - span.start):
            return None if _says_so(sheet, sentence, statement) else statement
    return None


def _says_so(sheet: Sheet, sentence: Sentence, statement: Statement) -> bool:
    """True if a sentence names the speaker of a statement around it, with a verb of its own."""
    return any(
        own.source
        and own.cue
        and own.source_name == statement.source_name
        and sentence.span.contains(own.source.span)
        and sentence.span.contains(own.cue.span)
        for own in sheet.reading.statements
    )


def answered(sheet: Sheet, span: Span, text: str, said: Said) -> str:
    """The line's text with the one after it whose recorded words it is from, though another is told
    of in it: "The ministry was informed by the port that ..., spokesman Leo Ruiz said."
    """
    name = spoken.speaker(sheet, span) if sheet.answers else None
    if name is None or not text.endswith(".") or fold(name.split()[-1]) in fold(text):
        return text
    speaker = people.speaker(sheet, printed(sheet, name), said)
    return f"{text.rstrip(' .')}, {speaker} said."


def attributed(sheet: Sheet, text: str, statement: Statement, said: Said) -> str | None:
    """The line's text with its speaker after it; null if its quotation marks do not allow it."""
    speaker = people.speaker(sheet, printed(sheet, statement.source_name or ""), said)
    marks = [c for c in text if c in QUOTE_MARKS]
    if fold(speaker.split(maxsplit=1)[0]) in COUNTED:
        speaker = speaker[0].lower() + speaker[1:]
    if COMMON.search(speaker):
        speaker = f"the {speaker}"
    core = text.rstrip(" .,")
    if statement.mode == "direct":
        core = core.strip("".join(QUOTE_MARKS) + " .,")
        if any(c in QUOTE_MARKS for c in core):
            return None
        return f"“{core},” {speaker} said."
    if len(marks) % 2:
        return None
    return f"{core}, {speaker} said."
