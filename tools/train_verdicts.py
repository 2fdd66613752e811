"""Trains the weights by which ``dateline judge`` weighs what its rules find.

    PYTHONPATH=src:. python tools/train_verdicts.py        # each wire left out, then weights
    PYTHONPATH=src:. python tools/train_verdicts.py table  # only the table
    PYTHONPATH=src:. python tools/train_verdicts.py origins  # only the weights of origins

Gold: the judged pairs that may be learnt from, in ``tests/data/ledger``. Pairs of the same wires
that nobody judged are taken for two matters, at a small weight, so that what is never asked about
stays uncompared; a last column of weights tells related pairs from what stands beside them in the
same dispatches. The table has, for each wire, what weights learnt from all the others reach,
beside the rules alone and the commonest class. Needs scipy (a dependency of datasketch).
"""

import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from tests.ledger.pairs import DATA, documents, fit, gold, straight

from dateline.config import data_dir
from dateline.desk import Desk
from dateline.ledger.verdicts import considering, learnt_verdicts, pair_signs
from dateline.ledger.verdicts.learnt_verdicts import ORIGINS, VERDICTS
from dateline.ledger.verdicts.rulings import Ruling
from dateline.ledger.verdicts.wires import Wire

WIRES = {
    "wars": ("wars",), "fronts": ("fronts",), "enclave": ("enclave", "enclave-blind"),
    "coast": ("coast",), "gorge": ("gorge",), "ridge": ("ridge",), "delta": ("delta",),
    "muc": ("muc",),
}  # fmt: skip
BLIND = {"coast": ("coast-blind",), "gorge": ("gorge-blind",), "ridge": ("ridge-blind",),
         "delta": ("delta-blind",), "muc": ("muc-held-out",)}  # fmt: skip
"""Pairs that are only scored: nothing is learnt of their words, not even that nobody asked."""
LEXICON = Path(learnt_verdicts.__file__).parents[1] / "lexicon"
UNASKED = 600  # pairs of a wire that nobody judged
UNASKED_WEIGHT = 0.008
SOFT = 12.0  # L2 penalty
LEAST = 4  # examples that a sign must have
BESIDE = 3000  # unjudged pairs of a wire's judged dispatches
SOFT_ASKED = 8.0  # L2 penalty, for what is worth a question
LEAST_ASKED = 6
TINY = 0.01  # smaller weights are kept as nought
NEAR = 0.6  # of the best fit to a gold pair, from which a ruling is also of it
RULED = ("rule ", "by origin")
"""How the signs begin that tell what the rules found."""


@dataclass(frozen=True, slots=True)
class Case:
    """A ruling of the rules on a gold pair, with its signs; ``share``: of how much it counts."""

    ruling: Ruling
    signs: dict[str, float]
    share: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A gold pair with the rulings that fit it best, and whether they are of the right kind."""

    verdict: str
    origin: str | None
    cases: tuple[Case, ...]
    of_kind: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A wire's judged pairs, and the signs of some that nobody judged: of other dispatches, and of
    those that have a judged pair.
    """

    asked: tuple[Asked, ...]
    unasked: tuple[dict[str, float], ...]
    beside: tuple[dict[str, float], ...]


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


def known(wire: str, path: Path) -> Known:
    """What a wire has to teach."""
    desk = Desk(":memory:")
    desk.ingest([str(path)])
    told, stories = desk.told()
    found, about = considering.candidates(told, stories, desk.ledger.filed())
    rulings = [ruling for ruling, _ in found]
    by_docs: dict[frozenset[str], list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        by_docs[both(ruling)].append(ruling)
    pairs = [pair for name in WIRES[wire] for pair in gold(f"pairs-{name}.jsonl")]
    asked = {frozenset((pair["a"]["doc"], pair["b"]["doc"])) for pair in pairs}
    judged: dict[frozenset[str], list[dict]] = defaultdict(list)
    for name in (*WIRES[wire], *BLIND.get(wire, ())):
        for pair in gold(f"pairs-{name}.jsonl"):
            judged[frozenset((pair["a"]["doc"], pair["b"]["doc"]))].append(pair)
    free = [r for r in rulings if both(r) not in asked]
    idle = [r for r in rulings if both(r) in asked and not any(fit(p, r) for p in judged[both(r)])]
    few, some = (
        random.Random(7).sample(them, min(most, len(them)))  # noqa: S311 (no secret)
        for them, most in ((free, UNASKED), (idle, BESIDE))
    )
    return Known(
        tuple(
            asking(pair, by_docs[frozenset((pair["a"]["doc"], pair["b"]["doc"]))], about)
            for pair in pairs
        ),
        tuple(pair_signs.signs(r, about) for r in few),
        tuple(pair_signs.signs(r, about) for r in some),
    )


def both(ruling: Ruling) -> frozenset[str]:
    """The dispatches of a ruling."""
    return frozenset((ruling.a.guid, ruling.b.guid))


def asking(pair: dict, rulings: Sequence[Ruling], about: Wire) -> Asked:
    """A gold pair with the rulings on its words: of the right kind if there are any."""
    right = [(fit(pair, r, of_kind=True), r) for r in rulings]
    of_kind = any(share for share, _ in right)
    fits = right if of_kind else [(fit(pair, r), r) for r in rulings]
    best = max((share for share, _ in fits), default=0.0)
    some = [(share, r) for share, r in fits if share and share >= NEAR * best]
    if pair["verdict"] == "supersedes":
        some = [(share, r) for share, r in some if straight(pair, r)]
    cases = tuple(Case(r, pair_signs.signs(r, about), share / best) for share, r in some)
    return Asked(pair["verdict"], pair["origin"], cases, of_kind)


@dataclass(frozen=True, slots=True)
class Weights:
    """Names of signs, and a column of weights for each verdict and each origin."""

    names: list[str]
    table: np.ndarray

    def odds(self, signs: dict[str, float]) -> np.ndarray:
        """Log odds of verdicts, then of origins."""
        return matrix([signs], self.names)[0] @ self.table


def matrix(given: Sequence[dict[str, float]], names: Sequence[str]) -> np.ndarray:
    """One row a pair, one column a sign."""
    at = {name: i for i, name in enumerate(names)}
    found = np.zeros((len(given), len(names)))
    for row, signs in enumerate(given):
        for name, value in signs.items():
            if name in at:
                found[row, at[name]] = value
    return found


def fitted(
    x: np.ndarray, y: np.ndarray, counts: np.ndarray, classes: int, soft: float = SOFT
) -> np.ndarray:
    """Multinomial logistic regression: one row a sign, one column a class."""
    rows, width = np.arange(len(y)), x.shape[1]
    right = np.eye(classes)[y]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(width, classes)
        z = x @ w
        z -= z.max(1, keepdims=True)
        p = np.exp(z)
        p /= p.sum(1, keepdims=True)
        lost = -(counts * np.log(p[rows, y] + 1e-12)).sum() + soft * (w * w).sum() / 2
        return lost, (x.T @ (counts[:, None] * (p - right)) + soft * w).ravel()

    start = np.zeros(width * classes)
    options = {"maxiter": 300}
    return minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x.reshape(
        width, classes
    )


def learnt(wires: Sequence[Known]) -> Weights:
    """Weights for verdicts, half of them learnt as if the rules had found nothing, and origins."""
    rows: list[tuple[dict[str, float], str, str | None, float]] = []
    for wire in wires:
        for asked in wire.asked:
            each = 1.0 / max(1, len(asked.cases))
            rows += [(c.signs, asked.verdict, asked.origin, each) for c in asked.cases]
        rows += [(signs, "not comparable", None, UNASKED_WEIGHT) for signs in wire.unasked]
    rows = [row for row in rows if row[1] in VERDICTS]
    met = Counter(name for signs, *_ in rows for name in signs)
    names = sorted(name for name, count in met.items() if count >= LEAST)
    x = matrix([signs for signs, *_ in rows], names)
    counts = np.array([count for *_, count in rows])
    y = np.array([VERDICTS.index(verdict) for _, verdict, _, _ in rows])
    free = np.array([not name.startswith(RULED) for name in names], float)
    ruled = fitted(x, y, counts, len(VERDICTS))
    alone = fitted(x * free, y, counts, len(VERDICTS)) * free[:, None]
    judged = [i for i, (_, _, origin, _) in enumerate(rows) if origin in ORIGINS]
    whose = np.array([ORIGINS.index(rows[i][2]) for i in judged])
    origins = fitted(x[judged], whose, counts[judged], len(ORIGINS))
    worth = worth_asking(wires, names)
    return Weights(names, np.hstack([(ruled + alone) / 2, origins, worth]))


def worth_asking(wires: Sequence[Known], names: Sequence[str]) -> np.ndarray:
    """One column: what tells related pairs from all that stands beside them, with equal weight."""
    related = [
        case.signs
        for wire in wires
        for asked in wire.asked
        if asked.verdict != "not comparable"
        for case in asked.cases
    ]
    beside = [signs for wire in wires for signs in wire.beside]
    met = Counter(name for signs in (*related, *beside) for name in signs)
    free = np.array([met[n] >= LEAST_ASKED and not n.startswith(RULED) for n in names], float)
    x = matrix([*related, *beside], names) * free
    y = np.array([1] * len(related) + [0] * len(beside))
    counts = np.where(y, 1.0, len(related) / len(beside))
    odds = fitted(x, y, counts, 2, SOFT_ASKED * 2) * free[:, None]
    return odds[:, 1:] - odds[:, :1]


def told(asked: Asked, weights: Weights | None) -> tuple[str | None, str | None]:
    """The verdict and the origin on a gold pair, by the rules alone or weighed."""
    best: tuple[tuple[float, bool], str, str] | None = None
    for case in asked.cases:
        verdict, origin = case.ruling.verdict, case.ruling.origin
        if weights is not None:
            odds = weights.odds(case.signs)
            open_ = learnt_verdicts.possible(case.signs)
            verdict = max(open_, key=lambda v: odds[VERDICTS.index(v)])
            if case.ruling.verdict == "not comparable" and odds[-1] < learnt_verdicts.WORTH_ASKING:
                verdict = "not comparable"
            origin = ORIGINS[int(odds[len(VERDICTS) : -1].argmax())]
        rank = (round(case.share, 3), verdict != "not comparable")
        if best is None or rank > best[0]:
            best = (rank, verdict, origin)
    return best[1:] if best else (None, None)


def reached(asked: Sequence[Asked], weights: Weights | None) -> str:
    """Accuracy of verdicts, and of origins."""
    given = [(one, *told(one, weights)) for one in asked]
    right = sum(verdict == one.verdict for one, verdict, _ in given) / len(given)
    whose = [(one.origin, origin) for one, _, origin in given if one.origin and one.of_kind]
    return f"{right:.3f} {sum(a == b for a, b in whose) / max(1, len(whose)):.3f}"


def main(arguments: Sequence[str]) -> None:
    """Cross-validate, then learn from all and write the weights."""
    os.environ.setdefault("DATELINE_WORKERS", "1")
    with tempfile.TemporaryDirectory() as folder:
        paths = {w: DATA / f"{w}.jsonl" if w != "muc" else muc_file(folder) for w in WIRES}
        wires = {wire: known(wire, path) for wire, path in paths.items()}
    sys.stdout.write(
        "wire     pairs  commonest  rules (verdict origin)  weighed (verdict origin)\n"
    )
    for name, wire in wires.items():
        others = [other for known_as, other in wires.items() if known_as != name]
        most = Counter(one.verdict for other in others for one in other.asked).most_common(1)[0][0]
        common = sum(one.verdict == most for one in wire.asked) / len(wire.asked)
        alone, weighed = reached(wire.asked, None), reached(wire.asked, learnt(others))
        sys.stdout.write(f"{name:8s} {len(wire.asked):5d}  {common:.3f}  {alone}  {weighed}\n")
    if "table" not in arguments:
        write(learnt(list(wires.values())), origins_only="origins" in arguments)


def write(weights: Weights, *, origins_only: bool) -> None:
    """The weights, in the ledger's lexicon."""
    path = LEXICON / learnt_verdicts.WEIGHTS
    rows = {
        name: [f"{w:.2f}" if abs(w) >= TINY else "0" for w in row]
        for name, row in zip(weights.names, weights.table, strict=True)
    }
    if origins_only:
        rows = _with_origins(path, rows)
    kept = ["\t".join([name, *row]) for name, row in sorted(rows.items()) if set(row) != {"0"}]
    columns = "<TAB>".join((*VERDICTS, *ORIGINS, "asked"))
    head = (
        "# What speaks for each verdict on two assertions, for each origin, and for asking at all\n"
        f"# (log odds). Source: tools/train_verdicts.py. sign<TAB>{columns}\n"
    )
    path.write_text(head + "\n".join(kept) + "\n", "utf-8")


def _with_origins(path: Path, rows: dict[str, list[str]]) -> dict[str, list[str]]:
    """The rows of a list of weights with other columns of origins."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line[0] != "#")
    old = {name: row for name, *row in lines}
    first, none = len(VERDICTS), ["0"] * (len(VERDICTS) + len(ORIGINS) + 1)
    columns = slice(first, first + len(ORIGINS))
    made: dict[str, list[str]] = {}
    for name in {*old, *rows}:
        made[name] = list(old.get(name, none))
        made[name][columns] = rows.get(name, none)[columns]
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
