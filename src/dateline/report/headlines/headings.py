"""Section headings: short and concrete, in words taken from what was said."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.records import Citation, Place
from dateline.report import lexicons
from dateline.report.citing import cite, line
from dateline.report.figures import tolls
from dateline.report.gate import judge
from dateline.report.ground import Ground
from dateline.report.headlines import rivals, scenes, topics
from dateline.report.headlines.house import DETAIL, DETAILS, RIVALS, VOICE, house
from dateline.report.headlines.shorten import shortened
from dateline.report.headlines.whole import OPENING, PASSING
from dateline.report.lines.drafts import Draft, support
from dateline.report.lines.pronouns import PRONOUNS, cased, printed
from dateline.report.lines.speakers import running, voice
from dateline.report.lines.titles import headed
from dateline.report.quantities import ORDINALS
from dateline.report.words import Token, count, fold, is_function, keys, opened, tidy, tokens

LEADING = 3  # lines of a thread that may give it a toll as its heading
TOWN = "PPL"
COUNTED = ("killed", "injured", "kidnapped", "arrested")
HAPPENS = re.compile(r"\b(\w+)\s+(?:in|at|near)\s+$")
STUB = re.compile(r"(?:th|st|nd|rd)\b(?!\.)|\d", re.IGNORECASE)
"""The start of what is left of a broken name: "Th Street"."""

PLAIN = re.compile(r"[\w\s'’“”\".,&-]+")
LIMIT = 64  # characters
CLAUSE = 80  # of a line cut short
HEADLINE = 72  # of an agency's headline
LEDE = 3  # sentences under an agency's headline that it may be borne out by
SAME = 0.6  # of a heading's words that another has too
SPOKEN = 0.75  # of a thread's lines that one speaker should speak in
SHARED = 0.6  # of a thread's lines that should speak of what heads it
SHARE = 0.5  # of a thread's lines that a dispatch's own heading must stand above
REPEATED = 0.9  # of a line: a heading that long says it twice
SPEAKER = 5  # words of a speaker's name in a heading
INITIALS = 4  # letters of an abbreviation that can stand alone


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what supports it."""

    text: str
    citations: tuple[Citation, ...]


def heading(group: tuple[Draft, ...], others: tuple[tuple[Draft, ...], ...], ground: Ground,
            used: frozenset[str]) -> Heading | None:  # fmt: skip
    """A heading for a thread that no other has (``used``: those taken, in lower case), or null if
    nothing short and concrete can be said of it.
    """
    for found in _candidates(group, others, ground):
        if found.text.casefold() not in used and not _retold(found.text, used):
            return found
    return None if any(others) else _only(group)


def _retold(text: str, used: frozenset[str]) -> bool:
    """True if another heading, or the headline, says much the same."""
    words = keys(text)
    return any(len(words & keys(one)) >= max(2, SAME * len(words)) for one in used)


def _only(group: tuple[Draft, ...]) -> Heading:
    """Over the one section of a short report."""
    several = len({d.sheet.dispatch.guid for d in group}) > 1
    text = house(DETAILS if several else DETAIL, group[0].sheet.reading.language)
    return Heading(text, (cite(group[0].sheet, group[0].span),))


def _candidates(
    group: tuple[Draft, ...], others: tuple[tuple[Draft, ...], ...], ground: Ground
) -> Iterator[Heading]:
    yield from _written(group, ground)
    yield from _rivals(group, ground)
    yield from _agencys(group, ground)
    yield from _tolls(group, ground)
    yield from _scenes(group, ground)
    yield from _clauses(group, ground)
    yield from _towns(group)
    if any(others):
        yield from _phrases(group, others)
    if len(group) > 1:
        yield from _voices(group, ground)
    yield from _topics(group, ground)


def _agencys(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """An agency's headline over a dispatch that the thread is mostly made of."""
    for draft in group[:2]:
        mine = [d for d in group if d.sheet is draft.sheet]
        text = tidy(draft.sheet.dispatch.headline or "").rstrip(".")
        short = count(text) >= 2 and len(text) <= HEADLINE and not text.isupper()
        if short and draft.index < LEDE and 2 * len(mine) >= len(group):
            yield from _passing(text, mine, ground)


def _topics(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """What the lines are most about, in one or two nouns: "Bombings and arrests"."""
    for text in topics.topics(group):
        yield from _passing(text, list(group), ground)


def _rivals(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """Over lines of which two give disputed tolls: the numbers or, where they take too many words,
    a heading of ours.
    """
    held = [d for d in group if any(rivals.is_rival(a, d, ground) for a in d.sheet.assertions)]
    if len(held) >= 2:
        language = held[0].sheet.reading.language
        text = rivals.of_lines(held, ground) if language == "en" else None
        citations = tuple(c for d in held for c in support(d))
        yield Heading(text or house(RIVALS, language), citations)


def _scenes(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """What happened where, of the first lines: "Bombing in Kelm"."""
    for draft in group[:2]:
        for text, place in scenes.scenes(draft):
            if not (place.feature or "").startswith(scenes.COUNTRY):
                yield from _passing(text, [draft], ground)


def _clauses(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """The strongest line cut to heading length, unless that is the whole of it."""
    for draft in sorted(group, key=lambda d: -d.score)[:LEADING]:
        short = shortened(draft, ground, CLAUSE)
        whole = draft.span.end - draft.span.start
        if short and len(short.text) < REPEATED * whole and not PASSING.search(short.text):
            yield Heading(short.text, short.citations)


def _towns(group: tuple[Draft, ...]) -> Iterator[Heading]:
    """The town that most of the lines are set in: "Kelm"."""
    spots = [(d, p) for d in group for p in {q.geonameid: q for q in _settled(d)}.values()]
    held = Counter(p.geonameid for _, p in spots)
    for known, times in sorted(held.items(), key=lambda pair: -pair[1]):
        if times > len(group) / 2:
            draft, place = next((d, p) for d, p in spots if p.geonameid == known)
            yield Heading(opened(cased(draft.sheet, place.text)), (cite(draft.sheet, place.span),))


def _settled(draft: Draft) -> tuple[Place, ...]:
    return tuple(p for p in draft.spots if (p.feature or "").startswith(TOWN))


def _voices(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """Who speaks in most of the lines: "What the mayor said"."""
    spoken: Counter[str] = Counter()
    first: dict[str, Draft] = {}
    for draft in group:
        for name in sorted(_speakers(draft)):
            spoken[name] += 1
            first.setdefault(name, draft)
    for name, times in sorted(spoken.items(), key=lambda s: (-s[1], s[0])):
        if times >= SPOKEN * len(group) and " this " not in f" {name} ":
            text = house(VOICE, first[name].sheet.reading.language).format(name)
            yield from _passing(text, [first[name]], ground)


def _speakers(draft: Draft) -> set[str]:
    """Those whose statements a line repeats, by name or office, as the report has them."""
    sheet = draft.sheet
    told = [s for s in sheet.reading.statements if draft.span.overlaps(s.span)]
    sources = {s.source_name for s in told if s.source_name}
    named = {n for n in sources if count(n) <= SPEAKER and fold(n) not in PRONOUNS}
    if sheet.reading.language != "en":  # only persons' names go without an article
        named &= {n.canonical for n in sheet.reading.names if n.kind == "person"}
    return {running(printed(sheet, name), sheet) for name in named}


def _passing(text: str, drafts: list[Draft], ground: Ground) -> Iterator[Heading]:
    """The heading, if it is short and the gate finds it borne out by the drafts."""
    citations = tuple(c for d in drafts for c in support(d))
    if (
        keys(text)
        and len(text) <= LIMIT
        and PLAIN.fullmatch(text)
        and judge(line(ground, text, citations), ground) is None
    ):
        yield Heading(text, citations)


def _written(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """A heading that a dispatch has above most of these sentences, if they bear it out."""
    for above in dict.fromkeys(headed(d) for d in group):
        bearing = [d for d in group if headed(d) == above]
        if above is None or len(bearing) < SHARE * len(group):
            continue
        sheet = bearing[0].sheet
        text = tidy(sheet.shown[above.span.start : above.span.end])
        sound = text[-1:].isalnum() and not OPENING.match(text)
        if 2 <= count(text) <= 7 and not text.isupper() and sound:
            yield from _passing(text, bearing, ground)


def _tolls(group: tuple[Draft, ...], ground: Ground) -> Iterator[Heading]:
    """A toll of the thread's first sentence, with its place: "At least 21 killed in Kharkiv"."""
    for draft in (d for d in group[:LEADING] if d.sheet.reading.language == "en"):
        for said in draft.sheet.assertions:
            many = (said.value or said.low or 0) >= 2
            if ground.claim_of[said.id].status == "disputed":
                continue
            part = (said.about.population or "").casefold().startswith(tolls.OWN)
            if part or said.about.measure not in COUNTED or tolls.is_aside(said, draft.sheet):
                continue
            if many and draft.span.contains(said.span):
                number = tolls.words(said, draft.sheet)
                where = tolls.where(said, draft.sheet) or _anchored(draft)
                text = opened(f"{number} {said.about.measure}{where}")
                if where:
                    yield from _passing(text, [draft], ground)
                    yield from _passing(f"{text}, {voice(said, draft.sheet)}", [draft], ground)


def _anchored(draft: Draft) -> str:
    """Give " in Kelm" for a line that is set there by the sentences before it."""
    if draft.anchor is None:
        return ""
    return f" in {cased(draft.sheet, draft.anchor.place.text)}"


def _phrases(group: tuple[Draft, ...], others: tuple[tuple[Draft, ...], ...]) -> Iterator[Heading]:
    """What this thread names or repeats and the others do not, the most telling first."""
    elsewhere = Counter(k for g in others for d in g for k in d.keys)
    ranked: dict[str, tuple[float, Draft]] = {}
    for draft in group:
        for text, bonus in (*_happenings(draft), *_named(draft), *_repeated(draft, group)):
            if STUB.match(text) or not _is_shared(text, group):
                continue
            weight = bonus * _weight(text, group, elsewhere)
            if weight > ranked.get(text, (0.0, draft))[0]:
                ranked[text] = (weight, draft)
    for text, (_, draft) in sorted(ranked.items(), key=lambda r: (-r[1][0], r[0])):
        if len(text) <= LIMIT and PLAIN.fullmatch(text):
            yield Heading(opened(text), support(draft))


def _is_shared(text: str, group: tuple[Draft, ...]) -> bool:
    """True if most of the thread's lines speak of it."""
    words = keys(text)
    return sum(words <= d.keys for d in group) >= SHARED * len(group)


def _happenings(draft: Draft) -> Iterator[tuple[str, float]]:
    """What happens where, as the dispatch words it: "talks in Kelm"."""
    shown, nouns = draft.sheet.shown, lexicons.words("happenings")
    for place in draft.sheet.reading.places:
        if not draft.span.contains(place.span):
            continue
        lead = HAPPENS.search(
            shown[max(draft.span.start, place.span.start - 40) : place.span.start]
        )
        if lead and lead[1].casefold() in nouns:
            yield tidy(lead[0] + shown[place.span.start : place.span.end]), 1.6


def _named(draft: Draft) -> Iterator[tuple[str, float]]:
    """Places and organisations of a draft; not the agency's own name, the capital that it writes
    from, or a whole country.
    """
    sheet, agency = draft.sheet, _letters(draft.sheet.dispatch.agency or "")
    head = sheet.dispatch.dateline
    home = (head.place or "").casefold() if head else ""
    for place in sheet.reading.places:
        text = tidy(sheet.shown[place.span.start : place.span.end])
        capital = place.feature == "PPLC" and text.casefold() in home
        large = (place.feature or "").startswith("PCL") or capital
        known = place.geonameid is not None and not large
        if draft.span.contains(place.span) and place.role == "location" and known:
            yield text, 1.3
    for name in sheet.reading.names:
        text = printed(sheet, name.canonical)
        own = bool(agency) and (_letters(text) in agency or agency in _letters(text))
        plain = " " not in text and (not text.isupper() or len(text) < INITIALS)
        if (
            draft.span.contains(name.span)
            and name.kind == "organisation"
            and (" " in text and not text.isupper())
            and not (own or plain)
            and not any(map(is_function, tokens(text)[:1]))
        ):
            yield text, 1.1


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _repeated(draft: Draft, group: tuple[Draft, ...]) -> Iterator[tuple[str, float]]:
    """Two adjacent words that lines of the thread share and that end in something that happens:
    "peace talks".
    """
    shown = draft.sheet.shown[draft.span.start : draft.span.end]
    found = tokens(shown)
    rest = [d.keys for d in group if d is not draft]
    for i, (a, b) in enumerate(pairwise(found)):
        apart = shown[a.end : b.start] != " " or _inside_name(found, i)
        if apart or any(map(_is_no_noun, (a, b))) or b.fold not in lexicons.words("happenings"):
            continue
        if any(a.key in keyed and b.key in keyed for keyed in rest):
            yield shown[a.start : b.end], 1.0


def _inside_name(found: tuple[Token, ...], i: int) -> bool:
    """True if a pair of words is only part of a longer name or compound ("Nations General")."""
    after = found[i + 2 : i + 3]
    if after and after[0].start == found[i + 1].end + 1 and not is_function(after[0]):
        return True
    around = (*found[max(0, i - 1) : i], *found[i + 2 : i + 3])
    capital = found[i].text[0].isupper() or found[i + 1].text[0].isupper()
    return capital and any(t.text[0].isupper() for t in around)


def _is_no_noun(token: Token) -> bool:
    verbal = token.fold.endswith(("ing", "ed", "ly")) and token.text.islower()
    spoken = token.fold in lexicons.words("speech")
    counting = token.fold in lexicons.bases("number_words") or token.fold in ORDINALS
    return counting or verbal or spoken or is_function(token) or token.text[0].isdigit()


def _weight(text: str, group: tuple[Draft, ...], elsewhere: Counter[str]) -> float:
    """How often the words stand in this thread, against how often in the others."""
    stems = keys(text)
    if not stems:
        return 0.0
    shares = (sum(k in d.keys for d in group) / (1.0 + elsewhere[k]) for k in stems)
    return sum(shares) / len(stems) * (1.0 + 0.1 * min(len(stems), 3))
