"""``dateline check``: a draft taken in, and the gate's verdicts on it put into words."""

from collections.abc import Sequence

from dateline.desk.present import Json
from dateline.errors import ConfigError
from dateline.records import Citation
from dateline.report.gate.texts import Verdict

WIDEST = 300  # characters of a sentence or of a dispatch's words that are printed


def draft(data: bytes, name: str) -> str:
    """The text of a draft.

    Raises:
        ConfigError: it is no UTF-8 text.

    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"{name} is not UTF-8 text (byte {error.start}).", "Save the draft as UTF-8 text."
        ) from error


def as_json(verdict: Verdict) -> Json:
    """One line of ``dateline check --json``."""
    refusal = verdict.refusal
    support = [_cited(c) for c in verdict.support]
    return {
        "text": verdict.text,
        "start": verdict.span.start,
        "end": verdict.span.end,
        "supported": refusal is None,
        "rule": refusal.rule if refusal else None,
        "reason": refusal.reason if refusal else None,
        "nearest": support[0] if support else None,
        "support": support,
    }


def _cited(citation: Citation) -> Json:
    return {
        "dispatch": citation.guid,
        "version": citation.version,
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.text,
    }


def shown(verdict: Verdict) -> str:
    """The gate's verdict on a sentence, for people."""
    refusal = verdict.refusal
    rows = [f"{'REFUSED' if refusal else 'ok':8}{_short(verdict.text)}"]
    if refusal:
        rows.append(f"        {refusal.rule}: {_short(refusal.reason)}")
    lead = "nearest" if refusal else "rests on"
    rows += [f"        {lead}: “{_short(c.text)}” ({c.guid})" for c in verdict.support]
    return "\n".join(rows)


def _short(text: str) -> str:
    flat = " ".join(text[: 4 * WIDEST].split())
    cut = len(text) > 4 * WIDEST or len(flat) > WIDEST
    return f"{flat[:WIDEST].rstrip()} ..." if cut else flat


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many sentences were judged, and how many refused."""
    refused = sum(v.refusal is not None for v in verdicts)
    plural = "" if len(verdicts) == 1 else "s"
    return f"{len(verdicts)} sentence{plural}, {refused} refused"
