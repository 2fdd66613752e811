"""What turns against a line stands below it, or the line goes."""

import pytest

from dateline.report import compose
from dateline.report.choosing import completing
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier

NEWS = "At least 21 people were killed on Wednesday when a bomb exploded in Kelm, Ana Ruiz said. "
CLAIM = "A flag of the Blue Column was found beside the burned car in Kelm. "


def first(text):
    """The draft of the first sentence of a text."""
    return drafts(ground(dossier([Copy(text).name("Ana Ruiz")])))[0][0]


@pytest.mark.parametrize(
    "after",
    [
        "However, the army has not reported the attack.",
        "The army, however, has not reported the attack.",
        "But the army said only two were killed.",
        "Nevertheless, the army said only two were killed.",
        "It has not been determined yet whether the dead were soldiers.",
        "It is not known who placed the bomb.",
        "The army denied the report.",
        "The governor said that the claim is totally false.",
        "\n\nThe army rejected this.",
    ],
)
def test_a_sentence_that_takes_something_back_is_a_turn(after):
    assert completing.turned(first(NEWS + after)) is not None


@pytest.mark.parametrize(
    "after",
    [
        "The army said that two bridges were closed.",
        "The harbour of Kelm was closed, but the road is open.",
        "The minister denied that he will resign.",
        "Nobody was arrested.",
        "\n\nIt is not known who placed the bomb.",
        "",
    ],
)
def test_another_sentence_is_none(after):
    assert completing.turned(first(NEWS + after)) is None


def printed(text):
    copy = Copy(text).name("Ana Ruiz").place("Kelm", 1)
    copy.figure("21 people", "killed", 21, population="people", place=None)
    edition = compose(dossier([copy]), None)
    assert edition is not None
    return [x.text for x in (*edition.standfirst, *(y for s in edition.sections for y in s.lines))]


def test_a_doubt_stands_right_below_what_it_doubts():
    doubt = "It has not been determined whether the flag belonged to the attackers."
    lines = printed(NEWS + CLAIM + doubt)
    assert [line for line in lines if "determined" in line]
    at = next(i for i, line in enumerate(lines) if "flag of the Blue Column" in line)
    assert "determined" in lines[at + 1]


def test_what_is_misleading_without_its_doubt_is_not_printed_alone():
    doubt = "It has not been determined whether the flag belonged to [words indistinct]."
    lines = printed(NEWS + CLAIM + doubt)
    assert not [line for line in lines if "Blue Column" in line]
