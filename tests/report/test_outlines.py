"""Headlines from the outline of a sentence."""

import re
from dataclasses import replace

import pytest

from dateline.records import Aside, Mask, Outline, Verb
from dateline.report.compose import compose
from dateline.report.ground import ground
from dateline.report.headlines.headline import headline
from dateline.report.headlines.outlines import bare, current, is_left_behind, terse
from dateline.report.lines.drafts import drafts
from tests.report.factory import Copy, dossier


def outlined(copy: Copy, verbs: dict[str, str], asides: dict[str, str]):
    """The dossier of a copy of one sentence with its outline."""
    whole = copy.at(copy.text)
    outline = Outline(
        whole,
        tuple(Verb(copy.at(words), now) for words, now in verbs.items()),
        tuple(Aside(copy.at(words), kind) for words, kind in asides.items()),
    )
    made = dossier([copy])
    filed = [replace(f, reading=replace(f.reading, outlines=(outline,))) for f in made.filed]
    return replace(made, filed=tuple(filed))


def head(made) -> str:
    on = ground(made)
    found, _ = drafts(on)
    return headline(found, (), on).text


def test_a_headline_leaves_out_what_describes_and_tells_what_happens_now():
    copy = Copy(
        "Two men wearing grey uniforms and carrying heavy rifles early this morning entered the"
        " clinic of Kelm, the largest of the province, and took large stores of blood and serum."
    )
    copy.place("Kelm", 1).date("this morning", "2022-03-02", precision="part-of-day")
    made = outlined(
        copy,
        {"entered": "enter", "took": "take"},
        {
            "wearing grey uniforms and carrying heavy rifles": "participle",
            "early this morning": "time",
            "the largest of the province": "apposition",
        },
    )
    want = "Two men enter the clinic of Kelm and take large stores of blood and serum"
    assert re.sub(",", "", head(made)) == want


def test_a_quotation_is_not_cut():
    copy = Copy(
        'The mayor of Kelm called the closing of the port on Monday "a blow that nobody in Kelm'
        ' will forget" after a long meeting with the union of dockers in the town hall.'
    )
    copy.place("Kelm", 1)
    made = outlined(copy, {"called": "calls"}, {"that nobody in Kelm will forget": "relative"})
    text = head(made)
    assert '"' not in text or "a blow that nobody in Kelm will forget" in text


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("The council of Kelm votes, the mayor says", "Council of Kelm votes, mayor says"),
        ("A storm sinks four boats", "Storm sinks four boats"),
        ("The two rivals meet in Kelm", "The two rivals meet in Kelm"),
        ("The Maldives is hit by a storm", "The Maldives is hit by a storm"),
        ("The council and the union sign a truce", "The council and the union sign a truce"),
    ],
)
def test_a_headline_starts_without_its_article(text: str, want: str):
    assert terse(text) == want


def test_what_somebody_said_was_done_stays_in_the_past():
    copy = Copy("The army said that rebels killed the mayor of Kelm near the old harbour.")
    made = outlined(copy, {"said": "says", "killed": "kill"}, {})
    found, _ = drafts(ground(made))
    told = current(found[0], "The army said that rebels killed the mayor of Kelm")
    assert told == "The army says that rebels killed the mayor of Kelm"


def test_a_headline_has_one_tense():
    copy = Copy("The council closed the port of Kelm and the ferries have stopped for now.")
    made = outlined(copy, {"closed": "closes", "have stopped": "have stopped"}, {})
    found, _ = drafts(ground(made))
    whole = "The council closed the port of Kelm and the ferries have stopped"
    assert current(found[0], whole) == whole


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "Tarvian council condemns the murder of the wife of an editor of the Kelm Post",
            "Tarvian council condemns murder of wife of editor of Kelm Post",
        ),
        ("Rebels camp in the middle of a lake", "Rebels camp in the middle of lake"),
        ('Mayor has "a day of the dead" in a number of towns',) * 2,
        ("Mayor denies that members of the guild left", "Mayor denies members of guild left"),
    ],
)  # fmt: skip
def test_a_long_headline_does_without_its_articles(text: str, want: str):
    assert bare(text) == want


def test_harm_with_nobody_after_it_is_told_of_those_who_suffered_it():
    copy = Copy("Four people killed, five injured and two boats lost are the result of the storm.")
    made = outlined(copy, {"killed": "kill"}, {})
    found, _ = drafts(ground(made))
    text = "Four people killed, five injured and two boats lost are the result of the storm"
    assert current(found[0], text) == text


def test_a_verb_with_a_present_is_not_left_in_the_past():
    copy = Copy("The union of bakers took over the town hall of Kelm and was praised for it.")
    made = outlined(copy, {"took": "takes", "was praised": "praised"}, {})
    found, _ = drafts(ground(made))
    assert is_left_behind(found[0], "Union of bakers took over the town hall of Kelm")
    assert not is_left_behind(found[0], "Union of bakers takes over the town hall and was praised")


def test_only_a_sentence_too_long_loses_which_one_is_meant():
    told = "The council of Kelm thanked the swimmers who had crossed the strait"
    far = " between the island of Sund and the lighthouse of the old navy in a storm of the century"
    for more, lost in (("", False), (far, True)):
        copy = Copy(f"{told}{more}.")
        copy.place("Kelm", 1)
        clause = copy.text[copy.text.index("who had") : -1]
        text = head(outlined(copy, {"thanked": "thanks"}, {clause: "defining"}))
        assert ("who had crossed" not in text) is lost


def test_a_french_sentence_stops_after_its_first_clause():
    copy = Copy(
        "Le gouvernement de Tarvie prévoit un déficit de neuf milliards de couronnes pour l'année,"
        " soit un milliard de moins que prévu en mars.",
        language="fr",
        agency="Agence du Nord",
    )
    made = outlined(copy, {"prévoit": "prévoit"}, {})
    want = "Le gouvernement de Tarvie prévoit un déficit de neuf milliards de couronnes"
    assert head(made).startswith(want)
    assert "soit" not in head(made)


def test_lines_that_nothing_true_heads_stand_without_a_heading():
    copy = Copy(
        "Bakers of Sund ran out of flour. The price of oil rose. A swan nested on the lake."
        " Nurses went home. Sailors waited for the tide."
    )
    edition = compose(dossier([copy]), None)
    assert {s.heading for s in edition.sections} <= {""}


def test_a_closing_clause_goes_with_the_mark_that_closes_its_quotation():
    copy = Copy(
        "Claiming to know better, the mayor of Kelm rejected the report of the auditors from Sund,"
        ' describing it as a "pack of lies, and an insult to every honest man of the town."'
    )
    copy.place("Kelm", 1)
    made = outlined(
        copy,
        {"rejected": "rejects"},
        {
            "Claiming to know better": "participle",
            copy.text[copy.text.index("describing") : -2]: "clause",
        },
    )
    assert head(made) == "Mayor of Kelm rejects the report of the auditors from Sund"


def test_the_verb_of_a_note_that_the_page_leaves_out_heads_nothing():
    text = "Troops entered the harbour of Kelm [crowd shouts: yes] and took the customs house."
    copy = Copy(text)
    copy.place("Kelm", 1).masks.append(
        Mask(copy.at("[crowd shouts: yes]"), "note", "[crowd shouts: yes]")
    )
    made = outlined(copy, {"entered": "enter", "shouts": "shouts", "took": "take"}, {})
    assert "shout" not in head(made)
    assert "Kelm" in head(made)


def test_a_clause_that_loses_all_its_words_is_no_headline():
    said = "he did not think that the port of Kelm would close"
    copy = Copy(f"Mayor Ana Oru said {said}.").name("Ana Oru").place("Kelm", 1)
    copy.said("Mayor Ana Oru", "said", said, name="Ana Oru")
    asides = {"he did not think": "clause", "that the port of Kelm would close": "clause"}
    assert head(outlined(copy, {"said": "says"}, asides)).startswith("Mayor Ana Oru says")
