"""Where sentences begin."""

from dateline.reader.language import model


def starts(text: str) -> list[str]:
    return [t.text for t in model("en")(text) if t.is_sent_start and not t.is_space]


def test_a_sentence_begins_after_a_blank_line():
    assert starts("TALKS RESUME TODAY\n\nDelegates met on Monday.") == ["TALKS", "Delegates"]


def test_the_subject_stays_with_its_verb_after_a_blanked_header():
    blank = " " * 38
    text = f"Town gives first toll: 12 killed\n{blank}Russia announced on Wednesday that 12 died."
    assert "announced" not in starts(text)
