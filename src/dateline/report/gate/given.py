"""Words of a line that point back at what its dispatch told before: "the vessel" for a ferry that
the cited sentence only calls "it".
"""

from collections import defaultdict
from functools import cache

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.ideas import ideas, ideas_of
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.senses import senses
from dateline.report.gate.voices import is_cue
from dateline.report.ground import Sheet
from dateline.report.words import Token, fold, is_function, stem, tokens

POINTING = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "its", "their", "both")
)
LEANING = PRONOUNS | POINTING | frozenset(("him", "them", "there", "which"))
OWNING = ("'s", "’s", "s'", "s’")
SAYINGS = frozenset(
    ("claim", "claims", "charge", "charges", "accusation", "accusations", "allegation",
     "allegations", "report", "reports", "suggestion", "statement", "remark", "remarks",
     "criticism", "account", "version")
)  # fmt: skip
"""What "this" or "it" may be called once somebody has said it."""


def given(basis: Basis, i: int) -> bool:
    """True for a noun with an article or owner that the dispatch has for something it told in its
    first sentence or the one before, where the cited words only point at it, and name nothing else
    in its place.
    """
    token = basis.words[i]
    home = basis.home(basis.parts[i])
    if token.fold.endswith(("ed", "ly", "est", "ing")) or token.key in lexicons.bases("deeds"):
        return False
    if not _led(basis.words, i) or not LEANING & {t.fold for t in home.words}:
        return False
    if token.fold in SAYINGS and _deny_or_answer(home):
        return True
    told = before(home)
    own = (token.key, basis.ideas[i])
    known = told & {*own, *may_stand_for(*own)} or senses(*own) & senses(*sorted(told))
    if not known and basis.tolerant:
        known = _earlier(home) & {*own, *introducing(token.key)}
    return bool(known) and not _rival(basis, home, i)


def _earlier(home: Hold) -> frozenset[str]:
    """Stems of all that a dispatch tells before the cited words."""
    text = home.sheet.shown[: home.wide.start]
    return home.sheet.remember(
        "earlier", home.wide, lambda: frozenset(t.key for t in tokens(text) if not is_function(t))
    )


@cache
def _introductions() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for group in lexicons.groups("introductions"):
        stems = {stem(fold(word)) for word in group}
        for one in stems:
            found[one] |= stems
    return {word: frozenset(others) for word, others in found.items()}


def introducing(key: str) -> frozenset[str]:
    """Words after which "the" may stand before a noun: an "agree" before "the deal"."""
    return _introductions().get(key, frozenset())


def _led(words: tuple[Token, ...], i: int) -> bool:
    back = words[max(0, i - 2) : i]
    return any(t.fold in POINTING or t.text.endswith(OWNING) for t in back)


def _deny_or_answer(home: Hold) -> bool:
    """True if the cited words reject, deny or answer "this" or "it"."""
    folds = [t.fold for t in home.words]
    denied = (i for i, f in enumerate(folds) if f in lexicons.words("denials"))
    return any({"this", "that", "it", "them"} & set(folds[i + 1 : i + 3]) for i in denied)


def before(home: Hold) -> frozenset[str]:
    """Stems and ideas of the dispatch's first sentence and the one before the cited words."""
    return home.sheet.remember("before", home.wide, lambda: _before(home.sheet, home))


def _before(sheet: Sheet, home: Hold) -> frozenset[str]:
    first = next((s.span for s in sheet.reading.sentences if s.prose), None)
    earlier, _ = sheet.neighbours(home.wide)
    spans = [s for s in (first, earlier.span if earlier else None) if s and s < home.wide]
    texts = [sheet.shown[s.start : s.end] for s in spans]
    meant = frozenset(one for text in texts for one in ideas(text))
    stems = frozenset(t.key for text in texts for t in tokens(text) if not is_function(t))
    return (meant | stems | ideas_of(stems)) - {""}


def _rival(basis: Basis, home: Hold, i: int) -> bool:
    """True if the cited words name something in the place where the line has its own word."""
    if basis.words[i].text.endswith(OWNING) and _owned_by_pronoun(basis, home, i):
        return False
    gap = [j for j in replaced(basis, home, i) if not is_cue(home.words[j])]
    own = {basis.words[i].key, basis.ideas[i]}
    return any(not (basis.tolerant and own & may_stand_for(home.words[j].key)) for j in gap)


def _owned_by_pronoun(basis: Basis, home: Hold, i: int) -> bool:
    """True for "the prosecutors' main witness" where the source has "their main witness"."""
    after = home.links[i + 1] if i + 1 < len(basis.words) else ()
    owners = ("his", "her", "its", "their")
    return basis.tolerant and any(j and home.words[j - 1].fold in owners for j in after)


def replaced(basis: Basis, home: Hold, i: int) -> list[int]:
    """The words of the source in whose place a line has its own: between those that it shares."""
    links = home.links
    left = next((links[k] for k in range(i - 1, -1, -1) if _tells(basis, home, k)), ())
    right = next((links[k] for k in range(i + 1, len(links)) if _tells(basis, home, k)), ())
    inside = clause_of(home, (left or right)[:1])
    low = max(left) if left else inside[0] - 1
    high = min(right) if right else inside[-1] + 1
    low, high = sorted((low, high))
    linked = {j for js in links for j in js}
    return [
        j for j in range(low + 1, high)
        if j not in linked and not is_function(home.words[j]) and home.ideas[j]
    ]  # fmt: skip


def clause_of(home: Hold, at: tuple[int, ...]) -> list[int]:
    """The positions of the clause of the source that has one, or of its first clause."""
    part = home.parts[at[0]] if at else 0
    return [j for j, p in enumerate(home.parts) if p == part] or [0]


def _tells(basis: Basis, home: Hold, k: int) -> bool:
    return bool(home.links[k]) and not is_function(basis.words[k])
