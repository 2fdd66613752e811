"""The readings of a text's names side by side: which lie near each other, or in one division."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from dateline.reader.gazetteer import Entry

Floats = NDArray[np.float64]
NEAR_KM = (30, 161, 500, 1500)
EARTH_KM = 6371
DIVISIONS = ("admin2", "admin1", "country")
LINKS = (*(f"near{km}" for km in NEAR_KM), *DIVISIONS)
KINDS = ("sum", "highest", "share", "beside")
COMPANY = tuple(f"{link}:{kind}" for kind in KINDS for link in LINKS)
"""What the rows of ``company`` are called."""
NEAR_COSINE = np.cos(np.array(NEAR_KM) / EARTH_KM)[:, None, None]


@dataclass(frozen=True, slots=True)
class Field:
    """All readings of all names of a text side by side; ``owner`` says whose each is.

    ``beside[a, b]`` is 1 if names a and b stand next to each other somewhere in the text,
    ``links[l, a, b]`` if readings a and b are linked as ``LINKS[l]`` says.
    """

    entries: list[Entry]
    owner: NDArray[np.int64]
    member: Floats
    beside: Floats
    links: Floats


def kilometres(one: tuple[float, float], two: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) in degrees (haversine)."""
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (one, two))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


@lru_cache(maxsize=50_000)
def _row(lat: float, lon: float, country: str, *divisions: int) -> tuple[float, ...]:
    """Where a reading lies: as a point on the unit sphere, and its country and divisions as
    numbers, in the order of ``DIVISIONS``, 0 for none.
    """
    a, b = radians(lat), radians(lon)
    code = int.from_bytes(country.encode())
    return cos(a) * cos(b), cos(a) * sin(b), sin(a), *divisions, code


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
    rows = np.array([_row(e.lat, e.lon, e.country, e.admin2, e.admin1) for e in entries])
    unit, codes = rows[:, :3], rows[:, 3:].T
    links = np.empty((len(LINKS), len(entries), len(entries)))
    links[: len(NEAR_KM)] = unit @ unit.T > NEAR_COSINE
    links[len(NEAR_KM) :] = (codes[:, :, None] == codes[:, None]) & (codes[:, None] != 0)
    return Field(entries, owner, member, _beside(positions), links)


def softmax(scores: Floats, owner: NDArray[np.int64], member: Floats) -> Floats:
    """Probabilities of the readings of each name."""
    tops = np.maximum.reduceat(scores, np.searchsorted(owner, np.arange(member.shape[1])))
    raised = np.exp(scores - tops[owner])
    return np.asarray(raised / (raised @ member)[owner])


def company(laid: Field, belief: Floats) -> Floats:
    """Features that come of the other names' likely readings: a row each, as in ``COMPANY``.

    Per reading and kind of link, how surely the other names have a linked reading: sum, highest,
    share, and the sum over those that stand beside it in the text.
    """
    readings, names = laid.member.shape
    support = laid.links @ (laid.member * belief[:, None])
    support[:, np.arange(readings), laid.owner] = 0.0
    total = support.sum(axis=2)
    beside = (support * laid.beside[laid.owner]).sum(axis=2)
    share = total / max(1, names - 1)
    return np.concatenate([np.log1p(total), support.max(axis=2), share, beside])
