"""Who speaks in two assertions: one voice or two, one origin or several. Pure."""

import re
from dataclasses import dataclass

from dateline.ledger.asserted import whose
from dateline.ledger.asserted.wording import quiet
from dateline.ledger.speakers.actors import (
    crowd,
    official,
    plain,
    publisher,
    same_office,
    same_speaker,
    speaker,
    stands_for,
)
from dateline.records import Assertion
from dateline.records.vocabulary import Origins, Verdict


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule found: a verdict, the reason in a sentence, and the rule's name."""

    verdict: Verdict
    reason: str
    rule: str


def incomparable(reason: str, rule: str) -> Outcome:
    """The outcome for two assertions that say nothing about each other."""
    return Outcome("not comparable", reason, rule)


def who(a: Assertion) -> str:
    """The speaker as a sentence names them: ``the health ministry``, ``Alba``."""
    name = quiet(a.by or a.agency or "") if not _short(a.by or a.agency) else a.by or a.agency or ""
    if not name:
        return f"dispatch {a.guid}"
    if a.by is None:
        return name if _short(a.agency) else _capitals(a.agency or "")
    article = name[0].islower() and not _ARTICLE.match(name) and not _many(name)
    return f"the {name}" if article else name


_ARTICLE = re.compile(r"(?:the|an?|some|several|l'|le|la|les|its|his|her|their) ?\b")
_PLURALS = frozenset(
    ("police", "forces", "people", "medics", "villagers", "children", "men", "women", "most",
     "some", "many", "both", "spokesmen", "gunmen", "rebels")
)  # fmt: skip
_SHORT = 5


def _short(name: str | None) -> bool:
    """True for an agency's initials, which stay in capitals."""
    return name is not None and name.isupper() and " " not in name


def _capitals(name: str) -> str:
    """``Radio Cadena Nacional`` for a name in telex capitals."""
    if not name.isupper():
        return name
    return " ".join(w if len(w) < _SHORT and "-" in w else w.title() for w in name.split())


def _many(name: str) -> bool:
    """True for a name in the plural: police, local officials, witnesses."""
    whole = re.split(r" (?:of|in|at|from|for|near|with) ", name)[0].split()[-1]
    head = whole.casefold()
    common = name[0].islower() or (whole.islower() and len(name.split()) > 1)
    return head in _PLURALS or (common and head.endswith("s") and head[-2:] not in ("ss", "us"))


def begin(words: str) -> str:
    """Words fit to begin a sentence."""
    return words[:1].upper() + words[1:]


def say(a: Assertion, verb: str = "say") -> str:
    """The verb in the number of its speaker: ``says``, for police ``say``."""
    if a.by is not None and _many(quiet(a.by)):
        return verb
    return "denies" if verb == "deny" else f"{verb}s"


def hold(name: str | None, verb: str = "hold") -> str:
    """The verb in the number of a name: ``holds``, ``does``, for forces ``hold``, ``do``."""
    if name and _many(quiet(name)):
        return verb
    return "does" if verb == "do" else f"{verb}s"


def denies(a: Assertion) -> bool:
    """True if the assertion denies what it is about."""
    return a.polarity == "denies"


def later(a: Assertion, b: Assertion) -> bool:
    """True if ``a`` is known to have been sent after ``b``."""
    return a.issued is not None and b.issued is not None and a.issued > b.issued


def one_agency(a: Assertion, b: Assertion) -> bool:
    """True if one agency sent both."""
    return a.guid == b.guid or same_speaker(a.agency, b.agency)


def one_voice(a: Assertion, b: Assertion) -> bool:
    """True if the same speaker, or the same agency speaking itself, says both. A government and one
    of its institutions are one voice: what Moscow says, its ministries say; so are two of them
    that count the state's own dead, from one list.
    """
    if a.by is None and b.by is None:
        return one_agency(a, b)
    governs = any(stands_for(one, two) for one in names(a) for two in names(b))
    return (same_voice(a, b) or governs or _own_losses(a, b)) and not crowd(a.by)


def names(a: Assertion) -> tuple[str, ...]:
    """All that an assertion's speaker is called; none for an agency itself."""
    return (a.by, *a.also) if a.by else ()


def same_voice(a: Assertion, b: Assertion) -> bool:
    """True if two assertions have one named speaker, under any of the names, of one state."""
    one, two = states(a), states(b)
    return not (one and two and one.isdisjoint(two)) and any(
        same_speaker(one, two) or same_office(one, two) or _at_home(one, two, a, b)
        for one in names(a)
        for two in names(b)
    )


def _at_home(one: str, two: str, a: Assertion, b: Assertion) -> bool:
    """True for "the port authority" and "the port authority in Lagos", of what was in Lagos."""
    here = {plain(x.about.place) for x in (a, b) if x.about.place}
    if len(here) != 1 or plain(one) == plain(two) or not (one[:1] + two[:1]).islower():
        return False
    (place,) = here
    there = re.compile(rf"(?: (?:in|at|of|a|de|d['’]) ?{re.escape(place)})$")
    bare = {there.sub("", _ARTICLE.sub("", plain(name)).strip()) for name in (one, two)}
    return len(bare) == 1 and "" not in bare


def states(a: Assertion) -> frozenset[str]:
    """The states that the names of an assertion's speaker tell, as lower-case codes."""
    return frozenset(code for name in names(a) if (code := speaker(name).state))


def _own_losses(a: Assertion, b: Assertion) -> bool:
    """True if a state's army and its ministry, say, both count its own dead: one list."""
    mine = whose.own(a.about.population_key) and whose.own(b.about.population_key)
    one, two = _officials(a), _officials(b)
    return mine and not one.isdisjoint(two)


def _officials(a: Assertion) -> frozenset[str]:
    """The states of which an assertion's speaker is an institution, or the government."""
    known = (speaker(name) for name in names(a))
    return frozenset(one.state for one in known if one.state and official(one))


def of_a_party(a: Assertion) -> bool:
    """True for somebody's own words, or those of a state or its bodies; not for what any other body
    or a crowd says, which is on nobody's side though it be in a land at war.
    """
    known = [speaker(name) for name in names(a)]
    return not crowd(a.by) and any(one.surname is not None or official(one) for one in known)


def origin(a: Assertion, b: Assertion) -> Origins:
    """Whether two assertions rest on one origin: a speaker, an agency, one quoting the other. Two
    institutions of one state may be independent of each other or not.
    """
    if a.by is None and b.by is None:
        return _agencies(a, b)
    if one_voice(a, b) or _quotes(a, b) or _quotes(b, a):
        return "one"
    if same_voice(a, b):
        return "one" if one_agency(a, b) else "unclear"
    if a.by is None or b.by is None:
        return "unclear"
    return "several" if _officials(a).isdisjoint(_officials(b)) else "unclear"


def _quotes(a: Assertion, b: Assertion) -> bool:
    """True if one has it from the agency of the other."""
    if a.guid == b.guid or b.agency is None or same_speaker(a.agency, b.agency):
        return False
    bearer = publisher(b.agency)
    return any(same_speaker(name, own) for name in (a.by, *a.via) for own in (b.agency, bearer))


def _agencies(a: Assertion, b: Assertion) -> Origins:
    """For two agencies that name nobody, the last links of their chains; a copied text's origin is
    that of its model.
    """
    if a.guid == b.guid or (a.origin and a.origin == b.origin):
        return "one"
    if not a.agency or not b.agency:
        return "unclear"
    chains = {*a.via[-1:], a.agency}, {*b.via[-1:], b.agency}
    shared = any(same_speaker(x, y) for x in chains[0] for y in chains[1])
    return "one" if shared else "several"
