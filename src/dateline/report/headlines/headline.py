"""The headline: the strongest sentence at clause level, an agency's own where the text bears it
out, or a toll in words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.records import Assertion, Dispute, Line
from dateline.report import countries
from dateline.report.choosing import salience
from dateline.report.choosing.learnt import weigh
from dateline.report.citing import cite, line
from dateline.report.figures import disputes, tolls
from dateline.report.gate import judge
from dateline.report.gate.basis import HOUSE
from dateline.report.glosses import LOST
from dateline.report.ground import Ground, Sheet
from dateline.report.headlines import abroad, merits, outlines, scenes, spots, whole, worth
from dateline.report.headlines.deeds import deeds
from dateline.report.headlines.merits import Kind
from dateline.report.headlines.shorten import is_told, versions
from dateline.report.headlines.styled import styled
from dateline.report.headlines.whole import PASSING
from dateline.report.lines import speakers
from dateline.report.lines.drafts import Draft, line_of, support
from dateline.report.lines.pronouns import cased
from dateline.report.lines.spelling import Said
from dateline.report.words import count, keys, opened, tidy

LIMIT = 115  # characters of an agency's own headline, or a toll
MIDDLING = 140
LONGER = 175  # of a sentence cut short
LONGEST = 200  # of a sentence as it stands
LIMITS = (LIMIT, MIDDLING, LONGEST)
DEEPEST = 8  # lines among which to look for a headline
NEXT = 0.01  # lost by what differs from a better one in small words or tense only
ALIKE = 4  # candidates of the same words that are weighed
WEIGHED = 32  # candidates of a line that are weighed
LEDE = 3  # sentences that may bear out an agency's headline
OWN = 0.7  # what an agency's own headline is worth above a sentence
LOOSE = 1.0  # what is cut by its words alone is worth below what the parse lets go
LABEL = 2.0  # what a label is worth below one
PASSED_BY = 0.6  # lost by a toll that its sentence gives in passing
OF_OLD = 1.5  # lost by the toll of a whole war, told beside what happened
ONE_SIDED = 3.0  # lost by a figure that others dispute: both sides stand below the headline
BOTH = 0.1  # gained by both sides' figures in its place
KIND = re.compile(r"(?<=\bsaid) in an? \w+$")
"""What something was said in, at the end."""

SAID = re.compile(r" said(?: in an? [\w ]+)?\.$")
"""The verb of speech at the end of a line, and what it was said in."""

ARTICLED = re.compile(r"united |u\.|the ", re.IGNORECASE)
"""Countries whose names want an article."""

RELATED = re.compile(r"\b(?:members|supporters|followers|relatives|colleagues|leaders)$")
"""People counted by what they belong to, which is not said."""

STRAY = re.compile(
    r",,|--|;|, (?:as|and|but|or|in|on|by|of|with|that),|\([^()]*$|\[[^\[\]]*$"
    r"|\b(?:at|about) approximately in\b|\w, says?\b"
    r"|\b(?:late|early|[ap]\.?m|and \d+)(?:$|, [^,]+ says?$)"
)
"""Marks that a cut has left without what they belong to."""

TOLLS = ("killed", "kidnapped", "injured", "arrested", "captured")
"""Measures fit for a headline, the gravest first."""


MANY = 8
"""Dispatches of which a report says first what matters: more than editors' judgements were of."""

BELOW = 3.0
"""Lost in such a report by what it does not say first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A headline that might do: the more it is ``worth``, the better. ``kind``: how it was made."""

    worth: float
    line: Line
    kind: Kind = "cut"


def headline(
    chosen: tuple[Draft, ...],
    rivals: tuple[Dispute, ...],
    ground: Ground,
    top: tuple[Draft, ...] = (),
) -> Line:
    """The best headline that the gate accepts: of what the page says first (``top``: the lines of
    its standfirst), else of what matters most, short if it can be, and no figure of one side where
    there are ``rivals``; after its country where its words name none.
    """
    return abroad.placed(_best(chosen, rivals, ground, top), ground, LONGER)


def _best(
    chosen: tuple[Draft, ...],
    rivals: tuple[Dispute, ...],
    ground: Ground,
    top: tuple[Draft, ...],
) -> Line:
    found = []
    for rank, draft in enumerate(looked_at(chosen, top)):
        dispute = disputes.of(draft.sheet, draft.span, rivals, ground)
        made = _ranked(draft, rank, ground)
        if dispute:
            made = [replace(c, worth=c.worth - ONE_SIDED) for c in made]
            made += _both_sides(dispute, max(c.worth for c in made) if made else 0.0)
        below = BELOW if rank >= len(top) and len(ground.sheets) >= MANY else 0.0
        found += [replace(c, worth=c.worth - below) for c in made]
    for candidate in sorted(found, key=lambda c: -c.worth):
        text = candidate.line.text
        if not PASSING.search(text) and judge(candidate.line, ground) is None:
            return candidate.line
    return _last_resort(_in_order(chosen, top), ground)


def looked_at(chosen: tuple[Draft, ...], top: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The lines of which headlines are made: of the standfirst, then those that matter most."""
    return _in_order(chosen, top)[:DEEPEST]


def _in_order(chosen: tuple[Draft, ...], top: tuple[Draft, ...]) -> tuple[Draft, ...]:
    first = {draft.place for draft in top}
    return (*top, *(draft for draft in chosen if draft.place not in first))


def _ranked(draft: Draft, rank: int, ground: Ground) -> list[Candidate]:
    """The candidates of a draft worth what editors' judgements make of them, where they were of its
    language; an agency's own headline is as far above the others as the rules have it.
    """
    every = (c for c in candidates(draft, rank, ground) if not STRAY.search(c.line.text))
    found = [c for c in every if is_told(draft, c.line.text)]
    if draft.sheet.reading.language != merits.LANGUAGE:
        return found
    others = _apart([c for c in found if c.kind != "agency"])
    made = list(_weighed(others, draft, rank, ground))
    plain = max((c.worth for c in others), default=0.0)
    best = max((c.worth for c in made), default=0.0)
    return [*made, *(replace(c, worth=c.worth - plain + best) for c in found if c.kind == "agency")]


def _weighed(made: list[Candidate], draft: Draft, rank: int, ground: Ground) -> Iterator[Candidate]:
    """Candidates with their learnt worth; of those of the same words, each below the one before."""
    code = countries.country(draft.sheet, draft.span)
    last: dict[frozenset[str], float] = {}
    for one in made:
        text, words = one.line.text, keys(one.line.text)
        if words not in last:
            told = merits.signs(draft, rank, text, one.kind, ground)
            lost = merits.clumsy(text, draft, code) + LOOSE * (one.kind == "loose")
            lost -= worth.IDLING_LEDE * (one.kind == "deed")
            last[words] = weigh(told, merits.WEIGHTS) - lost
        yield replace(one, worth=last[words])
        last[words] -= NEXT


def _apart(found: list[Candidate]) -> list[Candidate]:
    """The best by the rules, a few of those that differ in small words or tense."""
    alike: Counter[frozenset[str]] = Counter()
    kept = []
    for one in sorted(found, key=lambda c: -c.worth):
        words = keys(one.line.text)
        alike[words] += 1
        if alike[words] <= ALIKE:
            kept.append(one)
    return kept[:WEIGHED]


def _both_sides(dispute: Dispute, best: float) -> list[Candidate]:
    """Both sides with their speakers as a headline, worth more than one of them alone."""
    text = HOUSE.sub("", dispute.line.text).rstrip(". ")
    made = replace(dispute.line, text=text)
    return [Candidate(best + BOTH, made)] if len(text) <= LIMIT else []


def candidates(draft: Draft, rank: int, ground: Ground) -> Iterator[Candidate]:
    """The headlines that can be made of a line, worth what the rules make of them."""
    weight = worth.of_draft(draft, rank, ground)
    own = _agency_headline(draft.sheet, ground)
    if own and draft.index < LEDE:
        yield Candidate(weight + OWN + worth.TELLING, own, "agency")
    if draft.spoken:
        yield from _quoted(draft, weight, ground)
        return
    for lost, toll in _tolls(draft, ground):
        merit = worth.told(toll.text) + worth.length(toll.text) - lost
        yield Candidate(weight + merit, toll, "toll")
    for text in versions(draft, LONGER):
        made = line(ground, text, support(draft))
        yield Candidate(weight + worth.of_version(draft, text), made)
    if not any(len(text) <= LIMIT for text in versions(draft, LIMIT)):
        for text in versions(draft, LIMIT, loose=True):
            made = line(ground, text, support(draft))
            yield Candidate(weight - LOOSE + worth.of_version(draft, text), made, "loose")
    for text in deeds(draft, LIMIT):
        made = line(ground, text, support(draft))
        merit = worth.IDLING_LEDE + worth.of_version(draft, text)
        yield Candidate(weight + merit, made, "deed")
    label = _scene(draft, ground)
    if label:
        yield Candidate(weight - LABEL, label, "label")


def _quoted(draft: Draft, weight: float, ground: Ground) -> Iterator[Candidate]:
    """A short quotation as a headline: “We will not talk,” the Front says."""
    made = line_of(draft, ground, Said())
    text = SAID.sub(" says", made.text) if made else ""
    if text and len(text) <= LIMIT:
        yield Candidate(weight, line(ground, text, support(draft)), "quote")


def _last_resort(chosen: tuple[Draft, ...], ground: Ground) -> Line:
    """A whole line where nothing shorter will do: one that needs no introduction, if there is."""
    ordered = sorted(chosen, key=lambda d: d.leans)
    lines = [made for d in ordered if (made := line_of(d, ground, Said()))]
    lines = [replace(made, text=KIND.sub("", made.text.rstrip("."))) for made in lines]
    sound = [made for made in lines if judge(made, ground) is None]
    free = [made for made in sound if not whole.OPENING.match(made.text)]
    limits = LIMITS if chosen[0].sheet.reading.language == "en" else LIMITS[-1:]
    short = [made for limit in limits for made in free if len(made.text) <= limit]
    limited = ([made for d in ordered[:DEEPEST] for made in _cut(d, ground, limit)]
               for limit in (LIMIT, MIDDLING, LONGER))  # fmt: skip
    cut = next(filter(None, limited), [])
    if not short or len(short[0].text) > LIMIT:
        short = [*cut[:1], *short]
    best = line(ground, "", (cite(chosen[0].sheet, chosen[0].span),))
    return next(iter((*short, *sorted(sound, key=lambda m: len(m.text)), best)))


def _cut(draft: Draft, ground: Ground, limit: int) -> Iterator[Line]:
    """A line cut short, though it may speak of what was not introduced, or break off."""
    for loose in (False, True):
        texts = versions(draft, limit, known=True, loose=loose)
        for text in sorted(texts, key=lambda t: -worth.of_version(draft, t)):
            made = line(ground, text, support(draft))
            if not PASSING.search(text) and judge(made, ground) is None:
                yield made
                return


def _scene(draft: Draft, ground: Ground) -> Line | None:
    """What happened where, for want of a clause: "Bombing in Kelm"."""
    for text, place in scenes.scenes(draft):
        if not ARTICLED.match(place.text):
            return line(ground, text, support(draft))
    return None


def _agency_headline(sheet: Sheet, ground: Ground) -> Line | None:
    """The agency's headline, resting on the dispatch's first sentences."""
    text = tidy(sheet.dispatch.headline or "").rstrip(".")
    if not text or text.isupper() or len(text) > LIMIT or count(text) < 3 or LOST.search(text):
        return None
    prose = [s for s in sheet.reading.sentences if s.prose][:LEDE]
    whole = [s for s in prose if not any(d.span.overlaps(s.span) for d in sheet.reading.damage)]
    return line(ground, text, tuple(cite(sheet, s.span) for s in whole)) if whole else None


def _tolls(draft: Draft, ground: Ground) -> Iterator[tuple[float, Line]]:
    """A draft's gravest tolls as headlines, each with what it loses: "At least 21 people killed in
    Kharkiv, the governor says". One that gives neither place nor speaker says too little.
    """
    if draft.sheet.reading.language != "en" or salience.is_background(draft, ground):
        return
    held = [a for a in draft.sheet.assertions if draft.span.contains(a.span)]
    found = [a for a in held if a.about.measure in TOLLS and a.kind == "figure"]
    found = [a for a in found if not tolls.is_old(draft.sheet, a)]
    found = [a for a in found if a.by is None or speakers.name(a, draft.sheet)]
    grave = min((TOLLS.index(a.about.measure) for a in found), default=0)
    for said in (a for a in found if TOLLS.index(a.about.measure) == grave):
        many = (said.value or said.low or said.high or 0) >= 2 and said.verification is None
        text = _worded(said, draft) if many else None
        if text and ground.claim_of[said.id].status != "disputed":
            aside = tolls.is_aside(said, draft.sheet)
            if aside and (said.about.measure != "killed" or not said.value):
                continue
            placeless = worth.NAMELESS * (" in " not in text)
            past = OF_OLD * tolls.is_past(draft.sheet, said)
            yield PASSED_BY * aside + past + placeless, line(ground, text, support(draft))


def _worded(said: Assertion, draft: Draft) -> str | None:
    sheet = draft.sheet
    number = tolls.words(said, sheet)
    who = tolls.counted(said, sheet, number)
    who = f"{number} people" if RELATED.search(who) else who
    where = placed(said, draft)
    if not (where or (said.by and _is_told_there(said, draft))):
        return None
    by = f", {speakers.voice(said, sheet)}" if said.by else ""
    text = styled(outlines.terse(opened(f"{who} {said.about.measure}{where}{by}")))
    return text if len(text) <= LIMIT else None


def placed(said: Assertion, draft: Draft) -> str:
    """Give " in Kelm" for a toll of which a line says so, or that is set in the line's one town."""
    sheet = draft.sheet
    settled = [
        p
        for p in draft.spots
        if (p.feature or "").startswith("PPL") and not tolls.is_beyond(said, p, sheet)
    ]
    where = tolls.where(said, sheet)
    if _is_told_there(said, draft):
        return ""
    if where or len({p.geonameid for p in settled}) != 1:
        return where
    town = next((p for p in settled if spots.is_fit(sheet, p)), None)
    return f" in {cased(sheet, town.text)}" if town else ""


def _is_told_there(said: Assertion, draft: Draft) -> bool:
    """True if a toll's place is only where somebody spoke of it."""
    sheet = draft.sheet
    inside = (p for p in sheet.reading.places if draft.span.contains(p.span))
    same = [p for p in inside if p.geonameid == said.about.geonameid]
    return bool(same) and all(spots.is_told_there(sheet, p) for p in same)
