"""The reading steps in their order. A step sees the page and what the steps before it gave."""

from dateline.reader import (
    damage,
    dates,
    events,
    figures,
    measures,
    names,
    origins,
    outlines,
    places,
    plans,
    relative_places,
    statements,
)
from dateline.reader.page import Step

STEPS = (
    Step("damage", (), damage.find),
    Step("dates", (), dates.find),
    Step("places", ("dates",), places.find),
    Step("origin", ("places",), origins.find),
    Step("relative", ("places", "origin"), relative_places.find),
    Step("names", ("places",), names.find),
    Step("statements", ("names", "places", "origin", "damage"), statements.find),
    Step("figures", ("dates", "places", "names", "statements"), figures.find),
    Step("events", ("dates", "places", "relative", "names", "statements", "figures"), events.find),
    Step("plans", ("dates", "places", "names", "statements"), plans.find),
    Step("measures", ("dates", "places", "names", "statements"), measures.find),
    Step("outlines", ("dates", "places"), outlines.find),
)
