"""Number phrases with their bounds: ``at least 21``, ``nearly 9,000``, ``a dozen``, ``3 to 5``.

Bounds are inclusive and no tighter than the words: ``at least 21`` has low 21, ``more than 100``
low 100 (an agency's round floor, not 101), ``up to 40`` high 40; ``nearly 9,000`` and ``about 200``
have a value and no bounds; ``dozens`` has low 12.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.records.vocabulary import Hedge

DIGITS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,12}(?:\.\d{1,4})?")
FRENCH_DIGITS = re.compile(
    r"\d{1,3}(?:[.\u00a0\u202f ]\d{3}){1,4}(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?"
)
SPLIT = re.compile(r"[^\s'’]+['’]?|['’]")
LONGEST = 5  # tokens of a phrase in the lexicon
MORE = (("if", "not"), ("or", "even"), ("voire",), ("sinon",), ("et", "même"), ("ou", "même"))


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``start`` to ``end`` (exclusive, hedge included) and what they say.

    ``first`` is the first token of the number proper.
    """

    start: int
    first: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    hedge: Hedge


class Phrases[T](dict[tuple[str, ...], T]):
    """Phrases as rows of tokens, with what each means; ``first``, ``last``: words at their ends."""

    def __init__(self, table: Mapping[tuple[str, ...], T]) -> None:
        super().__init__(table)
        self.first = frozenset(row[0] for row in table)
        self.last = frozenset(row[-1] for row in table)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words of a language; phrases are tuples of lower-case tokens.

    ``openers``: the words that a number in words may begin with.
    """

    openers: frozenset[str]
    digits: re.Pattern[str]
    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Phrases[tuple[float, Hedge]]
    fixed: Phrases[tuple[float, Hedge]]
    before: Phrases[Hedge]
    after: Phrases[Hedge]
    joins: frozenset[str]
    none: frozenset[tuple[str, ...]]
    shares: Mapping[str, float]
    units: Mapping[str, str]

    def may_open(self, text: str) -> bool:
        """Whether a number may begin with a token: digits, or the first word of one in words."""
        return text in self.openers or text[:1].isdigit()


def phrase(words: str) -> tuple[str, ...]:
    """A lexicon entry as the tokeniser splits it (``jusqu'à`` is two tokens)."""
    return tuple(SPLIT.findall(words.casefold()))


def _phrases(table: Mapping[str, Any]) -> Phrases[Any]:
    return Phrases({phrase(k): tuple(v) if isinstance(v, list) else v for k, v in table.items()})


def _run_together(cardinals: Mapping[str, float]) -> dict[str, float]:
    """``thirtythree``, as telex has it."""
    tens = {w: n for w, n in cardinals.items() if n in range(20, 100, 10)}
    units = {w: n for w, n in cardinals.items() if 0 < n < 10}
    return {t + u: n + m for t, n in tens.items() for u, m in units.items()}


_TEENS = {60: range(1, 20), 80: range(1, 20)}
"""French counts on after sixty and eighty: soixante-dix-sept, quatre-vingt-onze."""


def _hyphenated(cardinals: Mapping[str, float]) -> dict[str, float]:
    """``vingt-deux``, ``trente-et-une``, ``quatre-vingt-douze``: one token each."""
    small = {w: n for w, n in cardinals.items() if 0 < n < 20} | {"un": 1.0, "une": 1.0}
    tens = {w: n for w, n in cardinals.items() if n in range(20, 90, 10)}
    return {
        f"{ten}-{et}{one}": n + m
        for ten, n in tens.items()
        for one, m in small.items()
        if m in _TEENS.get(int(n), range(1, 10))
        for et in ("", "et-")
    }


@cache
def number_words(language: str) -> NumberWords:
    """The number words of a language, read once."""
    path = files("dateline.reader") / "lexicon" / f"numbers_{language}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    cardinals = table["cardinals"] | _run_together(table["cardinals"])
    if language == "fr":
        cardinals = _hyphenated(table["cardinals"]) | table["cardinals"]
    vague, fixed = _phrases(table["vague"]), _phrases(table["fixed"])
    return NumberWords(
        openers=frozenset((*cardinals, *table["scales"], *(p[0] for p in (*vague, *fixed)))),
        digits=FRENCH_DIGITS if language == "fr" else DIGITS,
        cardinals=cardinals,
        scales=table["scales"],
        vague=vague,
        fixed=fixed,
        before=_phrases(table["before"]),
        after=_phrases(table["after"]),
        joins=frozenset(table["joins"]),
        none=frozenset(phrase(w) for w in table["none"]["words"]),
        shares=table["shares"],
        units=table["units"],
    )


def _longest[T](texts: Sequence[str], i: int, table: Phrases[T]) -> tuple[int, T] | None:
    """The end and meaning of the longest phrase of a table that starts at ``i``."""
    if i >= len(texts) or texts[i] not in table.first:
        return None
    for n in range(LONGEST, 0, -1):
        meaning = table.get(tuple(texts[i : i + n]))
        if meaning is not None:
            return min(i + n, len(texts)), meaning
    return None


def _ending[T](texts: Sequence[str], i: int, table: Phrases[T]) -> tuple[int, T] | None:
    """The start and meaning of the longest phrase of a table that ends just before ``i``."""
    if i < 1 or texts[i - 1] not in table.last:
        return None
    for n in range(min(LONGEST, i), 0, -1):
        meaning = table.get(tuple(texts[i - n : i]))
        if meaning is not None:
            return i - n, meaning
    return None


def _digits(text: str, words: NumberWords) -> float | None:
    if not text[:1].isdigit() or len(text) > 24 or not words.digits.fullmatch(text):
        return None
    if words.digits is FRENCH_DIGITS:
        return float(re.sub(r"[.\u00a0\u202f ]", "", text).replace(",", "."))
    return float(text.replace(",", ""))


def _plain(texts: Sequence[str], i: int, words: NumberWords) -> tuple[int, float] | None:
    """A run of digits and number words (``5 million``, ``one hundred and five``): end and value."""
    if words.digits is FRENCH_DIGITS and (spaced := _spaced(texts, i)):
        return spaced
    total, group, at, seen = 0.0, 0.0, i, False
    while at < len(texts) and at - i < 12:
        text = texts[at]
        value = _digits(text, words) if not seen else None
        if value is None:
            value = words.cardinals.get(text)
        if value is not None and (not seen or value < 100):
            group, seen = group + value, True
        elif text in words.scales and (seen or at > i or words.scales[text] >= 100):
            scale = words.scales[text]
            group = (group or 1) * scale
            if scale >= 1000:
                total, group = total + group, 0.0
            seen = True
        elif not (seen and text in ("-", "and", "et") and _follows(texts, at, words)):
            break
        at += 1
    return (at, total + group) if seen else None


def _spaced(texts: Sequence[str], i: int) -> tuple[int, float] | None:
    """``1 597``, digits in groups that the tokeniser has split."""
    end = i
    while end < len(texts) and end - i < 4 and texts[end].isascii() and texts[end].isdigit():
        if len(texts[end]) != 3 and (end > i or len(texts[end]) > 3):
            break
        end += 1
    return (end, float("".join(texts[i:end]))) if end - i > 1 else None


def _follows(texts: Sequence[str], at: int, words: NumberWords) -> bool:
    """Whether a hyphen or ``and`` is inside a number: ``twenty-one``, ``a hundred and five``."""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    if texts[at] == "-":
        return words.cardinals.get(after, 100) < 10 and words.cardinals.get(texts[at - 1], 0) >= 20
    return texts[at - 1] in words.scales and words.cardinals.get(after, 100) < 100


def _core(
    texts: Sequence[str], i: int, words: NumberWords
) -> tuple[int, float, Hedge, bool] | None:
    """Number at ``i``: end, value, hedge of its own, and whether that value is only a floor."""
    if i >= len(texts) or not words.may_open(texts[i]):
        return None
    for table, floor in ((words.vague, True), (words.fixed, False)):
        found = _longest(texts, i, table)
        if found:
            end, (value, hedge) = found
            return end, value, hedge, floor
    plain = _plain(texts, i, words)
    return (*plain, "exact", False) if plain else None


def _bounded(value: float, hedge: Hedge) -> tuple[float | None, float | None, float | None]:
    """Value, low and high for a hedged number."""
    if hedge in ("at least", "more than"):
        return None, value, None
    if hedge in ("at most", "up to", "fewer than"):
        return None, None, value
    if hedge == "exact":
        return value, value, value
    return value, None, None


def _number(texts: Sequence[str], i: int, words: NumberWords) -> Number | None:
    core = _core(texts, i, words)
    if core is None:
        return None
    end, value, own, floor = core
    start, hedge = _ending(texts, i, words.before) or (i, own)
    joined = _joined(texts, i, start, core, words)
    if joined:
        return joined
    if hedge == "exact" and (late := _longest(texts, end, words.after)):
        end, hedge = late
    hedge = own if hedge == "exact" else hedge
    if floor and hedge not in ("at least", "more than", "up to", "at most", "fewer than"):
        return Number(start, i, end, None, value, None, own)
    return Number(start, i, end, *_bounded(value, hedge), hedge)


def hedged(texts: Sequence[str], first: int, end: int, value: float, words: NumberWords) -> Number:
    """A value that tokens ``first`` to ``end`` stand for, with the hedge before them."""
    start, hedge = _ending(texts, first, words.before) or (first, "exact")
    return Number(start, first, end, *_bounded(value, hedge), hedge)


def _joined(
    texts: Sequence[str],
    i: int,
    start: int,
    first: tuple[int, float, Hedge, bool],
    words: NumberWords,
) -> Number | None:
    """A range: ``between 3 and 5``, ``3 to 5``, ``two or three``, ``hundreds if not thousands``."""
    end, low, own, floor = first
    join = texts[end] if end < len(texts) else ""
    if floor and (further := _even_more(texts, end)):
        second = _core(texts, further, words)
        return Number(start, i, second[0], None, low, None, own) if second else None
    before = texts[i - 1] if i else ""
    framed = before in ("between", "entre")
    if (join not in words.joins and join not in ("-", "–")) or before in ("from", "de"):
        return None
    if join in ("and", "et") and not framed:
        return None
    second = _core(texts, end + 1, words)
    if second is None or second[1] <= low or second[3] or floor:
        return None
    high = second[1]
    return Number(i - 1 if framed else i, i, second[0], None, low, high, "between")


def _even_more(texts: Sequence[str], end: int) -> int:
    """Past ``, if not``, ``or even``, ``, voire``, ``sinon`` after a vague number, else 0."""
    at = end + (texts[end : end + 1] == [","])
    for words in MORE:
        if tuple(texts[at : at + len(words)]) == words:
            return at + len(words)
    return 0


def numbers(texts: Sequence[str], words: NumberWords) -> Iterator[Number]:
    """All number phrases of a token sequence (lower case), left to right, without overlap."""
    openers, done = words.openers, 0
    for at in [i for i, text in enumerate(texts) if text in openers or text[:1].isdigit()]:
        found = _number(texts, at, words) if at >= done else None
        if found is not None:
            yield found if found.start >= done else _cut(found, done)
            done = found.end


def _cut(found: Number, done: int) -> Number:
    return Number(
        max(found.start, done),
        found.first,
        found.end,
        found.value,
        found.low,
        found.high,
        found.hedge,
    )
