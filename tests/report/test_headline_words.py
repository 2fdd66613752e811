"""What a headline says: who somebody is, who can speak, what is counted, and what no cut may do."""

from dataclasses import replace

import pytest

from dateline.records import Aside, Outline, Span
from dateline.records.reading import Verb
from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.headlines import (
    calling,
    deeds,
    frames,
    lost,
    outlines,
    settings,
    shorten,
    styled,
    worth,
)
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier


def draft_of(copy):
    return drafts(ground(dossier([copy])))[0][0]


def outlined(copy, *asides, verbs=()):
    """The first draft of a copy, with the outline that a parse would give its sentence."""
    draft = draft_of(copy)
    spans = tuple(Aside(copy.at(words), kind) for words, kind in asides)
    told = tuple(Verb(copy.at(words), now) for words, now in verbs)
    outline = Outline(draft.span, told, spans)
    sheet = draft.sheet
    reading = replace(sheet.reading, outlines=(outline,))
    return replace(draft, sheet=replace(sheet, filed=replace(sheet.filed, reading=reading)))


KILLED = "Marta Oldane, a judge of the appeals court, was killed outside her home in Kelm."


def test_what_somebody_is_stands_for_a_name_that_says_nothing():
    copy = Copy(KILLED).name("Marta Oldane").place("Kelm", 1)
    draft = outlined(copy, ("a judge of the appeals court", "apposition"))
    text = calling.described(draft, KILLED.rstrip("."))
    assert text == "A judge of the appeals court was killed outside her home in Kelm"
    assert lost.is_whole(draft, text)
    assert not lost.is_whole(draft, "Was killed outside her home in Kelm")


def test_what_is_said_of_another_never_stands_for_somebody():
    text = "Otto Sorn, the son of General Rafe Vill, chief of the air force, was hurt in Kelm."
    whole = "the son of General Rafe Vill, chief of the air force"
    copy = Copy(text).name("Otto Sorn").name("Rafe Vill")
    draft = outlined(copy, (whole, "apposition"), ("chief of the air force", "apposition"))
    assert [text[s.start : s.end] for s in calling.appositions(draft)] == [whole]
    short = "Otto Sorn, the son of General Rafe Vill, was hurt in Kelm"
    assert calling.described(draft, short) == "The son of General Rafe Vill was hurt in Kelm"
    assert not lost.is_whole(draft, "Chief of the air force was hurt in Kelm")
    open_ended = "Otto Sorn, the son of General Rafe Vill was hurt in Kelm"
    assert calling.closed(draft, open_ended) == short


def test_a_name_stays_where_nothing_tells_who_it_is():
    bare = "Marta Oldane, 62, was killed outside her home in Kelm."
    draft = outlined(Copy(bare).name("Marta Oldane"), ("62", "apposition"))
    assert calling.described(draft, bare) == bare


def test_no_name_runs_into_what_is_left_of_its_apposition():
    copy = Copy(KILLED).name("Marta Oldane").place("Kelm", 1)
    draft = outlined(copy, ("a judge of the appeals court", "apposition"))
    assert shorten._is_torn(draft, "Marta Oldane appeals court was killed in Kelm")
    assert not shorten._is_torn(draft, "Marta Oldane was killed in Kelm")


@pytest.mark.parametrize(
    ("speaker", "speaks"),
    [
        ("type of fuel", False),
        ("Interior Ministry sources", True),
        ("a report", True),
        ("Marta Oldane", True),
        ("residents of the harbour", True),
        ("civil defense office", True),
        ("the accident", False),
    ],
)
def test_only_a_body_a_person_or_a_paper_speaks(speaker, speaks):
    assert frames.can_speak(speaker) is speaks


def test_nobody_is_called_we():
    text = "We have confirmed that the mayor of Kelm was killed by a mine on the harbour road."
    copy = Copy(text).said("We", "have confirmed", text[23:-1])
    assert not list(frames.told_first(draft_of(copy)))


def test_what_is_announced_and_is_no_clause_is_not_what_somebody_says():
    text = "The council announced its regret over the death of the mayor and has ordered a day off."
    copy = Copy(text).said("The council", "announced", text[22:-1])
    assert not any("says its regret" in told for told in frames.told_last(draft_of(copy)))


def test_a_participle_of_a_noun_keeps_its_tense():
    text = "The arms and the advisers sent to Tarvia are the cause of the war."
    draft = outlined(Copy(text), verbs=[("sent", "send"), ("are", "are")])
    assert "send" not in outlines.current(draft, text.rstrip("."))


def test_where_somebody_lives_is_told():
    text = "Oldane said her two sons, who live in Kelm, have called the mill on Monday night."
    draft = outlined(Copy(text), ("in Kelm", "place"), ("on Monday night", "phrase"))
    gone = [edits for edits in outlines.cuts(draft.sheet, draft.span) if edits]
    assert gone
    assert not any("in Kelm" in text[e.span.start : e.span.end] for edits in gone for e in edits)


def test_a_town_that_is_denied_is_never_put_back():
    text = "Marta Oldane was freed, it is now known, and not in Kelm."
    copy = Copy(text).name("Marta Oldane").place("Kelm", 1)
    assert not list(settings.settled(draft_of(copy), "Marta Oldane was freed"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two killed, military sources from Arlo say", "Two killed, military sources say"),
        ("Two killed, the mayor of Kelm says", "Two killed, the mayor of Kelm says"),
        ("Two freed within the last few hours,", "Two freed"),
        ("Mine kills two in Kelm, 415 km east of Arlo", "Mine kills two in Kelm"),
        ("Two killed, national Police say", "Two killed, National Police say"),
        ("Police of the national parks strike", "Police of the national parks strike"),
    ],
)
def test_last_touches(text, told):
    assert styled.styled(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Were seized from the harbour, the guards plan to leave",
        "Oldane who was reported missing, is owner of the mill",
        "A spokesman says his sons, who do not live, called him",
        "Spokesman for the army reports that have been killed",
        "The rebels have renewed their attacks early",
    ],
)
def test_what_has_lost_its_subject_or_a_comma_is_no_headline(text):
    assert not shorten._stands(text, known=False, parsed=True)


TOLL = "Five guards and a driver were killed and at least 24 people hurt when a mine went off."


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "A large operation was conducted at noon when a police patrol of Kelm surrounded the"
            " airport of Arlo.",
            "Police patrol of Kelm surrounded the airport of Arlo",
        ),
        (
            "The wave of attacks to which reporters are subjected continued on Monday when Jan Oru,"
            " a reporter of Kelm, was killed at his home.",
            "Jan Oru, a reporter of Kelm, was killed at his home",
        ),
    ],
)
def test_the_deed_behind_an_empty_main_clause_is_a_headline(text, deed):
    draft = draft_of(Copy(text))
    assert deed in set(deeds.deeds(draft, 115))
    headline = compose(dossier([Copy(text)]), None).headline.text
    assert not headline.startswith(("Large operation", "A large", "The wave", "Wave"))


@pytest.mark.parametrize(
    "text",
    [
        "The army attacked the airport when a police patrol surrounded the mill in Kelm.",
        "A large operation was conducted when they surrounded the airport of Kelm on Monday.",
        "A large operation was conducted in the hills of Kelm by the army on Monday.",
    ],
)
def test_no_deed_is_taken_from_behind_a_main_clause_that_tells_one(text):
    assert not list(deeds.deeds(draft_of(Copy(text)), 115))


def test_a_headline_loses_by_a_toll_that_it_leaves_out():
    copy = Copy(TOLL).figure("Five guards", "killed", 5).figure("24 people", "injured", 24)
    draft = draft_of(copy)
    full, part = TOLL.rstrip("."), "Five guards and a driver were killed"
    assert worth._uncounted(draft, full) == 0
    assert worth._uncounted(draft, part) == 1


@pytest.mark.parametrize(
    ("dull", "plain"),
    [
        ("An operation was conducted in the hills of Kelm", "Soldiers searched the hills of Kelm"),
        ("Council of Kelm issues a statement on the flood", "Council of Kelm shuts the port"),
        ("President tells reporters of the bridge in Kelm", "President opens the bridge in Kelm"),
    ],
)
def test_what_only_says_that_something_was_done_loses(dull, plain):
    draft = draft_of(Copy(f"{plain}."))
    assert worth.of_version(draft, plain) - worth.of_version(draft, dull) > 0.5


def test_a_relative_clause_that_tells_which_goes_unless_its_noun_says_nothing():
    text = "A team will leave for Kelm to free about 900 villagers who were kidnapped in May."
    clause = "who were kidnapped in May"
    draft = outlined(Copy(text), (clause, "defining"))
    short = "A team will leave for Kelm to free about 900 villagers"
    assert lost.is_whole(draft, short, related=False)
    assert not lost.is_whole(draft, short)
    singled = text.replace("about 900 villagers", "the only ones")
    draft = outlined(Copy(singled), (clause, "defining"))
    assert not lost.is_whole(draft, singled.removesuffix(f" {clause}."), related=False)


def test_a_last_phrase_that_only_adds_to_a_clause_may_go():
    text = "Oldane became the candidate of the party by a wide margin of votes in the province."
    draft = outlined(Copy(text))
    assert lost.is_whole(draft, "Oldane became the candidate of the party")
    assert not lost.is_whole(draft, "Oldane became the candidate")
    assert draft.span == Span(0, len(text))


def test_the_subject_is_no_explanation_of_the_dateline_before_it():
    text = "KELM (TARVIA), 2 MAR (NORTHWIRE) -- Jan Oru, a member of the Tarvian Party, has died."
    draft = outlined(
        Copy(text), ("Jan Oru, a member of the Tarvian Party", "apposition"),
        ("a member of the Tarvian Party", "apposition"), verbs=(("died", "died"),),
    )  # fmt: skip
    found = outlines.outline_of(draft.sheet, draft.span)
    assert [a.span.start for a in found.asides] == [text.index("a member")]
