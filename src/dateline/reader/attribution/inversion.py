"""``..., announced the presidency``: parsers take the speaker for an object, mended here."""

from collections.abc import Callable

PAUSES = frozenset((",", "»", '"', "”", "''", "–", "-"))
AUXILIARY = frozenset(("aux", "auxpass"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
INVERTED = frozenset(("dobj", "attr", "nsubj", "expl"))
LOOSE = frozenset(("conj", "advcl", "dep", "ccomp", "acl", "xcomp"))
NEAR = 3  # auxiliaries stand at most this far before their verb


def _first_word(verb: int, dep: list[str], head: list[int]) -> int:
    """The first auxiliary of a verb, or the verb."""
    near = range(max(0, verb - NEAR), verb)
    return min((k for k in near if head[k] == verb and dep[k] in AUXILIARY), default=verb)


def _take_over(verb: int, first: int, dep: list[str], head: list[int]) -> None:
    """What stands before an inverted cue, and governed it, becomes its clause."""
    content = head[verb]
    if content < first and dep[verb] in LOOSE:
        head[verb] = head[content] if head[content] != content else verb
        dep[verb] = dep[content]
        head[content], dep[content] = verb, "ccomp"


def mend(
    word: list[str],
    dep: list[str],
    head: list[int],
    *,
    is_cue: Callable[[int], bool],
    is_speaker: Callable[[int], bool],
) -> None:
    """Make the noun after a cue that follows a comma or a quotation its subject, in place."""
    own = {head[i] for i, d in enumerate(dep) if d in SUBJECTS and i < head[i]}
    for i, relation in enumerate(dep):
        verb = head[i]
        if relation not in INVERTED or not is_cue(verb):
            continue
        first = min(_first_word(verb, dep, head), i)
        if first == 0 or word[first - 1] not in PAUSES or (verb in own and first != i):
            continue
        if (i > verb and is_speaker(i)) or first == i:
            dep[i] = "nsubj"
            _take_over(verb, first, dep, head)
