"""Which lines stand together."""

from dataclasses import replace

from dateline.report import compose
from dateline.report.citing import cite
from dateline.report.ground import ground
from dateline.report.headlines.borne import Heading
from dateline.report.lines.drafts import Draft, drafts
from dateline.report.lines.titles import is_wrapup
from dateline.report.sections.beats import beat, parted, title
from dateline.report.sections.leads import lead
from dateline.report.sections.nearness import commonplace
from dateline.report.sections.order import ordered, rank
from dateline.report.sections.sections import _loose, _voiced, _worth_heading, akin
from dateline.report.sections.threads import threads

from .factory import Copy, dossier

TALKS = "Negotiators from both sides resumed ceasefire talks near the border."
LATER = "A second session of the talks is planned, and the delegations will discuss a ceasefire."
BANKS = "Two banks were cut off from the payment system and trade in oil was suspended."
PRICES = "The currency lost a third of its value and oil prices rose."
BRIDGE = "Engineers closed the old bridge at Kelm after the storm."


def made(*sentences: str):
    copies = [Copy(text, guid=f"northwire-{n}") for n, text in enumerate(sentences)]
    on = ground(dossier(copies))
    found, _ = drafts(on)
    return {d.sheet.dispatch.text: d for d in found}, on


def test_a_beat_needs_two_of_its_words():
    found, _ = made(TALKS, BANKS, BRIDGE)
    assert {text: beat(draft) for text, draft in found.items()} == {
        TALKS: "talks",
        BANKS: "economy",
        BRIDGE: None,
    }


def test_lone_lines_of_one_beat_stand_together():
    found, _ = made(TALKS, BANKS, BRIDGE, LATER, PRICES)
    groups, rest = parted(tuple(found.values()), ())
    told = {name: {d.sheet.dispatch.text for d in group} for name, group in groups}
    assert told == {"talks": {TALKS, LATER}, "economy": {BANKS, PRICES}}
    assert [d.sheet.dispatch.text for d in rest] == [BRIDGE]


def test_a_beat_heads_no_lines_that_only_brush_it():
    brushed = "The candidate of the party was killed near the mill by two men in a car."
    passing = "A bridge of the party has been closed for repairs since the spring floods."
    found, _ = made(brushed, passing)
    assert parted(tuple(found.values()), ())[0] == []
    mixed, _ = made(TALKS, LATER, BRIDGE, brushed, passing)
    told = dict(parted(tuple(mixed.values()), ())[0])
    assert {d.sheet.dispatch.text for d in told["talks"]} == {TALKS, LATER}


def test_few_lines_have_headings_only_where_two_of_them_tell_something():
    lines = tuple(made(TALKS, LATER, BRIDGE, BANKS)[0].values())
    one = (Heading("Talks resume", ()), lines[:2])
    two = (Heading("Bridge shut", ()), lines[2:])
    rest = (Heading("In other developments", ()), lines[2:])
    titles = (rest[0].text, "Also reported")
    assert _worth_heading((one, two), titles, False) == (one, two)
    assert _worth_heading((one, rest), titles, True) == (one, rest)
    [(bare, every)] = _worth_heading((one, rest), titles, False)
    assert (bare.text, every) == ("", lines)
    long = (rest[0], lines * 3)
    assert _worth_heading((one, long), titles, False) == (one, long)
    assert _worth_heading((), titles, False) == ()


def test_beats_have_headings_in_the_language_of_the_report():
    assert title("economy", "fr") == "Économie"
    [banks] = made("Two banks are under sanctions, and oil prices rose.")[0].values()
    assert title("economy", "en", (banks,)) == "Sanctions and the economy"
    assert title("economy", "es") == title("economy", "en")


def test_lines_of_two_towns_stand_apart_and_rivals_together():
    towns = ["Kelm", "Ostra", "Kelm", "Ostra", "Kelm", "Ostra"]
    told = [
        "The bridge at {} fell.", "A school in {} reopened.", "Bakers of {} ran out of flour.",
        "Tanks entered {} from the north.", "The mayor of {} has left.", "Looters roamed {}.",
    ]  # fmt: skip
    copies = [
        Copy(words.format(town), guid=f"town-{n}").place(town, towns.index(town) + 1)
        for n, (words, town) in enumerate(zip(told, towns, strict=True))
    ]
    copies += [
        Copy("The army counts 12 dead among its guards.", guid="army").figure(
            "12 dead", "killed", 12
        ),
        Copy("Hospitals took in 90 bodies overnight.", guid="doctors").figure(
            "90 bodies", "killed", 90
        ),
    ]
    on = ground(dossier(copies, contradictions=[("army-1-0", "doctors-1-0")]))
    found, _ = drafts(on)
    groups, _ = threads(found, on)
    for group in groups:
        assert len({p.geonameid for d in group for p in d.spots}) < 2
    homes = [{d.sheet.dispatch.guid for d in group} for group in groups]
    assert any(home >= {"army", "doctors"} for home in homes)
    assert any(len(home) > 1 and all(g.startswith("town") for g in home) for home in homes)


def test_a_report_of_a_few_lines_has_no_sections():
    edition = compose(dossier([Copy(f"{BRIDGE}\n\n{TALKS}\n\n{BANKS}")]), None)
    assert edition is not None
    assert edition.sections == ()
    assert len(edition.standfirst) == 3


def test_what_somebody_said_stands_together():
    text = "Jan Brock said that bread is scarce in the town of Sund."
    copy = Copy(text, guid="northwire-2").name("Jan Brock").place("Sund", 1)
    copy.said("Jan Brock", "said", text[text.index("bread") : -1], name="Jan Brock")
    [said], _ = drafts(ground(dossier([copy])))
    bridge, dam = made(BRIDGE, BANKS)[0].values()
    voiced = (Heading("What Jan Brock said", (), voice="Jan Brock"), (bridge,))
    plain = (Heading("A bridge", ()), (bridge,))
    assert _voiced([voiced], (said, dam)) == ([(voiced[0], (bridge, said))], (dam,))
    assert _voiced([plain], (said, dam)) == ([plain], (said, dam))


def test_lines_left_over_stand_under_what_the_first_of_them_tells():
    told = [
        ("A storm sank four boats off Ardo, and the crews are missing.", "storm"),
        ("The senate of Tarvia has cut the tax on salt after a long debate.", "tax"),
    ]
    copies = [
        Copy(f"{text} Nobody has explained the {word} so far.", guid=f"wire-{word}")
        for text, word in told
    ]
    on = ground(dossier(copies))
    lines, _ = drafts(on)
    found = _loose(lines, ((lines[0],),), on, ("More", "Still more"), set())
    assert [part[0].text for part in found] == [
        "Storm sank four boats off Ardo", "Senate of Tarvia has cut the tax on salt",
    ]  # fmt: skip


def text_of(draft: Draft) -> str:
    return " ".join(draft.sheet.shown[draft.span.start : draft.span.end].split())


def of_one(copy: Copy):
    on = ground(dossier([copy]))
    found, _ = drafts(on)
    return found, on


def test_a_crosshead_heads_the_line_that_has_its_words():
    found, on = of_one(
        Copy(
            "The council of Kelm met on Monday.\n\nMayor calls for rallies\n\n"
            "The shops stayed shut. Mayor Ana Ruiz called for rallies on every square."
        ).name("Ana Ruiz")
    )
    heading = lead(found[1:], on, frozenset())
    assert heading is not None
    assert heading.text == "Mayor calls for rallies"
    assert heading.about is not None
    assert text_of(heading.about).startswith("Mayor Ana Ruiz")


def test_no_line_stands_under_all_of_itself_or_under_the_headline_again():
    text = "A storm sank four boats off Ardo, and the crews are missing since Monday."
    [draft] = made(text)[0].values()
    on = ground(dossier([Copy(text)]))
    told = lead((draft,), on, frozenset())
    assert told is None or told.text != "Storm sank four boats off Ardo, and crews are missing"
    used = frozenset(["storm sinks four boats off ardo"])
    again = lead((draft,), on, used)
    assert again is None or "four boats" not in again.text


def test_a_headline_of_a_further_source_may_head_a_line():
    one = Copy("The ministry opened corridors for the people of Kelm.", guid="north")
    one.place("Kelm", 1)
    two = Copy("Corridors were opened for Kelm by the ministry.", guid="south",
               options={"headline": "Ministry opens corridors"}).place("Kelm", 1)  # fmt: skip
    on = ground(dossier([one, two]))
    found, _ = drafts(on)
    first = next(d for d in found if d.sheet.dispatch.guid == "north")
    other = next(d for d in found if d.sheet.dispatch.guid == "south")
    joined = replace(first, also=(cite(other.sheet, other.span),))
    heading = lead((joined,), on, frozenset())
    assert heading is not None
    assert heading.text == "Ministry opens corridors"


def test_a_line_stands_below_that_which_tells_what_it_takes_as_told():
    asks = Copy("A letter came. General Ana Ruiz of Kelm will obey the resolution.", guid="asks")
    vote = Copy("The assembly passed a resolution on Kelm with five votes against.", guid="vote")
    on = ground(dossier([asks, vote]))
    found, _ = drafts(on)
    needing = replace(next(d for d in found if d.needs), score=2.0)
    telling = next(d for d in found if d.sheet.dispatch.guid == "vote")
    assert [text_of(d) for d in ordered((needing, telling))] == [text_of(telling), text_of(needing)]


def test_the_matter_of_the_headline_comes_first():
    found, on = made(TALKS, BANKS)
    strong = replace(found[BANKS], score=2.5)
    weak = replace(found[TALKS], score=0.5)
    assert rank([strong], on) < rank([weak], on)
    assert rank([weak], on, "Ceasefire talks resumed") < rank(
        [strong], on, "Ceasefire talks resumed"
    )


def test_a_town_in_which_most_is_set_heads_nothing():
    copies = [
        Copy(f"The {what} of Kelm fell.", guid=f"kelm-{what}").place("Kelm", 1)
        for what in ("bridge", "school", "tower", "mill", "wall", "market", "station", "church")
    ]
    copies.append(Copy("The bridge of Sund fell.", guid="sund").place("Sund", 2))
    found, _ = drafts(ground(dossier(copies)))
    assert commonplace(found) == {"kelm"}


def test_a_heading_of_one_line_takes_no_line_of_another_matter_with_it():
    told = "The bank of the isles has halted its aid to Tarvia."
    other = "A prosecutor in Ardo opened an inquiry into the raids on Sund."
    found, _ = made(told, other)
    assert akin(tuple(found.values())) == (found[told],)
    same = "The bank of the isles gave Tarvia 90 million last year, its largest aid of all."
    found, _ = made(told, same)
    assert len(akin(tuple(found.values()))) == 2


def test_a_dispatch_under_crossheads_is_a_wrapup():
    parts = "\n\n".join(f"Matters of part {n}\n\nThe mayor of Kelm met bakers." for n in "abc")
    found, _ = of_one(Copy(f"The council of Kelm met on Monday.\n\n{parts}"))
    assert is_wrapup(found[0].sheet)
    plain, _ = of_one(Copy("The council of Kelm met on Monday.\n\nThe mayor met bakers."))
    assert not is_wrapup(plain[0].sheet)
