"""The words of a counted phrase: its extent in the text, the population, and a key for that."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from dateline.reader.counting.people import is_name, is_plural, lemma

LEFT = frozenset(("det", "amod", "compound", "poss", "nummod", "nmod", "advmod", "flat:name", "case"))
PEOPLE = frozenset("people persons person individuals individual personnes personne others other ones".split())
DROPPED = frozenset("the a an its their his her our other others more additional of de d' des les leurs ses".split())
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people"}


def left_edge(head: Token) -> Token:
    """The first token of a noun phrase, without what is set off from it by a comma."""
    edge = head
    for child in sorted(head.children, key=lambda c: -c.i):
        if child.i < head.i and child.dep_ in LEFT and child.i >= edge.i - 6:
            first = left_edge(child) if child.dep_ in ("poss", "nmod") else child
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
    if word.endswith("man"):
        return f"{word[:-3]}men"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word if word.endswith("s") else f"{word}es"
    return f"{word}s"


def population_key(tokens: Iterable[Token], noun: Token, language: str) -> str | None:
    """A population in lower case and in the plural, without articles: ``russian soldiers``."""
    if is_name(noun):
        return None
    words = [t.lower_ for t in tokens if t.i < noun.i and t.is_alpha and t.lower_ not in DROPPED]
    last = noun.lower_ if is_plural(noun) or language != "en" else plural(lemma(noun))
    if last in PEOPLE:
        last = "people"
    return " ".join([*words, last])


def quoted(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Character offsets of tokens ``start`` to ``end`` (exclusive)."""
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text)
