"""How much a story weighs, whenever it was heard of: harm, what changes, disputes, and how many
agencies tell of it. Pure.
"""

from math import log2, log10

from dateline.records import Citation, Edition, Line, Toll

_PLAIN = 0.4
"""Of a story of which nothing is known but that somebody wrote it."""

_HARM = {"killed": 1.0, "kidnapped": 0.6, "missing": 0.6, "casualties": 0.6, "injured": 0.5,
         "displaced": 0.5, "captured": 0.4, "arrested": 0.4, "held": 0.4}  # fmt: skip
_MOST_HARM = 4.0  # of ten thousand deaths: a war does not outweigh every other story for ever
_TURNS = {"assault": 0.6, "control": 0.6, "agree": 0.6, "retreat": 0.6, "vote": 0.6,
          "sanction": 0.5, "coerce": 0.4, "protest": 0.4, "threaten": 0.3, "mobilize": 0.3,
          "toll": 0.3}  # fmt: skip
"""What an event adds, by PLOVER type, where one of the lines that the page opens with is set."""

_RUNNING = 0.5  # of the count of a whole war beside that of one event
_DISPUTE = 0.6
_AGENCY = 0.4  # for each doubling of the agencies
_MORE = 0.3  # for each doubling of the dispatches
_DATED = 0.2  # for a measure, or a thing to come
_STOOD = ("superseded", "withdrawn")


def weight(edition: Edition) -> float:
    """What an editor would give for a story: 0.4 for one of no consequence, 1 for a death."""
    opening = edition.standfirst or tuple(line for s in edition.sections[:1] for line in s.lines)
    agencies = len({one.agency for one in edition.sources}) or 1
    return (
        _PLAIN
        + _harm(edition, (edition.headline, *opening))
        + _turn(edition, opening)
        + _DISPUTE * bool(edition.disputes)
        + _DATED * bool(edition.measures or edition.agenda)
        + _AGENCY * log2(agencies)
        + _MORE * log2(max(1, len(edition.dispatches)))
    )


def _harm(edition: Edition, opening: tuple[Line, ...]) -> float:
    """The gravest count that the page opens with, by powers of ten."""
    cited = [c for line in opening for c in line.citations]
    told = (one for one in edition.figures if one.status not in _STOOD and _among(one, cited))
    return max(map(_grave, told), default=0.0)


def _among(toll: Toll, cited: list[Citation]) -> bool:
    """True for a count in words that some lines rest on."""
    own = toll.citation
    return any(
        (c.guid, c.version) == (own.guid, own.version) and c.span.overlaps(own.span) for c in cited
    )


def _grave(toll: Toll) -> float:
    many = toll.value or toll.low or toll.high or 1.0
    worth = _HARM.get(toll.about.measure, 0.0) * (1.0 + log10(max(1.0, many)))
    return min(_MOST_HARM, worth) * (_RUNNING if toll.about.scope == "cumulative" else 1.0)


def _turn(edition: Edition, opening: tuple[Line, ...]) -> float:
    told = (_TURNS.get(pin.kind.casefold(), 0.0) for pin in edition.pins if pin.line in opening)
    return max(told, default=0.0)
