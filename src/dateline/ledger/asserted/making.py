"""How an assertion is made of what stands in a dispatch. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dateline.ledger.asserted.context import Surroundings
from dateline.ledger.asserted.periods import written
from dateline.ledger.asserted.wording import content_words
from dateline.ledger.speakers.actors import nobody, official, speaker
from dateline.ledger.storage.codec import digest
from dateline.records import About, Assertion, Dispatch, Place, Span, When
from dateline.records.vocabulary import ClaimKind, Polarity

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """By whom, through whom, and how."""

    by: str | None = None
    via: tuple[str, ...] = ()
    polarity: Polarity = "asserts"


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes assertions of one dispatch."""

    dispatch: Dispatch
    near: Surroundings
    also: Mapping[str, tuple[str, ...]]

    def names(self, by: str | None) -> tuple[str, ...]:
        """All that the dispatch calls a speaker."""
        return (by, *self.also.get(by, ())) if by else ()

    def make(self, kind: ClaimKind, span: Span, about: About, said: Said) -> Assertion:
        """An assertion without an id yet."""
        one = self.dispatch
        own = one.agency if speaks_itself(one.agency) else None
        said = replace(said, by=_speaking(said.by) or own)
        chain = tuple(dict.fromkeys(n for n in (one.agency, *said.via) if n))
        return Assertion(
            id="",
            claim="",
            kind=kind,
            guid=one.guid,
            version=one.version,
            span=span,
            sentence=self.near.around(span),
            text=one.text[span.start : span.end],
            agency=one.agency,
            by=said.by,
            via=chain,
            about=about,
            polarity=said.polarity,
            learnt=one.received or one.issued or _UNDATED,
            issued=one.issued,
            origin=origin(one, said.by, chain),
            also=self.also.get(said.by or "", ()),
        )


_HAPPENS = re.compile(
    r"\s*\b(?:air ?)?(?:strikes?|raids?|attacks?|shellings?|bombings?|bombardments?|explosions?"
    r"|blasts?)$",
    re.IGNORECASE,
)


def _speaking(by: str | None) -> str | None:
    """A speaker without what is no part of the name: a coalition, not its air strike; None for what
    only happens, and speaks not.
    """
    name = _HAPPENS.sub("", by or "")
    return name if name and not nobody(name) else None


def speaks_itself(agency: str | None) -> bool:
    """True for an institution of a state that issues its own statements, not for other agencies."""
    body = speaker(agency) if agency else None
    return bool(body and body.state and official(body) and not body.government)


def origin(dispatch: Dispatch, by: str | None, via: tuple[str, ...]) -> str:
    """Where a claim comes from: its speaker, else the last link of the chain, else the item."""
    if by:
        return speaker(by).key
    if via:
        return speaker(via[-1]).key
    return f"item {digest(dispatch.guid)}"


def about_of(measure: str, place: Place | None, when: When | None) -> About:
    """A measure with its place and days."""
    return About(
        measure=measure,
        place=place.name if place else None,
        geonameid=place.geonameid if place else None,
        within=place.within if place else (),
        when=written(when.start, when.end) if when else None,
        precision=when.precision if when else None,
    )


def context(maker: Maker, span: Span) -> tuple[str, ...]:
    """Stems of the words around a span, by which one incident is told from another."""
    text = maker.dispatch.text
    parts = [content_words(text[s.start : s.end]) for s in maker.near.scene(span)]
    return tuple(sorted(frozenset().union(*parts)))
