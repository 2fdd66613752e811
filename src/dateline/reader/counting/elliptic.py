"""Counts that leave out what happened: ``three people died on Sunday, and three more on Tuesday``.

The harm is that of the toll before them in the sentence; no verb may follow that tells another.
"""

from collections.abc import Iterator, Sequence

from dateline.reader.counting.counts import BODILY, Count, Setting, of_quantity
from dateline.reader.counting.quantities import Quantity

MORE = frozenset(("more", "others", "autres"))
JOINED = frozenset((",", "and", "et", "then", "puis", ";"))
ENDS = frozenset((",", ".", ";", "and", "et", "but", "mais"))
NEAR = 12  # tokens behind the count in which its clause ends


def elliptical(at: Setting, counts: Sequence[Count]) -> Iterator[Count]:
    """The counts of a page that say no more than "three more", with the harm of the toll before."""
    taken = {i for count in counts for i in range(count.start, count.end)}
    tolls = [count for count in counts if count.measure in BODILY and count.whole is None]
    for quantity in at.quantities if tolls else ():
        start = quantity.number.start
        if start in taken or not _is_elliptic(at, quantity):
            continue
        sentence = at.page.doc[start].sent
        before = [c for c in tolls if sentence.start <= c.start and c.end <= start]
        if before:
            toll = max(before, key=lambda c: c.start)
            yield of_quantity(quantity, toll.measure, toll.trigger)


def _is_elliptic(at: Setting, quantity: Quantity) -> bool:
    """True for "and three more on Tuesday": a bare number, joined, with no verb of its own."""
    doc, texts, start = at.page.doc, at.page.lowers, quantity.number.start
    end = quantity.number.end
    if not start or texts[start - 1] not in JOINED or end >= len(texts) or texts[end] not in MORE:
        return False
    for token in doc[end + 1 : end + 1 + NEAR]:
        if token.pos_ in ("VERB", "AUX", "NOUN") and token.ent_type_ not in ("DATE", "TIME"):
            return False
        if token.lower_ in ENDS or token.is_space:
            return True
    return end + 1 + NEAR >= len(doc)
