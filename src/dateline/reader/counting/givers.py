"""Who gives a figure without a verb of speaking: ``state media put the toll at nine``."""

from dateline.reader.attribution import words
from dateline.reader.counting.counts import Count
from dateline.reader.counting.phrases import left_edge
from dateline.reader.page import Page
from dateline.reader.parse import Token

GIVING = frozenset((
    "put", "give", "report", "record", "document", "count", "register", "tally", "list", "cite",
    "estimate", "place", "verify", "confirm", "claim", "acknowledge", "admit", "concede",
    "announce", "recognise", "recognize", "reconnaître", "avancer", "annoncer", "déplorer",
    "revendiquer", "recenser", "dénombrer", "donner",
))  # fmt: skip
SUBJECTS = frozenset(("nsubj",))
BODIES = frozenset(("ORG", "PERSON", "PER", "GPE", "NORP"))
STEPS = 6  # words up from a number to the verb of its giver


def giver(page: Page, count: Count) -> str | None:
    """The words for whoever gives a figure, without article; None if its clause names nobody."""
    at = page.doc[count.number.first]
    for _ in range(STEPS):
        if at.head is at:
            return None
        at = at.head
        if at.pos_ == "VERB" and _gives(at):
            subject = next((c for c in at.children if c.dep_ in SUBJECTS), None)
            return _name(subject) if subject is not None and _speaks(subject) else None
    return None


def _gives(verb: Token) -> bool:
    """True for a verb of giving figures; "faire état de" is one."""
    after = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    return verb.lemma_.casefold() in GIVING or (verb.lemma_ == "faire" and after == "état")


def _speaks(subject: Token) -> bool:
    """True for a person or a body; wars and strikes claim lives too."""
    if subject.pos_ not in ("NOUN", "PROPN"):
        return False
    forms = (subject.lemma_.casefold(), subject.lower_)
    return subject.ent_type_ in BODIES or any(
        not known.isdisjoint(forms) for known in (words.speakers(), words.french_speakers())
    )


def _name(subject: Token) -> str:
    first = left_edge(subject)
    while first.i < subject.i and first.dep_ == "det":
        first = first.nbor(1)
    return " ".join(subject.doc[first.i : subject.i + 1].text.split())
