"""The headings that a dispatch has above its own sentences."""

from dateline.records import Sentence
from dateline.report.ground import Sheet
from dateline.report.lines.drafts import Draft
from dateline.report.words import count

CROSSHEADS = 3  # in a wrap-up, at least
SHORT, LONG = 2, 8  # words of a crosshead


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


def is_wrapup(sheet: Sheet) -> bool:
    """True for a dispatch that its agency has parted under crossheads: it sums up a day, so that
    each part of it is news and makes sense where it stands.
    """
    body = sheet.reading.sentences
    prose = [s.span for s in body if s.prose]
    inside = (s for s in body if not s.prose and prose and prose[0] < s.span < prose[-1])
    texts = (sheet.shown[s.span.start : s.span.end] for s in inside)
    return sum(SHORT <= count(text) <= LONG and not text.isupper() for text in texts) >= CROSSHEADS
