"""What befell those whom a number counts: killed, injured, arrested ..."""

from dateline.report import lexicons, quantities
from dateline.report.quantities import Quantity
from dateline.report.quantity_words import HEDGES
from dateline.report.words import Token, tokens

TOLL = 18  # words within which "toll" stands before its number
AFTER, BEFORE = 12, 5  # words within which a number's deed is looked for
NOUNS = frozenset(("death", "deaths", "dead", "fatalities", "injuries", "morts", "blesses"))
"""Deeds that, right after a number, are what it counts and no verb that others share."""

DRIVING = frozenset(("forced", "forcing", "force", "drove", "driven", "drive", "driving"))
TAKING = frozenset(("taken", "took", "take", "taking"))
HEDGING = frozenset(word for phrase in HEDGES for word in phrase.split()) | {
    "a",
    "an",
    "the",
}
JOINED = frozenset(("and", "or", "et", "ou"))


def deed(text: str, quantity: Quantity) -> str | None:
    """The measure of a number by the words around it; ``casualties`` for killed and injured alike;
    null if none is told.
    """
    words, found = tokens(text), quantities.find(text)
    at = next((k for k, q in enumerate(found) if q.first == quantity.first), 0)
    later = found[at + 1].first if at + 1 < len(found) else len(words)
    earlier = found[at - 1].last if at else -1
    return (
        _right_before(words, quantity)
        or _tolled(words, quantity)
        or _first(text, words, range(quantity.last + 1, min(later, quantity.last + AFTER)))
        or _first(text, words, range(quantity.first - 1, max(earlier, quantity.first - BEFORE), -1))
        or _shared(text, words, found, at)
    )


def _right_before(words: tuple[Token, ...], quantity: Quantity) -> str | None:
    """The deed of "killed at least 21 people", whatever follows."""
    at = quantity.first - 1
    while at >= 0 and at > quantity.first - BEFORE and words[at].fold in HEDGING:
        at -= 1
    told = (_measure(words[at]) or _phrased(words, at)) if at >= 0 else None
    return _both(words, at, told) if told else None


def _tolled(words: tuple[Token, ...], quantity: Quantity) -> str | None:
    """The deed of "the death toll rose to 29"."""
    before = words[max(0, quantity.first - TOLL) : quantity.first]
    lead = before[-1].fold if before else ""
    told = any(t.fold in ("toll", "bilan") for t in before)
    return "killed" if told and lead in ("to", "at", "of", "was", "is", "a", "de") else None


def _measure(token: Token) -> str | None:
    known = lexicons.bases("deeds")
    return known.get(token.key) or known.get(token.fold)


def _phrased(words: tuple[Token, ...], i: int) -> str | None:
    """The measure that a word has only with another: "forced ... from their homes", "taken
    prisoner".
    """
    after = [t.fold for t in words[i + 1 : i + AFTER]]
    if words[i].fold in DRIVING and {"home", "homes"} & {*after}:
        return "displaced"
    return "captured" if words[i].fold in TAKING and "prisoner" in after[:6] else None


def _first(text: str, words: tuple[Token, ...], places: range) -> str | None:
    """The first deed on the way through some places, up to the end of the clause."""
    for i in (i for i in places if 0 <= i < len(words)):
        near = i - places.step
        if 0 <= near < len(words):
            low, high = sorted((i, near))
            if any(c in ";.:" for c in text[words[low].end : words[high].start]):
                return None
        measure = _measure(words[i]) or _phrased(words, i)
        if measure and not (places.step > 0 and _takes(words, i, text)):
            return _both(words, i, measure)
    return None


def _takes(words: tuple[Token, ...], i: int, text: str) -> bool:
    """True for a verb with a number of its own right after it: "killed two people"."""
    after = i + 1
    while after < len(words) and words[after].fold in HEDGING:
        after += 1
    passive = i and words[i - 1].fold in ("were", "was", "been", "be", "are")
    if after == len(words) or text[words[i].end : words[after].start].strip(" \n").startswith(","):
        return False
    return not passive and any(q.first == after for q in quantities.find(text))


def _both(words: tuple[Token, ...], i: int, measure: str) -> str:
    """Two deeds joined right beside each other make one measure of their own."""
    for step in (1, -1):
        if 0 <= i + 2 * step < len(words) and words[i + step].fold in JOINED:
            other = _measure(words[i + 2 * step])
            if other and other != measure:
                return "casualties"
    return measure


def _shared(
    text: str, words: tuple[Token, ...], found: tuple[Quantity, ...], at: int
) -> str | None:
    """The deed of the next number, which this one may share ("six rebels and two soldiers died"),
    or of the last ("killed six rebels and two soldiers").
    """
    if at + 1 < len(found) and _joined(text, words, found[at], found[at + 1]):
        follows = found[at + 1]
        noun = follows.last + 1 < len(words) and words[follows.last + 1].fold in NOUNS
        if not noun:
            return _first(text, words, range(follows.last + 1, follows.last + AFTER))
    if at and _joined(text, words, found[at - 1], found[at]):
        first = found[at - 1].first
        return _first(text, words, range(first - 1, first - BEFORE, -1))
    return None


def _joined(text: str, words: tuple[Token, ...], a: Quantity, b: Quantity) -> bool:
    """True if only a few words and "and" or a comma part two numbers."""
    between = words[a.last + 1 : b.first]
    return len(between) <= 5 and (
        any(t.fold in JOINED for t in between) or "," in text[a.end : b.start]
    )
