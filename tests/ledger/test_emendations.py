"""Corrections that are only a note: what they ask to be read otherwise is withdrawn."""

from dataclasses import replace

import pytest

from dateline.ledger.asserted.emendations import emendations, number
from dateline.records import Dispatch, Reference, Span

from .factory import dispatch as made
from .factory import figure, hours, keep, place, reading, toll

OTHER = (Reference(guid="alba:1"),)


def note(text, guid="alba:c", at=4.0, **fields):
    one = made(text, guid, at=at, signal="correction", objects=OTHER, **fields)
    return one, reading(one)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In NRL0411, in first paragraph, please read 12 people killed instead of 21.",
         [("12 people killed", "21")]),
        ('In ORAN-FERRY, in para 2 read "104 people" instead of "140 people".',
         [("104 people", "140 people")]),
        ("ORAN-FERRY: In para 1, read 85 (sted 58).", [("85", "58")]),
        ("Prière de lire au premier paragraphe 12 morts au lieu de 21.", [("12 morts", "21")]),
        ("Rectificatif: dans LYON, lire bien 12 morts (et non 21).", [("12 morts", "21")]),
        ("Bien lire dans le premier paragraphe : 12 morts, et non 21.", [("12 morts", "21")]),
        ("Bien lire 12 morts.", [("12 morts", None)]),
        ("Au lieu de 21 morts, lire 12 morts.", [("12 morts", "21 morts")]),
        ("Instead of 21 please read 12 in the first paragraph.", [("12", "21")]),
        ("Veuillez lire «12 blessés» au lieu de «21 blessés» dans le titre.",
         [("12 blessés", "21 blessés")]),
        ("Prière de lire bien 1.200 déplacés et non 12.000 au deuxième paragraphe.",
         [("1.200 déplacés", "12.000")]),
        ("read 12 (instead of 21) in para 1 and 30 (instead of 40) in para 2",
         [("12", "21"), ("30", "40")]),
        ("Please read in the second paragraph Karim Belhadj (not Belhaj).",
         [("Karim Belhadj", "Belhaj")]),
        ("Replace 1,200 by 1,300 in the third paragraph.", [("1,300", "1,200")]),
        ("The toll is 12, not 21.", [("12", "21")]),
        ("Please read the first paragraph as follows: a shell killed many.", []),
    ],
)  # fmt: skip
def test_what_a_note_asks_for(text, found):
    one = note(text)[0]
    assert [(e.words, e.wrong) for e in emendations(one)] == found
    for e in emendations(one):
        assert one.text[e.right.start : e.right.end] == e.words
        assert e.note.contains(e.right)


@pytest.mark.parametrize("objects", [(), (Reference(guid="alba:c"),)])
def test_news_and_corrected_texts_ask_for_nothing(objects):
    one = note("Please read 12 people killed instead of 21.")[0]
    assert emendations(replace(one, signal="lead", objects=objects)) == ()
    whole = (
        f"{one.text}\nShelling of Kharkiv on 2 March hit the market square and killed 12 people."
    )
    assert emendations(replace(one, text=whole, objects=objects)) == ()
    assert emendations(replace(one, objects=objects)) != ()


@pytest.mark.parametrize(
    ("words", "value"),
    [("12 people", 12), ("twelve", 12), ("douze morts", 12), ("1,200", 1200), ("1.200", 1200),
     ("2.5 percent", 2.5), ("twenty-one", None), ("vingt et un", None), ("a dozen", None),
     ("Belhadj", None)],
)  # fmt: skip
def test_numbers(words, value):
    assert number(words) == value


def statuses(ledger):
    return {(a.text, a.withdrawn is None) for c in ledger.claims() for a in c.assertions}


def told(ledger):
    (story,) = ledger.stories()
    return ledger.dossier(story.id, as_of=hours(9), now=hours(9)).notices


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In alba:1 please read 23 people killed instead of 32.", "23 people killed"),
        ("Dans alba:1, lire bien 23 (et non 32).", "23"),
        ("Dans alba:1, prière de lire 23 killed au lieu de 32 killed.", "23 killed"),
    ],
)
def test_the_wrong_figure_goes_and_the_right_one_is_its_speakers(ledger, text, words, first):
    pairs = [toll(32, by="the governor"), note(text)]
    for pair in pairs if first else reversed(pairs):
        keep(ledger, pair)
    assert statuses(ledger) == {("32", False), (words, True)}
    (right,) = [a for c in ledger.claims() for a in c.assertions if a.text == words]
    assert (right.by, right.value, right.about.place) == ("the governor", 23, "Kharkiv")
    (one,) = told(ledger)
    assert (one.guid, one.old, one.new) == ("alba:1", "32", words)
    assert one.text == "Alba corrected a dispatch: 23 people killed, not 32."
    assert ledger.verify() == ()


def test_every_mention_of_the_wrong_figure_goes_and_no_other(ledger):
    text = "Shelling of Kharkiv killed 32 people. The 32 killed were traders. It hurt 32 people."
    one = made(text)
    second = Span(text.index("32 killed"), text.index("32 killed") + 2)
    last = Span(text.rindex("32"), text.rindex("32") + 2)
    count = figure(one, "32", value=32, place=place(one, "Kharkiv"), population="people")
    hurt = replace(count, measure="injured", span=last)
    keep(ledger, (one, reading(one, count, replace(count, span=second), hurt)))
    keep(ledger, note("In alba:1 please read 23 killed instead of 32 killed."))
    gone = {a.span.start for c in ledger.claims() for a in c.assertions if a.withdrawn}
    assert gone == {count.span.start, second.start}


def test_the_hedge_stays_with_the_figure(ledger):
    keep(ledger, toll(32, figures={"value": None, "low": 32, "high": None, "hedge": "at least"}))
    keep(ledger, note("In alba:1 read 23 instead of 32."))
    (right,) = [a for c in ledger.claims() for a in c.assertions if not a.withdrawn]
    assert (right.value, right.low, right.high, right.hedge) == (None, 23, None, "at least")


def test_a_day_that_is_corrected_counts_nobody(ledger):
    keep(ledger, toll(5, by="the governor"))
    keep(ledger, note("In alba:1 read 4 March instead of 5 March."))
    assert statuses(ledger) == {("5", True)}
    (one,) = told(ledger)
    assert one.wrong == ("5 March",)


def test_a_name_that_is_corrected_is_told_and_barred(ledger):
    keep(ledger, toll(5, by="the governor"))
    keep(ledger, note("In alba:1 please read Karim Belhadj instead of Karim Belhaj."))
    (one,) = told(ledger)
    assert one.wrong == ("Karim Belhaj",)
    assert one.text == "Alba corrected a dispatch: “Karim Belhadj”, not “Karim Belhaj”."


def test_what_another_agency_says_still_contradicts_the_right_figure(ledger):
    keep(ledger, toll(32, by="the governor"))
    keep(ledger, toll(90, guid="brio:1", agency="Brio", at=1, by="the rebels"))
    keep(ledger, note("In alba:1 read 23 instead of 32."))
    disputed = {a.text for c in ledger.claims(disputed=True) for a in c.assertions}
    assert disputed == {"23", "90"}


def test_a_killed_note_leaves_the_wrong_figure_withdrawn(ledger):
    keep(ledger, toll(32, by="the governor"))
    keep(ledger, note("In alba:1 read 23 instead of 32."))
    keep(ledger, (made("KILL", "alba:k", at=6, signal="kill", objects=(Reference(guid="alba:c"),)),
                  reading(made("KILL", "alba:k"))))  # fmt: skip
    assert ("32", True) not in statuses(ledger)


def test_reading_again_keeps_what_a_note_put_right(ledger, memory):
    pairs = [toll(32, by="the governor"), note("In alba:1 read 23 people killed instead of 32.")]
    for pair in pairs:
        keep(ledger, pair)
        keep(memory, (pair[0], replace(pair[1], reader="newer")))
    for order in (pairs, pairs[::-1]):
        for _, read in order:
            ledger.reread(replace(read, reader="newer"), at=hours(100))
        assert ledger.claims() == memory.claims()
    assert ledger.verify() == ()


def test_plain_text_of_a_note_is_no_assertion(ledger):
    one, _ = note("In alba:1 read 23 people killed instead of 32.")
    found = figure(one, "23 people", value=23, place=place(one, "Kharkiv"))
    keep(ledger, toll(32, by="the governor"))
    keep(ledger, (one, reading(one, found)))
    assert statuses(ledger) == {("32", False), ("23 people killed", True)}
    assert isinstance(one, Dispatch)


# Under the guid of the text that is corrected


def own(text="In item alba:1, third paragraph, please read 23 instead of 32.", at=4.0, version=2):
    one = made(text, "alba:1", at=at, version=version, signal="correction")
    return one, reading(one)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "In item alba:1, third paragraph, please read 23 instead of 32.",
        "In item MARKET-SHELLS, third paragraph, please read 23 instead of 32.",
        "CORRECTION: the toll should read 23, not 32. We regret the error.",
        "CORRECTION: An earlier dispatch said 32 people were killed. It should have said 23.",
        "Rectificatif : dans alba:1, bien lire 23 (et non 32).",
        "RECTIFICATIF : Le bilan est de 23 et non de 32 comme indiqué par erreur.",
    ],
)
def test_a_note_under_the_texts_own_guid_mends_it(ledger, text, first):
    told_twice = toll(32, by="the governor", filler=" Seven were hurt.")
    pairs = [told_twice, own(text)]
    for pair in pairs if first else reversed(pairs):
        keep(ledger, pair)
    assert statuses(ledger) == {("32", False), ("23", True)}
    (right,) = [a for c in ledger.claims() for a in c.assertions if not a.withdrawn]
    assert (right.by, right.value, right.version) == ("the governor", 23, 2)
    (story,) = ledger.stories()
    dossier = ledger.dossier(story.id, as_of=hours(9), now=hours(9))
    assert {f.dispatch.version for f in dossier.filed} == {1, 2}
    (one,) = dossier.notices
    assert one.text == "Alba corrected a dispatch: 23 people killed, not 32."
    assert ledger.waiting() == ()
    assert ledger.verify() == ()


def test_a_new_text_replaces_the_old_one_with_its_note(ledger):
    keep(ledger, toll(32, by="the governor"))
    keep(ledger, own())
    keep(ledger, toll(25, by="the governor", at=6, version=3, signal="update"))
    assert {(a.value, a.withdrawn is None) for c in ledger.claims() for a in c.assertions} == {
        (32, False), (23, False), (25, True),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["alba:1", "alba:c"])
@pytest.mark.parametrize("barred", ["kill", "hold", "embargo", "suppressed"])
def test_a_note_tells_nothing_of_what_may_not_be_shown(ledger, barred, name):
    until = hours(50) if barred == "embargo" else None
    keep(ledger, toll(32, by="the governor", embargo_until=until))
    keep(ledger, own() if name == "alba:1" else note("In alba:1 please read 23 instead of 32."))
    if barred == "suppressed":
        ledger.suppress("alba:1", by="ann", at=hours(6))
    elif barred != "embargo":
        order = made("Do not use.", "alba:k", at=6, signal=barred, objects=OTHER)
        keep(ledger, (order, reading(order)))
    for story in ledger.stories():
        dossier = ledger.dossier(story.id, as_of=hours(9), now=hours(9))
        assert not any("23" in n.text or "32" in n.text for n in dossier.notices)
        assert not [a for c in dossier.claims for a in c.assertions]
        if name == "alba:1":
            assert dossier.filed == ()


def test_reading_again_keeps_what_an_own_note_put_right(ledger):
    pairs = [toll(32, by="the governor"), own()]
    for pair in pairs:
        keep(ledger, pair)
    before = ledger.claims()
    for order in (pairs, pairs[::-1]):
        for _, read in order:
            ledger.reread(replace(read, reader="newer"), at=hours(100))
        assert ledger.claims() == before
    assert ledger.verify() == ()
