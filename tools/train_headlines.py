"""Trains the weights by which headlines are chosen: those that an editor would print.

    dateline ingest MUC/*.jsonl --db sqlite:///muc.db
    PYTHONPATH=src python tools/train_headlines.py muc.db    # stories left out in turn, weights

Gold: ``tests/data/report/headlines.jsonl``, what an editor thought of the headlines that could be
made of MUC stories (``DATELINE_DATA``): 3 he would print, 2 would do, 1 tells a minor fact or too
little, 0 is no headline of this story. Each line names the sentence by dispatch and span and the
headline by the first 16 digits of its SHA-256; the words are not kept. Needs scipy (a dependency of
datasketch).
"""

import hashlib
import json
import random
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.ledger import open_ledger
from dateline.records import Dossier
from dateline.report import countries
from dateline.report.choosing import choose, salience
from dateline.report.compose import _standfirst
from dateline.report.figures import disputes
from dateline.report.ground import ground
from dateline.report.headlines import headline, merits
from dateline.report.lines.drafts import drafts

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests/data/report/headlines.jsonl"
OUT = ROOT / "src/dateline/report/lexicon"
HEAD = (
    "# What makes a headline: sign and weight. Learnt by tools/train_headlines.py from headlines\n"
    "# that an editor judged (tests/data/report/headlines.jsonl).\n"
)
FOLDS = 10
RARE = 6  # headlines that a sign should have
STRONG = 4.0  # how strongly weights keep to what the rules have: best of 1, 2, 3, 4, 6, 12
RULES = {
    "line": 1.0, "rules": 1.0, "hollow": -1.0, "torn-definite": -1.0}  # fmt: skip
"""What signs weigh unless learnt: of what the rules make of a line and of its words, and of words
that ask for what was cut off.
"""

PRINT = 3  # the grade of a headline that an editor would print


@dataclass(frozen=True, slots=True)
class Case:
    """The judged headlines of a story: their signs, one row each, what each loses for its length,
    and their grades.
    """

    signs: list[dict[str, float]]
    lost: "np.ndarray"
    grades: "np.ndarray"


def key(text: str) -> str:
    """The digits that stand for a headline."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def gold() -> dict[str, dict[tuple[str, int, str], int]]:
    """Grades by story, and in it by dispatch, start of the sentence, and headline."""
    found: dict[str, dict[tuple[str, int, str], int]] = defaultdict(dict)
    for row in map(json.loads, GOLD.read_text().splitlines()):
        found[row["story"]][row["dispatch"], row["start"], row["headline"]] = row["grade"]
    return found


def case(dossier: Dossier, grades: dict[tuple[str, int, str], int]) -> Case | None:
    """The headlines of a story that were judged; null if none can be made any more."""
    signs, lost, told = [], [], []
    on = ground(dossier)
    chosen, _ = choose.choose(salience.scored(drafts(on)[0], on), on)
    top = _standfirst(chosen, disputes.disputes(on)[0], on) if chosen else ()
    for rank, draft in enumerate(headline.looked_at(chosen, top)):
        seen: set[str] = set()
        code = countries.country(draft.sheet, draft.span)
        for one in headline.candidates(draft, rank, on):
            text = one.line.text
            at = (draft.sheet.dispatch.guid, draft.span.start, key(text))
            if at in grades and text not in seen:
                seen.add(text)
                signs.append(merits.signs(draft, rank, text, one.kind, on))
                lost.append(merits.clumsy(text, draft, code))
                told.append(grades[at])
    return Case(signs, np.array(lost), np.array(told)) if signs else None


def rows(given: Case, names: list[str]) -> "np.ndarray":
    """The signs of a case as a matrix."""
    return np.array([[signs.get(name, 0.0) for name in names] for signs in given.signs])


def learn(given: list[Case], names: list[str]) -> "np.ndarray":
    """Weights by which the better of two headlines of a story is ahead (pairwise logistic loss,
    each story with the same weight; L2 towards the rules).
    """
    spread = np.std(np.vstack([rows(one, names) for one in given]), axis=0) + 1e-6
    apart, share, behind = [], [], []
    for one in given:
        matrix = rows(one, names)
        pairs = [
            (i, j) for i, a in enumerate(one.grades) for j, b in enumerate(one.grades) if a > b
        ]
        gaps = np.array([one.grades[i] - one.grades[j] for i, j in pairs], dtype=float)
        apart += [(matrix[i] - matrix[j]) / spread for i, j in pairs]
        behind += [one.lost[i] - one.lost[j] for i, j in pairs]
        share += list(gaps / gaps.sum()) if pairs else []
    differences, weight = np.array(apart), np.array(share)
    prior = np.array([spread[k] * RULES.get(name, 0.0) for k, name in enumerate(names)])

    def loss(at: "np.ndarray") -> tuple[float, "np.ndarray"]:
        ahead = differences @ at - np.array(behind)
        value = float(weight @ np.logaddexp(0, -ahead)) + STRONG * float(((at - prior) ** 2).sum())
        slope = differences.T @ (-weight / (1 + np.exp(ahead))) + 2 * STRONG * (at - prior)
        return value, slope

    return np.asarray(minimize(loss, prior, jac=True, method="L-BFGS-B").x) / spread


def report(given: list[Case], names: list[str]) -> str:
    """How often the first headline is one to print, by the rules and with stories left out."""
    order = list(range(len(given)))
    random.Random(0).shuffle(order)  # noqa: S311 - chance in training is no secret
    rules = np.array([float(name in ("line", "rules")) for name in names])
    plain, learnt = [], []
    for fold in range(FOLDS):
        out = [given[i] for at, i in enumerate(order) if at % FOLDS == fold]
        weights = learn([given[i] for at, i in enumerate(order) if at % FOLDS != fold], names)
        plain += [one.grades[int(np.argmax(rows(one, names) @ rules - one.lost))] for one in out]
        learnt += [one.grades[int(np.argmax(rows(one, names) @ weights - one.lost))] for one in out]
    could = sum(one.grades.max() == PRINT for one in given)
    return (
        f"{len(given)} stories, {could} with a headline to print; first by the rules"
        f" {sum(g == PRINT for g in plain)} (mean {np.mean(plain):.2f}), learnt"
        f" {sum(g == PRINT for g in learnt)} (mean {np.mean(learnt):.2f})\n"
    )


def main() -> None:
    """Cross-validate, then learn from all and write the weights."""
    ledger = open_ledger(f"sqlite:///{sys.argv[1]}")
    at = ledger.latest()
    found = gold()
    made = (case(ledger.dossier(story, as_of=at, now=at), found[story]) for story in sorted(found))
    given = [one for one in made if one]
    often = [name for one in given for signs in one.signs for name in signs]
    names = sorted({name for name in often if often.count(name) >= RARE})
    sys.stdout.write(report(given, names))
    pairs = zip(names, learn(given, names), strict=True)
    lines = (f"{name} {weight:.3f}\n" for name, weight in pairs if abs(weight) >= 5e-4)
    (OUT / f"{merits.WEIGHTS}.txt").write_text(HEAD + "".join(lines))


if __name__ == "__main__":
    main()
