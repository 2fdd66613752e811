"""Putting a set of files into a folder: atomically, only what differs, removals last."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from errno import EACCES
from pathlib import Path, PurePosixPath

from dateline.errors import PublishError

LIST = ".dateline.json"
"""The folder's own list of what we wrote there. What is not on it is never touched."""

_HALF = ".half"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did. Paths are relative to the folder, with forward slashes.

    ``unchanged`` counts files that were left as they were.
    """

    out: Path
    written: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    stories: int


@dataclass(slots=True)
class Listing:
    """What lies in the folder by our hand: size of each file, and what each part was made from.

    ``parts`` maps the name of a part (a story, an edition) to the hash of its input and the files
    made from it. ``settled`` is false while a publication is under way or was broken off.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    parts: dict[str, tuple[str, list[str]]] = field(default_factory=dict)
    settled: bool = True


def opened(out: Path) -> Listing:
    """The folder's listing; an empty one for a new or empty folder.

    Raises:
        PublishError: the folder holds something that is not ours, or cannot be made.

    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not os.access(out, os.W_OK):
            raise PermissionError(EACCES, os.strerror(EACCES))
        if not (out / LIST).exists():
            _refuse_foreign(out)
            return Listing()
        kept = json.loads((out / LIST).read_text("utf-8"))
        parts = {name: (key, list(paths)) for name, (key, paths) in kept["parts"].items()}
        listing = Listing(dict(kept["sizes"]), parts, bool(kept["settled"]))
        if any(".." in PurePosixPath(path).parts or path[:1] == "/" for path in listing.sizes):
            raise ValueError
    except OSError as error:
        raise PublishError(f"{out} cannot be used: {error.strerror}.", "Choose another.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        what = f"{out / LIST} is damaged, so it is unknown which files may be replaced."
        raise PublishError(what, "Publish into a new folder.") from error
    if not listing.settled:
        _sweep(out, listing)
    return listing


def _refuse_foreign(out: Path) -> None:
    if any(out.iterdir()):
        what = f"{out} is not empty and was not made by Dateline."
        raise PublishError(what, "Publish into a new or empty folder.")


def _sweep(out: Path, listing: Listing) -> None:
    """Remove the halves that a broken-off publication left."""
    for path in listing.sizes:
        _half(out / path).unlink(missing_ok=True)


def standing(out: Path, listing: Listing, part: str, key: str) -> bool:
    """Whether a part was made from this very input and all of its files are still there, whole."""
    made, paths = listing.parts.get(part, ("", []))
    return listing.settled and made == key and all(_whole(out, listing, path) for path in paths)


def _whole(out: Path, listing: Listing, path: str) -> bool:
    try:
        return (out / path).stat().st_size == listing.sizes[path]
    except (OSError, KeyError):
        return False


def lay(
    out: Path, before: Listing, fresh: Mapping[str, bytes], after: dict[str, tuple[str, list[str]]]
) -> tuple[list[str], list[str]]:
    """Write ``fresh`` in its order, then remove what no part in ``after`` names.

    The list of files goes first, naming old and new ones, so that nothing we wrote can be lost
    sight of even if we are stopped half-way.

    Returns:
        Paths written and paths removed.

    Raises:
        PublishError: a file cannot be written.

    """
    wanted = {path for _, paths in after.values() for path in paths}
    sizes = {path: len(data) for path, data in fresh.items()}
    changed = [path for path in fresh if _differs(out / path, fresh[path])]
    stale = sorted(set(before.sizes) - wanted)
    kept = {path: size for path, size in before.sizes.items() if path in wanted}
    final = Listing(kept | sizes, after)
    if not changed and not stale and final == before:
        return [], []
    try:
        _note(out, Listing(before.sizes | sizes, before.parts, settled=False))
        for path in changed:
            _replace(out / path, fresh[path])
        for path in stale:
            _remove(out, path)
        _note(out, final)
    except OSError as error:
        what = f"{error.filename or out} could not be written: {error.strerror}."
        raise PublishError(what, "Free space or rights, then publish again.") from error
    return changed, stale


def _differs(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() != data
    except FileNotFoundError:
        return True


def _half(path: Path) -> Path:
    return path.with_name(f".{path.name}{_HALF}")


def _replace(path: Path, data: bytes) -> None:
    """A reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = _half(path)
    half.write_bytes(data)
    half.replace(path)


def _remove(out: Path, path: str) -> None:
    (out / path).unlink(missing_ok=True)
    for parent in (out / path).relative_to(out).parents:
        if parent != Path():
            with suppress(OSError):  # not empty: other files of ours or the user's are in it
                (out / parent).rmdir()


def _note(out: Path, listing: Listing) -> None:
    held = {"settled": listing.settled, "parts": listing.parts, "sizes": listing.sizes}
    text = json.dumps(held, sort_keys=True, separators=(",", ":"))
    _replace(out / LIST, text.encode())
