"""Stories against incidents and update chains: BCubed on the MUC sets.

Gold: two dispatches belong together if they were issued within a week of each other and a template
of each gives the same type of incident, dates at most three days apart, places that fit (equal
below the country, or one gives only the country), and a target in common (a word of a victim's or a
building's name or description); or if one is the next part of the other: it comes right after it in
the set from the same city, one ends and the other begins with [CONTINUED]. Dispatches without a
dated template with a target, and in no chain, are left out. BCubed as in Bagga and Baldwin (1998);
for items of several incidents a pair counts once, as in Amigo et al. (2009).

The gold is one of incidents, finer than an editor's stories, and no partition fits it wholly: one
that joins each dispatch by the gold's own pairs reaches F .91 on dev; one story a dispatch, .77.

    python -m tests.ledger.bcubed LEDGER dev [tst1 ...]

prints precision, recall and F1 of the stories in a ledger into which these sets were ingested.
"""

import json
import re
import sqlite3
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from dateline.config import data_dir
from dateline.ledger import open_ledger
from dateline.ledger.storage import codec

WEEK = timedelta(days=7)
_DATE = re.compile(r"(\d{1,2}) ([A-Z]{3})[A-Z]* (\d{2})")
_WORD = re.compile(r"[A-Z]{4,}")
_CITY = re.compile(r"\s*([A-Z .]*)")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905 (reads better)
_TARGETS = ("human_target_name", "human_target_description", "phys_target_id")
_COMMON = {"CIVILIAN", "CIVILIANS", "PEOPLE", "PERSON", "PERSONS", "MEMBERS", "MEMBER", "OTHER"}


@dataclass(frozen=True)
class Incident:
    kind: str
    on: date
    country: str
    place: str | None
    targets: frozenset[str]

    def same(self, other: "Incident") -> bool:
        near = abs((self.on - other.on).days) <= 3
        fits = self.place is None or other.place is None or self.place == other.place
        return (
            near and fits and self.kind == other.kind and self.country == other.country
            and bool(self.targets & other.targets)
        )  # fmt: skip


def incidents(*paths) -> dict[str, list[Incident]]:
    """Incidents by document."""
    rows = (json.loads(line) for p in paths for line in p.read_text("utf-8").splitlines())
    return {row["doc"]: [i for t in row["templates"] for i in _incident(t)] for row in rows}


def _incident(template):
    dates = _DATE.findall(template["date"][0])
    places = [p.split(" (")[0] for p in template["location"][0].lstrip("? ").split(": ")]
    words = {w for slot in _TARGETS for fill in template[slot] for w in _WORD.findall(fill)}
    if dates and words - _COMMON and dates[-1][1] in _MONTHS:
        day, month, year = dates[-1]
        kind = template["type"][0].split(" / ")[0]
        place = places[1] if len(places) > 1 else None
        with suppress(ValueError):  # a template says 31 SEP
            on = date(1900 + int(year), _MONTHS.index(month) + 1, int(day))
            yield Incident(kind, on, places[0], place, frozenset(words - _COMMON))


def chains(*paths) -> list[tuple[str, str]]:
    """Documents that are parts of one text, each with the next part."""
    found = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        found += [(a["doc"], b["doc"]) for a, b in pairwise(rows) if _goes_on(a["text"], b["text"])]
    return found


def _goes_on(one: str, two: str) -> bool:
    ends = one.rstrip().endswith("[CONTINUED]")
    begins = re.search(r"\[TEXT\]\s*\[CONTINUED\]", two[:320])
    return bool(ends and begins and _CITY.match(one)[1].strip() == _CITY.match(two)[1].strip())


def gold(issued: dict[str, datetime], *paths) -> dict[str, set[str]]:
    """Partners by incident and by chain."""
    found = partners(incidents(*paths), issued)
    for a, b in chains(*paths):
        found.setdefault(a, {a}).add(b)
        found.setdefault(b, {b}).add(a)
    return found


def partners(gold: dict[str, list[Incident]], issued: dict[str, datetime]) -> dict[str, set[str]]:
    """For each document with an incident and a date, those that belong with it, itself included."""
    docs = sorted(d for d in gold if gold[d] and d in issued)
    found = {d: {d} for d in docs}
    for n, a in enumerate(docs):
        for b in docs[n + 1 :]:
            if abs(issued[a] - issued[b]) <= WEEK and any(
                x.same(y) for x in gold[a] for y in gold[b]
            ):
                found[a].add(b)
                found[b].add(a)
    return found


def bcubed(story: dict[str, str], true: dict[str, set[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the documents of ``true`` that are in a story."""
    docs = [d for d in true if d in story]
    mine = {d: {e for e in docs if story[e] == story[d]} for d in docs}
    p = sum(len(mine[d] & true[d]) / len(mine[d]) for d in docs) / len(docs)
    r = sum(len(mine[d] & true[d]) / len(true[d] & set(docs)) for d in docs) / len(docs)
    return p, r, 2 * p * r / (p + r)


def main(db: str, *sets: str) -> None:
    stories = open_ledger(db).stories()
    story = {guid: s.id for s in stories for guid in s.dispatches}
    paths = [data_dir() / "muc" / f"{name}.jsonl" for name in sets]
    p, r, f = bcubed(story, gold(issued_in(db), *paths))
    largest = max(len(s.dispatches) for s in stories)
    print(f"P {p:.3f} R {r:.3f} F {f:.3f}; {len(stories)} stories, the largest of {largest}")


def issued_in(db: str) -> dict[str, datetime]:
    """When each dispatch of a ledger was issued."""
    query = "SELECT guid, issued FROM dispatch WHERE issued IS NOT NULL"
    with sqlite3.connect(db) as connection:
        return {guid: codec.moment(at) for guid, at in connection.execute(query)}


if __name__ == "__main__":
    main(*sys.argv[1:])
