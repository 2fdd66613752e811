"""Hedges, negations, conditions and stances may be neither dropped nor added."""

import re

from dateline.records import Statement
from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.gate.ideas import idea
from dateline.report.gate.voices import is_cue, voices
from dateline.report.words import Token, is_function, stem, tokens

BREAK = re.compile(r"[;:–—(]|[.!?,][\"”»']*\s")
FIRM = frozenset(("agree", "call", "ask", "order", "must", "should", "will", "would", "ready"))
"""Words that may lead in a demand or promise, but also what is so."""
NOT = frozenset(
    ("not", "no", "never", "none", "cannot", "without", "nor", "neither", "nobody", "nothing",
     "ne", "pas", "aucun", "aucune", "jamais")
)  # fmt: skip
CONDITIONS = frozenset(("if", "unless", "provided", "si", "lest"))
MODALS = frozenset(("would", "might", "could", "should", "may"))
CONDITIONAL = frozenset(("aurait", "auraient", "serait", "seraient"))
"""French forms for what is said, but not vouched for."""
PLURAL = frozenset(
    ("several", "many", "few", "all", "every", "each", "entire", "whole", "both", "tous", "toutes")
)
"""Words without which no more is said: "several bombings", "the bombings"; "all its aid"."""
LESSER = frozenset(("some", "several", "many", "few", "most", "partial", "part", "half"))
AFTER = 3  # words after what a guard of the source bears on that it may still stand
SCOPE = 2  # words with a meaning that a guard bears on
REACH = 5  # words before a word in which the line must have the guard


def hedges(basis: Basis) -> str | None:
    """No word of doubt or condition that bears on kept words is left out, and none is put in."""
    guards = lexicons.words("hedges") | {"si"}
    return (
        _added(basis, guards, "hedge")
        or _conditions(basis)
        or _lost(basis, guards - CONDITIONS, "hedge")
    )


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


def stances(basis: Basis) -> str | None:
    """What the source denies, demands, promises or predicts can't be put as a fact."""
    hold = basis.best
    own = {t.fold for t in basis.words} | {t.key for t in basis.words} | set(basis.ideas)
    for statement in hold.statements():
        if own & _stance_words(statement) or statement.polarity in ("asserts", "condemns"):
            continue
        if _share(basis, hold, statement) > 0.5:
            return f"{statement.source_name or 'The source'} only {statement.polarity} this."
    return _wanted(basis, hold, own)


def _wanted(basis: Basis, hold: Hold, own: set[str]) -> str | None:
    """What the source's own words have somebody demand or promise can't be put as a fact."""
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    links = [(i, js) for i, js in enumerate(hold.links) if js and i not in spoken]
    told = [js for i, js in links if not is_function(basis.words[i])]
    there = voices(hold.prose)
    for n, voice in enumerate(there):
        polarity = _polarity(hold.words[voice.cue])
        if polarity is None or own & _stance(polarity) or own & lexicons.words("irrealis"):
            continue
        end = there[n + 1].cue if n + 1 < len(there) else len(hold.words)
        inside = [js for js in told if any(voice.cue < j < end for j in js)]
        if len(told) > 1 and 3 * len(inside) > 2 * len(told):
            return f"The source only {polarity} this: “{hold.words[voice.cue].text}”."
    return None


def _polarity(token: Token) -> str | None:
    return next((p for p in ("demands", "promises") if idea(token.key) in _stance(p) - FIRM), None)


def _stance(polarity: str) -> frozenset[str]:
    words = lexicons.group("stances", polarity)
    return words | frozenset(idea(stem(w)) for w in words)


def _stance_words(statement: Statement) -> frozenset[str]:
    if statement.polarity == "denies":
        return lexicons.words("denials") | lexicons.words("negations")
    told = tokens(statement.cue.text) if statement.cue else ()
    cue = frozenset(t.fold for t in told) | frozenset(idea(t.key) for t in told)
    return cue | lexicons.group("stances", statement.polarity)


def _share(basis: Basis, hold: Hold, statement: Statement) -> float:
    """Share of a statement's content words that the line repeats."""
    spans = [c.span for c in statement.content]
    inside = [i for i, t in enumerate(hold.words) if any(s.start <= t.start < s.end for s in spans)]
    matched = {j for _, j in hold.pairs}
    return sum(i in matched for i in inside) / max(1, len(inside))


def _class(word: str) -> str:
    """Guards any of which may stand for another."""
    if word in NOT or word.endswith("n't"):
        return "not"
    if word in lexicons.words("denials"):
        return "deny"
    return lexicons.bases("guards").get(word, word)


def _added(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    dates = date_spans(basis.text)
    for i, token in enumerate(basis.words):
        if (
            token.fold not in guards
            or token.fold == "whether"
            or (token.fold == "against" and _versus(basis.words, i))
            or any(d.start <= token.start < d.end for d in dates)
        ):
            continue
        if _in_hedge(basis.words, i) or _linked_cue(basis, i):
            continue
        home = basis.home(basis.parts[i])
        bearing = (home,) if any(home.links[k] for k in _scope(basis, i)) else basis.holds
        bearing = basis.holds if _class(token.fold) == "deny" else bearing
        if not any(_has(basis, hold, i) for hold in bearing) and not _reported(basis, i):
            return f"“{token.text}” is a {kind} that the cited words do not have there."
    return None


def _versus(words: tuple[Token, ...], i: int) -> bool:
    """True for the "against" that sets one number beside another."""
    return i + 1 < len(words) and words[i + 1].text[0].isdigit()


def _linked_cue(basis: Basis, i: int) -> bool:
    """True for a verb of speech in whose place the source has one like it."""
    spoken = any(v.cue == i for v in voices(basis.text))
    return spoken and any(is_cue(h.words[j]) for h in basis.holds for j in h.links[i])


def _in_hedge(words: tuple[Token, ...], i: int) -> bool:
    """True for the "no" of "no more than 20", which is judged with the number."""
    following = [t.fold for t in words[i + 1 : i + 3]]
    if words[i].fold in ("many", "much") and i and words[i - 1].fold == "as":
        return following[:1] == ["as"]
    if words[i].fold == "most" and i and words[i - 1].fold == "at":
        return True
    return words[i].fold in ("no", "not") and following[1:] == ["than"]


def _has(basis: Basis, hold: Hold, i: int) -> bool:
    """True if the source has the guard too and, where it can be told, on the same words."""
    there = [j for j, t in enumerate(hold.words) if hold.cites(t) and _alike(basis, hold, i, j)]
    if not there:
        return False
    if _class(basis.words[i].fold) == "deny":
        return True
    bears = _scope(basis, i)
    places = [j for k in bears for j in hold.links[k]]
    return not places or any(
        -AFTER <= j - at <= 2 * REACH and hold.parts[j] == hold.parts[at]
        for at in there
        for j in places
    )


def _alike(basis: Basis, hold: Hold, i: int, j: int) -> bool:
    own, there = basis.words[i].fold, hold.words[j].fold
    if (own, hold.ideas[j]) == ("both", "#2"):
        return True
    if there in CONDITIONAL and _class(own) in ("may", "allegedly", "likely", "would", "said"):
        return True
    against = (
        own == "against"
        and basis.words[i + 1 : i + 2]
        and (basis.words[i + 1].fold.endswith("ing"))
    )
    same = bool(basis.ideas[i]) and basis.ideas[i] == hold.ideas[j]
    if (own, there) in (("will", "would"), ("can", "could")):
        kept = any(t.fold in CONDITIONS for t in basis.words)
        return bool(voices(hold.prose)) and (
            kept or not any(t.fold in CONDITIONS for t in hold.words)
        )
    return same or _class("not" if against else own) == _class(there)


def _scope(basis: Basis, i: int) -> list[int]:
    """The next words of the line that have a meaning, in the same clause."""
    found: list[int] = []
    for k in range(i + 1, len(basis.words)):
        if BREAK.search(basis.text[basis.words[k - 1].end : basis.words[k].start]):
            break
        if not is_function(basis.words[k]):
            found.append(k)
        if len(found) == SCOPE:
            break
    return found


def _reported(basis: Basis, i: int) -> bool:
    """A denial may report a statement whose polarity is such; "would" reports a "will"."""
    word = basis.words[i].fold
    if word in lexicons.words("denials"):
        return any(s.polarity == "denies" for h in basis.holds for s in h.statements())
    after = basis.words[i + 1].fold if i + 1 < len(basis.words) else ""
    if word in MODALS and after != "have":
        return bool(voices(basis.text))
    return False


def _lost(basis: Basis, guards: frozenset[str], kind: str) -> str | None:
    """A guard of the source is lost if the line keeps all that it bears on, but not the guard."""
    for hold in _homes(basis):
        links, used = hold_links(basis, hold), set[int]()
        for j, token in enumerate(hold.words):
            if token.fold not in guards or not hold.cites(token) or _in_hedge(hold.words, j):
                continue
            if _implied(basis, token) or (token.fold == "against" and _versus(hold.words, j)):
                continue
            kept = [i for i, js in enumerate(links) if _borne(hold, j) in js]
            if not kept or _said_anew(basis, token.fold) or _by_the_way(hold, links, j):
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


def _homes(basis: Basis) -> list[Hold]:
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
    near = range(max(0, i - REACH - 3), min(len(basis.words), i + ahead))
    infinitive = [k for k in range(max(0, i - 2), i) if basis.words[k].fold == "to"]
    modal = hold.words[j].fold in MODALS
    verb = [k for k, js in enumerate(hold.links) if j in js and not modal
            and _class(basis.words[k].fold) != "not"]  # fmt: skip
    return [k for k in near if _alike(basis, hold, k, j)] + verb + (infinitive if modal else [])


def _said_anew(basis: Basis, word: str) -> bool:
    """True for a "claimed" in whose place a line of our own wording has another verb of speech."""
    return word.startswith("claim") and bool(voices(basis.text))


def _conditions(basis: Basis) -> str | None:
    """What holds only under a condition is not told without it."""
    own = {t.fold for t in basis.words}
    for hold in _homes(basis):
        for j, token in enumerate(hold.words):
            if not _conditional(hold, j) or own & (CONDITIONS | {"when", "long"}):
                continue
            links = hold_links(basis, hold)
            told = {k for js in links for k in js if not is_function(hold.words[k])}
            main = [k for k in told if (hold.parts[k] == hold.parts[j] and k < j) or _led(hold, j)]
            spoken = {p for v in voices(hold.prose) for p in (*v.positions, v.cue)}
            if len([k for k in main if k not in spoken and j - k <= 4 * REACH]) > 1:
                return f"The source's condition (“{token.text}”) is left out."
    return None


def _conditional(hold: Hold, j: int) -> bool:
    word = hold.words[j].fold
    if not hold.cites(hold.words[j]):
        return False
    if word == "long" and j + 1 < len(hold.words):
        return hold.words[j - 1].fold == hold.words[j + 1].fold == "as"
    before = hold.words[j - 1].fold if j else ""
    after = hold.words[j + 1].fold if j + 1 < len(hold.words) else ""
    return word in CONDITIONS and before not in ("even", "meme") and after not in ("not", "any")


def _led(hold: Hold, j: int) -> bool:
    """True for a condition that stands before what it holds for."""
    return j == 0 or hold.parts[j - 1] != hold.parts[j]
