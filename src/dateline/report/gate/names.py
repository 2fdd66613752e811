"""Every name in a line must be in the cited words, in its own place, or what they refer to."""

from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.dates import DAYS, MONTHS, date_spans
from dateline.report.gate.speakers import attributions
from dateline.report.words import Token, is_function, keys

CALENDAR = frozenset((*DAYS, *MONTHS))


def supported(basis: Basis) -> str | None:
    """The rule: each capitalised word is cited, or the resolved form of something cited."""
    dates = date_spans(basis.text)
    known = frozenset().union(*(h.keys | referents(h) for h in basis.holds))
    for i, token in enumerate(basis.words):
        if not is_name(basis, i) or any(d.start <= token.start < d.end for d in dates):
            continue
        if token.key not in known:
            return f"“{token.text}” is not named in the cited words."
        if basis.close and not _in_place(basis, i):
            return f"“{token.text}” stands elsewhere in the cited words."
    return None


def is_name(basis: Basis, i: int) -> bool:
    """Capitalised, and not only because a sentence or quotation starts there."""
    token = basis.words[i]
    if not token.text[0].isupper() or token.fold in CALENDAR:
        return False
    if not _initial(basis, i):
        return True
    return not is_function(token) and not _in_lower_case(basis, token)


def _initial(basis: Basis, i: int) -> bool:
    before = basis.text[: basis.words[i].start].rstrip(" \"“«‘'([")
    return not before or before[-1] in ".!?:…;"


def _in_lower_case(basis: Basis, token: Token) -> bool:
    return any(t.fold == token.fold and t.text.islower() for h in basis.holds for t in h.words)


def referents(hold: Hold) -> frozenset[str]:
    """Stems of all that the dispatch calls those whom the cited words mention."""
    sheet, span = hold.sheet, hold.citation.span
    bearers = {n.canonical for n in sheet.reading.names if n.span.overlaps(span)}
    found = [p.name for p in sheet.reading.places if p.span.overlaps(span)]
    found.append(sheet.dispatch.agency or "")
    for assertion in sheet.assertions:
        if assertion.sentence.overlaps(span):
            found += [assertion.by or "", assertion.about.population or ""]
    known = keys(" ".join(found))
    known = known.union(*(known_as.forms(sheet, b) for b in sorted(bearers)))
    return known.union(*(known_as.speaker(sheet, s) for s in hold.statements()))


def _in_place(basis: Basis, i: int) -> bool:
    """True if the name is matched in order, or stands where the source has a word for the same."""
    hold, key = basis.best, basis.words[i].key
    if any(i == a for a, _ in hold.pairs):
        return True
    named = _named_there(basis, i)
    if named:
        return any(key in forms for forms in named)
    if not any(t.key == key for t in hold.words if hold.cites(t)):
        return True
    return any(i in a.positions for a in attributions(basis))


def _named_there(basis: Basis, i: int) -> list[frozenset[str]]:
    """Whom the source names in the gap at this place, by every form that it has for them."""
    hold = basis.best
    before = max((b for a, b in hold.pairs if a < i), default=-1)
    after = min((b for a, b in hold.pairs if a > i), default=len(hold.words))
    gap = hold.words[before + 1 : after]
    return [
        known_as.forms(hold.sheet, name.canonical) | keys(name.text)
        for name in hold.sheet.reading.names
        if any(name.span.start <= t.start < name.span.end for t in gap)
    ]
