"""Who speaks takes the verb of one or of several."""

import pytest

from dateline.report.lines import speakers


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("activists in Kelm", "say"),
        ("Activists in Kelm", "say"),
        ("a military official and two residents", "say"),
        ("Orlo and the United Towns", "say"),
        ("residents of the city", "say"),
        ("the army", "says"),
        ("Vargas", "says"),
        ("Doctors Beyond Rivers", "says"),
        ("Ministry of Trade and the Sea", "says"),
        ("an office of the towns", "says"),
    ],
)
def test_verb_by_the_head_of_a_name(name, verb):
    assert speakers.verb(name) == verb
