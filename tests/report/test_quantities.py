import pytest

from dateline.report.quantities import find


@pytest.mark.parametrize(
    ("text", "value", "hedge", "unit"),
    [
        ("nearly 9,000 soldiers", 9000, "nearly", None),
        ("at least twenty-one people", 21, "at least", None),
        ("about a dozen shops", 12, "about", None),
        ("two hundred and fifty thousand refugees", 250_000, "exact", None),
        ("$5 million in aid", 5_000_000, "exact", "dollar"),
        ("50 km from the border", 50, "exact", "km"),
        ("12 per cent of voters", 12, "exact", "percent"),
        ("more than 100 houses", 100, "more than", None),
        ("as many as 40 boats", 40, "up to", None),
        ("7.62 mm rounds", 7.62, "exact", "mm"),
        ("three thousand men", 3000, "exact", None),
    ],
)
def test_reads_numbers_in_digits_and_words(text, value, hedge, unit):
    first = find(text)[0]
    assert (first.value, first.hedge, first.unit) == (value, hedge, unit)


def test_vague_numbers_ordinals_and_fractions_have_a_kind_and_no_value():
    kinds = [q.kind for q in find("Dozens fled on the seventh day after a third of the town burnt")]
    assert kinds == ["dozens", "ordinal 7", "third"]
    assert all(q.value is None for q in find("dozens on the seventh day"))


def test_several_numbers_keep_their_own_nouns():
    first, second = find("498 soldiers and 1,597 horses")
    assert first.nouns[0] == "soldier"
    assert second.nouns[0] == "hors"


def test_begins_at_the_hedge():
    text = "killing at least a dozen people"
    assert text[find(text)[0].begins :].startswith("at least")
