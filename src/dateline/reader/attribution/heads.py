"""Tokens that may head a cue (said, claim, according, ``:``) and what tells a true one."""

from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.words import cue_classes

CLAUSES = frozenset(("ccomp", "xcomp", "dobj", "advcl", "nsubjpass", "acomp", "oprd", "attr"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
AUXILIARIES = frozenset(("aux", "auxpass"))
OTHERS = frozenset(("NOUN", "ADJ", "AUX", "PROPN", "ADP", "SCONJ", "ADV"))


def inverted(grid: Grid, i: int) -> bool:
    """Whether a cue follows a comma or a quotation's end, as in ``..., said the ministry``."""
    k = i - 1
    while k >= 0 and grid.dep[k] in ("aux", "auxpass", "advmod", "neg") and i - k < 4:
        k -= 1
    return k >= 0 and (grid.word[k] == "," or (grid.quote[k] >= 0 and grid.quote[i] < 0))


def is_candidate(grid: Grid, i: int, lexicon: frozenset[str]) -> bool:
    """Whether a token may head a cue: any verb, a colon, or another word of the lexicon."""
    pos = grid.pos[i]
    if pos == "VERB":
        return True
    if pos in OTHERS:
        return f"{grid.lemma[i]}/{pos}" in lexicon
    return grid.word[i] == ":" and i + 1 < len(grid.word)


def subject_kind(grid: Grid, i: int) -> str:
    """A subject in one word: the pronoun, the entity type, or the part of speech and lemma."""
    if grid.pos[i] == "PRON":
        return grid.word[i]
    return grid.ent[i] or grid.pos[i]


def _complements(grid: Grid, i: int) -> tuple[list[str], str, list[str]]:
    """What hangs on a token: complement labels, the kind of subject, and other marks."""
    signs: list[str] = []
    marks: list[str] = []
    subject = ""
    for k in grid.kids[i]:
        dep = grid.dep[k]
        side = "<" if k < i else ">"
        if dep in SUBJECTS:
            subject = subject or f"{side}{dep}:{subject_kind(grid, k)}"
            marks.append(f"subj:{grid.lemma[k]}")
        elif dep in CLAUSES:
            mark = grid.word[grid.left[k]] if dep == "ccomp" and k > i else ""
            signs.append(f"{side}{dep}" + (":that" if mark == "that" else ""))
            if dep == "dobj":
                marks.append(f"obj:{grid.lemma[k]}")
        elif dep == "pobj" and grid.lemma[i] == "accord":  # selon, d'après: one word for two
            signs.append("prep:to")
        elif dep in ("prep", "agent", "prt", "dative"):
            signs.append(f"{dep}:{grid.word[k]}")
        elif dep in AUXILIARIES or dep == "neg":
            marks.append(f"{dep}:{grid.lemma[k]}")
        elif dep in ("advmod", "mark", "poss", "det", "amod", "acl", "relcl", "cc"):
            marks.append(f"{dep}:{grid.word[k]}")
    return signs, subject, marks


def _quote_signs(grid: Grid, i: int) -> list[str]:
    """How quotations lie around a token in its sentence."""
    first, last = grid.sents[grid.sent[i]]
    own = grid.quote[i]
    signs = ["in quote"] if own >= 0 else []
    quote = grid.quote
    if any(q >= 0 and q != own for q in quote[max(first, i - 12) : i]):
        signs.append("quote near before")
    if any(q >= 0 and q != own for q in quote[i + 1 : min(last, i + 12) + 1]):
        signs.append("quote near after")
    if first < i and quote[first] >= 0 and quote[first] != own:
        signs.append("sentence opens with quote")
    if own < 0 and last + 1 < len(quote) and quote[last] >= 0 and quote[last] == quote[last + 1]:
        signs.append("quote runs on")
    return signs


def features(grid: Grid, i: int) -> list[str]:
    """What the cue model sees of a candidate head."""
    lemma, pos, tag, dep = grid.lemma[i], grid.pos[i], grid.tag[i], grid.dep[i]
    key = f"{lemma}/{pos}"
    signs, subject, marks = _complements(grid, i)
    quotes = _quote_signs(grid, i)
    head = grid.head[i]
    up = f"{dep}^{grid.lemma[head]}" if head != i else "root"
    first, last = grid.sents[grid.sent[i]]
    kind = cue_classes().get(lemma, "")
    turned = inverted(grid, i)
    found = ["bias", f"l={key}", f"t={tag}", f"l={key},t={tag}", f"d={dep}", f"l={key},d={dep}"]
    found += [f"up={up}", f"p={pos},up={up}", f"s={subject}", f"l={key},s={subject}"]
    found += [f"l={key},sub={subject[:6]}", f"t={tag},d={dep},s={subject[:6]}"]
    found += [f"{x}" for x in signs]
    found += [f"l={key},{x}" for x in signs]
    found += marks
    found += [f"l={key},{x}" for x in marks]
    found += quotes
    found += [f"l={key},{x}" for x in quotes]
    found += [f"p={pos},{x}" for x in quotes]
    shape = "+".join(sorted({x.split(":")[0] for x in signs}))
    found += [f"shape={shape}", f"l={key},shape={shape}", f"shape={shape},s={subject}"]
    parts = [*signs, *quotes, f"shape={shape}", f"sub={subject[:6]}", f"t={tag}", f"d={dep}"]
    parts += [f"turned={turned}", f"shape={shape},turned={turned}", f"sub={subject[:6]},turned={turned}"]
    if kind:
        found += [f"c={kind}", *(f"c={kind},{x}" for x in parts)]
    found += [f"turned={turned},p={pos}", f"l={key},turned={turned}", f"shape={shape},turned={turned}"]
    if first > 0:
        before = grid.word[i - 1]
        found += [f"b={before}", f"l={key},b={before}"]
    else:
        found.append("first sentence")
    after = grid.word[i + 1] if i < last else "END"
    found += [f"a={after}", f"l={key},a={after}", f"at={'start' if i - first < 3 else 'end' if last - i < 3 else ''}"]
    if grid.pos[head] == "VERB" and head != i:
        found += [f"l={key},d={dep},up={grid.lemma[head]}"]
    return found
