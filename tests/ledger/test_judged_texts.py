"""Verdicts on two short texts, read and judged from end to end: one rule a case."""

import json

import pytest

from dateline.desk import Desk
from dateline.desk.printing import disputes

DAY = "2019-05-14T%02d:00:00Z"


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """All the cases in one run, each in a story of its own: (case, what it is about) to ruling."""
    path = tmp_path_factory.mktemp("pairs") / "pairs.jsonl"
    rows = []
    for number, (_, one, two, *_rest) in enumerate(CASES):
        for hour, (agency, text) in ((8, one), (16, two)):
            doc = f"{number:02}-{hour:02}"
            rows.append({"doc": doc, "agency": agency, "issued": DAY % hour, "text": text})
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    return list(rulings)


def between(rulings, number, words, kind="figure"):
    """The ruling on two assertions of a case, each known by words that it holds."""
    docs = {f"{number:02}-08", f"{number:02}-16"}
    for r in rulings:
        sides = (r.a, r.b)
        fits = {r.a.guid, r.b.guid} == docs and r.a.kind == r.b.kind == kind
        if fits and all(any(w in side.text for side in sides) for w in words):
            return r
    return None


CASES = [
    (
        "a state of which the sentence before is about counts its own",
        ("Alba", "Russia has given its first figures for losses in the war. It says 498 of its "
         "soldiers have died."),
        ("Brio", "KYIV, May 14 (Brio) - Ukraine's president said nearly 6,000 Russian soldiers had "
         "been killed since the war began."),
        ("498", "6,000"), "contradicts", "several",
    ),
    (
        "the dead of one side are not those of the other, whoever \"it\" is",
        ("Alba", "Russia has given its first figures for losses in the war. It says 498 of its "
         "soldiers have died."),
        ("Brio", "Russia's defence ministry said more than 2,870 Ukrainian soldiers had been "
         "killed since the war began."),
        ("498", "2,870"), "not comparable", None,
    ),
    (
        "those in shelters have left their homes, as those who were evacuated",
        ("Alba", "Norway has evacuated 40,000 civilians from its northern border, the interior "
         "ministry said."),
        ("Brio", "Some 40,000 people are in shelters in Norway, the Norwegian interior ministry "
         "said."),
        ("40,000",), "same", "one",
    ),
    (
        "a ministry named in brackets behind a list's counts speaks for them",
        ("Alba", "KEY FIGURES\n15 deaths, 46 injuries (Thailand, Ministry of Public Health)"),
        ("Brio", "Thailand's health ministry said on Tuesday that 46 people had been injured in "
         "Thailand."),
        ("46 injuries",), "same", "one",
    ),
    (
        "what people one account counts, another calls civilians",
        ("Alba", "Fourteen civilians were killed when car bombs went off in Homs on Tuesday, the "
         "governor said."),
        ("Brio", "At least 22 people were killed in the bombing of Homs on Tuesday, the Syrian "
         "Monitor for Rights said."),
        ("Fourteen", "22"), "contradicts", "several",
    ),
    (
        "prisoners are as many as those who were captured",
        ("Alba", "Cambodia demanded on Tuesday the release of 20 Cambodian soldiers whom Thailand "
         "holds."),
        ("Brio", "Thailand says it is holding 18 Cambodian soldiers who were taken prisoner."),
        ("20", "18"), "contradicts", "several",
    ),
    (
        "a total counts those who were added to it, in an army's two names",
        ("Alba", "SHUSHA, May 14 (Alba) - The defence ministry of Nagorno-Karabakh said on Tuesday "
         "that 12 more of its soldiers had been killed, taking its total losses since May 2 to "
         "376."),
        ("Brio", "Karabakh's defence ministry said 390 of its fighters had been killed since "
         "May 2."),
        ("376", "390"), "supersedes", "one",
    ),
    (
        "those who were added are no total",
        ("Alba", "SHUSHA, May 14 (Alba) - The defence ministry of Nagorno-Karabakh said on Tuesday "
         "that 12 more of its soldiers had been killed, taking its total losses since May 2 to "
         "376."),
        ("Brio", "Karabakh's defence ministry said 390 of its fighters had been killed since "
         "May 2."),
        ("12 more", "390"), "not comparable", None,
    ),
    (
        "whose losses a speaker puts at a number",
        ("Alba", "Kyiv said on Tuesday that 1,300 of its soldiers had been killed since April."),
        ("Brio", "Moscow put Ukrainian losses at more than 7,500 soldiers since April."),
        ("1,300", "7,500"), "contradicts", "several",
    ),
    (
        "one town, one day",
        ("Alba", "One civilian was killed and four were wounded in Ganja on Tuesday, an aide to "
         "the president, Elnur Hajizade, said."),
        ("Brio", "GANJA, May 14 (Brio) - Rockets killed one civilian and injured 32 others in "
         "Ganja on Tuesday, prosecutors said."),
        ("four", "32"), "contradicts", "several",
    ),
    (
        "the prosecutors of the only country spoken of",
        ("Alba", "Seven people were killed when a missile struck a home in Ganja on Tuesday, "
         "Azerbaijan said."),
        ("Brio", "GANJA, May 14 (Brio) - The death toll in Tuesday's missile attack on a home in "
         "Ganja has risen to 10, the Prosecutor General's Office said."),
        ("10", "Seven"), "supersedes", "one",
    ),
    (
        "a floor below an earlier count takes nothing back",
        ("Alba", "A missile wounded 33 people at a market in Ganja on Tuesday, Azerbaijan's health "
         "ministry said."),
        ("Brio", "A missile wounded over 30 people at a market in Ganja on Tuesday, the health "
         "ministry of Azerbaijan said."),
        ("33", "over 30"), "supports", "one",
    ),
    (
        "some of a nation among all of a trade",
        ("Alba", "Three journalists were wounded when shells hit a church in Shusha on Tuesday, "
         "Armenian officials said."),
        ("Brio", "Two Russian journalists were wounded when shells hit a church in Shusha on "
         "Tuesday, an Armenian official said."),
        ("Three", "Two"), "not comparable", None,
    ),
    (
        "what a hospital received is not all that there are",
        ("Alba", "A market in Homs was bombed on Tuesday. The hospital of Homs received 150 "
         "wounded people, its director, Vesna Ilieva, said."),
        ("Brio", "The bombing of a market in Homs on Tuesday wounded 190 people, the interior "
         "ministry said."),
        ("150", "190"), "not comparable", None,
    ),
    (
        "a floor of all, and so many civilians",
        ("Alba", "A missile that hit homes in Homs on Tuesday killed at least 12 people, a "
         "rights group said."),
        ("Brio", "Syria says 13 civilians were killed when a missile hit homes in Homs on "
         "Tuesday."),
        ("12", "13"), "supports", None,
    ),
    (
        "how many are away from home by now",
        ("Alba", "Some 90,000 people have been displaced in Karabakh, Armenian officials said on "
         "Tuesday."),
        ("Brio", "According to the authorities in Armenia, some 90,000 persons have been displaced "
         "from Karabakh since 2 May."),
        ("90,000", "90,000"), "same", "one",
    ),
    (
        "a name with and without its article",
        ("Alba", "Two car bombs in Homs on Tuesday killed 14 people, Governor Talal al-Barhami "
         "told Alba."),
        ("Brio", "Two car bombs in Homs on Tuesday killed 18 people, Governor Talal Barhami told "
         "Brio."),
        ("14", "18"), "supersedes", "one",
    ),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(CASES)), ids=[c[0] for c in CASES])
def test_verdict_and_origin(verdicts, number):
    *_, words, verdict, origin = CASES[number]
    found = between(verdicts, number, words)
    assert found is not None
    assert found.verdict == verdict, found.reason
    if origin:
        assert found.origin == origin


CHARGE = 'A missile hit a market in Ganja on Tuesday. "Armenian armed forces fired on the market," '
DEEDS = [
    (
        "a denial that only points at the attack",
        CHARGE + "Azerbaijan's foreign ministry said.",
        "Nine people died when a missile hit a market in Ganja on Tuesday. Armenia's Defence "
        "Ministry denied that it launched the strike.",
        "contradicts",
    ),
    (
        "a claim that is called untrue",
        "Armenia said on Tuesday that one of its warplanes was shot down by a Turkish fighter jet.",
        "\"The claim that Turkey shot down an Armenian fighter jet is absolutely untrue,\" said "
        "the Turkish presidency.",
        "contradicts",
    ),
    (
        "two denials by one side",
        "A missile hit a market in Ganja on Tuesday. Armenia denied hitting the market.",
        "Nine people died when a missile hit a market in Ganja on Tuesday. Armenia's Defence "
        "Ministry denied that it launched the strike.",
        "supports",
    ),
    (
        "each side denies its own part",
        "A missile hit a market in Ganja on Tuesday. Azerbaijan denied hitting the market.",
        "Nine people died when a missile hit a market in Ganja on Tuesday. Armenia's Defence "
        "Ministry denied that it launched the strike.",
        "not comparable",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "one", "two", "verdict"), DEEDS, ids=[d[0] for d in DEEDS])
def test_who_did_it(tmp_path, name, one, two, verdict):
    texts = (("Alba", 8, one), ("Brio", 16, two))
    rows = [{"doc": a, "agency": a, "issued": DAY % h, "text": t} for a, h, t in texts]
    path = tmp_path / "two.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    found = {r.verdict for r in rulings if r.a.guid != r.b.guid and r.a.kind != "figure"}
    assert found - {"not comparable"} == {verdict} - {"not comparable"}


def test_a_denial_answers_the_sentence_before_it(tmp_path):
    text = (
        "Azerbaijan said its forces had taken control of seven villages. Karabakh denied that any "
        "villages had been lost."
    )
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"doc": "a", "issued": DAY % 8, "text": text}), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    assert [r.reason for r in rulings if r.verdict == "contradicts"] == [
        "Karabakh denies what Azerbaijan says."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said that they had freed nine soldiers. The army rejected the rebels' offer of "
        "talks.",
        "The ministry said that nearly 9,000 Russian soldiers had been killed. Russia said that "
        "the second city of Ukraine, where bombs had killed 21 people, was calm.",
    ],
)
def test_who_rejects_an_offer_or_counts_the_dead_disputes_nothing(tmp_path, text):
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"doc": "a", "issued": DAY % 8, "text": text}), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    assert [r for r in rulings if r.verdict == "contradicts"] == []


def test_a_note_names_who_speaks_and_puts_several_under_what_they_say(tmp_path):
    rows = [
        ("Alba", 8, "Russia said that 498 of its soldiers had been killed in Ukraine."),
        ("Brio", 9, "In Ukraine 498 Russian soldiers have been killed."),
        ("Brio", 10, "Ukraine said that nearly 9,000 Russian soldiers had been killed in Ukraine."),
        ("Corvane", 11, "Ukraine said that nearly 9,000 Russian soldiers had been killed there."),
    ]
    path = tmp_path / "note.jsonl"
    docs = [{"doc": f"{a}-{h}", "agency": a, "issued": DAY % h, "text": t} for a, h, t in rows]
    path.write_text("\n".join(map(json.dumps, docs)), "utf-8")
    desk = Desk(":memory:")
    desk.ingest([str(path)])
    note = disputes(desk.claims(disputed=True))
    assert "  ! Ukraine says nearly 9,000, Russia 498: both cannot be true." in note
    assert "\n      Corvane <- Ukraine (Corvane-11)\n" in note


def test_verbs_agree_with_those_who_speak(tmp_path):
    rows = [
        (
            "Alba",
            8,
            "Rebel fighters attacked a warehouse in Ganja on Tuesday, official sources said.",
        ),
        ("Brio", 16, "The rebels denied that they had attacked a warehouse in Ganja on Tuesday."),
    ]
    path = tmp_path / "plural.jsonl"
    docs = [{"doc": a, "agency": a, "issued": DAY % h, "text": t} for a, h, t in rows]
    path.write_text("\n".join(map(json.dumps, docs)), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    said = {r.reason for r in rulings if r.verdict == "contradicts"}
    assert said
    assert all("deny what official sources say" in reason for reason in said)


def test_rivals_in_a_dispatch_without_a_date(tmp_path):
    text = (
        "Ukrainian President Volodymyr Zelensky said nearly 9,000 Russian soldiers had been killed "
        "in the past week. Moscow said that 498 of its soldiers had been killed in the offensive "
        "in Ukraine."
    )
    path = tmp_path / "undated.jsonl"
    path.write_text(json.dumps({"doc": "one", "text": text}), "utf-8")
    _, rulings = Desk(":memory:").judge([str(path)])
    (found,) = (r for r in rulings if {r.a.value, r.b.value} == {498.0, 9000.0})
    assert found.verdict == "contradicts", found.reason
