"""The readings of a text's names side by side: which lie near each other, or in one division."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.reader.gazetteer import Entry

Floats = NDArray[np.float64]
NEAR_KM = (30, 161, 500, 1500)
EARTH_KM = 6371
KINDS = ("sum", "highest", "share", "beside")


@dataclass(frozen=True, slots=True)
class Field:
    """All readings of all names of a text side by side; ``owner`` says whose each is.

    ``beside[a, b]`` is 1 if names a and b stand next to each other somewhere in the text.
    """

    entries: list[Entry]
    owner: NDArray[np.int64]
    member: Floats
    beside: Floats
    links: list[tuple[str, Floats]]


def _unit(entries: Sequence[Entry]) -> Floats:
    lat = np.radians([e.lat for e in entries])
    lon = np.radians([e.lon for e in entries])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _beside(positions: Sequence[Sequence[int]]) -> Floats:
    owner = {at: i for i, places in enumerate(positions) for at in places}
    table = np.zeros((len(positions), len(positions)))
    for at, i in owner.items():
        j = owner.get(at + 1, i)
        table[i, j] = table[j, i] = 1.0
    return table


def field(positions: Sequence[Sequence[int]], shortlists: Sequence[Sequence[Entry]]) -> Field:
    """Lay out the readings of names and which of them lie near each other or in one division.

    ``positions`` are the places of each name among the text's toponyms, counted from 0.
    """
    entries = [e for some in shortlists for e in some]
    owner = np.repeat(np.arange(len(shortlists)), [len(some) for some in shortlists])
    member = np.zeros((len(entries), len(shortlists)))
    member[np.arange(len(entries)), owner] = 1.0
    unit = _unit(entries)
    cosine = unit @ unit.T
    links = [(f"near{km}", (cosine > math.cos(km / EARTH_KM)).astype(float)) for km in NEAR_KM]
    for what in ("admin2", "admin1", "country"):
        ids = [getattr(e, what) for e in entries]
        number = {value: i for i, value in enumerate(dict.fromkeys(ids))}
        code = np.array([number[value] for value in ids])
        some = np.array([bool(value) for value in ids])
        links.append((what, ((code[:, None] == code) & some).astype(float)))
    return Field(entries, owner, member, _beside(positions), links)


def softmax(scores: Floats, owner: NDArray[np.int64], member: Floats) -> Floats:
    """Probabilities of the readings of each name."""
    tops = np.full(member.shape[1], -np.inf)
    np.maximum.at(tops, owner, scores)
    raised = np.exp(scores - tops[owner])
    return np.asarray(raised / (raised @ member)[owner])


def _together(links: Floats, belief: Floats, laid: Field) -> list[Floats]:
    """Per reading, how surely the other names have a linked reading: sum, highest, share, and the
    sum over those that stand beside it in the text.
    """
    own = laid.owner
    support = (links * belief) @ laid.member
    support[np.arange(len(own)), own] = 0.0
    others = max(1, laid.member.shape[1] - 1)
    total = support.sum(axis=1)
    beside = (support * laid.beside[own]).sum(axis=1)
    return [np.log1p(total), support.max(axis=1), total / others, beside]


def company(laid: Field, belief: Floats) -> dict[str, Floats]:
    """Features that come of the other names' likely readings, a column for all readings each."""
    columns: dict[str, Floats] = {}
    for what, links in laid.links:
        table = _together(links, belief, laid)
        columns |= zip((f"{what}:{k}" for k in KINDS), table, strict=True)
    return columns
