"""By what a speaker of the cited words may be called, and where each speaks."""

from dateline.records import Name, Statement
from dateline.report import lexicons
from dateline.report.gate import capitals, known_as
from dateline.report.gate.basis import Hold
from dateline.report.gate.calendar import is_calendar
from dateline.report.gate.context import PERSONAL, last_heard, meant_by
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.french import with_english
from dateline.report.gate.given import before
from dateline.report.gate.ideas import derived, idea, ideas_of
from dateline.report.gate.kinds import may_stand_for
from dateline.report.gate.short_forms import short_forms, spelled
from dateline.report.gate.voices import Prose, Voice, is_cue, is_telling, stretch, voices
from dateline.report.words import Token, is_function, keys, tokens

APPOSED = 8  # words: a longer stretch between commas is no office or name
FAMILY = 5  # letters that two words of one family share
LEADING_TO = frozenset(("the", "its", "their", "his", "her", "a", "an"))
"""What stands before an office that the source gives no owner."""
STANDING_IN = frozenset(("he", "she", "they", "elle", "ils", "elles"))
"""What stands for a speaker, whatever is said of it: "he concluded by saying"."""
NO_OFFICE = frozenset(
    ("by", "to", "with", "in", "on", "at", "for", "from", "even", "although", "because", "but",
     "and", "that", "if", "as", "after", "before", "of", "while", "when", "where", "whose", "which")
)  # fmt: skip
"""Words with which no apposition begins."""


def is_named(hold: Hold, voice: Voice) -> bool:
    """True if a speaker is named or described, not only a pronoun."""
    own = hold.words[voice.positions[0]].fold in ("his", "her", "its", "their")
    own = own or any(hold.words[i].fold in STANDING_IN for i in voice.positions)
    own = own or hold.words[voice.positions[0]].fold == "it"
    return not own and any(is_telling(hold.words[i]) for i in voice.positions)


def speaking_in(hold: Hold, there: tuple[Voice, ...], part: int) -> list[Voice]:
    """Who speaks in a clause; where nobody does, who spoke last or, first of all, speaks next."""
    inside = [v for v in there if hold.parts[v.cue] == part]
    before = [v for v in there if hold.parts[v.cue] < part]
    return inside or before[-1:] or list(there[:1])


def forms_of(hold: Hold, voice: Voice) -> frozenset[str]:
    """Ideas of all that the dispatch calls a speaker."""
    told = [hold.words[i] for i in voice.positions]
    known = frozenset(t.key for t in (*told, *_apposed(hold, voice))) | _body(hold, voice)
    short = {t.text for t in told}
    initials = (name for one, name in spelled(hold.sheet.shown).items() if one in short)
    known = known.union(*initials)
    for name in hold.sheet.reading.names:
        if any(name.span.start <= t.start < name.span.end for t in told):
            known |= known_as.forms(hold.sheet, name.canonical)
    if told[0].fold in ("his", "her", "its", "their"):
        known |= frozenset(t.key for t in _opening(hold))
    if all(t.fold in PRONOUNS or is_function(t) for t in told):
        near = told[0].start
        for said in hold.statements():
            if said.source and said.source.span.start <= near < said.source.span.end:
                known |= known_as.speaker(hold.sheet, said)
        if PERSONAL & {t.fold for t in told}:
            known |= last_heard(hold)
    return _translated(hold, known | _counted(told))


def _counted(told: list[Token]) -> frozenset[str]:
    """The numbers of a speaker, "the three parties", in figures or words as they are not there."""
    known = lexicons.bases("number_words")
    words = {known[t.fold] for t in told if t.fold in known}
    digits = {t.text for t in told if t.text.isdigit()}
    return frozenset(words | {word for word, value in known.items() if value in digits})


def _opening(hold: Hold) -> list[Token]:
    """The words with which a sentence begins, up to its verb: whose union "their union" is."""
    verbs = lexicons.words("finite") | lexicons.words("irrealis")
    words = hold.words[:APPOSED]
    end = next((i for i, t in enumerate(words) if t.fold in verbs or is_cue(t)), 0)
    return [t for t in words[:end] if not is_function(t)]


def _related(token: Token, forms: frozenset[str]) -> bool:
    """True for the "region" of "the region's governor", whom the source calls regional."""
    return token.text[0].islower() and any(
        form[:FAMILY] == token.key[:FAMILY] for form in may_stand_for(token.key) & forms
    )


def _translated(hold: Hold, forms: frozenset[str]) -> frozenset[str]:
    """Ideas of some stems, of a French dispatch those of their translations too."""
    return ideas_of(with_english(forms) if hold.foreign else forms)


def _body(hold: Hold, voice: Voice) -> frozenset[str]:
    """The name of the one institution that a passage names, if "the organisation" speaks there."""
    words = [hold.words[i] for i in voice.positions]
    if (
        len(words) > 2
        or words[0].text[0].isupper()
        or words[-1].fold not in lexicons.words("anaphors")
    ):
        return frozenset()
    named = {
        n.canonical for n in hold.sheet.reading.names
        if n.kind == "organisation" and n.span.overlaps(hold.wide)
    }  # fmt: skip
    return keys(" ".join(named)) if len(named) == 1 else frozenset()


def _apposed(hold: Hold, voice: Voice) -> list[Token]:
    """The words between commas right before or after a speaker's: its office or name."""
    prose = Prose(hold.prose, tokens(hold.prose))
    first, last = voice.positions[0], voice.positions[-1]
    if last + 2 < len(prose.words) and prose.between(last, last + 1).strip() == "(":
        last += prose.between(last + 1, last + 2).strip() == "),"
    before = stretch(prose, first - 1) if first and _comma(prose, first) else ()
    ends = last + 1 == len(prose.words)
    led = not ends and prose.between(last, last + 1).strip() in (",", "),")
    after = () if not led else stretch(prose, last + 1, 1)
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
    return [_translated(hold, forms) for forms in told]


def _covered(hold: Hold, statement: Statement) -> int:
    """How many matched words stand in a statement's content."""
    spans = [c.span for c in statement.content]
    placed = (hold.words[j].start for js in hold.links for j in js[:1])
    return sum(any(s.start <= at < s.end for s in spans) for at in placed)


def is_called(hold: Hold, named: list[Token], forms: frozenset[str]) -> bool:
    """True if all words of a name are forms of a speaker, or initials of one; further words with
    a name ("Kyiv mayor Vitaly Klitschko") may also be told of the speaker in the cited words.
    """
    short = short_forms(hold.sheet.shown)
    dotted = hold.prose.replace(".", "")
    other = [
        t for t in named
        if idea(t.key) not in forms
        and not any(derived(idea(t.key), form) for form in forms)
        and not _related(t, forms)
        and not capitals.seats(idea(t.key)) & forms
        and not _of_a_body(hold, t, named, forms)
        and not _abbreviates(hold, t, forms)
        and not (t.text in short and (_spells(t.text, forms) or t.text in dotted.split()))
    ]  # fmt: skip
    other = [t for t in other if not _owns(hold, t, named, forms)]
    known = [t for t in named if t not in other]
    own = named[-1] in known and any(named[-1].key in keys(n.text) for n in _bearers(hold))
    led = own or (named[0] in known and named[0].text[0].islower())
    return not other or (led and all(_told_of(hold, t, named) for t in other))


def _abbreviates(hold: Hold, token: Token, forms: frozenset[str]) -> bool:
    """True for initials that the dispatch sets in brackets behind a name of the speaker."""
    if not token.text.isupper():
        return False
    name = spelled(hold.sheet.shown).get(token.text)
    name = name or spelled(hold.sheet.dispatch.text).get(token.text)
    return name is not None and ideas_of(name) <= forms


def _owns(hold: Hold, token: Token, named: list[Token], forms: frozenset[str]) -> bool:
    """True for the "plant's" of "the plant's director", whom the source calls "its director" after
    a sentence on the plant, and has nobody else's director.
    """
    last = named[-1]
    heads = [
        t for t in named
        if t.text.islower() and not _is_owner(t) and {t.key, idea(t.key)} & forms
    ]  # fmt: skip
    if not heads or (token is last and not heads) or token.text.isdigit():
        return False
    led = _is_owner(token) or token is not named[-1]
    there = [j for j, t in enumerate(hold.words) if t.key == heads[-1].key]
    bare = any(j and hold.words[j - 1].fold in LEADING_TO for j in there)
    bare = bare or (bool(there) and there[0] < len(heads))
    near = before(hold) | frozenset(t.key for t in hold.words)
    return led and bare and (token.key in near or idea(token.key) in near)


def _of_a_body(hold: Hold, token: Token, named: list[Token], forms: frozenset[str]) -> bool:
    """True for the "EU" of "EU diplomats" where the sentence names the union."""
    near = token.text.isupper() and token.text in short_forms(hold.prose)
    return near and token is not named[-1] and idea(named[-1].key) in forms


def _is_owner(token: Token) -> bool:
    return token.text.endswith(("'s", "’s", "s'", "s’"))


def _bearers(hold: Hold) -> list[Name]:
    """Every person or organisation that the dispatch names."""
    kinds = ("person", "organisation")
    return [n for n in hold.sheet.reading.names if n.kind in kinds]


def _told_of(hold: Hold, token: Token, named: list[Token]) -> bool:
    """True if the cited words, or what they refer to, have a word that is nobody else's name."""
    known = _translated(hold, frozenset(t.key for t in hold.words) | meant_by(hold))
    at = {t.key for t in named}
    others = (n for n in _bearers(hold) if not keys(n.text) & (at - {token.key}))
    return idea(token.key) in known and not any(token.key in keys(n.text) for n in others)


def _spells(initials: str, forms: frozenset[str]) -> bool:
    firsts = {form[0] for form in forms if form}
    return all(letter.casefold() in firsts for letter in initials)


def only_body(hold: Hold, home: Hold, named: list[Token]) -> bool:
    """True if a sentence names one institution and nobody else, whom the next calls "It"."""
    it = any(home.words[i].fold in ("it", "they") for v in voices(home.prose) for i in v.positions)
    near = [n for n in hold.sheet.reading.names if n.span.overlaps(hold.wide)]
    if not it or any(n.kind == "person" for n in near):
        return False
    wanted = {t.key for t in named}
    bodies = {n.canonical for n in near if n.kind == "organisation"}
    if len(bodies) == 1 and wanted <= known_as.forms(hold.sheet, *bodies):
        return True
    return not bodies and wanted == _capitals(hold)


def _capitals(hold: Hold) -> set[str]:
    """Stems of what stands in capitals within a sentence, countries and their people left out."""
    peoples = lexicons.words("demonyms")
    inside = (t for t in hold.words[1:] if t.text[0].isupper() and not is_function(t))
    return {t.key for t in inside if t.fold not in peoples and not is_calendar(t.fold)}
