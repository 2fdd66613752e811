"""Whole-word synonyms that break the parse: a preposition where a clause needs a conjunction."""

import re
from collections.abc import Iterator
from functools import cache

from dateline.reader.mangle.substitution import Wreck, pairs
from dateline.reader.page import Page
from dateline.reader.parse import Token

LOOK_BACK = 60  # tokens in which the main clause is looked for
BEFORE = ("and", "but", "that", "in", "on")
REACH = 12  # tokens from the preposition to the clause's verb
SUBJECTS = frozenset(("nsubj", "nsubjpass", "nsubj:pass"))
OBJECTS = frozenset(("pobj", "dobj", "obj", "obl", "nmod"))
NOMINAL = ("NOUN", "PROPN", "PRON")
BOUND = frozenset((",", ";", ".", ":", "—", "–", "that", "who", "which", "whose", "where", "when",
                   "and", "but", "or", "if", "while", "qui", "que", "où", "et"))  # fmt: skip


@cache
def _openers(language: str) -> tuple[frozenset[str], re.Pattern[str], dict[str, str]]:
    """The first words of all prepositions, a pattern of them, and the conjunction that belongs in
    the place of each.
    """
    known = dict(pairs("clause_openers.tsv", language))
    every = "|".join(re.escape(p) for p in sorted(known, key=len, reverse=True))
    first = frozenset(phrase.split()[0] for phrase in known)
    return first, re.compile(rf"(?:{every})(?!\w)", re.IGNORECASE), known


def _finite(token: Token) -> bool:
    return token.pos_ in ("AUX", "VERB") and (
        "VerbForm=Fin" in token.morph or token.tag_ in ("MD", "VBD", "VBZ", "VBP")
    )


def _main(verb: Token) -> Token:
    """The verb that an auxiliary helps, else the verb itself."""
    return verb.head if verb.dep_.startswith("aux") else verb


def _governs(last: Token, noun: Token) -> bool:
    """True if the parser took the noun phrase as the preposition's object or the verb's subject."""
    return noun.dep_ in SUBJECTS or (noun.dep_ in OBJECTS and noun.head.i == last.i)


def _lacks_subject(verb: Token, noun: Token) -> bool:
    """True if no other noun phrase is the subject of the verb."""
    subjects = [c for part in (verb, _main(verb)) for c in part.children if c.dep_ in SUBJECTS]
    return all(c.i == noun.i for c in subjects)


def _heads_clause(page: Page, last: Token) -> bool:
    """True if a noun phrase right after a preposition is followed by a finite auxiliary of its own.

    Only auxiliaries count: "the attack following the launch killed" may be a participle.
    """
    doc = page.doc
    for token in doc[last.i + 1 : last.i + REACH]:
        if token.lower_ in BOUND or token.is_sent_start:
            return False
        if token.pos_ == "AUX" and _finite(token):
            noun = doc[token.i - 1]
            whole = noun.pos_ in NOMINAL and noun.left_edge.i == last.i + 1
            mine = whole and _governs(last, noun) and _lacks_subject(token, noun)
            return mine and _other_clause(last)
    return False


def _other_clause(last: Token) -> bool:
    """True if the sentence has a finite verb of its own before the preposition."""
    for token in reversed(list(last.doc[max(0, last.i - LOOK_BACK) : last.i])):
        if _finite(token):
            return True
        if token.is_sent_start:
            return False
    return False


def _attributive(first: Token) -> bool:
    """True for "the following ...", "is following ..."."""
    if first.i == 0:
        return False
    before = first.nbor(-1)
    return before.pos_ in ("DET", "AUX", "PRON", "PART") or before.lower_ in (
        "and",
        "but",
        "that",
        "in",
        "on",
    )


def broken_clauses(page: Page) -> Iterator[Wreck]:
    """Prepositions that head a finite clause, with the conjunction for them."""
    first, pattern, known = _openers(page.language)
    for at in page.spotted(first):
        found = pattern.match(page.view.text, page.table.starts[at])
        if found is None:
            continue
        tokens = page.tokens(found.start(), found.end())
        if len(tokens) and not _attributive(tokens[0]) and _heads_clause(page, tokens[-1]):
            yield Wreck(found.start(), found.end(), known[found[0].lower()])
