"""Words that carry facts must come from the cited words: a rewriter can't add matter of its own."""

import re
from collections import Counter

from dateline.report import lexicons
from dateline.report.gate.basis import HOUSE, Basis, Hold
from dateline.report.gate.dates import DAYS, MONTHS, date_spans
from dateline.report.gate.names import is_name, referents
from dateline.report.gate.speakers import attributions
from dateline.report.quantities import HEDGES, find
from dateline.report.words import Token, is_function, keys, stem

SYNONYMS = tuple(
    frozenset(stem(w) for w in group.split())
    for group in (
        "killed dead die death fatality slain perish",
        "injured wounded hurt",
        "arrested detained",
        "kidnapped abducted",
        "people person",
        "displaced fled",
        "army military",
        "government authorities",
    )
)
"""Words any of which may stand for another."""

STEM = 6
"""Letters that two words of one family share: "suspends", "suspension"."""

HEDGE_WORDS = frozenset(w for phrase in HEDGES for w in phrase.split())
UNVERIFIED = re.compile(r"\b(?:Neither|None|No|not)\b")
VERIFIED = re.compile(r"\b(?:independently\s+)?(?:verified|confirmed)\b", re.IGNORECASE)


def supported(basis: Basis) -> str | None:
    """The rule: each content word is cited, is a known synonym, or introduces a speaker."""
    known = frozenset().union(*(frozenset(t.key for t in h.words) for h in basis.holds))
    known |= frozenset().union(*(referents(h) | _measures(h) for h in basis.holds))
    skip = _explained(basis)
    for i, token in enumerate(basis.words):
        if token.key in known or i in skip or is_function(token) or is_name(basis, i):
            continue
        if not _synonym(token, known):
            return f"“{token.text}” is not in the cited words."
    return _repeated(basis) if basis.close else None


def _repeated(basis: Basis) -> str | None:
    """In a line close to its source no word can stand more often than it does there."""
    spoken = {i for a in attributions(basis) for i in (*a.positions, a.cue)} | _explained(basis)
    own = Counter(t.key for i, t in enumerate(basis.words) if i not in spoken)
    there = Counter(t.key for t in basis.best.words)
    for token in (t for i, t in enumerate(basis.words) if i not in spoken):
        more = 0 < there[token.key] < own[token.key]
        if more and not is_function(token) and not token.text[0].isdigit():
            return f"“{token.text}” stands more often than in the cited words."
    return None


def _measures(hold: Hold) -> frozenset[str]:
    """Stems of the measures that the cited words give figures of."""
    span = hold.citation.span
    return keys(" ".join(a.about.measure for a in hold.sheet.assertions if a.span.overlaps(span)))


def _synonym(token: Token, known: frozenset[str]) -> bool:
    if token.fold in lexicons.words("speech") or token.fold in HEDGE_WORDS:
        return True
    if len(token.key) > STEM and any(token.key[:STEM] == key[:STEM] for key in known):
        return True
    return any(token.key in group and group & known for group in SYNONYMS)


def _explained(basis: Basis) -> frozenset[int]:
    """Positions that other rules judge: dates and numbers."""
    spans = [(s.start, s.end) for s in date_spans(basis.text)]
    spans += [(q.start, q.end) for q in find(basis.text)]
    calendar = frozenset((*DAYS, *MONTHS))
    return frozenset(
        i
        for i, t in enumerate(basis.words)
        if t.fold in calendar
        or t.fold in ("evening", "morning", "afternoon", "night")
        or any(start <= t.start < end for start, end in spans)
    )


def house(basis: Basis) -> str | None:
    """Our own note that figures are unverified must not contradict the sources."""
    found = HOUSE.search(basis.line.text)
    if found is None:
        return None
    if not UNVERIFIED.search(found[0]):
        return "The note says that a figure has been verified."
    if len(basis.holds) < 2:
        return "The note speaks of several figures; the line cites one passage."
    for hold in basis.holds:
        for said in hold.sheet.assertions:
            note = said.verification if said.span.overlaps(hold.citation.span) else None
            if note and VERIFIED.search(note) and not re.search(r"not|\bun", note):
                return f"The source says: {note}."
    return None
