"""What the outline of a sentence lets a headline leave out, and the tense that a headline has."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from dateline.records import Aside, Outline, Span
from dateline.records.vocabulary import AsideKind
from dateline.report.ground import Sheet
from dateline.report.lines import clauses
from dateline.report.lines.drafts import Draft
from dateline.report.lines.edits import Edit, apply
from dateline.report.words import opened, tidy

MOST = 7  # asides of which every combination is tried
KEPT = 32  # combinations that are gone on with
ENOUGH = 165  # characters: what is longer is no headline, without articles either
SMALL: tuple[AsideKind, ...] = ("time", "adverb")
"""What a headline never has."""

DEFINING: AsideKind = "defining"
LOSSES: dict[AsideKind, float] = {
    "time": 0.0, "adverb": 0.0, "apposition": 0.1, "relative": 0.2, "participle": 0.25,
    "clause": 0.25, "phrase": 0.25, "second": 0.3, "purpose": 0.35, "place": 0.35,
    "defining": 0.6,
}  # fmt: skip
"""How much a sentence loses with an aside of a kind."""

EASY = 75  # characters
PER_CHARACTER = 0.02

LED = re.compile(r"\s*(?:[A-Z][\w.,() ]{2,60}\s(?:--|–|—)\s*)?")
"""What stands before the first word of a sentence: nothing, or its dateline."""

COMMA = re.compile(r"\s*(?:,|--|–|—)\s*")
CLOSING = re.compile(r"[.,]?\"")
BEFORE = re.compile(r"\s*(?:,|--|–|—)\s*$")
TOLD = re.compile(
    r"[^“”\"]{3,90}\b(?:said|says|say|reported|announced|stated|disclosed|confirmed)\b[^,]{0,40}$"
    r"|[^“”\"]{0,60}\b(?:a-t-on|a-t-il|a-t-elle"
    r"|(?:a|ont) (?:annoncé|indiqué|déclaré|affirmé|précisé))"
    r"|selon\b"
)
"""What follows a comma that has to stay: who says so."""

FIRST_OF_TWO = re.compile(
    r"[^,;“”\"]{3,80}?\b(?:has|have|was|were) (\w+(?:ed|en))\b[^;“”\"]*?"
    r" and (?:has|have|was|were) \w+"
)
"""A sentence of two predicates, up to the second, and the verb of the first."""

PAST = re.compile(r"\b(?:was|were|has|have|had)\b")
PASSIVE = re.compile(r"(?:was|were)\b")
BACK = re.compile(
    r"(\bsays (?:that )?(?:it|he|she)) was (ready|willing|prepared|able|determined)\b"
)
"""What somebody said he was, and is as he says it."""

LASTING = re.compile(r"\b(?:last(?:s|ed|ing)?|took|takes|taking|spent|spends|waited|waits)\s+$")
"""Before a time that has to be told."""

STAYING = re.compile(
    r"\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing)|located|based|stationed|situated|born)\s+$"
)
"""Before a place that has to be told."""

COUNTED = re.compile(
    r"(?:killed|wounded|injured|arrested|kidnapped|captured|murdered)"
    r"(?:[,;]|$| (?:and|by|in|at|on|during|when|after)\b)"
)
"""Harm with nobody after it to whom it is done: "four people killed, five injured"."""

REDUCED = re.compile(
    r"(?! [^,;]*\b(?:and|but|that|who|which|when|after|where|because|while|if|as)\b)"
    r" [^,;\"“”]*?\b(?:is|are|was|were|has|have|had)\b"
    r"|(?: out| up| off)? (?:to|by|in|at|on|with|against)\b"
    r"(?![^,;]*\b(?:who|which|that|when|and)\b)"
    r"[^,;\"“”]*?(?<!the )(?<!a )(?<!an )\b[a-z]{2,}ed\b(?! by\b)"
)
"""After a participle that belongs to a noun: "the advisers sent to Kelm are the cause"."""

PARTED = re.compile(r"([^,;“”\"]{3,100}),(?= )")
HELPED = r"(?:was|were|is|are|has|have|had|will)\b"
THAT_CLAUSE = re.compile(r"\bthat\b")
OPENING = (
    "According",
    "After",
    "In ",
    "On ",
    "At ",
    "While",
    "When",
    "If ",
    "As ",
    "With ",
    "For ",
)
"""First words of what a comma sets off before the subject."""

ATTACKED = re.compile(r"(?:was|were|has been|have been) (?:attacked|ambushed|raided|searched)")
DONE = re.compile(r" by\b")
"""Passives that read as active without their helping verb, unless it is said who did it."""

MAIN = re.compile(r"\b(?:tells?|that|who|which|whose|where|when|after|before|because|says?)\b")
"""Where the main clause is over."""

SAYS = re.compile(r"\b(?:says?|said|reports?|announces?|\w+(?:s|ed) (?:\w+ )?that)\b")
"""After such words, what somebody says."""


ARTICLE = re.compile(
    r"(?:The|An?) (?!.{3,40} and (?:the|an?) |\w+ that\b|few|total|lot|dozen|number|majority|third"
    r"|quarter|half|hundred|thousand|million|little|certain|only|same|first|last|latter|former|other|rest|two|three|four|five|six|seven"
    r"|eight|nine|ten|\d+\b(?! \w+ [a-z])|Hague|Gambia|Economist|[A-Z]\w+s\b (?=[a-z]))"
)
"""An article that a headline starts without."""

INNER = re.compile(
    r"(?<=[\w,] )(?<!all )(?<!both )(?<!such )(?<!what )(?<!half )(?<!many )(?<!quite )"
    r"(?:the|an?) (?=[\w\"“])"
    r"(?!few|great deal|good deal|total|lot|dozen|number|majority|third|quarter|half|hundred"
    r"|thousand|million|little"
    r"|certain|only|same|first|second|last|latter|former|other|others|rest|most|more|Hague|Gambia"
    r"|day|week|month|year|country|area|region|city|world|past|future|end|hands?|way|wake|eve"
    r"|north|south|east|west|morning|afternoon|evening|night)"
)
"""An article inside a headline that a long one does without: not one that counts or compares."""

FIXED = re.compile(
    r"\b(?:in|at|on|by|under|over|for|from|to|with|into) (?:the|an?) [a-z]+"
    r"(?:[.,;]|$| (?:of|and|that)\b)"
    r"|[\"“][^\"“”]*[\"”]"
)
"""Phrases that keep their articles: "in the middle of", "at the border", and what is quoted."""

THAT = re.compile(r"(?<=\bsays )that |(?<=\bstates )that |(?<=\badmits )that |(?<=\bdenies )that ")
"""A "that" which a long headline does without."""

BY = re.compile(r", the ([^,]+ says?)$")


def terse(text: str) -> str:
    """A headline without the article of its first words, and of those who say so at its end."""
    led = ARTICLE.match(text)
    return BY.sub(r", \1", opened(text[led.end() :]) if led else text)


def bare(text: str) -> str:
    """A headline without the articles within it, as agencies write a long one."""
    kept = [found.span() for found in FIXED.finditer(text)]
    inside = [f for f in INNER.finditer(text) if not any(a < f.end() <= b for a, b in kept)]
    for found in reversed(inside):
        text = f"{text[: found.start()]}{text[found.end() :]}"
    return THAT.sub("", text, count=1)


def outline_of(sheet: Sheet, span: Span) -> Outline | None:
    """The outline of the sentence around a span, without the verbs of bracketed notes that the
    page does not show ("[crowd shouts: ...]"), and without the subject that the parse took to
    explain the dateline before it.
    """
    found = next((o for o in sheet.reading.outlines if o.span.overlaps(span)), None)
    if found is None:
        return None
    verbs = tuple(v for v in found.verbs if sheet.shown[v.span.start : v.span.end].strip())
    dated = DATED.match(sheet.shown, found.span.start, found.span.end)
    asides = tuple(a for a in found.asides if not (dated and _explains(a, dated.end())))
    return replace(found, verbs=verbs, asides=asides)


def _explains(aside: Aside, body: int) -> bool:
    """True for an apposition of which the dateline before ``body`` is the noun, or a part."""
    return aside.kind == "apposition" and aside.span.start <= body < aside.span.end


DATED = re.compile(r"[^.]{3,80}\)\s+(?:--|-|—)\s+")
"""A dateline, to its agency in brackets and a dash."""


def cuts(sheet: Sheet, span: Span) -> Iterator[tuple[Edit, ...]]:
    """Ways of leaving out asides of a span, those that lose least for their length first; after
    them those that lose what tells which one is meant.
    """
    outline = outline_of(sheet, span)
    found = [closed(sheet, a) for a in outline.asides] if outline else []
    inside = [a for a in found if _is_free(sheet, span, a)]
    plain = [a for a in inside if a.kind != DEFINING]
    yield from _ways(sheet, span, plain)
    if len(plain) < len(inside):
        yield from _ways(sheet, span, inside)


def _ways(sheet: Sheet, span: Span, inside: list[Aside]) -> Iterator[tuple[Edit, ...]]:
    small = [_edit(sheet, span, a) for a in inside if a.kind in SMALL]
    large = sorted((a for a in inside if a.kind not in SMALL), key=_size)[:MOST]
    made: list[tuple[float, tuple[Edit, ...]]] = []
    for size in range(len(large) + 1):
        for gone in combinations(large, size):
            if any(a.span.contains(b.span) for a in gone for b in gone if a is not b):
                continue
            edits = (*(_edit(sheet, span, a) for a in gone), *small)
            long = len(apply(sheet.shown, span, edits))
            lost = sum(LOSSES[a.kind] for a in gone) + PER_CHARACTER * max(0, long - EASY)
            if long <= ENOUGH:
                made.append((lost, edits))
    made.sort(key=lambda pair: pair[0])
    yield from (edits for _, edits in made[:KEPT])


def _size(aside: Aside) -> int:
    return aside.span.start - aside.span.end


def closed(sheet: Sheet, aside: Aside) -> Aside:
    """An aside with the mark that closes its quotation, if that stands right behind it."""
    span = aside.span
    mark = CLOSING.match(sheet.shown, span.end)
    if mark and sheet.shown[span.start : span.end].count('"') % 2:
        return Aside(Span(span.start, mark.end()), aside.kind)
    return aside


def _is_free(sheet: Sheet, span: Span, aside: Aside) -> bool:
    """True for an aside within a span, outside quotations and with whole ones in it; no part of a
    compound ("72-year-old"), and no name beside what it explains ("the rapper Oldane").
    """
    if not span.contains(aside.span) or aside.span == span:
        return False
    text = sheet.shown[aside.span.start : aside.span.end]
    before = sheet.shown[span.start : aside.span.start]
    level = all(text.count(a) == text.count(b) for a, b in ("()", "“”", "«»", "[]"))
    level = level and text.count('"') % 2 == 0 and not clauses.enclosed(before)
    joined = "-" in (sheet.shown[aside.span.end : aside.span.end + 1], before[-1:])
    bare = aside.kind == "apposition" and not (BEFORE.search(before) or text.startswith("("))
    bare = bare or (aside.kind in ("place", "phrase") and bool(STAYING.search(before)))
    bare = bare or (aside.kind == "time" and bool(LASTING.search(before)))
    return level and not (joined or bare)


def _edit(sheet: Sheet, span: Span, aside: Aside) -> Edit:
    """An aside taken out with the commas that set it off."""
    start, end = aside.span.start, aside.span.end
    before = BEFORE.search(sheet.shown[span.start : start])
    after = COMMA.match(sheet.shown, end, span.end)
    if LED.fullmatch(sheet.shown, span.start, start):
        return Edit(Span(start, after.end() if after else end), "")
    if before is None:
        return Edit(aside.span, "")
    start -= len(before[0])
    told = after and TOLD.match(sheet.shown, after.end(), span.end)
    if after is None or told:
        return Edit(Span(start, end), "" if told or end >= span.end else " ")
    return Edit(Span(start, after.end()), " ")


def has_verb(draft: Draft, text: str) -> bool:
    """True for some words of a draft with one of its main verbs, as far as its parse knows them."""
    outline = outline_of(draft.sheet, draft.span)
    if outline is None or not outline.verbs:
        return True
    shown = draft.sheet.shown
    forms = {tidy(shown[v.span.start : v.span.end]).split()[-1] for v in outline.verbs}
    forms |= {v.now for v in outline.verbs}
    told = FIRST_OF_TWO.match(shown, draft.span.start, draft.span.end)
    forms |= {told[1]} if told else set()
    return any(re.search(rf"\b{re.escape(form)}\b", text) for form in forms)


def _within(before: str, outline: Outline | None) -> bool:
    """True if another of the verbs stands before, and nothing joins what follows to it: "FMLN
    claims it | downed two helicopters".
    """
    forms = {v.now for v in outline.verbs} if outline else set()
    ends = [f.end() for form in forms for f in re.finditer(rf"\b{re.escape(form)}\b", before)]
    return bool(ends) and not re.search(r",|;|\b(?:and|but|or)\b", before[max(ends) :])


def is_left_behind(draft: Draft, text: str) -> bool:
    """True for some words of a draft with a main verb in the past that has a present of its own."""
    outline, shown = outline_of(draft.sheet, draft.span), draft.sheet.shown
    said = (
        ((tidy(shown[v.span.start : v.span.end]), v.now) for v in outline.verbs) if outline else ()
    )
    left = (words for words, now in said if words != now and not PASSIVE.match(words))
    return any(re.search(rf"\b{re.escape(words)}\b", text) for words in left)


def as_told(draft: Draft, text: str) -> str:
    """Some words of a draft in which what somebody said "had fallen" is, where they now say it,
    "has fallen".
    """
    outline, shown = outline_of(draft.sheet, draft.span), draft.sheet.shown
    verbs = (
        [(tidy(shown[v.span.start : v.span.end]), v.now) for v in outline.verbs if v.now]
        if outline
        else []
    )
    before = [(words, now) for words, now in verbs if words.startswith("had ") and words != now]
    told = (words for words, now in verbs if words != now and (words, now) not in before)
    if any(re.search(rf"\b{re.escape(words)}\b", text) for words in told):
        return text
    for words, now in before:
        text = text.replace(words, now) if text.count(words) == 1 else text
    return text


def rejoined(draft: Draft, text: str) -> str:
    """Some words of a draft without the comma that a cut has left between subject and verb."""
    outline, shown = outline_of(draft.sheet, draft.span), draft.sheet.shown
    verbs = outline.verbs if outline else ()
    forms = {form for v in verbs for form in (tidy(shown[v.span.start : v.span.end]), v.now)}
    for form in sorted(forms):
        found = PARTED.match(text)
        subject = THAT_CLAUSE.split(found[1])[-1] if found else ""
        led = found and re.match(rf" {re.escape(form)}\b(?![^,]*, {HELPED})", text[found.end() :])
        told = any(re.search(rf"\b{re.escape(one)}\b", subject) for one in forms)
        if found and led and not (told or clauses.verbal(subject) or subject.startswith(OPENING)):
            return f"{found[1]}{text[found.end() :]}"
    return text


def current(draft: Draft, text: str) -> str:
    """Some words of a draft with their main verbs as headlines have them: "kills" for "killed";
    what somebody is said to have said stays as it is.
    """
    outline, now = outline_of(draft.sheet, draft.span), text
    for verb in outline.verbs if outline else ():
        words = tidy(draft.sheet.shown[verb.span.start : verb.span.end])
        found = list(re.finditer(rf"\b{re.escape(words)}\b", now))
        said = SAYS.search(now)
        told = said and said.end() <= found[0].start() if found else False
        told = told or words.startswith("had ")
        counted = bool(found and COUNTED.match(now, found[0].start()))
        counted = counted or bool(found and REDUCED.match(now, found[0].end()))
        counted = counted or bool(found and now.startswith(" to be ", found[0].end()))
        counted = counted or bool(
            found and ATTACKED.fullmatch(words) and not DONE.match(now, found[0].end())
        )
        if len(found) == 1 and not (told or counted or _within(now[: found[0].start()], outline)):
            now = f"{now[: found[0].start()]}{verb.now}{now[found[0].end() :]}"
    now = BACK.sub(r"\1 is \2", now)
    return text if PAST.search(MAIN.split(now)[0]) else now
