"""Words that leave open what has just been said: "the situation there remained uncertain". Pure."""

import re
from functools import cache

from dateline.ledger import lexicons
from dateline.ledger.asserted.context import Surroundings
from dateline.ledger.speakers.actors import plain
from dateline.records import Span

_APART = r"[\W_]+"
_AFTER = 2  # sentences
_REFERS = re.compile(
    r"\b(?:there|situation|city|town|village|area|claims?|control|ville|zone|sur place|contrôle)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"^(?:but|and|where|although|mais|et|où)\s+", re.IGNORECASE)


@cache
def _doubt() -> re.Pattern[str]:
    forms = (
        _APART.join(re.escape(word) for word in line.split()).replace(r"\*", r"\w*")
        for line in lexicons.lines("doubts.txt")
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")


def doubt(text: str, near: Surroundings, span: Span) -> str | None:
    """The words that doubt what is said at a span: a clause of its own sentence, else one of the
    next sentences, if that speaks of the place or of the claim.
    """
    here = near.around(span)
    for part in (Span(span.end, here.end), span):
        if clause := _clause(text[part.start : part.end]):
            return clause
    after = [s.span for s in near.sentences if s.span.start >= here.end][:_AFTER]
    told = (" ".join(text[s.start : s.end].split()) for s in after)
    return next((s for s in told if _REFERS.search(s) and _doubt().search(plain(s))), None)


def _clause(words: str) -> str | None:
    """The part between commas that doubts, without the word that joins it on."""
    clauses = (" ".join(part.split()) for part in re.split(r"[,;:]|\.(?=\s|$)", words))
    found = next((c for c in clauses if _doubt().search(plain(c))), None)
    return _JOINING.sub("", found) if found else None
