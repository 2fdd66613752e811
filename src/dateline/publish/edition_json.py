"""``edition.json``: an edition as plain data, for programs. Pure.

What the gate kept out is listed by rule, reason and dispatch. Its words are not: they were refused.
"""

import json
from typing import Any

from dateline.publish.wording import finite, iso
from dateline.records import (
    About,
    AgendaItem,
    Change,
    Citation,
    DispatchRef,
    Dispute,
    Edition,
    Line,
    MeasureItem,
    Moment,
    Notice,
    Pin,
    Refusal,
    Section,
    SourceCount,
    Toll,
)

Json = dict[str, Any]


def edition_json(edition: Edition) -> bytes:
    """UTF-8 JSON with a fixed order of keys. Times are RFC 3339; those of plans are local."""
    return encode(edition_data(edition))


def encode(data: Json) -> bytes:
    """JSON as every file of the site has it: UTF-8, indented, ending with a line end."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", "replace")


def edition_data(edition: Edition) -> Json:
    """The edition as the command line's documentation describes it."""
    return {
        "story": edition.story,
        "number": edition.number,
        "as_of": iso(edition.as_of),
        "headline": edition.headline.text,
        "headline_citations": citations(edition.headline.citations),
        "standfirst": [line(one) for one in edition.standfirst],
        "sections": [_section(one) for one in edition.sections],
        "brief": [line(one) for one in edition.brief],
        "full": [line(one) for one in edition.full],
        "disputes": [_dispute(one) for one in edition.disputes],
        "figures": [figure(one) for one in edition.figures],
        "agenda": [_agenda(one) for one in edition.agenda],
        "measures": [_measure(one) for one in edition.measures],
        "places": [_pin(one) for one in edition.pins],
        "timeline": [_moment(one) for one in edition.timeline],
        "changes": [_change(one) for one in edition.changes],
        "corrections": [notice(one) for one in edition.corrections],
        "refused": [_refusal(one) for one in edition.refused],
        "sources": [_source(one) for one in edition.sources],
        "dispatches": [_dispatch(one) for one in edition.dispatches],
    }


def citations(cited: tuple[Citation, ...]) -> list[Json]:
    """Where the words stand: ``text`` is ``dispatch.text[start:end]``, in code points."""
    return [
        {
            "dispatch": one.guid,
            "version": one.version,
            "start": one.span.start,
            "end": one.span.end,
            "text": one.text,
            "agency": one.agency,
            "issued": iso(one.issued) if one.issued else None,
            "assertions": list(one.assertions),
        }
        for one in cited
    ]


def line(one: Line) -> Json:
    """A published sentence."""
    return {
        "text": one.text,
        "citations": citations(one.citations),
        "origins": one.origins,
        "status": one.status,
    }


def _section(one: Section) -> Json:
    return {
        "heading": one.heading,
        "heading_citations": citations(one.heading_citations),
        "lines": [line(each) for each in one.lines],
    }


def about(one: About) -> Json:
    """What a figure counts."""
    return {
        "measure": one.measure,
        "population": one.population,
        "population_key": one.population_key,
        "victims": one.victims,
        "scope": one.scope,
        "unit": one.unit,
        "place": one.place,
        "geonameid": one.geonameid,
        "when": one.when,
    }


def figure(one: Toll) -> Json:
    """One speaker's figure at one time."""
    return {
        "claim": one.claim,
        "about": about(one.about),
        "by": one.by,
        "via": list(one.via),
        "words": one.words,
        "value": finite(one.value),
        "low": finite(one.low),
        "high": finite(one.high),
        "hedge": one.hedge,
        "at": iso(one.at) if one.at else None,
        "status": one.status,
        "verification": one.verification,
        "citation": citations((one.citation,))[0],
    }


def _dispute(one: Dispute) -> Json:
    rivals = [figure(each) for each in one.rivals]
    return {"about": about(one.about), **line(one.line), "rivals": rivals}


def _agenda(one: AgendaItem) -> Json:
    return {
        "what": one.what,
        "from": iso(one.start) if one.start else None,
        "to": iso(one.end) if one.end else None,
        "precision": one.precision,
        "place": one.place,
        "past": one.past,
        **line(one.line),
    }


def _measure(one: MeasureItem) -> Json:
    return {
        "issuer": one.issuer,
        "target": one.target,
        "effect": one.effect,
        "from": iso(one.start) if one.start else None,
        "state": one.state,
        **line(one.line),
    }


def _pin(one: Pin) -> Json:
    return {
        "name": one.name,
        "geonameid": one.geonameid,
        "country": one.country,
        "lat": one.lat,
        "lon": one.lon,
        "precision_km": one.precision_km,
        "kind": one.kind,
        **line(one.line),
    }


def _moment(one: Moment) -> Json:
    span = {"from": iso(one.start), "to": iso(one.end), "precision": one.precision}
    return {**span, **line(one.line)}


def _change(one: Change) -> Json:
    return {"kind": one.kind, "text": one.text, "citations": citations(one.citations)}


def notice(one: Notice) -> Json:
    """A correction, kill, hold or release."""
    return {
        "kind": one.kind,
        "by": one.by,
        "at": iso(one.at),
        "dispatch": one.guid,
        "text": one.text,
        "old": one.old,
        "new": one.new,
    }


def _refusal(one: Refusal) -> Json:
    return {"rule": one.rule, "reason": one.reason, "dispatch": one.guid}


def _source(one: SourceCount) -> Json:
    last = iso(one.last) if one.last else None
    return {"agency": one.agency, "dispatches": one.dispatches, "last": last}


def _dispatch(one: DispatchRef) -> Json:
    return {
        "dispatch": one.guid,
        "version": one.version,
        "agency": one.agency,
        "issued": iso(one.issued) if one.issued else None,
        "signal": one.signal,
        "language": one.language,
        "link": one.link,
    }
