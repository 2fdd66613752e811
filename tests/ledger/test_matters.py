"""Kinds of matter: war, disaster, election, sport, by words in either language."""

from collections import Counter

from dateline.ledger import lexicons
from dateline.ledger.speakers.actors import plain
from dateline.ledger.stories import matters
from dateline.ledger.stories.matters import countries, fit, ground, kinds, together

from .factory import dispatch, place, reading

WAR = "Shells fell on Kharkiv as troops fought. Rebels fired rockets at the Ukrainian garrison."
QUAKE = "The earthquake buried rescuers under rubble in Kharkiv."


def counted(text):
    return Counter(matters.WORD.findall(plain(text)))


def kinds_of(text):
    one = dispatch(text)
    return kinds(one, reading(one), counted(text))


def test_words_tell_the_kind_and_the_lead_counts_double():
    assert set(kinds_of(WAR)) == {"conflict"}
    assert set(kinds_of(QUAKE)) == {"disaster"}
    filler = "Nothing else was said. No more was known. "
    assert kinds_of(WAR)["conflict"] > kinds_of(filler + WAR)["conflict"]
    assert set(kinds_of("Des roquettes sont tombées, les combattants ont tiré.")) == {"conflict"}


def test_countries_come_from_places_and_from_words():
    one = dispatch(WAR)
    read = reading(one, place(one, "Kharkiv"))
    assert countries(one, read, counted(WAR)) == {"UA": 1}
    assert countries(one, reading(one), counted("Kenyan troops left Nairobi")) == {"KE": 2}


def test_ground_needs_both_and_leaves_out_what_is_only_mentioned():
    assert ground({"conflict": 8.0, "disaster": 1.0}, {"UA": 3}) == {"g conflict UA": 0.889}
    assert ground({"conflict": 8.0}, {}) == {}
    assert ground({"conflict": 1.0}, {"UA": 3}) == {}


def test_fit_needs_evidence_on_both_sides():
    assert fit({}, {"conflict": 9.0}) == 1.0
    assert fit({"conflict": 9.0}, {"conflict": 5.0}) == 1.0
    assert fit({"conflict": 1.0}, {"disaster": 9.0}) > fit({"conflict": 9.0}, {"disaster": 9.0})
    assert fit({"conflict": 9.0}, {"disaster": 9.0, "conflict": 4.0}) > 0.5


def test_a_long_dispatch_has_no_more_say_than_a_short_one():
    found = together([{"conflict": 5.0}, {"disaster": 500.0}])
    assert found == {"conflict": 5.0, "disaster": 5.0}


def test_the_words_are_as_they_are_looked_up():
    for words in lexicons.table("matters.toml").values():
        for word in words.split():
            assert matters.WORD.fullmatch(plain(word)), word
