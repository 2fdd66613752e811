"""Measures with legal or practical effect: who puts what on whom, from when, in which state."""

import re
from collections.abc import Iterator

from dateline.reader.clause_parts import OBJECTS, plain, words_of
from dateline.reader.dates import anchor_day, dates_inside
from dateline.reader.order_words import Order, lexicon
from dateline.reader.orders import orders
from dateline.reader.page import Found, Page
from dateline.reader.parse import Token
from dateline.records import Measure, Span, Statement, When
from dateline.records.vocabulary import MeasureState

EFFECTIVE = re.compile(
    r"\b(?:from|since|starting|beginning|effective|as of|as from|dès|depuis"
    r"|à partir d[eu]|à compter du)"
    r"(?: on)?\s*(?:the |le )?$",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\b(?:until|till|through|jusqu['’](?:à|au))\s*(?:the |le )?$", re.IGNORECASE)
ARTICLE = re.compile(
    r"^(?:(?:à|aux|au|dans|en)\s+)?(?:(?:the|an?|le|la|les|une?|de|du|des)\s+|[ld]['’]\s?)?",
    re.IGNORECASE,
)
DANGLING = re.compile(
    r"(?:\s(?:from|until|till|jusqu['’]à|on|since|starting|beginning|effective|as of|in|at"
    r"|à partir d[eu]|dès|le|du|de))+$"
)  # fmt: skip
DATED = ("day", "part-of-day", "hour", "week", "month", "year", "range")
LONGEST = 24  # words of an effect or a target


def _short(text: str) -> str:
    """At most ``LONGEST`` words, without an article before or a lost preposition behind."""
    words = " ".join(text.split()[:LONGEST])
    return DANGLING.sub("", ARTICLE.sub("", words)).strip(" ,;:")


def _name(token: Token | None, found: Found) -> str | None:
    """An issuer as the dispatch names it most fully, else in its own words."""
    if token is None:
        return None
    names = [n for n in found["names"] if n.span.start <= token.idx < n.span.end]
    own = ARTICLE.sub("", words_of(token))
    return names[0].canonical if names and len(own.split()) <= len(names[0].text.split()) else own


def _tail(order: Order, gone: set[int]) -> list[Token]:
    """The verb and what follows it in its clause, the target's words and asides left out."""
    out = set(gone)
    for part in order.verb.subtree:
        if part.dep_ in ("relcl", "appos", "advcl", "ccomp", "parataxis", "agent", "conj") and (
            part.i > order.verb.i and (part.head.pos_ == "VERB" or part.dep_ == "appos")
        ):
            out |= {t.i for t in part.subtree}
        if part.dep_ == "cc" and part.head == order.verb:
            out.add(part.i)
    return [t for t in order.verb.subtree if t.i >= order.verb.i and t.i not in out]


def _effect(page: Page, order: Order, gone: set[int]) -> str:
    """What the measure does: its noun phrase, or the verb with its complements."""
    to_be_lifted = (
        order.state == "announced" and order.verb.lemma_ in lexicon(page.language).lifting
    )
    if order.noun is not None and not to_be_lifted:
        target = order.target
        if target is not None and target.dep_ == "nsubj" and target.head == order.noun:
            gone = gone | {t.i for t in target.subtree}
        return _short(words_of(order.noun, gone))
    return _short(plain(_tail(order, gone)))


def _date_words(page: Page, when: When | None) -> set[int]:
    """Positions of a date's words, its preposition and its commas."""
    if when is None:
        return set()
    tokens = page.tokens(when.span.start, when.span.end)
    first, last = tokens[0].i, tokens[-1].i
    around = {i for i in (first - 1, first - 2, last + 1) if 0 <= i < len(page.doc)}
    marks = {
        i
        for i in around
        if page.doc[i].text in (",", "from", "on", "since", "starting", "of", "as")
    }
    return {t.i for t in tokens} | marks


def _is_further(part: Token) -> bool:
    """True for a second verb with an object of its own, whose dates are its own."""
    return (
        part.dep_ == "conj"
        and part.pos_ == "VERB"
        and any(c.dep_ in OBJECTS for c in part.children)
    )


def _inside(order: Order) -> Span:
    """From the verb (or measure) to the end of its clause."""
    heads = [order.verb] if order.noun is None else [order.verb, order.noun]
    joined = {t.i for c in order.verb.children if _is_further(c) for t in c.subtree}
    tokens = [t for head in heads for t in head.subtree if t.i not in joined]
    last = max(tokens, key=lambda t: t.i)
    first = min(tokens, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last.text))


def _modifies(page: Page, when: When, verb: Token) -> bool:
    """True if a date depends on the verb, by itself or through its preposition."""
    tokens = page.tokens(when.span.start, when.span.end)
    head = tokens.root.head if len(tokens) else None
    return head is not None and verb.i in (head.i, head.head.i)


def _when(page: Page, order: Order, whens: tuple[When, ...]) -> When | None:
    """The date of effect: one led in by "from", "as of"; else, of a measure in force, its own."""
    dated = [w for w in dates_inside(whens, _inside(order)) if w.precision in DATED]
    before = {w: page.dispatch.text[max(0, w.span.start - 24) : w.span.start] for w in dated}
    dated = [w for w in dated if not UNTIL.search(before[w])]
    led_in = [w for w in dated if EFFECTIVE.search(before[w])]
    if led_in:
        return led_in[0]
    own = [w for w in dated if _modifies(page, w, order.verb)]
    announcing = order.verb.lemma_ in lexicon(page.language).announcing
    return own[0] if own and not announcing else None


def _is_ahead(page: Page, when: When | None) -> bool:
    """True if the date of effect lies after the day of issue: then nothing is in force yet."""
    day = anchor_day(page.dispatch)
    return (
        day is not None and when is not None and when.start is not None and when.start.date() > day
    )


def _extent(order: Order) -> Span:
    """From the issuer, target or verb, whichever comes first, to the end of the measure's words."""
    told = order.issuer is not None and order.issuer.i > order.verb.i and _is_apart(order)
    issuer = None if told or _is_shared(order) else order.issuer
    parts = [t for t in (issuer, order.target, order.noun, order.verb) if t is not None]
    start = min(p.left_edge.idx if p is not order.verb else p.idx for p in parts)
    tail = [t for t in _tail(order, set()) if not t.is_punct and not t.is_space]
    last = max([*tail, *(p.right_edge for p in parts if p is not order.verb)], key=lambda t: t.i)
    while last.is_punct and last.i > order.verb.i:
        last = last.nbor(-1)
    return Span(start, last.idx + len(last.text))


def _is_shared(order: Order) -> bool:
    """True for the issuer of two measures, at the second: "shut the port and banned rallies"."""
    return (
        order.issuer is not None
        and order.verb.dep_ == "conj"
        and (order.issuer.i < order.verb.left_edge.i)
    )


def _is_apart(order: Order) -> bool:
    """True for an issuer outside the clause, as in "... was restricted, the regulator said"."""
    return order.issuer is not None and order.issuer.i not in {t.i for t in order.verb.subtree}


def _source(span: Span, statements: tuple[Statement, ...]) -> str | None:
    holding = (s for s in statements if any(c.span.overlaps(span) for c in s.content))
    return next((s.source_name for s in holding if s.source_name), None)


def _measures(page: Page, found: Found) -> Iterator[Measure]:
    for order in orders(page):
        when = _when(page, order, found["dates"])
        gone = _date_words(page, when)
        effect = _effect(page, order, gone)
        span = _extent(order)
        if not effect:
            continue
        words = page.words(span.start, span.end)
        state: MeasureState = "announced" if _is_ahead(page, when) else order.state
        target = _short(words_of(order.target, gone)) if order.target is not None else None
        source = _source(span, found["statements"])
        issuer = _name(order.issuer, found)
        yield Measure(words.span, words.text, issuer, target, effect, state, when, source)


def find(page: Page, found: Found) -> tuple[Measure, ...]:
    """Measures in the order of the text, without overlaps."""
    kept: list[Measure] = []
    for measure in sorted(_measures(page, found), key=lambda m: m.span):
        if not kept or not kept[-1].span.overlaps(measure.span):
            kept.append(measure)
    return tuple(kept)
