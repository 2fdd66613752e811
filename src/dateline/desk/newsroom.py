"""From the ledger to editions: which stories have something new to say, and the site they make."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from dateline.desk.progress import bar
from dateline.ledger import Ledger, mended
from dateline.publish import redact
from dateline.records import AgendaItem, Dossier, Edition, Failure, Filed, Notice, Redaction, Site
from dateline.report import compose

KEPT_BACK = ("embargoed", "held", "withheld")
"""Reasons for not showing a dispatch that may pass; what is killed is gone for good."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publishing run made, for the summary it prints. ``failures``: inputs that could not be
    taken in; ``uncomposed``: stories that could not be told.
    """

    stories: int
    lines: int
    disputes: int
    refused: int
    reasons: tuple[tuple[str, int], ...]
    failures: int
    files_written: int
    as_of: datetime
    undated: int = 0
    uncomposed: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Edited:
    """``passing``: editions that are not kept, since later times were published before: their
    numbers belong to later editions, and only a site as of that very time shows them.
    ``failures``: stories that could not be composed, which keep their last edition. ``untold``:
    stories of which nothing is left that may be told, since it was corrected or withdrawn.
    """

    passing: tuple[Edition, ...]
    failures: tuple[Failure, ...]
    untold: frozenset[str] = frozenset()


def edit(ledger: Ledger, as_of: datetime, now: datetime) -> Edited:
    """Compose every story that moved, as known at ``as_of``; keep an edition if it differs from
    the last. A story that cannot be composed holds up no other.
    """
    passing: list[Edition] = []
    failures: list[Failure] = []
    untold: set[str] = set()
    stories = ledger.touched(as_of=as_of, now=now)
    for story in bar(sorted(stories), "composing", len(stories)):
        made = ledger.editions(story)
        earlier = [e for e in made if e.as_of <= as_of]
        previous = earlier[-1] if earlier else None
        if previous and not _moved(previous, as_of, *stories[story]):
            continue
        edition = _composed(ledger.dossier(story, as_of=as_of, now=now), previous)
        if isinstance(edition, Failure):
            failures.append(edition)
            continue
        if edition is None and previous:
            untold.add(story)
        if edition is None or (previous and previous.digest == edition.digest):
            continue
        if len(earlier) == len(made):
            ledger.save_edition(edition)
        else:
            passing.append(edition)
    return Edited(tuple(passing), tuple(failures), frozenset(untold))


def _composed(dossier: Dossier, previous: Edition | None) -> Edition | Failure | None:
    """The edition of a story; null if there is nothing to tell."""
    try:
        return compose(dossier, previous)
    except Exception as error:
        return Failure(
            path=f"story {dossier.story.id}",
            reason=f"It could not be composed: {type(error).__name__}: {error}.",
            remedy="It keeps its last edition, if it has one; report it with its dispatches.",
            stage="report",
        )


def _moved(
    previous: Edition, as_of: datetime, last: datetime, items: frozenset[tuple[str, int]]
) -> bool:
    """Whether a story may have more to say than in its last edition: something concerned it since,
    it has dispatches that the edition did not rest on, or something on its agenda came due.
    """
    known = frozenset((one.guid, one.version) for one in previous.dispatches)
    before, now = (at.astimezone(UTC).replace(tzinfo=None) for at in (previous.as_of, as_of))
    due = any(not one.past and _over(one, before, now) for one in previous.agenda)
    return last > previous.as_of or items != known or due


def _over(plan: AgendaItem, before: datetime, now: datetime) -> bool:
    end = plan.end or plan.start
    return end is not None and before <= end < now


def lay_out(  # noqa: PLR0913 (what a site is made of)
    ledger: Ledger, title: str, as_of: datetime, now: datetime, note: str | None = None,
    *, passing: Sequence[Edition] = (), untold: frozenset[str] = frozenset(),
) -> Site:  # fmt: skip
    """The site as known at ``as_of``: each story's newest edition, its archive, less redactions.

    ``passing``: editions of that time that the ledger does not keep. ``untold``: stories that are
    not shown any more, since nothing of what they told stands.
    """
    redactions = ledger.redactions(as_of=as_of, now=now)
    newest: list[Edition] = []
    archive: list[Edition] = []
    withdrawn: list[tuple[str, datetime]] = []
    notices: list[Notice] = []
    for story in ledger.stories(as_of):
        made = [e for e in ledger.editions(story.id) if e.as_of <= as_of]
        made += [e for e in passing if e.story == story.id]
        shown = _shown(made, redactions) if story.id not in untold else []
        if shown:
            newest.append(shown[-1])
            archive += shown[:-1]
            continue
        told = ledger.dossier(story.id, as_of=as_of, now=now).notices
        notices += told
        if made:
            withdrawn.append((story.id, max((n.at for n in told), default=story.last)))
    live = {edition.story for edition in newest}
    led: list[tuple[str, str]] = []
    for away, into in sorted(ledger.moved(as_of).items()):
        made = [e for e in ledger.editions(away) if e.as_of <= as_of]
        shown = _shown(made, redactions) if into in live else []
        archive += shown
        led += [(away, into)] if shown else []
    return Site(
        title,
        as_of,
        tuple(newest),
        tuple(archive),
        tuple(withdrawn),
        note,
        notices=(*notices, *(n for n in ledger.waiting() if n.at <= as_of)),
        kept_back=sum(r.why in KEPT_BACK for r in redactions),
        moved=tuple(led),
        sequels=tuple(two for two in ledger.sequels(as_of) if live.issuperset(two)),
    )


def merged(dossiers: Sequence[Dossier]) -> Dossier:
    """Several stories' dossiers (at least one) as one, for checking a text against them all."""
    parts: dict[tuple[str, int], list[Filed]] = {}
    for one in (f for d in dossiers for f in d.filed):
        parts.setdefault((one.dispatch.guid, one.dispatch.version), []).append(one)
    return replace(
        dossiers[0],
        filed=tuple(mended(some) for some in parts.values()),
        claims=tuple(c for d in dossiers for c in d.claims),
        notices=tuple(n for d in dossiers for n in d.notices),
    )


def _shown(editions: Sequence[Edition], redactions: Sequence[Redaction]) -> list[Edition]:
    kept = (redact(e, tuple(redactions)) for e in editions)
    return [e for e in kept if e is not None]


def summary(
    site: Site, failures: int, files_written: int, undated: int = 0,
    uncomposed: Sequence[Failure] = (),
) -> Publication:  # fmt: skip
    """The counts that ``dateline publish`` prints."""
    reasons = Counter(r.rule for e in site.editions for r in e.refused)
    lines = sum(len(s.lines) for e in site.editions for s in e.sections)
    return Publication(
        stories=len(site.editions),
        lines=lines + sum(len(e.standfirst) for e in site.editions),
        disputes=sum(len(e.disputes) for e in site.editions),
        refused=sum(reasons.values()),
        reasons=tuple(reasons.most_common(5)),
        failures=failures,
        files_written=files_written,
        as_of=site.as_of,
        undated=undated,
        uncomposed=tuple(uncomposed),
    )
