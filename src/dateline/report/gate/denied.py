"""Who denies: nobody may be told to deny what the source has them say."""

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.guards import DENYING, NOT, UNWILLING
from dateline.report.gate.speaking import forms_of, is_called
from dateline.report.gate.voices import Voice, voices
from dateline.report.words import Token


def denies_not(basis: Basis, voice: Voice, named: list[Token]) -> bool:
    """True if a line has somebody deny who in the source speaks, but denies nothing."""
    if basis.words[voice.cue].fold not in lexicons.words("denials"):
        return False
    mine = [
        (h, v) for h in basis.holds for v in voices(h.prose)
        if is_called(h, named, forms_of(h, v))
    ]  # fmt: skip
    return bool(mine) and not any(_negative(h, v) for h, v in mine)


def _negative(hold: Hold, voice: Voice) -> bool:
    """True if a speaker denies or rejects something, or says that something is not so."""
    denying = NOT | UNWILLING | lexicons.words("denials")
    inside = [j for j, p in enumerate(hold.parts) if p == hold.parts[voice.cue]]
    return any(hold.words[j].fold in denying or hold.ideas[j] in DENYING for j in inside)
