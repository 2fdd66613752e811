"""What is no dispute, whatever the numbers and the words: texts read and asked for end to end."""

import json

import pytest

from dateline.desk import Desk
from dateline.desk.printing import disputes

DAY = "2019-05-{}:00:00Z"


@pytest.fixture
def ledger(tmp_path):
    def kept(*rows):
        docs = [
            {"doc": f"{n}", "agency": a, "issued": DAY.format(at), "text": text}
            for n, (a, at, text) in enumerate(rows)
        ]
        path = tmp_path / "wire.jsonl"
        path.write_text("\n".join(map(json.dumps, docs)), "utf-8")
        desk = Desk(":memory:")
        desk.ingest([str(path)])
        return desk

    return kept


BOMB = "A car bomb hit a market in Ganja on Tuesday"
NONE = [
    (
        "a part told by its number alone",
        "Six priests, five of them Spaniards, were killed in Ganja on Tuesday.",
        "Eight people, six of them priests, were killed in Ganja on Tuesday.",
    ),
    (
        "nobody badly hurt",
        "A bomb hit a bus in Ganja on Tuesday. Nobody was badly hurt, the mayor, Ana Oru, said.",
        "A bomb hit a bus in Ganja on Tuesday. Ten people were hurt, the police said.",
    ),
    (
        "ten others are not all",
        "A bomb hit a bus in Ganja on Tuesday. Eight sailors were hurt. Police said 10 other "
        "people were also hurt.",
        "A bomb hit a bus in Ganja on Tuesday and 20 people were hurt.",
    ),
    (
        "who rejects violence denies no killing",
        "The army killed the priests of Ganja on Tuesday, the rebel front said.",
        'The rector, Ivo Maran, rejected the escalation of violence "as a means to reach peace, '
        'now that the priests of Ganja have been killed."',
    ),
    (
        "a thing left open",
        "The gunman, Ivo Maran, said that a man named Piet Oru worked at the Norlan embassy.",
        "The Norlan embassy would neither confirm nor deny that a man named Piet Oru worked there.",
    ),
]


@pytest.mark.parametrize(("name", "one", "two"), NONE, ids=[n[0] for n in NONE])
def test_no_dispute(ledger, name, one, two):
    desk = ledger(("Alba", "15T08", one), ("Brio", "15T09", two))
    assert disputes(desk.claims(disputed=True)) == ""


def test_a_charge_over_another_victim_is_not_what_is_denied(ledger):
    desk = ledger(
        (
            "Alba",
            "15T08",
            "The minister Rodrigo Porto was killed in Ganja a week ago. The army said that Porto "
            "was killed by the rebels. The rebels denied any responsibility for the killing.",
        ),
        (
            "Brio",
            "15T09",
            "The embassy said that the rebels killed the minister Rodrigo Porto in Ganja. It also "
            "said that the rebels killed Attorney General Bartol Garcha.",
        ),
    )
    told = disputes(desk.claims(disputed=True))
    assert "Porto" in told
    assert "Garcha" not in told


RISES = [
    ("15T08", "15T12", "The toll of Tuesday's bomb at a market in Ganja has risen to 9 dead"),
    ("14T20", "15T09", f"{BOMB}, killing 9 people"),
]


@pytest.mark.parametrize(("early", "late", "text"), RISES, ids=["risen", "a first count"])
def test_a_rising_toll_is_no_dispute(ledger, early, late, text):
    desk = ledger(
        ("Alba", early, f"{BOMB}, killing 4 people, a medic, Ana Oru, said."),
        ("Brio", late, f"{text}, the mayor, Ivo Maran, said."),
    )
    old, new = (c for c in desk.claims() if c.kind == "figure")
    assert (old.status, new.status) == ("superseded", "single-source")
    assert desk.claims(disputed=True) == ()
    (old,) = (c for c in desk.claims(changes_since=old.assertions[0].learnt) if c.id == old.id)
    assert old.history[-1].why == "Ivo Maran now says 9, Ana Oru 4 earlier."
    assert [(c.kind, c.why) for c in old.changes] == [("superseded", old.history[-1].why)]


def test_a_lower_count_later_is_a_dispute(ledger):
    desk = ledger(
        ("Alba", "15T08", f"{BOMB}, killing 9 people, a medic, Ana Oru, said."),
        ("Brio", "15T12", f"{BOMB}, killing 4 people, the mayor, Ivo Maran, said."),
    )
    assert "! Ivo Maran says 4, Ana Oru 9: both" in disputes(desk.claims(disputed=True))


def test_fighters_counted_by_two_sides_stay_in_dispute(ledger):
    desk = ledger(
        ("Alba", "14T20", "The army said that 4 soldiers were killed in Ganja on Tuesday."),
        ("Brio", "15T12", "The rebels said that 9 soldiers were killed in Ganja on Tuesday."),
    )
    assert "9, the army 4" in disputes(desk.claims(disputed=True))


def test_counts_that_a_later_one_has_overtaken_are_no_longer_disputed(ledger):
    desk = ledger(
        ("Alba", "14T18", f"{BOMB}, killing 4 people, a medic, Ana Oru, said."),
        ("Brio", "14T20", f"{BOMB}, killing 6 people, the police chief, Olav Dunn, said."),
        ("Brio", "15T12", f"{BOMB}, killing 9 people, the mayor, Ivo Maran, said."),
    )
    statuses = [c.status for c in desk.claims() if c.kind == "figure"]
    assert statuses == ["superseded", "superseded", "single-source"]


def test_who_holds_a_town_is_told_once(ledger):
    desk = ledger(
        ("Alba", "15T08", "Russia said that its forces had taken control of Kherson."),
        ("Brio", "15T12", "The mayor of Kherson, Ivo Maran, denied that Russian forces had taken "
         "control of Kherson."),
    )  # fmt: skip
    assert disputes(desk.claims(disputed=True)).count("SAID AND DENIED") == 1


def test_origins_are_counted_over_all_that_backs_a_claim(ledger):
    desk = ledger(
        ("Alba", "15T08", "At least 58 people died when a dam burst in Ganja on Tuesday, the fire "
         "service said."),
        ("Brio", "15T12", "More than 100 people died when a dam burst in Ganja on Tuesday, "
         "rescuers said."),
    )  # fmt: skip
    first, _ = (c for c in desk.claims() if c.kind == "figure")
    assert (first.origins, first.dispatches) == (2, 2)


def test_a_denial_of_an_attack_by_itself_answers_only_who_blames_somebody(ledger):
    desk = ledger(
        ("Alba", "15T08", "Shelling of a market in Ganja on Tuesday hurt 60 people, Ivo Maran, the "
         "mayor, said."),
        ("Brio", "15T12", "Armenia denied that it had shelled a market in Ganja on Tuesday."),
    )  # fmt: skip
    assert disputes(desk.claims(disputed=True)) == ""
