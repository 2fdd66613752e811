"""Whether a place's name stands for the place or for its government ("Moscow said")."""

from dateline.reader import lexicon_files
from dateline.reader.gazetteer import Entry
from dateline.reader.parse import Parse, Token
from dateline.reader.toponyms import Candidate
from dateline.records.vocabulary import PlaceRole

GOVERNING = frozenset({"PCLI", "PPLC", "ADM1"})
SUBJECTS = frozenset({"nsubj", "csubj"})
OBJECTS = frozenset({"dobj", "obj", "iobj", "dative", "nsubjpass", "nsubj:pass", "obl:arg"})
FRENCH = frozenset({"nmod", "obl", "obl:arg", "obl:mod"})
PEERS = frozenset({"conj", "appos"})


def _words() -> dict[str, frozenset[str]]:
    return lexicon_files.word_lists("place_metonyms.toml")


def _head(doc: Parse, candidate: Candidate) -> Token:
    """The token that ties a name to its sentence; of "Moscow and Kiev", that of Moscow."""
    token = doc[candidate.start : candidate.end].root
    for _ in range(4):  # longer chains are lists of places
        if token.dep_ not in PEERS or token.head.ent_type_ not in ("GPE", "LOC", "ORG"):
            break
        token = token.head
    return token


def _as_subject(token: Token, words: dict[str, frozenset[str]]) -> bool:
    verb = token.head
    while verb.dep_ in ("aux", "auxpass", "xcomp") and verb.head is not verb:
        verb = verb.head
    return verb.lemma_.casefold() in words["subject"]


def _in_relation(token: Token, words: dict[str, frozenset[str]]) -> bool:
    """``talks with Moscow``, ``Moscow's decision``, ``between Kiev and Moscow``."""
    if token.dep_ == "poss":
        return token.head.lemma_.casefold() in words["noun"]
    if token.dep_ in FRENCH:
        case = {c.text.casefold() for c in token.children if c.dep_ == "case"}
        return not case.isdisjoint(words["between"]) and token.head.lemma_ in words["noun"]
    if token.dep_ != "pobj":
        return False
    above = token.head.head.lemma_.casefold()
    if token.head.text.casefold() == "on":
        return above in words["upon"]
    if token.head.text.casefold() not in words["between"]:
        return False
    return above in words["noun"] or (
        token.head.text.casefold() == "with" and above in words["negotiate"]
    )


def is_foreign(doc: Parse, key: str) -> bool:
    """True for the French name of a capital, by its key, in a text of another language."""
    return doc.lang_ != "fr" and key in _words()["french"]


def role(doc: Parse, candidate: Candidate, entry: Entry | None) -> PlaceRole:
    """``metonym`` for a country, first-level division or capital that speaks, decides or treats."""
    if entry is None or entry.feature not in GOVERNING:
        return "location"
    token, words = _head(doc, candidate), _words()
    if is_foreign(doc, candidate.key):
        return "location"
    if token.dep_ in SUBJECTS and _as_subject(token, words):
        return "metonym"
    if token.dep_ in OBJECTS and token.head.lemma_.casefold() in words["object"]:
        return "metonym"
    return "metonym" if _in_relation(token, words) else "location"
