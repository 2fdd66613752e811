import json
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.case import is_capitals, restore
from dateline.reader.case_words import WORD, cut, lowered, starts
from tests.timing import cpu_seconds

DATA = Path(__file__).parents[1] / "data/reader"

TELEX = [
    (
        "   SAN VITO, 9 JAN 90 (RADIO NUNTIA) -- [TEXT] THE ARMY COMMAND SAID COLONEL VEGA\n"
        "WAS NOT IN DANGER.  HE MET PRESIDENT CARLOS MENDEZ ON 3 MAY.",
        "   San Vito, 9 Jan 90 (Radio Nuntia) -- [Text] The army command said Colonel Vega\n"
        "was not in danger.  He met President Carlos Mendez on 3 May.",
    ),
    (
        "THE PEOPLE'S LIBERATION MOVEMENT [PLM] SAID IT HAD LEFT EL SALVADOR.",
        "The People's Liberation Movement [PLM] said it had left El Salvador.",
    ),
    (
        "U.S. SENATOR JOHN P. HARRIS DIDN'T SEE THE SALVADORAN SOLDIERS' AK-47 RIFLES.",
        "U.S. Senator John P. Harris didn't see the Salvadoran soldiers' AK-47 rifles.",
    ),
    (
        "A MEMBER OF THE PRLM [POPULAR RURAL LIBERATION MOVEMENT] WAS IN LIMA. THE PRLM DENIED IT.",
        "A member of the PRLM [Popular Rural Liberation Movement] was in Lima. The PRLM denied it.",
    ),
]


@pytest.mark.parametrize(("telex", "wanted"), TELEX)
def test_telex_gets_its_case_back(telex, wanted):
    assert restore(telex, "en") == wanted


def test_an_ordinary_word_after_an_article_or_a_number_is_no_name():
    telex = "POLICE RAIDED A HOUSE IN LIMA AND FOUND 30 SHELL CASINGS. THE HOUSE HAD BEEN EMPTY."
    assert restore(telex, "en") == (
        "Police raided a house in Lima and found 30 shell casings. The house had been empty."
    )
    kept = "A HOUSE COMMITTEE OF THE U.S. HOUSE MET A CATHOLIC IN A HONDA."
    assert restore(kept, "en") == "A House Committee of the U.S. House met a Catholic in a Honda."


def test_french_telex_gets_its_case_back():
    telex = "LE PRÉSIDENT FRANÇAIS A DIT À PARIS QU'IL N'IRAIT PAS À MOSCOU."
    assert restore(telex) == "Le président français a dit à Paris qu'il n'irait pas à Moscou."


def test_mixed_case_is_not_capitals():
    assert not is_capitals("The FMLN said that NATO and the EU would meet in Vienna next week.")
    assert is_capitals("THE ARMY SAID THAT THREE SOLDIERS WERE WOUNDED (SIC) IN THE TOWN.")
    assert not is_capitals("FMLN")


@given(st.text(max_size=300))
def test_length_and_everything_but_case_stay(text):
    made = restore(text, "en")
    assert len(made) == len(text)
    assert lowered(made) == lowered(text)


@given(st.text(alphabet=st.sampled_from("ABC [](){}.,:'\"-\n\u202e😀İß1"), max_size=400))
def test_odd_characters_stay_where_they_are(text):
    made = restore(text, "en")
    pairs = zip(made, text, strict=True)
    assert all(a == b or a.upper() == b.upper() or a.lower() == b.lower() for a, b in pairs)


def test_restoring_twice_changes_nothing():
    once = restore(TELEX[0][0], "en")
    assert restore(once.upper(), "en") == once


def test_time_grows_no_faster_than_the_text():
    for unit in ("[", "WORD ", "(ABC) ", "A.B. ", "\n", "-- "):
        short, long = unit * (20_000 // len(unit)), unit * (160_000 // len(unit))
        small = cpu_seconds(partial(restore, short, "en"))
        assert cpu_seconds(partial(restore, long, "en")) < 24 * small + 0.5, unit


def agreement(texts: list[str]) -> float:
    """Share of words, sentence starts aside, that come back as they were written."""
    right = total = 0
    for text in texts:
        capitals = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
        made = restore(capitals, "en")
        words = list(WORD.finditer(text))
        for word, start in zip(words, starts(cut(lowered(text))), strict=True):
            if not start:
                total += 1
                right += made[word.start() : word.end()] == word[0]
    return right / total


@pytest.mark.data
def test_held_out_news_comes_back_as_written(gold):
    rows = (gold / "polnear/dev.jsonl").read_text(encoding="utf-8").splitlines()
    bodies = [json.loads(row)["text"].partition("\n")[2] for row in rows]
    assert agreement(bodies) > 0.97


def test_a_portfolio_is_written_as_its_title():
    text = (
        "INTERIOR MINISTER EDUARDO PEREZ SPOKE TO THE PRESS.  THE SALVADORAN FOREIGN MINISTER SAID "
        "THAT DEFENSE MINISTER RENE LARIOS HAD LEFT THE CAPITAL."
    )
    made = restore(text, "en")
    assert "Defense Minister Rene Larios" in made
    assert "Salvadoran foreign minister said" in made or "Salvadoran Foreign Minister said" in made


@pytest.mark.parametrize(
    ("telex", "wanted"),
    [
        ("MONSIGNOR ANA RIVERA Y DAMAS SAID SO.", "Monsignor Ana Rivera y Damas said so."),
        (
            "THE ATTORNEY GENERAL'S OFFICE TOLD THE ARMED FORCES PRESS COMMITTEE.",
            "The Attorney General's Office told the Armed Forces Press Committee.",
        ),
        (
            "THEY CUT DOWN ELECTRIC TOWERS AND BRIDGES.",
            "They cut down electric towers and bridges.",
        ),
    ],
)
def test_institutions_are_written_as_names_and_things_are_not(telex, wanted):
    assert restore(telex, "en") == wanted


@pytest.mark.data
def test_case_of_telex_sentences_that_copy_editors_put_right(gold):
    """Of sentences of tst1 and tst2, which no weight has seen, after the first word of each."""
    texts = {}
    for name in ("tst1", "tst2"):
        for line in (gold / f"muc/{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts[row["doc"]] = row["text"]
    made = {doc: restore(text, "en") for doc, text in texts.items()}
    rows = [json.loads(r) for r in (DATA / "case-telex-tst.jsonl").read_text().splitlines()]
    wrong = words = faulty = 0
    for row in rows:
        written = WORD.findall(made[row["doc"]][row["start"] : row["end"]])
        pairs = zip(written[1:], row["case"][1:], strict=True)
        bad = sum(
            _letter(w) != c and not (len(w) == 1 and w.isupper() and c != "l") for w, c in pairs
        )
        wrong, words, faulty = wrong + bad, words + len(written), faulty + bool(bad)
    print(f"case: {1 - wrong / words:.4f} of words, {1 - faulty / len(rows):.3f} of sentences")
    assert 1 - wrong / words >= 0.986
    assert 1 - faulty / len(rows) >= 0.77


def _letter(word):
    return "l" if word[0].islower() else "u" if len(word) > 1 and word.isupper() else "c"
