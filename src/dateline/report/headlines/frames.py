"""What somebody says, told first: "Three killed in Kelm, the mayor says"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Span, Statement
from dateline.report import lexicons
from dateline.report.headlines import clipping, cutting, stops, whole
from dateline.report.headlines.calling import called, office_before
from dateline.report.lines import speakers
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import printed
from dateline.report.pronoun_speakers import PRONOUNS
from dateline.report.words import fold, opened, stem, tidy

LONGEST = 40  # characters of a speaker
PLAIN = re.compile(
    r"\b(?:according to|said|says|say|reported|reports|stated|announced|disclosed|revealed|told"
    r"|added|noted|confirmed|declared|indicated|explained|learned|pointed out|made it clear"
    r"|reiterated|stressed|asserted|informed|emphasized)\b",
    re.IGNORECASE,
)
"""Cues for which "says" can stand: no denial, no claim, no guess."""

LINK = re.compile(r"(?!.*\b(?:on|about|of|for|against)\s*$)[\w.,' -]{0,40}\s*")
"""Between cue and content: the day, and whom it was told; not "reported on"."""

ON = re.compile(r"\b(?:on|about|of|for|against)$")
SPEAKING = re.compile(
    r"(?:[\w-]+ ){0,4}(?:authorities|sources|officials|spokes(?:man|woman|men|persons?)|reports"
    r"|witnesses|leaders|residents|commanders)\b(?= (?:of|in|from|for|at|with|to|who)\b)",
    re.IGNORECASE,
)
"""Those who speak, without of what or where they are."""

FIRST = frozenset(["we", "i", "you", "one", "who", "which", "that", "this", "these", "those"])
"""Pronouns that name nobody whom a reader of headlines knows."""

PAPERS = frozenset(
    ["report", "statement", "communique", "newspaper", "radio", "letter", "source", "bulletin",
     "document", "dispatch", "television", "station", "agency", "study", "poll", "release", "media",
     "press", "estimate", "figure", "survey", "daily", "magazine", "broadcast", "message", "note",
     "police", "editorial"]
)  # fmt: skip
"""What speaks without being somebody."""

SEVERAL = re.compile(r"[A-Z][a-z]+(?:ers|ors|ists|ants|ents|ees|ians|men|women)")
"""A speaker of one word who are many: "Travellers"."""

BRACKET = re.compile(r"\s*\([^()]*\)")
THING = re.compile(
    r"\bsays? (?:its|his|her|their|the|an?) (?:[\w-]+ ){1,3}"
    r"(?:over|for|about|at|to|on|of|with|in)\b"
    r"(?!(?:(?! and ).)* (?:is|are|was|were|will|would|has|have|had|can|could|must|should)\b)"
)
"""What is announced, and is no clause: "says its regret over the deaths"."""

MORE = re.compile(r"\b(?:and|but|or) that\b")
"""A second thing said, which wants its "said that" before it."""

THAT = re.compile(r"\s*that\s+", re.IGNORECASE)


def told_first(draft: Draft) -> Iterator[str]:
    """The content of a draft that is all one statement, cut short, and then its speaker."""
    for said in draft.sheet.reading.statements:
        content = _framed(draft, said)
        if content is None:
            continue
        inner = replace(draft, span=content)
        for by in _speakers(draft, said):
            for text in cutting.texts(inner):
                told = f"{text}, {by}"
                yield from (t for t in (told, *stops.stopped(told)) if not MORE.search(t))
        return


def told_last(draft: Draft) -> Iterator[str]:
    """The speaker and then what is said: "The mayor says he will resign"."""
    for said in draft.sheet.reading.statements:
        content = _framed(draft, said)
        if content is None:
            continue
        inner = replace(draft, span=content)
        lower = draft.sheet.shown[content.start : content.start + 1].islower()
        for by in _speakers(draft, said):
            for text in cutting.texts(inner):
                short = called(inner, text)
                told = short[0].lower() + short[1:] if lower else short
                every = (t for t in (told, *stops.stopped(told)) if whole.has_main_verb(t))
                heard = (opened(f"{by} {t}") for t in every if not MORE.search(t))
                yield from (t for t in heard if not THING.search(t))
        return


def _framed(draft: Draft, said: Statement) -> Span | None:
    """The content of a statement, if a draft is speaker, cue and content, in this order and no
    more.
    """
    if said.source is None or said.cue is None or not said.content:
        return None
    source, cue, content = said.source.span, said.cue.span, said.content[0].span
    first = min(source.start, cue.start)
    inside = draft.span.start <= first < content.start < draft.span.end
    inside = inside and max(source.end, cue.end) <= content.start
    if not inside or said.mode == "direct" or said.polarity not in ("asserts", "promises"):
        return None
    shown = draft.sheet.shown
    if clipping.has_verb(shown[source.end : cue.start]):
        return None
    opens = not shown[draft.span.start : first].strip()
    linked = LINK.fullmatch(tidy(shown[max(source.end, cue.end) : content.start]))
    alone = not any(_speaks(s, Span(content.start, draft.span.end)) for s in _others(draft, said))
    if not (opens and linked and alone and PLAIN.search(said.cue.text)) or ON.search(said.cue.text):
        return None
    that = THAT.match(shown, content.start, draft.span.end)
    return Span(that.end() if that else content.start, draft.span.end)


def _others(draft: Draft, said: Statement) -> Iterator[Statement]:
    return (s for s in draft.sheet.reading.statements if s is not said)


def _speaks(said: Statement, inside: Span) -> bool:
    """True if somebody else speaks in some words."""
    return any(words and inside.contains(words.span) for words in (said.source, said.cue))


def _speakers(draft: Draft, said: Statement) -> Iterator[str]:
    """Speaker and verb, as the sentence names the speaker and in the fewest words that the
    dispatch has for the same person.
    """
    sheet, source = draft.sheet, said.source.span if said.source else said.span
    persons = {n.canonical for n in sheet.reading.names
               if n.kind == "person" and source.contains(n.span)}  # fmt: skip
    short = sorted((n.text for n in sheet.reading.names if n.canonical in persons), key=len)[:1]
    named = (said.source.text if said.source else "", said.source_name or "", *short)
    whole = [name for name in named if not any(one.startswith(f"{name} of ") for one in named)]
    heads = (cut[0] for name in named if (cut := SPEAKING.match(name)))
    office = office_before(sheet, source)
    for words in dict.fromkeys(map(tidy, (*whole, *heads, *office))):
        full = printed(sheet, words)
        for form in dict.fromkeys((full, cutting.INITIALS.sub(r"\1", full))):
            said_by = BRACKET.sub("", form)
            plain = not set(",([") & set(said_by) and fold(said_by) not in PRONOUNS
            plain = plain and fold(said_by) not in FIRST and can_speak(said_by)
            if said_by and len(said_by) <= LONGEST and plain:
                name = speakers.running(said_by, sheet)
                if SEVERAL.fullmatch(name) and name not in persons:
                    name = name.lower()
                yield f"{name} {speakers.verb(name)}"


def can_speak(name: str) -> bool:
    """True for a name, and for what is called by the word for a person, a body or a paper: no
    "type of fuel".
    """
    words = re.split(r"\s+(?:of|in|at|from|for|with|to|close|near)\s+", name)[0].split()
    head = words[-1] if words else ""
    lists = ("people", "bodies", "institutions", "offices", "ranks", "speaking_groups")
    kinds = PAPERS.union(*map(lexicons.words, lists))
    return head[:1].isupper() or stem(fold(head)) in kinds or fold(head).rstrip("s") in kinds
