"""Which sentences only make sense where they stood: what they say points at another."""

import re

from dateline.records import Sentence, Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses, homeless
from dateline.report.words import QUOTE_MARKS, fold, outside_quotes, tidy, tokens

HEAD = 45  # characters at a sentence's start in which a name shows what it is about
SINGULAR = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)

ANAPHORA = re.compile(
    r"^[\s\"“«]*(?:also|he|she|they|it|this|these|those|that|such|his|her|their|its|both"
    r"|the (?:latter|former|same|two|three|four|other|others|above)|thus|therefore|then|hence"
    r"|as a result(?! of (?!this\b|that\b|these\b|the\b))|for this reason"
    r"|for that reason|in this (?:context|way|regard|respect|text|case)"
    r"|on this(?!\s+(?:\d|first|second|third|last)\w*\s+day\b)"
    r"|afterwards?|later|subsequently|another|others|one of (?:them|these)"
    r"|some of (?:them|these)"
    r"|according to (?:him|her|them|it|this|the (?:report|sources?|communique|statement"
    r"|document|same|information)\b)|among (?:them|these)|likewise|similarly|instead"
    r"|a further|on the one hand|on the other hand|in addition|besides|consequently|so|there,"
    r"|here|same|at that time|during this"
    r"|until then|by then|since then"
    r"|the (?:next|previous|first|second|third|last) (?:report|item|point|question)"
    r"|in (?:another|the (?:first|second|third|same|other|latter))"
    r"|first,|second,|third,|next,|perhaps|for (?:instance|example)|on the contrary|otherwise"
    r"|(?:in|by) contrast|in (?:other words|short|sum|fact|effect)"
    r"|the following|as follows|nor|neither|in turn|of these|of those|of them|all of (?:them|these)"
    r"|result of|in both|from there|after (?:this|that|these)|in response"
    r"|for (?:his|her|its|their) part"
    r"|(?:\w+day|last (?:night|week|month|year)|this (?:morning|week|month|year))['’]s"
    r" (?:was|were|is|are|had|has|would|will))\b",
    re.IGNORECASE,
)

POINTING = re.compile(
    r"\b(?:this|these|those)\s+(?!week\b|month\b|year\b|morning\b|afternoon\b|evening\b)"
    r"[a-z]+|\b(?:in|with|by|of|after|before|during|for|from|on|at|to|since|until) that [a-z]+"
    r"|\b(?:about|of|by|to|for|with|on|from|than|like|after|before) (?:this|that)(?=[,.;:]|$)"
    r"|\b(?:on|in) both (?:occasions|cases|instances)\b|\bw(?:as|ere) referring to\b"
    r"|\b(?:of|among|by|to|with)\s+(?:these|those|them)\b|\bthat of\b|\bhere\b"
    r"|\bin (?:view|light|spite|addition|response|contrast) (?:of|to) (?:this|that)\b"
    r"|\b(?:aforementioned|aforesaid|above-?mentioned)\b",
    re.IGNORECASE,
)
"""Words that point at something said before: "this plan", "two of them"."""

THESE = re.compile(r"\bthese (?!days\b|are\b|include\b)[a-z]{3,}")
"""Words that point at several things, though nothing stands before."""

FRONT = 50  # characters at the start of what opens a dispatch
FIRST_MENTION = re.compile(
    r"\W*(?:another|a further|those (?:who|responsible|in|of|killed|injured)\b|both|here in"
    r"|the (?:two|three|four) (?!of\b)[a-z]+ [a-z]+)\b",
    re.IGNORECASE,
)
"""Openings of a dispatch that would point back anywhere else: "Another bomb", "The two men who"."""

THAT_BODY = re.compile(
    r"(?<=\w )this (?:organi[sz]ation|body|assembly|institution|alliance|bloc|agency|company)\b",
    re.IGNORECASE,
)
"""What a sentence calls a body that it has named."""

TOLD_BY = re.compile(r"[\"”]\s+(?:said\s+)?(?:its|his|her|their)\s", re.IGNORECASE)
"""A quotation whose speaker is known only by somebody else: "..., its lawyer said"."""

OPENED = re.compile(
    r"\W*(?:in|on|at|during|since|after|before|by|for|with|from|to)\s+(?:it\b|them\b"
    r"|[^,.]{1,40},\s+(?:it|they|he|she)\b)",
    re.IGNORECASE,
)
"""A pronoun after an opening phrase: "In 1988, it attacked ..."."""

SAID_BY = re.compile(
    r",\s+(?P<who>he|she|they)\s+(?:\w+ly\s+)?(?:said|says|added|adds|noted|stated|stressed|explained"
    r"|claimed|concluded|warned|recalled|told|reported|asserted|indicated)\b",
    re.IGNORECASE,
)
"""A speaker who is only a pronoun, in the middle or at the end: "..., he said"."""

FRENCH = re.compile(
    r"-t-(?:il|elle|ils|elles)\b|^[\s«\"]*(?:il|elle|ils|elles|ce|cette|ces|celui-ci|celle-ci"
    r"|ceux-ci|celles-ci|son|sa|ses|leur|leurs|selon (?:lui|elle|eux|elles))\b",
    re.IGNORECASE,
)
"""Pronouns of a French sentence whose bearer stands in another."""

RETOLD = re.compile(
    r"\b(?:announced|confirmed|condemned|denied|described|explained|made|took|rejected|welcomed"
    r"|criticized|criticised|gave|disclosed|reported) the (?:decision|measures?|move|order|plan"
    r"|announcement|news|reports?|incident|numbers?|figures?|charges?|accusations?|proposal)"
    r"\b(?! (?:to|of|that|on|by|in|for|from|about|against|made|given)\b)",
    re.IGNORECASE,
)
"""A matter that another sentence has told: "announced the decision"."""

PERSONS = frozenset(["general", "official", "prosecutor", "political", "public", "military"])
"""Words for institutions that before a verb mean somebody: "The general escaped"."""

PLEONASTIC = re.compile(
    r"^\s*(?:it (?:is|was|has been|will be|appears|seems)\b.{0,80}?\bthat\b"
    r"|this (?:morning|afternoon|evening|week|month|year))",
    re.IGNORECASE,
)


def leans(
    sheet: Sheet, sentence: Sentence, told: Span | None = None, *, opens: bool = False
) -> bool:
    """True if the sentence needs the one before it to be understood, but for what is ``told`` in
    place of some of its words. One that ``opens`` its dispatch points at nothing before it.
    """
    text = tidy(_without(sheet, sentence.span, told))
    if PLEONASTIC.search(text):
        return False
    if sheet.reading.language == "fr" and FRENCH.search(text):
        return True
    if opens and THESE.search(outside_quotes(text)[:FRONT]):
        return True
    if not opens and (points(sheet, sentence.span, told) or homeless.plural(outside_quotes(text))):
        return True
    if opens:
        back = ANAPHORA.search(text) and not FIRST_MENTION.match(text)
        return bool(back or OPENED.match(text)) or (
            _homeless_pronoun(sheet, sentence) and not _named_ahead(sheet, sentence.span)
        )
    return (
        bool(ANAPHORA.search(text) or OPENED.match(text))
        or _definite(sheet, sentence.span)
        or _homeless_pronoun(sheet, sentence)
    )


def only_definite(sheet: Sheet, sentence: Sentence) -> bool:
    """True for a sentence that leans in nothing but its definite subject: "The explosion destroyed
    three sections of the pipeline".
    """
    text = tidy(sheet.shown[sentence.span.start : sentence.span.end])
    back = ANAPHORA.search(text) or OPENED.match(text) or SAID_BY.search(text)
    pointing = points(sheet, sentence.span) or homeless.plural(outside_quotes(text))
    return _definite(sheet, sentence.span) and not (
        back or pointing or _homeless_pronoun(sheet, sentence)
    )


def _named_ahead(sheet: Sheet, span: Span) -> bool:
    """True for a pronoun in an opening phrase, before the name that it stands for: "On his way
    home, President Ruiz stopped over in Kelm".
    """
    found = SINGULAR.search(sheet.shown, span.start, min(span.end, span.start + FRONT))
    comma = sheet.shown.find(",", found.end(), span.end) if found else -1
    persons = [n.span for n in sheet.reading.names if n.kind == "person"]
    return comma >= 0 and any(comma < one.start < span.end for one in persons)


def said_by_nobody(sheet: Sheet, span: Span, named: tuple[Span, ...]) -> bool:
    """True for "..., he said" where neither the sentence nor what is put in its place (``named``)
    tells who.
    """
    for found in SAID_BY.finditer(sheet.shown, span.start, span.end):
        pronoun = Span(*found.span("who"))
        before = Span(span.start, pronoun.start)
        known = any(before.contains(n.span) and n.kind == "person" for n in sheet.reading.names)
        alone = found["who"].casefold() != "they"
        if not any(n.contains(pronoun) for n in named) and not (alone and known):
            return True
    return False


def _without(sheet: Sheet, span: Span, told: Span | None) -> str:
    """The words of a span, but for some that are replaced."""
    if told is None or not span.contains(told):
        return sheet.shown[span.start : span.end]
    return sheet.shown[span.start : told.start] + "X" + sheet.shown[told.end : span.end]


def points(sheet: Sheet, span: Span, told: Span | None = None) -> bool:
    """True if a sentence, whoever speaks in it, points at a matter that another has told."""
    text = tidy(_without(sheet, span, told))
    outside = outside_quotes(text)
    if any(span.contains(n.span) and n.kind == "organisation" for n in sheet.reading.names):
        outside = THAT_BODY.sub(" ", outside)
    return bool(POINTING.search(outside) or RETOLD.search(outside) or TOLD_BY.search(text))


def _definite(sheet: Sheet, span: Span) -> bool:
    """True for "The victim was ..." after the first sentence: somebody has been introduced before.

    Institutions that every reader knows, and phrases with a name in them, stand alone.
    """
    lede = next((s.span.end for s in sheet.reading.sentences if s.prose), 0)
    if span.start <= lede:
        return False
    found = re.match(r"\W*the\s+(\w+)\s+(\w+)", sheet.shown[span.start : span.end], re.IGNORECASE)
    if found is None:
        return False
    known = lexicons.words("institutions")
    if fold(found[1]) in PERSONS and (fold(found[2]) in known or clauses.verbal(found[2])):
        return True
    if fold(found[1]) in known or fold(found[2]) in known or not found[1].islower():
        return False
    early = Span(span.start, span.start + HEAD)
    mentions = [n.span for n in sheet.reading.names] + [p.span for p in sheet.reading.places]
    return not any(early.overlaps(m) for m in mentions)


def _homeless_pronoun(sheet: Sheet, sentence: Sentence) -> bool:
    """``He``, ``his`` ... outside quotation marks with nobody named before it."""
    span = sentence.span
    text = sheet.shown[span.start : span.end]
    found = SINGULAR.search(text)
    if found is None:
        return False
    at = span.start + found.start()
    if any(c in QUOTE_MARKS for c in text[: found.start()]):
        return False
    return not any(
        span.start <= n.span.start < at and n.kind == "person" for n in sheet.reading.names
    ) and not described(text[: found.start()])


def described(before: str) -> bool:
    """True for a noun phrase long enough to be what a pronoun stands for ("the bishop ... his")."""
    people = lexicons.words("people")
    led = re.finditer(r"\b(?:the|a|an|former|president|minister|general|leader)\b", before, re.I)
    return any(
        t.key in people or t.fold in people for m in led for t in tokens(before[m.start() :])[:4]
    )
