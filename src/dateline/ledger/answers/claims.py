"""From assertions and judgements to claims with a status. Pure, and worked out on each question.

A claim is what several assertions say alike (linked by ``same``). Rivals are claims of their own,
linked by ``contradicts``. Its id is that of its earliest assertion, so it stays as the claim grows.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from dateline.ledger.speakers.actors import crowd
from dateline.ledger.storage import codec
from dateline.ledger.verdicts import rising
from dateline.ledger.verdicts.voices import begin, origin, say, who
from dateline.records import Assertion, Claim, Judgement, StatusStep
from dateline.records.vocabulary import ClaimStatus


@dataclass(frozen=True, slots=True)
class _Book:
    """Everything about one story's claims, by assertion id; as it was at a time, if given."""

    by_id: Mapping[str, Assertion]
    links: Mapping[str, tuple[Judgement, ...]]
    superseded: frozenset[str]
    at: datetime | None = None

    def stands(self, name: str) -> bool:
        a = self.by_id.get(name)
        if a is None or self.at is None:
            return a is not None and a.withdrawn is None
        return a.learnt <= self.at and (a.withdrawn is None or a.withdrawn > self.at)

    def active(self, name: str) -> bool:
        if self.at is None:
            return self.stands(name) and name not in self.superseded
        newer = [j.a for j in self.links.get(name, ())
                 if j.verdict == "supersedes" and j.b == name and j.at <= self.at]  # fmt: skip
        return self.stands(name) and not any(self.stands(a) for a in newer)


def effective(judgements: Iterable[Judgement], undone: frozenset[str]) -> tuple[Judgement, ...]:
    """For each pair the verdict that holds: an editor's latest, else what an agency withdrew, else
    the rule's latest.

    ``undone``: ids of judgements taken back.
    """
    best: dict[frozenset[str], Judgement] = {}
    for j in sorted(judgements, key=_rank):
        if j.id not in undone:
            best[frozenset((j.a, j.b))] = j
    return tuple(sorted(best.values(), key=lambda j: (j.at, j.id)))


def _rank(j: Judgement) -> tuple[bool, bool, datetime, str]:
    return j.by.startswith("editor:"), j.verdict == "withdraws", j.at, j.id


def claims(
    story: str, assertions: Sequence[Assertion], judgements: Sequence[Judgement]
) -> tuple[Claim, ...]:
    """The claims of a story, oldest first. ``judgements`` are effective ones."""
    book = _book(assertions, judgements)
    groups = _groups(book, judgements)
    found = [_claim(story, group, book) for group in groups]
    return tuple(sorted(found, key=lambda c: (_age(c.assertions[0]), c.id)))


def with_history(
    found: Sequence[Claim], assertions: Sequence[Assertion], judgements: Sequence[Judgement]
) -> tuple[Claim, ...]:
    """The claims with every status that they have had, as far as today's verdicts tell."""
    book = _book(assertions, judgements)
    return tuple(replace(claim, history=_history(claim, book)) for claim in found)


def _history(claim: Claim, book: _Book) -> tuple[StatusStep, ...]:
    members = [book.by_id[a.id] for a in claim.assertions]
    own = {a.id for a in members}
    times = {a.learnt for a in members} | {a.withdrawn for a in members if a.withdrawn}
    first = min(times)
    times |= {j.at for j in claim.judgements if j.at > first}
    steps: list[StatusStep] = []
    for at in sorted(times):
        known = [a for a in members if a.learnt <= at]
        links = [j for j in claim.judgements if j.at <= at]
        then = replace(book, at=at)
        status = _status(known, own, links, then)
        if not steps or steps[-1].status != status:
            steps.append(StatusStep(at, status, _why(members, links, then)))
    return tuple(steps)


_WEIGHTIEST = ("withdraws", "contradicts", "supersedes", "supports", "same")


def _in_words(j: Judgement, book: _Book) -> str:
    if j.verdict == "contradicts" and j.a in book.by_id and j.b in book.by_id and _risen(j, book):
        return rising.reason(book.by_id[j.a], book.by_id[j.b])
    return j.reason


def _why(members: Sequence[Assertion], links: Sequence[Judgement], book: _Book) -> str:
    """What happened at the time of the book: something taken back, judged, or said."""
    at = book.at
    gone = [a.reason for a in members if a.withdrawn == at and a.reason]
    if gone:
        return gone[0]
    new = [j for j in links if j.at == at and j.verdict in _WEIGHTIEST]
    if new:
        first = min(new, key=lambda j: _WEIGHTIEST.index(j.verdict))
        return _in_words(first, book)
    said = next((a for a in members if a.learnt == at), members[0])
    return f"{begin(who(said))} {say(said)} so."


def _age(a: Assertion) -> tuple[float, float, str, int, int, str]:
    issued = a.issued.timestamp() if a.issued else a.learnt.timestamp()
    return (issued, a.learnt.timestamp(), a.guid, a.version, a.span.start, a.id)


def _book(assertions: Sequence[Assertion], judgements: Sequence[Judgement]) -> _Book:
    links: dict[str, list[Judgement]] = defaultdict(list)
    by_id = {a.id: a for a in assertions}
    for j in judgements:
        if j.a in by_id and j.b in by_id:
            links[j.a].append(j)
            links[j.b].append(j)
    superseded = frozenset(
        j.b
        for j in judgements
        if j.verdict == "supersedes" and j.a in by_id and by_id[j.a].withdrawn is None
    )
    return _Book(by_id, {k: tuple(v) for k, v in links.items()}, superseded)


def _groups(book: _Book, judgements: Sequence[Judgement]) -> list[list[Assertion]]:
    """Assertions joined by ``same``, unless that would put two into one that differ."""
    group = {name: {name} for name in book.by_id}
    differ: dict[str, set[str]] = defaultdict(set)
    for j in judgements:
        if j.verdict != "same":
            differ[j.a].add(j.b)
            differ[j.b].add(j.a)
    for j in judgements:
        if j.verdict != "same" or j.a not in group or j.b not in group:
            continue
        one, two = group[j.a], group[j.b]
        if one is two or any(differ[name] & two for name in one):
            continue
        one |= two
        group.update(dict.fromkeys(two, one))
    distinct = {id(names): names for names in group.values()}.values()
    return [sorted((book.by_id[n] for n in names), key=_age) for names in distinct]


def _claim(story: str, members: list[Assertion], book: _Book) -> Claim:
    first = members[0]
    name = codec.digest("claim", first.id)
    links = {j.id: j for a in members for j in book.links.get(a.id, ())}
    own = {a.id for a in members}
    backing = _backing(members, own, links.values(), book)
    return Claim(
        id=name,
        story=story,
        kind=first.kind,
        about=_fullest(members).about,
        status=_status(members, own, links.values(), book),
        origins=_origins(backing),
        dispatches=len({(a.guid, a.version) for a in backing}),
        assertions=tuple(replace(a, claim=name) for a in members),
        judgements=tuple(sorted(links.values(), key=lambda j: (j.at, j.id))),
    )


def _fullest(members: list[Assertion]) -> Assertion:
    """The member that says most about what it counts: place, date and population."""
    return max(
        members,
        key=lambda a: (
            a.withdrawn is None,
            a.about.geonameid is not None,
            a.about.when is not None,
            a.about.population is not None,
        ),
    )


def _backing(
    members: list[Assertion], own: set[str], links: Collection[Judgement], book: _Book
) -> list[Assertion]:
    """Standing assertions of the claim, and those of others that support it."""
    names = {a.id for a in members if book.active(a.id)}
    if not names:
        return members
    for j in links:
        if j.verdict == "supports" and not own >= {j.a, j.b}:
            other = j.b if j.a in own else j.a
            if book.active(other):
                names.add(other)
    return [book.by_id[n] for n in sorted(names)]


def _origins(backing: list[Assertion]) -> int:
    """How many independent origins: named speakers; agencies only where nobody is named."""
    named = [a for a in backing if a.by and not crowd(a.by)]
    apart: list[Assertion] = []
    for a in named or backing:
        if all(a.origin != b.origin and origin(a, b) == "several" for b in apart):
            apart.append(a)
    return len(apart)


def _status(
    members: list[Assertion], own: set[str], links: Collection[Judgement], book: _Book
) -> ClaimStatus:
    if not any(book.stands(a.id) for a in members):
        return "withdrawn"
    if not any(book.active(a.id) and not _overtaken(a.id, book) for a in members):
        return "superseded"
    against = _rivals(links, book)
    if any(_denial(j, own, book) for j in against):
        return "denied"
    if against:
        return "disputed"
    backing = _backing(members, own, links, book)
    if _origins(backing) > 1:
        return "corroborated"
    doubted = any(a.kind == "control" and a.verification and book.active(a.id) for a in members)
    return "uncertain" if doubted else "single-source"


def _rivals(links: Collection[Judgement], book: _Book) -> list[Judgement]:
    """What stands against each other, of counts that no later one has overtaken."""
    return [
        j for j in links
        if j.verdict == "contradicts" and book.active(j.a) and book.active(j.b)
        and not _overtaken(j.a, book) and not _overtaken(j.b, book)
    ]  # fmt: skip


def _overtaken(name: str, book: _Book) -> bool:
    """True for a count from which a later one, of anybody, went on as the toll rose."""
    return any(
        j.b == name and j.verdict == "contradicts" and book.active(j.a)
        and (book.at is None or j.at <= book.at) and _risen(j, book)
        for j in book.links.get(name, ())
    )  # fmt: skip


def _risen(j: Judgement, book: _Book) -> bool:
    """True for two counts of which a rule says that they contradict, and the newer only went on."""
    return j.by.startswith("rule:") and rising.overtakes(book.by_id[j.a], book.by_id[j.b])


def _denial(j: Judgement, own: set[str], book: _Book) -> bool:
    other = j.b if j.a in own else j.a
    mine = j.a if j.a in own else j.b
    return book.by_id[other].polarity == "denies" and book.by_id[mine].polarity != "denies"
