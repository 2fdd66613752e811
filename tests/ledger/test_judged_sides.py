"""Verdicts on short texts of two sides: who holds a place, who denies what, what was revised."""

import json

import pytest

from dateline.desk import Desk

DAY = "2019-05-14T%02d:00:00Z"

CASES = [
    (
        "who has left a place bears out who says that he took it",
        "Our forces withdrew from Gharyan in good order on Tuesday, the Libyan National Army said.",
        "Government forces have captured Gharyan, the interior ministry said on Tuesday.",
        "control", ("withdrew", "captured"), "supports",
    ),
    (
        "a denial of its loss contradicts a claim to have taken it",
        "Azerbaijan's president said on Tuesday that Azerbaijani troops had taken Shusha.",
        "Karabakh's emergency service said on Tuesday that the town of Shusha had not been lost.",
        "control", ("had taken", "been lost"), "contradicts",
    ),
    (
        "a part still held contradicts all of it taken",
        "Russian forces have taken full control of Bakhmut, the Russian defence ministry said.",
        "Ukrainian forces still controlled part of western Bakhmut, the General Staff said.",
        "control", ("full control", "part of"), "contradicts",
    ),
    (
        "rebels captured in a city are no city captured",
        "Government troops captured wounded rebels in Gharyan, the army said on Tuesday.",
        "Rebels hold Gharyan, their spokesman said on Tuesday.",
        "control", ("captured", "hold"), None,
    ),
    (
        "what was lost by another name of one land's army",
        "Baku, May 14 - More than 550 Armenian servicemen have been killed since the start of the "
        "counteroffensive, Azerbaijan's defence ministry said.",
        "Karabakh's defence ministry said on Tuesday that 58 of its fighters had been killed since "
        "the start of the fighting.",
        "figure", ("550", "58"), "contradicts",
    ),
    (
        "each state counts its own civilians",
        "Azerbaijan says 61 of its civilians have died since the fighting began.",
        "Armenia says 36 civilians have been killed since the fighting began.",
        "figure", ("61", "36"), "not comparable",
    ),
    (
        "prisoners, whatever the verb",
        "Russia returned 52 Ukrainian prisoners on Tuesday, Ukraine's defence ministry said.",
        "Moscow said 60 Ukrainian soldiers were freed in Tuesday's exchange of prisoners.",
        "figure", ("52", "60"), "contradicts",
    ),
    (
        "the deadliest since the start is the toll of one strike",
        "An air strike on a market in Gharyan killed at least 40 people on Tuesday, the governor "
        "said, the deadliest since the war began in April.",
        "At least 44 people were killed when an air strike hit a market in Gharyan on Tuesday, the "
        "health ministry said.",
        "figure", ("at least 40", "least 44"), "supports",
    ),
    (
        "a crowd denies nothing",
        "The army shelled the market of Gharyan on Tuesday, the mayor said.",
        "Residents denied that the army had shelled the market of Gharyan.",
        "statement", ("shelled", "had shelled"), "not comparable",
    ),
    (
        "who tells of a denial is not contradicted by it",
        "The mayor of Gharyan said the army had denied that it shelled the market on Tuesday.",
        "The army denied that it had shelled the market of Gharyan on Tuesday.",
        "statement", ("had denied", "had shelled"), None,
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def rulings(tmp_path_factory):
    """All the cases in one run."""
    path = tmp_path_factory.mktemp("sides") / "sides.jsonl"
    rows = [
        {"doc": f"{n}-{hour}", "agency": agency, "issued": DAY % hour, "text": text}
        for n, (_, one, two, *_rest) in enumerate(CASES)
        for hour, agency, text in ((8, "Alba", one), (16, "Brio", two))
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return list(Desk(":memory:").judge([str(path)])[1])


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case[0] for case in CASES])
def test_verdicts_between_two_texts(rulings, number):
    *_, kind, words, verdict = CASES[number]
    docs = {f"{number}-8", f"{number}-16"}
    found = {
        r.verdict
        for r in rulings
        if {r.a.guid, r.b.guid} == docs and r.a.kind == r.b.kind == kind
        if all(any(w in side.text for side in (r.a, r.b)) for w in words)
    }
    if verdict is None:
        assert "contradicts" not in found
    else:
        assert verdict in found


def judged(tmp_path, *texts):
    path = tmp_path / "one.jsonl"
    rows = [{"doc": f"d{n}", "agency": "Alba", "issued": DAY % (8 + n), "text": t}
            for n, t in enumerate(texts)]  # fmt: skip
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return list(Desk(":memory:").judge([str(path)])[1])


def test_a_count_told_as_revised_is_superseded_in_its_own_sentence(tmp_path):
    found = judged(tmp_path, "The health ministry said 2,317 soldiers had been killed in the war, "
                             "up from the last official toll of 1,177.")  # fmt: skip
    (one,) = [r for r in found if r.verdict == "supersedes"]
    assert (one.a.value, one.b.value) == (2317.0, 1177.0)
    assert one.reason == "The health ministry now says 2,317, before it was 1,177."


def test_what_only_happens_speaks_not(tmp_path):
    found = judged(
        tmp_path, "The bombings show that they have lost total control of the situation."
    )
    assert all(a.by is None or "ombing" not in a.by for r in found for a in (r.a, r.b))
