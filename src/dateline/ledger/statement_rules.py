"""The rules for two statements: the same content, a denial of it, or neither. Pure."""

from dateline.ledger import wording
from dateline.ledger.voices import Outcome, begin, denies, incomparable, one_voice, who
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
    if wording.numbers(a.text) != wording.numbers(b.text):
        return incomparable("They give different numbers.", "content")
    if a.polarity != b.polarity:
        return incomparable(f"One {a.polarity}, the other {b.polarity}.", "content")
    if one_voice(a, b) and share >= _SAME_WORDS:
        return Outcome("same", f"{begin(who(a))} is quoted with the same words twice.", "content")
    if share >= _LIKE_WORDS:
        return Outcome("supports", f"{begin(who(a))} and {who(b)} say the same.", "content")
    return incomparable(_DIFFERENT, "content")


def _denial(a: Assertion, b: Assertion, share: float) -> Outcome:
    """A denial contradicts who says the same thing; less alike will do if one names the other."""
    denier, other = (a, b) if denies(a) else (b, a)
    named = _names(other.text, denier.by) or _names(denier.text, other.by)
    if other.polarity != "asserts" or one_voice(a, b):
        return incomparable(_DIFFERENT, "content")
    if share < (_NAMED_WORDS if named else _DENIED_WORDS):
        return incomparable(_DIFFERENT, "content")
    return Outcome("contradicts", f"{begin(who(denier))} denies what {who(other)} says.", "denial")


def _names(text: str, speaker: str | None) -> bool:
    """True if a content mentions a speaker by a word of the name."""
    return not wording.content_words(speaker or "").isdisjoint(wording.content_words(text))
