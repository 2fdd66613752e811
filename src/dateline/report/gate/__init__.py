"""The gate: no line is published that its citations do not support.

Rules come in two rows. Those of ``STANDING`` ask whether the cited text may be used at all; those
of ``SUPPORT`` hold the line's words against it. Each is a small function that returns a reason in
words, or null; the first reason refuses the line.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from dateline.records import Citation, Dossier, Line, Refusal, Span
from dateline.report.emended import undone
from dateline.report.gate import (
    agents,
    attributed,
    belonging,
    blaming,
    bundles,
    causes,
    crossed,
    dates,
    doubled,
    dropped,
    markup,
    modality,
    names,
    numbers,
    parts_of_day,
    quotes,
    roles,
    setting,
    speakers,
    stances,
    standing,
    texts,
    wording,
)
from dateline.report.gate.basis import Basis, basis
from dateline.report.gate.texts import Verdict
from dateline.report.ground import Ground, ground
from dateline.report.words import tidy

STANDING: dict[str, Callable[[Line, Ground], str | None]] = {
    "length": standing.sized,
    "cited": standing.cited,
    "present": standing.present,
    "usable": standing.usable,
    "exact": standing.exact,
    "withdrawn": standing.withdrawn,
    "damage": standing.whole,
    "masked": standing.unmasked,
    "rights": standing.licensed,
}
SUPPORT: dict[str, Callable[[Basis], str | None]] = {
    "quotation marks": quotes.balanced,
    "quotation": quotes.verbatim,
    "number": numbers.supported,
    "date": dates.supported,
    "part of the day": parts_of_day.supported,
    "name": names.supported,
    "negation": dropped.negations,
    "another negation": doubled.negations,
    "hedge": dropped.hedges,
    "condition": stances.conditions,
    "quantifier": dropped.quantifiers,
    "office": dropped.offices,
    "cause": causes.supported,
    "start": causes.starts,
    "modality": modality.supported,
    "role": roles.supported,
    "agent": agents.supported,
    "pairing": bundles.bundled,
    "changed places": crossed.figures,
    "another's name": crossed.names,
    "modifier": bundles.modifiers,
    "owner": belonging.owners,
    "place": belonging.places,
    "degree": belonging.degrees,
    "object": belonging.objects,
    "unreal": belonging.unreal,
    "subject": belonging.subjects,
    "part": belonging.parts_of,
    "blame": blaming.supported,
    "stance": stances.supported,
    "speaker": speakers.right,
    "attribution": attributed.kept,
    "verb of speech": wording.cue,
    "wording": wording.supported,
    "verification": wording.house,
}


ORDER = (*STANDING, *SUPPORT)
"""The further a passage gets, the nearer it comes to bearing out a sentence."""


def judge(line: Line, on: Ground, *, tolerant: bool = False) -> Refusal | None:
    """The first reason to refuse a line, or null if it may be published. ``tolerant``: the line is
    somebody's rewording and may have a few ordinary words of its own; ours may not.
    """
    if (line, tolerant) not in on.verdicts:
        on.verdicts[line, tolerant] = _judged(line, on, tolerant=tolerant)
    return on.verdicts[line, tolerant]


def _judged(line: Line, on: Ground, *, tolerant: bool) -> Refusal | None:
    guid = line.citations[0].guid if line.citations else None
    for name, stands in STANDING.items():
        reason = stands(line, on)
        if reason:
            return Refusal(line.text, name, reason, guid)
    told = setting.without(undone(line, on.emended), on)
    laid_out = basis(told, on, tolerant=tolerant)
    for name, supports in SUPPORT.items():
        reason = supports(laid_out)
        if reason:
            return Refusal(line.text, name, reason, guid)
    return None


def check_line(line: Line, dossier: Dossier) -> Refusal | None:
    """The verdict on one line: a refusal with its rule and reason, or null if it may go out."""
    return judge(line, ground(dossier))


def _verdict(text: str, span: Span, among: texts.Shelf, on: Ground) -> Verdict:
    """The verdict on one sentence: the first passages that bear it out, or the nearest."""
    near = texts.nearest(text, among)
    tried: list[tuple[Refusal, tuple[Citation, ...]]] = []
    for held in texts.trials(near, text, among):
        line = texts.line_on(text, held)
        refusal = judge(line, on, tolerant=True)
        if refusal is None and not (texts.joined(held) and _idle(line, on)):
            return Verdict(span, text, None, line.citations)
        if refusal is not None:
            tried.append((refusal, line.citations))
    if not tried:
        return Verdict(span, text, Refusal(text, "cited", "No dispatch speaks of this."), ())
    refusal, support = max(tried, key=lambda t: ORDER.index(t[0].rule))
    return Verdict(span, text, refusal, support)


def _idle(line: Line, on: Ground) -> bool:
    """True if one of a line's citations bears out no clause of it."""
    laid_out = basis(line, on)
    homes = {id(laid_out.home(part)) for part in set(laid_out.parts)}
    return any(id(hold) not in homes for hold in laid_out.holds)


def checker(dossier: Dossier) -> Callable[[str], tuple[Verdict, ...]]:
    """What judges text after text on one dossier, whose sentences are sorted only once."""
    on = ground(dossier)
    return partial(_verdicts, among=texts.shelf(on), on=on)


def check_text(text: str, dossier: Dossier) -> tuple[Verdict, ...]:
    """A verdict on each sentence of a text that an editor, or a language model, wrote."""
    return checker(dossier)(text)


def _verdicts(text: str, among: texts.Shelf, on: Ground) -> tuple[Verdict, ...]:
    known: dict[str, Verdict] = {}
    found = []
    prose = markup.plain(text)
    for span in texts.sentences(prose):
        words = tidy(prose[span.start : span.end])
        if not markup.says_something(words):
            continue
        if words not in known:
            known[words] = _verdict(words, span, among, on)
        found.append(replace(known[words], span=span, text=text[span.start : span.end]))
    return tuple(found)
