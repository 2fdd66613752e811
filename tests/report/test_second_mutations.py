"""Falsehoods by the second mutators: of every line of our own report, and of true rewordings."""

from collections import Counter
from dataclasses import replace
from functools import partial

import pytest

from dateline.report.gate import checker, judge
from dateline.report.ground import ground

from .corpus import story
from .pairs import dossiers, merged, own_dispatches, pairs, sample_dispatches
from .second_mutators import FALSIFIERS
from .test_mutations import CAUGHT, WRONGLY_REFUSED, good_lines, is_verbatim
from .test_pairs import NAMES

OVERALL = 0.99
FEW = 30  # falsehoods of a kind below which its share says little


class Tally:
    """How many falsehoods of each kind were told, and which were believed."""

    def __init__(self):
        self.tried, self.passed = Counter(), []

    def take(self, text, filed, refused):
        for kind, falsify in FALSIFIERS.items():
            for told in {*falsify(text, filed)} - {text}:
                self.tried[kind] += 1
                if not refused(told):
                    self.passed.append((kind, told))

    def holds(self):
        believed = Counter(kind for kind, _ in self.passed)
        enough = {kind: n for kind, n in self.tried.items() if n >= FEW}
        assert all(believed[kind] <= (1 - CAUGHT) * n for kind, n in enough.items()), self.passed
        assert len(self.passed) <= (1 - OVERALL) * self.tried.total(), self.passed


def _refused(line, laid_out, text):
    return judge(replace(line, text=text), laid_out)


def of_lines(every):
    """The falsehoods made of every line of some dossiers, and counts of lines and refused ones."""
    tally, counts = Tally(), Counter()
    for on in every:
        laid_out, by = ground(on), {f.dispatch.guid: f for f in on.filed}
        for line in good_lines(on):
            refusal = judge(line, laid_out)
            counts["lines"] += 1
            counts["reworded"] += not is_verbatim(line)
            counts["refused"] += refusal is not None
            if refusal is None:
                filed = [by[c.guid] for c in line.citations]
                tally.take(line.text, filed, partial(_refused, line, laid_out))
    return tally, counts


def test_falsehoods_about_a_story_are_refused():
    tally, _ = of_lines([story()])
    assert tally.tried.total() > 100
    assert len(tally.passed) <= (1 - CAUGHT) * tally.tried.total(), tally.passed


@pytest.mark.long
def test_falsehoods_made_of_lines_are_refused(tmp_path):
    taken = [*sample_dispatches(), *(d for name in NAMES for d in own_dispatches(name))]
    tally, counts = of_lines(dossiers(taken, f"sqlite:///{tmp_path / 'all.db'}"))
    assert counts["refused"] <= WRONGLY_REFUSED * counts["lines"]
    tally.holds()


@pytest.mark.long
def test_falsehoods_made_of_rewordings_are_refused(tmp_path):
    taken = [d for name in NAMES for d in own_dispatches(name)]
    on = merged(dossiers(taken, f"sqlite:///{tmp_path / 'own.db'}"))
    by = {f.dispatch.guid: f for f in on.filed}

    check = checker(on)

    def refused(text):
        return any(v.refusal for v in check(text))

    tally = Tally()
    for pair in (p for name in NAMES for p in pairs(name)):
        if pair.good and not pair.sample and not refused(pair.text):
            tally.take(pair.text, [by[pair.doc]], refused)
    tally.holds()
