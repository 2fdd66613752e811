"""What the command line prints for people, and JSON Lines for programs."""

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from dateline.desk import present
from dateline.desk.newsroom import Publication
from dateline.ledger import Ruling, on_days
from dateline.records import Assertion, Claim, Dispatch, Reading, Span


def json_line(value: object) -> str:
    """One line of JSON."""
    return msgspec.json.encode(value).decode()


def _plural(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def reading(item: Dispatch, found: Reading) -> str:
    """A reading for people: head, then who said what, figures, dates, plans, damage."""
    head = f"{item.guid}  {item.agency or 'no agency'}  {item.issued or 'no time'}  {item.signal}"
    rows = [head]
    for s in found.statements:
        content = " ".join(" ".join(part.text for part in s.content).split())
        rows.append(f"  says    {s.source_name or '(nobody named)'} [{s.mode}]: {content[:100]}")
    for f in found.figures:
        by = f", says {f.source_name}" if f.source_name else ""
        place = f" in {f.place.name}" if f.place else ""
        rows.append(f"  figure  {' '.join(f.text.split())} ({f.measure}{place}{by})")
    for w in found.dates:
        rows.append(f"  time    {' '.join(w.text.split())} = {w.value}")
    for p in found.places:
        where = f"{p.name}, {p.country}" if p.country else "unresolved"
        rows.append(f"  place   {' '.join(p.text.split())} = {where} ({p.role})")
    rows += [f"  event   {e.type}: {' '.join(e.text.split())[:90]}" for e in found.events]
    rows += [f"  plan    {' '.join(p.what.split())[:90]}" for p in found.plans]
    rows += [f"  measure {m.issuer or '?'}: {m.effect[:90]}" for m in found.measures]
    rows += [f"  damage  {d.text[:60]!r} ({d.kind})" for d in found.damage]
    return "\n".join(rows) + "\n"


def publication(made: Publication, out: Path) -> str:
    """The summary after publishing."""
    refused = ", ".join(f"{reason} {count}" for reason, count in made.reasons)
    rows = [
        f"Published {_plural(made.stories, 'story', 'stories')}, as known at "
        f"{made.as_of:%H:%M, %-d %B %Y} ({made.as_of.tzname()}):",
        f"  {_plural(made.lines, 'line')}, each with its sources",
        f"  {_plural(made.disputes, 'dispute')}",
        f"  {_plural(made.refused, 'line')} refused by the gate"
        + (f" ({refused})" if refused else ""),
        f"  {_plural(made.failures, 'input')} that could not be taken in (kept and listed)",
        *(
            [f"  {_plural(len(made.uncomposed), 'story', 'stories')} that could not be composed"]
            if made.uncomposed
            else []
        ),
        f"  {_plural(made.files_written, 'file')} written",
        f"Open {out / 'index.html'}",
    ]
    return "\n".join(rows)


def undated(number: int) -> str:
    """What to do about dispatches that nothing dates."""
    first = "1 dispatch does not say when it was sent"
    if number != 1:
        first = f"{number} dispatches do not say when they were sent"
    return (
        f'{first}: "today" or "Wednesday" there has no date. Give the time with --issued, as in '
        "--issued 2022-03-02T23:30+01:00."
    )


def _speaker(item: Assertion) -> str:
    """The chain from the agency to the speaker: ``Norla <- state television <- the ministry``."""
    chain = [*(item.via or ((item.agency,) if item.agency else ())), item.by]
    return " <- ".join(dict.fromkeys(link for link in chain if link)) or "no agency"


def _quiet(words: str) -> str:
    """Telex capitals in lower case, for a summary."""
    return words.lower() if words.isupper() else words


def _matter(item: Claim) -> str:
    about = item.about
    if item.kind != "figure":
        (first, *_) = item.assertions
        return " ".join(_quiet(first.text).split())[:100]
    where = f" in {about.place}" if about.place else ""
    when = f", {about.when}" if about.when else ""
    counted = _quiet(about.population or "")
    what = about.measure if counted.casefold() == about.measure else f"{counted} {about.measure}"
    return f"{what}{where}{when}".strip()


def listing(claims: Sequence[Claim]) -> Iterator[str]:
    """Claims for people, without events that only repeat what a statement or figure tells."""
    told: dict[tuple[str, int], list[Span]] = {}
    for item in claims:
        for a in item.assertions if item.kind in ("statement", "figure") else ():
            told.setdefault((a.guid, a.version), []).append(a.span)
    for item in claims:
        repeats = item.kind == "event" and item.status == "single-source"
        if not repeats or not all(
            any(span.overlaps(a.span) for span in told.get((a.guid, a.version), ()))
            for a in item.assertions
        ):
            yield claim(item)


def claim(item: Claim) -> str:
    """A claim for people: what about, its status, and every assertion with its words."""
    matter = _matter(item)
    rows = [
        f"{item.status.upper()}: {matter} - {_plural(item.origins, 'origin')} in "
        f"{_plural(_dispatches(item), *_DISPATCH)}"
    ]
    for a in item.assertions:
        gone = f" [withdrawn: {a.reason}]" if a.withdrawn else ""
        words = " ".join(a.text.split())
        said = "" if words == matter else f': "{words}"'
        rows.append(f"  {_speaker(a)}{said} ({a.guid}){gone}")
        if a.kind == "control" and a.verification:
            rows.append(f'    left open: "{a.verification}"')
    if len(item.history) > 1:
        told = [f"{s.status} from {s.at:%Y-%m-%d %H:%M} ({s.why})" for s in item.history]
        rows.append(f"  was {'; '.join(told)}")
    for c in item.changes:
        when = f"{c.at:%Y-%m-%d %H:%M} " if c.at else ""
        rows.append(f"  * {when}{c.kind}: {c.why}")
    reasons = {
        frozenset(j.reason.casefold().split()): f"  {j.verdict}: {j.reason}"
        for j in item.judgements
        if j.verdict == "contradicts" or (j.verdict, item.status) == ("supports", "corroborated")
    }
    return "\n".join(_wrapped([*rows, *reasons.values()])) + "\n"


def _wrapped(rows: Iterable[str]) -> Iterator[str]:
    """Rows of at most 100 columns; what does not fit goes on below, further in."""
    for row in rows:
        inner = " " * (len(row) - len(row.lstrip()) + 4)
        yield textwrap.fill(
            row, _COLUMNS, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
        )


_COLUMNS = 100


def disputes(claims: Iterable[Claim]) -> str:
    """Disputed claims as a table for a morning note: what about, then each rival figure or account
    with who says so, then why they do not go together.
    """
    return "\n".join(_dispute(rivals) for rivals in _once(_rivals(claims)))


def _once(found: list[list[Claim]]) -> list[list[Claim]]:
    """Without statements of which all stand among the deeds, or holders of places, told already."""
    deeds = [a for some in found for c in some if c.kind != "statement" for a in c.assertions]
    return [
        some for some in found
        if any(c.kind != "statement" for c in some)
        or not all(any(_same_words(a, d) for d in deeds) for c in some for a in c.assertions)
    ]  # fmt: skip


def _same_words(a: Assertion, b: Assertion) -> bool:
    return (a.guid, a.version) == (b.guid, b.version) and a.span.overlaps(b.span)


def _rivals(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that contradict each other, together, in the order in which they come."""
    by_assertion = {a.id: claim for claim in claims for a in claim.assertions}
    group = {claim.id: [claim] for claim in by_assertion.values()}
    for claim in by_assertion.values():
        for j in claim.judgements:
            one, two = by_assertion.get(j.a), by_assertion.get(j.b)
            if j.verdict == "contradicts" and one and two and group[one.id] is not group[two.id]:
                group[one.id] += group[two.id]
                group.update({member.id: group[one.id] for member in group[two.id]})
    return list({id(some): some for some in group.values()}.values())


def _dispute(rivals: list[Claim]) -> str:
    """One dispute: its rows by number, the smallest first; accounts without one as they came."""
    figures = rivals[0].kind == "figure"
    said = [a for c in rivals for a in c.assertions]
    place = _usual(a.about.place for a in said if not a.about.guessed)
    when = _usual(a.about.when for a in said)
    head = rivals[0].about.measure.upper() if figures else "SAID AND DENIED"
    rows = [head + (f" in {place}" if place else "") + (f", {on_days(when)}" if when else "")]
    rows += [_rival(c) for c in sorted(rivals, key=_number)]
    rows = [line for row in rows for line in row.split("\n")]
    return "\n".join(_wrapped([*rows, *(f"  ! {reason}" for reason in _reasons(rivals))])) + "\n"


def _usual(found: Iterable[str | None]) -> str | None:
    """What most say, of those that say anything."""
    counted = Counter(one for one in found if one)
    return max(counted, key=lambda one: (counted[one], one), default=None)


def _reasons(rivals: list[Claim]) -> list[str]:
    """Why claims contradict each other, once for each two of them: of speakers by name first."""
    of = {a.id: c.id for c in rivals for a in c.assertions}
    unnamed = {a.id for c in rivals for a in c.assertions if a.by is None}
    found: dict[frozenset[str], str] = {}
    against = [j for c in rivals for j in c.judgements if j.verdict == "contradicts"]
    for j in sorted(against, key=lambda j: (j.a in unnamed) + (j.b in unnamed)):
        if j.a in of and j.b in of:
            found.setdefault(frozenset((of[j.a], of[j.b])), j.reason)
    return _joined(dict.fromkeys(found.values()))


_DENIES = re.compile(r"(.+? den(?:y|ies) what )(.+?)( says?| claims?)( of .+)?\.")


def _joined(reasons: Iterable[str]) -> list[str]:
    """Reasons, what one speaker denies of several in one line: "Oz denies what Ann, Bo say"."""
    groups: dict[tuple[str, str] | str, list[re.Match[str] | str]] = {}
    for reason in reasons:
        told = _DENIES.fullmatch(reason)
        groups.setdefault((told[1], told[4] or "") if told else reason, []).append(told or reason)
    return [_one_line(some) for some in groups.values()]


def _one_line(told: Sequence[re.Match[str] | str]) -> str:
    """One reason as it is, several denials of one speaker with all whom they deny."""
    first, names = told[0], [m[2] for m in told if isinstance(m, re.Match)]
    if isinstance(first, str):
        return first
    if len(names) == 1:
        return first[0]
    return f"{first[1]}{', '.join(names[:-1])} and {names[-1]} say{first[4] or ''}."


def _number(item: Claim) -> float:
    found = [n for a in item.assertions for n in (a.value, a.low, a.high) if n is not None]
    return found[0] if item.kind == "figure" and found else 0.0


_WIDE, _LONG = 34, 160


def _rival(item: Claim) -> str:
    """``21 people   Alba <- the governor (alba-1, alba-3) - 1 origin in 2 dispatches``; several who
    say so stand under it, one a line.
    """
    first = item.assertions[0]
    words = _THAT.sub("", " ".join(_quiet(first.text).split())).strip()
    if len(words) > _LONG:
        words = f"{words[:_LONG].rpartition(' ')[0]} ..."
    chains: dict[str, dict[str, None]] = {}
    for a in item.assertions:
        chains.setdefault(_speaker(a), {})[a.guid] = None
    said = [f"{chain} ({', '.join(guids)})" for chain, guids in chains.items()]
    denial = "denies: " if first.polarity == "denies" and not _DENIED.search(words) else ""
    origins = f"{_plural(item.origins, 'origin')} in {_plural(_dispatches(item), *_DISPATCH)}"
    row = f"  {denial + words:<{_WIDE}}  {said[0]} - {origins}"
    if len(said) == 1 and len(denial + words) <= _WIDE and len(row) <= _COLUMNS:
        return row
    if len(said) == 1:
        return f"  {denial + words}\n      {said[0]} - {origins}"
    return "\n".join([f"  {denial + words:<{_WIDE}}  {origins}", *(f"      {one}" for one in said)])


_THAT = re.compile(r"^(?:that|qu[e'’])\s*\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*)\b", re.IGNORECASE)
_DISPATCH = ("dispatch", "dispatches")


def _dispatches(item: Claim) -> int:
    """Dispatches that say it or, being of its origins, support it."""
    return max(item.dispatches, len({(a.guid, a.version) for a in item.assertions}))


def pair(ruling: Ruling) -> present.Json:
    """One line of ``dateline judge --json``."""
    return {
        "a": present.pair_member(ruling.a),
        "b": present.pair_member(ruling.b),
        "verdict": ruling.verdict,
        "reason": ruling.reason,
        "origin": ruling.origin,
    }


def judgement(ruling: Ruling) -> str:
    """A judged pair for people."""
    rows = [f"{ruling.verdict}: {ruling.reason}"]
    for mark, side in (("a", ruling.a), ("b", ruling.b)):
        rows.append(f"  {mark} {' '.join(side.text.split())[:90]} ({side.guid})")
    return "\n".join(rows) + "\n"
