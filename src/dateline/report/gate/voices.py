"""Who speaks in a passage of prose, told by verbs of speech and "according to"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import (
    BEING,
    PASSIVE,
    PRONOUNS,
    gives_toll,
    is_noun,
    owned_figure,
    says_nothing,
    shows,
)
from dateline.report.words import QUOTE_MARKS, Token, is_function, tokens

BOUNDARY = re.compile(r"[,;:.!?\"“”«»()–—]")
WIDEST = 12  # words: a longer stretch is no speaker's name
SHORT = 6  # words: a stretch before an apposition that is no longer is a speaker's name
DATED = 5  # words after a verb of speech that its date may take
AUXILIARY = frozenset(("a", "ont", "avait", "avaient", "has", "had", "have", "also"))
QUOTING = frozenset(("lance", "martele", "glisse", "ironise", "tonne", "lache", "resume"))
"""French verbs that are of speech right behind a quotation."""
PERFECT = frozenset(("a", "ont", "avait", "avaient"))
"""With what a French perfect begins, of which another may be joined to it: "a tué et promis"."""
LEADING = frozenset(("according", "selon", "d'apres", "apres"))
OPENING = frozenset(("on", "by", "in", "at", "with", "during", "after", "to"))
BREAKING = frozenset(("that", "as", "after", "although", "though", "que"))
"""Words with which a clause begins, so that a speaker before a verb goes no further back."""
JOINING = frozenset(("and", "but", "then", "also", "et", "mais"))


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in a passage: positions of its words and of the cue among the passage's words."""

    positions: tuple[int, ...]
    cue: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with its words."""

    text: str
    words: tuple[Token, ...]

    def between(self, a: int, b: int) -> str:
        """What stands between the words at two neighbouring positions."""
        return self.text[self.words[a].end : self.words[b].start]

    def parted(self, a: int, b: int) -> bool:
        """True if punctuation stands between the words at two neighbouring positions; the stop
        after an initial is none.
        """
        between = self.between(a, b)
        initial = len(self.words[a].text) == 1 and self.words[a].text.isupper()
        return bool(BOUNDARY.search(between)) and not (initial and between.strip() == ".")


def quotations(text: str) -> tuple[Span, ...]:
    """The insides of quotation marks, in order; an unclosed one runs to the end."""
    spans: list[Span] = []
    start: int | None = None
    for i, c in enumerate(text):
        if c not in QUOTE_MARKS:
            continue
        if start is None:
            start = i + 1
        elif c not in "“«„":
            spans.append(Span(start, i))
            start = None
    if start is not None:
        spans.append(Span(start, len(text)))
    return tuple(spans)


def is_cue(token: Token) -> bool:
    """True for a verb of speech, or "according"."""
    if token.text[0].isupper() and token.fold == "states":
        return False
    return token.fold in lexicons.words("speech") or token.fold in lexicons.words("cues")


@lru_cache(maxsize=4096)
def voices(text: str) -> tuple[Voice, ...]:
    """Who speaks in a text, by the cues outside its quotation marks, in order."""
    prose = Prose(text, tokens(text))
    quoted, dates = quotations(text), date_spans(text)
    found: list[Voice] = []
    for i, token in enumerate(prose.words):
        inside = any(s.start <= token.start < s.end for s in quoted)
        hyphened = text[max(0, token.start - 1) : token.start] == "-"
        led = any(i in v.positions and prose.words[v.cue].fold in LEADING for v in found)
        if owned_figure(prose.words, i):
            found.append(Voice((i - 1,), i))
            continue
        speaks = (
            is_cue(token)
            or _closes(prose, i)
            or gives_toll(prose.words, i)
            or shows(prose.words, i)
        )
        if not speaks or inside or hyphened or led or _no_verb(prose, i):
            continue
        told = [p for p in _speaker(prose, i, found) if not _in(prose.words[p], dates)]
        if _nobody(prose.words, told):
            continue
        while len(told) > 1 and not is_telling(prose.words[told[-1]]):
            told.pop()
        if told:
            found.append(Voice(tuple(told), i))
    return tuple(found)


def _closes(prose: Prose, i: int) -> bool:
    """True for the "lancé" of "«...», a lancé le maire"."""
    led = i > 1 and prose.words[i - 1].fold == "a"
    return (
        led
        and prose.words[i].fold in QUOTING
        and any(c in QUOTE_MARKS for c in prose.between(i - 2, i - 1))
    )


def _nobody(words: tuple[Token, ...], told: list[int]) -> bool:
    """True for the subject of "no one had warned them", who is none."""
    folds = [words[p].fold for p in told]
    return folds[-2:] == ["no", "one"] or folds[-1:] in (["nobody"], ["none"])


def _in(token: Token, spans: tuple[Span, ...]) -> bool:
    return any(s.start <= token.start < s.end for s in spans)


def _no_verb(prose: Prose, i: int) -> bool:
    """True for a noun ("a claim"), an infinitive or a passive that names nobody."""
    words = prose.words
    before = words[i - 1].fold if i and not prose.parted(i - 1, i) else ""
    after = words[i + 1].fold if i + 1 < len(words) else ""
    if words[i].fold in LEADING:
        return words[i].fold == "apres" and before != "d"
    if is_noun(words, i, before, after) or says_nothing(words, i, before, after):
        return True
    past = words[i].fold.endswith("ed") or words[i].fold in ("told", "said", "known")
    past = past or before == "ete"
    return past and before in PASSIVE and _agent(prose, i) is None


def _agent(prose: Prose, cue: int) -> int | None:
    """Where, after a passive, the words after "by" begin."""
    for i in range(cue + 1, min(cue + WIDEST, len(prose.words))):
        between = prose.between(i - 1, i)
        if prose.parted(i - 1, i) and between.strip(' "“”«»'):
            return None
        if prose.words[i].fold in ("by", "par"):
            return i + 1
    return None


def _speaker(prose: Prose, cue: int, before: list[Voice]) -> tuple[int, ...]:
    words = prose.words
    if words[cue].fold in LEADING:
        return _run(prose, cue + (2 if words[cue].fold == "according" else 1), 1)
    agent = _agent(prose, cue) if cue and words[cue - 1].fold in PASSIVE else None
    if agent is not None:
        return _cut(prose, _run(prose, agent, 1))
    led_on = cue > 0 and words[cue - 1].fold in JOINING
    trailing = cue > 0 and words[cue].fold.endswith("ing") and prose.parted(cue - 1, cue)
    if (led_on or trailing) and before:
        return before[-1].positions
    if trailing and (main := _main_subject(prose, cue)):
        return main
    verb = cue
    while cue > 0 and _skipped(words[cue - 1]) and not prose.parted(cue - 1, cue):
        cue -= 1
    own = _subject(prose, cue, led_on=led_on)
    return own or _after_or_apposed(prose, cue, verb)


def _main_subject(prose: Prose, cue: int) -> tuple[int, ...]:
    """The subject of a sentence that a participle trails: "Mwila refused to concede, saying"."""
    verbs = (
        lexicons.words("finite") | lexicons.words("irrealis") | lexicons.words("denials") | BEING
    )
    for i in range(min(cue, WIDEST)):
        word = prose.words[i]
        if word.fold in verbs or (word.fold.endswith("ed") and word.text.islower()):
            return tuple(range(i))
        if i and prose.parted(i - 1, i):
            return ()
    return ()


def _skipped(token: Token) -> bool:
    """True for what may stand between a subject and its verb: "had", "repeatedly"."""
    return token.fold in AUXILIARY or (token.fold.endswith("ly") and token.text.islower())


def _cut(prose: Prose, run: tuple[int, ...]) -> tuple[int, ...]:
    """A run up to a preposition that opens a new phrase."""
    ending = OPENING | PASSIVE
    end = next((n for n, i in enumerate(run) if n and prose.words[i].fold in ending), len(run))
    joined = end < len(run) and prose.words[run[end - 1]].fold in JOINING
    return run[: end - 1 if joined and end > 1 else end]


def _subject(prose: Prose, cue: int, *, led_on: bool) -> tuple[int, ...]:
    """The words before a verb of speech that are its subject, if there are any."""
    words = prose.words
    own = _run(prose, cue - 1, -1)
    if led_on:
        acts = next((i for i in own if words[i].fold.endswith("ed")), None)
        if own and words[own[0]].fold in PERFECT and words[cue].fold in lexicons.words("cues"):
            acts = own[0]
        if acts is not None:
            own = tuple(i for i in own if i < acts) or _before_apposition(prose, acts)
    if own and words[own[0]].fold in BEING and (apposed := _before_apposition(prose, own[0])):
        return apposed
    relative = own[0] if own else cue
    for i in (relative, relative - 1, relative - 2, relative - 3):
        if not 0 < i < cue or any(prose.parted(k, k + 1) for k in range(i, relative)):
            continue
        if words[i].fold in ("who", "qui") and led_on is False:
            return _run(prose, i - 1, -1) or stretch(prose, i - 1)
    if any(is_telling(words[i]) for i in own):
        return own
    return tuple(i for i in own if words[i].fold in PRONOUNS - {"who"})


def _after_or_apposed(prose: Prose, cue: int, verb: int) -> tuple[int, ...]:
    """The speaker of "..., said X" or of "X, leader of the party, said ..."."""
    after = _run(prose, verb + 1, 1)
    apposed = _before_apposition(prose, cue)
    nameless = bool(after) and (_no_name(prose.words[after[0]]) or _reports(prose, after))
    if verb != cue and apposed:
        return apposed  # nobody has "have condemned" behind it
    short = len(apposed) <= SHORT and not _has_verb(prose, apposed)
    if apposed and (short or not after or nameless or _has_verb(prose, after)):
        return apposed
    return () if nameless else after


def _reports(prose: Prose, after: tuple[int, ...]) -> bool:
    """True for what follows a verb of speech and its date: "today that it is prepared"."""
    return any(prose.words[i].fold == "that" for i in after[:DATED])


def is_telling(token: Token) -> bool:
    """True for a word with a meaning, initials such as UN and US included."""
    return not is_function(token) or (
        token.text.isalpha() and token.text.isupper() and len(token.text) > 1
    )


def _no_name(token: Token) -> bool:
    return token.fold in lexicons.words("no_speaker")


def _has_verb(prose: Prose, run: tuple[int, ...]) -> bool:
    finite = lexicons.words("finite") | lexicons.words("irrealis") | BEING
    return any(prose.words[i].fold in finite for i in run) or len(run) == WIDEST


def _before_apposition(prose: Prose, cue: int) -> tuple[int, ...]:
    """The speaker of "Mario Solorzano, leader of the party, reported that ..."."""
    apposition = stretch(prose, cue - 1)
    if len(apposition) in (0, WIDEST) or not apposition[0] or not prose.parted(cue - 1, cue):
        return ()
    relative = prose.words[apposition[0]].fold in ("who", "which", "whose")
    if not relative and any(prose.words[i].fold in BEING for i in apposition):
        return ()
    return stretch(prose, apposition[0] - 1)


def stretch(prose: Prose, at: int, step: int = -1) -> tuple[int, ...]:
    """The positions from ``at`` back (or on) to the next punctuation."""
    kept = [at] if 0 <= at < len(prose.words) else []
    while kept and len(kept) < WIDEST:
        low, high = sorted((kept[-1], kept[-1] + step))
        if low < 0 or high >= len(prose.words) or prose.parted(low, high):
            break
        kept.append(kept[-1] + step)
    return tuple(sorted(kept))


def _run(prose: Prose, at: int, step: int) -> tuple[int, ...]:
    """Positions from ``at`` on, up to punctuation or another verb of speech."""
    kept: list[int] = []
    while 0 <= at < len(prose.words) and len(kept) < WIDEST:
        near = at - step
        if 0 <= near < len(prose.words) and prose.parted(min(at, near), max(at, near)):
            break
        word = prose.words[at].fold
        if step < 0 and kept and (is_cue(prose.words[at]) or word in BREAKING):
            break
        kept.append(at)
        at += step
    return tuple(sorted(kept))
