"""Files, folders, addresses and standard input, one Intake after the other."""

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from dateline.errors import TooLarge, Unreadable, Unsafe, WireError
from dateline.records import Failure, Intake
from dateline.wire.detect import is_json_line
from dateline.wire.fetch import fetch
from dateline.wire.item import Arrival
from dateline.wire.parse import LIMIT, failure, parse, parse_line

SNIFF = 1024 * 1024  # bytes of a first line looked at to tell JSON Lines
ADDRESS = re.compile(r"(?!https?://)[a-z][a-z0-9+.-]*://", re.I)
"""An address of a kind that we don't fetch."""
Progress = Callable[[str], None]


def _silent(path: str) -> None:
    """No progress."""


def open_wire(
    paths: Iterable[str | Path],
    *,
    issued: datetime | None = None,
    language: str | None = None,
    progress: Progress = _silent,
) -> Iterator[Intake]:
    """Every input under some paths, in sorted order within a folder; JSON Lines a line at a time.

    Args:
        paths: files, folders (walked), ``http(s)`` addresses, or ``-`` for standard input.
        issued: aware time for dispatches that state none of their own.
        language: language code for dispatches that state none.
        progress: called with the name of each input before it is read.

    """
    for given in paths:
        if not str(given) or ADDRESS.match(str(given)):
            yield _lost(Arrival(str(given), "", issued, language), _refused(str(given)))
            continue
        for name, path in _inputs(str(given)):
            progress(name)
            arrival = Arrival(name, "", issued, language)
            try:
                if isinstance(path, Path) and path != Path(given):
                    _check(path, Path(given))
                yield from _open(path, arrival)
            except WireError as error:
                yield _lost(arrival, error)
            except OSError as error:
                reason = error.strerror or str(error)
                lost = Unreadable(
                    f"{name} cannot be read: {reason}.", "Check path and permissions."
                )
                yield _lost(arrival, lost)


def _refused(given: str) -> WireError:
    if not given:
        return Unreadable("An empty path was given.", "Give a file, a folder, an address, or -.")
    scheme = given.partition("://")[0]
    return Unreadable(f"{given} has the scheme {scheme}.", "Give an http or https address.")


def _inputs(given: str) -> Iterator[tuple[str, str | Path]]:
    """Names relative to the argument, with where to read them."""
    if given == "-" or given.casefold().startswith(("http://", "https://")):
        yield ("stdin" if given == "-" else given), given
        return
    root = Path(given)
    if not root.is_dir():
        yield _printable(root.name), root
        return
    for path in sorted(root.rglob("*"), key=lambda p: p.relative_to(root).parts):
        inside = path.relative_to(root)
        hidden = any(part.startswith(".") for part in inside.parts)
        if not hidden and not path.is_dir():
            yield _printable(inside.as_posix()), path


def _printable(name: str) -> str:
    """A file's name in characters that can be stored; its bytes that are no UTF-8 are escaped."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _check(path: Path, root: Path) -> None:
    """Refuses what only looks like a file of the folder.

    Raises:
        Unsafe: it is a link that leads out of the folder.
        Unreadable: it is a pipe, a device or a link to nothing.

    """
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        raise Unsafe(f"{path.name} is a link out of the folder.", "Give what it leads to itself.")
    if not path.is_file():
        raise Unreadable(f"{path.name} is no file with anything in it.", "Remove it.")


def _open(path: str | Path, arrival: Arrival) -> Iterator[Intake]:
    if path == "-":
        yield from _stream(sys.stdin.buffer, arrival)
    elif isinstance(path, str):
        yield _whole(fetch(path, LIMIT), arrival)
    else:
        with path.open("rb") as file:
            yield from _stream(file, arrival)


def _stream(file: BinaryIO, arrival: Arrival) -> Iterator[Intake]:
    """The whole input as one, unless its first line says that it is JSON Lines."""
    first = file.readline(SNIFF)
    if _starts_lines(first):
        yield from _lines(first, file, arrival)
        return
    data = first + file.read(LIMIT + 1 - len(first))
    if len(data) > LIMIT:
        raise TooLarge(f"{arrival.path} is over the limit of {LIMIT:,} bytes.", "Split it.")
    yield _whole(data, arrival)


def _starts_lines(first: bytes) -> bool:
    if len(first) == SNIFF and not first.endswith(b"\n"):
        return first.lstrip().startswith((b'{"doc"', b'{"guid"', b'{"text"'))
    return is_json_line(first.decode("utf-8-sig", "replace"))


def _lines(first: bytes, file: BinaryIO, arrival: Arrival) -> Iterator[Intake]:
    number, line = 1, first.removeprefix(b"\xef\xbb\xbf")
    while line:
        if not line.endswith(b"\n") and len(line) < LIMIT:
            line += file.readline(LIMIT - len(line))
        name = f"{arrival.path}:{number}"
        if len(line) >= LIMIT and not line.endswith(b"\n"):
            _skip_line(file)
            long = TooLarge(f"{name} is over the limit of {LIMIT:,} bytes.", "Split the text.")
            yield _lost(Arrival(name, ""), long)
        elif line.strip():
            data = line.rstrip(b"\r\n")
            items = parse_line(data, name, arrival)
            yield Intake(name, data, hashlib.sha256(data).hexdigest(), items)
        line = file.readline(SNIFF)
        number += 1


def _skip_line(file: BinaryIO) -> None:
    while (piece := file.readline(SNIFF)) and not piece.endswith(b"\n"):
        pass


def _whole(data: bytes, arrival: Arrival) -> Intake:
    items = parse(data, arrival.path, issued=arrival.issued, language=arrival.language)
    return Intake(arrival.path, data, hashlib.sha256(data).hexdigest(), items)


def _lost(arrival: Arrival, error: WireError) -> Intake:
    """An input of which nothing could be kept but the reason."""
    nothing = hashlib.sha256(b"").hexdigest()
    told: Failure = failure(error, Arrival(arrival.path, nothing))
    return Intake(arrival.path, b"", nothing, (told,))
