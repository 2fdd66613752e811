"""Who is named in brackets behind a count: "15 deaths (Norwold, Ministry of Health)". Pure."""

import re

from dateline.ledger.speakers.actors import bodies, official, speaker, state_of
from dateline.records import Span

_BRACKETS = re.compile(
    r"[^\n.;()]{0,80}?\((?:(?:source|per)s?:? )?([^()\n\d]{3,80})\)[ \t]*\.?(?:$|\n|;)",
    re.IGNORECASE,
)


def source(text: str, figure: Span) -> str | None:
    """The body in the brackets at the end of a figure's line, with the state told beside it; None
    if there are none, or these name no body.
    """
    found = _BRACKETS.match(text, figure.end)
    if found is None:
        return None
    parts = [" ".join(p.split()) for p in found[1].split(",")]
    name = parts[-1]
    known = speaker(name)
    if not name[:1].isupper() or not (bodies(name) or (official(known) and not known.government)):
        return None
    state = next((p for p in parts[:-1] if state_of(p)), None)
    return f"{name}, {state}" if state and known.state is None else name
