"""Source marks: which dispatches a sentence rests on, and what opens from the mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.publish.addresses import web_link
from dateline.publish.labels import shortened
from dateline.publish.wording import shown, stamp
from dateline.records import Citation, DispatchRef, Line, Span

_ENGLISH = "en"
_FROM_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_UNNAMED = "unnamed source"
_MOST_QUOTED = 2
_NEIGHBOUR = 160  # characters of a sentence beside the quoted words
_WORDS_IN_BRIEF = 100

AMPLE = 60_000
"""Characters of quotes that fit an ordinary page."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One citation as the page shows it: the words, and no more than the sentences beside them."""

    agency: str
    issued: str
    version: int
    guid: str
    before: str
    words: str
    after: str
    language: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """What opens from a source mark. ``mark`` is its visible name, the first agency with the number
    of others; ``origins`` as in ``Line``.

    ``others`` counts citations beyond the quotes shown; ``edition.json`` has them all.
    """

    key: str
    mark: str
    origins: int
    quotes: tuple[Quote, ...]
    others: int


class NoteBook:
    """Gives every set of citations on a page one note, numbered in order of appearance.

    A page must stay small however much its lines rest on: once ``room`` characters of quotes are
    used up, a note has the beginning of its first quote only, without the neighbouring sentences.
    """

    def __init__(self, dispatches: Iterable[DispatchRef], room: int = AMPLE) -> None:
        self._sources = {(one.guid, one.version): one for one in dispatches}
        self._notes: dict[tuple[tuple[str, int, Span], ...], Note] = {}
        self._room = room
        self._shown: set[tuple[str, int, Span]] = set()

    def of(self, cited: Sequence[Citation], origins: int = 1) -> Note:
        """The note for these citations."""
        key = tuple((one.guid, one.version, one.span) for one in cited)
        if key not in self._notes:
            self._notes[key] = self._note(cited, f"n{len(self._notes) + 1}", origins)
        return self._notes[key]

    def all(self) -> list[Note]:
        """Every note given so far."""
        return list(self._notes.values())

    def language(self, line: Line) -> str | None:
        """The line's language where it is not the page's, for its ``lang`` attribute."""
        found = {self._language(one) for one in line.citations}
        return found.pop() if len(found) == 1 else None

    def from_right(self, line: Line) -> bool:
        """Whether the line is in a language that is written from right to left."""
        return (self.language(line) or "").split("-")[0] in _FROM_RIGHT

    def _language(self, cited: Citation) -> str | None:
        source = self._sources.get((cited.guid, cited.version))
        language = source.language if source else None
        return None if not language or language.split("-")[0] == _ENGLISH else language

    def _note(self, cited: Sequence[Citation], key: str, origins: int) -> Note:
        full = self._room > 0
        quotes = tuple(
            self._quote(one, full, first=not n)
            for n, one in enumerate(cited[: _MOST_QUOTED if full else 1])
        )
        self._room -= sum(len(one.before + one.words + one.after) for one in quotes)
        agencies = list(dict.fromkeys(one.agency or _UNNAMED for one in cited))
        more = f" +{len(agencies) - 1}" if len(agencies) > 1 else ""
        mark = "".join(shortened(shown(agency), 20) for agency in agencies[:1]) + more
        return Note(key, mark, origins, quotes, len(cited) - len(quotes))

    def _quote(self, cited: Citation, full: bool, *, first: bool) -> Quote:
        """The neighbouring sentences are left out in brief, and of a note's second source where
        another note has them.
        """
        place = cited.guid, cited.version, cited.span
        beside = full and (first or place not in self._shown)
        self._shown.add(place)
        source = self._sources.get((cited.guid, cited.version))
        return Quote(
            agency=shown(cited.agency or _UNNAMED),
            issued=stamp(cited.issued) if cited.issued else "time not given",
            version=cited.version,
            guid=shown(cited.guid),
            before=_ending(shown(cited.before)) if beside else "",
            words=shown(cited.text) if full else shortened(shown(cited.text), _WORDS_IN_BRIEF),
            after=shortened(shown(cited.after), _NEIGHBOUR) if beside else "",
            language=self._language(cited),
            link=web_link(source.link) if source else None,
        )


def _ending(text: str) -> str:
    """The text, or its end after an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= _NEIGHBOUR else "…" + text[1 - _NEIGHBOUR :].lstrip()
