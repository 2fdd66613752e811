"""Settings that users may change, all from the environment, read in one place."""

import os
from pathlib import Path

from platformdirs import user_cache_path

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
