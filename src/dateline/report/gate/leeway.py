"""How many ordinary words of a rewriter's own a sentence may have, and which it never may."""

from functools import cache
from itertools import pairwise

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import is_calendar
from dateline.report.gate.cue_forms import DETERMINERS
from dateline.report.gate.given import clause_of, replaced
from dateline.report.gate.ideas import ideas_of
from dateline.report.gate.roles import is_verbal
from dateline.report.gate.senses import phrased
from dateline.report.gate.voices import voices
from dateline.report.words import Token, fold, is_function, stem, tokens

EACH = 3  # words with support that one without needs beside it
MOST = 2  # words without support in a sentence, however long
JUDGED = (
    "deeds", "degrees", "directions", "quantifiers", "guards", "hedges", "negations", "denials",
    "units", "ordinals", "number_words", "demonyms", "irrealis", "counted",
)  # fmt: skip
"""Lists of words that change what is said, whatever else a sentence has."""


@cache
def _grave() -> frozenset[str]:
    """Stems that a sentence may not have of its own."""
    listed = (word for name in (*JUDGED, "grave") for word in lexicons.words(name))
    told = frozenset(stem(fold(word)) for word in listed)
    return told | ideas_of(told) | _people()


@cache
def _people() -> frozenset[str]:
    return lexicons.words("people") - lexicons.words("rarely_people")


def is_people(key: str) -> bool:
    """True for the stem of a noun for people, a group or a place."""
    return key in _people()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in lexicons.words("grave"))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Stem to the stems that say the contrary."""
    found: dict[str, set[str]] = {}
    for first, *others in lexicons.groups("opposites"):
        found.setdefault(first, set()).update(others)
    for line in lexicons.groups("opposed"):
        at = line.index(":")
        sides = [[phrased(word) for word in side] for side in (line[:at], line[at + 1 :])]
        for own, there in (sides, sides[::-1]):
            for word in own:
                found.setdefault(word, set()).update(there)
    return {word: frozenset(others) for word, others in found.items()}


def opposites(key: str) -> frozenset[str]:
    """The stems that say the contrary of a stem in some sense."""
    return _opposites().get(key, frozenset())


def is_grave(token: Token) -> bool:
    """True for a deed or an event."""
    return token.key in _deeds()


def barred(token: Token, there: frozenset[str]) -> bool:
    """True for a word that a sentence may not have unless the source (``there``: stems) bears it
    out: a name, a person or group, a deed, a word of doubt, number or degree, or the contrary of a
    word of the source.
    """
    named = token.text[0].isupper() or token.text[0].isdigit() or is_calendar(token.fold)
    return named or token.key in _grave() or bool(opposites(token.key) & there)


def within(basis: Basis, missing: list[int]) -> bool:
    """True if what a sentence has without support are few ordinary words among many with it, who
    speaks left aside.
    """
    if not basis.tolerant or len(missing) > MOST:
        return False
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    told = [
        i for i, t in enumerate(basis.words)
        if not is_function(t) and i not in missing and i not in spoken
    ]  # fmt: skip
    return len(told) >= EACH * len(missing) and all(_ordinary(basis, i) for i in missing)


def _ordinary(basis: Basis, i: int) -> bool:
    """True if neither a word of a sentence nor those whose place it takes tell more than most."""
    home = basis.home(basis.parts[i])
    if _known_people(basis.words[i], home):
        return True
    if barred(basis.words[i], frozenset(t.key for t in home.words) | frozenset(home.ideas)):
        return False
    gap = replaced(basis, home, i)
    if any(is_people(home.words[j].key) for j in gap):
        return False
    linked = linked_to(home)
    clause = clause_of(home, tuple(gap)) if gap else range(len(home.words))
    pending = [j for j in clause if j not in linked and home.words[j].key in _pending()]
    return all(_goes_on(basis, home, i, j) for j in pending)


def _goes_on(basis: Basis, home: Hold, i: int, j: int) -> bool:
    """True for a word of the source behind an "and" with which it goes on to what a line leaves
    out: "declared mourning and promised ...", of a word that stands among those of the line.
    """
    last = max((k for k in linked_to(home) if not is_function(home.words[k])), default=-1)
    joined = any(t.fold == "and" for t in home.words[last + 1 : j])
    after = range(i + 1, len(basis.words))
    within = any(home.links[k] and not is_function(basis.words[k]) for k in after)
    return last < j and joined and within


def linked_to(home: Hold) -> set[int]:
    """The words of the source that the line has too."""
    return {j for js in home.links for j in js}


def titled(basis: Basis, i: int) -> bool:
    """True for the "recognised" of "the recognised government", if the dispatch calls it so
    elsewhere, and the cited words have the government.
    """
    home = basis.home(basis.parts[i])
    after = range(i + 1, min(i + 3, len(basis.words)))
    head = next((k for k in after if home.links[k] and not is_function(basis.words[k])), None)
    if head is None or basis.words[i].fold in lexicons.words("directions"):
        return False
    if is_verbal(basis.words[i]) and (not i or basis.words[i - 1].fold not in DETERMINERS):
        return False
    if any(j and j - 1 not in linked_to(home) and not is_function(home.words[j - 1])
           for j in home.links[head]):  # fmt: skip
        return False  # the source has its own word there
    pairs = home.sheet.remember("beside", None, lambda: _beside(home.sheet.shown))
    return all(
        f"{basis.words[k].key} {basis.words[k + 1].key}" in pairs for k in range(i, head)
    )  # fmt: skip


def _beside(text: str) -> frozenset[str]:
    return frozenset(f"{a.key} {b.key}" for a, b in pairwise(tokens(text)))


def _known_people(token: Token, home: Hold) -> bool:
    """True for the "demonstrators" that the dispatch has, where the source says "people"."""
    if token.key not in lexicons.words("people") or not token.text[0].islower():
        return False
    general = {"people", "them"} & {t.fold for t in home.words}
    return bool(general) and token.key in {t.key for t in tokens(home.sheet.shown)}


@cache
def _pending() -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in lexicons.words("pending"))
