"""A long wire out of real texts, for measuring the ledger alone: readings by pattern, own dates.

The texts are MUC's and Reuters-21578's, from ``DATELINE_DATA``. They run on one clock at the pace
of a busy desk; when they are used up they come again under new guids, weeks later.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.config import data_dir
from dateline.errors import ConfigError
from dateline.records import Dispatch, Figure, Name, Reading, Sentence, Span, Statement, Words

PER_DAY = 600
"""Dispatches a day. Every window of days then holds as many, however long the archive."""

_BEGUN = datetime(1987, 2, 26, tzinfo=UTC)
_AGENCIES = ("Alba", "Brio", "Cera", "Dora", "Elva")
_FILES = ("muc/dev.jsonl", "muc/tst1.jsonl", "muc/tst2.jsonl", "wire/reuters-21578.jsonl.gz")
_SPARED = 30
"""Every so many-th text is kept out of the archive, to be taken in when it is measured."""

_SENTENCE = re.compile(r"[^.\s][^.]{2,}\.?")
_PARAGRAPH = 3  # sentences
_COUNT = re.compile(
    r"\b(\d[\d,]*)\s+(?:(\w+)\s+)?(?:were |have been )?"
    r"(killed|injured|arrested|kidnapped|captured|missing|workers|jobs)\b", re.I,
)  # fmt: skip
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_SAID = re.compile(r"\bsaid\b", re.I)
_LONG = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the corpora; ``headline`` may be empty."""

    headline: str
    text: str


def texts() -> tuple[list[Text], list[Text]]:
    """The texts of the archive, and those kept for measuring.

    Raises:
        ConfigError: the corpora are not there.

    """
    found = [list(_texts(data_dir() / name)) for name in _FILES]
    muc, reuters = [t for some in found[:3] for t in some], found[3]
    each = max(1, len(reuters) // max(1, len(muc)))
    mixed = [t for n, one in enumerate(muc) for t in (one, *reuters[n * each : (n + 1) * each])]
    mixed += reuters[len(muc) * each :]
    spared = mixed[::_SPARED]
    return [t for n, t in enumerate(mixed) if n % _SPARED], spared


def _texts(path: Path) -> Iterator[Text]:
    if not path.exists():
        raise ConfigError(f"No texts at {path}.", "Set DATELINE_DATA to the folder of the gold.")
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["text"].strip():
                yield Text(row.get("title") or "", row["text"])


def archive(found: Sequence[Text], first: int, end: int) -> Iterator[tuple[Dispatch, bytes]]:
    """The dispatches of the archive from one place to another, ``PER_DAY`` a day; when the texts
    are used up they come again under new guids.
    """
    for n in range(first, end):
        yield dispatch(found[n % len(found)], f"long:{n}", n)


def when(place: float) -> datetime:
    """The time of a place in the archive, counted in dispatches."""
    return _BEGUN + timedelta(days=place / PER_DAY)


def dispatch(one: Text, guid: str, place: float) -> tuple[Dispatch, bytes]:
    """A text as a dispatch, sent when its place comes, with the bytes that it came in."""
    at = when(place)
    raw = f"{guid}\n{one.headline}\n{one.text}".encode()
    made = Dispatch(
        guid, one.text, agency=_AGENCIES[int(place) % len(_AGENCIES)], issued=at, received=at,
        language="en", headline=one.headline or None, slug=f"long-{int(place) % 997}",
        number=f"L{int(place) % 9999:04}", sha256=hashlib.sha256(raw).hexdigest(),
    )  # fmt: skip
    return made, raw


def reading(one: Dispatch) -> Reading:
    """A reading by pattern, in place of the reader's and about as long as it."""
    sentences = tuple(
        Sentence(Span(*m.span()), n // _PARAGRAPH)
        for n, m in enumerate(_SENTENCE.finditer(one.text))
    )
    names = tuple(
        Name(Span(*m.span()), m[0], "person", m[0]) for m in _NAME.finditer(one.text[:4000])
    )
    return Reading(
        one.guid, one.version, "pattern", "none", "en",
        sentences=sentences, names=names, figures=tuple(_figures(one)),
        statements=tuple(_statements(one, sentences)),
        terms=tuple(dict.fromkeys(_LONG.findall(one.text.lower()))),
    )  # fmt: skip


def _figures(one: Dispatch) -> Iterator[Figure]:
    for found in list(_COUNT.finditer(one.text))[:20]:
        value = float(found[1].replace(",", ""))
        measure = found[3].lower()
        who = (found[2] or "people").lower()
        yield Figure(
            Span(*found.span(1)), found[1], measure, value, value, value, "exact", who, who
        )


def _statements(one: Dispatch, sentences: Iterable[Sentence]) -> Iterator[Statement]:
    """A sentence with "said" in it, as said by the words before."""
    for sentence in sentences:
        start, end = sentence.span.start, sentence.span.end
        cue = _SAID.search(one.text, start, end)
        if cue is None or cue.end() + 10 > end:
            continue
        by = " ".join(one.text[start : cue.start()].split()[-3:])
        content = Span(cue.end() + 1, end)
        words = Words(content, one.text[content.start : content.end])
        yield Statement(
            sentence.span, one.text[start:end], None, by or None, None, (words,), "indirect"
        )
