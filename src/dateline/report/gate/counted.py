"""What a number of the line counts must be what it counts in the source."""

from functools import cache

from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons, quantities
from dateline.report.gate.basis import Hold
from dateline.report.gate.french import with_english
from dateline.report.gate.ideas import derived, idea, ideas_of
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.senses import senses
from dateline.report.quantities import Quantity
from dateline.report.words import Token, is_function, keys, stem

MEASURE_KEYS = frozenset(stem(measure) for measure in CORE_MEASURES)
"""Words for what befell those counted: they stand before the number as often as after it."""

COMMON = frozenset(
    idea(stem(w)) for w in ["people", "person", "others", "dead", "lives", "man", "inhabitant"]
)
DWELLERS = frozenset(map(stem, ("residents", "inhabitants", "villagers", "locals")))
PEOPLE = (stem("people"),)
"""What those who live somewhere are called without more."""
WINDOW = 8  # words on either side of a number that can name what it counts
GROUPS = frozenset(("family", "families", "household", "households", "couple", "couples", "cases"))
POINTING = frozenset(("them", "whom", "these", "those"))
BESIDE = 5  # words from a number among which one stands that may be called otherwise


def noun(wanted: Quantity, hold: Hold, found: Quantity, words: str) -> str | None:
    """Why what a number of the line (given as its ``words``) counts is not what its equal in the
    source does, or null.
    """
    if not wanted.nouns or wanted.unit:
        return None
    if _of_another_size(wanted, found, hold):
        return f"“{words}” counts “{wanted.nouns[0]}”, the source's counts something else."
    if any(_is_counted(one, hold, found) for one in _phrase(wanted)):
        return None
    return f"“{words}” counts “{wanted.nouns[0]}”, which the source does not."


@cache
def _group_keys() -> frozenset[str]:
    return frozenset(map(stem, GROUPS - {"cases"}))


def _groups(quantity: Quantity) -> bool:
    """True if families or couples are counted, not those in them."""
    return bool(_group_keys() & set(quantity.nouns[: quantity.together]))


def _of_another_size(wanted: Quantity, found: Quantity, hold: Hold) -> bool:
    """True for "400 peasants" where the source has 400 peasant families, or the other way round."""
    own, there = _groups(wanted), _groups(found)
    people = (lexicons.words("people") | COMMON) - {"home"}
    if own and not there:
        known = not found.nouns or people & set(found.nouns)
        return bool(known) and not _group_keys() & hold.keys
    return there and not own and bool(people & set(wanted.nouns[: wanted.together]))


def _phrase(wanted: Quantity) -> tuple[str, ...]:
    """What may be the head of what is counted: of "three production lines" either word."""
    return wanted.nouns[: wanted.together]


def _is_counted(own: str, hold: Hold, found: Quantity) -> bool:
    meant = idea(own)
    if own in DWELLERS and found.nouns[:1] == PEOPLE:
        return True
    around = _near(hold, found) | _populations(hold, found)
    near = ideas_of(with_english(around) if hold.foreign else around)
    if meant in near or (meant in COMMON and _persons(hold, found)):
        return True
    if hold.foreign or not _names_it(hold, found):
        close = near
    else:
        beside = [t for t in hold.words[found.last + 1 : found.last + BESIDE] if not _parts(t)]
        close = ideas_of(frozenset(t.key for t in beside) | _populations(hold, found))
    if any(derived(meant, one) for one in close):
        return True
    if senses(own, meant) & senses(*close) or may_stand_for(own, meant) & close:
        return True
    bare = not _names_it(hold, found) and not found.kind.startswith("ordinal")
    pointing = {t.fold for t in hold.words[found.last + 1 : found.last + 3]} & POINTING
    known = ideas_of(keys(hold.sheet.shown if pointing else hold.prose)) if bare else frozenset()
    return meant in known or (bare and bool(senses(own, meant) & senses(*known)))


def _parts(token: Token) -> bool:
    """True for a word that cannot be what is counted: a small word or a verb."""
    return is_function(token) or token.fold.endswith("ed")


def _persons(hold: Hold, found: Quantity) -> bool:
    """True if people are counted one by one, or the source does not say what is."""
    if not _names_it(hold, found):
        return True
    after = {t.fold for t in hold.words[found.last + 1 : found.last + 4]}
    return bool(measures(hold, found)) and not after & GROUPS


def _names_it(hold: Hold, found: Quantity) -> bool:
    """True if the source says right after its number what it counts."""
    after = hold.words[found.last + 1 : found.last + 2]
    if after and any(c in ",;:()" for c in _between(hold, found.last)):
        return False
    return (
        bool(after)
        and after[0].fold not in ("more", "others", "other")
        and not (is_function(after[0]))
    )


def _between(hold: Hold, i: int) -> str:
    """What stands between a word of the source and the next."""
    return hold.sheet.shown[hold.words[i].end : hold.words[i + 1].start]


def measures(hold: Hold, found: Quantity) -> set[str | None]:
    """What the reader says befell those counted by the figure at this place."""
    start = hold.wide.start + found.start
    return {
        f.measure
        for f in hold.sheet.reading.figures
        if f.span.start <= start < f.span.end and f.measure in CORE_MEASURES
    }


def _near(hold: Hold, found: Quantity) -> frozenset[str]:
    """Stems around a number of the source: those up to the next number, the word right before it,
    and measures further before.
    """
    others = [q.first for q in quantities.find(hold.prose) if q.first > found.last]
    end = min([found.last + 1 + WINDOW, *others])
    end = max(end, found.last + 2)
    after = [t.key for t in hold.words[found.last + 1 : end] if not is_function(t)]
    before = [t.key for t in hold.words[max(0, found.first - WINDOW) : found.first]]
    return frozenset(after) | (frozenset(before) & MEASURE_KEYS) | frozenset(before[-1:])


def _populations(hold: Hold, found: Quantity) -> frozenset[str]:
    """What the reader says is counted by the figure at this place."""
    kept: set[str] = set()
    start = hold.wide.start + found.start
    for figure in hold.sheet.reading.figures:
        if figure.span.start <= start < figure.span.end:
            measure = "" if _names_it(hold, found) else figure.measure
            kept |= keys(f"{figure.population or ''} {measure}")
    return frozenset(kept)
