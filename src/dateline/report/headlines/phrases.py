"""What a thread repeats, or tells of a place, and the others do not, as a heading."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from dateline.report import lexicons
from dateline.report.headlines.borne import LIMIT, PLAIN, Heading, leads
from dateline.report.lines.drafts import Draft, support
from dateline.report.quantity_words import ORDINALS
from dateline.report.words import Token, is_function, keys, opened, tidy, tokens

SHARED = 0.6  # of a thread's lines that should speak of what heads it
HAPPENS = re.compile(r"\b(\w+)\s+(?:in|at|near)\s+$")
STUB = re.compile(r"(?:th|st|nd|rd)\b(?!\.)|\d", re.IGNORECASE)
"""The start of what is left of a broken name: "Th Street"."""


def phrases(group: tuple[Draft, ...], others: tuple[tuple[Draft, ...], ...]) -> Iterator[Heading]:
    """What this thread tells or repeats and the others do not, the most telling first."""
    elsewhere = Counter(k for g in others for d in g for k in d.keys)
    ranked: dict[str, float] = {}
    for draft in group:
        for text, bonus in (*_happenings(draft), *_repeated(draft, group)):
            if STUB.match(text) or not _is_shared(text, group) or not leads(group, draft):
                continue
            weight = bonus * _weight(text, group, elsewhere)
            ranked[text] = max(weight, ranked.get(text, 0.0))
    for text, _ in sorted(ranked.items(), key=lambda r: (-r[1], r[0])):
        if len(text) <= LIMIT and PLAIN.fullmatch(text):
            telling = [d for d in group if keys(text) <= d.keys]
            first = next(d for d in telling if leads(group, d))
            odd = tuple(d for d in group if d not in telling and _is_in_town(d))
            yield Heading(opened(text), support(first), first, odd)


def _is_in_town(draft: Draft) -> bool:
    return any((p.feature or "").startswith("PPL") for p in draft.spots)


def _is_shared(text: str, group: tuple[Draft, ...]) -> bool:
    """True if most of the thread's lines speak of it."""
    words = keys(text)
    return sum(words <= d.keys for d in group) >= SHARED * len(group)


def _happenings(draft: Draft) -> Iterator[tuple[str, float]]:
    """What happens where, as the dispatch words it: "talks in Kelm"."""
    shown, nouns = draft.sheet.shown, lexicons.words("happenings")
    for place in draft.sheet.reading.places:
        if not draft.span.contains(place.span):
            continue
        lead = HAPPENS.search(
            shown[max(draft.span.start, place.span.start - 40) : place.span.start]
        )
        if lead and lead[1].casefold() in nouns:
            yield tidy(lead[0] + shown[place.span.start : place.span.end]), 1.6


def _repeated(draft: Draft, group: tuple[Draft, ...]) -> Iterator[tuple[str, float]]:
    """Two adjacent words that lines of the thread share and that end in something that happens:
    "peace talks".
    """
    shown = draft.sheet.shown[draft.span.start : draft.span.end]
    found = tokens(shown)
    rest = [d.keys for d in group if d is not draft]
    for i, (a, b) in enumerate(pairwise(found)):
        apart = shown[a.end : b.start] != " " or _inside_name(found, i)
        if apart or any(map(_is_no_noun, (a, b))) or b.fold not in lexicons.words("happenings"):
            continue
        if any(a.key in keyed and b.key in keyed for keyed in rest):
            yield shown[a.start : b.end], 1.0


def _inside_name(found: tuple[Token, ...], i: int) -> bool:
    """True if a pair of words is only part of a longer name or compound ("Nations General")."""
    after = found[i + 2 : i + 3]
    if after and after[0].start == found[i + 1].end + 1 and not is_function(after[0]):
        return True
    around = (*found[max(0, i - 1) : i], *found[i + 2 : i + 3])
    capital = found[i].text[0].isupper() or found[i + 1].text[0].isupper()
    return capital and any(t.text[0].isupper() for t in around)


def _is_no_noun(token: Token) -> bool:
    verbal = token.fold.endswith(("ing", "ed", "ly")) and token.text.islower()
    spoken = token.fold in lexicons.words("speech")
    counting = token.fold in lexicons.bases("number_words") or token.fold in ORDINALS
    return counting or verbal or spoken or is_function(token) or token.text[0].isdigit()


def _weight(text: str, group: tuple[Draft, ...], elsewhere: Counter[str]) -> float:
    """How often the words stand in this thread, against how often in the others."""
    stems = keys(text)
    if not stems:
        return 0.0
    shares = (sum(k in d.keys for d in group) / (1.0 + elsewhere[k]) for k in stems)
    return sum(shares) / len(stems) * (1.0 + 0.1 * min(len(stems), 3))
