"""Placing labels in a drawing so that they hide neither each other nor the marks. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

_NARROW = 0.54  # mean width of a letter of a system sans-serif, in units of its size
_WIDE = 1.02  # Chinese, Japanese, Korean
_CAPITAL = 0.68


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """A label wanted beside a point, ``gap`` away from it; ``centred`` labels sit on the point."""

    text: str
    x: float
    y: float
    gap: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found its place. ``anchor`` is SVG's ``text-anchor``; y is the baseline."""

    text: str
    x: float
    y: float
    anchor: str


def width(text: str, size: float) -> float:
    """About how wide a text will be, in units of the drawing."""
    return size * sum(
        _WIDE if east_asian_width(one) in "WF" else _CAPITAL if one.isupper() else _NARROW
        for one in text
    )


def shortened(text: str, longest: int) -> str:
    """The text, or its beginning with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def settle(
    wishes: Sequence[Wish], size: float, frame: Box, taken: Iterable[Box]
) -> list[Label | None]:
    """A place for each label in turn, or None where every place is taken.

    Args:
        wishes: most important first.
        size: of the letters, in units of the drawing.
        frame: labels stay inside.
        taken: what must stay visible, such as the marks themselves.

    """
    full = list(taken)
    settled = []
    for wish in wishes:
        found = next(
            (
                (label, box)
                for label, box in _candidates(wish, size)
                if frame.holds(box) and not any(box.meets(other) for other in full)
            ),
            None,
        )
        settled.append(found[0] if found else None)
        full += [found[1]] if found else []
    return settled


def _candidates(wish: Wish, size: float) -> list[tuple[Label, Box]]:
    """Right, left, above, below; then the diagonals: the order in which map makers try them."""
    wide, x, y, gap = width(wish.text, size), wish.x, wish.y, wish.gap
    middle, above, below = y + size * 0.35, y - gap - size * 0.2, y + gap + size * 0.85
    if wish.centred:
        spots = [(x, middle, "middle"), (x, above, "middle"), (x, below, "middle")]
    else:
        spots = [
            (x + gap, middle, "start"),
            (x - gap, middle, "end"),
            (x, above, "middle"),
            (x, below, "middle"),
            (x + gap * 0.7, above, "start"),
            (x + gap * 0.7, below, "start"),
            (x - gap * 0.7, above, "end"),
            (x - gap * 0.7, below, "end"),
        ]
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}
    return [
        (
            Label(wish.text, round(left, 1), round(base, 1), anchor),
            Box(
                left - shift[anchor] - 2,
                base - size,
                left - shift[anchor] + wide + 2,
                base + size * 0.3,
            ),
        )
        for left, base, anchor in spots
    ]
