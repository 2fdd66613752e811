"""Trains the two linear models of the places step and cross-validates them.

    python tools/train_places.py            # five-fold figures, then the weights

Gold: ``place_gold``. No feature names a place, so the weights carry no list of the sets' answers.
Folds go by a hash of the document id, so that a run is repeatable. Needs scipy (a dependency of
datasketch).
"""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from place_gold import FOLDS, NEAR_KM, Task, Text, kilometres, tasks, texts, wire_tasks
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline.reader import (
    disambiguation,
    gazetteer,
    linear,
    peoples,
    place_company,
    place_mentions,
)
from dateline.reader.placenames import fold

SETS = ("lgl", "tr-news")
LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "reader" / "lexicon"
WORDED = ("-1=", "+1=", "-2", "+2", "head=", "first=", "last=", "in=")
RARE = 6  # features in fewer documents are left out
TOWN = 20_000  # words that name a place of so many people are no features
SOFT = 1.0  # L2 penalty of both models
WIRE = 0.5  # weight of a mention in a MUC dispatch against one with coordinates
TINY = 0.02  # smaller weights are not kept
HEADS = {
    place_mentions.WEIGHTS: "What speaks for a span being a toponym (log odds).",
    disambiguation.RANKER: "What speaks for a reading of a toponym, first and second round.",
}
Weights = dict[str, float]


def is_general(feature: str) -> bool:
    """False for a feature whose word is itself a well-known place's name."""
    if not feature.startswith(WORDED):
        return True
    kind, word = feature.split("=", 1)
    word = fold(word.split(":")[-1 if kind == "in" else 0])
    return all(e.population < TOWN for e in gazetteer.lookup(word)) if word.isalpha() else True


def kept(given: list[Text]) -> dict[str, int]:
    """The features worth a weight, numbered."""
    seen: Counter[str] = Counter()
    for text in given:
        seen.update({f for some in text.features for f in some})
    listed = sorted(f for f, n in seen.items() if n >= RARE and is_general(f))
    return {f: i for i, f in enumerate(listed)}


def train_recognition(given: list[Text]) -> Weights:
    """Logistic regression over all candidates."""
    vocabulary = kept(given)
    rows, columns, right = [], [], []
    for text in given:
        for span, features in zip(text.spans, text.features, strict=True):
            known = [vocabulary[f] for f in features if f in vocabulary]
            rows += [len(right)] * len(known)
            columns += known
            right.append(float(span in text.gold))
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(right), len(vocabulary)))
    truth = np.array(right)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(table @ w)))
        fit = -(truth * np.log(p + 1e-12) + (1 - truth) * np.log(1 - p + 1e-12)).sum()
        return fit + SOFT / 2 * w @ w, table.T @ (p - truth) + SOFT * w

    found = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return {f: float(found[i]) for f, i in vocabulary.items()}


def _table(rows: list[dict[str, float]], vocabulary: dict[str, int]) -> np.ndarray:
    table = np.zeros((len(rows), len(vocabulary)))
    for i, row in enumerate(rows):
        for feature, value in row.items():
            if feature in vocabulary:
                table[i, vocabulary[feature]] = value
    return table


def fit_ranks(rows: list[list[dict[str, float]]], given: list[Task]) -> Weights:
    """Conditional logit: the right readings together against all readings of the name."""
    vocabulary = {f: i for i, f in enumerate(sorted({f for some in rows for r in some for f in r}))}
    table = np.concatenate([_table(some, vocabulary) for some in rows])
    sizes = [task.laid.member.shape[1] for task in given]
    offsets, total = np.cumsum([0, *sizes[:-1]]), sum(sizes)
    owner = np.concatenate([t.laid.owner + o for t, o in zip(given, offsets, strict=True)])
    right = np.concatenate([task.right for task in given])
    solvable = np.bincount(owner, right, total) > 0
    weight = np.concatenate([task.weight for task in given]) * solvable

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = table @ w
        tops = np.full(total, -np.inf)
        np.maximum.at(tops, owner, z)
        e = np.exp(z - tops[owner])
        everything, good = np.bincount(owner, e, total), np.bincount(owner, e * right, total)
        safe = np.where(solvable, np.maximum(good, 1e-300), everything)
        share = e / everything[owner]
        wanted = np.where(solvable[owner], e * right / safe[owner], 0)
        gradient = table.T @ (weight[owner] * (share - wanted))
        return -(weight * np.log(safe / everything)).sum() + SOFT / 2 * w @ w, gradient + SOFT * w

    found = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return {f: float(found[i]) for f, i in vocabulary.items()}


def train_ranking(given: list[Task]) -> Weights:
    """Both rounds; the second sees the beliefs of the first."""
    first = [task.first.named() for task in given]
    one = fit_ranks(first, given)
    rows = []
    for task, plain in zip(given, first, strict=True):
        z = np.array([sum(v * one[k] for k, v in row.items()) for row in plain])
        belief = place_company.softmax(z, task.laid.owner, task.laid.member)
        columns = place_company.company(task.laid, belief).T.tolist()
        company = (dict(zip(place_company.COMPANY, column, strict=True)) for column in columns)
        rows.append([a | b for a, b in zip(plain, company, strict=True)])
    two = fit_ranks(rows, given)
    return {f"1:{f}": w for f, w in one.items()} | {f"2:{f}": w for f, w in two.items()}


def judge(given: list[Text], models: Callable[[Text], tuple[Weights, Weights]]) -> str:
    """Recognition, share within 161 km of the recognised, and end to end."""
    gold = found = hits = near = 0
    for text in given:
        recognise, rank = models(text)
        pairs = zip(text.features, text.found, strict=True)
        taken = place_mentions.settle([(linear.score(f, recognise), c) for f, c in pairs])
        where = dict(zip(map(id, text.found), text.spans, strict=True))
        asked, owner = place_mentions.ask(place_mentions.mentions(taken, text.words))
        told = peoples.named([word.lower() for word in text.words])
        known = disambiguation.resolve(asked, told, disambiguation.Ranker(rank))
        gold, found = gold + len(text.gold), found + len(taken)
        for candidate, number in zip(taken, owner, strict=True):
            point, best = text.gold.get(where[id(candidate)]), known[number]
            hits += point is not None
            if point and best:
                near += kilometres((best.lat, best.lon), point) <= NEAR_KM
    p, r = hits / found, hits / gold
    recognised = f"P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f}"
    return f"{recognised}  within 161 km {near / hits:.3f}  end to end {near / gold:.3f}"


def judge_wire(given: list[Task], rank: Callable[[Task], Weights]) -> str:
    """Share of labelled mentions in dispatches whose best reading is right."""
    good = total = 0.0
    for task in given:
        weights = rank(task)
        belief = disambiguation.believe(task.laid, task.first, disambiguation.Ranker(weights))
        for number in range(len(task.weight)):
            mine = np.flatnonzero(task.laid.owner == number)
            if task.weight[number] and task.right[mine].any():
                total += task.weight[number]
                good += task.weight[number] * task.right[mine[belief[mine].argmax()]]
    return f"right reading {good / total:.3f} of {total / WIRE:.0f} labelled mentions"


def save(name: str, weights: Weights) -> None:
    """Write a weights table; tiny weights are left out."""
    lines = [f"# {HEADS[name]}", "# Source: tools/train_places.py. feature<TAB>weight"]
    lines += [f"{f}\t{w:.3f}" for f, w in sorted(weights.items()) if abs(w) >= TINY]
    (LEXICON / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, then train on everything."""
    given = [text for name in SETS for text in texts(name)]
    articles, wire = list(tasks(given)), list(wire_tasks(WIRE))
    ranked = articles + wire
    folds = [
        (
            train_recognition([t for t in given if t.fold != k]),
            train_ranking([t for t in ranked if t.fold != k]),
        )
        for k in range(FOLDS)
    ]
    for name in SETS:
        mine = [t for t in given if t.set == name]
        sys.stdout.write(f"{name:8s} {judge(mine, lambda t: folds[t.fold])}\n")
    sys.stdout.write(f"{'muc':8s} {judge_wire(wire, lambda t: folds[t.fold][1])}\n")
    save(place_mentions.WEIGHTS, train_recognition(given))
    save(disambiguation.RANKER, train_ranking(ranked))


if __name__ == "__main__":
    main()
