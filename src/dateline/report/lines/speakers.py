"""How the report names those who speak."""

import re

from dateline.records import Assertion, Statement
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines.outlets import agency
from dateline.report.lines.pronouns import printed
from dateline.report.pronoun_speakers import PRONOUNS
from dateline.report.words import count, fold, keys, tidy

ARTICLES = lexicons.words("leading")
MANY = ("police", "people", "spokesmen", "data", "media", "clergymen", "women", "men",
        "children", "forces", "most", "many", "several", "others")  # fmt: skip
COUNTS = frozenset(["toll", "tolls", "count", "tally", "figure", "figures", "number", "numbers"])
"""What somebody else gives: "according to the toll that the governor gave"."""

ISSUED = re.compile(r"\s+(?:issued|released|published|made)\s.*$", re.IGNORECASE | re.DOTALL)
"""What follows a report's name to say when it came out."""

FRENCH = re.compile(r"^(?:Le|La|Les|Un|Une|Des|L')(?=\s?[^\W\dA-ZÀ-Þ])")
"""The article of a common noun, which has a capital only at the start of a sentence."""

LONGEST = 10  # words of a source that can be printed as it stands


def name(said: Assertion, sheet: Sheet) -> str | None:
    """The speaker of an assertion in the dispatch's words, else by resolved name; null if none."""
    statement = _statement(said, sheet)
    by = said.by or (statement.source_name if statement else None)
    if by is None or fold(by.split()[-1]) in COUNTS:
        return None
    words = tidy(statement.source.text) if statement and statement.source else ""
    if keys(words) < keys(by):
        words = by
    words = ISSUED.sub("", words)
    short = count(words) <= LONGEST and "," not in words
    usable = words and fold(words) not in PRONOUNS and short
    if sheet.reading.language != "en":
        return FRENCH.sub(lambda found: found.group().lower(), words) if usable else by
    return running(printed(sheet, words if usable else ISSUED.sub("", by)), sheet)


def label(said: Assertion, sheet: Sheet) -> str | None:
    """The speaker in a table or chart: a person by the bare name, so that each has one label."""
    persons = {n.canonical for n in sheet.reading.names if n.kind == "person"}
    return said.by if said.by in persons else name(said, sheet)


TITLED = 2  # words in capitals that make a name of what begins with a common noun


def running(name: str, sheet: Sheet | None = None) -> str:
    """A name or number inside a sentence: a first word that is no name loses its capital."""
    first = name.split(" ", maxsplit=1)[0]
    last = name.rsplit(" ", maxsplit=1)[-1]
    group = last.islower() or " " not in name
    known = first in ARTICLES or fold(first) in lexicons.words("institutions")
    known = known or (group and fold(first) in lexicons.words("speaking_groups"))
    titled = sum(word[:1].isupper() for word in name.split()) > TITLED
    common = sheet is not None and not titled and _is_common(sheet, first)
    lower = name != "" and (known or common)
    return name[0].lower() + name[1:] if lower else name


def _is_common(sheet: Sheet, word: str) -> bool:
    """True if the dispatch has the word in lower case too, and no person is called so."""
    called = any(n.kind == "person" and n.text.split()[:1] == [word] for n in sheet.reading.names)
    return (
        not called
        and word != ""
        and bool(re.search(rf"\b{re.escape(word.lower())}\b", sheet.shown))
    )


SPEAKING = frozenset(
    ["activists", "authorities", "doctors", "farmers", "guerrillas", "journalists", "lawyers",
     "leaders", "medics", "militants", "monitors", "officers", "officials", "protesters", "rebels",
     "rescuers", "researchers", "residents", "soldiers", "sources", "survivors", "teachers",
     "villagers", "witnesses", "workers"]
)  # fmt: skip
"""Those who open a sentence, with its capital, and are no name."""

JOINED = re.compile(r"\band (?:an?|the|two|three|four|five|several|other|some) ")
"""Two who speak together: "an official and two residents"."""


def verb(speaker: str) -> str:
    """``says`` or ``say``, by the head of the speaker's name: "residents of the city say"."""
    words = re.split(r"\s+(?:of|in|at|from|for|with)\s+", speaker)[0].split(" ")
    head = words[-1]
    if JOINED.search(" ".join(words)):
        return "say"
    single = re.match(r"(?:an?|one)\s", speaker, re.IGNORECASE)
    known = head.islower() or (len(words) == 1 and fold(head) in SPEAKING)
    plural = (known and head.endswith("s") and not head.endswith("ss")) or head.casefold() in MANY
    return "say" if plural and not single else "says"


def _statement(said: Assertion, sheet: Sheet) -> Statement | None:
    """The innermost statement around an assertion: its speaker's or, where the reader names none
    for it, one whose content holds it.
    """
    around = [s for s in sheet.reading.statements if s.source and s.span.overlaps(said.span)]
    if said.by is None:
        held = [s for s in around if any(c.span.contains(said.span) for c in s.content)]
        around = [s for s in held if s.source_name and fold(s.source_name) not in PRONOUNS]
    else:
        around = [s for s in around if s.source_name == said.by]
    return min(around, key=lambda s: s.span.end - s.span.start, default=None)


def voice(said: Assertion, sheet: Sheet) -> str:
    """Speaker and verb: "the governor says", "Agency reports"."""
    speaker = name(said, sheet)
    if speaker:
        return f"{speaker} {verb(speaker)}"
    source = said.agency or sheet.dispatch.agency
    return f"{agency(source) if source else 'one dispatch'} reports"
