"""What of a headline leans on what its reader has not been told, or tells nothing."""

import re
from itertools import pairwise

from dateline.report import lexicons
from dateline.report.headlines import clipping
from dateline.report.lines import clauses
from dateline.report.words import Token, is_function, tokens

LEANING = 1.5  # lost by what points at something that a reader of headlines has not been told

EMPTY = 1.5  # lost by what only tells that somebody spoke

STATIC = 1.2  # lost by what says what somebody is

POINTING = re.compile(
    r"\b(?:this|these|those|such|them|him|again|ones|another|subsequently|others?|added|further|both)\b"
    r"|\bbeing heard\b|\bmyself\b|\b(?:the )?(?:latter|former) (?:said|was|is)\b",
    re.IGNORECASE,
)
"""Words that point at what was said before."""

TWICE = re.compile(r"\b([A-Z]\w{3,})\b.*\b\1\b(?!['’])")
"""A name that stands twice: one of them is somebody else."""

TALK = re.compile(
    r"\b(?:(?:answer|repl|respond)\w* (?:to )?(?:\w+ )?questions?"
    r"|(?:host|h[eo]ld|g[ai]v|grant|offer|call)\w* (?:an? |the |its |his |her )?(?:\w+ )?"
    r"(?:news conference|press conference|interview|speech|address|briefing)"
    r"|(?:issu|releas|ma[dk]|read|deliver|publish|broadcast|carri|receiv|sen[dt])\w* "
    r"(?:an? |the |some |several |its |his |her )?(?:\w+ )?"
    r"(?:statements?|communiques?|letters?|messages?|reports?|remarks?|series of reports|document)"
    r"|(?:spoke|speaks|talked|talks) (?:to|with) (?:the )?(?:press|reporters|newsmen|journalists)"
    r"|(?:ma[dk]e) (?:these|this|the) (?:remarks?|statements?|comments?))\b",
    re.IGNORECASE,
)
"""Words that tell of somebody speaking, and no more."""

BEING = re.compile(
    r"^[^,]{3,60}?(?:, [^,]{3,40},|,)?(?: \d+,?)?"
    r" (?:(?:is|was|are|were) (?:the|a|an|one|part|in|located)|has (?:about|some|a population))\b"
)

MATTERS = frozenset(
    ["incident", "event", "events", "accident", "crime", "crash", "measure", "measures", "action",
     "actions", "operation", "operations", "report", "statement", "device", "devices",
     "casualties", "victims", "attackers", "kidnappers", "assassins", "bodies", "corpses",
     "suspects", "prisoners", "sources"]
)  # fmt: skip
"""Nouns that say nothing of themselves; those of the lexicon of scenes beside them."""

THERE = re.compile(r"There (?:is|are|was|were|has|have|had)\b")

OWNER = re.compile(r"\b(?:its|his|her|their)\b")

SPEAKS = re.compile(r"(?!The )(?:[A-Z][a-z]+ ){2,5}says (?:that )?")
"""Somebody who says it, and has no "its"."""

OFTEN = ("of", "on", "in", "at", "against", "by", "near", "between", "for", "to")


def is_plain(text: str) -> bool:
    """True for words that point at nobody and do more than say what somebody is."""
    return not (POINTING.search(text) or _orphaned(text) or BEING.match(text))


def leaning(text: str) -> float:
    """What is lost by words that a reader of headlines alone can't make out."""
    pointing = bool(POINTING.search(text) or TWICE.search(text))
    pointing = pointing or _untold(text) or _orphaned(text)
    empty = _is_talk(text) or THERE.match(text)
    return LEANING * pointing + STATIC * bool(BEING.match(text)) + EMPTY * bool(empty)


def _is_talk(text: str) -> bool:
    """True for "The president answered questions": talk without what was said."""
    found = TALK.search(text)
    return found is not None and "that" not in text[found.end() :]


def _orphaned(text: str) -> bool:
    """True for an "its" before which nobody is named whose it can be."""
    owner = OWNER.search(text)
    if owner is None:
        return False
    before = text[: owner.start()]
    person = SPEAKS.match(before) if owner[0] == "its" else None
    named = {t.fold for t in tokens(person[0])} if person else set()
    person = person if named.isdisjoint(lexicons.words("bodies")) else None
    return not _owned(before[person.end() :] if person else before)


def _owned(before: str) -> bool:
    """True if some words before an "its" can name whose it is: they have a verb, or a name."""
    named = any(t.text[0].isupper() for t in tokens(before)[1:]) or "’s " in before
    return named or "'s " in before or clipping.has_verb(before)


def _untold(text: str) -> bool:
    """True for "in the explosion": something that happened, of which nothing more is said."""
    found, nouns = tokens(text), MATTERS.union(lexicons.bases("scenes"))
    return any(
        one.fold == "the" and noun.fold in nouns and not _explained(found[i + 2 :])
        for i, (one, noun) in enumerate(pairwise(found))
    )


def _explained(after: tuple[Token, ...]) -> bool:
    if not after or after[0].fold in OFTEN:
        return bool(after)
    return not (is_function(after[0]) or clauses.verbal(after[0].text))  # "the combat zones"
