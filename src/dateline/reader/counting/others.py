"""Figures that are no tolls: votes, shares, distances, money, and counts of things and people."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reader.counting.counts import Count, Setting, of_quantity
from dateline.reader.counting.done import done_to, done_to_part
from dateline.reader.counting.numbers import NumberWords, hedged, number_words
from dateline.reader.counting.people import is_plural, lemma
from dateline.reader.counting.phrases import DROPPED, plural
from dateline.reader.counting.quantities import LINKS, OF, RATIOS, Quantity, ratio
from dateline.reader.counting.votes import votes
from dateline.reader.parse import Token

DISTANCE = frozenset(("km", "m", "mi", "yd", "ft"))
AMOUNTS = frozenset(("kg", "lb", "t", "l", "gal", "bbl", "bbl/day", "ha", "acres", "degrees"))
VOTES = {"against": "voted against", "abstain": "abstained", "for": "voted for"}
VOTING = frozenset(
    ("vote", "abstain", "resolution", "assembly", "abstention", "adopter", "résolution")
)
AROUND = 40  # tokens around a verb in which a word of voting makes ``opposing`` a vote
NO_COUNT = frozenset(
    ("time", "other", "more", "one", "thing", "way", "part", "side", "fold", "fois")
)
ONE_PART = frozenset(("a", "an", "one", "un", "une", "la", "le"))


def others(at: Setting, tolls: list[Count]) -> Iterator[Count]:
    """One count for each quantity that no toll has used."""
    words = number_words(at.page.language)
    shares = [*_fractions(at, words), *_ratios(at, words), *votes(at)]
    yield from shares
    used = {i for c in (*tolls, *shares) for i in range(c.start, c.end)}
    for quantity in at.quantities:
        if quantity.number.first not in used:
            count = _vote(at, quantity) or _measured(at, quantity, words) or _counted(at, quantity)
            if count is not None:
                yield count


def _fractions(at: Setting, words: NumberWords) -> Iterator[Count]:
    """``more than a third of its value``, ``two thirds of voters``, ``half of the troops``."""
    doc = at.page.doc
    texts = at.page.lowers
    spots = {i for share in words.shares for i in at.page.positions(share) if texts[i] == share}
    for i in sorted(spots):
        if texts[i + 1 : i + 2] and texts[i + 1] in OF[at.page.language] and i not in at.table:
            first, times = _numerator(texts, i, words)
            if times:
                number = hedged(
                    texts, first, i + 1, round(times * words.shares[texts[i]], 4), words
                )
                below = (c for c in doc[i + 1].children if c.i > i)
                french = doc[i + 1].head if doc[i + 1].dep_ == "case" else None
                whole = next(below, french)
                end = whole.i + 1 if whole is not None else i + 1
                yield Count(number.start, end, "share", number, whole, doc[i])


def _ratios(at: Setting, words: NumberWords) -> Iterator[Count]:
    """``about one in five inhabitants``."""
    doc, texts = at.page.doc, at.page.lowers
    for i in [i for link in sorted(LINKS) for i in at.page.positions(link)]:
        found = ratio(at.page, i - 1, words) if i else None
        if found is None and i > 1 and (among := _one_in(at, i, words)):
            yield among
        if found is not None:
            end, value = found
            head = doc[end] if end < len(doc) and doc[end].pos_ == "NOUN" else None
            number = hedged(texts, i - 1, end, value, words)
            yield Count(number.start, end + (head is not None), "share", number, head, doc[i])


def _one_in(at: Setting, i: int, words: NumberWords) -> Count | None:
    """``one train in three``, ``un train sur trois``, with "in" or "sur" at ``i``."""
    doc, texts = at.page.doc, at.page.lowers
    whole = words.cardinals.get(texts[i + 1], 0) if i + 1 < len(texts) else 0
    last = doc[i + 2] if i + 2 < len(doc) else None
    ends = last is None or last.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM")
    one = texts[i - 2] in ("one", "un", "une") and doc[i - 1].pos_ == "NOUN"
    if not (one and ends and whole in RATIOS and texts[i] in ("in", "sur")):
        return None
    number = hedged(texts, i - 2, i + 2, round(1 / whole, 4), words)
    return Count(number.start, i + 2, "share", number, doc[i - 1], doc[i])


def _numerator(texts: list[str], i: int, words: NumberWords) -> tuple[int, float]:
    """Where a fraction starts and how many parts it has: ``two`` of ``two thirds``."""
    before = texts[i - 1] if i else ""
    if before in ONE_PART:
        return i - 1, 1
    if before == "-" and i > 1 and texts[i - 2] in words.cardinals:
        return i - 2, words.cardinals[texts[i - 2]]
    if before in words.cardinals and texts[i].endswith("s"):
        return i - 1, words.cardinals[before]
    return i, float(texts[i] in ("half", "moitié"))


def _vote(at: Setting, quantity: Quantity) -> Count | None:
    """``five countries opposing it and 35 abstaining``."""
    doc, number = at.page.doc, quantity.number
    head = quantity.noun if quantity.noun is not None else doc[number.end - 1]
    clauses = [c for c in head.children if c.dep_ in ("acl", "relcl", "acl:relcl")]
    for token in [head.head, *clauses, *doc[number.end : number.end + 1]]:
        side = at.words.votes.get(lemma(token))
        if side and abs(token.i - number.first) < 8 and _is_vote(token, side):
            unit = number_words(at.page.language).units.get(head.lower_)
            return replace(of_quantity(quantity, VOTES[side], token), unit=unit)
    return None


def _is_vote(token: Token, side: str) -> bool:
    """True for abstaining, and for opposing or approving where the text speaks of a vote."""
    if side == "abstain":
        return True
    near = token.doc[max(0, token.i - AROUND) : token.i + AROUND]
    return token.pos_ == "VERB" and any(t.lemma_.casefold() in VOTING for t in near)


def _measured(at: Setting, quantity: Quantity, words: NumberWords) -> Count | None:
    """Distances, money, percentages and amounts, with their unit."""
    doc, number = at.page.doc, quantity.number
    after = number.end
    if after + 1 < len(doc) and doc[after].lower_ in ("d'", "d’", "de"):
        after += 1  # "500 millions d'euros"
    if after < len(doc) and (unit := words.units.get(doc[after].lower_)):
        token = doc[after]
        return Count(number.start, after + 1, _kind(unit, token), number, token, token, unit=unit)
    sign = doc[number.first - 1] if number.first else None
    if sign is not None and (unit := words.units.get(sign.text)) and not sign.is_alpha:
        start = min(number.start, sign.i)
        return Count(start, number.end, "money", number, None, sign, unit=unit)
    return None


def _kind(unit: str, token: Token) -> str:
    """The measure that a unit tells; for an amount, of what (``60 kilos of dynamite``)."""
    if unit in DISTANCE:
        return "distance"
    if unit == "percent":
        return "share"
    if unit not in AMOUNTS:
        return "money"
    stuff = [g for c in token.children if c.lower_ in ("of", "de", "d'") for g in c.children]
    return str(stuff[0].lower_) if stuff else "amount"


def _counted(at: Setting, quantity: Quantity) -> Count | None:
    """A count of things or people in plain words: ``banks excluded``, ``troops``."""
    noun, number = quantity.noun, quantity.number
    if noun is None or noun.pos_ == "PRON" or not noun.is_alpha or lemma(noun) in NO_COUNT:
        return None
    single = number.value == 1 and number.end - number.start == 1
    if single or noun.ent_type_ in ("DATE", "TIME") or noun.lower_ in DROPPED:
        return None
    as_is = at.page.language != "en" or is_plural(noun)
    name = noun.lower_ if as_is else plural(lemma(noun))
    done = done_to_part(noun, number.start) if quantity.partitive else done_to(noun)
    return of_quantity(quantity, f"{name} {done}" if done else name, noun)
