"""Who speaks where the reader took a pronoun for somebody who has said nothing: in "The mayor said
that he had written to Pope Paul. He named nobody" it is the mayor who named nobody.
"""

import re
from dataclasses import replace

from dateline.records import Reading, Statement
from dateline.report.words import fold

PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them"])
ALONE = frozenset(["he", "him"])
BEFORE = re.compile(r"\W*(?:although|though|while|when|after|before|as|since|because)\s+$", re.I)
"""Words after which "he" may be who is named next."""

PASSIVE = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\b", re.IGNORECASE)
"""In a cue that tells what others say of somebody."""

ADDS = re.compile(
    r"\b(?:add(?:ed|s|ing)?|reiterat\w+|conclud\w+|(?:also|further|again) (?:said|stated|noted"
    r"|explained|pointed|stressed|told|admitted|claimed|announced|demanded|reported|revealed"
    r"|warned|denied|expressed|called))\b",
    re.IGNORECASE,
)
"""In the cue of one who goes on speaking."""

OWNED = frozenset(["his", "her", "their", "its"])
NEAR, FAR = 1, 3  # sentences back to who spoke last, and to whom "he added" may go back
HEAD = 50  # characters in which a sentence has its subject, with all his offices


def mended(reading: Reading) -> Reading:
    """The reading with each speaking "he" given to who speaks, where that is plain, and to nobody
    where others speak around it.
    """
    if reading.language != "en":
        return reading
    spoken: list[Statement] = []
    made: dict[int, Statement] = {}
    for at, said in sorted(enumerate(reading.statements), key=lambda one: _start(one[1])):
        made[at] = _mended(reading, said, spoken)
        told = made[at] != said and made[at].source_name is not None
        spoken += [made[at]] if told or _speaks(reading, said) else []
    statements = tuple(made[at] for at in range(len(reading.statements)))
    return reading if statements == reading.statements else replace(reading, statements=statements)


def _mended(reading: Reading, said: Statement, spoken: list[Statement]) -> Statement:
    """A statement as it is mended, after those in which somebody ``spoken`` is known."""
    if said.source is None or fold(said.source.text) not in ALONE or not said.source_name:
        return said
    ahead = _ahead(reading, said)
    if ahead is not None:
        return replace(said, source_name=ahead.source_name)
    before = [s for s in spoken if _start(s) < _start(said)]
    if not before or any(_is_one(reading, s, said) for s in before):
        return said
    last = max(before, key=_start)
    back = _sentence(reading, said) - _sentence(reading, last)
    added = said.cue is not None and ADDS.search(" ".join(said.cue.text.split())) is not None
    if back > FAR or (not added and _is_subject(reading, said)):
        return said
    return replace(said, source_name=last.source_name if added or back <= NEAR else None)


def _start(said: Statement) -> int:
    return said.source.span.start if said.source else said.span.start


def _speaks(reading: Reading, said: Statement) -> bool:
    """True for a statement in which somebody speaks who is named or described, and is one."""
    source, cue, name = said.source, said.cue, said.source_name
    if source is None or cue is None or name is None or fold(source.text) in PRONOUNS:
        return False
    words = fold(name).split()
    person = any(n.canonical == name and n.kind == "person" for n in reading.names)
    many = words[-1].endswith("s") and not person
    body = any(n.canonical == name and n.kind in ("organisation", "group") for n in reading.names)
    return not (many or body or words[0] in OWNED or PASSIVE.search(cue.text))


def _is_one(reading: Reading, speaker: Statement, said: Statement) -> bool:
    """True if the speaker of one statement may be the one whom another's pronoun was taken for:
    they share a word of their names, or he has the office by which the other is called.
    """
    one, other = fold(speaker.source_name or "").split(), fold(said.source_name or "").split()
    offices = (fold(n.role) for n in reading.names if n.role and n.canonical == said.source_name)
    held = {word for office in offices for word in office.split()}
    return not {*one}.isdisjoint(other) or one[-1] in held


def _is_subject(reading: Reading, said: Statement) -> bool:
    """True if the sentence before begins with the one for whom a pronoun was taken."""
    at = _sentence(reading, said)
    start = reading.sentences[at - 1].span.start if at else 0
    starts = [_start(s) for s in reading.statements if s.source and _start(s) >= start]
    end = min([start + HEAD, *starts])
    return any(
        n.canonical == said.source_name and start <= n.span.start < end for n in reading.names
    )


def _sentence(reading: Reading, said: Statement) -> int:
    """The number of the sentence in which somebody speaks."""
    at = _start(said)
    return sum(s.span.end <= at for s in reading.sentences)


def _ahead(reading: Reading, said: Statement) -> Statement | None:
    """Who is named after an "Although he admitted ..., " of the same sentence, and speaks."""
    at, text = _sentence(reading, said), reading.cased or ""
    span = reading.sentences[at].span if at < len(reading.sentences) else said.span
    if not BEFORE.fullmatch(text[span.start : _start(said)]):
        return None
    later = (s for s in reading.statements if said.span.start < _start(s) < span.end)
    return next((s for s in later if _start(s) > _start(said) and _speaks(reading, s)), None)
