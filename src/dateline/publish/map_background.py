"""What lies under the marks of a map: land, borders, and where the countries' names could go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from dateline.publish.labels import Wish
from dateline.publish.map_view import View
from dateline.publish.outlines import Point, cut_line, cut_ring, world

_LEAST_COUNTRY = 9000.0  # square units that a country must fill to be named


@dataclass(frozen=True, slots=True)
class Background:
    """SVG path data, and a label wanted for each country in view, the largest first."""

    land: tuple[str, ...]
    borders: tuple[str, ...]
    countries: tuple[Wish, ...]


@lru_cache(maxsize=64)
def background(view: View) -> Background:
    """The background of a view. Editions of one story mostly share it."""
    land = []
    largest: dict[str, tuple[float, Wish]] = {}
    for ring in world().rings:
        if not ring.box.meets(view.window):
            continue
        points = [view.place(*point) for point in cut_ring(ring.points, view.window)]
        if path := _path(points, closed=True):
            land.append(path)
            area, x, y = _centre(points)
            if area > max(_LEAST_COUNTRY, largest.get(ring.country, (0.0,))[0]):
                largest[ring.country] = area, Wish(ring.country.upper(), x, y, 14, centred=True)
    by_size = sorted(largest.values(), key=lambda pair: -pair[0])
    return Background(tuple(land), _borders(view), tuple(wish for _, wish in by_size))


def _centre(ring: Sequence[Point]) -> tuple[float, float, float]:
    """Area and centroid of a ring (shoelace formula)."""
    doubled = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        doubled, x, y = doubled + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(doubled) / 2, x / (3 * doubled), y / (3 * doubled)) if doubled else (0.0, 0.0, 0.0)


def _borders(view: View) -> tuple[str, ...]:
    runs = (
        run
        for line in world().borders
        if line.box.meets(view.window)
        for run in cut_line(line.points, view.window)
    )
    paths = (_path([view.place(*point) for point in run], closed=False) for run in runs)
    return tuple(path for path in paths if path)


def _path(points: Iterable[Point], *, closed: bool) -> str:
    """SVG path data in whole units, without points that would fall on the one before."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        here = round(x), round(y)
        if not kept or abs(here[0] - kept[-1][0]) + abs(here[1] - kept[-1][1]) > 1:
            kept.append(here)
    if len(kept) < (3 if closed else 2):
        return ""
    steps = [f"M{kept[0][0]} {kept[0][1]}l"]
    steps += [f"{x2 - x1} {y2 - y1} " for (x1, y1), (x2, y2) in pairwise(kept)]
    return "".join(steps).strip().replace(" -", "-") + ("z" if closed else "")
