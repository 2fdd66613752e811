"""Matches that stand for several mentions: "19-20 September", "from March 3 to 8", "1939-45"."""

from dataclasses import replace
from typing import Any

from dateline.reader.times.grammar import Grammar, Match
from dateline.reader.times.mention import Mention, parts
from dateline.reader.times.numbers import whole
from dateline.reader.times.tokens import Token

CONNECT = frozenset(("-", "–", "/", "&", "to", "and", "or", "through", "until", "till", ",",
                     "au", "et", "ou", "à"))  # fmt: skip
SHARED = ("month", "year", "shortyear", "way", "unit")


def _sides(match: Match) -> list[Match]:
    """The rows between connecting words; a year cut off at its comma goes back to its date."""
    rows: list[list[Token]] = [[]]
    for token in match.tokens:
        if token.word in CONNECT:
            rows.append([])
        elif not rows[-1] and len(rows) > 1 and _is_year(token) and rows[-2]:
            rows[-2:] = [[*rows[-2], token]]
        else:
            rows[-1].append(token)
    return [Match(match.rule, tuple(row)) for row in rows if row]


def _is_year(token: Token) -> bool:
    return token.shape == "number" and len(token.word) == 4


def _shared(sides: list[Mention], at: int) -> Mention:
    """A side with the month, year and the like that only another side names, the next first."""
    side, pieces = sides[at], dict[str, Any]()
    for name in SHARED:
        others = (getattr(o, name) for o in [*sides[at + 1 :], *reversed(sides[:at])])
        given = next((value for value in others if value is not None), None)
        if getattr(side, name) is None and given is not None:
            pieces[name] = given
    return replace(side, kind="calendar", **pieces)


def _years(sides: list[Mention]) -> list[Mention]:
    """As in "1939-45", "499-493 BC", "spring and summer 1918": both in full."""
    first, last = sides[0], sides[-1]
    if first.season:
        pair = replace(first, year=last.year), last
    elif last.year is not None and last.year < 0:
        pair = replace(first, year=-whole(first.words[0]), day=None, shortyear=None), last
    else:
        century = (first.year or 0) // 100 * 100
        year = century + whole(last.words[0])
        pair = first, replace(last, year=year, day=None, shortyear=None)
    return [replace(side, kind="calendar") for side in pair]


def mentions(match: Match, grammar: Grammar) -> list[Mention]:
    """The mentions that a match stands for, one in most cases."""
    if match.rule.kind == "yearrange":
        sides = [Match(match.rule, row.tokens) for row in _split(match)]
        return _years([parts(side, grammar) for side in sides])
    if match.rule.kind == "monthdays":
        found = [parts(side, grammar) for side in _sides(match)]
        return [_shared(found, at) for at in range(len(found))]
    return [parts(match, grammar)]


def _split(match: Match) -> list[Match]:
    """Both sides of a range of years."""
    at = next(i for i, t in enumerate(match.tokens) if i and t.word in CONNECT)
    return [Match(match.rule, match.tokens[:at]), Match(match.rule, match.tokens[at + 1 :])]
