"""What is planned, asked or possible can't be told as done, nor what is done as to come."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis
from dateline.report.gate.voices import is_cue
from dateline.report.words import Token, is_function, tokens

BACK = 5  # words before a verb in which its auxiliary may stand
REACH = 7  # words that "until" may stand before a verb
UNTIL = frozenset(("until", "unless", "if", "once", "whether", "jusqu"))
UNCHANGED = frozenset(
    ("cut", "hit", "put", "set", "shut", "hurt", "let", "spread", "split", "shed", "bid", "cost",
     "burst", "rid", "thrust")
)  # fmt: skip
PREPARING = frozenset(("organising", "organizing", "preparing", "planning", "considering"))
"""Forms that tell of what is still to come."""
CAUSING = frozenset(("prompting", "prompted", "forcing", "causing", "caused", "leading", "led"))
"""Verbs that tell what somebody was made to do, and did."""
FAR = 6  # words between such a verb and its infinitive
HAVING = frozenset(("has", "have", "had", "was", "were", "been"))
DONE = frozenset(
    ("managed", "began", "begun", "continued", "started", "proceeded", "went", "forced")
)
"""Verbs after which an infinitive tells what did happen."""

FUTURE = ("era", "eront", "ira", "iront", "ndra", "ndront")
PARTICIPLE = ("é", "ée", "és", "ées")

SKIPPED = frozenset(
    ("be", "been", "being", "have", "not", "also", "again", "never", "soon", "now", "then", "only",
     "already", "still", "more", "and", "or")
)  # fmt: skip


def supported(basis: Basis) -> str | None:
    """The rule: a verb that is to come in every place of the source isn't told as past, and one
    that is past isn't told as to come.
    """
    for i, token in enumerate(basis.words):
        if is_function(token) or is_cue(token) or not basis.ideas[i]:
            continue
        own = _standing(basis.text, basis.words, i)
        there = {_standing(h.prose, tokens(h.prose), j) for h in basis.holds for j in h.links[i]}
        if own == "done" and there == {"open"}:
            return f"“{token.text}” is told as done; the source has it as planned or possible."
        if own == "open" and there == {"done"} and not _backshifted(basis, i):
            return f"“{token.text}” is told as to come; the source has it as done."
    return None


def _standing(text: str, words: tuple[Token, ...], i: int) -> str | None:
    """``open`` for a verb after will, may, to, until ...; ``done`` for a past form; else null."""
    for k in range(i - 1, max(-1, i - REACH), -1):
        if text[words[k].end : words[k + 1].start].strip(" \n'’"):
            break
        if words[k].fold in UNTIL:
            return "open"
    before = _auxiliary(words, i) or _french(words, i)
    if before is not None:
        return before
    if i and words[i - 1].fold == "being" and _past(words[i]):
        return None
    if words[i].fold in PREPARING and {t.fold for t in words[max(0, i - 2) : i]} & {"is", "are"}:
        return "open"
    finished = any(t.fold in HAVING for t in words[max(0, i - 2) : i])
    return "done" if _past(words[i]) or (finished and words[i].fold in UNCHANGED) else None


def _french(words: tuple[Token, ...], i: int) -> str | None:
    """The same for "présentera" and "a présenté"."""
    word, before = words[i].text, words[i - 1].fold if i else ""
    if word.endswith(FUTURE) and word.islower() and before not in ("la", "le", "l'", "un", "une"):
        return "open"
    perfect = before in ("a", "ont", "avait", "avaient", "ete") and word.endswith(PARTICIPLE)
    return "done" if perfect else None


def _past(token: Token) -> bool:
    if token.text[0].isupper() and not token.text.isupper():
        return False
    irregular = lexicons.bases("irregular").get(token.fold, token.fold) != token.fold
    plain = not token.fold.endswith(("s", "ing"))
    return plain and (token.fold.endswith("ed") or irregular)


def _auxiliary(words: tuple[Token, ...], i: int) -> str | None:
    bare = False  # "be" with no auxiliary of its own: "ordered that access be restored"
    for back in range(1, BACK):
        if i - back < 0:
            return None
        word = words[i - back].fold
        if word in lexicons.words("irrealis"):
            return "open"
        if word == "to":
            earlier = words[i - back - 1].fold if i - back else ""
            made = bool(CAUSING & {t.fold for t in words[max(0, i - back - FAR) : i - back]})
            infinitive = back > 1 or not words[i].fold.endswith(("s", "ing", "ed"))
            infinitive = infinitive or words[i].fold in UNCHANGED
            return "open" if infinitive and not made and earlier not in DONE else None
        if word in ("has", "had", "was", "were", "is", "are") and back == 1:
            return None
        if word == "be":
            bare = True
        if word not in SKIPPED and not word.endswith("ly"):
            return "open" if bare else None
    return None


def _backshifted(basis: Basis, i: int) -> bool:
    near = [t.fold for t in basis.words[max(0, i - BACK) : i]]
    return not {"will", "shall"} & set(near)
