"""Figures that a note of correction puts right in a dispatch: a line gives the right one, and cites
both.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.records import Assertion, Citation, Dossier, Line, Span

NUMBER = re.compile(r"\d+(?:[.,  ]\d{3})*(?!\d)(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Emended:
    """``words`` takes the place of the number ``wrong`` at ``span``, of the assertion ``old``;
    ``note`` is the source.
    """

    old: str
    span: Span
    wrong: str
    words: str
    note: Citation


def emended(dossier: Dossier) -> dict[tuple[str, int], tuple[Emended, ...]]:
    """What notes of correction put right, by guid and version of the dispatch that they correct.
    Numbers in words are left as they are: their line is not published.
    """
    said = {a.id: a for claim in dossier.claims for a in claim.assertions}
    found: dict[tuple[str, int], dict[str, Emended]] = {}
    for judged in (j for claim in dossier.claims for j in claim.judgements):
        old, new = said.get(judged.b), said.get(judged.a)
        if judged.verdict != "withdraws" or not old or not new or new.withdrawn:
            continue
        if old.item != new.item and (made := _made(old, new)):
            found.setdefault(old.item, {})[old.id] = made
    return {item: tuple(some.values()) for item, some in found.items()}


def _made(old: Assertion, new: Assertion) -> Emended | None:
    wrong, right = list(NUMBER.finditer(old.text)), list(NUMBER.finditer(new.text))
    if len(wrong) != 1 or len(right) != 1:
        return None
    start = old.span.start + wrong[0].start()
    note = Citation(new.guid, new.version, new.span, new.text, new.agency, new.issued,
                    assertions=(new.id,))  # fmt: skip
    span = Span(start, start + len(wrong[0][0]))
    return Emended(old.id, span, wrong[0][0], right[0][0], note)


def among(some: tuple[Emended, ...], span: Span) -> Iterator[Emended]:
    """Those inside a span."""
    return (one for one in some if span.contains(one.span))


def has(text: str, number: str) -> int:
    """How often a number stands in a text by itself."""
    return len(_alone(number).findall(text))


def _alone(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){re.escape(number)}(?![\w%]|[.,]\d)")


def undone(line: Line, known: Mapping[tuple[str, int], tuple[Emended, ...]]) -> Line:
    """A line as its dispatch has it, with the wrong numbers back and no notes cited: what the cited
    words are to bear out. One in which it is not clear which number that is stays as it is.
    """
    text, notes = line.text, set()
    for cited in line.citations:
        for one in among(known.get(cited.item, ()), cited.span):
            if one.note in line.citations and has(text, one.words) == 1:
                text = _alone(one.words).sub(one.wrong, text)
                notes.add(one.note)
    if not notes:
        return line
    return replace(line, text=text, citations=tuple(c for c in line.citations if c not in notes))
