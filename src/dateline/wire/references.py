"""What a kill, correction, hold or release names: another item's id, number, slug, headline."""

import re

from dateline.records import Reference

DOCUMENT_ID = re.compile(
    r"\b(?:[A-Z][A-Z0-9]+(?:[-_][A-Z0-9]+){0,4}[-_]\d{2,}|(?:urn|tag):[^\s\"'<>]{4,200})(?![\w-])"
)
COLON_ID = re.compile(
    r"\b(?!(?i:https?|mailto|no|nos|number|item|ref|transref|gmt|utc|id):)"
    r"[A-Za-z][\w.-]{1,40}(?::[\w.-]{1,60}){1,4}(?<=[\w])"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
)
"""Ids as items bear them: ``norla:101``, ``feed.example:2022:item-7``, a UUID."""
ORDERED_ID = re.compile(
    r"(?i:\b(?:kill|hold|release|withdraw|retract|annuler|annulation|item|story|dispatch"
    r"|d[ée]p[êe]che)\s+)([a-z][a-z0-9.]*(?:[-_/][a-z0-9.]+)*[-_/]\d+)\b"
)
"""An id in small letters, named as the object: ``kill norla-101``."""
NUMBER = re.compile(
    r"(?i)\b(?:no\.?|nos\.?|number|item|ref\.?|transref)\s*[:#]?\s*([A-Z]{0,4}\d{2,})\b"
    r"|\b(?-i:([A-Z]{1,4}\d{3,5}))\b"
)
SLUG = re.compile(r"(?i)\bslug(?:ged|line)?\s*:?\s*[\"“']?([\w]+(?:[-/][\w]+)*)")
HEADLINE = re.compile(
    r"(?i)\b(?:headlined?|titled|head|intitul\w+)\s*:?\s*[\"“«]\s*([^\"“”«»\n]{4,300}?)\s*[\"”»]"
)
QUOTED = re.compile(r"[\"“«]\s*([^\"“”«»\n]{12,300}?)\s*[\"”»]")
CAPITAL_SLUG = re.compile(r"(?<![\w-])[A-Z]{2,}(?:-[A-Z]{2,})+(?![\w-])")
SLUG_TOKEN = re.compile(r"(?<![\w-])[A-Z]\w*(?:-\w+)+(?![\w-])")
WINDOW = 3000  # characters: a notice names its object near its top


def find(
    text: str,
    *,
    own: str | None = None,
    slugs: bool = False,
    explicit: bool = False,
    quoted: bool = True,
) -> tuple[Reference, ...]:
    """The objects that a notice names; ``own`` is its own id, which is not one of them.

    ``slugs``: a bare hyphenated name (``Ukraine-Talks``) counts as a slug (in header lines only);
    elsewhere only one in capitals, where nothing else is named. ``explicit``: only ids and what is
    said to be a slug or headline count, for text that quotes and names much else. ``quoted``: false
    where what stands in quotation marks is no headline, and a number may stand beside a bare slug.
    """
    text = text[:WINDOW]
    guids = [g.rstrip(".,;)") for g in (*DOCUMENT_ID.findall(text), *_small_ids(text))]
    guids = [g for g in dict.fromkeys(guids) if g != own]
    slug, headline = SLUG.search(text), HEADLINE.search(text)
    number = None if explicit else NUMBER.search(text)
    headline = headline or (None if explicit or not quoted else QUOTED.search(text))
    unnamed = not (guids or (number and quoted) or headline or explicit)
    form = SLUG_TOKEN if slugs else CAPITAL_SLUG if unnamed else None
    bare = form.search(DOCUMENT_ID.sub(" ", text)) if form and not slug else None
    first = Reference(
        guid=guids[0] if guids else None,
        number=(number[1] or number[2]) if number else None,
        slug=slug[1] if slug else (bare[0] if bare else None),
        headline=" ".join(headline[1].split()) if headline else None,
    )
    named = (first,) if first != Reference() else ()
    return named + tuple(Reference(guid=g) for g in guids[1:])


def _small_ids(text: str) -> list[str]:
    """Ids that are not in capitals, each with a digit in it."""
    found = [m[0] for m in COLON_ID.finditer(text) if any(c.isdigit() for c in m[0])]
    return [*found, *ORDERED_ID.findall(text)]
