"""What each of the assertions set side by side tells, by its words and those around it. Pure."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted import wording
from dateline.ledger.asserted.stances import Stance, stances
from dateline.ledger.verdicts.camps import Camps
from dateline.records import Assertion


@dataclass(frozen=True, slots=True)
class Told:
    """An assertion with what its own words and those around it tell, worked out once."""

    a: Assertion
    sentence: str
    words: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    stances: tuple[Stance, ...]
    camp: str | None
    marks: frozenset[str]


_NAME = re.compile(r"\b[A-Z\u00c0-\u00de][\w'’-]{2,}")


@cache
def marks() -> dict[str, re.Pattern[str]]:
    """The marks of a sentence by name: negated, revised, hedged ..."""
    table = lexicons.table("marks.toml")["marks"]
    return {name: re.compile(words, re.IGNORECASE) for name, words in table.items()}


def _marks(text: str, sentence: str, *, said_itself: bool) -> frozenset[str]:
    own = lexicons.table("marks.toml")["own"]
    return frozenset(
        name
        for name, pattern in marks().items()
        if pattern.search(text if said_itself and name in own else sentence)
    )


class Wire:
    """The assertions that are set side by side, with their sentences, sides and rare words."""

    def __init__(
        self,
        given: Iterable[Assertion],
        camps: Camps,
        texts: Mapping[tuple[str, int], str],
        stories: Mapping[str, frozenset[str]],
    ) -> None:
        self.camps = camps
        self.stories = stories
        self._texts = texts
        self._told: dict[str, Told] = {}
        met: dict[str, set[str]] = {}
        guids: set[str] = set()
        for a in given:
            guids.add(a.guid)
            for word in self.told(a).around:
                met.setdefault(word, set()).add(a.guid)
        most = math.log(max(2, len(guids)))
        self._rare = {w: math.log(max(2, len(guids)) / len(some)) / most for w, some in met.items()}

    def told(self, a: Assertion) -> Told:
        """What an assertion tells."""
        found = self._told.get(a.id)
        if found is None:
            found = self._told[a.id] = self._tell(a)
        return found

    def _tell(self, a: Assertion) -> Told:
        text = self._texts.get((a.guid, a.version), "")
        sentence = text[a.sentence.start : a.sentence.end] or a.text
        said = wording.content_words(" ".join(filter(None, (a.by, a.agency, *a.also))))
        return Told(
            a,
            sentence,
            wording.content_words(a.text) - said,
            wording.content_words(sentence) - said,
            frozenset(_NAME.findall(sentence)[1:]),
            stances((a,), self.camps.of) if a.kind != "figure" else (),
            self.camps.of(a),
            _marks(a.text, sentence, said_itself=a.kind != "figure"),
        )

    def rare(self, words: Iterable[str]) -> float:
        """How rare some stems are in the wire, summed."""
        return sum(self._rare.get(w, 1.0) for w in words)
