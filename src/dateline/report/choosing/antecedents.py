"""Which earlier sentence would make a leaning one clear: plain signs for a linear model."""

import math
from dataclasses import dataclass

from dateline.report.choosing import leaning_signs
from dateline.report.choosing.course import Course
from dateline.report.ground import Sheet
from dateline.report.lines import definite, reliance
from dateline.report.lines.drafts import Draft
from dateline.report.words import fold, keys

BACK = 12  # sentences before one
TOP = 3  # sentences from the first with news
CARRIED = (
    "interview", "opinion", "unplaced", "elsewhere", "he", "this", "the-new", "the-told", "spoken",
    "quoted-share", "here", "outward", "first-the", "surname",
)  # fmt: skip
"""Signs of leaning that tell whether anything earlier would help."""


@dataclass(frozen=True, slots=True)
class Wants:
    """What a sentence may want of an earlier one: ``heads`` are its definite nouns, ``kin`` what
    else would tell of them; ``people``: those of whom it does not say who they are; ``first``: how
    it begins.
    """

    heads: frozenset[str]
    kin: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    speaker: str
    pronouns: frozenset[str]
    first: str
    words: frozenset[str]
    index: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Offer:
    """What a sentence tells that a later one may want; ``told``: stems that stand in it other than
    after "the".
    """

    words: frozenset[str]
    told: frozenset[str]
    people: frozenset[str]
    named: frozenset[str]
    spoke: frozenset[str]
    paragraph: int
    prose: bool


def wants(draft: Draft) -> Wants:
    """What a draft may want of an earlier sentence."""
    sheet, span = draft.sheet, draft.span
    text = sheet.shown[span.start : span.end]
    heads = frozenset(h.key for h in definite.heads(text)) | definite.pointed_at(sheet, span)
    names = [n for n in sheet.reading.names if span.contains(n.span)]
    persons = [n for n in names if n.kind == "person"]
    bare = (n for n in persons if not reliance.is_introduced(sheet, span, n))
    pronouns = {
        "he": leaning_signs.HE.search(text),
        "they": leaning_signs.THEY.search(text) or leaning_signs.IT.search(text),
        "this": leaning_signs.THIS.search(text),
    }
    return Wants(
        heads,
        kin=definite.told(heads) - heads,
        people=frozenset(fold(n.canonical) for n in bare),
        bodies=frozenset(fold(n.canonical) for n in names if n.kind in ("organisation", "group")),
        speaker=_speaker(draft),
        pronouns=frozenset(kind for kind, found in pronouns.items() if found),
        first=leaning_signs.first(text),
        words=draft.keys,
        index=draft.index,
        paragraph=draft.sentence.paragraph,
    )


def _speaker(draft: Draft) -> str:
    """Who says a sentence, there or before; empty if nobody does."""
    said = (s for s in draft.sheet.reading.statements if draft.span.overlaps(s.span))
    told = next((s.source_name for s in said if s.source_name), None)
    return fold(told or (draft.carries.source_name if draft.carries else None) or "")


def offers(sheet: Sheet) -> tuple[Offer, ...]:
    """What each sentence of a dispatch tells."""
    return tuple(_offer(sheet, i) for i in range(len(sheet.reading.sentences)))


def _offer(sheet: Sheet, index: int) -> Offer:
    sentence = sheet.reading.sentences[index]
    span = sentence.span
    text = sheet.shown[span.start : span.end]
    names = [n for n in sheet.reading.names if span.contains(n.span)]
    said = (s for s in sheet.reading.statements if s.source and span.contains(s.source.span))
    return Offer(
        words=keys(text),
        told=definite.first_told(text),
        people=frozenset(fold(n.canonical) for n in names if n.kind == "person"),
        named=frozenset(fold(n.canonical) for n in names),
        spoke=frozenset(fold(s.source_name) for s in said if s.source_name),
        paragraph=sentence.paragraph,
        prose=sentence.prose,
    )


def candidates(index: int, opening: int) -> tuple[int, ...]:
    """The sentences on which the ``index``-th may lean: those before it, and the first news."""
    near = range(max(0, index - BACK), index)
    return tuple(sorted({*range(opening, min(index, opening + TOP)), *near}))


def signs(want: Wants, at: int, offered: tuple[Offer, ...], course: Course) -> dict[str, float]:
    """What speaks for the ``at``-th sentence being what a later one leans on."""
    far, opens = want.index - at, at == course.opening
    found: dict[str, float] = {
        "previous": far == 1,
        "second-back": far == 2,
        "far": math.log(far),
        "opening": opens,
        "near-opening": at - course.opening in (1, 2),
        "not-prose": not offered[at].prose,
        "same-paragraph": offered[at].paragraph == want.paragraph,
        **{f"{kind}-previous": far == 1 for kind in want.pronouns},
        f"first-{want.first}-previous": far == 1,
        f"first-{want.first}-opening": opens,
        "the-opening": bool(want.heads) and opens,
        "unbound-previous": far == 1 and not want.heads and not want.people,
        "shared": len(want.words & offered[at].words) / max(1, len(want.words)),
        **_nouns(want, at, offered, course),
        **_named(want, at, offered, course),
    }
    return {name: float(value) for name, value in found.items() if value}


def _nouns(want: Wants, at: int, offered: tuple[Offer, ...], course: Course) -> dict[str, float]:
    """Whether a sentence tells of the definite nouns of a later one."""
    offer, between = offered[at], offered[at + 1 : want.index]
    heads = want.heads & offer.words
    kin = want.kin & offer.told
    either = want.heads | want.kin
    return {
        "head": bool(heads),
        "heads-share": len(heads) / max(1, len(want.heads)),
        "head-fresh": bool(want.heads & offer.told),
        "head-first": any(course.first.get(head) == at for head in heads),
        "head-nearest": bool(heads) and not any(want.heads & b.words for b in between),
        "kin": bool(kin) and not heads,
        "kin-nearest": bool(kin) and not any(either & b.words for b in between),
    }


def _named(want: Wants, at: int, offered: tuple[Offer, ...], course: Course) -> dict[str, float]:
    """Whether a sentence tells of the people and bodies of a later one."""
    offer, between = offered[at], offered[at + 1 : want.index]
    people, bodies = want.people & offer.people, want.bodies & offer.named
    he = "he" in want.pronouns and bool(offer.people)
    spoke = want.speaker in offer.spoke
    return {
        "person": bool(people),
        "person-first": any(course.named.get(name) == at for name in people),
        "person-nearest": bool(people) and not any(want.people & b.people for b in between),
        "body": bool(bodies),
        "body-first": any(course.named.get(name) == at for name in bodies),
        "speaker": bool(want.speaker) and (spoke or want.speaker in offer.named),
        "speaker-first": bool(want.speaker) and course.named.get(want.speaker) == at,
        "speaker-spoke": bool(want.speaker) and spoke,
        "he-person": he,
        "he-nearest": he and not any(b.people for b in between),
    }


def nothing(want: Wants, leaning: dict[str, float]) -> dict[str, float]:
    """What speaks for no single sentence making it clear. ``leaning``: its signs of leaning."""
    found: dict[str, float] = {
        "none": 1.0,
        "none-no-heads": not want.heads,
        "none-person": bool(want.people),
        "none-early": want.index <= 1,
        **{f"none-{name}": leaning.get(name, 0.0) for name in CARRIED},
    }
    return {name: float(value) for name, value in found.items() if value}
