"""The stretches that a cue may introduce: clauses, objects, quotations, the rest of the sentence.

A candidate is one or more token ranges. Where a clause ends is the hard part: every attachment on
the right edge of a subtree may belong to it or not, so each gives a candidate that stops before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import inverted
from dateline.reader.attribution.quotes import Quote
from dateline.reader.attribution.words import cue_classes

FIRST = frozenset(
    "ccomp xcomp dobj advcl acl relcl nsubjpass nsubj csubj attr acomp oprd dative prep pcomp pobj "
    "appos npadvmod parataxis dep conj advmod agent".split()
)
THROUGH = frozenset(("prep", "agent", "advmod"))
BELOW = frozenset(("dobj", "attr", "acomp", "xcomp", "oprd", "pobj", "nsubjpass", "advmod", "prt"))
SECOND = frozenset(("prep", "acl", "relcl", "ccomp", "xcomp", "dobj", "appos", "pcomp", "pobj"))
CUTS = frozenset(
    "advcl prep conj relcl acl appos ccomp npadvmod advmod xcomp dep parataxis nmod intj".split()
)
MOST_CUTS = 6
SOFT = frozenset((",", ";", "—", "–", "-", "--", ":", "...", "…", "."))

Range = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """Token ranges (inclusive) that may be the content, with what tells whether they are."""

    ranges: tuple[Range, ...]
    kind: str
    signs: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue head with what is known when its content is sought.

    ``first``/``last`` bound the words of the cue and its source in the sentence; ``beyond`` is the
    last token of the source with its relative clauses and asides.
    """

    head: int
    source: Range | None
    first: int
    last: int
    beyond: int


def trim(grid: Grid, first: int, last: int) -> Range:
    """A range without commas, spaces, conjunctions and lone marks at its ends."""
    quote, pos, word = grid.quote, grid.pos, grid.word
    while last > first and (
        pos[last] in ("SPACE", "CCONJ") or (word[last] in SOFT and quote[last] < 0)
    ):
        last -= 1
    while first < last and (pos[first] == "SPACE" or (word[first] in SOFT and quote[first] < 0)):
        first += 1
    return first, last


def _widen(grid: Grid, quotes: list[Quote], cue: Cue, span: Range) -> Range:
    """A range whose ends lie in a quotation grows to the quotation's ends, short of the cue."""
    first, last = span
    for end in (first, last):
        number = grid.quote[end]
        if number >= 0 and number != grid.quote[cue.head]:
            whole = quotes[number]
            if not whole.first <= cue.head <= whole.last:
                first, last = min(first, whole.first), max(last, whole.last)
    return first, last


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
    for n, k in enumerate(cuts):
        last = grid.left[k] - 1
        kept = [f"keep {_sign(grid, m)}" for m in cuts[:n]]
        cut = [f"cut {_sign(grid, m)}" for m in cuts[n:]]
        if last >= first:
            yield Candidate(((first, last),), path, [*kept, *cut, f"first cut {grid.dep[k]}"])
    kept = [f"keep {_sign(grid, m)}" for m in cuts]
    yield Candidate(((first, full),), path, [*kept, "whole"])
    added: list[str] = []
    for k in grid.kids[grid.head[node]]:
        if k > node and grid.dep[k] != "punct" and not _in(cue.source, k) and grid.head[node] != node:
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
    if grid.pos[follower] == "SPACE" and "\n" not in grid.text[grid.start[follower] : grid.end[follower]]:
        follower += 1
    number = grid.quote[follower] if follower < len(grid.pos) else -1
    if number < 0 or quotes[number].first != follower:
        return None
    whole = quotes[number]
    after = whole.last + 1
    if after < len(grid.pos) and grid.sent[after] == grid.sent[whole.last]:
        if grid.pos[after] != "SPACE":
            return None
    return whole.first, whole.last


def candidates(grid: Grid, quotes: list[Quote], cue: Cue) -> list[Candidate]:
    """Distinct candidates for the content of a cue, in a fixed order."""
    found: dict[tuple[Range, ...], Candidate] = {}

    def offer(one: Candidate) -> None:
        ranges = []
        for first, last in one.ranges:
            first, last = trim(grid, first, last)
            first, last = _widen(grid, quotes, cue, (first, last))
            if first <= cue.head <= last or last < first:
                return
            if any(grid.word[k][:1].isalnum() for k in range(first, min(last, first + 9) + 1)):
                ranges.append((first, last))
        if not ranges:
            return
        if len(ranges) == 2 and ranges[0][1] >= ranges[1][0]:
            return
        known = found.get(tuple(ranges))
        if known is None:
            found[tuple(ranges)] = Candidate(tuple(ranges), one.kind, list(one.signs))
        elif one.kind != known.kind:
            known.signs.append(f"also {one.kind}")

    for node, path in _nodes(grid, cue):
        for one in _right(grid, cue, node, path) if node > cue.head else _left(grid, cue, node, path):
            offer(one)
    if grid.dep[cue.head] in ("relcl", "acl", "amod"):
        noun = grid.head[cue.head]
        if not _in(cue.source, noun):
            offer(Candidate(((grid.left[noun], min(grid.left[cue.head] - 1, cue.first - 1)),), "antecedent"))
    for one in _around(grid, quotes, cue):
        offer(one)
    for one in _quoted(grid, quotes, cue):
        offer(one)
    more = continuation(grid, quotes, cue.head)
    if more:
        for one in list(found.values()):
            if one.ranges[-1][1] < more[0]:
                ranges = (*one.ranges, more)
                found.setdefault(ranges, Candidate(ranges, one.kind, [*one.signs, "continued"]))
    some = list(found.values())
    if grid.lemma[cue.head] == "accord" and grid.dep[cue.head] == "relcl":  # according to whom
        return [one for one in some if one.ranges[0][0] > cue.head]
    return some


def features(grid: Grid, cue: Cue, one: Candidate, *, most: int) -> list[str]:
    """What the content model sees of a candidate. ``most``: the furthest end of any candidate."""
    h = cue.head
    key = f"{grid.lemma[h]}/{grid.pos[h]}"
    kind = one.kind
    first, last = one.ranges[0][0], one.ranges[-1][1]
    found = [f"k={kind}", f"k={kind},l={key}", f"k={kind},p={grid.pos[h]}", f"k={kind},d={grid.dep[h]}"]
    turned, group = inverted(grid, h), cue_classes().get(grid.lemma[h], "")
    found += [f"k={kind},c={group}", f"k={kind},turned={turned}", f"k={kind},turned={turned},c={group}"]
    found += one.signs
    found += [f"k={kind[:5]},{s}" for s in one.signs]
    found += [f"l={key},{s}" for s in one.signs]
    begin, finish = grid.word[first], grid.word[last]
    after = grid.word[last + 1] if last + 1 < len(grid.word) else ""
    before = grid.word[first - 1] if first else ""
    q1, q2, own = grid.quote[first], grid.quote[last], grid.quote[h]
    opens, closes = q1 >= 0 and q1 != own, q2 >= 0 and q2 != own
    one_quote = opens and q1 == q2
    found += [f"begin={begin},k={kind[:8]}", f"begin={grid.pos[first]},k={kind[:8]}"]
    found += [f"finish={grid.pos[last]}", f"after={after}", f"after={after},k={kind[:8]}"]
    found += [f"before={before}", f"quotes={opens},{closes},{one_quote},{kind[:9]}"]
    found.append(f"quotes={opens},{closes},{one_quote},n={len(one.ranges)},l={key}")
    size = sum(b - a + 1 for a, b in one.ranges)
    bucket = 0 if size < 2 else 1 if size < 4 else 2 if size < 8 else 3 if size < 16 else 4 if size < 40 else 5
    found += [f"size={bucket}", f"size={bucket},k={kind[:8]}", f"size={bucket},l={key}"]
    sent_first, sent_last = grid.sents[grid.sent[h]]
    ends = "far" if last < sent_last - 1 else "end"
    starts = "start" if first <= sent_first else "mid"
    found += [f"{starts},{ends},n={len(one.ranges)}", f"{starts},{ends},k={kind[:8]}"]
    found += [f"most={last >= most}", f"comma within={any(grid.word[x] == ',' and grid.quote[x] < 0 for x in range(first, min(last, first + 60)))}"]
    if cue.source and any(a <= cue.source[1] and cue.source[0] <= b for a, b in one.ranges):
        found.append("covers source")
    gap = first - cue.last if first > h else cue.first - last
    found += [f"gap={min(max(gap, -1), 6)},{first > h}", f"gap={min(max(gap, -1), 6)},l={key}"]
    return found
