"""Scoring verdicts on pairs of claims against pairs that were judged by hand.

A gold pair is ``{"a": {doc, start, end, measure}, "b": {...}, "verdict", "origin", "why"}``, with
offsets in code points; a ruling on its words counts, one that is on another kind of assertion only
if none is on the right one, and then not for its origin. ``measure`` is that of the figure (one
that is not closed is a guess at plain words, and fits any), or ``statement``, ``event``,
``control``, ``any`` of these three, or ``figure`` of whatever measure. ``a`` is the newer where one
supersedes the other, else either. ``origin`` null: not judged.
"""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from dateline.ledger import Ruling
from dateline.records import Assertion
from dateline.records.vocabulary import CORE_MEASURES

DATA = Path(__file__).parent.parent / "data" / "ledger"
VERDICTS = ("same", "supports", "contradicts", "supersedes", "not comparable")


def gold(name):
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def documents(pairs):
    return {end["doc"] for pair in pairs for end in (pair["a"], pair["b"])}


@dataclass
class Score:
    """Counts of (right verdict, given verdict); a pair that was not ruled on counts as wrong."""

    verdicts: Counter = field(default_factory=Counter)
    origins: Counter = field(default_factory=Counter)
    wrong: list = field(default_factory=list)

    @property
    def accuracy(self):
        return _right(self.verdicts)

    @property
    def origin(self):
        return _right(self.origins)

    def f1(self, verdict):
        said = sum(n for (_, given), n in self.verdicts.items() if given == verdict)
        true = sum(n for (right, _), n in self.verdicts.items() if right == verdict)
        return 2 * self.verdicts[verdict, verdict] / (said + true) if said + true else 0.0

    def __str__(self):
        each = ", ".join(f"{v} {self.f1(v):.3f}" for v in VERDICTS)
        return (
            f"accuracy {self.accuracy:.3f} of {self.verdicts.total()}, origin {self.origin:.3f} of "
            f"{self.origins.total()}; F1: {each}"
        )


def _right(counts):
    return sum(n for (right, given), n in counts.items() if right == given) / counts.total()


def score(pairs, rulings):
    by_docs = defaultdict(list)
    for ruling in rulings:
        by_docs[frozenset((ruling.a.guid, ruling.b.guid))].append(ruling)
    found = Score()
    for pair in pairs:
        ruling = most_fitting(pair, by_docs[frozenset((pair["a"]["doc"], pair["b"]["doc"]))])
        verdict = ruling.verdict if ruling else "none"
        found.verdicts[pair["verdict"], verdict] += 1
        if ruling and pair["origin"] and fit(pair, ruling, of_kind=True):
            found.origins[pair["origin"], ruling.origin] += 1
        if verdict != pair["verdict"]:
            found.wrong.append((pair, ruling))
    return found


def most_fitting(pair, rulings):
    """The ruling on the words of a gold pair; none if no ruling is on both."""
    ruling = max(rulings, key=lambda r: _rank(pair, r), default=None)
    return ruling if ruling is not None and fit(pair, ruling) else None


def _rank(pair, ruling: Ruling) -> tuple[bool, float, bool, bool]:
    """One of the right kinds of assertions before others; then by how well the words fit; of
    several rulings on the same words one of the very measures, and one that compares them.
    """
    measures = sorted(pair[end]["measure"] for end in ("a", "b"))
    exact = measures == sorted(x.about.measure for x in (ruling.a, ruling.b))
    fits = fit(pair, ruling, of_kind=True)
    best = fits or fit(pair, ruling)
    return (fits > 0.0, round(best, 3), exact, ruling.verdict != "not comparable")


def fit(pair, ruling: Ruling, *, of_kind=False) -> float:
    """How well the words fit. ``of_kind``: none if what was read there is of another kind."""
    ahead = _overlap(pair["a"], ruling.a, of_kind) * _overlap(pair["b"], ruling.b, of_kind)
    crossed = _overlap(pair["a"], ruling.b, of_kind) * _overlap(pair["b"], ruling.a, of_kind)
    if pair["verdict"] == "supersedes" == ruling.verdict:
        return ahead
    return max(ahead, crossed)


def straight(pair, ruling: Ruling) -> bool:
    """True if the ruling has the newer and the older as the gold pair has them."""
    return _overlap(pair["a"], ruling.a, False) * _overlap(pair["b"], ruling.b, False) > 0


def _kind_fits(measure: str, a: Assertion) -> bool:
    if measure in ("any", "figure"):
        return (a.kind == "figure") == (measure == "figure")
    if measure not in (
        *CORE_MEASURES,
        "statement",
        "event",
        "control",
    ):  # a plain word of the gold's: the reader may have another
        return a.kind == "figure"
    return a.about.measure == measure


def _overlap(end, a: Assertion, of_kind: bool) -> float:
    if a.guid != end["doc"] or (of_kind and not _kind_fits(end["measure"], a)):
        return 0.0
    shared = min(a.span.end, end["end"]) - max(a.span.start, end["start"])
    return max(0.0, shared / max(a.span.end - a.span.start, end["end"] - end["start"]))
