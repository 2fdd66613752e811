"""Tolls told by nouns and by word order: ``12 deaths``, ``a toll of 15``, ``30 injured``."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reader.counting.counts import (
    Count,
    Setting,
    are_people,
    in_words,
    is_none,
    is_old,
    of_quantity,
)
from dateline.reader.counting.harm import is_negated, is_real
from dateline.reader.counting.people import kind_of, lemma
from dateline.reader.counting.phrases import left_edge
from dateline.reader.counting.quantities import Quantity
from dateline.reader.counting.victims import OBJECT
from dateline.reader.parse import Token

TOLL_REACH = 14  # tokens between "toll" and its number
FEWEST_LOST = 50  # fewer "Russian losses" may be of tanks
LONG_REACH = 24  # ... where a verb says that it has risen to it
STATE_REACH = 5  # tokens between a number phrase and the state it is in
OF_THEM = frozenset(("of", "de", "des"))
THE = frozenset(("the", "these", "those", "les", "des"))
LIFE = frozenset(("life", "vie"))
TOLLS = frozenset(("toll", "bilan"))
LOSSES = frozenset(("losses", "pertes"))
COUNTS = frozenset(("count", "tally"))
NUMBERS = frozenset(("number", "nombre"))
NEAR, FAR = 1, 14  # words behind "number of" in which it is told what befell them
AT = frozenset(("to", "at", "of", "à", "de"))
PAST = frozenset(("past", "above", "beyond"))
STANDS = frozenset(("be", "reach", "stand", "hit", "atteindre"))
EXCEEDS = frozenset(("exceed", "top", "surpass", "pass", "dépasser"))
TO = frozenset(("to", "à"))
PUTS = frozenset(("at", "to", "number", "numbered", "à"))
NUMBER = frozenset(("number", "numbered"))
PUTTING = frozenset(
    ("put", "set", "estimate", "bring", "raise", "give", "place", "chiffrer", "porter")
)
PUT_REACH = 14  # tokens before "the dead at 81" in which its verb stands
BACK = 5  # tokens before "toll" in which "bringing to 57" may stand
DEATHLY = frozenset(("death", "dead", "killed", "mort", "morts"))
HOMELESS = frozenset(("fled", "fleeing", "refugees", "uprooted", "displaced"))
DRIVEN = frozenset(("driven", "forced", "chased"))
HOMES = frozenset(("home", "homes", "houses", "flee"))
HURT = frozenset(("injury", "injured", "wounded", "blessés"))


def counted_nouns(at: Setting) -> Iterator[Count]:
    """``12 deaths``, ``no casualties``, ``three hostages``, ``claimed 15 lives``, ``un mort``."""
    for token in at.page.spot(at.words.counted.keys()):
        measure = at.words.counted.get(lemma(token)) or at.words.counted.get(token.lower_)
        if measure is None or token.pos_ not in ("NOUN", "ADJ", "VERB"):
            continue
        if lemma(token) in LIFE and token.head.lemma_ not in at.words.frames["lives"]:
            continue
        if measure == "captured" and token.head.lemma_ not in at.words.frames["taking"]:
            continue
        if measure == "held" and token.head.lemma_ in at.words.frames["releasing"]:
            continue
        count = _counted_noun(at, token, measure)
        if count is not None:
            yield count


def _counted_noun(at: Setting, token: Token, measure: str) -> Count | None:
    quantity = at.table.get(token.i)
    if quantity is not None:
        if not is_real(token, at.words):
            return None
        part = quantity.partitive and any(c.lower_ in THE for c in token.children)
        return replace(of_quantity(quantity, measure, token), part=part)
    if any(c.lower_ == "un" and c.dep_ == "det" for c in token.children):
        return in_words(token.i - 1, token, 1, measure, token) if is_real(token, at.words) else None
    if is_none(token, at.page.language) or _is_without(token):
        start = min(left_edge(token).i, max(token.i - 1, 0))
        return in_words(start, token, 0, measure, token)
    return None


def _is_without(token: Token) -> bool:
    """``without casualties``, ``without causing casualties``."""
    governors = (token.head.lower_, token.head.head.lower_)
    return token.dep_ in ("pobj", "dobj") and "without" in governors


def beside_states(at: Setting) -> Iterator[Count]:
    """Where the parse fails, what follows a number: ``nine injured``, ``31 were badly hurt``."""
    inner = {q.noun.i for q in at.quantities if q.partitive and q.noun is not None}
    for quantity in at.quantities:
        if quantity.noun is not None and quantity.noun.i in inner and not quantity.partitive:
            continue
        state = next_state(at, quantity)
        if state is None or not are_people(quantity.noun, "killed", at.page.language):
            continue
        if is_real(state, at.words) and not is_negated(state):
            yield of_quantity(quantity, at.words.states[state.lower_], state)


def next_state(at: Setting, quantity: Quantity) -> Token | None:
    """The state right of a number phrase, past auxiliaries and adverbs."""
    for token in at.page.doc[quantity.end : quantity.end + STATE_REACH]:
        if token.lower_ in at.words.states:
            kinds = {c.dep_ for c in token.children}
            active = "aux:tense" in kinds and not OBJECT.isdisjoint(kinds)  # "frappes ont tué"
            return token if token.pos_ != "PROPN" and not active else None
        if token.pos_ not in ("AUX", "ADV") or token.lower_ in at.words.frames["modals"]:
            return None
    return None


def after_events(at: Setting) -> Iterator[Count]:
    """``the massacre [of six priests]``, where the parse loses the tie."""
    for quantity in at.quantities:
        event = _event_before(at, quantity) if not is_old(at, quantity) else None
        if event is not None and quantity.noun is None and lemma(event) == "loss":
            continue  # "acknowledged the loss of two": of what was told before
        if event is not None and is_real(event, at.words):
            measure = at.words.events[lemma(event)]
            if are_people(quantity.noun, measure, at.page.language):
                yield of_quantity(quantity, measure, event)


def _event_before(at: Setting, quantity: Quantity) -> Token | None:
    """The event noun that an ``of`` just before a number phrase belongs to."""
    start = quantity.number.start
    before = [t for t in at.page.doc[max(0, start - 4) : start] if not t.is_punct]
    if len(before) < 2 or before[-1].lower_ not in ("of", "de"):
        return None
    for token in reversed(before[:-1]):
        if token.pos_ == "NOUN" and lemma(token) in at.words.events:
            return None if lemma(token) in LIFE else token
    return None


def running_tolls(at: Setting) -> Iterator[Count]:
    """``the death toll rose to 15``, ``raising the toll from 12 to 15`` (15), ``a toll of 15``;

    ``the number of dead rose to 15``, ``bringing to 57 the number of victims``, ``its losses at 58
    soldiers``.
    """
    for token in at.page.spot(TOLLS | NUMBERS | LOSSES | COUNTS):
        lost = token.lower_ in LOSSES
        if lemma(token) not in TOLLS and not lost and not _number_of(at, token):
            continue
        if not is_real(token.head if token.head.pos_ == "VERB" else token, at.words):
            continue
        quantity = _toll_number(at, token)
        if lost and (quantity is None or not _lives(at, token, quantity)):
            continue
        if quantity is not None and are_people(quantity.noun, "killed", at.page.language):
            measure = _number_of(at, token) or _toll_measure(at, token, quantity)
            yield _past(at, of_quantity(quantity, measure, token))


def stated(at: Setting) -> Iterator[Count]:
    """``puts the dead at 81``, ``the number of dead at 40 and that of the wounded at 70``,
    ``the wounded number at least 130``.
    """
    doc, lowers = at.page.doc, at.page.lowers
    for token in at.page.spot(at.words.states.keys()):
        after, measure = token.i + 1, at.words.states.get(token.lower_)
        if measure is None or after + 1 >= len(doc) or not _is_of_the(at, token):
            continue
        if lowers[after] in PUTS and (lowers[after] in NUMBER or _is_put(at, token)):
            found = next(
                (at.table[i] for i in (after + 1, after + 2, after + 3) if i in at.table), None
            )
            if found is not None and after < found.number.first <= after + 3:
                yield of_quantity(found, measure, token)


def _is_of_the(at: Setting, state: Token) -> bool:
    """Whether a state is that of "the dead", "its own military dead", "Russian dead"."""
    before = at.page.doc[state.i - 1] if state.i else None
    if before is None or before.lower_ in ("the", "les"):
        return before is not None
    owned = before.dep_ == "poss" or any(c.dep_ == "poss" for c in before.children)
    named = before.pos_ in ("ADJ", "PROPN") or owned
    return named and before.i not in at.table and at.page.language == "en"


def _is_put(at: Setting, state: Token) -> bool:
    """Whether a verb before it puts, sets or estimates: at so many."""
    before = at.page.doc[max(0, state.i - PUT_REACH) : state.i]
    return any(t.lemma_ in PUTTING for t in before)


def _lives(at: Setting, losses: Token, quantity: Quantity) -> bool:
    """True for losses of those who fight: "of 58 soldiers", or 376 where soldiers were killed."""
    if quantity.noun is not None:
        return kind_of(quantity.noun, at.page.language) == "combatant"
    if any(c.dep_ == "poss" and c.ent_type_ in ("GPE", "NORP") for c in losses.children):
        return (quantity.number.value or quantity.number.low or 0) >= FEWEST_LOST
    before = [t for t in losses.sent if t.i < losses.i]
    words = at.words
    killed = any(
        "killed" in (words.transitive.get(lemma(t)), words.intransitive.get(lemma(t)))
        for t in before
    )
    return killed and any(kind_of(t, at.page.language) == "combatant" for t in before)


def _number_of(at: Setting, token: Token) -> str | None:
    """What has happened to those whose number is spoken of: ``the number of injured``."""
    if lemma(token) not in NUMBERS | COUNTS:
        return None
    words = at.words
    if at.page.lowers[token.i + 1] in OF_THEM and _of_homeless(at, token.i + 2):
        return "displaced"
    for i, after in enumerate(at.page.doc[token.i + 2 : token.i + FAR]):
        found = words.states.get(after.lower_) or words.counted.get(lemma(after))
        over = after.lower_ in AT and (i < NEAR or after.lower_ not in OF_THEM)
        over = over and after.ent_type_ not in ("ORG", "DATE")
        if found is not None or over or after.is_punct or after.pos_ == "AUX":
            return found if at.page.lowers[token.i + 1] in OF_THEM else None
    return None


def _of_homeless(at: Setting, start: int) -> bool:
    """Whether words tell of those "driven from their homes", "who have fled", up to a full stop or
    the verb of the number.
    """
    words = at.page.lowers[start : start + NEAR + 7]
    end = next((i for i, w in enumerate(words) if w in (",", ".", ";")), len(words))
    first = words[:end]
    return not HOMELESS.isdisjoint(first) or not (
        DRIVEN.isdisjoint(first) or HOMES.isdisjoint(first)
    )


def _past(at: Setting, count: Count) -> Count:
    """``climbed past 100``, ``exceeded 100``: a floor."""
    before, number = at.page.doc[count.start - 1], count.number
    if number.hedge != "exact" or not (before.lower_ in PAST or before.lemma_ in EXCEEDS):
        return count
    floor = replace(number, value=None, low=number.value, high=None, hedge="more than")
    return replace(count, number=floor)


def _toll_measure(at: Setting, toll: Token, quantity: Quantity) -> str:
    """What a toll counts, by the words around it; deaths if they don't say."""
    words = {t.lower_ for t in at.page.doc[max(0, toll.i - 3) : quantity.end + 2]}
    if words & {"casualty", "casualties"}:
        return "casualties"
    return "injured" if words & HURT and not words & DEATHLY else "killed"


def _is_raised(at: Setting, i: int) -> bool:
    """Whether the word before "to 57" raises a toll."""
    verb = at.page.doc[max(0, at.table[i].number.start - 2)]
    return verb.lemma_ in at.words.frames["toll_verbs"]


def _rises(at: Setting, toll: Token) -> int:
    """Where the verb stands whose subject is a toll: "the toll of ... and of ... has reached"."""
    verb = toll.head
    tied = toll.dep_.startswith("nsubj") and verb.sent == toll.sent and verb.i > toll.i
    return verb.i if tied and verb.lemma_ in at.words.frames["toll_verbs"] else 0


def _toll_number(at: Setting, toll: Token) -> Quantity | None:
    """The number that a toll stands at: after ``to``, ``at``, ``of`` or a form of ``be``."""
    doc = at.page.doc
    for i in range(toll.i - 1, max(1, toll.i - BACK), -1):  # "bringing to 57 the number of dead"
        if doc[i + 1].is_sent_start:
            break
        if i in at.table and doc[at.table[i].number.start - 1].lower_ in TO:
            return at.table[i] if _is_raised(at, i) else None
    rises = _rises(at, toll)
    for token in doc[toll.i + 1 : max(toll.i, rises) + LONG_REACH]:
        if token.text in (".", ";") or token.is_sent_start:
            return None
        quantity = at.table.get(token.i)
        if quantity is None or quantity.number.first != token.i or token.i < rises:
            continue
        far = token.i >= (rises or toll.i) + TOLL_REACH
        before = doc[quantity.number.start - 1]
        if far and not (_is_raised(at, token.i) or before.lemma_ in at.words.frames["toll_verbs"]):
            return None
        after = doc[quantity.number.end].lower_ if quantity.number.end < len(doc) else ""
        earlier = before.lower_ == "de" and after == "à"  # "de 12 à 15": the first is the old toll
        if not earlier and (before.lower_ in AT | PAST or before.lemma_ in STANDS | EXCEEDS):
            return quantity
    return None
