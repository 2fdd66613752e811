"""Source marks: which dispatches a sentence rests on, and what opens from the mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.publish.addresses import web_link
from dateline.publish.labels import shortened
from dateline.publish.wording import shown, stamp
from dateline.records import Citation, DispatchRef, Line

_ENGLISH = "en"
_MOST_QUOTED = 3


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
    """What opens from a source mark. ``mark`` is its visible name; ``origins`` as in ``Line``.

    ``others`` counts citations beyond the quotes shown; ``edition.json`` has them all.
    """

    key: str
    mark: str
    says: str
    origins: int
    quotes: tuple[Quote, ...]
    others: int


class NoteBook:
    """Gives every set of citations on a page one note, numbered in order of appearance."""

    def __init__(self, dispatches: Iterable[DispatchRef]) -> None:
        self._sources = {(one.guid, one.version): one for one in dispatches}
        self._notes: dict[tuple[Citation, ...], Note] = {}

    def of(self, cited: Sequence[Citation], origins: int = 1) -> Note:
        """The note for these citations."""
        key = tuple(cited)
        if key not in self._notes:
            self._notes[key] = self._note(key, f"n{len(self._notes) + 1}", origins)
        return self._notes[key]

    def all(self) -> list[Note]:
        """Every note given so far."""
        return list(self._notes.values())

    def language(self, line: Line) -> str | None:
        """The line's language where it is not the page's, for its ``lang`` attribute."""
        found = {self._language(one) for one in line.citations}
        return found.pop() if len(found) == 1 else None

    def _language(self, cited: Citation) -> str | None:
        source = self._sources.get((cited.guid, cited.version))
        language = source.language if source else None
        return None if not language or language.split("-")[0] == _ENGLISH else language

    def _note(self, cited: tuple[Citation, ...], key: str, origins: int) -> Note:
        quotes = tuple(self._quote(one) for one in cited[:_MOST_QUOTED])
        agencies = list(dict.fromkeys(quote.agency for quote in quotes))
        more = f" +{len(agencies) - 2}" if len(agencies) > 2 else ""
        mark = ", ".join(shortened(agency, 20) for agency in agencies[:2]) + more
        says = "; ".join(dict.fromkeys(f"{one.agency}, {one.issued}" for one in quotes[:2]))
        return Note(key, mark, says, origins, quotes, len(cited) - len(quotes))

    def _quote(self, cited: Citation) -> Quote:
        source = self._sources.get((cited.guid, cited.version))
        return Quote(
            agency=shown(cited.agency or "unnamed source"),
            issued=stamp(cited.issued) if cited.issued else "time not given",
            version=cited.version,
            guid=shown(cited.guid),
            before=shown(cited.before),
            words=shown(cited.text),
            after=shown(cited.after),
            language=self._language(cited),
            link=web_link(source.link) if source else None,
        )
