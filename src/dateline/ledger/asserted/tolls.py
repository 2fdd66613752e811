"""The toll of one incident or a running one, and of which days, by the words around it. Pure.

The reader gives the nearest date. Whether that is the day of the incident ("killed on Tuesday"),
the start of a period ("since 7 October") or the day of speaking ("the ministry said on Tuesday")
stands in the words before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.ledger.asserted.context import Surroundings
from dateline.ledger.asserted.periods import written
from dateline.records import Figure, Place, Span, When
from dateline.records.vocabulary import Precision, Scope

_START = re.compile(r"\b(?:since|depuis|desde)\b[^.;:]{0,70}$")
_CUES = (
    r"\b(?:said|says|told|announced|reported|revealed|added|stated|wrote|confirmed|declared|warned"
    r"|accused|acknowledged|admitted|denied|condemned|gave|published|released|issued|raised|lowered|revised|updated"
    r"|(?:annonc|d[ée]clar|affirm|indiqu|pr[ée]cis|rapport)[ée]|dit|fait savoir)"
)
_SPOKEN = re.compile(_CUES + r"(?: \w+){0,3}\s*$")
_TO_SPEAK = re.compile(r"\s*" + _CUES)
_FAR = 80  # characters
_TO_OWN = re.compile(
    r"[, ]+(?:(?:the|an?|le|la|les|l['’]) ?)?(?:[\w'’.-]+ ){1,7}?"
    r"(?:claimed|denied|disclaimed|blamed|accused|condemned|admitted|acknowledged"
    r"|revendiqu[ée]|d[ée]menti|ni[ée]|accus[ée]|condamn[ée])\b"
)
"""After a date: somebody was heard on that day about whose deed something was."""
_RUNNING = re.compile(
    r"\b(?:since|depuis|so far this|to date|until now|jusqu'ici|wars?|guerres?|offensives?"
    r"|counter-?offensives?|conflicts?|conflits?|invasions?|campaigns?|past \w+ (?:days|weeks"
    r"|months|years|decade)|last \w+ (?:days|weeks|months|years)|decades?|years"
    r"|(?:past|last|derni[èe]re) (?:week|month|year|semaine))\b"
)
_FROM_THE_START = re.compile(
    r"\b(?:since the (?:start|beginning|outbreak)|depuis le d[ée]but|so far"
    r"|on (?:its|their|both|each|the \w+) sides?"
    r"|since [^.;]{0,60}\b(?:began|started|erupted|broke out)"
    r"|(?:war|offensive|conflict|campaign|invasion|uprising|insurgency)\b[^.;]{0,200}"
    r"\bha(?:s|ve|d)\b"
    r"[^.;]{0,20}\b(?:left|killed|claimed|cost|caused|resulted|displaced))\b"
)
_STATED = re.compile(
    r"\bas of [\w:. ]{3,12}"
    r"|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r" (?:years?|months?|weeks?) of\b"
    r"|\b(?:year|month|week)(?:-old|-long)? (?:war|conflict|offensive|campaign|siege|insurgency)\b"
)
_RECORD = re.compile(
    r"\b(?:highest|deadliest|worst|bloodiest|largest|biggest|heaviest|most)\b[^.;]{0,110}"
    r"\b(?:since|in (?:\w+ ){0,2}(?:years?|months?|decades?)|of the (?:war|conflict)|so far"
    r"|this year)\b"
)
"""A toll of one event that is told to be the highest since some start."""

_AS_OF = re.compile(
    r"\b(?:as of|by)\s*(?:the )?(?:(?:(?:early )?morning|evening|end|close|afternoon) of )?$"
)
_MANY = 1000
"""From this number on, a toll that the reader takes for a running one is one."""
_HOURS = re.compile(
    r"\b(?:past|last|previous|derni[èe]res) (24|48|72|vingt-quatre) (?:hours|heures)"
)
_DAYS: tuple[Precision, ...] = ("day", "part-of-day", "hour")


@dataclass(frozen=True, slots=True)
class Reach:
    """The scope of a toll, and when: an ISO date, ``from/to``, or null if no word tells."""

    scope: Scope
    when: str | None
    precision: Precision | None


def reach(
    figure: Figure, text: str, sentence: Span, dates: Sequence[When], issued: datetime | None
) -> Reach:
    """What a figure covers. ``dates``: the dated days near it, the best guess first."""
    words = text[sentence.start : sentence.end].casefold()
    hours = _HOURS.search(words)
    if hours and issued and figure.scope == "cumulative":
        span = timedelta(hours=int(hours[1]) if hours[1].isdigit() else 24)
        return Reach("incident", written(issued - span, issued), "range")
    scope = figure.scope
    if _RECORD.search(words):
        single = replace(figure, scope="incident")
        return _of_days(single, text, [d for d in dates if not _before(_START, text, d)])
    stated = _STATED.search(words) is not None
    if scope == "incident" and (stated or _FROM_THE_START.search(words)):
        scope = "cumulative"
    return _of_period(replace(figure, scope=scope), text, sentence, dates, issued)


def _of_days(figure: Figure, text: str, dates: Sequence[When]) -> Reach:
    """A toll of one event, of the first day told that is no day of speaking."""
    best = next((d for d in dates if not of_speaking(text, d)), None)
    when = written(best.start, best.end) if best else None
    return Reach(figure.scope, when, best.precision if best else None)


def _of_period(
    figure: Figure, text: str, sentence: Span, dates: Sequence[When], issued: datetime | None
) -> Reach:
    """A toll of the scope that it is said to have, unless its days tell another."""
    words, scope = text[sentence.start : sentence.end].casefold(), figure.scope
    stated = _STATED.search(words) is not None
    begun = [d for d in dates if _before(_START, text, d) and not of_speaking(text, d)]
    start = next((d for d in begun if sentence.contains(d.span)), None)
    if start and scope == "cumulative":
        return _since(start, issued)
    days = [d for d in dates if d not in begun and not of_speaking(text, d)]
    if figure.measure == "displaced" and _many(figure):
        days = [d for d in days if sentence.contains(d.span)]
        if not days:  # how many are away from home by now
            return Reach("cumulative", None, None)
    days = [d for d in days if not _before(_AS_OF, text, d)]
    running = _RUNNING.search(words) or _FROM_THE_START.search(words) or (stated and not days)
    if scope == "cumulative" and not running and (days or not _many(figure)):
        scope = "incident"
    if scope == "cumulative":
        days = [d for d in days if d.precision not in _DAYS]
    best = days[0] if days else None
    return Reach(scope, written(best.start, best.end) if best else None,
                 best.precision if best else None)  # fmt: skip


_ONE_EVENT = re.compile(
    r"\b(?:(?:air|missile|drone|rocket|car)?[ -]?(?:attack|strike|raid|bomb|bombing|blast)s?"
    r"|explosions?|shelling|battles?|clash(?:es)?|massacres?|ambush|crash|assault|attentat|frappes?"
    r"|raids?|quake|earthquake|floods?|storm)\b"
)
_WAR_WIDE = 200
_WAR_LONG = 1000
"""So many dead of no day are a war's, though a battle is spoken of; a disaster may have more."""
_DISASTER = re.compile(r"\b(?:quake|earthquake|tremor|flood|storm|cyclone|hurricane|tsunami|dam)")


def sums_up(number: float | None, place: Place | None, found: Reach, sentence: str) -> bool:
    """True for hundreds of a whole country, on no day and in nothing that happened: a running toll,
    though no word says so ("the ministry put the dead at 705").
    """
    if (
        found.when is None
        and (number or 0) >= _WAR_LONG
        and not _DISASTER.search(sentence.casefold())
    ):
        return True
    wide = place is None or (place.geonameid is not None and not place.within)
    return wide and found.when is None and (number or 0) >= _WAR_WIDE and not of_an_event(sentence)


_SO_FAR = re.compile(
    r"\b(?:have|has) (?:now )?(?:been (?:killed|injured|wounded|hurt)|died|lost their lives)\b"
    r"|\b(?:toll|number of [^.;]{0,40}?(?:killed|dead|deaths|injured|wounded|fatalities))\b"
    r"[^.;]{0,60}?\b(?:rose|risen|climbed|stands|stood|reached|has)\b"
)


def of_a_country(place: Place | None, sentence: Span, text: str, figure: Span) -> bool:
    """True for those who "have been killed in Thailand", of no event: the toll so far of a whole
    country, which its sentence names.
    """
    if place is None or place.geonameid is None or place.within:
        return False
    words = text[sentence.start : sentence.end].casefold()
    here = sentence.contains(place.span) and abs(place.span.start - figure.start) < _AHEAD
    return here and _SO_FAR.search(words) is not None and not of_an_event(words)


def of_an_event(sentence: str) -> bool:
    """True if words tell of something that happened: a strike, a battle, a quake."""
    return _ONE_EVENT.search(sentence.casefold()) is not None


_AHEAD = 120
"""Characters before a date in which its preposition or its cue stands."""


def _many(figure: Figure) -> bool:
    return (figure.value or figure.low or 0) >= _MANY


def _since(start: When, issued: datetime | None) -> Reach:
    """From the start of a period to the dispatch; no date if that is the wrong way round."""
    end = issued.replace(tzinfo=None) if issued else start.end
    known = start.start is not None and end is not None and start.start <= end
    return Reach("cumulative", written(start.start, end) if known else None, "range")


def of_speaking(text: str, date: When) -> bool:
    """True for "said on Tuesday", "today announced" and "on Tuesday the group claimed"."""
    after = text[date.span.end : date.span.end + _FAR].casefold()
    spoken = _before(_SPOKEN, text, date) or _TO_SPEAK.match(after[:20]) is not None
    return spoken or of_owning(text, date)


def of_owning(text: str, date: When) -> bool:
    """True for the day on which somebody was heard on whose deed something was."""
    after = text[date.span.end : date.span.end + _FAR].casefold()
    return _TO_OWN.match(after) is not None


def day_of_deed(
    text: str, near: Surroundings, span: Span, given: When | None, *, owned: bool
) -> When | None:
    """The day of a deed: one in its own words, else the likeliest that is no day of speaking.
    ``owned``: somebody is heard on whose deed it was ("on Tuesday the group claimed the bombing of
    Sunday"), so that a day of speaking alone does not date it. ``given``: the reader's guess.
    """
    own = [d for d in near.dates if span.contains(d.span) and not of_speaking(text, d)]
    if own:
        return given if given in own else own[0]
    found = [d for d in ([given] if given else []) + list(near.days(span, back=True))
             if not of_speaking(text, d)]  # fmt: skip
    if found or owned:
        return found[0] if found else None
    return given or near.when(span)


def _before(words: re.Pattern[str], text: str, date: When) -> bool:
    """True if such words stand right before a date, in its sentence."""
    return (
        words.search(text[max(0, date.span.start - 120) : date.span.start].casefold()) is not None
    )
