"""Events by type: PLOVER's, and ours for votes and changes of control.

A trigger word (``lexicon/events.*.toml``) makes an event if its arguments fit; a verb of general
meaning never does alone. The span is the trigger's clause: from its actor to its object and place.
"""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reader import event_status, holdings
from dateline.reader.event_arguments import (
    AT,
    TIED,
    Arguments,
    lemmas_of,
    of_joined,
    of_noun,
    of_verb,
)
from dateline.reader.event_parties import actors, befalls, is_natural
from dateline.reader.event_words import Need, Trigger, Triggers, context_words, triggers
from dateline.reader.found_index import Index
from dateline.reader.page import Found, Page
from dateline.reader.parse import Token
from dateline.reader.token_columns import Columns
from dateline.records import Event, Span

MATERIAL = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "CONTROL", "PROTEST", "CONSULT", "RETREAT", "VOTE", "AID"}
)
CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
LONGEST = 40  # tokens of a clause; longer ones are cut to the trigger's phrase


def find(page: Page, found: Found) -> tuple[Event, ...]:
    """The events of a dispatch in order of their triggers."""
    words, index = triggers(page.language), Index(page, found)
    made: dict[tuple[int, str], Event] = {}
    for i in page.spotted(words.all):
        options = _options(page.table, i, words)
        for event in _at(page.doc[i], options, words, index) if options else ():
            key = (event.span.start, event.type)
            made[key] = _fuller(made[key], event) if key in made else event
    for event in holdings.find(page, index) if page.language == "en" else ():
        made.setdefault((event.span.start, event.type), event)
    return _outermost(sorted(made.values(), key=lambda e: (e.span.start, -e.span.end)))


def _fuller(first: Event, second: Event) -> Event:
    """An event, with whom it befell by a second word for it: the six of "strikes killed six"."""
    if first.recipients or not second.recipients or first.span.start != second.span.start:
        return first
    span = max(first.span, second.span, key=lambda s: s.end)
    text = first.text if span == first.span else second.text
    doers = first.actors or second.actors
    return replace(first, span=span, text=text, actors=doers, recipients=second.recipients)


def _outermost(events: list[Event]) -> tuple[Event, ...]:
    """Events that do not lie in another of their type: "attend the meeting" is one."""
    last: dict[str, int] = {}
    kept = []
    for event in events:
        if event.span.end > last.get(event.type, 0):
            last[event.type] = event.span.end
            kept.append(event)
    return tuple(kept)


def _options(table: Columns, i: int, words: Triggers) -> tuple[Trigger, ...]:
    """What a token may report, by its lemma and part of speech; the model takes some plurals for
    names ("Bombings also ...").
    """
    pos, lemma = table.pos[i], table.folded[i]
    if pos == "VERB":
        return words.verbs.get(lemma, ()) if table.deps[i] != "amod" else ()
    if pos == "PROPN" and not table.ents[i]:
        return words.nouns.get(lemma.removesuffix("s"), ())
    return words.nouns.get(lemma, ()) if pos == "NOUN" else ()


def _at(
    token: Token, options: tuple[Trigger, ...], words: Triggers, index: Index
) -> Iterator[Event]:
    if index.is_masked(token):
        return
    if token.pos_ == "VERB":
        args = of_verb(token)
        options = () if _is_phrasal(token) else options
    else:
        args = of_noun(token, event_status.lists()["happening"])
        options = options if _happens(token, args, index) else ()
    for option in options:
        if all(_met(need, args, words, index) for need in option.needs):
            event = _event(option, args, index)
            if event is not None:
                yield event
            return


def _is_phrasal(verb: Token) -> bool:
    """True for ``give up``, ``take over``: another verb than the one listed."""
    return verb.lemma_ in event_status.lists()["phrasal"] and any(
        c.dep_ == "prt" for c in verb.children
    )


def _happens(noun: Token, args: Arguments, index: Index) -> bool:
    """True for a noun that tells of an event, not of a kind of event."""
    if noun.dep_ in ("compound", "amod", "poss"):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in event_status.lists()["amid"]:
        return True
    if noun.dep_ == "pobj" and _is_amid(noun, placed=any(
        word in AT and index.place_at(n) for word, n in args.joined
    )):  # fmt: skip
        return True
    definite = any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)
    placed = any(word in AT and index.place_at(n) for word, n in args.joined)
    if noun.dep_ in TIED:
        return args.verb is not None or placed
    told = any(
        c.dep_ == "relcl" and c.lemma_.lower() in event_status.lists()["happening"]
        for c in noun.children
    )
    return definite and (args.object is not None or placed or told)


def _is_amid(noun: Token, *, placed: bool) -> bool:
    """True for "held at protests in Moscow", "injured in clashes between": what it befell whom."""
    word, verb = noun.head.lower_, noun.head.head
    if word == "at" and placed:
        return True
    befell = verb.lemma_.lower() in event_status.lists()["happening"]
    return word == "in" and befell and any(c.lower_ == "between" for c in noun.children)


def _met(need: Need, args: Arguments, words: Triggers, index: Index) -> bool:
    if need.what in ("with", "without"):
        particles = (c.lower_ for c in args.trigger.children if c.dep_ == "prt")
        told = (*particles, *(word for word, _ in args.joined))
        return (need.what == "with") == any(word in need.words for word in told)
    if need.what in ("alone", "like", "not", "clause"):
        return _is_so(need, args)
    if need.what == "in":
        return any(_fills(need, noun, index) for _, noun in args.joined)
    if need.what == "place":
        nouns = [noun for _, noun in args.joined]
        nouns += [args.object] if args.object is not None else []
        return any(index.place_at(n) or n.lemma_.lower() in words.localities for n in nouns)
    return _has(need, args, index)


def _is_so(need: Need, args: Arguments) -> bool:
    """A need for a clause or for none, for words before the trigger or of what makes it happen."""
    below = {c.dep_ for c in args.trigger.children}
    if need.what == "alone":
        return args.object is None and below.isdisjoint(("ccomp", "dobj", "obj"))
    if need.what == "clause":
        return not below.isdisjoint(CLAUSES)
    verb = (args.verb.lemma_.lower(),) if args.verb is not None else ()
    alike = any(word in need.words for word in (*verb, *lemmas_of(args.trigger)))
    return alike == (need.what == "like")


def _has(need: Need, args: Arguments, index: Index) -> bool:
    """A need for a subject or an object."""
    noun = args.actor if need.what == "subject" else args.recipient
    if need.what == "subject" and noun is None:
        noun = args.object
    if noun is None:  # a noun that happens needs no victim: "bombings took place in Zhitomir"
        return need.what == "object" and not need.words and args.trigger.pos_ != "VERB"
    return not need.words or _fills(need, noun, index)


def _fills(need: Need, noun: Token, index: Index) -> bool:
    if need.also == "place" and (index.place_at(noun) or _share(noun, index)):
        return True
    if need.also == "person" and index.is_person(noun):
        return True
    return any(lemma in need.words for lemma in lemmas_of(noun))


SHARES = frozenset({"all", "most", "part", "half", "rest", "much"})


def _share(noun: Token, index: Index) -> bool:
    """True for ``all of Bakhmut``, ``part of western Bakhmut``."""
    under = (n for word, n in of_joined(noun) if word == "of")
    return noun.lemma_.lower() in SHARES and any(index.place_at(n) for n in under)


def _event(option: Trigger, args: Arguments, index: Index) -> Event | None:
    token, verb = args.trigger, args.verb or args.trigger
    if event_status.is_hypothetical(verb) or event_status.is_threatened(verb):
        return None
    if option.type == "ASSAULT" and is_natural(args):
        return None
    span, said = _span(args), index.statement_at(token)
    doers = actors(option, args, index, said)
    status = event_status.status(verb, said, doers)
    if status == "reported" and event_status.is_bare(verb):
        return None
    if option.type == "CONTROL" and verb.lemma_ == "lose" and status in ("reported", "claimed"):
        status = "denied"  # whoever loses control no longer has it
    contexts = (*option.contexts, *_contexts(token, index))
    return Event(
        span=span,
        text=index.text(span),
        type=option.type,
        mode=option.mode,
        contexts=tuple(dict.fromkeys(contexts)),
        actors=doers,
        recipients=index.names(befalls(option, args)),
        place=index.nearest_place(
            args, wide=option.type in MATERIAL, struck=option.type == "ASSAULT"
        ),
        when=index.nearest_date(token),
        status=status,
        source_name=said.source_name if said else None,
    )


def _contexts(token: Token, index: Index) -> list[str]:
    known, around = context_words(), token.sent
    lemmas = index.lemmas[around.start : around.end]
    return sorted({known[lemma] for lemma in lemmas if lemma in known})


def _core(head: Token) -> tuple[int, int]:
    """First and last token of a noun phrase without its clauses and asides."""
    first = last = head.i
    for child in head.children:
        if child.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct", "acl:relcl", "advcl"):
            continue
        below = head.doc.below(child.i)
        first, last = min(first, *below), max(last, *below)
    return first, last


def _is_shared(args: Arguments) -> bool:
    """True for the actor of the verb before: "gunmen killed two guards and kidnapped a girl"."""
    verb, actor = args.verb, args.actor
    joined = verb is not None and verb.dep_ == "conj" and actor is not None
    return joined and verb is not None and actor is not None and actor.i < verb.left_edge.i


def _span(args: Arguments) -> Span:
    """From the first to the last word of the trigger, its actor, object and complements."""
    token = args.trigger
    edges = [(token.i, token.i)]
    if args.verb is not None:
        edges.append((args.verb.i, args.verb.i))
        actor = None if _is_shared(args) else args.actor
        heads = [
            actor,
            args.object,
            *(n for _, n in args.joined if n.i > token.i and n.pos_ != "NUM"),
        ]
        edges += [_core(head) for head in heads if head is not None]
    if args.verb is not token:
        edges.append(_core(token))
    sentence = token.sent
    first = max(sentence.start, min(low for low, _ in edges))
    last = min(sentence.end - 1, max(high for _, high in edges))
    if last - first > LONGEST:
        first, last = _core(token)
    doc = token.doc
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))
