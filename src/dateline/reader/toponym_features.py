"""What a candidate toponym looks like in its text: the features that ``toponym.weights`` weighs.

All are yes-or-no, written ``name=value``. None names the place itself: the weights learn the
language around toponyms, not which names are in a set.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wordfreq import zipf_frequency

from dateline.reader import gazetteer
from dateline.reader.token_columns import EDGE, Columns
from dateline.reader.toponyms import PLACE_LABELS, Candidate
from dateline.reader.toponyms_french import small_words

ABOVE = frozenset({"PCLI", "ADM1"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What all candidates of a text share.

    ``label`` and ``piece`` give per token the model's label and where in the name it stands;
    ``people`` counts words inside persons' names, ``settled`` keys that the model calls places.
    """

    table: Columns
    low: list[str]
    label: list[str]
    piece: list[tuple[int, int]]
    people: Counter[str]
    settled: Counter[str]
    other: Counter[str]
    before_region: set[str]
    longer: dict[int, int]


def scene(table: Columns, named: dict[tuple[int, int], str], found: list[Candidate]) -> Scene:
    """Gather what the candidates of a text share."""
    words, size = table.words, len(table.words)
    low = [word.casefold() for word in words]
    if table.language == "fr":
        low = small_words(low)
    label, piece = [""] * size, [(0, 0)] * size
    people: Counter[str] = Counter()
    for (start, end), name in named.items():
        label[start:end] = [name] * (end - start)
        piece[start:end] = [(start, end)] * (end - start)
        if name == "PERSON":
            people.update(low[start:end])
    settled = Counter(c.key for c in found if c.label in PLACE_LABELS)
    other = Counter(c.key for c in found if c.label and c.label not in PLACE_LABELS)
    starts = {c.start: c for c in found}
    before = {c.key for c in found if _region_after(words, c.end, starts)}
    longer: dict[int, int] = {}
    for c in found:
        for i in range(c.start, c.end):
            longer[i] = max(longer.get(i, 0), c.end - c.start)
    return Scene(table, low, label, piece, people, settled, other, before, longer)


def _region_after(words: list[str], end: int, starts: dict[int, Candidate]) -> bool:
    """True for ``X, Ohio``: a comma, then a state or country."""
    if end + 1 >= len(words) or words[end] != "," or end + 1 not in starts:
        return False
    return any(e.feature in ABOVE for e in gazetteer.lookup(starts[end + 1].key)[:3])


def _shape(word: str) -> str:
    if word == EDGE or not word[0].isalnum():
        return word
    if word.isupper():
        return "AA" if len(word) > 1 else "A"
    return "Aa" if word[0].isupper() else ("9" if word[0].isdigit() else "a")


@lru_cache(maxsize=20_000)
def _gazetteer(key: str) -> tuple[str, ...]:
    """What sort of places have the name."""
    entries = gazetteer.lookup(key)
    if not entries:
        return ("unlisted",)
    top = entries[0]
    best = max((e.population for e in entries if e.own), default=0)
    return (
        f"feature={top.feature}",
        f"people={int(math.log10(top.population + 1))}",
        f"own={int(math.log10(best + 1)) if best else '-'}",
        f"many={min(4, int(math.log2(len(entries))))}",
        *sorted(f"has={kind}" for kind in {e.feature for e in entries[:8]}),
    )


@lru_cache(maxsize=20_000)
def _commonness(word: str) -> int:
    return int(zipf_frequency(word, "en"))


def _names(c: Candidate, s: Scene) -> Iterator[str]:
    """How the model labels the words."""
    labels = {s.label[i] for i in range(c.start, c.end)}
    inside = s.piece[c.start]
    if c.label:
        yield f"exact={c.label}"
    elif len(labels) == 1 and s.label[c.start]:
        begin = "first" if inside[0] == c.start else "later"
        close = "last" if inside[1] == c.end else "early"
        yield f"within={s.label[c.start]}:{begin}:{close}"
        yield f"in={s.label[c.start]}:{s.low[inside[1] - 1]}"
    else:
        yield "labels=" + "+".join(sorted(labels))
    if s.settled[c.key]:
        yield f"settled:{c.label in PLACE_LABELS}"
    if s.other[c.key] > s.settled[c.key]:
        yield "other"
    if c.key in s.before_region:
        yield "beforeregion"
    if c.end - c.start == 1 and s.people[s.low[c.start]]:
        yield f"person:{s.label[c.start] == 'PERSON'}"


def _context(c: Candidate, s: Scene) -> Iterator[str]:
    """The words around."""
    size = len(s.table.words)
    before = s.low[c.start - 1] if c.start else EDGE
    before2 = s.low[c.start - 2] if c.start > 1 else EDGE
    after = s.low[c.end] if c.end < size else EDGE
    after2 = s.low[c.end + 1] if c.end + 1 < size else EDGE
    shape_before = _shape(s.table.words[c.start - 1]) if c.start else EDGE
    shape_after = _shape(s.table.words[c.end]) if c.end < size else EDGE
    yield f"-1={before}"
    yield f"+1={after}"
    yield f"-1s={shape_before}"
    yield f"+1s={shape_after}"
    yield f"around={shape_before}_{shape_after}"
    yield f"+1s={shape_after}:{c.label}"
    if before in {",", "-", "the", "and", "of", "in", "de", "du"}:
        yield f"-2{before}={before2}"
    if after in {",", "-", "'s", "and"} or shape_after == "Aa":
        yield f"+2{shape_after}={after2}"
    last = c.end - 1
    yield f"dep={s.table.deps[last]}"
    yield f"tag={s.table.tags[last]}"
    if s.table.deps[last] in {"compound", "nmod", "poss", "amod"}:
        yield f"head={s.low[s.table.heads[last]]}:{s.table.deps[last]}"


def _form(c: Candidate, s: Scene) -> Iterator[str]:
    """The words themselves, as far as any name could have them."""
    size = c.end - c.start
    yield f"size={min(size, 4)}"
    if any(s.longer[i] > size for i in range(c.start, c.end)):
        yield "shorter"
    shape = _shape(s.table.words[c.start])
    yield f"shape={shape}:{min(size, 2)}:{'.' in s.table.words[c.start]}"
    if size == 1:
        common = _commonness(s.low[c.start])
        yield f"common={common}"
        yield f"common={common}:{c.label}"
        if len(s.table.words[c.start]) < 4:
            yield f"short={len(s.table.words[c.start])}:{shape}"
    else:
        yield f"last={s.table.words[c.end - 1].casefold()}"
        yield f"first={s.table.words[c.start].casefold()}"


def features(c: Candidate, s: Scene) -> list[str]:
    """All features of a candidate."""
    return ["bias", *_gazetteer(c.key), *_names(c, s), *_context(c, s), *_form(c, s)]
