"""Charts of tolls: every speaker's figures over time as points and bounds, never joined. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import ceil, floor, log10

from dateline.publish.labels import Box, Label, Wish, settle, shortened
from dateline.publish.tolls import Question, as_said, speaker
from dateline.publish.wording import MONTHS, universal
from dateline.records import Toll

WIDTH, HEIGHT = 340.0, 210.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 16.0, 16.0, 182.0
_LETTER = 11.0
_STYLES = 5
_MOST_PANELS = 4
_MOST_POINTS = 24
_MOST = 1e12  # beyond this no count is meant
_APART = 15.0  # the least room between two points of one moment


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure. ``upper``/``lower`` are the ends of its bounds; ``open_top``/``open_bottom``
    mean that the words set no limit there. ``firm`` is false for hedged figures.
    """

    x: float
    y: float
    upper: float | None
    lower: float | None
    open_top: bool
    open_bottom: bool
    firm: bool
    style: int
    says: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A gridline with its words."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One question, in a 340 by 210 drawing."""

    about: str
    says: str
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    values: tuple[Tick, ...]
    times: tuple[Tick, ...]
    speakers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """A linear scale from nothing to ``top``, or a logarithmic one if figures lie far apart."""

    bottom: float
    top: float
    logarithmic: bool

    def y(self, value: float) -> float:
        if self.logarithmic:
            low, high = log10(self.bottom), log10(self.top)
            share = (log10(max(value, self.bottom)) - low) / (high - low)
        else:
            share = value / self.top
        return round(_BOTTOM - min(1.0, max(0.0, share)) * (_BOTTOM - _TOP), 1)


def panels(questions: Sequence[Question]) -> tuple[Panel, ...]:
    """A chart for each toll that has different answers, by two speakers or at two times."""
    drawn = (_panel(question) for question in questions if question.victims or question.disputed)
    return tuple([panel for panel in drawn if panel][:_MOST_PANELS])


def _panel(question: Question) -> Panel | None:
    tolls = [one for one in question.tolls if one.at and _level(one) is not None]
    tolls = sorted(tolls[:_MOST_POINTS], key=lambda one: (one.at, speaker(one)))
    if len({(speaker(one), one.at) for one in tolls}) < 2 or len(set(map(_level, tolls))) < 2:
        return None
    numbers = (_drawable(number) for one in tolls for number in (one.low, one.value, one.high))
    scale = _scale([number for number in numbers if number])
    speakers = {name: n % _STYLES for n, name in enumerate(dict.fromkeys(map(speaker, tolls)))}
    times = [universal(one.at) for one in tolls if one.at]
    dots = _spread(tuple(_dot(one, scale, times, speakers) for one in tolls))
    return Panel(
        about=question.about,
        says="; ".join(dot.says for dot in dots),
        dots=dots,
        labels=_labels(tolls, dots),
        values=_values(scale),
        times=_days(times),
        speakers=tuple((style, name) for name, style in speakers.items()),
    )


def _level(toll: Toll) -> float | None:
    """Where the point goes: the value, else the bound that the words give."""
    return next((n for n in (toll.value, toll.low, toll.high) if _drawable(n) is not None), None)


def _drawable(number: float | None) -> float | None:
    """The number if it is a plausible count; None for infinities and slips of reading."""
    return number if number is not None and 0 <= number <= _MOST else None


def _scale(numbers: Sequence[float]) -> _Scale:
    top, bottom = max(numbers, default=1.0), min(numbers, default=1.0)
    if top / max(bottom, 1.0) >= 20:
        return _Scale(10.0 ** floor(log10(max(bottom, 1.0))), top * 2, logarithmic=True)
    return _Scale(0.0, max(top * 1.2, 1.0), logarithmic=False)


def _dot(toll: Toll, scale: _Scale, times: Sequence[datetime], speakers: dict[str, int]) -> Dot:
    at = universal(toll.at) if toll.at else times[0]
    low, high = _drawable(toll.low), _drawable(toll.high)
    bounded = (low, high) != (toll.value, toll.value)
    return Dot(
        x=_x(at, times),
        y=scale.y(_level(toll) or 0.0),
        upper=scale.y(high) if bounded and high is not None else None,
        lower=scale.y(low) if bounded and low is not None else None,
        open_top=low is not None and high is None,
        open_bottom=high is not None and low is None,
        firm=toll.hedge == "exact",
        style=speakers[speaker(toll)],
        says=f"{speaker(toll)}: {as_said(toll)}",
    )


def _x(at: datetime, times: Sequence[datetime]) -> float:
    first, last = min(times), max(times)
    if first == last:
        return round((_LEFT + WIDTH - _RIGHT) / 2, 1)
    inner_left, inner_right = _LEFT + 14, WIDTH - _RIGHT - 14
    return round(inner_left + (at - first) / (last - first) * (inner_right - inner_left), 1)


def _spread(dots: tuple[Dot, ...]) -> tuple[Dot, ...]:
    """Move points that would cover each other aside, so that each can be seen."""
    placed: list[Dot] = []
    for dot in dots:
        x = dot.x
        while any(abs(x - o.x) < _APART * 0.7 and abs(dot.y - o.y) < _APART * 0.6 for o in placed):
            x += _APART * 0.75
        placed.append(replace(dot, x=min(round(x, 1), WIDTH - 8)))
    return tuple(placed)


def _labels(tolls: Sequence[Toll], dots: Sequence[Dot]) -> tuple[Label, ...]:
    """A speaker's figure in its own words, beside the point where it was last given."""
    taken = [
        Box(
            dot.x - 5,
            dot.y - (21 if dot.open_top else 5),
            dot.x + 5,
            dot.y + (21 if dot.open_bottom else 5),
        )
        for dot in dots
    ]
    last = {dot.says: (toll, dot) for toll, dot in zip(tolls, dots, strict=True)}
    wishes = [Wish(shortened(as_said(toll), 22), dot.x, dot.y, 9) for toll, dot in last.values()]
    frame = Box(_LEFT, 0, WIDTH, _BOTTOM)
    return tuple(label for label in settle(wishes, _LETTER, frame, taken) if label)


def _values(scale: _Scale) -> tuple[Tick, ...]:
    if scale.logarithmic:
        powers = range(round(log10(scale.bottom)), floor(log10(scale.top)) + 1)
        between = (1, 2, 5) if len(powers) <= 2 else (1,)
        steps = [m * 10.0**p for p in powers[:: ceil(len(powers) / 6)] for m in between]
        steps = [step for step in steps if step <= scale.top]
    else:
        size = 10.0 ** floor(log10(scale.top))
        step = next(s for s in (size / 5, size / 2, size, size * 2) if scale.top / s <= 5)
        step = max(1.0, step)
        steps = [step * n for n in range(int(scale.top / step) + 1)]
    return tuple(Tick(scale.y(step), f"{step:,.0f}") for step in steps)


def _days(times: Sequence[datetime]) -> tuple[Tick, ...]:
    """Each day's beginning if there are few days, else the first and the last moment."""
    first, last = min(times), max(times)
    midnight = datetime(first.year, first.month, first.day, tzinfo=UTC)
    days = [midnight + timedelta(days=n) for n in range((last - midnight).days + 2)]
    inside = [day for day in days if first <= day <= last]
    if not 1 <= len(inside) <= 5:
        inside = sorted({first, last})
    if first.date() == last.date() and last != midnight:
        return tuple(Tick(_x(at, times), f"{at:%H:%M}") for at in sorted({first, last}))
    return tuple(Tick(_x(day, times), f"{day.day} {MONTHS[day.month - 1][:3]}") for day in inside)
