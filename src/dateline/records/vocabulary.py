"""Closed vocabularies. A value outside these lists is a bug, not a new case."""

from typing import Literal

Signal = Literal[
    "alert", "lead", "writethru", "update", "add", "insert", "correction", "refile",
    "repeat", "kill", "hold", "release", "advisory",
]  # fmt: skip
"""What a transmission is, in agency terms. An ``add`` appends, a ``writethru`` replaces."""

PubStatus = Literal["usable", "withheld", "canceled"]
"""IPTC publishing status (NewsCodes ``stat``, ninjs ``pubstatus``)."""

MaskKind = Literal["header", "note", "boilerplate", "signature", "elsewhere"]
"""Text that is kept but not read: agency header, service note, page furniture, sign-off. And what
a story leaves to others (``elsewhere``): the items of a round-up that are not of it.
"""

Mode = Literal["direct", "indirect", "mixed"]
"""``mixed``: a paraphrase with quoted words in it."""

Polarity = Literal["asserts", "denies", "demands", "promises", "condemns", "predicts", "asks"]

Hedge = Literal[
    "exact", "at least", "at most", "nearly", "about", "more than", "fewer than", "up to",
    "between", "dozens", "hundreds", "thousands", "a handful", "estimated",
]  # fmt: skip

CORE_MEASURES = (
    "killed", "injured", "casualties", "missing", "kidnapped", "captured", "arrested",
    "displaced", "held",
)  # fmt: skip
"""Measures that compare across dispatches by name; beside them a measure is in plain words."""

Victims = Literal["civilian", "combatant", "official", "mixed", "unknown"]
Scope = Literal["incident", "cumulative", "part"]
PlaceRole = Literal["location", "metonym"]
Precision = Literal[
    "year", "month", "week", "day", "part-of-day", "hour", "range", "vague", "present",
    "duration", "set",
]  # fmt: skip
AsideKind = Literal[
    "time", "relative", "apposition", "participle", "clause", "purpose", "place", "phrase",
    "second", "adverb",
    "defining",
]  # fmt: skip
"""What a sentence can lose. ``second``: a further predicate or phrase after an "and". ``defining``:
what tells which one is meant, to be lost only where the sentence is too long with it.
"""

DamageKind = Literal["substitution", "misplaced", "duplicate", "boilerplate"]
EventStatus = Literal["reported", "claimed", "planned", "demanded", "denied"]
MeasureState = Literal["announced", "in force", "lifted"]
NameKind = Literal["person", "organisation", "group", "place"]
ActorKind = Literal["person", "institution", "armed group", "state", "outlet"]

Verdict = Literal["same", "supports", "contradicts", "supersedes", "withdraws", "not comparable"]
ClaimKind = Literal["figure", "statement", "event", "control"]
ClaimStatus = Literal[
    "single-source", "corroborated", "uncertain", "disputed", "denied", "superseded", "withdrawn",
]  # fmt: skip
ClaimChangeKind = Literal[
    "new claim", "said again", "supported", "corroborated", "superseded", "corrected", "withdrawn",
    "stands again", "shown", "overruled", "ruling taken back", "dispute opened", "dispute closed",
]  # fmt: skip
ControlState = Literal["claimed", "reported", "confirmed", "denied", "uncertain", "contested"]
"""Who holds a place: ``claimed`` by themselves, ``reported`` by an agency in its own voice or by
people without a name, ``confirmed`` by a named other, ``denied``; ``uncertain`` where the words
leave it open, ``contested`` where two say that they hold it.
"""
SilenceKind = Literal["one origin", "not renewed", "quiet party", "plan past"]
Origins = Literal["one", "several", "unclear"]
NoticeKind = Literal["correction", "kill", "hold", "release"]
