"""Which date a plan is for: ahead of the day of issue, and in the announcing clause itself."""

import re
from datetime import datetime, timedelta

from dateline.reader.appointments import Appointment
from dateline.reader.dates import anchor_day, dates_inside
from dateline.reader.page import Page
from dateline.records import Span, When

TIMED = ("day", "part-of-day", "hour", "week", "month", "range", "year")
JOINED = re.compile(r"\s*(?:to|-|–|and|until|through|au|et|à)\s*(?:the\s|le\s)?", re.IGNORECASE)
OPENED = re.compile(r"\b(?:from|between|du|entre)\s+(?:the\s|le\s)?$", re.IGNORECASE)
LONG = timedelta(days=100)  # a stretch longer than this is a forecast's, not an appointment's
POSSESSIVE = ("'s", "’s", "'", "’")
CLIMB = 8
OTHER_CLAUSES = ("relcl", "ccomp", "advcl", "acl:relcl", "conj")


def _join(page: Page, first: When, second: When) -> When | None:
    """Two dates as one stretch, if the words between and before them make them one."""
    text = page.dispatch.text
    opened = OPENED.search(text[max(0, first.span.start - 12) : first.span.start])
    if not opened or not JOINED.fullmatch(text[first.span.end : second.span.start]):
        return None
    if first.start is None or second.end is None or first.start >= second.end:
        return None
    span = Span(first.span.start, second.span.end)
    words = text[span.start : span.end]
    return When(span, words, f"{first.value}/{second.value}", first.start, second.end, "range")


def joined(page: Page, whens: tuple[When, ...]) -> tuple[When, ...]:
    """The dates with "from March 3 to 8" as one stretch instead of its two ends."""
    out: list[When] = []
    for when in whens:
        both = _join(page, out[-1], when) if out else None
        if both is not None:
            out[-1] = both
        else:
            out.append(when)
    return tuple(out)


def _ahead(when: When, page: Page, plan: Appointment) -> bool:
    """True if a date lies after the day of issue; today counts only with a future verb."""
    day, head = anchor_day(page.dispatch), page.dispatch.dateline
    if when.precision == "vague":
        return when.value == "FUTURE_REF" and plan.scheduled and plan.appointment
    if when.precision not in TIMED or when.start is None or when.end is None or day is None:
        return False
    if head is not None and head.span.contains(when.span):
        return False
    tonight = datetime(day.year, day.month, day.day, 23, 59, 59)
    if when.end - when.start > LONG and not plan.appointment:
        return False
    return when.start > tonight or (plan.scheduled and when.end >= tonight)


def _governed(page: Page, when: When, plan: Appointment) -> bool:
    """True if no other finite verb stands between the date and the announced one."""
    tokens = page.tokens(when.span.start, when.span.end)
    if not len(tokens) or page.doc[tokens[-1].i + 1 : tokens[-1].i + 2].text in POSSESSIVE:
        return False
    at = tokens.root
    for _ in range(CLIMB):
        if at.i in (plan.head.i, plan.trigger.i):
            return True
        if (at.pos_ == "VERB" and at.dep_ in OTHER_CLAUSES) or at.head.i == at.i:
            return False
        at = at.head
    return False


def date_of(page: Page, plan: Appointment, whens: tuple[When, ...]) -> When | None:
    """The date ahead that stands in the clause, nearest to the verb; not today's if another is."""
    edges = [t for head in (plan.head, plan.trigger) for t in (head.left_edge, head.right_edge)]
    low = min(t.idx for t in edges)
    high = max(t.idx + len(t.text) for t in edges)
    inside = dates_inside(whens, Span(low, high))
    fit = [w for w in inside if _ahead(w, page, plan) and _governed(page, w, plan)]
    today = anchor_day(page.dispatch)

    def merit(when: When) -> tuple[bool, int]:
        later = when.start is not None and when.start.date() != today
        return not later, abs(when.span.start - plan.head.idx)

    return min(fit, key=merit, default=None)
