"""Words wrecked by automatic substitution, found by undoing each known substitution in them.

A paraphraser that replaces strings instead of words turns one word into a wreck with the substitute
inside. If a non-word holds a known substitute, and putting the original back makes a dictionary
word, then that word stood there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.reader.lexicon_files import rows
from dateline.reader.mangle.words import KNOWN, MOST_KEPT, UNKNOWN, Row, frequency

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


def _adjacent(row: Row, first: int, last: int) -> bool:
    """Whether single characters stand between the words of a row."""
    found = row.found
    return all(found[i + 1].start() - found[i].end() == 1 for i in range(first, last))


def _odd_word(forms: list[str], first: int, last: int, substitute: Substitute) -> str | None:
    """The word of a row that runs on or in, if the rest of the row is the substitute."""
    head, tail = substitute.row[0], substitute.row[-1]
    runs_on = forms[first] == head and forms[last].startswith(tail) and forms[last] != tail
    runs_in = forms[last] == tail and forms[first].endswith(head) and forms[first] != head
    if not (runs_on or runs_in) or forms[first + 1 : last] != list(substitute.row[1:-1]):
        return None
    return forms[last] if runs_on else forms[first]


def _run_on(row: Row, first: int, substitute: Substitute, language: str) -> Wreck | None:
    """What a row of words was whose last word runs on, or whose first runs in ("once morest")."""
    last = first + len(substitute.row) - 1
    if first < 0 or last >= len(row.forms):
        return None
    odd = _odd_word(row.forms, first, last, substitute)
    if odd is None or frequency(odd, language) >= UNKNOWN or not _adjacent(row, first, last):
        return None
    wreck, whole = " ".join(row.forms[first : last + 1]), " ".join(substitute.row)
    word = _restored(wreck, whole, substitute.original, language)
    return Wreck(*row.bounds(first, last), word) if word else None


@lru_cache(maxsize=50_000)
def _edges(word: str, language: str) -> tuple[int, ...]:
    """How far from an odd word the other edge of a row may lie that it runs on or in."""
    rows = [s.row for some in table(language).first.values() for s in some]
    runs_on = {1 - len(row) for row in rows if word.startswith(row[-1]) and word != row[-1]}
    runs_in = {len(row) - 1 for row in rows if word.endswith(row[0]) and word != row[0]}
    return tuple(sorted(runs_on | runs_in))


def _in_rows(row: Row, at: int, known: Table, language: str) -> Wreck | None:
    """A wreck of several words that begins or ends with the word at a position."""
    for substitute in known.first.get(row.forms[at], ()):
        if wreck := _run_on(row, at, substitute, language):
            return wreck
    for substitute in known.last.get(row.forms[at], ()):
        if wreck := _run_on(row, at + 1 - len(substitute.row), substitute, language):
            return wreck
    return None


@cache
def _common(language: str) -> set[str]:
    """The words of a language that have come up and are not rare."""
    return set()


def _is_rare(form: str, language: str) -> bool:
    common, rare = _common(language), frequency(form, language) < UNKNOWN
    if len(common) > MOST_KEPT:
        common.clear()
    if not rare:
        common.add(form)
    return rare


def wrecks(row: Row, language: str) -> Iterator[Wreck]:
    """Every stretch of a row of words that undoing a substitution turns back into a word."""
    known, forms = table(language), row.forms
    rare = {form for form in set(forms).difference(_common(language)) if _is_rare(form, language)}
    odd = [at for at, form in enumerate(forms) if form in rare] if rare else []
    beside = {at + far for at in odd for far in _edges(forms[at], language)}
    for at in sorted({*odd, *(at for at in beside if 0 <= at < len(forms))}):
        edge = forms[at] in known.first or forms[at] in known.last
        wreck = _in_rows(row, at, known, language) if edge else None
        if wreck:
            yield wreck
        elif restored := _in_word(forms[at], language):
            yield Wreck(*row.bounds(at, at), restored)
