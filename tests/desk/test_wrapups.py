"""What one dispatch tells of several towns is not weighed against each other; a speaker who is
named with the town is the one who is named without.
"""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.clock import Clock
from dateline.desk import Desk, editing
from dateline.records import Span

WIRE = (
    ("alba-1", "Alba", 8, "LAGOS, March 4 (Alba) - A ferry sank in the lagoon of Lagos on Tuesday "
     "and 30 people drowned, the port authority said. Divers searched the wreck."),
    ("cera-1", "Cera", 20, "PARIS, March 4 (Cera) - World news in brief.\n\nKHARKIV - Shelling of "
     "a market hall in Kharkiv on Tuesday killed 15 people, the mayor, Oleg Sinko, said.\n\n"
     "LAGOS - The port authority in Lagos said 32 people had drowned when a ferry sank on Tuesday. "
     "Divers searched the wreck."),
    ("alba-2", "Alba", 21, "LAGOS, March 4 (Alba) - The port authority in Lagos said on Wednesday "
     "33 people had drowned when a ferry sank on Tuesday."),
)  # fmt: skip


@pytest.fixture
def claims(tmp_path):
    rows = [{"doc": doc, "agency": agency, "text": text, "issued": f"2026-03-04T{hour:02}:00:00Z"}
            for doc, agency, hour, text in WIRE]  # fmt: skip
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    with Desk() as desk:
        desk.ingest([str(tmp_path / "wire.jsonl")])
        yield [c for c in desk.claims() if c.about.measure == "killed"]


def test_two_towns_of_one_wrapup_are_no_dispute(claims):
    assert not [j.reason for c in claims for j in c.judgements if "Sinko" in j.reason]


def test_the_later_toll_of_the_port_authority_supersedes(claims):
    found = {a.text: c.status for c in claims for a in c.assertions}
    assert found == {
        "30 people": "superseded", "15 people": "single-source", "32 people": "superseded",
        "33 people": "single-source",
    }  # fmt: skip


def test_what_the_mayor_says_of_the_city_is_of_that_city(tmp_path):
    row = {"doc": "a", "agency": "Alba", "issued": "2026-03-04T08:00:00Z",
           "text": "KYIV, March 4 (Alba) - The mayor of Kharkiv, Oleg Sinko, said shelling had "
           "killed 18 people in the city on Tuesday."}  # fmt: skip
    (tmp_path / "w.jsonl").write_text(json.dumps(row), "utf-8")
    with Desk() as desk:
        desk.ingest([str(tmp_path / "w.jsonl")])
        (toll,) = [a for c in desk.claims() for a in c.assertions if a.kind == "figure"]
    assert (toll.about.place, toll.about.guessed) == ("Kharkiv", False)


ROUND_UPS = Path(__file__).parent.parent / "data" / "ledger" / "wrapups.jsonl"
AT = datetime(2026, 6, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def rows():
    return {r["doc"]: r for r in map(json.loads, ROUND_UPS.read_text("utf-8").splitlines())}


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wrapups")
    with Desk(str(folder / "desk.db"), Clock.frozen(AT)) as desk:
        desk.publish([str(ROUND_UPS)], folder / "site")
        yield desk, folder / "site"


def paragraphs(row):
    """Where each paragraph of a wrap-up is, and the story that an editor would say it is of."""
    at, found = 0, []
    for words, about in zip(row["text"].strip().split("\n\n"), row["paragraphs"], strict=True):
        at = row["text"].index(words, at)
        found.append((Span(at, at + len(words)), about))
    return found


def about(desk, rows):
    """What each story is about, by its dispatches that tell of one thing only."""
    single = {doc: row["stories"] for doc, row in rows.items() if "paragraphs" not in row}
    labels = {s.id: Counter(x for doc in s.dispatches for x in single.get(doc, ()))
              for s in desk.ledger.stories()}  # fmt: skip
    return {name: some.most_common(1)[0][0] for name, some in labels.items() if some}


def test_items_of_round_ups_go_to_the_stories_that_they_are_of(newsroom, rows):
    desk, _ = newsroom
    stories, label = desk.ledger.stories(), about(desk, rows)
    main = {doc: label[s.id] for s in stories for doc in s.dispatches}
    joined = {(e.guid, span): (label[s.id], truth) for s in stories for e in s.excerpts
              for span, truth in paragraphs(rows[e.guid]) if span.overlaps(e.span)}  # fmt: skip
    wanted = [(doc, span) for doc, row in rows.items() if "paragraphs" in row
              for span, truth in paragraphs(row) if truth and truth != main[doc]]  # fmt: skip
    right = [at for at, (found, truth) in joined.items() if found == truth]
    found = [at for at in wanted if at in right]
    print(f"precision {len(right)} of {len(joined)}, recall {len(found)} of {len(wanted)}")
    assert len(right) >= 0.85 * len(joined)
    assert len(found) >= 0.85 * len(wanted)


def test_a_story_of_a_round_up_is_its_own(newsroom, rows):
    """The bulletin came before the first dispatch on the fire, which it must not draw to itself."""
    desk, _ = newsroom
    label = about(desk, rows)
    assert sorted(label.values()) == ["cholera", "ferry", "fire", "mine", "quetta", "strike"]


def test_a_page_tells_nothing_of_another_story(newsroom, rows):
    desk, site = newsroom
    label = about(desk, rows)
    foreign = {"fire": ("weather", "Quetta"), "strike": ("New Zealand", "Monchique", "tourists"),
               "quetta": ("Gdynia", "Monchique", "weather"),
               "mine": ("Gdynia", "Mkombozi")}  # fmt: skip
    for story, name in label.items():
        for number in site.glob(f"{story}/index.html"):
            page = number.read_text("utf-8")
            assert not [w for w in foreign.get(name, ()) if w in page], name
    fire = next(story for story, name in label.items() if name == "fire")
    edition = desk.ledger.editions(fire)[-1]
    cited = {c.guid for s in edition.sections for x in s.lines for c in x.citations}
    cited |= {c.guid for x in edition.standfirst for c in x.citations}
    assert cited & {"lindor-05", "marrow-06"}


def test_the_list_of_stories_tells_of_passages(newsroom):
    desk, _ = newsroom
    some = [one for one in editing.listed(desk.ledger, None, AT) if one.story.excerpts]
    assert any(" and a passage of 2 more, last " in editing.line(one) for one in some)
    (told, *_) = editing.story_json(some[0])["excerpts"]
    assert set(told) == {"dispatch", "version", "start", "end"}


def test_a_text_is_checked_against_all_parts_of_a_round_up(newsroom):
    desk, _ = newsroom
    said = ("Shipping lines diverted eleven vessels to Hamburg because of the dockers' strike in "
            "Gdynia, the port authority said.")  # fmt: skip
    assert [v.refusal for v in desk.check(said)] == [None]
