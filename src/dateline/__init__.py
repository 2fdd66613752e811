"""Dateline: an automated wire desk.

    import dateline
    reading = dateline.read(text, issued=datetime(2022, 3, 2, 23, 30, tzinfo=UTC))
    with dateline.Desk("desk.db") as desk:
        desk.publish(["wire/"], Path("site"))

Importing the package loads no language model and no database driver; the first use does.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.desk import Desk as Desk
    from dateline.desk import read as read

__version__ = "0.1.0"

__all__ = ["Desk", "__version__", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (PEP 562: whatever the desk exports)
    if name in ("Desk", "read"):
        from dateline import desk  # noqa: PLC0415 (keeps the import light)

        return getattr(desk, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
