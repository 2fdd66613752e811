import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.records import Notice
from dateline.report import compose
from dateline.report.gate import check_line

from .corpus import AT, south, story
from .factory import Copy, dossier


@pytest.fixture(scope="module")
def on():
    return story()


@pytest.fixture(scope="module")
def edition(on):
    return compose(on, None)


def every_line(edition):
    lines = [edition.headline, *edition.standfirst]
    lines += [line for section in edition.sections for line in section.lines]
    for items in (edition.disputes, edition.agenda, edition.measures, edition.pins,
                  edition.timeline):  # fmt: skip
        lines += [item.line for item in items]
    return lines


def texts(edition):
    return " ".join(line.text for line in every_line(edition))


def test_every_line_has_exact_citations_and_passes_the_gate(on, edition):
    dispatches = {f.dispatch.guid: f.dispatch for f in on.filed}
    for line in every_line(edition):
        assert line.citations
        for cited in line.citations:
            text = dispatches[cited.guid].text
            assert text[cited.span.start : cited.span.end] == cited.text
        assert check_line(line, on) is None


def test_no_line_is_printed_twice(edition):
    printed = [line.text for line in edition.standfirst]
    printed += [line.text for section in edition.sections for line in section.lines]
    assert len(printed) == len(set(printed))


def test_the_same_dossier_gives_the_same_edition(on, edition):
    assert compose(on, None) == edition
    assert compose(replace(on, as_of=on.as_of + timedelta(hours=1)), edition).digest == (
        edition.digest
    )


def test_telex_gets_its_case_back_and_loses_its_notes(edition):
    everything = texts(edition)
    assert "[TEXT]" not in everything
    assert "COASTAL PRESS" not in everything
    assert "A convoy of 34 trucks left Kelm on the morning of 2 March." in everything


def test_a_speaking_pronoun_becomes_a_name(edition):
    everything = " ".join(line.text for line in edition.full)
    assert "Marta Oldane said that the hospital had not received medicine" in everything
    assert "Aldo Rime said the government was ready" in everything


def test_rival_tolls_stand_side_by_side(edition):
    [dispute] = edition.disputes
    assert dispute.line.text == (
        "Rebel commander Jan Brock says nearly 9,000 soldiers were killed, a figure that has not "
        "been verified; the defence ministry says 498."
    )
    assert [t.words for t in dispute.rivals] == ["nearly 9,000", "498"]


def test_a_headline_is_short_and_ends_without_a_stop(edition):
    assert len(edition.headline.text) <= 128
    assert not edition.headline.text.endswith(".")


def test_figures_keep_speaker_words_and_bounds(edition):
    toll = next(t for t in edition.figures if t.words == "at least 21")
    assert (toll.by, toll.low, toll.high, toll.about.place) == (
        "Marta Oldane", 21, None, "Port Arlo",
    )  # fmt: skip


def test_the_agenda_looks_ahead_and_flags_what_is_past(on):
    [item] = compose(on, None).agenda
    assert (item.what, item.past) == ("Envoys of both sides will meet in Kelm", False)
    later = compose(replace(on, as_of=AT + timedelta(days=3)), None)
    assert [i.past for i in later.agenda] == [True]


def test_pins_measures_timeline_and_sources(edition):
    assert ("Port Arlo", "assault") in {(p.name, p.kind) for p in edition.pins}
    assert [m.effect for m in edition.measures] == ["shut out of the clearing system"]
    starts = [m.start for m in edition.timeline]
    assert starts
    assert starts == sorted(starts)
    assert {s.agency: s.dispatches for s in edition.sources} == {
        "Northwire": 1, "Southline": 1, "Coastal Press": 1,
    }  # fmt: skip
    assert [d.guid for d in edition.dispatches] == ["coast-1", "north-1", "south-1"]


def test_nothing_publishable_is_no_edition():
    assert compose(dossier([]), None) is None
    assert compose(dossier([Copy("Kelm weather")]), None) is None
    barred = Copy("The mayor of Kelm resigned on Monday after a long dispute.")
    barred.options["usage_terms"] = "Internal use only"
    assert compose(dossier([barred]), None) is None


def test_damage_is_never_printed_and_is_listed():
    copy = Copy(
        "The mayor of Kelm resigned on Monday after a long dispute. The council fought once "
        "morest the plan for a year in Kelm."
    )
    copy.hurt("once morest")
    edition = compose(dossier([copy]), None)
    assert "morest" not in texts(edition)
    assert [r.rule for r in edition.refused] == ["damage"]
    assert "morest" not in edition.refused[0].text


def test_a_sentence_is_cut_before_damage_where_a_clause_ends():
    copy = Copy(
        "Aldo Rime said that Kelm would be rebuilt within two years, adding that once morest."
    )
    copy.said("Aldo Rime", "said", "Kelm would be rebuilt within two years").hurt("once morest")
    edition = compose(dossier([copy]), None)
    assert edition.headline.text == "Kelm would be rebuilt within two years, Aldo Rime says"
    assert edition.headline.citations[0].text.endswith("two years")


@pytest.mark.parametrize(
    "text",
    [
        "Our troops will drive the enemy from Kelm before the week is out.",
        "Who fired on the harbour of Port Arlo on that night in March?",
        "This led to a second raid on the harbour of Port Arlo that evening.",
        "Long live the comrades who took the harbour of Port Arlo by storm.",
        "The [killing] of three fishermen in Port Arlo shocked the town.",
    ],
)
def test_no_line_rests_on_commentary_questions_or_loose_ends(text):
    lede = "The mayor of Kelm resigned on Monday after a long dispute with the council."
    edition = compose(dossier([Copy(f"{lede}\n\nShort words.\n\n{text}")]), None)
    assert text not in texts(edition)


def test_one_fact_from_two_agencies_is_one_line_with_two_citations():
    first = Copy("A fire destroyed the old grain market of Kelm on Monday, killing 12 people.")
    second = Copy(
        "A fire on Monday destroyed the old grain market in Kelm and killed 12 people.",
        "south-9", "Southline",
    )  # fmt: skip
    edition = compose(dossier([first, second]), None)
    [line] = [*edition.standfirst, *(x for s in edition.sections for x in s.lines)]
    assert {c.agency for c in line.citations} == {"Northwire", "Southline"}


def test_a_sources_limit_holds_for_the_whole_report():
    text = "\n\n".join(
        f"The {name} bridge over the river Kel was closed by engineers on Monday morning."
        for name in ("Anders", "Borg", "Calder", "Dunn")
    )
    copy = Copy(text)
    copy.options["usage_terms"] = "Quotation of up to 20 words is free."
    edition = compose(dossier([copy]), None)
    assert len([*edition.standfirst, *(x for s in edition.sections for x in s.lines)]) == 1


def test_a_station_of_one_side_is_named_every_time():
    text = (
        "Units of the front destroyed a bridge near Kelm on Monday and withdrew.\n\n"
        "Government planes bombed the village of Sund on Tuesday for three hours."
    )
    edition = compose(dossier([Copy(text, agency="RADIO FREE KELM LIBERATION")]), None)
    for line in [*edition.standfirst, *(x for s in edition.sections for x in s.lines)]:
        assert line.text.endswith(
            ("Radio Free Kelm Liberation said.", "according to Radio Free Kelm Liberation.")
        )


def later_toll(number):
    text = f"The defence ministry said on Friday that {number} of its soldiers had been killed."
    copy = Copy(text, "south-2", "Southline", AT + timedelta(days=2))
    copy.said("The defence ministry", "said", f"{number} of its soldiers had been killed")
    copy.figure(f"{number} of its soldiers", "killed", number, population="soldiers",
                by="The defence ministry", scope="cumulative")  # fmt: skip
    return copy


def test_changes_say_what_moved():
    before = compose(dossier([south()]), None)
    after = compose(dossier([south(), later_toll(612)]), before)
    assert after.number == 2
    assert [c.text for c in after.changes] == [
        "Toll raised: the defence ministry now says 612, was 498."
    ]
    [moved] = after.changes
    assert [c.guid for c in moved.citations] == ["south-2", "south-1"]
    assert compose(dossier([south()]), None).changes == ()


def test_a_figure_that_is_gone_is_cited():
    before = compose(dossier([south(), later_toll(612)]), None)
    after = compose(dossier([south()]), before)
    gone = [c for c in after.changes if c.kind in ("withdrawn", "lowered")]
    assert all(c.citations for c in gone)


def test_distances_are_no_tolls(edition):
    assert not [t for t in edition.figures if t.about.measure == "distance"]


def test_a_kill_is_stated_without_what_it_killed():
    kill = Notice("kill", "Southline", AT, "south-2", "Southline withdrew a dispatch.",
                  old="612 soldiers", new=None)  # fmt: skip
    before = compose(dossier([south(), later_toll(612)]), None)
    after = compose(dossier([south()], notices=(kill,)), before)
    assert [n.text for n in after.corrections] == ["Southline withdrew a dispatch."]
    assert not re.search(r"(?<!\w)612(?!\w)", repr(after))  # ids hold digits of their own


def test_a_correction_names_the_old_words():
    mend = Notice("correction", "Southline", AT, "south-1", "498, not 489.", "489", "498")
    edition = compose(dossier([south()], notices=(mend,)), compose(dossier([south()]), None))
    assert edition.corrections == (mend,)
    assert [c.kind for c in edition.changes] == ["corrected"]
    assert edition.changes[0].citations[0].guid == "south-1"


def test_a_french_story_is_told_in_french():
    text = (
        "Le maire de Kelm a démissionné lundi après un long conflit avec le conseil.\n\n"
        "Les pourparlers reprendront jeudi à Sund, a annoncé la présidence."
    )
    copy = Copy(text, language="fr", agency="Agence du Nord")
    copy.said("la présidence", "annoncé", "Les pourparlers reprendront jeudi à Sund")
    edition = compose(dossier([copy]), None)
    assert "Le maire de Kelm a démissionné lundi" in texts(edition)


def test_years_are_given_when_they_differ():
    copy = Copy("The old bridge of Kelm was blown up yesterday by the rebels of Sund.")
    copy.date("yesterday", "2021-12-31")
    edition = compose(dossier([copy], as_of=datetime(2022, 1, 1, tzinfo=UTC)), None)
    assert "on 31 December 2021" in texts(edition)


def test_a_french_toll_keeps_its_hedge_and_is_put_into_english():
    text = "Au moins 14 personnes ont été tuées mardi à Kelm, a annoncé le préfet Luc Armand."
    copy = Copy(text, language="fr", agency="Agence du Nord")
    copy.said("le préfet Luc Armand", "annoncé", "Au moins 14 personnes ont été tuées mardi à Kelm",
              name="Luc Armand")  # fmt: skip
    copy.figure("Au moins 14 personnes", "killed", 14, low=14, hedge="at least", by="Luc Armand")
    edition = compose(dossier([copy]), None)
    [toll] = edition.figures
    assert (toll.words, toll.by) == ("at least 14", "le préfet Luc Armand")
    assert edition.headline.text == text.rstrip(".")
