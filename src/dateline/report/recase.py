"""Case that a text in capitals did not get back: "Minister ana Ruiz", "Ana ruizal", "AT noon"."""

import re
from collections.abc import Iterable
from functools import cache

from dateline.records import Name
from dateline.report import lexicons
from dateline.report.vocabulary import is_known, is_misspelt
from dateline.report.words import is_function, tokens

TITLES = (
    r"\b(?:Don|Dona|Minister|President|Deputy|Senator|Governor|Mayor|Bishop|Archbishop|Monsignor"
    r"|Msgr|Father|General|Colonel|Major|Captain|Lieutenant|Gen|Col|Lt|Capt|Maj|Judge|Doctor|Dr"
    r"|Mr|Mrs)\.?\s+"
)
TITLE = re.compile(rf"{TITLES}(?:[A-Z][a-z]+\s+)?$")
LONGEST = 40  # characters of a title and a first name
TITLED = re.compile(rf"(?:\b(?:San|Santa|Santo)\s+|{TITLES})(?P<name>[a-z]{{3,}})\b")
"""A title, or a saint, and a word in lower case."""

SHOUTED = re.compile(rf"({TITLES})([A-Z]{{5,}})\b(?![-/&])")
"""A surname in capitals after a title."""

SPEAKING = re.compile(
    r"(?<=\s)(?P<first>[A-Z][a-z]+)\s+(?P<name>[a-z]{3,})(?=\s+(?P<verb>[a-z]+)\b)"
)
"""Somebody's name, a word in lower case, and what may be a verb of speech."""

ADVERBS = frozenset(["today", "yesterday", "tonight", "tomorrow", "again", "later", "twice"])

SURNAMED = re.compile(r"(?<=[a-z]\s)(?<![.!?]\s)[A-Z][a-z]+\s+(?P<name>[a-z]{4,})\b")
"""A name inside a sentence and a word in lower case."""

ENDINGS = re.compile(
    r"(?:ed|ing|ers?|ly|als?|ists?|m[ae]n|tions?|ity|ities|ments?|ness|ous|ics?|ives?|isms?|able"
    r"|ent|ants?|es|ize|ized|ry)$"
)
"""Ends of English words that no list has."""

LOUD = re.compile(
    r"(?<![A-Z][ -])(?<![(\"“/.-])\b(?:AT|IN|ON|OF|THE|AND|TO|BY|FOR|WITH|FROM)\b"
    r"(?=\s+[a-z0-9])"
)
"""A function word in capitals in a sentence that is not."""


LOUD_VERB = re.compile(r"(?<=[a-z] )(?:IS|WAS|ARE|WERE)(?=\s+(?:[a-z]+(?:ing|ed)|not|an?|the)\b)")
"""A verb that was taken for an abbreviation of the text: "the government IS fostering"."""

INDEFINITE = re.compile(
    r"\b[Aa]n?\s+(?:[\w-]+\s+){0,2}(?P<noun>Street|Avenue|Town|City|Village|Hamlet|Citizen|Commission"
    r"|Commando|Minister|Corporation|Clinic|Hospital|Church)\b(?=\s+[a-z]|[,.;])"
)
"""One of many: no name."""

MARCH = re.compile(
    r"\b(?:[Aa]|[Tt]his|[Tt]heir|[Hh]is|[Aa]nother|peaceful|protest|hunger)\s+(?:[a-z-]+\s+){0,2}?"
    r"March\b(?!\s+(?:\d|elections?\b|of\s+\d|vote\b))"
    r"|\b[Tt]he\s+March(?=\s+(?:took|was|began|started|ended|headed|passed|organi[sz]e\w+)\b)"
)
"""Demonstrators on the road, and no month."""

ORDINAL = re.compile(r"\b\d+(?:St|Nd|Rd|Th)\b|\b(?:East|West|North|South)\b(?= (?:to|and) [a-z])")
"""The ending of an ordinal number, and where one goes."""

ALONE = re.compile(r"(?<=[a-z] )(?P<noun>[A-Z][a-z]{2,})(?=(?:\s+(?P<next>[a-z]+)\b)|[,.;])")
"""A word with a capital that stands alone in a sentence."""

PLAINLY = re.compile(r"(?:ed|ing|ly|ists?|tions?|e?ments?|ness|ous|ives?|isms?|ize|ency|encies)$")
"""Endings that no surname has."""

BEFORE = re.compile(r"(?<![^\W\d_])([a-z]+)\s+$")
"""The word in lower case before another."""

SHORT = re.compile(r"(?<=[A-Z][a-z] )[A-Z]{3,}$|(?<=[a-z]{2} )[A-Z]{3,}$")
"""A surname that was taken for an abbreviation: "Ana ROA"."""


def named(text: str, names: Iterable[Name]) -> str:
    """The text with the surnames of its people in upper and lower case."""
    for name in names:
        words = text[name.span.start : name.span.end]
        if name.kind == "person" and (last := SHORT.search(words)):
            at = name.span.start + last.start()
            text = text[:at] + last[0].capitalize() + text[at + len(last[0]) :]
    return text


def mended(text: str) -> str:
    """The text, of the same length, with names after a title in upper case and function words in
    lower; only a word that English does not have is taken for a name.
    """
    text = TITLED.sub(_named, text)
    text = SHOUTED.sub(lambda found: found[1] + found[2].capitalize(), text)
    text = SURNAMED.sub(_surnamed, text)
    for first, last in sorted(_surnames(text)):
        text = re.sub(rf"\b({first}\s+){last}\b", rf"\g<1>{last.capitalize()}", text)
    text = INDEFINITE.sub(_lowered, text)
    text = MARCH.sub(lambda found: found[0].removesuffix("March") + "march", text)
    text = ORDINAL.sub(lambda found: found[0].lower(), text)
    text = ALONE.sub(_ordinary, text)
    text = LOUD_VERB.sub(lambda found: found[0].lower(), text)
    return LOUD.sub(lambda found: found[0].lower(), text)


def _lowered(found: re.Match[str]) -> str:
    return found[0][: -len(found["noun"])] + found["noun"].lower()


def _ordinary(found: re.Match[str]) -> str:
    """The word in lower case, if it is part of no name, or a misspelling that is part of none."""
    word, follows = found["noun"], found["next"]
    last = BEFORE.search(found.string[max(0, found.start() - LONGEST) : found.start()])
    if last is None:
        return word
    common = is_known(last[1]) and not is_function(tokens(last[1])[0])
    plain = (
        (word in _kind("before") and follows is not None and not is_function(tokens(follows)[0]))
        or (word in _kind("after") and common and follows != "of")
        or word in _kind("between")
        or (PLAINLY.search(word) is not None and is_misspelt(word.lower()))
    )
    return word.lower() if plain else word


@cache
def _kind(name: str) -> frozenset[str]:
    return lexicons.group("ordinary", name)


def _named(found: re.Match[str]) -> str:
    return found[0] if is_known(found["name"]) else _raised(found)


def _surnamed(found: re.Match[str]) -> str:
    word = found["name"]
    english = is_known(word) or is_misspelt(word) or ENDINGS.search(word)
    return found[0] if english else _raised(found)


def _surnames(text: str) -> set[tuple[str, str]]:
    """First names with surnames in lower case, after a title or another name and before a verb of
    speech: "Minister Ana stone said".
    """
    found = set()
    speech, closed = lexicons.words("speech"), lexicons.words("function") | lexicons.words("finite")
    for match in SPEAKING.finditer(text):
        word, before = match["name"], text[max(0, match.start() - LONGEST) : match.start()]
        titled = bool(TITLE.search(before))
        verbal = word in speech | closed | ADVERBS or word.endswith(("ly", "ed", "ing"))
        if titled and match["verb"] in speech and not verbal:
            found.add((match["first"], word))
    return found


def _raised(found: re.Match[str]) -> str:
    word = found["name"]
    return found[0][: -len(word)] + word.capitalize()
