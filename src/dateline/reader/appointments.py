"""Verbs and nouns that put something on the calendar, as the parser sees them."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.reader.clause_parts import HELPERS, helpers, negated, reporter
from dateline.reader.lexicon_files import content
from dateline.reader.page import Page
from dateline.reader.parse import Token
from dateline.reader.times.tense import is_future

BE = ("be", "être")
HEADS = frozenset(("VERB", "AUX", "ADJ"))
AUXILIARIES = ("aux", "auxpass")
CONTROLLED = ("xcomp", "advcl", "acl")
TAIL = 40  # characters of a sentence in which its last mark is looked for
FORMERLY = frozenset(("originally", "initially", "first", "previously", "initialement"))
PRESENT = frozenset(("is", "are", "am", "'s", "’s", "'re", "’re"))


@dataclass(frozen=True)
class Lexicon:
    """The words of a language that announce things; see ``lexicon/agenda.toml``."""

    modals: frozenset[str]
    reported: frozenset[str]
    scheduling: frozenset[str]
    scheduled: frozenset[str]
    announcing: frozenset[str]
    appointments: frozenset[str]
    timetabled: frozenset[str]
    calling: frozenset[str]
    called: frozenset[str]
    doubt: frozenset[str]


@dataclass(frozen=True, slots=True)
class Appointment:
    """A head word announced for later.

    ``trigger`` is the word that announces it. ``firm``: announced even without a date.
    ``scheduled``: said in so many words to be to come, not only by a date. ``nominal``: the head is
    a noun ("a meeting scheduled for Friday"). ``appointment``: the verb is one of appointments.
    """

    head: Token
    trigger: Token
    firm: bool = False
    scheduled: bool = True
    nominal: bool = False
    appointment: bool = False


@cache
def lexicon(language: str) -> Lexicon:
    """The agenda words of a language."""
    words = tomllib.loads(content("agenda.toml"))[language]
    return Lexicon(**{name: frozenset(row) for name, row in words.items()})


def _asked(page: Page, verb: Token) -> bool:
    """True in a question."""
    around = page.sentence_at(verb.idx)
    end = around.span.end if around is not None else 0
    return page.view.text[max(0, end - TAIL) : end].rstrip(' \n"”’)').endswith("?")


def _doubtful(page: Page, verb: Token, words: Lexicon) -> bool:
    """True under "if" and "whether", or where the verb is denied or asked."""
    marks = {c.lower_ for at in (verb, verb.head) for c in at.children if c.dep_ == "mark"}
    under = [c for c in verb.children if c.dep_ == "advcl"]
    marks |= {m.lower_ for c in under for m in c.children if m.dep_ == "mark"}
    return bool(marks & words.doubt) or negated(verb) or _asked(page, verb)


def _modal(page: Page, verb: Token, words: Lexicon) -> Appointment | None:
    """As in "Will begin", and "would begin" in a reported clause."""
    aux = helpers(verb)
    ahead = bool(aux & words.modals) or "Tense=Fut" in verb.morph
    ahead = ahead or (page.language == "fr" and is_future(verb))
    if not ahead and (not aux & words.reported or "have" in aux):
        return None
    told = reporter(verb)
    if not ahead and told is None:
        return None
    announced = told is not None and told.lemma_ in words.announcing
    usual = verb.lemma_ in words.appointments
    return Appointment(verb, verb, firm=announced and usual, appointment=usual)


def _controlled(verb: Token, words: Lexicon) -> Appointment | None:
    """As in "Is scheduled to begin", "plans to visit", "is due to", "is ready to", "is to"."""
    trigger = verb.head
    if trigger.pos_ == "ADJ" and trigger.dep_ == "acomp" and trigger.head.lemma_ in BE:
        trigger = trigger.head  # "is due to visit": the infinitive may hang on either
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    french = "VerbForm=Inf" in verb.morph and trigger.lemma_ in ("devoir", "prévoir")
    if not (infinitive or french) or trigger.i == verb.i:
        return None
    usual = verb.lemma_ in words.appointments
    ready = any(c.lemma_ in words.scheduling for c in trigger.children if c.dep_ == "acomp")
    if trigger.lemma_ in BE and (ready or verb.i - trigger.i == 2) and trigger.lower_ in PRESENT:
        return Appointment(verb, trigger, appointment=usual)
    if trigger.lemma_ in BE and ready:
        return Appointment(verb, trigger, appointment=usual)
    if trigger.lemma_ not in words.scheduling or trigger.pos_ not in ("VERB", "ADJ", "AUX"):
        return None
    if trigger.lemma_ == "expect" and not usual:
        return None
    firm = trigger.lemma_ in ("schedule", "slate", "due") and usual
    return None if negated(trigger) else Appointment(verb, trigger, firm, appointment=usual)


def _progressive(verb: Token) -> Appointment | None:
    """As in "Is organizing": with a date ahead, an appointment."""
    running = "Aspect=Prog" in verb.morph and verb.tag_ == "VBG"
    if not running or not helpers(verb) & PRESENT:
        return None
    return Appointment(verb, verb, scheduled=False)


def _participle(verb: Token, words: Lexicon) -> Appointment | None:
    """As in "A meeting scheduled for Friday", "talks are scheduled for Friday"."""
    if verb.lemma_ not in words.scheduled or verb.tag_ == "VBG":
        return None
    if any(c.lower_ in FORMERLY for c in verb.children):
        return None
    if verb.dep_ in ("acl", "amod") and verb.head.pos_ == "NOUN":
        return Appointment(verb.head, verb, nominal=True, appointment=True)
    if any(c.dep_ == "xcomp" for c in verb.children):
        return None
    if verb.dep_ == "acomp" and verb.head.lemma_ in BE:  # "is due on 24 April"
        return Appointment(verb.head, verb.head, appointment=True)
    passive = helpers(verb) & (PRESENT | {"was", "were", "been", "est", "sont"})
    return Appointment(verb, verb, appointment=True) if passive else None


def _timetabled(verb: Token, words: Lexicon) -> Appointment | None:
    """As in "The trial opens on Tuesday": with a date ahead, an appointment."""
    present = verb.tag_ in ("VBZ", "VBP") or "Tense=Pres|VerbForm=Fin" in verb.morph
    if verb.lemma_ not in words.timetabled or not present or helpers(verb):
        return None
    return Appointment(verb, verb, scheduled=False, appointment=True)


def _called(verb: Token, words: Lexicon) -> Appointment | None:
    """As in "Called a general strike for March 20", "has announced a visit in June"."""
    if verb.lemma_ not in words.calling or verb.tag_ == "VB":
        return None
    noun = next((c for c in verb.children if c.dep_ in ("dobj", "obj")), None)
    if noun is None or noun.lemma_.lower() not in words.called:
        return None
    return Appointment(noun, verb, scheduled=False, nominal=True, appointment=True)


def _heads(page: Page, words: Lexicon) -> Iterator[int]:
    """The tokens that may head an appointment: verbs under others, verbs with auxiliaries, words of
    the lexicon. French verbs show in themselves what is to come, so all of them.
    """
    table, listed = page.table, words.scheduled | words.timetabled | words.calling
    heads, deps, lemmas, french = table.heads, table.deps, table.lemmas, page.language == "fr"
    helped = {heads[k] for k, dep in enumerate(deps) if dep in HELPERS}
    for i in [i for i, pos in enumerate(table.pos) if pos in HEADS]:
        dep = deps[i]
        if dep in AUXILIARIES:
            continue
        aided = i in helped or (dep == "conj" and heads[i] in helped)
        if aided or dep in CONTROLLED or french or lemmas[i] in listed:
            yield i


def appointments(page: Page) -> Iterator[Appointment]:
    """Everything in a text that may be announced for later, in order."""
    words, deps, tokens = lexicon(page.language), page.table.deps, page.doc.tokens
    for i in _heads(page, words):
        token = tokens[i]
        found = (
            (_controlled(token, words) if deps[i] in CONTROLLED else None)
            or _modal(page, token, words)
            or _progressive(token)
            or _participle(token, words)
            or _timetabled(token, words)
            or _called(token, words)
        )
        if found and not _doubtful(page, token, words):
            yield found
