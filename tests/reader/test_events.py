"""Events: type, mode, who, whom, where, when, and how far they are vouched for."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reader import event_words
from dateline.records import Event
from tests.reader.pages import reading

GOLDEN = [
    ("Russian airborne units landed in Kharkiv on Wednesday.", "MOBILIZE", "troops"),
    ("The army shelled the town of Bucha.", "ASSAULT", "heavy-weapons"),
    ("Gunmen kidnapped two engineers near the border.", "ASSAULT", "abduct"),
    ("The guerrillas attacked a garrison.", "ASSAULT", None),
    ("Bombings took place in Zhitomir on Wednesday.", "ASSAULT", "explosives"),
    ("Police arrested dozens of demonstrators in the capital.", "COERCE", "arrest"),
    ("The government imposed a curfew on Friday.", "COERCE", "curfew"),
    ("The World Bank suspended its aid programmes in Belarus.", "SANCTION", "discontinue"),
    ("The EU excluded seven banks from the payment system.", "SANCTION", "expel"),
    ("The General Assembly adopted a resolution on Wednesday.", "VOTE", None),
    ("Rebel forces captured the town on Sunday.", "CONTROL", None),
    ("The prosecutor opened an investigation into the killings.", "ACCUSE", "investigate"),
    ("The minister condemned the attack.", "ACCUSE", "disapprove"),
    ("The president met his counterpart in Geneva.", "CONSULT", None),
    ("The two countries signed an agreement on Monday.", "SUPPORT", None),
    ("The rebels released three hostages.", "RETREAT", "release"),
    ("The prime minister resigned on Tuesday.", "RETREAT", "resign"),
    ("France delivered weapons to the army.", "AID", None),
    ("Thousands demonstrated against the war in Berlin.", "PROTEST", "demo"),
    ("The generals threatened to close the border.", "THREATEN", None),
    ("The president rejected the proposal.", "REJECT", None),
    ("The ministry demanded the withdrawal of the troops.", "REQUEST", None),
    ("Demonstrators threw stones at police in La Plata.", "PROTEST", "riot"),
    ("The parliament impeached the president on Tuesday.", "VOTE", None),
    ("The Senate rejected the labour reform by 38 votes to 34.", "VOTE", None),
    ("Tokyo lodged a protest with the embassy.", "ACCUSE", "disapprove"),
    ("Three men were charged with arson over the fire.", "ACCUSE", "allege"),
    ("The Treasury blacklisted four shipping companies.", "SANCTION", "expel"),
    ("The rebels handed over three hostages to the Red Cross.", "RETREAT", "release"),
    ("Two people were injured in clashes between farmers and police.", "ASSAULT", "sideAB"),
    ("Seven journalists were hurt at protests in Moscow.", "PROTEST", "demo"),
    ("Nurses in England walked out on Wednesday.", "PROTEST", "strike"),
    ("A bomb went off outside a police station in Cali.", "ASSAULT", "explosives"),
]
STATUS = [
    ("The army shelled the town.", "reported"),
    ("The army denied that it had shelled the town.", "denied"),
    ("The army did not shell the town.", "denied"),
    ("Hundreds if not thousands of civilians have been killed.", "reported"),
    ("The two sides will hold talks on Thursday in Brest.", "planned"),
    ("The council urged Moscow to withdraw its forces.", "demanded"),
    ("The Russian military claimed control of Kherson.", "claimed"),
]
NONE = [
    "The minister said that the situation was calm.",
    "If the army attacks the town, thousands could flee.",
    "The company makes attack helicopters.",
    "Prices hit a record high.",
    "The 19 March elections were held.",
    "It is a crime to kill a man.",
    "He took the train to the capital.",
    "The weather will remain mild.",
    "Delegates walked out of the hall.",
    "The alarm went off.",
    "A magnitude 6.8 earthquake struck southern Turkey before dawn.",
]


def _events(text: str, language: str = "en") -> tuple[Event, ...]:
    return reading(text, language=language).events


@pytest.mark.parametrize(("text", "kind", "mode"), GOLDEN)
def test_types_and_modes(text: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in [(e.type, e.mode) for e in _events(text)]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    found = [e for e in _events(text) if e.type not in ("REQUEST", "REJECT")]
    assert status in [e.status for e in found]


@pytest.mark.parametrize("text", NONE)
def test_general_words_make_no_event(text: str) -> None:
    assert _events(text) == ()


def test_who_whom_where_when() -> None:
    (event,) = _events("On Tuesday, rebels attacked a police station in Kharkiv.")
    assert event.actors == ("rebels",)
    assert event.recipients == ("a police station in Kharkiv",)
    assert event.place is not None
    assert event.place.name == "Kharkiv"
    assert event.when is not None
    assert event.when.value == "2022-03-01"


def test_where_it_is_far_from_is_no_scene() -> None:
    (event,) = _events("Rebels attacked a garrison 80 km north of Bogota on Tuesday.")
    assert event.place is not None
    assert (event.place.name, event.place.geonameid) == ("80 km north of Bogotá", None)


def test_whose_weapon_or_strike_it_was() -> None:
    text = (
        "Russian missiles slammed into a block and a shop in Ukraine's northeastern city "
        "of Kharkiv. Four people were killed in an Israeli air strike in Tyre. Drones hit a depot."
    )
    found = [(e.actors, e.place and e.place.name) for e in _events(text)]
    assert found[:2] == [(("Russia",), "Kharkiv"), (("Israel",), "Tyre")]
    assert all(actors == () for actors, _ in found[2:])


def test_nature_is_no_actor() -> None:
    assert _events("A powerful earthquake in central Morocco killed more than 820 people.") == ()


def test_what_somebody_was_arrested_in_has_happened() -> None:
    found = _events("Dozens of people were arrested during protests in Kazan on Tuesday.")
    assert {"COERCE", "PROTEST"} <= {e.type for e in found}


def test_passive_turns_roles_round() -> None:
    (event,) = _events("Two engineers were kidnapped by gunmen in Bogota.")
    assert event.actors == ("gunmen",)
    assert event.recipients == ("Two engineers",)


def test_a_government_is_no_scene() -> None:
    (event,) = [e for e in _events("Moscow condemned the attack.") if e.type == "ACCUSE"]
    assert event.place is None
    assert event.actors == ("Moscow",)


def test_the_span_is_the_clause() -> None:
    text = "Russian units landed in Kharkiv, the army said, while talks went on."
    (event,) = [e for e in _events(text) if e.type == "MOBILIZE"]
    assert event.text == "Russian units landed in Kharkiv"
    assert text[event.span.start : event.span.end] == event.text


def test_telex() -> None:
    text = (
        "   BOGOTA, 9 JAN 90 (TEST) -- [TEXT] THE MAYOR OF ACHI WAS KIDNAPPED BY GUERRILLAS ON\n"
        "5 JANUARY.  POLICE ARRESTED TWO MEN IN CARTAGENA YESTERDAY AND SEIZED WEAPONS.\n"
    )
    found = [(e.type, e.mode) for e in reading(text, issued="1990-01-09T12:00-05:00").events]
    assert ("ASSAULT", "abduct") in found
    assert ("COERCE", "arrest") in found


def test_french() -> None:
    found = {
        (e.type, e.mode): e
        for e in _events(
            "Des unités russes ont débarqué à Kharkiv. "
            "L'Assemblée générale a adopté une résolution. "
            "La Banque mondiale a suspendu ses programmes d'aide.",
            "fr",
        )
    }
    assert found.keys() == {("MOBILIZE", "troops"), ("VOTE", None), ("SANCTION", "discontinue")}
    place = found["MOBILIZE", "troops"].place
    assert place is not None
    assert place.name == "Kharkiv"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_lexicon_keeps_to_plover(language: str) -> None:
    known, contexts = event_words.modes(), set(event_words.context_words().values())
    table = event_words.triggers(language)
    for trigger in {t for some in (*table.verbs.values(), *table.nouns.values()) for t in some}:
        assert trigger.type in known
        assert trigger.mode is None or trigger.mode in known[trigger.type]
        assert set(trigger.contexts) <= contexts


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["rebels", "attacked", "the town", "by", "in", "Paris", ".", "[", "talks", "\n\n", "🙂"]
        ),
        max_size=25,
    )
)
def test_spans_quote_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for event in _events(text):
        assert text[event.span.start : event.span.end] == event.text
        assert event.type in event_words.modes()


SENTENCES = Path(__file__).parent.parent / "data" / "reader" / "events.jsonl"
ROWS = [json.loads(row) for row in SENTENCES.read_text("utf-8").splitlines()]


def _row(e: Event) -> list[object]:
    return [
        e.type, e.mode, list(e.actors), list(e.recipients), e.place.name if e.place else None,
        e.when.value if e.when else None, e.status,
    ]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_sentences_of_ours(row: dict[str, list[object]]) -> None:
    """Sentences of our own, English and French, each with all that is to be found in it."""
    found = reading(str(row["text"]), language=str(row.get("language", "en"))).events
    assert [_row(one) for one in found] == row["events"]


def test_two_deeds_of_one_actor_are_two_events() -> None:
    found = _events("Gunmen kidnapped 17 schoolgirls and shot dead two guards on Sunday.")
    assert [(e.mode, e.actors, e.recipients) for e in found] == [
        ("abduct", ("Gunmen",), ("17 schoolgirls",)),
        ("firearms", ("Gunmen",), ("two guards",)),
    ]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Two of its soldiers had been killed by a sniper.", "a sniper", "Two of its soldiers"),
        ("Israeli air strikes killed 31 people on Monday.", "Israel", "31 people"),
        ("Ivan Orlik called on his followers to remain calm.", "Ivan Orlik", "his followers"),
        ("India is demanding that Islamabad hand over the men.", "India", "Islamabad"),
        ("Ana Orlik said Norn would respond and urged allies to help.", "Ana Orlik", "allies"),
    ],
)
def test_who_and_whom(text: str, actors: str, recipients: str) -> None:
    (found,) = _events(text)
    assert (found.actors, found.recipients, found.status) == ((actors,), (recipients,), "reported")
