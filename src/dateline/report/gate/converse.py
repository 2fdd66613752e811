"""What a line puts the other way round than its source: "received" for "was granted"."""

from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.deeds import DRIVING
from dateline.report.gate.guards import NOT
from dateline.report.words import Token, is_function

AFTER = 5  # words after a verb among which its object stands
FAR = 12  # words between a verb of flight and the homes
HELD = frozenset(("hold", "holds", "held"))
RECEIVING = frozenset(("receive", "receives", "received", "get", "gets", "got", "win", "won"))
GRANTED = frozenset(
    ("granted", "given", "awarded", "paid", "sent", "offered", "handed", "allocated", "treated")
)
SUFFERED = frozenset(("suffer", "suffers", "suffered", "sustain", "sustained"))
CARRYING = frozenset(("carrying", "carries", "carried", "containing", "bearing", "involving"))
BE = frozenset(("be", "been", "being", "is", "are", "was", "were"))
PERSONS = frozenset(
    ("men", "man", "individual", "individuals", "persons", "attackers", "assailants")
)


def converse(basis: Basis, home: Hold, i: int) -> bool:
    """True for a word of the line that the source puts by another construction: "received" for
    "was granted", "possible" for "could", "suffered injuries" for "were injured", "gunmen" for
    those who shot.
    """
    return any(
        told(basis, home, i) for told in (_given, _modal, _undone, _with_object, _armed, _driven)
    )


def _given(basis: Basis, home: Hold, i: int) -> bool:
    folds = [t.fold for t in home.words]
    passive = (f in GRANTED and BE & set(folds[max(0, j - 2) : j]) for j, f in enumerate(folds))
    return basis.words[i].fold in RECEIVING and any(passive)


def _modal(basis: Basis, home: Hold, i: int) -> bool:
    able = {"can", "could", "cannot"} & {t.fold for t in home.words}
    return basis.words[i].fold in ("possible", "able") and bool(able)


def _undone(basis: Basis, home: Hold, i: int) -> bool:
    word, folds = basis.words[i].fold, {t.fold for t in home.words}
    if word in ("fail", "fails", "failed"):
        return bool(NOT & folds)
    denied = i > 0 and basis.words[i - 1].fold == "not"
    return denied and bool({f"un{word}", f"in{word}"} & folds)


def _with_object(basis: Basis, home: Hold, i: int) -> bool:
    word = basis.words[i].fold
    after = range(i + 1, min(i + 1 + AFTER, len(basis.words)))
    if word == "lasted":
        return bool({"took", "taken", "takes"} & {t.fold for t in home.words})
    if word in HELD:
        return any(basis.words[k].fold in ("responsible", "accountable") for k in after)
    if word in CARRYING:
        return bool({"with", "of"} & {t.fold for t in home.words})
    linked = any(home.links[k] and not is_function(basis.words[k]) for k in after)
    return word in SUFFERED and linked


def _armed(basis: Basis, home: Hold, i: int) -> bool:
    shot = any(t.key in ("shoot", "shot", "fir", "gun") for t in home.words)
    persons = PERSONS & {t.fold for t in home.words}
    return basis.words[i].fold in ("gunman", "gunmen") and shot and bool(persons)


def _driven(basis: Basis, home: Hold, i: int) -> bool:
    """True for "driven from their homes" of those who are displaced or have fled, or the other
    way round, and for "forced" beside "driven" before the same homes.
    """
    own, there = _home_less(basis.words, i), range(len(home.words))
    return own and any(_home_less(home.words, j) for j in there)


def _home_less(words: tuple[Token, ...], i: int) -> bool:
    after = {t.fold for t in words[i + 1 : i + FAR]}
    before = {t.fold for t in words[max(0, i - FAR) : i]}
    if words[i].fold in ("home", "homes"):
        return bool(DRIVING & before)
    return words[i].key in ("displac", "fle", "flee") or (
        words[i].fold in DRIVING and bool({"home", "homes"} & after)
    )
