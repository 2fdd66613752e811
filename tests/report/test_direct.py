"""First-person sentences of carried texts and answers: whose quotations they become, and how."""

import pytest

from dateline.records import Line
from dateline.report import compose, spoken
from dateline.report.choosing import learnt, quoting
from dateline.report.citing import cite
from dateline.report.gate import judge
from dateline.report.ground import ground
from dateline.report.lines.drafts import draft_of, drafts, line_of
from dateline.report.lines.spelling import Said

from .factory import Copy, dossier

HEAD = "[COMMUNIQUE] [TARVIAN FARMERS' FRONT] [TEXT] "
WON = "We will not negotiate with men who attack the farmers of Kelm."
HELD = "Our members blocked the road to Orlo and burned two toll gates."


def copy_of(text, *events, notes=(), **options):
    copy = Copy(text, agency="Radio Orlo", options=options)
    for words in events:
        copy.event(words, "ASSAULT")
    for note in notes:
        copy.mask(note)
    return copy


def carried(body, *events):
    notes = ("[COMMUNIQUE]", "[TARVIAN FARMERS' FRONT]", "[TEXT]")
    return copy_of(HEAD + body, *events, notes=notes)


def quoted(copy):
    """The lines that are somebody's quotation for want of any other form, and are news."""
    on = ground(dossier([copy]))
    found = learnt.judged(drafts(on)[0])
    return [line_of(d, on, Said()).text for d in found if d.spoken and quoting.is_worth(d)]


def test_a_communique_in_the_first_person_is_quoted():
    copy = carried(f"{WON} {HELD}", "attack", "burned")
    assert quoted(copy) == [
        f"“{WON[:-1]},” the Tarvian Farmers' Front said in a communique.",
        f"“{HELD[:-1]},” the Tarvian Farmers' Front said in a communique.",
    ]


def test_such_a_quotation_is_on_the_page_and_names_its_author_in_the_headline():
    made = compose(dossier([carried(f"{WON} {HELD}", "attack", "burned")]), None)
    assert made is not None
    lines = [*made.standfirst, *(x for s in made.sections for x in s.lines)]
    assert any(x.text.startswith(f"“{WON[:-1]},”") for x in lines)
    assert "Front" in made.headline.text
    assert not made.refused


def test_no_more_than_two_of_one_author():
    more = "We attacked the mill of Kelm at night. We attacked the bridge near Orlo at noon."
    body = f"{WON} {HELD} {more}"
    copy = carried(body, "attack", "burned")
    copy.event("attacked the mill", "ASSAULT").event("attacked the bridge", "ASSAULT")
    assert len(quoted(copy)) == 4
    made = compose(dossier([copy]), None)
    assert made is not None
    lines = [*made.standfirst, *(x for s in made.sections for x in s.lines)]
    assert sum(x.text.startswith("“") for x in lines) == 2
    assert lines[0].text.startswith(f"“{WON[:-1]}")


@pytest.mark.parametrize(
    "body",
    [
        "And we will not negotiate with men who attack the farmers of Kelm.",
        "We ask you not to attack the farmers of Kelm.",
        "Comrades, we will not forgive an attack on the farmers of Kelm.",
        "We believe that any attack on the farmers of Kelm must fail.",
        "Will we ever forgive them the attack on the farmers of Kelm?",
        "We will not forgive “the attack on the farmers” of Kelm.",
        "We will not forgive [the] attack on the farmers of Kelm.",
        "We will not forgive this attack on the farmers of Kelm.",
        "We will avenge an attack on Kelm!",
        "We forget no attack.",
        f"We will {'never, ' * 32}forgive an attack on the farmers of Kelm.",
    ],
)
def test_what_cant_stand_between_marks_is_not_quoted(body):
    copy = carried(f"{HELD} {body}", "burned")
    copy.event("attack", "ASSAULT", after="gates.")
    assert quoted(copy) == [f"“{HELD[:-1]},” the Tarvian Farmers' Front said in a communique."]


def test_a_denial_in_the_third_person_is_quoted_below_the_opening():
    copy = carried(f"{WON} TFF had nothing to do with the death of a guard in Kelm.", "attack")
    made = [d.spoken for d in drafts(ground(dossier([copy])))[0]]
    assert made == ["TARVIAN FARMERS' FRONT", "TARVIAN FARMERS' FRONT"]


def test_rhetoric_is_not_quoted():
    assert quoted(carried("Our hearts beat for the free people of Kelm and for the harvest.")) == []


@pytest.mark.parametrize(
    "note", ["[REPORT ON COMMUNIQUE BY TARVIAN FARMERS' FRONT]", "[COMMUNIQUE]", "[COMMENTARY]"]
)
def test_nobody_is_quoted_by_a_text_that_is_not_their_own(note):
    assert quoted(copy_of(f"{note} {WON}", "attack", notes=(note,))) == []


NOTE = "[INTERVIEW WITH PORTS MINISTER ANA RUIZ BY JUAN SALT]"
ASKED = (
    f"{NOTE} [TEXT] [SALT] We hear of an attack on Kelm today. [RUIZ] {WON} "
    f"[SALT] {HELD} [RUIZ] It is so."
)


def test_an_answer_is_quoted_and_its_questions_are_not():
    copy = copy_of(ASKED, "attack", "burned", notes=(NOTE, "[TEXT]"))
    copy.event("attack", "ASSAULT", after="who ")
    copy.mask("[SALT]").mask("[RUIZ]").mask("[SALT]", after="Kelm. ")
    assert quoted(copy) == [f"“{WON[:-1]},” Ports Minister Ana Ruiz said."]


def test_who_is_only_labelled_is_quoted_if_the_dispatch_gives_an_office():
    body = f"The harbour mayor Ana Ruiz and Eva Moor spoke. [RUIZ] {WON} [MOOR] {HELD}"
    copy = copy_of(body, "attack", "burned", notes=("[RUIZ]", "[MOOR]"))
    copy.name("Ana Ruiz", role="harbour mayor").name("Eva Moor")
    assert quoted(copy) == [f"“{WON[:-1]},” harbour mayor Ana Ruiz said."]


def verdict(copy, text, *cited):
    """The rule that refuses a text which cites some words of a copy, or null."""
    on = ground(dossier([copy]))
    sheet = on.sheets[copy.guid, copy.version]
    found = judge(Line(text, tuple(cite(sheet, copy.at(words)) for words in cited)), on)
    return found and found.rule


BOTH = carried(f"{WON} {HELD} Ana Salt leads the army of Tarvia.", "attack", "burned")
BOTH.name("Ana Salt")


def test_the_gate_knows_whose_words_a_carried_text_is():
    text = f"“{WON[:-1]},” the Tarvian Farmers' Front said in a communique."
    assert verdict(BOTH, text, WON) is None
    assert verdict(BOTH, text.replace("not negotiate", "never negotiate"), WON) == "quotation"
    assert verdict(BOTH, text.replace("the Tarvian Farmers' Front", "Ana Salt"), WON) is not None
    assert verdict(BOTH, text.replace("Farmers'", "Workers'"), WON) is not None
    assert verdict(BOTH, f"“{WON}”", WON) == "quotation"


@pytest.mark.parametrize(
    "inner",
    [
        f"{WON} {HELD[:-1]}",
        "We will not negotiate and burned two toll gates",
        "attack the farmers of Kelm. Our members blocked the road to Orlo",
    ],
)
def test_the_gate_lets_no_quotation_be_merged_from_two_sentences(inner):
    text = f"“{inner},” the Tarvian Farmers' Front said in a communique."
    assert verdict(BOTH, text, WON, HELD) == "quotation"
    assert verdict(BOTH, text, f"{WON} {HELD}") == "quotation"


def test_the_gate_gives_no_answer_to_another():
    copy = copy_of(ASKED, "attack", notes=(NOTE, "[TEXT]"))
    text = f"“{WON[:-1]},” Ports Minister Ana Ruiz said."
    assert verdict(copy, text, WON) is None
    assert verdict(copy, text.replace("Ports Minister Ana Ruiz", "Juan Salt"), WON) is not None
    assert verdict(copy, text.replace("Ana Ruiz", "Eva Ruiz"), WON) is not None
    asked = f"“{HELD[:-1]},” Ports Minister Ana Ruiz said."
    assert verdict(copy, asked, HELD) is not None


def test_a_reports_words_are_quoted_by_nobody():
    copy = copy_of(f"{HELD} The Tarvian Farmers' Front is strong in Kelm.", "burned")
    text = f"“{HELD[:-1]},” the Tarvian Farmers' Front said."
    assert verdict(copy, text, HELD) == "quotation"
    assert (
        draft_of(next(iter(ground(dossier([copy])))), copy.filed().reading.sentences[0], 0) is None
    )


def test_what_one_who_asks_puts_to_somebody_is_no_line():
    text = (
        "[INTERVIEW WITH COLONEL ANA RUIZ, COMMANDER IN KELM, BY STATION CORRESPONDENT SORTO]\n\n"
        "[SORTO] The rebels said they were fighting in Sund and Arlo.\n\n"
        "[RUIZ] The army has no knowledge of any action in Sund and Arlo."
    )
    copy = Copy(text, agency="Radio Orlo").place("Sund", 1).place("Arlo", 2)
    copy.said("The rebels", "said", "they were fighting in Sund and Arlo")
    sheet = next(iter(ground(dossier([copy]))))
    asked, answered = (
        s.span for s in sheet.reading.sentences if "Sund" in text[s.span.start : s.span.end]
    )
    assert spoken.is_asked(sheet, asked)
    assert not spoken.is_asked(sheet, answered)
    edition = compose(dossier([copy]), None)
    assert edition is None or "fighting" not in edition.headline.text
