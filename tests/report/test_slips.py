import pytest

from dateline.records import Span
from dateline.report.ground import ground
from dateline.report.lines import losses, slips
from dateline.report.lines.edits import apply
from dateline.report.recase import mended

from .factory import Copy, dossier


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge was blow up by rebels.", "was blow"),
        ("Clashes were have been reported in Kelm.", "were have"),
        ("He has take the road to Kelm.", "has take"),
        ("They will was heard in court.", "will was"),
        ("The offices of the were attacked.", "the were"),
        ("Six Tarvians where among the dead.", "Tarvians where among"),
        ("He has been mayor since L985.", "L985"),
        ("Two men, who is and commander, died.", "who is and"),
        ("A man, who is also and Orlo commander, died.", "who is also and"),
        ("They were hurt in, which took long.", "in, which"),
        ("The movement layed down its arms.", "layed"),
        ("They had guns an boots of their own.", "an boots"),
        ("Police sources have reported that ten died in Kelm, according to police sources.",
         "police sources"),
    ],
)  # fmt: skip
def test_a_broken_sentence_is_known_by_its_words(text, words):
    assert slips.slip(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "What they do is throw stones.",
        "Our will is strong.",
        "A European union of workers met for an hour.",
        "It is a useful one-day visit to a university.",
        "He was shot and has been taken to the place where among others his son lay.",
        "The room he was in, and the street, were searched.",
        "In late May was the last of the trials.",
        "Police have said ten died, according to army sources.",
        "The men were found alive and the boys were let go.",
    ],
)
def test_a_sound_sentence_is_none(text):
    assert slips.slip(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They began a offensive in Kelm.", "They began an offensive in Kelm."),
        ("They signed an letter in Kelm.", "They signed a letter in Kelm."),
        ("They had guns an boots.", "They had guns an boots."),
        ("Police sources in Kelm have said that ten died, according to police sources in Kelm.",
         "Police sources in Kelm have said that ten died."),
        ("Police sources have said that ten died, according to the army.",
         "Police sources have said that ten died, according to the army."),
        ('He called it "a offensive" act.', 'He called it "a offensive" act.'),
        ("It was a unique union of a one-time foe.", "It was a unique union of a one-time foe."),
        ("They layed down their arms.", "They laid down their arms."),
        ("They blowed up a bridge.", "They blowed up a bridge."),
        ("Six Tarvians where among the dead.", "Six Tarvians were among the dead."),
        ("Kelm is a town where among others his son lay.",
         "Kelm is a town where among others his son lay."),
        ("Clashes were have been reported in Kelm.", "Clashes have been reported in Kelm."),
    ],
)  # fmt: skip
def test_what_can_be_put_right_is(text, wanted):
    sheet = next(iter(ground(dossier([Copy(text)]))))
    span = Span(0, len(text))
    assert apply(sheet.shown, span, slips.edits(sheet, span)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It harms the Democratic system of Tarvia.", "It harms the democratic system of Tarvia."),
        ("They went to the operations Center in Kelm.",
         "They went to the operations center in Kelm."),
        ("It was a peaceful March, he said.", "It was a peaceful march, he said."),
        ("The March took place on the coastal Highway, east of the 1St gate.",
         "The march took place on the coastal highway, east of the 1st gate."),
        ("They met on a cold day in March.", "They met on a cold day in March."),
        ("The Democratic Party met.", "The Democratic Party met."),
        ("An army of National Liberation met.", "An army of National Liberation met."),
        ("They voted for an Appointement of his.", "They voted for an appointement of his."),
    ],
)  # fmt: skip
def test_an_ordinary_word_that_stands_alone_has_no_capital(text, wanted):
    assert mended(text) == wanted


@pytest.mark.parametrize(
    "note",
    ["[date as received]", "[as heard]", "[sentence as broadcast]", "(sic)", ". date as received"],
)
def test_what_its_own_agency_doubts_is_no_line(note):
    text = f"Rebels held the town of Kelm on 3 March {note}."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert losses.has_doubt(sheet, Span(0, len(text)))


def test_a_note_on_the_spelling_of_a_name_is_no_doubt():
    text = "The rebels freed Ana Ruizal [spelling of name as received] in Kelm."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert not losses.has_doubt(sheet, Span(0, len(text)))
