"""The headline: the strongest sentence at clause level, an agency's own where the text bears it
out, or a toll in words.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Assertion, Line
from dateline.report.choosing import salience
from dateline.report.citing import cite, line
from dateline.report.figures import tolls
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.headlines import scenes, whole
from dateline.report.headlines.shorten import shortened
from dateline.report.lines import speakers
from dateline.report.lines.absolute import Said
from dateline.report.lines.drafts import Draft, line_of
from dateline.report.lines.outlets import agency
from dateline.report.words import count, opened, tidy

PASSING = re.compile(
    r"\b(?:ago|in a few hours|just|currently|now|last (?:night|evening)"
    r"|earlier|this (?:morning|evening))\b",
    re.IGNORECASE,
)
"""Words that are true only for a while: a headline stays."""

LIMIT = 115  # characters
LONGER = 128  # for the strongest line alone: better long than beside the point
LAST_RESORT = 150
LEADING = 3  # lines, the strongest, that a headline should be about
LONGEST = 200
DEEPEST = 8  # lines among which to look for a headline at all
LEDE = 3  # sentences that may bear out an agency's headline


def headline(chosen: tuple[Draft, ...], ground: Ground) -> Line:
    """A headline that the gate accepts; the strongest sentence whole if nothing shorter passes."""
    for made in _candidates(chosen, ground):
        if PASSING.search(made.text):
            continue
        if judge(made, ground) is None:
            return made
    return _longer(chosen, ground)


def _longer(chosen: tuple[Draft, ...], ground: Ground) -> Line:
    """A whole line where nothing shorter will do: one that needs no introduction, if there is."""
    lines = [made for d in chosen[:DEEPEST] if (made := line_of(d, ground, Said()))]
    lines = [replace(made, text=made.text.rstrip(".")) for made in lines]
    sound = [made for made in lines if judge(made, ground) is None]
    free = [made for made in sound if not whole.OPENING.match(made.text)]
    short = [made for made in free if len(made.text) <= LONGEST]
    named = [made for d in chosen[:1] for made in _named_report(d, ground)]
    best = line(ground, "", (cite(chosen[0].sheet, chosen[0].span),))
    return next(iter((*short, *free, *named, *sound, best)))


def _named_report(draft: Draft, ground: Ground) -> Iterator[Line]:
    """A label that claims nothing: whose report it is."""
    name = draft.sheet.dispatch.agency
    if name:
        made = line(ground, f"{agency(name)} report", (cite(draft.sheet, draft.span),))
        if judge(made, ground) is None:
            yield made


def _candidates(chosen: tuple[Draft, ...], ground: Ground) -> Iterator[Line]:
    for draft in chosen[:LEADING]:
        own = _agency_headline(draft.sheet, ground)
        if own and draft.index < LEDE:
            yield own
        yield from _present(shortened(draft, ground, LIMIT, clip=False))
        yield from _present(_toll(draft, ground))
        yield from _present(shortened(draft, ground, LONGER, clip=False))
        yield from _present(shortened(draft, ground, LIMIT))
        yield from _present(shortened(draft, ground, LONGER))
    for limit in (LIMIT, LAST_RESORT):
        for draft in chosen[:DEEPEST]:
            yield from _present(shortened(draft, ground, limit))
    yield from _present(_scene(chosen, ground))


def _present(made: Line | None) -> tuple[Line, ...]:
    return (made,) if made else ()


def _scene(chosen: tuple[Draft, ...], ground: Ground) -> Line | None:
    """What happened where, for want of a clause: "Bombing in Kelm"."""
    for draft in chosen[:DEEPEST]:
        for text, _ in scenes.scenes(draft):
            made = line(ground, text, (cite(draft.sheet, draft.span),))
            if judge(made, ground) is None:
                return made
    return None


def _agency_headline(sheet: Sheet, ground: Ground) -> Line | None:
    """The agency's headline, resting on the dispatch's first sentences."""
    text = tidy(sheet.dispatch.headline or "").rstrip(".")
    if not text or text.isupper() or len(text) > LIMIT or count(text) < 3:
        return None
    prose = [s for s in sheet.reading.sentences if s.prose][:LEDE]
    whole = [s for s in prose if not any(d.span.overlaps(s.span) for d in sheet.reading.damage)]
    return line(ground, text, tuple(cite(sheet, s.span) for s in whole)) if whole else None


def _toll(draft: Draft, ground: Ground) -> Line | None:
    """A toll as a headline: "At least 21 people killed in Kharkiv, the governor says"; one that
    gives neither place nor speaker says too little.
    """
    if draft.sheet.reading.language != "en" or salience.is_background(draft, ground):
        return None
    for said in draft.sheet.assertions:
        if ground.claim_of[said.id].status == "disputed":
            continue
        many = (said.value or said.low or said.high or 0) >= 2 and said.verification is None
        if many and draft.span.contains(said.span) and said.kind == "figure":
            text = _worded(said, draft.sheet)
            if text:
                return line(ground, text, (cite(draft.sheet, draft.span),))
    return None


def _worded(said: Assertion, sheet: Sheet) -> str | None:
    if said.about.measure not in ("killed", "injured", "kidnapped", "arrested", "captured"):
        return None
    who = tolls.counted(said, sheet, tolls.words(said, sheet))
    where = tolls.where(said, sheet)
    if not where:
        return None
    by = f", {speakers.voice(said, sheet)}" if said.by else ""
    text = opened(f"{who} {said.about.measure}{where}{by}")
    return text if len(text) <= LIMIT else None
