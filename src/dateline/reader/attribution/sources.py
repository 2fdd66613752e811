"""Whom a cue may be ascribed to, and what tells the true source among the candidates."""

from dataclasses import dataclass
from typing import NamedTuple

from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import SUBJECTS, inverted
from dateline.reader.attribution.model import Bunch, Features, named
from dateline.reader.attribution.words import saying_times

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
STEPS_UP = 4
COMMA_WITHIN = 20  # tokens in which a comma between cue and source is looked for


@dataclass(slots=True)
class Candidate:
    """A possible source: its head token, or -1 for nobody, and how it is reached from the cue."""

    token: int
    path: str


NOBODY = Candidate(-1, "nobody")


def _down(grid: Grid, i: int, trail: str) -> list[Candidate]:
    """Candidates below a token: subjects, agents, possessors, objects of prepositions."""
    found: list[Candidate] = []
    for k in grid.kids[i]:
        dep = grid.dep[k]
        side = "<" if k < i else ">"
        if dep in SUBJECTS or dep in ("poss", "dobj", "dative", "compound", "npadvmod", "attr"):
            found.append(Candidate(k, f"{trail}{side}{dep}"))
        if dep == "pobj":
            found.append(Candidate(k, f"{trail}{'to' if grid.lemma[i] == 'accord' else ''}>pobj"))
        if dep in ("prep", "agent", "dative"):
            found += [
                Candidate(g, f"{trail}{grid.word[k]}>{grid.dep[g]}")
                for g in grid.kids[k]
                if grid.dep[g] in ("pobj", "pcomp")
            ]
            for mid in grid.kids[k]:  # according -> to -> him
                if grid.dep[mid] == "prep":
                    found += [
                        Candidate(g, f"{trail}{grid.word[k]} {grid.word[mid]}>pobj")
                        for g in grid.kids[mid]
                        if grid.dep[g] == "pobj"
                    ]
    return found


def _up(grid: Grid, i: int) -> list[Candidate]:
    """Subjects of the clauses above a token, and nouns that it modifies."""
    found: list[Candidate] = []
    trail = ""
    for _ in range(STEPS_UP):
        head = grid.head[i]
        if head == i:
            break
        trail += f"{grid.dep[i]}^"
        if grid.pos[head] in NOMINAL:
            found.append(Candidate(head, f"{trail}noun"))
        found += [
            Candidate(k, f"{trail}{grid.dep[k]}")
            for k in grid.kids[head]
            if grid.dep[k] in SUBJECTS or grid.dep[k] == "poss"
        ]
        if trail.count("^") == 1:
            found += [
                Candidate(g, f"{trail}agent")
                for k in grid.kids[head]
                if grid.dep[k] == "agent"
                for g in grid.kids[k]
            ]
        i = head
    return found


def _near(grid: Grid, i: int) -> list[Candidate]:
    """The nearest nouns of the same sentence on either side, whatever the parse says."""
    first, last = grid.sents[grid.sent[i]]
    found: list[Candidate] = []
    for k in range(i - 1, max(first, i - 8) - 1, -1):
        if grid.pos[k] in NOMINAL:
            found.append(Candidate(k, "near left"))
            break
    for k in range(i + 1, min(last, i + 8) + 1):
        if grid.pos[k] in NOMINAL and (k == last or grid.pos[k + 1] not in ("NOUN", "PROPN")):
            found.append(Candidate(k, "near right"))
            break
    return found


def quoted_as(grid: Grid, i: int) -> int | None:
    """The one quoted, where a cue stands in "quoted the ministry as saying", else null."""
    link = grid.head[i]
    verb = grid.head[link]
    if grid.word[link] != "as" or grid.lemma[verb] not in ("quote", "cite"):
        return None
    for k in grid.kids[verb]:
        if grid.dep[k] in ("dobj", "nsubjpass"):
            return k
    return grid.head[verb] if grid.dep[verb] in ("acl", "relcl") else None


def candidates(grid: Grid, i: int) -> list[Candidate]:
    """Distinct candidates for the source of the cue at a token; nobody comes first."""
    found = {-1: NOBODY}
    for one in (*_down(grid, i, ""), *_up(grid, i), *_near(grid, i)):
        if one.token != i:
            found.setdefault(one.token, one)
    return list(found.values())


class Setting(NamedTuple):
    """What all candidates for the source of a cue share: the cue's form and construction."""

    pos: str
    tag: str
    dep: str
    turned: str
    passive: str


def setting(grid: Grid, i: int) -> Setting:
    """The shared part of what the source model sees of the candidates for a cue."""
    turned = "turned" if inverted(grid, i) else ""
    passive = "passive" if any(grid.dep[c] == "auxpass" for c in grid.kids[i]) else ""
    return Setting(grid.pos[i], grid.tag[i], grid.dep[i], turned, passive)


def _of_path(path: str, shared: Setting) -> Features:
    crossed = [path, f"{path},{shared.turned}"]
    also = [f"{path},{shared.pos}", f"{path},{shared.tag},{shared.dep}", f"{path},{shared.passive}"]
    return Features([*crossed, *also], crossed, crossed)


def _of_nobody(passive: str, subject: bool, kind: str) -> Features:
    return Features([f"nobody,{passive},{subject},{kind}"])


def _of_word(what: str, path: str) -> Features:
    return Features([f"w={what}", f"w={what},{path}"])


def _of_lemma(lemma: str) -> Features:
    return Features([f"n={lemma}"])


def _of_kind(kind: str, dep: str, path: str, passive: str) -> Features:
    return Features([f"{kind},{dep}", f"{path},{kind},{passive}"])


def _of_side(kind: str, turned: str, after: bool, far: int, quoted: bool) -> Features:
    found = [f"far={far},{after}", f"{turned},{kind},{after}"]
    return Features([*found, "quoted"] if quoted else found)


def _of_ends(path: str, turned: str, ends: bool, comma: bool) -> Features:
    return Features([f"{path},comma={comma}", f"{path},{turned},ends={ends}"])


def bunches(grid: Grid, i: int, shared: Setting, one: Candidate) -> list[Bunch]:
    """What the source model sees of a candidate for the cue at a token."""
    k, path, turned, passive = one.token, one.path, shared.turned, shared.passive
    way: Bunch = (_of_path, path, shared)
    if k < 0:
        subject = any(grid.dep[c] in SUBJECTS for c in grid.kids[i])
        return [way, (_of_nobody, passive, subject, shared.pos)]
    kind = grid.ent[k] or grid.pos[k]
    near, far = min(i, k), max(i, k)
    comma = "," in grid.word[near + 1 : min(far, near + COMMA_WITHIN)]
    ends = grid.right[k] >= grid.sents[grid.sent[i]][1] - 1
    quoted = grid.quote[k] >= 0 and grid.quote[k] != grid.quote[i]
    return [
        way,
        (_of_word, grid.word[k] if grid.pos[k] == "PRON" else kind, path),
        (_of_lemma, grid.lemma[k]),
        (_of_kind, kind, grid.dep[k], path, passive),
        (_of_side, kind, turned, k > i, min(far - near, 12) // 3, quoted),
        (_of_ends, path, turned, ends, comma),
    ]


def features(grid: Grid, i: int, one: Candidate) -> Features:
    """The same by the features' names."""
    return named(bunches(grid, i, setting(grid, i), one))


def _is_tail(grid: Grid, k: int, c: int) -> bool:
    """Whether a dependent of a noun starts what a source's words leave out: clauses, asides."""
    if c <= k or grid.left[c] <= k:
        return False
    dep = grid.dep[c]
    if dep == "prep" and any(grid.word[g] in saying_times() for g in grid.kids[c]):
        return True  # the ministry on Sunday
    return dep in ("relcl", "advcl", "cc") or (
        dep in ("prep", "acl") and grid.word[grid.left[c] - 1] == ","
    )


def extent(grid: Grid, k: int) -> tuple[int, int]:
    """First and last token of the noun phrase around a head: titles and appositions in."""
    first, last = grid.left[k], grid.right[k]
    for c in grid.kids[k]:
        if _is_tail(grid, k, c):
            last = min(last, grid.left[c] - 1)
    for x in range(k + 1, last):
        if grid.dep[x] == "relcl" and k < grid.left[x] <= last:  # one of its residents, Ana, who
            last = grid.left[x] - 1
            break
    while last > k and grid.pos[last] in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    while first < k and grid.pos[first] in ("PUNCT", "SPACE", "CCONJ"):
        first += 1
    if last + 1 < len(grid.word) and grid.word[last + 1] == ")" and "(" in grid.word[first:last]:
        last += 1
    return first, last
