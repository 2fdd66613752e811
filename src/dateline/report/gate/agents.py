"""Whom the line has do something, or suffer it, must be whom the source has."""

from dateline.report import lexicons
from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.ideas import derived, idea
from dateline.report.gate.names import is_name
from dateline.report.gate.roles import is_passive, is_reduced, is_verbal, phrase
from dateline.report.gate.voices import Prose, is_cue, is_telling, voices
from dateline.report.words import Token, keys, tokens

ARTICLES = frozenset(("the", "a", "an", "by", "of", "with", "from", "for", "his", "her", "their"))


def supported(basis: Basis) -> str | None:
    """The rule: the subject of a verb is that of the same verb, in the same voice, in the source,
    or somebody who is called so.
    """
    own = Prose(basis.text, basis.words)
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    for i, token in enumerate(basis.words):
        led = i and basis.words[i - 1].fold in ARTICLES
        if not is_verbal(token) or i in spoken or not basis.ideas[i] or led:
            continue
        if is_reduced(basis.words, i) or i + 1 == len(basis.words):
            continue  # "21 killed in Kelm"
        hold = basis.home(basis.parts[i])
        places = [j for j in hold.links[i] if is_verbal(hold.words[j])]
        there = Prose(hold.prose, tokens(hold.prose))
        if len(places) != 1 or _ambiguous(own, there, i, places[0]):
            continue
        subject, theirs = _subject(own, i), _subject(there, places[0])
        if subject and theirs and _another(basis, hold, subject, theirs):
            words = " ".join(basis.words[k].text for k in sorted(subject))
            return f"“{words}” is not the subject of “{token.text}” in the source."
    return None


def _ambiguous(own: Prose, there: Prose, i: int, j: int) -> bool:
    """True if two verbs can't be held against each other: one is passive, or they are of those
    that befall people as well as are done to them (died, killed).
    """
    if is_passive(own, i) != is_passive(there, j):
        return True
    befell = lexicons.bases("deeds")
    return own.words[i].key in befell and own.words[i].key != there.words[j].key


def _subject(prose: Prose, verb: int) -> list[int]:
    """The words with a meaning before a verb that are its subject; none if it is a pronoun, or
    joined to something before it.
    """
    back = sorted(phrase(prose, range(verb - 1, -1, -1)))
    if not back or any(_stands_for(prose.words[k]) for k in back):
        return []
    before = prose.words[back[0] - 1] if back[0] else None
    if before and not prose.parted(back[0] - 1, back[0]) and not is_cue(before):
        return []
    if before and prose.parted(back[0] - 1, back[0]) and is_passive(prose, verb) and back[0] > 1:
        return []
    dates = date_spans(prose.text)
    dated = {k for k in back if any(d.start <= prose.words[k].start < d.end for d in dates)}
    told = [k for k in back if k not in dated and is_telling(prose.words[k])]
    people = lexicons.words("people")
    words = prose.words
    return [k for k in told if not words[k].fold.endswith("ly") or words[k].key in people]


def _stands_for(token: Token) -> bool:
    return token.fold in PRONOUNS and not is_telling(token)


def _another(basis: Basis, hold: Hold, subject: list[int], theirs: list[int]) -> bool:
    """True if a subject of the line, with a name or people in it, is nobody that the source has as
    the subject there.
    """
    if any(j in theirs for k in subject for j in hold.links[k]):
        return False
    own, other = [basis.words[k] for k in subject], [hold.words[j] for j in theirs]
    if any(derived(idea(a.key), idea(b.key)) for a in own for b in other):
        return False
    if _called(hold, own) & {t.key for t in other} or _called(hold, other) & {t.key for t in own}:
        return False
    people = lexicons.words("people")
    return any(is_name(basis, k) or hold.links[k] or basis.words[k].key in people for k in subject)


def _called(hold: Hold, told: list[Token]) -> frozenset[str]:
    """All that a dispatch calls those whom some words name."""
    own = {t.key for t in told}
    bearers = {n.canonical for n in hold.sheet.reading.names if keys(n.text) & own}
    return frozenset().union(*(known_as.forms(hold.sheet, bearer) for bearer in sorted(bearers)))
