"""The stretches that a cue may introduce: clauses, objects, quotations, the rest of the sentence.

A candidate is one or more token ranges. Where a clause ends is the hard part: every attachment on
the right edge of a subtree may belong to it or not, so each gives a candidate that stops before it.
"""

from collections.abc import Iterator

from dateline.reader.attribution.content_pool import Candidate, Cue, Pool, Range
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.quotes import Quote

FIRST = frozenset((
    "ccomp", "xcomp", "dobj", "advcl", "acl", "relcl", "nsubjpass", "nsubj", "csubj", "attr",
    "acomp", "oprd", "dative", "prep", "pcomp", "pobj", "appos", "npadvmod", "parataxis", "dep",
    "conj", "advmod", "agent",
))  # fmt: skip
THROUGH = frozenset(("prep", "agent", "advmod"))
BELOW = frozenset(("dobj", "attr", "acomp", "xcomp", "oprd", "pobj", "nsubjpass", "advmod", "prt"))
SECOND = frozenset(("prep", "acl", "relcl", "ccomp", "xcomp", "dobj", "appos", "pcomp", "pobj"))
CUTS = frozenset((
    "advcl", "prep", "conj", "relcl", "acl", "appos", "ccomp", "npadvmod", "advmod", "xcomp", "dep",
    "parataxis", "nmod", "intj",
))  # fmt: skip
MOST_CUTS = 6


def _nodes(grid: Grid, cue: Cue) -> Iterator[tuple[int, str]]:
    """Heads of possible contents below the cue, with the path that leads there."""
    for c in grid.kids[cue.head]:
        dep = grid.dep[c]
        if dep not in FIRST or _in(cue.source, c):
            continue
        label = f"prep:{grid.word[c]}" if dep in THROUGH else dep
        yield c, label
        if dep in THROUGH or dep in BELOW:
            for g in grid.kids[c]:
                deeper = grid.dep[g]
                if deeper in SECOND and not _in(cue.source, g):
                    low = f"{label}>{f'prep:{grid.word[g]}' if deeper == 'prep' else deeper}"
                    yield g, low
                    if deeper in ("prep", "xcomp", "pobj", "pcomp"):
                        for x in grid.kids[g]:
                            if grid.dep[x] in ("pobj", "pcomp", "dobj", "ccomp", "prep"):
                                yield x, f"{low}>{grid.dep[x]}"


def _in(span: Range | None, token: int) -> bool:
    return span is not None and span[0] <= token <= span[1]


def _attachments(grid: Grid, node: int) -> list[int]:
    """Right-edge attachments of a subtree that might not belong to it, left to right."""
    found: list[int] = []
    at = node
    while True:
        after = [k for k in grid.kids[at] if k > at and grid.dep[k] != "punct"]
        if not after:
            return sorted(found, key=lambda k: grid.left[k])[-MOST_CUTS:]
        found += [k for k in after if grid.dep[k] in CUTS and grid.left[k] > node]
        at = after[-1]


def _sign(grid: Grid, k: int) -> str:
    """An attachment in a few words: relation, comma before it, first word."""
    first = grid.left[k]
    before = grid.word[first - 1] if first else ""
    if grid.dep[k] == "conj":
        return f"conj:{grid.pos[k]}:{before}"
    comma = "," if before in (",", "-", "—", "–", "--", ";") else ""
    return f"{grid.dep[k]}:{comma}{grid.word[first]}"


def _right(grid: Grid, cue: Cue, node: int, path: str) -> Iterator[Candidate]:
    """Candidates for a node after the cue: its subtree cut short, whole, or with what follows."""
    first = grid.left[node]
    if first <= cue.head:
        return
    cuts = _attachments(grid, node)
    full = grid.right[node]
    end_of_sentence = grid.sents[grid.sent[cue.head]][1]
    signs = [_sign(grid, k) for k in cuts]
    kept, cut = [f"keep {sign}" for sign in signs], [f"cut {sign}" for sign in signs]
    for n, k in enumerate(cuts):
        last = grid.left[k] - 1
        if last >= first:
            how = [*kept[:n], *cut[n:], f"first cut {grid.dep[k]}"]
            yield Candidate(((first, last),), path, how)
    yield Candidate(((first, full),), path, [*kept, "whole"])
    added: list[str] = []
    for k in grid.kids[grid.head[node]]:
        if k > node and grid.dep[k] != "punct" and not _in(cue.source, k):
            added.append(f"add {_sign(grid, k)}")
            yield Candidate(((first, grid.right[k]),), path, [*kept, *added, "added"])
    if full < end_of_sentence - 1:
        yield Candidate(((first, end_of_sentence),), path, [*kept, "to end"])


def _left(grid: Grid, cue: Cue, node: int, path: str) -> Iterator[Candidate]:
    """Candidates for a node before the cue: its subtree, and back to the sentence's start."""
    last = min(grid.right[node], cue.first - 1)
    first = grid.left[node]
    if last < first:
        return
    yield Candidate(((first, last),), f"<{path}", ["whole"])
    start = grid.sents[grid.sent[cue.head]][0]
    if first > start:
        yield Candidate(((start, last),), f"<{path}", ["from start"])


def _afters(grid: Grid, quotes: list[Quote], cue: Cue) -> Iterator[tuple[int, str]]:
    """Where the content may go on after the cue's own clause, in the same sentence."""
    last = grid.sents[grid.sent[cue.head]][1]
    if cue.last >= last:
        return
    yield cue.last + 1, "next"
    if cue.last < cue.beyond < last:
        yield cue.beyond + 1, "beyond"
    comma = quote = False
    for k in range(cue.last + 1, min(last, cue.last + 40)):
        if grid.word[k] in (",", ":", "—", "--", "–") and not comma:
            comma = True
            yield k + 1, f"after {grid.word[k]}"
        number = grid.quote[k]
        if number >= 0 and not quote and quotes[number].first == k:
            quote = True
            yield k, "quote"
        if comma and quote:
            return


def _around(grid: Grid, quotes: list[Quote], cue: Cue) -> Iterator[Candidate]:
    """What stands before and after the clause of a parenthetical cue."""
    start, last = grid.sents[grid.sent[cue.head]]
    before = (start, cue.first - 1) if cue.first > start else None
    if before:
        yield Candidate((before,), "before")
    above = grid.head[cue.head]
    if start < grid.left[above] < cue.first and grid.pos[above] in ("VERB", "AUX"):
        yield Candidate(((grid.left[above], cue.first - 1),), "clause above")
    for at, label in _afters(grid, quotes, cue):
        if at <= last:
            yield Candidate(((at, last),), f"after {label}")
            if before:
                yield Candidate((before, (at, last)), f"around {label}")


def _quoted(grid: Grid, quotes: list[Quote], cue: Cue) -> Iterator[Candidate]:
    """Whole quotations in the cue's sentence, or right after it."""
    start, last = grid.sents[grid.sent[cue.head]]
    seen = sorted({q for q in grid.quote[start : last + 1] if q >= 0 and q != grid.quote[cue.head]})
    for q in seen[:4]:
        side = "before" if quotes[q].last < cue.head else "after"
        yield Candidate(((quotes[q].first, quotes[q].last),), f"quote {side}")
    follower = last + 1
    while follower < len(grid.pos) and grid.pos[follower] == "SPACE":
        follower += 1
    if follower < len(grid.pos):
        number = grid.quote[follower]
        if number >= 0 and quotes[number].first == follower:
            ends = grid.word[last] if last >= 0 else ""
            yield Candidate(((follower, quotes[number].last),), f"next quote after {ends}")
        elif last >= start and grid.word[last] == ":":
            yield Candidate((grid.sents[grid.sent[follower]],), "next sentence")


def continuation(grid: Grid, quotes: list[Quote], head: int) -> Range | None:
    """A quotation that makes up the sentence(s) right after the cue's, in the same paragraph."""
    last = grid.sents[grid.sent[head]][1]
    follower = last + 1
    if follower >= len(grid.pos) or "\n" in grid.text[grid.end[last] : grid.start[follower]]:
        return None
    if grid.pos[follower] == "SPACE" and "\n" not in grid.word[follower]:
        follower += 1
    number = grid.quote[follower] if follower < len(grid.pos) else -1
    if number < 0 or quotes[number].first != follower:
        return None
    whole = quotes[number]
    after = whole.last + 1
    goes_on = after < len(grid.pos) and grid.sent[after] == grid.sent[whole.last]
    return None if goes_on and grid.pos[after] != "SPACE" else (whole.first, whole.last)


def _antecedent(grid: Grid, cue: Cue) -> Iterator[Candidate]:
    """The noun that a relative clause with the cue describes ("what the team called a deal")."""
    noun = grid.head[cue.head]
    if grid.dep[cue.head] in ("relcl", "acl", "amod") and not _in(cue.source, noun):
        last = min(grid.left[cue.head], cue.first) - 1
        yield Candidate(((grid.left[noun], last),), "antecedent")


def candidates(grid: Grid, quotes: list[Quote], cue: Cue) -> list[Candidate]:
    """Distinct candidates for the content of a cue, in a fixed order."""
    pool = Pool(grid, quotes, cue)
    for node, path in _nodes(grid, cue):
        side = _right if node > cue.head else _left
        for one in side(grid, cue, node, path):
            pool.offer(one)
    for some in (_antecedent(grid, cue), _around(grid, quotes, cue), _quoted(grid, quotes, cue)):
        for one in some:
            pool.offer(one)
    more = continuation(grid, quotes, cue.head)
    if more:
        pool.continue_with(more)
    found = list(pool.found.values())
    if grid.lemma[cue.head] == "accord" and grid.dep[cue.head] == "relcl":  # according to whom
        return [one for one in found if one.ranges[0][0] > cue.head]
    return found
