"""A French parse in the shape of an English one, so that the same models can read it.

The French model follows Universal Dependencies (a preposition hangs on its noun), the English one
the ClearNLP scheme (the noun hangs on its preposition). Cue lemmas become the English cue that
behaves alike (``cues.fr.tsv``); other words stay French, and the models see them as unknown.
"""

from functools import cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.columns import Columns
from dateline.reader.attribution.inversion import mend

DEPS = {
    "nsubj:pass": "nsubjpass", "obj": "dobj", "iobj": "dative", "obl:agent": "agent",
    "acl:relcl": "relcl", "aux:tense": "aux", "aux:pass": "auxpass", "aux:caus": "aux",
    "flat:name": "compound", "flat:foreign": "compound", "csubj:pass": "csubj", "cop": "aux",
    "expl:subj": "expl", "expl:comp": "dep", "expl:pass": "auxpass", "parataxis": "conj",
}  # fmt: skip
OBLIQUE = ("obl", "nmod", "agent")
WORDS = {
    "que": "that", "qu'": "that", "qu’": "that", "il": "he", "elle": "she", "qui": "who",
    "ils": "they", "elles": "they", "lui": "him", "je": "i", "nous": "we", "par": "by", "à": "to",
    "de": "of", "sur": "on", "dans": "in", "et": "and", "mais": "but", "le": "the", "la": "the",
    "les": "the", "l'": "the", "l’": "the", "un": "a", "une": "a", "-il": "he", "-elle": "she",
    "-ils": "they", "-t": "he", "si": "if", "comme": "as",
}  # fmt: skip
ACCORDING = frozenset(("selon", "d'après", "d’après"))


@cache
def cues() -> dict[str, str]:
    """English cue lemma by French lemma."""
    return {row[0]: row[1] for row in lexicon_files.rows("cues.fr.tsv")}


def _according(word: list[str], i: int) -> bool:
    """Whether ``selon`` or ``d'après`` begins at a token."""
    after = word[i + 1] if i + 1 < len(word) else ""
    return word[i] in ACCORDING or word[i] + after in ACCORDING


def _rename(parse: Columns) -> None:
    """English names for the relations; the subject of ``a-t-il`` is ``il``."""
    dep, word = parse.dep, parse.word
    for i, relation in enumerate(dep):
        dep[i] = DEPS.get(relation, relation)
        if word[i] == "-t" and dep[i] == "nsubj" and i + 1 < len(word):
            dep[i], dep[i + 1], parse.head[i + 1] = "dep", "nsubj", parse.head[i]


def _rotate(parse: Columns) -> None:
    """Hang nouns on their prepositions."""
    dep, head = parse.dep, parse.head
    for i, relation in enumerate(dep):
        noun = head[i]
        if relation != "case" or head[noun] == noun or not dep[noun].startswith(OBLIQUE):
            continue
        dep[i] = "agent" if dep[noun] == "agent" else "prep"
        head[i], head[noun] = head[noun], i
        dep[noun] = "pobj"
        if _according(parse.word, i):
            parse.lemma[i], parse.pos[i], parse.tag[i] = "accord", "VERB", "VBG"


def _translate(parse: Columns) -> None:
    """English lemmas for the cues, English words where the models know them."""
    known = cues()
    for i, word in enumerate(parse.word):
        if parse.lemma[i] == "accord":
            parse.word[i] = "according"
            continue
        parse.word[i] = WORDS.get(word, word)
        if parse.pos[i] == "VERB":
            parse.lemma[i] = known.get(parse.lemma[i], parse.lemma[i])
            parse.tag[i] = "VBD"


def reshape(parse: Columns) -> None:
    """Rewrite the columns of a French parse in place."""
    _rename(parse)
    _rotate(parse)
    _translate(parse)
    cue = frozenset(cues().values())
    mend(parse, is_cue=lambda i: parse.lemma[i] in cue, is_speaker=lambda _: True)
