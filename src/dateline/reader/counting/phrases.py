"""The words of a counted phrase: its extent in the text, the population, and a key for that."""

from collections.abc import Iterable
from functools import cache

from dateline.reader.counting.people import is_plural, lemma
from dateline.reader.lexicon_files import rows
from dateline.reader.parse import Parse, Token

LEFT = frozenset(
    ("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "flat:name", "case")
)
NESTED = frozenset(("poss", "nmod"))
PEOPLE = frozenset(
    [
        "people",
        "persons",
        "person",
        "individuals",
        "individual",
        "personnes",
        "personne",
        "others",
        "other",
        "ones",
    ]
)
DROPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "our",
        "other",
        "others",
        "more",
        "additional",
        "of",
        "de",
        "d'",
        "des",
        "le",
        "la",
        "l'",
        "l’",
        "les",
        "un",
        "une",
        "leurs",
        "ses",
        "autre",
        "autres",
    ]
)
AGED = frozenset(("year", "month", "week", "day", "old"))
IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "wife": "wives",
    "housewife": "housewives",
}  # fmt: skip


def left_edge(head: Token, depth: int = 0) -> Token:
    """The first token of a noun phrase, without what is set off from it by a comma."""
    edge = head
    for child in sorted(head.children, key=lambda c: -c.i):
        if (
            child.i < head.i
            and child.dep_ in LEFT
            and child.lower_ != "dont"
            and child.i >= edge.i - 6
        ):
            first = left_edge(child, depth + 1) if child.dep_ in NESTED and depth < 3 else child
            if not any(t.text in (",", "[", "(", "]", ")") for t in head.doc[first.i : head.i]):
                edge = first if first.i < edge.i else edge
    return edge


def right_edge(head: Token) -> Token:
    """The last token of a name whose parts follow its head (French), else the head."""
    parts = [c for c in head.children if c.dep_ == "flat:name" and c.i > head.i]
    return max([head, *parts], key=lambda t: t.i)


def plural(word: str) -> str:
    """The plural of an English noun in lower case."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("craft"):
        return word
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") else f"{word}es"
    return f"{word}s"


@cache
def _in_english() -> dict[str, str]:
    """French lemma to the English word of the key."""
    return {french: english for french, english, _ in rows("populations_fr.tsv")}


def population_key(tokens: Iterable[Token], noun: Token, language: str) -> str | None:
    """A population in lower case and in the plural, without articles: ``russian soldiers``.

    French ones have the key of the same people in English where the words are known.
    """
    words = [t for t in tokens if t != noun and t.is_alpha and not _is_aside(t)]
    if language == "fr":
        known = _in_english()
        adjectives = [known.get(t.lemma_.casefold(), t.lower_) for t in words]
        return " ".join([*adjectives, known.get(noun.lemma_.casefold(), noun.lower_)])
    last = noun.lower_ if is_plural(noun) else plural(lemma(noun))
    return " ".join([*(t.lower_ for t in words), "people" if last in PEOPLE else last])


def _is_aside(token: Token) -> bool:
    """True for a word that says nothing of who they are: an article, an age (``34-year-old``)."""
    around = [t.lower_ for t in token.doc[max(0, token.i - 1) : token.i + 3]]
    age = "-" in around and not AGED.isdisjoint(around)
    return token.lower_ in DROPPED or token.like_num or (age and token.lower_ in AGED)


def quoted(doc: Parse, start: int, end: int) -> tuple[int, int]:
    """Character offsets of tokens ``start`` to ``end`` (exclusive)."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
