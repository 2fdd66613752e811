"""What was done, told in the clause behind a main one that only says that something was: "an
operation was conducted when police surrounded the airport" is "police surrounded the airport".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.records import Span
from dateline.report.headlines import cutting, outlines, stops, whole
from dateline.report.headlines.calling import callings
from dateline.report.headlines.styled import styled
from dateline.report.lines.drafts import Draft

LIGHT = re.compile(
    r"[^,;:“”\"]{8,140}?\b(?:(?:was|were) (?:\w+ly )?(?:conducted|carried out|perpetrated|staged"
    r"|recorded|reported|interrupted|shattered)|took place|occurred|continued|came|broke out)\b"
    r"[^,;:“”\"]{0,60}?,? when (?!(?:he|she|it|they|this|these|those)\b)"
)
"""Such a main clause, up to its "when"."""

FEWEST = 5  # words


def deeds(draft: Draft, limit: int) -> Iterator[str]:
    """The clause of the deed in several ways, each of at most ``limit`` characters."""
    light = LIGHT.match(draft.sheet.shown, draft.span.start, draft.span.end)
    if light is None or draft.leans or draft.carries or draft.sheet.reading.language != "en":
        return
    inner = replace(draft, span=Span(light.end(), draft.span.end))
    given: set[str] = set()
    for cut in cutting.texts(inner):
        for text in (one for t in (cut, *stops.stopped(cut)) for one in callings(inner, t)):
            told = styled(outlines.terse(text))
            fits = len(told) <= limit and len(told.split()) >= FEWEST
            if fits and told not in given and whole.stands(told):
                given.add(told)
                yield told
