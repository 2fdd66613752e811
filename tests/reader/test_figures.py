import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.records import Figure, Reading
from dateline.records.vocabulary import CORE_MEASURES
from tests.reader.pages import dispatch, reading
from tests.timing import cpu_seconds

DATA = Path(__file__).parents[1] / "data" / "reader"
GOLDEN = [json.loads(line) for line in (DATA / "figures.jsonl").read_text("utf-8").splitlines()]


def summary(found: Reading, *, tolls: bool) -> list[list[object]]:
    """Figures as the golden file has them; counts of other things only where it has some."""
    return [
        [f.text, f.measure, f.low, f.value, f.high, f.hedge, f.population_key]
        for f in found.figures
        if f.measure in CORE_MEASURES or not tolls
    ]


@pytest.mark.parametrize("pair", GOLDEN, ids=[p["text"][:40] for p in GOLDEN])
def test_golden_sentences(pair):
    tolls = all(f[1] in CORE_MEASURES for f in pair["figures"])
    found = reading(pair["text"], language=pair.get("language", "en"))
    assert summary(found, tolls=tolls) == pair["figures"]
    if "parts" in pair:
        parts = [f for f in found.figures if f.scope == "part"]
        assert [[f.text, _whole(found, f)] for f in parts] == pair["parts"]


def _whole(found: Reading, part: Figure) -> str | None:
    return None if part.part_of is None else found.figures[part.part_of].text


def figure(text: str, words: str, language: str = "en") -> Figure:
    return next(f for f in reading(text, language=language).figures if f.text == words)


def test_including_is_part_of_the_count_before_it():
    found = reading("The bomb killed six people, including three children.").figures
    (part,) = [f for f in found if f.scope == "part"]
    assert part.text == "three children"
    assert part.part_of is not None
    assert found[part.part_of].text == "six people"


def test_a_part_with_a_place_of_its_own_does_not_place_the_whole():
    text = "The toll has climbed to 208, with 91 of the dead in Leyte and 45 in Samar."
    found = [(f.text, f.measure, f.place and f.place.name) for f in reading(text).figures]
    assert found == [
        ("208", "killed", None),
        ("91 of the dead", "killed", "Leyte"),
        ("45", "killed", "Samar"),
    ]


def test_the_town_that_a_place_is_west_of_is_not_where_it_happened():
    found = figure("In Utiel, a town west of Valencia, six residents died.", "six residents")
    assert found.place is not None
    assert found.place.name == "Utiel"


def test_words_that_nobody_has_verified_the_figure():
    text = "Nearly 9,000 rebels have been killed, a figure that cannot be verified immediately."
    found = figure(text, "Nearly 9,000 rebels")
    assert found.verification == "a figure that cannot be verified immediately"


def test_a_doubt_in_the_next_sentence_belongs_to_the_figure_before_it():
    text = "The army said 40 rebels died. The figure could not be independently confirmed."
    doubt = figure(text, "40 rebels").verification
    assert doubt is not None
    assert "could not be independently confirmed" in doubt


def test_a_total_since_a_date_is_cumulative():
    running = figure("More than 300 people have died since January.", "More than 300 people")
    assert running.scope == "cumulative"
    assert figure("The mine killed two people.", "two people").scope == "incident"


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Three soldiers were killed.", "Three soldiers", "combatant"),
        ("The mayor was killed.", "The mayor", "official"),
        ("Two peasants were killed.", "Two peasants", "civilian"),
        ("Two people were killed.", "Two people", "unknown"),
    ],
)
def test_victims_by_their_part_in_the_conflict(text, words, kind):
    assert figure(text, words).victims == kind


@pytest.mark.parametrize(
    ("text", "words", "measure", "value", "key"),
    [
        ("L'attaque a tué six prêtres.", "six prêtres", "killed", 6, "priests"),
        ("Deux soldats russes ont été blessés.", "Deux soldats russes", "injured", 2,
         "russian soldiers"),
        ("L'explosion a fait 12 morts.", "12 morts", "killed", 12, None),
        ("Aucune victime n'a été signalée.", "Aucune victime", "casualties", 0, None),
    ],
)  # fmt: skip
def test_french(text, words, measure, value, key):
    found = figure(text, words, "fr")
    assert (found.measure, found.value, found.population_key) == (measure, value, key)


def test_the_day_of_what_came_before_is_not_the_day_of_what_follows():
    text = (
        "After the raids of the day before, which killed 21 people, buildings in Kharkiv were hit. "
        "Four people were killed."
    )
    assert figure(text, "21 people").when.text == "the day before"
    assert figure(text, "Four people").when is None


def test_telex_reads_like_mixed_case():
    plain = "Rebels killed three soldiers and wounded a policeman in San Vito on Monday night."
    wanted = [[f.upper() if isinstance(f, str) else f for f in row[:4]]
              for row in summary(reading(plain), tolls=True)]  # fmt: skip
    got = [[f.upper() if isinstance(f, str) else f for f in row[:4]]
           for row in summary(reading(plain.upper()), tolls=True)]  # fmt: skip
    assert got == wanted


PIECES = """At least 21 people were killed , and nine injured by rebels . No one 3,000 of the 😀 [ a
third including two women toll to \u202e"""


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_spans_quote_the_text(words: Sequence[str]):
    text = " ".join(words)
    found = reading(text).figures
    assert list(found) == sorted(found, key=lambda f: f.span.start)
    for one in found:
        assert text[one.span.start : one.span.end] == one.text
        assert one.part_of is None or found[one.part_of].part_of is None


@pytest.mark.parametrize("unit", ["1", "1 ", "5 killed, ", "two men and ", "toll 5 ", "no "])
def test_hostile_text_is_read_in_linear_time(unit):
    from dateline.reader import figures, language, pipeline  # noqa: PLC0415 (the step alone)
    from dateline.reader.page import Page  # noqa: PLC0415
    from dateline.reader.view import view  # noqa: PLC0415

    def seconds(size: int) -> float:
        given_ = dispatch(unit * (size // len(unit)))
        seen = view(given_)
        (doc,) = pipeline._parse([seen.text], "en")
        page = Page(given_, "en", seen, doc)
        return cpu_seconds(lambda: figures.find(page, {}))

    assert language.model("en")
    assert seconds(24_000) < 12 * seconds(6_000) + 1


def agrees(gold: dict[str, object], one: Figure) -> bool:
    """Same measure and bounds, at an overlapping span."""
    start, end = gold["start"], gold["end"]
    overlap = one.span.start < end and start < one.span.end
    bounds = (gold["value"], gold["low"], gold["high"]) == (one.value, one.low, one.high)
    return overlap and gold["measure"] == one.measure and bounds


@pytest.mark.data
def test_precision_and_recall_on_every_toll_of_twenty_dispatches(gold):
    """Hand-made: all tolls of 20 dispatches of tst1, by document and span."""
    rows = [json.loads(row) for row in (DATA / "figures_tst1.jsonl").read_text().splitlines()]
    texts = {}
    for line in (gold / "muc/tst1.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["doc"]] = row["text"]
    right = predicted = 0
    for doc in sorted({row["doc"] for row in rows}):
        left = [row for row in rows if row["doc"] == doc]
        for one in reading(texts[doc]).figures:
            if one.measure in CORE_MEASURES:
                predicted += 1
                same = [g for g in left if agrees(g, one)]
                right += bool(same)
                left = [g for g in left if not same or g is not same[0]]
    print(f"tolls: precision {right / predicted:.3f}, recall {right / len(rows):.3f}")
    assert right / predicted >= 0.88
    assert right / len(rows) >= 0.80


@pytest.mark.parametrize(
    ("text", "words", "scope", "place", "when", "source"),
    [
        ("The death toll from Saturday's shelling of the old market in Omdurman has risen to 60, "
         "the doctors' union said on Sunday.", "60", "incident", "Omdurman", "2022-02-26",
         "doctors' union"),
        ("The ministry on Sunday raised to 61 the number of people killed in Saturday's attack on "
         "the Omdurman market.", "61", "incident", "Omdurman", "2022-02-26", "ministry"),
        ("Army strikes on Nyala in South Darfur killed 65 people on Monday.", "65 people",
         "incident", "Nyala", "2022-02-28", None),
        ("The army shelled a market in Omdurman, across the Nile from Khartoum, killing 54 people.",
         "54 people", "incident", "Omdurman", None, None),
        ("The toll has risen to 60 since the war began, officials said.", "60", "cumulative", None,
         None, "officials"),
    ],
)  # fmt: skip
def test_where_when_and_by_whom(text, words, scope, place, when, source):  # noqa: PLR0913, PLR0917 (one a column)
    found = {f.text: f for f in reading(text).figures}
    one = found[words]
    at = (one.place.name if one.place else None, one.when.value if one.when else None)
    assert (one.scope, *at, one.source_name) == (scope, place, when, source)


def test_a_toll_of_the_headline_does_not_hide_that_of_the_text() -> None:
    text = (
        "Dam toll rises to 19\n\n"
        "The death toll from a dam burst in the town of Kutaisi rose to 19, the ministry said."
    )
    tolls = [(f.text, f.source_name) for f in reading(text).figures if f.measure == "killed"]
    assert tolls == [("19", None), ("19", "ministry")]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Two of the four people reported missing had been found dead, he said.", "part"),
        ("Two of the five wounded soldiers died in hospital.", "part"),
        ("Three of the missing were found dead, police said.", "part"),
        ("Twenty of the 45 passengers were killed.", "incident"),
    ],
)
def test_the_dead_among_those_already_harmed_are_a_part(text: str, scope: str) -> None:
    assert [f.scope for f in reading(text).figures if f.measure == "killed"] == [scope]


def test_a_toll_before_a_weekday_counts_no_days() -> None:
    text = "The death toll from strikes on the city rose to 11 Saturday as crews dug on."
    (found,) = dateline.read(text, issued=datetime(2023, 4, 15, 9, tzinfo=UTC)).figures
    assert (found.text, found.measure, found.population) == ("11", "killed", None)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Rockets killed 13 people in Aleppo on Friday. State media put the toll at nine.",
         "State media"),
        ("Bombs shook the town. The ministry gave a toll of 14 dead.", "ministry"),
    ],
)  # fmt: skip
def test_who_puts_a_toll_at_a_number(text: str, by: str) -> None:
    found = dateline.read(text, issued=datetime(2023, 4, 15, 9, tzinfo=UTC)).figures
    assert found[-1].source_name == by


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "The army said 26 more of its troops had been killed, taking its total losses since "
            "Sept. 27 to 376.",
            [("26 more of its troops", 26), ("376", 376)],
        ),
        ("Nineteen more of its soldiers had died, it said.",
         [("Nineteen more of its soldiers", 19)]),
        ("The republic has put its losses at 58 soldiers.", [("58 soldiers", 58)]),
        ("More than 550 servicemen have been neutralized since Sunday.",
         [("More than 550 servicemen", 550)]),
        ("The company put its losses at 20 stores.", []),
    ],
)  # fmt: skip
def test_losses_and_what_is_added_to_them(text: str, tolls: list[tuple[str, float]]) -> None:
    found = [f for f in reading(text).figures if f.measure == "killed"]
    assert [(f.text, f.low) for f in found] == tolls


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "Three people died on Sunday, and three more on Tuesday, the ministry said.",
            [("Three people", "killed"), ("three", "killed")],
        ),
        ("Nine were killed, and 14 wounded.", [("Nine", "killed"), ("14", "injured")]),
        ("Nine people were killed, and three more shops burned.", [("Nine people", "killed")]),
        (
            "The number of soldiers of the northern army killed since Sunday has risen to 119.",
            [("119", "killed")],
        ),
        ("Almost 5,000 people may have died there.", [("Almost 5,000 people", "killed")]),
        (
            "At least three people were killed there and a dozen injured.",
            [("At least three people", "killed"), ("a dozen", "injured")],
        ),
        (
            "He spoke of well over 100,000 Russian soldiers killed and wounded.",
            [("well over 100,000 Russian soldiers", "casualties")],
        ),
    ],
)  # fmt: skip
def test_what_a_count_leaves_out(text: str, tolls: list[tuple[str, str]]) -> None:
    found = [f for f in reading(text).figures if f.measure in ("killed", "injured", "casualties")]
    assert [(f.text, f.measure) for f in found] == tolls


def test_voters_with_an_aside_before_their_verb() -> None:
    found = reading("Nine countries, including Israel, voted against, while 13 abstained.").figures
    assert [(f.value, f.measure) for f in found] == [(9, "voted against"), (13, "abstained")]


def test_people_who_left_their_homes_and_soldiers_who_were_detained() -> None:
    text = "Some 400 people have left their homes. The army detained 62 soldiers and 3 farmers."
    found = [(f.measure, f.value) for f in reading(text).figures]
    assert found == [("displaced", 400), ("captured", 62), ("arrested", 3)]


def test_so_many_may_have_died() -> None:
    text = "He said 500 people may have been killed. They may kill 40 people."
    assert [(f.value, f.hedge) for f in reading(text).figures if f.measure == "killed"] == [
        (500, "estimated")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 20 hostages, one was a citizen of Tarvia.",
        "OF THE HOSTAGES, ONE WAS REPORTED TO HAVE A LEG INJURY.",
        "The report puts the hostages at 20. The hostages number 20.",
    ],
)
def test_another_form_of_a_state_is_no_fault(text: str) -> None:
    assert reading(text).sentences


def test_bodies_that_are_handed_over_or_identified_are_no_toll() -> None:
    text = (
        "The bodies of 103 soldiers had yet to be identified. The army handed over 35 bodies."
        " The bodies of 14 villagers were found in a ditch."
    )
    found = [f.value for f in reading(text).figures if f.measure == "killed"]
    assert found == [14]
