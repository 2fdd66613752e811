"""Falsified lines must be refused, true ones let through."""

import pytest

from dateline.report import compose
from dateline.report.gate import judge
from dateline.report.ground import ground
from dateline.report.lines.absolute import Said
from dateline.report.lines.drafts import drafts, line_of

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


@pytest.fixture(scope="module")
def on():
    return story()


@pytest.fixture(scope="module")
def lines(on):
    return good_lines(on)


@pytest.mark.parametrize("kind", sorted(MUTATORS))
def test_falsehoods_are_refused(kind, on, lines):
    grounds = {id(on): (on, ground(on))}
    passed, tried = [], 0
    for line in lines:
        for mutant, against in MUTATORS[kind](line, on):
            _, laid_out = grounds.setdefault(id(against), (against, ground(against)))
            tried += 1
            if judge(mutant, laid_out) is None:
                passed.append(mutant.text)
    assert tried >= 5
    assert len(passed) <= (1 - CAUGHT) * tried, passed


def test_true_lines_pass(on, lines):
    laid_out = ground(on)
    refused = [r for line in lines if (r := judge(line, laid_out))]
    assert len(lines) >= 20
    assert len(refused) <= WRONGLY_REFUSED * len(lines), refused
