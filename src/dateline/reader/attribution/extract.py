"""From a parse to raw statements, in token numbers: cue, source and content by the models."""

from dataclasses import dataclass, replace

from dateline.reader.attribution import (
    content_features,
    content_pool,
    contents,
    heads,
    sources,
)
from dateline.reader.attribution.content_pool import Cue, Range
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.mending import whole
from dateline.reader.attribution.model import Models, Scales
from dateline.reader.attribution.quotes import Quote
from dateline.reader.attribution.words import saying_times, speakers, telling

MOST_CUES = 20  # of one source, compared with one another
HELPERS = frozenset(("aux", "auxpass", "neg", "advmod"))
JOINED = frozenset(("VBD", "VBZ", "VBP", "VBG"))
SECOND_HAND = 2.0  # log-odds given to speech within speech
PUTTING = frozenset(("put", "raise", "revise", "lower", "update", "estimate"))
COUNTS = frozenset(("number", "toll", "count", "figure", "total", "estimate", "loss", "casualty"))
PERSONS = frozenset(("he", "she", "they"))
BLOWS = frozenset(("attack", "assail", "blast", "lash", "pan", "bash"))
FORCES = frozenset((
    "force", "troop", "soldier", "army", "fighter", "militant", "rebel", "insurgent", "gunman",
    "guerrilla", "militia", "jet", "warplane", "plane", "drone", "tank", "helicopter", "missile",
))  # fmt: skip
STRETCH = 200  # tokens within which two cues may claim the same content
SAME = 0.8  # contents that share more than this (Dice) are one statement found twice

Names = tuple[str, str]  # a cue's word and class, under which their own weights are kept


@dataclass(frozen=True, slots=True)
class Raw:
    """A statement in token ranges. ``subject`` is the head token of the source, or -1."""

    head: int
    subject: int
    source: Range | None
    content: tuple[Range, ...]
    weight: float


def clause(grid: Grid, head: int, source: Range | None) -> Cue:
    """The cue with the stretch that it and its source take up in the sentence."""
    first = last = head
    for k in grid.kids[head]:
        if grid.dep[k] in ("aux", "auxpass", "neg", "prt") or (
            grid.dep[k] == "advmod" and abs(k - head) < 3 and grid.right[k] - grid.left[k] < 2
        ):
            first, last = min(first, k), max(last, k)
    beyond = last
    if source and grid.sent[source[0]] == grid.sent[head]:
        first, last = min(first, source[0]), max(last, source[1])
        beyond = max(last, *grid.right[source[0] : source[1] + 1])
    return Cue(head, source, first, last, beyond)


def best_source(grid: Grid, head: int, names: Names, scales: Scales) -> int:
    """The head token of the likeliest source of a cue, or -1 for nobody."""
    quoted = sources.quoted_as(grid, head)
    if quoted is not None:
        return quoted
    some = sources.candidates(grid, head)
    if len(some) == 1:
        return some[0].token
    shared, weigh = sources.setting(grid, head), scales.weigher(*names)

    def worth(one: sources.Candidate) -> int:
        return sum(map(weigh, sources.bunches(grid, head, shared, one)))

    return max(some, key=worth).token


def best_content(
    grid: Grid, quotes: list[Quote], cue: Cue, names: Names, scales: Scales
) -> tuple[Range, ...]:
    """The likeliest content of a cue, empty if the parse offers none."""
    some = contents.candidates(grid, quotes, cue)
    if len(some) < 2:
        return some[0].ranges if some else ()
    shared, weigh = content_features.setting(grid, cue, some), scales.weigher(*names)

    def worth(one: content_pool.Candidate) -> int:
        return sum(map(weigh, content_features.bunches(grid, shared, one)))

    return max(some, key=worth).ranges


def _without_time_of_saying(grid: Grid, cue: Cue, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content without a second stretch that only dates the cue ("..., she said Monday")."""
    if len(content) < 2 or content[-1][0] <= cue.last:
        return content
    first, last = content[-1]
    dated = all(grid.word[k] in saying_times() for k in range(first, last + 1))
    return content[:-1] if dated else content


def _size(ranges: tuple[Range, ...]) -> int:
    return sum(last - first + 1 for first, last in ranges)


def _shared(a: tuple[Range, ...], b: tuple[Range, ...]) -> int:
    shared = 0
    for first, last in a:
        for start, end in b:
            if start <= last and first <= end:
                shared += min(last, end) - max(first, start) + 1
    return shared


def _holds(raw: Raw, token: int) -> bool:
    return any(first <= token <= last for first, last in raw.content)


def _is_relayed(grid: Grid, one: Raw, other: Raw) -> bool:
    """Whether one of two sources relays the other: "the army said, according to the agency"."""
    return any(
        grid.lemma[outer.head] == "accord"
        and grid.lemma[inner.head] in telling()
        and _holds(outer, inner.head)
        and -1 not in (outer.subject, inner.subject)
        for outer, inner in ((one, other), (other, one))
    )


def _is_repeat(grid: Grid, one: Raw, other: Raw) -> bool:
    """Whether two statements have nearly the same content, neither relayed by the other."""
    shared = 2 * _shared(one.content, other.content)
    same = shared > SAME * (_size(one.content) + _size(other.content)) if shared else False
    return same and not _is_relayed(grid, one, other)


def _distinct(grid: Grid, found: list[Raw]) -> list[Raw]:
    """One statement where several cues nearby claim the same content: the likeliest."""
    kept: dict[int, list[Raw]] = {}  # by stretch of text, so that only neighbours are compared
    for one in sorted(found, key=lambda r: -r.weight):
        stretch = one.head // STRETCH
        near = (k for n in (stretch - 1, stretch, stretch + 1) for k in kept.get(n, ()))
        if not any(_is_repeat(grid, one, k) for k in near):
            kept.setdefault(stretch, []).append(one)
    everything = (k for some in kept.values() for k in some)
    return sorted(everything, key=lambda r: (r.content[0][0], r.head))


def _before(grid: Grid, span: Range, cue: int) -> Range:
    """What of a range stands before a cue and its helping words (empty if its end comes first)."""
    helpers = (k for k in grid.kids[cue] if grid.dep[k] in HELPERS and k < cue)
    return content_pool.trim(grid, span[0], min(helpers, default=cue) - 1)


def _shortened(grid: Grid, raw: Raw, cue: int) -> Raw:
    """A statement whose content ends before a later cue, if that leaves any."""
    cut = [_before(grid, s, cue) if s[0] < cue <= s[1] else s for s in raw.content]
    content = tuple((first, last) for first, last in cut if last >= first)
    return replace(raw, content=content) if content else raw


def _untangled(grid: Grid, found: list[Raw]) -> list[Raw]:
    """Contents that swallowed a further cue of the same source ("said A and added that B"), cut."""
    by_subject: dict[int, list[int]] = {}
    for raw in found:
        by_subject.setdefault(raw.subject, []).append(raw.head)
    made: list[Raw] = []
    for raw in found:
        inside = any(first <= raw.subject <= last for first, last in raw.content)
        cut = raw
        for cue in () if inside or raw.subject < 0 else by_subject[raw.subject][:MOST_CUES]:
            if cue > raw.head and grid.tag[cue] in JOINED:
                cut = _shortened(grid, cut, cue)
        made.append(cut)
    return made


def _is_second_hand(grid: Grid, head: int) -> bool:
    """Whether a cue has its own speaker and clause inside another's: "said that Ana had said that",
    "..., the army said, according to the agency".

    The training data marks no statement within a statement, so the models know none.
    """
    if grid.lemma[head] not in telling():
        return False
    relayed = any(k > head and grid.word[k] == "according" for k in grid.kids[head])
    if not (relayed or grid.dep[head] == "ccomp"):
        return False
    own = {
        grid.dep[k] for k in grid.kids[head] if relayed or (k > head) == (grid.dep[k] == "ccomp")
    }
    return own >= {"nsubj", "ccomp"}


def _raw(grid: Grid, quotes: list[Quote], models: Models, head: int) -> Raw | None:
    """The statement whose cue a token heads, or nothing if it heads none."""
    names = heads.word_and_class(grid, head)
    weight = models.cue.score(*names, heads.bunches(grid, head))
    if weight < models.threshold:
        bonus = SECOND_HAND if _is_second_hand(grid, head) else 0.0
        if weight + bonus < models.threshold and sources.quoted_as(grid, head) is None:
            return None
    subject = best_source(grid, head, names, models.source)
    if subject >= 0 and grid.lemma[head] in BLOWS and grid.lemma[subject] in FORCES:
        return None  # "Rebel forces attacked the town": not in words
    source = sources.extent(grid, subject) if subject >= 0 else None
    cue = clause(grid, head, source)
    content = best_content(grid, quotes, cue, names, models.content)
    content = whole(grid, cue, _without_time_of_saying(grid, cue, content))
    return Raw(head, subject, source, content, weight) if content else None


def _near(found: list[Raw], n: int) -> list[Raw]:
    """The statements found just before and after one."""
    return found[max(0, n - 3) : n + 4]


def _without_reporter(raw: Raw, others: list[Raw]) -> Raw:
    """A statement without a last stretch that only tells who reports it: "..., the army said,
    according to the agency" (the agency's content holds the army's cue).
    """
    last = raw.content[-1]
    told = any(last[0] <= o.head <= last[1] and _holds(o, raw.head) for o in others)
    return replace(raw, content=raw.content[:-1]) if told and len(raw.content) > 1 else raw


def _counting(grid: Grid, known: set[int]) -> list[Raw]:
    """Who puts or raises a toll is its source: "The ministry put the number of dead at 32".

    The training data marks none of these.
    """
    made: list[Raw] = []
    for i in [i for i, lemma in enumerate(grid.lemma) if lemma in PUTTING]:
        if grid.pos[i] != "VERB" or i in known:
            continue
        counts = [k for k in grid.kids[i] if grid.dep[k] == "dobj" and grid.lemma[k] in COUNTS]
        subjects = [k for k in grid.kids[i] if grid.dep[k] == "nsubj" and k < i]
        told = subjects and (can_speak(grid, subjects[0]) or grid.word[subjects[0]] in PERSONS)
        if counts and told:
            content = content_pool.trim(grid, i + 1, max(grid.right[i], counts[0]))
            source = sources.extent(grid, subjects[0])
            if source[1] < i:
                made.append(Raw(i, subjects[0], source, (content,), 0.0))
    return made


def can_speak(grid: Grid, k: int) -> bool:
    """Whether a word names somebody who can give a count or make a statement."""
    return grid.lemma[k] in speakers() or grid.ent[k] in ("PERSON", "ORG", "GPE", "NORP")


def extract(grid: Grid, quotes: list[Quote], models: Models) -> list[Raw]:
    """The statements of a text, in text order."""
    cues = heads.candidates(grid, models.heads)
    found = [raw for i in cues if (raw := _raw(grid, quotes, models, i))]
    found += _counting(grid, {raw.head for raw in found})
    found = [_without_reporter(raw, _near(found, n)) for n, raw in enumerate(found)]
    inner = {grid.head[grid.head[r.head]] for r in found if sources.quoted_as(grid, r.head)}
    return _untangled(grid, _distinct(grid, [r for r in found if r.head not in inner]))
