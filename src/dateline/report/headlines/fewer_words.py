"""A headline in fewer words of its own: without helping verbs that every predicate has, without
"it was reported", without the district of a town and the comma before where something happened.
"""

import re

from dateline.report.headlines import clipping
from dateline.report.lines import speakers
from dateline.report.words import opened

REPORTED = re.compile(r",? it (?:was|has been|is) (?:officially )?(?:reported|learned|announced)$")
"""A closing attribution to nobody."""

REPORTED_BY = re.compile(
    r",? it (?:was|has been|is) (?:officially )?(?:reported|announced|stated|disclosed) by"
    r" (?:the |an? )?([^,“”\"]{3,40})$"
)
"""One that comes the long way round."""

HARM = (
    r"(?:killed|wounded|injured|murdered|assassinated|kidnapped|arrested|captured|destroyed|damaged"
    r"|detained|released|freed|rescued|hurt|shot dead|seriously wounded|seriously injured)"
)
PASSIVE = re.compile(rf"\b(?:was|were|has been|have been) (?={HARM}\b)")
SECOND = re.compile(
    rf"(?:,? and|,|, while) [^,;“”\"]{{1,40}}? (?:was|were|has been|have been) {HARM}\b"
)
"""Another predicate of the same kind: "and five were wounded"."""

DISTRICT = re.compile(
    r"(?P<town> (?:in|near|at|outside) [A-Z]\w+(?: [A-Z]\w+){0,2}),? in (?:the )?"
    r"[A-Z]\w+(?: [A-Z]\w+){0,2} (?:Department|Province|State)(?=$|,)"
)
"""A town and what it lies in."""

WHERE = re.compile(
    r"(?<=[a-z\d]), (?=(?:in|near|at|on|outside|inside|with|by) (?:(?!\band\b)[^,]){3,60}$)"
)
"""The one comma of a headline, before where or with what."""

BETWEEN = re.compile(
    r"(?<=[a-z\d]), ((?:in|near|at|on|outside) [^,]{3,50}),"
    r" (?=(?:which|who|was|were|has|have|\w+ed)\b)"
)
"""The two commas that set off where."""

FRONTED = re.compile(r"(?:[A-Z]\w+ing|According|After|In|On|At|While|When|If|For|With|As)\b")
SO_CALLED = re.compile(r"\b(?:the )?[Ss]o-called (?=[\"“]?[A-Z])")


def fewer(text: str) -> str:
    """Some words as a headline has them, for as much as they are longer than they need to be."""
    text = REPORTED.sub("", _spoken(text))
    body, closing = clipping.parted(text)
    body = DISTRICT.sub(r"\g<town>", SO_CALLED.sub("", _bare(body)))
    return opened(f"{_joined(body)}{closing}")


def _spoken(text: str) -> str:
    """A closing "it was reported by the police" as ", police say"."""
    found = REPORTED_BY.search(text)
    if found is None:
        return text
    return f"{text[: found.start()]}, {found[1]} {speakers.verb(found[1])}"


def _bare(body: str) -> str:
    """Two killed and three wounded, for "two were killed and three were wounded": what happened to
    each, without helping verbs, if no other verb stands between.
    """
    first = PASSIVE.search(body)
    second = SECOND.search(body, first.end()) if first else None
    if first is None or second is None:
        return body
    left = PASSIVE.sub("", body)
    return body if re.search(r"\b(?:was|were|has|have|had)\b", left) else left


def _joined(body: str) -> str:
    """Some words without the commas before where something happened."""
    if FRONTED.match(body) or '"' in body or "“" in body:
        return body
    if body.count(",") == 2:
        return BETWEEN.sub(r" \1 ", body)
    if body.count(",") == 1:
        found = WHERE.search(body)
        if found and clipping.has_verb(body[: found.start()]):
            return WHERE.sub(" ", body)
    return body
