"""Two writers at once, each a process of its own: nothing is lost, nothing kept twice."""

import os
import time

import pytest
from sqlalchemy import func, select

from dateline.ledger import open_ledger
from dateline.ledger.storage.schema import dispatch

from .crash import WIRE, empty, fork
from .factory import keep
from .test_properties import outcome

ROUNDS = 3


def write(url, pairs, begin):
    """File everything, once it is time."""
    time.sleep(max(0.0, begin - time.time()))
    ledger = open_ledger(url)
    for pair in pairs:
        keep(ledger, pair)
    ledger.close()


def at_once(url, *shares):
    begin = time.time() + 0.05
    children = [fork(write, url, share, begin) for share in shares]
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(children)


def seen(url):
    ledger = open_ledger(url)
    with ledger._engine.connect() as connection:
        held = connection.execute(select(func.count()).select_from(dispatch)).scalar_one()
    found = (held, outcome(ledger), ledger.failures(), ledger.verify())
    ledger.close()
    return found


@pytest.fixture
def serial(url):
    write(url, WIRE, 0.0)
    found = seen(url)
    assert found[0] == len(WIRE)
    empty(url)
    return found


@pytest.mark.parametrize("shares", [(WIRE, WIRE), (WIRE[::2], WIRE[1::2]), (WIRE, WIRE[::-1])],
                         ids=["the same", "halves", "the same backwards"])  # fmt: skip
def test_two_writers_end_like_one(url, serial, shares):
    for _ in range(ROUNDS):
        at_once(url, *shares)  # a new ledger each time: both find it without tables
        assert seen(url) == serial
        empty(url)
