import pytest

from dateline.ledger.speakers.actors import (
    crowd,
    one_side,
    publisher,
    same_speaker,
    speaker,
    stands_for,
)

SAME = [
    ("the ethnic Armenian authorities in Nagorno-Karabakh", "Nagorno-Karabakh"),
    ("the Russian Defense Ministry", "Russia's Ministry of Defence"),
    ("Moscow", "Russia"),
    ("the Kremlin", "Kremlin"),
    ("Medinski", "Vladimir Medinsky"),
    ("gouverneur de la région", "the regional governor"),
    ("ministère de la Santé du Hamas", "the Gaza health ministry"),
    ("the Hamas-run health ministry", "Gaza's Ministry of Health"),
    ("the health ministry", "Gaza's health ministry"),
    ("l'armée israélienne", "the Israeli military"),
    ("RSF", "the Rapid Support Forces"),
    ("Volodymyr Zelensky", "President Volodymyr Zelenskyy"),
    ("Zelensky", "Ukrainian President Volodymyr Zelenskiy"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("regional governor", "the regional governor"),
    ("the U.S. State Department", "US State Department"),
    ("José Núñez", "Jose Nunez"),
    ("l'Organisation mondiale de la santé (OMS)", "the World Health Organization"),
    ("the WHO", "World Health Organisation"),
    ("Union européenne", "the EU"),
    ("le CICR", "the International Committee of the Red Cross"),
]
DIFFERENT = [
    ("Moscow", "the Kremlin"),
    ("Moscow", "the Russian foreign ministry"),
    ("the Kremlin", "the Russian foreign ministry"),
    ("Hamas", "the Gaza health ministry"),
    ("the health ministry", "Hamas"),
    ("the Israeli army", "the Sudanese army"),
    ("the Russian Defence Ministry", "the Ukrainian Defence Ministry"),
    ("Moscow", "Kyiv"),
    ("the mayor", "the governor"),
    ("Ana Gomez", "Luis Gomez"),
    ("the Security Council", "the United Nations"),
    ("the European Commission", "the European Union"),
    ("the interior ministry", "the defence ministry"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_speaker(a, b):
    assert same_speaker(a, b)
    assert same_speaker(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_speakers(a, b):
    assert not same_speaker(a, b)


@pytest.mark.parametrize("ministry", ["the Kremlin", "Russia's foreign ministry", "Russian police"])
def test_a_metonym_speaks_for_its_institutions_and_is_none_of_them(ministry):
    assert stands_for("Moscow", ministry)
    assert stands_for(ministry, "Moscow")
    assert not stands_for("Kyiv", ministry)
    assert one_side("Moscow", ministry)


def test_two_institutions_are_of_one_side_and_speak_for_themselves():
    assert one_side("the Kremlin", "Russia's foreign ministry")
    assert not stands_for("the Kremlin", "Russia's foreign ministry")
    assert not one_side("the Kremlin", "Ukraine's foreign ministry")
    assert not one_side("witnesses", "witnesses")


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


@pytest.mark.parametrize(
    ("agency", "body"),
    [("UN Flash Update", "United Nations"), ("WHO News", "World Health Organization"),
     ("Who We Are", None), ("Altheim News", None)],
)  # fmt: skip
def test_an_outlet_that_bears_a_bodys_name_speaks_for_it(agency, body):
    assert publisher(agency) == body
