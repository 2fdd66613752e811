"""Who says it: a line's attribution must be the cited statement's, and can't be left out."""

import re
from dataclasses import dataclass

from dateline.records import Span, Statement
from dateline.report import lexicons, quantities
from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.dates import date_spans
from dateline.report.words import Token, is_function, keys

BOUNDARY = re.compile(r"[,;:.!?\"“”«»()–—]")

SLACK = 3  # words that an edit may have taken out between a speaker and the cue
WIDEST = 12  # words: a longer stretch is no speaker's name


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker in a line: positions of its words and of the cue among the line's words."""

    positions: tuple[int, ...]
    cue: int


def attributions(basis: Basis) -> tuple[Attribution, ...]:
    """Who speaks in a line, by its cues outside quotation marks."""
    found = []
    dates = date_spans(basis.text)
    sources = {p for i, t in enumerate(basis.words) if t.fold == "according"
               for p in _speaker(basis, i)}  # fmt: skip
    for i, token in enumerate(basis.words):
        if i in sources:
            continue
        hyphened = basis.text[max(0, token.start - 1) : token.start] == "-"
        if token.fold not in lexicons.words("speech") or hyphened or basis.quoted(token):
            continue
        positions = [p for p in _speaker(basis, i) if not _dated(basis.words[p], dates)]
        while positions and is_function(basis.words[positions[-1]]):
            positions.pop()
        if positions:
            found.append(Attribution(tuple(positions), i))
    return tuple(found)


def _dated(token: Token, dates: tuple[Span, ...]) -> bool:
    return any(d.start <= token.start < d.end for d in dates)


def _speaker(basis: Basis, cue: int) -> tuple[int, ...]:
    if basis.words[cue].fold == "according":
        return _run(basis, cue + 2, 1)
    before = _run(basis, cue - 1, -1)
    if any(not is_function(basis.words[i]) for i in before):
        return before
    after = _run(basis, cue + 1, 1)
    if after and basis.words[after[0]].fold not in lexicons.words("no_speaker"):
        return after
    return _before_apposition(basis, cue)


def _before_apposition(basis: Basis, cue: int) -> tuple[int, ...]:
    """The speaker of "Mario Solorzano, leader of the party, reported that ..."."""
    apposition = _stretch(basis, cue - 1)
    return _stretch(basis, apposition[0] - 1) if apposition and apposition[0] else ()


def _stretch(basis: Basis, at: int) -> tuple[int, ...]:
    """The positions that end at ``at`` and begin after punctuation."""
    kept = [at] if at >= 0 else []
    while kept and kept[0] > 0 and len(kept) < WIDEST:
        between = basis.text[basis.words[kept[0] - 1].end : basis.words[kept[0]].start]
        if BOUNDARY.search(between):
            break
        kept.insert(0, kept[0] - 1)
    return tuple(kept)


def _run(basis: Basis, at: int, step: int) -> tuple[int, ...]:
    """Positions from ``at`` on, up to punctuation."""
    kept: list[int] = []
    while 0 <= at < len(basis.words) and len(kept) < WIDEST:
        near = at - step
        if 0 <= near < len(basis.words):
            low, high = sorted((at, near))
            between = basis.text[basis.words[low].end : basis.words[high].start]
            if BOUNDARY.search(between):
                break
        kept.append(at)
        at += step
    return tuple(sorted(kept))


def right(basis: Basis) -> str | None:
    """A speaker that the line words anew must be the source of a cited statement or figure."""
    for attribution in attributions(basis):
        if _as_cited(basis, attribution) and len(basis.holds) == 1:
            continue
        named = _naming([basis.words[i] for i in attribution.positions])
        if not named:
            continue
        hold = _voiced(basis, named)
        words = " ".join(t.text for t in named)
        if hold is None:
            return f"The cited words are not attributed to “{words}”."
        if {t.key for t in named} <= keys(hold.sheet.dispatch.agency or ""):
            continue
        reason = _figures_fit(basis, attribution, named, words)
        if reason:
            return reason
    return None


def _naming(words: list[Token]) -> list[Token]:
    """The words that tell one speaker from another: names and numbers, else all with meaning."""
    told = [t for t in words if not is_function(t)]
    numbers = lexicons.bases("number_words")
    sharp = [t for t in told if t.text[0].isupper() or t.text[0].isdigit() or t.fold in numbers]
    return sharp or told


def anew(basis: Basis, positions: tuple[int, ...]) -> bool:
    """True if a speaker's words are not those that stand at this place in the source."""
    placed = {i for i, _ in basis.best.pairs}
    return not any(i in placed for i in positions if not is_function(basis.words[i]))


def _as_cited(basis: Basis, attribution: Attribution) -> bool:
    """True if speaker and cue stand in the source as they do in the line."""
    pairs = dict(basis.best.pairs)
    wanted = [i for i in attribution.positions if not is_function(basis.words[i])]
    wanted = sorted((*wanted, attribution.cue))
    places = [pairs.get(i) for i in wanted]
    known = [p for p in places if p is not None]
    return len(known) == len(places) and known[-1] - known[0] <= wanted[-1] - wanted[0] + SLACK


def sources(hold: Hold) -> list[frozenset[str]]:
    """Who speaks in the cited words: stems of every form by which the dispatch knows them.

    Of several statements, those count that cover most of what the line repeats.
    """
    shares = [(_covered(hold, s), s) for s in hold.statements()]
    most = max((share for share, _ in shares), default=0)
    return [known_as.speaker(hold.sheet, s) for share, s in shares if 2 * share >= most]


def _covered(hold: Hold, statement: Statement) -> int:
    """How many matched words stand in a statement's content."""
    spans = [c.span for c in statement.content]
    placed = (hold.words[j].start for _, j in hold.pairs)
    return sum(any(s.start <= at < s.end for s in spans) for at in placed)


def _voiced(basis: Basis, named: list[Token]) -> Hold | None:
    wanted = {t.key for t in named}
    for hold in basis.holds:
        if any(wanted <= forms for forms in sources(hold)):
            return hold
        if wanted == keys(hold.sheet.dispatch.agency or ""):
            return hold
        for said in hold.sheet.assertions:
            if said.span.overlaps(hold.citation.span) and said.by and wanted <= keys(said.by):
                return hold
    return None


def _figures_fit(
    basis: Basis, attribution: Attribution, named: list[Token], words: str
) -> str | None:
    """A figure in the speaker's clause must be that speaker's own."""
    clause = _clause(basis, attribution)
    dates = date_spans(basis.text)
    wanted = {t.key for t in named}
    for quantity in quantities.find(basis.text):
        inside = clause[0] <= quantity.start < clause[1]
        if (
            not inside
            or quantity.value is None
            or any(d.start <= quantity.start < d.end for d in dates)
        ):
            continue
        owners = [o for hold in basis.holds for o in _owners(hold, quantity.value)]
        if owners and not any(wanted & owner for owner in owners):
            number = basis.text[quantity.start : quantity.end]
            return f"The figure “{number}” is not given by “{words}”."
    return None


def _clause(basis: Basis, attribution: Attribution) -> tuple[int, int]:
    """The stretch between semicolons or full stops around an attribution."""
    at = basis.words[attribution.cue].start
    breaks = [m.start() for m in re.finditer(r";|\.\s", basis.text)]
    start = max([0, *(b for b in breaks if b < at)])
    return start, min([len(basis.text), *(b for b in breaks if b >= at)])


def _owners(hold: Hold, value: float) -> list[frozenset[str]]:
    """Who gives a figure of this value in the cited words, if the reader could tell."""
    span, found = hold.citation.span, []
    reading = hold.sheet.reading
    for figure in reading.figures:
        if not figure.span.overlaps(span) or value not in (figure.value, figure.low, figure.high):
            continue
        names = figure.source_name or ""
        said = reading.statements[figure.statement] if figure.statement is not None else None
        forms = known_as.speaker(hold.sheet, said) if said else frozenset()
        if names or forms:
            found.append(keys(names) | forms)
    return found


def kept(basis: Basis) -> str | None:
    """A line that repeats what somebody said must say who did."""
    if basis.close and _loses_according(basis):
        return "The line leaves out the source's “according to”."
    for hold in basis.holds:
        matched = {j for _, j in hold.pairs}
        if len(matched) < 0.5 * max(1, len(basis.words)):
            continue
        for statement in hold.statements():
            if _unattributed(basis, hold, statement, matched):
                source = statement.source_name or (statement.source and statement.source.text)
                return f"The line leaves out who said it: {source}."
    return None


def _loses_according(basis: Basis) -> bool:
    """True if a source led in by "according to" is gone, whatever the reader made of it."""
    matched = {j for _, j in basis.best.pairs}
    lost = any(t.fold == "according" and j not in matched for j, t in enumerate(basis.best.words))
    return lost and not attributions(basis)


def _unattributed(basis: Basis, hold: Hold, statement: Statement, matched: set[int]) -> bool:
    if statement.source is None and statement.source_name is None:
        return False
    spans = [c.span for c in statement.content]
    inside = {i for i in matched if any(s.start <= hold.words[i].start < s.end for s in spans)}
    if len(inside) < 0.7 * max(1, len(matched)):
        return False
    own = {t.key for t in basis.words}
    source = statement.source
    if source and any(source.span.start <= hold.words[j].start < source.span.end for j in matched):
        return False
    return not (known_as.speaker(hold.sheet, statement) & own)
