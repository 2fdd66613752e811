"""Small things that a headline does without: how old somebody is, and whose day it was."""

import re

LONG = 4  # words of a name that is no person's, whatever its initials in another language

SET_OFF = re.compile(
    r"(?P<full>\b[A-Z][\w'’-]+(?: (?:(?:of|and|for|de|the|del|la) )*[A-Z][\w'’-]+)+),"
    r" (?P<short>[A-Z]{3,7}),(?= [a-z])"
)
"""A body's full name with its initials between commas, where brackets do as well."""

DAY = re.compile(
    r"\b(?:the )?(?:last night|last evening|yesterday|today|tonight"
    r"|this (?:morning|afternoon|evening))['’]s "
)
"""Whose day it was: "last night's attack"."""

AGE = re.compile(
    r"(?<=[a-z]), (?:aged )?\d{1,2}(?: years old)?"
    r"(?:,(?= (?:was|is|has|were|will)\b)|(?=,|$)|(?= (?:was|is|has|were)\b))"
)
"""How old somebody is, with the comma that would part him from his verb."""


def trimmed(text: str) -> str:
    """Some words without both, and with a body's initials in brackets."""
    return DAY.sub("the ", SET_OFF.sub(_bracketed, AGE.sub("", text)))


def _bracketed(found: re.Match[str]) -> str:
    """A full name with its initials in brackets, if they are its own: not "Jan Oldane, WLK,"."""
    initials = "".join(word[0] for word in found["full"].split() if word[0].isupper())
    long = len(initials) >= LONG and initials[0] == found["short"][0]
    own = long or initials.endswith(found["short"])
    return f"{found['full']} ({found['short']})" if own else found[0]
