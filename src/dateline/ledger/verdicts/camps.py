"""On which side of a war the speakers of a wire are, as all its dispatches together tell. Pure.

One dispatch calls a colonel "the army's spokesman", the next only by name; an outlet of a party
says "our forces" and quotes nobody but its commanders.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from dateline.ledger.speakers.actors import speaker
from dateline.ledger.speakers.sides import irregular, side
from dateline.records import Assertion

_MOST = 0.6
"""Share of the votes for a side from which a speaker is taken to be of it."""
_OWN_VOICES = 3
"""So many quoted voices tell whose an outlet is, if hardly any other is among them."""
_OWN_MOST = 0.75


class Camps:
    """Speakers and outlets with their sides; a government without a name is that of the state which
    fights those who are none.
    """

    def __init__(self, told: Iterable[Assertion]) -> None:
        self._votes: dict[str, Counter[str]] = defaultdict(Counter)
        quoted: dict[str, Counter[str]] = defaultdict(Counter)
        everyone: Counter[str] = Counter()
        for a in told:
            found = _of_names(a)
            everyone.update(s for s in (found, side(a.about.population or "")) if s)
            if found is None or a.by is None:
                continue
            for key in _keys(a):
                self._votes[key][found] += 1
            if a.agency:
                quoted[a.agency][found] += 1
        self._outlets = {
            name: s for name, votes in quoted.items() if (s := _most(votes, most=_OWN_MOST))
        }
        self._state = _state(everyone)

    def of(self, a: Assertion) -> str | None:
        """The side of an assertion's speaker, or of the outlet that speaks itself."""
        if a.by is None:
            return self.named(side(a.agency or "") or self._outlets.get(a.agency or ""))
        votes: Counter[str] = Counter()
        for key in _keys(a):
            votes.update(self._votes.get(key, Counter()))
        return self.named(_of_names(a) or _most(votes, 1))

    def named(self, found: str | None) -> str | None:
        """A side by its name: the state's, for a government of no named state."""
        return self._state or found if found == "government" else found


def _of_names(a: Assertion) -> str | None:
    """The side that the names of a speaker tell; that of a state or a group before "government"."""
    sides = [s for name in ((a.by, *a.also) if a.by else ()) if (s := side(name))]
    return next((s for s in sides if s != "government"), sides[0] if sides else None)


def _keys(a: Assertion) -> tuple[str, ...]:
    """By what a speaker is known elsewhere: the family name of a person, else the whole name."""
    known = [speaker(name) for name in ((a.by, *a.also) if a.by else ())]
    return tuple(dict.fromkeys(one.surname or one.key for one in known))


def _most(votes: Counter[str], least: int = _OWN_VOICES, most: float = _MOST) -> str | None:
    if votes.total() < least:
        return None
    name, count = votes.most_common(1)[0]
    return name if count >= most * votes.total() else None


def _state(everyone: Counter[str]) -> str | None:
    """The state that fights within its borders, if one does: the one that is named most."""
    ranked = [s for s, _ in everyone.most_common(3)]
    if not any(irregular(s) for s in ranked):
        return None
    return next((s for s in ranked if s != "government" and not irregular(s)), None)
