"""The sample wire, published once for all tests of the desk."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.clock import Clock
from dateline.desk import Desk, Publication, sample

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Newsroom:
    """A published site with the ledger behind it."""

    site: Path
    db: Path
    made: Publication


def desk(db: Path) -> Desk:
    return Desk(str(db), Clock.frozen(NOW))


def words_of(site: Path) -> dict[str, bytes]:
    """Every file of a site, by its path."""
    return {
        str(p.relative_to(site)): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()
    }


@pytest.fixture(scope="session")
def wire() -> Iterator[Path]:
    with sample.folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    folder = tmp_path_factory.mktemp("newsroom")
    with desk(folder / "desk.db") as open_desk:
        made = open_desk.demo(folder / "site")
    return Newsroom(folder / "site", folder / "desk.db", made)
