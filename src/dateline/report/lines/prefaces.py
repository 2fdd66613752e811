"""Sentences that only announce what follows, as a station does before its news: "Pay close
attention", "This is a last-minute report", "Radio Orlo at 1600 GMT begins a broadcast on ...".
"""

import re

from dateline.report.words import tidy

NEWS = (
    r"\b(?:reports?|bulletins?|news|newscast|information|communiques?|statements?|messages?"
    r"|points?)\b"
)
CALL = (
    r"(?:(?:attention|urgent|and now|well|right now|dear [^,]{3,40}|[a-z]+ people|now)\b"
    r"[,:;.!]?\s*)*"
)
TOLD = r"(?![^.:]*\b(?:that|which|who|says|said|advising|saying|indicat\w+)\b)[^.:]{0,90}"
PREFACE = re.compile(
    rf"\W*{CALL}(?:(?:please )?(?:pay (?:very |much )?|your |much )?(?:close )?attention"
    r"(?:,? please)?(?: to (?:this|the following)[^.:]{0,30})?"
    rf"|(?:this|here|the following|following) is (?:an?|the|our)\b[^.:]{{0,60}}{NEWS}{TOLD}"
    r"|this is (?:cadena|radio|canal|television|the voice)\b[^.:]{0,120}"
    r"|we (?:now |just )?(?:have|had|bring you|are going to give you|will give you|offer you)"
    rf" [^.:]{{0,50}}{NEWS}{TOLD}"
    r"|[^.:,]{3,40} will now (?:give|bring|read|broadcast|offer|present)\b"
    rf"[^.:]{{0,50}}{NEWS}{TOLD}"
    r"|(?:dear [^,]{3,40}, )?we (?:briefly |now )?interrupt\b[^.:]*"
    r"|(?:the )?(?:reception|audio|signal)(?: quality)? (?:is|was) [a-z]+(?: to [a-z]+)?"
    r"|(?:further|more|additional)(?: details)? as (?:warranted|available|received))\W*",
    re.IGNORECASE,
)
"""Such a sentence, all of it."""

ON_AIR = re.compile(
    r"[^.]{3,90}?\b(?:(?:in [A-Z][a-z]+ (?:to [A-Z][\w ]+ )?)?(?:at )?\d{4} (?:gmt|GMT)\b"
    r"[^.]{0,150}\b(?:broadcasts?|carries|begins?|airs)"
    r"|broadcasts? (?:a series|an? \d|approximately|the following|live))\b"
)
"""What is said of a broadcast by whoever heard it."""


FOLLOWED = re.compile(
    r"[^:.]{3,160}\bthe following (?:communiqu[ée]|statement|bulletin|letter|message)\b"
    r"[^:.]{0,90}:",
    re.IGNORECASE,
)
"""The same of a text that follows: "The Ports Ministry issues the following statement:"."""


def is_preface(text: str) -> bool:
    """True for a sentence that tells nothing but that something will be told."""
    words = tidy(text)
    return bool(PREFACE.fullmatch(words) or FOLLOWED.fullmatch(words)) or is_on_air(text)


def is_on_air(text: str) -> bool:
    """True for a sentence on when a station broadcast something."""
    return ON_AIR.match(tidy(text)) is not None
