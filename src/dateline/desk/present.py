"""Readings, claims and pairs in the JSON shapes that users and other programs rely on.

The shapes are the contract of the command line; see ``docs/json.md``. Spans come out as
``start``/``end`` (code points, end exclusive) with the words in ``text``.
"""

from datetime import datetime
from typing import Any

from dateline.records import (
    Assertion,
    Claim,
    Damage,
    Dispatch,
    Event,
    Figure,
    Judgement,
    Measure,
    Place,
    Plan,
    Reading,
    Statement,
    When,
    Words,
)

Json = dict[str, Any]


def time(at: datetime | None) -> str | None:
    """ISO 8601, or null."""
    return at.isoformat() if at else None


def period(when: When | None) -> str | None:
    """A time as one string: a date, or ``from/to`` where it is not one whole day."""
    if when is None or when.start is None or when.end is None:
        return when.value if when else None
    start, end = when.start.isoformat(), when.end.isoformat()
    if when.precision == "day":
        return start[:10]
    return f"{start}/{end}"


def _words(words: Words | None) -> Json | None:
    return {"start": words.span.start, "end": words.span.end, "text": words.text} if words else None


def _at(finding: Statement | Figure | Place | When | Event | Plan | Measure | Damage) -> Json:
    return {"start": finding.span.start, "end": finding.span.end, "text": finding.text}


def dispatch(item: Dispatch) -> Json:
    """A dispatch, without its masks and byte map."""
    return {
        "guid": item.guid,
        "version": item.version,
        "agency": item.agency,
        "status": item.status,
        "signal": item.signal,
        "issued": time(item.issued),
        "received": time(item.received),
        "embargo_until": time(item.embargo_until),
        "language": item.language,
        "headline": item.headline,
        "slug": item.slug,
        "byline": item.byline,
        "dateline": item.dateline.place if item.dateline else None,
        "format": item.format,
        "sha256": item.sha256,
        "text": item.text,
    }


def _statement(found: Statement) -> Json:
    return _at(found) | {
        "source": _words(found.source),
        "source_name": found.source_name,
        "via": list(found.via),
        "cue": _words(found.cue),
        "content": [_words(part) for part in found.content],
        "mode": found.mode,
        "polarity": found.polarity,
        "hedges": list(found.hedges),
    }


def _figure(found: Figure) -> Json:
    return _at(found) | {
        "low": found.low,
        "high": found.high,
        "value": found.value,
        "hedge": found.hedge,
        "measure": found.measure,
        "unit": found.unit,
        "population": found.population,
        "victims": found.victims,
        "scope": found.scope,
        "part_of": found.part_of,
        "place": found.place.name if found.place else None,
        "when": period(found.when),
        "source_name": found.source_name,
        "verification": found.verification,
    }


def _place(found: Place) -> Json:
    return _at(found) | {
        "name": found.name,
        "country": found.country,
        "geonameid": found.geonameid,
        "lat": found.lat,
        "lon": found.lon,
        "role": found.role,
    }


def _date(found: When) -> Json:
    return _at(found) | {
        "value": found.value,
        "from": time(found.start),
        "to": time(found.end),
        "precision": found.precision,
    }


def _event(found: Event) -> Json:
    return _at(found) | {
        "type": found.type,
        "mode": found.mode,
        "contexts": list(found.contexts),
        "actors": list(found.actors),
        "recipients": list(found.recipients),
        "place": found.place.name if found.place else None,
        "when": period(found.when),
        "status": found.status,
        "source_name": found.source_name,
    }


def _plan(found: Plan) -> Json:
    return _at(found) | {
        "what": found.what,
        "from": time(found.when.start) if found.when else None,
        "to": time(found.when.end) if found.when else None,
        "place": found.place.name if found.place else None,
        "source_name": found.source_name,
    }


def _measure(found: Measure) -> Json:
    return _at(found) | {
        "issuer": found.issuer,
        "target": found.target,
        "effect": found.effect,
        "from": time(found.when.start) if found.when else None,
        "state": found.state,
    }


def _damage(found: Damage) -> Json:
    return _at(found) | {"kind": found.kind, "suggestion": found.suggestion}


def reading(item: Dispatch, found: Reading) -> Json:
    """One line of ``dateline read --json``."""
    return {
        "dispatch": dispatch(item) | {"language": found.language},
        "reader": found.reader,
        "model": found.model,
        "statements": [_statement(x) for x in found.statements],
        "figures": [_figure(x) for x in found.figures],
        "places": [_place(x) for x in (*found.origin, *found.places)],
        "dates": [_date(x) for x in found.dates],
        "events": [_event(x) for x in found.events],
        "plans": [_plan(x) for x in found.plans],
        "measures": [_measure(x) for x in found.measures],
        "damage": [_damage(x) for x in found.damage],
    }


def assertion(found: Assertion) -> Json:
    """An assertion inside a claim."""
    return {
        "id": found.id,
        "dispatch": found.guid,
        "version": found.version,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "by": found.by,
        "via": list(found.via),
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "hedge": found.hedge,
        "polarity": found.polarity,
        "withdrawn": time(found.withdrawn),
        "reason": found.reason,
    }


def judgement(found: Judgement) -> Json:
    """A judgement inside a claim."""
    return {
        "id": found.id,
        "a": found.a,
        "b": found.b,
        "verdict": found.verdict,
        "reason": found.reason,
        "by": found.by,
        "at": time(found.at),
    }


def claim(found: Claim) -> Json:
    """One line of ``dateline claims --json``; with its changes if they were asked for."""
    changes = [{"at": time(c.at), "kind": c.kind, "why": c.why} for c in found.changes]
    return _claim(found) | ({"changes": changes} if changes else {})


def _claim(found: Claim) -> Json:
    return {
        "claim": found.id,
        "story": found.story,
        "kind": found.kind,
        "about": {
            "measure": found.about.measure,
            "population": found.about.population,
            "place": found.about.place,
            "when": found.about.when,
        },
        "status": found.status,
        "origins": found.origins,
        "assertions": [assertion(a) for a in found.assertions],
        "judgements": [judgement(j) for j in found.judgements],
        "history": [
            {"at": time(step.at), "status": step.status, "why": step.why} for step in found.history
        ],
    }


def pair_member(found: Assertion) -> Json:
    """One side of a line of ``dateline judge --json``."""
    return {
        "doc": found.guid,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "by": found.by,
        "via": list(found.via),
        "measure": found.about.measure,
        "value": found.value,
        "low": found.low,
        "high": found.high,
        "hedge": found.hedge,
    }
