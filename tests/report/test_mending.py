"""What is printed of a damaged sentence: all that the damage leaves whole, and no damaged word."""

import pytest

from dateline.records import Span
from dateline.report import compose, glosses
from dateline.report.ground import ground
from dateline.report.lines import mending

from .factory import Copy, dossier

LEDE = "The mayor of Kelm resigned on Monday after a long dispute with the council."

MENDED = [
    (
        "Sund’s assembly passed a resolution which “demands that Kelm cease fire once morest "
        "Arlo”, five members opposing it.",
        "once morest",
        None,
        "Sund’s assembly passed a resolution, five members opposing it.",
    ),
    (
        "Dozens of people were arrested during rallies once morest the siege of Kelm organized in "
        "Sund on Tuesday.",
        "once morest",
        "against",
        "Dozens of people were arrested during rallies organized in Sund on Tuesday.",
    ),
    (
        "“Hundreds of our people have been killed,” Ana Ruiz said at the harbour, and “it will "
        "get worse in coming months. coming days”.",
        "coming months. coming days",
        None,
        "“Hundreds of our people have been killed,” Ana Ruiz said at the harbour.",
    ),
    (
        "Ana Ruiz said the council was “more alone than ever in the province”, once morest a "
        "background of strikes.",
        "once morest",
        "against",
        "Ana Ruiz said the council was “more alone than ever in the province”.",
    ),
]


def test_of_a_word_that_stands_twice_one_stays():
    text = "The mayor of Kelm said that two people died in the the clash at the town bridge."
    copy = Copy(f"{LEDE}\n\n{text}").hurt("the the", kind="duplicate", suggestion="the")
    sheet = next(iter(ground(dossier([copy]))))
    sound = mending.sound(sheet, Span(text_at := copy.text.index("The mayor"), len(copy.text)))
    assert sound.span.start == text_at
    assert sheet.shown[sound.hole.start : sound.hole.end].split() == ["the"]


def printed(text, hurt, suggestion):
    copy = Copy(f"{LEDE}\n\n{text}")
    copy.hurt(hurt, suggestion=suggestion)
    if "Ana Ruiz" in text:
        copy.name("Ana Ruiz")
    if "Sund" in text:
        copy.place("Sund", 8)
    edition = compose(dossier([copy]), None)
    lines = [*edition.standfirst, *(line for s in edition.sections for line in s.lines)]
    return {line.text: line for line in lines}


@pytest.mark.parametrize(("text", "hurt", "suggestion", "line"), MENDED)
def test_the_rest_of_a_damaged_sentence_is_printed(text, hurt, suggestion, line):
    lines = printed(text, hurt, suggestion)
    assert line in lines
    assert not any(hurt in c.text for c in lines[line].citations)


@pytest.mark.parametrize(
    "text",
    [
        "The council fought once morest the plan for a year in the town of Kelm.",
        "The leader told the crowd that “we are not at war once morest the people of Sund”.",
    ],
)
def test_nothing_is_cut_out_of_a_quotation_or_from_the_end_of_a_bare_clause(text):
    lines = printed(text, "once morest", "against")
    assert list(lines) == [LEDE]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[The] army shot a [Tarvian] miller.", "The army shot a Tarvian miller."),
        ("The Union [UP] and a [name as heard] miller met.", "The Union (UP) and a miller met."),
        ("The [old] guards [word indistinct] met.", "The old guards [word indistinct] met."),
    ],
)
def test_words_that_an_editor_put_in_stay(text, shown):
    assert " ".join(glosses.plain(text).split()) == shown
    assert len(glosses.plain(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The KWA [Kelm wool alliance] met. KWA [Kelm wool alliance] men left.",
            "The KWA (Kelm Wool Alliance) met. KWA men left.",
        ),
        ("Velkotrop [Orlo petrol enterprise] paid.", "Velkotrop paid."),
        ("Ofelkom [managerial office of the mills] paid.", "Ofelkom (Managerial Office of the "
         "Mills) paid."),
        ("The KWA [name as received] met.", "The KWA met."),
        ("The mill [Kelm wool mill] burnt.", "The mill burnt."),
        ('Ruiz said: "The KWA [Kelm wool alliance] lies."', 'Ruiz said: "The KWA lies."'),
    ],
)  # fmt: skip
def test_the_name_that_letters_stand_for_is_told_once(text, shown):
    assert " ".join(glosses.plain(text).split()) == shown
    assert len(glosses.plain(text)) == len(text)
