"""Words of a rewording that its dispatch has for the same thing in another sentence than the one
that the clause comes from: "the airport" for a site, "the injured" for them.
"""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.given import replaced
from dateline.report.gate.ideas import ideas
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.leeway import is_grave, is_people, linked_to, opposites
from dateline.report.gate.roles import is_verbal
from dateline.report.gate.senses import senses
from dateline.report.gate.voices import is_cue
from dateline.report.words import is_function, tokens

COMPANY = 3  # words of a line beside a word that may vouch for it
NEAR = 6  # words of a source within which they must stand beside it there
VAGUE = frozenset(
    ("site", "facility", "place", "area", "scene", "building", "vessel", "vehicle", "disease",
     "device", "object", "others", "person", "people", "group", "body")
)  # fmt: skip
"""Nouns in whose place a line may have the word that says which."""
EVENTS = frozenset(("disaster", "tragedy", "incident", "events"))
THOSE = frozenset(("the", "those", "of"))
LEANING = PRONOUNS | frozenset(("them", "none", "all", "both", "those", "their", "his", "her"))


def told_elsewhere(basis: Basis, home: Hold, i: int) -> bool:
    """True for a word of somebody's rewording that the dispatch of its clause bears out."""
    return basis.tolerant and (
        _event(basis, i)
        or _beside(basis, home, i)
        or _them(basis, home, i)
        or _thing(basis, home, i)
    )


def _event(basis: Basis, i: int) -> bool:
    """True for "the disaster", which says no more than that it happened."""
    return basis.words[i].fold in EVENTS and i > 0 and basis.words[i - 1].fold == "the"


def _beside(basis: Basis, home: Hold, i: int) -> bool:
    """True if another cited sentence of the dispatch has the word, near a word that it stands
    beside in the line and that its own sentence does not have.
    """
    around = range(max(0, i - COMPANY), min(len(basis.words), i + COMPANY + 1))
    beside = [k for k in around if k != i and _tells(basis, k) and not home.links[k]]
    return not _turned(basis, home, i) and any(
        abs(a - b) <= NEAR and hold.parts[a] == hold.parts[b]
        for hold in basis.holds
        if hold is not home and hold.sheet is home.sheet
        for a in hold.links[i] for k in beside for b in hold.links[k]
    )  # fmt: skip


def _tells(basis: Basis, k: int) -> bool:
    return not is_function(basis.words[k]) and basis.words[k].fold not in lexicons.bases("units")


def _turned(basis: Basis, home: Hold, i: int) -> bool:
    """True for a word that says the contrary of one of the source."""
    return bool(opposites(basis.words[i].key) & {t.key for t in home.words})


def _them(basis: Basis, home: Hold, i: int) -> bool:
    """True for "the injured", "those released", where the source has "them"."""
    before = basis.words[i - 1].fold if i else ""
    after = basis.words[i + 1 : i + 2]
    ends = not after or is_function(after[0]) or is_cue(after[0])
    if before not in THOSE or not ends or not LEANING & {t.fold for t in home.words}:
        return False
    if replaced(basis, home, i):
        return False
    return basis.words[i].fold.endswith(("ed", "dead")) and _has(home, basis, i)


def _thing(basis: Basis, home: Hold, i: int) -> bool:
    """True for a noun that the dispatch has elsewhere, if the clause of the source has nobody and
    nothing else in its place.
    """
    token = basis.words[i]
    if token.fold.endswith(("ed", "ly", "est", "ing")) or token.key in lexicons.bases("deeds"):
        return False
    if is_cue(token) or is_verbal(token) or is_grave(token) or not _has(home, basis, i):
        return False
    if _turned(basis, home, i):
        return False
    gap = [j for j in replaced(basis, home, i) if not is_cue(home.words[j])]
    if (is_people(token.key) and _others(home)) or not _mostly(basis, home):
        return False
    own = {token.key, basis.ideas[i]}
    return all(home.words[j].fold in VAGUE or own & may_stand_for(home.words[j].key) for j in gap)


def _mostly(basis: Basis, home: Hold) -> bool:
    """True if the source has more than half of what the line says."""
    told = [k for k, t in enumerate(basis.words) if basis.ideas[k] and not is_function(t)]
    return 2 * sum(bool(home.links[k]) for k in told) > len(told)


def _others(home: Hold) -> bool:
    """True if the source has people whom the line does not."""
    linked = linked_to(home)
    return any(is_people(t.key) and j not in linked for j, t in enumerate(home.words))


def _has(home: Hold, basis: Basis, i: int) -> bool:
    """True if a dispatch has a word, or one that it may stand for."""
    sheet = home.sheet
    known = sheet.remember("stems and ideas", None, lambda: _every(sheet.shown))
    own = (basis.words[i].key, basis.ideas[i])
    meant = sheet.remember("senses", None, lambda: frozenset(map(str, senses(*sorted(known)))))
    return bool(known & {*own, *may_stand_for(*own)} or set(map(str, senses(*own))) & meant)


def _every(text: str) -> frozenset[str]:
    return (frozenset(t.key for t in tokens(text)) | frozenset(ideas(text))) - {""}
