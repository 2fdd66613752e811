"""A line that repeats what somebody said must say who did."""

from dateline.records import Statement
from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.blaming import says_who
from dateline.report.gate.cue_forms import BEING, PASSIVE, PRONOUNS
from dateline.report.gate.guards import DENYING, NOT, UNWILLING
from dateline.report.gate.ideas import idea, ideas_of
from dateline.report.gate.leeway import is_grave
from dateline.report.gate.speakers import where
from dateline.report.gate.speaking import forms_of, is_called
from dateline.report.gate.voices import LEADING, Voice, is_telling, voices
from dateline.report.words import is_function, keys, stem, tidy

ADDING = frozenset(("after", "before", "while", "when", "as", "during", "following"))
"""Words with which an agency goes on after a verb of speech."""
EXPECTING = frozenset(map(stem, ("expected", "predicted", "hoped", "feared", "forecast")))
"""Verbs of what somebody thought beforehand."""
APPOSED = frozenset(("a", "an"))
RELATIVE = frozenset(("which", "who", "whose", "where", "known", "built", "based"))
PLACED = frozenset(("in", "of", "on", "from", "to", "at", "under"))
ANNOUNCING = frozenset(("announced", "announces", "announce", "decided", "ordered"))
ADMITTING = frozenset(map(stem, ("admitted", "acknowledged", "conceded")))
REPORTERS = frozenset(
    map(stem, ("reporter", "journalist", "correspondent", "photographer", "scene"))
)
"""Words for the agency's own people, whose words are the agency's."""


def kept(basis: Basis) -> str | None:
    """A line that repeats what somebody said must say who did."""
    if _is_place(basis):
        return None
    if basis.close and _loses_according(basis):
        return "The line leaves out the source's “according to”."
    if voices(basis.text) or _own_headline(basis) or (basis.tolerant and says_who(basis)):
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


def _own_headline(basis: Basis) -> bool:
    """True for a headline that the agency itself put over what is cited."""
    told = {tidy(h.sheet.dispatch.headline or "").rstrip(".") for h in basis.holds}
    return basis.text.rstrip(".") in told - {""}


def _is_place(basis: Basis) -> bool:
    """True for the bare name of a place over what is told of it: it says nothing."""
    cited = (p for h in basis.holds for p in h.sheet.reading.places if h.wide.overlaps(p.span))
    return basis.text.casefold() in {tidy(p.text).casefold() for p in cited}


def _unsaid(basis: Basis) -> str | None:
    """Who speaks in the clause of the source from which the line comes, if the line does not
    keep the verb with its subject.
    """
    hold = basis.best
    everything = Voice((), 0)
    place = where(basis, everything, hold)
    if place is None:
        return None
    for voice in voices(hold.prose):
        told = [i for i in voice.positions if not is_function(hold.words[i])]
        linked = {j for js in hold.links for j in js}
        if hold.parts[voice.cue] != place or not told or _seen(hold, told):
            continue
        if _before_cue(hold, voice, linked) or _after_cue(hold, voice, linked):
            continue
        if _own_act(basis, hold, voice) or _foreseen(hold, voice):
            continue
        if basis.tolerant and (_turned_down(basis, hold, voice) or _aside(hold, voice, linked)):
            continue
        if _will_not(basis, hold, voice, linked):
            continue
        if basis.tolerant and (_background(hold, linked) or _admits(hold, voice, linked)):
            continue
        if voice.cue not in linked or not linked & set(told):
            return " ".join(hold.words[i].text for i in told)
    return None


def _before_cue(hold: Hold, voice: Voice, linked: set[int]) -> bool:
    """True if the line has mostly what a subject did before it said something."""
    told = {j for j in linked if not is_function(hold.words[j])}
    between = {j for j in told if voice.positions[0] <= j < voice.cue}
    return voice.cue not in linked and 2 * len(between) > len(told)


def _foreseen(hold: Hold, voice: Voice) -> bool:
    """True for ", as most economists had expected": a remark, and not where the news is from."""
    first = min((*voice.positions, voice.cue))
    led = any(t.fold == "as" for t in hold.words[max(0, first - 2) : first])
    return led and hold.words[voice.cue].key in EXPECTING


def _is_remark(statement: Statement) -> bool:
    """True for a statement that is only ", as most economists had expected"."""
    expects = statement.cue is not None and keys(statement.cue.text) & EXPECTING
    return bool(expects) and any(c.text.rstrip().endswith(" as") for c in statement.content)


def _own_act(basis: Basis, hold: Hold, voice: Voice) -> bool:
    """True if somebody announces what they do themselves, and the line has them do it: "The World
    Bank has suspended aid".
    """
    announced = hold.words[voice.cue].fold in ANNOUNCING
    if not announced and not (basis.tolerant and _of_itself(hold, voice)):
        return False
    verbs = lexicons.words("finite") | lexicons.words("irrealis") | BEING
    end = next((i for i, t in enumerate(basis.words) if t.fold in verbs), 0)
    named = [t for t in basis.words[:end] if not is_function(t)]
    befell = any(t.key in lexicons.bases("deeds") for t in basis.words)
    befell = befell or (not announced and any(is_grave(t) for t in basis.words[end:]))
    return bool(named) and not befell and is_called(hold, named, forms_of(hold, voice))


def _turned_down(basis: Basis, hold: Hold, voice: Voice) -> bool:
    """True for "The dockers turned down the offer", of those who rejected it."""
    at = next((i for i, one in enumerate(basis.ideas) if one in DENYING), 0)
    named = [t for t in basis.words[:at] if not is_function(t)]
    rejected = hold.words[voice.cue].fold in lexicons.words("denials")
    return rejected and bool(named) and is_called(hold, named, forms_of(hold, voice))


def _aside(hold: Hold, voice: Voice, linked: set[int]) -> bool:
    """True if a line has nothing of what somebody says meanwhile: ", as neighbouring states
    threatened sanctions".
    """
    first = min(voice.positions)
    said = hold.words[voice.cue].fold in lexicons.words("neutral")
    if said or first > voice.cue or not first or hold.words[first - 1].fold not in ADDING:
        return False
    part = hold.parts[voice.cue]
    after = [
        j for j in range(first, len(hold.words))
        if hold.parts[j] == part and j != voice.cue and not is_function(hold.words[j])
    ]  # fmt: skip
    return any(j > voice.cue for j in after) and not linked & {*after, voice.cue}


def _admits(hold: Hold, voice: Voice, linked: set[int]) -> bool:
    """True for what somebody admits, and so nobody disputes, told behind the verb."""
    told = [j for j in linked if hold.words[j].text.islower() and not is_function(hold.words[j])]
    return hold.words[voice.cue].key in ADMITTING and all(j > voice.cue for j in told)


def _background(hold: Hold, linked: set[int]) -> bool:
    """True if a line has only what the agency tells by the way of something the speaker names:
    ", which is allied with ...", "in which the rebels' staff had been".
    """
    words = hold.words
    starts = [
        j for j, t in enumerate(words)
        if j and (
            (t.fold in RELATIVE and ("," in _between(hold, j) or words[j - 1].fold in PLACED))
            or (t.fold in APPOSED and "," in _between(hold, j))
        )
    ]  # fmt: skip
    told = {j for j in linked if words[j].text.islower() and not is_function(words[j])}
    for start in starts:
        ends = (k for k in range(start + 1, len(words)) if "," in _between(hold, k))
        end = next(ends, len(words))
        inside = {j for j in told if start <= j < end}
        spoken = any(start <= v.cue < end for v in voices(hold.prose))
        if not spoken and len(inside) > 1 and len(told - inside) <= 1:
            return True
    return False


def _between(hold: Hold, j: int) -> str:
    """What stands before a word of the source and after the one before."""
    return hold.sheet.shown[hold.words[j - 1].end : hold.words[j].start]


def _will_not(basis: Basis, hold: Hold, voice: Voice, linked: set[int]) -> bool:
    """True for "China would not accept limits", of one who refused to."""
    refused = hold.words[voice.cue].fold in UNWILLING | lexicons.words("denials")
    named = [i for i in voice.positions if is_telling(hold.words[i])]
    return refused and any(t.fold in NOT for t in basis.words) and bool({*named} & linked)


def _of_itself(hold: Hold, voice: Voice) -> bool:
    """True if somebody says where they stand: "Dravia said it did not recognise the result"."""
    after = [t.fold for t in hold.words[voice.cue + 1 : voice.cue + 4]]
    after = after[1:] if after[:1] == ["that"] else after
    leads = after[:1] and after[0] in PRONOUNS and max(voice.positions) < voice.cue
    stands = lexicons.words("irrealis") | PASSIVE | {"did", "does", "do"}
    return bool(leads) and bool(stands & {*after[1:2]})


def _after_cue(hold: Hold, voice: Voice, linked: set[int]) -> bool:
    """True if the line has only what the agency itself adds: "..., he said after leaving court"."""
    said = max((voice.cue, *voice.positions))
    starts = (
        j for j in range(said + 1, len(hold.words))
        if hold.words[j].fold in ADDING and hold.parts[j] == hold.parts[voice.cue]
    )  # fmt: skip
    start = next(starts, None)
    if start and hold.words[start - 1].fold in lexicons.bases("units"):
        start -= 1
    names = (j for j in linked if hold.words[j].text.islower() and not is_function(hold.words[j]))
    return start is not None and voice.cue not in linked and all(j >= start for j in names)


def _seen(hold: Hold, told: list[int]) -> bool:
    """True for the agency's own reporters."""
    own = keys(hold.sheet.dispatch.agency or "") | REPORTERS
    return all(hold.words[i].key in own for i in told)


def _loses_according(basis: Basis) -> bool:
    """True if a source led in by "according to" is gone, whatever the reader made of it."""
    words = basis.best.words
    matched = {j for js in basis.best.links for j in js}
    told = [j for j in matched if not is_function(words[j])]
    led = [j for j, t in enumerate(words) if t.fold in LEADING and j not in matched]
    lost = any(2 * sum(k < j for k in told) >= len(told) or j == 0 for j in led)
    return lost and not voices(basis.text)


def _unattributed(basis: Basis, hold: Hold, statement: Statement, matched: set[int]) -> bool:
    if (statement.source is None and statement.source_name is None) or _is_remark(statement):
        return False
    spans = [c.span for c in statement.content]
    kept_words = {j for j in matched if not is_function(hold.words[j])}
    inside = {j for j in kept_words if any(_in(hold, j, s.start, s.end) for s in spans)}
    if len(inside) < 0.7 * max(1, len(kept_words)) or _own_reporter(hold, statement):
        return False
    if basis.tolerant and statement.cue and keys(statement.cue.text) & ADMITTING:
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
