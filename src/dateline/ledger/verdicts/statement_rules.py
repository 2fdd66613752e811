"""The rules for two statements: the same content, a denial of it, or neither. Pure."""

import re

from dateline.ledger.asserted import wording
from dateline.ledger.asserted.charges import of_fact, points_back
from dateline.ledger.asserted.scenes import other_deed, scene
from dateline.ledger.speakers.actors import crowd, same_speaker
from dateline.ledger.speakers.sides import side
from dateline.ledger.verdicts.voices import (
    Outcome,
    begin,
    denies,
    incomparable,
    names,
    one_voice,
    say,
    who,
)
from dateline.records import Assertion

_SAME_WORDS, _LIKE_WORDS = 0.6, 0.5
"""Shares of common words from which one speaker says the same, or two speakers say alike."""

_DENIED_WORDS, _NAMED_WORDS = 0.5, 0.35
"""For a denial, as shares of the longer content: of what anyone asserts, and of what is asserted by
or about whom it names.
"""

_DIFFERENT = "They say different things."


def decide(a: Assertion, b: Assertion) -> Outcome:
    """The verdict on two statements, ``a`` the newer."""
    share = wording.likeness(a.text, b.text)
    if denies(a) != denies(b):
        return _denial(a, b, wording.common(a.text, b.text))
    return _denials(a, b) or _charges(a, b) or _contents(a, b, share)


def _contents(a: Assertion, b: Assertion, share: float) -> Outcome:
    """By the words that two statements share."""
    if wording.numbers(a.text) != wording.numbers(b.text):
        return incomparable("They give different numbers.", "content")
    if a.polarity != b.polarity:
        return incomparable(f"One {a.polarity}, the other {b.polarity}.", "content")
    if one_voice(a, b) and share >= _SAME_WORDS:
        reason = f"{begin(who(a))} {say(a)} it in the same words twice."
        return Outcome("same", reason, "content")
    if share >= _LIKE_WORDS:
        return Outcome("supports", f"{begin(who(a))} and {who(b)} say the same.", "content")
    return incomparable(_DIFFERENT, "content")


def _denial(a: Assertion, b: Assertion, share: float) -> Outcome:
    """A denial contradicts who says the same thing; less alike will do if one names the other."""
    denier, other = (a, b) if denies(a) else (b, a)
    named = _names(other.text, denier.by) or _names(denier.text, other.by)
    if _blames_nobody(denier, other):
        return incomparable("One of the two does not say who did it.", "doer")
    if one_voice(a, b) or not _may_be_denied(other) or not _may_deny(denier):
        return incomparable(_DIFFERENT, "content")
    charged = _names(other.text, denier.by) and _meets_charge(denier, other)
    alike = share >= (_NAMED_WORDS if named else _DENIED_WORDS)
    if not (alike or charged or _answers(denier, other)):
        return incomparable(_DIFFERENT, "content")
    reason = f"{begin(who(denier))} {say(denier, 'deny')} what {who(other)} {say(other)}."
    return Outcome("contradicts", reason, "denial")


_ITSELF = re.compile(r"(?:that )?(?:it|they|we|(?:its|their|our) \w+)\b", re.I)


def _blames_nobody(denier: Assertion, other: Assertion) -> bool:
    """True if one denies an attack of its own, and the other tells of one that nobody made."""
    if denier.guid == other.guid or other.polarity == "condemns":
        return False
    own = _ITSELF.match(denier.text) is not None and wording.attacks(denier.text)
    return own and side(other.text) is None and not _names(other.text, " ".join(names(denier)))


def _may_deny(denier: Assertion) -> bool:
    """True for a denial of fact by a speaker who is known: a crowd denies nothing."""
    return denier.by is not None and not crowd(denier.by) and of_fact(denier.text)


DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)"
    r"|dément\w*|démenti\w*|rejet(?:te|é|ant)\w*|ni(?:e|é|ant))\b",
    re.I,
)
_POSSIBLE = re.compile(r"\b(?:could|may|might|would)\b|\b(?:was|is|were|are) not\b", re.I)


def _may_be_denied(other: Assertion) -> bool:
    """True for an account of fact: not of what may be, and not of the denial itself."""
    told = other.polarity == "asserts" or bool(other.context)
    open_or_denied = DENYING.search(other.text) or _POSSIBLE.search(other.text)
    return told and other.polarity in ("asserts", "condemns") and not open_or_denied


def _meets_charge(denier: Assertion, other: Assertion) -> bool:
    """True if a denial is of the deed that another tells: it points back to it, in an account of
    the same, or repeats some of its words.
    """
    if points_back(denier.text):
        known = (denier.by or "")[:1].isupper() or denier.guid == other.guid
        return _one_scene(denier, other, charged=known) and not other_deed(denier, other)
    said = f"{denier.by or ''} {other.by or ''}"
    shared = wording.deed(denier.text, said) & wording.deed(other.text, said)
    met = bool(shared) or (wording.attacks(denier.text) and wording.attacks(other.text))
    return met and _one_scene(denier, other, charged=True)


_CLAUSE = re.compile(r"(?:that|qu[e']|having|\w+ing)\b", re.I)
_NEXT = 2
"""Characters between two sentences that follow each other, over a paragraph's end too."""


def _answers(denier: Assertion, other: Assertion) -> bool:
    """True for a denial in the sentence after what it denies: repeated or pointed to."""
    if (denier.guid, denier.version) != (other.guid, other.version) or other.by is None:
        return False
    if not 0 <= denier.sentence.start - other.sentence.end <= _NEXT:
        return False
    said = f"{denier.by or ''} {other.by or ''}"
    shared = wording.deed(denier.text, said) & wording.deed(other.text, said)
    repeats = _CLAUSE.match(denier.text) is not None and bool(shared)
    return repeats or points_back(denier.text)


def _one_scene(a: Assertion, b: Assertion, *, charged: bool = False) -> bool:
    """True if the words around two charges or denials tell of one incident; ``charged``: one is the
    answer to a charge, so that less will do.
    """
    if not a.context or not b.context:
        return False
    seen = scene(a, b, core=True)
    return seen in ("one", "mark") or (charged and seen == "alike")


_ACCUSED = re.compile(r"^(?:on )?(.{3,60}?)(?: (?:of|for|in|over) )", re.DOTALL)


def _charges(a: Assertion, b: Assertion) -> Outcome | None:
    """Two charges over one incident: against the same, or against two."""
    if denies(a) or not _one_scene(a, b):
        return None
    one, two = (_ACCUSED.match(x.text.strip()) for x in (a, b))
    if not one or not two or one_voice(a, b):
        return None
    alike = same_speaker(one[1], two[1]) or not wording.content_words(one[1]).isdisjoint(
        wording.content_words(two[1])
    )
    deed = wording.content_words(a.text[one.end() :]) & wording.content_words(b.text[two.end() :])
    if a.guid == b.guid and not alike and not deed:
        return None
    accused = [" ".join(wording.quiet(m[1]).split()) for m in (one, two)]
    if alike:
        reason = f"{begin(who(a))} and {who(b)} both blame {accused[0]}."
        return Outcome("supports", reason, "charge")
    reason = f"{begin(who(a))} {say(a, 'blame')} {accused[0]}, {who(b)} {accused[1]}."
    return Outcome("contradicts", reason, "charge")


def _denials(a: Assertion, b: Assertion) -> Outcome | None:
    """Two denials over one incident, by one side; each side may deny its own part of it."""
    if not denies(a) or a.guid == b.guid or not _one_scene(a, b, charged=True):
        return None
    sides = [next((s for name in names(x) if (s := side(name))), None) for x in (a, b)]
    if None in sides or sides[0] != sides[1]:
        return None
    if one_voice(a, b):
        return Outcome("supports", f"{begin(who(a))} {say(a, 'deny')} it twice.", "denial")
    return Outcome("supports", f"{begin(who(a))} and {who(b)} both deny it.", "denial")


def _names(text: str, speaker: str | None) -> bool:
    """True if a content mentions a speaker by a word of the name."""
    return not wording.content_words(speaker or "").isdisjoint(wording.content_words(text))
