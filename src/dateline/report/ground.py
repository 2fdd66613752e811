"""The dossier indexed: each dispatch as it may be shown, with its sentences and assertions."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.records import (
    Assertion,
    Citation,
    Claim,
    Dispatch,
    Dossier,
    Filed,
    Line,
    Reading,
    Refusal,
    Sentence,
    Span,
)
from dateline.report import bracketed_names, carried, glosses, pronoun_speakers, recase
from dateline.report.emended import Emended, emended
from dateline.report.words import count


@dataclass(frozen=True, slots=True)
class Sheet:
    """One dispatch on the composing desk.

    ``shown`` is its text with case restored and masked stretches blanked: same length, so offsets
    are the dispatch's. ``order`` is its position in the dossier, oldest first. ``assertions`` are
    the standing ones of this version. ``answers``: where somebody speaks whom only a label names.
    ``opinion``: what it is if it speaks for somebody, as an editorial or a communique does; empty
    if it does not say, null for a report.
    ``author``: who speaks in it, where it says so; ``continues``: it is a further part of a text.
    ``known`` remembers what the gate asks of it for each line.
    """

    filed: Filed
    shown: str
    order: int
    assertions: tuple[Assertion, ...]
    answers: tuple[Span, ...] = ()
    opinion: str | None = None
    author: str | None = None
    continues: bool = False
    known: dict[tuple[str, object], frozenset[str]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def remember(
        self, what: str, key: object, make: Callable[[], frozenset[str]]
    ) -> frozenset[str]:
        """What ``make`` gives for a key, made once."""
        found = self.known.get((what, key))
        if found is None:
            found = self.known[what, key] = make()
        return found

    @property
    def dispatch(self) -> Dispatch:
        """The dispatch."""
        return self.filed.dispatch

    @property
    def item(self) -> tuple[str, int]:
        """The dispatch's guid and version."""
        return self.dispatch.guid, self.dispatch.version

    @property
    def reading(self) -> Reading:
        """What the reader found in it."""
        return self.filed.reading

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that a span touches."""
        found = self.reading.sentences
        first = bisect_right(found, span.start, key=lambda s: s.span.end)
        last = bisect_left(found, span.end, key=lambda s: s.span.start)
        return found[first:last]

    def neighbours(self, span: Span) -> tuple[Sentence | None, Sentence | None]:
        """The sentences that end before a span and start after it."""
        found = self.reading.sentences
        first = bisect_right(found, span.start, key=lambda s: s.span.end)
        last = bisect_left(found, span.end, key=lambda s: s.span.start)
        return (found[first - 1] if first else None, found[last] if last < len(found) else None)

    def trimmed(self, span: Span) -> Span:
        """The span without blank (or masked) ends."""
        text = self.shown[span.start : span.end]
        lead = len(text) - len(text.lstrip())
        return Span(span.start + lead, max(span.start + lead, span.start + len(text.rstrip())))

    def around(self, span: Span) -> Span:
        """The span widened to whole sentences."""
        touched = [s.span for s in self.sentences_in(span)]
        starts, ends = [s.start for s in touched], [s.end for s in touched]
        return Span(min([span.start, *starts]), max([span.end, *ends]))


@dataclass(frozen=True, slots=True)
class Ground:
    """All sheets of a dossier by guid and version, its claims by id and by assertion id, what has
    been withdrawn by guid, and what notes of correction put right by guid and version. An item has
    several sheets if it has additions, or a note of correction.

    ``verdicts`` remembers what the gate said of a line (and whether it was somebody's rewording),
    which is asked more than once.
    """

    dossier: Dossier
    sheets: dict[tuple[str, int], Sheet]
    claims: dict[str, Claim]
    claim_of: dict[str, Claim]
    gone: dict[str, tuple[Assertion, ...]] = field(default_factory=dict)
    emended: dict[tuple[str, int], tuple[Emended, ...]] = field(default_factory=dict)
    verdicts: dict[tuple[Line, bool], Refusal | None] = field(default_factory=dict, compare=False)

    @property
    def as_of(self) -> datetime:
        """The time as of which the report is made."""
        return self.dossier.as_of

    @property
    def last(self) -> datetime:
        """When the newest dispatch was sent, if that is known: what the story calls now."""
        times = [s.dispatch.issued for s in self.sheets.values() if s.dispatch.issued]
        return min(self.as_of, max(times, default=self.as_of))

    def __iter__(self) -> Iterator[Sheet]:
        return iter(self.sheets.values())

    def of(self, cited: Citation) -> Sheet:
        """The sheet that a citation is of: the gate has looked whether it is here."""
        return self.sheets[cited.item]

    def assertions(self) -> Iterator[tuple[Claim, Assertion, Sheet]]:
        """Every standing assertion of a filed dispatch, with its claim and sheet."""
        for claim in self.dossier.claims:
            for said in claim.assertions:
                sheet = self.sheets.get(said.item)
                if sheet and said.withdrawn is None:
                    yield claim, said, sheet


def _shown(filed: Filed, told: Collection[Span] = ()) -> str:
    """Its words as they may be shown: masks are blank, but for what a note puts right."""
    text = filed.reading.cased or filed.dispatch.text
    if len(text) != len(filed.dispatch.text):
        text = filed.dispatch.text
    parts, at = [], 0
    for mask in sorted(filed.dispatch.masks, key=lambda m: m.span):
        start, end = max(mask.span.start, at), max(mask.span.end, at)
        parts += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    shown = "".join([*parts, text[at:]])
    for span in told:
        shown = shown[: span.start] + text[span.start : span.end] + shown[span.end :]
    return glosses.plain(shown)


def _recased(filed: Filed) -> Filed:
    """The reading with the case of its text as the report prints it."""
    reading = filed.reading
    if reading.cased is None:
        return filed
    cased = recase.named(recase.mended(reading.cased), reading.names)
    return replace(filed, reading=replace(reading, cased=cased))


def _heard(filed: Filed) -> Filed:
    """The reading with names in one piece, and its speaking pronouns given to those who speak."""
    named = bracketed_names.whole(filed)
    return replace(named, reading=pronoun_speakers.mended(named.reading))


CLOSING = re.compile(r"[\s\"”»’')]+")
STOPPED = re.compile(r"[.!?:;…][\s\"”»’')]*$|^\W*\w?\W*$")
"""A fragment that ends as a sentence does, or that is a list's mark or no word at all."""


def _closed(filed: Filed, shown: str) -> Filed:
    """The reading with each closing quotation mark in the sentence that it closes, and each start
    in the sentence that it starts, where they were read as sentences of their own: a note in
    brackets, or an initial, can part "A UCR [full name] spokesman said ...".
    """
    found: list[Sentence] = []
    for sentence in filed.reading.sentences:
        words = filed.dispatch.text[sentence.span.start : sentence.span.end]
        last = found[-1] if found else None
        if last and last.prose and _is_cut(filed.dispatch.text, last, sentence):
            found[-1] = replace(sentence, span=Span(last.span.start, sentence.span.end))
        elif last and last.prose and CLOSING.fullmatch(words):
            found[-1] = replace(last, span=Span(last.span.start, sentence.span.end))
        elif last and _starts(last, sentence, shown):
            whole = Span(last.span.start, sentence.span.end)
            found[-1] = replace(sentence, span=whole, prose=True)
            while len(found) > 1 and _starts(found[-2], found[-1], shown):
                rest = found.pop()
                found[-1] = replace(rest, span=Span(found[-1].span.start, rest.span.end))
        else:
            found.append(sentence)
    if len(found) == len(filed.reading.sentences):
        return filed
    return replace(filed, reading=replace(filed.reading, sentences=tuple(found)))


INITIALS = re.compile(r"\b(?:[^\W\d_]\.)+$")


def _is_cut(text: str, before: Sentence, after: Sentence) -> bool:
    """True for parts of one sentence that was parted inside initials: "the A.M.", "S. firm"."""
    joined = before.span.end == after.span.start
    cut = INITIALS.search(text, max(0, before.span.end - 8), before.span.end)
    return joined and cut is not None and text[after.span.start].isalpha()


LEAST = 6  # words of a sentence that breaks off in two places, before the first


def _starts(fragment: Sentence, sentence: Sentence, shown: str) -> bool:
    """True for a fragment that breaks off before a sentence, or the rest of one, of its own
    paragraph.
    """
    words = shown[fragment.span.start : fragment.span.end]
    near = fragment.paragraph == sentence.paragraph and not fragment.prose
    rest = shown[sentence.span.start : sentence.span.end].rstrip("\"”»' ")
    whole = sentence.prose or (count(words) >= LEAST and rest.endswith((".", "!")))
    return near and whole and not STOPPED.search(words.strip())


def ground(dossier: Dossier) -> Ground:
    """Index a dossier."""
    said: dict[tuple[str, int], list[Assertion]] = {}
    for claim in dossier.claims:
        for assertion in claim.assertions:
            if assertion.withdrawn is None:
                said.setdefault(assertion.item, []).append(assertion)
    mended = emended(dossier)
    told: dict[tuple[str, int], list[Span]] = {}
    for one in (one for some in mended.values() for one in some):
        told.setdefault(one.note.item, []).append(one.note.span)
    sheets = {}
    for order, given in enumerate(dossier.filed):
        item = given.dispatch.guid, given.dispatch.version
        recased = _heard(_recased(given))
        shown = _shown(recased, told.get(item, ()))
        filed = _closed(recased, shown)
        mine = sorted(said.get(item, ()), key=lambda a: (a.span, a.id))
        sheets[item] = Sheet(
            filed, shown, order, tuple(mine),
            answers=glosses.answers(filed.dispatch, filed.reading.names),
            opinion=glosses.opinion(filed.dispatch, shown),
            author=carried.author(filed.dispatch), continues=carried.continues(filed.dispatch),
        )  # fmt: skip
    claim_of = {a.id: c for c in dossier.claims for a in c.assertions}
    claims = {c.id: c for c in dossier.claims}
    return Ground(dossier, sheets, claims, claim_of, _gone(dossier), mended)


def _gone(dossier: Dossier) -> dict[str, tuple[Assertion, ...]]:
    """The withdrawn assertions of each dispatch."""
    found: dict[str, tuple[Assertion, ...]] = {}
    for said in (a for claim in dossier.claims for a in claim.assertions if a.withdrawn):
        found[said.guid] = (*found.get(said.guid, ()), said)
    return found
