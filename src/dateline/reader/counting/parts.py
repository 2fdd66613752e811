"""Counts within counts where the parse does not say so: ``four of them children``, ``six badly``.

``parts`` takes the tolls of a page and gives them back with these among them; a part belongs to the
nearest toll before it in its sentence that is large enough to hold it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.reader.counting.counts import BODILY, Count, Setting, in_words, of_quantity
from dateline.reader.counting.people import is_one, is_person_noun
from dateline.reader.counting.phrases import left_edge
from dateline.reader.counting.quantities import SEVERITY, Quantity
from dateline.reader.counting.victims import coordinated
from dateline.reader.parse import Token

THEM = frozenset(("them", "whom", "those", "these"))
AMONG = frozenset(("among", "amongst", "parmi"))
THESE = frozenset(("them", "whom", "those", "eux", "elles", "lesquels", "lesquelles"))
WITHIN = frozenset(("including", "dont", "notamment"))
FIGURING = frozenset(("be", "include", "figurer", "compter", "être", "comprendre"))
BEING = frozenset(("were", "are", "was", "is", "had", "have"))
INCLUDE = frozenset(("include",))
OPENING = 2  # tokens at the beginning of a sentence before "4,000 of them"
LISTING = frozenset((",", "and", "et"))
SIDES = frozenset(("c\u00f4t\u00e9", "side"))
SIDED: tuple[list[str], ...] = (["du"], [], ["au"])
SIDE_WORDS = 3  # of "on the Russian"
SIDE_BACK = 6  # tokens before "side" in which its number stands
AFTER = 5  # tokens after "four of them" in which the noun that says who they are may stand


def parts(at: Setting, counts: Sequence[Count]) -> list[Count]:
    """The tolls of a page, with those that are parts of others marked, and parts found added."""
    made = list(counts)
    found = [
        *_of_them(at),
        *_of_whom(at),
        *_of_which(at),
        *_introduced(at),
        *_severe(at),
        *_itemised(at, made),
        *_of_sides(at),
    ]
    for part in sorted(found, key=lambda c: c.start):
        whole = _whole(at, part, made)
        if whole is not None:
            made = [*_set(part, whole, [c for c in made if c.start == part.start]),
                    *(c for c in made if c.start != part.start)]  # fmt: skip
    figuring = [
        *_figuring(at),
        *_of_theirs(at, made),
        *_of_the_dead(at),
        *_predicated(at),
    ]
    starts = {(c.start, c.measure) for c in figuring}
    return [*figuring, *(c for c in made if (c.start, c.measure) not in starts)]


def _set(part: Count, whole: Count, own: Sequence[Count]) -> list[Count]:
    """A part of a whole; where its words tell of other harm, that, of the part's people."""
    others = [replace(c, noun=part.noun, end=part.end) for c in own if c.measure != whole.measure]
    return others or [replace(part, measure=whole.measure, whole=whole.start)]


def _whole(at: Setting, part: Count, counts: Sequence[Count]) -> Count | None:
    """The nearest whole toll before a part in its sentence."""
    first = at.page.doc[part.start].sent.start
    if part.start - first <= OPENING and first and _is_of_them(at, part):  # "98,600 of them in"
        first = at.page.doc[first - 1].sent.start
    before = [
        c for c in counts
        if first <= c.start < part.start and c.whole is None and _holds(c, part)
    ]  # fmt: skip
    return max(before, key=lambda c: c.start, default=None)


def _is_of_them(at: Setting, part: Count) -> bool:
    quantity = at.table.get(part.number.first)
    noun = quantity.noun if quantity is not None and quantity.partitive else None
    return noun is not None and noun.lower_ in THEM


def _holds(whole: Count, part: Count) -> bool:
    if whole.end > part.start or part.measure not in ("", whole.measure):
        return False
    most = whole.number.high
    least = part.number.low or part.number.value or 0
    return most is None or least <= most


def _of_them(at: Setting) -> Iterator[Count]:
    """``four of them children``, ``nine of whom later died``."""
    for quantity in at.quantities:
        if not quantity.partitive or quantity.noun is None or quantity.noun.lower_ not in THEM:
            continue
        start, end, noun = quantity.number.start, quantity.number.end, _who(at, quantity)
        last = noun.i + 1 if noun is not None else end
        yield Count(start, last, "", quantity.number, noun, at.page.doc[start])


def _of_whom(at: Setting) -> Iterator[Count]:
    """``of whom nine were children``, ``of them six were badly hurt``."""
    doc, lowers = at.page.doc, at.page.lowers
    for token in at.page.spot(frozenset(("whom", "them", "these"))):
        if not token.i or lowers[token.i - 1] not in ("of", "among") or token.i + 1 not in at.table:
            continue
        quantity = at.table[token.i + 1]
        end = quantity.number.end
        if quantity.number.start != token.i + 1 or end >= len(doc) or lowers[end] not in BEING:
            continue
        noun = next((t for t in doc[end + 1 : end + AFTER] if t.pos_ in ("NOUN", "PROPN")), None)
        people = noun if noun is not None and is_person_noun(noun, at.page.language) else None
        yield Count(quantity.number.start, end, "", quantity.number, people, token)


def _of_which(at: Setting) -> Iterator[Count]:
    """``165 deaths, of which 69 civilians``."""
    for token in at.page.spot(frozenset(("which", "whom"))):
        quantity = at.table.get(token.i + 1)
        if not token.i or quantity is None or at.page.lowers[token.i - 1] != "of":
            continue
        noun = quantity.noun
        people = noun is not None and is_person_noun(noun, at.page.language)
        if people and quantity.number.start == token.i + 1:
            yield of_quantity(quantity, "", token)


def _of_the_dead(at: Setting) -> Iterator[Count]:
    """``Of the dead, 41 were children``, ``of the 564 killed, 41 were children``."""
    doc, lowers = at.page.doc, at.page.lowers
    for token in at.page.spot(at.words.states.keys()):
        before, measure = lowers[max(0, token.i - 4) : token.i], at.words.states.get(token.lower_)
        if (
            not measure
            or "of" not in before
            or "the" not in before
            or lowers[token.i + 1 : token.i + 2] != [","]
        ):
            continue
        quantity = at.table.get(token.i + 2)
        end = quantity.number.end if quantity is not None else len(doc)
        if quantity is not None and end < len(doc) and lowers[end] in BEING:
            noun = next((t for t in doc[end + 1 : end + AFTER] if t.pos_ == "NOUN"), None)
            people = noun if noun and is_person_noun(noun, at.page.language) else None
            yield Count(quantity.number.start, end, measure, quantity.number, people, token,
                        part=True)  # fmt: skip


def _itemised(at: Setting, counts: Sequence[Count]) -> Iterator[Count]:
    """``brought its toll to 20: 14 civilians and six troops``: all that follow a toll's colon."""
    lowers = at.page.lowers
    for toll in [c for c in counts if c.measure in BODILY and c.whole is None]:
        colon = toll.end
        if colon < len(lowers) and lowers[colon] in at.words.states:  # "12 dead: ..."
            colon += 1
        items = list(_items(at, colon + 1)) if lowers[colon : colon + 1] == [":"] else []
        if len(items) > 1:
            yield from (of_quantity(item, "", toll.trigger) for item in items)


def _items(at: Setting, first: int) -> Iterator[Quantity]:
    """The counts of people that follow each other from a token on, with commas or "and"."""
    while (item := at.table.get(first)) is not None and item.number.start == first:
        if item.noun is None or not is_person_noun(item.noun, at.page.language):
            return
        yield item
        first = item.end
        while first < len(at.page.doc) and at.page.lowers[first] in LISTING:
            first += 1


def _of_sides(at: Setting) -> Iterator[Count]:
    """``dont 30 du côté russe et 13 du côté ukrainien``, ``30 on the Russian side and 13 on the``:
    the dead of each side, behind those of both.
    """
    lowers = at.page.lowers
    for token in at.page.spot(SIDES):
        start = next(
            (i for i in range(token.i - 1, max(0, token.i - SIDE_BACK), -1) if i in at.table), -1
        )
        if start < 0:
            continue
        quantity = at.table[start]
        between = lowers[quantity.number.end : token.i]
        fits = between in SIDED or (between[:2] == ["on", "the"] and len(between) == SIDE_WORDS)
        before = lowers[quantity.number.start - 1] if quantity.number.start else ""
        if fits and before in ("dont", "including", "et", "and", ",", ":", "("):
            yield Count(
                quantity.number.start, quantity.number.end, "", quantity.number, None, token
            )


def _predicated(at: Setting) -> Iterator[Count]:
    """``Fourteen of the dead are civilians``."""
    doc, lowers = at.page.doc, at.page.lowers
    for quantity in at.quantities:
        state = quantity.noun
        if not quantity.partitive or state is None or quantity.end + 1 >= len(doc):
            continue
        measure = at.words.states.get(state.lower_) or at.words.counted.get(state.lower_)
        if measure is None or lowers[quantity.end] not in BEING:
            continue
        noun = next((t for t in doc[quantity.end + 1 : quantity.end + 4] if t.pos_ == "NOUN"), None)
        if noun is not None and is_person_noun(noun, at.page.language):
            yield Count(quantity.number.start, quantity.end, measure, quantity.number, noun, state,
                        part=True)  # fmt: skip


def _who(at: Setting, quantity: Quantity) -> Token | None:
    """The noun after ``four of them`` that says who they are."""
    head = at.page.doc[quantity.number.first].head
    near = quantity.end <= head.i < quantity.end + AFTER
    return head if near and is_person_noun(head, at.page.language) else None


def _introduced(at: Setting) -> Iterator[Count]:
    """``among them a girl``, ``including three children`` where the parse has lost the tie."""
    doc = at.page.doc
    for token in at.page.spot(AMONG | WITHIN):
        first = token.i + 1
        if token.lower_ in AMONG:
            first += 1
            if first >= len(doc) or doc[first - 1].lower_ not in THESE:
                continue
        if first < len(doc):
            yield from _phrases(at, first, token)


def _phrases(at: Setting, first: int, trigger: Token) -> Iterator[Count]:
    """The counts of the people from a token on, coordinates too."""
    opening = at.page.doc[first]
    head = at.table[first].noun if first in at.table else opening.head
    if head is None or not first <= head.i < first + AFTER + 2:
        return
    for noun in coordinated(head):
        quantity = at.table.get(noun.i)
        if not is_person_noun(noun, at.page.language):
            return
        if quantity is not None:
            yield of_quantity(quantity, "", trigger)
        elif is_one(noun, at.page.language):
            yield in_words(left_edge(noun).i, noun, 1, "", trigger)


def _severe(at: Setting) -> Iterator[Count]:
    """``19 were hurt, six critically``."""
    doc = at.page.doc
    for quantity in at.quantities:
        end = quantity.number.end
        if quantity.noun is None and end < len(doc) and doc[end].lower_ in SEVERITY:
            yield Count(quantity.number.start, end, "injured", quantity.number, None, doc[end])


def _figuring(at: Setting) -> Iterator[Count]:
    """``Among the dead were three children``, ``the dead include two priests``."""
    for token in at.page.spot(FIGURING):
        if token.lemma_ not in FIGURING:
            continue
        first, second = _sides(token)
        measure = _state(at, first)
        for noun in coordinated(second) if measure is not None and second is not None else ():
            quantity = at.table.get(noun.i)
            if measure and quantity is not None and is_person_noun(noun, at.page.language):
                yield replace(of_quantity(quantity, measure, token), part=True)


def _of_theirs(at: Setting, counts: Sequence[Count]) -> Iterator[Count]:
    """``They include 3,800 civilians``: of those whom the sentence before counts."""
    for token in at.page.spot(INCLUDE):
        subjects = [c for c in token.children if c.dep_ == "nsubj"]
        if token.pos_ != "VERB" or [c.lower_ for c in subjects] != ["they"]:
            continue
        start = token.sent.start
        before = [
            c
            for c in counts
            if c.start < start
            and c.whole is None
            and start
            and at.page.doc[c.start].sent == at.page.doc[start - 1].sent
        ]
        for member in (c for c in token.children if c.dep_ in ("dobj", "attr")):
            for noun in coordinated(member) if before else ():
                quantity = at.table.get(noun.i)
                if quantity is not None and is_person_noun(noun, at.page.language):
                    yield replace(of_quantity(quantity, before[-1].measure, token), part=True)


def _sides(verb: Token) -> tuple[Token | None, Token | None]:
    """The group and its members, of ``among the dead were ...`` and ``the dead include ...``."""
    children = list(verb.children)
    under = [g for c in children if c.lower_ in AMONG for g in c.children if g.dep_ == "pobj"]
    under += [c for c in children if any(g.lower_ in AMONG for g in c.children)]
    subjects = [c for c in children if c.dep_ in ("nsubj", "nsubjpass")]
    objects = [c for c in children if c.dep_ in ("dobj", "obj", "attr")]
    if under:
        return under[0], next(iter([c for c in (*objects, *subjects) if c not in under]), None)
    if verb.lemma_ in ("include", "comprendre", "compter") and subjects and objects:
        return subjects[0], objects[0]
    return None, None


def _state(at: Setting, group: Token | None) -> str | None:
    """What has happened to ``the dead``, ``the injured``, ``the victims``."""
    if group is None or not any(c.dep_ == "det" for c in group.children):
        return None
    word, words = group.lower_, at.words
    found = (
        words.states.get(word) or words.counted.get(group.lemma_.lower()) or words.counted.get(word)
    )
    return found if found in (*BODILY, "casualties", "missing", "arrested", "kidnapped") else None
