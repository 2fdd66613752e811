"""Train the attribution models on PolNeAR and write their weights into the package.

    train_attribution.py TRAIN.jsonl CACHE_DIR [--threshold LOG_ODDS]

Needs scikit-learn. TRAIN.jsonl is ``polnear/train.jsonl`` of DATELINE_DATA: PolNeAR 1.0.0 (Newell,
Margolin and Ruths, "An attribution relations corpus for political news", LREC 2018). The corpus
states no licence and its news texts belong to their publishers: no text of it is kept, only weights
of words and parse relations that occur in at least RARE places. Parses are kept in CACHE_DIR.
Cross-validation: give a part of the articles as TRAIN.jsonl and score on the rest.
"""

import argparse
import gzip
import json
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import attribution_variants as variants
import numpy as np
import spacy
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc, DocBin

from dateline.reader import language
from dateline.reader.attribution import content_features, contents, heads, sources
from dateline.reader.attribution.extract import clause
from dateline.reader.attribution.grid import Grid, grid
from dateline.reader.attribution.model import Features, Weights
from dateline.reader.attribution.quotes import Quote, mark_quotes
from dateline.reader.token_columns import columns
from dateline.reader.view import view
from dateline.records import Dispatch

RARE = 3
SMALL = 0.02  # weights below this are left out
WEIGHTS = Path(__file__).parent.parent / "src/dateline/reader/attribution/weights.json.gz"
POSITIONS = {"VERB": 0, "NOUN": 1, "ADJ": 1, "PROPN": 2, "AUX": 3, "ADP": 3, "SCONJ": 3, "ADV": 3}

Spans = list[list[int]]


@dataclass(slots=True)
class Page:
    """A parsed article with its gold attributions."""

    doc: str
    grid: Grid
    quotes: list[Quote]
    gold: list[dict[str, Spans]]


def parsed(rows: list[dict], cache: Path) -> Iterator[Doc]:
    """Parses of the rows' texts, kept in a file between runs."""
    if not cache.exists():
        kept = DocBin(attrs=["ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB",
                             "SENT_START", "SPACY"])  # fmt: skip
        texts = (view(Dispatch(guid=row["doc"], text=row["text"])).text for row in rows)
        for doc in language.model("en").pipe(texts, batch_size=64):
            kept.add(doc)
        kept.to_disk(cache)
    return DocBin().from_disk(cache).get_docs(spacy.blank("en").vocab)


def pages_of(rows: list[dict], cache: Path) -> list[Page]:
    """Articles with their parses."""
    pages = []
    for row, doc in zip(rows, parsed(rows, cache), strict=True):
        lists = grid(doc.text, columns(doc))
        pages.append(Page(row["doc"], lists, mark_quotes(lists), row["attributions"]))
    return pages


def load(path: Path, cache: Path) -> list[Page]:
    """The articles of a file with their parses."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return pages_of(rows, cache / f"{path.stem}.spacy")


def load_variants(path: Path, cache: Path) -> list[Page]:
    """The same articles rewritten in the manners of wire copy: inverted cues, telex capitals."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    turned = [new for row in rows if (new := variants.turned(row))]
    telex = [new for row in rows[::5] if (new := variants.telex(row))]
    return [
        *pages_of(turned, cache / f"{path.stem}-turned.spacy"),
        *pages_of(telex, cache / f"{path.stem}-telex.spacy"),
    ]


def touched(page: Page, spans: Spans | None) -> set[int]:
    """Tokens, spaces left out, that some spans touch."""
    lists = page.grid
    found: set[int] = set()
    for start, end in spans or []:
        k = bisect_right(lists.end, start)
        while k < len(lists.start) and lists.start[k] < end:
            found.add(k)
            k += 1
    return {k for k in found if lists.pos[k] != "SPACE"}


def words(lists: Grid, tokens: Iterable[int]) -> frozenset[int]:
    """Those tokens that are words rather than punctuation."""
    return frozenset(i for i in tokens if any(c.isalnum() for c in lists.word[i]))


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice what two sets share, over their sizes."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def climb(lists: Grid, token: int, aim: int) -> int:
    """Steps from a token up to an ancestor, 99 if it is none within eight."""
    for steps in range(8):
        if token == aim:
            return steps
        token = lists.head[token]
    return 99


def gold_head(lists: Grid, cue: set[int], content: frozenset[int]) -> int | None:
    """The token of a cue that leads to its content: a verb if there is one, the nearest first."""
    able = [i for i in cue if lists.pos[i] in POSITIONS or lists.word[i] == ":"]
    if not able:
        return None
    best = min(POSITIONS.get(lists.pos[i], 4) for i in able)
    able = [i for i in able if POSITIONS.get(lists.pos[i], 4) == best]
    return min(able, key=lambda i: (min((climb(lists, x, i) for x in content), default=99), -i))


NUMBERS: dict[str, int] = {}
"""Every feature met, by its full name, in order of first use: rows of numbers take less memory."""


def spread(seen: Features, names: tuple[str, str]) -> array:
    """Numbers of the features in general, with the cue word, and with the cue's class."""
    word, kind = names
    full = {f"\t{f}" for f in seen.plain}
    full |= {f"{word}\t{f}" for f in seen.word} | {f"{kind}\t{f}" for f in seen.kind}
    return array("i", sorted(NUMBERS.setdefault(f, len(NUMBERS)) for f in sorted(full)))


@dataclass(slots=True)
class Group:
    """Candidates of one choice: features each, and how good each is (0 to 1)."""

    features: list[array]
    worth: list[float]


@dataclass(slots=True)
class Sample:
    """What one article teaches."""

    cues: list[tuple[array, bool]]
    sources: list[Group]
    contents: list[Group]


def source_group(page: Page, head: int, gold: frozenset[int]) -> Group:
    """The candidates for a cue's source, the best being the gold source's head."""
    some = sources.candidates(page.grid, head)
    worth = []
    for one in some:
        if one.token < 0:
            worth.append(float(not gold))
            continue
        first, last = sources.extent(page.grid, one.token)
        own = words(page.grid, range(first, last + 1))
        worth.append(dice(own, gold) if one.token in gold else 0.5 * dice(own, gold))
    names = heads.word_and_class(page.grid, head)
    return Group([spread(sources.features(page.grid, head, c), names) for c in some], worth)


def content_group(page: Page, head: int, source: frozenset[int], gold: frozenset[int]) -> Group:
    """The candidates for a cue's content, as good as they share words with the gold content."""
    lists = page.grid
    near = [c for c in sources.candidates(lists, head) if c.token in source]
    span = sources.extent(lists, near[0].token) if near else None
    cue = clause(lists, head, span)
    some = contents.candidates(lists, page.quotes, cue)
    shared = content_features.setting(lists, cue, some)
    worth = [
        dice(words(lists, (i for a, b in one.ranges for i in range(a, b + 1))), gold)
        for one in some
    ]
    names = heads.word_and_class(lists, head)
    rows = [spread(content_features.features(lists, shared, one), names) for one in some]
    return Group(rows, worth)


def gold_heads(page: Page) -> dict[int, dict[str, Spans]]:
    """Gold attributions by the head of their cue."""
    found = {}
    for one in page.gold:
        content = words(page.grid, touched(page, one.get("content")))
        cue = touched(page, one.get("cue"))
        head = gold_head(page.grid, cue, content) if content else None
        if head is not None:
            found[head] = one
    return found


def sample(page: Page, lexicon: frozenset[str]) -> Sample:
    """All that an article teaches."""
    lists, gold = page.grid, gold_heads(page)
    made = Sample([], [], [])
    for i in heads.candidates(lists, lexicon):
        names = heads.word_and_class(lists, i)
        made.cues.append((spread(heads.features(lists, i), names), i in gold))
    for head, one in gold.items():
        source = words(lists, touched(page, one.get("source")))
        made.sources.append(source_group(page, head, source))
        made.contents.append(
            content_group(page, head, source, words(lists, touched(page, one["content"])))
        )
    return made


def lexicon_of(pages: list[Page]) -> frozenset[str]:
    """Lemmas that are no verbs and yet head cues in a fair share of their uses."""
    heads_seen, seen = Counter(), Counter()
    for page in pages:
        lists = page.grid
        for i, pos in enumerate(lists.pos):
            if pos in heads.OTHERS:
                seen[f"{lists.lemma[i]}/{pos}"] += 1
        for i in gold_heads(page):
            heads_seen[f"{lists.lemma[i]}/{lists.pos[i]}"] += 1
    return frozenset(
        k for k, n in heads_seen.items() if n >= RARE and n > 0.02 * seen[k] and k in seen
    )


class Index:
    """Columns for the features that are frequent enough."""

    def __init__(self, rows: list[array]) -> None:
        counts = np.bincount(np.concatenate([np.asarray(r) for r in rows]), minlength=len(NUMBERS))
        kept = counts >= RARE
        every = list(NUMBERS)
        self.names = [every[n] for n in np.flatnonzero(kept)]
        self.column = np.where(kept, np.cumsum(kept) - 1, -1)

    def matrix(self, rows: list[array]) -> csr_matrix:
        """Rows of ones and zeros (float64)."""
        chosen = [self.column[np.asarray(row)] for row in rows]
        chosen = [columns[columns >= 0] for columns in chosen]
        starts = np.cumsum([0, *map(len, chosen)])
        columns = np.concatenate(chosen)
        return csr_matrix((np.ones(len(columns)), columns, starts), (len(rows), len(self.names)))

    def table(self, weights: np.ndarray) -> Weights:
        """Weights by cue word or class and feature, small ones left out."""
        made: Weights = {"": {}}
        for full, weight in zip(self.names, weights.tolist(), strict=True):
            name, feature = full.split("\t", 1)
            if abs(weight) >= SMALL:
                made.setdefault(name, {})[feature] = round(weight, 3)
        return made


def train_cues(rows: list[tuple[array, bool]], strength: float = 0.1) -> Weights:
    """Logistic regression: weights whose sum is the log-odds of being a cue."""
    index = Index([r for r, _ in rows])
    fit = LogisticRegression(C=strength, max_iter=300, tol=1e-3)
    fit.fit(index.matrix([r for r, _ in rows]), [y for _, y in rows])
    table = index.table(fit.coef_[0])
    table[""]["bias"] = round(table[""].get("bias", 0.0) + float(fit.intercept_[0]), 3)
    return table


def train_choice(groups: list[Group], penalty: float) -> Weights:
    """Softmax over each group's candidates, aimed at the best ones, by L-BFGS."""
    groups = [g for g in groups if len(g.worth) > 1 and max(g.worth) >= 0.5]
    rows = [r for g in groups for r in g.features]
    index = Index(rows)
    matrix = index.matrix(rows)
    sizes = [len(g.worth) for g in groups]
    starts = np.cumsum([0, *sizes[:-1]])
    worth = np.concatenate([np.array(g.worth) for g in groups])
    peak = np.repeat(np.maximum.reduceat(worth, starts), sizes)
    aim = (worth >= peak - 1e-9) * 1.0
    aim /= np.repeat(np.add.reduceat(aim, starts), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        raw = matrix @ weights
        raw -= np.repeat(np.maximum.reduceat(raw, starts), sizes)
        power = np.exp(raw)
        total = np.repeat(np.add.reduceat(power, starts), sizes)
        error = power / total - aim
        value = -(aim * (raw - np.log(total))).sum() + penalty * (weights @ weights)
        return value, matrix.T @ error + 2 * penalty * weights

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B",
                     options={"maxiter": 150})  # fmt: skip
    return index.table(found.x)


@dataclass(frozen=True, slots=True)
class Trained:
    """The weights of the three models."""

    cue: Weights
    source: Weights
    content: Weights


def train(samples: list[Sample]) -> Trained:
    """The three models from some samples."""
    return Trained(
        cue=train_cues([c for s in samples for c in s.cues]),
        source=train_choice([g for s in samples for g in s.sources], 1.0),
        content=train_choice([g for s in samples for g in s.contents], 1.0),
    )


def count(weights: Weights) -> int:
    """How many weights there are."""
    return sum(map(len, weights.values()))


def write(made: Trained, lexicon: frozenset[str], threshold: float) -> None:
    """The weights as gzipped JSON, the same bytes for the same weights."""
    table = {"cue": made.cue, "source": made.source, "content": made.content,
             "heads": sorted(lexicon), "threshold": threshold}  # fmt: skip
    text = json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    WEIGHTS.write_bytes(gzip.compress(text.encode(), mtime=0))


def main() -> None:
    """Train on a file and write the weights."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("train", type=Path)
    reader.add_argument("cache", type=Path)
    reader.add_argument("--threshold", type=float, default=-0.1)
    options = reader.parse_args()
    pages = load(options.train, options.cache) + load_variants(options.train, options.cache)
    lexicon = lexicon_of(pages)
    made = train([sample(page, lexicon) for page in pages])
    write(made, lexicon, options.threshold)
    print(  # noqa: T201 (a tool's report)
        f"{len(pages)} articles; weights: cue {count(made.cue)}, source {count(made.source)}, "
          f"content {count(made.content)}; {WEIGHTS.stat().st_size} bytes")  # fmt: skip


if __name__ == "__main__":
    main()
