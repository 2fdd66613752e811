"""How much news a sentence has, and how well it stands alone, by models learnt from sentences that
editors judged. Pure.

Three linear models over plain signs, with weights of ``tools/train_lines.py`` in ``lexicon/``: the
news value of a sentence (0 to 3), how likely it leans on what was said before it, and on which
earlier sentence. They were learnt from English copy and judge no other.
"""

import math
from dataclasses import replace

from dateline.report import lexicons
from dateline.report.choosing import antecedents, leaning_signs, value_signs
from dateline.report.choosing.course import course
from dateline.report.lines.drafts import Draft

VALUE, LEANING, CLEARING = "news_value", "leaning", "clearing"
"""The lists of weights."""

LANGUAGE = "en"
HIGHEST = 3.0
TELLING = 0.05
"""Odds under which an earlier sentence is left out of account."""


def judged(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts with what the models say of them, in their order."""
    sheets = {d.sheet.order: d.sheet for d in drafts if d.sheet.reading.language == LANGUAGE}
    made: dict[tuple[int, int], Draft] = {}
    for order in sheets:
        made |= {d.place: d for d in _judged([d for d in drafts if d.sheet.order == order])}
    return tuple(made.get(d.place, d) for d in drafts)


def _judged(drafts: list[Draft]) -> list[Draft]:
    """The drafts of one dispatch, judged."""
    whole = course(drafts[0].sheet)
    offered = antecedents.offers(drafts[0].sheet)
    made = []
    for draft in drafts:
        leaning = leaning_signs.signs(draft, whole)
        value = weigh(value_signs.signs(draft, whole), VALUE)
        odds = weigh(leaning, LEANING)
        want = antecedents.wants(draft)
        near = antecedents.candidates(draft.index, whole.opening)
        scores = {at: weigh(antecedents.signs(want, at, offered, whole), CLEARING) for at in near}
        scores[-1] = weigh(antecedents.nothing(want, leaning), CLEARING)
        made.append(
            replace(
                draft,
                worth=min(HIGHEST, max(0.0, value)),
                stumbles=1 / (1 + math.exp(-odds)),
                clears=_shares(scores),
            )
        )
    return made


def weigh(signs: dict[str, float], name: str) -> float:
    """The sum of some signs by the weights of a list."""
    weights = lexicons.weights(name)
    return sum(value * weights.get(sign, 0.0) for sign, value in signs.items())


def _shares(scores: dict[int, float]) -> tuple[tuple[int, float], ...]:
    """How likely each earlier sentence is what is leant on, likeliest first (softmax); -1 for none
    of them is left out.
    """
    most = max(scores.values())
    raised = {at: math.exp(score - most) for at, score in scores.items()}
    total = sum(raised.values())
    shares = [(at, part / total) for at, part in raised.items() if at >= 0]
    return tuple(sorted((s for s in shares if s[1] >= TELLING), key=lambda s: (-s[1], s[0])))
