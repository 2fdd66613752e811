"""French words of the news and the English words that may translate them."""

from functools import cache, lru_cache

from dateline.report import lexicons
from dateline.report.gate.ideas import idea
from dateline.report.words import fold, stem

ENDINGS = (
    "issent", "eraient", "erait", "eront", "aient", "erent", "erons", "ait", "ent", "era", "ees",
    "er", "ee", "es", "ant", "e", "s", "x",
)  # fmt: skip
DOUBLED = ("nn", "tt", "ll")
SHORTEST = 3  # letters that an ending must leave


@lru_cache(maxsize=20_000)
def root(key: str) -> str:
    """A stem of ``words`` without the endings of French verbs, plurals and feminines."""
    for ending in ENDINGS:
        if key.endswith(ending) and len(key) - len(ending) >= SHORTEST:
            key = key[: -len(ending)]
            break
    return key[:-1] if key.endswith(DOUBLED) else key


@cache
def _known() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for english, *french in lexicons.groups("french"):
        for word in french:
            for form in (word, f"{word}s"):
                found.setdefault(root(stem(fold(form))), set()).add(stem(fold(english)))
    return {word: frozenset(meanings) for word, meanings in found.items()}


@lru_cache(maxsize=20_000)
def english(key: str) -> frozenset[str]:
    """The English stems that may translate a French word, given by its stem, and their ideas."""
    found = _known().get(root(key), frozenset())
    return found | {idea(one) for one in found}


def with_english(keys: frozenset[str]) -> frozenset[str]:
    """Some stems with those of their translations."""
    return keys.union(*map(english, keys))
