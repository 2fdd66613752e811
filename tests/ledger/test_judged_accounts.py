"""What is judged beyond the rules for one kind: accounts in any words, speakers whose side another
dispatch tells, and what became of people.
"""

import json

import pytest

from dateline.desk import Desk

TEXTS = {
    # who is in a town, told in words for which there is no pattern, by speakers of known sides
    "in the streets": "An official of the hospital said on Tuesday that government fighters were "
    "in the streets of Gharyan.",
    "redeployed": "Haftar's troops had redeployed away from Gharyan on Tuesday, said Colonel Idris "
    "Belhaj, a spokesman for the Libyan National Army.",
    # a spokesman with no more than his name
    "still there": '"Our men are still in Gharyan," Idris Belhaj said on Tuesday.',
    # a charge in other words, and a denial that anything was hit at all
    "charge": "The health ministry said Haftar's forces were behind the strike on the hospital in "
    "Gharyan on Tuesday.",
    "no hospital": 'On Tuesday Idris Belhaj spoke of Gharyan. "No hospital was struck by any jet," '
    "he said.",
}


def rulings_on(folder, texts):
    path = folder / "wire.jsonl"
    rows = [
        {"doc": doc, "agency": f"Outlet {n}", "issued": f"2019-05-14T{8 + n:02}:00:00Z", "text": t}
        for n, (doc, t) in enumerate(texts.items())
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return list(Desk(":memory:").judge([str(path)])[1])


@pytest.fixture(scope="module")
def rulings(tmp_path_factory):
    return rulings_on(tmp_path_factory.mktemp("accounts"), TEXTS)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("in the streets", "redeployed", "supports"),
        ("in the streets", "still there", "contradicts"),
        ("still there", "redeployed", "supersedes"),
        ("charge", "no hospital", "contradicts"),
        ("charge", "in the streets", None),
    ],
)
def test_accounts_in_any_words(rulings, one, two, verdict):
    found = {
        r.verdict
        for r in rulings
        if {r.a.guid, r.b.guid} == {one, two} and r.a.kind != "figure"
        if r.verdict != "not comparable"
    }
    assert found == ({verdict} if verdict else set())


def test_the_rows_come_in_one_order(rulings, tmp_path):
    again = rulings_on(tmp_path, TEXTS)
    assert [(r.a.id, r.b.id, r.verdict) for r in again] == [
        (r.a.id, r.b.id, r.verdict) for r in rulings
    ]


FATES = [
    ("Nine of our soldiers fell in the fighting, the army said.", "killed", 9),
    ("The night fell on 30 soldiers, the army said.", None, 30),
    ("Enemy losses in May amounted to 1,120 personnel, the army said.", "casualties", 1120),
    ("Fifty-two soldiers were taken prisoner, the army said.", "captured", 52),
    ("The blast cost 14 people their lives, the mayor said.", "killed", 14),
    ("Sixty people are in hospital, the mayor said.", "injured", 60),
    ("The whereabouts of 60 sailors remain unknown, the navy said.", "missing", 60),
    ("The families of 29 residents who were held by the army came, the mayor said.", "held", 29),
]


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    path = tmp_path_factory.mktemp("fates") / "wire.jsonl"
    rows = [{"doc": f"d{n}", "issued": "2019-05-14T08:00:00Z", "text": text}
            for n, (text, *_) in enumerate(FATES)]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    desk = Desk(":memory:")
    desk.ingest([str(path)])
    return [a for claim in desk.claims() for a in claim.assertions if a.kind == "figure"]


@pytest.mark.parametrize("number", range(len(FATES)), ids=[text for text, *_ in FATES])
def test_what_became_of_people_by_the_words_beside_their_count(counted, number):
    _, measure, value = FATES[number]
    found = {a.about.measure for a in counted if a.guid == f"d{number}" and a.value == value}
    if measure is None:
        assert not found & {"killed", "injured", "casualties"}
    else:
        assert measure in found
