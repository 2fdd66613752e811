"""Two of a kind in a rewording may not change places: two figures, or the halves of two names."""

from itertools import combinations, pairwise

from dateline.report import lexicons
from dateline.report.gate.basis import Basis, Hold
from dateline.report.gate.calendar import date_spans
from dateline.report.words import Token, is_function, keys

BESIDE = 5  # words from a figure within which stands what it tells of
WIDE = 8  # words of the source from a word within which its figure stands


def figures(basis: Basis) -> str | None:
    """The rule: of two figures, neither stands in somebody's rewording where the source has the
    other: "killed 10 and hurt 3" for "killed 3 and hurt 10".
    """
    if not basis.tolerant:
        return None
    for hold in basis.holds:
        told = [i for i in _figures(basis) if hold.links[i]]
        owners = {i: _owners(basis, hold, i, told) for i in told}
        for a, b in combinations(told, 2):
            if basis.ideas[a] != basis.ideas[b] and owners[a] == {b} and owners[b] == {a}:
                return f"“{basis.words[a].text}” and “{basis.words[b].text}” have changed places."
    return None


def _figures(basis: Basis) -> list[int]:
    dates = date_spans(basis.text)
    return [
        i for i, one in enumerate(basis.ideas)
        if one.startswith("#") and not one.startswith("#ordinal")
        and not any(d.start <= basis.words[i].start < d.end for d in dates)
    ]  # fmt: skip


def _owners(basis: Basis, hold: Hold, i: int, told: list[int]) -> set[int]:
    """The figures of the line that the source has beside the words that stand beside one."""
    found = set()
    for k in (_neighbour(basis, i, -1), _neighbour(basis, i, 1)):
        if k is not None and len(hold.links[k]) == 1:
            at = hold.links[k][0]
            near = {n: min(abs(j - at) for j in hold.links[n]) for n in told}
            least = min(near.values())
            closest = {n for n, far in near.items() if far == least <= WIDE}
            found |= closest if len(closest) == 1 else set()
    return found


def _neighbour(basis: Basis, i: int, step: int) -> int | None:
    """The next word with a meaning before or after a figure and its unit, within its phrase."""
    for k in range(i + step, i + step * (BESIDE + 1), step):
        if not 0 <= k < len(basis.words) or basis.ideas[k].startswith("#"):
            return None
        low, high = sorted((k, k - step))
        if any(c in ",;:" for c in basis.text[basis.words[low].end : basis.words[high].start]):
            return None
        unit = basis.words[k].fold in lexicons.bases("units")
        if basis.ideas[k] and not unit and not is_function(basis.words[k]):
            return k
    return None


def names(basis: Basis) -> str | None:
    """The rule: a first name and a surname in a rewording are of one person of the sources."""
    if not basis.tolerant:
        return None
    sheets = {h.sheet.dispatch.guid: h.sheet for h in basis.holds}.values()
    bearers = [
        keys(f"{n.text} {n.canonical}")
        for sheet in sheets for n in sheet.reading.names if n.kind == "person"
    ]  # fmt: skip
    for first, last in pairwise(basis.words):
        apart = basis.text[first.end : last.start].strip()
        if apart or not (_capital(first) and _capital(last)):
            continue
        known = [{first.key, last.key} & bearer for bearer in bearers]
        both = {key for some in known for key in some} == {first.key, last.key}
        if both and not any(len(some) == 2 for some in known):
            return f"“{first.text} {last.text}” is nobody of whom the source tells."
    return None


def _capital(token: Token) -> bool:
    return token.text[0].isupper() and not is_function(token)
