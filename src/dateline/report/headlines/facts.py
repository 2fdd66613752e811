"""What one line tells, as a heading: a toll, a clause, or what happened where."""

from collections.abc import Iterator

from dateline.report.figures import tolls
from dateline.report.ground import Ground
from dateline.report.headlines import scenes, worth
from dateline.report.headlines.borne import LIMIT, Heading, passing
from dateline.report.headlines.headline import placed
from dateline.report.headlines.shorten import versions
from dateline.report.headlines.whole import PASSING
from dateline.report.lines.drafts import Draft
from dateline.report.lines.speakers import name, voice
from dateline.report.words import opened

COUNTED = ("killed", "injured", "kidnapped", "arrested")
REPEATED = 0.9  # of a line: a heading that long says it twice
ARTICLE = len("The ")  # which a heading starts without
MANY = 2  # people
CLAUSE = 60  # characters
TRIED = 6


def tolled(draft: Draft, ground: Ground) -> Iterator[Heading]:
    """A toll with its place, the gravest first: "At least 21 killed in Kharkiv"."""
    if draft.sheet.reading.language != "en" or draft.spoken:
        return
    held = [a for a in draft.sheet.assertions if draft.span.contains(a.span)]
    held = [a for a in held if a.kind == "figure" and a.about.measure in COUNTED]
    held = [a for a in held if not tolls.is_old(draft.sheet, a)]
    held = [a for a in held if a.by is None or name(a, draft.sheet)]
    grave = min((COUNTED.index(a.about.measure) for a in held), default=0)
    for said in (a for a in held if COUNTED.index(a.about.measure) == grave):
        part = (said.about.population or "").casefold().startswith(tolls.OWN)
        disputed = ground.claim_of[said.id].status == "disputed"
        where = placed(said, draft)
        if (said.value or said.low or 0) < MANY or disputed or part or not where:
            continue
        if not tolls.is_aside(said, draft.sheet):
            text = opened(f"{tolls.words(said, draft.sheet)} {said.about.measure}{where}")
            yield from passing(text, [draft], ground)
            if said.by:
                yield from passing(f"{text}, {voice(said, draft.sheet)}", [draft], ground)


def shortened(draft: Draft, ground: Ground) -> Iterator[Heading]:
    """The line cut to heading length, unless that is the whole of it, or leans on what is not
    there.
    """
    whole = draft.span.end - draft.span.start
    found = [t for t in versions(draft, CLAUSE) if len(t) < REPEATED * (whole - ARTICLE)]
    fit = [t for t in found if not PASSING.search(t) and worth.is_sound(draft, t)]
    fit = [t for t in fit if not worth.lost_town(draft, t)]
    for text in sorted(fit, key=lambda t: -worth.of_version(draft, t))[:TRIED]:
        yield from passing(text, [draft], ground)


def set_in(draft: Draft, ground: Ground) -> Iterator[Heading]:
    """What happened where: "Bombing in Kelm"."""
    for text, place in () if draft.spoken else scenes.scenes(draft):
        if not (place.feature or "").startswith(scenes.COUNTRY) and len(text) <= LIMIT:
            yield from passing(text, [draft], ground)


FACTS = (tolled, shortened, set_in)
"""What makes a heading of a line, the most telling first."""
