"""Falsifies lines, one kind of falsehood at a time. Knows nothing of the gate.

Every mutator takes a line and the dossier, and yields lines that say something else than their
citations do (or, for ``withdrawn``, that rest on what is gone, with a dossier to match).
"""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.records import Dossier, Line, Name

Mutant = tuple[Line, Dossier]
Mutator = Callable[[Line, Dossier], Iterator[Mutant]]

NUMBER_WORDS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "twenty", "thirty", "forty", "fifty",
)  # fmt: skip
OTHER_WORD = dict(zip(NUMBER_WORDS, (*NUMBER_WORDS[1:], NUMBER_WORDS[0]), strict=True))
MONTHS = tuple(calendar.month_name[1:])
DAYS = tuple(calendar.day_name)
HEDGES = (
    "at least", "nearly", "about", "almost", "more than", "up to", "some", "as many as",
    "fewer than", "around", "approximately", "reportedly", "allegedly", "apparently", "dozens of",
)  # fmt: skip
NEGATIONS = (
    (r"\bcannot\b", "can"), (r"\bcould not\b", "could"), (r"\b(do|does|did) not\b", r"\1"),
    (r"\b(is|are|was|were|has|have|had|will|would) not\b", r"\1"),
    (r"\bnever\b", "always"), (r"\bno (?=[a-z])", "many "), (r"\bwithout\b", "with"),
    (r"\bdenied that\b", "said that"), (r"\bdenied\b", "confirmed"),
    (r"\brefused to\b", "agreed to"), (r"\brejected\b", "accepted"), (r"\bnot\b", ""),
    (r"\bnone\b", "all"), (r"\bnobody\b", "everybody"), (r"\bdid not flee\b", "fled"),
)  # fmt: skip
UNITS = {
    "km": "miles", "kilometers": "miles", "miles": "km", "tons": "kilos", "days": "weeks",
    "hours": "days", "percent": "people", "dollars": "euros", "people": "families",
    "soldiers": "civilians", "civilians": "soldiers", "families": "people", "banks": "airlines",
    "trucks": "tanks", "votes": "seats", "prisoners": "officers", "dead": "missing",
    "injured": "killed", "killed": "injured", "wounded": "killed", "years": "months",
    "members": "ministers", "bridges": "hospitals", "minutes": "hours", "guerrillas": "policemen",
    "persons": "soldiers", "meters": "km", "months": "days", "weeks": "months",
    "protesters": "officers", "houses": "schools", "troops": "rebels",
}  # fmt: skip
INVENTED = ("Valdemar Krost", "General Oskarsson", "Tembria", "Lake Uvrin", "Zenko Pali")
NAME = re.compile(r"(?<![.!?:] )(?<!^)(?<![\"“])\b[A-Z][a-zà-ÿ]{2,}(?: [A-Z][a-zà-ÿ]+)*")
QUOTE = re.compile(r"[\"“]([^\"“”]+)[\"”]")
CUE = r"(?:said|says|announced|added|warned|told|claimed|called|revealed|reported|confirmed|noted)"

SAID = r"(?:said|says|announced|added|warned|reported|confirmed|noted)"


def _with(line: Line, text: str, dossier: Dossier) -> Iterator[Mutant]:
    if text != line.text:
        yield replace(line, text=text), dossier


def changed_number(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for match in re.finditer(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w,.]\d)", line.text):
        after = line.text[match.end() : match.end() + 12]
        if re.match(rf" ?(?:{'|'.join(MONTHS)})", after) or re.match(r"(19|20)\d\d$", match[0]):
            continue
        digits = match[0]
        other = digits[:-1] + str((int(digits[-1]) + 3) % 10)
        yield from _with(
            line, line.text[: match.start()] + other + line.text[match.end() :], dossier
        )
        zeros = digits + "0" if "," not in digits and "." not in digits else "1" + digits
        yield from _with(
            line, line.text[: match.start()] + zeros + line.text[match.end() :], dossier
        )
    for match in re.finditer(rf"\b({'|'.join(NUMBER_WORDS)})\b", line.text, re.IGNORECASE):
        other = OTHER_WORD[match[1].casefold()]
        yield from _with(
            line, line.text[: match.start()] + other + line.text[match.end() :], dossier
        )


def dropped_hedge(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for hedge in HEDGES:
        for match in re.finditer(rf"\b{hedge}\s+(?=(?:an? )?[\w,]+)", line.text, re.IGNORECASE):
            if QUOTE.search(line.text) and any(
                q.start() < match.start() < q.end() for q in QUOTE.finditer(line.text)
            ):
                continue
            if hedge in ("some", "around", "about", "more than", "up to") and not re.match(
                r"(?:an? )?(?:\d|" + "|".join(NUMBER_WORDS) + r"|third|hundred|dozen)",
                line.text[match.end() :], re.IGNORECASE,
            ):  # fmt: skip
                continue
            yield from _with(line, line.text[: match.start()] + line.text[match.end() :], dossier)
    for modal, put in (("may have", "have"), ("might", "will"), ("would be", "was")):
        text = re.sub(rf"\b{modal}\b", put, line.text, count=1)
        yield from _with(line, text, dossier)


def _speakers(dossier: Dossier) -> list[str]:
    found = {
        s.source_name
        for f in dossier.filed
        for s in f.reading.statements
        if s.source_name and s.source_name[0].isupper() and not s.source_name.isupper()
    }
    return sorted(found)


def _same(a: str, b: str, text: str) -> bool:
    """True if a text puts an office, or initials, right beside a name: "the candidate, Ana Ruiz",
    "the Relief Union [RU]".
    """
    a, b = re.escape(a), re.escape(b)
    gap = r",? [(\[]?(?:the )?"
    return bool(re.search(f"{a}{gap}{b}|{b}{gap}{a}", " ".join(text.split()), re.IGNORECASE))


def _office(other: str, name: str, names: Sequence[Name]) -> bool:
    """True if what looks like another speaker is the office of the first."""
    roles = " ".join(n.role or "" for n in names if n.canonical == name).casefold()
    return bool(set(other.casefold().split()) & set(roles.split()))


def _words(name: str) -> set[str]:
    """The words of a name, a plural or genitive as its singular: "Isaacs" is no one but "Isaac"."""
    found = re.findall(r"\w+", name.casefold())
    return {w.removesuffix("s") for w in found} | {"".join(w[0] for w in found)}


def _spoken(form: str, text: str) -> re.Match[str] | None:
    """Where a text names a speaker right beside a verb of speech, as its whole subject."""
    name = rf"(?<!\w)(?P<speaker>{re.escape(form)})(?!\w)"
    before = r"(?:^|[,;:.\"”] |\b(?:that|and|but|while|as|the|President|Minister|General|Colonel) )"
    return re.search(
        rf"{before}{name}(?:,[^.;,]{{0,30}},)?[a-z ]{{0,20}} {CUE}\b", text
    ) or re.search(rf"\b(?:{SAID}|according to) (?:the )?{name}(?=[,.;]|$)", text)


def swapped_speaker(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    cited = {c.guid for c in line.citations}
    for filed in dossier.filed:
        if filed.dispatch.guid not in cited:
            continue
        for said in filed.reading.statements:
            name = said.source_name or ""
            forms = [f for f in (name, said.source.text if said.source else "") if f in line.text]
            spoken = [f for f in forms if f and _spoken(f, line.text)]
            if not spoken:
                continue
            form = max(spoken, key=len)
            own = _words(name) | _words(form) | _words(filed.dispatch.agency or "")
            texts = [f.dispatch.text for f in dossier.filed]
            others = [o for o in _speakers(dossier)
                      if not own & _words(o)
                      and not any(_same(o, f, text) for f in (name, form) if f for text in texts)
                      and not any(_office(o, name, f.reading.names)
                                  for f in dossier.filed)]  # fmt: skip
            at = _spoken(form, line.text)
            for other in others[:2] if at else ():
                start, end = at.span("speaker")
                yield from _with(line, line.text[:start] + other + line.text[end:], dossier)


def removed_negation(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for pattern, put in NEGATIONS:
        text = re.sub(pattern, put, line.text, count=1)
        if not any(pattern in (r"\bnot\b",) and t in line.text for t in ("if not",)):
            yield from _with(line, re.sub(r"  +", " ", text), dossier)


def invented_name(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for i, match in enumerate(NAME.finditer(line.text)):
        if match[0] in MONTHS + DAYS:
            continue
        text = line.text[: match.start()] + INVENTED[i % 5] + line.text[match.end() :]
        yield from _with(line, text, dossier)
        if i == 2:
            break


def altered_quotation(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for match in QUOTE.finditer(line.text):
        words = match[1].split()
        if len(words) < 2:
            continue
        for changed in (words[1:], words[:1] + words[2:], [*words[:-1], "forever"],
                        [words[0], "truly", *words[1:]]):  # fmt: skip
            inner = " ".join(changed)
            if inner and inner.strip(" ,.") not in match[1]:
                text = line.text[: match.start(1)] + inner + line.text[match.end(1) :]
                yield from _with(line, text, dossier)


def wrong_date(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    for match in re.finditer(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b", line.text):
        day = int(match[1]) % 28 + 3
        text = f"{line.text[: match.start()]}{day} {match[2]}{line.text[match.end() :]}"
        yield from _with(line, text, dossier)
        month = MONTHS[(MONTHS.index(match[2]) + 5) % 12]
        text = f"{line.text[: match.start()]}{match[1]} {month}{line.text[match.end() :]}"
        yield from _with(line, text, dossier)
    for match in re.finditer(rf"\b({'|'.join(DAYS)})\b", line.text):
        other = DAYS[(DAYS.index(match[1]) + 3) % 7]
        yield from _with(
            line, line.text[: match.start()] + other + line.text[match.end() :], dossier
        )
    for a, b in (("yesterday", "today"), ("today", "tomorrow"), ("tomorrow", "yesterday")):
        yield from _with(line, re.sub(rf"\b{a}\b", b, line.text), dossier)


def merged_quotes(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    own = [m[1].strip(" ,.") for m in QUOTE.finditer(line.text)]
    others = [
        m[1].strip(" ,.")
        for f in dossier.filed
        for m in QUOTE.finditer(f.reading.cased or f.dispatch.text)
    ]
    match = QUOTE.search(line.text)
    if match is None:
        return
    for other in [o for o in others if o not in own][:2]:
        joined = f"“{own[0]} {other[0].lower() + other[1:]}”"
        yield from _with(
            line, line.text[: match.start()] + joined + line.text[match.end() :], dossier
        )
    if len(own) > 1:
        matches = list(QUOTE.finditer(line.text))
        text = (
            f"{line.text[: matches[0].start()]}“{own[0]} {own[1]}”{line.text[matches[1].end() :]}"
        )
        yield from _with(line, text, dossier)


def wrong_unit(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    number = r"(?:\d[\d,.]*|" + "|".join(NUMBER_WORDS) + r"|dozens of|hundreds of|thousands of)"
    pattern = rf"\b({number})( (?:[a-z]+ )?)({'|'.join(UNITS)})\b"
    for match in re.finditer(pattern, line.text, re.IGNORECASE):
        if match[2].strip() in ("and", "to", "of", "the", "were", "was", "in"):
            continue
        other = UNITS[match[3].casefold()]
        text = line.text[: match.start(3)] + other + line.text[match.end(3) :]
        yield from _with(line, text, dossier)


def withdrawn_text(line: Line, dossier: Dossier) -> Iterator[Mutant]:
    guid = line.citations[0].guid
    gone = tuple(f for f in dossier.filed if f.dispatch.guid != guid)
    yield line, replace(dossier, filed=gone)
    newer = tuple(
        replace(f, dispatch=replace(f.dispatch, version=f.dispatch.version + 1))
        if f.dispatch.guid == guid
        else f
        for f in dossier.filed
    )
    yield line, replace(dossier, filed=newer)
    later = dossier.as_of + timedelta(days=1)
    held = tuple(
        replace(f, dispatch=replace(f.dispatch, embargo_until=later))
        if f.dispatch.guid == guid
        else f
        for f in dossier.filed
    )
    yield line, replace(dossier, filed=held)


MUTATORS: dict[str, Mutator] = {
    "changed number": changed_number,
    "dropped hedge": dropped_hedge,
    "swapped speaker": swapped_speaker,
    "removed negation": removed_negation,
    "invented name": invented_name,
    "altered quotation": altered_quotation,
    "wrong date": wrong_date,
    "merged quotes": merged_quotes,
    "wrong unit": wrong_unit,
    "withdrawn text": withdrawn_text,
}
