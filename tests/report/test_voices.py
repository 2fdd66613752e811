"""Who is named as the speaker: the station that a monitor has heard, the body whose text is
carried, and the one who speaks where a pronoun was taken for somebody else.
"""

import pytest

from dateline.records import DatelineHead, Sentence, Span
from dateline.report import compose, pronoun_speakers
from dateline.report.carried import author, heard
from dateline.report.figures import disputes
from dateline.report.ground import ground
from dateline.report.lines import attribution, openers, outlets, pronouns
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier

WORDS = (
    "Tarvia has failed the farmers of Kelm. "
    "Orlo in the south of Tarvia deserves a better road. "
    "Down with the toll gates of Tarvia for all time!"
)
ON_AIR = "Radio Orlo in Tarvian to the islands at 2200 GMT on 5 February broadcasts two reports. "


def printed(copy):
    """Every line of a report, its headline first."""
    made = compose(dossier([copy]), None)
    assert made is not None
    body = (*made.standfirst, *(x for s in made.sections for x in s.lines))
    return [x.text for x in (made.headline, *body, *made.brief, *made.full)]


def test_what_a_monitor_heard_is_said_by_the_station():
    copy = Copy(f"[EDITORIAL REPORT] [TEXT] {ON_AIR}{WORDS}", agency="Monitor")
    sheet = next(iter(ground(dossier([copy]))))
    assert outlets.voiced(sheet, "Tolls rose.") == "Tolls rose, Radio Orlo said."


def test_of_several_stations_none_is_heard_throughout():
    text = f"[EDITORIAL REPORT] [TEXT] {ON_AIR}{WORDS} Radio Kelm in Tarvian at 1200 GMT says more."
    assert heard(Copy(text).filed().dispatch) is None


def test_the_station_of_a_party_is_one_though_a_monitor_sent_it():
    text = f"[EDITORIAL REPORT] [TEXT] {ON_AIR}{WORDS}".replace(
        "Orlo in Tarv", "Liberation in Tarv"
    )
    sheet = next(iter(ground(dossier([Copy(text, agency="Monitor")]))))
    assert outlets.is_party(sheet)


@pytest.mark.parametrize(
    ("agency", "text", "who"),
    [
        ("Radio Orlo", "[BULLETIN] [ARMY PRESS COMMITTEE, APC] [TEXT] A", "ARMY PRESS COMMITTEE"),
        ("Radio Orlo", "[REPORT] [ANA RUIZ, HEAD OF THE NEWS DEPARTMENT] [TEXT] A", None),
        ("Radio Orlo", "[REPORT] [ANA RUIZ] [TEXT] A", None),
        ("Kelm Courier", "[ARTICLE] [ANA RUIZ] [TEXT] A", None),
        ("Kelm Courier", "[ARTICLE] [ANA RUIZ, LEADER OF THE FARMERS' PARTY] [TEXT] A", "ANA RUIZ"),
        (None, "[COMMENTARY] [ANA RUIZ] [TEXT] A", "ANA RUIZ"),
        ("Radio Orlo", "KELM -- [TEXT] Here is a Ports Ministry communique:", "Ports Ministry"),
        (
            "Radio Orlo",
            "KELM -- [TEXT] After long talks, the Farmers' Aid Office [FAO] has issued the "
            "following statement on the toll:",
            "Farmers' Aid Office",
        ),
        ("Radio Orlo", "KELM -- [TEXT] Here is an official weather report: rain.", None),
    ],
)  # fmt: skip
def test_whose_text_a_dispatch_carries(agency, text, who):
    assert author(Copy(text, agency=agency).filed().dispatch) == who


def test_a_statement_that_a_station_announces_is_its_authors():
    lead = "The Farmers' Aid Office issues the following statement:\n\n"
    found = printed(Copy(f"[TEXT] {lead}{WORDS}", agency="Radio Orlo").mask("[TEXT]"))
    assert any("the Farmers' Aid Office said in a statement" in text for text in found)
    assert not any("Radio Orlo" in text or "following" in text for text in found)


@pytest.mark.parametrize(
    ("name", "case"),
    [("RADIO CADENA YSU", "Radio Cadena YSU"), ("RADIO YVES", "Radio Yves")],
)
def test_a_call_sign_that_nobody_can_speak_keeps_its_capitals(name, case):
    assert outlets.agency(name) == case


LETTER = "The mayor said that he had written to Bishop Paul Ems of Orlo. "


def resolved(copy):
    """Who says what the last statement of a text says."""
    return pronoun_speakers.mended(copy.filed().reading).statements[-1].source_name


@pytest.mark.parametrize(
    ("text", "cue", "who"),
    [
        (f"{LETTER}He named no priest.", "named", "mayor"),
        (f"{LETTER}Nobody was hurt. It was cold. He added that it was late.", "added", "mayor"),
        (f"{LETTER}Nobody was hurt. He named no priest.", "named", None),
        (
            f"{LETTER}It was cold. It is late. Nobody slept. He named no priest.",
            "named",
            "Paul Ems",
        ),
    ],
)
def test_a_pronoun_is_not_for_somebody_who_has_not_spoken(text, cue, who):
    copy = Copy(text).name("Paul Ems", role="Bishop")
    copy.said("The mayor", "said", "that he had written", name="mayor")
    content = text[text.index(cue) + len(cue) + 1 : -1]
    copy.said("He", cue, content, name="Paul Ems")
    assert resolved(copy) == who


def test_a_pronoun_may_be_for_the_subject_of_the_sentence_before():
    text = "The mayor said that it was late. Bishop Paul Ems came to Kelm. He named no priest."
    copy = Copy(text).name("Paul Ems", role="Bishop")
    copy.said("The mayor", "said", "that it was late", name="mayor")
    copy.said("He", "named", "no priest", name="Paul Ems")
    assert resolved(copy) == "Paul Ems"


def test_he_after_although_is_the_one_named_next():
    text = (
        "Paul Ems was blamed. Although he admitted that tolls rose, Mayor Ana Ruiz stressed calm."
    )
    copy = Copy(text, cased=text).name("Paul Ems").name("Ana Ruiz")
    copy.said("Ana Ruiz", "stressed", "calm")
    copy.said("he", "admitted", "that tolls rose", name="Paul Ems")
    assert resolved(copy) == "Ana Ruiz"


def test_a_pronoun_after_its_own_speaker_stays():
    text = "Ruiz said that he is sure that the road is open."
    copy = Copy(text).name("Ruiz", canonical="Leo Ruiz")
    copy.said("Ruiz", "said", "that he is sure", name="Leo Ruiz")
    copy.said("he", "is sure", "that the road is open", name="Leo Ruiz")
    sheet = next(iter(ground(dossier([copy]))))
    assert pronouns.edits(sheet, Span(0, len(text))) == ()


@pytest.mark.parametrize(
    ("place", "text", "words"),
    [
        ("KELM, HONDURAS", "The tolls of our country are high.", "The tolls of Honduras are high."),
        ("KELM, HONDURAS", "Honduras says our country pays.", "Honduras says the country pays."),
        ("KELM, HONDURAS", "The tolls of this country rose.", "The tolls of the country rose."),
        ("KELM", "The tolls of our country are high.", "The tolls of the country are high."),
    ],
)
def test_our_country_is_the_one_of_the_dateline(place, text, words):
    head = DatelineHead(Span(0, 3), place, None, "Radio Orlo")
    sheet = next(iter(ground(dossier([Copy(text, options={"dateline": head})]))))
    assert openers.without(sheet, Span(0, len(text))) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A charge, also made by Orlo, was denied.", "A charge, also made by Orlo, was denied."),
        ("Ana Ruiz, mayor, also asked for calm.", "Ana Ruiz, mayor, asked for calm."),
        ("Here is a report on the roads: six men left Kelm.", "Six men left Kelm."),
    ],
)
def test_what_ties_a_line_to_others_goes_unless_it_tells_something(text, words):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert openers.without(sheet, Span(0, len(text))) == words


def test_a_sentence_is_not_parted_inside_initials():
    text = "A poll made by the O.M.S. firm of Kelm shows that tolls rose."
    copy = Copy(text)
    filed = copy.filed()
    at = text.index("S. firm")
    parts = (Sentence(Span(0, at), 0, True), Sentence(Span(at, len(text)), 0, True))
    object.__setattr__(filed.reading, "sentences", parts)
    given = dossier([copy])
    object.__setattr__(given.filed[0].reading, "sentences", parts)
    sheet = next(iter(ground(given)))
    assert [s.span for s in sheet.reading.sentences] == [Span(0, len(text))]


def test_a_name_with_its_first_part_in_brackets_is_one_person():
    text = "The road is open, [Colonel Leo] Ruiz said today. Ruiz left Kelm."
    copy = Copy(text).name("Leo", role="Colonel").name("Ruiz", after="today. ")
    copy.said("Leo", "said", "The road is open")
    sheet = next(iter(ground(dossier([copy]))))
    assert {n.canonical for n in sheet.reading.names} == {"Leo Ruiz"}
    assert sheet.reading.names[0].text == "Ruiz"
    assert sheet.reading.statements[0].source_name == "Leo Ruiz"


def test_a_label_before_what_somebody_says_is_no_part_of_a_name():
    text = "[Leo] Ruiz left Kelm. Ruiz is late."
    copy = Copy(text).name("Leo").name("Ruiz", after="Kelm. ")
    sheet = next(iter(ground(dossier([copy]))))
    assert {n.canonical for n in sheet.reading.names} == {"Leo", "Ruiz"}


def test_a_text_of_abuse_is_nobodys_report():
    text = "The cowardly hordes of Orlo burnt six barns. The heroic men of Kelm drove them off. "
    assert next(iter(ground(dossier([Copy(text + WORDS)])))).opinion == ""
    plain = "Men of Orlo burnt six barns. The enemy was driven off by the men of Kelm. "
    assert next(iter(ground(dossier([Copy(plain + WORDS)])))).opinion is None


def test_who_calls_others_terrorists_is_named_though_it_was_reported():
    sheet = next(iter(ground(dossier([Copy(WORDS, agency="Tarvia News")]))))
    text = "Clashes were reported between soldiers and terrorists."
    assert outlets.voiced(sheet, text) == text.replace(".", ", Tarvia News said.")


def test_what_is_told_in_a_recording_is_said_by_who_speaks_in_it():
    text = (
        "Ports Minister Leo Ruiz came to Kelm. He spoke of the tolls.\n\n"
        "[BEGIN RECORDING] [RUIZ] The port was told by the mayor of Orlo that the road is shut."
    )
    copy = Copy(text).name("Leo Ruiz", role="Ports Minister").name("RUIZ", canonical="Leo Ruiz")
    copy.mask("[BEGIN RECORDING]").mask("[RUIZ]")
    copy.said("the mayor of Orlo", "was told", "that the road is shut")
    sheet = next(iter(ground(dossier([copy]))))
    span = copy.at("The port was told by the mayor of Orlo that the road is shut.")
    line = attribution.answered(sheet, span, text[span.start : span.end], Said())
    assert line.endswith("that the road is shut, Ports Minister Leo Ruiz said.")


def test_two_others_are_no_rivals_of_those_they_are_counted_with():
    text = (
        "The port says six sailors and two others were killed in Kelm. Orlo says six sailors died."
    )
    copy = Copy(text).place("Kelm", 1)
    copy.figure("two others", "killed", 2, by="the port", place="Kelm")
    copy.figure("six sailors", "killed", 6, by="Orlo", place="Kelm", after="Kelm. ")
    on = ground(dossier([copy]))
    counted = [r[1].value for r in on.assertions() if disputes._is_counted(r)]
    assert counted == [6]
