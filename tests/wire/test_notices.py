"""Notices to editors in plain words, and the odd lines that real wires put above their copy."""

from datetime import UTC, datetime

import pytest

from dateline.records import Dispatch, Reference
from dateline.wire import notices, parse
from dateline.wire.times import NEVER

NEAR = datetime(2022, 3, 2, 20, tzinfo=UTC)
BODY = "ALTHEIM, March 2 (Nordlys) - The bridge fell at noon on Tuesday, the office said.\n"


def read(text: str) -> Dispatch:
    (item,) = parse(text.encode(), "a.txt", issued=NEAR)
    assert isinstance(item, Dispatch)
    return item


@pytest.mark.parametrize(
    ("text", "signal", "named"),
    [
        ("ADVISORY\n\nEDITORS: We are holding the story NORD-0101 pending clarification.",
         "hold", Reference(guid="NORD-0101")),
        ("ADVISORY\n\nThe story NORD-0101 is withdrawn. There will be no substitute.",
         "kill", Reference(guid="NORD-0101")),
        ('ADVISORY-Story on bridge withdrawn\n\nThe story headlined "Bridge falls" is wrong.\n'
         "It is withdrawn.", "kill", Reference(headline="Bridge falls")),
        ('EDITORS\' NOTE: Please disregard the alert "Bridge has fallen" sent in error.',
         "kill", Reference(headline="Bridge has fallen")),
        ('EDITORS: Members should remove the story "Bridge has fallen", slugged ALTHEIM-BRIDGE.',
         "kill", Reference(slug="ALTHEIM-BRIDGE", headline="Bridge has fallen")),
        ("NORD-7\nBC-ALTHEIM-BRIDGE, Elim\n\nEDITORS: Please eliminate NORD-0101.",
         "kill", Reference(guid="NORD-0101")),
        ("=(KILL) Altheim bridge\n\nVeuillez annuler la dépêche intitulée « Le pont est tombé ».",
         "kill", Reference(headline="Le pont est tombé")),
        ("KILL\nKill the item ALTHEIM-BRIDGE moved at 0900 GMT.",
         "kill", Reference(slug="ALTHEIM-BRIDGE")),
        ("NORDLYS\nKILL\n2 March 2022 11:00 GMT\n\nEDITORS: Please kill the item slugged "
         "ALTHEIM-BRIDGE, sent at 0930 GMT.", "kill", Reference(slug="ALTHEIM-BRIDGE")),
        ("ATTENTION EDITORS - The story NORD-0101 is withdrawn. Please do not use it.",
         "kill", Reference(guid="NORD-0101")),
        ("ADVISORY\n\nEDITORS: The hold on NORD-0101 is lifted; it can be used as sent.",
         "release", Reference(guid="NORD-0101")),
    ],
)  # fmt: skip
def test_what_a_notice_asks(text: str, signal: str, named: Reference) -> None:
    item = read(text)
    assert item.signal == signal
    assert item.objects == (named,)


def test_a_notice_behind_a_dateline() -> None:
    item = read(
        "ALTHEIM, March 2 (Nordlys) - Attention editors: please kill our story slugged "
        "ALTHEIM-BRIDGE."
    )
    assert item.signal == "kill"
    assert Reference(slug="ALTHEIM-BRIDGE") in item.objects


@pytest.mark.parametrize(
    "text",
    [
        "ADVISORY\n\nEDITORS: The story on the bridge will move at 1400 GMT.",
        "ADVISORY\n\nEDITORS: Troops withdrew from the town, NORD-0101 says.\n" + BODY * 30,
        "Police kill gunman at Altheim\n\n" + BODY,
        "NORD-1\nEds: Adds quotes. A story on what was withdrawn follows.\n\n" + BODY,
    ],
)  # fmt: skip
def test_what_asks_for_nothing(text: str) -> None:
    assert read(text).signal in ("advisory", "lead", "update")


def test_a_notice_that_speaks_of_no_copy_asks_for_nothing() -> None:
    assert notices.asked("Troops were withdrawn from the river.") is None


@pytest.mark.parametrize(
    "head",
    [
        "Eds: EMBARGOED for release at 0600 GMT, 3 March\n\n",
        "HOLD FOR RELEASE 0600 GMT 3 MARCH\n\n",
        "FOR RELEASE 0600 GMT 3 MARCH\n\n",
        "Bridge report due\n\n(Embargoed until 6:00 a.m. GMT on Thursday, March 3)\n\n",
    ],
)
def test_embargoes_in_notes_and_lines(head: str) -> None:
    assert read(head + BODY).embargo_until == datetime(2022, 3, 3, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "head",
    [
        "NORD-1\nNordlys\nWorld desk\n2 March 2022 09:00 GMT\nALTHEIM-BRIDGE\n\nBridge falls\n\n",
        "Nordlys\n\nBridge falls\n\n",
        "Bridge falls\n\nTraffic stops on both banks, office says\n\nBy Ida Sorrel\n\n",
        "Bridge falls\n\n* Office says traffic has stopped\n* Ferries to sail\n\n",
        "UPDATE 3-Bridge falls\n\n(Adds quotes from office, background)\n\nBy Ida Sorrel\n\n",
        "CORRECTED-Bridge falls\n\n(Corrects day of fall to Tuesday, not Monday)\n\n",
        "CORRECTED (OFFICIAL)-Bridge falls\n\n",
        "RECTIFICATIF: Bridge falls\n\n(bien lire mardi et non lundi)\n\n",
    ],
)
def test_a_dateline_is_found_below_whatever_stands_above_it(head: str) -> None:
    item = read(head + BODY)
    assert item.dateline
    assert (item.dateline.place, item.agency) == ("ALTHEIM", "Nordlys")
    assert item.headline == "Bridge falls"
    left = item.text[item.dateline.span.end :].lstrip()
    assert left.startswith("The bridge fell")


def test_a_note_of_what_is_corrected_is_no_copy_and_names_its_object() -> None:
    item = read("CORRECTED: Bridge falls\n\n(Corrects day in NORD-0101)\n\n" + BODY)
    assert item.note == "Corrects day in NORD-0101"
    assert item.objects == (Reference(guid="NORD-0101"),)
    covered = [item.text[m.span.start : m.span.end] for m in item.masks]
    assert "(Corrects day in NORD-0101)" in covered


def test_a_correction_that_names_nothing_is_of_what_was_sent_under_its_headline() -> None:
    item = read("CORRECTED-Bridge falls\n\n" + BODY)
    assert item.objects == (Reference(guid="a.txt", headline="Bridge falls"),)


@pytest.mark.parametrize(
    ("text", "signal", "named"),
    [
        ("NORD-2\nCORRECTION\n\nIn NORD-0101 (Bridge falls), please read Tuesday, not Monday.",
         "correction", Reference(guid="NORD-0101")),
        ("NORD-2\nRECTIFICATIF\n\nDans NORD-0101, bien lire mardi et non lundi.",
         "correction", Reference(guid="NORD-0101")),
        ("NORD-2\nCORRECTION TO CORRECTION NORD-0101\n\nPlease read Sunday.",
         "correction", Reference(guid="NORD-0101")),
        ("NORD-2\n\nAVIS D'ANNULATION\n\nPrière d'annuler notre dépêche NORD-0101.",
         "kill", Reference(guid="NORD-0101")),
        ("NORD-2\n/// ATTENTION ///\n/// ANNULER LA DEPECHE NORD-0101 ///",
         "kill", Reference(guid="NORD-0101")),
        ("NORD-2\nANNULATION - Altheim-pont\n\nMerci de ne pas en tenir compte.",
         "kill", Reference(slug="Altheim-pont")),
        ("Kill - Bridge falls at noon\n\nNordlys",
         "kill", Reference(guid="a.txt", headline="Bridge falls at noon")),
        ("NORD-2\n\nEDITORS: The kill of dispatch NORD-0101 is withdrawn.",
         "release", Reference(guid="NORD-0101")),
    ],
)  # fmt: skip
def test_what_a_notice_names(text: str, signal: str, named: Reference) -> None:
    item = read(text)
    assert (item.signal, item.objects) == (signal, (named,))


def test_what_killed_copy_quotes_is_not_its_object() -> None:
    copy = BODY + '\n"We counted twenty-one cars," said Ida Sorrel of the office.\n'
    item = read("NORD-2\nKILL\n\nBridge falls\n\n" + copy)
    assert item.objects == (Reference(guid="NORD-2", headline="Bridge falls"),)


@pytest.mark.parametrize(
    ("text", "signal", "until"),
    [
        ("The embargo on NORD-0101 has been extended to 0900 GMT on March 4.", "hold",
         datetime(2022, 3, 4, 9, tzinfo=UTC)),
        ("We have moved the embargo on the story NORD-0101 to 0900 GMT on March 4.", "hold",
         datetime(2022, 3, 4, 9, tzinfo=UTC)),
        ("L'embargo de la dépêche NORD-0101 est prolongé jusqu'au 4 mars à 09h00 GMT.", "hold",
         datetime(2022, 3, 4, 9, tzinfo=UTC)),
        ("The embargo on NORD-0101 has been changed, details follow.", "hold", NEVER),
        ("The embargo on NORD-0101 is lifted and it may be used now.", "release", NEAR),
        ("The embargo on NORD-0101 has been broken; the story is free for use.", "release", NEAR),
    ],
)  # fmt: skip
def test_a_notice_moves_the_embargo_of_other_copy(text: str, signal: str, until: datetime) -> None:
    item = read(f"NORD-2\nADVISORY\n\nEDITORS: {text}")
    assert (item.signal, item.embargo_until) == (signal, until)
    assert item.objects == (Reference(guid="NORD-0101"),)


def test_an_embargo_that_stands_is_not_moved() -> None:
    item = read("NORD-2\nADVISORY\n\nEDITORS: The embargo on NORD-0101 has not been lifted.")
    assert (item.signal, item.embargo_until) == ("advisory", None)
