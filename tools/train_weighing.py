"""Trains the weights by which counts that the rules leave uncompared are weighed.

    PYTHONPATH=src:. python tools/train_weighing.py        # each war left out in turn, then weights

Gold: the judged pairs that may be learnt from, in ``tests/data/ledger``, with two counts that the
rules leave uncompared. Pairs of the same wires that nobody judged are taken for two matters, at a
small weight, so that what is never asked about stays uncompared. The figures of a war are those of
weights learnt from the others. Needs scipy (a dependency of datasketch).
"""

import os
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from tests.ledger.pairs import DATA, documents, gold, most_fitting

from dateline.config import data_dir
from dateline.desk import Desk
from dateline.ledger.verdicts import rulings, weighing
from dateline.ledger.verdicts.camps import Camps
from dateline.ledger.verdicts.rulings import Ruling

WIRES = {
    "wars": ("wars",), "fronts": ("fronts",), "enclave": ("enclave", "enclave-blind"),
    "coast": ("coast",), "gorge": ("gorge",), "muc": ("muc",),
}  # fmt: skip
LEXICON = Path(rulings.__file__).parents[1] / "lexicon"
UNASKED = 400  # pairs of a wire that nobody judged
UNASKED_WEIGHT = 0.05
SOFT = 5.0  # L2 penalty
TINY = 0.02  # smaller weights are not kept


@dataclass(frozen=True, slots=True)
class Case:
    """Two counts of a wire; ``leant``: the verdict if they are of one matter; ``verdict``:
    the judged one, null for a pair that nobody judged.
    """

    wire: str
    ruling: Ruling
    signs: dict[str, float]
    leant: str
    verdict: str | None


def muc_file(folder: str) -> Path:
    """The dispatches of the MUC pairs, as one file."""
    wanted = documents(gold("pairs-muc.jsonl"))
    lines = [
        line
        for name in ("dev", "tst1")
        for line in (data_dir() / "muc" / f"{name}.jsonl").read_text("utf-8").splitlines()
        if line[9:].partition('"')[0] in wanted
    ]
    path = Path(folder) / "muc.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def cases(wire: str, path: Path) -> list[Case]:
    """The doubtful pairs of counts of a wire, judged and not."""
    desk = Desk(":memory:")
    found = list(desk.judge([str(path)])[1])
    camps = Camps(a for claim in desk.claims() for a in claim.assertions)
    pairs = [pair for name in WIRES[wire] for pair in gold(f"pairs-{name}.jsonl")]
    asked = {frozenset((pair["a"]["doc"], pair["b"]["doc"])) for pair in pairs}
    judged = ((most_fitting(pair, found), pair["verdict"]) for pair in pairs)
    sure = [(r, v) for r, v in judged if r]
    free = [r for r in found if frozenset((r.a.guid, r.b.guid)) not in asked and doubtful(r)]
    few = random.Random(7).sample(free, min(UNASKED, len(free)))  # noqa: S311 (no secret)
    rows: Iterable[tuple[Ruling, str | None]] = [*sure, *((r, None) for r in few)]
    return [
        Case(wire, r, weighing.signs(r.a, r.b, camps), told_as(r, camps), v)
        for r, v in rows
        if doubtful(r)
    ]


def told_as(ruling: Ruling, camps: Camps) -> str:
    """The verdict on two counts if they are of one matter."""
    return weighing.of_one_matter(ruling.a, ruling.b, camps).verdict


def doubtful(ruling: Ruling) -> bool:
    """True for two counts that the rules alone leave uncompared."""
    if not ruling.a.kind == ruling.b.kind == "figure":
        return False
    plain = rulings.judge(ruling.a, ruling.b)
    found = rulings.Outcome(plain.verdict, plain.reason, plain.rule)
    return weighing.may_weigh(plain.a, plain.b, found)


def matrix(given: list[Case], names: list[str]) -> np.ndarray:
    """One row a case, one column a sign."""
    return np.array([[case.signs.get(name, 0.0) for name in names] for case in given])


def learnt(given: list[Case], names: list[str]) -> np.ndarray:
    """Logistic regression; the sign that every pair has is not held down."""
    x = matrix(given, names)
    y = np.array([case.verdict not in (None, "not comparable") for case in given], float)
    counts = np.array([1.0 if case.verdict else UNASKED_WEIGHT for case in given])
    held = np.array([name != "any" for name in names], float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(x @ w)))
        right = y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)
        lost = -(counts * right).sum() + SOFT * (held * w) @ w / 2
        return lost, x.T @ (counts * (p - y)) + SOFT * held * w

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x


def told(case: Case, odds: float) -> str:
    """The verdict on a case at some log odds."""
    if odds < (weighing.SURE if case.leant == "contradicts" else weighing.ENOUGH):
        return "not comparable"
    return case.leant


def left_out(given: list[Case], names: list[str], wire: str) -> Counter[str]:
    """What weights of the other wires reach on one."""
    mine = [c for c in given if c.wire == wire]
    weights = learnt([c for c in given if c.wire != wire], names)
    count: Counter[str] = Counter()
    for case, odds in zip(mine, matrix(mine, names) @ weights, strict=True):
        verdict = told(case, odds)
        if case.verdict is None:
            count["not judged"] += 1
            count["not judged, contradicts"] += verdict == "contradicts"
            continue
        count["judged"] += 1
        count["right by rules"] += case.verdict == "not comparable"
        count["right weighed"] += case.verdict == verdict
        count["false contradicts"] += verdict == "contradicts" != case.verdict
    return count


def main() -> None:
    """Cross-validate, then learn from all and write the weights."""
    os.environ.setdefault("DATELINE_WORKERS", "1")
    with tempfile.TemporaryDirectory() as folder:
        paths = {w: DATA / f"{w}.jsonl" if w != "muc" else muc_file(folder) for w in WIRES}
        given = [case for wire, path in paths.items() for case in cases(wire, path)]
    names = sorted({sign for case in given for sign in case.signs})
    for wire in WIRES:
        sys.stdout.write(f"{wire:8s} {dict(left_out(given, names, wire))}\n")
    weights = dict(zip(names, learnt(given, names), strict=True))
    rows = [f"{name}\t{w:.3f}" for name, w in weights.items() if abs(w) >= TINY]
    head = (
        "# What speaks for two counts being of one matter (log odds).\n"
        "# Source: tools/train_weighing.py. sign<TAB>weight\n"
    )
    (LEXICON / weighing.WEIGHTS).write_text(head + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
