"""What a matched row of words says, before it is set against any calendar day."""

from dataclasses import dataclass, replace
from typing import Any

from dateline.reader.times.grammar import Grammar, Match
from dateline.reader.times.tokens import Token

CONNECT = frozenset(("-", "–", "/", "&", "to", "and", "or", "through", "until", "till", ",",
                     "au", "et", "ou", "jusqu’au"))  # fmt: skip
NAMED = ("month", "weekday", "season", "part", "point", "way", "deictic", "zone", "feast", "vague",
         "setadverb", "somany", "decadeword")  # fmt: skip
HOURS = ("hours", "hrs", "hr", "heures")
UNITS = ("unit", "units", "weekend")
COUNTS = ("ones", "teens", "tens", "ordinalword")


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
    century: int | None = None
    quarter: int | None = None
    unit: str | None = None
    count: float | str | None = None
    nth: int | None = None
    way: str | None = None
    deictic: int | None = None
    feast: str | None = None


def _named(token: Token, grammar: Grammar, names: tuple[str, ...]) -> dict[str, Any]:
    """The values of a token in the classes asked for (first unit class wins)."""
    found = {}
    for name in names:
        words = grammar.values.get(name, {})
        if token.word in words:
            found[name] = words[token.word]
    return found


def _number(word: str) -> float:
    """``1,500`` and ``1.5`` as numbers; a comma before three digits groups thousands."""
    plain = word.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return float("".join(c for c in plain if c.isdigit())[:9] or 0)


def _spelled(tokens: tuple[Token, ...], grammar: Grammar) -> float | None:
    """The value of number words ("twenty-four", "a hundred"), None if there are none."""
    total: float | None = None
    for token in tokens:
        found = _named(token, grammar, COUNTS)
        scale = _named(token, grammar, ("scale",)).get("scale")
        if scale:
            total = (total or 1) * scale
        elif found:
            total = (total or 0) + next(iter(found.values()))
    return total


def _digits(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.shape in ("number", "ordinal", "military")]


def _clock(tokens: tuple[Token, ...], bare: bool) -> tuple[dict[str, int], set[int]]:
    """Hour and minute, and the positions of the tokens that give them.

    ``bare``: four digits alone are a clock time ("at 1625").
    """
    for i, token in enumerate(tokens):
        after = tokens[i + 1].word if i + 1 < len(tokens) else ""
        later = tokens[i + 2] if i + 2 < len(tokens) else None
        if token.shape == "clockfr":
            hour, _, minute = token.word.replace(" ", "").partition("h")
            return {"hour": int(hour), "minute": int(minute or 0)}, {i}
        if token.shape == "number" and after == ":" and later and later.shape == "number":
            return {"hour": int(token.word), "minute": int(later.word)}, {i, i + 2}
        if token.shape == "military" or (bare and token.shape == "number"):
            return {"hour": int(token.word[:2]), "minute": int(token.word[2:])}, {i}
        if token.shape == "number" and (after in ("o", *HOURS) or (later or token).word in HOURS):
            return {"hour": int(token.word), "minute": 0}, {i}
    return {}, set()


def _meridiem(tokens: tuple[Token, ...], kind: str) -> tuple[dict[str, int], set[int]]:
    """Hour and minute by the twelve-hour or 24-hour clock."""
    found, used = _clock(tokens, kind == "clock" and len(tokens) == 1)
    for i, token in enumerate(tokens):
        if token.shape == "meridiem":
            if not found and i and tokens[i - 1].word.isdigit():
                found, used = {"hour": int(tokens[i - 1].word), "minute": 0}, {i - 1}
            if found and found["hour"] <= 12:
                found["hour"] = found["hour"] % 12 + (12 if token.word[0] == "p" else 0)
    return found, used


def _date_numbers(tokens: tuple[Token, ...], used: set[int]) -> dict[str, int]:
    """Year, day, two-digit year, in the order in which digits can be so read."""
    found: dict[str, int] = {}
    ancient = any(t.shape == "era" and t.word.startswith("b") for t in tokens)
    for i, token in enumerate(tokens):
        if i in used or token.shape not in ("number", "ordinal") or "." in token.word:
            continue
        value = int("".join(c for c in token.word if c.isdigit())[:6])
        size = len(token.word)
        if ancient and token.shape == "number" and (size > 2 or tokens[i + 1 :][:1]):
            found["year"] = -value
        elif size == 4 and token.shape == "number" and "year" not in found:
            found["year"] = value
        elif value <= 31 and "day" not in found and value > 0:
            found["day"] = value
        elif size == 2:
            found["shortyear"] = value
    return found


def _decade(tokens: tuple[Token, ...]) -> dict[str, Any]:
    for token in tokens:
        if token.shape == "decade":
            return {"decade": "".join(c for c in token.word if c.isdigit())[:-1]}
    return {}


def parts(match: Match, grammar: Grammar) -> Mention:
    """The pieces that the words of a match give."""
    found: dict[str, Any] = {}
    for token in match.tokens:
        for name, value in _named(token, grammar, (*NAMED, *UNITS)).items():
            found.setdefault({"units": "unit", "weekend": "unit"}.get(name, name), value)
    kind = match.rule.kind
    found["value"] = found.pop("vague", None) or found.pop("setadverb", None) or match.rule.value
    clock, used = _meridiem(match.tokens, kind)
    point = found.pop("point", None)
    if point and "part" not in found:
        found["part"] = point
    somany = found.pop("somany", None)
    if "decadeword" in found:
        found["decade"] = str(found.pop("decadeword"))
    spelled = _spelled(match.tokens, grammar)
    digits = _digits(match.tokens)
    if kind in ("ago", "duration", "set"):
        plain = [t for t in digits if t.shape == "number"]
        ordinary = tuple(t for t in match.tokens if t.word not in grammar.values["ordinalword"])
        number = (
            _number(plain[0].word)
            if plain and not _spelled(ordinary, grammar)
            else _spelled(ordinary, grammar)
        )
        found["count"] = number if number is not None else somany
    else:
        found |= _date_numbers(match.tokens, used)
    if spelled is not None:
        found["nth"] = int(spelled)
    allowed = {k: v for k, v in found.items() if k in Mention.__dataclass_fields__}
    words = tuple(t.word for t in match.tokens)
    first, last = match.tokens[0], match.tokens[-1]
    return Mention(first.start, last.end, kind, words, **(allowed | clock | _decade(match.tokens)))


def _sides(match: Match) -> list[Match]:
    """The rows between connecting words."""
    rows: list[list[Token]] = [[]]
    for token in match.tokens:
        if token.word in CONNECT:
            rows.append([])
        else:
            rows[-1].append(token)
    return [Match(match.rule, tuple(row)) for row in rows if row]


def _share(sides: list[Mention]) -> list[Mention]:
    """Each side of a range with the month, year and era that only another side names."""
    shared = []
    for i, side in enumerate(sides):
        others = [*sides[i + 1 :], *reversed(sides[:i])]
        names: dict[str, Any] = {}
        for name in ("month", "year", "shortyear", "way", "unit"):
            if getattr(side, name) is None:
                given = [getattr(o, name) for o in others if getattr(o, name) is not None]
                if given and not (name == "shortyear" and side.year):
                    names[name] = given[0]
        shared.append(replace(side, **names))
    return shared


def mentions(match: Match, grammar: Grammar) -> list[Mention]:
    """The mentions that a match stands for: several for "19-20 September"."""
    if match.rule.kind == "monthdays":
        sides = _merge_tail(_sides(match))
        return [replace(m, kind="calendar") for m in _share([parts(s, grammar) for s in sides])]
    if match.rule.kind == "yearrange":
        return _years([parts(s, grammar) for s in _sides(match)])
    return [parts(match, grammar)]


def _merge_tail(sides: list[Match]) -> list[Match]:
    """A trailing year or weekday, cut off at its comma, goes back to the date beside it."""
    merged: list[Match] = []
    for side in sides:
        lone = (
            len(side.tokens) == 1
            and len(side.tokens[0].word) == 4
            and side.tokens[0].word.isdigit()
        )
        if lone and merged:
            merged[-1] = Match(side.rule, merged[-1].tokens + side.tokens)
        else:
            merged.append(side)
    return merged


def _years(sides: list[Mention]) -> list[Mention]:
    """ "1939-45" and "499-493 BC": both years in full."""
    first, last = sides[0], sides[-1]
    if last.year is not None and last.year < 0:
        return [
            replace(first, kind="calendar", year=-int(first.words[0])),
            replace(last, kind="calendar"),
        ]
    if first.season:
        return [replace(first, kind="calendar", year=last.year), replace(last, kind="calendar")]
    second = last.shortyear if last.shortyear is not None else last.day
    year = (first.year or 0) // 100 * 100 + int(last.words[0]) if second is not None else None
    return [
        replace(first, kind="calendar"),
        replace(last, kind="calendar", year=year, day=None, shortyear=None),
    ]
