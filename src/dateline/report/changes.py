"""What differs from the previous edition, claim by claim, in words."""

from dateline.records import Change, Dispute, Edition, Notice, Toll
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.words import keys, opened

LABELS = {"killed": "Toll", "injured": "Number of injured", "missing": "Number of missing",
          "arrested": "Number of arrests", "kidnapped": "Number of kidnapped",
          "captured": "Number of captured", "displaced": "Number of displaced",
          "held": "Number of held", "casualties": "Number of casualties"}  # fmt: skip


def changes(
    previous: Edition | None,
    figures: tuple[Toll, ...],
    disputes: tuple[Dispute, ...],
    notices: tuple[Notice, ...],
) -> tuple[Change, ...]:
    """Changes since the previous edition; none for a first one.

    What a kill withdrew is not compared with: an old figure from it would repeat killed matter.
    """
    if previous is None:
        return ()
    killed = {n.guid for n in notices if n.kind == "kill"}
    known = tuple(t for t in previous.figures if t.citation.guid not in killed)
    return (
        *_corrected(previous, notices),
        *_figures(known, figures),
        *_disputed(previous, disputes),
        *_withdrawn(known, figures),
    )


def _core(figures: tuple[Toll, ...]) -> dict[tuple[str, str], Toll]:
    """Each speaker's newest figure on each matter."""
    found: dict[tuple[str, str], Toll] = {}
    for toll in figures:
        if toll.about.measure in CORE_MEASURES:
            found[_matter(toll), _voice(toll).casefold()] = toll
    return found


def _matter(toll: Toll) -> str:
    about = toll.about
    where = about.geonameid or about.place or ""
    return f"{about.measure}|{about.population_key or ''}|{where}|{about.scope}"


def _voice(toll: Toll) -> str:
    return toll.by or (toll.via[0] if toll.via else None) or toll.citation.agency or "the agency"


def _figures(known: tuple[Toll, ...], figures: tuple[Toll, ...]) -> list[Change]:
    before, found = _core(known), []
    for key, toll in _core(figures).items():
        old = before.get(key)
        if old is None:
            found.append(_new(toll))
        elif old.words != toll.words and old.citation.guid != toll.citation.guid:
            found.append(_moved(old, toll))
    return found


def _new(toll: Toll) -> Change:
    label = LABELS[toll.about.measure]
    where = f" in {toll.about.place}" if toll.about.place else ""
    text = f"{label}{where}: {_voice(toll)} says {toll.words}."
    return Change("new", opened(text), (toll.citation,))


def _moved(old: Toll, toll: Toll) -> Change:
    kind = "raised" if _size(toll) >= _size(old) else "lowered"
    label = LABELS[toll.about.measure]
    text = f"{label} {kind}: {_voice(toll)} now says {toll.words}, was {old.words}."
    return Change(kind, text, (toll.citation,))


def _size(toll: Toll) -> float:
    return toll.value or toll.low or toll.high or 0.0


def _disputed(previous: Edition, disputes: tuple[Dispute, ...]) -> list[Change]:
    known = [keys(d.line.text) for d in previous.disputes]
    return [
        Change("disputed", d.line.text, d.line.citations)
        for d in disputes
        if keys(d.line.text) not in known
    ]


def _corrected(previous: Edition, notices: tuple[Notice, ...]) -> list[Change]:
    new = [n for n in notices if n not in previous.corrections]
    return [Change("withdrawn" if n.kind == "kill" else "corrected", n.text) for n in new]


def _withdrawn(known: tuple[Toll, ...], figures: tuple[Toll, ...]) -> list[Change]:
    """Figures that are gone without a newer one."""
    now = _core(figures)
    gone = [toll for key, toll in _core(known).items() if key not in now]
    return [
        Change("withdrawn", f"{LABELS[t.about.measure]} withdrawn: {_voice(t)} had said {t.words}.")
        for t in gone
    ]
