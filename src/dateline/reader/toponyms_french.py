"""A French parse in the words of an English one, so that the toponym model, learnt on English copy,
reads French: relations, tags and the small words around a name.
"""

from dataclasses import replace

from dateline.reader.token_columns import Columns

LABELS = {"LOC": "GPE"}  # the French model calls every place LOC, as the English one calls few
TAGS = {
    "PROPN": "NNP", "NOUN": "NN", "ADJ": "JJ", "ADP": "IN", "DET": "DT", "VERB": "VBD",
    "AUX": "VBD", "ADV": "RB", "PRON": "PRP", "CCONJ": "CC", "NUM": "CD",
}  # fmt: skip
DEPS = {
    "nmod": "pobj", "obl:arg": "pobj", "obl:mod": "pobj", "obl:agent": "pobj", "obj": "dobj",
    "flat:name": "compound", "nsubj:pass": "nsubjpass",
}  # fmt: skip
WORDS = {
    "à": "in", "a": "has", "au": "in", "aux": "in", "en": "in", "dans": "in", "de": "of",
    "du": "of", "d'": "of", "d’": "of", "des": "of", "vers": "toward", "depuis": "from",
    "sur": "on",
    "pour": "for", "par": "by", "avec": "with", "contre": "against", "entre": "between",
    "près": "near", "chez": "at", "et": "and", "ou": "or", "le": "the", "la": "the", "les": "the",
    "l'": "the", "l’": "the", "un": "a", "une": "a", "où": "where", "qui": "who", "que": "that",
    "est": "is", "sont": "are", "ont": "have", "ville": "city", "région": "region",
}  # fmt: skip


def anglicised(table: Columns) -> Columns:
    """The columns with English relations and tags; the words stay French."""
    return replace(
        table,
        tags=[TAGS.get(tag, tag) for tag in table.tags],
        deps=[DEPS.get(dep, dep) for dep in table.deps],
    )


def small_words(low: list[str]) -> list[str]:
    """Lower-case words with the French function words in English."""
    return [WORDS.get(word, word) for word in low]
