"""What tests share: where the gold lies, and which services must be there."""

import os
import shutil
from pathlib import Path

import pytest

from dateline.config import data_dir

ROOT = Path(__file__).parent.parent


def _missing(item: pytest.Item) -> str | None:
    """Why a marked test cannot run here, or nothing."""
    if item.get_closest_marker("data") and not data_dir().is_dir():
        return f"no third-party gold at {data_dir()} (set DATELINE_DATA)"
    if item.get_closest_marker("browser") and not shutil.which("chromedriver"):
        return "no chromedriver on this machine"
    if item.get_closest_marker("postgres") and not os.environ.get("DATELINE_TEST_POSTGRES"):
        return "no PostgreSQL given (set DATELINE_TEST_POSTGRES)"
    return None


def _required(item: pytest.Item) -> bool:
    return any(
        item.get_closest_marker(marker) and os.environ.get(f"DATELINE_REQUIRE_{marker.upper()}")
        for marker in ("browser", "postgres")
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run, with the reason; CI turns these skips into failures."""
    for item in items:
        reason = _missing(item)
        if reason and not _required(item):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of third-party gold."""
    return data_dir()


@pytest.fixture(scope="session")
def specimen() -> Path:
    """The specimen page, beside the gold."""
    path = data_dir().parent / "specimen" / "report.txt"
    if not path.exists():
        pytest.skip(f"no specimen at {path}")
    return path
