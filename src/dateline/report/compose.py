"""From a dossier to an edition: choose, order, word, judge."""

from dataclasses import replace

from dateline.records import Dispute, Dossier, Edition, Line, Refusal, Section
from dateline.report import digest
from dateline.report.choosing import choose, salience
from dateline.report.choosing.facts import within
from dateline.report.choosing.introduced import met
from dateline.report.choosing.introduced import told as introductions
from dateline.report.figures import disputes, tolls
from dateline.report.figures.changes import changes
from dateline.report.ground import Ground, ground
from dateline.report.headlines.headline import headline
from dateline.report.lines import prefaces
from dateline.report.lines.drafts import Draft, drafts
from dateline.report.lines.likeness import contained
from dateline.report.lists import sources
from dateline.report.lists.agenda import agenda
from dateline.report.lists.brief import brief
from dateline.report.lists.corrections import corrections
from dateline.report.lists.full import full
from dateline.report.lists.measures import measures
from dateline.report.lists.pins import pins
from dateline.report.lists.statements import statements
from dateline.report.lists.timeline import timeline
from dateline.report.sections.beats import same_beat
from dateline.report.sections.order import ordered
from dateline.report.sections.sections import printed, sections

FULLEST = 3  # lines of a standfirst
SHORT = 4  # lines of a report that has no sections
ALIKE = 0.4  # of the words of two lines: both of one matter
STANDFIRST = ((9, 3), (5, 2))
"""Number of lines from which a report has a standfirst of so many."""


def compose(dossier: Dossier, previous: Edition | None) -> Edition | None:
    """The next edition of a story's report, or null if nothing in the dossier can be published."""
    on = ground(dossier)
    every, damaged = drafts(on)
    every = salience.scored(every, on)
    chosen, refused = choose.choose(tuple(d for d in every if not _only_announces(d)), on)
    if not chosen:
        return None
    rivals, unworded = disputes.disputes(on)
    top = _standfirst(chosen, rivals, on)
    opening, kept_out, told = _opening(top, rivals, on)
    rest = _unsupported_out(chosen, (*told, *_sides(chosen, opening, rivals, on)))
    head = headline(chosen, rivals, on, top)
    body, more = sections(rest, on, head.text, told, rivals)
    lines = _pairs(chosen, opening, body)
    figures = tolls.tolls(on)
    notices = corrections(on)
    edition = Edition(
        story=dossier.story.id,
        number=previous.number + 1 if previous else 1,
        as_of=dossier.as_of,
        headline=head,
        standfirst=opening,
        sections=body,
        disputes=rivals,
        figures=figures,
        agenda=agenda(every, on),
        measures=measures(every, on),
        pins=pins(lines),
        timeline=timeline(lines, on),
        changes=changes(previous, figures, rivals, notices, on),
        corrections=notices,
        refused=_distinct((*damaged, *refused, *kept_out, *more, *unworded)),
        sources=sources.sources(on),
        dispatches=sources.dispatches(on),
        brief=brief(chosen, top, rivals, on),
        full=full(chosen, every, on),
    )
    edition = replace(edition, statements=statements(edition, on))
    return replace(edition, digest=digest.digest(edition))


def _only_announces(draft: Draft) -> bool:
    """True for "Radio Orlo at 1600 GMT begins a broadcast": with nothing else there is no news."""
    return prefaces.is_preface(draft.sheet.shown[draft.span.start : draft.span.end])


def _standfirst(
    chosen: tuple[Draft, ...], rivals: tuple[Dispute, ...], ground: Ground
) -> tuple[Draft, ...]:
    """The strongest lines that stand on their own: each of another matter (the sides of a dispute
    are one), and none of long ago. A report of a few lines is nothing else.
    """
    if len(chosen) <= SHORT:
        return ordered(chosen)
    size = next((n for least, n in STANDFIRST if len(chosen) >= least), 0)
    free = [d for d in chosen if not d.leans]
    top: list[Draft] = []
    for draft in free:
        apart = all(contained(draft.gist, other.gist) < ALIKE for other in top)
        side = disputes.of(draft.sheet, draft.span, rivals, ground)
        other = [disputes.of(d.sheet, d.span, rivals, ground) for d in top]
        apart = apart and (side is None or side not in other)
        apart = apart and met(draft, introductions(top))
        apart = apart and not any(same_beat(draft, other) for other in top)
        if len(top) < size and apart and not salience.is_background(draft, ground):
            top.append(draft)
    top = _as_written(top or free[:size])
    return tuple(top) if size == FULLEST else tuple(_with_followers(top, chosen))


def _as_written(top: list[Draft]) -> list[Draft]:
    """The lines of one dispatch in its own order, those of others where they are."""
    after = sorted(top, key=lambda d: d.place)
    turns = {order: [d for d in after if d.place[0] == order] for order, _ in map(_place, top)}
    return [turns[draft.place[0]].pop(0) for draft in top]


def _place(draft: Draft) -> tuple[int, int]:
    return draft.place


def _opening(
    top: tuple[Draft, ...], rivals: tuple[Dispute, ...], ground: Ground
) -> tuple[tuple[Line, ...], list[Refusal], tuple[Draft, ...]]:
    """The standfirst, what the gate refused of it, and the drafts that it prints.

    A figure that is disputed never opens a report alone: both sides stand in its place.
    """
    disputed = {
        d.place: found.line for d in top if (found := disputes.of(d.sheet, d.span, rivals, ground))
    }
    told = tuple(d for d in top if d.place not in disputed)
    lines, refused = printed(told, ground)
    at = {(made.citations[0].item, made.citations[0].span.start): made for made in lines}
    order = [disputed.get(d.place) or at.get((d.sheet.item, d.span.start)) for d in top]
    return tuple(dict.fromkeys(made for made in order if made)), refused, told


def _sides(
    chosen: tuple[Draft, ...],
    opening: tuple[Line, ...],
    rivals: tuple[Dispute, ...],
    ground: Ground,
) -> tuple[Draft, ...]:
    """The lines that only say again one side of a dispute which the standfirst gives."""
    given = {d.line: d for d in rivals if d.line in opening}
    sides = ((d, disputes.of(d.sheet, d.span, tuple(given.values()), ground)) for d in chosen)
    return tuple(draft for draft, found in sides if found and within(draft, found))


def _with_followers(top: list[Draft], chosen: tuple[Draft, ...]) -> list[Draft]:
    """In a short report, the lines that lean on those of the standfirst stand beside them."""
    at = {d.place: d for d in chosen}
    made: list[Draft] = []
    for draft in top:
        made.append(draft)
        order, index = draft.place
        while len(made) < FULLEST and (order, index + 1) in at and at[order, index + 1].leans:
            index += 1
            made.append(at[order, index])
    return made


def _unsupported_out(chosen: tuple[Draft, ...], top: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The lines below the standfirst, without those that lean on a line of it."""
    gone = {d.place for d in top}
    for draft in sorted(chosen, key=lambda d: d.place):
        if draft.leans and (draft.sheet.order, draft.index - 1) in gone:
            gone.add(draft.place)
    return tuple(d for d in chosen if d.place not in gone)


def _pairs(
    chosen: tuple[Draft, ...], opening: tuple[Line, ...], body: tuple[Section, ...]
) -> tuple[tuple[Draft, Line], ...]:
    """Each printed line with its draft, strongest first."""
    every = (*opening, *(line for section in body for line in section.lines))
    at = {(line.citations[0].item, line.citations[0].span.start): line for line in every}
    found = ((d, at.get((d.sheet.item, d.span.start))) for d in chosen)
    return tuple((d, line) for d, line in found if line is not None)


def _distinct(refused: tuple[Refusal, ...]) -> tuple[Refusal, ...]:
    return tuple(dict.fromkeys(refused))
