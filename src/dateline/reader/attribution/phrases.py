"""Fixed phrases that introduce a source, put in the shape of "according to X" for the models."""

from dateline.reader.attribution.columns import Columns
from dateline.reader.attribution.words import speakers, stating, telling

WORDS = frozenset(("words", "view", "opinion", "account", "estimation", "estimate", "judgment"))
OPENING = WORDS | {"according"}
BEFORE = frozenset(("in", "by", "on"))
RELATIVE = frozenset(("whom", "which"))
GOING = frozenset(("went", "goes"))
SAID = frozenset((",", '"', "”", "''"))
SPEAKER = frozenset(("PRON", "PROPN", "NOUN"))
PAST = frozenset(("VBD", "VBN"))
DEEPEST = 5  # verbs up to that of speech
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


def _joined_to_speech(parse: Columns, k: int) -> None:
    """Hang the second of "said he would go and urged them to stay" on the first: no verb of the
    past stands beside an infinitive, and nothing that can't speak urges anybody.
    """
    inner, outer = parse.head[k], _telling_above(parse, parse.head[k])
    if outer < 0 or outer > inner or k in {parse.head[i] for i in range(k - 2, k)}:
        return
    below = [i for i in range(outer + 1, inner) if parse.head[i] == inner]
    doer = next((i for i in below if parse.dep[i] in ("nsubj", "nsubjpass")), inner)
    mute = parse.pos[doer] == "NOUN" and parse.lemma[doer] not in speakers()
    if parse.tag[inner] == "VB" or mute:
        parse.head[k], parse.tag[k] = outer, "VBD"


def _telling_above(parse: Columns, verb: int) -> int:
    """The verb of speech of the past in whose clause a verb stands, or -1."""
    for _ in range(DEEPEST):
        head = parse.head[verb]
        told = parse.tag[head] == "VBD" and parse.lemma[head] in telling()
        if parse.dep[verb] == "ccomp" and told:
            return head
        if head == verb:
            return -1
        verb = head
    return -1


def reshape(parse: Columns) -> None:
    """Mend the fixed phrases of a parse, and what it joins to the wrong verb."""
    word = parse.word
    for k in [k for k, dep in enumerate(parse.dep) if dep == "conj"]:
        if parse.tag[k] in PAST and parse.lemma[k] in stating():
            _joined_to_speech(parse, k)
    for i in [i for i, form in enumerate(word[:-1]) if form in GOING and word[i + 1] == "on"]:
        if parse.dep[i + 1] == "prt" and i and (word[i - 1] in SAID or parse.pos[i - 1] in SPEAKER):
            parse.lemma[i] = "continue"  # "...," he went on
    for i in [i for i, form in enumerate(word[:-2]) if i > 1 and form in OPENING]:
        if word[i] in WORDS and word[i - 1] == "the" and word[i - 2] in BEFORE:
            if word[i + 1] == "of" and parse.head[i + 1] == i:
                _in_the_words_of(parse, i)
        elif word[i] == "according" and word[i + 1] == "to" and word[i + 2] in RELATIVE:
            _according_to_whom(parse, i)
