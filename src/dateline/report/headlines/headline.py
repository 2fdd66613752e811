"""The headline: the strongest sentence at clause level, an agency's own where the text bears it
out, or a toll in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.records import Assertion, Dispute, Line
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.choosing import salience
from dateline.report.citing import cite, line
from dateline.report.figures import disputes, tolls
from dateline.report.gate import judge
from dateline.report.gate.basis import HOUSE
from dateline.report.ground import Ground, Sheet
from dateline.report.headlines import scenes, shorten, whole
from dateline.report.headlines.shorten import versions
from dateline.report.headlines.whole import PASSING
from dateline.report.lines import speakers
from dateline.report.lines.drafts import Draft, line_of, support
from dateline.report.lines.spelling import Said
from dateline.report.words import count, keys, opened, tidy

LIMIT = 115  # characters of an agency's own headline, or a toll
LONGER = 175  # of a sentence cut short
LONGEST = 200  # of a sentence as it stands
EASY = 75  # characters that are read at a glance
DEEPEST = 8  # lines among which to look for a headline
FIRST = 1.0  # for the first sentence of a dispatch, less for each that follows
ALONE = 2.0  # times as much where there is one dispatch: its reporter knew what comes first
FURTHER = 0.2  # lost by each step down the ranking
LEDE = 3  # sentences that may bear out an agency's headline
OWN = 0.5  # what an agency's own headline is worth above a sentence
LABEL = 1.3  # what a label is worth below one
NAMELESS = 0.8  # lost by what names neither a place nor anybody
LENGTHY = 1.0  # lost by length at most: what matters may take many words
PER_CHARACTER = 0.015  # lost for each character beyond what is easy
WHOLE = 0.2  # for a sentence of which nothing is left out
BESIDE = 0.8  # lost by what leaves out all that happens in its sentence
AFTER = 0.6  # lost by an "also": more of what was said before
ONE_SIDED = 3.0  # lost by a figure that others dispute: both sides stand below the headline
BOTH = 0.1  # gained by both sides' figures in its place
IDLE = 0.3  # lost by a line in which nothing happens and nothing is counted


@dataclass(frozen=True, slots=True)
class Candidate:
    """A headline that might do: the more it is ``worth``, the better."""

    worth: float
    line: Line


def headline(chosen: tuple[Draft, ...], rivals: tuple[Dispute, ...], ground: Ground) -> Line:
    """The best headline that the gate accepts: of what matters most, short if it can be, and no
    figure of one side where there are ``rivals``.
    """
    found = []
    for rank, draft in enumerate(chosen[:DEEPEST]):
        dispute = disputes.of(draft.sheet, draft.span, rivals, ground)
        made = list(_candidates(draft, rank, ground))
        if dispute:
            made = [replace(c, worth=c.worth - ONE_SIDED) for c in made]
            made += _both_sides(dispute, max(c.worth for c in made) if made else 0.0)
        found += made
    for candidate in sorted(found, key=lambda c: -c.worth):
        text = candidate.line.text
        if not PASSING.search(text) and judge(candidate.line, ground) is None:
            return candidate.line
    return _last_resort(chosen, ground)


def _both_sides(dispute: Dispute, worth: float) -> list[Candidate]:
    """Both sides with their speakers as a headline, worth more than one of them alone."""
    text = HOUSE.sub("", dispute.line.text).rstrip(". ")
    made = replace(dispute.line, text=text)
    return [Candidate(worth + BOTH, made)] if len(text) <= LIMIT else []


def _candidates(draft: Draft, rank: int, ground: Ground) -> Iterator[Candidate]:
    alone = ALONE if len(ground.sheets) == 1 else 1.0
    weight = draft.score + alone * FIRST / (1 + _position(draft)) - FURTHER * rank
    weight -= 0.0 if _happens(draft) else IDLE
    weight -= salience.is_background(draft, ground)
    own = _agency_headline(draft.sheet, ground)
    if own and draft.index < LEDE:
        yield Candidate(weight + OWN, own)
    toll = _toll(draft, ground)
    if toll:
        yield Candidate(weight - _length(toll.text), toll)
    size = draft.span.end - draft.span.start
    weight -= AFTER * bool(shorten.ALSO.search(draft.sheet.shown, draft.span.start, draft.span.end))
    core = _core(draft)
    named = _named(draft)
    for text in versions(draft, LONGER):
        made = line(ground, text, support(draft))
        nameless = 0.0 if any(name in text for name in named) else NAMELESS
        kept = WHOLE * min(1.0, len(text) / size)
        beside = BESIDE if core and not core & keys(text) else 0.0
        yield Candidate(weight + kept - beside - nameless - _length(text), made)
    label = _scene(draft, ground)
    if label:
        yield Candidate(weight - LABEL, label)


def _position(draft: Draft) -> int:
    """How many sentences its dispatch has before it, headings apart."""
    return sum(s.prose for s in draft.sheet.reading.sentences[: draft.index])


def _named(draft: Draft) -> frozenset[str]:
    """The names and places of a sentence, and the place that it is set in, as they are printed."""
    sheet, span = draft.sheet, draft.span
    spans = [n.span for n in sheet.reading.names if span.contains(n.span)]
    spans += [p.span for p in sheet.reading.places if span.contains(p.span)]
    spans += [draft.anchor.place.span] if draft.anchor else []
    return frozenset(tidy(sheet.shown[s.start : s.end]) for s in spans)


def _happens(draft: Draft) -> bool:
    """True if a sentence tells of an event that took place, or counts people."""
    return bool(_core(draft))


def _core(draft: Draft) -> frozenset[str]:
    """Stems of the words for what happens in a sentence, and of its tolls."""
    reading = draft.sheet.reading
    happened = [(e.span, e.text) for e in reading.events if e.status != "denied"]
    counted = [(f.span, f.text) for f in reading.figures if f.measure in CORE_MEASURES]
    inside = (text for span, text in (*happened, *counted) if draft.span.contains(span))
    return keys(" ".join(inside))


def _length(text: str) -> float:
    return min(LENGTHY, PER_CHARACTER * max(0, len(text) - EASY))


def _last_resort(chosen: tuple[Draft, ...], ground: Ground) -> Line:
    """A whole line where nothing shorter will do: one that needs no introduction, if there is."""
    ordered = sorted(chosen, key=lambda d: d.leans)
    lines = [made for d in ordered if (made := line_of(d, ground, Said()))]
    lines = [replace(made, text=made.text.rstrip(".")) for made in lines]
    sound = [made for made in lines if judge(made, ground) is None]
    free = [made for made in sound if not whole.OPENING.match(made.text)]
    short = [made for limit in (LONGER, LONGEST) for made in free if len(made.text) <= limit]
    best = line(ground, "", (cite(chosen[0].sheet, chosen[0].span),))
    return next(iter((*short, *sorted(sound, key=lambda m: len(m.text)), best)))


def _scene(draft: Draft, ground: Ground) -> Line | None:
    """What happened where, for want of a clause: "Bombing in Kelm"."""
    for text, _ in scenes.scenes(draft):
        return line(ground, text, support(draft))
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
    for said in (a for a in draft.sheet.assertions if draft.span.contains(a.span)):
        if ground.claim_of[said.id].status == "disputed":
            continue
        many = (said.value or said.low or said.high or 0) >= 2 and said.verification is None
        main = said.kind == "figure" and not tolls.is_aside(said, draft.sheet)
        if many and main:
            text = _worded(said, draft.sheet)
            if text:
                return line(ground, text, support(draft))
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
