"""The specimen report's statements against a reading by hand."""

import hashlib
import json
from pathlib import Path

import pytest

from dateline.records import Span, Statement
from tests.reader.statement_pages import statements_in

PAIRS = Path(__file__).parent.parent / "data" / "reader" / "statements-specimen.json"
SHARE = 0.9  # of the statements that must come out right; some cues in it are ambiguous English


def shared(found: Statement, spans: list[list[int]]) -> float:
    """Dice of the characters of two contents."""
    own = {c for words in found.content for c in range(words.span.start, words.span.end)}
    gold = {c for start, end in spans for c in range(start, end)}
    return 2 * len(own & gold) / (len(own) + len(gold))


@pytest.mark.data
def test_specimen(specimen: Path) -> None:
    text = specimen.read_text(encoding="utf-8")
    pairs = json.loads(PAIRS.read_text(encoding="utf-8"))
    if hashlib.sha256(text.encode()).hexdigest() != pairs["sha256"]:
        pytest.skip("the specimen is not the one that was read by hand")
    found = statements_in(text, agency="ats / afp")
    wrong = []
    for pair in pairs["statements"]:
        near = [s for s in found if s.cue and s.cue.span.overlaps(Span(*pair["cue"]))]
        right = [
            s
            for s in near
            if (s.source_name, s.mode, s.polarity)
            == (pair["source_name"], pair["mode"], pair["polarity"])
            and shared(s, pair["content"]) >= 0.5
        ]
        if not right:
            wrong.append((pair, [(s.source_name, s.mode, s.polarity) for s in near]))
    assert len(wrong) <= (1 - SHARE) * len(pairs["statements"]), wrong
