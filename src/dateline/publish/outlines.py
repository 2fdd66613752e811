"""Country outlines, cut to a view. The data is Natural Earth's, see ``tools/vendor_map.py``."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from dateline.publish.labels import Box

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y in a drawing."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A ring or a stretch of border, and the box around it in degrees (top: its southern edge)."""

    country: str
    points: tuple[Point, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class World:
    """``rings`` are the outlines of land areas, ``borders`` the lines where two countries meet."""

    rings: tuple[Shape, ...]
    borders: tuple[Shape, ...]


@cache
def world() -> World:
    """All outlines, in degrees."""
    stored = json.loads(files("dateline.publish").joinpath("assets/outlines.json").read_text())
    arcs = [_walked(arc, stored["units_per_degree"]) for arc in stored["arcs"]]
    rings = []
    owners: Counter[int] = Counter()
    for country in stored["countries"]:
        used = set()
        for polygon in country["polygons"]:
            rings += _shapes(country["name"], _ring(polygon[0], arcs))
            used |= {number if number >= 0 else ~number for ring in polygon for number in ring}
        owners.update(used)
    shared = [number for number, owned in sorted(owners.items()) if owned > 1]
    return World(tuple(rings), tuple(_shape("", arcs[number]) for number in shared))


def _walked(steps: list[int], units: int) -> list[Point]:
    points = []
    x = y = 0
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / units, y / units))
    return points


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A negative number means that arc backwards; arcs share their end points (TopoJSON 2.1.4)."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _shapes(country: str, ring: list[Point]) -> list[Shape]:
    """The ring; one that crosses the 180th meridian is drawn on either side of the map."""
    unrolled = [ring[0]]
    for lon, lat in ring[1:]:
        turns = round((unrolled[-1][0] - lon) / 360)
        unrolled.append((lon + 360 * turns, lat))
    shape = _shape(country, unrolled)
    beyond = 360 * (shape.box.right > 180) - 360 * (shape.box.left < -180)
    if not beyond:
        return [shape]
    return [shape, _shape(country, [(lon - beyond, lat) for lon, lat in unrolled])]


def _shape(country: str, points: list[Point]) -> Shape:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(country, tuple(points), Box(min(xs), min(ys), max(xs), max(ys)))


def cut_ring(points: Iterable[Point], view: Box) -> list[Point]:
    """The part of a ring inside a rectangle (Sutherland and Hodgman, 1974)."""
    edges: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, view.left, float.__ge__),
        (0, view.right, float.__le__),
        (1, view.top, float.__ge__),
        (1, view.bottom, float.__le__),
    )
    ring = list(points)
    for axis, limit, within in edges:
        ring = list(_cut(ring, axis, limit, within))
    return ring


def _cut(
    ring: list[Point], axis: int, limit: float, within: Callable[[float, float], bool]
) -> Iterator[Point]:
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        inside, next_inside = within(here[axis], limit), within(there[axis], limit)
        if inside:
            yield here
        if inside != next_inside:
            share = (limit - here[axis]) / (there[axis] - here[axis])
            yield (
                here[0] + share * (there[0] - here[0]),
                here[1] + share * (there[1] - here[1]),
            )


def cut_line(points: tuple[Point, ...], view: Box) -> Iterator[list[Point]]:
    """The stretches of a line that come near the view."""
    run: list[Point] = []
    for here, there in pairwise(points):
        step = Box(
            min(here[0], there[0]), min(here[1], there[1]),
            max(here[0], there[0]), max(here[1], there[1]),
        )  # fmt: skip
        if step.meets(view) or view.holds(step):
            run = run or [here]
            run.append(there)
        elif run:
            yield run
            run = []
    if run:
        yield run
