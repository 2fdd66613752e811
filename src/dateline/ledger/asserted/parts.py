"""Counts that by the words right after them take in only some: "five of them", "no one was badly
hurt". Pure.
"""

import re

from dateline.records import Figure

_REACH = 60
"""Characters after a count in which such words begin."""

_OF_THEM = re.compile(
    r"\s+(?:of\s+(?:them|whom|these|those)|d['’]entre eux|(?:\w+ )?on (?:each|either) side)\b",
    re.IGNORECASE,
)
_GRAVELY = re.compile(
    r"\s+(?:(?:others?|more|people|persons?|personnes|autres)\s+)?(?:(?:was|were|are|is|been|have"
    r"|has|had|ont|été|sont)\s+)*(?:very\s+)?(?:(?:seriously|gravely|badly|critically"
    r"|severely)\s+(?:hurt|injured|wounded)|(?:gri[èe]vement|gravement|s[ée]rieusement)\s+bless\w+"
    r"|bless\w+\s+(?:gri[èe]vement|gravement|s[ée]rieusement))\b",
    re.IGNORECASE,
)


def some_only(text: str, figure: Figure) -> bool:
    """True if the words after a count in a dispatch's ``text`` make it a part of a greater one."""
    after = text[figure.span.end : figure.span.end + _REACH]
    if _OF_THEM.match(after):
        return True
    return figure.value == 0.0 and _GRAVELY.match(after) is not None
