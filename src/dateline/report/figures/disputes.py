"""Rival figures and accounts side by side, each with its speaker; never averaged."""

import re

from dateline.records import Assertion, Citation, Claim, Dispute, Line, Refusal, Sentence, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.choosing import running
from dateline.report.citing import cite, line
from dateline.report.figures import tolls
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.lines import fitness, speakers
from dateline.report.lines.speakers import running as inside
from dateline.report.quantities import find
from dateline.report.words import opened, tidy

Rival = tuple[Claim, Assertion, Sheet]
PASSING = re.compile(r"\b(?:ago|currently|right now|at (?:this|the) moment)\b", re.IGNORECASE)
UNVERIFIED = {2: "Neither figure has been verified."}
SEVERAL = "None of the figures has been verified."


def disputes(ground: Ground) -> tuple[tuple[Dispute, ...], tuple[Refusal, ...]]:
    """Every dispute of the dossier that can be worded so that the gate accepts it."""
    made, refused = [], []
    for rivals in _rivals(ground):
        worded = _figures(rivals, ground) if _are_figures(rivals) else _accounts(rivals, ground)
        if worded is None:
            continue
        refusal = judge(worded, ground)
        if refusal:
            refused.append(refusal)
            continue
        shown = tuple(tolls.toll(*r) for r in rivals if r[1].hedge is not None)
        made.append(Dispute(rivals[0][1].about, worded, shown))
    return tuple(made), tuple(refused)


def of(sheet: Sheet, span: Span, found: tuple[Dispute, ...], ground: Ground) -> Dispute | None:
    """The dispute that a claim in some words of a dispatch is a side of, if there is one."""
    held = {ground.claim_of[a.id].id for a in sheet.assertions if span.contains(a.span)}
    return next((one for one in found if any(t.claim in held for t in one.rivals)), None)


def _are_figures(rivals: list[Rival]) -> bool:
    return all(said.kind == "figure" for _, said, _ in rivals)


def _rivals(ground: Ground) -> list[list[Rival]]:
    """Groups of assertions joined by standing verdicts of contradiction, one per speaker; a count
    that a later one of the same event has overtaken is history.
    """
    gone = running.overtaken(running.counts(ground))
    standing = {
        said.id: (claim, said, sheet)
        for claim, said, sheet in ground.assertions()
        if said.id not in gone and _is_counted((claim, said, sheet))
    }
    groups: list[set[str]] = []
    for a, b in sorted(contradictions(ground)):
        if a not in standing or b not in standing:
            continue
        touching = [g for g in groups if a in g or b in g]
        groups = [g for g in groups if g not in touching]
        groups.append({a, b}.union(*touching))
    found = [_latest([standing[i] for i in sorted(group)]) for group in groups]
    return sorted(
        (f for f in found if len(f) > 1 and _are_opposed(f)),
        key=lambda f: (f[0][2].order, f[0][1].span),
    )


def _is_counted(rival: Rival) -> bool:
    """A figure with a number in its words: "a guard" is no rival toll."""
    _, said, sheet = rival
    return said.kind != "figure" or bool(find(sheet.shown[said.span.start : said.span.end]))


def contradictions(ground: Ground) -> set[tuple[str, str]]:
    """Pairs whose newest judgement is that they contradict."""
    every = (j for claim in ground.dossier.claims for j in claim.judgements)
    newest = {
        (min(j.a, j.b), max(j.a, j.b)): j.verdict for j in sorted(every, key=lambda j: (j.at, j.id))
    }
    return {pair for pair, verdict in newest.items() if verdict == "contradicts"}


def _latest(rivals: list[Rival]) -> list[Rival]:
    """Each speaker's newest word, of at most three speakers; who says whose toll it is comes first.

    A speaker is known by the origin that the ledger gives: "Russia" and "Moscow" are one.
    """
    by: dict[str, Rival] = {}
    for rival in sorted(rivals, key=lambda r: (r[2].order, r[1].span)):
        said = rival[1]
        speaker = (said.origin or said.by) if said.by else (said.agency or said.guid)
        by[speaker.casefold()] = rival
    named = {_number(r) for r in by.values() if r[1].by and r[1].kind == "figure"}
    kept = [r for r in by.values() if r[1].by or _number(r) not in named]
    return sorted(kept[-3:], key=lambda r: _vagueness(r[1].about.population or ""))


def _vagueness(population: str) -> tuple[bool, int]:
    """``its soldiers`` tells only those who read the sentence before; more words tell more."""
    words = population.casefold().split()
    return not words or words[0] in tolls.POSSESSIVES, -len(words)


def _number(rival: Rival) -> tuple[float | None, float | None, float | None]:
    said = rival[1]
    return said.value, said.low, said.high


def _are_opposed(rivals: list[Rival]) -> bool:
    """True for rival figures, for rival holders of a place, and for a claim and its denial."""
    kinds = {said.kind for _, said, _ in rivals}
    denied = {said.polarity == "denies" for _, said, _ in rivals}
    return kinds == {"figure"} or (len(kinds) == 1 and (kinds == {"control"} or len(denied) == 2))


def _figures(rivals: list[Rival], ground: Ground) -> Line | None:
    """One sentence with every figure and speaker, then what is known of verification."""
    clauses = []
    for i, (_, said, sheet) in enumerate(rivals):
        number = inside(tolls.words(said, sheet))
        if i == 0:
            if said.about.measure not in CORE_MEASURES:
                return None
            what = f"{tolls.counted(said, sheet, number)} {tolls.befell(said.about, number)}"
        else:
            what = number
        clauses.append(f"{speakers.voice(said, sheet)} {what}")
    note = UNVERIFIED.get(len(rivals), SEVERAL) if _unverified(rivals) else ""
    text = opened(tidy("; ".join(clauses) + ". " + note))
    return line(ground, text, _citations(rivals))


def _unverified(rivals: list[Rival]) -> bool:
    """True only where a dispatch says so of a figure and none says otherwise."""
    notes = [said.verification for _, said, _ in rivals if said.verification]
    return bool(notes) and all("not" in n or "un" in n for n in notes)


def _citations(rivals: list[Rival]) -> tuple[Citation, ...]:
    return tuple(cite(sheet, said.sentence) for _, said, sheet in rivals)


def _can_stand(sheet: Sheet, sentence: Sentence) -> bool:
    """True for a sentence that is whole, leans on nothing and is not soon out of date."""
    passing = PASSING.search(sheet.shown, sentence.span.start, sentence.span.end)
    return not passing and not fitness.unfit(sheet, sentence) and not fitness.leans(sheet, sentence)


def _accounts(rivals: list[Rival], ground: Ground) -> Line | None:
    """Rival accounts in their own sentences, one after the other."""
    parts = []
    for _, said, sheet in rivals[:2]:
        sentence = next((s for s in sheet.reading.sentences if s.span.overlaps(said.span)), None)
        if sentence is None or not _can_stand(sheet, sentence):
            return None
        parts.append(opened(tidy(sheet.shown[said.sentence.start : said.sentence.end])))
    if parts[0] == parts[1]:
        return None
    return line(ground, " ".join(parts), _citations(rivals[:2]))
