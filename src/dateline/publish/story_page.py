"""What a story page shows, in the order and groups in which it shows it. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.publish.map_drawing import Drawing, drawing_of
from dateline.publish.notes import NoteBook
from dateline.publish.tolls import Question, questions
from dateline.publish.tolls_chart import Panel, panels
from dateline.publish.wording import weekday
from dateline.records import AgendaItem, Change, Edition, Line, Moment, Section

_PARAGRAPH_WORDS = 55
_MOST_QUESTIONS = 12
_MOST_EDITIONS = 11


@dataclass(frozen=True, slots=True)
class Earlier:
    """An entry in the list of editions, with the relative link to it."""

    edition: Edition
    link: str


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page. ``root`` leads to the site's folder, ``files`` to the story's. ``before`` is the
    number of the edition before, if there is one. ``editions`` are the newest ten of ``count``.

    ``permanent`` pages are the archive's: they say that they may have been overtaken. The table
    shows the first ``most`` questions.
    """

    edition: Edition
    permanent: bool
    root: str
    files: str
    sections: tuple[tuple[Section, tuple[tuple[Line, ...], ...]], ...]
    questions: tuple[Question, ...]
    most: int
    panels: tuple[Panel, ...]
    map: Drawing | None
    days: tuple[tuple[str, tuple[Moment, ...]], ...]
    changes: tuple[Change, ...]
    coming: tuple[AgendaItem, ...]
    past: tuple[AgendaItem, ...]
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
) -> StoryPage:
    """The page of one edition.

    Args:
        edition: what to show.
        history: the story's editions up to this one that may be shown, oldest first.
        permanent: whether this is the edition's own address rather than the story's.
        structured: gives the JSON-LD of an edition.

    """
    files = "../../" if permanent else ""
    asked = questions(edition)
    notes = NoteBook(edition.dispatches)
    return StoryPage(
        edition=edition,
        permanent=permanent,
        root=f"../{files}",
        files=files,
        sections=tuple((one, paragraphs(one.lines, notes)) for one in edition.sections),
        questions=asked,
        most=_MOST_QUESTIONS,
        panels=panels(asked),
        map=drawing_of(edition),
        days=_by_day(edition.timeline),
        changes=tuple(sorted(edition.changes, key=_weight)),
        coming=tuple(one for one in edition.agenda if not one.past),
        past=tuple(one for one in edition.agenda if one.past),
        kept_out=tuple(Counter(one.rule for one in edition.refused).most_common(6)),
        editions=tuple(
            Earlier(one, f"{files}editions/{one.number}/") for one in history[:-_MOST_EDITIONS:-1]
        ),
        count=len(history),
        before=history[-2].number if len(history) > 1 else None,
        notes=notes,
        structured=structured(edition),
    )


_GRAVEST_FIRST = ("withdrawn", "corrected", "disputed", "raised", "lowered", "new")


def _weight(change: Change) -> int:
    known = change.kind in _GRAVEST_FIRST
    return _GRAVEST_FIRST.index(change.kind) if known else len(_GRAVEST_FIRST)


def paragraphs(lines: Sequence[Line], notes: NoteBook) -> tuple[tuple[Line, ...], ...]:
    """Lines of one language joined into paragraphs of up to about 55 words."""
    done: list[list[Line]] = []
    words = 0
    for line in lines:
        size = len(line.text.split())
        same = bool(done) and notes.language(done[-1][0]) == notes.language(line)
        if same and words + size <= _PARAGRAPH_WORDS:
            done[-1].append(line)
            words += size
        else:
            done.append([line])
            words = size
    return tuple(tuple(one) for one in done)


def _by_day(moments: Sequence[Moment]) -> tuple[tuple[str, tuple[Moment, ...]], ...]:
    """The timeline's entries under the day on which they begin."""
    days: dict[date, list[Moment]] = {}
    for moment in sorted(moments, key=lambda one: (one.start, one.end)):
        days.setdefault(moment.start.date(), []).append(moment)
    return tuple((weekday(day), tuple(held)) for day, held in days.items())
