"""A second set of falsehoods, apart from ``mutators`` and from the gate: what a careless or hostile
rewriter does, who has the dispatch before him. Each takes a text and the dispatches it rests on,
and yields texts that say something else than they do.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from dateline.records import Filed

from .falsehood_words import CUE, DEEDS, DENIED, DOUBTS, HALVES, HEDGES, TURNED, UNITS

Falsifier = Callable[[str, Sequence[Filed]], Iterator[str]]

QUOTED = re.compile(r"[\"“«][^\"“”«»]+[\"”»]")
FIGURE = re.compile(r"(?<![\w.,$€£-])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\w-]|[.,]\d)")
COUNTS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
MONTHS = list(calendar.month_name[1:])
DAYS = list(calendar.day_name)
NUMBER = rf"(?:\d[\d,.]*|{'|'.join(COUNTS)}|an? (?:hundred|dozen|thousand))"
DATED = rf"(?: (?:{'|'.join(MONTHS)})\b)"


def _outside(text: str, at: int) -> bool:
    return not any(m.start() <= at < m.end() for m in QUOTED.finditer(text))


def _put(text: str, start: int, end: int, word: str) -> str:
    found = text[:start] + word + text[end:]
    found = re.sub(r"\s+", " ", found).strip()
    return found[:1].upper() + found[1:]


def _figures(text: str) -> list[re.Match[str]]:
    """Figures that are no part of a date."""
    words = re.finditer(rf"\b(?:{'|'.join(COUNTS)})\b", text, re.IGNORECASE)
    found = [*FIGURE.finditer(text), *words]
    return sorted(
        (
            m for m in found
            if not re.match(DATED, text[m.end() :])
            and not re.search(rf"(?:{'|'.join(MONTHS)}) $", text[: m.start()])
            and not re.fullmatch(r"(?:1[89]|20)\d\d", m[0]) and _outside(text, m.start())
        ), key=lambda m: m.start(),
    )  # fmt: skip


def number(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """A figure made larger, smaller or turned round, or exchanged with its neighbour."""
    for m in _figures(text):
        if m[0][0].isdigit():
            digits = m[0].replace(",", "")
            whole = digits.isdigit()
            changed = {f"{int(digits) + 1:,}", f"{int(digits) * 10:,}"} if whole else {m[0] + "5"}
            if whole and len(digits) > 1 and digits[::-1] != digits and digits[-1] != "0":
                changed.add(f"{int(digits[::-1]):,}")
        else:
            at = COUNTS.index(m[0].casefold())
            changed = {COUNTS[(at + 2) % len(COUNTS)], COUNTS[at - 1]}
        yield from (_put(text, *m.span(), new) for new in sorted(changed - {m[0]}))
    for a, b in pairwise(_figures(text)):
        if a[0].casefold() != b[0].casefold():
            yield _put(_put(text, *b.span(), a[0]), *a.span(), b[0])


def hedge(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """A hedge left out, put in, made weaker or stronger; what may be told as what is."""
    for own, others in HEDGES.items():
        for m in re.finditer(rf"\b{own} (?={NUMBER}\b)", text, re.IGNORECASE):
            if _outside(text, m.start()):
                yield from (_put(text, *m.span(), f"{o} " if o else "") for o in others)
    for own, other in DOUBTS.items():
        m = re.search(rf"\b{own}" + ("" if own.endswith(" ") else r"\b"), text)
        may = m and own == "may" and re.search(r"\d\s*$", text[: m.start()])
        may = may or (m and own == "could" and text[m.end() :].startswith(" not"))
        if m and not may and _outside(text, m.start()):
            yield _put(text, *m.span(), other)
    for m in _figures(text):
        before = text[: m.start()].rstrip()
        plain = not re.search(r"\b(?:de|au moins|de la|les|des|du)$", before) and not re.search(
            rf"(?:{'|'.join(HEDGES)}|exactly|between|and|of the|the|than|to|by|from|under|over|an?"
            r"|of|aged|one|just|fewer|age|or|for|about)$", before, re.IGNORECASE,
        )  # fmt: skip
        if plain and re.match(r" [a-z]{4,}", text[m.end() :]):
            yield _put(text, m.start(), m.start(), "more than ")


def _heard(filed: Sequence[Filed]) -> list[str]:
    """Who speaks in some dispatches, by name or description."""
    found = set()
    for one in filed:
        for said in one.reading.statements:
            told = said.source.text if said.source else ""
            found |= {said.source_name or "", told if len(told.split()) < 7 else ""}
    plain = (
        f for f in found
        if re.match(r"[A-Z]|the ", f) and not f.isupper()
        and f.split()[0].casefold() not in ("he", "she", "it", "they", "his", "her", "its", "their")
    )  # fmt: skip
    return sorted(f.strip(" ,") for f in plain if "\n" not in f)


def _stems(name: str) -> set[str]:
    return {w.casefold().removesuffix("s") for w in re.findall(r"\w{3,}", name)} - {"the"}


def _one(a: str, b: str, filed: Sequence[Filed]) -> bool:
    """True if two names may be those of one speaker."""
    own, other = _stems(a), _stems(b)
    for one in filed:
        for name in one.reading.names:
            forms = _stems(f"{name.canonical} {name.text} {name.role or ''}")
            own |= forms if own & _stems(name.canonical) else set()
            other |= forms if other & _stems(name.canonical) else set()
        text = " ".join((one.reading.cased or one.dispatch.text).split()).casefold()
        low = (a.casefold().removeprefix("the "), b.casefold().removeprefix("the "))
        for x, y in (low, low[::-1]):
            if re.search(rf"{re.escape(x)}[,' (\[]+(?:s )?(?:the |an? |its )?{re.escape(y)}", text):
                return True
    return bool(own & other)


def speaker(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """What one says given to another of the same dispatch."""
    heard = _heard(filed)
    for name in sorted(heard, key=len, reverse=True):
        at = re.search(
            rf"(?:^|[,;”\"] )(?P<n>{re.escape(name)}) {CUE}\b"
            rf"|(?:{CUE}|according to) (?P<m>{re.escape(name)})(?=[,.;]|$)", text,
            re.IGNORECASE,
        )  # fmt: skip
        if not at:
            continue
        start, end = at.span("n") if at["n"] else at.span("m")
        others = [
            o for o in heard if not _one(o, name, filed) and o.casefold() not in text.casefold()
        ]
        yield from (_put(text, start, end, o) for o in others[:3])
        return


def negation(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """A sentence turned round: "not" out, in or elsewhere, or a verb by its opposite."""
    for own, other in TURNED.items():
        m = re.search(rf"\b{own}\b", text, re.IGNORECASE)
        if m and _outside(text, m.start()):
            yield _put(text, *m.span(), other)
    for own, other in DENIED.items():
        m = re.search(rf"(?<!-)\b{own}\b(?! not| no\b|, | to\b| yet)", text)
        if m and _outside(text, m.start()) and m.start():
            yield _put(text, *m.span(), other)
            break
    m = re.search(rf" (not) .*?\b(was|were|has|had|is|are|will) (?!{CUE})", text)
    if m and _outside(text, m.start(1)) and _outside(text, m.start(2)):
        moved = _put(text, m.end(2), m.end(2), " not")
        yield _put(moved, *m.span(1), "")


def _kin(kind: str, filed: Sequence[Filed]) -> list[str]:
    """Names of a kind in some dispatches: people, or towns."""
    if kind == "place":
        return sorted(
            {p.name for f in filed for p in f.reading.places if (p.feature or "").startswith("PPL")}
        )
    return sorted({n.canonical for f in filed for n in f.reading.names if n.kind == kind})


def name(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """A name nobody has, another town of the same dispatch, another surname, another country."""
    towns, people = _kin("place", filed), _kin("person", filed)
    for town in towns:
        m = re.search(rf"(?<!\w)(?:in|at|near|of|from|to) ({re.escape(town)})(?!\w)", text)
        if m and _outside(text, m.start(1)):
            near = [t for t in towns if t not in text and not _stems(t) & _stems(town)][:2]
            yield from (_put(text, *m.span(1), other) for other in (*near, "Ostravia"))
    for one in people:
        last = one.split()[-1]
        m = re.search(rf"(?<!\w){re.escape(last)}(?!\w)", text)
        if m and len(one.split()) > 1 and _outside(text, m.start()):
            yield _put(text, *m.span(), "Vandermolen")
            others = [p.split()[-1] for p in people if p.split()[-1] not in text]
            yield from (_put(text, *m.span(), other) for other in others[:1])
    for m in re.finditer(r"(?<=[a-z,] )([A-Z][a-z]{3,}(?:an|ese|ish))(?= [a-z])", text):
        yield _put(text, *m.span(), "Bulgarian" if m[0] != "Bulgarian" else "Danish")


def quotation(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """One word of a quotation changed, put in or left out; a paraphrase in quotation marks."""
    for m in QUOTED.finditer(text):
        inner, words = m[0][1:-1], m[0][1:-1].split()
        if len(words) > 3:
            middle = len(words) // 2
            for changed in (
                [*words[:middle], "certainly", *words[middle:]],
                [*words[:middle], *words[middle + 1 :]],
                [*words[:middle], "everything", *words[middle + 1 :]],
            ):
                put = " ".join(changed)
                if put not in inner:
                    yield text[: m.start() + 1] + put + text[m.end() - 1 :]
    if not QUOTED.search(text):
        m = re.search(rf"\b{CUE} (?:that )?((?:[a-z]+ ){{3,6}}[a-z]{{4,}})(?=[ ,.])", text)
        quoted = " ".join((f.reading.cased or f.dispatch.text) for f in filed)
        if m and not re.search(rf"[\"“«][^\"”»]*{re.escape(m[1])}", " ".join(quoted.split())):
            yield f"{text[: m.start(1)]}“{m[1]}”{text[m.end(1) :]}"


def merged(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """Two quotations made one, of one speaker or of two."""
    own = [m[0][1:-1].strip(" ,.") for m in QUOTED.finditer(text)]
    every = [
        " ".join(m[0][1:-1].split()).strip(" ,.")
        for f in filed
        for m in QUOTED.finditer(f.reading.cased or f.dispatch.text)
    ]
    m = QUOTED.search(text)
    for other in [o for o in every if o not in own and own and own[0] not in o][:2] if m else ():
        first, second = (own[0], other) if text.find(other[:9]) < 0 else (other, own[0])
        for joint in (" ", ", ", " and "):
            tail = second[0].lower() + second[1:]
            yield f"{text[: m.start()]}“{first}{joint}{tail}”{text[m.end() :]}"


def date(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """Another weekday, day, month, year or time of day."""
    for days in (DAYS, MONTHS):
        for m in re.finditer(rf"\b(?:{'|'.join(days)})\b", text):
            month = m[0] == "May" and not re.search(
                r"\d |in |since |of |until |by ", text[max(0, m.start() - 6) : m.start()]
            )
            if month or not _outside(text, m.start()):
                continue
            at = days.index(m[0])
            yield from (
                _put(text, *m.span(), days[(at + n) % len(days)]) for n in (1, len(days) - 1)
            )
    for m in re.finditer(rf"\b(\d{{1,2}})(?={DATED})|(?<=[a-z] )(?:1[89]|20)\d\d\b", text):
        yield _put(text, *m.span(), str(int(m[0]) + (1 if int(m[0]) < 28 else -2)))
    for own, other in HALVES.items():
        m = re.search(rf"\b{own}\b", text)
        if m and _outside(text, m.start()):
            yield _put(text, *m.span(), other)


def unit(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """Another unit, another scale, others counted, or another thing that befell them."""
    for own, other in UNITS.items():
        for m in re.finditer(
            rf"\b{NUMBER}(?: (?!and\b)[a-z]+)? ?({own})(?!\w)", text, re.IGNORECASE
        ):
            if _outside(text, m.start(1)):
                yield _put(text, *m.span(1), other)


NOUN = r"(?:(?:the |an? |some )?(?:[A-Z]\w+ |\w+ ){0,2}?\w+)"
ENDS = r"(?=[,.;]| (?:in|on|of|at|near|to|for|after|during|from|that)\b)"
ACTIVE = re.compile(rf"^({NOUN}) ((?:have |has |had )?(?:{DEEDS})) ({NOUN}){ENDS}")
PASSIVE = re.compile(rf"^({NOUN}) ((?:was|were|has been|have been) (?:{DEEDS}) by) ({NOUN}){ENDS}")
NO_NOUN = re.compile(
    rf"\b(?:who|that|there|and|he|she|it|they|him|them|was|were|been|by|later|{'|'.join(DAYS)})\b"
    r"|(?:^| )(?:in|at|on|of|a|near|from|by|to)(?: |$)", re.IGNORECASE,
)  # fmt: skip
SIDES = (("Russian", "Ukrainian"), ("government", "rebel"), ("rebels", "soldiers"),
         ("guerrillas", "troops"))  # fmt: skip
UNITED = r"(?= (?:units|forces|troops|army|soldiers|artillery|drones)| attacked| killed)"


def role(text: str, filed: Sequence[Filed]) -> Iterator[str]:
    """Who did it made the one to whom it was done, or one side the other."""
    for m in (ACTIVE.match(text), PASSIVE.match(text)):
        if m and not NO_NOUN.search(f"{m[1]} | {m[3]}"):
            article = m[1].startswith(("The ", "A ", "An ", "Some "))
            first = m[1][0].lower() if article else m[1][0]
            yield _put(text, *m.span(), f"{m[3]} {m[2]} {first}{m[1][1:]}")
    whole = " ".join(f.dispatch.text for f in filed).casefold()
    for own, other in (*SIDES, *(pair[::-1] for pair in SIDES)):
        m = re.search(rf"(?<![-\w]){own}{UNITED}", text)
        if m and other.casefold() in whole and _outside(text, m.start()):
            yield _put(text, *m.span(), other)


FALSIFIERS: dict[str, Falsifier] = {
    f.__name__: f
    for f in (number, hedge, speaker, negation, name, quotation, merged, date, unit, role)
}
