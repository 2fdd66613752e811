"""The country of a headline that names none, put before it: "Peru: Two killed in Uchiza"."""

from dataclasses import replace

from dateline.records import Line
from dateline.report import countries
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.words import QUOTE_MARKS


def placed(made: Line, ground: Ground, limit: int) -> Line:
    """A headline with its country, if all that it rests on lies in one and its words name none;
    as it was if that makes it longer than a ``limit`` or the gate does not accept it.
    """
    spans = [(ground.of(c), c.span) for c in made.citations if c.item in ground.sheets]
    codes = {countries.country(sheet, span) for sheet, span in spans}
    code = codes.pop() if len(codes) == 1 else None
    if code is None or countries.names_it(made.text, code) or made.text[:1] in QUOTE_MARKS:
        return made
    told = any(countries.is_settled(sheet, span, code) for sheet, span in spans)
    passages = [sheet.shown[span.start : span.end] for sheet, span in spans]
    another = any(countries.names_one(p) and not countries.names_it(p, code) for p in passages)
    if another and not told:
        return made  # told in one country of another
    if countries.names_one(made.text) and not told:
        return made  # whose news it is, nobody can tell: "Salvadoran minister sees plot"
    led = countries.opening(code, spans[0][0].reading.language)
    with_it = replace(made, text=f"{led}{made.text}")
    fits = led is not None and len(with_it.text) <= limit
    return with_it if fits and judge(with_it, ground) is None else made
