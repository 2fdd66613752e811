"""What is weighed beside the rules, and what is compared beside the assertions."""

import pytest

from dateline.ledger import assertions
from dateline.ledger.asserted.rest import rest
from dateline.ledger.verdicts.considering import consider
from dateline.ledger.verdicts.learnt_verdicts import VERDICTS, possible
from dateline.records import Filed

from .factory import dispatch, figure, on, place, reading, statement


def beside(text, *found):
    """The words, kinds, measures and numbers of what is compared beside the assertions."""
    one = dispatch(text)
    read = reading(one, *(f(one) for f in found))
    known = assertions(one, read)
    return [
        (a.text, a.about.measure, a.value, a.low) for a in rest(Filed(one, read), known)
    ]  # fmt: skip


def test_a_sentence_in_which_nobody_is_quoted_is_compared_too():
    said = beside(
        "The mayor said the bridge was hit. A flag is back on the district office.",
        lambda one: statement(one, "the bridge was hit", by="mayor"),
    )
    assert ("A flag is back on the district office", "statement", None, None) in said
    assert not any("bridge was hit" in text for text, *_ in said)


@pytest.mark.parametrize(
    ("text", "measure", "value", "low"),
    [
        ("The agency has raised its own count of the dead to 92.", "killed", 92.0, None),
        ("The group says at least 22 were detained.", "held", None, 22.0),
        ("Eleven were killed at the gate.", "killed", 11.0, None),
    ],
)
def test_a_number_that_no_figure_was_read_from_is_a_count(text, measure, value, low):
    assert (measure, value, low) in [(m, v, x) for _, m, v, x in beside(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died in 2019 at the age of 40.",
        "The dead lay 12 km from the town.",
        "Of the dead, 14% were never named.",
        "The F-16 killed nobody for 3 days.",
    ],
)
def test_a_date_a_distance_or_a_share_is_no_count(text):
    numbers = {v for _, m, v, _ in beside(text) if m != "statement"}
    assert numbers.isdisjoint({2019.0, 40.0, 12.0, 14.0, 16.0, 3.0})


def test_a_number_that_was_read_is_not_counted_twice():
    found = beside("At dawn 14 people were killed.", lambda one: figure(one, "14 people", value=14))
    assert [m for _, m, *_ in found if m != "statement"] == []


@pytest.mark.parametrize(
    ("sign", "out"),
    [
        ("numbers equal", {"contradicts", "supersedes"}),
        ("numbers alike", {"contradicts"}),
        ("numbers meet", {"contradicts", "same"}),
        ("numbers part", {"same"}),
    ],
)
def test_numbers_rule_verdicts_out(sign, out):
    assert set(possible({sign: 1.0})) == set(VERDICTS) - out


def judged(*told):
    """Rulings on tolls of one raid, each of a count, a speaker and an agency."""
    filed = []
    for at, (count, by, agency) in enumerate(told):
        text = f"{count} people were killed in the raid on Kharkiv on 2 March, {by} said."
        one = dispatch(text, f"{agency}:1", agency=agency, at=float(at))
        read = reading(
            one,
            figure(one, f"{count} people", value=count, place=place(one, "Kharkiv"), when=on(2),
                   source_name=by),
        )  # fmt: skip
        filed.append(Filed(one, read))
    known = [a for f in filed for a in assertions(f.dispatch, f.reading)]
    return [
        r
        for r in consider(known, {}, filed)
        if r.a.kind == r.b.kind == "figure" and r.a.guid != r.b.guid
    ]


def test_two_sides_that_give_unequal_tolls_of_one_raid_contradict_each_other():
    (found,) = judged((21, "the Kremlin", "Alba"), (58, "Ukraine's army", "Meridian"))
    assert (found.verdict, found.origin) == ("contradicts", "several")


def test_what_is_weighed_is_never_a_dispute_over_equal_numbers():
    (found,) = judged((21, "the Kremlin", "Alba"), (21, "Ukraine's army", "Meridian"))
    assert found.verdict in ("same", "supports", "not comparable")
