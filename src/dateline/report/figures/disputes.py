"""Rival figures and accounts side by side, each with its speaker; never averaged."""

import re
from itertools import combinations

from dateline.records import Assertion, Citation, Claim, Dispute, Line, Refusal, Span
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons
from dateline.report.citing import cite, line
from dateline.report.figures import french, running, tolls
from dateline.report.gate import judge
from dateline.report.ground import Ground, Sheet
from dateline.report.lines import pointing, speakers
from dateline.report.lines.drafts import Draft, draft_of, main_language, text_of
from dateline.report.lines.speakers import running as inside
from dateline.report.lines.spelling import Said
from dateline.report.quantities import find
from dateline.report.words import opened, tidy, tokens

Rival = tuple[Claim, Assertion, Sheet]
PASSING = re.compile(r"\b(?:ago|currently|right now|at (?:this|the) moment)\b", re.IGNORECASE)
UNVERIFIED = {2: "Neither figure has been verified."}
PART = re.compile(r"\W*(?:at least\s+)?[\w-]+\s+of\s+the\s+\w+", re.IGNORECASE)
OTHERS = re.compile(
    r"\W*(?:at least\s+)?[\w-]+\s+(?:other|others|more|further|additional)\b", re.IGNORECASE
)
"""A count of those besides some that are counted too: "six sailors and two others"."""

NOTED = ", a figure that has not been verified"
DOUBT = re.compile(r"not|\bun(?!\s)|\bn[e’']\s?")
SEVERAL = "None of the figures has been verified."


def disputes(ground: Ground) -> tuple[tuple[Dispute, ...], tuple[Refusal, ...]]:
    """Every dispute of the dossier that can be worded so that the gate accepts it."""
    made, refused = [], []
    for rivals in _rivals(ground):
        found = (
            [_figures(_numbers(rivals), ground)]
            if _are_figures(rivals)
            else _accounts(rivals, ground)
        )
        tried = [(one, judge(one, ground)) for one in found if one]
        worded = next((one for one, refusal in tried if refusal is None), None)
        if worded is None:
            refused += [refusal for _, refusal in tried[:1] if refusal]
            continue
        shown = tuple(tolls.toll(*r) for r in rivals if r[1].hedge is not None)
        made.append(Dispute(rivals[0][1].about, worded, shown))
    return _apart(made), tuple(refused)


def of(sheet: Sheet, span: Span, found: tuple[Dispute, ...], ground: Ground) -> Dispute | None:
    """The dispute that a claim in some words of a dispatch is a side of, if there is one."""
    held = {ground.claim_of[a.id].id for a in sheet.assertions if span.contains(a.span)}
    return next((one for one in found if any(t.claim in held for t in one.rivals)), None)


def _are_figures(rivals: list[Rival]) -> bool:
    return all(said.kind == "figure" for _, said, _ in rivals)


def _rivals(ground: Ground) -> list[list[Rival]]:
    """Groups of assertions joined by standing verdicts of contradiction, one per speaker; a count
    that a later one of the same event has overtaken is history, and so is what its own speaker has
    put another figure in the place of.
    """
    gone = {*running.overtaken(running.counts(ground)), *_superseded(ground)}
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
    """A figure with a number in its words, of a whole: neither "a guard" nor "two of the four" is
    a rival toll, nor are "two others".
    """
    _, said, sheet = rival
    apart = (p.match(sheet.shown, said.span.start, said.span.end) for p in (PART, OTHERS))
    if said.kind == "figure" and any(apart):
        return False
    return said.kind != "figure" or bool(find(sheet.shown[said.span.start : said.span.end]))


def _superseded(ground: Ground) -> set[str]:
    """What a standing assertion has taken the place of."""
    known = {said.id for _, said, _ in ground.assertions()}
    judged = (j for claim in ground.dossier.claims for j in claim.judgements)
    return {j.b for j in judged if j.verdict == "supersedes" and j.a in known}


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


def _numbers(rivals: list[Rival]) -> list[Rival]:
    """One speaker for each number: the first who gives it."""
    return list({_number(rival): rival for rival in reversed(rivals)}.values())[::-1]


def _number(rival: Rival) -> tuple[float | None, float | None, float | None]:
    said = rival[1]
    return said.value, said.low, said.high


def _are_opposed(rivals: list[Rival]) -> bool:
    """True for rival figures, for rival holders of a place, and for a claim and its denial."""
    kinds = {said.kind for _, said, _ in rivals}
    denied = {said.polarity == "denies" for _, said, _ in rivals}
    return kinds == {"figure"} or (len(kinds) == 1 and (kinds == {"control"} or len(denied) == 2))


def _figures(rivals: list[Rival], ground: Ground) -> Line | None:
    """One sentence with every figure and speaker, then what is known of verification; in the
    language of the report, if all say it in that.
    """
    languages = {sheet.reading.language for _, _, sheet in rivals} | {main_language(ground)}
    if languages == {"fr"}:
        return _in_french(rivals, ground)
    if main_language(ground) != "en":
        return None
    clauses = []
    for i, (_, said, sheet) in enumerate(rivals):
        number = _inside(tolls.words(said, sheet))
        if i == 0:
            if said.about.measure not in CORE_MEASURES:
                return None
            what = f"{tolls.counted(said, sheet, number)} {tolls.befell(said.about, number)}"
            what += tolls.where(said, sheet) if said.about.scope == "incident" else ""
        else:
            what = number
        clauses.append(f"{speakers.voice(said, sheet)} {what}")
    doubted = [bool(DOUBT.search(said.verification or "")) for _, said, _ in rivals]
    note = UNVERIFIED.get(len(rivals), SEVERAL) if all(doubted) else ""
    if not note:
        clauses = [c + NOTED * doubt for c, doubt in zip(clauses, doubted, strict=True)]
    text = opened(tidy("; ".join(clauses) + ". " + note))
    return line(ground, text, _citations(rivals))


def _in_french(rivals: list[Rival], ground: Ground) -> Line | None:
    """The same in French."""
    clauses = [one for _, said, sheet in rivals if (one := french.clause(said, sheet))]
    if len(clauses) < len(rivals):
        return None
    doubted = [bool(DOUBT.search(said.verification or "")) for _, said, _ in rivals]
    note = (french.NEITHER if len(rivals) == 2 else french.NONE) if all(doubted) else ""
    if not note:
        clauses = [c + french.NOTED * doubt for c, doubt in zip(clauses, doubted, strict=True)]
    return line(ground, opened(tidy("; ".join(clauses) + ". " + note)), _citations(rivals))


def _inside(number: str) -> str:
    """A number inside a sentence: "Forty-five" opened the one that it comes from."""
    first = tokens(number)[:1]
    spelt = bool(first) and first[0].fold in lexicons.bases("number_words")
    return number[:1].lower() + number[1:] if spelt else inside(number)


def _citations(rivals: list[Rival]) -> tuple[Citation, ...]:
    return tuple(cite(sheet, said.sentence) for _, said, sheet in rivals)


def _accounts(rivals: list[Rival], ground: Ground) -> list[Line]:
    """Rival accounts in their own sentences, one after the other: dated in full or, for want of
    words that the gate accepts, as they stand.
    """
    found = (_told(a, b, ground) for a, b in combinations(rivals, 2) if _differ(a, b, rivals))
    return next((lines for lines in found if lines), [])


def _differ(a: Rival, b: Rival, rivals: list[Rival]) -> bool:
    """True for two sides of a dispute: where somebody denies, one who does and one who does not."""
    denials = [said.polarity == "denies" for _, said, _ in (a, b)]
    return any(denials) != all(denials) or all(said.polarity != "denies" for _, said, _ in rivals)


def _told(a: Rival, b: Rival, ground: Ground) -> list[Line]:
    """Two rival accounts, one after the other; none if a sentence of theirs can't stand alone."""
    drafts = [d for _, said, sheet in (a, b) if (d := _standing(sheet, said.span))]
    voices = [(said.by or "").casefold().split()[-1:] for _, said, _ in (a, b)]
    if len(drafts) < 2 or drafts[0].place == drafts[1].place or voices[0] == voices[1] != []:
        return []
    spelling = Said()
    dated = [text for d in drafts if (text := text_of(d, ground, spelling))]
    plain = [opened(tidy(d.sheet.shown[d.span.start : d.span.end])) for d in drafts]
    told = [parts for parts in (dated, plain) if len(parts) > 1]
    return [line(ground, " ".join(parts), _citations([a, b])) for parts in told]


def _standing(sheet: Sheet, span: Span) -> Draft | None:
    """The sentence of some words, if it leans on nothing and is not soon out of date."""
    every = enumerate(sheet.reading.sentences)
    found = next(((i, s) for i, s in every if s.span.overlaps(span)), None)
    draft = draft_of(sheet, found[1], found[0]) if found else None
    if not isinstance(draft, Draft) or draft.leans or pointing.leans(sheet, draft.sentence):
        return None
    return None if PASSING.search(sheet.shown, draft.span.start, draft.span.end) else draft


def _apart(found: list[Dispute]) -> tuple[Dispute, ...]:
    """The disputes, each told once: of two that cite the same words of one side, the first."""
    kept: list[Dispute] = []
    told: set[tuple[tuple[str, int], Span]] = set()
    for one in found:
        cited = {(c.item, c.span) for c in one.line.citations}
        if one.rivals or not cited & told:
            kept.append(one)
            told |= cited
    return tuple(kept)
