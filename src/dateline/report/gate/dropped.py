"""Hedges and negations may be neither dropped nor added."""

import re

from dateline.records import Statement
from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.speakers import attributions
from dateline.report.words import Token, is_function, tokens

BREAK = re.compile(r"[,;:–—(]|[.!?]\s")


def hedges(basis: Basis) -> str | None:
    """No word of doubt or condition in a kept clause is left out, and none is put in."""
    return _guarded(basis, lexicons.words("hedges"), "hedge")


def negations(basis: Basis) -> str | None:
    """No negation in a kept clause is left out, and none is put in."""
    return _guarded(basis, lexicons.words("negations"), "negation")


def stances(basis: Basis) -> str | None:
    """What the source denies, demands, promises or predicts can't be put as a fact."""
    hold = basis.best
    own = {t.fold for t in basis.words}
    for statement in hold.statements():
        if own & _stance_words(statement) or statement.polarity in ("asserts", "condemns"):
            continue
        if _share(basis, hold, statement) > 0.5:
            return f"{statement.source_name or 'The source'} only {statement.polarity} this."
    return None


def _stance_words(statement: Statement) -> frozenset[str]:
    if statement.polarity == "denies":
        return lexicons.words("denials") | lexicons.words("negations")
    cue = frozenset(t.fold for t in tokens(statement.cue.text)) if statement.cue else frozenset()
    return cue | lexicons.group("stances", statement.polarity)


def _share(basis: Basis, hold: Hold, statement: Statement) -> float:
    """Share of a statement's content words that the line repeats."""
    spans = [c.span for c in statement.content]
    inside = [i for i, t in enumerate(hold.words) if any(s.start <= t.start < s.end for s in spans)]
    matched = {j for _, j in hold.pairs}
    return sum(i in matched for i in inside) / max(1, len(inside))


def _guarded(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    for token in basis.words:
        known = any(t.key == token.key for h in basis.holds for t in h.words if h.cites(t))
        if token.fold in guards and not known and not _reported(basis, token):
            return f"“{token.text}” is a {kind} that the cited words do not have."
    return _dropped(basis, guards, kind) if basis.close else _missing(basis, guards, kind)


def _reported(basis: Basis, token: Token) -> bool:
    """``Claims``/``denies`` may report a statement whose polarity or cue is such."""
    if token.fold in lexicons.words("denials"):
        return any(s.polarity == "denies" for h in basis.holds for s in h.statements())
    return False


def _dropped(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    hold = basis.best
    matched = {j for _, j in hold.pairs}
    placed = {i for i, _ in hold.pairs}
    own = [t.key for i, t in enumerate(basis.words) if i not in placed]
    runs = (part for run in _runs(matched, len(hold.words)) for part in _clauses(hold, run))
    for run in runs:
        words = hold.words[run.start : run.stop]
        lost = [t for t in words if t.fold in guards and t.key not in own]
        lost = [t for t in lost if not _said_anew(basis, t)]
        if lost and not _free(hold, run):
            return f"The source's “{lost[0].text}” is left out ({kind})."
    return None


def _said_anew(basis: Basis, token: Token) -> bool:
    """True for a "claimed" in whose place a line of our own wording has another verb of speech."""
    if not token.fold.startswith("claim") or len(basis.best.pairs) >= 0.8 * len(basis.words):
        return False
    return bool(attributions(basis))


def _runs(matched: set[int], size: int) -> list[range]:
    """Stretches of unmatched positions."""
    runs, start = [], None
    for i in range(size + 1):
        if i < size and i not in matched:
            start = i if start is None else start
        elif start is not None:
            runs.append(range(start, i))
            start = None
    return runs


def _clauses(hold: Hold, run: range) -> list[range]:
    """A stretch of positions parted at the punctuation within it."""
    parts, start = [], run.start
    for i in range(run.start + 1, run.stop):
        between = hold.sheet.shown[hold.words[i - 1].end : hold.words[i].start]
        if BREAK.search(between):
            parts.append(range(start, i))
            start = i
    return [*parts, range(start, run.stop)]


def _free(hold: Hold, run: range) -> bool:
    """True if the run is a whole clause, set off by punctuation, that can go."""
    words = hold.words
    first, last = words[run.start], words[run.stop - 1]
    begin = words[run.start - 1].end if run.start else hold.wide.start
    end = words[run.stop].start if run.stop < len(words) else hold.wide.end + 1
    text = hold.sheet.shown
    opens = run.start == 0 or bool(BREAK.search(text[begin : first.start]))
    closes = run.stop == len(words) or bool(BREAK.search(text[last.end : end]))
    whole_sentence = opens and (run.start == 0 or ". " in text[begin : first.start])
    starts_free = (
        first.fold in lexicons.words("free") or first.fold.endswith("ing") or whole_sentence
    )
    return opens and closes and starts_free and first.fold not in ("if", "unless", "whether")


def _missing(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    """In a new sentence: a guard right beside kept words of the source must be kept too."""
    own = {t.key for t in basis.words}
    for hold in basis.holds:
        matched = {j for _, j in hold.pairs if not is_function(hold.words[j])}
        for i, token in enumerate(hold.words):
            if token.fold not in guards or token.key in own or _said_anew(basis, token):
                continue
            if _flanked(i, matched):
                return f"The source's “{token.text}” is left out ({kind})."
    return None


def _flanked(i: int, matched: set[int]) -> bool:
    return (i - 1 in matched or i - 2 in matched) and (i + 1 in matched or i + 2 in matched)
