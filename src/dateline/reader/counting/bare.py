"""Bare numbers that take what they count from the count before: ``acknowledged the loss of two``,
``confirms at least five``, ``87 of them by the army and 65 by the rebels``, ``13 since Sunday``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.reader.counting.counts import Count, Setting, of_quantity
from dateline.reader.counting.parts import THEM
from dateline.reader.counting.quantities import Quantity
from dateline.reader.parse import Token

OWNING = frozenset(
    (
        *("confirm", "acknowledge", "admit", "concede", "count", "claim", "verify", "document"),
        *("speak", "report", "recognise", "recognize", "give", "say", "record"),
        *("reconnaître", "confirmer", "admettre", "évoquer", "compter", "annoncer", "revendiquer"),
    )
)
NOT_LIKE = frozenset(("voted against", "abstained", "voted for", "share", "distance", "money"))
LINKS = frozenset(
    ("only", "just", "of", "loss", "the", "que", "en", "so", "far", "a", "perte", "la")
)
REACH = 5  # tokens before a number in which the verb that owns to it stands
JOINED = frozenset((",", "and", "et", ";"))
BEHIND = frozenset(("by", "since", "in", "at", "near", "over", "on", "from", "par", "depuis", "à"))
ENDS = frozenset((".", ",", ";", ")"))
SCRAP = 4  # tokens of what is hardly a sentence
SENTENCES = 1  # sentences back in which the count that a bare number goes on from may be told


def bare(at: Setting, counts: Sequence[Count]) -> Iterator[Count]:
    """The bare numbers of a page that nothing else counts, as counts of what the last one before
    them counts.
    """
    taken = {i for c in counts for i in range(c.start, c.end)}
    whole = sorted((c for c in counts if c.unit is None and c.measure not in NOT_LIKE),
                   key=lambda c: c.start)  # fmt: skip
    for quantity in at.quantities if whole else ():
        start = quantity.number.start
        if not taken.isdisjoint(range(start, quantity.number.end)):
            continue
        them = _of_them(quantity)
        if not (them or (quantity.noun is None and _is_bare(at, quantity, taken))):
            continue
        last = _last(at, start, whole)
        if last is not None and _fits(quantity, last, them=them):
            made = of_quantity(quantity, last.measure, last.trigger)
            part = replace(made, noun=None, whole=last.start) if them else replace(made, noun=None)
            yield replace(part, like=last.start)
            taken.update(range(start, quantity.number.end))


def _of_them(quantity: Quantity) -> bool:
    noun = quantity.noun
    return quantity.partitive and noun is not None and noun.lower_ in THEM


def _is_bare(at: Setting, quantity: Quantity, taken: set[int]) -> bool:
    """Whether the words around a number leave out what it counts."""
    return _is_owned(at, quantity) or _is_joined(at, quantity, taken)


def _is_owned(at: Setting, quantity: Quantity) -> bool:
    """True for "acknowledged the loss of two.", "confirms at least five"."""
    doc, start, end = at.page.doc, quantity.number.start, quantity.number.end
    if not _ends(doc[end] if end < len(doc) else None):
        return False
    for token in reversed(doc[max(doc[start].sent.start, start - REACH) : start]):
        if token.lemma_ in OWNING or token.lower_.startswith("reconna"):
            return True
        if token.lower_ not in LINKS:
            return False
    return False


def _is_joined(at: Setting, quantity: Quantity, taken: set[int]) -> bool:
    """True for ", 13 since Sunday", "and 65 by the rebels" behind another count."""
    texts, start, end = at.page.lowers, quantity.number.start, quantity.number.end
    if not start or texts[start - 1] not in JOINED or end >= len(texts):
        return False
    first = at.page.doc[start].sent.start
    return texts[end] in BEHIND and any(i in taken for i in range(first, start))


def _ends(token: Token | None) -> bool:
    return token is None or token.is_space or token.text in ENDS or token.lower_ in ("so", "since")


def _last(at: Setting, start: int, counts: Sequence[Count]) -> Count | None:
    """The last count before a token that is no part, in its sentence or the one before."""
    first = at.page.doc[start].sent.start
    for _ in range(SENTENCES + 1):
        short = start - first < SCRAP  # where the parse ends a sentence at a hyphen
        after, first = first, at.page.doc[first - 1].sent.start if first else 0
        if not short and after - first >= SCRAP:
            break
    near = [c for c in counts if first <= c.start and c.end <= start and c.whole is None]
    return near[-1] if near else None


def _fits(quantity: Quantity, last: Count, *, them: bool) -> bool:
    """True unless a part is larger than its whole, or the whole is one thing."""
    number = quantity.number
    value = number.value if number.value is not None else number.low or 0.0
    most = last.number.high if last.number.high is not None else last.number.value
    if last.number.value == 1.0 and last.number.end <= last.number.first:
        return False
    return not them or most is None or value <= most
