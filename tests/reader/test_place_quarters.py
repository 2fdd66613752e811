"""Quarters, hotels and streets: by the town that the text or its dateline names."""

from dataclasses import replace

from dateline.reader.pipeline import read
from dateline.records import DatelineHead, Reading, Span
from tests.reader.pages import dispatch

from .test_places import _named


def test_a_hotel_in_a_town_is_there() -> None:
    assert "Cairo" in _named("A bomb went off in a Cairo hotel on Friday, police said.")


def test_a_quarter_is_by_a_town_of_the_text() -> None:
    text = "A Spanish lorry was burnt in San Salvador, in the Dolores neighborhood, by rebels."
    place = _named(text)["Dolores"]
    assert (place.country in ("SV", None), place.geonameid) == (True, None)
    near = _named("Police searched the Molenbeek neighbourhood of Brussels.")["Molenbeek"]
    assert near.country == "BE"


def test_a_quarter_is_by_the_town_of_the_dateline() -> None:
    head = DatelineHead(Span(0, 12), "SAN SALVADOR", None, None)
    text = "SAN SALVADOR - A Spanish lorry was burnt on the main road of Dolores neighborhood."
    (found,) = read([replace(dispatch(text), dateline=head)])
    assert isinstance(found, Reading)
    assert [p.geonameid for p in found.places if p.text == "Dolores"] == [None]
