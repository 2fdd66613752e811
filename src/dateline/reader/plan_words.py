"""A plan in short plain words: who will do what, without the date and without asides."""

import re

from dateline.reader.appointments import Appointment
from dateline.reader.clause_parts import HELPERS, plain, reporter, subject, words_of
from dateline.reader.page import Page
from dateline.reader.parse import Token
from dateline.records import Name, Span, When

TIME_WORDS = frozenset(
    ("on", "in", "at", "from", "by", "next", "until", "to", "for", "between", "before", "after",
     "le", "du", "au", "dès")
)  # fmt: skip
DANGLING = frozenset(
    ("through", "later", "at", "on", "in", "by", "to", "of", "for", "with", "from", "and", "or",
     "as")
)  # fmt: skip
SELVES = ("he", "she", "it", "they", "il", "elle", "ils", "elles")
RELATIVES = ("which", "that", "who", "qui")
NOBODY = ("no", "nobody", "none", "personne")
ASIDES = ("relcl", "acl:relcl", "parataxis", "appos", "mark", "advcl")
FILLERS = ("also", "however", "meanwhile", "également")
DASH = re.compile(r"\s?(?:--|—|–|- )\s?")
LONGEST = 26  # words
NEAR = 300  # characters before the sentence in which a person may have been named


def _time_tokens(page: Page, when: When | None) -> set[int]:
    """Positions of the date's words, the preposition before them and the commas around."""
    if when is None:
        return set()
    tokens = page.tokens(when.span.start, when.span.end)
    found = {t.i for t in tokens}
    first, last = tokens[0].i, tokens[-1].i
    if first and page.doc[first - 1].lower_ in TIME_WORDS:
        first -= 1
        found.add(first)
    if first and page.doc[first - 1].text == ",":
        found.add(first - 1)
        if last + 1 < len(page.doc) and page.doc[last + 1].text == ",":
            found.add(last + 1)
    return found


def _left_out(head: Token) -> set[int]:
    """Positions in a clause that its description does without: asides and what opens it."""
    out: set[int] = set()
    for part in head.subtree:
        filler = part.dep_ == "advmod" and part.lower_ in FILLERS
        opening = part.dep_ == "cc" and part.head.i == head.i
        if part.i != head.i and (part.dep_ in ASIDES or filler or opening):
            out |= {t.i for t in part.subtree}
    for part in head.children:
        joined = part.dep_ == "conj" and part.pos_ in ("VERB", "AUX")
        fronted = part.dep_ in ("prep", "advmod") and part.i < head.i - 3
        if joined or fronted:
            out |= {t.i for t in part.subtree}
    return out


def _named(page: Page, pronoun: Token, names: tuple[Name, ...]) -> str | None:
    """Whom "he" or "she" means, if only one person was named nearby."""
    around = page.sentence_at(pronoun.idx)
    if around is None or pronoun.lower_ not in ("he", "she", "il", "elle"):
        return None
    start = around.span.start - NEAR
    near = {n.canonical for n in names if n.kind == "person" and start < n.span.start < pronoun.idx}
    return near.pop() if len(near) == 1 else None


def _speaker(plan: Appointment, pronoun: Token) -> str | None:
    """Whoever announces it, where "he", "it" or "they" stands for the speaker."""
    told = reporter(plan.trigger)
    speaker = subject(told) if told is not None else None
    if speaker is None or speaker.pos_ == "PRON" or pronoun.lower_ not in SELVES:
        return None
    plural = "Number=Plur" in speaker.morph
    return words_of(speaker) if plural == (pronoun.lower_ in ("they", "ils", "elles")) else None


def _who(
    page: Page, plan: Appointment, doer: Token, gone: set[int], names: tuple[Name, ...]
) -> str | None:
    """The one who acts, in words: a noun phrase, or what a pronoun stands for."""
    relative = plan.head.dep_ in ("relcl", "acl:relcl")
    if relative and doer.lower_ in RELATIVES:
        return words_of(plan.head.head, gone | {t.i for t in plan.head.subtree})
    if relative or doer.lower_ in NOBODY:
        return None
    if doer.pos_ == "PRON":
        return _speaker(plan, doer) or _named(page, doer, names)
    return DASH.split(words_of(doer, gone))[-1]


def _verb_phrase(plan: Appointment, doer: Token, gone: set[int]) -> list[Token]:
    """The announcing verb, its helpers and its complements."""
    mine = {t.i for t in doer.subtree}
    kept = [t for t in plan.head.subtree if t.i not in gone | mine]
    if plan.trigger.i == plan.head.i:
        return kept
    lead = [t for t in plan.trigger.children if t.dep_ in (*HELPERS, "acomp", "neg")]
    return sorted({*lead, plan.trigger, *kept}, key=lambda t: t.i)


def _trimmed(text: str) -> str:
    """At most ``LONGEST`` words, with no preposition lost at the end."""
    row = text.split()[:LONGEST]
    while row and row[-1].lower() in DANGLING:
        row.pop()
    return " ".join(row).rstrip(" ,;:")


def what(page: Page, plan: Appointment, when: When | None, names: tuple[Name, ...]) -> str | None:
    """The announced thing in words; null if nobody can tell who is meant."""
    gone = _time_tokens(page, when) | _left_out(plan.head)
    if plan.nominal:
        said = {t.i for t in plan.trigger.subtree}
        said = said if plan.head.i not in said else set()  # the verb is over it: "called a strike"
        return _trimmed(words_of(plan.head, gone | said)) or None
    doer = subject(plan.head) or subject(plan.trigger)
    who = _who(page, plan, doer, gone, names) if doer is not None else None
    if doer is None or not who:
        return None
    verb = _verb_phrase(plan, doer, gone)
    asks = any(t.tag_ in ("WP", "WDT", "WRB") for t in verb)
    return None if asks else _trimmed(f"{who} {plain(verb)}")


def extent(plan: Appointment, when: When | None) -> Span:
    """From the subject (or verb) to the end of the date or of the clause's core."""
    doer = None if plan.nominal else subject(plan.head) or subject(plan.trigger)
    first = doer.left_edge if doer is not None else plan.head
    left_out = _left_out(plan.head)
    kept = [t for t in plan.head.subtree if t.i not in left_out and not t.is_space]
    while kept and kept[-1].is_punct:
        kept.pop()
    tokens = [first, plan.trigger, plan.head, *kept[-1:]]
    start = min(t.idx for t in tokens)
    end = max(t.idx + len(t.text) for t in tokens)
    if when is not None:
        start, end = min(start, when.span.start), max(end, when.span.end)
    return Span(start, end)
