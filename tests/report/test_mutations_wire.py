"""The gate at scale: every line of reports on the sample wire and on our own dispatches, and every
falsehood made of them; half of both from lines that are not verbatim.
"""

import pytest

from dateline.report.ground import ground

from .mutators import MUTATORS
from .pairs import dossiers, own_dispatches, sample_dispatches
from .test_mutations import CAUGHT, WRONGLY_REFUSED, Tally, good_lines
from .test_pairs import NAMES

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def tally(tmp_path_factory):
    made = Tally()
    taken = [*sample_dispatches(), *(d for name in NAMES for d in own_dispatches(name))]
    path = tmp_path_factory.mktemp("ledger") / "all.db"
    for dossier in dossiers(taken, f"sqlite:///{path}"):
        on = ground(dossier)
        for line in good_lines(dossier):
            made.take(line, dossier, on)
    return made


def test_falsehoods_are_refused(tally):
    shares = {kind: tally.share(kind) for kind in MUTATORS}
    assert min(shares.values()) >= CAUGHT, (shares, tally.passed)
    assert tally.caught.total() >= 0.99 * tally.tried.total(), tally.passed


def test_half_of_them_are_of_lines_that_are_not_verbatim(tally):
    reworded = sum(n for (_, verbatim), n in tally.tried.items() if not verbatim)
    assert tally.tried.total() >= 500
    assert reworded >= 0.4 * tally.tried.total()


def test_truths_pass(tally):
    assert tally.good.total() >= 300
    assert tally.good[False] >= 150
    assert tally.refused.total() <= WRONGLY_REFUSED * tally.good.total()
    assert tally.refused[False] <= WRONGLY_REFUSED * tally.good[False]
