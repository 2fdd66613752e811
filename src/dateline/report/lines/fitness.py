"""Which sentences a line can rest on."""

import re

from dateline.records import Sentence, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons, spoken
from dateline.report.carried import ASKED, SUMMARY
from dateline.report.ground import Sheet
from dateline.report.lines import clauses, losses, openers, prefaces
from dateline.report.words import QUOTE_MARKS, count, outside_quotes, tidy, tokens

LONGEST = 60  # words: a longer sentence is not read to its end
LEDE = 75  # the same of the sentence that opens a dispatch: without it there is no news
SHORTEST = 5
WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves|[Mm]y|myself|I|[Yy]ou|[Yy]our)\b")

ADDRESS = re.compile(
    r"^\W*(?:tell|listen|remember|imagine)\b"
    r"|^\W*(?:say|don't|do not|avoid|let|make sure|be sure|please)\b"
    r"|^\W*as (?:can be seen|you can see|we can see)\b"
    r"|^\W*(?:mr|mrs|dr)\.?\s(?:[\w.]+\s?){1,3},\s+(?!(?:\w+\s+){0,2}(?:of|who|the|an?)\b)|^\W*(?:yes|no|well|look|ok),"
    r"|\b(?:dear|comrades?|listeners|ladies and gentlemen|long live|one would|of course"
    r"|obviously|hereby|through these means)\b",
    re.IGNORECASE,
)

UNSAID = re.compile(r"[\w][”\"]$")
"""A quotation with no stop at its end: its sentence went on."""

QUOTING = re.compile(f"[{QUOTE_MARKS}]")

ASKS = re.compile(
    r"\W*(?:[A-Z][\w.]+\s){1,5}[A-Z][\w.]+,\s+(?!who\b|whose\b|the\b|an?\b|[^,.]{3,60},\s)",
    re.UNICODE,
)
"""Somebody's name before a comma, who is being asked: "Commander Ruiz, the army says ..."."""

FOLLOWS = re.compile(
    r"\bthe following (?:communique|statement|text|message|letter|report|note|words|points|items"
    r"|terms|announcement|telegram|dispatch|interview)s?\b|\b(?:as follows|reads?:|adds?:)"
    r"|^\W*(?:the )?following (?:is|are)\b",
    re.IGNORECASE,
)
"""Words for what stands in the next sentence."""

LISTED = re.compile(r"^[^\"“«:]{4,80}:\s+[A-Z0-9a-z]")

ENTRY = re.compile(
    r"^\W*(?:case|decree|law|article|file|no)\.? (?:no\.? )?\d|:\s+[A-Z][\w.]*[,;] ", re.I
)
"""Case no. 12, and names after a colon."""

RELATIVE_ONLY = re.compile(r"[^,.]{1,60}, (?:who|which|whose)\b[^,]*$")
"""A name with nothing but a relative clause: what is left of a sentence."""

HEADLESS = re.compile(r"\W*(?:have|has|are|is|was|were|does|did)\s", re.IGNORECASE)
"""The start of a sentence whose subject was not heard: "... have taken the road"."""

BRACKETS = "[]{}<>|"
DANGLING = re.compile(
    r"(?:\b(?:and|or|but|the|a|an|of|to|in|by|that|with|from)|[,:;]"
    r"|\b(?:note|decree|law|resolution|decision|case|article|order) no)[.\s]*$",
    re.I,
)

ANSWER, COMMENTARY = "an answer in an interview", "the broadcaster's own commentary"
QUOTATION = re.compile(r"[“«]([^”»]*)[”»]|\"([^\"]*)\"")

WRITTEN = frozenset(
    ["resolution", "letter", "statement", "communique", "document", "note", "message", "leaflet",
     "leaflets", "slogan", "slogans", "banner", "banners", "poster", "posters", "sign", "signs",
     "text", "speech", "law", "decree", "agreement", "accord", "treaty", "article", "book",
     "shouting", "shouted", "chanting", "chanted", "called", "calling", "named", "known"]
)  # fmt: skip
"""What speaks without being somebody, and verbs with which many do."""

FREE = 5  # words of a quotation that is nobody's: fewer may be a name or a so-called thing


def unfit(
    sheet: Sheet, sentence: Sentence, *, quoted: bool = False, answer: bool = False
) -> str | None:
    """Why no line can rest on a sentence, or null. Damage is judged elsewhere: it may be cut.

    ``quoted``: the sentence goes on with a quotation, so that "we" is the speaker's; ``answer``: it
    may be one in an interview.
    """
    text = tidy(sheet.shown[sentence.span.start : sentence.span.end])
    size = count(text)
    outside = "" if quoted else outside_quotes(text)
    own = "" if quoted else outside_quotes(openers.without(sheet, sentence.span))
    faults = {
        "a heading or fragment": not sentence.prose or size < SHORTEST,
        "too long to be read as one sentence": size > LONGEST
        and (size > LEDE or not _opens(sheet, sentence)),
        "a question, or left open": text.rstrip("\"”»' ").endswith(("?", ":", "...", "…")),
        "broken off after a quotation": UNSAID.search(text) and _goes_on_below(sheet, sentence),
        "an announcement of what follows": FOLLOWS.search(outside),
        "a list after a colon": LISTED.search(openers.LINKS.sub("", text, count=1))
        and not _told_before_colon(text)
        and openers.labelled(sheet, sentence.span) is None,
        "leftovers of editing": any(c in BRACKETS for c in text) or DANGLING.search(text),
        "words of the sentence are in a note": losses.has_hole(sheet, sentence.span),
        "words of the sentence are missing": losses.has_loss(sheet, sentence.span),
        "its agency notes that it came like that": losses.has_doubt(sheet, sentence.span),
        "an opinion's, in words that take no speaker": _stays_unsaid(sheet, sentence.span),
        ANSWER: not answer and _is_answer(sheet, sentence.span),
        "not a sentence": _shapeless(text) or not clauses.says_something(text),
        "an entry of a list": (ENTRY.search(outside_quotes(text)) and not _told_before_colon(text))
        or _is_bare_item(sheet, sentence.span),
        "a question put to somebody": sheet.opinion in ASKED
        and (ASKS.match(text) or spoken.is_asked(sheet, sentence.span)),
        COMMENTARY: WE.search(own) or ADDRESS.search(own),
    }
    return next((fault for fault, found in faults.items() if found), None)


def _opens(sheet: Sheet, sentence: Sentence) -> bool:
    """True for the first prose of a dispatch."""
    return next((s for s in sheet.reading.sentences if s.prose), None) is sentence


def tells(sheet: Sheet, sentence: Sentence) -> bool:
    """True for prose of more than a mark or a number, that does not only announce what follows:
    what opens a dispatch, if it is first. In a summary of a broadcast, when that went on air is
    what the rest leans on.
    """
    text = sheet.shown[sentence.span.start : sentence.span.end]
    summed = sheet.opinion == SUMMARY and prefaces.is_on_air(text)
    told = sentence.prose and count(text) > 1
    return told and (summed or not prefaces.is_preface(text))


def _is_answer(sheet: Sheet, span: Span) -> bool:
    """True for what somebody says whom only a label names, unless it has a speaker of its own."""
    return any(a.contains(span) for a in sheet.answers) and not is_told(sheet, span)


def is_told(sheet: Sheet, span: Span) -> bool:
    """True if a sentence names who says it, and says so with a verb of speech."""
    speech = lexicons.words("speech")
    told = (s for s in sheet.reading.statements if s.source and s.cue and s.source_name)
    return any(
        span.contains(s.source.span)
        and span.contains(s.cue.span)
        and any(t.fold in speech for t in tokens(s.cue.text))
        for s in told
        if s.source and s.cue
    )


DEEDS = frozenset(["ASSAULT", "CONTROL", "COERCE", "RETREAT", "AGREE", "VOTE", "MOBILIZE"])
"""Events that somebody has seen or done."""


def is_vouched(sheet: Sheet, span: Span) -> bool:
    """True for what somebody says in it, and for a deed or a toll, which an author vouches for."""
    reading = sheet.reading
    done = (e.span for e in reading.events if e.status == "reported" and e.type in DEEDS)
    tolls = (f.span for f in reading.figures if f.measure in CORE_MEASURES)
    return is_told(sheet, span) or any(span.contains(one) for one in (*done, *tolls))


def _has_speaker(sheet: Sheet, span: Span) -> bool:
    told = (s.source.span for s in sheet.reading.statements if s.source and s.source_name)
    return any(span.contains(source) for source in told)


ITEM = re.compile(r"(?:^|\n)\s*(?:\d{1,2}|[A-Za-z])[.)]\s+")
"""The number or letter of an item, at its head or before it."""

NUMBER = 8  # characters in which it stands
INFINITIVE = re.compile(r"\bto\s+$", re.IGNORECASE)


def _is_bare_item(sheet: Sheet, span: Span) -> bool:
    """True for a numbered item that is no sentence by its parse: "2. Accord to hold elections"."""
    text, outlines = sheet.dispatch.text, sheet.reading.outlines
    start = sheet.trimmed(span).start
    number = ITEM.search(text, max(0, start - NUMBER), start + NUMBER)
    if not outlines or number is None or not number.start() <= start <= number.end():
        return False
    verbs = [v.span for o in outlines if o.span.overlaps(span) for v in o.verbs[:1]]
    return not verbs or any(INFINITIVE.search(text, span.start, v.start) for v in verbs)


def _stays_unsaid(sheet: Sheet, span: Span) -> bool:
    """True for what an opinion says in an exclamation, or with a quotation at its end."""
    text = sheet.shown[span.start : span.end].rstrip()
    lead = QUOTING.split(text, maxsplit=1)[0] if text[-1:] in QUOTE_MARKS else ""
    told = any(t.fold in lexicons.words("speech") for t in tokens(lead))
    unsaid = not (text.endswith(".") or told or _has_speaker(sheet, span))
    return sheet.opinion is not None and unsaid


def _told_before_colon(text: str) -> bool:
    """True for "He said: The road is closed"."""
    speech = lexicons.words("speech")
    return any(t.fold in speech for t in tokens(text.split(":", maxsplit=1)[0]))


def _goes_on_below(sheet: Sheet, sentence: Sentence) -> bool:
    """True unless what follows starts as a sentence does, in the same paragraph or another."""
    _, after = sheet.neighbours(sentence.span)
    if after is None:
        return True
    start = sheet.shown[after.span.start : after.span.end].lstrip("\"“«' ")[:1]
    return after.paragraph == sentence.paragraph or not start.isupper()


def _shapeless(text: str) -> bool:
    letters = sum(c.isalpha() for c in text)
    if _only_relative(text) or HEADLESS.match(text):
        return True
    return letters < 0.6 * len(text) or text[:1].islower() or "--" in text[:3]


def _only_relative(text: str) -> bool:
    """True for a name or a noun phrase with nothing but a relative clause."""
    found = RELATIVE_ONLY.match(text)
    head = text.split(",", maxsplit=1)[0]
    return found is not None and not (clauses.verbal(head) and clauses.says_something(head))


def in_open_quote(sheet: Sheet, span: Span) -> bool:
    """True if the quotation marks of a sentence, or of what is used of it, do not pair off."""
    text = sheet.shown[span.start : span.end]
    opens = sum(text.count(c) for c in "“«")
    closes = sum(text.count(c) for c in "”»")
    return opens != closes or text.count('"') % 2 == 1


def quotes_nobody(sheet: Sheet, span: Span) -> bool:
    """True for an English sentence with a quotation of which it does not say whose it is."""
    if sheet.reading.language != "en":
        return False
    text = tidy(sheet.shown[span.start : span.end])
    found = (m for m in QUOTATION.finditer(text) if not text[: m.start()].rstrip().endswith(":"))
    long = any(count(m[1] or m[2] or "") >= FREE for m in found)
    outside = tokens(outside_quotes(text))
    cues = lexicons.words("speech") | lexicons.words("cues")
    told = any(t.fold in cues | WRITTEN for t in outside) or _has_speaker(sheet, span)
    cued = any(s.cue and span.contains(s.cue.span) for s in sheet.reading.statements)
    return long and not (told or cued)
