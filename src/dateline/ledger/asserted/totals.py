"""A total and what was added: "26 of its troops were killed, taking its losses to 376". Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.ledger.asserted import populations
from dateline.records import Figure, Span

_ADDING = re.compile(
    r"\b(?:bring|tak|rais|push|lift|carry|portant|faisant)(?:ing)?\b[^.;]{0,110}\b(?:to|\u00e0)\s*$",
    re.IGNORECASE,
)
_REACH = 130
"""Characters before a total in which "taking ... to" may stand."""

_WHOLE = re.compile(
    r"\b(?:total|overall|since|depuis|so far|military|losses|war|conflict)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sum:
    """A total with the figure that was added to it. ``clause``: from "taking" on."""

    added: Figure
    total: Figure
    clause: Span
    whole: bool

    def before(self, sentence: Span) -> Span:
        """What stands in the sentence before the clause of the total."""
        return Span(sentence.start, self.clause.start)


def sums(figures: Sequence[Figure], text: str, sentence: Span) -> Sum | None:
    """The total that a sentence tells beside what was added to it; None if it tells none.

    ``figures`` are those of the sentence, in text order. ``whole``: it is a running toll, of more
    than one event.
    """
    for place, total in enumerate(figures[1:], 1):
        told = _ADDING.search(
            text, max(sentence.start, total.span.start - _REACH), total.span.start
        )
        if told is None or figures[place - 1].span.end > told.start():
            continue
        added = figures[place - 1]
        armed = populations.armed(added.population_key) or populations.armed(total.population_key)
        whole = armed or _WHOLE.search(told[0]) is not None
        return Sum(added, total, Span(told.start(), sentence.end), whole)
    return None
