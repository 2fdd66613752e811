"""Bytes to characters: which encoding, and is it text at all."""

import codecs
import re
from dataclasses import dataclass

from dateline.errors import Unreadable

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it starts with UTF-16's own mark
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = (
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
DECLARED = re.compile(
    rb"""(?i)<\?xml[^>]{1,80}encoding\s*=\s*["']([\w.:-]{2,40})|<meta[^>]{1,120}charset\s*=\s*["']?([\w.:-]{2,40})"""
)
CONTROL = re.compile(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
SAMPLE = 65536  # characters looked at
CODES = 16  # control codes that any transmission may have around it
CONTROL_SHARE = 0.05  # a wire's start and end codes are few
NUL_SHARE = 0.002  # a stray NUL is line noise; more of them make a file binary


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the codec that made it and the length of the byte-order mark before it."""

    text: str
    codec: str
    skip: int = 0


def decode(data: bytes) -> Decoded:
    """The characters of an input.

    A byte-order mark decides; else UTF-16 without a mark, told by its NULs; else UTF-8, if it is
    valid; else the encoding that XML or HTML declares; else Windows-1252, which is what agencies
    use when it is none of these.

    Raises:
        Unreadable: the bytes are an archive, a picture or other binary, or broken UTF-16/32.

    """
    for magic, what in BINARY:
        if data.startswith(magic):
            raise Unreadable(f"This is {what}, not a dispatch.", "Unpack or convert it to text.")
    codec, skip = _codec(data)
    try:
        text = data[skip:].decode(codec)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The bytes are not valid {codec.upper()}: {error.reason} at byte {error.start}.",
            "Save the file as UTF-8 and send it again.",
        ) from error
    if text.count("\0") > len(text) * NUL_SHARE:
        raise Unreadable("The file is binary: it is full of NUL bytes.", "Convert it to text.")
    controls = sum(1 for _ in CONTROL.finditer(text[:SAMPLE]))
    if controls > max(CODES, len(text[:SAMPLE]) * CONTROL_SHARE):
        raise Unreadable("The file is binary: it is full of control codes.", "Convert it to text.")
    return Decoded(text, codec, skip)


def _codec(data: bytes) -> tuple[str, int]:
    for mark, codec in BOMS:
        if data.startswith(mark):
            return codec, len(mark)
    if data.count(0) > len(data) * 0.2 and len(data) % 2 == 0:
        return ("utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"), 0
    declared = _declared(data)
    if declared and declared.startswith("iso2022"):
        return declared, 0  # seven bits, so it would pass for UTF-8
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            return declared, 0
        # five bytes have no character in Windows-1252; Latin-1 takes every byte
        return ("latin-1" if any(b in data for b in b"\x81\x8d\x8f\x90\x9d") else "cp1252"), 0
    return "utf-8", 0


def _declared(data: bytes) -> str | None:
    """The encoding that a document of XML or HTML declares and its bytes are valid in."""
    match = DECLARED.search(data[:2048]) if data.lstrip()[:1] == b"<" else None
    if match is None:
        return None
    try:
        info = codecs.lookup((match[1] or match[2]).decode("ascii"))
        data.decode(info.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return str(info.name)
