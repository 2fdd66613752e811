"""What has gone quiet in a story, as an editor asks each morning. Pure.

Claims that rest on one origin; tolls that nobody has given anew; parties that spoke and don't any
more; plans whose time is past without a word of whether they happened. All from a dossier, so from
nothing that the public may not see.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.bounds import in_words
from dateline.ledger.asserted.periods import on_days
from dateline.ledger.speakers.actors import crowd, speaker
from dateline.ledger.verdicts.voices import begin, who
from dateline.records import Assertion, Claim, Dossier, Filed, Plan, Silence
from dateline.records.vocabulary import CORE_MEASURES

LONG = timedelta(hours=24)
"""Without a word for so long, a figure or a party counts as quiet."""

GOES_ON = timedelta(days=7)
"""A story without a dispatch for so long is over: that nobody speaks of it any more is no news."""

_TWICE = 2  # dispatches in which a party must have spoken for its silence to be news
_TELLS = 0.5  # share of a plan's words by which a later sentence is taken to be about it
_FEWEST = 3  # words of a plan, below which nothing could be told from them


def silences(dossier: Dossier) -> tuple[Silence, ...]:
    """Everything that has gone quiet in a story as of the dossier's time, by kind."""
    found = (
        *_one_origin(dossier),
        *_not_renewed(dossier),
        *_quiet(dossier),
        *_past(dossier),
    )
    return found


def _sent(a: Assertion) -> datetime:
    return a.issued or a.learnt


def _matter(claim: Claim) -> str:
    """What a claim says, in a few words."""
    about, newest = claim.about, max(claim.assertions, key=_sent)
    where = f" in {about.place}" if about.place else ""
    days = on_days(about.when) if about.when else ""
    when = f" from {days}" if " to " in days else f" on {days}" if days else ""
    if claim.kind == "control":
        return f"{about.population} holds {about.place}"
    if claim.kind == "event":
        return " ".join(newest.text.split())
    measure = about.measure if about.measure in CORE_MEASURES else f"({about.measure})"
    whom = about.population or ""
    whom = whom.lower() if whom.isupper() else whom
    return " ".join(f"{in_words(newest)} {whom} {measure}{where}{when}".split())


def _weighty(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Claims whose silence matters: casualties, and who holds a place, as far as they stand."""
    for claim in claims:
        few = any(a.value in (0, 1) for a in claim.assertions)  # nobody, or a person's story
        core = claim.kind == "figure" and claim.about.measure in CORE_MEASURES and not few
        held = claim.kind == "control" and claim.about.population is not None
        if claim.status not in ("superseded", "withdrawn") and (core or held):
            yield claim


def _guids(some: Iterable[Assertion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.guid for a in some))


def _one_origin(dossier: Dossier) -> Iterator[Silence]:
    """Claims that one origin makes, those carried by most dispatches first."""
    single = [c for c in _weighty(dossier.claims) if c.status in ("single-source", "uncertain")]
    for claim in sorted(single, key=lambda c: (-len(_guids(c.assertions)), c.id)):
        said = claim.assertions[0]
        guids = _guids(claim.assertions)
        carried = f"in {len(guids)} dispatches" if len(guids) > 1 else "in one dispatch"
        text = f"{_matter(claim)}: {who(said)} alone, {carried}."
        yield Silence("one origin", dossier.story.id, begin(text), who(said), _sent(said), guids)


def _not_renewed(dossier: Dossier) -> Iterator[Silence]:
    """The newest toll of each kind in a place, if none has come for long and the story goes on."""
    newest: dict[tuple[object, ...], Claim] = {}
    for claim in _weighty(dossier.claims):
        key = (claim.about.measure, claim.about.geonameid or claim.about.place)
        if claim.kind == "figure" and (key not in newest or _last(claim) > _last(newest[key])):
            newest[key] = claim
    for claim in sorted(newest.values(), key=lambda c: (_last(c), c.id)):
        if _old(_last(claim), dossier):
            last = max(claim.assertions, key=_sent)
            text = f"{_matter(claim)}: last given by {who(last)}, {_ago(_sent(last), dossier)}."
            yield Silence("not renewed", dossier.story.id, begin(text), who(last), _sent(last),
                          _guids(claim.assertions))  # fmt: skip


def _last(claim: Claim) -> datetime:
    return max(_sent(a) for a in claim.assertions)


def _old(at: datetime, dossier: Dossier) -> bool:
    """True if that was long ago, and the story has been told since and goes on."""
    last = dossier.story.last
    return dossier.as_of - at >= LONG and last > at and dossier.as_of - last <= GOES_ON


def _ago(at: datetime, dossier: Dossier) -> str:
    hours = int((dossier.as_of - at) / timedelta(hours=1))
    return f"{hours} hours ago" if hours < 72 else f"{hours // 24} days ago"


def _quiet(dossier: Dossier) -> Iterator[Silence]:
    """Named speakers of more than one dispatch who have not been quoted for long."""
    spoken: dict[str, list[Assertion]] = defaultdict(list)
    for claim in dossier.claims:
        for a in claim.assertions:
            if a.by and not crowd(a.by) and _named(a.by):
                spoken[speaker(a.by).key].append(a)
    for said in sorted(spoken.values(), key=lambda some: (-len(_guids(some)), some[0].id)):
        last, guids = max(said, key=_sent), _guids(said)
        if len(guids) >= _TWICE and _old(_sent(last), dossier):
            text = (
                f"{last.by}: quoted in {len(guids)} dispatches, last {_ago(_sent(last), dossier)}."
            )
            yield Silence("quiet party", dossier.story.id, text, last.by, _sent(last), guids)


def _named(by: str) -> bool:
    """True for a name, an article aside: "the Kremlin", not "the result"."""
    return any(word[:1].isupper() for word in by.split())


def _past(dossier: Dossier) -> Iterator[Silence]:
    """Plans that are over by the clock, without a later sentence that tells of them."""
    now = dossier.as_of.astimezone(UTC).replace(tzinfo=None)
    seen: list[tuple[datetime, frozenset[str]]] = []
    for one in dossier.filed:
        for plan in one.reading.plans:
            end = plan.when.end if plan.when else None
            words = wording.content_words(plan.what)
            if end is None or end >= now or len(words) < _FEWEST:
                continue
            if any(end == other and _share(words, known) >= _TELLS for other, known in seen):
                continue
            seen.append((end, words))
            if not _told(words, end, dossier.filed):
                yield _unheard(dossier, one, plan, end)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return len(words & others) / len(words)


def _told(words: frozenset[str], end: datetime, filed: Sequence[Filed]) -> bool:
    """True if a sentence of a dispatch sent after a plan's time has most of its words."""
    for one in filed:
        issued = one.dispatch.issued
        if issued is None or issued.astimezone(UTC).replace(tzinfo=None) <= end:
            continue
        text = one.dispatch.text
        for s in one.reading.sentences:
            if _share(words, wording.content_words(text[s.span.start : s.span.end])) >= _TELLS:
                return True
    return False


def _unheard(dossier: Dossier, one: Filed, plan: Plan, end: datetime) -> Silence:
    by = plan.source_name or one.dispatch.agency
    what = " ".join(plan.what.split())
    text = f"{begin(what)}: due by {end.day} {end:%B}, no word since."
    return Silence("plan past", dossier.story.id, text, by, one.dispatch.issued or dossier.as_of,
                   (one.dispatch.guid,))  # fmt: skip
