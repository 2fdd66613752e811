"""What a sentence takes as told: "the prisoners", "the attack", "a third explosion", "another car".

A definite noun phrase that nothing in it explains ("the attack", not "the attack on Kelm") needs a
line before it that speaks of the same; so does an ordinal ("a second bomb"), and so do others of a
kind ("two more rebels").
"""

import re
from functools import cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.vocabulary import is_known
from dateline.report.words import Token, fold, is_function, stem, tokens

NOUNS = 4  # words of a noun phrase after its article
ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth"])
UNIQUE_BY = frozenset(
    ["first", "last", "only", "next", "main", "new", "current", "present", "entire", "whole",
     "so-called", "alleged", "possible", "latest"]
)  # fmt: skip
"""Words before a noun that make it the only one of its kind."""

MORE = re.compile(
    r"^\W*(?:other|further|more|additional)\b|\b(?:another|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|some|several|many|the)\s+"
    r"(?:more|other|others|additional|further))\b(?!\s+than\b)",
    re.IGNORECASE,
)
"""Words for others of a kind: one of them has been told of."""

LED = re.compile(
    r"\W*(?:(?:according to|all|most|many|some|several|both|each|one) (?:of )?"
    r"|(?:according|after|during|although|while) [^,\"“]{3,70},\s)?the\s",
    re.IGNORECASE,
)
"""A sentence that begins with a definite noun phrase, perhaps after an opening phrase."""

ADVERBS = frozenset(
    [
        "not",
        "once",
        "further",
        "also",
        "now",
        "still",
        "then",
        "soon",
        "later",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
    ]
)
PLAIN = frozenset(
    ["of", "that", "who", "whom", "which", "whose", "between", "against", "where", "there"]
)
"""Words after a noun that always say which is meant."""

POINTING = frozenset(["the", "this", "that", "these", "those", "such", "said"])


HOLDERS = frozenset(
    [
        "president",
        "minister",
        "general",
        "colonel",
        "governor",
        "mayor",
        "bishop",
        "archbishop",
        "ambassador",
        "senator",
        "secretary",
        "commander",
        "chairman",
        "prosecutor",
        "judge",
    ]
)
"""Offices that any country or town has: who holds one must have been told."""


def needs(sheet: Sheet, span: Span) -> frozenset[str]:
    """Stems of what a sentence takes as told before it."""
    text = sheet.shown[span.start : span.end]
    words = tokens(text)
    found = set()
    met: frozenset[str] = frozenset()
    led = LED.match(text)
    for i, word in enumerate(words):
        if word.fold == "the":
            subject = led is not None and led.end() >= word.end > led.end() - 6
            head = _head(words, i, text, subject=subject)
            if head and head.key not in met:
                found.add(head.key)
            found |= _befallen(words, i, text) - met
        elif word.fold in ("a", "another") and i + 2 < len(words):
            noun = words[i + 2] if words[i + 1].fold in ORDINALS else None
            if noun and noun.key in _pointed():
                found.add(noun.key)
        elif not is_function(word):
            met |= told(frozenset([word.key]))
    return frozenset(found | _others(text, words))


def heads(text: str) -> tuple[Token, ...]:
    """The nouns after a "the" that nothing in a text explains."""
    words = tokens(text)
    found = (_head(words, i, text, subject=False) for i, w in enumerate(words) if w.fold == "the")
    return tuple(head for head in found if head)


def first_told(text: str) -> frozenset[str]:
    """Stems of the words that stand in a text other than after "the" or "this"."""
    words = tokens(text)
    return frozenset(w.key for i, w in enumerate(words) if not _pointed_at(words, i))


BEFALLEN = frozenset(
    ["arrested", "captured", "detained", "kidnapped", "abducted", "freed", "released", "rescued",
     "murdered", "assassinated", "slain", "executed", "stolen", "seized", "destroyed", "damaged",
     "attacked", "bombed", "hijacked", "downed", "accused", "convicted", "missing"]
)  # fmt: skip
"""What has happened to those of whom "the arrested men" speaks."""


def _befallen(words: tuple[Token, ...], at: int, text: str) -> frozenset[str]:
    """The stem of "arrested" in "the arrested men": it, too, must have been told."""
    phrase = words[at + 1 : at + 3]
    if len(phrase) < 2 or phrase[0].fold not in BEFALLEN or is_function(phrase[1]):
        return frozenset()
    joined = text[phrase[0].end : phrase[1].start].isspace()
    return frozenset([phrase[0].key]) if joined and phrase[1].text.islower() else frozenset()


THIS = re.compile(
    r"\b(?:this|(?P<several>these|those)"
    r"|(?:at|on|in|during|after|before|since|of|by|with|for|from) that)\s+(?P<noun>[a-z]{4,})\b",
    re.IGNORECASE,
)
UNTOLD = frozenset(
    ["week", "month", "year", "morning", "afternoon", "evening", "time", "country", "city", "day",
     "night", "town", "region", "area", "capital", "reason", "kind", "sort", "type", "case",
     "weekend", "point", "moment", "nation", "place"]
)  # fmt: skip
"""Nouns that go with "this" of themselves, or for whatever was told."""


def pointed_at(sheet: Sheet, span: Span) -> frozenset[str]:
    """Stems of the nouns with which a sentence points at what was told just before: "this plan"."""
    text = QUOTED.sub(lambda quoted: " " * len(quoted[0]), sheet.shown[span.start : span.end])
    found = set()
    for match in THIS.finditer(text):
        noun = fold(match["noun"])
        before = keys_of(text[: match.start()])
        spoken = is_function(tokens(noun)[0]) or noun in UNTOLD | lexicons.words("finite")
        spoken = spoken or (match["several"] is not None and noun.endswith(("ed", "ing")))
        if not spoken and is_known(noun) and stem(noun) not in before:
            found.add(stem(noun))
    return frozenset(found)


QUOTED = re.compile(r"[“«][^”»]*[”»]|\"[^\"]*\"")


def described(name: str) -> frozenset[str]:
    """The stem of a speaker who is only described, as "the source" or "the report" is."""
    words = tokens(name)
    plain = bool(words) and all(w.text.islower() for w in words)
    if plain and words[-1].fold in HOLDERS:
        return frozenset([words[-1].key])
    bare = plain and (words[0].fold in ("a", "an") or words[-1].fold.endswith("s"))
    if not plain or (bare and words[0].fold != "the") or words[-1].fold in lexicons.words("common"):
        return frozenset()
    return frozenset([words[-1].key])


def told(keys: frozenset[str]) -> frozenset[str]:
    """What a line of some stems introduces: each of them, and those that go with them."""
    more = (family for key in keys for family in _families().get(key, ()))
    return keys.union(*more)


def introduces(text: str, stems: frozenset[str]) -> bool:
    """True if some words have one of the stems other than after "the" or "this"."""
    words = tokens(text)
    return any(word.key in stems and not _pointed_at(words, i) for i, word in enumerate(words))


def _pointed_at(words: tuple[Token, ...], at: int) -> bool:
    """True if the noun phrase of a word begins with "the", "this" or the like."""
    for word in reversed(words[max(0, at - NOUNS) : at]):
        if word.fold in POINTING:
            return True
        if is_function(word) or clauses.verbal(word.text):
            return False
    return False


def _others(text: str, words: tuple[Token, ...]) -> set[str]:
    """Stems of those of whom a sentence tells that there are more."""
    found = set()
    for match in MORE.finditer(text):
        before, after = text[: match.start()], [w for w in words if w.start >= match.end()]
        phrase = [w for w in after[:NOUNS] if not text[match.end() : w.start].count(",")]
        noun = next((w for w in phrase if w.key in _pointed()), None) or next(iter(phrase), None)
        spoken = noun is None or is_function(noun) or clauses.verbal(noun.text)
        if noun and not spoken and noun.key not in keys_of(before):
            found.add(noun.key)
    return found


def keys_of(text: str) -> frozenset[str]:
    """What the words of a text introduce."""
    return told(frozenset(t.key for t in tokens(text) if not is_function(t)))


def _head(words: tuple[Token, ...], at: int, text: str, *, subject: bool) -> Token | None:
    """The noun after an article that needs to have been told of; null if it explains itself."""
    phrase: list[Token] = []
    for before, word in zip(words[at:], words[at + 1 : at + 2 + NOUNS], strict=False):
        broken = text[before.end : word.start].strip(' \n-"“«”»' + "." * (before.text == "S"))
        if word.text in ("U", "S"):
            continue
        if broken or is_function(word) or (phrase and _ends(word)):
            break
        phrase.append(word)
        if word.text.endswith(("'s", "’s", "s'", "s’")) or text[word.end : word.end + 1] in (
            "'",
            "’",
        ):
            break
    if not phrase or phrase[-1].text.isdigit() or _is_named(phrase, text):
        return None
    if phrase[-1].fold in lexicons.words("common") and not _one_of(words, at):
        return None
    if _is_known(phrase) or (phrase[-1].fold.endswith("s") and _is_known(phrase[:-1])):
        return None
    if any(w.fold in UNIQUE_BY or w.fold.endswith("est") for w in phrase):
        return None
    after = tuple(w for w in words[at + 1 :] if w.start > phrase[-1].start)[:4]
    return None if _explained(phrase[-1], after, text, subject=subject) else phrase[-1]


PEOPLE = re.compile(r"[A-Z][a-z]{2,}(?:[aei]ans?|ese|ish|ench|utch|[lnqr]i)|Soviet|Yankee")
"""Adjectives of a country: "the Tarvian general" is one of many."""


def _is_named(phrase: list[Token], text: str) -> bool:
    """True if a noun phrase has a name in it; after a country's adjective, a common noun is none,
    whatever its case.
    """
    led = text[max(0, phrase[0].start - 5) : phrase[0].start].rstrip().endswith(("U.S.", "US"))
    led = led or not (phrase[0].text.islower() or _is_name(phrase[0]))
    return any(_is_name(w) and not (led and is_known(w.text)) for w in phrase)


def _is_name(word: Token) -> bool:
    """True for a word in upper case that says which is meant, as a country's adjective does not."""
    people = PEOPLE.fullmatch(word.text) or word.fold in lexicons.words("demonyms")
    return word.text[0].isupper() and len(word.text) > 1 and not people and word.text != "US"


def _is_known(phrase: list[Token]) -> bool:
    """True for "the defence ministry": what needs only a word before it to be known."""
    return len(phrase) > 1 and phrase[-1].fold in lexicons.words("qualified")


def _one_of(words: tuple[Token, ...], at: int) -> bool:
    """True for "one of the soldiers": of those that were told of."""
    counted = words[max(0, at - 2) : at]
    ways = lexicons.words("quantifiers") | NUMBERS
    return len(counted) == 2 and counted[1].fold == "of" and counted[0].fold in ways


NUMBERS = frozenset(
    ["one", "two", "three", "four", "five", "six", "several", "some", "most", "all"]
)


def _ends(word: Token) -> bool:
    """True for a verb or an adverb, where a noun phrase ends."""
    return clauses.verbal(word.text) or word.fold.endswith("ly") or word.fold in ADVERBS


def _explained(head: Token, after: tuple[Token, ...], text: str, *, subject: bool) -> bool:
    """True if what follows a noun says which: "of Kelm", "that killed two", "arrested in Orl",
    "in the north" but not "in March".

    After a ``subject``, a form in -ed is the sentence's own verb unless another follows.
    """
    if not after or text[head.end : after[0].start].strip(' \n"”»'):
        return bool(NAMED.match(text, head.end))
    word = after[0].fold
    if word in PLAIN:
        return True
    if word in lexicons.words("explaining"):
        return len(after) > 1 and _says_which(after[1:])
    past = word.endswith(("ed", "en")) or word in ("held", "led", "made", "sent", "found", "shot")
    past = past and len(after) > 1 and after[1].fold in lexicons.words("explaining")
    past = past and not (subject and word in lexicons.words("speech"))
    return past and (not subject or clauses.verbal(text[after[1].end :].split(",", maxsplit=1)[0]))


def _says_which(after: tuple[Token, ...]) -> bool:
    """True for a name or a noun after a preposition, not for a date or a pronoun."""
    day = lexicons.words("days") | lexicons.words("months")
    names = [w for w in after if w.fold not in ("the", "a", "an", "last", "this", "next", "early")]
    return bool(names) and not names[0].text.isdigit() and names[0].fold not in day | PRONOUNS


NAMED = re.compile(r",\s+(?:[A-Z][\w.'’-]+\s+){0,3}[A-Z][\w.'’-]+,")
"""A name between commas: "the mayor, Ana Ruiz, ..."."""

PRONOUNS = frozenset(["it", "them", "him", "her", "us", "which", "who", "whom"])


def is_pointed(stem: str) -> bool:
    """True for the stem of a noun that needs an introduction wherever it stands."""
    return stem in _pointed()


@cache
def _pointed() -> frozenset[str]:
    """Stems of nouns that need an introduction wherever they stand."""
    return frozenset(stem(fold(word)) for word in lexicons.words("pointed"))


@cache
def _families() -> dict[str, tuple[frozenset[str], ...]]:
    """The sets of stems that introduce one another, by each of their stems."""
    made: dict[str, list[frozenset[str]]] = {}
    for row in lexicons.groups("introductions"):
        family = frozenset(stem(fold(word)) for word in row)
        for key in family:
            made.setdefault(key, []).append(family)
    return {key: tuple(families) for key, families in made.items()}
