"""What a reader can't place or trace: a "recently" that no date makes clear, an opinion's own
words that nobody in them says, a quotation that points at what was said before it.
"""

import re
from datetime import datetime, timedelta

from dateline.records import Span
from dateline.report.carried import SPOKEN
from dateline.report.choosing.standing import is_standing
from dateline.report.lines import fitness, homeless, pointing, slips
from dateline.report.lines.drafts import Draft
from dateline.report.lines.spelling import MONTHS
from dateline.report.vocabulary import is_misspelt
from dateline.report.words import tidy, tokens

UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
UNPLACED = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|recently|lately|shortly|just now|right now|nowadays"
    r"|these days|until now|by now|up to now|any moment|(?:a (?:few|short) |\w+ )?(?:\w+ )?ago"
    rf"|(?:last|next|this|past|coming) (?:{UNIT}|{WEEKDAY}|morning|afternoon|evening|summer|winter"
    r"|spring|fall|autumn)"
    rf"|(?:the|this|these|that|in) (?:last|past|next|coming|following|previous|recent|same"
    rf"|first|second)"
    rf" (?:\w+ ){{0,2}}?{UNIT}|that (?:very )?{UNIT}|(?:{UNIT}|soon|shortly)"
    rf" (?:later|earlier|afterwards?|(?:before|after)(?=\W*$|[,;:)]))"
    rf"|the {UNIT} (?:before|after)(?! (?:\d|(?:the|an?|his|her|its|their)\b))|a few more {UNIT}"
    r"|^\W*(?:so far|to date)\b(?! in \d)|previously|earlier (?:today|this)|the other day"
    r"|at (?:this|that|the) (?:moment|time|point))\b"
    r"(?! (?:of|to|from|before|after|until|ending) )",
    re.IGNORECASE,
)
"""Words for a time that only a date could place."""


ASIDE = re.compile(
    rf"(?<=\bwho )recently |(?<=\bwhich )recently "
    rf"|(?<=\d )(?P<month>{'|'.join(MONTHS)}) (?:of )?(?:this|next|last) year\b",
    re.IGNORECASE,
)
"""What is no more than an aside, "which recently became a party", and a year beside its day."""


def unplaced(text: str) -> bool:
    """True if a line speaks of a time that its reader can't place."""
    return UNPLACED.search(ASIDE.sub("", text)) is not None


def unvouched(draft: Draft) -> bool:
    """True for a sentence of an opinion, after its opening, or below the first answer of an
    interview, in which nobody says what it says; and for the opening of what somebody says aloud
    whom nothing names. Above the answers a station speaks for itself, unless its text is said to
    be somebody's.
    """
    sheet = draft.sheet
    asked = any(answer.start < draft.span.start for answer in sheet.answers)
    own = sheet.opinion == "" and bool(sheet.answers) and not asked
    speaks = (sheet.opinion is not None and not own) or asked
    unnamed = sheet.opinion in SPOKEN and not sheet.author
    if draft.spoken or (sheet.author and fitness.is_vouched(sheet, draft.span)):
        return False
    return speaks and (not draft.opens or unnamed) and not fitness.is_told(sheet, draft.span)


ELSEWHERE = re.compile(
    r"(?<!since )(?<!until )(?<!by )(?<!just )\bthen\b(?!-)|\b(?:here|nearby)\b"
    r"|\b(?:later|lastly|afterwards?|subsequently|meanwhile)\b"
    r"|\b(?:blocks?|met(?:er|re)s?|km|kilomet(?:er|re)s?|miles?|distance) away\b(?! from)"
    r"|\bas (?:has been|already|we) (?:already )?(?:reported|noted|said|mentioned)"
    r"|^\W*(?:without|conclud\w+|regarding|concerning|as of|at present|currently|still|finally"
    r"|initially|address\w+|referring|asked|apparently|in conclusion|in general)\b",
    re.IGNORECASE,
)
"""Words for a place or a turn in what was said before, and asides with which a sentence goes on."""

ABOUT = re.compile(
    r"\b(?:become|became|seems?|appears?|remains?|means?|constitutes?|represents?|proves?|shows?)\b"
    r"|\b(?:is|are) (?:a|an|the|not|no|more|very|to|one|part|only|also)\b",
    re.IGNORECASE,
)
"""Verbs of one who says how things are, and not what happened."""

UNQUOTE = re.compile(r"\bunquote\b", re.IGNORECASE)
"""A quotation mark that was dictated."""

PLURAL = re.compile(r"\b(?:they|them|it|its|their|itself|themselves)\b", re.IGNORECASE)
SINGULAR = re.compile(r"\b(?:he|him|his|she|her|himself|herself)\b", re.IGNORECASE)

FRESH = timedelta(days=3)
"""So long after a dispatch "the past week" is still the same one."""


def obscure(draft: Draft, text: str, now: datetime) -> bool:
    """True if a line makes sense only where it stood, or its reader can't place or trace it. The
    sentence that opens a dispatch stands on its own but for its dates, apart from those that it
    quotes. A broken sentence is one, too.
    """
    issued = draft.sheet.dispatch.issued
    fresh = issued is not None and now - issued < FRESH
    own = homeless.QUOTATION.sub(" ", text) if draft.opens else text
    english = draft.sheet.reading.language == "en"
    broken = slips.slip(text) or any(is_misspelt(t.text) for t in tokens(text))
    if (english and broken) or (unplaced(own) and not fresh):
        return True
    if draft.opens:
        return bool(UNQUOTE.search(text)) or unvouched(draft)
    return (
        unvouched(draft)
        or homeless.outward(text)
        or bool(ELSEWHERE.search(text) or UNQUOTE.search(text))
        or (not draft.leans and nameless(draft, text))
        or (bool(ABOUT.search(text)) and not _substantial(draft))
        or is_standing(draft)
    )


def is_plain(draft: Draft) -> bool:
    """True for a report's own sentence in sound spelling: no opinion's, no interview's."""
    sheet = draft.sheet
    words = tokens(sheet.shown[draft.span.start : draft.span.end])
    return (
        sheet.opinion is None and not sheet.answers and not any(is_misspelt(t.text) for t in words)
    )


def names_something(draft: Draft) -> bool:
    """True for a line with a town or a name inside it."""
    words = draft.sheet.shown[draft.span.start : draft.span.end]
    return bool(draft.spots) or re.search(r"(?<=[a-z,]\s)[A-Z]", words) is not None


KINDS = ("person", "organisation", "group", "place")
"""Names that "it" or "they" can stand for."""


def nameless(draft: Draft, text: str) -> bool:
    """True for a pronoun before which a line names nobody, or nothing, that it may stand for."""
    names = draft.sheet.reading.names
    for pattern, kinds in ((SINGULAR, ("person",)), (PLURAL, KINDS)):
        found = pattern.search(text)
        before = text[: found.start()] if found else ""
        told = (tidy(n.text).split()[-1].casefold() for n in names if n.kind in kinds)
        if (
            found
            and not pointing.described(before)
            and not any(name in before.casefold() for name in told)
        ):
            return True
    return False


def _substantial(draft: Draft) -> bool:
    """True for a line with a number, a day, a town, an event, a plan, a measure, or somebody who
    says it.
    """
    reading, span = draft.sheet.reading, draft.span
    kinds = (reading.figures, reading.events, reading.plans, reading.measures, reading.dates)
    found = [one.span for kind in kinds for one in kind]
    told = (s.source for s in reading.statements if s.source and s.source_name)
    lands = [p.span for p in draft.spots if (p.feature or "").startswith("PCL")]
    named = (Span(*m.span()) for m in NAMED.finditer(draft.sheet.shown, span.start, span.end))
    return (
        any(span.contains(one) for one in found)
        or any(span.contains(s.span) for s in told)
        or any(not any(land.contains(name) for land in lands) for name in named)
    )


NAMED = re.compile(r"\d|(?<=[a-z,]\s)[A-Z][a-z]+")
"""A number, or a name inside a sentence."""
