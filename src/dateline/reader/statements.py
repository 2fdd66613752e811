"""Who said what: every statement of a dispatch with source, cue, content, mode and polarity."""

from collections.abc import Container
from dataclasses import dataclass

from dateline.reader.attribution import (
    channels,
    extract,
    identity,
    intent,
    marked,
    relayed,
    tone,
)
from dateline.reader.attribution.cue_words import cue_span
from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid, grid
from dateline.reader.attribution.learnt import learnt
from dateline.reader.attribution.model import models
from dateline.reader.attribution.quotes import mark_quotes
from dateline.reader.attribution.words import roles
from dateline.reader.page import Found, Page
from dateline.records import Span, Statement, Words
from dateline.records.vocabulary import Mode, Polarity


def mode(lists: Grid, content: tuple[tuple[int, int], ...]) -> Mode:
    """Direct if all words are quoted, mixed if some are, else indirect."""
    if all(max(lists.quote[first : last + 1], default=-1) < 0 for first, last in content):
        return "indirect"
    words = [
        lists.quote[k] >= 0
        for first, last in content
        for k in range(first, last + 1)
        if lists.word[k][:1].isalnum()
    ]
    if words and all(words):
        return "direct"
    return "mixed" if any(words) else "indirect"


def _size(raw: Raw) -> int:
    return sum(last - first + 1 for first, last in raw.content)


def _enclosing(lists: Grid, raws: list[Raw]) -> list[int | None]:
    """For each statement the tightest larger one whose content holds its cue."""
    by_sentence: dict[int, list[int]] = {}
    sizes = [_size(raw) for raw in raws]
    for n, raw in enumerate(raws):
        for first, last in raw.content:
            for sent in range(lists.sent[first], lists.sent[last] + 1):
                by_sentence.setdefault(sent, []).append(n)
    found: list[int | None] = []
    for raw, size in zip(raws, sizes, strict=True):
        around = [
            (sizes[n], n)
            for n in by_sentence.get(lists.sent[raw.head], ())
            if sizes[n] > size and any(first <= raw.head <= last for first, last in raws[n].content)
        ]
        found.append(min(around)[1] if around else None)
    return found


def _words(page: Page, lists: Grid, first: int, last: int) -> Words:
    return page.words(*lists.chars(first, last))


def find(page: Page, found: Found) -> tuple[Statement, ...]:
    """The statements of a dispatch, in text order."""
    lists = grid(page.view.text, page.table, page.language)
    quotes = mark_quotes(lists)
    raws = extract.extract(lists, quotes, models())
    raws += marked.marked(lists, page.dispatch.text, raws)
    if page.language == "fr":
        raws = learnt(lists, raws)
    raws = relayed.mended(lists, raws)
    raws.sort(key=lambda raw: (raw.content[0][0], raw.head))
    who = identity.cast(lists, found["names"])
    return tuple(_statements(page, lists, raws, Scene(who, _home(found))))


@dataclass(frozen=True, slots=True)
class Scene:
    """Who is named in a dispatch, and where it names the country that it comes from (offsets)."""

    who: identity.Cast
    home: frozenset[int]


def _home(found: Found) -> frozenset[int]:
    lands = {place.country for place in found.get("origin", ()) if place.country}
    return frozenset(p.span.start for p in found.get("places", ()) if p.country in lands)


def _statements(page: Page, lists: Grid, raws: list[Raw], scene: Scene) -> list[Statement]:
    outer = _enclosing(lists, raws)
    made: dict[int | None, Statement] = {}
    for n in range(len(raws)):
        for k in reversed(_unmade(n, outer, made)):
            made[k] = _statement(page, lists, raws[k], scene, made.get(outer[k]))
    return [made[n] for n in range(len(raws))]


def _unmade(n: int, outer: list[int | None], made: Container[int | None]) -> list[int]:
    """A statement and those around it, outwards, as far as they are still to be made."""
    chain: list[int] = []
    at: int | None = n
    while at is not None and at not in made:
        chain.append(at)
        at = outer[at]
    return chain


def _speaker(
    page: Page, lists: Grid, raw: Raw, who: identity.Cast, around: Statement | None
) -> str | None:
    """The resolved name of a statement's source."""
    if raw.subject < 0:
        return None
    if lists.word[raw.subject] in identity.SELF:
        return around.source_name if around else None
    name = (identity.identify(who, raw.subject) or "").strip("[] ") or None
    if name:
        weight = identity.QUOTED if around else identity.SPOKEN
        identity.note(who, raw.subject, name, who_kind(who, name), weight)
    return name


def who_kind(who: identity.Cast, name: str) -> str:
    """``person`` for a person of the cast, ``described`` for any other source."""
    return "person" if who.kinds.get(name) == "person" else "described"


def _agency(page: Page) -> str | None:
    """The agency that speaks in the dispatch, if it is known."""
    head = page.dispatch.dateline
    return page.dispatch.agency or (head.agency if head else None)


def _polarity(lists: Grid, raw: Raw, scene: Scene, name: str | None) -> Polarity:
    """What a statement does, by its cue or, if that is neutral, by what it says."""
    said = tone.polarity(lists, raw.head)
    if said != "asserts" or raw.source is None:
        return said
    first, last = raw.source
    office = {word for word in lists.word[first : last + 1] if word in roles()}
    office |= {word for word in identity.office(scene.who, name) if word in roles()}
    return intent.intent(lists, raw, office, scene.home)


def _statement(
    page: Page, lists: Grid, raw: Raw, scene: Scene, around: Statement | None
) -> Statement:
    own = channels.own_voice(lists, raw.subject, _agency(page))
    source = None if own or not raw.source else _words(page, lists, *raw.source)
    name = None if own else _speaker(page, lists, raw, scene.who, around)
    cue = _words(page, lists, *cue_span(lists, raw)) if raw.head != raw.subject else None
    content = tuple(_words(page, lists, a, b) for a, b in raw.content)
    via = channels.channels(lists, raw)
    quoted = relayed.behind(lists, raw)
    if quoted is not None:
        via = (*via, *((name,) if name else ()))
        name = identity.identify(scene.who, quoted) or name
    if around:
        via = (*around.via, *((around.source_name,) if around.source_name else ()), *via)
    parts = [w.span for w in (source, cue, *content) if w]
    span = Span(min(s.start for s in parts), max(s.end for s in parts))
    return Statement(
        span=span,
        text=page.dispatch.text[span.start : span.end],
        source=source,
        source_name=name,
        cue=cue,
        content=content,
        mode=mode(lists, raw.content),
        polarity=_polarity(lists, raw, scene, name),
        via=tuple(v for v in dict.fromkeys(via) if v != name),
        hedges=tone.hedges(lists, raw),
    )
