"""Rival tolls as a heading: their numbers, never one of them alone."""

from collections.abc import Sequence

from dateline.records import Assertion, Toll
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.figures import tolls
from dateline.report.ground import Ground
from dateline.report.lines.drafts import Draft
from dateline.report.lines.pronouns import cased
from dateline.report.lines.speakers import running
from dateline.report.words import count, opened

MOST = 3  # numbers in a heading
WORDS = 4  # of a name for those who are counted
LIMIT = 64  # characters


def is_rival(said: Assertion, draft: Draft, ground: Ground) -> bool:
    """True for a core figure of a draft that another disputes."""
    disputed = ground.claim_of[said.id].status == "disputed" and said.kind == "figure"
    return disputed and draft.span.contains(said.span) and said.about.measure in CORE_MEASURES


def of_lines(held: list[Draft], ground: Ground) -> str | None:
    """The heading of the disputed tolls of some drafts."""
    made = [
        tolls.toll(ground.claim_of[said.id], said, draft.sheet)
        for draft in held
        for said in draft.sheet.assertions
        if is_rival(said, draft, ground)
    ]
    return numbers(made, ground)


def numbers(rivals: Sequence[Toll], ground: Ground) -> str | None:
    """Rival tolls in a few words: "498 or nearly 9,000 soldiers killed", "25 or 32 killed in Kelm";
    null if they are of more than one kind, or give one number only.
    """
    if len({toll.about.measure for toll in rivals}) != 1:
        return None
    found = sorted(rivals, key=lambda toll: toll.value or toll.low or toll.high or 0.0)
    words = list(dict.fromkeys(running(toll.words) for toll in found))
    if not 2 <= len(words) <= MOST or not all(any(c.isdigit() for c in one) for one in words):
        return None
    counted = " or ".join([", ".join(words[:-1]), words[-1]])
    parts = (counted, _who(found), found[0].about.measure, _where(found, ground))
    text = opened(" ".join(part for part in parts if part))
    return text if len(text) <= LIMIT else None


def _who(found: Sequence[Toll]) -> str | None:
    """Those counted, if some words name them: "Russian soldiers", not "its soldiers"."""
    named = (toll.about.population or "" for toll in found)
    several = (one for one in named if 1 < count(one) <= WORDS and one.endswith("s"))
    owned = (*tolls.OWN, *(f"{word} " for word in tolls.POSSESSIVES))
    return next((one for one in several if not one.casefold().startswith(owned)), None)


def _where(found: Sequence[Toll], ground: Ground) -> str | None:
    """The one town that all are of."""
    ids = {toll.about.geonameid for toll in found}
    sheets = (ground.of(toll.citation) for toll in found)
    towns = (
        (sheet, place)
        for sheet in sheets
        for place in sheet.reading.places
        if place.geonameid in ids and (place.feature or "").startswith("PPL")
    )
    sheet, place = next(towns, (None, None)) if len(ids) == 1 else (None, None)
    return f"in {cased(sheet, place.text)}" if sheet and place else None
