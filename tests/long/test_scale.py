"""What filing a dispatch costs as the ledger grows (reading excluded)."""

import gzip
import hashlib
import json
import re
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time

import pytest

from dateline.ledger import open_ledger
from dateline.records import Dispatch, Figure, Reading, Sentence, Span

pytestmark = [pytest.mark.long, pytest.mark.data, pytest.mark.timeout(1800)]

BEGUN = datetime(1987, 2, 26, tzinfo=UTC)
NUMBER = re.compile(r"\b\d[\d,]*(?= (?:people|workers|jobs|mln|pct)\b)")
STRETCH = re.compile(r"[^.]{3,}\.?")
LONG_WORD = re.compile(r"[a-z]{4,}")


def dispatches(gold, count):
    """Real wire text with dates of our own, 600 a day, as if one wire had run on."""
    with gzip.open(gold / "wire" / "reuters-21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        for i, line in zip(range(count), lines, strict=False):
            text = json.loads(line)["text"] or "No text."
            at = BEGUN + timedelta(minutes=2.4 * i)
            raw = f"{i} {text}".encode()
            yield (
                Dispatch(
                    f"scale:{i}", text, agency="Alba", issued=at, received=at,
                    sha256=hashlib.sha256(raw).hexdigest(),
                ),
                raw,
            )  # fmt: skip


def reading(one: Dispatch) -> Reading:
    """A reading by pattern, in place of the reader's."""
    sentences = tuple(
        Sentence(Span(*m.span()), i // 3) for i, m in enumerate(STRETCH.finditer(one.text))
    )
    figures = []
    for found in list(NUMBER.finditer(one.text))[:20]:
        value = float(found[0].replace(",", ""))
        figures.append(Figure(Span(*found.span()), found[0], "jobs", value, value, value, "exact"))
    terms = tuple(dict.fromkeys(LONG_WORD.findall(one.text.lower())))
    return Reading(
        one.guid, 1, "pattern", "none", "en",
        sentences=sentences, figures=tuple(figures), terms=terms,
    )  # fmt: skip


def test_the_cost_of_filing_does_not_grow_with_the_archive(gold, tmp_path):
    ledger = open_ledger(str(tmp_path / "scale.db"))
    seconds = []
    for one, raw in dispatches(gold, 5000):
        found = reading(one)
        begun = process_time()
        ledger.ingest(one, found, raw, learnt=one.issued)
        seconds.append(process_time() - begun)
    early, late = median(seconds[500:1000]), median(seconds[4500:5000])
    print(f"median ingest {early * 1000:.1f} ms at 1,000, {late * 1000:.1f} ms at 5,000")
    assert late <= 1.5 * early
