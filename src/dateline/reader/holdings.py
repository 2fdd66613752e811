"""Who holds a place, told as a state: ``the town is under our control``, ``in army hands``."""

from collections.abc import Iterator

from dateline.reader import event_status
from dateline.reader.found_index import Index
from dateline.reader.page import Page
from dateline.reader.parse import Token
from dateline.records import Event, Span

STATES = frozenset(("control", "hand"))
BE = frozenset(("be", "remain", "stay", "come", "keep"))
HOLDERS = frozenset(("poss", "amod", "compound", "nmod"))
OURS = frozenset(("our", "its", "their"))
EMPTY = frozenset(("full", "complete", "total", "firm", "partial", "the", "own"))


def find(page: Page, index: Index) -> Iterator[Event]:
    """States of control as events of the type CONTROL, with whoever holds the place as actor."""
    for token in page.spot(STATES):
        if token.dep_ != "pobj" or token.head.lower_ not in ("under", "in"):
            continue
        verb = token.head.head
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if verb.lemma_ in BE and subject is not None and not event_status.is_hypothetical(verb):
            yield _event(token, verb, subject, index)


def _event(token: Token, verb: Token, subject: Token, index: Index) -> Event:
    said = index.statement_at(verb)
    last = max(t.i for t in token.subtree if t.i < token.i + 8)
    end = token.doc[last]
    start = min(t.idx for t in subject.subtree)
    span = Span(start, end.idx + len(end.text))
    actors = _holder(token, index)
    return Event(
        span=span,
        text=index.text(span),
        type="CONTROL",
        mode=None,
        contexts=("military",),
        actors=actors,
        recipients=index.names(subject),
        place=index.place_at(subject),
        when=index.nearest_date(verb),
        status=event_status.status(verb, said, actors),
        source_name=said.source_name if said else None,
    )


def _holder(token: Token, index: Index) -> tuple[str, ...]:
    """Whose control or hands: before the noun, or after its "of"; "our" is left to the speaker."""
    after = [g for c in token.children if c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    before = [c for c in token.children if c.dep_ in HOLDERS and c.lower_ not in EMPTY]
    for one in (*after, *before):
        if one.lower_ not in OURS:
            return index.names(one) or (one.text,)
    return ()
