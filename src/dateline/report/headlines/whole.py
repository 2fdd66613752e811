"""Whether some words can stand alone as a headline: a whole clause, that leans on nothing."""

import re

from dateline.report import lexicons
from dateline.report.headlines import clipping
from dateline.report.lines import clauses
from dateline.report.words import Token, count, is_function, tokens

OPENING = re.compile(
    r"\W*(?:and|but|or|yet|so|for|not|only|just|even|attention|mr president|dear|note|notice|let"
    r"|who|whose|which|when|where|what|how|why|if|as|because|although|though|since|with|to|by"
    r"|this|that|these|those|he|she|they|it|his|her|their|its"
    r"|there(?! (?:is|are|was|were|has been|have been|will be|had been) (?:no|an?|\w+) )"
    r"|here|such|also|both|once|again"
    r"|another|others?|then|thus|next|later|afterwards?|statements such|an action"
    r"|at first|shortly|back in|during all|concerning|regarding|last minute|in any case|apart from"
    r"|in (?:said|such|another|the (?:previous|same|latter)|a nutshell|fact|this|that"
    r"|the opinion|the meantime|short)|at (?:the|a|an|this)"
    r"|of (?:the|these|those)|tell|first|second|third|fourth|finally"
    r"|a few (?:minutes|hours|days|weeks|months)|the (?:following|former|latter|same|other))\b",
    re.IGNORECASE,
)
"""First words that make a reader ask what came before, or that address the listener."""

PASSING = re.compile(
    r"\b(?:ago|in a few hours|just (?:\w+ed|been|now|a|after|before|\d+)|currently|now"
    r"|last (?:night|evening)"
    r"|earlier|this (?:morning|afternoon|evening|week|weekend))\b",
    re.IGNORECASE,
)
"""Words that are true only for a while: a headline stays."""

STATED = re.compile(r"\b(?:that|said|says|whether)\b(?! (?:is|was|were|are|has|have|had)\b)")
NOUN_THAT = re.compile(
    r"(?<!said)(?<!says)(?<!ed)(?<!thought)(?<!felt)"
    r" that (?=(?:\w+ed|has|have|had|is|are|was|were|will|took|left)\b)"
)
"""A "that" after a noun and before a verb: "a unit that operated in the hills"."""

RELATIVE = re.compile(r"\b(?:who|which|whose|where)\b|(?<=[a-z] )\bthat (?=\w+(?:ed|s)\b)")
ENDING = re.compile(
    r"(?:\b(?:and|but) (?:he|she|it|they) \w+"
    r"|\b(?:that|which|who) (?:\w+ly )?\w+|\b(?:that|which) took place|\b(?:this|these|those)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|some|several|many|approximately|about)"
    r"|\b(?:sent|made|taken|given|found|led|brought|left|set|put|kept|held|built|able|ready|likely"
    r"|members?|supporters|going|due|expected|get|make|take|give|bring|put|be|become|announced|said|stated|added"
    r"|ever|especially|past|km|kilomet(?:er|re)s?|met(?:er|re)s|miles?|reported|charged|told|asked|ordered|urged|called|forced|according|same|most|very|more|less"
    r"|launched|issued|beginning|except|perpetrated|held|scheduled|sir|col|gen|lt|capt|dr|st|mr|msgr|citizen|president|minister|colonel|general|commander)"
    r"|\b(?:serious |deep |great |its |his )?(?:concern|regrets?|gratitude|readiness|willingness)"
    r"|\b(?:can|could|will|would|may|might|must|should) \w+"
    r"|\b(?:his|her|its|their) (?:\w+ )?\w+(?:tion|sion|ment|ance|ence|al|ity|ship)"
    r"|\W)$",
    re.IGNORECASE,
)
"""Last words after which something is missing: a bare relative clause, a title without its name."""

BARE = re.compile(r"\b(?:that|which|who) (?:\w+ly )?(?:took place|(?:was |were )?\w+)$")
"""A last relative clause that has lost all but its verb."""

UNSAID = re.compile(
    r"\b(?:the following|as follows)\b|\w\) --|\bthis is (?:Radio|the voice)\b"
    r"|, (?!(?:were|was|are|is|has|have|had|will)\b)[a-z]\w* [A-Z]?\w+$"
    r"|\bprevent\w* (?!.*\bfrom\b)(?:the )?[A-Z]\w+(?: [A-Z]\w+)*$"
    r"|\bbetween (?!.*\band\b|.*\btwo\b|both\b|them\b)"
)
"""A list that is yet to come, a dateline, an apposition at the end, one half of two."""

LED_IN = re.compile(
    r"(?:While|When|Because|Although|Since|As|To|In|At(?! least| most)|On|After|During|With|From|By"
    r"|For|Near|Under)\b[^,]*$"
)
"""A sentence that opens with where, when or why, and has no comma after it."""

LED_TO = re.compile(
    r"[Tt]he ((?:[\w-]+ ){1,4}?)(?:of|on|against|in|at|near|for|by|between)(?: the)? [A-Z]"
)
"""A noun phrase that a name explains: "The bomb attack on the Kelm Institute"."""

BEING = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )\bbeing \w+ed\b|, (?:\w+ly )?\w+ed by\b[^,]*"
)
"""A participle that is no verb of its own: "the election being organized by the party"."""

DESCRIBING = re.compile(
    r"\b(?:in|of|on|at|by|to|with|from|near|the|an?) \w+ly \w+ed\b", re.IGNORECASE
)
"""A participle that describes: "in densely populated areas"."""

HELPING = re.compile(
    r"\b(?:had|have|has|was|were|is|are|been|be|being|will|would)"
    r"(?: (?:been|being|have|be|also|already|\w+ly))*"
    r" (?:\w+ed|\w+en|shot|held|found|hit|made|sent|put|left|led|kept|met|seen)\b"
)
"""An auxiliary and its participle, which are one verb."""

NOBODY = re.compile(
    r"[^,]+, (?:he|she|they|it)\b"
    r"(?! (?:was|has been) (?:\w+ly )?(?:reported|learned|announced|said))"
)
"""A pronoun after an opening clause, with nobody named for it."""

DESCRIBED = 3  # words of a "the mutual support group", which say enough of what it is

LIST = re.compile(r"\b\w+, \w+, [\w ]+$")
ADDRESS = re.compile(r"\b(?:we|us|our|I|my|myself|ourselves|you|your|here|now|today|ago)\b")


def stands(text: str, *, known: bool = False, parsed: bool = False) -> bool:
    """True if a text is a clause with a verb of its own, from its first word to its last.

    ``known``: it may start with what a reader has not been told of; ``parsed``: the parse of its
    sentence says that it is a whole clause, so that its words need not.
    """
    leaning = OPENING.match(text) or NOBODY.match(text) or ADDRESS.search(_unquoted(text))
    if leaning or UNSAID.search(_body(text)) or (not known and _supposes(text)):
        return False
    if parsed:
        return not (_ends_in_function(text) or BARE.search(_body(text)))
    return _is_clause(text)


def _is_clause(text: str) -> bool:
    """True for words that look like a clause with its verb and its end."""
    if _breaks_off(text) or LED_IN.match(_body(text)) or _starts_with_verb(text):
        return False
    return all(has_main_verb(part) for part in _clauses(text)) and not _is_list(text)


def _starts_with_verb(text: str) -> bool:
    """True if the subject has gone: "Attacked a police station"."""
    first = tokens(text)[:1]
    return bool(first) and first[0].fold != "according" and clauses.verbal(first[0].fold)


def _supposes(text: str) -> bool:
    """True for "The clash occurred ...": something that the reader has not been told of."""
    found = tokens(text)
    if not found or found[0].fold != "the":
        return False
    named = LED_TO.match(text)
    if named and not clauses.verbal(named[1]):
        return False
    plain = (is_function(t) or (t.text.islower() and clauses.verbal(t.text)) for t in found[1:])
    head = next((i for i, ends in enumerate(plain) if ends), 0)
    phrase = found[1 : head + 1]
    known = lexicons.words("institutions") - {"country", "capital", "state", "local", "city"}
    known |= {"number", "toll"}
    named_in = any(t.text[0].isupper() for t in phrase)
    told = named_in or len(phrase) >= DESCRIBED
    return bool(phrase) and not told and phrase[-1].fold not in known


def _unquoted(text: str) -> str:
    return re.sub(r"[\"“][^\"“”]*[\"”]?", " ", text)


def _ends_in_function(text: str) -> bool:
    last = tokens(_body(text))[-1:]
    return not last or is_function(last[0])


def _breaks_off(text: str) -> bool:
    """True if the last words want something after them."""
    body = _body(text)
    if _ends_in_function(text):
        return True
    return bool(ENDING.search(body.rstrip("\"”)'’."))) or text.count(" --") % 2 == 1


def _body(text: str) -> str:
    """The text without an attribution that closes it (", the army said")."""
    closing = re.search(r",[\"”]? (?!thus |thereby |\w+ing\b)[^,]+$", text)
    if closing and any(map(_speaks, tokens(closing[0]))):
        return text[: closing.start()]
    return text


def _speaks(token: Token) -> bool:
    return token.text.islower() and token.fold in lexicons.words("speech")


def _clauses(text: str) -> list[str]:
    """The main clause, and what is said after each "that" or "said"; an attribution that closes
    the text counts as the main clause.
    """
    bare = _unquoted(text) if count(_unquoted(text)) >= 4 else text
    body = _body(bare)
    parts = STATED.split(NOUN_THAT.sub(" which ", body))
    first = parts[0] + " said" if len(parts) > 1 else parts[0]
    return [first, *(p for p in parts[1:] if p.strip())]


def has_main_verb(part: str) -> bool:
    """True if a clause has a verb besides those of its relative clauses."""
    part = HELPING.sub("was", BEING.sub("", DESCRIBING.sub("", part)))
    verbs = sum(1 for t in tokens(part) if clipping.has_verb(t.text))
    return clipping.has_verb(part) and verbs > len(RELATIVE.findall(part))


def _is_list(text: str) -> bool:
    """True for a list that stops before its "and"."""
    found = LIST.search(text)
    return bool(found) and not re.search(r"\b(?:and|or|said|says)\b", found[0] if found else "")
