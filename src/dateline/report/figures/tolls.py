"""Figures by speaker, for the who-says-what table, and their wording in a line."""

import re
from dataclasses import replace
from datetime import timedelta

from dateline.records import About, Assertion, Claim, Figure, Place, Toll
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report import lexicons, quantities
from dateline.report.citing import cite, quotable
from dateline.report.figures import calling
from dateline.report.ground import Ground, Sheet
from dateline.report.lines import speakers
from dateline.report.lines.pronouns import cased
from dateline.report.quantities import Quantity
from dateline.report.words import keys, tidy

GENERAL = ("people", "persons", "others", "women", "men", "children")
OWN = ("our ", "who", "more ", "other", "another", "further")
POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "my"))
LONGEST = 40  # characters of a name in the table
TELLING = 10  # people: two tolls of that many are seldom of two incidents
BOUND = 70  # characters between a figure and the place that it is said of
SPOT = re.compile(r"\b(?:in|at|near|outside|around)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
BREAK = re.compile(r"[;:()\"“”]|\s--|, (?:which|who|where|when|and|but|while)\b")
RELATIVE = re.compile(r"\b(?:who|which|that (?:has|have|had|killed|left))\b[^,;]*$", re.IGNORECASE)
FRONTED = re.compile(
    r"\W*(?:after|since|although|though|despite|following|while|when|before|for the first time)\b",
    re.IGNORECASE,
)
"""The start of a sentence whose main clause comes after a comma."""

OLD = timedelta(days=45)
VAGUE = ("thousands", "hundreds", "dozens", "scores", "millions")
PASSIVE = {"killed": "killed", "injured": "injured", "kidnapped": "kidnapped",
           "captured": "captured", "arrested": "arrested", "displaced": "displaced",
           "held": "held", "missing": "missing", "casualties": "casualties"}  # fmt: skip


def tolls(ground: Ground) -> tuple[Toll, ...]:
    """The standing figures that a reader looks up, core measures first, then in order of time.

    What one speaker says twice of the same matter is listed once, and a number that a dispatch
    gives without a speaker, in its headline say, and with one elsewhere, under the one who gave it.
    """
    sought = [
        (claim, said, sheet)
        for claim, said, sheet in ground.assertions()
        if is_sought(said, sheet) and not _damaged(said, sheet)
    ]
    given = {_number(said) for _, said, _ in sought if said.by}
    sought = [one for one in sought if one[1].by or _number(one[1]) not in given]
    called = calling.labels([(said, sheet) for _, said, sheet in sought], ground.dossier.actors)
    found: dict[tuple[object, ...], Toll] = {}
    for claim, said, sheet in sought:
        made = toll(claim, said, sheet)
        made = replace(made, by=called.get(said.by or "", made.by))
        found.setdefault(_matter(made), made)
    return tuple(sorted(found.values(), key=_order))


def _number(said: Assertion) -> tuple[object, ...]:
    """What makes two figures of a dispatch one; a small number can be of several incidents."""
    small = (said.value or said.low or said.high or 0) < TELLING
    where = said.about.geonameid if small else None
    return said.guid, said.version, said.about.measure, where, said.value, said.low, said.high


def is_sought(said: Assertion, sheet: Sheet) -> bool:
    """True for a figure with a number in its words, of a measure that belongs in the table."""
    if said.kind != "figure" or said.hedge is None or not said.about.measure:
        return False
    if said.about.measure not in CORE_MEASURES:
        return any(word in lexicons.words("counted") for word in said.about.measure.split())
    return sheet.reading.language != "en" or bool(_quantities(said, sheet))


def _matter(toll: Toll) -> tuple[object, ...]:
    """What makes two rows one: measure, speaker (by the last name) and number; a small number can
    be of several incidents, so that its place counts too.
    """
    about, number = toll.about, (toll.value, toll.low, toll.high, toll.hedge)
    voice = (toll.by or toll.citation.agency or toll.citation.guid).casefold().split()[-1:]
    small = (toll.value or toll.low or toll.high or 0) < TELLING
    where = (about.geonameid or about.place) if small else None
    return about.measure, where, tuple(voice), number


def _order(toll: Toll) -> tuple[bool, str, str, str, int, int]:
    core = toll.about.measure in CORE_MEASURES
    at = toll.at.isoformat() if toll.at else ""
    span = toll.citation.span
    return not core, toll.about.measure, at, toll.citation.guid, span.start, span.end


def _damaged(said: Assertion, sheet: Sheet) -> bool:
    return any(d.span.overlaps(said.span) for d in sheet.reading.damage)


def toll(claim: Claim, said: Assertion, sheet: Sheet) -> Toll:
    """One figure as its table shows it."""
    return Toll(
        claim=claim.id,
        about=_about(said, sheet),
        by=speakers.label(said, sheet),
        via=said.via,
        words=words(said, sheet),
        value=said.value,
        low=said.low,
        high=said.high,
        hedge=said.hedge or "exact",
        at=said.issued or sheet.dispatch.issued,
        status=claim.status,
        citation=cite(sheet, quotable(sheet, said.sentence, said.span)),
        verification=said.verification,
    )


def _about(said: Assertion, sheet: Sheet) -> About:
    """What is counted, with a place only if the words around it bear it out: a town that the
    dispatch means, or a place that the sentence names where no town of another country stands. What
    is first named after the figure is not where it happened.
    """
    about = replace(said.about, population=population(said, sheet))
    if said.about.geonameid is None:
        return about
    around = sheet.around(said.span)
    inside = [p for p in sheet.reading.places if around.contains(p.span) and p.role == "location"]
    own = [p for p in inside if p.geonameid == said.about.geonameid]
    towns = [p for p in inside if (p.feature or "").startswith("PPL")]
    named = [p for p in sheet.reading.places if p.geonameid == said.about.geonameid]
    known = bool(named)
    later = known and not own and all(p.span.start >= around.end for p in named)
    large = said.about.geonameid in {i for p in sheet.reading.places for i in p.within}
    large = large or any((p.feature or "").startswith("PCL") for p in own) or not known
    away = towns and not any(said.about.geonameid in (p.geonameid, *p.within) for p in towns)
    core = said.about.measure in CORE_MEASURES
    if core and not later and ((own and not away) or not (own or large)):
        return about
    return replace(about, place=None, geonameid=None, within=())


def words(said: Assertion, sheet: Sheet) -> str:
    """The number with its hedge, as the dispatch has it ("nearly 9,000"); put into English from
    another language.
    """
    if sheet.reading.language != "en":
        return _english(said)
    inside = _quantities(said, sheet)
    if not inside:
        shown = tidy(sheet.shown[said.span.start : said.span.end])
        return _uncounted(said, shown or tidy(said.text))
    wide = sheet.around(said.span)
    text = sheet.shown[wide.start : wide.end]
    return tidy(text[inside[0].begins : inside[-1].end if len(inside) == 2 else inside[0].end])


def _quantities(said: Assertion, sheet: Sheet) -> list[Quantity]:
    """The numbers in a figure's words; offsets are those of the whole sentence."""
    wide = sheet.around(said.span)
    text = sheet.shown[wide.start : wide.end]
    return [
        q
        for q in quantities.find(text)
        if q.kind == "count" or q.value is None
        if said.span.start <= wide.start + q.start < said.span.end
    ]


def _english(said: Assertion) -> str:
    """Hedge and number of an assertion in English words."""
    number = said.value if said.value is not None else said.low
    if number is None:
        return said.hedge or said.text
    digits = f"{number:,.10g}"
    return digits if said.hedge in (None, "exact") else f"{said.hedge} {digits}"


def _uncounted(said: Assertion, text: str) -> str:
    """A figure that no number stands for: "a guard" is one, and so is "he"."""
    if said.value is None or said.value == 0:
        return text
    if said.value != 1:
        return f"{said.value:g}"
    return f"one ({text})" if text[0].isupper() and len(text) <= LONGEST else "one"


def population(said: Assertion, sheet: Sheet) -> str | None:
    """Who is counted, in the case of the published text; null in another language."""
    if sheet.reading.language != "en":
        return None
    words = tidy(said.about.population or "")
    found = cased(sheet, words) if words else ""
    return found.lower() if found.istitle() and found.lower() in GENERAL else found or None


def counted(said: Assertion, sheet: Sheet, number: str) -> str:
    """The number with what it counts: "nearly 9,000 Russian soldiers"."""
    words = re.sub(r"^(?:its|their|his|her)\s+", "", population(said, sheet) or "", flags=re.I)
    if words and keys(words) & keys(number):
        return number
    single = is_one(number)
    if number.casefold().endswith(VAGUE):
        number = f"{number} of"
    fits = words and not words[0].isdigit() and not words.casefold().startswith(OWN)
    if fits and single == (not words.endswith("s") and words not in GENERAL):
        return f"{number} {words}"
    return f"{number} {'person' if single else 'people'}"


def befell(about: About, number: str) -> str:
    """What happened to those counted: "were killed", "is missing"."""
    word = PASSIVE.get(about.measure, about.measure)
    if about.measure in ("missing", "held"):
        return f"{'is' if is_one(number) else 'are'} {word}"
    return f"{'was' if is_one(number) else 'were'} {word}"


def is_aside(said: Assertion, sheet: Sheet) -> bool:
    """True for a toll told in passing: in a relative clause, in brackets, or as "several"."""
    before = sheet.shown[said.sentence.start : said.span.start]
    text = words(said, sheet).casefold()
    bracketed = before.count("(") > before.count(")")
    return (
        bracketed
        or bool(RELATIVE.search(before))
        or text.split()[:1] in (["several"], ["some"], ["many"])
    )


def is_one(number: str) -> bool:
    """True for the words of a single person or thing."""
    return number.casefold() in ("one", "1", "a", "at least one")


def where(said: Assertion, sheet: Sheet) -> str:
    """Give " in Kelm" if the sentence says so of the figure itself; empty for a place merely
    assumed, or named in another clause.
    """
    named = (p for p in sheet.reading.places if said.sentence.contains(p.span))
    known = said.about.geonameid is not None
    spots = [p for p in named if known and p.geonameid == said.about.geonameid]
    spots = [p for p in spots if p.role == "location" and _is_bound(said, p, sheet)]
    return f" in {cased(sheet, spots[0].text)}" if spots else ""


def _is_bound(said: Assertion, place: Place, sheet: Sheet) -> bool:
    """True if a preposition leads the place in, in the figure's own clause."""
    first, last = sorted((said.span, place.span))
    between = sheet.shown[first.end : last.start]
    before = sheet.shown[said.sentence.start : place.span.start]
    near = len(between) <= BOUND and not is_beyond(said, place, sheet)
    return near and not BREAK.search(between) and bool(SPOT.search(before))


def is_beyond(said: Assertion, place: Place, sheet: Sheet) -> bool:
    """True for a place that a later clause names for something else: "after a war which killed
    900, they met in Kelm", or a toll of years before such a comma.
    """
    before = sheet.shown[said.sentence.start : said.span.start]
    between = sheet.shown[said.span.end : place.span.start]  # empty if the place comes first
    apart = bool(RELATIVE.search(before) or FRONTED.match(before))
    return "," in between and (apart or said.about.scope == "cumulative")


def is_old(sheet: Sheet, said: Assertion | Figure) -> bool:
    """True for a toll that its own date puts well before the dispatch: of another year's event."""
    issued = sheet.dispatch.issued
    here = (f.when for f in sheet.reading.figures if f.span == said.span)
    ends = [when.end for when in here if when and when.end]
    return bool(ends) and issued is not None and ends[0] < issued.replace(tzinfo=None) - OLD


def is_past(sheet: Sheet, said: Assertion | Figure) -> bool:
    """True for a toll of a whole war, told in a relative clause or before the main one."""
    around = sheet.around(said.span)
    before = sheet.shown[around.start : said.span.start]
    after = sheet.shown[said.span.end : around.end]
    scope = said.scope if isinstance(said, Figure) else said.about.scope
    apart = RELATIVE.search(before) or (FRONTED.match(before) and "," in after)
    return scope == "cumulative" and bool(apart)
