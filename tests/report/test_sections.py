"""Which lines stand together."""

from dateline.report import compose
from dateline.report.ground import ground
from dateline.report.headlines.borne import Heading
from dateline.report.headlines.prevailing import outlet
from dateline.report.lines.drafts import drafts
from dateline.report.sections.beats import beat, parted, title
from dateline.report.sections.sections import _loose, _voiced
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


def test_beats_have_headings_in_the_language_of_the_report():
    assert title("economy", "fr") == "Sanctions et économie"
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
        "A storm sank four boats off Ardo", "The senate of Tarvia has cut the tax on salt",
    ]  # fmt: skip


def test_the_one_broadcaster_of_all_lines_heads_them():
    text = f"{BRIDGE} Bakers of Sund ran out of flour."
    on = ground(dossier([Copy(text, agency="RADIO KELM")]))
    group, _ = drafts(on)
    assert [found.text for found in outlet(group, on)] == ["What Radio Kelm said"]
