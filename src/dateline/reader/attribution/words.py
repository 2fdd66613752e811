"""The lexicons of attribution: what cues do, and which nouns speak."""

from functools import cache

from dateline.reader import lexicon_files

TELLING = frozenset(("say", "claim", "voice", "write", "admit", "condemn", "predict", "show"))

STATING = TELLING | {"demand", "promise", "deny"} - {"show"}


@cache
def cue_classes() -> dict[str, str]:
    """What a cue lemma does ("say", "deny+condemn"), by ``cue_classes.tsv``."""
    table: dict[str, str] = {}
    for name, lemmas in lexicon_files.rows("cue_classes.tsv"):
        for lemma in lemmas.split():
            table[lemma] = f"{table[lemma]}+{name}" if lemma in table else name
    return table


@cache
def telling() -> frozenset[str]:
    """Lemmas of verbs that may come before their speaker, as in ``..., announced the ministry``."""
    return frozenset(
        lemma for lemma, kinds in cue_classes().items() if TELLING & set(kinds.split("+"))
    )


@cache
def stating() -> frozenset[str]:
    """Lemmas of verbs by which somebody says, demands, promises, denies or condemns."""
    return frozenset(
        lemma for lemma, kinds in cue_classes().items() if STATING & set(kinds.split("+"))
    )


@cache
def roles() -> frozenset[str]:
    """Nouns for offices, ranks and callings."""
    return frozenset(w for row in lexicon_files.rows("roles.txt") for w in row[0].split())


@cache
def titles() -> frozenset[str]:
    """Titles as they stand before a name, short forms included ("col", "msgr")."""
    return frozenset(w for row in lexicon_files.rows("titles.txt") for w in row[0].split())


@cache
def speakers() -> frozenset[str]:
    """Nouns for persons and bodies that speak."""
    return roles() | {w for row in lexicon_files.rows("speakers.txt") for w in row[0].split()}


@cache
def saying_times() -> frozenset[str]:
    """Words that tell when something was said ("on Tuesday evening")."""
    return frozenset(w for row in lexicon_files.rows("saying_times.txt") for w in row[0].split())


@cache
def french_speakers() -> frozenset[str]:
    """French nouns for persons and bodies that speak, as lemmas."""
    return frozenset(w for row in lexicon_files.rows("speakers_fr.txt") for w in row[0].split())
