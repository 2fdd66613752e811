from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.publish.event_kinds import kind_of
from dateline.publish.labels import Box, Wish, settle, shortened, width
from dateline.publish.map_drawing import drawing_of
from dateline.publish.map_view import HEIGHT, WIDTH, main_cluster, view_of
from dateline.publish.outlines import cut_ring, world
from dateline.publish.tolls import distinct, doubt, questions, rivals
from dateline.publish.tolls_chart import panels
from dateline.records import Toll

from .factory import EARLIER, GOVERNOR, MINISTRY, PINS, PRESIDENT, at, cite, edition, pin, toll

coordinate = st.tuples(st.floats(-89, 89, allow_nan=False), st.floats(-180, 180, allow_nan=False))


def box_of(label, size: float) -> Box:
    wide = width(label.text, size)
    left = label.x - {"start": 0, "middle": wide / 2, "end": wide}[label.anchor]
    return Box(left, label.y - size * 0.9, left + wide, label.y + size * 0.2)


def test_labels_of_the_map_do_not_collide():
    drawing = drawing_of(edition())
    assert drawing is not None
    for labels, size in ((drawing.labels, 12), (drawing.phone_labels, 22)):
        assert len(labels) >= 5
        boxes = [box_of(label, size) for label in labels]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@given(st.lists(st.tuples(st.floats(0, 700), st.floats(0, 400), st.text(max_size=12)), max_size=12))
def test_labels_never_collide(points: list[tuple[float, float, str]]):
    wishes = [Wish(text, x, y, 8) for x, y, text in points]
    found = [one for one in settle(wishes, 12, Box(0, 0, WIDTH, HEIGHT), []) if one]
    boxes = [box_of(one, 12) for one in found]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_a_long_name_is_shortened():
    assert shortened("one two  three", 9) == "one two…"
    assert shortened("one", 9) == "one"


def test_a_place_on_the_other_side_of_the_world_does_not_shrink_the_map():
    drawing = drawing_of(edition())
    assert drawing is not None
    assert drawing.beyond == ("Brussels",)
    assert "Kharkiv" in {mark.name for mark in drawing.marks}


def test_two_far_places_make_one_wide_map():
    far = [PINS[0], pin("Bogotá", 3688689, 4.6, -74.1, "ASSAULT")]
    assert main_cluster(far) == far


def test_a_wide_area_is_drawn_as_one():
    drawing = drawing_of(edition())
    assert drawing is not None
    radius = {mark.name: mark.radius for mark in drawing.marks}
    assert radius["Belarus"] is not None and radius["Belarus"] > 30
    assert radius["Kharkiv"] is None


@settings(deadline=None)  # the first map loads the outlines
@given(st.lists(coordinate, min_size=1, max_size=6), st.floats(0, 5000))
def test_every_place_lies_inside_its_map(places: list[tuple[float, float]], vague: float):
    pins = tuple(
        pin(f"P{n}", n, lat, lon, "ASSAULT", precision_km=vague if n == 0 else 5.0)
        for n, (lat, lon) in enumerate(places)
    )
    drawing = drawing_of(replace(edition(), pins=pins))
    assert drawing is not None
    for mark in drawing.marks:
        if mark.pin.precision_km < 400:
            assert -1 <= mark.x <= WIDTH + 1 and -1 <= mark.y <= HEIGHT + 1


def test_places_where_something_happened_outweigh_those_only_named():
    happened = [pin("Kyiv", 703448, 50.45, 30.52, "ASSAULT"), PINS[0]]
    named = [pin("San Carlos", 2, 15.9, 120.3, "other"), pin("Rodriguez", 3, 14.7, 121.1, "other")]
    assert main_cluster([*named, *happened]) == happened


def test_pins_are_moved_apart_and_lead_to_their_places():
    twin = pin("Hostomel", 707753, 49.981, 36.251, "CONSULT")
    drawing = drawing_of(replace(edition(), pins=(PINS[0], twin)))
    assert drawing is not None
    one, other = drawing.marks
    assert hypot(one.x - other.x, one.y - other.y) > 10
    assert one.at == (one.x, one.y)
    assert hypot(other.at[0] - one.x, other.at[1] - one.y) < 1


def test_a_map_of_the_world_ends_at_the_poles_and_has_no_seam():
    far = (
        PINS[0],
        pin("Sydney", 2147714, -33.9, 151.2, "ASSAULT"),
        pin("Bogotá", 4, 4.6, -74.1, "X"),
    )
    view = view_of(far)
    assert view.window.bottom <= 90 and view.window.top >= -90
    assert view.height < HEIGHT
    for ring in world().rings:
        steps = zip(ring.points, [*ring.points[1:], ring.points[0]], strict=True)
        assert ring.country == "Antarctica" or all(abs(a[0] - b[0]) < 180 for a, b in steps)


def test_no_place_no_map():
    assert drawing_of(replace(edition(), pins=())) is None


def test_a_degree_of_latitude_is_drawn_by_its_length():
    view = view_of(PINS)
    _, south = view.place(30, 50)
    _, north = view.place(30, 51)
    assert south - north == pytest.approx(view.length(111.2), rel=0.01)


def surrounded(lon: float, lat: float) -> list[str]:
    def inside(points) -> bool:
        odd = False
        for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                odd = not odd
        return odd

    return [ring.country for ring in world().rings if inside(ring.points)]


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (36.2, 49.5, "Ukraine"),
        (34.1, 45.1, "Ukraine"),
        (37.6, 55.7, "Russia"),
        (-74.1, 4.6, "Colombia"),
        (-89.2, 13.7, "El Salvador"),
    ],
)
def test_outlines_are_where_the_countries_are(lon: float, lat: float, country: str):
    assert surrounded(lon, lat) == [country]


def test_a_ring_is_cut_at_the_edge():
    square = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
    assert set(cut_ring(square, Box(-1, -1, 2, 2))) == {(0, 0), (2, 0), (2, 2), (0, 2)}
    assert cut_ring(square, Box(10, 10, 12, 12)) == []


def test_kinds():
    assert kind_of("ASSAULT").style == "force"
    assert kind_of("VOTE").style == "talks"
    assert kind_of("no such kind").style == "other"


def test_questions_group_rivals_and_put_disputes_first():
    asked = questions(edition())
    assert asked[0].about == "Killed: Russian soldiers, in total, Ukraine"
    assert asked[0].disputed
    assert asked[0].tolls == (MINISTRY, PRESIDENT, EARLIER)  # newest first, superseded last
    assert [len(one.tolls) for one in asked] == [3, 1, 2]


def test_a_figure_that_is_given_again_is_one_answer():
    again = replace(PRESIDENT, at=at(2, 15), citation=cite("nearly 9,000", "norla:60"))
    (first, *_) = questions(replace(edition(), figures=(PRESIDENT, MINISTRY, again)))
    assert [answer.last for answer in first.answers] == [MINISTRY, again]
    assert [len(answer.tolls) for answer in first.answers] == [1, 2]


def test_rivals_that_agree_stand_together():
    other = replace(MINISTRY, by="Moscow")
    dispute = replace(edition().disputes[0], rivals=(MINISTRY, PRESIDENT, other))
    assert rivals(dispute) == (
        ("498", "Russian defence ministry and Moscow"),
        ("nearly 9,000", "Volodymyr Zelensky"),
    )


def test_rivals_answer_one_question_even_if_they_count_in_other_words():
    telex = replace(MINISTRY, claim="c-telex", about=replace(MINISTRY.about, population="SOLDIERS",
                    population_key="soldiers", geonameid=524901))  # fmt: skip
    rivals = replace(edition().disputes[0], rivals=(telex, PRESIDENT))
    apart = replace(edition(), figures=(telex, PRESIDENT), disputes=())
    assert len(questions(apart)) == 2
    (one,) = questions(replace(apart, disputes=(rivals,)))
    assert one.about == "Killed: Russian soldiers, in total, Ukraine"
    assert one.tolls == (telex, PRESIDENT)


def test_figures_of_one_claim_answer_one_question_named_as_in_its_dispute():
    own = replace(MINISTRY, about=replace(MINISTRY.about, population="its soldiers",
                  population_key="soldiers", place="Moscow", geonameid=524901))  # fmt: skip
    asked = questions(replace(edition(), figures=(own, MINISTRY, PRESIDENT)))
    assert [one.about for one in asked] == ["Killed: Russian soldiers, in total, Ukraine"]
    assert own in asked[0].tolls


def test_one_pair_of_figures_is_one_dispute_whatever_its_scope():
    (dispute,) = edition().disputes
    since = tuple(
        replace(one, claim="c-since", about=replace(one.about, scope="incident"))
        for one in dispute.rivals
    )
    twice = replace(edition(), disputes=(dispute, replace(dispute, rivals=since)), figures=())
    assert distinct(twice.disputes) == (dispute,)
    assert len(questions(twice)) == 1


def test_incidents_of_two_days_and_figures_of_nobody_nowhere_are_questions_of_their_own():
    def of(claim: str, **about: object) -> Toll:
        return replace(GOVERNOR, claim=claim, about=replace(GOVERNOR.about, **about))

    nobody = {"population": None, "population_key": None, "place": None, "geonameid": None}
    figures = (
        of("a", when="2022-03-01"), of("b", when="2022-03-02"), of("c", **nobody),
        of("d", **nobody),
    )  # fmt: skip
    asked = questions(replace(edition(), figures=figures, disputes=()))
    assert [one.about for one in asked] == [
        "Killed: people, Kharkiv, 1 March 2022", "Killed: people, Kharkiv, 2 March 2022",
        "Killed", "Killed",
    ]  # fmt: skip


def test_questions_that_read_the_same_are_one():
    def of(claim: str, **about: object) -> Toll:
        return replace(GOVERNOR, claim=claim, about=replace(GOVERNOR.about, when=None, **about))

    figures = of("a"), of("b", population=None, population_key=None), of("c", scope="part")
    figures = (*figures, of("d", population_key="persons"))
    asked = questions(replace(edition(), figures=figures, disputes=()))
    titles = [one.about for one in asked]
    assert len(titles) == len(set(titles))
    assert sum(len(one.tolls) for one in asked) == 4


def test_a_doubt_in_capitals_is_set_in_small_letters():
    assert doubt(replace(PRESIDENT, verification="CANNOT BE VERIFIED")) == "cannot be verified"
    assert doubt(replace(PRESIDENT, verification="Not verified, UN says")).endswith("UN says")


def test_every_speaker_is_a_point_and_bounds_are_kept():
    soldiers, city = panels(questions(edition()))
    assert [dot.says for dot in soldiers.dots] == [
        "Volodymyr Zelensky: 5,710",
        "Volodymyr Zelensky: nearly 9,000",
        "Russian defence ministry: 498",
    ]
    assert [dot.firm for dot in soldiers.dots] == [True, False, True]
    assert soldiers.dots[1].y < soldiers.dots[0].y < soldiers.dots[2].y
    between, at_least = city.dots
    assert between.upper is not None and between.lower is not None
    assert at_least.open_top and not at_least.open_bottom and at_least.upper is None


def test_figures_far_apart_get_a_logarithmic_scale():
    far = replace(edition(), figures=(
        toll("A", "4", (4.0, 4.0, 4.0), at(1)),
        toll("B", "90,000", (90000.0, 90000.0, 90000.0), at(2)),
    ), disputes=())  # fmt: skip
    (panel,) = panels(questions(far))
    assert [tick.words for tick in panel.values] == ["1", "10", "100", "1,000", "10,000", "100,000"]


def test_one_figure_makes_no_chart():
    alone = replace(edition(), figures=(GOVERNOR,), disputes=())
    assert panels(questions(alone)) == ()


numbers = st.one_of(st.none(), st.floats(), st.integers(-5, 10**12).map(float))


@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=30))
def test_any_numbers_can_be_drawn(figures: list[tuple[float | None, float | None, float | None]]):
    tolls = tuple(
        toll(f"S{n % 7}", "some", three, at(1, n % 24)) for n, three in enumerate(figures)
    )
    for panel in panels(questions(replace(edition(), figures=tolls, disputes=()))):
        assert all(0 <= dot.x <= 340 and 0 <= dot.y <= 210 for dot in panel.dots)
