"""Every name in a line must be in the cited words, in company that it has there too."""

from dateline.records import About, Place
from dateline.report import lexicons
from dateline.report.carried import station
from dateline.report.gate import capitals, firms, known_as, own_words
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans, is_calendar
from dateline.report.gate.context import NATIONAL, country, meant_by
from dateline.report.gate.given import LEANING
from dateline.report.gate.ideas import derived, idea, ideas_of
from dateline.report.gate.short_forms import short_forms, spelled
from dateline.report.gate.voices import is_cue, voices
from dateline.report.quantities import find
from dateline.report.words import Token, is_function, keys

PLACING = frozenset(("in", "at", "near", "from", "to", "into", "on"))
OFFICES = frozenset(("prime", "foreign", "interior", "defence", "defense", "finance", "minister"))
WAYS = frozenset(("from", "to"))
COMPANY = 3  # words on either side of a name in the line among which one must be near it in the
NEAR = 8  # source, within so many words


def supported(basis: Basis) -> str | None:
    """The rule: each capitalised word is cited, or the resolved form of something cited."""
    dates = date_spans(basis.text)
    known = ideas_of(frozenset().union(*(h.keys | referents(h) | meant_by(h) for h in basis.holds)))
    speaking = {p for v in voices(basis.text) for p in v.positions}
    for i, token in enumerate(basis.words):
        if not is_name(basis, i) or any(d.start <= token.start < d.end for d in dates):
            continue
        if idea(token.key) not in known and basis.ideas[i] not in known:
            seat = i in speaking and capitals.seats(idea(token.key)) & known
            if seat or _known_otherwise(basis, i, known):
                continue
            return f"“{token.text}” is not named in the cited words."
        reason = _misplaced(basis, i)
        if reason:
            return reason
    return None


def _misplaced(basis: Basis, i: int) -> str | None:
    """Why a name that the cited words have is not where the line has it, or null."""
    token = basis.words[i]
    if _borrowed(basis, i):
        return f"“{token.text}” is not named where the rest of its clause is."
    if _named_later(basis, i):
        return f"“{token.text}” is named only after what the line tells of it."
    if _turned(basis, i):
        return f"The source has the other end of the way for “{token.text}”."
    if basis.close and not _in_place(basis, i) and token.key not in meant_by(basis.best):
        return f"“{token.text}” stands elsewhere in the cited words."
    if basis.close and _ousts(basis, i):
        return f"“{token.text}” stands where the source names another."
    return None


def _known_otherwise(basis: Basis, i: int, known: frozenset[str]) -> bool:
    """True for a name that the cited words have in another form."""
    token = basis.words[i]
    if any(derived(token.key, key) for key in known) or _of_the_country(basis, i):
        return True
    if basis.tolerant and firms.known(basis, i, known):
        return True
    initials = token.text.removesuffix("'s").removesuffix("’s")
    return any(
        initials in short_forms(_spelt(h)) or _initialled(basis, i, h)
        or (h.foreign and bool(h.links[i]))
        for h in basis.holds
    )  # fmt: skip


def _initialled(basis: Basis, i: int, hold: Hold) -> bool:
    """True for the "United" of "United Nations" where the source has "U.N.", and for the "U" of
    "U.N." where it has it spelled.
    """
    low, high = i, i
    while low and basis.words[low - 1].text[0].isupper() and not _article(basis, low - 1):
        low -= 1
    while high + 1 < len(basis.words) and basis.words[high + 1].text[0].isupper():
        high += 1
    initials = "".join(t.text[0] for t in basis.words[low : high + 1])
    if len(initials) < 2:
        return False
    if len(basis.words[i].text) == 1:
        return initials in short_forms(_spelt(hold))
    runs = "".join(t.text[0] if len(t.text) == 1 and t.text.isupper() else " " for t in hold.words)
    return initials in {*runs.split(), *(t.text for t in hold.words)}


def _article(basis: Basis, i: int) -> bool:
    """True for a small word that is capitalised only because a sentence starts with it."""
    return is_function(basis.words[i]) and len(basis.words[i].text) > 1 and _initial(basis, i)


def _spelt(hold: Hold) -> str:
    """The text that may spell initials out: the passage, or the dispatch if it leans on that."""
    leans = LEANING & {t.fold for t in hold.words}
    return hold.sheet.shown if leans else hold.prose


def _of_the_country(basis: Basis, i: int) -> bool:
    """True for the "Kenyan" of "Kenyan President Daniel Mutua" in a dispatch from Kenya."""
    hold = basis.home(basis.parts[i])
    titled = i + 1 < len(basis.words) and bool(hold.links[i + 1])
    titled = titled and basis.words[i + 1].fold in NATIONAL | OFFICES
    return titled and idea(basis.words[i].key) in ideas_of(country(hold.sheet))


def is_name(basis: Basis, i: int) -> bool:
    """Capitalised, and not only because a sentence or quotation starts there."""
    token = basis.words[i]
    initials = token.text.isupper() and len(token.text) > 1
    small = (is_function(token) and not initials) or token.text.endswith(("'", "’"))
    if not token.text[0].isupper() or is_calendar(token.fold) or not basis.ideas[i] or small:
        return False
    if not _initial(basis, i) or (initials and not basis.text.isupper()):
        return True
    if is_cue(token) or any(q.start <= token.start < q.end for q in find(basis.text)):
        return False
    return _named_elsewhere(basis, token)


def _initial(basis: Basis, i: int) -> bool:
    before = basis.text[: basis.words[i].start].rstrip(" \"“«‘'([")
    return not before or before[-1] in ".!?:…;"


def _named_elsewhere(basis: Basis, token: Token) -> bool:
    """True if the cited sentences, or the names of their dispatch, have a word as a name."""
    for hold in basis.holds:
        if any(token.key in keys(n.text) for n in hold.sheet.reading.names):
            return True
        before = {t.start: hold.sheet.shown[: t.start].rstrip(" \"“«‘'([")[-1:] for t in hold.words}
        same = (t for t in hold.words if t.key == token.key and t.text[0].isupper())
        if any(before[t.start] not in ("", ".", "!", "?", ":", ";", "\n") for t in same):
            return True
    sheets = [h.sheet for h in basis.holds]
    own = (name or "" for s in sheets for name in (station(s.dispatch), s.author))
    return token.key in keys(" ".join(own))


def referents(hold: Hold) -> frozenset[str]:
    """Stems of all that the dispatch calls those whom the cited words mention."""
    place = hold.citation.span, hold.wide
    return hold.sheet.remember("referents", place, lambda: _referents(hold))


def _referents(hold: Hold) -> frozenset[str]:
    sheet, span = hold.sheet, hold.citation.span
    bearers = {n.canonical for n in sheet.reading.names if n.span.overlaps(span)}
    found = [p.name for p in sheet.reading.places if p.span.overlaps(span)]
    found += [station(sheet.dispatch), sheet.author or ""]
    for assertion in sheet.assertions:
        if assertion.sentence.overlaps(span):
            about = assertion.about
            found += [assertion.by or "", about.population or "", about.place or ""]
            found += [p.text for p in sheet.reading.places if _is_of(about, p)]
    known = keys(" ".join(found)).union(*_spelled(hold))
    known = known.union(*(known_as.forms(sheet, b) for b in sorted(bearers)))
    known |= own_words.speaker(hold)
    return known.union(*(known_as.speaker(sheet, s) for s in hold.statements()))


def _spelled(hold: Hold) -> list[frozenset[str]]:
    """The full names of those that the cited words only have by their initials."""
    there = {t.text for t in hold.words}
    return [name for short, name in spelled(hold.sheet.shown).items() if short in there]


def _is_of(about: About, place: Place) -> bool:
    """True for a mention of the place that something is said of."""
    return place.geonameid is not None and place.geonameid == about.geonameid


def _borrowed(basis: Basis, i: int) -> bool:
    """True for a place or the like ("in Kelm") that another passage names than its clause's."""
    home = basis.home(basis.parts[i])
    first = i
    while first and basis.words[first - 1].text[0].isupper():
        first -= 1
    before = basis.words[first - 1].fold if first else ""
    known = home.keys | referents(home) | meant_by(home)
    apart = basis.words[i].key not in known and not home.links[i]
    return apart and before in PLACING and any(h.links[i] for h in basis.holds)


def _named_later(basis: Basis, i: int) -> bool:
    """True for a subject whom only the sentence after the one that a line rests on names: "It does
    not rule out a strike. The mayor, Bruno Paoli, ...".
    """
    home = basis.home(basis.parts[i])
    verbs = lexicons.words("finite") | lexicons.words("irrealis")
    if basis.parts[i] or any(t.fold in verbs for t in basis.words[:i]) or home.links[i]:
        return False
    if basis.words[i].key in home.keys | referents(home) | meant_by(home):
        return False
    if any(i in v.positions for v in voices(basis.text)):
        return False  # ``speakers`` judges who speaks
    naming = [h for h in basis.holds if h.links[i] and h.sheet is home.sheet]
    return bool(naming) and all(h.wide.start >= home.wide.end for h in naming)


def _turned(basis: Basis, i: int) -> bool:
    """True if the line goes to where the source comes from, or the other way round."""
    own = basis.words[i - 1].fold if i else ""
    hold = basis.home(basis.parts[i])
    there = {hold.words[j - 1].fold for j in hold.links[i] if j}
    return own in WAYS and bool(there) and there <= WAYS - {own}


def _in_place(basis: Basis, i: int) -> bool:
    """True if the name is matched in order, stands where the source has a word for the same, or
    has company in the line that it has in the source too.
    """
    hold, key = basis.best, basis.words[i].key
    if any(i == a for a, _ in hold.pairs):
        return True
    if any(i in v.positions for v in voices(basis.text)):
        return True
    named = _named_there(basis, i)
    if any(key in forms for forms in named):
        return True
    places = [j for j, t in enumerate(hold.words) if t.key == key and hold.cites(t)]
    if not places:
        return not named
    return _accompanied(basis, i, places)


def _accompanied(basis: Basis, i: int, places: list[int]) -> bool:
    """True if a word beside the name in the line is near the name in the source."""
    hold = basis.best
    beside = [
        k for k in range(max(0, i - COMPANY), min(len(basis.words), i + COMPANY + 1))
        if k != i and not is_function(basis.words[k])
    ]  # fmt: skip
    return any(
        abs(j - at) <= NEAR and hold.parts[j] == hold.parts[at]
        for k in beside
        for j in hold.links[k]
        for at in places
    )


def _ousts(basis: Basis, i: int) -> bool:
    """True for a name from elsewhere in the source between the same words as another name there."""
    hold, links = basis.best, basis.best.links[i]
    low = max((a for a, _ in hold.pairs if a < i), default=-1)
    high = min((a for a, _ in hold.pairs if a > i), default=len(basis.words))
    own = [k for k in range(low + 1, high) if not is_function(basis.words[k])]
    there = [j for j in _gap(hold, i) if not is_function(hold.words[j])]
    if own != [i] or len(there) != 1 or not links or there[0] in links:
        return False
    other = hold.words[there[0]]
    if not other.text[0].isupper() or is_calendar(other.fold):
        return False
    ranks = lexicons.words("ranks") | OFFICES
    titles = basis.words[i].fold in ranks and other.fold in ranks
    if titles and any(abs(j - there[0]) <= COMPANY for j in links):
        return False  # "Defense Minister Pinto" for "the minister of defense, General Pinto"
    same = any(basis.words[i].key in forms for forms in _named_there(basis, i))
    return not same and not derived(basis.ideas[i], hold.ideas[there[0]])


def _gap(hold: Hold, i: int) -> range:
    """The words of the source between those that the line has before and after a place."""
    before = max((b for a, b in hold.pairs if a < i), default=-1)
    return range(before + 1, min((b for a, b in hold.pairs if a > i), default=len(hold.words)))


def _named_there(basis: Basis, i: int) -> list[frozenset[str]]:
    """Whom the source names in the gap at this place, by every form that it has for them."""
    hold = basis.best
    gap = [hold.words[j] for j in _gap(hold, i)]
    return [
        known_as.forms(hold.sheet, name.canonical) | keys(name.text)
        for name in hold.sheet.reading.names
        if any(name.span.start <= t.start < name.span.end for t in gap)
    ]
