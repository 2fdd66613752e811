"""The table of statements: what the report cites, and nothing else."""

from dataclasses import replace

from dateline.records import Damage
from dateline.report import compose

from .factory import Copy, dossier

SAID = "At least 12 people were killed in Lindholm, the governor said."
CALM = "The harbour was calm at noon, harbour master Ida Vale said."


def copy() -> Copy:
    made = Copy(f"{SAID} {CALM}", guid="northwire-1")
    made.said("the governor", "said", "At least 12 people were killed in Lindholm")
    made.said("harbour master Ida Vale", "said", "The harbour was calm at noon")
    made.figure("At least 12 people", "killed", low=12, hedge="at least", population="people",
                by="the governor", place="Lindholm")  # fmt: skip
    return made


def test_every_statement_that_is_cited_is_listed_in_its_own_words():
    on = dossier([copy()])
    edition = compose(on, None)
    (text,) = {one.dispatch.text for one in on.filed}
    assert {one.by for one in edition.statements} == {"the governor", "harbour master Ida Vale"}
    for one in edition.statements:
        span = one.citation.span
        assert text[span.start : span.end] == one.citation.text
        assert all(words in one.citation.text for words in one.content)
        assert one.citation.before == one.citation.after == ""


def test_a_damaged_statement_is_not_listed():
    on = dossier([copy()])
    (filed,) = on.filed
    said = next(one for one in filed.reading.statements if "calm" in one.text)
    hurt = Damage(said.span, said.text, "duplicate")
    reading = replace(filed.reading, damage=(hurt,))
    edition = compose(replace(on, filed=(replace(filed, reading=reading),)), None)
    assert [one.by for one in edition.statements] == ["the governor"]
