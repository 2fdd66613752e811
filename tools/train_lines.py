"""Trains the weights by which sentences are judged as lines: their news value, whether they lean on
what was said before them, and on which sentence.

    PYTHONPATH=src:. python tools/train_lines.py      # each dispatch left out in turn, then weights

Gold: sentences judged by six editors, in ``tests/data/report/sentences-*.jsonl``: of MUC dispatches
(``DATELINE_DATA``) and of the wires in ``tests/data/ledger``. Each line is a dispatch as one editor
judged it; each sentence ``[start, end, news value, on]``, where ``on`` is the position of the
sentence that it leans on, -1 if it leans on no single one, null if it stands alone. Where several
judged a dispatch, each counts in part. ``printed-muc.jsonl`` has lines that an earlier model let
through, ``[start, end, news value]``: they tell what it takes for news and is none. Needs scipy (a
dependency of datasketch).
"""

import json
import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.stats import rankdata

from dateline.config import data_dir
from dateline.desk import Desk
from dateline.report import lexicons
from dateline.report.choosing import antecedents, leaning_signs, learnt, value_signs
from dateline.report.choosing.course import course
from dateline.report.ground import ground
from dateline.report.lines.drafts import Draft, drafts

DATA = Path(__file__).parents[1] / "tests" / "data"
LEXICON = Path(lexicons.__file__).parent / "lexicon"
WIRES = ("coast", "enclave", "fronts", "gorge")
PARTS = 10
SEEN = 8  # cases that a sign needs
PRINTED = 2.0  # what a line that was printed counts
SOFT = {learnt.VALUE: 30.0, learnt.LEANING: 10.0, learnt.CLEARING: 3.0}  # L2 penalty
TINY = 0.005  # smaller weights are not kept
NOWHERE = -1

Signs = dict[str, float]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence as one editor judged it. ``offers``: the signs of each sentence that it may lean
    on, by position, and of none; ``on``: the right one, null if it stands alone or leans on one
    that is not among them; ``counts``: what the case weighs.
    """

    doc: str
    value: float
    leans: bool | None
    on: int | None
    counts: float
    of_value: Signs
    of_leaning: Signs
    offers: dict[int, Signs]


def gold(name: str) -> dict[str, list[list[list[int | None]]]]:
    """The judged sentences of a wire by dispatch, one list for each editor."""
    found: dict[str, list[list[list[int | None]]]] = defaultdict(list)
    path = DATA / "report" / f"sentences-{name}.jsonl"
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        found[row["doc"]].append(row["sentences"])
    return found


def printed(name: str) -> dict[str, list[list[int | None]]]:
    """The judged lines of a wire by dispatch; none if there are none."""
    path = DATA / "report" / f"printed-{name}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return {row["doc"]: row["sentences"] for row in map(json.loads, lines)}


def wire(name: str, folder: str) -> Path:
    """The file with a wire's dispatches; of the MUC ones, those that were judged."""
    if name != "muc":
        return DATA / "ledger" / f"{name}.jsonl"
    wanted = gold(name).keys() | printed(name).keys()
    lines = [
        line
        for part in ("dev", "tst1", "tst2")
        for line in (data_dir() / "muc" / f"{part}.jsonl").read_text("utf-8").splitlines()
        if json.loads(line)["doc"] in wanted
    ]
    path = Path(folder) / "muc.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def sheets(path: Path) -> Iterator[list[Draft]]:
    """The drafts of each English dispatch of a file."""
    with Desk(":memory:") as desk:
        desk.ingest([str(path)])
        at = desk.ledger.latest()
        for story in desk.ledger.stories() if at else ():
            found: dict[int, list[Draft]] = defaultdict(list)
            for draft in drafts(ground(desk.ledger.dossier(story.id, as_of=at, now=at)))[0]:
                found[draft.sheet.order].append(draft)
            yield from (d for d in found.values() if d[0].sheet.reading.language == "en")


def cases(name: str, path: Path) -> Iterator[Case]:
    """The judged sentences of a wire that can become lines."""
    wanted, lines = gold(name), printed(name)
    for made in sheets(path):
        guid = made[0].sheet.dispatch.guid
        for judged in wanted.get(guid, ()):
            yield from _cases(f"{name} {guid}", made, judged, 1 / len(wanted[guid]))
        yield from _cases(f"{name} {guid}", made, lines.get(guid, []), PRINTED)


def _cases(
    doc: str, made: list[Draft], judged: list[list[int | None]], counts: float
) -> Iterator[Case]:
    sheet = made[0].sheet
    whole, offered = course(sheet), antecedents.offers(sheet)
    at = [_position(judged, s.span.start, s.span.end) for s in sheet.reading.sentences]
    for draft in made:
        position = at[draft.index]
        if position is None:
            continue
        value, *leant = judged[position][2:]
        on = leant[0] if leant else None
        leaning, want = leaning_signs.signs(draft, whole), antecedents.wants(draft)
        near = antecedents.candidates(draft.index, whole.opening)
        offers = {i: antecedents.signs(want, i, offered, whole) for i in near}
        right = next((i for i in near if at[i] == on), NOWHERE if on == NOWHERE else None)
        yield Case(
            doc, float(value or 0), on is not None if leant else None,
            right if on is not None else None, counts,
            value_signs.signs(draft, whole), leaning,
            {NOWHERE: antecedents.nothing(want, leaning), **offers},
        )  # fmt: skip


def _position(judged: list[list[int | None]], start: int, end: int) -> int | None:
    """Which judged sentence begins in a span, or has its beginning."""
    inside = (i for i, s in enumerate(judged) if start <= (s[0] or 0) < end)
    around = (i for i, s in enumerate(judged) if (s[0] or 0) <= start < (s[1] or 0))
    return next(inside, next(around, None))


def names(found: Iterable[Signs]) -> list[str]:
    """The signs that are met often enough to learn from."""
    seen = Counter(sign for signs in found for sign in signs)
    return sorted(sign for sign, times in seen.items() if times >= SEEN)


def matrix(found: list[Signs], known: list[str]) -> np.ndarray:
    """One row for each case, one column for each sign."""
    return np.array([[signs.get(name, 0.0) for name in known] for signs in found])


def value_weights(given: list[Case]) -> Weights:
    """Ridge regression of the news value; the sign that every case has is not held down."""
    known = names(case.of_value for case in given)
    x = matrix([case.of_value for case in given], known)
    y, counts = np.array([c.value for c in given]), np.array([c.counts for c in given])
    held = np.diag([SOFT[learnt.VALUE] * (name != "any") + 1e-9 for name in known])
    return dict(
        zip(
            known,
            np.linalg.solve(x.T @ (x * counts[:, None]) + held, x.T @ (counts * y)),
            strict=True,
        )
    )


def leaning_weights(given: list[Case]) -> Weights:
    """Logistic regression of leaning."""
    given = [case for case in given if case.leans is not None]
    known = names(case.of_leaning for case in given)
    x = matrix([case.of_leaning for case in given], known)
    y, counts = np.array([c.leans for c in given], float), np.array([c.counts for c in given])
    held = np.array([SOFT[learnt.LEANING] * (name != "any") for name in known])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(x @ w)))
        right = y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)
        return -(counts * right).sum() + (held * w) @ w / 2, x.T @ (counts * (p - y)) + held * w

    return dict(zip(known, _least(loss, len(known)), strict=True))


def clearing_weights(given: list[Case]) -> Weights:
    """Which of the earlier sentences is leant on (softmax over them and none)."""
    leaning = [case for case in given if case.on is not None]
    known = names(signs for case in leaning for signs in case.offers.values())
    rows = [
        (matrix(list(case.offers.values()), known), list(case.offers).index(case.on), case.counts)
        for case in leaning
        if case.on in case.offers
    ]

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        lost, slope = SOFT[learnt.CLEARING] * w @ w / 2, SOFT[learnt.CLEARING] * w
        for x, right, counts in rows:
            scores = x @ w
            p = np.exp(scores - scores.max())
            p /= p.sum()
            lost -= counts * np.log(p[right] + 1e-12)
            slope = slope - counts * (x[right] - p @ x)
        return lost, slope

    return dict(zip(known, _least(loss, len(known)), strict=True))


def _least(loss: Callable[[np.ndarray], tuple[float, np.ndarray]], size: int) -> np.ndarray:
    return minimize(loss, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def scores(found: list[Signs], weights: Weights) -> np.ndarray:
    """What some weights give for each of some cases."""
    return np.array([sum(v * weights.get(sign, 0.0) for sign, v in s.items()) for s in found])


def ranking(right: list[bool], given: np.ndarray) -> float:
    """The chance that a right case has a higher score than a wrong one (AUC)."""
    truth = np.array(right)
    ranks, many = rankdata(given), truth.sum()
    return float((ranks[truth].sum() - many * (many + 1) / 2) / (many * (~truth).sum()))


def left_out(given: list[Case]) -> str:
    """What weights learnt from the other dispatches reach on each."""
    docs = sorted({case.doc for case in given})
    random.Random(5).shuffle(docs)  # noqa: S311 (no secret)
    part = {doc: i % PARTS for i, doc in enumerate(docs)}
    value, odds = np.zeros(len(given)), np.zeros(len(given))
    found = tried = 0
    for k in range(PARTS):
        rest = [case for case in given if part[case.doc] != k]
        at = [i for i, case in enumerate(given) if part[case.doc] == k]
        value[at] = scores([given[i].of_value for i in at], value_weights(rest))
        odds[at] = scores([given[i].of_leaning for i in at], leaning_weights(rest))
        weights = clearing_weights(rest)
        for case in (given[i] for i in at if given[i].on not in (None, NOWHERE)):
            each = list(case.offers)
            tried += 1
            found += each[int(np.argmax(scores(list(case.offers.values()), weights)))] == case.on
    values = np.array([case.value for case in given])
    asked = [i for i, case in enumerate(given) if case.leans is not None]
    leaning = [bool(given[i].leans) for i in asked]
    known = [given[i].of_leaning for i in asked]
    rules = np.array([signs.get("needs", 0) + signs.get("leans", 0) > 0 for signs in known])
    return (
        f"{len(given)} judgements of {len(docs)} dispatches\n"
        f"news value: correlation {np.corrcoef(value, values)[0, 1]:.3f}, some against none"
        f" {ranking([v > 0 for v in values], value):.3f}, strong against plain"
        f" {ranking([v > 1 for v in values], value):.3f} (AUC)\n"
        f"leaning: {ranking(leaning, odds[asked]):.3f} (AUC), the rules alone"
        f" {ranking(leaning, rules.astype(float)):.3f}\n"
        f"leant on: {found / max(1, tried):.3f} of {tried} found\n"
    )


def write(name: str, told: str, weights: Weights) -> None:
    """Write a list of weights."""
    rows = [f"{sign} {w:.3f}" for sign, w in sorted(weights.items()) if abs(w) >= TINY]
    head = (
        f"# {told}: sign and weight. Learnt by tools/train_lines.py from sentences that\n"
        "# editors judged (tests/data/report/sentences-*.jsonl).\n"
    )
    (LEXICON / f"{name}.txt").write_text(head + "\n".join(rows) + "\n", "utf-8")


def main() -> None:
    """Cross-validate, then learn from all and write the weights."""
    os.environ.setdefault("DATELINE_WORKERS", "1")
    with tempfile.TemporaryDirectory() as folder:
        given = [c for name in (*WIRES, "muc") for c in cases(name, wire(name, folder))]
    sys.stdout.write(left_out(given))
    write(learnt.VALUE, "What makes a sentence news (0 to 3)", value_weights(given))
    write(learnt.LEANING, "What makes a sentence lean on others (log odds)", leaning_weights(given))
    write(learnt.CLEARING, "What makes it lean on one of them (odds)", clearing_weights(given))


if __name__ == "__main__":
    sys.exit(main())
