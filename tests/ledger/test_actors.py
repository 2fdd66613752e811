import pytest

from dateline.ledger.actors import crowd, same_speaker, speaker

SAME = [
    ("the Russian Defense Ministry", "Russia's Ministry of Defence"),
    ("Moscow", "the Kremlin"),
    ("Moscow", "the Russian foreign ministry"),
    ("Volodymyr Zelensky", "President Volodymyr Zelenskyy"),
    ("Zelensky", "Ukrainian President Volodymyr Zelenskiy"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("regional governor", "the regional governor"),
    ("the U.S. State Department", "US State Department"),
    ("José Núñez", "Jose Nunez"),
]
DIFFERENT = [
    ("the Russian Defence Ministry", "the Ukrainian Defence Ministry"),
    ("Moscow", "Kyiv"),
    ("the mayor", "the governor"),
    ("Ana Gomez", "Luis Gomez"),
    ("the interior ministry", "the defence ministry"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_speaker(a, b):
    assert same_speaker(a, b)
    assert same_speaker(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_speakers(a, b):
    assert not same_speaker(a, b)


def test_nobody_equals_nobody():
    assert not same_speaker(None, None)


@pytest.mark.parametrize("name", ["", "'s", "…", "\u202eabc", "the", "president", "x" * 10_000])
def test_odd_names_have_keys(name):
    assert isinstance(speaker(name).key, str)


def test_crowds():
    assert crowd("local witnesses")
    assert not crowd("the mayor")
    assert not crowd(None)


def test_an_office_is_one_speaker_however_it_is_put():
    assert same_speaker("the governor of the region", "the regional governor")
    assert not same_speaker("the mayor of the city", "the regional governor")
