from datetime import UTC, datetime

import pytest

from dateline.records import Reference
from dateline.wire import embargoes, headers, titles
from dateline.wire.times import NEVER

NEAR = datetime(2022, 3, 2, 20, tzinfo=UTC)
BODY = "\n\nALTHEIM, March 2 (Nordlys) - The office said so.\n"


@pytest.mark.parametrize(
    ("line", "signal"),
    [
        ("KILL", "kill"),
        ("KILL ADVISORY", "kill"),
        ("MANDATORY KILL", "kill"),
        ("KILL: NORD-0101", "kill"),
        ("Kill: ALTHEIM-BRIDGE", "kill"),
        ("CORRECTION", "correction"),
        ("CORRECTS toll in first paragraph", "correction"),
        ("CORRECTION: toll is 21, not 12 as sent", "correction"),
        ("CORRECTION toll is 21, not 12", "correction"),
        ("EDITORS: Please kill NORD-0101", "kill"),
        ("*** KILL ***", "kill"),
        ("EILMELDUNG", "alert"),
        ("HOLD NORD-0101 until further notice", "hold"),
        ("RELEASE", "release"),
        ("REPEAT", "repeat"),
        ("REPEAT OF NORD-0099", "repeat"),
        ("1st Lead", "lead"),
        ("WRITETHRU", "writethru"),
        ("ALTHEIM-BRIDGE, 2nd Ld-Writethru", "writethru"),
        ("ADD 1 NORD-0099", "add"),
        ("INSERT AFTER 3RD PARA", "insert"),
        ("REFILE", "refile"),
        ("FLASH", "alert"),
        ("BULLETIN", "alert"),
        ("ADVISORY", "advisory"),
    ],
)
def test_signals(line: str, signal: str) -> None:
    assert headers.read(f"NORD-0100\n{line}{BODY}", NEAR).signal == signal


@pytest.mark.parametrize(
    "line",
    [
        "Kill orders issued in raid, minister says",
        "RELEASE OF PRISONERS EXPECTED THIS WEEK",
        "Hold on power slips as ministers quit",
        "Embargo on oil agreed by ministers",
        "Flash floods close the bridge at Altheim",
        "Add to that the cost of the bridge",
        "Correct use of the bridge explained",
        "Corrections officers held at Altheim",
        "CORRECTED FIGURES SHOW GROWTH",
    ],
)
def test_headlines_that_start_like_signals(line: str) -> None:
    front = headers.read(f"NORD-0100\n\n{line}{BODY}", NEAR)
    assert front.signal is None
    assert front.embargo_until is None
    assert front.headline == line


def test_numbered_leads_are_versions() -> None:
    assert headers.read(f"NORD-1-1\n1st Lead{BODY}", NEAR).version == 2
    assert headers.read(f"NORD-1-1\nALTHEIM-BRIDGE, 3rd Ld-Writethru{BODY}", NEAR).version == 4
    assert titles.untitled("UPDATE 2-Bridge reopens").version == 3


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGOED UNTIL 0600 GMT 3 MARCH", datetime(2022, 3, 3, 6, tzinfo=UTC)),
        ("EMBARGO: 2022-03-03T06:00:00Z", datetime(2022, 3, 3, 6, tzinfo=UTC)),
        ("NOT FOR RELEASE BEFORE 0001 GMT FRIDAY", datetime(2022, 3, 4, 0, 1, tzinfo=UTC)),
        ("STRICTLY EMBARGOED until 1 January 2099", datetime(2099, 1, 1, tzinfo=UTC)),
        ("SOUS EMBARGO JUSQU'AU 3 MARS 06H00 GMT", datetime(2022, 3, 3, 6, tzinfo=UTC)),
        ("(EMBARGO: 0600 GMT, 3 March)", datetime(2022, 3, 3, 6, tzinfo=UTC)),
        ("*** STRICT EMBARGO 3 March 0600 GMT ***", datetime(2022, 3, 3, 6, tzinfo=UTC)),
        ("EMBARGOED", NEVER),  # no time that we can read: fails closed
        ("EMBARGOED until the president has spoken", NEVER),
    ],
)
def test_embargoes(line: str, until: datetime) -> None:
    assert headers.read(f"NORD-0100\n{line}{BODY}", NEAR).embargo_until == until


def test_an_embargo_that_was_lifted_is_none() -> None:
    assert embargoes.embargo_in("Embargo lifted at 0600 GMT", NEAR) is None


def test_labelled_lines() -> None:
    front = headers.read(
        "Slug: Altheim-Bridge\nHeadline: Bridge reopens\nUrgency: 2\n"
        "Sent: 2022-03-02T10:00:00+01:00\n"
        "Agency: Nordlys\nEds: adds quote\nSubject: transport, harbour\nStatus: withheld\n"
        "Copyright: Nordlys 2022" + BODY,
        None,
    )
    assert front.slug == "Altheim-Bridge"
    assert front.headline == "Bridge reopens"
    assert front.urgency == 2
    assert front.issued == datetime.fromisoformat("2022-03-02T10:00:00+01:00")
    assert (front.agency, front.note, front.status) == ("Nordlys", "adds quote", "withheld")
    assert front.subjects == ("transport", "harbour")
    assert front.rights == "Nordlys 2022"


def test_a_document_id_may_come_below_other_lines() -> None:
    front = headers.read("ZCZC NRL0412 4 I 0213\nNORD-0500\n021345Z MAR 22" + BODY, None)
    assert (front.guid, front.number) == ("NORD-0500", "NRL0412")
    assert front.issued == datetime(2022, 3, 2, 13, 45, tzinfo=UTC)


def test_a_station_behind_the_document_id() -> None:
    assert headers.read("NORD-MUC3-0001 (NOSC)" + BODY, None).guid == "NORD-MUC3-0001"


def test_a_slug_with_a_dash_is_no_place() -> None:
    front = headers.read("ALTHEIM-BRIDGE - 2nd Lead" + BODY, NEAR)
    assert (front.slug, front.version) == ("ALTHEIM-BRIDGE", 3)
    assert front.dateline and front.dateline.place == "ALTHEIM"


def test_a_notice_names_its_object() -> None:
    front = headers.read("NORD-0101\nCORRECTION to NORD-0100, slugged ALTHEIM-BRIDGE" + BODY, NEAR)
    assert front.objects == (Reference(guid="NORD-0100", slug="ALTHEIM-BRIDGE"),)


def test_the_prefix_of_a_headline_is_cut_and_covered() -> None:
    text = "UPDATE 2-Bridge reopens" + BODY
    front = headers.read(text, NEAR)
    assert front.headline == "Bridge reopens"
    assert [text[s.start : s.end] for s in front.spans] == ["UPDATE 2-"]


def test_furniture_is_no_headline() -> None:
    assert headers.read("Share this article\n\nBridge reopens\n\nIt did.", NEAR).headline == (
        "Bridge reopens"
    )


@pytest.mark.parametrize("head", ["ZCZC NRL0412 4 I 0213\nNRL0412\n\n", "N0412\nNORD-0100\n\n"])
def test_a_line_that_is_only_the_agencys_number_is_no_headline(head: str) -> None:
    front = headers.read(f"{head}Bridge reopens\n\n{BODY}", NEAR)
    assert front.headline == "Bridge reopens"
    assert front.number in ("NRL0412", "N0412")
