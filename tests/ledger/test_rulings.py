"""Verdicts on pairs, with their reasons: the table an editor would agree with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ledger import assertions, judge
from dateline.records import About, Name

from .factory import dispatch, event, figure, on, place, reading, span, statement, toll


def made(*args, guid="alba:1", agency="Alba", **fields):
    (a,) = assertions(*toll(*args, guid=guid, agency=agency, **fields))
    return a


def other(*args, **fields):
    return made(*args, guid="brio:1", agency="Brio", **{"at": 1} | fields)


FLOOR_21 = {"words": "at least 21", "figures": {"low": 21, "high": None, "value": None,
                                                "hedge": "at least"}}  # fmt: skip
FLOOR_58 = {"words": "at least 58", "figures": {"low": 58, "high": None, "value": None,
                                                "hedge": "at least"}}  # fmt: skip
OVER_100 = {"words": "more than 100", "figures": {"low": 101, "high": None, "value": None,
                                                  "hedge": "more than"}}  # fmt: skip
NEARLY_9000 = {"words": "nearly 9,000", "population": "Russian soldiers", "by": "Kyiv",
               "figures": {"low": None, "high": None, "value": 9000, "hedge": "nearly",
                           "scope": "cumulative", "when": on(1, 7)}}  # fmt: skip
ONLY_498 = {"population": "soldiers", "by": "Moscow", "day": None,
            "figures": {"scope": "cumulative", "when": None, "place": None}}  # fmt: skip

VILLAGES = "a market and villages across the region"
BUS = "a passenger bus near the river"

PAIRS = [
    ("equal figures", made(21, by="a"), other(21, by="b"), "same"),
    ("a floor below", made(None, **FLOOR_21), other(25), "supports"),
    ("a floor above", made(None, **FLOOR_21), other(18), "contradicts"),
    ("two floors", made(None, **FLOOR_58), other(None, **OVER_100), "supports"),
    ("rival running tolls", made(None, **NEARLY_9000), other(498, **ONLY_498), "contradicts"),
    ("another measure", made(21), other(18, measure="injured"), "not comparable"),
    ("another population", made(21, population="soldiers"), other(18, population="children"),
     "not comparable"),
    ("a part of the population", made(21), other(18, population="soldiers"), "not comparable"),
    ("another town", made(21), other(18, town="Kyiv"), "not comparable"),
    ("all the province", made(21), other(18, town="Kharkiv oblast", scene=VILLAGES),
     "not comparable"),
    ("the province around one incident", made(21), other(18, town="Kharkiv oblast"), "contradicts"),
    ("the province, equal", made(21), other(21, town="Kharkiv oblast"), "same"),
    ("only the country", made(21, town="Ukraine"), other(18, town="Ukraine", scene=BUS),
     "not comparable"),
    ("another target", made(21), other(18, scene=BUS), "not comparable"),
    ("another day", made(21), other(18, day=4), "not comparable"),
    ("one day and all days", made(21), other(18, figures={"scope": "cumulative"}),
     "not comparable"),
    ("a part", made(21), other(3, figures={"scope": "part"}), "not comparable"),
    ("the same speaker later", made(21, by="the mayor"), other(25, by="the mayor"), "supersedes"),
    ("one speaker, heard twice", made(21, by="the mayor"), other(25, by="the mayor", at=0),
     "contradicts"),
    ("single victim", made(1), other(25), "not comparable"),
    ("running tolls of other days", made(300, figures={"scope": "cumulative"}),
     other(400, at=60, figures={"scope": "cumulative"}), "not comparable"),
    ("a running toll renewed", made(300, by="Kyiv", figures={"scope": "cumulative"}),
     other(400, by="Kyiv", at=60, figures={"scope": "cumulative"}), "supersedes"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "a", "b", "verdict"), PAIRS, ids=[p[0] for p in PAIRS])
def test_verdicts_on_figures(name, a, b, verdict):
    found = judge(a, b)
    assert found.verdict == verdict, found.reason
    assert found == judge(b, a)
    assert found.reason.endswith(".")
    assert found.reason[0] == found.reason[0].upper()


OWN_34 = {"words": "34 of its men", "population": "fighters", "by": "the RSF",
          "figures": {"scope": "cumulative", "when": on(1, 2), "place": None}}  # fmt: skip
OWN_200 = {"words": "200 RSF fighters", "population": "fighters", "by": "the army",
           "figures": {"scope": "cumulative", "when": on(1, 2), "place": None}}  # fmt: skip


def test_a_speakers_men_are_its_fighters():
    found = judge(made(34, **OWN_34), other(200, **OWN_200))
    assert (found.verdict, found.origin) == ("contradicts", "several")
    assert found.reason == "The army says 200, the RSF 34: both cannot be true."


def test_tolls_of_a_battle_compare_on_one_day_only():
    days = {"scope": "cumulative", "when": on(1, 2)}
    assert judge(made(21), other(34, figures=days)).verdict == "contradicts"
    assert judge(made(21), other(34, at=60, figures=days)).verdict == "not comparable"


def test_a_part_larger_than_the_whole_contradicts_it():
    found = judge(made(9), other(None, **(FLOOR_58 | {"population": "civilians"})))
    assert found.verdict == "contradicts"
    assert found.reason == "Alba says 9 in all, Brio at least 58 civilians: both cannot be true."


def test_one_speaker_says_one_number_twice():
    found = judge(made(None, by="the mayor", **FLOOR_21), other(21, by="the mayor"))
    assert (found.verdict, found.origin) == ("same", "one")
    assert found.reason == "The mayor says 21 both times."


def test_a_running_toll_does_not_shrink_to_another_stretch():
    found = judge(made(13000, by="Kyiv", figures={"scope": "cumulative"}),
                  other(90, by="Kyiv", at=60, figures={"scope": "cumulative"}))  # fmt: skip
    assert found.verdict == "not comparable"


def test_one_agencys_own_figure_gives_way_to_its_next():
    old = made(9)
    new = made(10, by="the Red Cross", guid="alba:2", at=5)
    assert (judge(old, new).verdict, judge(old, new).origin) == ("supersedes", "one")


def test_a_superseding_toll_comes_first_in_its_ruling():
    found = judge(made(21, by="the mayor"), other(25, by="the mayor"))
    assert (found.a.value, found.b.value) == (25, 21)
    assert found.reason == "The mayor now says 25, earlier 21."


def test_reasons_name_figures_and_speakers():
    found = judge(made(None, **NEARLY_9000), other(498, **ONLY_498))
    assert found.reason == "Moscow says 498, Kyiv nearly 9,000: both cannot be true."
    assert found.origin == "several"


@pytest.mark.parametrize(
    ("a", "b", "origin"),
    [
        ({"by": "Moscow"}, {"by": "the Kremlin"}, "one"),
        ({"by": "the Russian defence ministry"}, {"by": "Russia's Ministry of Defense"}, "one"),
        ({"by": "the mayor"}, {"by": "the army"}, "several"),
        ({}, {}, "several"),
        ({}, {"by": "Alba"}, "one"),
        ({}, {"by": "the mayor"}, "unclear"),
        ({"by": "witnesses"}, {"by": "witnesses"}, "unclear"),
    ],
)
def test_origins(a, b, origin):
    assert judge(made(21, **a), other(21, **b)).origin == origin


def said(content, *, guid="alba:1", agency="Alba", at=0.0, **fields):
    one = dispatch(f"It was reported that {content}.", guid, agency=agency, at=at)
    found = assertions(one, reading(one, statement(one, content, **fields)))
    (a,) = (x for x in found if x.kind == "statement")
    return a


RAID = "guerrillas attacked the presidential farm near the coast"


def test_statements_agree_and_deny():
    claim = said(RAID, by="the rebels")
    again = said(RAID, guid="brio:1", agency="Brio", at=2, by="the rebels")
    backed = said("guerrillas attacked a presidential farm on the coast", guid="c", by="farmers")
    denied = said(RAID, guid="brio:1", agency="Brio", at=2, by="the army", polarity="denies")
    unlike = said("harvests will be poor in the north this year", guid="c", by="farmers")
    assert judge(claim, again).verdict == "same"
    assert judge(claim, backed).verdict == "supports"
    assert judge(claim, denied).verdict == "contradicts"
    assert judge(claim, denied).reason == "The army denies what the rebels say."
    assert judge(claim, unlike).verdict == "not comparable"


def held(holder, status="claimed", by="the army", *, guid="alba:1", at=0.0):
    words = f"{holder} took Kharkiv"
    one = dispatch(f"{words} on 2 March.", guid, at=at)
    found = event(one, words, actors=(holder,), status=status, source_name=by,
                  place=place(one, "Kharkiv"), when=on(2))  # fmt: skip
    known = Name(span(one, holder), holder, "group", holder)
    (a,) = assertions(one, reading(one, found, known))
    return a


def test_control_is_claimed_denied_confirmed_and_contested():
    claim = held("The Russian army", by="Moscow")
    denied = held("The Russian army", "denied", by="the mayor", guid="b", at=1)
    backed = held("The Russian army", by="monitors", guid="c", at=2)
    rival = held("The rebel front", by="the rebels", guid="d", at=3)
    taken = held("The Ukrainian army", by="Moscow", guid="e", at=4)
    assert claim.kind == "control"
    assert judge(claim, denied).verdict == "contradicts"
    assert judge(claim, backed).verdict == "supports"
    assert judge(claim, rival).verdict == "contradicts"
    assert judge(claim, taken).verdict == "supersedes"


def test_kinds_do_not_compare():
    found = judge(made(21), said(RAID, by="the rebels"))
    assert (found.verdict, found.origin) == ("not comparable", "unclear")


NUMBERS = st.integers(0, 60)


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_bounds_decide(x, y, floor_x, floor_y):
    def one(n, floor, make):
        words = f"at least {n}" if floor else str(n)
        bounds = {"low": n, "high": None if floor else n, "value": None if floor else n,
                  "hedge": "at least" if floor else "exact"}  # fmt: skip
        return make(None, words=words, figures=bounds)

    found = judge(one(x, floor_x, made), one(y, floor_y, other)).verdict
    meets = (floor_x or y <= x) if floor_y else (x <= y if floor_x else x == y)
    if found == "contradicts":
        assert not meets
    if found in ("same", "supports"):
        assert meets


def test_a_figure_without_bounds_is_not_judged():
    a = made(None, words="many", figures={"low": None, "high": None, "value": None})
    assert judge(a, other(4)).verdict == "not comparable"


def test_about_survives():
    assert made(4).about == About(
        measure="killed", population="people", population_key="people", place="Kharkiv",
        geonameid=706483, within=(690791, 706482), when="2022-03-02", precision="day",
    )  # fmt: skip


def test_figure_ids_do_not_depend_on_the_reader():
    one, read = toll(4)
    again = reading(one, *read.figures, figure(one, "Rescue crews", "rescued", 2))
    assert assertions(one, read)[0].id in {a.id for a in assertions(one, again)}
