"""Training articles rewritten in the manners of wire copy that American newspapers seldom use.

``turned``: "..., Smith said." as "..., announced Smith." ``telex``: all in capitals, and then as
the reader's view restores them.
"""

import random
import re
from dataclasses import dataclass

from dateline.reader.view import view
from dateline.records import Dispatch

VERBS = (
    "announced", "noted", "reacted", "testified", "deplored", "declared", "indicated", "explained",
    "stressed", "added", "specified", "lamented", "recalled", "regretted", "affirmed", "assured",
    "warned", "estimated", "acknowledged", "confided", "reported", "insisted", "revealed",
    "concluded", "commented", "replied", "confirmed", "claimed",
)  # fmt: skip
BEFORE = re.compile(r"(?:[,”\"]|'')\s$")
AFTER = re.compile(r"\s?[.,](?:\s|$)|\s(?:on|in|at|after|during)\s")
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who", "that", "which"))

Row = dict


def _turnable(text: str, one: dict) -> bool:
    """Whether an attribution is ``content, SOURCE said.`` with a noun as source."""
    if len(one.get("source") or []) != 1 or len(one.get("cue") or []) != 1:
        return False
    (start, end), (cue_start, cue_end) = one["source"][0], one["cue"][0]
    return (
        text[end:cue_start] == " "
        and text[cue_start:cue_end] in ("said", "says")
        and text[start:end].casefold() not in PRONOUNS
        and bool(BEFORE.search(text[max(0, start - 4) : start]))
        and bool(AFTER.match(text[cue_end : cue_end + 8]))
    )


@dataclass(frozen=True)
class Swap:
    """A source (``start`` to ``end``) that changes places with its cue, which grows."""

    start: int
    end: int
    jump: int
    grown: int

    def moved(self, spans: list | None) -> list:
        """Spans of the text as it was, in the text as it is."""
        return [self._moved(a, b) for a, b in spans or []]

    def _moved(self, a: int, b: int) -> list[int]:
        if self.start <= a and b <= self.end:  # the source, shared by another statement
            return [a + self.jump, b + self.jump]
        return [a + self.grown * (a > self.start), b + self.grown * (b > self.start)]


def _turn(text: str, attributions: list[dict], one: dict, verb: str) -> tuple[str, list[dict]]:
    """One attribution inverted, the spans of all others moved along."""
    (start, end), (_, cue_end) = one["source"][0], one["cue"][0]
    swap = Swap(start, end, len(verb) + 1, len(verb) - (cue_end - end - 1))
    new = f"{text[:start]}{verb} {text[start:end]}{text[cue_end:]}"
    moved = [
        {part: swap.moved(other.get(part)) for part in ("source", "cue", "content")}
        for other in attributions
    ]
    own = moved[attributions.index(one)]
    own["cue"] = [[start, start + len(verb)]]
    return new, moved


def _paragraphs(row: Row, touched: set[int]) -> Row | None:
    """Only those paragraphs that hold one of some offsets, with the attributions inside them."""
    text, kept, attributions, at = "", [], [], 0
    for match in re.finditer(r"[^\n]+", row["text"]):
        if any(match.start() <= t < match.end() for t in touched):
            kept.append((match.start(), match.end(), at - match.start()))
            text += match[0] + "\n\n"
            at = len(text)
    for one in row["attributions"]:
        spans = [s for part in ("source", "cue", "content") for s in one.get(part) or []]
        for start, end, moved in kept:
            if spans and all(start <= a and b <= end for a, b in spans):
                attributions.append(
                    {
                        part: [[a + moved, b + moved] for a, b in one.get(part) or []]
                        for part in ("source", "cue", "content")
                    }
                )
    return {"doc": row["doc"], "text": text, "attributions": attributions} if text else None


def turned(row: Row) -> Row | None:
    """The paragraphs with a cue that can be inverted, inverted; null if there is none."""
    chance = random.Random(row["doc"])  # noqa: S311 (a fixed shuffle, not a secret)
    text, attributions = row["text"], row["attributions"]
    able = [one for one in attributions if _turnable(text, one)]
    marks: set[int] = set()
    for one in sorted(able, key=lambda a: -a["source"][0][0]):  # from the end: offsets before stay
        start = one["source"][0][0]
        verb = "said" if chance.random() < 0.4 else chance.choice(VERBS)
        current = next(
            a
            for a in attributions
            if a.get("source") == one["source"] and a.get("cue") == one["cue"]
        )
        grown = len(verb) - (one["cue"][0][1] - one["cue"][0][0])
        text, attributions = _turn(text, attributions, current, verb)
        marks = {m + grown for m in marks} | {start}
    return _paragraphs({"doc": row["doc"], "text": text, "attributions": attributions}, marks)


def telex(row: Row) -> Row | None:
    """The article in capitals with straight marks, its case restored as the reader does it."""
    capitals = row["text"].upper().translate(str.maketrans("“”’‘", "\"\"''"))
    if len(capitals) != len(row["text"]):
        return None
    text = view(Dispatch(guid=row["doc"], text=capitals)).text
    return {"doc": row["doc"], "text": text, "attributions": row["attributions"]}
