"""A published copy of the rich site, made once."""

from pathlib import Path

import pytest

from dateline.publish import publish

from .factory import site


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the published test site."""
    out = tmp_path_factory.mktemp("site") / "wire"
    publish(site(), out)
    return out


@pytest.fixture(scope="session")
def story(published: Path) -> Path:
    """The folder of its rich story."""
    return published / "kharkiv-landing"
