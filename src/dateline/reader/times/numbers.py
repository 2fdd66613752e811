"""Numbers in a row of time words: counts in digits or words, clock times, days and years."""

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.reader.times.tokens import Token

Values = Mapping[str, Mapping[str, Any]]
COUNTS = ("ones", "teens", "tens", "ordinalword")
HOURS = ("hours", "hrs", "hr", "heures")
MOST_DIGITS = 6
MOST = 1_000_000.0  # no duration in the news counts more


def whole(word: str) -> int:
    """The first digits of a word as a number, 0 if it has none."""
    return int("".join(c for c in word if c in "0123456789")[:MOST_DIGITS] or 0)


def _decimal(word: str) -> float:
    """``1,500`` and ``1.5`` as numbers; what is no number, or absurd, is capped."""
    try:
        return min(float(word.replace(",", "")), MOST)
    except ValueError:
        return float(whole(word))


def spelled(tokens: Sequence[Token], values: Values, *, ordinals: bool) -> float | None:
    """The value of number words ("twenty-four", "a hundred"), null if there are none."""
    total: float | None = None
    for token in tokens:
        names = COUNTS if ordinals else COUNTS[:-1]
        found = next(
            (values[n][token.word] for n in names if token.word in values.get(n, {})), None
        )
        scale = values.get("scale", {}).get(token.word)
        if scale:
            total = (total or 1) * scale
        elif found:
            total = (total or 0) + found
    return total


def counted(tokens: Sequence[Token], values: Values) -> float | None:
    """How many: number words before digits, which may be a year ("the ten months of 1915")."""
    words = spelled(tokens, values, ordinals=False)
    if words:
        return words
    digits = next((t.word for t in tokens if t.shape == "number"), None)
    return _decimal(digits) if digits is not None else None


def _plain_clock(tokens: Sequence[Token], *, bare: bool) -> tuple[dict[str, int], set[int]]:
    """Hour and minute, and the positions of the tokens that give them."""
    for i, token in enumerate(tokens):
        after = tokens[i + 1].word if i + 1 < len(tokens) else ""
        later = tokens[i + 2] if i + 2 < len(tokens) else token
        if token.shape == "clockfr":
            hour, _, minute = token.word.partition("h")
            return {"hour": whole(hour), "minute": whole(minute)}, {i}
        if token.shape == "military" or (bare and token.shape == "number"):
            return {"hour": whole(token.word[:2]), "minute": whole(token.word[2:])}, {i}
        if token.shape == "number" and after == ":" and later.shape == "number":
            return {"hour": whole(token.word), "minute": whole(later.word)}, {i, i + 2}
        if token.shape == "number" and (after in ("o", *HOURS) or later.word in HOURS):
            return {"hour": whole(token.word), "minute": 0}, {i}
    return {}, set()


def clock(tokens: Sequence[Token], *, bare: bool) -> tuple[dict[str, int], set[int]]:
    """Hour and minute on the 24-hour clock, and the positions of the tokens that give them.

    ``bare``: four digits alone are a clock time ("at 1625").
    """
    found, used = _plain_clock(tokens, bare=bare)
    for i, token in enumerate(tokens):
        if token.shape != "meridiem":
            continue
        if not found and i:
            found, used = {"hour": whole(tokens[i - 1].word), "minute": 0}, {i - 1}
        if found and found["hour"] <= 12:
            found["hour"] = found["hour"] % 12 + (12 if token.word[0] == "p" else 0)
    return found, used


def date_numbers(tokens: Sequence[Token], used: set[int]) -> dict[str, int]:
    """Year, day and two-digit year, in the order in which digits can be so read."""
    found: dict[str, int] = {}
    for i, token in enumerate(tokens):
        if i in used or token.shape not in ("number", "ordinal") or "." in token.word:
            continue
        value, number = whole(token.word), token.shape == "number"
        era = next(
            (t.word for t in (*tokens[i + 1 : i + 2], *tokens[:i][-1:]) if t.shape == "era"), None
        )
        if era is not None and number:
            found["year"] = -value if era.startswith("b") else value
        elif len(token.word) == 4 and number and "year" not in found:
            found["year"] = value
        elif 0 < value <= 31 and "day" not in found:
            found["day"] = value
        elif len(token.word) == 2:
            found["shortyear"] = value
    return found
