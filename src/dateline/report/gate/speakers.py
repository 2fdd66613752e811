"""Who says it: a speaker in the line must be the one who says it in the cited words."""

import re
from collections import Counter

from dateline.records import Statement
from dateline.report import lexicons, quantities
from dateline.report.gate import known_as
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.ideas import idea, ideas_of
from dateline.report.gate.short_forms import short_forms
from dateline.report.gate.voices import LEADING, PRONOUNS, Prose, Voice, is_cue, stretch, voices
from dateline.report.words import Token, is_function, keys, stem, tokens

SLACK = 3  # words that an edit may have taken out between a speaker and the cue
APPOSED = 8  # words: a longer stretch between commas is no office or name
REPORTERS = frozenset(map(stem, ("reporter", "journalist", "correspondent", "photographer", "scene")))
NO_OFFICE = frozenset(
    ("by", "to", "with", "in", "on", "at", "for", "from", "even", "although", "because", "but",
     "and", "that", "if", "as", "after", "before", "of", "while", "when", "where")
)  # fmt: skip
"""Words with which no apposition begins."""
HEAVY = 4  # a number tells the clause that a line comes from better than another word does


def right(basis: Basis) -> str | None:
    """A speaker that the line words anew must be the source of a cited statement or figure."""
    for voice in voices(basis.text):
        named = _naming([basis.words[i] for i in _head(basis, voice)])
        if not named:
            continue
        words = " ".join(t.text for t in named)
        reason = _lent(basis, voice, named, words)
        if reason:
            return reason
        if _as_cited(basis, voice) and len(basis.holds) == 1:
            continue
        hold = _voiced(basis, voice, named)
        if hold is None:
            return f"The cited words are not attributed to “{words}”."
        if {t.key for t in named} <= keys(hold.sheet.dispatch.agency or ""):
            continue
        reason = _figures_fit(basis, voice, named, words)
        if reason:
            return reason
    return None


def _naming(words: list[Token]) -> list[Token]:
    """The words that tell one speaker from another: names and numbers, else all with meaning."""
    told = [t for t in words if not is_function(t)]
    numbers = lexicons.bases("number_words")
    sharp = [t for t in told if t.text[0].isupper() or t.text[0].isdigit() or t.fold in numbers]
    return sharp or told


def _head(basis: Basis, voice: Voice) -> tuple[int, ...]:
    """A speaker's words; where they begin with a full name, without what follows an "of"."""
    for n, i in enumerate(voice.positions):
        capitals = [k for k in voice.positions[:n] if basis.words[k].text[0].isupper()]
        if basis.words[i].fold in ("of", "from", "for", "de") and len(capitals) > 1:
            return voice.positions[:n]
    return voice.positions


def anew(basis: Basis, positions: tuple[int, ...]) -> bool:
    """True if a speaker's words are not those that stand at this place in the source."""
    placed = {i for i, _ in basis.best.pairs}
    return not any(i in placed for i in positions if not is_function(basis.words[i]))


def _as_cited(basis: Basis, voice: Voice) -> bool:
    """True if speaker and cue stand in the source as they do in the line."""
    pairs = dict(basis.best.pairs)
    wanted = [i for i in voice.positions if not is_function(basis.words[i])]
    wanted = sorted((*wanted, voice.cue))
    places = [pairs.get(i) for i in wanted]
    known = [p for p in places if p is not None]
    return len(known) == len(places) and known[-1] - known[0] <= wanted[-1] - wanted[0] + SLACK


def _lent(basis: Basis, voice: Voice, named: list[Token], words: str) -> str | None:
    """In words of several speakers, what one says can't be lent to another."""
    hold = _home(basis, voice)
    there = voices(hold.prose)
    where = _where(basis, voice, hold)
    if len(there) < 2 or where is None:
        return None
    owners = _speaking(hold, there, where)
    wanted = {idea(t.key) for t in named}
    mine = [v for v in there if wanted <= _forms(hold, v)]
    if not owners or not mine or any(v in owners for v in mine):
        return None
    if any(wanted <= _forms(hold, v) for v in owners):
        return None
    other = " ".join(hold.words[i].text for i in owners[0].positions)
    return f"The source has this from “{other}”, not from “{words}”."


def _home(basis: Basis, voice: Voice) -> Hold:
    """The passage that bears out what a voice of the line says."""
    return basis.home(basis.parts[voice.cue], (*voice.positions, voice.cue))


def _where(basis: Basis, voice: Voice, hold: Hold) -> int | None:
    """The clause of the source from which a speaker's words in the line come."""
    votes: Counter[int] = Counter()
    dates = date_spans(basis.text)
    for i, part in enumerate(basis.parts):
        token = basis.words[i]
        skip = i in voice.positions or i == voice.cue or is_function(token)
        skip = skip or any(d.start <= token.start < d.end for d in dates)
        if skip or part != basis.parts[voice.cue]:
            continue
        for j in hold.links[i]:
            votes[hold.parts[j]] += HEAVY if hold.ideas[j].startswith("#") else 1
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _speaking(hold: Hold, there: tuple[Voice, ...], part: int) -> list[Voice]:
    """Who speaks in a clause; where nobody does, who spoke last or, first of all, speaks next."""
    inside = [v for v in there if hold.parts[v.cue] == part]
    before = [v for v in there if hold.parts[v.cue] < part]
    return inside or before[-1:] or list(there[:1])


def _forms(hold: Hold, voice: Voice) -> frozenset[str]:
    """Ideas of all that the dispatch calls a speaker."""
    told = [hold.words[i] for i in voice.positions]
    known = frozenset(t.key for t in (*told, *_apposed(hold, voice)))
    for name in hold.sheet.reading.names:
        if any(name.span.start <= t.start < name.span.end for t in told):
            known |= known_as.forms(hold.sheet, name.canonical)
    if all(t.fold in PRONOUNS or is_function(t) for t in told):
        near = told[0].start
        for said in hold.statements():
            if said.source and said.source.span.start <= near < said.source.span.end:
                known |= known_as.speaker(hold.sheet, said)
    return ideas_of(known)


def _apposed(hold: Hold, voice: Voice) -> list[Token]:
    """The words between commas right before or after a speaker's: its office or name."""
    prose = Prose(hold.prose, tokens(hold.prose))
    first, last = voice.positions[0], voice.positions[-1]
    before = stretch(prose, first - 1) if first and _comma(prose, first) else ()
    ends = last + 1 == len(prose.words)
    after = () if ends or not _comma(prose, last + 1) else stretch(prose, last + 1, 1)
    runs = [r for r in (before, after) if r and len(r) <= APPOSED]
    runs = [r for r in runs if prose.words[r[0]].fold not in NO_OFFICE]
    runs = [r for r in runs if not any(is_cue(prose.words[i]) for i in r)]
    return [hold.words[i] for run in runs for i in run]


def _comma(prose: Prose, i: int) -> bool:
    return prose.between(i - 1, i).strip() == ","


def sources(hold: Hold) -> list[frozenset[str]]:
    """Who speaks in the cited words: ideas of every form by which the dispatch knows them.

    Of several statements, those count that cover most of what the line repeats.
    """
    shares = [(_covered(hold, s), s) for s in hold.statements()]
    most = max((share for share, _ in shares), default=0)
    told = [known_as.speaker(hold.sheet, s) for share, s in shares if 2 * share >= most]
    return [ideas_of(forms) for forms in told]


def _covered(hold: Hold, statement: Statement) -> int:
    """How many matched words stand in a statement's content."""
    spans = [c.span for c in statement.content]
    placed = (hold.words[j].start for js in hold.links for j in js[:1])
    return sum(any(s.start <= at < s.end for s in spans) for at in placed)


def _voiced(basis: Basis, voice: Voice, named: list[Token]) -> Hold | None:
    wanted = {t.key for t in named}
    home = _home(basis, voice)
    for hold in (home, *(h for h in basis.holds if _continued(home, h))):
        if any(_called(hold, named, forms) for forms in sources(hold)):
            return hold
        if _heard(basis, hold, voice, named):
            return hold
        if wanted == keys(hold.sheet.dispatch.agency or ""):
            return hold
        for said in hold.sheet.assertions:
            if said.span.overlaps(hold.citation.span) and said.by and wanted <= keys(said.by):
                return hold
    return None


def _continued(home: Hold, other: Hold) -> bool:
    """True if a passage comes first of two, and the second names its speaker only by a pronoun."""
    if other is home:
        return False
    if other.sheet is not home.sheet:
        return not voices(home.prose)
    pronoun = any(home.words[i].fold in PRONOUNS for v in voices(home.prose) for i in v.positions)
    return other.wide.end <= home.wide.start and (pronoun or not voices(home.prose))


def _called(hold: Hold, named: list[Token], forms: frozenset[str]) -> bool:
    """True if all words of a name are forms of a speaker, or initials of one."""
    short = short_forms(hold.sheet.shown)
    return all(
        idea(t.key) in forms or (t.text in short and _spells(t.text, forms)) for t in named
    )


def _spells(initials: str, forms: frozenset[str]) -> bool:
    firsts = {form[0] for form in forms if form}
    return all(letter.casefold() in firsts for letter in initials)


def _heard(basis: Basis, hold: Hold, voice: Voice, named: list[Token]) -> bool:
    """True if the source's own words have the speaker before a verb of speech there."""
    there = voices(hold.prose)
    where = _where(basis, voice, hold)
    speaking = there if where is None else _speaking(hold, there, where)
    return any(_called(hold, named, _forms(hold, v)) for v in speaking)


def _figures_fit(basis: Basis, voice: Voice, named: list[Token], words: str) -> str | None:
    """A figure in the speaker's clause must be that speaker's own."""
    clause = _clause(basis, voice)
    dates = date_spans(basis.text)
    wanted = {idea(t.key) for t in named}
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


def _clause(basis: Basis, voice: Voice) -> tuple[int, int]:
    """The stretch between semicolons or full stops around an attribution."""
    at = basis.words[voice.cue].start
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
            heard = [_forms(hold, v) for v in _around(hold, figure.span.start)]
            found.append(ideas_of(keys(names) | forms).union(*heard))
    return found


def _around(hold: Hold, at: int) -> list[Voice]:
    """Who speaks in the clause at an offset of the dispatch."""
    places = [j for j, t in enumerate(hold.words) if t.start <= at]
    there = voices(hold.prose)
    return _speaking(hold, there, hold.parts[places[-1]]) if places and there else []


def kept(basis: Basis) -> str | None:
    """A line that repeats what somebody said must say who did."""
    if basis.close and _loses_according(basis):
        return "The line leaves out the source's “according to”."
    if voices(basis.text):
        return None
    unsaid = _unsaid(basis)
    if unsaid:
        return f"The line leaves out who said it: {unsaid}."
    for hold in basis.holds:
        matched = {j for js in hold.links for j in js[:1]}
        if len(matched) < 0.5 * max(1, sum(map(bool, basis.ideas))):
            continue
        for statement in hold.statements():
            if _unattributed(basis, hold, statement, matched):
                source = statement.source_name or (statement.source and statement.source.text)
                return f"The line leaves out who said it: {source}."
    return None


def _unsaid(basis: Basis) -> str | None:
    """Who speaks in the clause of the source from which the line comes, if the line does not
    keep the verb with its subject.
    """
    hold = basis.best
    everything = Voice((), 0)
    where = _where(basis, everything, hold)
    if where is None:
        return None
    for voice in voices(hold.prose):
        told = [i for i in voice.positions if not is_function(hold.words[i])]
        linked = {j for js in hold.links for j in js}
        if hold.parts[voice.cue] != where or not told or _seen(hold, told):
            continue
        if voice.cue not in linked or not linked & set(told):
            return " ".join(hold.words[i].text for i in told)
    return None


def _seen(hold: Hold, told: list[int]) -> bool:
    """True for the agency's own reporters."""
    own = keys(hold.sheet.dispatch.agency or "") | REPORTERS
    return all(hold.words[i].key in own for i in told)


def _loses_according(basis: Basis) -> bool:
    """True if a source led in by "according to" is gone, whatever the reader made of it."""
    matched = {j for js in basis.best.links for j in js}
    lost = any(t.fold in LEADING and j not in matched for j, t in enumerate(basis.best.words))
    return lost and not voices(basis.text)


def _unattributed(basis: Basis, hold: Hold, statement: Statement, matched: set[int]) -> bool:
    if statement.source is None and statement.source_name is None:
        return False
    spans = [c.span for c in statement.content]
    kept_words = {j for j in matched if not is_function(hold.words[j])}
    inside = {j for j in kept_words if any(_in(hold, j, s.start, s.end) for s in spans)}
    if len(inside) < 0.7 * max(1, len(kept_words)) or _own_reporter(hold, statement):
        return False
    return not _cue_kept(basis, statement)


def _in(hold: Hold, j: int, start: int, end: int) -> bool:
    return start <= hold.words[j].start < end


def _cue_kept(basis: Basis, statement: Statement) -> bool:
    """True if the line keeps the verb and the source as its own subject ("mediators expect")."""
    cue = keys(statement.cue.text) if statement.cue else frozenset()
    source = keys(statement.source.text) if statement.source else frozenset()
    source = source or keys(statement.source_name or "")
    own = {idea(t.key) for t in basis.words}
    return bool(ideas_of(cue) & own) and bool(ideas_of(source) & own)


def _own_reporter(hold: Hold, statement: Statement) -> bool:
    """True for what the agency's own reporter saw."""
    told = keys(statement.source.text) if statement.source else frozenset()
    own = keys(hold.sheet.dispatch.agency or "")
    return bool(told) and told <= own | REPORTERS
