"""A process that files stored readings and publishes, killed at any moment and run again."""

import os
import random
import signal
import time
import traceback
import warnings
from pathlib import Path

from sqlalchemy import create_engine, text

from dateline.clock import Clock
from dateline.desk import Desk
from dateline.ledger import open_ledger
from dateline.ledger.storage.database import address
from dateline.records import Reference

from .factory import hours, keep, kill, toll

LATE = hours(100)


def wire():
    """Rivals, a correction, a kill, a hold with its release: two dozen dispatches."""
    pairs = []
    for n in range(6):
        pairs.append(toll(4 + n, guid=f"alba:{n}", at=n, by="the governor", headline=f"Raid {n}"))
        pairs.append(toll(9 + n, guid=f"brio:{n}", agency="Brio", at=n + 0.2, by="the rebels"))
        pairs.append(toll(3, guid=f"cera:{n}", agency="Cera", at=n + 0.3, measure="injured"))
    pairs.append(toll(5, at=7, guid="alba:0", version=2, by="the governor", signal="correction"))
    pairs.append(kill(Reference(headline="RAID 3"), at=8))
    pairs.append(kill(Reference(guid="brio:2"), guid="brio:h", agency="Brio", at=8, signal="hold"))
    return [*pairs, kill(Reference(guid="brio:2"), guid="brio:r", agency="Brio", at=9,
                         signal="release")]  # fmt: skip


WIRE = wire()


def work(url: str, site: Path) -> None:
    """What is disturbed: file everything, then publish."""
    with Desk(url, Clock.frozen(LATE)) as desk:
        for pair in WIRE:
            keep(desk.ledger, pair)
        desk.publish([], site)


def fork(task, *given) -> int:
    """A child at a task, without the seconds that a new interpreter takes; its id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads, of which the child needs none
        child = os.fork()
    if child:
        return child
    try:
        task(*given)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def outcome(url: str, site: Path) -> object:
    """Everything in the ledger and the site, and that it is sound."""
    ledger = open_ledger(url)
    told = [
        (s, ledger.dossier(s.id, as_of=LATE, now=LATE), ledger.editions(s.id))
        for s in ledger.stories()
    ]
    found = (told, ledger.claims(), ledger.redactions(as_of=LATE, now=LATE), ledger.waiting(),
             ledger.failures(), ledger.verify())  # fmt: skip
    ledger.close()
    files = {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return found, files


def empty(url: str) -> None:
    """Take a ledger away."""
    if "://" not in url:
        for tail in ("", "-wal", "-shm"):
            Path(url + tail).unlink(missing_ok=True)
        return
    name = url.rpartition("%3D")[2]
    engine = create_engine(address(url))
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()


def disturb(url: str, folder: Path, rounds: int) -> None:
    """Kill the work ``rounds`` times, each at another moment, and run it again each time."""
    work(url, folder / "warm")  # whatever is imported late is imported now
    empty(url)
    begun = time.monotonic()
    assert os.waitpid(fork(work, url, folder / "calm"), 0)[1] == 0
    length = time.monotonic() - begun
    expected = outcome(url, folder / "calm")
    assert expected[0][-1] == ()
    seed = random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    for number in range(rounds):
        empty(url)
        site = folder / str(number)
        child = fork(work, url, site)
        time.sleep(chance.uniform(0, length))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert os.waitpid(fork(work, url, site), 0)[1] == 0, f"round {number}, seed {seed}"
        assert outcome(url, site) == expected, f"round {number}, seed {seed}"
