"""Initials by which the names in a text may be called."""

import re
from functools import lru_cache

from dateline.report import lexicons
from dateline.report.words import Token, keys

NAMED = re.compile(r"\b[A-Z]\w+(?:\s+(?:of\s+|for\s+|the\s+|and\s+)?[A-Z]\w+)+")

BRACKETED = re.compile(r"\s*[\[(]([A-Z][A-Z-]{1,9})[\])]")
BEFORE = re.compile(r"(?<![\w'’-])(?:[A-Za-z][\w'’-]*)(?:\s+[\w'’-]+){0,7}$")
"""A full name with its initials, in whatever language, behind it: "Liberation Army [ELP]"."""

FARTHEST = 200  # characters of the eight words before initials

LINKS = frozenset(("of", "for", "the", "and", "de", "del", "la", "las", "los", "para"))

LONGEST = 6  # letters of initials

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@lru_cache(maxsize=512)
def short_forms(text: str) -> frozenset[str]:
    """Initials of the names in a text: UN for United Nations, WHO with no small words counted."""
    found = {match[0].replace(".", "") for match in DOTTED.finditer(text)}
    for match in NAMED.finditer(text):
        words = [w for w in re.findall(r"\w+", match[0]) if w[0].isupper()]
        for start in range(len(words)):
            initials = [w[0] for w in words[start:]]
            found |= {"".join(initials[:n]) for n in range(2, len(initials) + 1)}
    return frozenset(found)


@lru_cache(maxsize=512)
def spelled(text: str) -> dict[str, frozenset[str]]:
    """Initials in brackets with the stems of the capitalised words right before them."""
    found: dict[str, frozenset[str]] = {}
    for match in BRACKETED.finditer(text):
        name_before = BEFORE.search(text[max(0, match.start() - FARTHEST) : match.start()])
        words = name_before[0].split() if name_before else []
        name: list[str] = []
        if words[-1:] and words[-1] in lexicons.words("bodies"):
            name.append(words.pop())  # "the Sandinista People's army [EPS]"
        while words and (words[-1][0].isupper() or words[-1] in LINKS):
            name.append(words.pop())
        while name and name[-1] in LINKS:
            name.pop()
        if len(name) > 1:
            found.setdefault(match[1], keys(" ".join(name)))
    return found


def initialled(
    line: tuple[Token, ...], cited: tuple[Token, ...], links: list[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """Links of a line's words, with those of initials to the name that has them, either way."""
    if all(t.text.isupper() or not t.text.isalpha() for t in (*line, *cited)):
        return links
    for i, token in enumerate(line):
        if not links[i] and _is_short(token):
            links[i] = tuple(j for run in _runs(cited, _bare(token)) for j in run)
    for j, token in enumerate(cited):
        if _is_short(token):
            for i in (i for run in _runs(line, _bare(token)) for i in run):
                links[i] = links[i] or (j,)
    return links


def _is_short(token: Token) -> bool:
    bare = _bare(token)
    return 1 < len(bare) <= LONGEST and bare.isalpha() and bare.isupper()


def _bare(token: Token) -> str:
    return token.text.removesuffix("'s").removesuffix("’s")


def _runs(words: tuple[Token, ...], initials: str) -> list[list[int]]:
    """The places of capitalised words that have some initials, small words between left out."""
    found = []
    for start in range(len(words)):
        run: list[int] = []
        at = start
        while at < len(words) and len(run) < len(initials):
            if words[at].text[0] == initials[len(run)] and len(words[at].text) > 1:
                run.append(at)
            elif not run or words[at].fold not in LINKS:
                break
            at += 1
        if len(run) == len(initials):
            found.append(run)
    return found
