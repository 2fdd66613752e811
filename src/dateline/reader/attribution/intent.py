"""Promises and demands that a neutral cue reports: "said it would withdraw", "said they must go".

Whoever says that he himself, or what he speaks for, will do something promises it; whoever says
that others must do it demands it. Words: ``lexicon/promises.toml``.
"""

from collections.abc import Set
from functools import cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.extract import Raw
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.tone import polarity
from dateline.records.vocabulary import Polarity

FIRST = frozenset(("i", "we"))
HUMAN = frozenset(("he", "she", "they"))
OWNING = frozenset(("the", "his", "her", "its", "their", "our", "my"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
GROUPS = frozenset(("ORG", "GPE", "NORP", "LOC"))
PLURAL = frozenset(("NNS", "NNPS"))
VERBAL = frozenset(("VERB", "AUX"))
WANT = frozenset(("demands", "promises", "condemns"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    return lexicon_files.word_lists("promises.toml")


def intent(grid: Grid, raw: Raw, roles: Set[str], home: Set[int]) -> Polarity:
    """What the content of a neutral cue does; ``asserts`` if it only tells.

    ``roles``: the words of the speaker's office. ``home``: the offsets at which the text names the
    country that it comes from, for which an office-holder speaks.
    """
    if grid.lemma[raw.head] not in _lists()["neutral"] or raw.subject < 0:
        return "asserts"
    top = _top(grid, raw)
    if top < 0:
        return "asserts"
    subject = next((k for k in grid.kids[top] if grid.dep[k] in SUBJECTS), -1)
    if subject < 0:
        return "asserts"
    own = _is_own(grid, raw, subject, roles, home)
    helpers = {grid.word[k] for k in grid.kids[top] if grid.dep[k] in ("aux", "auxpass")}
    if "have" in helpers:
        return "asserts"
    if helpers & _lists()["will"]:
        return "promises" if own and _is_willed(grid, top) else "asserts"
    return _wanted(grid, top, subject, own, helpers)


def _wanted(grid: Grid, top: int, subject: int, own: bool, helpers: Set[str]) -> Polarity:
    """A demand on others, or what the speaker says that he does himself ("we condemn")."""
    if own:
        said = polarity(grid, top)
        negated = any(grid.dep[k] == "neg" for k in grid.kids[top])
        plain = grid.word[subject] in FIRST | HUMAN and helpers.isdisjoint(("did", "had"))
        return said if plain and said in WANT and not negated else "asserts"
    if grid.word[subject] in _lists()["empty"] | FIRST:
        return "asserts"
    obliged = not helpers.isdisjoint(_lists()["must"]) and grid.lemma[top] != "be"
    bound = grid.lemma[top] in _lists()["have_to"] and any(
        grid.dep[k] == "xcomp" and grid.tag[k] == "VB" and any(grid.word[g] == "to"
                                                               for g in grid.kids[k])
        for k in grid.kids[top]
    )  # fmt: skip
    return "demands" if obliged or bound else "asserts"


def _top(grid: Grid, raw: Raw) -> int:
    """The verb that heads the content, or -1."""
    for first, last in raw.content:
        for k in range(first, last + 1):
            inside = first <= grid.head[k] <= last and grid.head[k] != k
            if grid.pos[k] in VERBAL and (not inside or grid.pos[grid.head[k]] == "PUNCT"):
                return k
    return -1


def _is_willed(grid: Grid, top: int) -> bool:
    """True for a verb of doing; "will remain neutral" is one, "will be cold" none."""
    if grid.lemma[top] in _lists()["lasting"]:
        return True
    passive = any(grid.dep[k] == "auxpass" for k in grid.kids[top])
    return not passive and grid.lemma[top] not in _lists()["unwilled"]


def _is_own(grid: Grid, raw: Raw, subject: int, roles: Set[str], home: Set[int]) -> bool:
    """True for a subject that is the speaker, or what he speaks for."""
    word, source = grid.word[subject], raw.subject
    if word in FIRST:
        return True
    body = grid.ent[source] in GROUPS or grid.lemma[source] in _lists()["bodies"]
    if word in HUMAN:
        many = grid.tag[source] in PLURAL or grid.word[source] == word
        return many or body if word == "they" else not body and grid.tag[source] not in PLURAL
    if word == "it":
        return grid.ent[source] not in ("PERSON", "PER") and not roles
    speaker = range(*((raw.source[0], raw.source[1] + 1) if raw.source else (source, source + 1)))
    if grid.word[subject] == grid.word[source] or grid.word[subject] in {
        grid.word[k] for k in speaker if grid.pos[k] == "PROPN"
    }:
        return True
    if not roles & _lists()["offices"] and grid.lemma[source] not in _lists()["offices"]:
        return False
    kids = {grid.word[k] for k in grid.kids[subject]}
    named = grid.lemma[subject] in _lists()["bodies"] and not kids.isdisjoint(OWNING)
    foreign = any(grid.dep[k] in ("amod", "poss") and grid.word[k] not in OWNING
                  for k in grid.kids[subject])  # fmt: skip
    return (named and not foreign) or grid.start[subject] in home
