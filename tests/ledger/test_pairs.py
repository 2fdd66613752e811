"""Verdicts on real and on invented pairs that were judged by hand, from raw text to ruling."""

import tomllib

import pytest

from dateline.config import data_dir
from dateline.desk import Desk
from dateline.ledger import judge

from .pairs import DATA, VERDICTS, documents, gold, score

FLOORS = tomllib.loads((DATA / "floors.toml").read_text("utf-8"))


def judged(path):
    _, rulings = Desk(":memory:").judge([str(path)])
    return list(rulings)


@pytest.fixture(scope="module")
def wars():
    return judged(DATA / "wars.jsonl")


@pytest.fixture(scope="module")
def fronts():
    return judged(DATA / "fronts.jsonl")


@pytest.fixture(scope="module")
def enclave():
    return judged(DATA / "enclave.jsonl")


@pytest.fixture(scope="module")
def coast():
    return judged(DATA / "coast.jsonl")


@pytest.fixture(scope="module")
def gorge():
    return judged(DATA / "gorge.jsonl")


@pytest.fixture(scope="module")
def ridge():
    return judged(DATA / "ridge.jsonl")


@pytest.fixture(scope="module")
def delta():
    return judged(DATA / "delta.jsonl")


@pytest.fixture(scope="module")
def muc(tmp_path_factory):
    wanted = documents(gold("pairs-muc.jsonl") + gold("pairs-muc-held-out.jsonl"))
    lines = [
        line
        for name in ("dev", "tst1")
        for line in (data_dir() / "muc" / f"{name}.jsonl").read_text("utf-8").splitlines()
        if line[9:].partition('"')[0] in wanted
    ]
    assert len(lines) == len(wanted)
    path = tmp_path_factory.mktemp("muc") / "muc.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return judged(path)


def held(name, rulings):
    """The score, printed, with every floor that it is under."""
    found = score(gold(name), rulings)
    print(f"\n{name}: {found}")
    reached = {"accuracy": found.accuracy, "origin": found.origin}
    reached |= {verdict: found.f1(verdict) for verdict in VERDICTS}
    return {k: (round(reached[k], 3), v) for k, v in FLOORS[name].items() if reached[k] < v - 5e-4}


def test_pairs_of_our_own_wars(wars):
    assert held("pairs-wars.jsonl", wars) == {}


def test_pairs_of_many_outlets(fronts):
    assert held("pairs-fronts.jsonl", fronts) == {}


@pytest.mark.parametrize("name", ["pairs-enclave.jsonl", "pairs-enclave-blind.jsonl"])
def test_pairs_that_were_judged_blind(enclave, name):
    assert held(name, enclave) == {}


@pytest.mark.parametrize("name", ["pairs-coast.jsonl", "pairs-coast-blind.jsonl"])
def test_pairs_that_are_hard_by_choice(coast, name):
    assert held(name, coast) == {}


@pytest.mark.parametrize("name", ["pairs-gorge.jsonl", "pairs-gorge-blind.jsonl"])
def test_pairs_of_a_war_as_outlets_of_our_day_would_tell_it(gorge, name):
    assert held(name, gorge) == {}


@pytest.mark.parametrize("name", ["pairs-ridge.jsonl", "pairs-ridge-blind.jsonl"])
def test_pairs_of_posts_live_pages_and_situation_reports(ridge, name):
    assert held(name, ridge) == {}


@pytest.mark.parametrize("name", ["pairs-delta.jsonl", "pairs-delta-blind.jsonl"])
def test_pairs_of_a_war_at_sea_and_from_the_air(delta, name):
    assert held(name, delta) == {}


def test_every_reason_is_a_sentence(wars, ridge):
    for ruling in (*wars, *ridge):
        assert ruling.reason[0].isupper() or ruling.reason[0].isdigit(), ruling.reason
        assert ruling.reason.endswith("."), ruling.reason
        assert "None" not in ruling.reason
        assert "\n" not in ruling.reason


def test_what_is_weighed_tells_the_doubt_and_is_no_rule_of_the_ledger(coast):
    weighed = [r for r in coast if r.rule == "weighing"]
    assert weighed
    for ruling in weighed:
        assert " A doubt remains: " in ruling.reason
        assert ruling.reason.endswith("."), ruling.reason
        assert judge(ruling.a, ruling.b).verdict == "not comparable"


def test_no_pair_of_our_own_wars_is_a_false_dispute(wars):
    """Whatever else is missed, a dispute that is none never reaches an editor's note."""
    false = [
        (pair, ruling.reason)
        for pair, ruling in score(gold("pairs-wars.jsonl"), wars).wrong
        if ruling and ruling.verdict == "contradicts"
    ]
    assert false == []


@pytest.mark.data
@pytest.mark.parametrize("name", ["pairs-muc.jsonl", "pairs-muc-held-out.jsonl"])
def test_pairs_of_real_wires(muc, name):
    assert held(name, muc) == {}
