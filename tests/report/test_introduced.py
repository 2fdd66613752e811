"""Lines that point at what no line has told, or that somebody says whom no line names."""

import pytest

from dateline.records import Span
from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.lines import definite, pointing, pronouns
from dateline.report.lines.drafts import drafts
from dateline.report.words import keys

from .factory import Copy, dossier


def lines(*copies):
    edition = compose(dossier(copies), None)
    return [*(x.text for x in edition.standfirst), *(
        x.text for s in edition.sections for x in s.lines
    )]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("The prisoners were residents of Kelm.", "prisoner"),
        ("Residents saw the explosion.", "explosion"),
        ("A second bomb went off in Kelm.", "bomb"),
        ("According to the communique, Kelm was calm.", "communiqu"),
        ("The hostages lived in Kelm.", "hostag"),
        ("After a short visit to Kelm, the gates were shut.", "gat"),
        ("The gates reportedly stood open in Kelm.", "gat"),
        ("Ruiz said “the bombs are ours”.", "bomb"),
        ("Two more trucks reached Kelm.", "truck"),
        ("Other trucks reached Kelm.", "truck"),
        ("One of the soldiers left Kelm.", "soldier"),
        ("The Tarvian gates were shut.", "gat"),
        ("The U.S. diver left Kelm.", "diver"),
        ("The letter added that Kelm was calm.", "letter"),
        ("Ruiz went back to the zone on Monday.", "zon"),
    ],
)
def test_what_a_sentence_takes_as_told(text, needed):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert definite.needs(sheet, Span(0, len(text))) == {needed}


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Kelm failed.",
        "The men who fled were found.",
        "The Kelm gates were shut.",
        "The government spoke to the men arrested in Kelm.",
        "The only witness left Kelm.",
        "The weather was fine in Kelm.",
        "Ruiz said “the bombs of Kelm are ours”.",
    ],
)
def test_what_explains_itself(text):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert definite.needs(sheet, Span(0, len(text))) == frozenset()


def test_words_of_one_matter_introduce_one_another():
    told = definite.told(keys("A bomb went off in Kelm and six were arrested"))
    assert {"explosion", "prisoner"} <= told
    assert "communiqu" not in told


FIRST = "Ana Ruiz, the mayor of Kelm, opened a school in the north of the country on Wednesday. "
LAST = "The hostages lived in the Kelm district of Orlo, Ana Ruiz said."


def test_a_line_about_somebody_never_told_of_is_left_out():
    text = FIRST + "Farmers of Tarvia sold their wheat to Ana Ruiz. " + LAST
    copy = Copy(text).name("Ana Ruiz").place("Kelm", 1).place("Orlo", 2)
    assert not any("hostages" in line for line in lines(copy))


def test_it_stands_after_a_line_that_tells_of_them():
    more = "Farmers of Tarvia sold their wheat to Ana Ruiz. "
    text = FIRST + "Gunmen kidnapped two farmers near Orlo, Ana Ruiz said. " + more + LAST
    copy = Copy(text).name("Ana Ruiz").place("Kelm", 1)
    copy.place("Orlo", 2).place("Kelm", 1, after=more)
    found = lines(copy)
    assert [i for i, x in enumerate(found) if "kidnapped" in x] < [
        i for i, x in enumerate(found) if "hostages" in x
    ]
    assert any("hostages" in x for x in found)


def test_a_name_with_its_abbreviation_and_a_gloss():
    text = (
        "The Tarvian Farmers Union [TFU] called a strike in Kelm. "
        "The TFM [Tarvian Farmers Movement] joined it in Orlo."
    )
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert "Union (TFU) called" in sheet.shown
    assert "TFM (Tarvian Farmers Movement) joined" in sheet.shown
    assert len(sheet.shown) == len(text)


def test_a_note_does_not_part_a_sentence():
    text = "A TFU [Tarvian Union] spokesman said that the road to Kelm is open."
    copy = Copy(text)
    given = copy.filed().reading.sentences
    assert len(given) == 1
    sheet = next(iter(ground(dossier([copy]))))
    assert sheet.reading.sentences[0].span == Span(0, len(text))


INTERVIEW = (
    "[RUIZ] The road to Kelm is closed to all trucks. "
    "The bridge of Orlo fell down in the night.\n\n"
    "[REPORTER] Trucks stood for hours before the gates of Kelm.\n\n"
    "[RUIZ] The harbour of Orlo is open to all ships."
)


def test_what_only_a_label_names_the_speaker_of_is_no_line():
    every, _ = drafts(ground(dossier([Copy(INTERVIEW, agency="Radio Orlo")])))
    assert [d.sheet.shown[d.span.start : d.span.end].split()[0] for d in every] == ["Trucks"]


def test_an_editorial_is_its_papers_opinion_in_each_line():
    text = "[EDITORIAL] Tarvia has failed the farmers of Kelm. "
    text += "Ana Ruiz, the mayor of Orlo, said that Tarvia deserves a better road."
    copy = Copy(text, agency="KELM COURIER").name("Ana Ruiz")
    copy.said("Ana Ruiz, the mayor of Orlo,", "said", "Tarvia deserves a better road")
    found = lines(copy)
    assert len(found) == 2
    assert all("Kelm Courier" in line for line in found)


def test_no_town_or_crowd_says_he():
    text = "Tarvians in Kelm heard the news. He said that the road is open."
    copy = Copy(text).place("Kelm", 1)
    copy.said("He", "said", "that the road is open", name="Kelm")
    copy.said("He", "said", "that the road is open", name="Tarvians")
    sheet = next(iter(ground(dossier([copy]))))
    assert pronouns.edits(sheet, sheet.reading.sentences[1].span) == ()


def test_a_speaker_who_is_only_a_pronoun():
    text = "The plan is blackmail, he said. Ana Ruiz sold the plan to Kelm, she said."
    sheet = next(iter(ground(dossier([Copy(text).name("Ana Ruiz")]))))
    first, second = (s.span for s in sheet.reading.sentences)
    assert pointing.said_by_nobody(sheet, first, ())
    assert not pointing.said_by_nobody(sheet, second, ())
