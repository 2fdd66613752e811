"""The map of a report, as values for the page's SVG. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin

from dateline.publish.event_kinds import PinKind, kind_of
from dateline.publish.labels import Box, Label, Wish, settle, shortened, width
from dateline.publish.map_background import background
from dateline.publish.map_view import HEIGHT, WIDTH, View, main_cluster, view_of
from dateline.publish.wording import count, join, shown
from dateline.records import Edition, Pin

_LETTER = 12.0
_LETTER_ON_PHONE = 22.0  # a phone draws the map at about half its size
_COUNTRY_LETTER = 14.0  # set in 12, spaced out
_LEAST_AREA_KM = 25.0  # a city is a place; anything wider is an area
_LEAST_AREA = 9.0  # units; a smaller circle would hide behind its own pin
_MANY_PINS = 40
_PIN = 11.0  # units across


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: a pin, or an area where only a wide one is known (``radius`` set).

    ``x`` and ``y`` say where it is drawn, ``at`` where it lies: pins that would cover each other
    are moved apart, and the page draws a line to their places.
    """

    name: str
    x: float
    y: float
    at: tuple[float, float]
    radius: float | None
    kind: PinKind
    pin: Pin


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A line of ``length`` units, which stands for ``km``."""

    km: int
    length: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that the template draws, in units of a drawing 720 wide.

    ``labels`` and ``phone_labels`` are the same names set in two sizes. ``beyond`` are places that
    the view leaves out.
    """

    height: float
    land: tuple[str, ...]
    borders: tuple[str, ...]
    countries: tuple[Label, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    phone_labels: tuple[Label, ...]
    kinds: tuple[PinKind, ...]
    bar: ScaleBar
    beyond: tuple[str, ...]
    says: str


def drawing_of(edition: Edition) -> Drawing | None:
    """The map, or None if the report names no place."""
    pins = list({pin.geonameid: pin for pin in reversed(edition.pins)}.values())[::-1]
    if not pins:
        return None
    near = main_cluster(pins)
    view = view_of([pin for pin in near if pin.precision_km < 400] or near)
    marks = _apart([_mark(pin, view) for pin in near[:_MANY_PINS]])
    under = background(view)
    return Drawing(
        height=view.height,
        land=under.land,
        borders=under.borders,
        countries=_countries(under.countries, marks, view.height),
        marks=marks,
        labels=_named(marks, _LETTER, 8, view.height),
        phone_labels=_named(marks, _LETTER_ON_PHONE, 14, view.height),
        kinds=tuple(sorted({mark.kind for mark in marks}, key=lambda kind: kind.order)),
        bar=_bar(view),
        beyond=tuple(shown(pin.name) for pin in pins if pin not in near),
        says=_in_words(marks),
    )


def _mark(pin: Pin, view: View) -> Mark:
    x, y = view.place(pin.lon, pin.lat)
    radius = view.length(pin.precision_km) if pin.precision_km >= _LEAST_AREA_KM else 0.0
    return Mark(
        name=shortened(shown(pin.name), 28),
        x=round(x, 1),
        y=round(y, 1),
        at=(round(x, 1), round(y, 1)),
        radius=round(min(radius, HEIGHT), 1) if radius >= _LEAST_AREA else None,
        kind=kind_of(pin.kind),
        pin=pin,
    )


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks with their pins moved apart, in turn, each as little as it must."""
    placed: list[Mark] = []
    for mark in marks:
        spots = [(mark.x, mark.y)] if mark.radius else _spots(*mark.at)
        pins = [one for one in placed if one.radius is None]
        free = (
            spot
            for spot in spots
            if all(hypot(spot[0] - one.x, spot[1] - one.y) >= _PIN for one in pins)
        )
        x, y = next(free, mark.at)
        placed.append(replace(mark, x=round(x, 1), y=round(y, 1)))
    return tuple(placed)


def _spots(x: float, y: float) -> list[tuple[float, float]]:
    """The place itself, then eight places around it, near and further."""
    turns = [n * pi / 4 for n in range(8)]
    around = [(x + r * cos(t), y + r * sin(t)) for r in (_PIN, 2 * _PIN) for t in turns]
    inside = [(a, b) for a, b in around if 0 <= a <= WIDTH and b >= 0]
    return [(x, y), *inside]


def _in_words(marks: Sequence[Mark]) -> str:
    names = [mark.name for mark in marks]
    if len(names) > 12:
        return f"Map with {count(len(names), 'place')}; the list beside it names them all"
    return f"Map of {join(names)}"


def _named(marks: Sequence[Mark], size: float, gap: float, height: float) -> tuple[Label, ...]:
    """Labels of pins first, then of areas, which can do without one most easily."""
    ordered = sorted(marks, key=lambda mark: mark.radius or 0)
    pins = [Box(m.x - 6, m.y - 6, m.x + 6, m.y + 6) for m in marks if m.radius is None]
    wishes = [
        Wish(m.name, m.x, m.y, gap if m.radius is None else 3, bool(m.radius)) for m in ordered
    ]
    frame = Box(4, 4, WIDTH - 4, height - 4)
    return tuple(label for label in settle(wishes, size, frame, pins) if label)


def _countries(wishes: Sequence[Wish], marks: Sequence[Mark], height: float) -> tuple[Label, ...]:
    """Names of countries where they hide no mark and repeat none."""
    named = {mark.name.upper() for mark in marks}
    free = [wish for wish in wishes if wish.text not in named]
    frame = Box(10, 10, WIDTH - 10, height - 30)
    found = settle(free, _COUNTRY_LETTER, frame, _kept_free(marks))
    return tuple(label for label in found if label)


def _kept_free(marks: Sequence[Mark]) -> list[Box]:
    """Around each mark, with room for its label."""
    return [Box(m.x - 10, m.y - 9, m.x + 14 + width(m.name, _LETTER), m.y + 9) for m in marks]


def _bar(view: View) -> ScaleBar:
    """The longest round distance under a quarter of the map's width."""
    fits = [km for km in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000) if view.length(km) < 180]
    km = max(fits, default=10)
    return ScaleBar(km, round(view.length(km), 1))
