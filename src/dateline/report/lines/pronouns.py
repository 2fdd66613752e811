"""A pronoun that speaks is replaced by the name that the reader resolved it to."""

import re
from functools import lru_cache

from dateline.records import Span, Statement
from dateline.report.ground import Sheet
from dateline.report.lines.edits import Edit
from dateline.report.pronoun_speakers import PRONOUNS
from dateline.report.words import QUOTE_MARKS, fold, tidy

SINGULAR = frozenset(["he", "she", "him", "her"])
ALIAS = re.compile(r"alias\b", re.IGNORECASE)
SPEAKING = PRONOUNS - {"it", "them"}
GROUPS = frozenset(["police", "people", "army", "government", "men", "women", "media", "press"])
PAPERS = frozenset(["report", "statement", "communique", "newspaper", "radio", "letter", "note"])
"""What speaks without being somebody."""

INITIAL = re.compile(r"\b[A-Z]\.?$")
"""At the end of a name: the rest of it is missing."""

ASIDE = re.compile(r"\s+\w+(?:ed|id)\s*[,.]")
OPENING = 20  # characters: "According to", "Earlier,"
ARTICLE = re.compile(r"^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s+", re.IGNORECASE)


def edits(sheet: Sheet, span: Span) -> tuple[Edit, ...]:
    """Edits that name the speaking pronouns of a span, where the reader is sure who they are."""
    made = []
    for statement in sheet.reading.statements:
        source = statement.source
        if source is None or not span.contains(source.span):
            continue
        name = _full_name(sheet, statement)
        fits = name and _agrees(fold(source.text), name)
        if name and fits and _leads(sheet, span, source.span):
            made.append(Edit(source.span, name))
    return tuple(made[:1])


def _agrees(pronoun: str, name: str) -> bool:
    """True if a speaking pronoun can stand for a name: "they" for several, "he" for somebody."""
    last = fold(re.split(r"\s(?:of|in|at|from|for)\s", name)[0].split()[-1])
    if pronoun == "they":
        return last.endswith("s") or last in GROUPS or " and " in name
    return pronoun in SPEAKING and last not in PAPERS


def _leads(sheet: Sheet, span: Span, pronoun: Span) -> bool:
    """True if nobody can have been named before the pronoun: it opens, follows a quotation, or
    stands in a ", he said" with no person named before.
    """
    before = sheet.shown[span.start : pronoun.start].rstrip()
    quoted = before[:1] in QUOTE_MARKS and before.rstrip(" ,.")[-1:] in QUOTE_MARKS
    if quoted:
        return True
    if len(before) <= OPENING:
        speaks = (s.source.span for s in sheet.reading.statements if s.source)
        return not any(span.start <= one.start < pronoun.start for one in speaks)
    aside = before.endswith(",") and ASIDE.match(sheet.shown, pronoun.end)
    return bool(aside) and not any(
        span.start <= n.span.start < pronoun.start and n.kind == "person"
        for n in sheet.reading.names
    )


def _full_name(sheet: Sheet, statement: Statement) -> str | None:
    """The resolved name as it may be printed, with its office where the dispatch gives one."""
    name = statement.source_name
    if not name or fold(name) in PRONOUNS or INITIAL.search(name):
        return None
    alone = fold(statement.source.text) in SINGULAR if statement.source else False
    if ALIAS.match(name) or (alone and not somebody(sheet, name)):
        return None
    return printed(sheet, name)


def somebody(sheet: Sheet, name: str) -> bool:
    """True for a person's name or a description ("the governor"): no town, sum or group of people
    says "he".
    """
    kinds = {n.kind for n in sheet.reading.names if n.canonical == name or tidy(n.text) == name}
    if "person" in kinds:
        return True
    towns = {fold(tidy(p.text)) for p in sheet.reading.places}
    words = name.split()
    described = any(w[0].islower() for w in words) or bool(ARTICLE.match(name))
    return not kinds and fold(name) not in towns and (described or len(words) > 1)


def cased(sheet: Sheet, words: str) -> str:
    """Words in the case of the published text: for a dispatch that came in capitals, that of the
    occurrence with most capitals restored.
    """
    raw, text = tidy(words), sheet.reading.cased
    return raw if text is None else _cased(raw, text)


@lru_cache(maxsize=4096)
def _cased(raw: str, text: str) -> str:
    pattern = r"\s+".join(re.escape(part) for part in raw.split())
    found = [tidy(m[0]) for m in re.finditer(pattern, text, re.IGNORECASE)] if raw else []
    return max(found, key=lambda f: sum(c.isupper() for c in f), default=raw.title())


def printed(sheet: Sheet, name: str) -> str:
    """A speaker's name as published; a description gets its article back ("regional governor" ->
    "the regional governor", "Ports Ministry spokesman" -> "a Ports Ministry spokesman").
    """
    words = cased(sheet, name)
    if not words or ARTICLE.match(words) or not words.split()[-1].islower():
        return words
    if words.islower():
        return words if words.split()[0].endswith("s") else f"the {words}"
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    told = re.search(rf"\b(the|an?)\s+{spaced}\b", sheet.shown, re.IGNORECASE)
    return f"{told[1].lower()} {words}" if told else words
