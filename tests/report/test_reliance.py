"""What has to be told before a line, and what no line of a report leaves its reader to ask."""

import pytest

from dateline.records import Span
from dateline.report import compose, recase, vocabulary
from dateline.report.choosing import strict
from dateline.report.ground import ground
from dateline.report.lines import homeless, pointing, reliance

from .factory import Copy, dossier

LEDE = "Gunmen of the north burnt the mill of Orlo near Kelm on Wednesday. "


def lines(*copies):
    edition = compose(dossier(copies), None)
    assert edition is not None
    body = (line for section in edition.sections for line in section.lines)
    return [line.text for line in (*edition.standfirst, *body)]


def told(text):
    sheet = next(iter(ground(dossier([Copy(LEDE + text).name("Ruiz", canonical="Ruiz")]))))
    return reliance.relies(sheet, Span(len(LEDE), len(LEDE + text)), 1)


def test_a_surname_alone_relies_on_whoever_says_who_that_is():
    assert frozenset([("name", "ruiz")]) in told("Colonel Ruiz sold six boats in Kelm.")
    assert frozenset([("name", "ruiz")]) not in told("The mayor of Kelm, Ruiz, sold six boats.")


def test_letters_rely_on_the_line_that_spells_them_out():
    text = "The NWA sold wheat. In Sund the National Wheat Association (NWA) has a mill."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    first = Span(0, text.index("In Sund"))
    assert frozenset([("short", "NWA")]) in reliance.relies(sheet, first, 0)
    assert ("short", "NWA") in reliance.tells(sheet, Span(first.end, len(text)), (0, 1))


def test_letters_that_an_editor_has_spelt_out_rely_on_nothing():
    text = "The NWA sold wheat. In Sund the NWA [National Wheat Association] has a mill."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    first = Span(0, text.index("In Sund"))
    assert frozenset([("short", "NWA")]) not in reliance.relies(sheet, first, 0)


def test_a_noun_relies_on_the_nearest_sentence_that_introduces_it():
    text = "A truck burnt in Kelm. A truck burnt in Sund. Two men left the truck."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    needs = reliance.relies(sheet, Span(text.index("Two"), len(text)), 2)
    assert frozenset([("line", (0, 1))]) in needs


def test_of_one_dispatch_nothing_is_told_on_that_hangs_in_the_air():
    text = "The trucks of the north are old, according to the almanac of Sund. "
    long = "The gates of Kelm " + "and the gates of Sund " * 20 + "were shut. "
    found = lines(Copy(long + text + "Six men of Orlo ran for the hills of Tarvia."))
    assert found == ["Six men of Orlo ran for the hills of Tarvia."]


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said: “This is an outrage.”",
        "Ruiz said “they will pay”.",
        "Ruiz promised “the other half”.",
        "Ruiz said “such talk is cheap”.",
    ],
)
def test_a_quotation_that_points_outside_itself(text):
    assert homeless.outward(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz said “there is no doubt that Kelm is calm”.",
        "Ruiz said “the farmers of Kelm know their rights”.",
        "Ruiz called for “peace in this country”.",
    ],
)
def test_a_quotation_that_stands_alone(text):
    assert not homeless.outward(text)


def test_their_needs_somebody():
    assert homeless.plural("In March alone their raids closed six roads.")
    assert not homeless.plural("The rebels said that their raids closed six roads.")


@pytest.mark.parametrize(
    "text",
    ["Ruiz left Kelm recently.", "Kelm was shelled last night.", "So far two men have left Kelm.",
     "Ruiz will leave in the next few days.", "The road was shut two weeks earlier.",
     "The road was shut two weeks before.", "Shortly after, the road was shut.",
     "Recently the road was shut."],
)  # fmt: skip
def test_a_time_that_no_date_places(text):
    assert strict.unplaced(text)


@pytest.mark.parametrize(
    "text",
    ["Ruiz left Kelm on 2 March.", "So far in 2022 two men have left Kelm.",
     "In the two weeks to 2 March the road was shut.",
     "The road was shut two days before the vote.", "The road was shut shortly after 1400.",
     "The union, which recently joined the talks, shut the road on 2 March.",
     "The vote is on 8 April this year.", "It shut the day before the vote."],
)  # fmt: skip
def test_a_time_with_its_date(text):
    assert not strict.unplaced(text)


def test_a_bare_this_points_at_what_was_said():
    text = LEDE + "Jan Brock sold six boats because of this, Ana Ruiz said."
    sheet = next(iter(ground(dossier([Copy(text)]))))
    assert pointing.points(sheet, Span(len(LEDE), len(text)))


def test_a_deed_of_one_person_is_told_once():
    text = (
        "Ana Ruiz, the mayor of Kelm, left Tarvia on Wednesday. The farmers of Orlo sold six boats "
        "in Sund. Ruiz left for the coast of Sund because a mob had burnt her mill in Orlo."
    )
    copy = Copy(text).name("Ana Ruiz").name("Ruiz", canonical="Ana Ruiz", after="in Sund. ")
    assert sum("left" in line for line in lines(copy)) == 1


def test_misspelt_words():
    assert vocabulary.is_misspelt("goverment")
    assert vocabulary.is_misspelt("polulation")
    known = (
        "government",
        "population",
        "machinegunned",
        "Goverment",
        "narcotraffickers",
        "villager",
    )
    assert not any(vocabulary.is_misspelt(word) for word in known)


def test_case_that_capitals_did_not_get_back():
    text = "Minister agustin Ruiz met Foreign Minister Ana stone today. AT noon Ana stone said so."
    made = recase.mended(text)
    assert len(made) == len(text)
    assert made.startswith("Minister Agustin Ruiz")
    assert "at noon" in made
    assert recase.mended("President MARTEL met NORDAC.") == "President Martel met NORDAC."
    assert recase.mended("The minister of culture met the General staff. The IS said so.") == (
        "The minister of culture met the General staff. The IS said so."
    )


def test_a_day_that_owns_what_another_sentence_named_is_no_line():
    text = "Sunday's was the deadliest since 2012, when two trains collided near Orlo and 16 died."
    assert not any("deadliest" in line for line in lines(Copy(LEDE + text)))
    crash = text.replace("Sunday's was", "Sunday's crash was")
    assert any(
        "deadliest" in line for line in lines(Copy(LEDE + crash).date("Sunday", "2022-02-27"))
    )
