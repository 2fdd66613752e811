"""Statements: golden pairs of our own writing, resolution within a dispatch, and any text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reader.attribution.model import Bunch, Features, Scales
from dateline.records import Statement
from tests.reader.statement_pages import statements_in

DATA = Path(__file__).parent.parent / "data" / "reader"
ROWS = [
    json.loads(line) for line in (DATA / "statements.jsonl").read_text("utf-8").splitlines() if line
]


def plain(found: Statement) -> list[Any]:
    return [
        found.source and found.source.text,
        found.source_name,
        found.cue and found.cue.text,
        [words.text for words in found.content],
        found.mode,
        found.polarity,
        list(found.via),
    ]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:50] for row in ROWS])
def test_golden(row: dict[str, Any]) -> None:
    found = [plain(s) for s in statements_in(row["text"], row.get("language", "en"))]
    for expected in row["found"]:
        assert expected in found


def names_of(text: str, agency: str | None = "Meridian") -> list[str | None]:
    """Sources of what is said or added, in text order."""
    found = sorted(
        statements_in(text, agency=agency), key=lambda s: s.cue.span if s.cue else s.span
    )
    return [s.source_name for s in found if s.cue and s.cue.text.split()[-1] in ("said", "added")]


def test_pronoun_surname_and_title_become_the_full_name() -> None:
    text = (
        "Foreign Minister Ana Petrescu said on Monday that the talks had failed. She added that "
        "the border would close. Petrescu said the army was ready. The foreign minister said that "
        "nothing had been signed."
    )
    assert names_of(text) == ["Ana Petrescu"] * 4


def test_he_passes_over_a_woman() -> None:
    text = (
        "The mayor, John Tarrow, met Maria Lopes on Monday. Maria Lopes said that the port was "
        "closed. He said that the roads were open."
    )
    assert names_of(text) == ["Maria Lopes", "John Tarrow"]


def test_relative_pronoun_is_its_noun() -> None:
    text = "The general, who said he had lost contact with his men, left the city."
    assert "general" in names_of(text)


def test_the_agencys_own_voice_has_no_source() -> None:
    text = "Meridian said that the bridge had been closed."
    assert names_of(text) == [None]
    assert names_of(text, agency="Parallel") == ["Meridian"]


def test_second_hand_names_the_chain() -> None:
    text = "The ministry said that the mayor had announced that the port would close."
    inner = max(statements_in(text), key=lambda s: s.content[0].span.start)
    assert (inner.source_name, inner.via) == ("mayor", ("ministry",))


def test_told_to_an_outlet() -> None:
    (found,) = statements_in('"We will stay," Karel Novak told Radio Caravel.')
    assert (found.source_name, found.via) == ("Karel Novak", ("Radio Caravel",))


def test_quotation_over_paragraphs_is_one_statement() -> None:
    text = (
        '"This is a grave moment," President Karel Novak said. "Nobody should leave home.\n\n'
        '"Help is on its way."\n\nThe roads were empty.'
    )
    (found,) = statements_in(text)
    assert found.content[-1].text.endswith('"Help is on its way."')
    assert found.mode == "direct"


MARKS = st.text(alphabet="“”\"'«»(),.:; \n", max_size=4)
WORDS = st.sampled_from((
    "said", "the", "minister", "Novak", "that", "he", "told", "according", "to", "announced",
    "city", "was", "killed", "12", "who", "and",
))  # fmt: skip
TEXTS = st.lists(st.tuples(WORDS, MARKS), max_size=25).map(
    lambda pairs: " ".join(word + mark for word, mark in pairs)
)


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_offsets_fit_any_text(text: str) -> None:
    for found in statements_in(text):
        parts = [w for w in (found.source, found.cue, *found.content) if w]
        assert found.content
        assert found.text == text[found.span.start : found.span.end]
        assert all(w.text == text[w.span.start : w.span.end] for w in parts)
        assert all(found.span.contains(w.span) for w in parts)
        assert (found.source_name is None) or found.source is not None


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n\n", "“" * 300, "said " * 300, "(" * 500, '"' * 301, "a, " * 400, "👍🏽" * 50],
)
def test_hostile_text(text: str) -> None:
    assert all(s.content for s in statements_in(text))


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        (
            "One woman was killed and three people were hurt, the governor said on Telegram.",
            "en",
            [("governor", "One woman was killed and three people were hurt")],
        ),
        (
            "The two sides agreed to a truce after fighting that left 70 dead, 49 of them in Norn, "
            "President Ivan Bondar announced.",
            "en",
            [("Ivan Bondar", "The two sides agreed to a truce after fighting that left 70 dead, "
              "49 of them in Norn")],
        ),
        (
            'Two people died, the mayor wrote on X. "We go on," Ivan Bondar said.',
            "en",
            [("mayor", "Two people died"), ("Ivan Bondar", '"We go on,"')],
        ),
        (
            '"We want peace," Ivan Bondar said.\n\n"But we will not beg," he went on.',
            "en",
            [("Ivan Bondar", '"We want peace,"'), ("Ivan Bondar", '"But we will not beg,"')],
        ),
        (
            "Orlik said he would not give in and called on his followers to remain calm.",
            "en",
            [("Orlik", "he would not give in"), ("Orlik", "his followers to remain calm")],
        ),
        (
            "Des hommes armés ont tué 23 civils, ont indiqué dimanche des sources sécuritaires.",
            "fr",
            [("sources sécuritaires", "Des hommes armés ont tué 23 civils")],
        ),
        (
            "La Suisse gèle les avoirs, a décidé jeudi le Conseil fédéral.",
            "fr",
            [("Conseil fédéral", "La Suisse gèle les avoirs")],
        ),
        (
            "L'armée a riposté, d'après l'état-major.",
            "fr",
            [("état-major", "L'armée a riposté")],
        ),
        (
            "Deux personnes sont mortes, a-t-on appris jeudi de source policière. Le pont est "
            "coupé, a-t-on appris auprès de la préfecture.",
            "fr",
            [
                ("source policière", "Deux personnes sont mortes"),
                ("préfecture", "Le pont est coupé"),
            ],
        ),
    ],
)  # fmt: skip
def test_whole_contents(text: str, code: str, expected: list[tuple[str, str]]) -> None:
    found = statements_in(text, code)
    assert [(s.source_name, s.content[0].text) for s in found] == expected


def test_it_is_the_last_speaker_not_who_spoke_in_its_words() -> None:
    text = (
        "More than 340 people were detained, the monitoring group Norda said, days after Ukraine "
        "said its forces had retaken a town. In all, 121 people were held, it said."
    )
    assert statements_in(text)[-1].source_name == "Norda"


def test_what_weighs_the_same_is_equal_in_whatever_order_it_is_added_up():
    tenths = {f"f{n}": n / 10 for n in range(1, 9)}
    scales = Scales({"": tenths, "say/VERB": {"f3": 0.6}}, frozenset(("f3",)), frozenset())

    def one(n: int) -> Features:
        return Features([f"f{n}"], [f"f{n}"])

    bunches: list[Bunch] = [(one, n) for n in range(1, 9)]
    assert scales.score("tell/VERB", "", bunches) == scales.score("tell/VERB", "", bunches[::-1])
    assert scales.score("tell/VERB", "", bunches) == 3.6
    assert scales.score("say/VERB", "", bunches) == 4.2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The army admitted that two soldiers had died in Kherson. The rebels blew up a bridge "
            "and cut the power lines of the city. They announced that they had mined the main "
            "road.",
            "rebels",
        ),
        (
            "The army admitted that two soldiers had died in Kherson. It announced that it had "
            "mined the main road.",
            "army",
        ),
    ],
)
def test_they_are_those_whom_the_sentence_before_is_about(text: str, speaker: str) -> None:
    last = [s for s in statements_in(text) if "mined" in s.text][-1]
    assert last.source_name is not None
    assert last.source_name.casefold().endswith(speaker)
