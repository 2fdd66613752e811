"""Who holds which place, for people and as JSON."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from dateline.desk import present
from dateline.ledger import controls
from dateline.records import Claim, Control, ControlStep

_SAYS = {
    "claimed": "{holder}, by their own claim",
    "reported": "{holder}, reports {by}",
    "confirmed": "{holder}, confirmed by {by}",
    "denied": "not {holder}, says {by}",
    "uncertain": "uncertain, held by {holder} according to {by}",
    "contested": "contested between {rival} and {holder}",
}


def held(claims: Iterable[Claim]) -> Iterator[tuple[str, Control]]:
    """Every place whose control is spoken of, with its story. ``claims`` come story by story."""
    for story, some in groupby(claims, key=lambda claim: claim.story):
        for one in controls(some):
            yield story, one


def json(story: str, one: Control) -> present.Json:
    """One line of ``dateline claims --control --json``."""
    last = one.steps[-1]
    return {"story": story, "place": one.place, "geonameid": one.geonameid} | _step(last) | {
        "history": [_step(step) for step in one.steps]
    }  # fmt: skip


def _step(step: ControlStep) -> present.Json:
    return {
        "state": step.state,
        "holder": step.holder,
        "rival": step.rival,
        "by": step.by,
        "at": present.time(step.at),
        "assertion": step.assertion,
        "text": step.text,
        "words": step.words,
    }


def line(story: str, one: Control) -> str:
    """A place for people: its present state, then what it was before, newest first."""
    now, *before = reversed(one.steps)
    rows = [f"{one.place}: {_words(now)} ({now.at:%Y-%m-%d %H:%M}, {story})"]
    if now.words:
        rows.append(f'  left open: "{now.words}"')
    rows.append(f'  "{" ".join(now.text.split())}"')
    rows += [f"  before: {_words(step)} ({step.at:%Y-%m-%d %H:%M})" for step in before]
    return "\n".join(rows) + "\n"


def _words(step: ControlStep) -> str:
    says = _SAYS[step.state]
    if step.state == "uncertain" and step.by == step.holder:
        says = "uncertain, claimed by {holder}"
    return says.format(holder=step.holder, by=step.by, rival=step.rival)
