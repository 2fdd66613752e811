"""What a headline is worth: of what matters most, told whole, short, and leaning on nothing."""

import re
from datetime import timedelta

from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons
from dateline.report.choosing import salience
from dateline.report.figures import tolls
from dateline.report.ground import Ground
from dateline.report.headlines import clipping, cutting, leaning, outlines
from dateline.report.lines import outlets
from dateline.report.lines.drafts import Draft
from dateline.report.words import keys, tidy

EASY = 72  # characters that are read at a glance
PER_CHARACTER = 0.025  # lost for each character beyond what is easy
HARD = 88  # characters from which each costs three times as much
ENDLESS = 115  # characters from which it costs thirteen times as much: a sentence
FIRST = 1.6  # for the first sentence of a dispatch, less for each that follows
ALONE = 2.0  # times as much where there is one dispatch: its reporter knew what comes first
LEAD = 2.0  # for what the page says first
FURTHER = 0.2  # lost by each step down the ranking
NAMELESS = 0.8  # lost by what names neither a place nor anybody
EARLIER = 1.0  # lost by the harm of an earlier event, told as background of the news
OPENING = 3  # sentences of a dispatch that tell its news
TELLING = 1.8  # for words that tell as much as a headline can
MATTER = 9  # words with a meaning of a headline that tells so much
PLACELESS = 0.4  # lost by what leaves out every place that its sentence is set in
FRONTED = 0.5  # lost by a phrase before the subject: "After a long meeting, the council ..."
FACT_FIRST = 0.2  # for what is said before who says it
BESIDE = 0.8  # lost by what leaves out all that happens in its sentence
GRAVE = 1.0  # lost by what leaves out the deaths, or the attack, that its sentence tells of
TOLL = 0.5  # lost by each number of dead, hurt or arrested that its sentence has and it has not
IDLING = 1.2  # lost by a verb that only says that something was done: "was conducted"
IDLING_LEDE = 1.6  # more of it where all of the sentence is built on such a verb
UNKNOWN = 0.4  # lost by a full name of which nothing says whose it is
AFTER = 0.6  # lost by an "also": more of what was said before
IDLE = 0.6  # lost by a line in which nothing happens and nothing is counted
RECENT = timedelta(days=14)  # before a dispatch: news of that time is no background
DAYS = timedelta(days=6)  # before a dispatch: what happened earlier is no news
PAST = 1.2  # lost by what happened earlier than that

AGO = re.compile(
    r"\b(?:had|having) (?:\w+ly |already |also )?(?:been )?(?:killed|died|left|claimed|wounded"
    r"|injured|kidnapped|murdered|destroyed)\b",
    re.IGNORECASE,
)
"""Harm in the past perfect: done before what the dispatch tells."""

BYGONE = re.compile(r"\bhad (?:\w+ly |already |also )?(?!to\b|an?\b|no\b|the\b)[a-z]+\b")
"""What had been done before something else that is told."""

BACK = re.compile(r"\b(?:in|during|by) (?:the|this|that) (\w+)\W*$")
"""A sentence that ends in pointing at something told before: "in the attack"."""


HOLLOW = re.compile(
    r"\b(?:documents?|statements?|communiques?|proposals?|possibility|reports?|speech|appeals?"
    r"|messages?|letters?|declarations?|sessions?|plans?|decisions?|agreements?|cases?|roles?"
    r"|assurances?|ovation|groups|something|persons?|people|men|women|individuals|elements|existence|concern|policy|person|approval"
    r"|information|alliances?|changes?|appeals?|requests?|occupation|takeover|mediation|warnings?"
    r"|strategy|attitude|position|presence|connection|results?|objectives?|presentation"
    r"|accusations?|charges?|documents?|investigations?|series|efforts?"
    r"|stands?|stood|takes|reach\w*|runs|remains?|remained|becomes?|became|lies|comes?|came|goes|went"
    r"|includes?|included|concerning|(?:is|was|are|were) (?:hit|made|found|held|given|taken|set))"
    r"(?=$|, [^,]+ (?:says?|said)$)"
)
"""A last word at which a reader asks which, of whom, where or what about."""

VAGUE = 0.7  # lost by such a word

LIGHT = re.compile(
    r"(?:(?:was|were) (?:\w+ly )?(?:conducted|carried out|perpetrated|held|staged|committed"
    r"|undertaken)"
    r"|perpetrate[sd]?|takes? place|took place|occur(?:s|red)?|there (?:was|were) \w+)\b",
    re.IGNORECASE,
)
"""A verb that only says that something was done."""

COURTESY = re.compile(
    r"\b(?:tells? (?:newsmen|reporters|the press|the media)"
    r"|sen[dt]s? (?:an? )?(?:\w+ )?(?:telegram|message|letter|note|report|communique)"
    r"|issue[sd]? (?:an? )?(?:public |official )?(?:communique|statement|note)"
    r"|releases? (?:an? )?(?:official )?(?:note|communique|statement)"
    r"|admit(?:s|ted)? (?:the )?possibility|emphasize[sd]? |(?:was|were) (?:both )?guests?"
    r"|wants? to (?:report|announce|express|inform|point out|say|tell)"
    r"|makes? (?:official )?statements?|decides? to meet|begins? by saying)\b"
)
"""What is done or said for form's sake."""

SUBORDINATE = re.compile(r"\b(?:after|before|when|while|which|who|whose|where|despite|although)\b")

REPORTING = re.compile(
    r"[^,]{3,80}? (?:reports?|announces?|states?|reported|announced|stated|indicated?s?"
    r"|disclosed|revealed|points? out|confirms?|confirmed|adds?|added)(?: [\w ]{3,20})? that\b"
)
EMPTY = 0.8  # lost by what is said for form's sake
YESTERDAY = 0.2  # lost by a verb left in the past beside the same in the present
LONG_WAY = 0.5  # lost by "police report that ..." beside "..., police say"

FRONT = re.compile(
    r"(?:(?:In|On|At|After|Before|During|With|Through|From|By|Since|Despite|Amid|According|While|For"
    r"|Following|As|To)\b|\w+(?:ing|ed)\b)[^,]*, ",
)
"""A phrase or clause set off before the subject."""


def of_draft(draft: Draft, rank: int, ground: Ground) -> float:
    """What a headline made of a draft is worth, whatever its words."""
    alone = ALONE if len(ground.sheets) == 1 else 1.0
    at = min((position(draft), *_positions_also(draft, ground)))
    weight = draft.score + alone * FIRST / (1 + at) - FURTHER * rank
    weight += LEAD * (rank == 0)
    weight -= 0.0 if _core(draft) else IDLE
    weight -= EARLIER * _goes_back(draft)
    weight -= IDLING_LEDE * bool(LIGHT.search(_main(draft)))
    return weight - PAST * _is_past(draft) - salience.is_background(draft, ground)


def _main(draft: Draft) -> str:
    """A sentence up to its first subordinate clause."""
    text = tidy(draft.sheet.shown[draft.span.start : draft.span.end])
    return SUBORDINATE.split(text, maxsplit=1)[0]


def _uncounted(draft: Draft, text: str) -> int:
    """How many numbers of people harmed a headline leaves out that its sentence has."""
    figures = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    told = (f for f in figures if f.measure in CORE_MEASURES and not tolls.is_past(draft.sheet, f))
    return sum(not (keys(f.text) & keys(text)) for f in told)


def _is_unknown(draft: Draft, text: str) -> bool:
    """True for a headline that starts or ends with somebody's full name, and no office for it."""
    body, closing = clipping.parted(text)
    by = closing.removeprefix(", ").rsplit(" ", 1)[0]
    return any(
        " " in full and (by == full or (body.startswith(full) and f"{full}," not in body))
        for name in draft.sheet.reading.names
        if name.kind == "person" and draft.span.contains(name.span)
        for full in (tidy(draft.sheet.shown[name.span.start : name.span.end]),)
    )


def is_dated_back(draft: Draft) -> bool:
    """True for a sentence with a date that lies more than days before its dispatch."""
    issued = draft.sheet.dispatch.issued
    ends = [d.end or d.start for d in draft.sheet.reading.dates if draft.span.contains(d.span)]
    return issued is not None and any(
        end < issued.replace(tzinfo=None) - DAYS for end in ends if end
    )


def _is_past(draft: Draft) -> bool:
    """True if all that a sentence dates lies more than days before its dispatch."""
    issued = draft.sheet.dispatch.issued
    ends = [d.end or d.start for d in draft.sheet.reading.dates if draft.span.contains(d.span)]
    known = [end for end in ends if end]
    if issued is None or not known:
        return False
    return max(known) < issued.replace(tzinfo=None) - DAYS


def _goes_back(draft: Draft) -> bool:
    """True for harm told after a dispatch's opening that lies before its news: in the past perfect,
    or in "the attack", which the sentence before dates weeks back.
    """
    if position(draft) < OPENING or not _core(draft):
        return False
    span = draft.span
    return bool(AGO.search(draft.sheet.shown, span.start, span.end)) or _points_back(draft)


def _points_back(draft: Draft) -> bool:
    """True for "in the attack" after a sentence that dates the attack weeks back."""
    sheet, at = draft.sheet, draft.index
    back = BACK.search(sheet.shown[draft.span.start : draft.span.end])
    issued = sheet.dispatch.issued
    if not back or back[1].casefold() not in lexicons.bases("scenes") or issued is None:
        return False
    before = sheet.reading.sentences[at - 1].span
    dated = [d.end or d.start for d in sheet.reading.dates if before.contains(d.span)]
    known = [d for d in dated if d]
    return bool(known) and max(known) < issued.replace(tzinfo=None) - RECENT


def of_version(draft: Draft, text: str) -> float:
    """What some words of a draft gain or lose beside others of it."""
    kept = told(text)
    nameless = 0.0 if any(name in text for name in _named(draft)) else NAMELESS
    spots = _spots(draft)
    placeless = PLACELESS * bool(spots and not any(spot in text for spot in spots))
    core, grave = _core(draft), _grave(draft)
    beside = BESIDE if core and not core & keys(text) else 0.0
    beside = GRAVE if grave and not grave & keys(text) else beside
    after = cutting.ALSO.search(draft.sheet.shown, draft.span.start, draft.span.end)
    closing = clipping.parted(text)[1]
    kept += (-IDLE if is_own(draft, closing) else FACT_FIRST) * bool(closing) - placeless
    kept -= TOLL * _uncounted(draft, text) + UNKNOWN * _is_unknown(draft, text)
    kept -= IDLING * bool(LIGHT.search(text)) + EMPTY * bool(COURTESY.search(text))
    kept -= FRONTED * bool(FRONT.match(text))
    kept -= VAGUE * bool(HOLLOW.search(text)) + LONG_WAY * bool(REPORTING.match(text))
    kept -= YESTERDAY * outlines.is_left_behind(draft, text)
    return kept - nameless - beside - AFTER * bool(after) - leaning.leaning(text) + length(text)


def is_own(draft: Draft, closing: str) -> bool:
    """True if a line ends with the name of the broadcaster whose own report it is."""
    name = outlets.outlet(draft.sheet) if draft.sheet.opinion is None else None
    return bool(name) and not outlets.is_party(draft.sheet) and str(name) in closing


def told(text: str) -> float:
    """What words are worth for what they tell: those with a meaning, as far as a headline can."""
    return TELLING * min(1.0, len(keys(text)) / MATTER)


def lost_town(draft: Draft, text: str) -> bool:
    """True for words that name no town of a draft that is set in one."""
    towns = {tidy(p.text) for p in draft.spots if (p.feature or "").startswith("PPL")}
    return bool(towns) and not any(town.casefold() in text.casefold() for town in towns)


def is_sound(draft: Draft, text: str) -> bool:
    """True for words that point at nobody, and leave out neither what happens nor the deaths: below
    a headline, "the attack" is known.
    """
    wanted = _grave(draft) or _core(draft)
    plain = leaning.is_plain(text) and not HOLLOW.search(text)
    return plain and (not wanted or bool(wanted & keys(text)))


def length(text: str) -> float:
    """What is lost by length, as a number below zero."""
    long = len(text)
    beyond = max(0, long - EASY) + 2 * max(0, long - HARD) + 10 * max(0, long - ENDLESS)
    return -PER_CHARACTER * beyond


def position(draft: Draft) -> int:
    """How many sentences its dispatch has before it, headings apart."""
    return sum(s.prose for s in draft.sheet.reading.sentences[: draft.index])


def _positions_also(draft: Draft, ground: Ground) -> list[int]:
    """The same for what says so in other dispatches."""
    cited = ((ground.of(c).reading.sentences, c.span) for c in draft.also)
    return [sum(s.prose and s.span.end <= span.start for s in every) for every, span in cited]


def _named(draft: Draft) -> frozenset[str]:
    """The names and places of a sentence, and the place that it is set in, as they are printed."""
    sheet, span = draft.sheet, draft.span
    spans = [n.span for n in sheet.reading.names if span.contains(n.span)]
    spans += [p.span for p in sheet.reading.places if span.contains(p.span)]
    spans += [draft.anchor.place.span] if draft.anchor else []
    return frozenset(tidy(sheet.shown[s.start : s.end]) for s in spans)


def _spots(draft: Draft) -> frozenset[str]:
    """The places that a sentence is set in, as they are printed."""
    places = (p for p in draft.sheet.reading.places if draft.span.contains(p.span))
    spans = [p.span for p in places if p.role == "location"]
    spans += [draft.anchor.place.span] if draft.anchor else []
    return frozenset(tidy(draft.sheet.shown[s.start : s.end]) for s in spans)


def _core(draft: Draft) -> frozenset[str]:
    """Stems of the words for what happens in a sentence, and of its tolls."""
    reading = draft.sheet.reading
    happened = [(e.span, e.text) for e in reading.events if e.status != "denied"]
    counted = [(f.span, f.text) for f in reading.figures if f.measure in CORE_MEASURES]
    inside = (text for span, text in (*happened, *counted) if draft.span.contains(span))
    return keys(" ".join(inside))


def _grave(draft: Draft) -> frozenset[str]:
    """Stems of the words for the deaths of a sentence or, where it has none, for its attacks."""
    reading = draft.sheet.reading
    figures = (f for f in reading.figures if draft.span.contains(f.span))
    events = (e for e in reading.events if draft.span.contains(e.span))
    dead = (f for f in figures if f.measure == "killed")
    deaths = [f.text for f in dead if not tolls.is_past(draft.sheet, f)]
    main = SUBORDINATE.search(draft.sheet.shown, draft.span.start, draft.span.end)
    end = main.start() if main else draft.span.end
    real = (e for e in events if e.type == "ASSAULT" and e.status != "denied")
    attacks = [e.text for e in real if e.span.start < end]
    return keys(" ".join(deaths or attacks))


def is_earlier(text: str) -> bool:
    """True for what "had been done" before something else: no news to stand above lines."""
    return BYGONE.search(text) is not None
