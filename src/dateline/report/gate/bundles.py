"""What stands together: numbers with their names, counts with what they count, "northern" and its
like with their own words.
"""

from dateline.report import lexicons, quantities
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans, find
from dateline.report.gate.names import is_name
from dateline.report.gate.roles import LINKING, PREPOSITIONS, is_verbal
from dateline.report.gate.voices import Prose, voices
from dateline.report.words import Token, is_function, tokens

TIME = frozenset(("minute", "hour", "day", "week", "month", "year", "decade"))
DISTANCE = frozenset(("km", "mile", "metre"))
"""What tells where a place lies, not what befell it: "Zhitomir, 150 km west of Kiev, ..."."""
NEAR = 2  # words from a number within which a word belongs to it, whatever else it follows
SHARING = frozenset(("when", "as", "after", "apres", "quand", "lorsque", "lorsqu'"))
"""Words with which a clause begins that tells where and when all before it happened."""
PLACING = frozenset(("en", "dans", "sur", "par", "pour", "chez", "vers", "depuis", "selon"))
"""French words with which a phrase of its own begins."""
OTHERS = frozenset(("others", "autres"))
"""What stands for a noun that the source has before."""
JOINING = frozenset(("and", "et", "who", "which", "has", "have", "had", "will", "would"))


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
        if len(at) != 1 or (basis.tolerant and _of_these(basis, n)):
            continue
        own = next((b for b in there if at[0] in b[0]), None)
        if own is None or not (own[1] or len(own[0]) > 1):
            continue
        far = {q.first for q in quantities.find(hold.prose) if q.unit in DISTANCE}
        alike = {m for b in there for m in b[0] if (m in far) == (at[0] in far)}
        temporal = _temporal(basis.text, basis.words)
        there_temporal = _temporal(hold.prose, tokens(hold.prose))
        for k in (k for k in (*names, *numbers) if k not in spoken and k != n):
            if k in numbers and k not in temporal:
                continue
            if k in temporal and not there_temporal & {*own[0], *own[1]}:
                continue
            places = _dated(basis, hold, k)
            elsewhere = any(
                places & {*b[1], *b[0]} and alike & {*b[0]} and not _listed(basis, hold, b[0])
                and not (basis.tolerant and _shared(hold, at[0], places & {*b[1], *b[0]}))
                for b in there if b is not own
            )  # fmt: skip
            if places and not places & {*own[1], *own[0]} and elsewhere:
                return f"“{basis.words[n].text}” does not belong to “{basis.words[k].text}”."
    return None


def _of_these(basis: Basis, n: int) -> bool:
    """True for the "nine" of "three of the nine", beside which stands what is told of the three."""
    before = basis.words[max(0, n - 2) : n]
    part = basis.ideas[max(0, n - 4) : n]
    return "of" in {t.fold for t in before} and any(one.startswith("#") for one in part)


def _dated(basis: Basis, hold: Hold, k: int) -> set[int]:
    """Where the source has a word of the line; one of a date, only where it has that same day."""
    token, places = basis.words[k], set(hold.links[k])
    own = next((d for d in find(basis.text) if d.span.start <= token.start < d.span.end), None)
    if own is None or own.day is None:
        return places
    same = [d.span for d in find(hold.prose) if d.day in (None, own.day)]
    starts = {j: hold.words[j].start - hold.wide.start for j in places}
    return {j for j, at in starts.items() if any(s.start <= at < s.end for s in same)}


def _shared(hold: Hold, number: int, places: set[int]) -> bool:
    """True for "Kelm" of "four were killed and six hurt when a bomb went off in Kelm", which is
    said of all.
    """
    return all(
        place > number and any(t.fold in SHARING for t in hold.words[number + 1 : place])
        and hold.parts[place] == hold.parts[number]
        for place in places
    )  # fmt: skip


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
            if any(_measured(hold, j, a) for j in hold.links[k] for a in at):
                continue
            if (
                owners
                and at
                and not owners & at
                and not any(abs(j - a) <= NEAR for j in hold.links[k] for a in at)
            ):
                return f"“{basis.words[n].text}” does not count “{basis.words[k].text}”."
    return None


def _measured(hold: Hold, j: int, at: int) -> bool:
    """True for the "rise" of "a pay rise of 6 percent", which the number behind it tells of."""
    between = [t.fold for t in hold.words[j + 1 : at]]
    return j < at <= j + 4 and "of" in between and hold.parts[j] == hold.parts[at]


def _bare(hold: Hold, at: int) -> bool:
    """True for a number after which the source does not say again what it counts."""
    after = at + 1
    while after < len(hold.ideas) and not hold.ideas[after]:
        after += 1
    if (
        after == len(hold.words)
        or is_function(hold.words[after])
        or (hold.words[after].fold in OTHERS)
    ):
        return True
    return Prose(hold.prose, tokens(hold.prose)).parted(after - 1, after)


def _counted(basis: Basis, last: int) -> list[int]:
    """The words right after a number, up to punctuation or a verb."""
    prose, found = Prose(basis.text, basis.words), []
    for k in range(last + 1, min(last + 6, len(basis.words))):
        token = basis.words[k]
        if prose.parted(k - 1, k) or token.fold in LINKING | JOINING or is_verbal(token):
            break
        if token.fold in (PREPOSITIONS | PLACING) - {"of", "with"} or basis.ideas[k].startswith(
            "#"
        ):
            break
        if not is_function(token) and not token.text.endswith(("'s", "’s")):
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
    guards, sides = lexicons.words("directions"), lexicons.words("sides")
    for i, token in enumerate(basis.words[:-1]):
        ranked = (
            token.fold in sides
            and not token.text.endswith(("'s", "’s"))
            and basis.words[i + 1].key in lexicons.words("people")
        )
        if not (token.fold in guards or ranked) or is_function(basis.words[i + 1]):
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
