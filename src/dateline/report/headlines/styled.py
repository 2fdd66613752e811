"""A headline's last touches: who says so in the fewest words, and capitals of a body's name."""

import re

FROM_WHERE = re.compile(
    r"(, (?:the |an? )?(?:[\w.'’-]+ ){0,4}?(?:sources|officials|authorities|spokes\w+|reports"
    r"|witnesses|leaders|residents|commanders))"
    r" (?:of|in|from|for|at|with|to|who|close)\b[^,“”\"]* (says?)$"
)
"""A closing attribution that tells of what or where those are who speak."""

BODY = re.compile(
    r"\b(?:national|interior|foreign|central|federal|supreme|defense|defence|armed|air|attorney"
    r"|social|fire|radio|electoral|municipal|public)(?= [A-Z][a-z]+\b)"
)
"""The first word of a body's name of which only the others have kept their capitals."""

LATELY = re.compile(
    r",? (?:with)?in the (?:last|past) (?:few |several |\w+ )?(?:hours|days|weeks|minutes)(?=,|$)"
)
"""Words that are soon out of date."""


DISTANCE = re.compile(
    r", (?:about |some |approximately |nearly )?\d[\d,.]* (?:km|kilomet(?:er|re)s|miles)"
    r" (?:(?:to the )?(?:north|south|east|west)\w*(?: \w+)? of|from|outside)"
    r" (?:the )?(?:capital|city|[A-Z][\w-]+(?: [A-Z][\w-]+)*)(?=,|$)"
)
"""How far a place is from another, set beside its name."""


def styled(text: str) -> str:
    """Some words with all of them."""
    short = FROM_WHERE.sub(r"\1 \2", LATELY.sub("", DISTANCE.sub("", text)).rstrip(" ,;"))
    return BODY.sub(lambda found: found[0].capitalize(), short)
