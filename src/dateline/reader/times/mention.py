"""What a matched row of words says, before it is set against any calendar day."""

from dataclasses import dataclass, fields
from typing import Any

from dateline.reader.times.grammar import Grammar, Match
from dateline.reader.times.numbers import clock, counted, date_numbers, spelled
from dateline.reader.times.tokens import Token

NAMED = {"month": "month", "weekday": "weekday", "weekdays": "weekday", "season": "season",
         "shymonth": "month", "part": "part", "parts": "part", "way": "way", "deictic": "deictic",
         "zone": "zone", "feast": "feast", "decadeword": "decade", "unit": "unit", "units": "unit",
         "weekend": "unit"}  # fmt: skip
FIXED = ("vague", "setadverb")
COUNTING = ("ago", "duration", "set")


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression in pieces. Absent pieces are None.

    ``year`` is negative before Christ, ``shortyear`` is two digits. ``count`` is a number, or ``X``
    for several. ``value`` is the fixed value of a vague expression. ``words`` are all its words.
    """

    start: int
    end: int
    kind: str
    words: tuple[str, ...]
    value: str | None = None
    year: int | None = None
    shortyear: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    decade: str | None = None
    unit: str | None = None
    count: float | str | None = None
    nth: int | None = None
    way: str | None = None
    deictic: int | None = None
    feast: str | None = None


PIECES = frozenset(f.name for f in fields(Mention))


def _words(tokens: tuple[Token, ...], grammar: Grammar) -> dict[str, Any]:
    """The pieces that single words give; the first word of a class counts."""
    found: dict[str, Any] = {}
    for token in tokens:
        for name, piece in NAMED.items():
            words = grammar.values.get(name, {})
            if token.word in words:
                found.setdefault(piece, words[token.word])
        for name in (*FIXED, "point", "somany"):
            words = grammar.values.get(name, {})
            if token.word in words:
                found.setdefault(name, words[token.word])
        if token.shape == "decade":
            found["decade"] = "".join(c for c in token.word if c in "0123456789")[:-1]
    return found


def parts(match: Match, grammar: Grammar) -> Mention:
    """The pieces that the words of a match give."""
    tokens, kind = match.tokens, match.rule.kind
    leads = kind == "shift" and len(tokens) > 1 and tokens[0].word in ("earlier", "later")
    found = _words(tokens[leads:], grammar)  # "later this month" is this month
    hours, used = clock(tokens, bare=kind == "clock" and len(tokens[0].word) == 4)
    found |= hours
    found["value"] = found.get("vague") or found.get("setadverb") or match.rule.value
    found.setdefault("part", found.get("point"))
    if kind in COUNTING:
        number = counted(tokens, grammar.values)
        found["count"] = found.get("somany") if number is None else number
    else:
        found |= date_numbers(tokens, used)
    nth = spelled(tokens, grammar.values, ordinals=True)
    found["nth"] = int(nth) if nth is not None else None
    pieces = {name: value for name, value in found.items() if name in PIECES}
    words = tuple(t.word for t in tokens)
    return Mention(tokens[0].start, tokens[-1].end, kind, words, **pieces)
