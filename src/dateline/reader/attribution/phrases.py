"""Fixed phrases that introduce a source, put in the shape of "according to X" for the models."""

from dateline.reader.attribution.columns import Columns

WORDS = frozenset(("words", "view", "opinion", "account", "estimation", "estimate", "judgment"))
OPENING = WORDS | {"according"}
BEFORE = frozenset(("in", "by", "on"))
RELATIVE = frozenset(("whom", "which"))
NEAR = 5  # "a resident, Ana, 28, according to whom": how far back the noun is looked for


def _in_the_words_of(parse: Columns, i: int) -> None:
    """In "in the words of X", ``words`` becomes the cue and ``in`` hangs on it."""
    parse.lemma[i], parse.pos[i], parse.tag[i], parse.dep[i] = "accord", "VERB", "VBG", "prep"
    parse.word[i + 1] = "to"
    first = i - 2
    if parse.head[i] == first and parse.head[first] != first:
        parse.head[i], parse.head[first] = parse.head[first], i
        parse.dep[first], parse.dep[i - 1] = "advmod", "advmod"


def _is_below(parse: Columns, k: int, top: int) -> bool:
    """Whether a token hangs, at some depth, on another."""
    while parse.head[k] != k and k != top:
        k = parse.head[k]
    return k == top


def _according_to_whom(parse: Columns, i: int) -> None:
    """In "X, according to whom", the clause belongs to X; parsers hang it on the verb before."""
    for k in range(i - 1, max(-1, i - NEAR), -1):
        if parse.pos[k] in ("NOUN", "PROPN") and not _is_below(parse, k, i):
            parse.head[i], parse.dep[i] = k, "relcl"
            parse.head[i + 1], parse.dep[i + 1] = i, "prep"
            parse.head[i + 2], parse.dep[i + 2] = i + 1, "pobj"
            return


def reshape(parse: Columns) -> None:
    """Mend the fixed phrases of a parse."""
    word = parse.word
    for i in [i for i, form in enumerate(word[:-2]) if i > 1 and form in OPENING]:
        if word[i] in WORDS and word[i - 1] == "the" and word[i - 2] in BEFORE:
            if word[i + 1] == "of" and parse.head[i + 1] == i:
                _in_the_words_of(parse, i)
        elif word[i] == "according" and word[i + 1] == "to" and word[i + 2] in RELATIVE:
            _according_to_whom(parse, i)
