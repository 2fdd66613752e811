"""One label for a speaker in tables and charts, however many forms of the name were met. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dateline.records import Actor, Assertion
from dateline.report.ground import Sheet
from dateline.report.lines import speakers
from dateline.report.words import fold


def labels(said: Sequence[tuple[Assertion, Sheet]], actors: Iterable[Actor]) -> dict[str, str]:
    """By the name that an assertion has, what to call the institution that goes by several.

    A country and its capital are one government ("Moscow", "Russia"). Its offices keep their own
    words: what Moscow says and what its foreign ministry says may be one voice to the ledger, yet a
    reader wants to know which of them spoke.
    """
    towns = {p.text for _, sheet in said for p in sheet.reading.places if p.role == "metonym"}
    home = {
        name: actor.id
        for actor in actors
        for name in actor.names
        if actor.kind == "institution" or (actor.kind == "state" and name in towns)
    }
    forms: dict[str, Counter[tuple[bool, str]]] = {}
    for one, sheet in said:
        label = speakers.label(one, sheet) if one.by in home else None
        if one.by and label:
            english = sheet.reading.language == "en"
            forms.setdefault(home[one.by], Counter())[english, label] += 1
    best = {actor: max(met, key=lambda form: _rank(form, met)) for actor, met in forms.items()}
    return {name: best[actor][1] for name, actor in home.items() if actor in best}


def _rank(form: tuple[bool, str], met: Counter[tuple[bool, str]]) -> tuple[bool, int, int, str]:
    """English before other languages, then the form met most, without its article counted."""
    english, label = form
    times = sum(n for (_, other), n in met.items() if _bare(other) == _bare(label))
    return english, times, len(label), label


def _bare(label: str) -> str:
    """A name without case, accents and article."""
    return fold(label).removeprefix("the ")
