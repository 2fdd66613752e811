"""Each line reads right by itself: whole, in its place, with its speaker, pointing nowhere."""

from dataclasses import replace

import pytest

from dateline.records import DatelineHead, Outline, Sentence, Span, Verb
from dateline.report import compose, glosses, recase
from dateline.report.ground import ground
from dateline.report.lines import (
    attribution,
    definite,
    fitness,
    openers,
    outlets,
    people,
    pointing,
    reliance,
)
from dateline.report.lines.drafts import drafts, line_of
from dateline.report.lines.edits import apply
from dateline.report.lines.spelling import Said
from dateline.report.words import tidy

from .factory import Copy, dossier


def sheet_of(copy):
    return next(iter(ground(dossier([copy]))))


def whole(text):
    return Span(0, len(text))


def line(copy, index=0):
    on = ground(dossier([copy]))
    found, _ = drafts(on)
    draft = next(d for d in found if d.index == index)
    return line_of(draft, on, Said()).text


def printed(*copies):
    edition = compose(dossier(copies), None)
    body = (one for section in edition.sections for one in section.lines)
    return [one.text for one in (*edition.standfirst, *body)]


def test_who_added_something_said_it():
    text = "Ana Ruiz added that six boats left Kelm for the coast."
    copy = Copy(text).name("Ana Ruiz").said("Ana Ruiz", "added", "six boats left Kelm")
    assert line(copy) == "Ana Ruiz said that six boats left Kelm for the coast."


def test_what_was_added_to_something_else_stays():
    text = "Ana Ruiz said that the mill added two wheels and six boats left Kelm."
    copy = Copy(text).name("Ana Ruiz").said("Ana Ruiz", "said", "the mill added two wheels")
    assert "the mill added two wheels" in line(copy)


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        ("Two bombs went off in Kelm.", "This attack is blamed on the north.", True),
        ("The accord of Kelm was signed.", "At that meeting Tarvia asked for bread.", False),
        ("Six men were hurt in the attack.", "Those attacks are blamed on the north.", True),
        ("Six men were hurt in Kelm.", "This week Tarvia closed its mills.", True),
        ("Six men were hurt in Kelm.", "Those arrested were sent to Orlo.", True),
    ],
)
def test_this_points_at_what_the_sentence_before_tells_of(before, text, told):
    sheet = sheet_of(Copy(f"{before} {text}"))
    span = Span(len(before) + 1, len(before) + 1 + len(text))
    assert (frozenset() in reliance.relies(sheet, span, 1)) is not told


def test_the_arrested_men_must_have_been_arrested():
    text = "Four men burnt a mill in Kelm. Two of the men were arrested. The arrested men are old."
    sheet = sheet_of(Copy(text))
    at = text.index("The arrested")
    assert frozenset([("line", (0, 1))]) in reliance.relies(sheet, Span(at, len(text)), 2)


def test_a_holder_of_an_office_must_have_been_told_of():
    assert definite.described("the president") == {"president"}
    assert definite.described("president") == {"president"}
    assert definite.described("army") == frozenset()


def test_the_end_of_a_quotation_is_no_title():
    text = "“The mill cannot have bombed civilians,” Ruiz said."
    copy = Copy(text).name("Ruiz", canonical="Ana Ruiz")
    sheet = sheet_of(copy)
    assert not reliance.is_introduced(sheet, whole(text), sheet.reading.names[0])
    text = "The north lost “commanders” Ana Ruiz and Petr Hask."
    sheet = sheet_of(Copy(text).name("Ana Ruiz"))
    assert reliance.is_introduced(sheet, whole(text), sheet.reading.names[0])


def test_a_title_that_two_people_have_tells_nobody():
    text = "President Ruiz of Tarvia met union leaders; President Hask of the union left."
    copy = Copy(text).name("Ruiz", canonical="Ana Ruiz", role="President")
    assert reliance.office(sheet_of(copy), "Ana Ruiz") == "President"
    copy.name("Hask", canonical="Petr Hask", role="President")
    assert reliance.office(sheet_of(copy), "Petr Hask") is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Six men were held after a brawl that broke out here on Monday.",
         "broke out in Orlo on Monday"),
        ("The president of Tarvia left here on Monday for home.", "Tarvia left Orlo on Monday"),
    ],
)  # fmt: skip
def test_here_is_the_town_of_the_dateline(text: str, printed: str):
    head = DatelineHead(Span(0, 0), "ORLO (TARVIA)", None, None)
    sheet = sheet_of(Copy(text, options={"dateline": head}))
    assert printed in apply(text, whole(text), openers.edits(sheet, whole(text)))


def test_here_goes_where_the_sentence_has_another_dateline():
    text = "Kelm, Tarvia, May 13, Northwire -- Six men were held here on Monday."
    head = DatelineHead(Span(0, 0), "ORLO (TARVIA)", None, None)
    sheet = sheet_of(Copy(text, options={"dateline": head}))
    made = apply(text, whole(text), openers.edits(sheet, whole(text)))
    assert made == "Six men were held on Monday."


def test_all_links_go_from_the_front():
    text = "3. However, the police of Kelm warn that the mills are old."
    made = apply(text, whole(text), openers.edits(sheet_of(Copy(text)), whole(text)))
    assert made == "The police of Kelm warn that the mills are old."


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("small- scale attacks", "small-scale attacks"),
        ("two- and three-storey houses", "two- and three-storey houses"),
        ("his brother - in - law", "his brother-in-law"),
        ("a 450 - sq km area", "a 450-sq km area"),
        ("the pro - Tarvia league", "the pro-Tarvia league"),
        ("the Kelm - Orlo road", "the Kelm - Orlo road"),
    ],
)
def test_a_hyphen_has_no_space_beside_it(text, tidied):
    assert tidy(text) == tidied


def test_a_number_that_an_editor_put_in_stays():
    assert tidy(glosses.plain("At least [9] persons died.")) == "At least 9 persons died."
    assert tidy(glosses.plain("The 9 [12] persons died.")) == "The 9 persons died."


def test_the_case_of_verbs_and_of_one_among_many():
    assert recase.mended("the union IS fostering fear") == "the union is fostering fear"
    assert recase.mended("in a busy Street of Kelm") == "in a busy street of Kelm"
    assert recase.mended("in Long Street, Kelm") == "in Long Street, Kelm"


def test_a_surname_is_no_abbreviation():
    copy = Copy("Ana ROA left the UNA in Kelm.").name("Ana ROA").name("UNA", kind="organisation")
    assert recase.named(copy.text, copy.names) == "Ana Roa left the UNA in Kelm."


def test_a_quotation_of_nobody_is_no_line():
    text = "Kelm could become “the seed of a much broader league”."
    assert fitness.quotes_nobody(sheet_of(Copy(text)), whole(text))
    text = "Kelm could become “the seed of a much broader league”, Ana Ruiz said."
    assert not fitness.quotes_nobody(sheet_of(Copy(text)), whole(text))
    text = "Six boats of the “Star of the North” left."
    assert not fitness.quotes_nobody(sheet_of(Copy(text)), whole(text))


def test_half_a_quotation_that_the_next_sentence_takes_back_is_not_printed():
    opening = "Ana Ruiz said that “the government of Tarvia says that it wants to help the mills. "
    kept = printed(Copy(f"{opening}The mills are old.”"))
    assert any("wants to help the mills" in one for one in kept)
    edition = compose(dossier([Copy(f"{opening}However, it is closing them.”")]), None)
    assert edition is None


def test_who_speaks_in_the_sentence_is_not_named_again():
    text = "Colonel Hask said that the roads of Kelm are very good."
    copy = Copy(f"{text} [Hask] They are.").name("Hask", canonical="Petr Hask")
    copy.said("Hask", "said", "the roads of Kelm are very good", name="Petr Hask")
    copy.said("Hask", None, text, name="Petr Hask", after="")
    sheet = sheet_of(copy)
    assert attribution.carried(sheet, sheet.reading.sentences[0]) is None


def test_a_statement_of_nobody_is_what_its_carrier_carries():
    text = "[STATEMENT] The mills of Kelm will close. The road to Orlo stays open in winter."
    assert all(
        "a statement carried by Radio Orlo" in one
        for one in printed(Copy(text, agency="Radio Orlo"))
    )


def test_loaded_words_have_their_speaker_in_each_line():
    text = (
        "Terrorists burnt a bus in Kelm. The heroic soldiers of Tarvia fight the enemies of Kelm."
    )
    copy = Copy(text, agency="Radio Orlo").place("Kelm", 1).place("Kelm", 1, after="enemies")
    assert all("Radio Orlo" in one for one in printed(copy))


def test_part_of_a_double_surname_gets_the_full_name():
    text = "Ruiz told reporters in Kelm that the mill is old. Ruiz Salt’s brother left for Orlo."
    copy = Copy(text).name("Ruiz", canonical="Ana Ruiz Salt")
    copy.name("Ruiz Salt’s", canonical="Ana Ruiz Salt", after="old. ")
    sheet = sheet_of(copy)
    assert apply(text, whole(text), people.edits(sheet, whole(text), Said())).startswith(
        "Ana Ruiz Salt told reporters"
    )
    second = Span(text.index("Ruiz Salt’s"), len(text))
    made = apply(text, second, people.edits(sheet, second, Said()))
    assert made == "Ana Ruiz Salt’s brother left for Orlo."


def test_a_rank_before_a_surname_stays_with_the_full_name():
    text = "Col Ruiz said that the mill is old."
    copy = Copy(text).name("Ruiz", canonical="Ana Ruiz", role="Col")
    made = apply(text, whole(text), people.edits(sheet_of(copy), whole(text), Said()))
    assert made == "Col Ana Ruiz said that the mill is old."


def test_a_calibre_keeps_its_space():
    assert tidy("armed with .38-caliber guns .") == "armed with .38-caliber guns."


def test_no_pronoun_stands_for_a_thing():
    assert not pointing.described("In a talk during ")
    assert pointing.described("The old bishop and ")


def test_a_speaker_who_is_one_of_several_has_no_capital():
    text = "“If we protest we are arrested. We are old.” One of the leaders said so."
    copy = Copy(text)
    copy.said("One of the leaders", "said", "If we protest we are arrested", mode="direct")
    sheet = sheet_of(copy)
    made = attribution.attributed(sheet, "“We are old.”", sheet.reading.statements[0], Said())
    assert made == "“We are old,” one of the leaders said."


def test_fragments_of_one_sentence_are_joined_from_the_last():
    text = "Groups like the NWA, the NMA, and others are fronts of the south because they say so."
    cuts = [(0, 19), (21, 28), (28, len(text))]
    parts = tuple(Sentence(Span(a, b), 0, prose=b == len(text)) for a, b in cuts)
    filed = Copy(text).filed()
    filed = replace(filed, reading=replace(filed.reading, sentences=parts))
    found = next(iter(ground(replace(dossier([Copy(text)]), filed=(filed,))))).reading.sentences
    assert [s.span for s in found] == [Span(0, len(text))]


def test_letters_that_nobody_can_speak_keep_their_case():
    assert outlets.titled("RADIO YSKL") == "Radio YSKL"
    assert outlets.titled("TCS TELEVISION") == "TCS Television"
    assert outlets.titled("VOICE OF THE NORTH") == "Voice of the North"


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("[TEXT] [RUIZ] THE ROAD OF KELM IS CLOSED. THE MILL IS OLD.", True),
        ("[TEXT] [ANA RUIZ] THE ROAD OF KELM IS CLOSED. THE MILL IS OLD.", False),
        ("[TEXT] [BEGIN RECORDING] [PARTY LEADER ANA MARIA RUIZ SALT] THE MILL IS OLD.", True),
        ("[TEXT] [BEGIN RECORDING] [UNIDENTIFIED REPORTER] IS THE MILL OLD?", False),
        ("[TEXT] [CONTINUED] THE ROAD OF KELM IS CLOSED.", False),
        ("[TEXT] [EXCERPTS] THE ROAD OF KELM IS CLOSED.", False),
    ],
)
def test_who_is_labelled_at_the_head_speaks_all_that_follows(text, spoken):
    assert bool(glosses.answers(Copy(text).filed().dispatch, ())) is spoken


def test_what_was_mentioned_above_is_no_line():
    text = "Two men left. Six boats left Kelm, according to the same source."
    sheet = sheet_of(Copy(text))
    assert frozenset() in reliance.relies(sheet, Span(14, len(text)), 1)


def test_who_speaks_for_itself_is_not_named_twice():
    text = "The Ministry of Ports of Tarvia informs the public that two ships were sunk at Kelm."
    assert outlets._opens_with(text, "Tarvian Ministry of Ports")
    assert not outlets._opens_with(text, "Ministry of Roads")
    assert not outlets._opens_with(
        "Two ships of the Ministry of Ports were sunk.", "Ports Ministry"
    )


@pytest.mark.parametrize(
    ("item", "verb", "bare"),
    [
        ("4. Accord to dissolve the army of Tarvia.", "dissolve", True),
        ("4. Freedom for all who are held in Kelm.", None, True),
        ("4. The army of Tarvia will leave Kelm.", "leave", False),
    ],
)
def test_an_item_of_a_list_is_a_line_only_if_it_is_a_sentence(item, verb, bare):
    text = f"The rebels told of four points.\n\n{item}"
    at = text.find(verb) if verb else 0
    verbs = (Verb(Span(at, at + len(verb)), verb),) if verb else ()
    outlines = (Outline(Span(0, 31)), *([Outline(Span(33, len(text)), verbs)] if verb else ()))
    filed = Copy(text).filed()
    filed = replace(filed, reading=replace(filed.reading, outlines=outlines))
    sheet = next(iter(ground(replace(dossier([Copy(text)]), filed=(filed,)))))
    assert fitness._is_bare_item(sheet, Span(33, len(text))) is bare
    assert fitness._is_bare_item(sheet, Span(36, len(text))) is bare
    assert not fitness._is_bare_item(sheet, Span(0, 31))
