"""How sentences are built: what they can lose, and their verbs."""

import pytest

from tests.reader.pages import reading


def outline(text: str, language: str = "en"):
    found = reading(text, language=language).outlines
    assert len(found) == 1
    return found[0]


def lost(text: str, language: str = "en") -> dict[str, str]:
    found = outline(text, language)
    return {text[a.span.start : a.span.end]: a.kind for a in found.asides}


def now(text: str) -> dict[str, str]:
    return {text[v.span.start : v.span.end]: v.now for v in outline(text).verbs}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Four officials who had studied the case near Kelm have resigned.",
         "who had studied the case near Kelm", "relative"),
        ("Two men wearing uniforms entered the clinic of the port and took medicine.",
         "wearing uniforms", "participle"),
        ("Two men wearing uniforms entered the clinic of the port and took medicine.",
         "and took medicine", "second"),
        ("The court freed Ana Ruiz, a former minister, on Tuesday for want of proof.",
         "a former minister", "apposition"),
        ("The court freed Ana Ruiz, a former minister, on Tuesday for want of proof.",
         "on Tuesday", "time"),
        ("The port of Lima was closed by the council because a tanker had sunk.",
         "because a tanker had sunk", "clause"),
        ("Rebels attacked the fort of Kelm with mortars on Monday.",
         "with mortars", "phrase"),
        ("Two guards were killed by unknown men at the harbour of the town.",
         "by unknown men", "phrase"),
        ("The ministers left for Rome in an attempt to lift the ban on fruit.",
         "in an attempt to lift the ban on fruit", "purpose"),
        ("The council issued a statement a few hours ago denying the charge.",
         "a few hours ago", "time"),
        ("The council thanked the swimmers who had crossed the strait of Kelm.",
         "who had crossed the strait of Kelm", "defining"),
        ("In a further blow to the council, a bomb destroyed the school of the district.",
         "In a further blow to the council", "phrase"),
    ],
)  # fmt: skip
def test_what_a_sentence_can_lose(text: str, words: str, kind: str):
    assert lost(text).get(words) == kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mayor rejected the accusations made by the union of bakers.",
         "made by the union of bakers"),
        ("A court sentenced the former chief of the bank to six years in prison.",
         "to six years in prison"),
        ("The council has drawn up a plan to close the port of the town.",
         "to close the port of the town"),
        ("The president called on the government of Peru to respect the treaty.",
         "on the government of Peru"),
        ("The group claimed responsibility for the bomb at the bank on Friday.",
         "for the bomb at the bank"),
        ("The council asked the army to help in protecting and freeing the hostages.",
         "and freeing the hostages"),
        ("The vote was held on Monday, but thousands of sailors stayed away.",
         "but thousands of sailors stayed away"),
        ("The ministry will pay the farmers of the north if the rain fails.",
         "if the rain fails"),
    ],
)  # fmt: skip
def test_what_a_sentence_needs_is_no_aside(text: str, words: str):
    assert words not in lost(text)


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The rebels have killed the mayor of the town and burned his house.",
         {"have killed": "kill", "burned": "burn"}),
        ("The ministry said that 317 soldiers had been killed in the fort.",
         {"had been killed": "have been killed", "said": "says"}),
        ("The army admitted that it had lost the fort.", {"had lost": "has lost"}),
        ("The army had lost the fort before the town fell.", {"had lost": None}),
        ("Some 1,100 soldiers have died, according to the ministry.", {"have died": None}),
        ("Mines have killed the mayor since the army left the town.", {"have killed": None}),
        ("Mines in the suburbs of Sund have killed or wounded 138 people since the army left, the"
         " union said on Monday.", {"have killed": None}),
        ("The army denied that they had lost the fort.", {"had lost": "have lost"}),
        ("Mines left in the suburbs have killed or wounded 138 people, the union said.",
         {"have killed": "kill", "wounded": "wound"}),
        ("Five policemen were killed or wounded near the harbour, the army said.",
         {"were killed": "killed", "wounded": "wounded"}),
        ("Five policemen were killed near the harbour, the army said.",
         {"were killed": "killed", "said": "says"}),
        ("The mayor and his deputy signed three agreements with the union.", {"signed": "sign"}),
        ("The army reported that rebels attacked the fort of the town.",
         {"reported": "reports", "attacked": "attack"}),
        ("Heavy fighting raged on Sunday near the harbour of the town.", {"raged": "rages"}),
        ("Ana Oru, head of the port and chief of the fleet, visited the town.",
         {"visited": "visits"}),
        ("The Union of Bakers (UB) and the League of Cooks rejected the offer.",
         {"rejected": "reject"}),
        ("It was reported in the town that the bridge had been closed.",
         {"was reported": None}),
        ("The council carries on, but the mayor did not resign after all.", {}),
        ("The mayor of the town denied that the bridge had been closed.", {"denied": "denies"}),
    ],
)  # fmt: skip
def test_verbs_have_the_form_of_headlines(text: str, verbs: dict[str, str]):
    found = now(text)
    assert {words: found.get(words) for words in verbs} == verbs
    assert verbs or "did not resign" not in found


def test_a_french_sentence_has_an_outline_too():
    text = (
        "Le gouvernement prévoit mardi un déficit de neuf milliards de dollars, selon la mise à"
        " jour présentée par le ministre des Finances."
    )
    assert lost(text, "fr").get("mardi") == "time"


def test_a_passive_that_only_says_what_is_thought_stays_whole():
    assert now("The mayor of the old town is said to be in hiding.").get("is said") is None


def test_a_note_in_brackets_parts_nothing_from_the_words_that_it_explains():
    text = (
        "COLONEL PONAR HAS REPORTED THAT DURING CLASHES THROUGHOUT THE COUNTRY BETWEEN THE BRAVE"
        " SOLDIERS OF THE ARMED FORCES AND THE NWA [NORTH WEST ARMY] TERRORIST CRIMINALS, THE ARMY"
        " HAS KILLED OR WOUNDED MORE THAN 1,000 REBELS."
    )
    assert not any(words.endswith("NWA") for words in lost(text))
