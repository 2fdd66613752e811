"""From a reading to what its dispatch asserts: figures, statements, contested events, control.

Pure. An assertion's id depends on the dispatch and the words only, so that a newer reader finds the
same assertions under the same ids, and an editor's judgements stay attached.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from dateline.ledger.asserted.charges import (
    blame,
    called_false,
    charges,
    doer,
    leaves_open,
    polarity,
    told,
)
from dateline.ledger.asserted.context import surroundings
from dateline.ledger.asserted.deeds import events
from dateline.ledger.asserted.emendations import emendations
from dateline.ledger.asserted.figures import figures
from dateline.ledger.asserted.holds import holds, merged
from dateline.ledger.asserted.making import Maker, Said, context, speaks_itself
from dateline.ledger.orders.targets import tells
from dateline.ledger.speakers.personae import personae
from dateline.ledger.storage.codec import digest
from dateline.records import (
    About,
    Assertion,
    Dispatch,
    Reading,
    Span,
    Statement,
)


def assertions(dispatch: Dispatch, reading: Reading) -> tuple[Assertion, ...]:
    """All that one dispatch version asserts, in text order; none for a bare order, nor what a note
    asks editors to read.
    """
    if not tells(dispatch):
        return ()
    maker = Maker(dispatch, surroundings(dispatch, reading), personae(dispatch, reading))
    deeds = [_denied(a, maker) for a in merged(events(maker, reading), holds(maker, reading))]
    found = [
        *figures(maker, reading),
        *_statements(maker, reading),
        *deeds,
        *_own_words(maker, reading, [a.span for a in deeds]),
    ]
    found.sort(key=lambda a: (a.span, a.kind, a.about.measure, a.text))
    notes = [one.note for one in emendations(dispatch)]
    said = [a for a in found if not any(note.overlaps(a.span) for note in notes)]
    return tuple(_named(said))


def _denied(a: Assertion, maker: Maker) -> Assertion:
    """A deed, as denied if its sentence calls the claim of it false."""
    false = a.polarity == "asserts" and called_false(maker.dispatch.text, a.sentence, a.span)
    return replace(a, polarity="denies") if false else a


def _named(found: list[Assertion]) -> Iterator[Assertion]:
    """Ids; two findings of one kind on the very same words are told apart by their order."""
    seen: dict[str, int] = {}
    for a in found:
        base = digest(a.guid, a.version, a.kind, a.span.start, a.span.end)
        seen[base] = seen.get(base, 0) + 1
        name = base if seen[base] == 1 else f"{base}.{seen[base]}"
        yield replace(a, id=name, claim=name)


_CITING = frozenset(("citing", "quoting", "citant"))
_NAME = 60  # characters


def _only_names_source(statement: Statement) -> bool:
    """True for "citing the health ministry", which says nothing but where something came from."""
    cue, (first, *more) = statement.cue, statement.content
    citing = cue is not None and cue.text.casefold() in _CITING
    return citing and not more and len(first.text) <= _NAME


def _statements(maker: Maker, reading: Reading) -> Iterator[Assertion]:
    followed = zip_longest(reading.statements, reading.statements[1:])
    for statement, answer in followed:
        if not statement.content or leaves_open(maker.dispatch.text, statement):
            continue
        if _only_names_source(statement):
            continue
        span = Span(statement.content[0].span.start, statement.content[-1].span.end)
        if span.start < span.end:
            words = maker.dispatch.text[span.start : span.end]
            said = Said(statement.source_name, statement.via, polarity(statement, words))
            made = maker.make("statement", span, About(measure="statement"), said)
            charged = charges(statement) or said.polarity == "denies"
            charged = charged or (answer is not None and answer.polarity == "denies")
            yield replace(made, context=context(maker, span)) if charged else made
            whom = doer(maker, statement, words, said)
            if whom is not None and not told(reading, span):
                yield blame(maker, span, whom, said)


_LEAST_WORDS = 5


def _own_words(maker: Maker, reading: Reading, deeds: Sequence[Span]) -> Iterator[Assertion]:
    """What an institution of a state says in its own statement, a sentence each, where it quotes
    nobody and tells of no deed that is known already: it is a speaker like others.
    """
    if not speaks_itself(maker.dispatch.agency):
        return
    taken = [*deeds, *(s.span for s in reading.statements if s.content)]
    for sentence in reading.sentences:
        text = maker.dispatch.text[sentence.span.start : sentence.span.end]
        told = any(sentence.span.overlaps(span) for span in taken)
        if not sentence.prose or told or len(text.split()) < _LEAST_WORDS:
            continue
        span = Span(sentence.span.start, sentence.span.start + len(text.rstrip(" .!\n")))
        yield maker.make("statement", span, About(measure="statement"), Said())
