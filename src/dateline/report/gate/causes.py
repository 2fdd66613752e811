"""Why something happened, and from when it is counted, must be said by the source."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis
from dateline.report.words import Token, is_function

NEAR = 6  # words after "since" among which it says from when
WITH = {"owing": "to", "thanks": "to", "because": ""}
"""What a cause is led in by, each with the word after it, if it needs one."""


def supported(basis: Basis) -> str | None:
    """The rule: no "because" where the cited sentences give no reason for anything."""
    for i, token in enumerate(basis.words):
        if not _leads_in(basis.words, i) or basis.quoted(token):
            continue
        if not any(_is_reason(t) for h in basis.holds for t in h.words):
            return f"The source does not say “{token.text}”."
    return None


def starts(basis: Basis) -> str | None:
    """The rule: what the source counts from one time on ("since the start of the year") isn't
    counted from another.
    """
    for i, token in enumerate(basis.words):
        hold = basis.home(basis.parts[i])
        there = [j for j, t in enumerate(hold.words) if t.fold == "since"]
        if token.fold != "since" or not there or basis.quoted(token):
            continue
        after = [k for k in range(i + 1, min(i + NEAR, len(basis.words))) if hold.links[k]]
        told = [k for k in after if not is_function(basis.words[k])][:1]
        if told and not any(0 < j - at <= NEAR for at in there for j in hold.links[told[0]]):
            return f"In the source it is not since “{basis.words[told[0]].text}”."
    return None


def _leads_in(words: tuple[Token, ...], i: int) -> bool:
    """True for "because", "owing to", "thanks to"."""
    after = words[i + 1].fold if i + 1 < len(words) else ""
    return words[i].fold in WITH and WITH[words[i].fold] in ("", after)


def _is_reason(token: Token) -> bool:
    """True for a word with which a source gives a reason, or says what came of something."""
    return token.fold in lexicons.words("reasons") or token.key in lexicons.words("reasons")
