"""Which part of the world a map shows, and how degrees become units of the drawing. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from dateline.publish.event_kinds import kind_of
from dateline.publish.labels import Box
from dateline.records import Pin

WIDTH, HEIGHT = 720.0, 480.0
KM_PER_DEGREE = 111.2
_NEAR_KM = 1100.0  # places further apart than this belong on different maps
_MAIN_SHARE = 0.6  # a cluster is the map if it holds this share of the places
_POLAR = 84.0  # degrees; nothing is reported from beyond
_LEAST_SPAN = 4.0  # degrees of latitude; closer in, 1:50m outlines say nothing
_MARGIN = 0.2
_WIDEST_AREA_KM = 400.0  # a whole country's vagueness must not push the view out to the world


@dataclass(frozen=True, slots=True)
class View:
    """An equirectangular projection with its standard parallel in the middle of the view.

    ``window`` in degrees; its ``top`` is the southern edge. ``height`` of the drawing in its units.
    """

    window: Box
    scale: float
    squeeze: float
    height: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a position is drawn."""
        x = (lon - self.window.left) * self.squeeze * self.scale
        return x, self.height - (lat - self.window.top) * self.scale

    def length(self, km: float) -> float:
        """How long a distance is drawn."""
        return km / KM_PER_DEGREE * self.scale


def distance_km(a: Pin, b: Pin) -> float:
    """Great-circle distance (haversine formula), on a sphere of radius 6371 km."""
    la, lb = radians(a.lat), radians(b.lat)
    lift = sin((lb - la) / 2) ** 2
    turn = cos(la) * cos(lb) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(lift + turn)))


def main_cluster(pins: Sequence[Pin]) -> list[Pin]:
    """The places that one map can show together: the weightiest chain of neighbours, or all.

    A place where something happened weighs more than one that is only named.
    """
    left = list(pins)
    best: list[Pin] = []
    while left:
        cluster, work = [], [left.pop(0)]
        while work:
            here = work.pop()
            cluster.append(here)
            near = [one for one in left if distance_km(here, one) <= _NEAR_KM]
            left = [one for one in left if one not in near]
            work += near
        best = max(best, cluster, key=_weight)
    whole = _weight(best) < _MAIN_SHARE * _weight(pins)
    return [one for one in pins if whole or one in best]


def _weight(pins: Sequence[Pin]) -> int:
    return sum(1 if kind_of(one.kind) is kind_of("other") else 2 for one in pins)


def view_of(pins: Sequence[Pin]) -> View:
    """A view that holds the pins and their areas with a margin around, in the drawing's shape.

    Where that shape would reach beyond the poles, the drawing is lower.
    """
    reach = [min(one.precision_km, _WIDEST_AREA_KM) / KM_PER_DEGREE for one in pins]
    south = min(one.lat - r for one, r in zip(pins, reach, strict=True))
    north = max(one.lat + r for one, r in zip(pins, reach, strict=True))
    middle = min(70.0, max(-70.0, (south + north) / 2))
    squeeze = cos(radians(middle))
    west = min(one.lon - r / squeeze for one, r in zip(pins, reach, strict=True))
    east = max(one.lon + r / squeeze for one, r in zip(pins, reach, strict=True))
    tall = max(
        (north - south) * (1 + 2 * _MARGIN),
        (east - west) * squeeze * (1 + 2 * _MARGIN) * HEIGHT / WIDTH,
        _LEAST_SPAN,
    )
    tall = min(tall, 360.0 * squeeze * HEIGHT / WIDTH)
    wide = tall * WIDTH / HEIGHT / squeeze
    x, y = (west + east) / 2, (south + north) / 2
    bottom = max(y - tall / 2, min(-_POLAR, south - 1))
    top = min(y + tall / 2, max(_POLAR, north + 1))
    window = Box(x - wide / 2, bottom, x + wide / 2, top)
    scale = HEIGHT / tall
    return View(window, scale, squeeze, round((top - bottom) * scale, 1))
