"""Train the truecaser of the reader: habits of words and weights, from mixed-case news.

    python tools/train_case.py [--data ../shared/data] [--held-out]

Data and terms. English: Reuters-21578 (research use), PolNeAR train (networkdynamics/PolNeAR), LGL
and TR-News (milangritta/Pragmatic-Guide-to-Geoparsing-Evaluation) and WikiWars (CC BY-SA 3.0); only
counts and weights learnt from them are kept, no text. Words and how common they are: wordfreq
(Apache-2.0; its lists CC BY-SA 4.0) and WordNet 3.0 (its own free licence), as in the English
model's lemmatizer. French, and names unknown to the rest: the order of the word vectors of
fr_core_news_md (Explosion, fastText on Common Crawl, CC0), commonest form first.

Telex: sentences of MUC-3/4 dispatches (in DATELINE_DATA) that copy editors put in upper and lower
case; ``tests/data/reader/case-telex.jsonl`` has the case alone. They come up oftener than the rest.

Weights for one source are learnt with habits counted on the other, so that the model learns to do
without a word's habit where a text is of another kind, as telex of another country is.
"""

import argparse
import gzip
import itertools
import json
import random
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
import wordfreq

from dateline.reader import case_words, language, truecase
from dateline.reader.truecase import CAPITAL, LOWER, START, UPPER, Model

ROOT = Path(__file__).parents[1]
LEXICON = ROOT / "src/dateline/reader/lexicon"
TELEX = ROOT / "tests/data/reader/case-telex.jsonl"
CLASSES = {"l": LOWER, "c": CAPITAL, "u": UPPER}
REPEATED = 4  # times that telex comes up in an epoch
SHARE = 0.5  # of all other texts that come up in an epoch
RATES = ((0.97, "a"), (0.8, "b"), (0.5, "c"), (0.2, "d"), (0.08, "e"), (0.02, "g"), (0.0, "f"))
SEED = 7
EPOCHS = 4
ARTICLES = ("polnear/train.jsonl", "toponyms/lgl.jsonl", "toponyms/tr-news.jsonl",
            "time/wikiwars.jsonl")  # fmt: skip
COMMON = "ABCGHI"  # in a dictionary, and not as common abroad as a name
LISTED = "ABCDEFGHIJKLMNOPQRSTUVWX"
Ranks = dict[str, tuple[int, int]]
Weights = dict[str, tuple[int, int, int]]


def reuters(path: Path) -> Iterator[str]:
    """Bodies of stories, without wire furniture and line ends."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"].replace("&\t", "\n")
            yield re.sub(r"(?<=\S)\n(?=\S)", " ", re.sub(r"\n\s*Reuter\s*$", "", text))


def articles_of(path: Path) -> Iterator[str]:
    """Articles, without a headline that stands on a line of its own."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            head, _, body = json.loads(line)["text"].partition("\n")
            yield body or head


def ordinary(text: str) -> str:
    """The text without lines in headline case; nothing of a text typed without capitals."""

    def plain(line: str) -> bool:
        words = [w for w in case_words.WORD.findall(line) if len(w) > 3]
        return sum(w[0].isupper() for w in words) <= 0.5 * len(words)

    kept = "\n".join(line for line in text.split("\n") if plain(line))
    row = case_words.cut(kept)
    begun = case_words.starts(row)
    firsts = [word for word, start in zip(row.words, begun, strict=True) if start]
    careless = sum(word[0].islower() for word in firsts) > 0.25 * len(firsts)
    return "" if careless else kept


def kind(word: str) -> int:
    """The class of a word as it is written."""
    if word[0].islower():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else CAPITAL


def inner(text: str) -> Iterator[str]:
    """The words that don't start a sentence."""
    row = case_words.cut(text)
    for word, start in zip(row.words, case_words.starts(row), strict=True):
        if not start:
            yield word


def counted(texts: Iterable[str]) -> dict[str, Counter[str]]:
    """For each word in lower case, how often each of its forms occurs."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for word in inner(text):
            forms[word.lower()][word] += 1
    return forms


def habit(word: str, forms: Counter[str], listed: str) -> str:
    """The letter for a word met in running text; ``listed``: what the lists have it as.

    A word as common in other languages that is mostly capital is a name, carelessly typed at times.
    """
    kinds: Counter[int] = Counter()
    for form, n in forms.items():
        kinds[kind(form)] += n
    total = kinds.total()
    if kinds[UPPER] > total / 2:
        return "u"
    share = kinds[LOWER] / total
    if total < 4:
        return "l" if share > 0.5 else "m" if listed in COMMON else "k"
    if 0 < share < 0.3 and abroad(word) >= wordfreq.zipf_frequency(word, "en") - 0.8:
        return "f"
    return next(letter for floor, letter in RATES if share >= floor)


def french_forms() -> Ranks:
    """Word to (rank of its lower form, rank of its capital form) among the French vectors."""
    vocab = spacy.load("fr_core_news_md", exclude=["parser", "ner", "tagger"]).vocab
    ranks: Ranks = {}
    never = len(vocab.vectors.key2row)
    for rank, key in enumerate(vocab.vectors.keys()):
        form = vocab.strings[key]
        if form.isalpha():
            low, high = ranks.get(form.lower(), (never, never))
            ranks[form.lower()] = (
                (min(low, rank), high) if form.islower() else (low, min(high, rank))
            )
    return ranks


def dictionary() -> frozenset[str]:
    """Lemmas that WordNet has, from the tables of the English lemmatizer, and their plurals."""
    lemmatizer = language.model("en").get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    lemmas = {lemma for part in index for lemma in index[part]}
    forms = {f"{lemma}{end}" for lemma in lemmas for end in ("", "s", "es", "d", "ed", "ing")}
    forms |= {f"{lemma[:-1]}{end}" for lemma in lemmas for end in ("ies", "ied", "ing")}
    return frozenset(forms | {f"{lemma[:-3]}men" for lemma in lemmas if lemma.endswith("man")})


def unmet(code: str, floor: float, ranks: Ranks, lemmas: frozenset[str]) -> dict[str, str]:
    """Habits of the words that only lists know: a capital letter for each kind of evidence.

    In order: in a dictionary or not; leading form among the vectors (lower, capital and as common
    in other languages, capital, none); and common, less common, rare.
    """
    found = {}
    for word, frequency in wordfreq.get_frequency_dict(code, "large").items():
        zipf = wordfreq.freq_to_zipf(frequency)
        if zipf >= floor and word.isalpha():
            rarity = 0 if zipf >= 3 else 1 if zipf >= 2 else 2
            low, high = ranks.get(word, (0, 0))
            capital = 1 if abroad(word) >= zipf - 0.8 else 2
            leading = 0 if low < high else capital if low > high else 3
            found[word] = LISTED[12 * (word not in lemmas) + 3 * leading + rarity]
    return found


def abroad(word: str) -> float:
    """How common a word is in the middle one of three other languages; names are in all."""
    return statistics.median(wordfreq.zipf_frequency(word, code) for code in ("es", "de", "it"))


def french(ranks: dict[str, tuple[int, int]]) -> dict[str, str]:
    """Habits of French words from the order of the vectors alone."""
    words = (w for w in wordfreq.iter_wordlist("fr", "large") if w in ranks)
    return {w: "f" if ranks[w][0] > ranks[w][1] else "a" for w in itertools.islice(words, 60_000)}


Lesson = tuple[list[truecase.Token], list[int | None], list[bool]]
"""Tokens, right classes (null where nobody says) and sentence starts of a text."""


def lesson(text: str, known: dict[str, str]) -> Iterator[Lesson]:
    """What a text in mixed case teaches; nothing if it loses words when its case goes."""
    row, written = case_words.cut(case_words.lowered(text)), case_words.WORD.findall(text)
    if len(written) == len(row.words):
        begins = case_words.starts(row)
        words = case_words.tokens(row, begins, Model(known, {}, {}))
        yield words, [kind(word) for word in written], begins


def telex(data: Path, known: dict[str, str]) -> Iterator[Lesson]:
    """What the dispatches teach of which sentences were put in upper and lower case."""
    judged: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for line in TELEX.read_text().splitlines():
        given = json.loads(line)
        judged[given["doc"]].append((given["start"], given["case"]))
    for name in ("dev", "tst1", "tst2"):
        for line in (data / f"muc/{name}.jsonl").read_text().splitlines():
            dispatch = json.loads(line)
            if dispatch["doc"] in judged:
                yield _of_telex(dispatch["text"], judged[dispatch["doc"]], known)


def _of_telex(text: str, judged: list[tuple[int, str]], known: dict[str, str]) -> Lesson:
    row = case_words.cut(case_words.lowered(text))
    right: list[int | None] = [None] * len(row.words)
    for start, letters in judged:
        at = row.at(start)
        right[at : at + len(letters)] = [CLASSES[letter] for letter in letters]
    begins = case_words.starts(row)
    return case_words.tokens(row, begins, Model(known, {}, {})), right, begins


class Perceptron:
    """Averaged perceptron over sparse features, three classes."""

    def __init__(self) -> None:
        self.now: dict[str, list[float]] = {}
        self.sum: dict[str, list[float]] = {}
        self.at: dict[str, int] = {}
        self.seen: Counter[str] = Counter()
        self.step = 0

    def best(self, found: list[str]) -> int:
        """The class with the greatest sum of the weights so far."""
        totals = [0.0, 0.0, 0.0]
        for feature in found:
            row = self.now.get(feature)
            if row:
                totals = [t + w for t, w in zip(totals, row, strict=True)]
        return totals.index(max(totals))

    def learn(self, found: list[str], right: int) -> int:
        """Decide, correct the weights if that was wrong, and say what was decided."""
        self.step += 1
        guess = self.best(found)
        if guess != right:
            for feature in found:
                self._add(feature, right, 1.0)
                self._add(feature, guess, -1.0)
        return guess

    def _add(self, feature: str, column: int, by: float) -> None:
        row = self.now.setdefault(feature, [0.0] * 3)
        total = self.sum.setdefault(feature, [0.0] * 3)
        since = self.step - self.at.get(feature, self.step)
        for i in range(3):
            total[i] += since * row[i]
        self.at[feature] = self.step
        self.seen[feature] += 1
        row[column] += by

    def averaged(self, at_least: int) -> Weights:
        """Mean weights in hundredths of the features corrected often enough."""
        made = {}
        for feature, row in self.now.items():
            since = self.step - self.at[feature]
            mean = [
                (t + since * w) / self.step for t, w in zip(self.sum[feature], row, strict=True)
            ]
            whole = tuple(round(100 * m) for m in mean)
            if self.seen[feature] >= at_least and max(map(abs, whole)) >= 8:
                made[feature] = whole
        return made


def train(
    lessons: list[tuple[list[str], dict[str, str]]], data: Path, known: dict[str, str]
) -> Weights:
    """Weights from texts, each with the habits to be used on it, and from telex."""
    texts = [(text, habits) for some, habits in lessons for text in some]
    learner, rng = Perceptron(), random.Random(SEED)  # noqa: S311 (shuffling, not secrecy)
    for epoch in range(EPOCHS):
        some = rng.sample(texts, int(SHARE * len(texts)))
        every = [found for text, habits in some for found in lesson(text, habits)]
        every += [*telex(data, known)] * REPEATED
        rng.shuffle(every)
        for words, right, starts in every:
            _learn(learner, words, right, starts)
        print(f"epoch {epoch + 1}: {len(learner.now)} features", file=sys.stderr)  # noqa: T201
    return learner.averaged(at_least=3)


def _learn(
    learner: Perceptron,
    words: list[truecase.Token],
    right: list[int | None],
    starts: list[bool],
) -> None:
    before, habits = START, [w.habit for w in words]
    for i, token in enumerate(words):
        guess, wanted = token.fixed, right[i]
        if guess is None:
            found = truecase.features(words, habits, i, before)
            silent = wanted is None or starts[i]
            guess = learner.best(found) if silent else learner.learn(found, wanted)
        before = START if starts[i] and guess == LOWER else guess


def mixed_forms(forms: dict[str, Counter[str]]) -> list[str]:
    """Forms with capitals inside that are a word's commonest capital form."""
    made = []
    for count in forms.values():
        capital = Counter({f: n for f, n in count.items() if kind(f) == CAPITAL or f.isupper()})
        form, n = (capital.most_common(1) or [("", 0)])[0]
        if n >= 3 and not form.istitle() and not form.isupper():
            made.append(form)
    return sorted(made)


def save(name: str, lines: Iterable[str]) -> None:
    """A compressed lexicon, the same bytes for the same lines."""
    head = "# Made by tools/train_case.py, which names the data and its terms.\n"
    body = (head + "\n".join(lines) + "\n").encode()
    (LEXICON / name).write_bytes(gzip.compress(body, 9, mtime=0))


def save_model(language: str, known: dict[str, str], mixed: list[str], weights: Weights) -> None:
    """The three files of a language."""
    letters = sorted(set(known.values()))
    rows = (f"{c}\t{' '.join(sorted(w for w, k in known.items() if k == c))}" for c in letters)
    save(f"case-habits.{language}.txt.gz", rows)
    save(f"case-mixed.{language}.txt.gz", mixed)
    save(
        f"case-weights.{language}.txt.gz",
        (f"{f}\t{a}\t{b}\t{c}" for f, (a, b, c) in sorted(weights.items())),
    )


def main() -> None:
    """Train on everything and save."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--held-out", action="store_true", help="leave the second sets unseen")
    args = parser.parse_args()
    wires = [ordinary(t) for t in reuters(args.data / "wire/reuters-21578.jsonl.gz")]
    names = ARTICLES[:1] if args.held_out else ARTICLES
    articles = [ordinary(t) for name in names for t in articles_of(args.data / name)]
    ranks = french_forms()
    base = unmet("en", 1.5, ranks, dictionary())
    of_wires, of_articles = counted(wires), counted(articles)
    lessons = [
        (articles, base | {w: habit(w, c, base.get(w, "?")) for w, c in of_wires.items()}),
        (wires[::6], base | {w: habit(w, c, base.get(w, "?")) for w, c in of_articles.items()}),
    ]
    forms = counted([*wires, *articles])
    known = base | {
        w: habit(w, c, base.get(w, "?")) for w, c in forms.items() if c.total() > 1 or w in base
    }
    weights = train(lessons, args.data, known)
    save_model("en", known, mixed_forms(forms), weights)
    plain = {f: w for f, w in weights.items() if f[0] not in "wlns" or f[1] in "gp"}
    save_model("fr", french(ranks), [], plain)


if __name__ == "__main__":
    main()
