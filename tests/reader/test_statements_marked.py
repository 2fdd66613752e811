"""Speakers whom a mark names and no verb: live pages, lists, interviews; "the statement", "he"."""

import pytest

from dateline.records import Statement
from tests.reader.pages import reading

LIVE = """What we know so far
- Troops have captured 12 villages in the region over the past week, the defence ministry says
- Costara's general staff: 1,210 soldiers killed or wounded in the past day
- Some 9,300 people have been evacuated from border areas – regional governor

Anna Weber: the town has no plans to give in.

Photo: John Smith
Moscow: what next for the talks?
The town - once a port - was hit.
"""
INTERVIEW = """   PORT ALBA, 16 MAY 89 (NORD) -- [INTERVIEW WITH COLONEL JUAN BRAVO] [TEXT]
[REPORTER] HOW MANY OF YOUR MEN WERE KILLED?

   [BRAVO] NINE SOLDIERS WERE KILLED IN THE AMBUSH ON THE ROAD TO THE PORT
OF SAN PEDRO.  THE GUERRILLAS LOST MORE THAN TWENTY OF THEIR MEN IN THE
FIGHT WITH THE PATROLS THAT CAME TO THE AID OF THE CONVOY.

   [REPORTER] WHAT HAPPENED THEN?

   [BRAVO] OUR TROOPS PURSUED THEM AS FAR AS THE RIVER.
"""


def _statements(text: str) -> tuple[Statement, ...]:
    return reading(text).statements


def _by(text: str) -> dict[str, str]:
    """Content by source, of statements with one."""
    return {s.source_name: s.content[0].text for s in _statements(text) if s.source_name}


def test_lines_of_a_live_page() -> None:
    assert _by(LIVE) == {
        "defence ministry": "Troops have captured 12 villages in the region over the past week",
        "Costara's general staff": "1,210 soldiers killed or wounded in the past day",
        "regional governor": "Some 9,300 people have been evacuated from border areas",
        "Anna Weber": "the town has no plans to give in",
    }


def test_labels_of_an_interview() -> None:
    found = [s for s in _statements(INTERVIEW) if s.source_name == "Juan Bravo"]
    said = [" ".join(words for c in s.content for words in c.text.split()) for s in found]
    assert said == [
        "NINE SOLDIERS WERE KILLED IN THE AMBUSH ON THE ROAD TO THE PORT OF SAN PEDRO. THE "
        "GUERRILLAS LOST MORE THAN TWENTY OF THEIR MEN IN THE FIGHT WITH THE PATROLS THAT CAME TO "
        "THE AID OF THE CONVOY",
        "OUR TROOPS PURSUED THEM AS FAR AS THE RIVER",
    ]
    assert all(s.cue is None for s in found)
    figures = reading(INTERVIEW).figures
    assert next((f.value, f.source_name) for f in figures if f.measure == "killed") == (
        9,
        "Juan Bravo",
    )


def test_an_answer_ends_where_the_agency_tells_on() -> None:
    text = """   PORT ALBA, 16 MAY 89 (NORD) -- [TEXT] THE COLONEL SPOKE AT NOON.

   [BEGIN RECORDING] [BRAVO] THE ROAD IS OPEN AGAIN.  [END RECORDING]

   [BEGIN RECORDING] [REPORTER] SINCE WHEN?

   [BRAVO] OUR TROOPS RETOOK IT THIS MORNING. [END RECORDING]

   NINE PEOPLE WERE KILLED THERE ON SUNDAY.
"""
    found = [s for s in _statements(text) if s.cue is None]
    assert {s.source_name for s in found} == {"Bravo"}
    assert [c.text for s in found for c in s.content] == [
        "THE ROAD IS OPEN AGAIN",
        "OUR TROOPS RETOOK IT THIS MORNING",
    ]


@pytest.mark.parametrize(
    "text", ["[TEXT] IT RAINED.\n\n[WORDS INDISTINCT] THE TOWN WAS HIT.", "Q: ?"]
)
def test_other_brackets_speak_not(text: str) -> None:
    assert all(s.cue is not None for s in _statements(text))


def test_the_statement_is_its_giver_s() -> None:
    found = _statements(
        "Units took the village, the Defence Ministry reported on Wednesday.\n\n"
        "Rockets were intercepted, the statement said."
    )
    assert {s.source_name for s in found} == {"Defence Ministry"}


def test_he_is_a_speaker_without_a_name() -> None:
    found = _statements(
        "An officer told Radio Costara that the water was rising. "
        "He put the number of flooded houses at about 600."
    )
    assert [s.source_name for s in found] == ["officer", "officer"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prices in Kelm are to rise. This was announced today by Minister Ana Ruiz.", "Ana Ruiz"),
        (
            "The mayor of Kelm took the money.\n\nThe previous statement was made on 12 March by"
            " Colonel Petr Hask during a news conference.",
            "Petr Hask",
        ),
    ],
)  # fmt: skip
def test_the_next_sentence_names_who_spoke(text: str, speaker: str) -> None:
    said = [s.content[0].text for s in _statements(text) if s.source_name == speaker]
    assert text.split(".", maxsplit=1)[0] in said


def test_what_a_next_sentence_reports_itself_is_not_the_one_before() -> None:
    text = "The road to Kelm has been closed. It was reported by the police that two men died."
    assert "The road to Kelm has been closed" not in _by(text).values()
