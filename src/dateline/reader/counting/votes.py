"""Counts of votes: ``141 in favour, five against and 35 abstaining``, ``226-14``, ``141 to five``.

By the order of words, since elliptical counts have no parse worth having; only in sentences that
speak of a vote.
"""

from collections.abc import Iterator

from dateline.reader.counting.counts import Count, Setting, of_quantity
from dateline.reader.counting.numbers import Number
from dateline.reader.counting.people import lemma
from dateline.reader.counting.quantities import Quantity
from dateline.reader.parse import Token

FOR, AGAINST, ABSTAINED = "voted for", "voted against", "abstained"
SPEAKING = frozenset(
    ("vote", "voice", "abstain", "abstention", "ballot", "voter", "voix", "abstenir", "lawmaker")
)
IN_FAVOUR = (("in", "favour"), ("in", "favor"), ("en", "faveur"), ("for",), ("pour",), ("yes",))
OPPOSED = (("against",), ("contre",), ("no",))
AROUND = 40  # tokens on either side in which a word of voting makes the counts votes


def votes(at: Setting) -> Iterator[Count]:
    """The counts of votes whose side stands beside them."""
    spoken = [t.i for t in at.page.spot(SPEAKING)]
    for position, quantity in enumerate(at.quantities) if spoken else ():
        if any(abs(i - quantity.number.first) < AROUND for i in spoken):
            before = at.quantities[position - 1] if position else None
            side = _side(at, quantity, before)
            if side is not None:
                yield of_quantity(quantity, side, at.page.doc[quantity.number.first])
    for token in at.page.spot(frozenset(("vote",))):
        yield from _score(at, token)
        yield from _of_voters(at, token)


def _of_voters(at: Setting, verb: Token) -> Iterator[Count]:
    """``Nine countries, including the United States, voted against``."""
    texts, after = at.page.lowers, verb.i + 1
    for voter in (c for c in verb.children if c.dep_ == "nsubj" and c.i in at.table):
        quantity = at.table[voter.i]
        for side, phrases in ((FOR, IN_FAVOUR), (AGAINST, OPPOSED)):
            said = any(tuple(texts[after : after + len(p)]) == p for p in phrases)
            if said and quantity.end != verb.i:
                yield of_quantity(quantity, side, verb)


def _side(at: Setting, quantity: Quantity, before: Quantity | None) -> str | None:
    texts, end = at.page.lowers, quantity.end
    if end < len(texts) and texts[end] in ("voted", "votes", "vote", "voting"):
        end += 1
    for side, phrases in ((FOR, IN_FAVOUR), (AGAINST, OPPOSED)):
        if any(tuple(texts[end : end + len(p)]) == p for p in phrases):
            loose = texts[end] in ("for", "pour", "no", "yes") and not _is_closed(texts, end)
            if not loose and not _is_between(at, quantity, end):
                return side
    if _is_votes(quantity) and texts[quantity.end : quantity.end + 1] in (["to"], ["contre"]):
        return FOR
    return _opposite(texts, quantity, before)


def _is_between(at: Setting, quantity: Quantity, end: int) -> bool:
    """True for ``141 voix contre cinq``: the first is for, though "against" follows it."""
    return _is_votes(quantity) and at.table.get(end + 1) not in (None, quantity)


def _is_closed(texts: list[str], end: int) -> bool:
    """Whether "for" is a side: its end is marked, or the other side is named."""
    after = texts[end + 1 : end + 2]
    return after in ([","], ["and"], ["et"], ["."], [";"]) or "against" in texts[end : end + 8]


def _is_votes(quantity: Quantity) -> bool:
    return quantity.noun is not None and lemma(quantity.noun) in ("vote", "voix")


def _opposite(texts: list[str], quantity: Quantity, before: Quantity | None) -> str | None:
    """The second number of ``141 votes to five``, ``141 voix contre cinq``."""
    if before is None or not _is_votes(before):
        return None
    joined = before.end == quantity.number.start - 1 and texts[before.end] in (
        "to",
        "contre",
        "against",
    )
    return AGAINST if joined else None


def _score(at: Setting, verb: Token) -> Iterator[Count]:
    """``voted 226-14``, ``voted 226 to 14``, ``by a vote of 226-14``."""
    doc = at.page.doc
    first = verb.i + (2 if verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "of" else 1)
    if first + 2 >= len(doc) or doc[first + 1].lower_ not in ("-", "–", "to"):
        return
    for i, side in ((first, FOR), (first + 2, AGAINST)):
        if not doc[i].text.isdigit():
            return
        value = float(doc[i].text)
        number = Number(i, i, i + 1, value, value, value, "exact")
        yield Count(i, i + 1, side, number, None, verb)
