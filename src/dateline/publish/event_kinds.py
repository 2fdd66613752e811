"""Kinds of event as the map shows them: a shape, a colour class and a name in plain words."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PinKind:
    """``style`` is the class in the style sheet, ``shape`` the path of a mark around (0, 0)."""

    order: int
    style: str
    name: str
    shape: str


@cache
def _table() -> dict[str, PinKind]:
    text = files("dateline.publish").joinpath("assets/event_kinds.toml").read_text("utf-8")
    table = {}
    for order, one in enumerate(tomllib.loads(text)["kind"]):
        kind = PinKind(order, one["style"], one["name"], one["shape"])
        table.update(dict.fromkeys(one["types"], kind))
        table[one["style"]] = kind
    return table


def kind_of(word: str) -> PinKind:
    """The kind that a PLOVER type or a measure belongs to; ``other`` for words we do not know."""
    return _table().get(word.casefold(), _table()["other"])


def all_kinds() -> list[PinKind]:
    """Each kind once, in order."""
    return sorted(set(_table().values()), key=lambda kind: kind.order)
