"""First words that tie a sentence to one that the report may not print."""

import re

from dateline.records import Span
from dateline.report import carried, countries, lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.edits import Edit, apply
from dateline.report.lines.outlets import titled
from dateline.report.words import QUOTE_MARKS, fold, tidy

LINKS = re.compile(
    r"[\s]*(?:(?:however|meanwhile|moreover|furthermore|in addition|additionally|at the same time"
    r"|on the other hand|nevertheless|nonetheless|for (?:his|her|its|their) part|also|likewise"
    r"|as a result(?: of (?:the|this|that) \w+)?"
    r"|under these circumstances|in other news|in conclusion|finally|besides|on the ground"
    r"|on the (?:diplomatic|political|economic|financial|legal|humanitarian|domestic) front"
    r"|in turn|regarding this matter|therefore|thus|hence|consequently|accordingly"
    r"|in this (?:regard|respect|connection|context|text|document|statement|report|declaration)"
    r"|among (?:these|those) \w+|further (?:north|south|east|west)|in the meantime"
    r"|(?:nearer|closer|farther|further) (?:to|from) (?:the )?[a-z]+"
    r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|incidentally|anyhow|anyway"
    r"|in any case|in any event|at any rate|at this (?:time|moment|point)|right now),\s+"
    r"|(?:but|and|yet|meanwhile),?\s+(?=[a-z])|\d{1,2}\.\s+(?=[A-Z][a-z]|[A-Z]{2,})"
    r"|(?:here is )?(?:a |the )?last[- ]minute (?:report|news)[:,.]\s+"
    r"|(?:please )?(?:pay (?:close )?)?attention[:,]\s+|(?:please )?note that\s+)",
    re.IGNORECASE,
)


BULLET = re.compile(r"\s*(?:[•·▪●◦‣*]|[-–—]{1,2})\s+(?=\S)")
CAPTION = re.compile(r"\s*[A-Z][A-Z /&-]{2,40}\n\s*(?=(?:[•·▪●◦‣*-]\s+)?[A-Z0-9]\S*\s+\S*[a-z])")
"""A line of nothing but capitals over a text that has small letters too."""

MONTH = "(?:" + "|".join(month.capitalize() for month in lexicons.sequence("months")) + ")"
CITY = re.compile(
    rf"\s*[A-Z][\w.'’]*(?:,? [A-Z][\w.'’]*){{0,4}}, (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})"
    r"(?:,? \d{2,4})?(?:,? [A-Z]\w+| \([^()]{2,30}\)){0,2}\s+(?:--+|[–—])\s+"
    r"|\s*[A-Z][\w.]*(?:,? [A-Z][\w.]*){0,2}"
    r"(?:(?:\s--+\s+|(?<=\.)--+\s*)(?!.*--)"
    r"|(?: \([^()]{3,40}\))?, \d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{2,4})? \([^()]{2,30}\) --+\s+)"
)
"""A dateline that was left in the sentence: "Kelm -- four men ..."."""

OBJECT = re.compile(r"\b(?:left|leaves?|leaving|quits?|visit(?:s|ed|ing)?|reach(?:es|ed)?)$", re.I)
"""Before a "here", a verb of which the town itself is the object: "left here"."""

INNER = re.compile(
    r",\s+\d+ (?:km|kilomet(?:re|er)s|miles) further (?:north|south|east|west)\b(?=[,.])"
    r"|,?\s+(?:however|for (?:his|her|its|their) part)\b,?"
    r"|\s+here(?=\s+(?:on|today|yesterday|tonight|this|that|by)\b|[,.])"
    r"|(?<!not)(?<!but)(?!(?<=,)\s+also\s+(?:by|from|of|at|(?:\w+ed|\w+ing|made|given)\s+(?:by|to|from)))"
    r"\s+also(?=\s+[a-z])(?!\s+(?:known|called|includ|and\b|or\b|a\b|an\b|the\b|in\b|as\b|to\b))",
    re.IGNORECASE,
)
"""Words in the middle of a sentence that tie it to the one before: a "however", an "also", so many
kilometres "further west"; and a "here" where that is known.
"""


LABEL = re.compile(r"\s*[A-Z]\w*(?: [a-z]+){1,5}:\s+(?=[a-z])")
"""A label before a whole sentence: "Result of the conflict: prices soared"."""


def labelled(sheet: Sheet, span: Span) -> int | None:
    """Where a sentence starts that stands after a label, or null."""
    found = LABEL.match(sheet.shown, span.start, span.end)
    if found is None or clauses.verbal(found[0]):
        return None
    return found.end() if clauses.verbal(sheet.shown[found.end() : span.end]) else None


HOME = re.compile(r"\b(?:this|our) (?P<kind>capital|country|city)\b", re.IGNORECASE)
"""What a dispatch calls the town that it is sent from, and the country."""

LAND = re.compile(r"[,(]\s*(?P<name>[^,()]+?)\s*\)?$")
"""The country after the town of a dateline."""

REPORTING = re.compile(
    r"\s*(?:(?:another |an? )?(?:brief |latest |further )?(?:update|report|bulletin) (?:on|about)"
    r" [^:.]{3,60}:\s+(?=[A-Z])|(?:just )?as (?:we|[A-Z]\w+) (?:have |has )?(?:already )?reported"
    r"(?: [a-z]+){0,5}, "
    r"|(?:ending our newscast, )?(?:we|this station|I) (?:(?:have|has|can|must|want to"
    r"|would like to|now|also|just) ){0,3}(?:confirm(?:ed)?|learn(?:ed)?|report|repeat"
    r"|inform (?:you|our [a-z]+)|tell you|announce) that\s+"
    r"|(?:here is|this is|the following is) (?:an?|the|our) [^:.]{0,20}\b(?:report|update|bulletin)"
    r" (?:on|of|about) [^:.]{3,60}:\s+(?=[A-Za-z]))",
    re.IGNORECASE,
)
"""What a station says before its own report."""

HEARD = re.compile(
    r"\W*(?:we (?:have )?(?:just )?(?:(?:received|have|got) (?:an? |some )?(?:[a-z-]+ )?(?:reports?"
    r"|information|news)(?: (?:advising us|which says|saying|indicating|stating))?"
    r"|(?:were|been) (?:told|informed|advised)) that"
    r"|it has (?:just )?been reported to us that)\s+",
    re.IGNORECASE,
)
"""What it says before what it has been told."""


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that take links off the front of a span and a "however" out of its middle; and "this
    capital" is the capital.
    """
    start = _start(sheet, span)
    heard = HEARD.match(sheet.shown, span.start, span.end)
    told = "it was reported that " if heard and heard.end() == start else ""
    made = [Edit(Span(span.start, start), told)] if start > span.start else []
    lede = next((s.span for s in sheet.reading.sentences if s.prose), span)
    made += [
        Edit(Span(*home.span()), _home(sheet, span, home[0].casefold()))
        for home in HOME.finditer(sheet.shown, start, span.end)
        if lede.contains(span) or home["kind"].casefold() != "city"
        if not clauses.enclosed(sheet.shown[start : home.start()])
    ]
    for inner in INNER.finditer(sheet.shown, start, span.end):
        if not any(c in QUOTE_MARKS for c in sheet.shown[start : inner.start()]):
            made.append(Edit(Span(*inner.span()), _in_town(sheet, span, inner)))
    return tuple(made)


def _home(sheet: Sheet, span: Span, words: str) -> str:
    """What stands for "our country": its name, where the dateline has that and the sentence has
    not; else "the country", as for "this country" and for a town.
    """
    head, kind = sheet.dispatch.dateline, words.split()[1]
    land = LAND.search(head.place) if head and head.place and words == "our country" else None
    name = titled(tidy(land["name"])) if land else ""
    told = re.search(rf"\b{re.escape(name)}\b", sheet.shown[span.start : span.end], re.IGNORECASE)
    return name if countries.names_one(name) and not told else f"the {kind}"


def _in_town(sheet: Sheet, span: Span, inner: re.Match[str]) -> str:
    """What stands for a "here": in the first sentence the town of the dateline, unless that names
    it or the text has another dateline of its own; nothing for other words.
    """
    head = sheet.dispatch.dateline
    lede = next((s.span for s in sheet.reading.sentences if s.prose), span)
    elsewhere = CITY.match(sheet.shown, lede.start, lede.end)
    known = lede.contains(span) and not elsewhere
    if inner[0].strip().casefold() != "here" or not (known and head and head.place):
        return ""
    town = tidy(carried.ABROAD.sub("", head.place))
    town = titled(town) if town.isupper() else town
    named = fold(town) in fold(tidy(sheet.shown[span.start : span.end]))
    whole = OBJECT.search(sheet.shown, span.start, inner.start())
    return "" if named or not town else f" {town}" if whole else f" in {town}"


def _start(sheet: Sheet, span: Span) -> int:
    """Where the sentence itself starts, after its links."""
    labelled_from = labelled(sheet, span)
    if labelled_from is not None:
        return labelled_from
    start = _under(sheet, span)
    city = CITY.match(sheet.shown, start, span.end)
    start = city.end() if city else start
    for pattern in (REPORTING, HEARD):
        if (found := pattern.match(sheet.shown, start, span.end)) is not None:
            return found.end()
    while match := LINKS.match(sheet.shown, start, span.end):
        start = match.end()
    return start


def _under(sheet: Sheet, span: Span) -> int:
    """Where a span starts below the caption, bullet or name of the agency that opens it."""
    start = span.start
    caption = CAPTION.match(sheet.dispatch.text, start, span.end)
    for found in (
        caption,
        BULLET.match(sheet.shown, caption.end() if caption else start, span.end),
    ):
        start = found.end() if found else start
    name = re.escape(sheet.dispatch.agency or "")
    agency = re.compile(rf"\s*\({name}\)\s+(?:[-–—]+\s+)?").match(sheet.shown, start, span.end)
    return agency.end() if agency and name else start


def without(sheet: Sheet, span: Span) -> str:
    """The words of a sentence as a line has them, but for what only ties it to others."""
    return apply(sheet.shown, span, edits(sheet, span))
