"""Taking out of an edition all that rests on dispatches which may no longer be shown. Pure.

A kill, an embargo or an editor's decision comes after editions have gone out. The ledger keeps
them as they were; what is shown of them is what this leaves.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256

from dateline.records import (
    Change,
    Citation,
    Dispute,
    Edition,
    Line,
    Notice,
    Redaction,
    Refusal,
    Section,
    SourceCount,
)

PLAIN_HEADING = "Also reported"
"""Stands where a heading went out with the words that it was taken from."""

Barred = Callable[[str, int], bool]


def redact(edition: Edition, redactions: Iterable[Redaction]) -> Edition | None:
    """The edition without anything that cites a redacted dispatch version.

    Returns the very same edition if nothing of it is concerned, and None if nothing remains.
    The digest of a redacted edition differs from the original's.
    """
    whole, versions = _listed(redactions)

    def barred(guid: str, version: int) -> bool:
        return guid in whole or (guid, version) in versions

    named = whole | {guid for guid, _ in versions}
    if not _concerned(edition, barred, named):
        return edition
    return _without(edition, barred, named)


def _listed(redactions: Iterable[Redaction]) -> tuple[set[str], set[tuple[str, int]]]:
    whole: set[str] = set()
    versions: set[tuple[str, int]] = set()
    for one in redactions:
        if one.version is None:
            whole.add(one.guid)
        else:
            versions.add((one.guid, one.version))
    return whole, versions


def _concerned(edition: Edition, barred: Barred, named: set[str]) -> bool:
    cited = [citation for line in _all_lines(edition) for citation in line.citations]
    cited += [toll.citation for toll in edition.figures]
    cited += [said.citation for said in edition.statements]
    cited += [toll.citation for dispute in edition.disputes for toll in dispute.rivals]
    cited += [citation for change in edition.changes for citation in change.citations]
    cited += [citation for section in edition.sections for citation in section.heading_citations]
    return (
        any(barred(citation.guid, citation.version) for citation in cited)
        or any(barred(one.guid, one.version) for one in edition.dispatches)
        or any(notice.guid in named for notice in edition.corrections)
        or any(refusal.guid in named for refusal in edition.refused)
    )


def _all_lines(edition: Edition) -> list[Line]:
    lines = [edition.headline, *edition.standfirst]
    lines += [line for section in edition.sections for line in section.lines]
    lines += [item.line for item in edition.agenda]
    lines += [measure.line for measure in edition.measures]
    lines += [pin.line for pin in edition.pins]
    lines += [moment.line for moment in edition.timeline]
    lines += [*edition.brief, *edition.full]
    return lines + [dispute.line for dispute in edition.disputes]


def _without(edition: Edition, barred: Barred, named: set[str]) -> Edition | None:
    def stands(line: Line) -> bool:
        return _clear(line.citations, barred)

    standfirst = tuple(line for line in edition.standfirst if stands(line))
    sections = _sections(edition.sections, barred)
    headline = edition.headline if stands(edition.headline) else _strongest(standfirst, sections)
    if headline is None:
        return None
    dispatches = tuple(one for one in edition.dispatches if not barred(one.guid, one.version))
    left = replace(
        edition,
        headline=headline,
        standfirst=tuple(line for line in standfirst if line is not headline),
        sections=sections,
        disputes=tuple(kept for one in edition.disputes if (kept := _dispute(one, barred))),
        figures=tuple(toll for toll in edition.figures if _clear([toll.citation], barred)),
        statements=tuple(one for one in edition.statements if _clear([one.citation], barred)),
        agenda=tuple(one for one in edition.agenda if stands(one.line)),
        measures=tuple(one for one in edition.measures if stands(one.line)),
        pins=tuple(one for one in edition.pins if stands(one.line)),
        timeline=tuple(one for one in edition.timeline if stands(one.line)),
        brief=tuple(line for line in edition.brief if stands(line)),
        full=tuple(line for line in edition.full if stands(line)),
        changes=tuple(one for one in edition.changes if _change_stands(one, barred)),
        corrections=tuple(safe for one in edition.corrections if (safe := _notice(one, named))),
        refused=tuple(one for one in edition.refused if _refusal_stands(one, named)),
        dispatches=dispatches,
    )
    left = replace(left, sources=_recounted(edition, left))
    return replace(left, digest=_digest(edition.digest, left))


def _clear(citations: Iterable[Citation], barred: Barred) -> bool:
    return not any(barred(one.guid, one.version) for one in citations)


def _sections(sections: tuple[Section, ...], barred: Barred) -> tuple[Section, ...]:
    kept = []
    for section in sections:
        lines = tuple(line for line in section.lines if _clear(line.citations, barred))
        cited = section.heading_citations
        whole = not section.heading or len(lines) == len(section.lines)
        safe = _clear(cited, barred) if cited else whole
        if lines and safe:
            kept.append(replace(section, lines=lines))
        elif lines:
            kept.append(Section(PLAIN_HEADING, lines))
    return tuple(kept)


def _strongest(standfirst: tuple[Line, ...], sections: tuple[Section, ...]) -> Line | None:
    """The first line of the standfirst, else the best-supported line of the report."""
    if standfirst:
        return standfirst[0]
    lines = [line for section in sections for line in section.lines]
    return max(lines, key=lambda line: line.origins, default=None)


def _dispute(dispute: Dispute, barred: Barred) -> Dispute | None:
    rivals = tuple(toll for toll in dispute.rivals if _clear([toll.citation], barred))
    if not _clear(dispute.line.citations, barred) or (dispute.rivals and len(rivals) < 2):
        return None
    return replace(dispute, rivals=rivals)


def _change_stands(change: Change, barred: Barred) -> bool:
    """A change that cites nothing cannot be shown to be free of what was taken out."""
    return bool(change.citations) and _clear(change.citations, barred)


def _notice(notice: Notice, named: set[str]) -> Notice | None:
    """A correction of redacted matter goes; a kill stays, without the victim's identifier."""
    if notice.guid not in named:
        return notice
    if notice.kind == "correction":
        return None
    return replace(notice, guid=None, old=None, new=None)


def _refusal_stands(refusal: Refusal, named: set[str]) -> bool:
    return refusal.guid is not None and refusal.guid not in named


def _recounted(before: Edition, after: Edition) -> tuple[SourceCount, ...]:
    """The sources line, less the dispatches that are gone."""
    gone = set(before.dispatches) - set(after.dispatches)
    counts = []
    for source in before.sources:
        lost = sum(1 for one in gone if one.agency == source.agency)
        heard = [
            one.issued for one in after.dispatches if one.agency == source.agency and one.issued
        ]
        if not lost:
            counts.append(source)
        elif source.dispatches > lost:
            last = max(heard, default=None)
            counts.append(replace(source, dispatches=source.dispatches - lost, last=last))
    return tuple(counts)


def _digest(old: str, left: Edition) -> str:
    kept = "\x1f".join(f"{one.guid}\x1e{one.version}" for one in left.dispatches)
    return sha256(f"{old}\x1f{kept}".encode("utf-8", "replace")).hexdigest()
