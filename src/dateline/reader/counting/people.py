"""Who counts as a person: nouns by their part in a conflict, names, and one person by one noun."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.reader import peoples
from dateline.reader.parse import Token
from dateline.records.vocabulary import Victims

KINDS: tuple[Victims, ...] = ("combatant", "official", "civilian")
SUFFIXES = {
    "en": ("man", "men", "woman", "women", "ist", "person", "leader", "officer", "worker"),
    "fr": ("eur", "euse", "iste", "ien", "ienne", "ier", "ière"),
}
AGENTS = ("er", "or", "ian", "ant", "ee")  # English, only where the whole is no known thing
ONE = {
    "en": frozenset(
        [
            "a",
            "an",
            "one",
            "the",
            "this",
            "that",
            "his",
            "her",
            "another",
            "its",
            "their",
            "our",
            "my",
            "former",
        ]
    ),
    "fr": frozenset(
        ["un", "une", "le", "la", "l'", "l’", "ce", "cet", "cette", "son", "sa", "leur", "autre"]
    ),
}
MISTAKEN = frozenset(("GPE", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "LOC", "MISC"))
BODIES = frozenset(
    ("ministry", "government", "council", "agency", "department", "committee", "office", "army",
     "organization", "organisation", "union", "administration", "service", "kremlin", "staff")
)  # fmt: skip
FORCES = frozenset(("military", "army"))
PRONOUNS = {"en": frozenset(["he", "she", "him", "her", "himself", "herself"]),
            "fr": frozenset(("il", "elle"))}  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """Nouns for people of one language: ``kinds`` by lemma (null: no telling), and what isn't."""

    kinds: Mapping[str, Victims | None]
    collective: frozenset[str]
    things: frozenset[str]


@cache
def people(language: str) -> People:
    """The nouns of a language, read once."""
    path = files("dateline.reader") / "lexicon" / f"people_{language}.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds: dict[str, Victims | None] = dict.fromkeys(table["neutral"].split())
    for kind in KINDS:
        kinds |= dict.fromkeys(table[kind].split(), kind)
    return People(kinds, frozenset(table["collective"].split()), frozenset(table["things"].split()))


def lemma(token: Token) -> str:
    """The lemma in lower case; telex capitals may hide a plural from the lemmatizer."""
    word = str(token.lemma_).casefold()
    if token.tag_ == "NNPS" and word.endswith("s") and word == token.lower_:
        return word[:-1]
    return word


MODIFYING = frozenset(("amod", "compound", "nmod", "poss"))


def is_person_noun(token: Token, language: str) -> bool:
    """True for a noun that means a person or people."""
    known, word = people(language), lemma(token)
    if word in known.kinds or word in known.collective:
        return True
    if word in known.things or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if token.dep_ not in MODIFYING and (word in peoples.words() or token.lower_ in peoples.words()):
        return True  # "a Palestinian was killed"
    endings = SUFFIXES[language] + (AGENTS if language == "en" else ())
    return token.pos_ == "NOUN" and len(word) > 4 and word.endswith(endings)


def is_thing(token: Token, language: str) -> bool:
    """True for a noun that isn't a person, though things are done to it as to people."""
    return lemma(token) in people(language).things


def kind_of(token: Token, language: str) -> Victims:
    """The part that the people of a noun have in a conflict."""
    return people(language).kinds.get(lemma(token)) or "unknown"


def is_plural(token: Token) -> bool:
    """True if a noun is plural by its tag or its morphology."""
    return token.tag_ in ("NNS", "NNPS") or "Number=Plur" in token.morph


def is_name(token: Token) -> bool:
    """True for the head of a person's name."""
    if token.pos_ != "PROPN" or is_plural(token):
        return False
    return token.ent_type_ in ("PERSON", "PER") or (
        token.ent_type_ == "" and any(c.dep_ in ("compound", "flat:name") for c in token.children)
    )


def is_victim_name(token: Token, places: frozenset[int]) -> bool:
    """True for a singular name that something happens to as to a person, whatever its entity type.

    ``places``: tokens of toponyms. Telex names are often mistaken for places and organisations.
    """
    if lemma(token) in BODIES:
        return False
    if is_name(token):
        return True
    return (
        token.pos_ == "PROPN"
        and not is_plural(token)
        and token.i not in places
        and token.ent_type_ in MISTAKEN
    )


def is_one(token: Token, language: str) -> bool:
    """True for one person: ``a guard``, ``the mayor``, ``Inspector Flores``, ``he``."""
    if token.lower_ in PRONOUNS[language]:
        return True
    if is_name(token):
        return True
    if is_plural(token) or not is_person_noun(token, language):
        return False
    known, word = people(language), lemma(token)
    if word in FORCES or (word in known.collective and word not in known.kinds):
        return False
    children = list(token.children)
    if any(c.dep_ == "appos" and is_name(c) for c in children):
        return True
    return any(c.lower_ in ONE[language] or c.dep_ == "poss" for c in children) or (
        token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "PER", "")
    )
