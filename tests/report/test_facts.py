"""One fact in the words of two agencies is one line."""

from dateline.report import compose
from dateline.report.choosing import facts
from dateline.report.choosing.again import quotes_again, says_again, tells_the_same
from dateline.report.choosing.salience import scored
from dateline.report.ground import ground
from dateline.report.lines.drafts import drafts

from .factory import Copy, dossier


def made(*copies):
    on = ground(dossier(copies))
    return scored(drafts(on)[0], on)


def held(guid, text, words):
    return Copy(text, guid).place("Kelm", 1).event(words, "CONTROL", place="Kelm")


ONE = held("one", "The army claimed complete control of Kelm, but the situation was uncertain.",
           "claimed complete control")  # fmt: skip
OTHER = held("two", "Who held Kelm was uncertain after the army claimed complete control.",
             "claimed complete control")  # fmt: skip


def test_who_holds_a_town_is_told_once():
    first, second = made(ONE, OTHER)
    assert facts.facts(first) == facts.facts(second) == {("CONTROL", 1)}
    assert facts.covering(second, (first, second)) is first


def test_a_quotation_or_a_number_is_more():
    text = "The army claimed control of Kelm, “a city of ghosts”, and of its 40 bridges."
    more = held("three", text, "claimed control").figure("40 bridges", "bridges", 40)
    first, second = made(ONE, more)
    assert facts.covering(second, (first, second)) is None


def test_the_day_of_the_talks():
    one = Copy("Talks between Tarvia and Orlo are to resume on Thursday near the border.", "one")
    two = Copy("Negotiators will resume the talks on Thursday at the border.", "two")
    for copy in (one, two):
        copy.date("Thursday", "2022-03-03")
    first, second = made(one, two)
    assert facts.facts(first) == facts.facts(second) != frozenset()
    assert facts.covering(second, (first, second)) is first


def test_a_vote_is_told_by_its_result_and_by_what_was_adopted():
    adopted = Copy("The assembly of Tarvia adopted a resolution that demands an end to the use of "
                   "force on the border.", "one")  # fmt: skip
    result = Copy("Five members voted against the border resolution and 35 abstained.", "two")
    again = Copy("Only five members opposed a resolution of the assembly that tells Orlo to end "
                 "the use of force.", "three")  # fmt: skip
    for copy, words in ((result, "Five members"), (again, "five members")):
        copy.figure(words, "voted against", 5)
    drafts = made(adopted, result, again)
    assert facts.covering(drafts[2], drafts[:2]) is drafts[1]
    assert facts.covering(drafts[2], drafts[1:2]) is None


def test_attacks_on_one_town_are_told_apart():
    one = Copy("Bombs fell on the harbour of Kelm and sank two ships.", "one")
    two = Copy("Gunmen shot at a school in Kelm at night.", "two")
    for copy, words in ((one, "Bombs fell"), (two, "Gunmen shot")):
        copy.place("Kelm", 1).event(words, "ASSAULT", place="Kelm")
    first, second = made(one, two)
    assert facts.facts(first) & facts.facts(second)
    assert facts.covering(second, (first, second)) is None


def toll(guid, number, who):
    text = f"{who} said {number} soldiers of Tarvia had been killed in Kelm."
    copy = Copy(text, guid, guid.title()).place("Kelm", 1)
    copy.said(who, "said", f"{number} soldiers of Tarvia had been killed in Kelm")
    return copy.figure(f"{number} soldiers", "killed", number, population="Tarvian soldiers",
                       by=who, place="Kelm")  # fmt: skip


FILLER = (
    "Engineers closed the Anders bridge over the river Kel on Monday.",
    "Teachers of the northern province went on strike for higher pay.",
    "The opera house of Sund will stay shut until the end of the year.",
    "Traders in the harbour of Arlo sold the last of the summer grain.",
)


def test_what_a_dispute_gives_above_is_not_said_again_below():
    copies = [toll("rebels", 900, "Jan Brock"), toll("army", 498, "The defence ministry")]
    copies += [Copy(text, f"wire-{i}", "Wire") for i, text in enumerate(FILLER)]
    edition = compose(dossier(copies, contradictions=[("rebels-1-0", "army-1-0")]), None)
    assert "900" in edition.standfirst[0].text
    assert not any("498" in x.text for s in edition.sections for x in s.lines)


def test_the_age_of_who_tells_is_no_news():
    one = Copy("The centre of Kelm was pounded, one of its inhabitants said.", "one")
    two = Copy("The centre of Kelm has been pounded, says Maryna, who is 28.", "two")
    for copy, words in ((one, "was pounded"), (two, "has been pounded")):
        copy.place("Kelm", 1).event(words, "ASSAULT", place="Kelm")
    one.said("one of its inhabitants", "said", "The centre of Kelm was pounded")
    two.said("Maryna", "says", "The centre of Kelm has been pounded")
    first, second = made(one, two)
    assert facts.covering(second, (first, second)) is first


def test_that_something_took_place_is_told_by_its_dead():
    copies = [
        Copy("Bombings also took place in Kelm, 150 km further west.", guid="bare"),
        Copy("At least three people were killed in Kelm, residents said.", guid="dead"),
    ]
    copies[0].place("Kelm", 1).event("Bombings", "ASSAULT", place="Kelm")
    copies[0].figure("150 km", "distance", 150)
    copies[1].place("Kelm", 1)
    copies[1].figure("At least three people", "killed", low=3, hedge="at least", place="Kelm")
    on = ground(dossier(copies))
    found, _ = drafts(on)
    bare, dead = sorted(found, key=lambda d: d.sheet.dispatch.guid)
    assert facts.covering(bare, (dead,)) is dead
    assert facts.covering(dead, (bare,)) is None


def test_a_quotation_is_not_told_twice():
    copies = [
        Copy("Ana Ruiz spoke of a “staggering” “human cost” in Kelm.", guid="long"),
        Copy("The envoy lamented the “staggering” human cost.", guid="short"),
        Copy("The envoy saw “ruins” in Kelm.", guid="other"),
    ]
    found, _ = drafts(ground(dossier(copies)))
    at = {d.sheet.dispatch.guid: d for d in found}
    assert quotes_again(at["long"], at["short"])
    assert not quotes_again(at["long"], at["other"])


def test_a_denial_is_not_told_by_what_it_denies():
    words = "a helicopter of the navy had sunk a fishing boat off Kelm"
    one = Copy(f"Radio Sund reported that {words}.", "one")
    two = Copy(f"The minister denied that {words}.", "two")
    first, second = made(one, two)
    assert not says_again(first, second)
    assert says_again(first, made(one, Copy(f"Officials reported that {words}.", "three"))[1])


def test_other_counts_of_one_kind_are_other_facts():
    text = (
        "Travellers said 44 farmers were shot in two villages of Arlo province. "
        "A column of rebels shot 16 farmers in the village of Sund in Arlo province."
    )
    first, second = made(Copy(text))
    assert not says_again(first, second)


def test_an_attack_told_at_length_by_one_dispatch_is_told_once():
    text = (
        "It was reported that an officer was hurt when masked gunmen attacked the guards at a "
        "power substation in the old centre of Kelm. "
        "Several masked gunmen opened fire on members of the harbour police who were guarding a "
        "substation of the river board that was damaged during the attack."
    )
    copy = Copy(text).event("gunmen attacked", "ASSAULT").event("opened fire", "ASSAULT")
    first, second = made(copy)
    assert says_again(first, second)


def test_lines_about_the_same_people_are_not_further_sources_of_each_other():
    regret = "Leaders of the dockers' union of Kelm regretted the decision to suspend the talks."
    other = "Leaders of the dockers' union of Kelm opened a school for divers in the old port."
    again = "The dockers' leaders in Kelm regretted a decision to suspend their talks."
    first, second, third = made(
        *(Copy(t, g) for t, g in ((regret, "1"), (other, "2"), (again, "3")))
    )
    assert tells_the_same(first, third)
    assert not tells_the_same(first, second)


def test_only_a_dispatch_that_tells_the_same_is_cited_beside():
    bombs = "Police in Kelm said four bombs went off in the west of Kelm, killing one man."
    same = "Four bombs went off in the west of Kelm and killed one man, police in Kelm said."
    other = "Chief of police Jan Brock was shot dead in the west of Kelm."
    copies = [
        Copy(text, guid).place("Kelm", 1).figure(who, "killed", 1, population="man")
        for text, guid, who in (
            (bombs, "1", "one man"),
            (same, "2", "one man"),
            (other, "3", "Jan Brock"),
        )
    ]
    first, _, third = made(*copies)
    assert not says_again(first, third)
    edition = compose(dossier(copies), None)
    assert edition is not None
    body = [line for section in edition.sections for line in section.lines]
    lines = [line for line in (*edition.standfirst, *body) if "four bombs" in line.text.casefold()]
    assert {c.guid for c in lines[0].citations} == {"1", "2"}


def leads(*texts):
    """The lines of a report on dispatches that are one sentence each, newest first."""
    copies = []
    for i, text in enumerate(texts):
        copy = Copy(text, f"lead-{i}", f"Wire {i}").place("Kelm", 1).name("Ana Ruiz")
        copies.append(copy)
    edition = compose(dossier(copies), None)
    assert edition is not None
    body = [line for section in edition.sections for line in section.lines]
    return [line.text for line in (*edition.standfirst, *body)]


DEATH = "Police reported that Ana Ruiz, the former mayor of Kelm, died in hospital after an attack."
LEAFLETS = (
    "The Orlo Front gave out leaflets about the murder of Ana Ruiz, the former mayor of Kelm."
)


def test_what_another_dispatch_tells_of_the_same_people_is_a_line_of_its_own():
    strike = "Teachers in Kelm will hold a strike of two days over the murder of Ana Ruiz."
    found = leads(DEATH, LEAFLETS, strike)
    for word in ("hospital", "leaflets", "strike"):
        assert any(word in line for line in found)


def test_one_killing_in_the_words_of_two_agencies_is_one_line():
    one = "Ana Ruiz, the former mayor of Kelm, was murdered on her way home by two gunmen."
    two = "Former mayor Ana Ruiz was shot dead in a street of Kelm by men who fired seven times."
    assert len(leads(one, two)) == 1
