"""Forms of verbs of speech that are none where they stand, and words that are some there."""

from dateline.report import lexicons
from dateline.report.words import Token, is_function

NEAR = 6  # words beside a form that tell whether it is a verb of speech
FAR = 24  # words after "put" among which its "at" stands
PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we", "il", "elle", "ils", "elles", "who"))
DETERMINERS = frozenset(
    ("a", "an", "the", "this", "that", "his", "her", "its", "their", "le", "la", "un", "une", "no")
)
BEING = frozenset(("be", "been", "being", "is", "are", "was", "were", "had", "has", "have"))
PASSIVE = frozenset(("be", "been", "being", "is", "are", "was", "were", "ete"))
GIVING = frozenset(("give", "gives", "gave", "given", "issue", "issues", "issued"))
TOLLS = frozenset(("toll", "tolls", "death", "count"))
LIVES = frozenset(("lives", "life", "victims"))
"""What floods claim, who say nothing by it."""
FIGURES = frozenset(("figure", "figures", "toll", "estimate", "count", "tally"))
SHOWING = frozenset(
    ("show", "shows", "showed", "suggest", "suggests", "suggested", "found", "finds")
)
RECORDS = frozenset(
    ("document", "documents", "figures", "data", "records", "poll", "polls", "survey", "study",
     "results", "report", "reports")
)  # fmt: skip
TO = frozenset(("to", "of", "for", "de"))
SPEAKING = frozenset(("speak", "speaks", "spoke", "speaking"))
"""Forms that give somebody's words only where "of" follows: "spoke of 22 dead"."""
MODALS = frozenset(("may", "might", "could", "would", "will", "must", "should", "can"))
NO_SPEECH = frozenset(
    (verb, particle)
    for verb, particles in {
        "call": ("off",), "calls": ("off",), "called": ("off",), "calling": ("off",),
        "put": ("off", "up", "out", "down", "an", "into", "on"), "puts": ("off", "up", "out"),
        "turned": ("down",), "tell": ("apart",),
    }.items()
    for particle in particles
)  # fmt: skip
"""Verbs of speech that are none before these words."""
STATING = frozenset(("that", "the", "a", "an", "it", "he", "she", "they", "there", "in", "its"))
"""What stands after the verb "states"."""
PLURALS = frozenset(("people", "police", "men", "women", "media", "clergy", "who"))
NOUNS = frozenset(
    ("claim", "claims", "report", "reports", "call", "calls", "demand", "demands", "estimate",
     "estimates", "note", "notes", "request", "requests", "state", "states",
     "address", "warning", "fear", "fears", "doubt", "dispute", "blame")
)  # fmt: skip
"""Forms that are verbs of speech only where no article stands before them."""


def owned_figure(words: tuple[Token, ...], i: int) -> bool:
    """True for the noun of "Zelensky's figure of nearly 9,000"."""
    owner = words[i - 1].text if i else ""
    return words[i].fold in FIGURES and owner[:1].isupper() and owner.endswith(("'s", "’s"))


def shows(words: tuple[Token, ...], i: int) -> bool:
    """True for the verb of "documents seen by the agency show"."""
    before = {t.fold for t in words[max(0, i - NEAR) : i]}
    return words[i].fold in SHOWING and bool(before & RECORDS)


def gives_toll(words: tuple[Token, ...], i: int) -> bool:
    """True for the verb of "Moscow gives its first toll"."""
    after = [t.fold for t in words[i + 1 : i + 1 + NEAR]]
    return words[i].fold in GIVING and bool(TOLLS & set(after))


def is_noun(words: tuple[Token, ...], i: int, before: str, after: str) -> bool:
    """True for a noun: "a claim", "France's request", "a ransom demand". ``before`` and ``after``
    are the words beside it in its clause.
    """
    if words[i].fold not in NOUNS:
        return False
    owned = i > 0 and words[i - 1].text.endswith(("'s", "’s", "s'", "s’"))
    named = words[i].fold in ("state", "states") and after not in STATING
    return before in DETERMINERS or after in BEING or owned or named or _compound(words, i)


def says_nothing(words: tuple[Token, ...], i: int, before: str, after: str) -> bool:
    """True for a verb that has another meaning there: "called off", "put money into", "claimed
    lives", "to ask", "those told".
    """
    word = words[i].fold
    if word in ("tell", "tells") and before in ("that", "which"):
        return True
    if word in SPEAKING and after != "of":
        return True
    if word.startswith("claim") and LIVES & {t.fold for t in words[i : i + NEAR]}:
        return True
    if (word, after) in NO_SPEECH or (before in MODALS and after in DETERMINERS):
        return True
    if _describes(words, i) or (word == "alleged" and _leads_noun(words, i, before, after)):
        return True
    asked = word == "asked" and after in ("of", "for") and _passively(words, i)
    idle = word in ("put", "puts") and not _puts(words, i)
    return before in TO or before == "those" or asked or idle


def _describes(words: tuple[Token, ...], i: int) -> bool:
    """True for the participle of "112 confirmed cases", "no reported injuries"."""
    if not words[i].fold.endswith("ed") or not i or i + 1 == len(words):
        return False
    before, after = words[i - 1], words[i + 1]
    counted = before.text[0].isdigit() or before.fold in lexicons.bases("number_words")
    led = counted or before.fold in ("a", "an", "no", "any", "several", "many", "few", "all")
    return led and not is_function(after) and after.text[0].islower()


def _leads_noun(words: tuple[Token, ...], i: int, before: str, after: str) -> bool:
    """True for the "alleged" of "alleged rebels killed": nobody before it, and a noun after it."""
    led = not before or is_function(words[i - 1])
    return led and i + 1 < len(words) and after != "that" and not is_function(words[i + 1])


def _passively(words: tuple[Token, ...], i: int) -> bool:
    """True for a participle after a form of "be", or without a subject: "first asked of it"."""
    before = [t.fold for t in words[max(0, i - 2) : i] if not t.fold.endswith("ly")]
    return words[i + 1].fold == "of" or bool(PASSIVE & set(before[-1:]))


def _compound(words: tuple[Token, ...], i: int) -> bool:
    """True for the "demand" of "a ransom demand": a singular noun right before it is no subject."""
    if not i or words[i].fold.endswith(("s", "ing")):
        return False
    before = words[i - 1]
    plain = before.text.islower() and not is_function(before) and before.fold not in PLURALS
    return plain and not before.fold.endswith(("s", "ly")) and before.fold not in PRONOUNS


def _puts(words: tuple[Token, ...], i: int) -> bool:
    """True for the verb of "put the toll at 21", not of "put money into"."""
    after = [t.fold for t in words[i + 1 : i + 1 + FAR]]
    return "at" in after or after[:1] in (["it"], ["the"], ["his"], ["her"], ["its"], ["their"])
