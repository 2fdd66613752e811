"""Rival tolls in French: "Sept morts, selon la préfète; douze morts, selon le maire."."""

import re

from dateline.records import Assertion
from dateline.report.ground import Sheet
from dateline.report.lines import speakers
from dateline.report.words import fold, tidy, tokens

TOLD = {
    "killed": frozenset(["mort", "morts", "tue", "tues", "tuee", "tuees", "corps", "victimes"]),
    "injured": frozenset(["blesse", "blesses", "blessee", "blessees"]),
    "missing": frozenset(["disparu", "disparus", "disparue", "disparues"]),
}
"""Folded words by which a count says what happened, by measure."""

BEFELL = {"killed": "tués", "injured": "blessés", "missing": "disparus"}
FEMININE = frozenset(["personnes", "femmes", "filles", "victimes", "recrues"])
ARTICLED = re.compile(r"(?:Le|La|Les|Un|Une|Des)\s|L['’]")
NOTED = ", un chiffre qui n'a pas été vérifié"
NEITHER = "Aucun des deux chiffres n'a été vérifié."
NONE = "Aucun de ces chiffres n'a été vérifié."


def clause(said: Assertion, sheet: Sheet) -> str | None:
    """How many, and who says so: "douze morts, selon le maire"; null without a named speaker."""
    speaker, number = speakers.name(said, sheet), _counted(said, sheet)
    if speaker is None or number is None:
        return None
    if ARTICLED.match(speaker):
        speaker = speaker[0].lower() + speaker[1:]
    return f"{number}, selon {speaker}"


def _counted(said: Assertion, sheet: Sheet) -> str | None:
    """The count in the words of its dispatch, with what happened to those counted."""
    befell = BEFELL.get(said.about.measure)
    words = tidy(sheet.shown[said.span.start : said.span.end])
    if befell is None or not words:
        return None
    words = words[0].lower() + words[1:]
    folds = [fold(t.text) for t in tokens(words)]
    if TOLD[said.about.measure].intersection(folds):
        return words
    if not folds[-1].endswith("s"):
        return None
    return f"{words} {befell[:-1] + 'es' if folds[-1] in FEMININE else befell}"
