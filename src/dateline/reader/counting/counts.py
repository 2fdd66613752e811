"""A count, and what decisions about a page's counts need."""

from dataclasses import dataclass

from dateline.reader.counting.harm import Harms, harms
from dateline.reader.counting.numbers import Number, number_words
from dateline.reader.counting.people import is_person_noun, is_thing, lemma
from dateline.reader.counting.quantities import Quantity, by_token, quantities
from dateline.reader.page import Found, Page
from dateline.reader.parse import Token

BODILY = frozenset(("killed", "injured"))
LOOSE = frozenset(("other", "one", "more", "autre"))
ABSENT = frozenset(("no", "without", "neither", "sans"))
NEGATING = frozenset(("det", "neg", "case", "advmod"))


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, at tokens ``start`` to ``end`` (exclusive).

    ``noun``: what is counted, null for a bare number. ``trigger``: the word that makes it a toll.
    ``whole``: the first token of the count that this one is part of; ``part``: of one not given.
    ``like``: the first token of the count whose people or things it counts too.
    """

    start: int
    end: int
    measure: str
    number: Number
    noun: Token | None
    trigger: Token
    unit: str | None = None
    whole: int | None = None
    part: bool = False
    like: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """The quantities of a page, by position and by token, its words, and tokens of toponyms."""

    page: Page
    words: Harms
    quantities: tuple[Quantity, ...]
    table: dict[int, Quantity]
    places: frozenset[int]


def setting(page: Page, found: Found) -> Setting:
    """The quantities of a page and the words of its language."""
    known = tuple(quantities(page, found))
    located = [p.span for p in found.get("places", ()) if p.role == "location"]
    places = frozenset(t.i for span in located for t in page.tokens(span.start, span.end))
    return Setting(page, harms(page.language), known, by_token(known), places)


def of_quantity(quantity: Quantity, measure: str, trigger: Token) -> Count:
    """The count of a number phrase."""
    start, end = quantity.number.start, quantity.end
    return Count(start, end, measure, quantity.number, quantity.noun, trigger)


def in_words(start: int, noun: Token, value: float, measure: str, trigger: Token) -> Count:
    """The count of a phrase without a number: ``a guard`` is 1, ``no casualties`` 0."""
    end = noun.i + 1
    number = Number(start, start, end, value, value, value, "exact")
    return Count(start, end, measure, number, noun, trigger)


def are_people(noun: Token | None, measure: str, language: str) -> bool:
    """True if what is counted can suffer the measure; a bare number can."""
    if noun is None or lemma(noun) in LOOSE or noun.pos_ == "PRON":
        return True
    if is_thing(noun, language):
        return False
    known = is_person_noun(noun, language) or noun.ent_type_ in ("NORP", "PERSON")
    return measure in BODILY or known


def is_none(head: Token, language: str) -> bool:
    """``no one``, ``nobody``, ``no casualties``, ``aucun blessé``, ``pas de blessés``."""
    none = number_words(language).none
    children = list(head.children)
    determined = head.lower_ == "personne" and any(c.dep_ == "det" for c in children)
    if (head.lower_,) in none and head.lower_ not in ABSENT and not determined:
        return True
    if language == "fr" and any(c.lower_ == "pas" for c in head.head.children):
        return any(c.lower_ in ("de", "d'", "d’") and c.i == head.i - 1 for c in children)
    return any((c.lower_,) in none and c.dep_ in NEGATING for c in children)


def is_old(at: Setting, quantity: Quantity) -> bool:
    """True for the 12 of ``de 12 à 15 morts``: the old toll."""
    texts, number = at.page.lowers, quantity.number
    after = texts[number.end : number.end + 1]
    return texts[max(0, number.start - 1)] in ("from", "de") and after in (["to"], ["à"])
