"""Every pair of a wire's assertions that an editor might set side by side, with a ruling. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product

from dateline.ledger.asserted.measures import kind, told
from dateline.ledger.asserted.rest import rest
from dateline.ledger.verdicts import accounts, figure_rules, learnt_verdicts
from dateline.ledger.verdicts.beside import beside
from dateline.ledger.verdicts.camps import Camps
from dateline.ledger.verdicts.rulings import Ruling, by, judge, keys, newer_first
from dateline.ledger.verdicts.voices import of_a_party
from dateline.ledger.verdicts.wires import Wire
from dateline.records import Assertion, Filed


def consider(
    assertions: Iterable[Assertion],
    stories: Mapping[str, frozenset[str]] | None = None,
    filed: Iterable[Filed] = (),
) -> Iterator[Ruling]:
    """A ruling for every pair that shares something to be compared by, or a place, whatever the
    verdict; and for accounts of one matter in whatever words.

    Versions of one item are not compared with each other: the newer replaces the older.

    Args:
        assertions: of all dispatches.
        stories: the stories of each dispatch, by its guid, as a sign of one matter.
        filed: the dispatches, of which more is compared than what they assert.

    """
    found, wire = candidates(assertions, stories or {}, filed)
    for ruling, sought in found:
        kept = learnt_verdicts.decided(ruling, wire, sought=sought)
        if kept is not None:
            yield kept


def candidates(
    assertions: Iterable[Assertion],
    stories: Mapping[str, frozenset[str]],
    filed: Iterable[Filed],
) -> tuple[Iterator[tuple[Ruling, bool]], Wire]:
    """The pairs that are set side by side, with what the rules find, and what is known of all;
    each with whether it shares a key, not only words.
    """
    known = list(assertions)
    by_item: dict[tuple[str, int], list[Assertion]] = defaultdict(list)
    for a in known:
        by_item[a.guid, a.version].append(a)
    told = list(filed)
    more = [a for one in told for a in rest(one, by_item[one.dispatch.guid, one.dispatch.version])]
    camps = Camps(known)
    texts = {(f.dispatch.guid, f.dispatch.version): f.dispatch.text for f in told}
    wire = Wire([*known, *more], camps, texts, stories)
    return _side_by_side(known, more, wire), wire


def _side_by_side(
    known: list[Assertion], more: list[Assertion], wire: Wire
) -> Iterator[tuple[Ruling, bool]]:
    seen: set[frozenset[str]] = set()
    for ruling in _by_rules(known, wire.camps, wire.stories):
        seen.add(frozenset((ruling.a.id, ruling.b.id)))
        yield ruling, True
    for a, b in beside([*known, *more], wire):
        if frozenset((a.id, b.id)) not in seen:
            yield _with_origin(judge(a, b), wire.camps), False


def _by_rules(
    given: list[Assertion], camps: Camps, stories: Mapping[str, frozenset[str]]
) -> Iterator[Ruling]:
    """The rulings of the rules alone."""
    found = _by_accounts(given, camps, stories)
    for ruling in _by_keys(given, camps):
        pair = frozenset((ruling.a.id, ruling.b.id))
        other = found.pop(pair, None)
        kept = other if other and ruling.verdict == "not comparable" else ruling
        yield _with_origin(kept, camps)
    yield from (_with_origin(ruling, camps) for ruling in found.values())


def _with_origin(ruling: Ruling, camps: Camps) -> Ruling:
    """A ruling with its origin by the sides of its speakers: what two sides say has two origins."""
    one, two = camps.of(ruling.a), camps.of(ruling.b)
    if one is None or two is None or ruling.verdict == "not comparable":
        return ruling
    if one != two and ruling.origin == "unclear" and ruling.verdict != "same":
        return replace(ruling, origin="several")
    return ruling


def _by_accounts(
    given: list[Assertion], camps: Camps, stories: Mapping[str, frozenset[str]]
) -> dict[frozenset[str], Ruling]:
    """Rulings on what accounts of one matter come down to, for every part of theirs."""
    found: dict[frozenset[str], Ruling] = {}
    for one, two in accounts.pairs(accounts.accounts(given, camps, stories)):
        outcome = accounts.compared(one, two)
        if outcome is None:
            continue
        for a, b in product(one.parts, two.parts):
            if a.guid != b.guid or a.version == b.version:
                found[frozenset((a.id, b.id))] = by(*newer_first(a, b), outcome)
    return found


def _by_keys(given: list[Assertion], camps: Camps) -> Iterator[Ruling]:
    """Rulings on all pairs that share a key."""
    by_key: dict[str, list[Assertion]] = defaultdict(list)
    for a in given:
        for key in (*keys(a), *_beside(a)):
            by_key[key].append(a)
    seen: set[frozenset[str]] = set()
    deeds: dict[frozenset[str], list[Ruling]] = defaultdict(list)
    for key in sorted(by_key, key=lambda k: not k.startswith(_DEEDS)):
        for a, b in combinations(by_key[key], 2):
            pair = frozenset((a.id, b.id))
            if pair in seen or (a.guid == b.guid and a.version != b.version):
                continue
            seen.add(pair)
            found = _of_one_side(judge(a, b), camps)
            guids = frozenset((a.guid, b.guid))
            if key.startswith(_DEEDS) and found.verdict != "not comparable":
                deeds[guids].append(found)
            yield _by_deed(found, deeds.get(guids, ()))


_DEEDS = ("e ", "w ")
"""How the keys of events and of who holds a place begin."""


def _by_deed(ruling: Ruling, deeds: Iterable[Ruling]) -> Ruling:
    """The ruling on two statements that by themselves do not compare, but tell of deeds that do."""
    if ruling.verdict != "not comparable" or ruling.a.kind != "statement":
        return ruling
    for deed in deeds:
        if _holds(ruling.a, deed.a) and _holds(ruling.b, deed.b):
            return replace(ruling, verdict=deed.verdict, reason=deed.reason, rule=deed.rule,
                           origin=deed.origin)  # fmt: skip
    return ruling


def _holds(whole: Assertion, part: Assertion) -> bool:
    return whole.guid == part.guid and whole.span.contains(part.span)


def _beside(a: Assertion) -> tuple[str, ...]:
    """Tolls of one place, or of two days that follow each other, beside each other, killed and
    injured, counts of one kind of thing, and all counts of one dispatch, to say whether they
    compare.
    """
    if a.kind != "figure":
        return ()
    here = (f"g {a.guid}", f"m {a.about.measure} {a.about.population_key}")
    if not told(a.about.measure):
        return (*here, f"k {kind(a.about.measure)}", *_of_things(a))
    day = a.issued.toordinal() if a.issued else 0
    return (
        *here, *_of_things(a), f"b {a.about.geonameid or a.about.place}", f"d {day}",
        f"d {day + 1}",
    )  # fmt: skip


def _of_things(a: Assertion) -> tuple[str, ...]:
    """What is counted, if it is no people: launchers of "rocket launchers"."""
    words = (a.about.population_key or "").split()
    return (f"t {words[-1]}",) if words and not told(a.about.measure) else ()


def _of_one_side(ruling: Ruling, camps: Camps) -> Ruling:
    """A ruling on two counts, the later of which holds if two voices of one side give them."""
    a, b = ruling.a, ruling.b
    if (
        a.kind != "figure"
        or ruling.rule not in ("bounds", "comparability")
        or not (of_a_party(a) and of_a_party(b))
    ):
        return ruling
    if ruling.verdict not in ("contradicts", "not comparable") or a.guid == b.guid:
        return ruling
    side = camps.of(a)
    if side is None or side != camps.of(b):
        return ruling
    found = figure_rules.of_one_side(a, b)
    return by(a, b, found) if found is not None else ruling
