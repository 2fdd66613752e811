"""From quantities and victims to figures: who is counted, how many, and in which measure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from spacy.tokens import Token

from dateline.reader.counting.harm import Harms, harms, is_negated, is_real
from dateline.reader.counting.numbers import Number, number_words
from dateline.reader.counting.people import is_name, is_one, is_person_noun, is_thing, lemma
from dateline.reader.counting.phrases import left_edge, right_edge
from dateline.reader.counting.quantities import Quantity, by_token, quantities
from dateline.reader.counting.victims import Victims, victims
from dateline.reader.page import Found, Page

BODILY = frozenset(("killed", "injured"))
TOLL_REACH = 14  # tokens between "toll" and its number
LOOSE = frozenset(("other", "one", "more", "autre"))


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something, at tokens ``start`` to ``end`` (exclusive).

    ``noun``: what is counted, null for a bare number. ``trigger``: the word that makes it a toll.
    ``whole``: the first token of the count that this one is part of.
    """

    start: int
    end: int
    measure: str
    number: Number
    noun: Token | None
    trigger: Token
    head: Token
    unit: str | None = None
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What every decision about a page's counts needs."""

    page: Page
    words: Harms
    quantities: tuple[Quantity, ...]
    table: dict[int, Quantity]


def setting(page: Page, found: Found) -> Setting:
    """The quantities of a page and the words of its language."""
    known = tuple(quantities(page, found))
    return Setting(page, harms(page.language), known, by_token(known))


def exact(start: int, end: int, value: float) -> Number:
    """The number of a phrase that has none in words: ``a guard`` is 1, ``no casualties`` 0."""
    return Number(start, start, end, value, value, value, "exact")


def casualties(at: Setting) -> list[Count]:
    """All tolls of a page, each phrase once a measure."""
    counts = [*_suffered(at), *_counted_nouns(at), *_beside(at), *_after_event(at), *_tolls(at)]
    unique: dict[tuple[int, int, str], Count] = {}
    for count in counts:
        unique.setdefault((count.start, count.end, count.measure), count)
    return _merged(list(unique.values()))


def _suffered(at: Setting) -> Iterator[Count]:
    for token in at.page.doc:
        taken = list(victims(token, at.words))
        for _, group in groupby(taken, key=lambda v: v.measure):
            yield from _of_one_event(at, list(group))


def _of_one_event(at: Setting, taken: list[Victims]) -> Iterator[Count]:
    """Counts of one event: names together (``X and Y`` is 2), everything else by itself."""
    named = [v for v in taken if is_name(v.head) and v.head.i not in at.table and not v.negated]
    if len(named) > 1:
        heads = sorted((v.head for v in named), key=lambda t: t.i)
        start, end = left_edge(heads[0]).i, right_edge(heads[-1]).i + 1
        whole = Count(start, end, named[0].measure, exact(start, end, len(heads)), None, named[0].trigger, heads[0])
        yield whole
    for one in taken:
        count = _count(at, one)
        if count:
            yield replace(count, whole=whole.start) if one in named and len(named) > 1 else count
            yield from _parts(at, one, count)


def _count(at: Setting, one: Victims) -> Count | None:
    """The count of one phrase of victims, if it has one and they are people."""
    head = one.head
    quantity = at.table.get(head.i)
    if _is_none(at, head):
        start = left_edge(head).i if head.pos_ in ("NOUN", "PROPN") else max(0, head.i - (head.lower_ == "one"))
        return Count(start, head.i + 1, one.measure, exact(start, head.i + 1, 0), head, one.trigger, head)
    if one.negated:
        return None
    if quantity is not None:
        if not _are_people(quantity.noun, one.measure, at.page.language):
            return None
        return Count(quantity.number.start, quantity.end, one.measure, quantity.number, quantity.noun, one.trigger, head)
    if is_one(head, at.page.language) or head.lower_ == "another":
        start, end = left_edge(head).i, right_edge(head).i + 1
        return Count(start, end, one.measure, exact(start, end, 1), head, one.trigger, head)
    return None


def _are_people(noun: Token | None, measure: str, language: str) -> bool:
    if noun is None or lemma(noun) in LOOSE or noun.pos_ == "PRON":
        return True
    if is_thing(noun, language):
        return False
    return measure in BODILY or is_person_noun(noun, language) or noun.ent_type_ in ("NORP", "PERSON")


def _is_none(at: Setting, head: Token) -> bool:
    """``no one``, ``nobody``, ``no casualties``, ``none of them``."""
    none = number_words(at.page.language).none
    if (head.lower_,) in none and head.lower_ not in ("no", "without", "neither", "sans"):
        return True
    return any((c.lower_,) in none and c.dep_ in ("det", "neg", "case", "advmod") for c in head.children)


def _parts(at: Setting, one: Victims, count: Count) -> Iterator[Count]:
    """Counts within the one before: ``including three children``, ``two reporters, A and B``."""
    of_noun = count.noun.children if count.noun is not None else ()
    for child in dict.fromkeys([*one.head.children, *of_noun, *one.trigger.children]):
        if child.i < one.head.i or child == one.head:
            continue
        if child.lower_ in at.words.frames["including"]:
            inner = [c for c in child.children if c.dep_ in ("pobj", "dobj", "obj", "obl", "nmod")]
        else:
            inner = [child] if child.dep_ == "appos" and count.number.value != 1 else []
        for head in inner:
            yield from _part(at, head, one, count)


def _part(at: Setting, inner: Token, one: Victims, count: Count) -> Iterator[Count]:
    heads = [inner, *(c for c in inner.subtree if c.dep_ == "conj" and c.head in (inner, *inner.conjuncts))]
    for head in heads:
        made = _count(at, Victims(one.trigger, one.measure, head))
        if made:
            yield replace(made, whole=count.start)


def _counted_nouns(at: Setting) -> Iterator[Count]:
    """``12 deaths``, ``no casualties``, ``three hostages``, ``claimed 15 lives``."""
    for token in at.page.doc:
        if token.pos_ not in ("NOUN", "ADJ", "VERB"):
            continue
        measure = at.words.counted.get(lemma(token)) or at.words.counted.get(token.lower_)
        if measure is None or (lemma(token) in ("life", "vie") and token.head.lemma_ not in at.words.frames["lives"]):
            continue
        quantity = at.table.get(token.i)
        if quantity is not None and is_real(token, at.words):
            yield Count(quantity.number.start, quantity.end, measure, quantity.number, token, token, token)
        elif _is_none(at, token) or _without(token):
            start = min(left_edge(token).i, token.i - 1 if token.i else 0)
            yield Count(start, token.i + 1, measure, exact(start, token.i + 1, 0), token, token, token)


def _without(token: Token) -> bool:
    return token.dep_ in ("pobj", "dobj") and (token.head.lower_ == "without" or token.head.head.lower_ == "without")


def _beside(at: Setting) -> Iterator[Count]:
    """Tolls that the order of words shows where the parse fails: ``nine injured``, ``12 were hurt``."""
    for quantity in at.quantities:
        after = _next_state(at, quantity)
        if after is None or not _are_people(quantity.noun, "killed", at.page.language):
            continue
        measure = at.words.states.get(after.lower_)
        if measure and after.pos_ != "PROPN" and is_real(after, at.words) and not is_negated(after):
            head = quantity.noun if quantity.noun is not None else at.page.doc[quantity.number.first]
            yield Count(quantity.number.start, quantity.end, measure, quantity.number, quantity.noun, after, head)


def _next_state(at: Setting, quantity: Quantity) -> Token | None:
    """The word right of a quantity, past auxiliaries and adverbs: ``31 were seriously injured``."""
    for token in at.page.doc[quantity.end : quantity.end + 5]:
        if token.lower_ in at.words.states:
            return token
        if token.pos_ not in ("AUX", "ADV") or token.lower_ in at.words.frames["modals"]:
            return None
    return None


def _after_event(at: Setting) -> Iterator[Count]:
    """``the massacre [of six priests]``, where the parse loses the tie."""
    doc = at.page.doc
    for quantity in at.quantities:
        before = [t for t in doc[max(0, quantity.number.start - 4) : quantity.number.start] if not t.is_punct]
        if len(before) < 2 or before[-1].lower_ not in ("of", "de"):
            continue
        event = next((t for t in reversed(before[:-1]) if lemma(t) in at.words.events and t.pos_ == "NOUN"), None)
        if event is not None and lemma(event) != "life" and is_real(event, at.words):
            measure = at.words.events[lemma(event)]
            if _are_people(quantity.noun, measure, at.page.language):
                head = quantity.noun if quantity.noun is not None else doc[quantity.number.first]
                yield Count(quantity.number.start, quantity.end, measure, quantity.number, quantity.noun, event, head)


def _tolls(at: Setting) -> Iterator[Count]:
    """``the death toll rose to 15``, ``raising the toll from 12 to 15``, ``a toll of 15 dead``."""
    doc = at.page.doc
    for token in doc:
        if lemma(token) not in ("toll", "bilan"):
            continue
        if not is_real(token.head if token.head.pos_ == "VERB" else token, at.words):
            continue
        quantity = _toll_number(at, token)
        if quantity is not None and _are_people(quantity.noun, "killed", at.page.language):
            words = {t.lower_ for t in doc[max(0, token.i - 3) : quantity.end + 2]}
            measure = "injured" if words & {"injury", "injured", "wounded"} and not words & {"death", "dead", "killed"} else "killed"
            measure = "casualties" if words & {"casualty", "casualties"} else measure
            head = quantity.noun if quantity.noun is not None else doc[quantity.number.first]
            yield Count(quantity.number.start, quantity.end, measure, quantity.number, quantity.noun, token, head)


def _toll_number(at: Setting, toll: Token) -> Quantity | None:
    """The number that a toll stands at: after ``to``, ``at``, ``of`` or a form of ``be``."""
    doc = at.page.doc
    for token in doc[toll.i + 1 : toll.i + TOLL_REACH]:
        if token.text in (".", ";") or token.is_sent_start:
            return None
        quantity = at.table.get(token.i)
        if quantity is None or quantity.number.first != token.i:
            continue
        before = doc[quantity.number.start - 1]
        if before.lower_ in ("to", "at", "of", "à", "de") or before.lemma_ in ("be", "reach", "exceed", "stand"):
            return quantity
    return None


def _merged(counts: list[Count]) -> list[Count]:
    """One count where the same people were ``killed and injured``: casualties."""
    made: list[Count] = []
    for _, group in groupby(sorted(counts, key=lambda c: (c.start, c.end, c.measure)), key=lambda c: (c.start, c.end)):
        same = list(group)
        bodily = [c for c in same if c.measure in BODILY]
        joined = len({c.measure for c in bodily}) > 1 and _coordinate([c.trigger for c in bodily])
        if joined:
            made += [replace(bodily[0], measure="casualties"), *(c for c in same if c not in bodily)]
        else:
            made += same
    return made


def _coordinate(triggers: Iterable[Token]) -> bool:
    known = list(triggers)
    return any(a in b.conjuncts for a in known for b in known)
