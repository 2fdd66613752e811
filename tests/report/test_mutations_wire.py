"""The gate at scale: every line of the sample wire's reports, and every falsehood made of them."""

from importlib.resources import as_file, files

import pytest

from dateline.ledger import open_ledger
from dateline.reader.pipeline import read
from dateline.records import Dispatch, Reading
from dateline.report.gate import judge
from dateline.report.ground import ground
from dateline.wire import parse

from .mutators import MUTATORS
from .test_mutations import CAUGHT, WRONGLY_REFUSED, good_lines

pytestmark = pytest.mark.long


def _dispatches(folder):
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        for one in parse(data, str(path.relative_to(folder))):
            if isinstance(one, Dispatch):
                yield one, data


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    ledger = open_ledger(f"sqlite:///{tmp_path_factory.mktemp('ledger') / 'sample.db'}")
    with as_file(files("dateline") / "sample" / "wire") as folder:
        taken = list(_dispatches(folder))
    for (one, data), reading in zip(taken, read(d for d, _ in taken), strict=True):
        if isinstance(reading, Reading):
            ledger.ingest(one, reading, data, learnt=one.received or one.issued)
    last = max(d.received for d, _ in taken if d.received)
    found = [ledger.dossier(s.id, as_of=last, now=last) for s in ledger.stories(last)]
    yield [d for d in found if d.filed]
    ledger.close()


def test_falsehoods_are_refused_and_truths_pass(dossiers):
    tried = dict.fromkeys(MUTATORS, 0)
    caught = dict.fromkeys(MUTATORS, 0)
    good = refused = 0
    for dossier in dossiers:
        on = ground(dossier)
        for line in good_lines(dossier):
            good += 1
            refused += judge(line, on) is not None
            for kind, mutate in MUTATORS.items():
                for mutant, against in mutate(line, dossier):
                    laid_out = on if against is dossier else ground(against)
                    tried[kind] += 1
                    caught[kind] += judge(mutant, laid_out) is not None
    assert good >= 150
    assert refused <= WRONGLY_REFUSED * good
    assert sum(tried.values()) >= 500
    shares = {kind: caught[kind] / tried[kind] for kind in MUTATORS if tried[kind]}
    assert min(shares.values()) >= CAUGHT, shares
    assert sum(caught.values()) >= 0.99 * sum(tried.values()), shares
