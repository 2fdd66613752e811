"""All the tolls of a page: from quantities and victims to counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dateline.reader.counting.counts import (
    BODILY,
    Count,
    Setting,
    are_people,
    in_words,
    is_none,
    is_old,
    of_quantity,
)
from dateline.reader.counting.elliptic import elliptical
from dateline.reader.counting.harm import PERHAPS
from dateline.reader.counting.parts import parts
from dateline.reader.counting.people import is_name, is_one, is_victim_name, kind_of, lemma
from dateline.reader.counting.phrases import left_edge, right_edge
from dateline.reader.counting.quantities import Quantity
from dateline.reader.counting.tolls import (
    after_events,
    beside_states,
    counted_nouns,
    next_state,
    running_tolls,
    stated,
)
from dateline.reader.counting.untied import listed, moved
from dateline.reader.counting.victims import Victims, coordinated, subjects, victims
from dateline.reader.parse import Token

PERSONAL = frozenset(("killed", "injured", "kidnapped", "arrested"))
APART = frozenset(("killed", "injured", "missing", "displaced"))
INNER_OBJECTS = frozenset(("pobj", "dobj", "obj", "obl", "nmod"))
PARTICIPLES = frozenset(("VBN", "VBD"))
CLAUSES = frozenset(("acl", "relcl", "acl:relcl"))
GONE = frozenset(("missing", "disappeared", "unaccounted"))
DEADLY = frozenset(("dead", "death"))
ANYBODY = frozenset(("people", "person", "civilian", "citizen", "child"))
BEREAVED = frozenset(("country", "nation", "city", "town", "village", "state", "region", "side"))
TELLING = frozenset(("selon", "according", "d'après", "d’après"))
SOURCE_REACH = 12  # tokens back to "according to"
TOGETHER = 2  # tokens between "killed" and "or wounded"
LONGEST_SENTENCE = 400  # tokens: the parse of anything longer means nothing and costs much


def casualties(at: Setting) -> list[Count]:
    """All tolls of a page, each phrase once a measure, in text order."""
    found = [
        *_suffered(at),
        *counted_nouns(at),
        *beside_states(at),
        *after_events(at),
        *running_tolls(at),
        *stated(at),
    ]
    unique: dict[tuple[int, int, str], Count] = {}
    for count in found:
        unique.setdefault((count.start, count.end, count.measure), count)
    harms = Counter(count.start for count in unique.values() if count.measure in BODILY)
    whole = [_of_both(at, c) if harms[c.start] == 1 else c for c in unique.values()]
    told = [_as_told(c) for c in whole]
    told += _untied(at, told)
    counts = parts(at, [*told, *elliptical(at, told)])
    ordered = sorted(counts, key=lambda c: (c.start, c.end, c.measure))
    return [
        c for _, same in groupby(ordered, key=lambda c: (c.start, c.end)) for c in _merged([*same])
    ]


def _untied(at: Setting, told: Sequence[Count]) -> list[Count]:
    """Counts told by no word of harm, of what no other count is of."""
    taken = {i for c in told for i in range(c.start, c.end)}
    return [c for c in (*moved(at), *listed(at)) if c.number.first not in taken]


def _as_told(count: Count) -> Count:
    """An estimate, where so many "may have died"; soldiers who are detained are captured."""
    trigger, number = count.trigger, count.number
    fighters = count.noun is not None and kind_of(count.noun, trigger.doc.lang_) == "combatant"
    if fighters and count.measure == "arrested" and trigger.lemma_ == "detain":
        return replace(count, measure="captured")
    if number.hedge == "exact" and any(c.lower_ in PERHAPS for c in trigger.children):
        number = replace(number, low=None, high=None, hedge="estimated")
    return replace(count, number=number)


def _of_both(at: Setting, count: Count) -> Count:
    """Casualties, where the same people are told of as "killed and wounded"."""
    words, trigger = at.words, count.trigger
    joined = [c for c in trigger.children if c.dep_ == "conj" and c.tag_ in PARTICIPLES]
    other = any(
        words.transitive.get(lemma(c)) in BODILY - {count.measure}
        and not any(below.dep_ not in ("cc", "punct", "prep", "npadvmod") for below in c.children)
        and at.table.keys().isdisjoint(range(trigger.i + 1, c.i))  # "and a dozen injured"
        for c in joined
    )
    if _shares_object(at, trigger):
        return replace(count, measure="casualties")
    held = any(below.dep_ in ("dobj", "obj") for below in trigger.children)
    bare = count.measure in BODILY and trigger.tag_ in PARTICIPLES and not held
    return replace(count, measure="casualties") if bare and other else count


def _shares_object(at: Setting, trigger: Token) -> bool:
    """True for the second verb of "have killed or wounded 138 people"."""
    first, words = trigger.head, at.words
    if trigger.dep_ != "conj" or first.i >= trigger.i or trigger.i - first.i > TOGETHER:
        return False
    one, two = words.transitive.get(lemma(first)), words.transitive.get(lemma(trigger))
    objects = any(c.dep_ in ("dobj", "obj", "nsubjpass") for c in first.children)
    return {one, two} == BODILY and not objects


def _merged(same: list[Count]) -> list[Count]:
    """One count where the same people were ``killed and injured``: casualties."""
    bodily = [c for c in same if c.measure in BODILY]
    if len(bodily) < 2 or not _are_coordinate(bodily):
        return same
    return [replace(bodily[0], measure="casualties"), *(c for c in same if c not in bodily)]


def _are_coordinate(counts: Sequence[Count]) -> bool:
    triggers = [c.trigger for c in counts]
    return any(a.head == b and a.dep_ == "conj" for a in triggers for b in triggers)


def _suffered(at: Setting) -> Iterator[Count]:
    doc, harmful = at.page.doc, _harmful(at)
    for sentence in doc.sents if harmful else ():
        if sentence.end - sentence.start <= LONGEST_SENTENCE:
            for i in range(sentence.start, sentence.end):
                if i in harmful:
                    yield from _of_one_event(at, list(victims(doc[i], at.words)))


def _harmful(at: Setting) -> set[int]:
    """Words of harm, and those with "dead" or "to death" below them, as in "shot dead"."""
    deadly = at.page.spot(DEADLY)
    above = {i for t in deadly for i in (t.head.i, t.head.head.i)}
    return above.union(t.i for t in at.page.spot(at.words.all))


def _of_one_event(at: Setting, taken: list[Victims]) -> Iterator[Count]:
    """Counts of one event: each phrase, and names together (``X and Y`` is 2, with 1 and 1)."""
    named = [
        v
        for v in taken
        if _is_named(at, v) and v.head.i not in at.table and not v.negated
        if not _is_source(at, v.head)
    ]
    whole = _together(named) if len(named) > 1 else None
    if whole is not None:
        yield whole
    for one in taken:
        count = _count(at, one)
        if count is not None:
            yield replace(count, whole=whole.start) if whole and one in named else count
            yield from _parts(at, one, count)


def _together(named: Sequence[Victims]) -> Count:
    heads = sorted((v.head for v in named), key=lambda t: t.i)
    start, last = left_edge(heads[0]).i, right_edge(heads[-1])
    count = in_words(start, last, len(heads), named[0].measure, named[0].trigger)
    return replace(count, noun=None)


def _is_source(at: Setting, head: Token) -> bool:
    """True for whoever is named behind "selon", "according to", up to the next comma."""
    start = max(head.sent.start, head.i - SOURCE_REACH)
    before = at.page.lowers[start : head.i]
    after_comma = before[len(before) - before[::-1].index(",") :] if "," in before else before
    return not TELLING.isdisjoint(after_comma)


def _is_named(at: Setting, one: Victims) -> bool:
    """True for a person's name; with deeds done to bodies only, also for a doubtful one."""
    if one.measure in PERSONAL:
        return is_victim_name(one.head, at.places)
    return is_name(one.head)


def _count(at: Setting, one: Victims) -> Count | None:
    """The count of one phrase of victims, if it has one and they are people."""
    head, language = one.head, at.page.language
    if is_none(head, language):
        noun = head.pos_ in ("NOUN", "PROPN")
        start = left_edge(head).i if noun else head.i - (head.lower_ == "one" and head.i > 0)
        return in_words(start, head, 0, one.measure, one.trigger)
    if one.negated:
        return None
    if lemma(one.trigger) in at.words.frames["losing"] and not _may_be_lost(one, language):
        return None
    quantity = at.table.get(head.i)
    if quantity is not None:
        return _counted(at, one, quantity)
    single = _is_named(at, one) or is_one(head, language) or head.lower_ == "another"
    if single and not _is_source(at, head):
        count = in_words(left_edge(head).i, right_edge(head), 1, one.measure, one.trigger)
        return replace(count, noun=head)
    return None


def _counted(at: Setting, one: Victims, quantity: Quantity) -> Count | None:
    """The count of a number phrase, if it counts people of whom this is said; "not one" is none."""
    if _not_one(at, quantity):
        last = quantity.noun if quantity.noun is not None else one.head
        return in_words(quantity.number.start - 1, last, 0, one.measure, one.trigger)
    fits = are_people(quantity.noun, one.measure, at.page.language)
    fits = fits and not _is_otherwise(at, quantity, one.measure, one.trigger)
    if not fits or is_old(at, quantity):
        return None
    count = of_quantity(quantity, one.measure, one.trigger)
    return replace(count, part=_of_harmed(at, quantity))


def _not_one(at: Setting, quantity: Quantity) -> bool:
    """True for ``not one of our soldiers``, ``not a single civilian``."""
    start = quantity.number.start
    return quantity.number.value == 1 and at.page.lowers[max(0, start - 1) : start] == ["not"]


def _may_be_lost(one: Victims, language: str) -> bool:
    """True for those whose loss is their death: ``lost 11 men``, ``the country lost 175 people``,
    but not ``lost 300 workers``.
    """
    head = one.head
    if kind_of(head, language) == "combatant" or lemma(head) in ("man", "crew", "homme"):
        return True
    if lemma(head) not in ANYBODY or lemma(one.trigger) != "lose":
        return False
    return any(s.ent_type_ == "GPE" or lemma(s) in BEREAVED for s in subjects(one.trigger))


def _of_harmed(at: Setting, quantity: Quantity) -> bool:
    """True for ``two of the four people reported missing``: more befell some of those harmed, who
    were counted before. "Forty of our wounded" are a toll of their own.
    """
    noun = quantity.noun
    if noun is None or not quantity.partitive:
        return False
    within = [*at.page.doc[quantity.number.end : noun.i + 1]]
    counted = any(t.pos_ == "NUM" for t in within)
    said = (child for child in noun.children if child.dep_ in CLAUSES)
    within += [t for child in said for t in (child, *child.children)]
    harmed = [t for t in within if t.lower_ in at.words.states]
    return bool(harmed) and (counted or any(t.lower_ in GONE for t in harmed))


def _is_otherwise(at: Setting, quantity: Quantity, measure: str, trigger: Token) -> bool:
    """True if the words after a number give it another state: ``14 dead and 56 wounded``."""
    noun = quantity.noun
    if noun is not None and not quantity.partitive and noun.lower_ in at.words.states:
        return at.words.states[noun.lower_] != measure
    state = next_state(at, quantity)
    if state is None or trigger in (state, *state.children, state.head):
        return False
    other = at.words.states[state.lower_]
    return other != measure and {measure, other} <= APART


def _parts(at: Setting, one: Victims, count: Count) -> Iterator[Count]:
    """Counts within the one before: ``including three children``, ``two reporters, A and B``."""
    of_noun = count.noun.children if count.noun is not None else ()
    for child in dict.fromkeys([*one.head.children, *of_noun, *one.trigger.children]):
        if child.i > one.head.i:
            for inner in _inner(at, child, count):
                for head in coordinated(inner):
                    within = Victims(one.trigger, one.measure, head)
                    part = _count(at, within)
                    told = child.dep_ != "appos" or head.i in at.table or _is_named(at, within)
                    if part is not None and told:
                        yield replace(part, whole=count.start)


def _inner(at: Setting, child: Token, count: Count) -> list[Token]:
    """Heads of the phrases that a child of a count's noun or trigger says are within the count."""
    if any(c.lower_ == "dont" for c in child.children):
        return [child]
    if child.lower_ in at.words.frames["including"]:
        return [c for c in child.children if c.dep_ in INNER_OBJECTS]
    return [child] if child.dep_ == "appos" and count.number.value != 1 else []
