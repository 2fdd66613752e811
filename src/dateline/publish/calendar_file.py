"""``agenda.ics``: what is to come (RFC 5545). Pure.

A plan that was withdrawn is simply no longer in the file, so that nothing of it is repeated.
"""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from dateline.publish.addresses import urn
from dateline.publish.wording import shown
from dateline.records import AgendaItem, Edition

_TIMED = frozenset({"hour", "part-of-day"})


def agenda_ics(edition: Edition) -> bytes:
    """One event per dated item, past ones included. Items without a date are on the page only."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dateline//Agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", shown(edition.headline.text))
    seen: set[str] = set()
    for item in edition.agenda:
        uid = _uid(edition.story, item)
        if item.start is not None and uid not in seen:
            seen.add(uid)
            calendar.add_component(_event(edition, item, item.start, uid))
    return bytes(calendar.to_ical())


def _uid(story: str, item: AgendaItem) -> str:
    """The same for the same plan in later editions."""
    start = item.start.isoformat() if item.start else ""
    return urn("agenda", story, item.what, start).removeprefix("urn:uuid:")


def _event(edition: Edition, item: AgendaItem, start: datetime, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", edition.as_of.astimezone(UTC))
    event.add("summary", shown(item.what))
    event.add("description", shown(item.line.text))
    if item.place:
        event.add("location", shown(item.place))
    last = item.end or start
    if item.precision in _TIMED:
        # local times without a zone: the dispatch gives none ("floating", section 3.3.5)
        event.add("dtstart", start)
        event.add("dtend", max(last, start + timedelta(minutes=30)))
    else:
        event.add("dtstart", start.date())
        event.add("dtend", last.date() + timedelta(days=1))  # exclusive, section 3.6.1
    return event
