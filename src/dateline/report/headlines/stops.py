"""Where a long clause can stop: before a phrase that says where, when, how or with whom, before a
second predicate, or before a clause that only adds to it.
"""

import re
from collections.abc import Iterator

from dateline.report import lexicons
from dateline.report.headlines import clipping
from dateline.report.lines import clauses
from dateline.report.words import tokens

OPENERS = (
    r"in|on|at|by|for|with|from|to|into|against|near|during|after|before|following|despite|amid"
    r"|over|under|through|throughout|outside|inside|within|behind|along|across|around|since|until"
    r"|while|when|where|which|who|whose|because|as|if|unless|due|thanks|including|about|without"
    r"|aboard|between|opposite|above|below|beside|beyond|towards?|among|together|leaving|causing"
    r"|some \d+"
)
STOP = re.compile(
    rf"(?:\s+--?|\s+–|[,;:])?\s+(?=(?:{OPENERS}|\d+\s+(?:km|kilomet\w+|met\w+|miles))\b"
    r"|that (?:was|were|is|are|had|has|have|will|would|\w+ed)\b"
    r"|\w+ing (?:an?|the|its|his|her|their|at|in|on|over|from|to|some|more|two|three|\d+)\b)"
    r"|(?<!\d),\s+(?=(?:an?|the|one|some|most|many|especially|particularly|mainly|apparently|\w+ing"
    r"|all|\w+ed|headed|led|known|made|held) )"
    r"|[;:]\s+(?=\S)"
)
"""Before a word that can open what may be left off, or at a comma before an apposition."""

SUBORDINATE = (
    "who|which|that|where|when|after|before|because|while|if|unless|as|and|but|or|so|whose|until"
    "|since"
)
AHEAD = re.compile(rf"\b(?:{SUBORDINATE}|said)\b|[,;]")
OPENED = re.compile(rf"(?:{SUBORDINATE})\b")
VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|can|could|may|did|does|do)\b")
"""Verbs that nothing but their own clause can have."""

PAIRED = re.compile(
    r"\b(?:link|sentenc|depriv|attribut|transferr?|compar|convert|turn|limit|subject|appoint"
    r"|nam|hand|bring|brought|put|plac|supplied|supply|provid|suppl|forc|order|urg|ask|call|invit|"
    r"allow|authoriz|warn|inform|remind|permit|enabl|tell|told|accus|blam|charg|prevent|describ"
    r"|regard|consider|inflict|replac|exchang|confus|mistak|view|see|saw|treat|label|us"
    r"|demand|request|requir|expect|want|wish)(?:s|ed|d|e|es|ing|led|red)?\b[^,;]*$",
    re.IGNORECASE,
)
"""A verb that wants a second thing after its object: "linked the plot to", "asked him for"."""

SECOND = ("to", "for", "with", "as", "from", "into", "over", "under", "against", "about", "by",
          "on")  # fmt: skip
"""What leads in such a second thing."""

THIRD = re.compile(
    r" (?:to|for|with|as|from|into|over|under|against|on)\b"
    r"|\b(?:accus|depriv|inform|warn|remind)\w+ .* of\b"
)
"""Such a verb has had its second thing."""

WANTING = re.compile(
    r"\b(?:responsible|attempts?|part|end|fire|access|threats?|opposed|opposition|related"
    r"|relation|contrary|respect|regard|response|reaction|reference|tribute|aimed|intent|intention"
    r"|commitment|answer|alternative|solution|approach|right|candidate|war|talks?|contact|contacts"
    r"|due|addition|exception|example|type|kind|sort|series|number|group|level|case|fact|name"
    r"|light|view|way|means|support|satisfaction|concern|solidarity|readiness|interest|role|place"
    r"|responsibility|hope|need|difficult\w+|importance|possibility|idea|calls?|demand|demands|evidence|doubts?)$",
    re.IGNORECASE,
)
"""Nouns after which a reader asks for what, to whom, on what."""

PARTICLE = re.compile(r"(?:in|on|over|under|through|about|by)\s*(?:and|or|but|to|by|as|in|,|$)")
"""What belongs to the verb before it: "sworn in and"."""

HANGING = re.compile(r", [a-z]+$")
"""A word that opens what comes: "a plan, possibly"."""

FREE = ("which", "who", "because", "despite")
INFINITIVE = re.compile(r"to (?!the\b|an?\b|its\b|his\b|her\b|their\b|[A-Z\d])")
APPOSED = re.compile(
    r"(?<=[A-Za-z]), (?=[a-z])(?!and\b|or\b|but\b|not\b|except\b)(?P<more>[^,“”\"]*)"
)


def stopped(text: str) -> Iterator[str]:
    """The beginnings of a clause at which it can stop, the longest first; an attribution that
    closes it stays.
    """
    body, closing = clipping.parted(text)
    apposed = (f for f in APPOSED.finditer(body) if _is_apposed(body, f))
    found = (*STOP.finditer(body), *clipping.REDUCED.finditer(body))
    ends = {f.start(): f.end() for f in found} | {f.start(): f.start() + 2 for f in apposed}
    second = {f.start(): f.end() for f in clipping.AND.finditer(body)}
    for start, end in sorted((ends | second).items(), reverse=True):
        if _can_stop(body[:start], body[end:], second=start in second):
            yield body[:start] + closing


def _is_apposed(text: str, found: re.Match[str]) -> bool:
    """True for ", deputy commander of the zone" after a name."""
    more = found["more"]
    listed = re.search(r"\b(?:and|or)\b", more) or re.match(r", (?:and|or)\b", text[found.end() :])
    return bool(clipping.NAME.search(text[: found.start()])) and not (
        listed or clauses.verbal(more)
    )


def _can_stop(before: str, after: str, *, second: bool) -> bool:
    """True if a clause may end where ``after`` starts; ``second``: with another predicate."""
    whole = clipping.complete(before) and not clipping.SCOPED.search(before)
    whole = whole and not HANGING.search(before)
    if clauses.enclosed(before) or not whole or _wants(before, after):
        return False
    return not _graver(before, after) if second else not _verb_ahead(after)


def _wants(before: str, after: str) -> bool:
    """True if some words ask for what comes after them: the second object of a verb, what a noun is
    for, a condition, the second part of a compound.
    """
    opener = next((t.fold for t in tokens(after)[:1]), "")
    paired = PAIRED.search(_last_clause(before)) if opener in SECOND else None
    second = paired is not None and not THIRD.search(paired[0])
    noun = opener not in FREE and WANTING.search(before)
    condition = opener in ("if", "unless") and "threat" not in before
    infinitive = INFINITIVE.match(after) and clipping.CONTROL.search(before)
    compound = opener in lexicons.words("closing") or PARTICLE.match(after)
    return bool(second or noun or infinitive or compound) or condition


def _last_clause(text: str) -> str:
    return re.split(r"\b(?:who|which|that|after|before|when|while|because)\b|[,;]", text)[-1]


def _verb_ahead(after: str) -> bool:
    """True if the main verb may be still to come: "the rebels in the hills | near Kelm were"."""
    if OPENED.match(after):
        return False
    clause = AHEAD.split(after, maxsplit=1)[0]
    return bool(VERB.search(clause))


def _graver(before: str, after: str) -> bool:
    """True if deaths are told only after the stop."""
    return bool(clipping.DEATH.search(after)) and not clipping.DEATH.search(before)
