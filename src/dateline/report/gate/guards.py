"""Words of doubt, denial and degree: which may stand for which, and where they are none."""

from functools import lru_cache

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import LIVES
from dateline.report.gate.voices import is_cue, voices
from dateline.report.words import Token

NOT = frozenset(
    ("not", "non", "no", "never", "none", "cannot", "without", "nor", "neither", "nobody",
     "nothing", "ne", "pas", "aucun", "aucune", "jamais")
)  # fmt: skip
UNWILLING = frozenset(
    ("refuse", "refuses", "refused", "refusing", "fail", "fails", "failed", "failing", "decline",
     "declines", "declined", "declining", "unable", "impossible")
)  # fmt: skip
"""Words for not doing or not being able to do, beside which "not" says no more."""
DENYING = frozenset(("rul_out", "turn_down", "vot_down"))
"""Phrases that reject as "reject" does."""
LIKELY = frozenset(("probably", "likely"))
CONDITIONS = frozenset(("if", "unless", "provided", "si", "lest"))
CONDITIONAL = frozenset(("aurait", "auraient", "serait", "seraient"))
"""French forms for what is said, but not vouched for."""
SENSED = frozenset(("heard", "seen", "felt"))
POSSESSIVE = frozenset(("the", "this", "that", "these", "such", "his", "her", "its", "their"))
NEAR = 5  # words after "claimed" among which "lives" stands
OWNING = ("'s", "’s", "s'", "s’")


@lru_cache(maxsize=16_384)
def guard_class(word: str) -> str:
    """Guards any of which may stand for another."""
    if word in NOT or word.endswith("n't"):
        return "not"
    if word in lexicons.words("denials"):
        return "deny"
    return lexicons.bases("guards").get(word, word)


def alike(basis: Basis, hold: Hold, i: int, j: int) -> bool:
    """True if a guard of the line, by its position, may stand for one of the source."""
    own, there = basis.words[i].fold, hold.words[j].fold
    same = bool(basis.ideas[i]) and basis.ideas[i] == hold.ideas[j]
    if (own, there) in (("will", "would"), ("can", "could")):
        return _backshifted(basis, hold)
    if basis.tolerant and _freely(basis, hold, i, j):
        return True
    opposing = own == "against" and there.startswith("oppos")
    if opposing or (own, hold.ideas[j]) == ("both", "#2"):
        return True
    if there in CONDITIONAL and guard_class(own) in ("may", "allegedly", "likely", "would", "said"):
        return True
    kinds = {guard_class("not" if _not_doing(basis.words, i) else own), guard_class(there)}
    rejecting = "deny" in kinds and {basis.ideas[i], hold.ideas[j]} & DENYING
    if same or len(kinds) == 1 or rejecting:
        return there != "alleged" or not own.startswith("claim")
    return not _denies(basis) and _undone(basis, hold, i, j, kinds)


def _freely(basis: Basis, hold: Hold, i: int, j: int) -> bool:
    """True for what a rewriter may put: "is due on Thursday" for "should arrive on Thursday",
    "several" for "some of", "fear it could" for "fear it will", "rule out" for "there will be no".
    """
    own, there = basis.words[i].fold, hold.words[j].fold
    if there == "should" and guard_class(own) == "expect":
        return bool(date_spans(basis.text))
    if own == "several" and there == "some":
        return hold.words[j + 1 : j + 2] != () and hold.words[j + 1].fold == "of"
    if own in ("could", "might", "may") and there in ("will", "would"):
        fearing = [{guard_class(t.fold) for t in words} for words in (basis.words, hold.words)]
        return "fear" in fearing[1] and bool(fearing[0] & {"fear", "afraid"})
    ruled_out = basis.ideas[i] in DENYING and not (hold.foreign or DENYING & set(hold.ideas))
    return ruled_out and guard_class(there) == "not" and not _negated(basis)


def _negated(basis: Basis) -> bool:
    return any(guard_class(t.fold) == "not" for t in basis.words)


def _backshifted(basis: Basis, hold: Hold) -> bool:
    """True if "will" may stand for the "would" of reported speech."""
    kept = any(t.fold in CONDITIONS for t in basis.words)
    return bool(voices(hold.prose)) and (kept or not any(t.fold in CONDITIONS for t in hold.words))


def _not_doing(words: tuple[Token, ...], i: int) -> bool:
    """True for "against voting"."""
    after = words[i + 1].fold if i + 1 < len(words) else ""
    return words[i].fold == "against" and after.endswith("ing")


def _denies(basis: Basis) -> bool:
    """True if the line has a denial of its own, which a "not" turns round."""
    denials = any(guard_class(t.fold) == "deny" for t in basis.words)
    return denials or bool(set(basis.ideas) & DENYING)


def _undone(basis: Basis, hold: Hold, i: int, j: int, kinds: set[str]) -> bool:
    """True for a "not" in place of another word that says so: "unlikely", "declined", "unknown"."""
    own, there = basis.words[i].fold, hold.words[j].fold
    if there == "unlikely" and (own in LIKELY or "not" in kinds):
        return bool(LIKELY & {t.fold for t in basis.words})
    if "not" not in kinds:
        return False
    if there.startswith(("deni", "deny")):
        return bool(voices(basis.text))
    prefixed = _prefixed(basis.words, i, there) or _prefixed(hold.words, j, own)
    return (
        prefixed
        or bool({own, there} & UNWILLING)
        or hold.ideas[j] == "rul_out"
        or (basis.ideas[i] == "rul_out")
    )


def _prefixed(words: tuple[Token, ...], i: int, other: str) -> bool:
    """True for the "not" of "not known" beside "unknown"."""
    after = {t.fold for t in words[i + 1 : i + 3]}
    return other[:2] in ("un", "in", "im") and other[2:] in after


def no_guard(words: tuple[Token, ...], i: int) -> bool:
    """True for a word that is no guard there: the noun "claim", the "could" of "could not", the
    "third" of "third-largest", the "quarter" of "third quarter", and "against" after "warned".
    """
    word, before = words[i].fold, words[i - 1] if i else None
    after = words[i + 1].fold if i + 1 < len(words) else ""
    lives = word.startswith("claim") and LIVES & {t.fold for t in words[i : i + NEAR]}
    added = word == "half" and [t.fold for t in words[max(0, i - 2) : i]] == ["and", "a"]
    added = added or (word, after) == ("all", "time")
    if lives or added or (word == "nor" and any(t.fold == "neither" for t in words[:i])):
        return True
    if word in ("claim", "claims", "fear", "fears"):
        return before is not None and (before.fold in POSSESSIVE or before.text[-2:] in OWNING)
    if word in ("could", "would"):
        sensed = words[i + 2].fold if i + 2 < len(words) and after == "be" else ""
        return after == "not" or (word == "could" and sensed in SENSED)
    if word.startswith("declin"):
        return after != "to"
    if word in ("third", "quarter", "half"):
        return after.endswith("est") or after == "quarter" or (before is not None and (
            before.fold in lexicons.words("ordinals")))  # fmt: skip
    return word == "against" and before is not None and is_cue(before)


def in_hedge(words: tuple[Token, ...], i: int) -> bool:
    """True for the "no" of "no more than 20", which is judged with the number."""
    following = [t.fold for t in words[i + 1 : i + 3]]
    if words[i].fold in ("many", "much") and i and words[i - 1].fold == "as":
        return following[:1] == ["as"]
    if words[i].fold == "most" and i and words[i - 1].fold == "at":
        return True
    return words[i].fold in ("no", "not") and following[1:] == ["than"]
