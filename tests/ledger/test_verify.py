"""Whatever is changed behind the ledger's back is found, on both stores."""

from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import select, update

from dateline.ledger.storage import codec
from dateline.ledger.storage.schema import assertion, dispatch, edition, failure, raw, reading
from dateline.records import (
    Assertion,
    Citation,
    Dispatch,
    Edition,
    Failure,
    Line,
    Reading,
    Span,
    TextRun,
)

from .factory import NOON, data, figure, hours, keep, statement, toll
from .factory import dispatch as made
from .factory import reading as read_by


def with_bytes(text="Four people were killed, the mayor said."):
    """A dispatch whose text is mapped to the bytes that it came in."""
    one = made(text)
    start = data(one).index(text.encode())
    one = replace(one, runs=(TextRun(0, len(text), start, start + len(text.encode())),))
    found = (figure(one, "Four", value=4), statement(one, "Four people were killed", by="mayor"))
    return one, read_by(one, *found)


@pytest.fixture
def sound(ledger):
    keep(ledger, with_bytes())
    keep(ledger, toll(4, guid="brio:1", agency="Brio", at=1))
    quoted = Citation("alba:1", 1, Span(0, 4), "Four", "Alba", NOON)
    ledger.save_edition(Edition("s", 1, NOON, Line("Four.", (quoted,)), (), ()))
    name = sha256(b"<a").hexdigest()
    ledger.fail(Failure("a.xml", "Bad.", "Send it again.", sha256=name), b"<a", learnt=NOON)
    assert ledger.verify() == ()
    return ledger


def tamper(ledger, table, **values):
    with ledger._engine.begin() as connection:
        assert connection.execute(update(table).values(**values)).rowcount


def rewrite(ledger, table, kind, change, column="body"):
    """Change the record in the first row of a table."""
    with ledger._engine.begin() as connection:
        row = connection.execute(select(table).order_by(*table.primary_key)).first()
        body = codec.pack(change(codec.unpack(kind, getattr(row, column))))
        keys = [c == getattr(row, c.name) for c in table.primary_key]
        assert connection.execute(update(table).where(*keys).values(body=body)).rowcount == 1


def test_raw_bytes(sound):
    tamper(sound, raw, data=b"x")
    assert sum("another hash" in fault for fault in sound.verify()) == 3
    assert any("not that of the raw bytes" in fault for fault in sound.verify())


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("issued", 1), ("agency", "Brio"), ("signal", "kill"), ("status", "canceled"),
        ("embargo", 5), ("tells", False), ("watched", True), ("content", "0" * 64),
    ],
)  # fmt: skip
def test_columns_of_a_dispatch(sound, column, value):
    tamper(sound, dispatch, **{column: value})
    assert sound.verify()


def test_the_text_of_a_dispatch(sound):
    def change(one):
        return replace(one, text=one.text.replace("Four", "Five"))

    rewrite(sound, dispatch, Dispatch, change)
    faults = " ".join(sound.verify())
    for what in ("another hash", "raw bytes at", "finding at 0", "assertion at 0", "Edition 1"):
        assert what in faults


def test_a_reading(sound):
    def change(read):
        return replace(read, figures=(replace(read.figures[0], span=Span(5, 9)),))

    rewrite(sound, reading, Reading, change)
    assert sound.verify() == ("Dispatch alba:1 version 1: finding at 5 does not read 'Four'.",)


def test_a_part_of_a_finding(sound):
    def change(read):
        said = read.statements[0]
        part = replace(said.content[0], text="Nobody was killed")
        return replace(read, statements=(replace(said, content=(part,)),))

    rewrite(sound, reading, Reading, change)
    assert any("'Nobody was killed'" in fault for fault in sound.verify())


@pytest.mark.parametrize(
    "change", [{"text": "9"}, {"span": Span(1, 2)}, {"guid": "brio:9"}, {"id": "f" * 16}]
)
def test_an_assertion(sound, change):
    rewrite(sound, assertion, Assertion, lambda a: replace(a, **change))
    assert sound.verify()


def test_an_edition(sound):
    def change(edition):
        (cited,) = edition.headline.citations
        return replace(
            edition, headline=Line("Nine.", (replace(cited, text="Nine", span=Span(0, 4)),))
        )

    rewrite(sound, edition, Edition, change)
    assert sound.verify() == ("Edition 1 of s: alba:1 version 1 does not read 'Nine' at 0.",)


def test_an_edition_that_cites_wrongly_again_and_again_is_told_in_one_line(sound):
    def change(edition):
        (cited,) = edition.headline.citations
        wrong = [replace(cited, text="Nine " * n, span=Span(0, 5 * n)) for n in range(1, 40)]
        lines = tuple(Line("Nine.", (one,)) for one in wrong)
        return replace(edition, headline=Line("Nine.", tuple(wrong)), standfirst=lines)

    rewrite(sound, edition, Edition, change)
    (told,) = sound.verify()
    assert told == (
        "Edition 1 of s: alba:1 version 1 does not read 'Nine' at 0, nor another 38 of its "
        "citations."
    )


def test_a_long_quotation_is_cut_short(sound):
    def change(edition):
        (cited,) = edition.headline.citations
        return replace(edition, headline=Line("Nine.", (replace(cited, text="Nine\n" * 99),)))

    rewrite(sound, edition, Edition, change)
    (told,) = sound.verify()
    assert len(told) < 160
    assert "\n" not in told


def test_a_finding_whose_words_are_wrong_in_several_parts_is_told_once(sound):
    def change(read):
        said = read.statements[0]
        wrong = replace(said.content[0], text="Nobody was killed")
        return replace(read, statements=(replace(said, content=(wrong,)),) * 3)

    rewrite(sound, reading, Reading, change)
    assert len(sound.verify()) == len(set(sound.verify())) == 1


def test_who_read_it(sound):
    tamper(sound, reading, reader="9")
    assert "says that 9 with none read it" in sound.verify()[0]


def test_a_failure(sound):
    rewrite(sound, failure, Failure, lambda f: replace(f, reason="All is well."))
    assert len(sound.verify()) == 1


@pytest.mark.parametrize("table", [dispatch, reading, assertion, edition, failure])
@pytest.mark.parametrize("body", [b"", b"{}", b"nonsense", b"\xff" * 9])
def test_what_cannot_be_decoded_is_said_and_the_rest_is_checked(sound, table, body):
    tamper(sound, table, body=body)
    assert any("cannot be decoded" in fault for fault in sound.verify())


def test_missing_bytes_and_readings(sound):
    with sound._engine.begin() as connection:
        connection.execute(reading.delete())
        connection.execute(raw.delete())
    faults = " ".join(sound.verify())
    assert faults.count("has no reading") == faults.count("are missing") == 2


def test_later_times_do_not_matter(sound):
    keep(sound, toll(7, guid="cera:1", agency="Cera", at=9), learnt=hours(20))
    assert sound.verify() == ()
