"""The gate on text that an editor or a language model might write, against our own dispatches."""

import pytest

from .pairs import dossiers, merged, own_dispatches, pairs, sample_dispatches, wrong

PASSED = {
    "pairs_one": 0.96,
    "pairs_two": 0.95,
    "pairs_three": 0.94,
    "pairs_four": 0.89,
    "pairs_five": 0.81,
    "pairs_six": 0.96,
    "pairs_seven": 0.88,
    "pairs_eight": 0.81,
    "pairs_nine": 0.72,
}
"""At least this share of the good sentences passes; floors only go up. The last two were measured
before a rule was mended on them: 0.44 of the eighth, 0.49 of the ninth, of the bad 0.96 and 0.98.
"""

AMONG = {
    "pairs_one": 0.95, "pairs_two": 0.92, "pairs_three": 0.91, "pairs_four": 0.84,
    "pairs_five": 0.72, "pairs_six": 0.75, "pairs_eight": 0.72, "pairs_nine": 0.57,
}  # fmt: skip
"""The share that passes among many other dispatches, where it is another."""

REFUSED = 0.97
NAMES = tuple(PASSED)


def shares(of, on):
    good, bad = [p for p in of if p.good], [p for p in of if not p.good]
    amiss = wrong(of, on)
    passed = 1 - sum(p.good for p in amiss) / len(good)
    refused = 1 - sum(not p.good for p in amiss) / len(bad)
    return passed, refused, [f"{p.kind}: {p.text}" for p in amiss]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    taken = [d for name in NAMES for d in own_dispatches(name)]
    path = tmp_path_factory.mktemp("pairs") / "own.db"
    return merged(dossiers(taken, f"sqlite:///{path}"))


@pytest.mark.parametrize("name", NAMES)
def test_good_rewordings_pass_and_bad_ones_do_not(name, own):
    passed, refused, amiss = shares([p for p in pairs(name) if not p.sample], own)
    assert refused >= REFUSED, amiss
    assert passed >= PASSED[name], amiss


def test_there_are_enough_pairs():
    every = [p for name in NAMES for p in pairs(name)]
    assert sum(p.good for p in every) >= 150
    assert sum(not p.good for p in every) >= 150


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_among_many_other_dispatches_too(name, tmp_path):
    taken = [*own_dispatches(name), *sample_dispatches()]
    passed, refused, amiss = shares(
        pairs(name), merged(dossiers(taken, f"sqlite:///{tmp_path / 'all.db'}"))
    )
    assert refused >= REFUSED, amiss
    assert passed >= AMONG.get(name, PASSED[name]), amiss
