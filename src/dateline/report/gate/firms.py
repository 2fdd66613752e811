"""Names that a rewording has for what the cited words only call "the company" or "the country"."""

from dateline.report.gate.basis import Basis
from dateline.report.gate.context import country
from dateline.report.gate.ideas import idea, ideas_of
from dateline.report.ground import Sheet
from dateline.report.words import keys, stem

FIRMS = frozenset(("company", "firm", "operator", "bank", "manufacturer", "airline", "group"))
RANKS = {"general": "gen", "colonel": "col", "lieutenant": "lt", "captain": "capt",
         "sergeant": "sgt", "governor": "gov", "senator": "sen", "gen": "general", "col": "colonel",
         "lt": "lieutenant", "capt": "captain", "sgt": "sergeant", "gov": "governor"}  # fmt: skip


def known(basis: Basis, i: int, there: frozenset[str]) -> bool:
    """True for a name that is not in the cited words, but whose bearer is. ``there``: their
    ideas.
    """
    return _of_the_firm(basis, i) or _the_one(basis, i) or _rank(basis, i, there)


def _of_the_firm(basis: Basis, i: int) -> bool:
    """True for the "Tarrant's" of "Tarrant's chief executive" where the source has a bare "chief
    executive", in a dispatch that begins with that firm and no other.
    """
    hold, token = basis.home(basis.parts[i]), basis.words[i]
    office = [j for k in (i + 1, i + 2) if k < len(basis.words) for j in hold.links[k]]
    bare = any(j == 0 for j in office)
    return token.text.endswith(("'s", "’s")) and bare and token.key in _firm(hold.sheet)


def _the_one(basis: Basis, i: int) -> bool:
    """True for the name of the one firm with which a dispatch begins, or of its one country, where
    the source has "the company" or "the country".
    """
    hold, token = basis.home(basis.parts[i]), basis.words[i]
    pairs = zip(hold.words, hold.words[1:], strict=False)
    called = {b.fold for a, b in pairs if a.fold in ("the", "its")}
    if "country" in called and idea(token.key) in ideas_of(country(hold.sheet)):
        return True
    return bool(called & FIRMS) and token.key in _firm(hold.sheet)


def _firm(sheet: Sheet) -> frozenset[str]:
    """Stems of the name of the one organisation in a dispatch's first sentence."""
    first = next((s.span for s in sheet.reading.sentences if s.prose), None)
    named = [n for n in sheet.reading.names if first and n.span.overlaps(first)]
    firms = {n.canonical for n in named if n.kind == "organisation"}
    return keys(" ".join(firms)) if len(firms) == 1 else frozenset()


def _rank(basis: Basis, i: int, known: frozenset[str]) -> bool:
    """True for the "General" of "Gen Haftar"."""
    return basis.words[i].fold in RANKS and stem(RANKS[basis.words[i].fold]) in known
