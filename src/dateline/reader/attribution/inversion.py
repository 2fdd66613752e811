"""``..., announced the presidency``: parsers take the speaker for an object, mended here."""

from collections.abc import Callable

from dateline.reader.attribution.columns import Columns
from dateline.reader.attribution.words import speakers, telling

PAUSES = frozenset((",", "»", '"', "”", "''", "–", "-"))
AUXILIARY = frozenset(("aux", "auxpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
INVERTED = frozenset(("dobj", "attr", "nsubj", "expl"))
LOOSE = frozenset(("conj", "advcl", "dep", "ccomp", "acl", "xcomp"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
SPEAKING = frozenset(("PERSON", "ORG", "GPE"))
NEAR = 3  # auxiliaries stand at most this far before their verb

Test = Callable[[int], bool]


def _first_word(parse: Columns, verb: int) -> int:
    """The first auxiliary of a verb, or the verb."""
    near = range(max(0, verb - NEAR), verb)
    auxiliaries = (k for k in near if parse.head[k] == verb and parse.dep[k] in AUXILIARY)
    return min(auxiliaries, default=verb)


def _take_over(parse: Columns, verb: int, first: int) -> None:
    """What stands before an inverted cue, and governed it, becomes its clause."""
    head, dep = parse.head, parse.dep
    content = head[verb]
    if content < first and dep[verb] in LOOSE:
        head[verb] = head[content] if head[content] != content else verb
        dep[verb] = dep[content]
        head[content], dep[content] = verb, "ccomp"


def mend(parse: Columns, *, is_cue: Test, is_speaker: Test) -> None:
    """Make the noun after a cue that follows a comma or a quotation its subject."""
    head, dep = parse.head, parse.dep
    own = {head[i] for i, d in enumerate(dep) if d in SUBJECTS and i < head[i]}
    for i in [i for i, relation in enumerate(dep) if relation in INVERTED]:
        verb = head[i]
        if not is_cue(verb):
            continue
        first = min(_first_word(parse, verb), i)
        if first == 0 or parse.word[first - 1] not in PAUSES or (verb in own and first != i):
            continue
        if (i > verb and is_speaker(i)) or first == i:
            dep[i] = "nsubj"
            _take_over(parse, verb, first)


def mend_english(parse: Columns) -> None:
    """The same for an English parse, where only what can speak is taken for a speaker."""
    tag, lemma, ent = parse.tag, parse.lemma, parse.ent
    verbs, nouns = telling(), speakers()
    mend(
        parse,
        is_cue=lambda i: tag[i] in FINITE and lemma[i] in verbs,
        is_speaker=lambda i: ent[i] in SPEAKING or lemma[i] in nouns,
    )
