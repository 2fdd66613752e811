"""Whether some words can stand alone as a headline: a whole clause, that leans on nothing."""

import re

from dateline.report import clauses, lexicons
from dateline.report.words import count, is_function, tokens

OPENING = re.compile(
    r"\W*(?:and|but|or|yet|so|for|not|only|just|even|attention|mr president|who|whose|which|when|where|if"
    r"|as|because|although|though|since|this|that|these|those|he|she|they|it|his|her|their|its|there"
    r"|here|such|also|another|others?|both|then|thus|next|later|afterwards?|in (?:a nutshell|fact"
    r"|this|that|the opinion|the meantime|short)|by|note|notice|let|at (?:the|a|an|this)|what|how|why"
    r"|dear|once|again|with|to|statements such|an action|the (?:following|former|latter|same|other))\b",
    re.IGNORECASE,
)
"""First words that make a reader ask what came before, or that address the listener."""

STATED = re.compile(r"\b(?:that|said|says|whether)\b(?! (?:is|was|were|are|has|have|had)\b)")
RELATIVE = re.compile(r"\b(?:who|which|whose)\b|(?<=[a-z] )\bthat (?=\w+(?:ed|s)\b)")
ENDING = re.compile(
    r"(?:\b(?:that|which|who) (?:\w+ly )?\w+"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|several|many|approximately|about)"
    r"|\b(?:sent|made|taken|given|found|led|brought|left|set|put|kept|held|built|able|ready|likely"
    r"|going|due|expected|get|make|take|give|bring|put|be|become|announced|said|stated|added"
    r"|reported|charged|told|asked|ordered|urged|called|forced|according|same|most|very|more|less"
    r"|sir|col|gen|lt|capt|dr|st|mr|msgr|citizen|president|minister|colonel|general|commander)"
    r"|\b(?:his|her|its|their) (?:\w+ )?\w+(?:tion|sion|ment|ance|ence|al|ity|ship)"
    r"|\W)$",
    re.IGNORECASE,
)
"""Last words after which something is missing: a bare relative clause, a title without its name."""

LIST = re.compile(r"\b\w+, \w+, [\w ]+$")
ADDRESS = re.compile(r"\b(?:we|us|our|I|my|you|your|here|now|today|ago)\b")
PLURAL = re.compile(r"\b(?:is|was|has|does)\s*$")


def stands(text: str) -> bool:
    """True if a text is a clause with a verb of its own, from its first word to its last."""
    if OPENING.match(text) or _breaks_off(text) or ADDRESS.search(_unquoted(text)):
        return False
    return all(_has_verb(part) for part in _clauses(text)) and not _is_list(text)


def _unquoted(text: str) -> str:
    return re.sub(r"[\"“][^\"“”]*[\"”]?", " ", text)


def _breaks_off(text: str) -> bool:
    """True if the last words want something after them."""
    last = tokens(text)[-1:]
    if not last or is_function(last[0]):
        return True
    return bool(ENDING.search(text.rstrip("\"”)'’"))) or text.count("--") % 2 == 1


def _clauses(text: str) -> list[str]:
    """The main clause, and what is said after each "that" or "said"; an attribution that closes
    the text counts as the main clause.
    """
    bare = _unquoted(text) if count(_unquoted(text)) >= 4 else text
    closing = re.search(r", [^,]+$", bare)
    spoken = closing and any(t.fold in lexicons.words("speech") for t in tokens(closing[0]))
    body = bare[: closing.start()] if closing and spoken else bare
    parts = STATED.split(body)
    return [parts[0] + " said" if len(parts) > 1 else parts[0], *(p for p in parts[1:] if p.strip())]


def _has_verb(part: str) -> bool:
    """True if a clause has a verb besides those of its relative clauses."""
    verbs = sum(1 for t in tokens(part) if clauses.verbal(t.text))
    return clauses.verbal(part) and verbs > len(RELATIVE.findall(part))


def _is_list(text: str) -> bool:
    """True for a list that stops before its "and"."""
    found = LIST.search(text)
    return bool(found) and not re.search(r"\b(?:and|or|said|says)\b", found[0] if found else "")
