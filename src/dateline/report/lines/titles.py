"""The headings that a dispatch has above its own sentences."""

from dateline.records import Sentence
from dateline.report.lines.drafts import Draft


def headed(draft: Draft) -> Sentence | None:
    """The nearest undamaged heading above a draft's sentence, the dispatch's headline apart."""
    sheet = draft.sheet
    above = [
        s
        for s in sheet.reading.sentences
        if not s.prose and s.paragraph > 0 and s.span.start < draft.span.start
    ]
    if not above or any(d.span.overlaps(above[-1].span) for d in sheet.reading.damage):
        return None
    return above[-1]
