"""Whether a clause that stops early still says something, and what closes it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.report import lexicons
from dateline.report.lines import clauses
from dateline.report.words import QUOTE_MARKS, is_function, tokens

AND = re.compile(
    r"(?:, \w+ed\b[^,“”\"]*)*(?:,?\s+and |, but )"
    r"(?=(?:was|were|has|have|had|is|are|will|that|not|\w+ed)\b"
    r"|(?:[\w-]+ ){1,5}?(?:was|were|has|have|had|is|are) \w+)"
)
"""Where the second of two or more predicates starts, or of two things said."""

REDUCED = re.compile(
    r" (?:\w+ed|held|made|known|led)(?: (?:out|up|off))?"
    r"(?= (?:of|by|to|with|as|in|at|for|from|on|near|against|outside|inside|under|during|after)\b"
    r"(?!.*\b(?:was|were|is|are|said|has|have|had|will)\b)[^,;“”\"]*$)"
    r"|, \w+ed$"
)
"""Where a last participle starts that describes a noun: "people suspected of ..."."""

CONTROL = re.compile(
    r"\b(?:decid|agree|want|wish|hop|plan|promis|threat|offer|ask|urg|order|call|tell|told|forc|allow"
    r"|permit|try|trie|attempt|seek|sought|need|refus|fail|beg|start|continu|intend|intent|expect"
    r"|invit|requir|request|demand|help|able|unable|ready|willing|likely|due|set|going|effort|right"
    r"|abilit|decision|way|power|dut|desire|propos|vow|pledg|seem|appear|manag|dar|learn|us|enabl"
    r"|persuad|convinc|encourag|prepar|authori|commit|warn|advis|appeal|reason|tend|campaign|struggl"
    r"|choos|chose|deserv|mean|stop|first|last|opportunit|chance|time|mission|initiative|instruct"
    r"|determin|aim|design|swear|swore|lik|prefer|obligat|sign|commission)\w*\b",
    re.IGNORECASE,
)
"""Words that an infinitive belongs to, which can't lose it."""

POINTING = re.compile(r" (?:in|during|after|by) the \w+$")

NAME = re.compile(r"\b[A-Z][\w.-]+$")
DEATH = re.compile(r"\b(?:killed|dead|died|body|bodies|murdered|assassinated|deaths?|corpses?)\b")
HELD = re.compile(
    r"(?:\bto (?-i:[a-z])\w*|['’]s \w+|\b(?:days?|hours?|weeks?|months?|years?|minutes?)"
    r"|\b(?:between(?!.* and )|both|not|no|if)\b[^,]*"
    r"|\bfrom\b(?:(?!\b(?:was|were|is|are|has|have|had|will)\b)[^,])*"
    r"|\b(?:out|up|off|down|able|unable|ready|due|set|likely|expected|forced"
    r"|close|met|allowed|going|gone|found|began|caused|known))$",
    re.IGNORECASE,
)
"""Before a last phrase: words that can't lose it."""

HALFWAY = re.compile(r"\b[a-z]+(?:ing|en|ly|ow|id)$")
"""A last word that looks like a participle or an adverb; the lexicon of closing words has nouns."""

COUNTED_FIRST = re.compile(
    r"(?:At least |Some |About |Approximately )?(?:\d|One|Two|Three|Four|Five|Six|Seven|Eight|Nine"
    r"|Ten|Several|Many|Dozens)\b"
)
"""Words that open with a number: of those who were harmed."""

AFTER = re.compile(r"\b(?:after|before|while|because)\b(?!.*\b(?:after|before|while|because)\b).*$")
"""The last clause or phrase that says after what."""

ARTICLES = ("a", "an", "the", "this", "of", "its", "his", "her", "their")
"""Words before a noun: "a cut"."""

CLOSING = 60  # characters of a closing attribution
GOING_ON = re.compile(r"(?:and|but|or|while|although|though|who|which|whose|where|when|as)\b")
"""The start of a last clause that is no attribution: ", but no casualties were reported"."""

SCOPED = re.compile(
    r"\b(?:all|every|no|none|only|entire|whole|any)\b(?!-)"
    r"|\b(?:(?:inflict|prevent|describ|regard|consider)\w*|charged)\b[^,]*$"
    r"|\b(?:accus|blam)\w*\b(?![^,]* (?:of|for|on) )[^,]*$",
    re.IGNORECASE,
)
"""Words that hold only within what a last phrase says: "all its programmes in Tarvia"."""

ADVERB = re.compile(r"(?:,? (?:almost|nearly|very))? [a-z]+ly$")
"""Closing words that say no more than how."""

NOUN = re.compile(
    r"\b(?:the|an?|this|its|his|her|their|of|official|final|first|united|several|preliminary)"
    r" (?:states?|reports?|charges?|claims?|demands?|calls?|estimates?|notes?)\b",
    re.IGNORECASE,
)
"""Nouns that are verbs of speech as well."""

REDUCED_BY = re.compile(
    r"\b(?:ones?|those) \w+ed\b"
    r"|(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bbe )(?<!ly )\b\w+ed by\b"
)
"""A participle that belongs to a noun: "the position adopted by the council"."""

NO_VERB = re.compile(r"\b(?:May|aged|alleged|so-called)\b")
"""Words that are no verbs."""

PAST = re.compile(
    r"\b(?:was|were|been|is|are)\s+(?:\w+\s+(?:and\s+)?)?(?:killed|injured|wounded|arrested|kidnapped|abducted"
    r"|murdered|assassinated|freed|released|destroyed|damaged|captured|detained|bombed|evacuated"
    r"|closed|suspended|postponed|canceled|cancelled)$"
    r"|\b(?:\d+|\w+) (?:wounded|injured|captured)$"
    r"|\b(?:died|exploded|resigned|escaped|surrendered|collapsed|crashed)$"
)
"""Forms in -ed that can end a sentence."""


def unpointed(text: str) -> Iterator[str]:
    """A clause without a closing "in the attack", which points at what a headline has not told."""
    found = POINTING.search(text)
    noun = tokens(text)[-1:]
    if found and noun[0].fold in lexicons.bases("scenes") and complete(text[: found.start()]):
        yield text[: found.start()]


def complete(text: str) -> bool:
    """True if a clipped sentence still has its verb, and does not break off before an object."""
    text = ADVERB.sub("", text)
    last = tokens(text)[-1:]
    if not last or is_function(last[0]) or HELD.search(text):
        return False
    if AFTER.search(text) and not _happens(text):
        return False
    if HALFWAY.search(text) and last[0].fold not in lexicons.words("closing"):
        return False
    if last[0].fold.endswith("ed") and not PAST.search(text):
        return False
    said = re.split(r"\b(?:that|said|says)\b", text)
    return has_verb(said[0] + (" said" if len(said) > 1 else "")) and (
        len(said) == 1 or has_verb(said[-1])
    )


def _happens(text: str) -> bool:
    """True for "after an attack": what follows the last "after" is something that happens."""
    after = AFTER.search(text)
    found = tokens(after[0]) if after else ()
    nouns = lexicons.bases("scenes")
    plain = any(t.fold in nouns or t.fold.endswith("ing") or t.text.isdigit() for t in found)
    return plain or (after is not None and has_verb(after[0]))


@lru_cache(maxsize=16_384)
def has_verb(text: str) -> bool:
    """True if some words have a verb of their own, one of the longer list of forms included."""
    for words in (NO_VERB, REDUCED_BY, NOUN):
        text = words.sub(" of ", text)
    found = tokens(text)
    leads = ("", *(t.fold for t in found))
    plain = (t.fold for t, lead in zip(found, leads, strict=False)
             if t.text.islower() and lead not in ARTICLES)  # fmt: skip
    return clauses.verbal(text) or not lexicons.words("verbs").isdisjoint(plain)


def parted(text: str) -> tuple[str, str]:
    """A sentence and its closing attribution (", the army said"), which clipping leaves alone."""
    head, comma, tail = text.rpartition(", ")
    said = any(t.fold in lexicons.words("speech") for t in tokens(tail))
    said = said and not GOING_ON.match(tail)
    short = head and len(tail) <= CLOSING and not any(c in QUOTE_MARKS for c in tail)
    return (head, comma + tail) if said and short else (text, "")
