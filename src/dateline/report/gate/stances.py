"""What is denied, demanded, promised, foretold or tied to a condition can't be put as a fact."""

from dateline.records import Statement
from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.cue_forms import BEING
from dateline.report.gate.dropped import REACH, hold_links, homes
from dateline.report.gate.guards import CONDITIONS, DENYING
from dateline.report.gate.ideas import idea
from dateline.report.gate.voices import voices
from dateline.report.words import Token, is_function, stem, tokens

NEXT = 9  # words after "insisted" among which its "that" stands
FAR = 6  # words from the start of a clause among which its own verb stands
OPENING = frozenset(("dire", "savoir", "voir", "preciser", "indiquer", "determiner", "etablir"))
"""French infinitives after which "si" is "whether"."""
ASKING = frozenset(("whether", "if", "si", "unclear", "unknown", "may", "could", "might", "asked"))
FIRM = frozenset(("agree", "call", "ask", "order", "must", "should", "will", "would", "ready"))
"""Words that may lead in a demand or promise, but also what is so."""


def supported(basis: Basis) -> str | None:
    """What the source denies, demands, promises or predicts can't be put as a fact."""
    hold = basis.best
    own = {t.fold for t in basis.words} | {t.key for t in basis.words} | set(basis.ideas)
    for statement in hold.statements():
        if own & _stance_words(statement) or statement.polarity in ("asserts", "condemns"):
            continue
        said = statement.cue is not None and statement.cue.text.casefold() == "said"
        if said and statement.polarity == "demands" and voices(basis.text):
            continue  # who said it is told, in another way: "according to"
        if _share(basis, hold, statement) > 0.5:
            return f"{statement.source_name or 'The source'} only {statement.polarity} this."
    left_open = next((r for h in homes(basis) if (r := _open(basis, h, own))), None)
    return _wanted(basis, hold, own) or left_open


def _open(basis: Basis, hold: Hold, own: set[str]) -> str | None:
    """What the source only asks after ("did not say whether") can't be put as a fact."""
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    told = [
        js for i, js in enumerate(hold_links(basis, hold))
        if js and i not in spoken and not is_function(basis.words[i])
    ]  # fmt: skip
    for j in (j for j, t in enumerate(hold.words) if _asks(hold, j)):
        end = next((k for k in range(j + 1, len(hold.words)) if hold.parts[k] != hold.parts[j]),
                   len(hold.words))  # fmt: skip
        inside = [js for js in told if any(j < k < end for k in js)]
        if not own & ASKING and 3 * len(inside) > 2 * len(told):
            return f"The source leaves this open: “{hold.words[j].text}”."
    return None


def _asks(hold: Hold, j: int) -> bool:
    """True for "whether", and for the French "si" of "dire si"."""
    before = hold.words[j - 1].fold if j else ""
    return hold.words[j].fold == "whether" or (hold.words[j].fold == "si" and before in OPENING)


def _wanted(basis: Basis, hold: Hold, own: set[str]) -> str | None:
    """What the source's own words have somebody demand or promise can't be put as a fact."""
    spoken = {p for v in voices(basis.text) for p in (*v.positions, v.cue)}
    links = [(i, js) for i, js in enumerate(hold.links) if js and i not in spoken]
    told = [js for i, js in links if not is_function(basis.words[i])]
    there = voices(hold.prose)
    for n, voice in enumerate(there):
        polarity = _polarity(hold.words[voice.cue])
        after = {t.fold for t in hold.words[voice.cue + 1 : voice.cue + NEXT]}
        if (
            hold.words[voice.cue].fold.startswith("insist")
            and "that" in after
            and "be" not in after
        ):
            continue
        if polarity is None or own & _stance(polarity) or own & lexicons.words("irrealis"):
            continue
        end = there[n + 1].cue if n + 1 < len(there) else len(hold.words)
        inside = [
            js for js in told
            if any(voice.cue < j < end and _one_clause(hold, voice.cue, j) for j in js)
        ]  # fmt: skip
        if len(told) > 1 and 3 * len(inside) > 2 * len(told):
            return f"The source only {polarity} this: “{hold.words[voice.cue].text}”."
    return None


def _one_clause(hold: Hold, cue: int, j: int) -> bool:
    """True unless a word stands in a later clause that has a subject and verb of its own."""
    if hold.parts[j] == hold.parts[cue]:
        return True
    clause = [hold.words[k].fold for k, p in enumerate(hold.parts) if p == hold.parts[j]]
    return clause[:2] == ["and", "that"] or not BEING & set(clause[:FAR])


def _polarity(token: Token) -> str | None:
    return next((p for p in ("demands", "promises") if idea(token.key) in _stance(p) - FIRM), None)


def _stance(polarity: str) -> frozenset[str]:
    words = lexicons.group("stances", polarity)
    return words | frozenset(idea(stem(w)) for w in words)


def _stance_words(statement: Statement) -> frozenset[str]:
    if statement.polarity == "denies":
        return lexicons.words("denials") | lexicons.words("negations") | DENYING
    told = tokens(statement.cue.text) if statement.cue else ()
    cue = frozenset(t.fold for t in told) | frozenset(idea(t.key) for t in told)
    return cue | lexicons.group("stances", statement.polarity)


def _share(basis: Basis, hold: Hold, statement: Statement) -> float:
    """Share of a statement's content words that the line repeats."""
    spans = [c.span for c in statement.content]
    inside = [i for i, t in enumerate(hold.words) if any(s.start <= t.start < s.end for s in spans)]
    matched = {j for _, j in hold.pairs}
    return sum(i in matched for i in inside) / max(1, len(inside))


def conditions(basis: Basis) -> str | None:
    """What holds only under a condition is not told without it."""
    own = {t.fold for t in basis.words}
    for hold in homes(basis):
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
