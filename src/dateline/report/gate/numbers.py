"""Every number of a line must be in the cited words: value, unit, hedge and what is counted."""

from dateline.records import Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.dates import date_spans
from dateline.report.quantities import Quantity
from dateline.report.words import is_function, keys, stem

MEASURE_KEYS = frozenset(stem(measure) for measure in CORE_MEASURES)
"""Words for what befell those counted: they stand before the number as often as after it."""

COMMON = frozenset(stem(w) for w in ["people", "person", "others", "dead"])
WINDOW = 8  # words on either side of a number that can name what it counts


def supported(basis: Basis) -> str | None:
    """The rule: each quantity outside a date has its equal in a cited span."""
    dates = date_spans(basis.text)
    for quantity in quantities.find(basis.text):
        if any(d.start <= quantity.start < d.end for d in dates):
            continue
        reason = _check(basis, quantity)
        if reason:
            return reason
    return None


def _check(basis: Basis, wanted: Quantity) -> str | None:
    words = basis.text[wanted.start : wanted.end]
    reasons: list[str] = []
    for hold in basis.holds:
        for found in _of(hold):
            if not _same_value(wanted, found):
                continue
            reason = _differs(wanted, found, words) or _counted(basis, wanted, hold, found)
            if reason is None:
                return None
            reasons.append(reason)
    return reasons[0] if reasons else f"“{words}” is not in the cited words."


def _of(hold: Hold) -> tuple[Quantity, ...]:
    """Quantities of the whole cited sentence: a hedge just outside the cited span still counts."""
    text = hold.sheet.shown[hold.wide.start : hold.wide.end]
    cited = Span(
        hold.citation.span.start - hold.wide.start, hold.citation.span.end - hold.wide.start
    )
    found = quantities.find(text)
    return tuple(q for q in found if cited.start <= q.start and q.end <= cited.end)


def _same_value(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and a.kind == b.kind
    return a.value == b.value


def _differs(wanted: Quantity, found: Quantity, words: str) -> str | None:
    if wanted.hedge != found.hedge:
        return f"“{words}” is hedged as {wanted.hedge!r}; the source says {found.hedge!r}."
    if wanted.unit != found.unit and (wanted.unit or not _is_count(wanted)):
        return f"“{words}” has the unit {wanted.unit}; the source says {found.unit}."
    if found.unit and wanted.unit is None:
        return f"“{words}” has lost its unit, {found.unit}."
    return None


def _is_count(quantity: Quantity) -> bool:
    return quantity.unit is None and bool(quantity.nouns)


def _counted(basis: Basis, wanted: Quantity, hold: Hold, found: Quantity) -> str | None:
    """The word after the number must be what the source counts there."""
    if not wanted.nouns or wanted.unit:
        return None
    noun = wanted.nouns[0]
    near = _near(hold, found)
    if noun in near or noun in COMMON or noun in _populations(hold, found):
        return None
    words = basis.text[wanted.start : wanted.end]
    return f"“{words}” counts “{noun}”, which the source does not."


def _near(hold: Hold, found: Quantity) -> frozenset[str]:
    """Stems around a number of the source: those up to the next number, and measures before it."""
    after = []
    for token in hold.words[found.last + 1 : found.last + 1 + WINDOW]:
        if token.text[:1].isdigit():
            break
        if not is_function(token):
            after.append(token.key)
    before = [t.key for t in hold.words[max(0, found.first - WINDOW) : found.first]]
    return frozenset(after) | (frozenset(before) & MEASURE_KEYS)


def _populations(hold: Hold, found: Quantity) -> frozenset[str]:
    """What the reader says is counted by the figure at this place."""
    kept: set[str] = set()
    start = hold.wide.start + found.start
    for figure in hold.sheet.reading.figures:
        if figure.span.start <= start < figure.span.end:
            kept |= keys(f"{figure.population or ''} {figure.measure}")
    return frozenset(kept)
