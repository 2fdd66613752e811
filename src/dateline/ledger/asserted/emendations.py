"""What a correction that is only a note to editors asks them to read otherwise. Pure.

"In first paragraph please read 12 people killed instead of 21", "lire bien 12 morts (et non 21)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted import wording
from dateline.records import Dispatch, Span

_QUOTED = r"[\"“«]\s*(?P<{name}_quoted>[^\"“”«»\n]{{1,160}}?)\s*[\"”»]"
_BARE = (
    r"(?P<{name}>(?:[^\s.;,:()\"“”«»]|(?<=\d)[.,:](?=\d)|(?<=\S)[ \n](?=[^\s(]))"
    r"{{1,100}}?)"
)
_ENDS = (
    r"(?=[ ]*(?:$|[.;,:()\n](?!\d)|\bin (?:the )?[\w-]+ (?:para|graf|paragraph|sentence|line)\b"
    r"|\b(?:au|dans le|à la) [\w-]+ (?:paragraphe|phrase|ligne)\b))"
)
_NUMBER = re.compile(r"\d+(?:[., \u00a0\u202f]\d{3})*(?![\d])(?:[.,]\d+)?")
_COMPOUND = re.compile(r"(?i)\w-(?!old\b)\w|\bet un\b|\bdozens?\b|\bhundred|\bthousand")
"""Number words of several parts, or of no exact number: they are compared as words."""
_LINE, _STOP = re.compile(r"[^\n]*\S[^\n]*"), re.compile(r"[.!?]\s+(?=[\"“«A-ZÀ-Ý])")
_TEXT = 12
"""Words that are more than a note has beside what is to be read ("We regret this error")."""
_GROUPS = re.compile(r"[., \u00a0\u202f](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Emendation:
    """``right`` is to be read; instead of the words ``wrong``, if the note gives these. ``note`` is
    the line that says so.
    """

    right: Span
    words: str
    wrong: str | None
    note: Span


def emendations(one: Dispatch) -> tuple[Emendation, ...]:
    """What a note asks to be read otherwise, in text order; none of a corrected text itself."""
    elsewhere = any(named.guid != one.guid for named in one.objects)
    return _asked(one) if elsewhere or is_note(one) else ()


def is_note(one: Dispatch) -> bool:
    """True for a correction that only says what is to be read otherwise, and is no corrected text:
    that has a dateline, or sentences beside those that say so.
    """
    asked = _asked(one)
    if not asked:
        return False
    masked = [mask.span for mask in one.masks]
    rest = [
        span
        for span in _sentences(one.text)
        if not any(span.overlaps(other.right) for other in asked)
        if not any(mask.contains(span) for mask in masked)
    ]
    return sum(len(one.text[s.start : s.end].split()) for s in rest) < _TEXT


def _sentences(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        start = line.start()
        for end in (*(m.end() for m in _STOP.finditer(line[0])), len(line[0])):
            yield Span(start, line.start() + end)
            start = line.start() + end


def _asked(one: Dispatch) -> tuple[Emendation, ...]:
    if one.signal != "correction" or one.dateline is not None:
        return ()
    found: list[Emendation] = []
    taken: list[Span] = []
    for form in _forms():
        for match in form.finditer(one.text):
            made, whole = _made(one.text, match), Span(*match.span())
            if not any(whole.overlaps(span) for span in taken) and _says(made):
                found.append(made)
                taken.append(whole)
    return tuple(sorted(found, key=lambda e: e.right))


def _says(one: Emendation) -> bool:
    """True unless it gives neither what was wrong nor a number: "read the text as follows"."""
    return one.wrong is not None or number(one.words) is not None


def _made(text: str, match: re.Match[str]) -> Emendation:
    name = "right" if match["right"] is not None else "right_quoted"
    right = Span(*match.span(name))
    groups = match.groupdict()
    wrong = groups.get("wrong") or groups.get("wrong_quoted")
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    line = text[start : end if end >= 0 else len(text)]
    note = Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    words = text[right.start : right.end]
    return Emendation(right, words, wrong.strip() if wrong else None, note)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    forms = lexicons.table("emendations.toml")["forms"]
    return tuple(re.compile(_filled(form), re.IGNORECASE) for form in forms)


def _filled(form: str) -> str:
    """A form as a pattern: what stands last in it goes on to where its clause ends."""
    for name in ("right", "wrong"):
        last = form.endswith(f"{{{name}}}")
        words = f"(?:{_QUOTED.format(name=name)}|{_BARE.format(name=name)}"
        words += f"{_ENDS})" if last else ")"
        form = form.replace(f"{{{name}}}", words)
    table = lexicons.table("emendations.toml")
    return form.replace("{where}", table["where"].replace("{place}", table["place"]))


def number(words: str) -> float | None:
    """The first number in some words: ``12 people``, ``twelve``, ``1,200``; null if there is no
    plain one.
    """
    digits = _NUMBER.search(words)
    if digits:
        bare = _GROUPS.sub("", digits[0]).replace(",", ".")
        return float(bare)
    counts = wording.numbers(words)
    return float(*counts) if len(counts) == 1 and not _COMPOUND.search(words) else None
