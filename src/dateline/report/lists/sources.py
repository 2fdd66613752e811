"""The sources line and the list of dispatches behind an edition."""

from datetime import datetime

from dateline.records import DispatchRef, SourceCount
from dateline.report.ground import Ground

NAMELESS = "unnamed source"


def sources(ground: Ground) -> tuple[SourceCount, ...]:
    """Agencies with their number of dispatches and when last heard, the busiest first."""
    counts: dict[str, int] = {}
    last: dict[str, datetime | None] = {}
    for sheet in ground:
        agency = sheet.dispatch.agency or NAMELESS
        counts[agency] = counts.get(agency, 0) + 1
        times = [t for t in (last.get(agency), sheet.dispatch.issued) if t]
        last[agency] = max(times, default=None)
    return tuple(
        SourceCount(agency, n, last[agency])
        for agency, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )


def dispatches(ground: Ground) -> tuple[DispatchRef, ...]:
    """Every dispatch of the dossier, oldest first."""
    return tuple(
        DispatchRef(d.guid, d.version, d.agency, d.issued, d.signal, d.language, d.link)
        for d in (sheet.dispatch for sheet in ground)
    )
