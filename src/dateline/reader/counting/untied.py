"""Counts that no verb of harm is tied to: people who have gone or come, and lists of losses.

``34,000 people had arrived from the east``, ``some 30,000 who have gone to Poland``; and, a line
each, ``tanks – 353;``.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reader.counting.counts import Count, Setting, of_quantity
from dateline.reader.counting.people import kind_of, lemma
from dateline.reader.counting.phrases import left_edge
from dateline.reader.counting.quantities import Quantity
from dateline.reader.parse import Token

MANY = 1000  # so many who come or go at once have left home
AHEAD = 6  # tokens behind a count in which its verb stands
MOVING = frozenset(("go", "arrive", "cross", "enter", "escape", "seek", "shelter"))
WAYS = frozenset(("from", "into", "to", "across", "over", "in", "refuge", "safety", "through"))
ANYONE = frozenset(("people", "person", "civilian", "resident", "inhabitant", "refugee", "them"))
DASHES = frozenset(("–", "‒", "—", "-", ":", "−"))
ENDS = frozenset((";", ",", ".", "(", "+"))
UNITS = frozenset(("units", "unit", "pcs", "pieces", "killed", "people", "persons", "unités"))
"""What may stand behind the number of a line: "tanks – 335 units"."""
BULLETS = frozenset(("-", "–", "•", "*", "·"))
NAMED = 6  # tokens that the name of what is lost may have
HEADED = 160  # tokens before a list in which its heading stands
LOST = frozenset(("losses", "lost", "destroyed", "eliminated", "liquidated"))
STAFF = frozenset(("personnel", "manpower", "soldiers", "troops", "servicemen"))


def moved(at: Setting) -> Iterator[Count]:
    """People in thousands who went or came somewhere: displaced."""
    for quantity in at.quantities:
        number, noun = quantity.number, quantity.noun
        many = (number.low or number.value or 0) >= MANY
        if many and (noun is None or lemma(noun) in ANYONE or noun.lower_ in ANYONE):
            verb = _moving(at, quantity)
            if verb is not None:
                yield of_quantity(quantity, "displaced", verb)


def _moving(at: Setting, quantity: Quantity) -> Token | None:
    """The verb of going or coming right behind a number phrase, with its way behind it."""
    for token in at.page.doc[quantity.end : quantity.end + AHEAD]:
        if token.pos_ == "VERB":
            after = at.page.lowers[token.i + 1 : token.i + 3]
            way = token.lemma_ in MOVING and not WAYS.isdisjoint(after)
            return token if way else None
        if token.is_punct or token.lower_ in at.words.frames["modals"]:
            return None
    return None


def listed(at: Setting) -> Iterator[Count]:
    """``tanks – 353;`` under a heading of losses: destroyed; ``personnel – 430``: killed."""
    for quantity in at.quantities:
        start, end = quantity.number.start, quantity.number.end
        lowers = at.page.lowers
        end += end < len(lowers) and lowers[end] in UNITS
        if start < 2 or lowers[start - 1] not in DASHES or not _ends(at, end):
            continue
        name = _name(at, start - 1)
        if name is not None and not LOST.isdisjoint(lowers[max(0, start - HEADED) : start]):
            last = quantity.number.end
            count = replace(of_quantity(quantity, "", name), start=left_edge(name).i, end=last)
            yield replace(count, measure=_of_loss(name), noun=name)


def _of_loss(name: Token) -> str:
    people = name.lower_ in STAFF or kind_of(name, name.doc.lang_) == "combatant"
    return "killed" if people else f"{name.lower_} destroyed"


def _ends(at: Setting, end: int) -> bool:
    """Whether a line of a list ends behind a number."""
    if end >= len(at.page.doc):
        return True
    token = at.page.doc[end]
    return token.text in ENDS or token.is_space or "\n" in at.page.doc[end - 1].whitespace_


def _name(at: Setting, dash: int) -> Token | None:
    """The noun before a dash, if nothing but its own words stands before it in its line."""
    noun = at.page.doc[dash - 1]
    if noun.pos_ not in ("NOUN", "PROPN") or noun.like_num:
        return None
    for token in reversed(at.page.doc[max(0, dash - NAMED) : dash - 1]):
        if token.is_space or token.text in ENDS | BULLETS or token.is_sent_start:
            break
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "VERB"):
            return None
    return noun
