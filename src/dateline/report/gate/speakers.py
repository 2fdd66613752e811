"""Who says it: a speaker in the line must be the one who says it in the cited words."""

from collections import Counter

from dateline.report import lexicons
from dateline.report.carried import station
from dateline.report.gate import known_as, own_words
from dateline.report.gate.basis import HEAVY, Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.denied import denies_not
from dateline.report.gate.figured import figures_fit
from dateline.report.gate.guards import DENYING
from dateline.report.gate.ideas import idea
from dateline.report.gate.speaking import (
    forms_of,
    is_called,
    is_named,
    only_body,
    sources,
    speaking_in,
)
from dateline.report.gate.voices import Voice, is_telling, voices
from dateline.report.words import Token, is_function, keys, tidy

LEAD = 3  # words before which the subject of a sentence begins
FOLLOWING = 4  # words from a verb of speech on that tell that it is the source's own
SLACK = 3  # words that an edit may have taken out between a speaker and the cue
CALLING = frozenset(("call", "calls", "called", "describe", "describes", "described", "dubbed"))
"""Verbs of speech that stay with their subject, though they add little."""


def right(basis: Basis) -> str | None:
    """A speaker that the line words anew must be the source of a cited statement or figure."""
    for voice in voices(basis.text):
        named = _naming([basis.words[i] for i in _head(basis, voice)])
        if not named:
            continue
        if _ruled_out(basis, voice, named):
            continue
        if denies_not(basis, voice, named):
            words = " ".join(t.text for t in named)
            return f"In the source “{words}” does not deny this."
        words = " ".join(t.text for t in named)
        reason = _lent(basis, voice, named, words) or _recued(basis, voice, named, words)
        if reason:
            return reason
        if _as_cited(basis, voice) and len(basis.holds) == 1:
            continue
        hold = _voiced(basis, voice, named) or _voiced_in_full(basis, voice, named)
        answered = hold is not None and _answered(basis, voice, _home(basis, voice), hold)
        if hold is not None and not answered and _elsewhere(basis, voice, hold):
            return f"What the line gives to “{words}” is said by others in the source."
        if hold is None:
            return f"The cited words are not attributed to “{words}”."
        if _is_itself(hold, {t.key for t in named}, basis.text):
            continue
        reason = figures_fit(basis, voice, named, words)
        if reason:
            return reason
    return None


def _ruled_out(basis: Basis, voice: Voice, named: list[Token]) -> bool:
    """True for "Salt rejected talks" where the source has "Salt ruled out talks", no speech."""
    home = _home(basis, voice)
    denial = basis.words[voice.cue].fold in lexicons.words("denials")
    at = next((j for j, one in enumerate(home.ideas) if one in DENYING), None)
    before = {t.key for t in home.words[:at]}
    return denial and at is not None and all(t.key in before for t in named)


def _naming(words: list[Token]) -> list[Token]:
    """The words that tell one speaker from another: names and numbers, else all with meaning."""
    told = [t for t in words if is_telling(t)]
    numbers = lexicons.bases("number_words")
    sharp = [t for t in told if t.text[0].isupper() or t.text[0].isdigit() or t.fold in numbers]
    office = told[:1] if any(t.fold == "of" for t in words) else []
    return [*(t for t in office if t not in sharp), *sharp] if sharp else told


def _head(basis: Basis, voice: Voice) -> tuple[int, ...]:
    """A speaker's words; where they begin with a full name, without what follows an "of"."""
    for n, i in enumerate(voice.positions):
        capitals = [k for k in voice.positions[:n] if basis.words[k].text[0].isupper()]
        word = basis.words[i].fold
        if word in ("of", "from", "for", "de") and len(capitals) > 1:
            return voice.positions[:n]
        if word in ("that", "which", "who") and n and basis.tolerant:
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
    place = where(basis, voice, hold)
    if len(there) < 2 or place is None:
        return None
    owners = speaking_in(hold, there, place)
    wanted = {idea(t.key) for t in named}
    mine = [v for v in there if wanted <= forms_of(hold, v)]
    if not owners or not mine or any(v in owners for v in mine):
        return None
    if any(wanted <= forms_of(hold, v) for v in owners):
        return None
    other = " ".join(hold.words[i].text for i in owners[0].positions)
    return f"The source has this from “{other}”, not from “{words}”."


def _recued(basis: Basis, voice: Voice, named: list[Token], words: str) -> str | None:
    """The same verb can't be given another subject."""
    hold, cue = _home(basis, voice), basis.words[voice.cue]
    if not hold.links[voice.cue]:
        return None
    if cue.fold in lexicons.words("neutral") - CALLING and not _in_place(basis, voice, hold):
        return None
    there = [v for v in voices(hold.prose) if v.cue in hold.links[voice.cue]]
    if there and all(_addressed(basis, voice, hold, v) for v in there):
        words = " ".join(t.text for t in named)
        return f"In the source “{words}” is not who {basis.words[voice.cue].text}."
    mine = (is_called(hold, named, forms_of(hold, v)) or not is_named(hold, v) for v in there)
    told = {hold.words[j].key for v in there for j in v.positions}
    shared = cue.fold in lexicons.words("neutral") and told & {t.key for t in named}
    if not there or any(mine) or shared:
        return None
    other = " ".join(hold.words[i].text for i in there[0].positions)
    return f"In the source it is “{other}” who {hold.words[there[0].cue].text}, not “{words}”."


def _addressed(basis: Basis, voice: Voice, hold: Hold, there: Voice) -> bool:
    """True if whom a line has speak stands in the source only behind the verb, as he that is
    spoken to: "the ministry asked him" for "he asked the ministry".
    """
    if is_named(hold, there) or max(there.positions) > there.cue:
        return False
    places = [j for i in voice.positions if is_telling(basis.words[i]) for j in hold.links[i]]
    near = (there.cue < j <= there.cue + FOLLOWING for j in places)
    return bool(places) and all(near) and max(voice.positions) < voice.cue


def _in_place(basis: Basis, voice: Voice, hold: Hold) -> bool:
    """True if a line close to its source has the verb, and what is said, as they stand there."""
    pairs = dict(basis.best.pairs)
    after = [pairs.get(voice.cue + n) for n in range(FOLLOWING)]
    first = after[0]
    leads = max(voice.positions) < voice.cue
    follows = first is not None and after == list(range(first, first + FOLLOWING))
    return basis.close and hold is basis.best and leads and follows


def _home(basis: Basis, voice: Voice) -> Hold:
    """The passage that bears out what a voice of the line says."""
    return basis.home(basis.parts[voice.cue], (*voice.positions, voice.cue))


def where(basis: Basis, voice: Voice, hold: Hold) -> int | None:
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


def _voiced(basis: Basis, voice: Voice, named: list[Token]) -> Hold | None:
    wanted = {t.key for t in named}
    home = _home(basis, voice)
    answers = (h for h in basis.holds if _answered(basis, voice, home, h))
    told = (h for h in answers for v in voices(h.prose) if is_called(h, named, forms_of(h, v)))
    if (answer := next(told, None)) is not None:
        return answer
    for hold in (home, *(h for h in basis.holds if _continued(home, h))):
        if any(is_called(hold, named, forms) for forms in sources(hold)):
            return hold
        led = _leads(hold, named) and (hold is not home or _described(hold))
        led = led or (basis.tolerant and hold is not home and only_body(hold, home, named))
        if led or (hold is not home and _introduced(hold, named)):
            return hold
        own = wanted <= own_words.speaker(hold) or _is_itself(hold, wanted, basis.text)
        if own or _heard(basis, hold, voice, named):
            return hold
        for said in hold.sheet.assertions:
            if said.span.overlaps(hold.citation.span) and said.by and wanted <= keys(said.by):
                return hold
    return None


def _is_itself(hold: Hold, wanted: set[str], text: str) -> bool:
    """True for the agency of a dispatch, the author of what it carries, and for "a statement" of
    what is one.
    """
    sheet = hold.sheet
    if wanted and wanted <= keys(sheet.author or ""):
        return True
    known = (sheet.dispatch.agency or "", station(sheet.dispatch), sheet.opinion or "")
    return any(_is_named_as(name, wanted, text) for name in known if name)


def _is_named_as(name: str, wanted: set[str], text: str) -> bool:
    """True if words are a name, or the start of one that a line has whole: "El Correo de Kelm"."""
    whole = tidy(name).casefold() in text.casefold()
    return wanted == keys(name) or (whole and bool(wanted) and wanted <= keys(name))


def _voiced_in_full(basis: Basis, voice: Voice, named: list[Token]) -> Hold | None:
    """The same for "EU diplomats" or "the institute's president", of whom ``named`` has no more
    than the body that they belong to.
    """
    told = [basis.words[i] for i in _head(basis, voice) if is_telling(basis.words[i])]
    full = told[: len(named) + 1]
    led = basis.tolerant and full[:-1] == named and full[-1].text.islower()
    owner = named[-1].text.endswith(("'s", "’s", "s'", "s’")) or named[-1].text.isupper()
    return _voiced(basis, voice, full) if led and owner else None


def _answered(basis: Basis, voice: Voice, home: Hold, hold: Hold) -> bool:
    """True for "which the army denied" and the passage in which it denies the one before."""
    denial = basis.words[voice.cue].fold in lexicons.words("denials")
    return denial and hold.sheet is home.sheet and hold.wide.start >= home.wide.end


def _elsewhere(basis: Basis, voice: Voice, hold: Hold) -> bool:
    """True if a number in a speaker's clause is only in a passage that has its own speaker."""
    others = [h for h in basis.holds if h is not hold and voices(h.prose)]
    inside = [i for i, p in enumerate(basis.parts) if p == basis.parts[voice.cue]]
    numbers = [i for i in inside if basis.ideas[i].startswith("#") and i not in voice.positions]
    return any(not hold.links[i] and any(h.links[i] for h in others) for i in numbers)


def _leads(hold: Hold, named: list[Token]) -> bool:
    """True if a sentence begins with somebody, whom a pronoun of the next then means."""
    start = hold.wide.start
    for name in hold.sheet.reading.names:
        first = hold.words[min(LEAD, len(hold.words) - 1)].start
        if name.kind == "person" and start <= name.span.start <= first:
            known = known_as.forms(hold.sheet, name.canonical)
            return {t.key for t in named} <= known
    return False


def _introduced(hold: Hold, named: list[Token]) -> bool:
    """True if a sentence brings somebody in whom it does not name ("a beekeeper of 57")."""
    words = hold.words
    heads = [j for j, t in enumerate(words) if j and t.key == named[-1].key]
    led = any(words[j - 1].fold in ("a", "an") for j in heads)
    people = [n for n in hold.sheet.reading.names if n.kind == "person"]
    return led and len(named) == 1 and not any(n.span.overlaps(hold.wide) for n in people)


def _described(hold: Hold) -> bool:
    """True if those who speak in a sentence are only described there: "the French president"."""
    for voice in voices(hold.prose):
        told = [hold.words[i] for i in voice.positions]
        bare = not any(t.text[0].isupper() and idea(t.key) == t.key for t in told)
        if bare and told[0].fold == "the":
            return True
    return False


def _continued(home: Hold, other: Hold) -> bool:
    """True if a passage comes first of two, and the second names its speaker only by a pronoun."""
    if other is home:
        return False
    if other.sheet is not home.sheet:
        return not voices(home.prose)
    pronoun = any(home.words[i].fold in PRONOUNS for v in voices(home.prose) for i in v.positions)
    led = pronoun or not voices(home.prose) or _described(home)
    return other.wide.end <= home.wide.start and led


def _heard(basis: Basis, hold: Hold, voice: Voice, named: list[Token]) -> bool:
    """True if the source's own words have the speaker before a verb of speech there."""
    there = voices(hold.prose)
    place = where(basis, voice, hold)
    speaking = there if place is None else speaking_in(hold, there, place)
    return any(is_called(hold, named, forms_of(hold, v)) for v in speaking)
