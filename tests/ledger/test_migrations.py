"""The migrations make what the code expects, on an empty and on a filled database."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, create_engine, select, text

from dateline.errors import LedgerError
from dateline.ledger import open_ledger
from dateline.ledger.storage import codec, migrate
from dateline.ledger.storage.database import open_engine
from dateline.ledger.storage.schema import dispatch, metadata, vector
from dateline.ledger.stories.choosing import Profile
from dateline.records import Edition, Line, Reference

from .factory import hours, keep, kill, toll


def test_migrated_equals_the_tables_in_code(url):
    engine = open_engine(url)
    with engine.connect() as connection, connection.begin():
        migrate.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_made_at_once_equals_migrated():
    engines = [create_engine("sqlite://"), open_engine("sqlite://")]
    metadata.create_all(engines[0])
    with engines[1].connect() as connection, connection.begin():
        migrate.upgrade(connection)
    assert _tables(engines[0]) == _tables(engines[1])


def _tables(engine):
    query = "SELECT type, tbl_name, name FROM sqlite_master WHERE name NOT LIKE 'alembic%'"
    columns = "SELECT m.name, p.* FROM sqlite_master m, pragma_table_info(m.name) p ORDER BY 1, 2"
    with engine.connect() as connection:
        made = {tuple(r) for r in connection.execute(text(query)) if "alembic" not in r.tbl_name}
        shape = [tuple(r) for r in connection.execute(text(columns)) if "alembic" not in r[0]]
    engine.dispose()
    return made, shape


def test_a_filled_ledger_opens_again_unchanged(url):
    first = open_ledger(url)
    keep(first, toll(4))
    before = first.claims()
    first.close()
    again = open_ledger(url)
    assert again.claims() == before
    assert len(again.stories(hours(1))) == 1
    again.close()


def test_other_databases_are_refused(tmp_path):
    path = tmp_path / "other.db"
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE diary (day TEXT)"))
    engine.dispose()
    with pytest.raises(LedgerError, match="no ledger"):
        open_ledger(str(path))


@pytest.mark.parametrize("url", ["mysql://x/y", "nothing://", "/no/such/folder/ledger.db"])
def test_what_cannot_be_opened_is_said(url):
    with pytest.raises(LedgerError):
        open_ledger(url)


def test_a_newer_schema_is_refused(tmp_path):
    path = str(tmp_path / "ledger.db")
    open_ledger(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match="newer"):
        open_ledger(path)


def test_profiles_of_the_first_schema_can_still_be_compared(url):
    """What lay in a ledger before kinds of matter were told joins with what comes after."""
    engine = open_engine(url)
    with engine.connect() as connection, connection.begin():
        migrate.upgrade(connection, "0001")
        connection.execute(dispatch.insert().values(seq=1, guid="a", version=1, declared=1,
            sha256="", content="", signal="lead", status="usable", learnt=0, tells=True,
            watched=False, day=0, signature=b"", body=b""))  # fmt: skip
        connection.execute(vector.insert().values(seq=1, day=0, body=b'{"flood":0.5}'))
        migrate.upgrade(connection)
        body = connection.execute(select(vector.c.body)).scalar_one()
        assert codec.unpack(Profile, body).weights == {"flood": 0.5}
    engine.dispose()


def as_first(source, url):
    """The rows of a ledger as the first schema kept them, in a database of that schema."""
    engine = open_engine(url)
    with engine.connect() as connection, connection.begin():
        migrate.upgrade(connection, "0001")
    first = MetaData()
    first.reflect(engine)
    with source._engine.connect() as old, engine.connect() as new, new.begin():
        for table in first.sorted_tables:
            if table.name == "alembic_version":
                continue
            names = [c.name for c in table.columns]
            query = select(*(metadata.tables[table.name].c[n] for n in names)).distinct()
            rows = [dict(zip(names, row, strict=True)) for row in old.execute(query)]
            for row in rows:
                if table.name == "vector":  # the first schema kept weights alone
                    row["body"] = codec.plain(codec.unpack(Profile, row["body"]).weights)
                elif "body" in row:
                    row["body"] = codec.opened(row["body"])
            if rows:
                new.execute(table.insert(), rows)
            if rows and engine.dialect.name == "postgresql":
                _count_on(new, table)
    engine.dispose()


def _count_on(connection, table):
    """Let PostgreSQL number new rows after those copied."""
    for key in {"seq", "row"} & {c.name for c in table.primary_key}:
        counter = f"pg_get_serial_sequence('{table.name}', '{key}')"
        if connection.execute(text(f"SELECT {counter}")).scalar():
            last = f"(SELECT max({key}) FROM {table.name})"
            connection.execute(text(f"SELECT setval({counter}, {last})"))


def seen(ledger):
    at = hours(500)
    return (
        ledger.claims(),
        [ledger.dossier(s.id, as_of=at, now=at) for s in ledger.stories(at)],
        ledger.redactions(as_of=at, now=at),
        ledger.waiting(),
        ledger.editions("s"),
    )


def filled(ledger):
    keep(ledger, toll(4, by="the governor", headline="Shells hit market", number="A1"))
    keep(ledger, toll(9, guid="brio:1", agency="Brio", at=1, by="the rebels", slug="Market"))
    keep(ledger, toll(5, guid="cera:1", agency="Cera", at=2, embargo_until=hours(3)))
    keep(ledger, kill(Reference(headline="Never seen"), at=5))
    keep(ledger, kill(Reference(guid="cera:1"), guid="c:k", agency="Cera", at=4))
    ledger.save_edition(Edition("s", 1, hours(1), Line("Rain.", ()), (), ()))
    return ledger


def test_the_first_schema_filled_becomes_the_newest(url, memory):
    as_first(filled(memory), url)
    migrated = open_ledger(url)
    assert seen(migrated) == seen(memory)
    assert migrated.verify() == ()
    for ledger in (memory, migrated):  # and goes on as if it had always been so
        keep(ledger, kill(Reference(headline="SHELLS HIT MARKET"), guid="alba:k", at=6))
        keep(ledger, toll(7, guid="alba:9", at=7, headline="Never seen"), learnt=hours(8))
        keep(ledger, toll(8, guid="brio:2", agency="Brio", at=8, by="the rebels"))
    assert seen(migrated) == seen(memory)
    assert {a.guid for c in migrated.claims() for a in c.assertions if not a.withdrawn} == {
        "brio:1",
        "brio:2",
    }
    migrated.close()
