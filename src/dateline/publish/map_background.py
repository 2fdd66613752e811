"""What lies under the marks of a map: land, borders, and where the countries' names could go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import hypot

from dateline.publish.labels import Wish
from dateline.publish.map_view import View
from dateline.publish.outlines import Point, cut_line, cut_ring, world

_LEAST_BEND = 0.9  # units; a finer bend cannot be seen
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


def _path(points: Sequence[Point], *, closed: bool) -> str:
    """SVG path data in whole units, without points that the drawing does not need."""
    kept = [(round(x), round(y)) for x, y in thinned(points, _LEAST_BEND)]
    kept = [here for here, before in zip(kept, [None, *kept], strict=False) if here != before]
    if len(kept) < (3 if closed else 2):
        return ""
    steps = [f"M{kept[0][0]} {kept[0][1]}l"]
    steps += [f"{x2 - x1} {y2 - y1} " for (x1, y1), (x2, y2) in pairwise(kept)]
    return "".join(steps).strip().replace(" -", "-") + ("z" if closed else "")


def thinned(points: Sequence[Point], least: float) -> list[Point]:
    """A line less the points that lie nearer to it than ``least`` (Douglas and Peucker, 1973)."""
    if len(points) < 3:
        return list(points)
    kept = {0, len(points) - 1}
    work = [(0, len(points) - 1)]
    while work:
        first, last = work.pop()
        between = range(first + 1, last)
        bends = [(_aside(points[n], points[first], points[last]), n) for n in between]
        bend, furthest = max(bends, default=(0.0, 0))
        if bend > least:
            kept.add(furthest)
            work += [(first, furthest), (furthest, last)]
    return [points[n] for n in sorted(kept)]


def _aside(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the stretch between two others."""
    wide, high = end[0] - start[0], end[1] - start[1]
    long = wide * wide + high * high
    along = ((point[0] - start[0]) * wide + (point[1] - start[1]) * high) / long if long else 0.0
    share = min(1.0, max(0.0, along))
    return hypot(point[0] - start[0] - share * wide, point[1] - start[1] - share * high)
