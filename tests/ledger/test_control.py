"""Who holds a place, from first claim to last word; and the status of a claim through time."""

from dataclasses import replace

import pytest

from dateline.ledger.answers.control import controls
from dateline.ledger.asserted.context import surroundings
from dateline.ledger.asserted.doubts import doubt
from dateline.records import Name, Reference, Span

from .factory import dispatch, event, hours, keep, kill, place, reading, span, toll

RUSSIANS, UKRAINE, MAYOR = "the Russian army", "the Ukrainian army", "the mayor"


def say(guid, text, holder, by, at, status="claimed"):  # noqa: PLR0913, PLR0917 (read in a row)
    """A dispatch in which somebody says who holds Kharkiv, in its first words."""
    one = dispatch(text, guid, at=at)
    words = text[: text.index("Kharkiv") + len("Kharkiv")]
    found = event(one, words, actors=(holder,) if holder else (), place=place(one, "Kharkiv"),
                  status=status, source_name=by)  # fmt: skip
    read = reading(one, found)
    names = tuple(n for n in (holder,) if n)
    return one, replace(read, names=tuple(_name(one, n) for n in names))


def _name(one, words):
    return Name(Span(0, len(words)), words, "group", words)


def states(ledger, **at):
    return [(s.state, s.holder, s.by) for c in controls(ledger.claims(**at)) for s in c.steps]


CLAIM = f"{RUSSIANS} took all of Kharkiv"


def test_a_claim_is_claimed(ledger):
    keep(ledger, say("a", f"{CLAIM}, it said.", RUSSIANS, RUSSIANS, 0))
    assert states(ledger) == [("claimed", RUSSIANS, RUSSIANS)]


def test_the_specimens_claim_is_uncertain(ledger):
    text = f"{CLAIM}, but the situation there remained uncertain."
    keep(ledger, say("a", text, RUSSIANS, RUSSIANS, 0))
    (one,) = controls(ledger.claims())
    assert [s.state for s in one.steps] == ["uncertain"]
    assert one.steps[0].words == "the situation there remained uncertain"
    assert {c.status for c in ledger.claims()} == {"uncertain"}


def test_from_claim_to_doubt_to_confirmation(ledger):
    keep(ledger, say("a", f"{CLAIM}.", RUSSIANS, RUSSIANS, 0))
    unclear = f"{CLAIM}. The situation in the city was unclear."
    keep(ledger, say("b", unclear, RUSSIANS, RUSSIANS, 1))
    keep(ledger, say("c", f"{CLAIM}, it repeated.", RUSSIANS, RUSSIANS, 2))
    keep(ledger, say("d", f"{CLAIM}, the mayor said.", RUSSIANS, MAYOR, 3, "reported"))
    assert [s[0] for s in states(ledger)] == ["claimed", "uncertain", "confirmed"]
    assert states(ledger)[-1] == ("confirmed", RUSSIANS, MAYOR)
    assert [s[0] for s in states(ledger, as_of=hours(2))] == ["claimed", "uncertain"]


def test_denied_and_claimed_by_a_rival(ledger):
    keep(ledger, say("a", f"{CLAIM}.", RUSSIANS, RUSSIANS, 0))
    keep(ledger, say("b", f"{CLAIM}, Kyiv denied.", RUSSIANS, UKRAINE, 1, "denied"))
    assert states(ledger)[-1] == ("denied", RUSSIANS, UKRAINE)
    keep(ledger, say("c", f"{UKRAINE} holds Kharkiv.", UKRAINE, UKRAINE, 2))
    assert states(ledger)[-1] == ("claimed", UKRAINE, UKRAINE)


def test_two_claims_are_contested(ledger):
    keep(ledger, say("a", f"{CLAIM}.", RUSSIANS, RUSSIANS, 0))
    keep(ledger, say("b", f"{UKRAINE} holds Kharkiv.", UKRAINE, UKRAINE, 1))
    (one,) = controls(ledger.claims())
    last = one.steps[-1]
    assert (last.state, last.holder, last.rival) == ("contested", UKRAINE, RUSSIANS)


def test_an_agencys_own_word_is_a_report(ledger):
    keep(ledger, say("a", f"{CLAIM}.", RUSSIANS, None, 0, "reported"))
    assert states(ledger) == [("reported", RUSSIANS, "Alba")]


def test_what_is_killed_holds_nothing(ledger):
    keep(ledger, say("a", f"{CLAIM}.", RUSSIANS, RUSSIANS, 0))
    keep(ledger, kill(Reference(guid="a")))
    assert controls(ledger.claims()) == ()
    shown = ledger.dossier(ledger.stories()[0].id, as_of=hours(9), now=hours(9))
    assert shown.controls == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Troops took Kharkiv. Rain fell.", None),
        ("It was unclear why. Troops took Kharkiv.", None),
        ("Troops took Kharkiv, which could not be independently confirmed.",
         "which could not be independently confirmed"),
        ("Troops took Kharkiv. The mayor wept. Control of the town is contested.",
         "Control of the town is contested."),
        ("Troops took Kharkiv. The price of bread was unclear.", None),
        ("Les soldats ont pris Kharkiv, mais la situation reste incertaine.",
         "la situation reste incertaine"),
    ],
)  # fmt: skip
def test_words_of_doubt(text, words):
    one = dispatch(text)
    assert doubt(text, surroundings(one, reading(one)), span(one, "Kharkiv")) == words


def history(ledger, **at):
    (one,) = [c for c in ledger.claims(**at) if any(a.guid == "a" for a in c.assertions)]
    return [(step.status, step.at) for step in one.history], one


def test_a_claim_tells_every_status_it_has_had(ledger):
    keep(ledger, toll(21, by="the governor", guid="a"))
    keep(ledger, toll(35, by="the minister", guid="b", at=1))
    keep(ledger, kill(Reference(guid="a"), at=2))
    told, one = history(ledger)
    assert told == [
        ("single-source", hours(0)), ("disputed", hours(1)), ("withdrawn", hours(2)),
    ]  # fmt: skip
    assert one.history[-1].status == one.status
    assert one.history[0].why == "The governor says so."
    assert "35" in one.history[1].why
    assert one.history[2].why == "Killed by the agency."


def test_the_last_status_is_the_present_one(ledger):
    for n, (count, by) in enumerate(
        [(21, "the governor"), (21, "the mayor"), (30, "the governor")]
    ):
        keep(ledger, toll(count, by=by, guid=f"g{n}", at=n))
    for claim in ledger.claims():
        assert claim.history[-1].status == claim.status
