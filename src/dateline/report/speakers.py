"""How the report names those who speak."""

from dateline.records import Assertion, Statement
from dateline.report.ground import Sheet
from dateline.report.pronouns import PRONOUNS, printed
from dateline.report.words import count, fold, keys, tidy

ARTICLES = ("The ", "A ", "An ", "Its ", "His ", "Her ", "Their ")
LONGEST = 10  # words of a source that can be printed as it stands


def name(said: Assertion, sheet: Sheet) -> str | None:
    """The speaker of an assertion in the dispatch's words, else by resolved name; null if none."""
    if said.by is None:
        return None
    statement = _statement(said, sheet)
    words = tidy(statement.source.text) if statement and statement.source else ""
    if keys(words) < keys(said.by):
        words = said.by
    usable = words and fold(words) not in PRONOUNS and count(words) <= LONGEST and "," not in words
    return running(printed(sheet, words if usable else said.by))


def running(name: str) -> str:
    """A name as it stands inside a sentence: its article without a capital."""
    return name[0].lower() + name[1:] if name.startswith(ARTICLES) else name


def _statement(said: Assertion, sheet: Sheet) -> Statement | None:
    """The innermost statement around an assertion."""
    around = [s for s in sheet.reading.statements if s.source and s.span.overlaps(said.span)]
    around = [s for s in around if s.source_name == said.by]
    return min(around, key=lambda s: s.span.end - s.span.start, default=None)


def voice(said: Assertion, sheet: Sheet) -> str:
    """Speaker and verb: "the governor says", "Agency reports"."""
    speaker = name(said, sheet)
    if speaker:
        return f"{speaker} says"
    return f"{said.agency or sheet.dispatch.agency or 'one dispatch'} reports"
