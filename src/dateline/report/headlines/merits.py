"""What speaks for a headline and what against it: plain signs for a linear model, with weights of
``tools/train_headlines.py`` learnt from headlines that an editor judged. Pure.
"""

import re
from functools import cache
from typing import Literal

from dateline.records import Place
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import countries, lexicons
from dateline.report.ground import Ground
from dateline.report.headlines import breaks, clipping, leaning, outlines, worth
from dateline.report.lines import clauses, outlets
from dateline.report.lines.drafts import Draft
from dateline.report.words import Token, fold, keys, stem, tidy, tokens

Kind = Literal["cut", "loose", "toll", "deed", "agency", "quote", "label"]
"""How a headline was made: of a sentence by its parse or by its words alone; a count; the deed in
a clause; an agency's own; a quotation; a name for what happened.
"""

WEIGHTS = "headline_merit"
"""The list of weights."""

LANGUAGE = "en"
"""In which the headlines were that editors judged."""

BRIEF = 80  # characters below which a headline says less with each
LONG = ((90, 0.1), (108, 0.3))
"""Characters, and what each beyond them costs."""

FRONTED = 2.0  # lost by what is set off before the subject
SET_OFF = 0.9  # lost by each comma

COMMA = re.compile(r",(?!\d)")
SPEAKING = re.compile(
    r"[^,]{3,60}? (?:says?|said|reports?|reported|announces?|states?|adds?|added)\b"
)
OWNED = re.compile(r"\b(?:his|her|its|their|he|she|it|they)\b")
STATIC = re.compile(r"\b(?:is|are|was|were) (?:the|an?|not|one|in|on|at|still|under|also)\b")
GOING_ON = re.compile(r"\b(?:is|are|was|were|been) (?:\w+ly )?(?:being )?\w{2,}ing\b")
PERFECT = re.compile(r"\b(?:has|have|had) (?:\w+ly )?(?:been )?\w+")
MODAL = re.compile(r"\b(?:will|would|could|may|might|must|should|can)\b")
EMPTY = re.compile(
    r"\b(?:continu\w*|express\w*|reiterat\w*|emphasiz\w*|stress\w*|hop\w*|regret\w*|seem\w*|meets?"
    r"|met|talk\w*|discuss\w*|convey\w*|reaffirm\w*|praise\w*|thank\w*|greet\w*|visit\w*)\b"
)
"""Verbs of what is said or done for form's sake."""

AFTER = re.compile(
    r"[^\w(\[]*(?:\([^)]*\)|\[[^\]]*\])?[\s,]*(of|by|against|in|at|on|for|to|from|with|between|who|which"
    r"|that|where|over|about|near|under|into)\b",
    re.IGNORECASE,
)
"""What goes on right behind some words: a preposition or a relative pronoun."""

DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|his|her|their|such)\s+(?:[\w-]+\s+){0,2}$", re.I
)
ARTICLE = re.compile(
    r"\b(?:an?|some|several|many|\d+|two|three|four|five|six)\s+(?:[\w-]+\s+){0,2}$", re.I
)
WINDOW = 40  # characters before a last word in which its article stands


def signs(draft: Draft, rank: int, text: str, kind: Kind, ground: Ground) -> dict[str, float]:
    """What speaks for or against some words of a draft as a headline, by name."""
    found: dict[str, float] = {
        f"kind-{kind}": 1.0,
        **_source(draft, rank, ground),
        **_lengths(draft, text),
        **_end(draft, text),
        **_speech(draft, text),
        **_words(draft, text),
        **_places(draft, text),
    }
    return {name: float(value) for name, value in found.items() if value}


def clumsy(text: str, draft: Draft, code: str | None) -> float:
    """What is lost by a headline that is long, with its country before it (``code``: that of its
    sentence), and by what it sets off: no matter of learning, as a page has so much room.
    """
    led = countries.opening(code, draft.sheet.reading.language) if code else None
    size = len(text) + (len(led) if led and code and not countries.names_it(text, code) else 0)
    lost = SET_OFF * len(COMMA.findall(clipping.parted(text)[0]))
    lost += FRONTED * bool(worth.FRONT.match(text)) + breaks.broken(draft, text)
    return lost + sum(each * max(0, size - most) for most, each in LONG)


def _source(draft: Draft, rank: int, ground: Ground) -> dict[str, float]:
    """Where it comes from."""
    at = worth.position(draft)
    last = max(ground.sheets.values(), key=lambda s: s.order).order
    several = len(ground.sheets) > 1
    return {
        "line": worth.of_draft(draft, rank, ground),
        "value": draft.worth,
        "stumbles": draft.stumbles,
        "first-line": rank == 0,
        "rank": min(rank, 5) / 5,
        "lede": at == 0,
        "second": at == 1,
        "deep": at > 3,
        "newest": several and draft.sheet.order == last,
        "lede-of-several": several and at == 0,
        "outlet": bool(outlets.outlet(draft.sheet)),
    }


def _lengths(draft: Draft, text: str) -> dict[str, float]:
    return {
        "rules": worth.of_version(draft, text) - worth.length(text),
        "brief": max(0, BRIEF - len(text)) / 10,
        "few-words": len(keys(text)) <= 3,
    }


def _end(draft: Draft, text: str) -> dict[str, float]:
    """How it breaks off: at a noun of which its sentence goes on to say which or whose it is."""
    shown, span = draft.sheet.shown, draft.span
    last = tokens(clipping.parted(text)[0])[-1:]
    word = last[0].text if last else ""
    at = shown.rfind(word, span.start, span.end) if word else -1
    goes_on = AFTER.match(shown, at + len(word), span.end) if at >= 0 else None
    before = shown[max(span.start, at - WINDOW) : at].replace("\n", " ") if at >= 0 else ""
    common = word.islower()
    definite = common and bool(DEFINITE.search(before))
    led = fold(goes_on[1]) if goes_on else ""
    return {
        "torn": bool(goes_on),
        "torn-common": bool(goes_on) and common,
        "torn-definite": bool(goes_on) and definite,
        "torn-indefinite": bool(goes_on) and not definite and bool(ARTICLE.search(before)),
        "torn-clause": led in ("who", "which", "that", "where"),
        "torn-of": led == "of",
        "definite-end": definite and not goes_on,
        "hollow": bool(worth.HOLLOW.search(text)),
        "ends-in-verb": common and clauses.verbal(word),
        "ends-in-name": word[:1].isupper(),
    }


def _speech(draft: Draft, text: str) -> dict[str, float]:
    body, closing = clipping.parted(text)
    by = closing.removeprefix(", ").rsplit(" ", 1)[0]
    full = {tidy(n.text) for n in draft.sheet.reading.names if n.kind == "person"}
    surnames = {name.split()[-1] for name in full} | full
    lead = " ".join(body.split()[:1])
    return {
        "closing": bool(closing),
        "speaker-first": bool(SPEAKING.match(body)),
        "by-surname": bool(by) and by in surnames and " " not in by,
        "by-name": bool(by) and by in full and " " in by,
        "by-office": bool(by) and fold(by.split()[-1]) in lexicons.words("offices"),
        "by-own-outlet": worth.is_own(draft, closing),
        "starts-with-surname": (lead in surnames and lead not in full)
        or (lead in full and " " not in lead),
        "starts-with-name": any(body.startswith(name) for name in full if " " in name),
        "quotes": '"' in text or "“" in text,
        "opens-with-quote": text[:1] in '"“',
    }


def _words(draft: Draft, text: str) -> dict[str, float]:
    found = tokens(text)
    stems = {t.key for t in found}
    main = outlines.MAIN.split(text)[0]
    return {
        "grave": bool(stems & _stems("grave")),
        "happens": bool(stems & _stems("happenings")),
        "turns": any(not stems.isdisjoint(_roots(row)) for row in lexicons.groups("turns")),
        "empty-verb": bool(EMPTY.search(text)),
        "modal": bool(MODAL.search(main)),
        "static": bool(STATIC.search(main)),
        "going-on": bool(GOING_ON.search(main)),
        "perfect": bool(PERFECT.search(main)),
        "according": text.startswith("According"),
        "there": bool(leaning.THERE.match(text)),
        "owned": bool(OWNED.search(text)),
        "stray-mark": any(mark in text for mark in ("--", ";", ":", ",,")),
        "unpaired": any(text.count(a) != text.count(b) for a, b in ("()", "[]")),
        "number": any(t.text[0].isdigit() for t in found),
        "counts": _counts(draft, text),
        "starts-common": bool(found) and _is_plain_plural(found),
        "negative": bool({t.fold for t in found} & {"not", "no", "never"}),
    }


def _counts(draft: Draft, text: str) -> int:
    """How many counts of people harmed it has."""
    figures = (f for f in draft.sheet.reading.figures if draft.span.contains(f.span))
    return sum(bool(keys(f.text) & keys(text)) for f in figures if f.measure in CORE_MEASURES)


def _is_plain_plural(found: tuple[Token, ...]) -> bool:
    """True for "Guerrillas say ...": nobody tells which."""
    return len(found) > 1 and found[0].text.endswith("s") and clauses.verbal(found[1].text)


def _places(draft: Draft, text: str) -> dict[str, float]:
    every = [p for p in draft.sheet.reading.places if draft.span.contains(p.span)]
    here = [p for p in every if _named(draft, p) in text]
    towns = [p for p in here if not (p.feature or "").startswith("PCL")]
    names = [n for n in draft.sheet.reading.names if draft.span.contains(n.span)]
    told = {tidy(n.text) for n in names if tidy(n.text) in text}
    return {
        "place": bool(here),
        "town": bool(towns),
        "lost-place": bool(every) and not here,
        "lost-town": worth.lost_town(draft, text),
        "names": min(3, len(told)) / 2,
        "nameless": not told and not here,
        "lost-names": min(3, len({tidy(n.text) for n in names}) - len(told)) / 2,
    }


def _named(draft: Draft, place: Place) -> str:
    return tidy(draft.sheet.shown[place.span.start : place.span.end])


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in lexicons.words(name))


@cache
def _roots(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem(fold(word)) for word in row)
