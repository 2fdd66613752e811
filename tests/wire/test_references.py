from dateline.records import Reference
from dateline.wire import references


def test_all_four_ways_of_naming() -> None:
    text = 'Please kill NORD-0412 (No. N0412), slugged TERVOLA-FERRY, headlined "Ferry aground".'
    assert references.find(text) == (
        Reference("NORD-0412", "N0412", "TERVOLA-FERRY", "Ferry aground"),
    )


def test_several_victims() -> None:
    found = references.find("Kill NORD-0001, NORD-0002 and urn:x:nordlys:3.", own="NORD-0009")
    assert [r.guid for r in found] == ["NORD-0001", "NORD-0002", "urn:x:nordlys:3"]


def test_its_own_id_is_no_object() -> None:
    assert references.find("NORD-0009: all is well.", own="NORD-0009") == ()


def test_a_bare_slug_counts_in_header_lines_only() -> None:
    assert references.find("KILL Altheim-Bridge") == ()
    assert references.find("KILL Altheim-Bridge", slugs=True) == (Reference(slug="Altheim-Bridge"),)
