"""Ordinary words of a rewriter's own, and those that nobody may have of his own."""

import pytest

from dateline.report.gate import check_text, judge
from dateline.report.ground import ground

from .factory import Copy, dossier
from .test_gate import line_on

TEXT = (
    "Aid groups in the north reported heavy losses of seed and cattle after the floods. "
    "The ministry rejected the plan for new dams on Tuesday, and the council could build a canal "
    "in spring. Nurses fled the hospital in Kelm after three of their colleagues died on Monday. "
    "Two people were killed and six hurt when a bomb went off in Arlo on Monday night."
)
ON = dossier([Copy(TEXT)])


def passes(text):
    return all(v.refusal is None for v in check_text(text, ON))


OWN = "Nurses abandoned the hospital in Kelm after three of their colleagues died on Monday."


def test_one_ordinary_word_among_many_is_let_through():
    assert passes(OWN)


@pytest.mark.parametrize(
    "text",
    [
        "Nurses returned to the hospital in Kelm after three of their colleagues died on Monday.",
        "Soldiers fled the hospital in Kelm after three of their colleagues died on Monday.",
        "Nurses burned the hospital in Kelm after three of their colleagues died on Monday.",
        "The ministry accepted the plan for new dams on Tuesday.",
        "The council will dig a canal in spring.",
        "Two people were killed and six hurt when a bomb went off in Arlo on Monday afternoon.",
    ],
)
def test_an_opposite_a_deed_or_other_people_are_not(text):
    assert not passes(text)


def test_our_own_lines_have_no_leeway():
    line, on = line_on(OWN, "Nurses fled", on=ON), ground(ON)
    assert judge(line, on, tolerant=True) is None
    assert judge(line, on) is not None
