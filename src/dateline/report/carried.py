"""Texts that an agency or a station only carries, such as a communique or a speech: what they are,
who speaks in them, and whether they go on from a part before.
"""

import re

from dateline.records import Dispatch
from dateline.report import lexicons
from dateline.report.words import is_function, tidy, tokens

HEAD = 500  # characters in which a dispatch says what it is
NOTE = re.compile(
    r"\[[^\[\]]{0,60}\b(?P<kind>article|commentary|editorial(?: report)?|communique|statement"
    r"|speech|letter|appeal|message|interview|(?:news|press) conference|opinion|column)\b"
    r"(?P<more>[^\[\]]{0,300})\]",
    re.IGNORECASE,
)
"""A note on what kind of text follows: one that speaks for somebody."""

TITLE = re.compile(
    r"^\s*(?P<text>(?:full )?text of )?(?:(?:the|an?) )?"
    r"(?P<kind>communiqu[ée]|statement|speech|letter|appeal|message)"
    r"(?P<more> (?:(?:issued|made|delivered|given|sent) )?(?:by|from) [^\n.:;,?!]{3,90}):?\s*$",
    re.IGNORECASE,
)
"""A title of nothing else: "Text of statement by the Ministry of Ports"."""

BY = re.compile(
    r"^\W*(?:(?:issued|made|delivered|given|read|signed|sent)\s+)?(?:by|of|from)\s+"
    r"(?P<who>.+?)(?:\s+(?:in|at)\s.*)?$",
    re.IGNORECASE | re.DOTALL,
)
"""Who speaks, after the kind of text: "by the Ministry of Ports in Kelm"."""

PASSED_ON = frozenset(
    ["communique", "communiqué", "statement", "speech", "letter", "appeal", "message"]
)
"""Texts that have one author, who is not the one that sends them."""

SPOKEN = frozenset(["speech", "interview", "news conference", "press conference"])
"""Texts that are somebody's own words."""

SUMMARY = "editorial report"
"""What a monitor's own account of a broadcast is called."""

ASKED = SPOKEN - {"speech"}
"""Those in which others ask."""

NEXT = re.compile(r"\s*\[([^\[\]]{3,120})\]")
"""The note after one."""

NOBODY = re.compile(
    r"\b(?:text|excerpts?|summary|recording|continued|omitted|indistinct|unidentified|reporters?"
    r"|in progress|applause|names?|words?)\b",
    re.IGNORECASE,
)
"""Words of a note that names no author."""

FIRST = re.compile(r"^(?:[^\[\]]{0,120}\s)?(?:\[[^\[\]]{1,300}\]\s*)+")
"""The notes at the head of a dispatch, perhaps after its dateline."""

CONTINUED = re.compile(r"\[\s*continued\s*\]", re.IGNORECASE)
GROUP = re.compile(r"the\s+[\"“]?(?P<who>[^\W\d_]{5,}s)[\"”]?", re.IGNORECASE)
"""Many who have one word for a name: "the Extraditables"."""

THE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
SHORT = re.compile(r"\s*\([^()]*\)")
"""What an author is called for short."""


def noted(dispatch: Dispatch) -> re.Match[str] | None:
    """The note or the title that says what kind of text a dispatch carries."""
    found = NOTE.search(dispatch.text, 0, HEAD)
    first = dispatch.text.lstrip().partition("\n")[0]
    titles = (TITLE.match(line) for line in (dispatch.headline or "", first))
    return found or next((t for t in titles if t and _is_title(t)), None)


def _is_title(found: re.Match[str]) -> bool:
    """True if a title says that a text follows, or names somebody and no more."""
    who = BY.match(found["more"])
    names = tokens(who["who"]) if who else ()
    named = bool(names) and all(t.text[0].isupper() or is_function(t) for t in names)
    return bool(found["text"]) or named


WITH = re.compile(
    r"^\W*(?:(?:granted|given|held)\s+)?(?:by|with|of)\s+(?P<who>.+?)"
    r"(?:\s+(?:by|in|at|on|from|conducted)\s.*)?$",
    re.IGNORECASE | re.DOTALL,
)
"""Who answers, after the kind of text: "with President Ana Ruiz by reporters"."""


def interviewed(dispatch: Dispatch) -> str | None:
    """Who answers in an interview or at a news conference, in the words of its note, with more than
    a surname; null for other texts.
    """
    found = noted(dispatch)
    if found is None or found["kind"].casefold() not in ASKED:
        return None
    by = WITH.match(found["more"])
    return _named(by["who"]) if by else None


def _named(words: str) -> str | None:
    group = GROUP.fullmatch(" ".join(words.split()))
    if group:
        return f"the {group['who'].capitalize()}"
    name = THE.sub("", SHORT.sub("", " ".join(words.split())).split(",")[0].strip())
    return None if " " not in name or NOBODY.search(name) else name


SIGNED = frozenset(["article", "commentary", "opinion", "column"])
"""Texts that somebody signs: a reporter of the paper, or who has an office of his own."""

OFFICE = re.compile(
    r",[^\[\]]*\b(?:member|leader|president|minister|secretary|commander|chairman|deputy|senator"
    r"|ambassador|bishop|archbishop|governor|candidate)\b",
    re.IGNORECASE,
)
"""An office after a name, which is no reporter's."""

GIVEN_OUT = re.compile(
    r"\[(?P<kind>bulletin|report)\]\s*\[(?P<who>[^\[\]]{6,120})\]", re.IGNORECASE
)
"""The notes on a report that some body has made itself."""


def author(dispatch: Dispatch) -> str | None:
    """Who speaks in a text with one author, in the words of its note, title or first words; null
    for others, and where nobody is named by more than a surname.
    """
    found = noted(dispatch)
    if found is None:
        made = reported(dispatch) or announced(dispatch)
        return _named(made["who"]) if made else None
    kind = found["kind"].casefold()
    by = BY.match(found["more"]) if kind in PASSED_ON else None
    after = NEXT.match(dispatch.text, found.end()) if by is None and found.re is NOTE else None
    if kind in SIGNED:
        own = after and (not dispatch.agency or OFFICE.search(after[1]))
        return _named(after[1]) if after and own else None
    words = by["who"] if by else after[1] if after else ""
    return _named(words) if kind in PASSED_ON else None


def reported(dispatch: Dispatch) -> re.Match[str] | None:
    """The notes on a report that a body has made itself, as an army's press office does."""
    found = GIVEN_OUT.search(dispatch.text, 0, HEAD)
    return found if found and _is_body(found["who"]) else None


def _is_body(words: str) -> bool:
    """True for the name of a body, with what it is called for short or belongs to after it."""
    name = words.split(",", maxsplit=1)[0]
    return not {t.fold for t in tokens(name)}.isdisjoint(lexicons.words("bodies"))


ANNOUNCED = re.compile(
    r"\s*(?:here is (?:an?|the) (?:official )?(?P<of>[^:.,\[\]]{4,90}?)"
    r"|(?:[^:.\[\]]{3,90},\s)?the\s(?P<by>[^:.,\[\]]{4,90}?)(?:\s*\[[^\[\]]*\])?\s(?:ha(?:s|ve)\s)?"
    r"(?:just\s)?(?:issue[sd]?|releases?d?)\sthe\sfollowing)"
    r"\s(?P<kind>communiqu[ée]|statement|bulletin|letter|message)\b[^:.]{0,90}:",
    re.IGNORECASE,
)
"""First words that say whose text follows: "Here is a Ports Ministry communique:"."""


def announced(dispatch: Dispatch) -> dict[str, str] | None:
    """The ``kind`` of text that the first words of a dispatch announce, and ``who`` speaks in it;
    null if it is no body.
    """
    notes = FIRST.match(dispatch.text, 0, HEAD)
    found = ANNOUNCED.match(dispatch.text, notes.end() if notes else 0, 2 * HEAD)
    who = (found["of"] or found["by"]) if found else ""
    return {"kind": found["kind"], "who": who} if found and _is_body(who) else None


def continues(dispatch: Dispatch) -> bool:
    """True for a further part of a text: its first sentence takes the part before as told."""
    notes = FIRST.match(dispatch.text[:HEAD].strip())
    return notes is not None and CONTINUED.search(notes[0]) is not None


NAMELESS = re.compile(
    r"^(?:(?:domestic|international|national|overseas|home|world|first|second|third|state|service"
    r"|radio|television|tv|network|channel|program(?:me)?|news)\s*)+$",
    re.IGNORECASE,
)
"""A station's name that any country's may have."""


ABROAD = re.compile(r"\s*[,(].*$", re.DOTALL)
"""After the town of a dateline: its country."""


HEARD = re.compile(
    r"\s*(?:\([^()]{3,20}\)\s)?(?P<name>[^\W\d_][^.,:;()\[\]]{3,50}?)\sin\s[^\W\d_]{4,12}"
    r"(?:\sto\s[^\d.,]{3,30}?)?\s(?:at\s)?\d{4}\sgmt\b",
    re.IGNORECASE,
)
"""First words of whoever monitors a station: "Radio Orlo in Spanish to Tarvia at 2200 GMT"."""


AIRED = re.compile(r"\bin\s[^\W\d_]{4,12}(?:\sto\s[^\d.,]{3,30}?)?\s(?:at\s)?\d{4}\sgmt\b", re.I)
"""What is said of each station, in an account of several."""


def heard(dispatch: Dispatch) -> str | None:
    """The one station that a monitor's dispatch retells, in the words of its beginning."""
    notes = FIRST.match(dispatch.text, 0, HEAD)
    found = HEARD.match(dispatch.text, notes.end(), 2 * HEAD) if notes else None
    alone = found and len(AIRED.findall(dispatch.text)) == 1
    return " ".join(found["name"].split()) if found and alone else None


def station(dispatch: Dispatch) -> str:
    """The name of a dispatch's source: the station that a monitor has heard, if it says so; a name
    that any country may have, after the town that it sends from: "Kelm Domestic Service". Empty if
    it is not named.
    """
    if (told := heard(dispatch)) is not None:
        return told
    name = tidy(dispatch.agency or "")
    place = tidy((dispatch.dateline and dispatch.dateline.place) or "")
    if not place or not NAMELESS.match(name):
        return name
    place = ABROAD.sub("", place)
    return f"{place.upper() if name.isupper() else place} {name}"
