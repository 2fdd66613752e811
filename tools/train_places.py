"""Trains the two linear models of the places step and cross-validates them.

    python tools/train_places.py            # report five-fold figures, then write the weights

Data: LGL and TR-News from ``DATELINE_DATA`` (toponyms/*.jsonl; see its README for source and
terms). No feature names a place, so the weights carry no list of the sets' answers. Folds go by a
hash of the document id, so that a run is repeatable.
"""

import json
import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline import config
from dateline.reader import disambiguation, gazetteer, language, linear, peoples
from dateline.reader import place_mentions, toponym_features, toponyms
from dateline.reader.placenames import fold
from dateline.reader.view import view
from dateline.records import Dispatch

SETS = ("lgl", "tr-news")
FOLDS = 5
NEAR_KM = 161
LEXICON = Path(__file__).parents[1] / "src" / "dateline" / "reader" / "lexicon"
WORDED = ("-1=", "+1=", "-2", "+2", "head=", "first=", "last=", "in=")
RARE = 6  # features in fewer documents are left out
TOWN = 20_000  # words that name a place of so many people are no features
SOFT = {"recognition": 1.0, "ranking": 1.0}  # L2
HEADS = {
    place_mentions.WEIGHTS: "What speaks for a span being a toponym (log odds).",
    disambiguation.RANKER: "What speaks for a reading of a toponym, first and second round.",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A gold document, parsed, with its candidates and their features."""

    set: str
    fold: int
    words: list[str]
    gold: dict[tuple[int, int], tuple[float, float]]
    found: list[toponyms.Candidate]
    spans: list[tuple[int, int]]
    features: list[list[str]]


def load(name: str) -> list[Text]:
    """Parse one set."""
    path = config.data_dir() / "toponyms" / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    views = [view(Dispatch(guid=row["doc"], text=row["text"])).text for row in rows]
    texts = []
    for row, doc in zip(rows, language.model("en").pipe(views), strict=True):
        words = toponyms.words_of(doc)
        named = toponyms.labels(doc, words)
        found = toponyms.candidates(doc, words, named)
        shared = toponym_features.scene(doc, words, named, found)
        spans = [toponyms.span_of(doc, c) for c in found]
        gold = {(t["start"], t["end"]): (t["lat"], t["lon"]) for t in row["toponyms"]}
        texts.append(
            Text(
                name,
                zlib.crc32(row["doc"].encode()) % FOLDS,
                words,
                gold,
                found,
                [(s.start, s.end) for s in spans],
                [toponym_features.features(c, shared) for c in found],
            )
        )
    return texts


def is_general(feature: str) -> bool:
    """False for a feature whose word is itself a well-known place's name."""
    if not feature.startswith(WORDED):
        return True
    kind, word = feature.split("=", 1)
    word = fold(word.split(":")[-1 if kind == "in" else 0])
    return all(e.population < TOWN for e in gazetteer.lookup(word)) if word.isalpha() else True


def kept(texts: list[Text]) -> dict[str, int]:
    """The features worth a weight, numbered."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update({f for some in text.features for f in some})
    return {f: i for i, f in enumerate(sorted(f for f, n in seen.items() if n >= RARE and is_general(f)))}


def train_recognition(texts: list[Text]) -> dict[str, float]:
    """Logistic regression over all candidates."""
    vocabulary = kept(texts)
    rows, columns, right = [], [], []
    for text in texts:
        for span, features in zip(text.spans, text.features, strict=True):
            known = [vocabulary[f] for f in features if f in vocabulary]
            rows += [len(right)] * len(known)
            columns += known
            right.append(float(span in text.gold))
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), (len(right), len(vocabulary)))
    truth = np.array(right)

    def loss(w):
        p = 1 / (1 + np.exp(-(table @ w)))
        fit = -(truth * np.log(p + 1e-12) + (1 - truth) * np.log(1 - p + 1e-12)).sum()
        soft = SOFT["recognition"]
        return fit + soft / 2 * w @ w, table.T @ (p - truth) + soft * w

    found = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return {f: float(found[i]) for f, i in vocabulary.items()}


@dataclass(frozen=True, slots=True)
class Task:
    """The names of one document to be ranked, with which readings are right."""

    fold: int
    laid: disambiguation.Field
    first: list[dict[str, float]]
    right: np.ndarray
    weight: np.ndarray


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 2 * disambiguation.EARTH_KM * math.asin(min(1, math.sqrt(h)))


def tasks(texts: list[Text]) -> Iterable[Task]:
    """Ranking tasks from the gold toponyms that are candidates."""
    for text in texts:
        pairs = [(c, s) for c, s in zip(text.found, text.spans, strict=True) if s in text.gold]
        made = place_mentions.mentions([c for c, _ in pairs], text.words)
        asked, owner = place_mentions.ask(made)
        listed = [name for name in asked if name.entries]
        if not listed:
            continue
        seen = disambiguation.evidence(asked, peoples.named(text.words))
        lists = [disambiguation.shortlist(name, seen) for name in listed]
        laid = disambiguation.field(listed, lists)
        truth = {
            number: [text.gold[span] for o, (_, span) in zip(owner, pairs, strict=True) if o == at]
            for number, (at, _) in enumerate((i, n) for i, n in enumerate(asked) if n.entries)
        }
        near = [
            sum(kilometres((e.lat, e.lon), g) <= NEAR_KM for g in truth[o]) * 2 >= len(truth[o])
            for e, o in zip(laid.entries, laid.owner, strict=True)
        ]
        weight = np.array([len(truth[i]) for i in range(len(listed))], float)
        yield Task(
            text.fold, laid, disambiguation.alone(listed, lists, seen), np.array(near, float), weight
        )


def _table(rows: list[dict[str, float]], vocabulary: dict[str, int]) -> np.ndarray:
    table = np.zeros((len(rows), len(vocabulary)))
    for i, row in enumerate(rows):
        for feature, value in row.items():
            if feature in vocabulary:
                table[i, vocabulary[feature]] = value
    return table


def fit_ranks(rows: list[list[dict[str, float]]], given: list[Task]) -> dict[str, float]:
    """Conditional logit: the right readings together against all readings of the name."""
    vocabulary = {f: i for i, f in enumerate(sorted({f for some in rows for r in some for f in r}))}
    table = np.concatenate([_table(some, vocabulary) for some in rows])
    sizes = [task.laid.member.shape[1] for task in given]
    offsets = np.cumsum([0, *sizes[:-1]])
    owner = np.concatenate([t.laid.owner + o for t, o in zip(given, offsets, strict=True)])
    right = np.concatenate([task.right for task in given])
    total = sum(sizes)
    solvable = np.bincount(owner, right, total) > 0
    weight = np.concatenate([task.weight for task in given]) * solvable

    def loss(w):
        z = table @ w
        tops = np.full(total, -np.inf)
        np.maximum.at(tops, owner, z)
        e = np.exp(z - tops[owner])
        everything, good = np.bincount(owner, e, total), np.bincount(owner, e * right, total)
        safe = np.where(solvable, good, everything)
        share, wanted = e / everything[owner], np.where(solvable[owner], e * right / safe[owner], 0)
        gradient = table.T @ (weight[owner] * (share - wanted))
        soft = SOFT["ranking"]
        return -(weight * np.log(safe / everything)).sum() + soft / 2 * w @ w, gradient + soft * w

    found = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B").x
    return {f: float(found[i]) for f, i in vocabulary.items()}


def train_ranking(given: list[Task]) -> dict[str, float]:
    """Both rounds; the second sees the beliefs of the first."""
    one = fit_ranks([task.first for task in given], given)
    rows = []
    for task in given:
        z = np.array([sum(v * one[k] for k, v in row.items()) for row in task.first])
        belief = disambiguation.softmax(z, task.laid.owner, task.laid.member)
        company = disambiguation.company(task.laid, belief)
        rows.append([a | b for a, b in zip(task.first, company, strict=True)])
    two = fit_ranks(rows, given)
    return {f"1:{f}": w for f, w in one.items()} | {f"2:{f}": w for f, w in two.items()}


def judge(texts: list[Text], models: Callable[[Text], tuple[dict, dict]]) -> str:
    """Recognition F, share within 161 km of the recognised, and end to end."""
    gold = found = hits = near = 0
    for text in texts:
        recognise, rank = models(text)
        scored = [(linear.score(f, recognise), c) for f, c in zip(text.features, text.found, strict=True)]
        taken = place_mentions.settle(scored)
        where = dict(zip(map(id, text.found), text.spans, strict=True))
        asked, owner = place_mentions.ask(place_mentions.mentions(taken, text.words))
        known = disambiguation.resolve(asked, peoples.named(text.words), rank)
        gold, found = gold + len(text.gold), found + len(taken)
        for candidate, number in zip(taken, owner, strict=True):
            point, best = text.gold.get(where[id(candidate)]), known[number]
            hits += point is not None
            if point and best:
                near += kilometres((best[0].lat, best[0].lon), point) <= NEAR_KM
    p, r = hits / found, hits / gold
    return f"P {p:.3f} R {r:.3f} F {2 * p * r / (p + r):.3f}  161 km {near / hits:.3f}  all {near / gold:.3f}"


def save(name: str, weights: dict[str, float]) -> None:
    """Write a weights table; tiny weights are left out."""
    lines = [f"# {HEADS[name]}", "# Source: tools/train_places.py. feature<TAB>weight"]
    lines += [f"{f}\t{w:.3f}" for f, w in sorted(weights.items()) if abs(w) >= 0.02]
    (LEXICON / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, then train on everything."""
    texts = [text for name in SETS for text in load(name)]
    given = list(tasks(texts))
    folds = [
        (
            train_recognition([t for t in texts if t.fold != k]),
            train_ranking([t for t in given if t.fold != k]),
        )
        for k in range(FOLDS)
    ]
    for name in SETS:
        mine = [t for t in texts if t.set == name]
        print(f"{name:8s}", judge(mine, lambda t: folds[t.fold]))
    save(place_mentions.WEIGHTS, train_recognition(texts))
    save(disambiguation.RANKER, train_ranking(given))


if __name__ == "__main__":
    main()
