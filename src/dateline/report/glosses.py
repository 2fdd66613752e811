"""Brackets that an editor has put into a dispatch: what a name means, and who is speaking."""

import re

from dateline.records import Dispatch, Name, Span
from dateline.report import carried, lexicons
from dateline.report.carried import HEAD
from dateline.report.vocabulary import is_known
from dateline.report.words import fold, is_function, tokens

BRACKET = re.compile(r"\[([^\[\]]{1,120})\]")
SHORT = re.compile(r"[A-Z][A-Z0-9-]{1,9}")
"""An abbreviation: "[UP]"."""

STARTS = re.compile(r"(?:^|\n\s*\n\s*|[.?!:][\s\"”]*|\]\s*|--\s*)$")
"""What stands before the start of a sentence."""

LABEL = re.compile(r"(?:[^\W\d_][\w.'’]*\s+){0,3}[^\W\d_][\w.'’-]*(?:,\s[\w\s]{2,20})?")
"""Up to four words that can name a speaker, perhaps with the language: "[RUIZ, IN ENGLISH]"."""

TITLED = re.compile(r"(?:[^\W\d_][\w.'’-]*,?\s+){1,9}[^\W\d_][\w.'’-]*")
"""A speaker with his offices, at the head of a recording."""

RECORDED = re.compile(r"\[begin recording\]$", re.IGNORECASE)

BACK = 8  # characters before a bracket that tell whether a sentence starts there
ASKING = frozenset(
    ["reporter", "reporters", "announcer", "question", "moderator", "interviewer", "journalist",
     "correspondent", "newsman", "unidentified", "narrator"]
)  # fmt: skip
"""Labels of those who ask or lead on."""


def plain(shown: str) -> str:
    """A text without its glosses, of the same length: "Patriotic Union [UP]" has the abbreviation
    in round brackets, and so has the first "UP [Patriotic Union]" the name that it stands for; any
    other explanation goes. A bracket that holds a word of the sentence stays, and
    so does a note that words are missing.
    """
    return BRACKET.sub(_plain, shown) if "[" in shown else shown


LOST = re.compile(
    r"\[[^\[\]]*\b(?:in(?:distinct|audible)|unintelligible|illegible|garbled|omitted"
    r"|(?:words?|names?|lines?|text|passages?|pages?) missing"
    r"|(?:break|gap|interruption|interrupted|lost)\b[^\[\]]*\b"
    r"(?:reception|transmission|recording|broadcast|signal|sound|audio))\b[^\[\]]*\]"
    r"|\[\s*(?:\.{2,}|…)\s*\]",
    re.IGNORECASE,
)
"""A note that something of the text is missing here: "[words indistinct]", "[...]"."""


NOTE = re.compile(
    r"\b(?:sic|as (?:received|heard|published|printed|given|broadcast|transmitted)|name|names"
    r"|full|phonetic|spelled|text|passage|video|recording|applause|laughter|shouts?|crowd"
    r"|begins?|ends?|continued|not further identified|station)\b",
    re.IGNORECASE,
)
"""A remark on the text, no word of it."""

ARTICLES = frozenset(("a", "an", "the", "its", "his", "her", "their"))
JOINTS = ARTICLES | {"of", "in", "to", "and", "that", "who", "which", "by", "with", "was", "were",
                     "is", "are", "has", "have", "had"}  # fmt: skip
"""Small words that an editor puts in where reception lost them."""


def _plain(found: re.Match[str]) -> str:
    if LOST.fullmatch(found[0]):
        return found[0]
    if _is_put_in(found):
        return f" {found[1]} "
    head = found.string[max(0, found.start() - 40) : found.start()]
    before = tokens(head)[-1:]
    after = tokens(found.string[found.end() : found.end() + 40])[:1]
    cut = found.string[found.end() :].lstrip()[:1] in ("", *",.;:-–—")
    if before and is_function(before[0]) and (cut or not after or is_function(after[0])):
        return found[0]
    named = bool(before) and before[0].text[:1].isupper()
    named = named and not head[before[0].end :].strip()
    if named and SHORT.fullmatch(found[1]) and found[1] != before[0].text:
        return f"({found[1]})"
    if named and _spells_out(before[0].text, found):
        return f"({_as_name(found[1])})"
    return re.sub(r"[^\n]", " ", found[0])


FULL = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:,?\s+[^\W\d_][^\W\d_'’.-]*){1,8}\.?")
"""A name of several words."""

LETTERS = re.compile(r"[^\W\d_]{2,12}")


def _spells_out(letters: str, found: re.Match[str]) -> bool:
    """True if a bracket has, for the first time, the name that the word before it stands for: one
    that is no ordinary word, and whose first letter begins a word of the bracket.
    """
    name = found[1]
    if not (LETTERS.fullmatch(letters) and FULL.fullmatch(name)) or NOTE.search(name):
        return False
    short = letters.isupper() or not is_known(letters)
    initials = [t.fold[0] for t in tokens(name) if not is_function(t)]
    before = found.string[: found.start()]
    quoted = before.rsplit("\n\n", maxsplit=1)[-1].count('"') % 2 == 1
    fits = short and fold(letters)[0] in initials and len(initials) > 1
    return fits and not quoted and found[0] not in before


def _as_name(words: str) -> str:
    """The words of a name with its capitals."""
    parts = re.split(r"(\s+)", words)
    small = [bool(t) and is_function(t[0]) for t in map(tokens, parts)]
    raised = (p if s else p[:1].upper() + p[1:] for p, s in zip(parts, small, strict=True))
    return "".join(raised)


AMOUNT = re.compile(r"\d[\d,.]*")
"""A number that stands in the sentence itself: "at least [9] persons"."""


def _is_put_in(found: re.Match[str]) -> bool:
    """True for words without which the sentence breaks: "[the] army", "a [Tarvian] patrol"."""
    if NOTE.search(found[1]):
        return False
    inside = tokens(found[1])
    if AMOUNT.fullmatch(found[1]):
        last = tokens(found.string[max(0, found.start() - 20) : found.start()])[-1:]
        return not last or not last[0].text[0].isdigit()
    if inside and all(t.fold in JOINTS for t in inside):
        return True
    lead = re.search(r"(\w+)\s+$", found.string[max(0, found.start() - 12) : found.start()])
    follows = re.match(r"\s+[^\W\d_]{2}", found.string[found.end() : found.end() + 12])
    return lead is not None and follows is not None and fold(lead[1]) in ARTICLES


RETOLD = re.compile(
    r"\b(?:an?|its|the)\s+(?:[\w-]+\s+)?(?P<kind>commentary|editorial)\s"
    r"(?:[^.\[\]]{0,120}\s)?"
    r"(?:adds|argues|asserts|maintains|notes|points out|says|states|stresses)\b",
    re.IGNORECASE,
)
"""A sentence with which a dispatch says that it retells such a text."""

BODY = (
    r"(?:ministry|armed forces|army|general (?:staff|command)|(?:high|military) command"
    r"|presidency|minist[èe]re|arm[ée]es?|[ée]tat-major|pr[ée]sidence)"
)
OFFICIAL = re.compile(
    rf"\b{BODY}\b|\b(?:media|press|information) (?:office|service|cent(?:er|re))\b", re.IGNORECASE
)
"""The name of a body that reports of itself."""

REPORTER = re.compile(r"\b(?:news|agency|agence|times|radio|tv|television|daily|journal)\b", re.I)
ITS_OWN = re.compile(
    rf"^[^.\n]{{0,60}}\b(?:summary|communiqu[ée]|statement|bulletin|briefing|update|point)"
    rf" (?:of|by|from|de|du) (?:the |la |l')?(?:[\w-]+ ){{0,3}}{BODY}\b",
    re.IGNORECASE,
)
"""A title that says whose account follows."""

OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur)\b")
ARGUED = re.compile(
    r"\b(?:it would seem|the (?:fact|thing|truth|problem) is|it is (?:obvious|evident|no secret"
    r"|no wonder|high time|well known|a pity|a shame|worth (?:noting|recalling|remembering))"
    r"|obviously|of course|undoubtedly|needless to say|naturally,|fortunately|unfortunately"
    r"|(?:most )?certainly|without (?:a |any )?doubt|in other words|let us|as is known"
    r"|what is more|all in all|in fact)\b|\w\?(?=\s|$)",
    re.IGNORECASE,
)
"""A turn of one who argues, or a question put to the reader."""

OFTEN = 3  # times that a text says "we", argues or abuses outside quotations: nobody's report


def opinion(dispatch: Dispatch, shown: str) -> str | None:
    """What a text is that nobody else vouches for: "editorial", "speech", "communique"; empty if it
    speaks for somebody and does not say what it is; null for a report.
    """
    said = carried.noted(dispatch) or carried.reported(dispatch) or carried.announced(dispatch)
    said = said or RETOLD.search(dispatch.text, 0, HEAD)
    if said:
        kind = " ".join(said["kind"].casefold().split())
        return carried.SUMMARY if kind == "editorial" and carried.heard(dispatch) else kind
    if is_official(dispatch):
        return "statement"
    unquoted = re.sub(r"“[^”]*”|\"[^\"]*\"", " ", shown)
    hates = sum(t.fold in lexicons.words("invective") for t in tokens(unquoted))
    most = max(len(OURS.findall(unquoted)), len(ARGUED.findall(unquoted)), hates)
    return "" if most >= OFTEN else None


def is_official(dispatch: Dispatch) -> bool:
    """True for a text of a ministry, a staff or its press office, which is no reporter's."""
    name = dispatch.agency or ""
    own = bool(OFFICIAL.search(name)) and not REPORTER.search(name)
    return own or bool(ITS_OWN.search(dispatch.text.lstrip(), 0, HEAD))


def answers(dispatch: Dispatch, names: tuple[Name, ...]) -> tuple[Span, ...]:
    """The stretches of a dispatch in which somebody speaks whom only a label names, as in the
    answers of an interview: "[RUIZ] The road is closed."
    """
    labels = _labels(dispatch.text)
    persons = {fold(n.canonical.split()[-1]) for n in names if n.kind == "person"}
    told = [fold(match[1].split(",")[0].split()[-1]) for match in labels]
    spoken = [
        word for word in told if word not in ASKING and (word in persons or told.count(word) > 1)
    ]
    spoken += [
        word
        for match, word in zip(labels, told, strict=True)
        if word not in ASKING and _leads(dispatch.text, match)
    ]
    ends = [*(m.start() for m in labels[1:]), len(dispatch.text)]
    return tuple(
        Span(match.start(), end)
        for match, word, end in zip(labels, told, ends, strict=False)
        if word in spoken and word not in lexicons.words("not_speaking")
    )


def _leads(text: str, label: re.Match[str]) -> bool:
    """True for a surname alone at the head of a text, or any name at the head of a recording: all
    that follows is spoken. A full name at the head of a text is its reporter's.
    """
    before = text[: label.start()].rstrip()
    alone = len(label[1].split()) == 1
    return RECORDED.search(before) is not None or (alone and before.casefold().endswith("[text]"))


def _labels(text: str) -> list[re.Match[str]]:
    """The brackets at the start of a sentence that may say who speaks, or that one stops."""
    found = (
        m
        for m in BRACKET.finditer(text)
        if LABEL.fullmatch(m[1])
        or (TITLED.fullmatch(m[1]) and RECORDED.search(text[: m.start()].rstrip()))
    )
    return [m for m in found if STARTS.search(text[max(0, m.start() - BACK) : m.start()])]
