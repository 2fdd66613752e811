"""Which version of an item is the newer, whenever each came in; what stands beside a text."""

from dataclasses import replace
from itertools import permutations

import pytest

from dateline.ledger import open_ledger
from dateline.ledger.filing import intake
from dateline.ledger.orders.standing import Transmission, in_order
from dateline.ledger.storage import codec
from dateline.records import Reference

from .factory import NOON, dispatch, hours, keep, kill, reading, restated, toll

LATE = hours(100)


def told(ledger, as_of=LATE):
    """The texts that the public may see, and the counts that stand."""
    known = [ledger.dossier(s.id, as_of=as_of, now=LATE) for s in ledger.stories(as_of)]
    texts = {(f.dispatch.issued, f.dispatch.signal) for d in known for f in d.filed}
    counts = {a.value for d in known for c in d.claims for a in c.assertions if not a.withdrawn}
    return texts, counts


def sent(count, at, **fields):
    return toll(count, at=at, by="the governor", **fields)


@pytest.mark.parametrize("fields", [{}, {"numbered": True}])
def test_an_older_text_that_comes_late_is_an_earlier_version(ledger, fields):
    """Unnumbered, or under a number that the agency used twice."""
    keep(ledger, sent(21, 4, **fields))
    before = told(ledger)
    filed = keep(ledger, sent(15, 1, **fields), learnt=hours(9))
    assert (filed.added, filed.version) == (True, 2)
    assert told(ledger) == before == ({(hours(4), "lead")}, {21})
    claims = {a.value: c for c in ledger.claims() for a in c.assertions}
    assert (claims[21].status, claims[15].status) == ("single-source", "withdrawn")
    (link,) = claims[15].judgements
    assert (link.verdict, link.reason) == (
        "supersedes",
        "The governor: now 21, in the version before 15.",
    )
    assert ledger.verify() == ()


def test_as_of_has_it_only_from_when_it_was_received(ledger):
    keep(ledger, sent(21, 4))
    known = ledger.claims(as_of=hours(8))
    keep(ledger, sent(15, 1), learnt=hours(9))
    assert ledger.claims(as_of=hours(8)) == known
    assert told(ledger, hours(8))[1] == {21}
    assert {a.value for c in ledger.claims(as_of=hours(9)) for a in c.assertions} == {15, 21}


def test_a_file_is_received_when_it_was_sent(ledger):
    keep(ledger, sent(21, 4))
    keep(ledger, sent(15, 1))
    assert told(ledger, hours(2))[1] == {15}
    assert told(ledger, hours(4))[1] == {21}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_newest_is_the_newest_in_whatever_order_they_come(order):
    pairs = [
        sent(10, 0),
        sent(12, 2, signal="correction", version=2),  # ours: an unnumbered correction's
        sent(14, 4),
        sent(16, 6, signal="update", version=2),
    ]
    ledger = open_ledger(":memory:")
    for n in order:
        keep(ledger, pairs[n])
    for at, count in ((1, 10), (3, 12), (5, 14), (7, 16)):
        assert told(ledger, hours(at))[1] == {count}
    ledger.close()


def test_the_agencys_numbers_tell_where_it_gives_them(ledger):
    keep(ledger, sent(21, 4, version=2, numbered=True))
    keep(ledger, sent(15, 5, version=1, numbered=True))
    assert told(ledger)[1] == {21}


def test_a_day_alone_is_no_time():
    """A text that only its dateline dates is not older than one of that day with the hour."""
    day = codec.stamp(NOON.replace(hour=0))
    some = [Transmission(1, "a", 1, "lead", True, "usable", day + 9 * 3_600_000_000, 0),
            Transmission(2, "a", 2, "correction", True, "usable", day, 0)]  # fmt: skip
    assert [t.seq for t in in_order(reversed(some))] == [1, 2]
    later = replace(some[1], issued=some[0].issued - 1)
    assert [t.seq for t in in_order([some[0], later])] == [2, 1]


def test_what_was_killed_stays_killed_when_its_older_text_comes_late(ledger):
    keep(ledger, sent(21, 4))
    keep(ledger, kill(Reference(guid="alba:1")))
    keep(ledger, sent(15, 1))
    assert told(ledger) == (set(), set())


def test_what_was_cancelled_stays_so_when_its_older_text_comes_late(ledger):
    keep(ledger, sent(21, 4))
    gone = dispatch("Cancelled.", at=5, version=2, status="canceled", signal="kill")
    keep(ledger, (gone, reading(gone)))
    keep(ledger, sent(15, 1))
    assert told(ledger) == (set(), set())


def test_an_older_text_does_not_lift_an_embargo_or_a_hold(ledger):
    keep(ledger, sent(21, 4, embargo_until=hours(200)))
    keep(ledger, sent(15, 1))
    assert told(ledger) == (set(), set())
    keep(ledger, sent(8, 4, guid="alba:2", status="withheld"))
    keep(ledger, sent(7, 1, guid="alba:2"))
    assert told(ledger) == (set(), set())


def test_an_add_stays_under_the_embargo_of_its_text(ledger):
    keep(ledger, sent(21, 1, embargo_until=hours(200)))
    keep(ledger, sent(3, 2, signal="add", version=2, measure="injured"))
    assert told(ledger) == (set(), set())


def test_a_new_text_takes_the_place_of_a_text_with_its_adds(ledger):
    keep(ledger, sent(21, 1))
    keep(ledger, sent(3, 2, signal="add", version=2, measure="injured"))
    assert told(ledger)[1] == {21, 3}
    keep(ledger, sent(25, 3, signal="writethru", version=3))
    assert told(ledger) == ({(hours(3), "writethru")}, {25})
    links = {j.reason for c in ledger.claims() for j in c.judgements if j.verdict == "supersedes"}
    assert links == {"The governor: now 25, in the version before 21."}


def test_a_kill_reaches_a_repeat_of_any_version_number(ledger):
    """Feeds number by the second: a month is more than two million."""
    pair = sent(21, 1, version=999_999_999)
    keep(ledger, pair)
    again = restated(pair, guid="alba:9", issued=hours(2), received=hours(2))
    keep(ledger, (replace(again[0], sha256=""), replace(again[1], guid="alba:9")))
    keep(ledger, kill(Reference(guid="alba:1")))
    assert told(ledger) == (set(), set())


def test_whose_number_it_is_is_no_part_of_what_a_text_says():
    """Ledgers of before know no such field; what they hold is not to be taken in again."""
    one = sent(21, 1)[0]
    assert intake.content(one) == intake.content(replace(one, numbered=True))
    assert intake.content(one) == "da6f07a99498bf5592aa6660b313ebcf1b26ecb6a1c690c53a037f4657854499"
