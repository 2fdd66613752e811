"""A French parse in the shape of an English one, so that the same models can read it.

The French model follows Universal Dependencies (a preposition hangs on its noun), the English one
the ClearNLP scheme (the noun hangs on its preposition). Cue lemmas become the English cue that
behaves alike (``cues.fr.tsv``); other words stay French, and the models see them as unknown.
"""

from functools import cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.inversion import mend

DEPS = {
    "nsubj:pass": "nsubjpass", "obj": "dobj", "iobj": "dative", "obl:agent": "agent",
    "acl:relcl": "relcl", "aux:tense": "aux", "aux:pass": "auxpass", "aux:caus": "aux",
    "flat:name": "compound", "flat:foreign": "compound", "csubj:pass": "csubj", "cop": "aux",
    "expl:subj": "expl", "expl:comp": "dep", "expl:pass": "auxpass", "parataxis": "conj",
}  # fmt: skip
OBLIQUE = ("obl", "nmod")
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
    return {french: english for french, english in lexicon_files.rows("cues.fr.tsv")}


def _according(word: list[str], i: int) -> bool:
    """Whether ``selon`` or ``d'après`` begins at a token."""
    after = word[i + 1] if i + 1 < len(word) else ""
    return word[i] in ACCORDING or word[i] + after in ACCORDING


def _rotate(word: list[str], dep: list[str], head: list[int], lemma: list[str]) -> None:
    """Hang nouns on their prepositions."""
    for i, relation in enumerate(dep):
        if relation == "case" and dep[head[i]].startswith((*OBLIQUE, "agent")):
            noun = head[i]
            by = dep[noun] in ("agent", "obl:agent")
            head[i], head[noun] = head[noun], i
            dep[i], dep[noun] = "agent" if by else "prep", "pobj"
            if _according(word, i):
                lemma[i] = "accord"


def reshape(
    word: list[str], lemma: list[str], pos: list[str], tag: list[str], dep: list[str], head: list[int]
) -> None:
    """Rewrite the columns of a French parse in place."""
    for i, relation in enumerate(dep):
        dep[i] = DEPS.get(relation, relation)
        if word[i] == "-t" and dep[i] == "nsubj" and i + 1 < len(word):  # a-t-il
            dep[i], dep[i + 1], head[i + 1] = "dep", "nsubj", head[i]
    _rotate(word, dep, head, lemma)
    for i, p in enumerate(pos):
        if p == "VERB":
            lemma[i] = cues().get(lemma[i], lemma[i])
            tag[i] = "VBD"
        elif lemma[i] == "accord":
            pos[i], tag[i] = "VERB", "VBG"
    known = frozenset(cues().values())
    mend(word, dep, head, is_cue=lambda i: lemma[i] in known, is_speaker=lambda _: True)
    for i, w in enumerate(word):
        if lemma[i] == "accord":
            word[i] = "according"
        elif w in WORDS:
            word[i] = WORDS[w]
