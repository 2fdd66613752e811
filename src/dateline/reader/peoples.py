"""Words for a country's people ("Lebanese"): evidence of where a text plays, but no toponyms."""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from dateline.reader import lexicon_files


@cache
def words() -> dict[str, str]:
    """Country code by word, in lower case; words of two parts with a space."""
    return {
        word.replace("-", " ").casefold(): iso
        for iso, listed in lexicon_files.rows("place_peoples.tsv")
        for word in listed.split()
    }


def named(tokens: Sequence[str]) -> Counter[str]:
    """How often each country's people are named in a text's tokens, in lower case."""
    table, first = words(), _first()
    found = [table[word] for word in tokens if word in table]
    if not first.isdisjoint(tokens):
        pairs = (f"{one} {two}" for one, two in pairwise(tokens) if one in first)
        found += [table[pair] for pair in pairs if pair in table]
    return Counter(found)


@cache
def _first() -> frozenset[str]:
    """The first of each two words."""
    return frozenset(word.split()[0] for word in words() if " " in word)
