"""The full list behind a report, in pages, under the dispatches that its lines come from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.publish.notes import NoteBook
from dateline.publish.wording import shown, stamp
from dateline.records import Citation, Edition, Line

_PER_PAGE = 80  # lines: with their sources, under 150 KB


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of ``count``, numbered from 1.

    ``groups`` are pairs of a dispatch's agency and time, and its lines, in the edition's order.
    ``root`` leads to the site's folder, ``files`` to the story's.
    """

    number: int
    count: int
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    lines: int
    notes: NoteBook
    root: str
    files: str

    def link(self, number: int) -> str:
        """The relative link to another page of the list."""
        return f"{self.files}{address(number)}"


def address(number: int) -> str:
    """Where a page of the list is, from the story's folder."""
    return "all/index.html" if number == 1 else f"all/{number}/index.html"


def list_pages(edition: Edition) -> tuple[ListPage, ...]:
    """The pages; none if the edition has no list."""
    lines = edition.full
    parts = [lines[at : at + _PER_PAGE] for at in range(0, len(lines), _PER_PAGE)]
    return tuple(
        ListPage(
            number=number,
            count=len(parts),
            groups=_by_dispatch(part),
            lines=len(lines),
            notes=NoteBook(edition.dispatches),
            root="../../" if number == 1 else "../../../",
            files="../" if number == 1 else "../../",
        )
        for number, part in enumerate(parts, start=1)
    )


def _by_dispatch(lines: Sequence[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    runs = groupby(lines, key=lambda one: _dispatch(one.citations[0]))
    return tuple((words, tuple(held)) for (_, words), held in runs)


def _dispatch(cited: Citation) -> tuple[tuple[str, int], str]:
    when = f", {stamp(cited.issued)}" if cited.issued else ""
    return (cited.guid, cited.version), shown(f"{cited.agency or 'Unnamed source'}{when}")
