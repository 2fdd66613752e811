"""The same tests on both stores: PostgreSQL where ``DATELINE_TEST_POSTGRES`` names a database."""

import os
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from dateline.ledger import open_ledger
from dateline.ledger.storage.database import address

POSTGRES = os.environ.get("DATELINE_TEST_POSTGRES")


@pytest.fixture
def postgres_url():
    """A schema of its own in the test database, dropped afterwards."""
    if not POSTGRES:
        pytest.skip("DATELINE_TEST_POSTGRES does not name a PostgreSQL database")
    name = f"t{uuid4().hex}"
    engine = create_engine(address(POSTGRES))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{POSTGRES}?options=-csearch_path%3D{name}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request, tmp_path):
    """An empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return request.getfixturevalue("postgres_url")


@pytest.fixture
def ledger(url):
    opened = open_ledger(url)
    yield opened
    opened.close()


@pytest.fixture
def memory():
    opened = open_ledger(":memory:")
    yield opened
    opened.close()
