"""Who blames whom, told without a verb of speech: "Salt holds the army responsible"."""

from dateline.report.gate.basis import Basis
from dateline.report.gate.speaking import forms_of, is_called
from dateline.report.gate.voices import voices
from dateline.report.words import is_function, stem

BLAMING = frozenset(map(stem, ("blame", "accuse")))


def supported(basis: Basis) -> str | None:
    """The rule: somebody's rewording has nobody blame another who does not in the source."""
    if basis.tolerant and _blames(basis) is False:
        return "The source does not have one of them blame the other."
    return None


def says_who(basis: Basis) -> bool:
    """True for a line that says, without a verb of speech, who is blamed or by whom."""
    return bool(_blames(basis)) or _blamed_on(basis)


def _blamed_on(basis: Basis) -> bool:
    """True for "was blamed on" where the source has that too."""
    folds, hold = [t.fold for t in basis.words], basis.best
    at = next((i for i, f in enumerate(folds[:-1]) if f == "blamed" and folds[i + 1] == "on"), None)
    after = (hold.words[j + 1 : j + 2] for j in (hold.links[at] if at is not None else ()))
    return any(t.fold == "on" for words in after for t in words)


def _blames(basis: Basis) -> bool | None:
    """Whether "Salt holds the army responsible" is of one who blames it in the source; null if a
    line does not say so, or the source blames nobody.
    """
    folds, hold = [t.fold for t in basis.words], basis.best
    at = next((i for i, f in enumerate(folds) if f in ("hold", "holds", "held")), 0)
    end = next((i for i, f in enumerate(folds) if f == "responsible" and i > at), at)
    named = [t for t in basis.words[:at] if not is_function(t)]
    whom = [k for k in range(at + 1, end) if not is_function(basis.words[k])]
    there = [v for v in voices(hold.prose) if hold.words[v.cue].key in BLAMING]
    if not (named and whom and there):
        return None
    return any(
        is_called(hold, named, forms_of(hold, v))
        and all(any(j > v.cue for j in hold.links[k]) for k in whom)
        for v in there
    )
