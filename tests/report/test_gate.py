from dataclasses import replace
from datetime import timedelta

import pytest

from dateline.records import Line, Span
from dateline.report import compose
from dateline.report.citing import cite
from dateline.report.figures.disputes import NOTED
from dateline.report.gate import check_line
from dateline.report.gate.texts import sentences
from dateline.report.ground import ground

from .corpus import AT, story
from .factory import Copy, dossier

SHELLING = (
    "Government artillery shelled the harbour of Port Arlo on Wednesday, killing at least 21 "
    "people and wounding nine others, the regional governor, Marta Oldane, said."
)


def line_on(text, *sentences, on):
    """A line that cites the sentences that hold some words."""
    citations = []
    for words in sentences:
        for sheet in ground(on):
            at = sheet.dispatch.text.find(words)
            if at >= 0:
                whole = sheet.around(Span(at, at + len(words)))
                citations.append(cite(sheet, sheet.trimmed(whole)))
    assert len(citations) == len(sentences)
    return Line(text, tuple(citations))


def rule(text, *sentences, on=None):
    on = on or story()
    refusal = check_line(line_on(text, *sentences, on=on), on)
    return refusal and refusal.rule


def test_a_verbatim_sentence_passes():
    assert rule(SHELLING, "shelled the harbour") is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("21", "24", "number"),
        ("at least ", "", "number"),
        ("at least", "nearly", "number"),
        ("people", "soldiers", "wording"),
        ("nine", "ten", "number"),
        ("Wednesday", "Thursday", "date"),
        ("Wednesday", "Wednesday 9 March", "date"),
        ("Marta Oldane", "Tomas Wern", "name"),
        ("Port Arlo", "Port Belsk", "name"),
        ("killing", "not killing", "negation"),
        ("killing", "sinking", "wording"),
        (", the regional governor, Marta Oldane, said", "", "attribution"),
    ],
)
def test_one_false_word_is_refused(old, new, expected):
    found = rule(SHELLING.replace(old, new, 1), "shelled the harbour")
    assert found == expected or (found is not None and expected in ("wording", "number"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("At least 21 people were killed in Port Arlo, Marta Oldane said.", "shelled the harbour"),
        ("Marta Oldane added that the hospital had not received medicine since Monday 28 February.",
         "She added"),
        ("The Relief Union sent 2,000 tons of flour to Port Arlo on 2 March, its director Inge "
         "Salt reported.", "FLOUR"),
        ("President Aldo Rime said the government was ready to discuss a ceasefire.", "He said"),
        ('"Hunger will follow within days" if the coast road stays closed, Inge Salt warned.',
         "hunger will follow"),
        ("About 400 families fled the old town on 1 March, according to the Relief Union.",
         "About 400"),
        ("Seven banks will be shut out of the clearing system from March 12, Ruth Amsel said.",
         "Seven banks"),
    ],
)  # fmt: skip
def test_a_true_rewording_passes(text, source):
    assert rule(text, source) is None


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("The defence ministry said that its guns had fired on the harbour.", "denied", "negation"),
        ("Its guns had fired on the harbour.", "denied", "negation"),
        ('Oldane said "the city will hold".', "The city is holding", "quotation"),
        ('Oldane said the city is "holding and will hold", and "did not sleep".',
         "The city is holding", "quotation"),
        ('About 400 families "fled the old town", according to the Relief Union.', "About 400",
         "quotation"),
        ("The column is 50 miles from the border, the border guard said.", "The column", "number"),
        ("Rebel forces have taken the airport at Sund, but the army said it still held the runway.",
         "Rebel forces", "hedge"),
        ("The state bank has lost a third of its reserves.", "more than a third", "number"),
        ('The mayor, Marta Oldane, called the arrests "a disgrace".', "called the arrests",
         "name"),
        ("Two bridges were destroyed and civilians were killed, Petr Hask said.", "TWO BRIDGES",
         "negation"),
        ("The rebels released 312 prisoners.", "demanded", "attribution"),
    ],
)  # fmt: skip
def test_a_false_rewording_is_refused(text, source, expected):
    found = rule(text, source)
    assert found is not None, text
    assert found == expected or expected in ("negation", "name", "attribution", "number")


def test_a_dispute_keeps_each_figure_with_its_speaker():
    cited = ("nearly 9,000", "498 dead")
    good = (
        "Jan Brock says nearly 9,000 soldiers were killed; the defence ministry says 498. "
        "Neither figure has been verified."
    )
    assert rule(good, *cited) is None
    swapped = good.replace("Jan Brock", "X").replace("the defence ministry", "Jan Brock")
    assert rule(swapped.replace("X", "The defence ministry"), *cited) == "speaker"
    assert rule(good.replace("nearly ", ""), *cited) == "number"
    assert rule(good.replace("Neither figure has", "The figures have"), *cited) is not None


def test_a_note_on_one_figure_stands_behind_one_that_nobody_has_verified():
    one = Copy(
        "Ana Ruiz spoke of nearly 300 soldiers killed, which cannot be verified.", guid="one"
    )
    one.name("Ana Ruiz").said("Ana Ruiz", "spoke of", "nearly 300 soldiers killed", name="Ana Ruiz")
    one.figure("nearly 300 soldiers", "killed", 300, hedge="nearly", population="soldiers",
               by="Ana Ruiz", verification="cannot be verified")  # fmt: skip
    two = Copy("The army said 41 of its soldiers were killed.", guid="two")
    two.said("The army", "said", "41 of its soldiers were killed", name="army")
    two.figure("41 of its soldiers", "killed", 41, population="soldiers", by="army")
    on = dossier([one, two], contradictions=[("one-1-0", "two-1-0")])
    [dispute] = compose(on, None).disputes
    assert dispute.line.text == (
        "Ana Ruiz says nearly 300 soldiers were killed, a figure that has not been verified; the "
        "army says 41."
    )
    swapped = "Ana Ruiz says nearly 300 soldiers were killed; the army says 41" + NOTED + "."
    refused = check_line(replace(dispute.line, text=swapped), on)
    assert refused is not None
    assert refused.rule in ("house", "verification")


def test_text_that_may_not_be_used_is_refused():
    on = story()
    line = line_on(SHELLING, "shelled the harbour", on=on)
    assert check_line(line, replace(on, filed=on.filed[:1])).rule == "present"
    for change, expected in (
        ({"version": 2}, "present"),
        ({"status": "canceled"}, "usable"),
        ({"embargo_until": AT + timedelta(hours=1)}, "usable"),
        ({"expires": AT - timedelta(hours=1)}, "usable"),
        ({"usage_terms": "No more than 10 words may be quoted."}, "rights"),
        ({"rights": "Not for publication"}, "rights"),
        ({"signal": "kill"}, "usable"),
    ):
        filed = tuple(replace(f, dispatch=replace(f.dispatch, **change)) for f in on.filed)
        assert check_line(line, replace(on, filed=filed)).rule == expected


def test_citations_must_be_exact():
    on = story()
    line = line_on(SHELLING, "shelled the harbour", on=on)
    wrong = replace(line.citations[0], text="Something else.")
    assert check_line(replace(line, citations=(wrong,)), on).rule == "exact"
    assert check_line(replace(line, citations=()), on).rule == "cited"


def test_damage_and_masks_bear_nothing():
    copy = Copy("The town fell on once morest Monday. Page three of four.")
    copy.hurt("once morest").mask("Page three of four.", "boilerplate")
    on = dossier([copy])
    assert rule("The town fell.", "The town fell", on=on) == "damage"
    assert rule("Page three of four.", "Page three", on=on) in ("masked", "exact")


def test_a_withdrawn_claim_bears_nothing():
    on = story()
    claims = tuple(
        replace(c, assertions=tuple(
            replace(a, withdrawn=AT, reason="killed") for a in c.assertions))
        for c in on.claims
    )  # fmt: skip
    line = line_on(SHELLING, "shelled the harbour", on=on)
    assert check_line(line, replace(on, claims=claims)).rule == "withdrawn"


def judged(text, copy):
    on = dossier([copy])
    found = check_line(
        Line(text, (cite(ground(on).sheets[copy.guid, copy.version], Span(0, len(copy.text))),)), on
    )
    return found and found.rule


def test_what_was_foreseen_is_no_attribution_of_what_came():
    text = "The state bank cut its key rate to 3 percent, as most brokers had expected."
    copy = Copy(text).said("most brokers", "had expected", text[: text.index(" most")])
    assert judged("The state bank cut its key rate to 3 percent", copy) is None
    reported = text.replace("had expected", "had reported")
    copy = Copy(reported).said("most brokers", "had reported", text[: text.index(" most")])
    assert judged("The state bank cut its key rate to 3 percent", copy) == "attribution"


def test_how_much_is_meant_may_go_with_the_clause_that_says_it():
    text = "The toll of the flood has risen to 37, with most of the deaths caused by landslides."
    assert judged("The toll of the flood has risen to 37", Copy(text)) is None
    told = "The deaths of the flood were caused by landslides"
    assert judged(told, Copy(text)) == "quantifier"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("KELM, 3 March 2022 (Northwire) - ", None),
        ("KELM, 9 March 2022 (Northwire) - ", "date"),
    ],
)
def test_the_dateline_of_a_draft_says_when_it_was_sent(head, expected):
    source = "KELM, March 3 (Northwire) - A bridge fell on Wednesday, the mayor of Kelm said."
    copy = Copy(source, "one").place("Kelm", 1, after="mayor of")
    copy.date("March 3", "2022-03-03").date("Wednesday", "2022-03-02")
    text = f"{head}A bridge fell on Wednesday 2 March, the mayor of Kelm said."
    assert rule(text, "A bridge fell", on=dossier([copy])) == expected


@pytest.mark.parametrize(("side", "expected"), [("Dravian", None), ("Sorvian", "name")])
def test_no_other_name_of_the_source_stands_in_the_place_of_one(side, expected):
    source = "Airborne units of the Dravian army had landed in Kelm, the Sorvian army said."
    text = source.replace("Dravian", side)
    assert rule(text, "Airborne units", on=dossier([Copy(source, "one")])) == expected


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        (
            "Three explosions rocked Kelm on Monday, leaving at least one dead, five wounded, "
            "and shops damaged.",
            None,
            None,
        ),
        (
            "Three explosions rocked Kelm on Monday, leaving at least one dead, five wounded, "
            "and shops damaged.",
            "Three explosions rocked Kelm on Monday, leaving at least five dead, one wounded, "
            "and shops damaged.",
            "number",
        ),
        ("The cables were found to be nothing but old wire, and the search was called off.",
         None, None),
        ("Envoys confirmed the existence of exchange plans but stated that nobody had signed.",
         None, None),
        ("Floods cut the road to Arlo on Monday, and the market closed on Tuesday.",
         "The market closed on Tuesday because floods cut the road to Arlo.", "cause"),
        ("Floods cut the road to Arlo on Monday, so the market closed on Tuesday.",
         "The market closed on Tuesday because floods cut the road to Arlo on Monday.", None),
        ("The crown has lost a fifth of its value since the start of the year and fell after "
         "the decision.", "The crown has lost a fifth of its value since the decision.", "start"),
        ("The former finance minister Ada Korvin was freed on Monday.",
         "The finance minister Ada Korvin was freed on Monday.", "office"),
    ],
)  # fmt: skip
def test_causes_starts_and_words_that_stand_as_in_the_source(source, text, expected):
    on = dossier([Copy(source, "one")])
    assert rule(text or source, source[:12], on=on) == expected


def test_an_outlet_with_small_words_in_its_name_may_say_what_it_carries():
    source = "The government reaffirmed its willingness to investigate the attack."
    copy = Copy(source, "one", agency="EL DIARIO DE HOY")
    text = source.rstrip(".") + ", El Diario de Hoy said."
    assert rule(text, "The government", on=dossier([copy])) is None


def test_a_sentence_that_ends_with_an_abbreviation_is_judged():
    assert [s.end for s in sentences("A bridge fell, said the U.N.")] == [28]
