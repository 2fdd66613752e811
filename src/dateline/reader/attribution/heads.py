"""Tokens that may head a cue (said, claim, according, ``:``) and what tells a true one."""

from dataclasses import dataclass
from functools import cache

from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.model import CLASS, Bunch, Features, named
from dateline.reader.attribution.words import cue_classes

CLAUSES = frozenset(("ccomp", "xcomp", "dobj", "advcl", "nsubjpass", "acomp", "oprd", "attr"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
AUXILIARIES = frozenset(("aux", "auxpass", "neg"))
LINKS = frozenset(("prep", "agent", "prt", "dative"))
MODIFIERS = frozenset(("advmod", "mark", "poss", "det", "amod", "acl", "relcl", "cc"))
MARKS = {dep: f"{dep}:" for dep in (*AUXILIARIES, *MODIFIERS)}
OTHERS = frozenset(("NOUN", "ADJ", "AUX", "PROPN", "ADP", "SCONJ", "ADV"))
NEAR = 12  # tokens on either side in which a quotation is noticed


def inverted(grid: Grid, i: int) -> bool:
    """Whether a cue follows a comma or a quotation's end, as in ``..., said the ministry``."""
    k = i - 1
    while k >= 0 and grid.dep[k] in ("aux", "auxpass", "advmod", "neg") and i - k < 4:
        k -= 1
    return k >= 0 and (grid.word[k] == "," or (grid.quote[k] >= 0 and grid.quote[i] < 0))


def candidates(grid: Grid, lexicon: frozenset[str]) -> list[int]:
    """Tokens that may head a cue: any verb, a colon, or another word of the lexicon."""
    lemma, word, last, known = grid.lemma, grid.word, len(grid.word) - 1, _lemmas(lexicon)
    return [
        i
        for i, pos in enumerate(grid.pos)
        if pos == "VERB"
        or (lemma[i] in known and pos in OTHERS and f"{lemma[i]}/{pos}" in lexicon)
        or (word[i] == ":" and i < last and pos not in OTHERS)
    ]


@cache
def _lemmas(lexicon: frozenset[str]) -> frozenset[str]:
    return frozenset(name.rpartition("/")[0] for name in lexicon)


def subject_kind(grid: Grid, i: int) -> str:
    """A subject in one word: the pronoun, the entity type, or the part of speech."""
    if grid.pos[i] == "PRON":
        return grid.word[i]
    return grid.ent[i] or grid.pos[i]


@dataclass(slots=True)
class Company:
    """What hangs on a cue: complement signs, the kind of subject, and lesser marks (kind, word)."""

    signs: list[str]
    subject: str
    marks: list[tuple[str, str]]


def company(grid: Grid, i: int) -> Company:
    """The dependents of a token, in signs."""
    signs: list[str] = []
    marks: list[tuple[str, str]] = []
    subject = ""
    word, lemma = grid.word, grid.lemma
    for k in grid.kids[i]:
        dep = grid.dep[k]
        if dep in MARKS:
            marks.append((MARKS[dep], lemma[k] if dep in AUXILIARIES else word[k]))
        elif dep in SUBJECTS:
            side = "<" if k < i else ">"
            subject = subject or f"{side}{dep}:{subject_kind(grid, k)}"
            marks.append(("subj:", lemma[k]))
        elif dep in CLAUSES:
            side = "<" if k < i else ">"
            that = dep == "ccomp" and k > i and word[grid.left[k]] == "that"
            signs.append(f"{side}{dep}:that" if that else f"{side}{dep}")
            if dep == "dobj":
                marks.append(("obj:", lemma[k]))
        elif dep == "pobj" and lemma[i] == "accord":  # selon, d'après: one word for two
            signs.append("prep:to")
        elif dep in LINKS:
            signs.append(f"{dep}:{word[k]}")
    return Company(signs, subject, marks)


def _quote_signs(grid: Grid, i: int) -> list[str]:
    """How quotations lie around a token in its sentence, which has some of one."""
    first, last = grid.sents[grid.sent[i]]
    quote, own = grid.quote, grid.quote[i]
    signs = ["in quote"] if own >= 0 else []
    if any(q >= 0 and q != own for q in quote[max(first, i - NEAR) : i]):
        signs.append("quote near before")
    if any(q >= 0 and q != own for q in quote[i + 1 : min(last, i + NEAR) + 1]):
        signs.append("quote near after")
    if first < i and quote[first] >= 0 and quote[first] != own:
        signs.append("sentence opens with quote")
    if own < 0 and last + 1 < len(quote) and quote[last] >= 0 and quote[last] == quote[last + 1]:
        signs.append("quote runs on")
    return signs


def word_and_class(grid: Grid, i: int) -> tuple[str, str]:
    """The names under which a cue's own weights are kept: word with part of speech, and class."""
    lemma = grid.lemma[i]
    kind = cue_classes().get(lemma)
    return f"{lemma}/{grid.pos[i]}", f"{CLASS} {kind}" if kind else CLASS


def _of_form(pos: str, tag: str, dep: str, subject: str, turned: bool) -> Features:
    sub, turn = f"sub={subject[:6]}", f"turned={turned}"
    kind = [f"t={tag}", f"d={dep}", sub, turn, f"{sub},{turn}", "bias"]
    return Features([*kind, f"t={tag},d={dep},{sub}", f"p={pos},{turn}"], kind, kind)


def _of_shape(signs: tuple[str, ...], subject: str, turned: bool) -> Features:
    shape = f"shape={'+'.join(sorted({x.split(':')[0] for x in signs}))}"
    kind = [shape, f"{shape},turned={turned}", *signs]
    return Features([*kind, f"s={subject}", f"{shape},s={subject}"], [*kind, f"s={subject}"], kind)


def _of_quote(sign: str, pos: str) -> Features:
    return Features([sign, f"p={pos},{sign}"], [sign], [sign])


def _of_head(pos: str, dep: str, lemma: str) -> Features:
    up = f"up={dep}^{lemma}" if lemma else "up=root"
    return Features([up, f"p={pos},{up}"], [up])


def _of_word(name: str, word: str) -> Features:
    return Features([f"{name}{word}"], [f"{name}{word}"])


def _of_place(place: str, first: bool) -> Features:
    return Features([f"at={place}", "first sentence"] if first else [f"at={place}"])


def bunches(grid: Grid, i: int) -> list[Bunch]:
    """What the cue model sees of a candidate head."""
    around, turned = company(grid, i), inverted(grid, i)
    pos, dep, head = grid.pos[i], grid.dep[i], grid.head[i]
    first, last = grid.sents[grid.sent[i]]
    place = "start" if i - first < 3 else "end" if last - i < 3 else ""
    found: list[Bunch] = [
        (_of_form, pos, grid.tag[i], dep, around.subject, turned),
        (_of_shape, tuple(around.signs), around.subject, turned),
        (_of_head, pos, dep, grid.lemma[head]) if head != i else (_of_head, pos, "", ""),
        (_of_word, "b=", grid.word[i - 1] if i > first else "START"),
        (_of_word, "a=", grid.word[i + 1] if i < last else "END"),
        (_of_place, place, grid.sent[i] == 0),
    ]
    found += [(_of_word, kind, word) for kind, word in around.marks]
    if grid.sent[i] in grid.quoted:
        found += [(_of_quote, sign, pos) for sign in _quote_signs(grid, i)]
    return found


def features(grid: Grid, i: int) -> Features:
    """The same by the features' names."""
    return named(bunches(grid, i))
