"""Case restored to telex capitals, for the language model and for what is published."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, zip_longest
from string import ascii_uppercase

from dateline.reader.case_words import cut, lowered, starts, tokens
from dateline.reader.language import detect
from dateline.reader.truecase import (
    CAPITAL,
    LOWER,
    UNKNOWN,
    UPPER,
    Token,
    classify,
    listed,
    model,
)

NAMELY = frozenset(f"{UNKNOWN}kfgeuDEFJKLMNOPQRSTUVWX")
"""Habits of words that may be names: unknown, or not usually written in lower case."""
ORDINARY = frozenset("abcde")
"""Habits of words that are in the dictionary, however often news writes them with a capital."""

ARTICLES = frozenset(["el", "la", "los", "las"])
OF = frozenset(["de", "del", "y"])
PORTFOLIOS = frozenset(
    ["interior", "foreign", "defense", "defence", "prime", "finance", "justice", "labor", "labour",
     "education", "health", "agriculture", "economy", "planning", "communications", "vice"]
)  # fmt: skip
HEADS = frozenset(
    ["minister", "ministers", "ministry", "ministries", "secretary", "president", "presidents"]
)
CAPITALS = ascii_uppercase.encode()


def is_capitals(text: str) -> bool:
    """True if nearly all letters are capitals."""
    if text.isascii():
        raw = text.encode()
        upper = len(raw) - len(raw.translate(None, CAPITALS))
        lower = len(raw) - len(raw.translate(None, CAPITALS.lower()))
    else:
        upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > 20 and upper > 0.9 * (upper + lower)


def _before_names(words: Sequence[Token], classes: list[int], habits: Sequence[str]) -> list[int]:
    """Capitals for what stands before a name: titles, first names and, in English, articles."""
    titles, peoples = listed("titles.txt"), listed("always_capital.txt")
    made = list(classes)
    for i in range(len(words) - 2, -1, -1):
        if made[i] != LOWER or made[i + 1] != CAPITAL:
            continue
        word, after = words[i].word, words[i + 1]
        if word in OF or after.gap != " " or habits[i + 1] not in NAMELY:
            continue
        last = words[i - 1].word if i and words[i].gap == " " else ""
        first = habits[i] in NAMELY and (made[i - 1] == CAPITAL or last in titles)
        title = word in titles and after.word not in peoples
        if title or (last and first) or (word in ARTICLES and last not in OF):
            made[i] = CAPITAL
    return made


def _agreed(
    words: Sequence[Token], classes: list[int], begins: Sequence[bool], habits: Sequence[str]
) -> list[int]:
    """A possible name that is one somewhere in this text is written so everywhere in it."""
    seen: dict[str, list[int]] = {}
    known: dict[str, bool] = {}
    namely = [i for i, habit in enumerate(habits) if habit in NAMELY]
    for i in namely:
        if not begins[i]:
            word = words[i].word
            seen.setdefault(word, [0, 0, 0])[classes[i]] += 1
            known[word] = habits[i] != UNKNOWN
    names = {
        word: CAPITAL if capital >= upper else UPPER
        for word, (lower, capital, upper) in seen.items()
        if capital + upper >= max(1, lower if known[word] else 0)
    }
    made = list(classes)
    for i in namely:
        if words[i].gap != "'":
            made[i] = names.get(words[i].word, made[i])
    return made


def _common(
    words: Sequence[Token], classes: list[int], begins: Sequence[bool], habits: Sequence[str]
) -> list[int]:
    """An ordinary word that stands alone after "a" or a number is no name ("a house", "30 shell
    casings"), nor is it one elsewhere in the text where no name touches it.
    """
    own = listed("always_capital.txt")
    alone = [
        i
        for i, kind in enumerate(classes)
        if kind == CAPITAL
        and habits[i] in ORDINARY
        and words[i].fixed is None
        and not begins[i]
        and words[i].word not in own
        and not any(_touches(words, classes, begins, i, i + step) for step in (-1, 1))
    ]
    counted = {words[i].word for i in alone if i and _is_counted(words, i)}
    made = list(classes)
    for i in alone:
        if words[i].word in counted:
            made[i] = LOWER
    return made


def _touches(
    words: Sequence[Token], classes: list[int], begins: Sequence[bool], i: int, at: int
) -> bool:
    """True if the word at ``at``, next to that at ``i``, is written as a name."""
    if not 0 <= at < len(words) or words[max(i, at)].gap not in (" ", "-", "'"):
        return False
    return classes[at] != LOWER and not begins[at]


def _is_counted(words: Sequence[Token], i: int) -> bool:
    token = words[i]
    after_article = token.gap == " " and words[i - 1].word in ("a", "an")
    return after_article or token.gap.strip().isdigit()


def _portfolios(words: Sequence[Token], classes: list[int], begins: Sequence[bool]) -> list[int]:
    """A portfolio is written as the title that it belongs to: "Interior Minister Ana Ruiz", "the
    interior minister said".
    """
    made = list(classes)
    for i in [i for i, token in enumerate(words[:-1]) if token.word in PORTFOLIOS]:
        title = words[i + 1]
        if title.word in HEADS and title.gap == " " and not begins[i]:
            made[i] = classes[i + 1]
    return made


def restore(text: str, language: str | None = None) -> str:
    """The text in sentence case with names capitalised; same length, code point for code point.

    ``language`` is ``en`` or ``fr``, detected if not given.
    """
    low, code = lowered(text), language or detect(text)
    chosen = model(code)
    row = cut(low)
    begins = starts(row)
    words = tokens(row, begins, chosen)
    habits = [token.habit for token in words]
    classes = _agreed(words, classify(words, begins, chosen), begins, habits)
    if chosen.names:
        classes = _before_names(words, classes, habits)
        classes = _common(words, classes, begins, habits)
        classes = _portfolios(words, classes, begins)
    written = [
        word if kind == LOWER else _written(word, kind, code)
        for word, kind in zip(row.words, classes, strict=True)
    ]
    return "".join(chain.from_iterable(zip_longest(row.gaps, written, fillvalue="")))


@lru_cache(maxsize=50_000)
def _written(word: str, kind: int, language: str) -> str:
    mixed = model(language).mixed
    made = word.upper() if kind == UPPER else mixed.get(word) or word[0].upper() + word[1:]
    return made if made.lower() == word else word
