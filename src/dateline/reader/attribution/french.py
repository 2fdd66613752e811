"""A French parse in the shape of an English one, so that the same models can read it.

The French model follows Universal Dependencies (a preposition hangs on its noun), the English one
the ClearNLP scheme (the noun hangs on its preposition). Cue lemmas become the English cue that
behaves alike (``cues.fr.tsv``); other words stay French, and the models see them as unknown.
"""

from functools import cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.columns import Columns
from dateline.reader.attribution.inversion import mend
from dateline.reader.attribution.words import french_speakers

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
DAYS = frozenset(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
ARTICLES = frozenset(("le", "la", "les", "l'", "l’", "un", "une", "des"))
NAMED = 16  # tokens of "selon" with the whole of its source
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "ADP", "DET", "PUNCT", "X"))
INFINITIVES = ("er", "ir", "re")
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


def _let_know(parse: Columns) -> None:
    """``A fait savoir`` is one verb: its first part becomes an auxiliary."""
    for i in range(1, len(parse.word)):
        if parse.word[i] == "savoir" and parse.lemma[i - 1] == "faire":
            parse.pos[i - 1], parse.dep[i - 1], parse.head[i - 1] = "AUX", "aux", i
            parse.lemma[i] = "indiquer"


def _behind_days(parse: Columns) -> None:
    """What the parser hangs to a day of the week that stands between a verb and its speaker or
    object: ``ont indiqué dimanche des sources``, ``a annoncé mercredi la fermeture``.
    """
    known = cues()
    for i, word in enumerate(parse.word):
        verb = parse.head[i]
        if word not in DAYS or verb >= i or parse.lemma[verb] not in known:
            continue
        below = [
            k for k in range(i + 2, min(i + 6, len(parse.word)))
            if parse.head[k] == i and parse.dep[k] == "nmod"
        ]  # fmt: skip
        if below and parse.word[i + 1] in ARTICLES:
            parse.dep[below[0]], parse.head[below[0]] = "dobj", verb
            if parse.dep[i + 1] == "case":
                parse.dep[i + 1], parse.pos[i + 1] = "det", "DET"


def _staff(parse: Columns) -> None:
    """``L'état-major`` is one noun, which the tokeniser cuts."""
    for i in range(1, len(parse.word) - 1):
        if parse.word[i] != "-" or (parse.word[i - 1], parse.word[i + 1]) != ("état", "major"):
            continue
        below = [k for k, head in enumerate(parse.head) if head == i + 1]
        main = next((k for k in below if parse.dep[k] == "conj"), -1)
        for k in below:
            parse.head[k] = i - 1 if k != main else k
        parse.head[i] = parse.head[i + 1] = i - 1
        parse.dep[i] = parse.dep[i + 1] = "compound"
        parse.pos[i] = "PROPN"
        if main >= 0:
            parse.dep[main], parse.head[main] = "ROOT", main
            parse.dep[i - 1], parse.head[i - 1] = "obl", main


def _appositions(parse: Columns) -> None:
    """Names joined by a mere comma stand beside what is before it (``le porte-parole, Ana Petit``).

    The parser joins them as if by ``et``.
    """
    joined = {parse.head[i] for i, relation in enumerate(parse.dep) if relation == "cc"}
    for i, relation in enumerate(parse.dep):
        beside = i > 0 and parse.word[i - 1] == "," and parse.pos[i] == "PROPN"
        if relation == "conj" and beside and i not in joined:
            parse.dep[i] = "appos"


def _one_subject(parse: Columns) -> None:
    """Of two subjects after a verb, the second is set beside the first (``témoigne Ana, 28 ans,
    une habitante``).
    """
    first: dict[int, int] = {}
    for i, relation in enumerate(parse.dep):
        if relation == "nsubj" and parse.head[i] < i:
            before = first.setdefault(parse.head[i], i)
            if before != i and "," in parse.word[before:i]:
                parse.dep[i], parse.head[i] = "appos", before


def _named_source(parse: Columns) -> None:
    """``Selon le gouverneur Ana Petit, dix civils ont ...``: the name is the governor's, though the
    parser takes it for the subject of the verb.
    """
    word, pos, head, dep = parse.word, parse.pos, parse.head, parse.dep
    for i in range(len(word)):
        if not _according(word, i):
            continue
        comma = next((j for j in range(i, min(i + NAMED, len(word))) if word[j] == ","), -1)
        noun = next((j for j in range(i + 1, comma) if pos[j] in ("NOUN", "PROPN")), -1)
        if noun < 0 or not {pos[j] for j in range(noun, comma)} <= NOMINAL:
            continue
        main = next((head[j] for j in range(i, comma) if head[j] > comma), -1)
        if main < 0:
            continue
        name = next((j for j in range(noun + 1, comma) if pos[j] == "PROPN"), noun)
        for j in range(i, comma):
            if not i <= head[j] < comma or head[j] == j:
                head[j], dep[j] = (noun, "case") if j < noun else (name, "compound")
        if name != noun:
            head[name], dep[name] = noun, "appos"
        head[noun], dep[noun] = main, "obl"
        for j in range(comma + 1, main):
            if i <= head[j] < comma:
                head[j], dep[j] = main, "nsubj" if pos[j] in ("NOUN", "NUM", "PRON") else "advmod"


def _is_speaker(parse: Columns, i: int) -> bool:
    return parse.lemma[i] in french_speakers() or parse.ent[i] in ("PER", "PERSON", "ORG")


def _disown(parse: Columns) -> None:
    """Free ``, a annoncé le maire`` from a subject before the comma that cannot speak."""
    known, dep, head = cues(), parse.dep, parse.head
    after = {
        head[i] for i, d in enumerate(dep) if d == "dobj" and i > head[i] and _is_speaker(parse, i)
    }
    for i, relation in enumerate(dep):
        verb = head[i]
        if relation != "nsubj" or verb not in after or i > verb or _is_speaker(parse, i):
            continue
        auxiliary = verb - 1 if dep[verb - 1] in ("aux", "auxpass") else verb
        if parse.lemma[verb] in known and parse.word[auxiliary - 1] in (",", "»", '"', "”"):
            dep[i], head[i] = "dep", head[verb] if head[verb] != i else i


def _translate(parse: Columns) -> None:
    """English lemmas for the cues, English words where the models know them.

    A verb that is no French cue is none in English either: it is shown to the models as an
    auxiliary. So is an infinitive without a clause of its own (``appelant X à réagir``).
    """
    known = cues()
    clauses = {parse.head[i] for i, relation in enumerate(parse.dep) if relation == "ccomp"}
    for i, word in enumerate(parse.word):
        if parse.lemma[i] == "accord":
            parse.word[i] = "according"
            continue
        parse.word[i] = WORDS.get(word, word)
        if parse.pos[i] == "VERB":
            bare = word.endswith(INFINITIVES) and word != "savoir" and i not in clauses
            cue = None if bare else known.get(parse.lemma[i])
            parse.lemma[i], parse.tag[i] = cue or parse.lemma[i], "VBD"
            parse.pos[i] = "VERB" if cue else "AUX"


def reshape(parse: Columns) -> None:
    """Rewrite the columns of a French parse in place."""
    _rename(parse)
    _let_know(parse)
    _behind_days(parse)
    if "major" in parse.word:
        _staff(parse)
    _appositions(parse)
    _disown(parse)
    _named_source(parse)
    _rotate(parse)
    _translate(parse)
    cue = frozenset(cues().values())
    mend(parse, is_cue=lambda i: parse.lemma[i] in cue, is_speaker=lambda _: True)
    _one_subject(parse)
