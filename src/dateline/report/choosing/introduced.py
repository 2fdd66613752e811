"""Lines that speak of "the prisoners" stand only after one that has told of them."""

from collections.abc import Collection
from dataclasses import replace

from dateline.report.lines import definite
from dateline.report.lines.drafts import Draft
from dateline.report.lines.reliance import Token

NOTHING: frozenset[Token] = frozenset()


def told(drafts: Collection[Draft]) -> frozenset[Token]:
    """What some lines tell that others may rely on."""
    return NOTHING.union(*(d.tells for d in drafts))


def met(draft: Draft, known: frozenset[Token]) -> bool:
    """True if all that a line takes as told is known."""
    return all(need & known for need in draft.needs)


def spelt(draft: Draft, known: frozenset[Token]) -> bool:
    """True if all abbreviations of a line that its dispatch spells out elsewhere are known."""
    letters = (need for need in draft.needs if any(kind == "short" for kind, _ in need))
    return all(need & known for need in letters)


def introduced(drafts: tuple[Draft, ...], before: frozenset[Token] = NOTHING) -> tuple[Draft, ...]:
    """The lines, in their order, that take nothing as told but what stands ``before`` or above
    them; and that lean on no line which has gone for that.
    """
    kept: list[Draft] = []
    gone: set[tuple[int, int]] = set()
    known = before
    for draft in drafts:
        order, index = draft.place
        unheld = draft.leans and (order, index - 1) in gone
        if unheld or not met(draft, known):
            gone.add(draft.place)
            continue
        kept.append(draft)
        known |= draft.tells
    return tuple(kept)


def unhung(draft: Draft) -> Draft:
    """The line without its need of an earlier one of its dispatch, whatever that tells."""
    start = ("start", draft.sheet.order)
    return replace(draft, needs=frozenset(need for need in draft.needs if start not in need))


def eased(draft: Draft) -> Draft:
    """The line without its need of words that its own dispatch introduces no better: "the streets"
    of a town stand there as they would here. "The victim" does not.
    """
    kept = (n for n in draft.needs if not n or any(not _is_setting(token) for token in n))
    return replace(draft, needs=frozenset(kept))


def _is_setting(token: Token) -> bool:
    """True for a word that names nobody, and nothing that happened."""
    kind, stem = token
    return kind == "stem" and not definite.is_pointed(str(stem))


def gives(lines: Collection[Draft], draft: Draft) -> bool:
    """True if some lines tell all the matter that another takes as told."""
    need = unhung(draft)
    return bool(need.needs) and met(need, told(lines))


def unmet(kept: Collection[Draft]) -> tuple[Draft, ...]:
    """Of the lines of a report, those that take as told what no other one tells."""
    known = told(kept)
    return tuple(draft for draft in kept if not met(draft, known))
