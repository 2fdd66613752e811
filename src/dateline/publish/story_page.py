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
from dateline.records import AgendaItem, Edition, Line, Moment, Section

_PARAGRAPH_WORDS = 55


@dataclass(frozen=True, slots=True)
class Earlier:
    """An entry in the list of editions, with the relative link to it."""

    edition: Edition
    link: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Lines that came and lines that went since the edition before, each in its order."""

    before: Edition
    came: tuple[Line, ...]
    went: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page. ``root`` leads to the site's folder, ``files`` to the story's.

    ``permanent`` pages are the archive's: they say that they may have been overtaken.
    """

    edition: Edition
    permanent: bool
    root: str
    files: str
    sections: tuple[tuple[Section, tuple[tuple[Line, ...], ...]], ...]
    questions: tuple[Question, ...]
    panels: tuple[Panel, ...]
    map: Drawing | None
    days: tuple[tuple[str, tuple[Moment, ...]], ...]
    coming: tuple[AgendaItem, ...]
    past: tuple[AgendaItem, ...]
    kept_out: tuple[tuple[str, int], ...]
    editions: tuple[Earlier, ...]
    difference: Difference | None
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
    notes = NoteBook(edition)
    return StoryPage(
        edition=edition,
        permanent=permanent,
        root=f"../{files}",
        files=files,
        sections=tuple((one, paragraphs(one.lines, notes)) for one in edition.sections),
        questions=asked,
        panels=panels(asked),
        map=drawing_of(edition),
        days=_by_day(edition.timeline),
        coming=tuple(one for one in edition.agenda if not one.past),
        past=tuple(one for one in edition.agenda if one.past),
        kept_out=tuple(Counter(one.rule for one in edition.refused).most_common(6)),
        editions=tuple(Earlier(one, f"{files}editions/{one.number}/") for one in history[::-1]),
        difference=difference(history[-2], edition) if len(history) > 1 else None,
        notes=notes,
        structured=structured(edition),
    )


def difference(before: Edition, after: Edition) -> Difference:
    """The lines of standfirst and sections by which two editions differ."""
    old, new = _lines(before), _lines(after)
    return Difference(
        before,
        came=tuple(line for text, line in new.items() if text not in old),
        went=tuple(line for text, line in old.items() if text not in new),
    )


def _lines(edition: Edition) -> dict[str, Line]:
    every = (*edition.standfirst, *(line for one in edition.sections for line in one.lines))
    return {line.text: line for line in every}


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
