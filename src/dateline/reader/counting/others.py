"""Figures that are no tolls: votes, shares, distances, money, and counts of things and people."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.reader.counting.numbers import NumberWords, hedged, number_words
from dateline.reader.counting.people import lemma
from dateline.reader.counting.phrases import DROPPED, plural
from dateline.reader.counting.quantities import OF, Quantity
from dateline.reader.counting.tally import Count, Setting
from dateline.reader.counting.victims import OBJECT, SUBJECT_PASSIVE

DISTANCE = frozenset(("km", "m", "mi", "yd", "ft"))
MONEY = frozenset(("USD", "EUR", "GBP", "JPY", "RUB", "GTQ", "pesos", "colones", "francs", "marks",
                   "soles", "intis", "cents"))  # fmt: skip
VOTES = {"against": "voted against", "abstain": "abstained", "for": "voted for"}
NO_COUNT = frozenset("time other more one thing way part side point fold degree °".split())


def others(at: Setting, tolls: list[Count]) -> Iterator[Count]:
    """One count for each quantity that no toll has used."""
    used = {i for c in tolls for i in range(c.start, c.end)}
    words = number_words(at.page.language)
    shares = list(_fractions(at, words))
    used |= {i for c in shares for i in range(c.start, c.end)}
    yield from shares
    for quantity in at.quantities:
        if quantity.number.first not in used:
            count = _vote(at, quantity) or _measured(at, quantity, words) or _counted(at, quantity)
            if count is not None:
                yield count


def _fractions(at: Setting, words: NumberWords) -> Iterator[Count]:
    """``more than a third of its value``, ``two thirds of voters``, ``half of the troops``."""
    doc = at.page.doc
    texts = [t.lower_ for t in doc]
    for i, text in enumerate(texts[:-1]):
        if text in words.shares and texts[i + 1] in OF[at.page.language]:
            first, times = _numerator(texts, i, words)
            if times:
                number = hedged(texts, first, i + 1, round(times * words.shares[text], 4), words)
                objects = [c for c in doc[i + 1].children if c.i > i]
                end = objects[0].i + 1 if objects else i + 1
                noun = objects[0] if objects else None
                yield Count(number.start, end, "share", number, noun, doc[i], doc[i])


def _numerator(texts: list[str], i: int, words: NumberWords) -> tuple[int, float]:
    """Where a fraction starts and how many parts it has: ``two`` of ``two thirds``."""
    before = texts[i - 1] if i else ""
    if before in ("a", "an", "one", "un", "une", "la", "le"):
        return i - 1, 1
    if before in words.cardinals and texts[i].endswith("s"):
        return i - 1, words.cardinals[before]
    return i, float(texts[i] in ("half", "moitié"))


def _vote(at: Setting, quantity: Quantity) -> Count | None:
    """``five countries opposing it and 35 abstaining``."""
    doc, number = at.page.doc, quantity.number
    head = quantity.noun if quantity.noun is not None else doc[number.end - 1]
    near = [head.head, *(c for c in head.children if c.dep_ in ("acl", "relcl")), *doc[number.end : number.end + 1]]
    for token in near:
        side = at.words.votes.get(lemma(token))
        if side and abs(token.i - number.first) < 8 and (token.pos_ == "VERB" or side == "abstain"):
            if side != "abstain" and not _is_assembly(at, token):
                continue
            end = max(quantity.end if quantity.noun is not None else 0, number.end)
            unit = number_words(at.page.language).units.get(head.lower_)
            return Count(number.start, end, VOTES[side], number, quantity.noun, token, head, unit)
    return None


def _is_assembly(at: Setting, token: Token) -> bool:
    """True if the sentence speaks of a vote, so that ``opposing`` means voting against."""
    words = {t.lemma_.casefold() for t in token.sent}
    return bool(words & {"vote", "abstain", "resolution", "assembly", "abstention", "voter", "adopter", "résolution"})


def _measured(at: Setting, quantity: Quantity, words: NumberWords) -> Count | None:
    """Distances, money, percentages and fractions, with their unit."""
    doc, number = at.page.doc, quantity.number
    after = doc[number.end] if number.end < len(doc) else None
    before = doc[number.first - 1] if number.first else None
    unit = words.units.get(after.lower_) if after is not None else None
    if unit is not None and after is not None:
        measure = "distance" if unit in DISTANCE else "share" if unit == "percent" else "money" if unit in MONEY else _of_what(doc[number.end])
        return Count(number.start, number.end + 1, measure, number, after, after, doc[number.first], unit)
    sign = words.units.get(before.text) if before is not None else None
    if sign is not None and before is not None:
        start = number.start if number.start < number.first else before.i
        return Count(start, number.end, "money", number, None, before, doc[number.first], sign)
    return None


def _of_what(unit: Token) -> str:
    """The stuff that a unit measures: ``60 kilos of dynamite`` -> ``dynamite``."""
    for child in unit.children:
        if child.lower_ in ("of", "de", "d'"):
            for inner in child.children:
                return inner.lower_
    return "amount"


def _counted(at: Setting, quantity: Quantity) -> Count | None:
    """A count of things or people in plain words: ``banks excluded``, ``troops``."""
    noun, number = quantity.noun, quantity.number
    if noun is None or noun.pos_ == "PRON" or lemma(noun) in NO_COUNT or noun.ent_type_ in ("DATE", "TIME"):
        return None
    if number.value == 1 and number.end - number.start == 1:
        return None
    name = noun.lower_ if at.page.language != "en" or noun.tag_ in ("NNS", "NNPS") else plural(lemma(noun))
    if name in DROPPED or not noun.is_alpha:
        return None
    done = _done_to(noun)
    measure = f"{name} {done}" if done else name
    return Count(number.start, quantity.end, measure, number, noun, noun, noun)


def _done_to(noun: Token) -> str | None:
    """The participle of what is done to a thing: ``seven banks would be excluded``."""
    verb = noun.head
    if noun.dep_ in SUBJECT_PASSIVE:
        return str(verb.lower_)
    if noun.dep_ in OBJECT and verb.lemma_ in ("destroy", "damage", "seize", "fire", "launch", "burn", "attack", "release"):
        return _participle(str(verb.lemma_))
    return None


def _participle(verb: str) -> str:
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"
