"""Hedges, negations, conditions and stances may be neither dropped nor added."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.cue_forms import PRONOUNS
from dateline.report.gate.guards import CONDITIONS, alike, guard_class, in_hedge, no_guard
from dateline.report.gate.spared import BREAK, freely, spared
from dateline.report.gate.voices import is_cue, voices
from dateline.report.words import Token, is_function

MODALS = frozenset(("would", "might", "could", "should", "may"))
PLURAL = frozenset(
    ("several", "many", "few", "all", "every", "each", "entire", "whole", "both", "tous", "toutes")
)
"""Words without which no more is said: "several bombings", "the bombings"; "all its aid"."""
LESSER = frozenset(("some", "several", "many", "few", "most", "partial", "part", "half"))
DOUBTING = frozenset(("may", "might", "could"))
TURNING = frozenset(("after", "before", "while", "when", "because", "since", "as", "until"))
"""Words with which another clause begins."""
STANDING = frozenset(("former", "acting", "deputy", "interim", "ex"))
BESIDE = 3  # words on either side of a guard that tell that it stands as in the source
AFTER = 3  # words after what a guard of the source bears on that it may still stand
SCOPE = 2  # words with a meaning that a guard bears on
REACH = 5  # words before a word in which the line must have the guard


def hedges(basis: Basis) -> str | None:
    """No word of doubt or condition that bears on kept words is left out, and none is put in."""
    guards = lexicons.words("hedges") | {"si"}
    return _added(basis, guards, "hedge") or _lost(basis, guards - CONDITIONS, "hedge")


def negations(basis: Basis) -> str | None:
    """No negation that bears on kept words is left out, and none is put in."""
    guards = lexicons.words("negations")
    return _added(basis, guards, "negation") or _lost(basis, guards, "negation")


def quantifiers(basis: Basis) -> str | None:
    """Words that say how much is meant are neither put in nor, before a kept word, left out."""
    guards = lexicons.words("quantifiers")
    return _added(basis, guards, "word for how much is meant") or _lost(
        basis, guards, "word for how much is meant"
    )


def offices(basis: Basis) -> str | None:
    """Nobody who was something, or acts for somebody, is told as being it."""
    return _lost(basis, STANDING, "word for what somebody was or is in place of another")


def _added(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    dates = date_spans(basis.text)
    for i, token in enumerate(basis.words):
        if (
            token.fold not in guards
            or token.fold == "whether"
            or (token.fold == "against" and _versus(basis.words, i))
            or _rate(basis, i)
            or any(d.start <= token.start < d.end for d in dates)
        ):
            continue
        if in_hedge(basis.words, i) or _linked_cue(basis, i) or no_guard(basis.words, i):
            continue
        home = basis.home(basis.parts[i])
        bearing = (home,) if any(home.links[k] for k in _scope(basis, i)) else basis.holds
        bearing = basis.holds if guard_class(token.fold) == "deny" else bearing
        if not any(_has(basis, hold, i) for hold in bearing) and not _reported(basis, i):
            return f"“{token.text}” is a {kind} that the cited words do not have there."
    return None


def _rate(basis: Basis, i: int) -> bool:
    """True for the "every" of "1,000 barrels every day", where the source has "a day"."""
    after = basis.words[i + 1 : i + 2]
    home = basis.home(basis.parts[i])
    pairs = zip(home.words, home.words[1:], strict=False)
    told = (b.key for a, b in pairs if a.fold in ("a", "an", "per"))
    return basis.words[i].fold in ("every", "each") and bool({t.key for t in after} & {*told})


def _versus(words: tuple[Token, ...], i: int) -> bool:
    """True for the "against" that sets one number beside another."""
    return i + 1 < len(words) and words[i + 1].text[0].isdigit()


def _linked_cue(basis: Basis, i: int) -> bool:
    """True for a verb of speech in whose place the source has one like it."""
    spoken = any(v.cue == i for v in voices(basis.text))
    return spoken and any(is_cue(h.words[j]) for h in basis.holds for j in h.links[i])


def _has(basis: Basis, hold: Hold, i: int) -> bool:
    """True if the source has the guard too and, where it can be told, on the same words."""
    there = [j for j, t in enumerate(hold.words) if hold.cites(t) and alike(basis, hold, i, j)]
    if not there:
        return False
    if guard_class(basis.words[i].fold) == "deny" or _as_there(basis, hold, i, there):
        return True
    if "_" in basis.ideas[i] and any(hold.ideas[j] == basis.ideas[i] for j in there):
        return True
    if guard_class(basis.words[i].fold) in ("consider", "expect"):
        return any(hold.parts[j] == hold.parts[at] for js in hold.links for j in js for at in there)
    bears = _scope(basis, i)
    places = [j for k in bears for j in hold.links[k]]
    if any(_of_those(hold, at) and any(0 < at - j <= 2 * REACH for j in places) for at in there):
        return True
    return not places or any(
        -AFTER <= j - at <= 2 * REACH and hold.parts[j] == hold.parts[at]
        for at in there
        for j in places
    )


def _of_those(hold: Hold, at: int) -> bool:
    """True for "most of whom", which is said of those named before."""
    after = [t.fold for t in hold.words[at + 1 : at + 3]]
    return after[:1] == ["of"] and after[1:] in (["whom"], ["which"], ["them"], ["these"])


def _as_there(basis: Basis, hold: Hold, i: int, there: list[int]) -> bool:
    """True if a guard stands in the line between the same words as in the source."""
    own = [t.fold for t in basis.words[max(0, i - BESIDE) : i + BESIDE + 1]]
    folds = [t.fold for t in hold.words]
    return i >= BESIDE and any(folds[max(0, j - BESIDE) : j + BESIDE + 1] == own for j in there)


def _scope(basis: Basis, i: int) -> list[int]:
    """The next words of the line that have a meaning, in the same clause."""
    found: list[int] = []
    for k in range(i + 1, len(basis.words)):
        if BREAK.search(basis.text[basis.words[k - 1].end : basis.words[k].start]):
            break
        if basis.words[k].fold in TURNING or _said_next(basis.words, k):
            break
        if not is_function(basis.words[k]):
            found.append(k)
        if len(found) == SCOPE:
            break
    return found


def _said_next(words: tuple[Token, ...], k: int) -> bool:
    """True for an "and" with which somebody goes on to say another thing."""
    return words[k].fold == "and" and k + 1 < len(words) and is_cue(words[k + 1])


def _reported(basis: Basis, i: int) -> bool:
    """A denial may report a statement whose polarity is such; "would" reports a "will"."""
    word = basis.words[i].fold
    if word in lexicons.words("denials"):
        return any(s.polarity == "denies" for h in basis.holds for s in h.statements())
    after = basis.words[i + 1].fold if i + 1 < len(basis.words) else ""
    if word in ("claim", "claims", "claimed") and after == "to":
        return any(_of_themselves(h) for h in basis.holds)
    if word in MODALS and after != "have":
        return bool(voices(basis.text))
    return False


def _of_themselves(hold: Hold) -> bool:
    """True if somebody says something of themselves: "who says she won"."""
    folds = [t.fold for t in hold.words]
    said = (v.cue + 1 for v in voices(hold.prose))
    return any(PRONOUNS & set(folds[i : i + 2]) for i in said)


def _lost(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    """A guard of the source is lost if the line keeps all that it bears on, but not the guard."""
    for hold in homes(basis):
        links, used = hold_links(basis, hold), set[int]()
        dates = date_spans(hold.prose)
        for j, token in enumerate(hold.words):
            if any(d.start <= token.start - hold.wide.start < d.end for d in dates):
                continue
            if token.fold not in guards or not hold.cites(token) or in_hedge(hold.words, j):
                continue
            if _implied(basis, token) or (token.fold == "against" and _versus(hold.words, j)):
                continue
            idle = no_guard(hold.words, j) and token.fold != "nor"
            if idle or spared(basis, hold, j) or (basis.tolerant and freely(basis, hold, links, j)):
                continue
            kept = [i for i, js in enumerate(links) if _borne(hold, j) in js]
            kept = kept or _borne_anew(basis, hold, links, j)
            if not kept or _said_anew(basis, token.fold) or _by_the_way(hold, links, j):
                continue
            if token.fold in lexicons.words("quantifiers") and _left_out(hold, links, j):
                continue
            guard = next((k for i in kept for k in _near(basis, hold, j, i) if k not in used), None)
            if guard is None:
                return f"The source's “{token.text}” is left out ({kind})."
            used.add(guard)
    return None


def _implied(basis: Basis, token: Token) -> bool:
    """True for a word without which no more is said, if no lesser one has taken its place."""
    return token.fold in PLURAL and not LESSER & {t.fold for t in basis.words}


def _by_the_way(hold: Hold, links: tuple[tuple[int, ...], ...], j: int) -> bool:
    """True if what a denial, or "without", bears on is the least of what the line has of the
    source.
    """
    word = hold.words[j].fold
    if word not in lexicons.words("denials") | {"without"}:
        return False
    spoken = {p for v in voices(hold.prose) for p in (*v.positions, v.cue)}
    told = [js for js in links if any(not is_function(hold.words[k]) for k in {*js} - spoken)]
    start = j if word != "without" else _edge(hold, j, -1)
    end = _edge(hold, j, 1)
    inside = [js for js in told if any(start <= k <= end for k in js)]
    borne = [js for js in told if any(j < k <= end for k in js)]
    return 2 * len(inside) < len(told) and (word != "without" or len(borne) < SCOPE)


def _left_out(hold: Hold, links: tuple[tuple[int, ...], ...], j: int) -> bool:
    """True if the line has no word that only the clause of a guard can have given: ", with most of
    the deaths caused by landslides" after "37 people have died".
    """
    start, end = _edge(hold, j, -1), _edge(hold, j, 1)
    if start == 0 or hold.words[start].fold != "with":
        return False
    return not any(js and all(start <= k <= end for k in js) for js in links)


def _edge(hold: Hold, j: int, step: int) -> int:
    """The last word before the next pause, or before "and" and a verb of speech."""
    while 0 <= j + step < len(hold.words):
        low, high = sorted((j, j + step))
        if BREAK.search(hold.sheet.shown[hold.words[low].end : hold.words[high].start]):
            break
        joined = hold.words[j + step].fold == "and" and j + step + 1 < len(hold.words)
        if step > 0 and joined and is_cue(hold.words[j + step + 1]):
            break
        j += step
    return j


def hold_links(basis: Basis, hold: Hold) -> tuple[tuple[int, ...], ...]:
    """The links of those clauses of the line that a passage bears out best."""
    home = {part: basis.home(part) is hold for part in set(basis.parts)}
    return tuple(js if home[p] else () for js, p in zip(hold.links, basis.parts, strict=True))


def homes(basis: Basis) -> list[Hold]:
    """The passages that bear out a clause of the line."""
    return [h for h in basis.holds if any(basis.home(p) is h for p in set(basis.parts))]


def _borne(hold: Hold, j: int) -> int:
    """The next word with a meaning that a guard of the source bears on or, at the end of a clause,
    the last.
    """
    for k in range(j + 1, len(hold.words)):
        if BREAK.search(hold.sheet.shown[hold.words[k - 1].end : hold.words[k].start]):
            break
        plain = not is_function(hold.words[k]) and hold.ideas[k]
        if hold.words[k].fold != "longer" and plain and not _of_a_people(hold, k):
            return k
    earlier = (k for k in range(j - 1, -1, -1) if not is_function(hold.words[k]))
    return next(earlier, j)


def _borne_anew(basis: Basis, hold: Hold, links: tuple[tuple[int, ...], ...], j: int) -> list[int]:
    """Where a line has, in words of its own, the verb that "could" or "might" bears on: before the
    words after it that the line keeps, if it keeps more than one.
    """
    if not basis.tolerant or hold.words[j].fold not in DOUBTING:
        return []
    end = _edge(hold, _borne(hold, j), 1)
    after = [
        i for i, js in enumerate(links)
        if not is_function(basis.words[i]) and any(j < k <= end for k in js)
    ]  # fmt: skip
    return after if len(after) > 1 else []


def _of_a_people(hold: Hold, k: int) -> bool:
    """True for the "Tarvian" of "several Tarvian towns": what is meant is the towns."""
    if not hold.words[k].text.istitle() or k + 1 == len(hold.words):
        return False
    after = hold.words[k + 1]
    between = hold.sheet.shown[hold.words[k].end : after.start]
    return after.text.islower() and not is_function(after) and between.isspace()


def _near(basis: Basis, hold: Hold, j: int, i: int) -> list[int]:
    """Like guards of the line close before (or right after) a word."""
    ahead = REACH if _borne(hold, j) > j else REACH + 4
    around = range(max(0, i - REACH - 3), min(len(basis.words), i + ahead))
    near = [k for k in around if not (k > i and _denies_another(basis, k))]
    infinitive = [k for k in range(max(0, i - 2), i) if basis.words[k].fold == "to"]
    modal = hold.words[j].fold in MODALS | {"expected"}
    verb = [k for k, js in enumerate(hold.links) if j in js and not modal
            and guard_class(basis.words[k].fold) != "not"]  # fmt: skip
    verb = [k for k in verb if not (k > i and _denies_another(basis, k))]
    return [k for k in near if alike(basis, hold, k, j)] + verb + (infinitive if modal else [])


def _denies_another(basis: Basis, k: int) -> bool:
    """True for the denial of "said this and denied that"."""
    led = k > 0 and basis.words[k - 1].fold in ("and", "but")
    return led and guard_class(basis.words[k].fold) == "deny"


def _said_anew(basis: Basis, word: str) -> bool:
    """True for a "claimed" in whose place a line of our own wording has another verb of speech."""
    return word.startswith("claim") and bool(voices(basis.text))
