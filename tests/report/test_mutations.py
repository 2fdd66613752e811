"""Falsified lines must be refused, true ones let through."""

import re
from collections import Counter

import pytest

from dateline.report import compose
from dateline.report.gate import judge
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts, line_of
from dateline.report.lines.spelling import Said

from .corpus import story
from .mutators import MUTATORS

CAUGHT = 0.97
WRONGLY_REFUSED = 0.02


def good_lines(on):
    """Every line that the room can make of a dossier: verbatim, edited, shortened, phrased."""
    laid_out = ground(on)
    edition = compose(on, None)
    found = []
    if edition:
        found = [edition.headline, *edition.standfirst, *(d.line for d in edition.disputes)]
        found += [line for section in edition.sections for line in section.lines]
    every, _ = drafts(laid_out)
    found += [line for d in every if (line := line_of(d, laid_out, Said()))]
    return list({line.text: line for line in found}.values())


def is_verbatim(line):
    """True if a line is word for word, case and punctuation apart, in what it cites."""
    flat = (re.sub(r"\W+", " ", text).strip().casefold()
            for text in (line.text, *(c.text for c in line.citations)))  # fmt: skip
    own, *cited = flat
    return any(own in text for text in cited)


class Tally:
    """Counts of falsehoods tried and caught, by kind and by whether the true line is verbatim."""

    def __init__(self):
        self.tried, self.caught = Counter(), Counter()
        self.good, self.refused, self.passed = Counter(), Counter(), []

    def take(self, line, on, laid_out, kinds=tuple(MUTATORS)):
        """Judge a true line and what every mutator makes of it."""
        verbatim = is_verbatim(line)
        self.good[verbatim] += 1
        self.refused[verbatim] += judge(line, laid_out) is not None
        for kind in kinds:
            for mutant, against in MUTATORS[kind](line, on):
                refusal = judge(mutant, laid_out if against is on else ground(against))
                self.tried[kind, verbatim] += 1
                self.caught[kind, verbatim] += refusal is not None
                if refusal is None:
                    self.passed.append((kind, mutant.text))

    def share(self, kind):
        """The share of one kind that was caught."""
        caught, tried = (sum(n[kind, v] for v in (True, False)) for n in (self.caught, self.tried))
        return caught / tried


@pytest.fixture(scope="module")
def on():
    return story()


@pytest.mark.parametrize("kind", sorted(MUTATORS))
def test_falsehoods_are_refused(kind, on):
    tally, laid_out = Tally(), ground(on)
    for line in good_lines(on):
        tally.take(line, on, laid_out, (kind,))
    assert tally.tried.total() >= 5
    assert tally.share(kind) >= CAUGHT, tally.passed


def test_true_lines_pass(on):
    laid_out = ground(on)
    lines = good_lines(on)
    refused = [r for line in lines if (r := judge(line, laid_out))]
    assert len(lines) >= 20
    assert len(refused) <= WRONGLY_REFUSED * len(lines), refused
