"""The country that a headline opens with ("Peru: Two killed in Uchiza"), which its dispatch may
leave to its dateline.
"""

from dataclasses import replace

from dateline.records import Line
from dateline.report import countries
from dateline.report.ground import Ground


def without(line: Line, on: Ground) -> Line:
    """The line without the country it opens with, if all that it cites lies there; else all of it,
    whose names the other rules judge.
    """
    told, rest = countries.opened(line.text)
    if not told:
        return line
    cited = [(on.sheets.get(c.item), c.span) for c in line.citations]
    codes = {countries.country(sheet, span) if sheet else None for sheet, span in cited}
    known = {countries.name(c, lang) for c in codes if c for lang in countries.LANGUAGES}
    if len(codes) != 1 or told not in known:
        return line
    return replace(line, text=rest)
