"""What a story page shows, in the order and groups in which it shows it. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dateline.publish.feeds import last_heard
from dateline.publish.map_drawing import Drawing, drawing_of
from dateline.publish.notes import AMPLE, NoteBook
from dateline.publish.tolls import Question, distinct, questions
from dateline.publish.tolls_chart import Panel, panels
from dateline.publish.wording import universal, weekday
from dateline.records import (
    AgendaItem,
    Change,
    Dispute,
    Edition,
    Line,
    MeasureItem,
    Moment,
    Notice,
    Section,
)

_PARAGRAPH_WORDS = 55
_MOST_EDITIONS = 11

# A page stays small however long the story: what is beyond these is in its data files.
_MOST_DISPUTES = 6
_MOST_QUESTIONS = 8
_MOST_SINGLES = 10
_MOST_CHANGES = 16
_MOST_PLANS = 10
_MOST_MEASURES = 8
_MOST_NOTICES = 12
_MOST_MOMENTS = 32
_PER_DAY = 4


@dataclass(frozen=True, slots=True)
class Earlier:
    """An entry in the list of editions, with the relative link to it."""

    edition: Edition
    link: str


@dataclass(frozen=True, slots=True)
class Part[T]:
    """The items of a list that a page shows: ``first`` at once, ``more`` on request.

    ``beyond`` counts those that are in the data files only.
    """

    first: tuple[T, ...]
    more: tuple[T, ...] = ()
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page. ``root`` leads to the site's folder, ``files`` to the story's. ``before`` is the
    number of the edition before, if there is one. ``editions`` are the newest ten of ``count``.

    ``permanent`` pages are the archive's: they say that they may have been overtaken. ``questions``
    are those with several answers, then the others; ``days`` pairs of a day and its moments.
    ``heard`` is when the newest dispatch was sent, if that was on another day than ``as_of``.
    """

    edition: Edition
    permanent: bool
    root: str
    files: str
    sections: tuple[tuple[Section, tuple[tuple[Line, ...], ...]], ...]
    heard: datetime | None
    disputes: Part[Dispute]
    questions: Part[Question]
    panels: tuple[Panel, ...]
    map: Drawing | None
    days: tuple[tuple[str, Part[Moment]], ...]
    later: int
    changes: Part[Change]
    coming: Part[AgendaItem]
    past: Part[AgendaItem]
    measures: Part[MeasureItem]
    corrections: Part[Notice]
    kept_out: tuple[tuple[str, int], ...]
    editions: tuple[Earlier, ...]
    count: int
    before: int | None
    notes: NoteBook
    structured: str


def story_page(
    edition: Edition,
    history: Sequence[Edition],
    *,
    permanent: bool,
    structured: Callable[[Edition], str],
    room: int = AMPLE,
) -> StoryPage:
    """The page of one edition.

    Args:
        edition: what to show.
        history: the story's editions up to this one that may be shown, oldest first.
        permanent: whether this is the edition's own address rather than the story's.
        structured: gives the JSON-LD of an edition.
        room: characters of quotes that the page may hold in full.

    """
    files = "../../" if permanent else ""
    asked = questions(edition)
    notes = NoteBook(edition.dispatches, room)
    return StoryPage(
        edition=edition,
        permanent=permanent,
        root=f"../{files}",
        files=files,
        sections=tuple((one, paragraphs(one.lines, notes)) for one in edition.sections),
        heard=_heard(edition),
        disputes=_part(distinct(edition.disputes), _MOST_DISPUTES),
        questions=_questions(asked),
        panels=panels(asked),
        map=drawing_of(edition),
        days=_by_day(edition.timeline),
        later=max(0, len(edition.timeline) - _MOST_MOMENTS),
        changes=_part(sorted(edition.changes, key=_weight), 6, _MOST_CHANGES),
        coming=_part([one for one in edition.agenda if not one.past], 6, _MOST_PLANS),
        past=_part([one for one in edition.agenda if one.past], 3, _MOST_PLANS),
        measures=_part(edition.measures, 6, _MOST_MEASURES),
        corrections=_part(edition.corrections, 6, _MOST_NOTICES),
        kept_out=tuple(Counter(one.rule for one in edition.refused).most_common(6)),
        editions=_earlier(history, files),
        count=len(history),
        before=history[-2].number if len(history) > 1 else None,
        notes=notes,
        structured=structured(edition),
    )


def _earlier(history: Sequence[Edition], files: str) -> tuple[Earlier, ...]:
    """The newest editions, newest first."""
    newest = history[:-_MOST_EDITIONS:-1]
    return tuple(Earlier(one, f"{files}editions/{one.number}/") for one in newest)


def _part[T](items: Sequence[T], first: int, most: int | None = None) -> Part[T]:
    last = most or first
    return Part(tuple(items[:first]), tuple(items[first:last]), max(0, len(items) - last))


def _questions(asked: Sequence[Question]) -> Part[Question]:
    """Questions that several speakers answer, or one at several times; then those answered once."""
    several = [one for one in asked if one.disputed or len(one.answers) > 1]
    single = [one for one in asked if one not in several]
    if not several:
        several, single = single[:3], single[3:]
    shown, folded = several[:_MOST_QUESTIONS], single[:_MOST_SINGLES]
    return Part(tuple(shown), tuple(folded), len(asked) - len(shown) - len(folded))


def _heard(edition: Edition) -> datetime | None:
    last = last_heard(edition)
    return last if last and last.date() != universal(edition.as_of).date() else None


_GRAVEST_FIRST = ("withdrawn", "corrected", "disputed", "raised", "lowered", "new")


def _weight(change: Change) -> int:
    known = change.kind in _GRAVEST_FIRST
    return _GRAVEST_FIRST.index(change.kind) if known else len(_GRAVEST_FIRST)


def paragraphs(lines: Sequence[Line], notes: NoteBook) -> tuple[tuple[Line, ...], ...]:
    """Lines that share a dispatch, in one language, joined into paragraphs of up to about 55 words:
    what another agency tells of another matter begins its own.
    """
    done: list[list[Line]] = []
    words = 0
    for line in lines:
        size = len(line.text.split())
        if done and _goes_on(done[-1], line, notes) and words + size <= _PARAGRAPH_WORDS:
            done[-1].append(line)
            words += size
        else:
            done.append([line])
            words = size
    return tuple(tuple(one) for one in done)


def _goes_on(paragraph: Sequence[Line], line: Line, notes: NoteBook) -> bool:
    """True for a line of the language of a paragraph and of a dispatch of its last line."""
    last = {citation.guid for citation in paragraph[-1].citations}
    shared = any(citation.guid in last for citation in line.citations)
    return shared and notes.language(paragraph[0]) == notes.language(line)


def _by_day(moments: Sequence[Moment]) -> tuple[tuple[str, Part[Moment]], ...]:
    """The timeline's last entries under the day on which they begin, of each day the first few: all
    are lines of the report above.
    """
    days: dict[date, list[Moment]] = {}
    for moment in sorted(moments, key=lambda one: (one.start, one.end))[-_MOST_MOMENTS:]:
        days.setdefault(moment.start.date(), []).append(moment)
    return tuple((weekday(day), _part(held, _PER_DAY)) for day, held in days.items())
