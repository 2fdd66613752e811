"""The agenda: what a dispatch says is to come, with its date where one is given.

Only what is announced counts: a future verb with a date ahead of the day of issue, a scheduling
verb, or an appointment announced by name. Forecasts, conditions and questions are left out.
"""

import re
from collections.abc import Iterator

from dateline.reader.appointments import appointments
from dateline.reader.page import Found, Page
from dateline.reader.plan_dates import date_of, joined
from dateline.reader.plan_words import extent, what
from dateline.records import Place, Plan, Span, Statement

WHERE = re.compile(r"\b(?:in|to|at|near|into|à|en|au|aux|dans)\s+(?:the\s+)?$", re.IGNORECASE)


def _place(text: str, span: Span, places: tuple[Place, ...]) -> Place | None:
    """The first place inside the plan's words that it is said to happen in or lead to."""
    inside = (p for p in places if p.role == "location" and span.contains(p.span))
    return next((p for p in inside if WHERE.search(text[: p.span.start][-12:])), None)


def _source(span: Span, statements: tuple[Statement, ...]) -> str | None:
    """Who says so: the source of the statement that holds the plan."""
    holding = [s for s in statements if any(c.span.overlaps(span) for c in s.content)]
    return next((s.source_name for s in holding if s.source_name), None)


def _plans(page: Page, found: Found) -> Iterator[Plan]:
    whens = joined(page, found["dates"])
    for appointment in appointments(page):
        when = date_of(page, appointment, whens)
        if when is None and not appointment.firm:
            continue
        described = what(page, appointment, when, found["names"])
        if described is None or len(described.split()) < 2:
            continue
        span = extent(appointment, when)
        text = page.dispatch.text[span.start : span.end]
        source = _source(span, found["statements"])
        place = _place(page.dispatch.text, span, found["places"])
        yield Plan(span, text, described, when, place, source)


def find(page: Page, found: Found) -> tuple[Plan, ...]:
    """Plans in the order of the text; of two that overlap, the longer."""
    kept: list[Plan] = []
    for plan in sorted(_plans(page, found), key=lambda p: p.span):
        last = kept[-1] if kept else None
        if last is None or not last.span.overlaps(plan.span):
            kept.append(plan)
        elif plan.span.end - plan.span.start > last.span.end - last.span.start:
            kept[-1] = plan
    return tuple(kept)
