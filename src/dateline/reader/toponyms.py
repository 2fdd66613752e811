"""Where a text may name a place: spans that are in the gazetteer or that the model calls places."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.reader import gazetteer, peoples
from dateline.reader.lexicon_files import rows, word_lists
from dateline.reader.parse import Parse
from dateline.reader.placenames import fold
from dateline.reader.token_columns import Columns
from dateline.reader.toponyms_called import Named, is_called, is_surely_called, may_be_called
from dateline.reader.toponyms_french import LABELS as FRENCH
from dateline.reader.toponyms_within import is_half, is_within
from dateline.records import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LABELS = {"PER": "PERSON"}  # the French model's labels in the English model's words
LONGEST = 6  # tokens in a name: "San Luis de la Reina" has five


@cache
def _lists() -> dict[str, frozenset[str]]:
    return word_lists("place_words.toml")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` of a parse, which may name a place.

    ``key`` is the folded name, ``listed`` true if the gazetteer has it, ``label`` the model's label
    if it takes exactly these tokens for a name, else empty. ``called``: the text says what kind of
    place it is ("the town of Ariha", "the Mayo neighbourhood").
    """

    start: int
    end: int
    key: str
    listed: bool
    label: str
    called: bool = False


def span_of(doc: Parse, candidate: Candidate) -> Span:
    """Where a candidate stands in the text; the full stop of ``W.Va.`` belongs to it."""
    start, last = doc[candidate.start].idx, doc[candidate.end - 1]
    end = last.idx + len(last.text)
    after = doc[candidate.end].text if candidate.end < len(doc) and not last.whitespace_ else ""
    dotted = after.startswith(".") and f"{last.text}." in abbreviations()
    return Span(start, end + dotted)


@cache
def not_alone() -> frozenset[str]:
    """Words that are no place by themselves, though some place is called so ("Southern")."""
    return frozenset(word for row in rows("place_not_alone.txt") for word in row[0].split())


@cache
def abbreviations() -> frozenset[str]:
    """Names of divisions and countries that end in a full stop."""
    names = [row[3] for table in ("divisions", "countries") for row in rows(f"place_{table}.tsv")]
    return frozenset(n for some in names for n in some.split("|") if n.endswith("."))


def _runs(words: list[str], capital: list[bool]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words and the small words between them."""
    end, size = 0, len(words)
    for at in [i for i, large in enumerate(capital) if large]:
        if at < end:
            continue
        end = after = at + 1
        while after < size and (capital[after] or _joins(words, after)):
            after += 1
            end = after if capital[after - 1] else end
        yield at, end


def _joins(words: list[str], at: int) -> bool:
    """True for the small words of ``San Luis de la Reina`` and the stop of ``ST. PAUL``."""
    if words[at] == ".":
        return words[at - 1].casefold() in _lists()["dotted"]
    return words[at].casefold() in _lists()["joiners"]


def _is_classed(words: list[str], start: int, end: int) -> bool:
    """True for ``Neches River``, ``Lake Lanier``: a class word makes the name a place's."""
    return 1 < end - start < 4 and (
        words[end - 1].casefold() in _lists()["class_after"]
        or words[start].casefold() in _lists()["class_before"]
    )


def _windows(start: int, end: int, capital: list[bool]) -> Iterator[tuple[int, int]]:
    large = [i for i in range(start, end) if capital[i]]
    for n, first in enumerate(large):
        for last in large[n : n + LONGEST]:
            if last - first < LONGEST:
                yield first, last + 1


def _trim(words: list[str], start: int, end: int) -> tuple[int, int]:
    """A name without its article or bearing before and its possessive after: ``east London``;
    ``The Hague`` keeps its own.
    """
    while end - start > 1 and words[start] in _lists()["bearings"]:
        start += 1
    if end - start > 1 and words[start].casefold() in _lists()["articles"]:
        own = fold(" ".join(words[start:end]))
        if words[start][0].islower() or not gazetteer.known([own]):
            start += 1
    while end - start > 1 and (
        words[end - 1] in _lists()["possessive"] or not words[end - 1][-1:].isalnum()
    ):
        if words[end - 1].endswith(".") and len(words[end - 1]) > 1:
            break
        end -= 1
    return start, end


def labels(doc: Parse, words: list[str]) -> dict[tuple[int, int], str]:
    """The model's names by their trimmed tokens."""
    found = {}
    for entity in doc.ents:
        start, end = _trim(words, entity.start, entity.end)
        while doc.lang_ == "fr" and end - start > 1 and words[start][0].islower():
            start += 1  # the French model takes "port d'Anvers" for a name
        label = LABELS.get(entity.label_, entity.label_)
        found[start, end] = FRENCH.get(label, label) if doc.lang_ == "fr" else label
    return found


def _is_of_body(words: list[str], start: int) -> bool:
    """True for the place in ``Banque de France``, ``Université de Lausanne``."""
    before = [w.casefold() for w in words[max(0, start - 2) : start]]
    named = len(before) == 2 and words[start - 2][0].isupper()
    return named and before[0] in _lists()["bodies"] and before[1] in ("de", "d'", "d’", "du")


def _spans(
    table: Columns, capital: list[bool], named: dict[tuple[int, int], str]
) -> Iterator[tuple[int, int]]:
    for low, high in _runs(table.words, capital):
        yield from _windows(low, high, capital)
    for span, label in named.items():
        if label in PLACE_LABELS and table.words[span[0]][0].isalpha():
            yield span


def candidates(
    doc: Parse, text: str, table: Columns, named: dict[tuple[int, int], str]
) -> list[Candidate]:
    """All stretches of a text and its parse that may name a place, in order; they may overlap.

    Words for a people ("Argentine") are none, though French copy has countries of that name.
    """
    words, starts = table.words, table.starts
    capital = [word[0].isupper() and (len(word) > 1 or word.isalpha()) for word in words]
    french = table.language == "fr"
    keys = {
        (first, last): fold(text[starts[first] : starts[last - 1] + len(words[last - 1])])
        for first, last in _spans(table, capital, named)
    }
    known = gazetteer.known(keys.values())
    people = {} if french else peoples.words()
    never, titles = not_alone(), _lists()["before_names"]
    called = {
        span
        for span in may_be_called(words, keys)
        if is_called(Named(words, capital, *span, named.get(span, "")))
        and (
            keys[span] in known
            or (doc[span[1] - 1].pos_ == "PROPN" and is_surely_called(words, *span))
        )
    }
    sure = {keys[span] for span in called}
    return [
        Candidate(*span, key, key in known, named.get(span, ""), span in called)
        for span, key in sorted(keys.items())
        if (
            key in known
            or key in sure
            or named.get(span) in PLACE_LABELS
            or _is_classed(words, *span)
        )
        and key not in people
        and key not in never
        and not (span[0] and words[span[0] - 1].casefold() in titles)
        and not (french and _is_of_body(words, span[0]))
        and not (is_within(words, capital, *span) and key in known)
        and not (not french and is_half(words, capital, *span))
    ]
