"""The tense of the clause that a time expression stands in, as far as its words show."""

import re
from itertools import pairwise

from dateline.records import Span
from dateline.report import lexicons
from dateline.report.lines import clauses
from dateline.report.words import Token, tokens

HAVE = frozenset(["has", "have"])
RELATIVES = frozenset(["who", "which", "whose", "whom", "where"])
BOUNDS = RELATIVES | frozenset(
    ["that", "when", "while", "after", "before", "because", "as", "if", "although", "though",
     "since", "until", "following", "despite"]
)  # fmt: skip
"""Words with which another clause begins, or what stands for one."""

LEADS = frozenset(["in", "over", "during", "within", "for", "throughout", "and", "but"])
"""Words before an expression that are no more than its way in."""

BREAK = re.compile(r"[;:“”\"«»()]|\s[–—]|--")
"""What parts a clause from the next."""

OPENS = re.compile(r"[;:“«(]|\s[–—]|--")
TIMES = frozenset(["morning", "evening"])
"""Words in -ing that stand for no deed."""

BESIDE = frozenset(["and", "or", "been", "not", "also", "already", "just"])
"""Words between "have" and a participle."""

ADJECTIVAL = clauses.ADJECTIVAL | frozenset(["in", "on", "at", "to", "from", "against", "several"])


def is_perfect(text: str, at: Span) -> bool:
    """True if the verb of a stretch's clause, in a sentence, is "has fallen", not "fell": the
    nearest one before it or, if it opens its clause, the first one after it.
    """
    before, after = _before(text, at.start), _after(text, at.end)
    found = _nearest(before)
    opens = all(t.fold in LEADS for t in before)
    if found is None and (opens or (after and after[0].fold in HAVE)):
        return _first(after)
    return bool(found)


def _before(text: str, end: int) -> tuple[Token, ...]:
    """The words of a clause before a place in it."""
    last = max((m.end() for m in BREAK.finditer(text, 0, end)), default=0)
    words = [t for t in tokens(text) if last <= t.start < end]
    start = max((i + 1 for i, t in enumerate(words) if t.fold in BOUNDS), default=0)
    return tuple(words[start:])


def _after(text: str, start: int) -> tuple[Token, ...]:
    """The words of a clause after a place in it, relative clauses between commas apart."""
    stop = OPENS.search(text, start)
    end = stop.start() if stop else len(text)
    kept: list[Token] = []
    resumes = start
    for token in tokens(text):
        if not start <= token.start < end or token.start < resumes:
            continue
        if token.fold in RELATIVES:
            comma = text.find(",", token.end, end)
            if comma < 0:
                break
            resumes = comma
        elif token.fold in BOUNDS:
            break
        else:
            kept.append(token)
    return tuple(kept)


def _nearest(words: tuple[Token, ...]) -> bool | None:
    """Whether the last verb of some words is in the perfect; null if they have none."""
    for i in range(len(words) - 1, -1, -1):
        word, before = words[i], words[i - 1] if i else None
        if word.fold in HAVE:
            return i + 1 < len(words) and _done(words[i + 1 :])
        if word.fold.endswith("ing") and word.fold not in TIMES:
            return False
        joined = before is not None and (
            before.fold in BESIDE | HAVE | ADJECTIVAL or before.fold.endswith("ly")
        )
        if clauses.verbal(word.text) and not joined:
            return False
    return None


def _first(words: tuple[Token, ...]) -> bool:
    """Whether the first verb of some words is in the perfect."""
    for before, word in pairwise((None, *words)):
        if word is None or (before is not None and before.fold in ADJECTIVAL):
            continue
        if word.fold in HAVE:
            return _done(words[words.index(word) + 1 :])
        if clauses.verbal(word.text):
            return False
    return False


def _done(rest: tuple[Token, ...]) -> bool:
    """True if a participle is the next word but for adverbs: "has also been hit"."""
    own = (t for t in rest if t.fold not in BESIDE - {"been"} and not t.fold.endswith("ly"))
    word = next(own, None)
    if word is None:
        return False
    base = lexicons.bases("irregular").get(word.fold, word.fold)
    changed = word.fold.endswith(("ed", "en", "wn")) or base != word.fold
    return changed or word.fold in ("been", "put", "set", "cut", "hit", "let", "shut", "become")
