"""Settings that users may change, all from the environment, read in one place."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from dateline.errors import ConfigError

DATA_DEFAULT = Path("../shared/data")


def data_dir() -> Path:
    """Where third-party gold lies: ``DATELINE_DATA``, by default ``../shared/data``."""
    return Path(os.environ.get("DATELINE_DATA") or DATA_DEFAULT)


def cache_dir() -> Path:
    """Where compiled tables are kept: ``DATELINE_CACHE``, by default the user's cache folder."""
    chosen = os.environ.get("DATELINE_CACHE")
    return Path(chosen) if chosen else user_cache_path("dateline", appauthor=False)


def worker_count() -> int:
    """How many reading processes: ``DATELINE_WORKERS``, by default one per core."""
    chosen = os.environ.get("DATELINE_WORKERS", "")
    return max(1, int(chosen)) if chosen.isdigit() else max(1, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Web:
    """How a published site reaches the world; each is null where the setting is absent.

    ``address`` is where the site is served, ``desk`` the address of a running desk, to which
    readers' replies are posted, ``contact`` the mail address for them if there is no desk.
    """

    address: str | None = None
    desk: str | None = None
    contact: str | None = None


def web() -> Web:
    """``DATELINE_ADDRESS``, ``DATELINE_DESK`` and ``DATELINE_CONTACT``.

    Raises:
        ConfigError: one of them is not an address of its kind.

    """
    return Web(
        _setting("DATELINE_ADDRESS", _WEB, "https://wire.example/"),
        _setting("DATELINE_DESK", _WEB, "https://desk.example/"),
        _setting("DATELINE_CONTACT", _MAIL, "desk@wire.example"),
    )


_WEB = re.compile(r"https?://[a-z0-9.\-\[\]:]+(/[\w.~/\-]*)?", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(\.[\w\-]+)+")


def _setting(name: str, form: re.Pattern[str], example: str) -> str | None:
    value = os.environ.get(name, "").strip()
    if value and not form.fullmatch(value):
        raise ConfigError(f"{name} is {value!r}.", f"Write it like {example}, or leave it out.")
    return value or None
