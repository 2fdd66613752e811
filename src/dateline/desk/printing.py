"""What the command line prints for people, and JSON Lines for programs."""

from pathlib import Path

import msgspec

from dateline.desk import present
from dateline.desk.newsroom import Publication
from dateline.ledger import Ruling
from dateline.records import Assertion, Claim, Dispatch, Reading
from dateline.report.gate.texts import Verdict


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
        f"  {_plural(made.files_written, 'file')} written",
        f"Open {out / 'index.html'}",
    ]
    return "\n".join(rows)


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
    return f"{_quiet(about.population or '')} {about.measure}{where}{when}".strip()


def claim(item: Claim) -> str:
    """A claim for people: what about, its status, and every assertion with its words."""
    dispatches = len({(a.guid, a.version) for a in item.assertions})
    rows = [
        f"{item.status.upper()}: {_matter(item)} - {_plural(item.origins, 'origin')} in "
        f"{_plural(dispatches, 'dispatch', 'dispatches')}"
    ]
    for a in item.assertions:
        gone = f" [withdrawn: {a.reason}]" if a.withdrawn else ""
        rows.append(f'  {_speaker(a)}: "{" ".join(a.text.split())}" ({a.guid}){gone}')
    against = [f"  {j.verdict}: {j.reason}" for j in item.judgements if j.verdict == "contradicts"]
    return "\n".join([*rows, *dict.fromkeys(against)]) + "\n"


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


def checked_json(verdict: Verdict) -> present.Json:
    """One line of ``dateline check --json``."""
    refusal = verdict.refusal
    nearest = verdict.support[0] if verdict.support else None
    return {
        "text": verdict.text,
        "supported": refusal is None,
        "rule": refusal.rule if refusal else None,
        "reason": refusal.reason if refusal else None,
        "nearest": {
            "dispatch": nearest.guid,
            "version": nearest.version,
            "start": nearest.span.start,
            "end": nearest.span.end,
            "text": nearest.text,
        }
        if nearest
        else None,
    }


def checked(verdict: Verdict) -> str:
    """The gate's verdict on a sentence, for people."""
    rows = [f"{'REFUSED' if verdict.refusal else 'ok':8}{verdict.text}"]
    if verdict.refusal:
        rows.append(f"        {verdict.refusal.rule}: {verdict.refusal.reason}")
    for support in verdict.support:
        words = " ".join(support.text.split())[:120]
        rows.append(f'        rests on: "{words}" ({support.guid})')
    return "\n".join(rows)
