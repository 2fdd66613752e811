"""Counts that leave out what happened: ``three people died on Sunday, and three more on Tuesday``.

The harm is that of the toll before them in the sentence; no verb may follow that tells another. Of
``11 soldiers and 40 civilians were killed``, where the parse parts the two, it is that of the toll
behind.
"""

from collections.abc import Iterator, Sequence

from dateline.reader.attribution.words import telling
from dateline.reader.counting.counts import BODILY, Count, Setting, of_quantity
from dateline.reader.counting.people import is_person_noun
from dateline.reader.counting.quantities import Quantity
from dateline.records.vocabulary import CORE_MEASURES

MORE = frozenset(("more", "others", "autres"))
JOINED = frozenset((",", "and", "et", "then", "puis", ";"))
ENDS = frozenset((",", ".", ";", "and", "et", "but", "mais"))
AND = frozenset(("and", "et"))
AT = frozenset(("in", "at", "near", "à", "dans", "en"))
OPENING = frozenset(("that", "while", "que", "but", "mais", ",", ";"))
CHANGED = frozenset(
    (
        *("up", "down", "risen", "rose", "raised", "climbed", "revised", "increased", "increase"),
        *("lowered", "jumped", "fallen"),
    )
)
RAISED_TO = frozenset(("to", "at", "à"))
SUMS = frozenset(("figure", "total", "number", "bilan"))
WITHIN = (["including"], ["notably"], ["dont"])
ASIDE = 12  # tokens of an aside between two counts that share a verb
FAR = 2  # sentences back from "the figure stands at 12" in which the toll was told
RISEN = 10  # tokens before "from nine" in which the toll is told to have risen
NEAR = 12  # tokens behind the count in which its clause ends


def elliptical(at: Setting, counts: Sequence[Count]) -> Iterator[Count]:
    """The counts of a page that say no more than "three more", with the harm of the toll before."""
    taken = {i for count in counts for i in range(count.start, count.end)}
    tolls = [c for c in counts if c.measure in CORE_MEASURES and c.whole is None]
    for quantity in at.quantities if tolls else ():
        start = quantity.number.start
        if start in taken:
            continue
        if toll := _joined_to(at, quantity, tolls):
            yield of_quantity(quantity, toll.measure, toll.trigger)
        if toll := _goes_on(at, quantity, tolls):
            yield of_quantity(quantity, toll.measure, toll.trigger)
            continue
        former = _is_former(at, quantity)
        if not (former or _is_elliptic(at, quantity) or _is_elsewhere(at, quantity)):
            continue
        sentence = at.page.doc[start].sent
        before = [c for c in tolls if sentence.start <= c.start and c.end <= start]
        before = [c for c in before if former or c.measure in BODILY]
        if before:
            toll = max(before, key=lambda c: c.start)
            yield of_quantity(quantity, toll.measure, toll.trigger)


def _joined_to(at: Setting, quantity: Quantity, tolls: Sequence[Count]) -> Count | None:
    """The toll behind "and" whose verb comes after both: "11 soldiers and 40 civilians were"."""
    doc, texts, end = at.page.doc, at.page.lowers, quantity.end
    start, noun = quantity.number.start, quantity.noun
    end = _past_aside(texts, end)
    if end >= len(texts) or texts[end] not in AND or noun is None:
        return None
    before = doc[max(0, start - 1)]
    opens = before.lower_ in OPENING or before.lemma_ in telling() or before.is_space
    if not (opens or doc[start].is_sent_start) or not is_person_noun(noun, at.page.language):
        return None
    return next(
        (t for t in tolls if t.start == end + 1 and t.end <= t.trigger.i < end + NEAR), None
    )


def _past_aside(texts: Sequence[str], end: int) -> int:
    """Behind ", including an eight-year-old boy,"; the same token if no such words stand there."""
    if tuple(texts[end : end + 1]) != (",",) or texts[end + 1 : end + 2][:1] not in WITHIN:
        return end
    comma = next((i for i in range(end + 2, min(end + ASIDE, len(texts))) if texts[i] == ","), None)
    return comma + 1 if comma is not None else end


def _goes_on(at: Setting, quantity: Quantity, tolls: Sequence[Count]) -> Count | None:
    """The toll that "the figure now stands at 12", "bringing the total to 44" goes on from: the
    last before it, in its sentence or the two before.
    """
    texts, start, doc = at.page.lowers, quantity.number.start, at.page.doc
    if not start or texts[start - 1] not in RAISED_TO:
        return None
    said = range(max(doc[start].sent.start, start - RISEN), start - 1)
    name = next((i for i in reversed(said) if texts[i] in SUMS), None)
    if name is None or texts[name + 1] == "of" or not _person_or_bare(at, quantity):
        return None
    verbs = (doc[i].lemma_ in at.words.frames["toll_verbs"] for i in said)
    before = [t for t in tolls if t.end <= name] if any(verbs) else []
    near = max(before, key=lambda t: t.start, default=None)
    return near if near is not None and _sentences_back(at, near.start, start) <= FAR else None


def _person_or_bare(at: Setting, quantity: Quantity) -> bool:
    return quantity.noun is None or is_person_noun(quantity.noun, at.page.language)


def _sentences_back(at: Setting, first: int, last: int) -> int:
    """How many sentences end between two tokens, up to one more than matters."""
    doc, back, i = at.page.doc, 0, last
    while doc[i].sent.start > first and back <= FAR:
        i, back = doc[i].sent.start - 1, back + 1
    return back


def _is_elsewhere(at: Setting, quantity: Quantity) -> bool:
    """True for the second count of "91 in Leyte and 45 in Samar": bare, joined, with a place."""
    start, end, texts = quantity.number.start, quantity.number.end, at.page.lowers
    bare = quantity.noun is None and start > 0 and texts[start - 1] in JOINED
    near = range(end + 1, min(end + 3, len(texts)))
    return bare and end < len(texts) and texts[end] in AT and any(i in at.places for i in near)


def _is_former(at: Setting, quantity: Quantity) -> bool:
    """True for the old toll of ``has risen to 35 from nine``, ``120 captured, up from 18``."""
    texts, start = at.page.lowers, quantity.number.start
    if texts[max(0, start - 1) : start] not in (["from"], ["contre"]):
        return False
    sentence = at.page.doc[start].sent.start
    before = texts[max(sentence, start - RISEN) : start - 1]
    bare = quantity.noun is None or is_person_noun(quantity.noun, at.page.language)
    return bare and (texts[start - 1] == "contre" or not CHANGED.isdisjoint(before))


def _is_elliptic(at: Setting, quantity: Quantity) -> bool:
    """True for "and three more on Tuesday": a bare number, joined, with no verb of its own."""
    doc, texts, start = at.page.doc, at.page.lowers, quantity.number.start
    end = quantity.number.end
    if not start or texts[start - 1] not in JOINED or end >= len(texts) or texts[end] not in MORE:
        return False
    for token in doc[end + 1 : end + 1 + NEAR]:
        if token.pos_ in ("VERB", "AUX", "NOUN") and token.ent_type_ not in ("DATE", "TIME"):
            return False
        if token.lower_ in ENDS or token.is_space:
            return True
    return end + 1 + NEAR >= len(doc)
