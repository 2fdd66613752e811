"""A sentence brought to headline length, in several ways."""

import re
from collections.abc import Iterator

from dateline.records import Line
from dateline.report import lexicons
from dateline.report.citing import line
from dateline.report.gate import judge
from dateline.report.gate.voices import voices
from dateline.report.ground import Ground
from dateline.report.headlines import (
    clipping,
    cutting,
    frames,
    french,
    lost,
    outlines,
    stops,
    whole,
    worth,
)
from dateline.report.headlines.calling import (
    abbreviated,
    appositions,
    by_initials,
    callings,
    closed,
    named_before,
)
from dateline.report.headlines.fewer_words import fewer
from dateline.report.headlines.settings import settled
from dateline.report.headlines.styled import styled
from dateline.report.lines import clauses, outlets, speakers
from dateline.report.lines.drafts import Draft, support
from dateline.report.words import count, fold, opened, tidy, tokens

MOST_TRIED = 24
FEWEST = 4  # words
WORDY = 130  # characters of one that leaves out which one is meant, with all its articles

TOLD = re.compile(
    r", (?!(?:it|but|and|while|though|although) )([^,]{3,60}?)(?<!\bbeen)(?<!\bwas)(?<!\bwere)"
    r" (?:ha(?:s|ve) )?(?:said|reported|announced|stated|disclosed)$"
)
"""A closing attribution, which a headline tells in the present."""

SAID_BY = re.compile(
    r", (?:said|added|reported|stated|announced) ((?:the |an? )?[^,“”\"]{3,40}?)"
    r"(?: (?:in|at|from) [^,]*)?$"
)
"""A closing attribution with its verb first: ", said medical sources at the hospital"."""

ONE = re.compile(r"((?:[A-Z][\w'’-]+ ){1,4}?)(?=(?:were|are|have)\b)")
"""Names before a plural verb."""

LED = re.compile(r"According to ([^,“”\"]{3,50}), ([^“”\"]+)$")
"""An attribution that opens a sentence, where a headline has the fact."""

ACCORDING = re.compile(r",? according to ([^,“”\"]{3,50})$")
"""One that closes it."""

RELATIVE = re.compile(
    r"\bfurther (?:north|south|east|west)\b"
    r"|\b(?:today|yesterday|tomorrow|tonight|this morning|ago|currently|now|here"
    r"|just (?:\w+ed|been|now|a|after|before|\d+))\b",
    re.IGNORECASE,
)


TORN = re.compile(
    r"(?:Were|Was|Is|Are|Been|Being)\b"
    r"|.*\b(?:says?|reports?|reported|states?|announces?) that (?:have|has|had|is|are|was|were)\b"
    r"|.*\bwho (?:do|does|did) not (?:live|reside|work),"
    r"|[^,]+ (?:who|which) [^,]+, (?:is|was|are|were|has|have|had)\b"
)
"""The start of what has lost its subject, or one of the commas that set a clause off."""

DANGLING = re.compile(r"\b(?:early|late|shortly|further|simultaneously|along|aside)$")
"""A last word that a time or a place followed."""

LONE = re.compile(r"^([^,“”\"]{3,100}), (?=(?:was|were|is|are|has|have|had|will) )")
"""A comma between subject and verb, left over from what stood there."""

OURS = re.compile(r"\s*We\b")
"""A sentence in which a station speaks for itself: "We have confirmed that ..."."""

OBJECTLESS = re.compile(
    r"\b(?:has|have|had|having)\s+(?:\w+ly\s+)?(?:killed|wounded|injured|captured|arrested|detained"
    r"|attacked|destroyed|seized|murdered|assassinated|kidnapped|bombed|damaged|condemned"
    r"|denounced|accused|blamed|rejected|announced|demanded|urged|ordered|received|launched"
    r"|reported|said|stated|disclosed|revealed|found|caused|claimed|left|put|taken|made|given|sent)$"
)
"""The end of a clause that has lost whom or what was done to: "the army has killed"."""


def shortened(draft: Draft, ground: Ground, limit: int) -> Line | None:
    """The longest version of at most ``limit`` characters that the gate accepts, or null."""
    for text in versions(draft, limit):
        made = line(ground, text, support(draft))
        if judge(made, ground) is None:
            return made
    return None


def versions(
    draft: Draft, limit: int, *, known: bool = False, loose: bool = False
) -> Iterator[str]:
    """Shorter versions of a sentence that can stand alone, of at most ``limit`` characters: those
    without clauses that it sets off, then those without its last phrases, the best first, with
    their verbs in the present and as they are.
    ``known``: they may speak of what was not introduced; ``loose``: they are cut by their words
    alone, where the parse knows of nothing to lose.
    """
    if draft.sheet.reading.language == "fr":
        short = (t for t in french.versions(draft) if len(t) <= limit)
        yield from sorted(short, key=lambda t: -worth.of_version(draft, t))[:MOST_TRIED]
    if draft.carries or draft.spoken or draft.leans or draft.sheet.reading.language != "en":
        return
    made = (_voiced(draft), _clipped(draft), frames.told_first(draft), frames.told_last(draft))
    told = [[t for t in texts if len(t) <= limit and is_told(draft, t)] for texts in made]
    sound = [[t for t in texts if _sound(draft, t, known, loose)] for texts in told]
    if not loose:
        none = not any(len(t) <= worth.HARD for texts in sound for t in texts)
        brief = [[t for t in texts if len(t) <= WORDY] for texts in told]
        more = [[t for t in texts if _sound(draft, t, known, loose, none)] for texts in brief]
        sound = [[*a, *b] for a, b in zip(sound, more, strict=True)]
    given: set[str] = set()
    for texts in sound:
        best = sorted(dict.fromkeys(texts), key=lambda t: -worth.of_version(draft, t))
        fresh = dict.fromkeys(one for text in best[:MOST_TRIED] for one in _worded(draft, text))
        yield from (t for t in fresh if t not in given)
        given.update(fresh)


def _sound(
    draft: Draft, text: str, known: bool, loose: bool, undefined: bool | None = None
) -> bool:
    """True for a version that is whole, stands by itself and has a verb of its sentence.
    ``undefined``: it need not tell which one is meant; if false, only where a relative clause does.
    """
    parsed = not loose and outlines.outline_of(draft.sheet, draft.span) is not None
    return (
        (loose or lost.is_whole(draft, text, defined=not undefined, related=undefined is None))
        and not (_is_halved(draft, text) or _is_torn(draft, text))
        and _stands(text, known=known, parsed=parsed)
        and outlines.has_verb(draft, _present(text))
    )


def _is_torn(draft: Draft, text: str) -> bool:
    """True if a name runs into the rest of what stood beside it: "Oru Union of Teachers leader"
    for "Oru, the head of the Union of Teachers leader".
    """
    shown = draft.sheet.shown
    for aside in appositions(draft):
        name = named_before(draft, aside)
        full = tidy(shown[name.start : name.end]) if name else ""
        after = text.partition(full)[2] if full and full in text else ""
        led = tokens(after)[:1] if after.startswith(" ") else ()
        if led and led[0].text in tidy(shown[aside.start : aside.end]).split():
            return True
    return False


def _is_halved(draft: Draft, text: str) -> bool:
    """True if a plural verb is left with one person: "Oldane were abducted"."""
    found = ONE.match(text)
    called = frozenset(fold(found[1]).split()) if found else frozenset()
    persons = (n.text for n in draft.sheet.reading.names if n.kind == "person")
    return bool(called) and any(called <= frozenset(fold(p).split()) for p in persons)


def _worded(draft: Draft, text: str) -> Iterator[str]:
    """A version as headlines have it: in the present, and a long one without its articles."""
    text = outlines.as_told(draft, LONE.sub(r"\1 ", closed(draft, text)))
    now = text if worth.is_dated_back(draft) else outlines.current(draft, text)
    now = outlines.rejoined(draft, outlines.as_told(draft, now))
    long = len(outlines.terse(now)) > worth.HARD
    for one in map(styled, (outlines.terse(now), outlines.terse(text))):
        if long:
            yield fewer(outlines.bare(by_initials(draft.sheet, one)))
            for named in reversed(tuple(callings(draft, one))):
                yield fewer(outlines.bare(abbreviated(draft.sheet, named)))
            yield fewer(outlines.bare(one))
            yield outlines.bare(one)
        yield fewer(one)
        yield one
    yield text


def is_told(draft: Draft, text: str) -> bool:
    """True unless a text leaves out who says what an opinion says, where that is known."""
    sheet = draft.sheet
    return sheet.opinion is None or outlets.outlet(sheet) is None or bool(voices(text))


def _stands(text: str, *, known: bool, parsed: bool = False) -> bool:
    """True if a version says something by itself, for longer than a day."""
    lasting = count(text) >= FEWEST and not RELATIVE.search(text)
    told = clipping.parted(text)[0]
    return (
        lasting
        and not (OBJECTLESS.search(told) or TORN.match(text) or DANGLING.search(told))
        and clauses.says_something(told)
        and whole.stands(text, known=known, parsed=parsed)
    )


def _voiced(draft: Draft) -> Iterator[str]:
    """The sentence without some of its clauses, and with its broadcaster where it has none else."""
    sheet = draft.sheet
    for text in dict.fromkeys(one for t in cutting.texts(draft) for one in callings(draft, t)):
        told = any(t.fold in lexicons.words("speech") for t in tokens(text))
        own = told or _eventful(draft) or sheet.opinion is None
        own = own and not OURS.match(sheet.shown, draft.span.start)
        bare = own and not outlets.is_party(sheet) and is_told(draft, text)
        if bare:
            yield _present(text)
        if not (bare and (told or _eventful(draft))):
            yield _present(outlets.voiced(sheet, f"{text}.").rstrip("."))


def _present(text: str) -> str:
    """A closing attribution as headlines have it: ", police say"."""
    led, closing = LED.match(text), ACCORDING.search(text)
    if led and frames.can_speak(led[1]):
        by = speakers.running(led[1])
        return f"{opened(led[2])}, {by} {speakers.verb(by)}"
    if closing and frames.can_speak(closing[1]):
        by = speakers.running(closing[1])
        return f"{text[: closing.start()]}, {by} {speakers.verb(by)}"
    turned = SAID_BY.search(text)
    if turned and frames.can_speak(turned[1]):
        by = speakers.running(turned[1])
        return f"{text[: turned.start()]}, {by} {speakers.verb(by)}"
    found = TOLD.search(text)
    return f"{text[: found.start()]}, {found[1]} {speakers.verb(found[1])}" if found else text


def _clipped(draft: Draft) -> Iterator[str]:
    """The same without their last phrases."""
    for text in _voiced(draft):
        for short in stops.stopped(text):
            yield short
            yield from settled(draft, short)
        yield from clipping.unpointed(text)


def _eventful(draft: Draft) -> bool:
    """True if a sentence tells of an event, a measure or a plan: no broadcaster's opinion."""
    reading = draft.sheet.reading
    spans = [e.span for e in reading.events] + [m.span for m in reading.measures]
    spans += [p.span for p in reading.plans]
    return any(draft.span.overlaps(span) for span in spans)
