"""Who did it and to whom: neither subject and object nor one clause's matter may be exchanged."""

from dateline.report import lexicons, quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.names import is_name
from dateline.report.gate.voices import BOUNDARY, PRONOUNS, Prose, is_cue, voices
from dateline.report.words import Token, is_function, tokens

PREPOSITIONS = frozenset(
    ("of", "in", "on", "at", "by", "for", "from", "to", "with", "near", "during", "after", "before",
     "since", "against", "between", "among", "into", "over", "under", "through", "within", "as")
)  # fmt: skip
TIME = frozenset(("minute", "hour", "day", "week", "month", "year", "decade"))
NEAR = 2  # words from a number within which a word belongs to it, whatever else it follows
JOINING = frozenset(("and", "et", "who", "which", "has", "have", "had", "will", "would"))
LINKING = frozenset(
    ("am", "is", "are", "was", "were", "be", "been", "being", "ete", "est", "sont", "etre")
)


def supported(basis: Basis) -> str | None:
    """The rule: the subject of a verb in the line isn't its object in the source."""
    own = Prose(basis.text, basis.words)
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    dates = date_spans(basis.text)
    dated = {i for i, t in enumerate(basis.words) if any(d.start <= t.start < d.end for d in dates)}
    for i, token in enumerate(basis.words):
        article = i and basis.words[i - 1].fold in ("the", "a", "an", "les", "des", "un", "une")
        verbal = _verbal(token) or _participle(basis.words, i)
        if not verbal or i in spoken or not basis.ideas[i] or article:
            continue
        hold = basis.home(basis.parts[i])
        doer = [k for k in _doer(own, i) if k not in spoken | dated and hold.links[k]]
        other = _other_doer(basis, hold, i, doer)
        if other:
            return other
        places = [j for j in hold.links[i] if hold.words[j].key == token.key]
        if len(places) != 1:
            continue
        if doer and _reduced(basis.words, i) and _passive(Prose(hold.prose, hold.words), places[0]):
            continue
        elsewhere = doer and (
            _acts_elsewhere(hold, places[0], doer) or _owner(basis, hold, places[0], doer)
        )
        if elsewhere or (doer and all(_undergoes(hold, places[0], hold.links[k]) for k in doer)):
            words = " ".join(basis.words[k].text for k in sorted(doer))
            return f"“{words}” is not the subject of “{token.text}” in the source."
    return None


def _reduced(words: tuple[Token, ...], i: int) -> bool:
    """True for a participle that may stand without its "who were": "people trapped in ..."."""
    return i + 1 < len(words) and words[i + 1].fold in PREPOSITIONS


def _acts_elsewhere(hold: Hold, verb: int, doer: list[int]) -> bool:
    """True if the verb has its own subject in the source, and the line's is in another clause."""
    prose = Prose(hold.prose, tokens(hold.prose))
    own = [k for k in _doer(prose, verb) if prose.words[k].fold not in PRONOUNS]
    here = hold.parts[verb]
    return bool(own) and not any(hold.parts[j] == here for k in doer for j in hold.links[k])


def _owner(basis: Basis, hold: Hold, verb: int, doer: list[int]) -> bool:
    """True if the source has the line's subject only as the owner of its own: "Valera's wife"."""
    here = [j for k in doer for j in hold.links[k] if hold.parts[j] == hold.parts[verb]]
    owned = ("'s", "’s")
    return (
        bool(here)
        and all(hold.words[j].text.endswith(owned) for j in here)
        and not any(basis.words[k].text.endswith(owned) for k in doer)
    )


def _other_doer(basis: Basis, hold: Hold, verb: int, doer: list[int]) -> str | None:
    """The clause of the source that has the verb and its number must have its subject too."""
    after = (k for k in range(verb + 1, min(verb + 6, len(basis.words))))
    number = next((k for k in after if basis.ideas[k].startswith("#")), None)
    if number is None or not doer or _passive(Prose(basis.text, basis.words), verb):
        return None
    where = {hold.parts[j] for j in hold.links[number]}
    acts = {hold.parts[j] for j in hold.links[verb]}
    if len(where) != 1 or not where <= acts:
        return None
    if any(hold.parts[j] in where for k in doer for j in hold.links[k]):
        return None
    words = " ".join(basis.words[k].text for k in sorted(doer))
    return f"“{basis.words[number].text}” does not belong to “{words}” in the source."


def _verbal(token: Token) -> bool:
    base = lexicons.bases("irregular").get(token.fold)
    irregular = base not in (None, "person", "man", "woman", "child", "die")
    past = token.fold.endswith("ed") or (irregular and not token.fold.endswith("s"))
    return past and not is_function(token) and not is_cue(token) and token.text[0].islower()


def _participle(words: tuple[Token, ...], i: int) -> bool:
    """True for the verb of "a tué", "ont été tués"."""
    french = words[i].text.endswith(("é", "és", "ée", "ées"))
    return french and i > 0 and words[i - 1].fold in ("a", "ont", "avait", "avaient", "ete")


def _passive(prose: Prose, i: int) -> bool:
    agent = _agent(prose, i)
    if agent is not None and agent <= i + 3:
        return True
    folds = [t.fold for t in prose.words[max(0, i - 8) : i]]
    joined = "and" in folds[-5:] and bool(LINKING & set(folds[: -folds[::-1].index("and")]))
    return bool(LINKING & set(folds[-2:])) or joined


def _agent(prose: Prose, verb: int) -> int | None:
    """Where, after a passive, those who did it begin: after a "by" that no measure follows."""
    units = lexicons.bases("units")
    measures = {q.first for q in quantities.find(prose.text) if q.unit}
    for k in range(verb + 1, min(verb + 16, len(prose.words) - 1)):
        if prose.parted(k - 1, k):
            return None
        about = prose.words[k + 1].fold in ("about", "some", "nearly", "almost", "around", "up")
        measured = k + 1 in measures or (about and k + 2 in measures)
        if (
            prose.words[k].fold in ("by", "par")
            and not measured
            and (prose.words[k + 1].fold not in units)
        ):
            return k + 1
    return None


def _doer(prose: Prose, i: int) -> list[int]:
    """The words of the subject of an active verb or, after a passive, of "by ..."."""
    if _passive(prose, i):
        after = [
            k for k in range(i + 1, min(len(prose.words), i + 4)) if prose.words[k].fold == "by"
        ]
        return _phrase(prose, range(after[0] + 1, len(prose.words))) if after else []
    back = _phrase(prose, range(i - 1, -1, -1))
    dates = date_spans(prose.text)
    dated = {k for k in back if any(d.start <= prose.words[k].start < d.end for d in dates)}
    led = [k for k in back if prose.words[k].fold in PREPOSITIONS and k + 1 not in dated]
    return [k for k in back if k < min(led, default=i) and not is_function(prose.words[k])]


def _phrase(prose: Prose, places: range) -> list[int]:
    """The words on the way through some places, up to punctuation, a verb or a cue."""
    found: list[int] = []
    for k in places:
        near = k - places.step
        if BOUNDARY.search(prose.between(min(k, near), max(k, near))):
            break
        token = prose.words[k]
        if is_cue(token) or token.fold in ("that", "who", "which", "and", "but", "when"):
            break
        if _verbal(token) and places.step < 0:
            break
        if places.step > 0 and token.fold in PREPOSITIONS:
            break
        found.append(k)
    return [k for k in found if places.step < 0 or not is_function(prose.words[k])]


def _undergoes(hold: Hold, verb: int, places: tuple[int, ...]) -> bool:
    """True if a word stands, in the clause of a verb of the source, only where its object does."""
    prose = Prose(hold.prose, hold.words)
    passive = _passive(prose, verb)
    here = [j for j in places if hold.parts[j] == hold.parts[verb]]
    if not here:
        return False
    if passive:
        return all(j < verb for j in here)
    return all(j > verb for j in here)


def bundled(basis: Basis) -> str | None:
    """The rule: a number in the line stands with the names that it stands with in the source."""
    for hold in basis.holds:
        there = _bundles(hold.prose, tokens(hold.prose), [t.text[0].isupper() for t in hold.words])
        named = [is_name(basis, i) for i in range(len(basis.words))]
        for numbers, names in _bundles(basis.text, basis.words, named):
            reason = _exchanged(basis, hold, numbers, names, there) or _lent(basis, hold, numbers)
            if reason:
                return reason
    return None


Bundle = tuple[list[int], list[int]]


def _bundles(text: str, words: tuple[Token, ...], named: list[bool]) -> list[Bundle]:
    """Numbers and names of each stretch between commas, semicolons and "and"."""
    dates = date_spans(text)
    counted = {q.first for q in quantities.find(text)
               if not any(d.start <= q.start < d.end for d in dates)}  # fmt: skip
    found: list[Bundle] = [([], [])]
    for i, token in enumerate(words):
        between = text[words[i - 1].end : token.start] if i else ""
        if token.fold in ("and", "et", "while", "but") or any(c in ",;:" for c in between):
            found.append(([], []))
        if i in counted:
            found[-1][0].append(i)
        elif named[i] or any(d.start <= token.start < d.end for d in dates):
            found[-1][1].append(i)
    return found


def _exchanged(
    basis: Basis, hold: Hold, numbers: list[int], names: list[int], there: list[Bundle]
) -> str | None:
    spoken = {p for v in voices(basis.text) for p in v.positions}
    for n in numbers:
        at = hold.links[n]
        if len(at) != 1:
            continue
        own = next((b for b in there if at[0] in b[0]), None)
        if own is None or not (own[1] or len(own[0]) > 1):
            continue
        temporal = _temporal(basis.text, basis.words)
        there_temporal = _temporal(hold.prose, tokens(hold.prose))
        for k in (k for k in (*names, *numbers) if k not in spoken and k != n):
            if k in numbers and k not in temporal:
                continue
            if k in temporal and not there_temporal & {*own[0], *own[1]}:
                continue
            places = set(hold.links[k])
            elsewhere = any(
                places & {*b[1], *b[0]} and b[0] and not _listed(basis, hold, b[0])
                for b in there if b is not own
            )  # fmt: skip
            if places and not places & {*own[1], *own[0]} and elsewhere:
                return f"“{basis.words[n].text}” does not belong to “{basis.words[k].text}”."
    return None


def _temporal(text: str, words: tuple[Token, ...]) -> set[int]:
    """Positions of dates, and of numbers of hours, days or years."""
    dates = date_spans(text)
    found = {i for i, t in enumerate(words) if any(d.start <= t.start < d.end for d in dates)}
    return found | {q.first for q in quantities.find(text) if q.unit in TIME}


def _listed(basis: Basis, hold: Hold, numbers: list[int]) -> bool:
    """True if the line gives a number of the source too, with no name of its own beside it."""
    named = [is_name(basis, i) for i in range(len(basis.words))]
    return any(
        set(hold.links[n]) & set(numbers) and not names
        for told, names in _bundles(basis.text, basis.words, named)
        for n in told
    )


def _lent(basis: Basis, hold: Hold, numbers: list[int]) -> str | None:
    """Words that follow a number in the line, but in the source only another number."""
    found = quantities.find(basis.text)
    for n in numbers:
        last = next((q.last for q in found if q.first == n), n)
        for k in _counted(basis, last):
            if any(_bare(hold, a) for a in hold.links[n]):
                continue
            owners = {_number_before(hold, j) for j in hold.links[k]} - {None}
            at = set(hold.links[n])
            if (
                owners
                and at
                and not owners & at
                and not any(abs(j - a) <= NEAR for j in hold.links[k] for a in at)
            ):
                return f"“{basis.words[n].text}” does not count “{basis.words[k].text}”."
    return None


def _bare(hold: Hold, at: int) -> bool:
    """True for a number after which the source does not say again what it counts."""
    after = at + 1
    while after < len(hold.ideas) and not hold.ideas[after]:
        after += 1
    if after == len(hold.words) or is_function(hold.words[after]):
        return True
    return Prose(hold.prose, tokens(hold.prose)).parted(after - 1, after)


def _counted(basis: Basis, last: int) -> list[int]:
    """The words right after a number, up to punctuation or a verb."""
    prose, found = Prose(basis.text, basis.words), []
    for k in range(last + 1, min(last + 6, len(basis.words))):
        token = basis.words[k]
        if prose.parted(k - 1, k) or token.fold in LINKING | JOINING or _verbal(token):
            break
        if token.fold in PREPOSITIONS - {"of", "with"} or basis.ideas[k].startswith("#"):
            break
        if not is_function(token):
            found.append(k)
    return found


def _number_before(hold: Hold, j: int) -> int | None:
    """The last number before a word of the source in its clause."""
    before = [
        i for i in range(j) if hold.ideas[i].startswith("#") and hold.parts[i] == hold.parts[j]
    ]
    return before[-1] if before else None


def modifiers(basis: Basis) -> str | None:
    """The rule: "northern", "former" and their like stand before the words that they belong to."""
    guards = lexicons.words("directions")
    for i, token in enumerate(basis.words[:-1]):
        if token.fold not in guards or is_function(basis.words[i + 1]):
            continue
        for hold in basis.holds:
            after = {j + 1 for j in hold.links[i] if j + 1 < len(hold.words)}
            heads = hold.links[i + 1]
            if after and heads and not after & set(heads) and not _loose(hold, after):
                head = basis.words[i + 1].text
                return f"“{token.text}” does not belong to “{head}” in the cited words."
    return None


def _loose(hold: Hold, after: set[int]) -> bool:
    """True if a modifier stands before a small word somewhere, so bears on no word beside it."""
    return any(is_function(hold.words[j]) for j in after)
