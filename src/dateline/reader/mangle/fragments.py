"""Words that lost their place: a full stop in mid-sentence, what belongs before it after it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.reader.lexicon_files import rows
from dateline.reader.page import Page

# A word, a full stop, a word in small letters: the look of a sentence cut in two.
CUT = re.compile(r"(?<![^\W_])([a-zà-ÿ]{4,40})\.[ ]([a-zà-ÿ]{3,40})(?=[ ,.”\"’])")
CLOSE = re.compile(r"[.!?”\"\n]")
LONGEST = 60  # characters of a stranded fragment
VERBS = ("VERB", "AUX")


@cache
def _short_forms() -> frozenset[str]:
    return frozenset(row[0] for row in rows("short_forms.txt"))


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stranded stretch; ``repeats``: it says again how the phrase before it began."""

    start: int
    end: int
    repeats: bool


def _fragment_end(text: str, start: int) -> int | None:
    """Where the words after the cut stop, null if they run on."""
    found = CLOSE.search(text, start, start + LONGEST)
    if found:
        return found.start()
    return len(text) if len(text) - start < LONGEST else None


def _repeated_start(text: str, before: int, fragment: str) -> int | None:
    """Where the first word of the fragment stands shortly before the cut, if it does."""
    word = fragment.split(maxsplit=1)[0]
    window = text[max(0, before - LONGEST) : before]
    found = list(re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", window))
    close = found and len(window[found[-1].start() :].split()) <= len(fragment.split()) + 1
    return before - len(window) + found[-1].start() if close else None


def _is_clause(page: Page, start: int, end: int) -> bool:
    """True if the words hold a finite verb, and so may be a sentence after all."""
    return any(t.pos_ in VERBS and "VerbForm=Part" not in t.morph for t in page.tokens(start, end))


def fragments(page: Page) -> Iterator[Fragment]:
    """Stranded fragments with the word that they were cut from."""
    text = page.dispatch.text
    if page.view.cased is not None:
        return
    for cut in CUT.finditer(page.view.text):
        start = cut.start(2)
        end = _fragment_end(page.view.text, start)
        if end is None or cut[1] in _short_forms() or _is_clause(page, start, end):
            continue
        words = text[start:end]
        if len(words.split()) > 5 or not words.strip():
            continue
        again = _repeated_start(text, cut.end(1), words)
        yield Fragment(cut.start(1) if again is None else again, end, again is not None)
