"""Words wrecked by automatic substitution, found by undoing each known substitution in them.

A paraphraser that replaces strings instead of words turns one word into a wreck with the substitute
inside. If a non-word holds a known substitute, and putting the original back makes a dictionary
word, then that word stood there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from dateline.reader.lexicon_files import rows
from dateline.reader.mangle.words import KNOWN, UNKNOWN, Word, frequency

SHORTEST = 4  # letters of a restored word, and of a substitute looked for at the edge of a word
INSIDE = 3  # letters of a substitute looked for in the middle of a word


@dataclass(frozen=True, slots=True)
class Substitute:
    """What stands for what. ``row`` is the substitute word by word."""

    original: str
    row: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Substitutes of a language: single words, and rows by their first and their last word."""

    single: tuple[Substitute, ...]
    first: dict[str, tuple[Substitute, ...]]
    last: dict[str, tuple[Substitute, ...]]


@dataclass(frozen=True, slots=True)
class Wreck:
    """A mangled stretch and the word that stood there."""

    start: int
    end: int
    restored: str


def pairs(name: str, language: str) -> list[tuple[str, str]]:
    """The pairs of a language in a lexicon of ``language<TAB>a<TAB>b`` rows."""
    return [(a, b) for code, a, b in rows(name) if code == language]


@cache
def table(language: str) -> Table:
    """The substitutes of a language."""
    every = [Substitute(a, tuple(b.split())) for a, b in pairs("substitutes.tsv", language)]
    single = tuple(s for s in every if len(s.row) == 1 and len(s.row[0]) >= INSIDE)
    first: dict[str, list[Substitute]] = {}
    last: dict[str, list[Substitute]] = {}
    for substitute in every:
        if len(substitute.row) > 1:
            first.setdefault(substitute.row[0], []).append(substitute)
            last.setdefault(substitute.row[-1], []).append(substitute)
    return Table(
        single, {k: tuple(v) for k, v in first.items()}, {k: tuple(v) for k, v in last.items()}
    )


def _restored(wreck: str, substitute: str, original: str, language: str) -> str | None:
    """The word that stood there, if undoing the substitution makes a common one."""
    word = wreck.replace(substitute, original, 1)
    if len(word) < SHORTEST or not word.isalpha():
        return None
    return word if frequency(word, language) >= KNOWN else None


def _holds(word: str, substitute: str) -> bool:
    """Whether a word holds a substitute: a short one only with letters on both sides of it."""
    if len(substitute) < SHORTEST:
        return substitute in word[1:-1]
    return substitute in word and substitute != word


@lru_cache(maxsize=50_000)
def _in_word(word: str, language: str) -> str | None:
    """What a single word was before a substitution inside it; null if it is no wreck."""
    held = [s for s in table(language).single if _holds(word, s.row[0])]
    if not held or frequency(word, language) >= UNKNOWN:
        return None
    found = (_restored(word, s.row[0], s.original, language) for s in held)
    return next((w for w in found if w), None)


def _adjacent(row: list[Word]) -> bool:
    return all(b.start - a.end == 1 for a, b in pairwise(row))


def _run_on(row: list[Word], substitute: Substitute, language: str) -> str | None:
    """What a row of words was whose last word runs on, or whose first runs in ("once morest")."""
    forms = [w.form for w in row]
    head, tail = substitute.row[0], substitute.row[-1]
    middle = list(substitute.row[1:-1]) == forms[1:-1]
    runs_on = forms[0] == head and forms[-1].startswith(tail) and forms[-1] != tail
    runs_in = forms[-1] == tail and forms[0].endswith(head) and forms[0] != head
    if not middle or not (runs_on or runs_in) or not _adjacent(row):
        return None
    odd = forms[-1] if runs_on else forms[0]
    if frequency(odd, language) >= UNKNOWN:
        return None
    return _restored(" ".join(forms), " ".join(substitute.row), substitute.original, language)


def _in_rows(found: list[Word], at: int, known: Table, language: str) -> Wreck | None:
    """A wreck of several words that begins or ends with the word at a position."""
    for substitute in known.first.get(found[at].form, ()):
        row = found[at : at + len(substitute.row)]
        if len(row) == len(substitute.row) and (word := _run_on(row, substitute, language)):
            return Wreck(row[0].start, row[-1].end, word)
    for substitute in known.last.get(found[at].form, ()):
        row = found[max(0, at + 1 - len(substitute.row)) : at + 1]
        if len(row) == len(substitute.row) and (word := _run_on(row, substitute, language)):
            return Wreck(row[0].start, row[-1].end, word)
    return None


def wrecks(found: list[Word], language: str) -> Iterator[Wreck]:
    """Every stretch of a row of words that undoing a substitution turns back into a word."""
    known = table(language)
    edges = known.first.keys() | known.last.keys()
    for at, word in enumerate(found):
        if word.form in edges and (wreck := _in_rows(found, at, known, language)):
            yield wreck
        elif restored := _in_word(word.form, language):
            yield Wreck(word.start, word.end, restored)
