"""Words that carry facts must come from the cited words: a rewriter can't add matter of its own."""

import re
from collections import Counter
from collections.abc import Iterator

from dateline.report import lexicons
from dateline.report.gate import capitals, own_words
from dateline.report.gate.basis import HOUSE, Basis, Hold
from dateline.report.gate.calendar import date_spans, is_calendar
from dateline.report.gate.context import meant_by
from dateline.report.gate.converse import converse
from dateline.report.gate.cue_forms import DETERMINERS, FIGURES, PRONOUNS, SHOWING
from dateline.report.gate.given import given, introducing
from dateline.report.gate.guards import DENYING, NOT
from dateline.report.gate.ideas import idea, ideas, ideas_of, kin
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.leeway import titled, within
from dateline.report.gate.names import is_name, referents
from dateline.report.gate.senses import senses
from dateline.report.gate.told_elsewhere import told_elsewhere
from dateline.report.gate.voices import Voice, voices
from dateline.report.quantities import find
from dateline.report.quantity_words import HEDGES
from dateline.report.words import Token, is_function, keys, stem, tokens

HEDGE_WORDS = frozenset(w for phrase in HEDGES for w in phrase.split())
SIDES = frozenset(("sid", "party", "camp"))
KINDS = frozenset(("country", "nation", "city", "town", "village", "region", "company", "group"))
LEAD = 5  # words within which the pronoun that is a sentence's subject stands
ACCUSING = frozenset(map(stem, ("accuse", "blame")))
UNTRUE = frozenset(
    map(stem, ("lie", "lies", "false", "untrue", "absurd", "baseless", "nonsense", "fabrication"))
)
HEARERS = frozenset(("reporters", "journalists"))
OF = frozenset(("of", "under", "after", "since", "from"))
HOLDING = frozenset(("hold", "holds", "held", "holding", "organise", "organised", "staged"))
HAPPENING = frozenset(
    idea(stem(w))
    for w in ("talks", "meeting", "summit", "rally", "protest", "election", "vote", "conference",
              "session", "ceremony", "funeral", "trial", "hearing", "debate")
)  # fmt: skip
"""What is held, so that the word adds nothing."""
GUARDS = lexicons.words("hedges") | lexicons.words("negations")
"""Words that ``dropped`` judges."""
UNVERIFIED = re.compile(r"\b(?:Neither|None|No|not|Aucun)\b")
VERIFIED = re.compile(r"\b(?:independently\s+)?(?:verified|confirmed)\b", re.IGNORECASE)


def supported(basis: Basis) -> str | None:
    """The rule: each content word is cited where its clause is, or introduces a speaker."""
    missing = list(_missing(basis))
    if missing and not within(basis, missing):
        return f"“{basis.words[missing[0]].text}” is not in the cited words."
    return _repeated(basis) if basis.close else None


def _missing(basis: Basis) -> Iterator[int]:
    """The content words that neither the cited words nor what they refer to bear out."""
    skip = _explained(basis)
    for i, token in enumerate(basis.words):
        if i in skip or is_function(token) or is_name(basis, i) or not basis.ideas[i]:
            continue
        if basis.tolerant and (token.fold in GUARDS or _rules_out(basis, i)):
            continue
        home = basis.home(basis.parts[i])
        known = _ideas(home) | _led_to(basis, home)
        if basis.ideas[i] in known or idea(token.key) in known or _light(basis, i):
            continue
        if home.links[i] or any(kin(token.key, key) for key in known):
            continue
        if given(basis, i) or converse(basis, home, i) or (basis.tolerant and titled(basis, i)):
            continue
        if told_elsewhere(basis, home, i):
            continue
        if not _subject_before(basis, i) and not _governs(basis, i, known):
            yield i


def _led_to(basis: Basis, home: Hold) -> frozenset[str]:
    """Ideas of the sentence that goes on from a passage with a pronoun: of "Valera has been under
    arrest. He denies the charges" both tell of Valera.
    """
    later = (
        h for h in basis.holds
        if basis.tolerant and h.sheet is home.sheet and h.wide.start >= home.wide.end
        and h.words and h.words[0].fold in PRONOUNS
    )  # fmt: skip
    return frozenset().union(*(_ideas(h) for h in later))


def _governs(basis: Basis, i: int, known: frozenset[str]) -> bool:
    """True for the "Russia" of "Russia urged restraint" where the source has Moscow do so."""
    speaking = any(i in v.positions for v in voices(basis.text))
    return speaking and basis.tolerant and bool(capitals.seats(basis.ideas[i]) & known)


def _rules_out(basis: Basis, i: int) -> bool:
    """True for "ruled out", "turned down" where the source says "no" or "not"."""
    home = basis.home(basis.parts[i])
    return basis.ideas[i] in DENYING and any(t.fold in NOT for t in home.words)


def _subject_before(basis: Basis, i: int) -> bool:
    """True for a word of a line's subject that the sentence before the cited one has for it."""
    home = basis.home(basis.parts[i])
    if not any(t.fold in PRONOUNS for t in home.words[:LEAD]):
        return False
    earlier = [h for h in basis.holds if h.sheet is home.sheet and h.wide.end <= home.wide.start]
    verbs = lexicons.words("finite") | lexicons.words("irrealis")
    linked = (bool(home.links[k]) and not is_function(basis.words[k]) for k in range(i))
    led = any(basis.words[k].fold in verbs for k in range(i)) or any(linked)
    return not led and any(h.links[i] for h in earlier)


def _ideas(hold: Hold) -> frozenset[str]:
    """Ideas of a passage, and of what it refers to."""
    there = frozenset(t.key for t in hold.words)
    known = there | referents(hold) | meant_by(hold) | _measures(hold)
    return frozenset(hold.ideas) | known | ideas_of(known)


def _light(basis: Basis, i: int) -> bool:
    word = basis.words[i].fold
    before = basis.words[i - 1].fold if i else ""
    if (before, word) in (("as", "early"), ("so", "far")):
        return True
    if basis.words[i].key in SIDES and i and basis.words[i - 1].fold in ("two", "both"):
        return True
    if (
        word in lexicons.words("light") | lexicons.words("irrealis") | lexicons.words("generic")
        or _on_topic(basis, i)
        or word in HEDGE_WORDS
        or _anaphor(basis, i)
    ):
        return True
    if (word in HEARERS and before == "told") or (word in KINDS and _as_kind(basis.words, i)):
        return True
    if word in HOLDING and HAPPENING & set(basis.ideas) and _attributive(basis.words, i):
        return True
    return _is_speaking(basis, i)


def _is_speaking(basis: Basis, i: int) -> bool:
    """True for a cue, and for who speaks in what a dispatch carries, or what that is."""
    home = basis.home(basis.parts[i])
    sheet = home.sheet
    own = basis.words[i].key in keys(f"{sheet.opinion or ''} {sheet.author or ''}")
    own = own or basis.words[i].key in own_words.speaker(home)
    led = [t.fold for t in basis.words[max(0, i - 2) : i]] in IN_A
    if own and sheet.author and led:
        return True
    return any(i == v.cue or (own and i in v.positions) for v in voices(basis.text))


IN_A = (["in", "a"], ["in", "an"])
"""Before the kind of text in which its author says something."""


def _on_topic(basis: Basis, i: int) -> bool:
    """True for "of the blast" or "under the deal" in a line on a later sentence of a dispatch that
    begins with one: a noun, nothing that befell anybody.
    """
    token = basis.words[i]
    before = [t.fold for t in basis.words[max(0, i - 2) : i] if t.fold not in DETERMINERS]
    led = before[-1:] and before[-1] in OF
    if not led or token.fold.endswith(("ed", "ly", "est")) or token.key in lexicons.bases("deeds"):
        return False
    sheet = basis.home(basis.parts[i]).sheet
    first = next((s.span for s in sheet.reading.sentences if s.prose), None)
    if first is None:
        return False
    there = sheet.shown[first.start : first.end]
    meant = frozenset(ideas(there)) | frozenset(t.key for t in tokens(there))
    own = (token.key, basis.ideas[i])
    own_kind = {*own, *may_stand_for(*own), *(introducing(token.key) if basis.tolerant else ())}
    return bool(meant & own_kind or senses(*own) & senses(*meant))


def _as_kind(words: tuple[Token, ...], i: int) -> bool:
    """True for "a neighbouring country", "the city of", which say what kind of thing a name is."""
    of = i + 1 < len(words) and words[i + 1].fold == "of"
    return of or any(t.fold in ("a", "an") for t in words[max(0, i - 2) : i])


def _attributive(words: tuple[Token, ...], i: int) -> bool:
    """True for "the talks, held in Belarus", not for what is said to be, or to have been, held."""
    after = words[i + 1].fold if i + 1 < len(words) else ""
    finite = lexicons.words("finite") | lexicons.words("irrealis")
    before = {t.fold for t in words[max(0, i - 2) : i]}
    return after in ("in", "on", "at", "near", "between") and not before & finite


def _anaphor(basis: Basis, i: int) -> bool:
    """True for "the company", said of one that the dispatch calls a company."""
    word = basis.words[i].fold
    if word not in lexicons.words("anaphors") or not i or basis.words[i - 1].fold != "the":
        return False
    whole = basis.home(basis.parts[i]).sheet.reading.sentences
    shown = basis.home(basis.parts[i]).sheet.shown
    return any(word in shown[s.span.start : s.span.end].casefold() for s in whole)


def _repeated(basis: Basis) -> str | None:
    """In a line close to its source no word can stand more often than it does there."""
    spoken = {i for v in voices(basis.text) for i in (*v.positions, v.cue)} | _explained(basis)
    own = Counter(t.key for i, t in enumerate(basis.words) if i not in spoken)
    there = Counter(t.key for t in basis.best.words)
    for token in (t for i, t in enumerate(basis.words) if i not in spoken):
        more = 0 < there[token.key] < own[token.key] - 1
        if more and not is_function(token) and not token.text[0].isdigit():
            return f"“{token.text}” stands more often than in the cited words."
    return None


def _measures(hold: Hold) -> frozenset[str]:
    """Stems of the measures that the cited words give figures of."""
    span = hold.citation.span
    return keys(" ".join(a.about.measure for a in hold.sheet.assertions if a.span.overlaps(span)))


def _explained(basis: Basis) -> frozenset[int]:
    """Positions that other rules judge: dates and numbers."""
    spans = [(s.start, s.end) for s in date_spans(basis.text)]
    spans += [(q.start, q.end) for q in find(basis.text)]
    units = lexicons.bases("units")
    spans += [
        (t.start, t.end) for q in find(basis.text) if q.unit
        for t in basis.words[q.last + 1 : q.last + 3]
        if units.get(t.fold) == q.unit or q.unit == "age"
    ]  # fmt: skip
    return frozenset(
        i
        for i, t in enumerate(basis.words)
        if is_calendar(t.fold)
        or t.fold in ("evening", "morning", "afternoon", "night")
        or any(start <= t.start < end for start, end in spans)
    )


def cue(basis: Basis) -> str | None:
    """The rule: a verb of speech that says more than "said" is in the source, or means what the
    statement is: a denial, a demand, a promise.
    """
    for voice in voices(basis.text):
        token = basis.words[voice.cue]
        after = basis.words[voice.cue + 1].fold if voice.cue + 1 < len(basis.words) else ""
        if token.fold in ("claim", "claims", "claimed") and after == "to":
            continue  # dropped.hedges asks whether somebody says it of themselves
        if token.fold in lexicons.words("neutral") | FIGURES | SHOWING or any(
            h.links[voice.cue] for h in basis.holds
        ):
            continue
        if token.fold in lexicons.words("denials") and any(
            set(h.ideas) & DENYING for h in basis.holds
        ):
            continue
        if basis.tolerant and _says_so(basis, voice):
            continue
        if not any(_meant(token, said.polarity) for h in basis.holds for said in h.statements()):
            return f"“{token.text}” says more than the source's verb of speech."
    return None


def _says_so(basis: Basis, voice: Voice) -> bool:
    """True for "accused militias of shelling" where the source has "said that militias had", and
    for "dismissed as a lie" where it has "called it a lie".
    """
    cue, home = basis.words[voice.cue], basis.home(basis.parts[voice.cue])
    if cue.fold in lexicons.words("denials"):
        return any(t.key in UNTRUE for t in home.words)
    if cue.key not in ACCUSING:
        return False
    said = {v.cue for v in voices(home.prose)}
    near = range(voice.cue + 1, min(voice.cue + LEAD, len(basis.words)))
    told = [k for k in near if not is_function(basis.words[k])]
    return bool(said) and bool(told) and bool(home.links[told[0]])


def _meant(token: Token, polarity: str) -> bool:
    if polarity == "denies":
        return token.fold in lexicons.words("denials")
    known = frozenset(map(stem, lexicons.group("stances", polarity)))
    return idea(token.key) in ideas_of(known)


def _noted(basis: Basis, before: str) -> str | None:
    """A note on one figure stands behind one that a source says nobody has verified."""
    number = next((q.value for q in reversed(find(before))), None)
    for hold in basis.holds:
        for said in hold.sheet.assertions:
            note = said.verification if said.span.overlaps(hold.citation.span) else None
            if (
                note
                and re.search(r"not|\bun(?!\s)|\bn[e’']\s?", note)
                and number in (said.value, said.low)
            ):
                return None
    return "The source does not say that nobody has verified the figure."


def house(basis: Basis) -> str | None:
    """Our own note that figures are unverified must not contradict the sources."""
    found = HOUSE.search(basis.line.text)
    if found is None:
        return None
    if found["one"]:
        return _noted(basis, basis.line.text[: found.start()])
    if not UNVERIFIED.search(found[0]):
        return "The note says that a figure has been verified."
    if len(basis.holds) < 2:
        return "The note speaks of several figures; the line cites one passage."
    for hold in basis.holds:
        for said in hold.sheet.assertions:
            note = said.verification if said.span.overlaps(hold.citation.span) else None
            if note and VERIFIED.search(note) and not re.search(r"not|\bun", note):
                return f"The source says: {note}."
    return None
