"""What the ledger keeps: claims, the assertions that make them, and judgements about those."""

from dataclasses import dataclass
from datetime import datetime

from dateline.records.dispatch import Dispatch, Failure, Span
from dateline.records.reading import Reading
from dateline.records.vocabulary import (
    ClaimChangeKind,
    ClaimKind,
    ClaimStatus,
    ControlState,
    Hedge,
    NoticeKind,
    Origins,
    Polarity,
    Precision,
    Scope,
    SilenceKind,
    Verdict,
    Victims,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who speaks or acts. ``names`` holds every form met, the canonical one first."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about: two figures compare only if these fit.

    ``when`` is an ISO date or ``from/to`` interval; ``within`` are GeoNames ids around the place.
    ``guessed``: the place is not named in the sentence, only near it.
    """

    measure: str
    population: str | None = None
    population_key: str | None = None
    victims: Victims = "unknown"
    scope: Scope = "incident"
    unit: str | None = None
    place: str | None = None
    geonameid: int | None = None
    within: tuple[int, ...] = ()
    when: str | None = None
    precision: Precision | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """One dispatch version asserting something, in its exact words.

    ``id`` is a hash of (guid, version, kind, span), independent of the reader's version. ``by`` is
    the speaker (null: the agency itself), ``via`` the chain to the reader, agency first.
    ``learnt`` is when the ledger learnt of it; ``withdrawn`` when it ceased to stand, ``reason``
    why. ``sentence`` is the span of the sentence(s) around it. ``context``: stems of the words
    around a figure, by which the ledger tells one incident from another. ``also``: what else the
    dispatch calls the speaker: by name, office, or the body that he or she speaks for. ``former``:
    the dispatch itself tells it as a count that has been revised ("up from 1,177").
    """

    id: str
    claim: str
    kind: ClaimKind
    guid: str
    version: int
    span: Span
    sentence: Span
    text: str
    agency: str | None
    by: str | None
    via: tuple[str, ...]
    about: About
    polarity: Polarity
    learnt: datetime
    issued: datetime | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: Hedge | None = None
    verification: str | None = None
    origin: str = ""
    withdrawn: datetime | None = None
    reason: str | None = None
    context: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    former: bool = False

    @property
    def item(self) -> tuple[str, int]:
        """The dispatch that asserts it: its guid and version."""
        return self.guid, self.version


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on a pair of assertions, by a rule or a person; undone only by a later row.

    With ``supersedes``, ``a`` is the newer. ``by`` is ``rule:NAME`` or ``editor:NAME``.
    """

    id: str
    a: str
    b: str
    verdict: Verdict
    reason: str
    by: str
    at: datetime
    origin: Origins = "unclear"


@dataclass(frozen=True, slots=True)
class StatusStep:
    """A status that a claim came to have, when, and why."""

    at: datetime
    status: ClaimStatus
    why: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What became of a claim, and why, in words; ``at`` is null where only the wire tells when."""

    at: datetime | None
    kind: ClaimChangeKind
    why: str


@dataclass(frozen=True, slots=True)
class ControlStep:
    """A state that the control of a place came to: who is said to hold it, and by whom.

    ``at`` is when that was sent, ``assertion`` and ``text`` what it rests on. ``words``: those that
    leave it open. ``rival``: who else is said to hold it, where it is contested.
    """

    state: ControlState
    holder: str
    by: str
    at: datetime
    assertion: str
    text: str
    words: str | None = None
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place: every state that it went through, oldest first, the last one as of now."""

    place: str
    geonameid: int | None
    steps: tuple[ControlStep, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asserted. ``origins`` counts independent ones, ``dispatches`` those that they are
    counted over: what says it, and what supports it.

    ``history``: the statuses that it has had, the last one the present one. ``changes``: what has
    become of it since the time that was asked about, if one was.
    """

    id: str
    story: str
    kind: ClaimKind
    about: About
    status: ClaimStatus
    origins: int
    assertions: tuple[Assertion, ...]
    judgements: tuple[Judgement, ...] = ()
    history: tuple[StatusStep, ...] = ()
    changes: tuple[ClaimChange, ...] = ()
    dispatches: int = 0


@dataclass(frozen=True, slots=True)
class Thread:
    """A strand of a story. ``key`` is stable, ``terms`` describe what it is about. A wrap-up is
    among the ``dispatches`` of each thread that it tells of, behind the thread's own.
    """

    key: str
    terms: tuple[str, ...]
    dispatches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a dispatch that is of another story than the dispatch itself."""

    guid: str
    version: int
    span: Span


@dataclass(frozen=True, slots=True)
class Story:
    """A group of dispatches about one running matter. ``id`` is also its address on the site.

    ``dispatches``: the items that it is the main story of. ``excerpts``: what wrap-ups, which have
    another main story, tell of it.
    """

    id: str
    begun: datetime
    last: datetime
    dispatches: tuple[str, ...]
    threads: tuple[Thread, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides something, when, and why."""

    by: str
    at: datetime
    why: str


@dataclass(frozen=True, slots=True)
class Regrouping:
    """A decision on which dispatches make a story. ``kind``: ``merge`` of ``story`` into ``into``;
    ``split`` of ``guids`` from ``story`` into ``into``; ``undo`` of the one ``undoes``; all by
    ``editor:NAME``. Or ``continue``: ``story`` was full and goes on in ``into``; by ``rule:full``.
    """

    id: str
    kind: str
    story: str
    into: str
    guids: tuple[str, ...]
    by: str
    why: str
    at: datetime
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction, kill, hold or release that took effect, or waits for its object.

    ``guid`` is what it names (null while it waits). ``text`` is safe to publish: a kill's never
    repeats killed matter. ``old``/``new`` are the words before and after, for a correction.
    ``wrong``: words that the corrected dispatch still has, and that may not be shown from it.
    """

    kind: NoticeKind
    by: str
    at: datetime
    guid: str | None
    text: str
    old: str | None = None
    new: str | None = None
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redaction:
    """A dispatch version that no public output may show, archived editions included.

    ``version`` null means every version. ``why``: killed, embargoed, held, withheld, suppressed.
    """

    guid: str
    version: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Filed:
    """A dispatch with its reading."""

    dispatch: Dispatch
    reading: Reading


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that a report on one story may use, as known at ``as_of``.

    ``filed`` holds only public, current versions: nothing killed, held, withheld or embargoed, and
    only the newest version of an item, oldest item first. ``controls``: who holds which place.
    ``actors``: who speaks in it, each with every form of the name.
    """

    story: Story
    as_of: datetime
    filed: tuple[Filed, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...] = ()
    controls: tuple[Control, ...] = ()
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Something in a story that has gone quiet, in words. ``by`` is who spoke, ``since`` when that
    was; ``guids`` are the dispatches, oldest first.
    """

    kind: SilenceKind
    story: str
    text: str
    by: str | None
    since: datetime
    guids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What taking in one dispatch did. ``added`` is false for a re-ingest, a no-op."""

    guid: str
    version: int
    added: bool
    assertions: int = 0
    withdrawn: int = 0
    stories: tuple[str, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """An editor's judgement without a place: the assertion ``lost``, of this dispatch version, is
    no longer found there.
    """

    judgement: Judgement
    lost: str
    guid: str
    version: int


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading one dispatch again did. ``followed``: editors' judgements that went over to the
    new assertions, whose words or ids are others than before.
    """

    guid: str
    version: int
    assertions: int
    followed: tuple[str, ...] = ()
