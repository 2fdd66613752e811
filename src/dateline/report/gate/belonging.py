"""What belongs to what: whose soldiers they were, how many were badly hurt, what was acquitted."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.capitals import seats
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.guards import NOT
from dateline.report.gate.ideas import derived, idea
from dateline.report.gate.names import is_name
from dateline.report.gate.roles import PREPOSITIONS, is_verbal
from dateline.report.gate.voices import Prose, is_cue, voices
from dateline.report.words import is_function, tokens

PLACING = frozenset(("in", "at", "near", "outside", "around"))
DATELINE = 120  # characters within which a dateline ends
OBJECT = 5  # words after a verb among which its object is looked for
LEAST = 2  # words of an object that must all come from another clause to be another's
JOINED = frozenset(("and", "or", "but", "while", "when", "after", "before", "was", "were"))
SUBJECT = 4  # words before a verb among which its subject is looked for
UNREAL = frozenset(("exclud", "rul_out", "deny", "reject", "avoid", "prevent", "fear", "doubt"))
"""Stems of what may be said of something that is not so."""


def owners(basis: Basis) -> str | None:
    """The rule: "Ukrainian" before "units" isn't "Russian" there in the source."""
    for i, token in enumerate(basis.words[:-1]):
        head = basis.words[i + 1]
        if not is_name(basis, i) or not head.text.islower() or is_function(head):
            continue
        if token.text.endswith(("'s", "’s")) or _apart(basis.text, token.end, head.start):
            continue
        led = i > 0 and basis.words[i - 1].fold in PLACING
        if led or token.text.isupper() or is_cue(head) or is_verbal(head):
            continue
        if head.fold in lexicons.bases("units"):
            continue
        for hold in basis.holds:
            others = [_modifier(hold, j) for j in hold.links[i + 1]]
            if others and all(other and not _alike(token.key, other) for other in others):
                return f"“{token.text}” does not belong to “{head.text}” in the cited words."
    return None


def _apart(text: str, start: int, end: int) -> bool:
    return bool(text[start:end].strip())


def _modifier(hold: Hold, j: int) -> str | None:
    """The capitalised word right before a word of the source, if it is one of its clause."""
    before = hold.words[j - 1] if j else None
    if before is None or is_function(before) or not before.text[0].isupper():
        return None
    if before.text.isupper():
        return None
    if _apart(hold.sheet.shown, before.end, hold.words[j].start):
        return None
    return None if before.text.endswith(("'s", "’s")) else before.key


def _alike(own: str, there: str) -> bool:
    a, b = idea(own), idea(there)
    return a == b or derived(a, b) or b in seats(a) or own[0].isdigit()


def places(basis: Basis) -> str | None:
    """The rule: where the source says where, the line doesn't say the dateline's place instead."""
    for i, token in enumerate(basis.words):
        lead = basis.words[i - 1].fold if i else ""
        if lead not in PLACING or not is_name(basis, i):
            continue
        hold = basis.home(basis.parts[i])
        body = _body(hold)
        there = hold.links[i]
        if any(j >= body for j in there):
            continue
        own = {t.key for t in basis.words}
        other = next((k for k in range(body + 1, len(hold.words)) if _placed(hold, k, lead)), None)
        if other is not None and hold.words[other].key not in own:
            return f"The source has “{lead} {hold.words[other].text}”, not “{token.text}”."
    return None


def _body(hold: Hold) -> int:
    """The first word after the dateline of a passage that has one."""
    start = hold.wide.start
    shown = hold.sheet.shown[start : start + DATELINE]
    ends = [shown.find(mark) + len(mark) for mark in (") - ", ") -- ", ") – ") if mark in shown]
    return next((k for k, t in enumerate(hold.words) if ends and t.start >= start + ends[0]), 0)


def _placed(hold: Hold, k: int, lead: str) -> bool:
    word = hold.words[k]
    return hold.words[k - 1].fold == lead and word.text[0].isupper() and not is_function(word)


def degrees(basis: Basis) -> str | None:
    """The rule: "seriously" bears on as many as in the source: of 12 wounded on two, say."""
    for i, token in enumerate(basis.words):
        if token.fold not in lexicons.words("degrees"):
            continue
        own = _numbers(basis.text, basis.ideas, i)
        for hold in basis.holds:
            there = [_numbers(hold.prose, hold.ideas, j) for j in hold.links[i]]
            told = set().union(*there) if there else set()
            if own and told and not own & told:
                return f"“{token.text}” is not said of so many in the source."
    return None


def _numbers(text: str, meant: tuple[str, ...], i: int) -> set[str]:
    """The numbers before a word between commas or, if there are none, those after it."""
    prose = Prose(text, tokens(text))
    for step in (-1, 1):
        at, found = i, set[str]()
        while 0 <= at < len(meant):
            found |= {meant[at]} if meant[at].startswith("#") else set()
            if not 0 <= at + step < len(meant) or prose.parted(*sorted((at, at + step))):
                break
            at += step
        if found:
            return found
    return set()


def unreal(basis: Basis) -> str | None:
    """The rule: what the source only says can't be excluded isn't told as there being it."""
    folds = [t.fold for t in basis.words]
    for i, word in enumerate(folds[:-2]):
        if (
            word != "there"
            or NOT & set(folds)
            or not {"be", "was", "were", "is", "are"} & set(folds[i + 1 : i + 3])
        ):
            continue
        hold = basis.home(basis.parts[i])
        linked = {j for js in hold.links for j in js}
        if "there" in {t.fold for t in hold.words}:
            continue
        for j, told in enumerate(hold.words):
            if {told.key, hold.ideas[j]} & UNREAL and j not in linked:
                return f"The source does not say that there is, but “{told.text}”."
    return None


def objects(basis: Basis) -> str | None:
    """The rule: a verb keeps its object: "acquitted of laundering" isn't "acquitted of bribes"."""
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    for i, token in enumerate(basis.words):
        hold = basis.home(basis.parts[i])
        places = hold.links[i]
        if not is_verbal(token) or i in spoken or len(places) != 1:
            continue
        told = [k for k in _after(basis, i) if hold.links[k] and k not in spoken]
        part = hold.parts[places[0]]
        if len(told) < LEAST or any(hold.parts[j] == part for k in told for j in hold.links[k]):
            continue
        if _has_own(hold, places[0], part):
            words = " ".join(basis.words[k].text for k in told)
            return f"“{words}” does not go with “{token.text}” in the source."
    return None


def _after(basis: Basis, i: int) -> list[int]:
    """The words of an object: what follows a verb, names and dates left out."""
    prose, found = Prose(basis.text, basis.words), []
    for k in range(i + 1, min(i + 1 + OBJECT, len(basis.words))):
        joined = basis.words[k].fold in JOINED
        if joined or prose.parted(k - 1, k) or basis.parts[k] != basis.parts[i]:
            break
        if not is_function(basis.words[k]) and not is_name(basis, k):
            found.append(k)
    return found


def _has_own(hold: Hold, verb: int, part: int) -> bool:
    """True if the verb of the source has words of its own after it."""
    after = range(verb + 1, min(verb + 1 + OBJECT, len(hold.words)))
    inside = [j for j in after if hold.parts[j] == part]
    return any(not is_function(hold.words[j]) for j in inside) and bool(
        PREPOSITIONS & {hold.words[j].fold for j in inside}
    )


def subjects(basis: Basis) -> str | None:
    """The rule: of two passages, one doesn't lend its people to the verb of the other, which has
    its own: "the engineers were released" for "the driver, who was released".
    """
    if len(basis.holds) == 1:
        return None
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    for i, token in enumerate(basis.words):
        hold = basis.home(basis.parts[i])
        if not is_verbal(token) or i in spoken or len(hold.links[i]) != 1:
            continue
        own = _before(Prose(basis.text, basis.words), i)
        lent = own and not any(hold.links[k] for k in own)
        linked = {j for js in hold.links for j in js}
        there = _before(Prose(hold.prose, tokens(hold.prose)), hold.links[i][0])
        if lent and there and not linked & {*there}:
            words = " ".join(basis.words[k].text for k in own)
            return f"“{words}” is not the subject of “{token.text}” in the source."
    return None


def _before(prose: Prose, verb: int) -> list[int]:
    """The words of the subject before a verb; of "the driver, who was freed" the driver."""
    found: list[int] = []
    for k in range(verb - 1, max(-1, verb - 1 - 2 * SUBJECT), -1):
        if prose.parted(k, k + 1) and not prose.words[k + 1].fold.startswith(("who", "which")):
            break
        token = prose.words[k]
        if is_cue(token) or is_verbal(token) or token.fold in PRONOUNS - {"who"} | PREPOSITIONS:
            return []
        if not is_function(token):
            found.append(k)
        if len(found) == SUBJECT:
            break
    return found


def parts_of(basis: Basis) -> str | None:
    """The rule: "the centre of Kherson" isn't "the centre of Mariupol" in the source."""
    for i in range(len(basis.words) - 2):
        if basis.words[i + 1].fold != "of" or not is_name(basis, i + 2):
            continue
        hold = basis.home(basis.parts[i])
        own = basis.words[i + 2]
        others = [_of_what(hold, j) for j in hold.links[i]]
        if others and all(other and not _alike(own.key, other) for other in others):
            return f"“{own.text}” does not belong to “{basis.words[i].text}” in the cited words."
    return None


def _of_what(hold: Hold, j: int) -> str | None:
    after = hold.words[j + 1 : j + 3]
    named = len(after) == 2 and after[0].fold == "of" and after[1].text[0].isupper()
    return after[1].key if named and not is_function(after[1]) else None
