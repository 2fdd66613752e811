"""Taking in a batch: in order of transmission, and what has no time goes with its neighbour."""

from .conftest import desk

DATED = "HALVEN, {day} MAR 90 (NORLA) -- [TEXT] THE MAYOR SAID {count} HOUSES HAD BURNT DOWN.\n"
UNDATED = "HALVEN, NO DATE (NORLA) -- [TEXT] [CONTINUED] THE MAYOR SAID NOBODY HAD BEEN HURT.\n"


def test_a_transmission_without_a_time_is_learnt_with_the_one_before_it(tmp_path):
    wire = tmp_path / "wire"
    wire.mkdir()
    (wire / "1.txt").write_text(DATED.format(day=3, count="TWO"))
    (wire / "2.txt").write_text(UNDATED)
    (wire / "3.txt").write_text(DATED.format(day=9, count="SIX"))
    with desk(tmp_path / "desk.db") as open_desk:
        taken = open_desk.ingest([str(wire)])
        learnt = {a.guid: a.learnt.day for claim in open_desk.claims() for a in claim.assertions}
        assert open_desk.ledger.latest().day == 9
    assert taken.added == 3
    assert learnt["2.txt"] == 3
