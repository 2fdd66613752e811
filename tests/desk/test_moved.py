"""Only stories that moved are composed again, and every story that moved is."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from dateline.desk import newsroom
from dateline.records import AgendaItem

from .conftest import NOW, desk

FERRY = (
    "LINDHOLM, March 1 (Norla) - A ferry ran aground off Lindholm with 40 people aboard, the coast "
    "guard said. Nobody was hurt."
)
VOTE = (
    "ALDERY, March 1 (Norla) - The council of Aldery put off its vote on the tram line to April, "
    "mayor Ida Vale said. Traders had protested."
)
MORE = (
    "ALDERY, March 2 (Norla) - Mayor Ida Vale of Aldery said the council's vote on the tram line "
    "could be put off once more. Traders protested again."
)


def dispatch(guid: str, text: str, hour: int) -> dict[str, str]:
    at = datetime(2022, 3, 1, tzinfo=UTC) + timedelta(hours=hour)
    return {"guid": guid, "text": text, "issued": at.isoformat(), "agency": "Norla"}


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A desk with two stories that have an edition each, and the list of what is composed."""
    composed: list[str] = []
    real = newsroom.compose

    def counted(dossier, previous):
        composed.append(dossier.story.id)
        return real(dossier, previous)

    monkeypatch.setattr(newsroom, "compose", counted)
    with desk(tmp_path / "desk.db") as opened:

        def take(*given: dict[str, str]) -> list[str]:
            path = tmp_path / "wire.jsonl"
            path.write_text("".join(json.dumps(one) + "\n" for one in given))
            opened.ingest([str(path)])
            return again()

        def again(hours: float = 0) -> list[str]:
            composed.clear()
            at = opened.ledger.latest() + timedelta(hours=hours)
            newsroom.edit(opened.ledger, at, NOW)
            return list(composed)

        first = take(dispatch("n:1", FERRY, 8), dispatch("n:2", VOTE, 9))
        assert len(set(first)) == 2
        yield opened, take, again


def story_of(opened, guid: str) -> str:
    return next(s.id for s in opened.ledger.stories() if guid in s.dispatches)


def test_a_new_dispatch_has_only_its_own_story_composed(room):
    opened, take, again = room
    assert take(dispatch("n:3", MORE, 30)) == [story_of(opened, "n:3")]
    assert again(hours=2) == []


def test_a_dispatch_that_is_filed_late_is_not_overlooked(room):
    opened, take, again = room
    take(dispatch("n:3", MORE, 30))
    late = dispatch("n:4", FERRY.replace("Nobody", "Two people were taken off; nobody"), 20)
    take(late)
    again(hours=1)
    assert "n:4" in {
        one.guid
        for edition in opened.ledger.editions(story_of(opened, "n:4"))
        for one in edition.dispatches
    }


def test_an_editor_s_order_has_the_story_composed(room):
    opened, _, again = room
    at = opened.ledger.latest()
    opened.ledger.suppress("n:1", by="ida", at=at + timedelta(minutes=30))
    assert again(hours=1) == [story_of(opened, "n:1")]


def test_a_plan_that_comes_due_has_the_story_composed(room):
    opened, _, _ = room
    (edition,) = opened.ledger.editions(story_of(opened, "n:2"))
    begins = datetime(2022, 3, 4, 9)
    plan = AgendaItem("Vote", begins, None, "hour", None, edition.headline)
    planned = newsroom.replace(edition, agenda=(plan,))
    known = frozenset((one.guid, one.version) for one in edition.dispatches)

    def moved(day: int) -> bool:
        as_of = datetime(2022, 3, day, tzinfo=UTC)
        return newsroom._moved(planned, as_of, edition.as_of, known)

    assert not moved(4)
    assert moved(5)
