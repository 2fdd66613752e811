"""What differs from the previous edition, matter by matter, in words.

A change cites all that its words rest on, old and new: redacting either takes it down.
"""

from dateline.records import Change, Citation, Dispute, Edition, Notice, Toll
from dateline.records.vocabulary import CORE_MEASURES
from dateline.report.citing import cite
from dateline.report.figures import running
from dateline.report.ground import Ground
from dateline.report.lines.speakers import running as running_words
from dateline.report.lines.speakers import verb
from dateline.report.words import keys, opened

LABELS = {"killed": "Toll", "injured": "Number of injured", "missing": "Number of missing",
          "arrested": "Number of arrests", "kidnapped": "Number of kidnapped",
          "captured": "Number of captured", "displaced": "Number of displaced",
          "held": "Number of held", "casualties": "Number of casualties"}  # fmt: skip
MOST = 12
LEAST = 2  # people: a single one is told in the report itself
WEIGHTY = ("killed", "missing", "kidnapped", "displaced", "casualties", "injured")
"""Measures of which a figure heard for the first time is a change worth telling."""


def changes(
    previous: Edition | None,
    figures: tuple[Toll, ...],
    disputes: tuple[Dispute, ...],
    notices: tuple[Notice, ...],
    ground: Ground,
) -> tuple[Change, ...]:
    """Changes since the previous edition; none for a first one.

    What a kill withdrew is not compared with: an old figure from it would repeat killed matter.
    """
    if previous is None:
        return ()
    killed = {n.guid for n in notices if n.kind == "kill"}
    known = tuple(t for t in previous.figures if t.citation.guid not in killed)
    count = _count(known, figures)
    told = (
        *_corrected(previous, notices, ground),
        *_disputed(previous, disputes),
        *count,
        *_figures(known, tuple(t for t in figures if not (count and _is_count(t)))),
        *_withdrawn(known, figures),
    )
    return told[:MOST]


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


def _is_count(toll: Toll) -> bool:
    return toll.about.measure == "killed" and running.anyone(toll.about)


def _kept(figures: tuple[Toll, ...]) -> Toll | None:
    """The newest figure of a running count of the dead."""
    keeps = [
        t
        for t in figures
        if _is_count(t) and t.at and _size(t) >= LEAST and t.about.scope != "part"
        if t.about.scope == "cumulative" or running.KEEPING.search(t.citation.text)
    ]
    return max(keeps, key=lambda t: (t.at, _size(t)), default=None)


def _count(known: tuple[Toll, ...], figures: tuple[Toll, ...]) -> list[Change]:
    """How the running count of the dead has moved, whoever keeps it."""
    old, new = _kept(known), _kept(figures)
    if old is None or new is None or old.citation.guid == new.citation.guid:
        return []
    if _size(old) == _size(new) or not (old.at and new.at and old.at < new.at):
        return []
    if _voice(old).casefold() == _voice(new).casefold():
        return [_moved(old, new)]
    kind, before, now = _way(old, new), _voice(old), _voice(new)
    text = (
        f"Toll {kind}: {now} now {verb(now)} {running_words(new.words)}; "
        f"{before} had said {running_words(old.words)}."
    )
    return [Change(kind, text, (new.citation, old.citation))]


def _figures(known: tuple[Toll, ...], figures: tuple[Toll, ...]) -> list[Change]:
    """One change a matter: a figure that moved before one that is new, then the larger."""
    before = _core(known)
    found: dict[str, tuple[tuple[bool, bool, float], Change]] = {}
    for key, toll in _core(figures).items():
        old = before.get(key)
        if old is None and toll.about.measure in WEIGHTY and _size(toll) >= LEAST:
            rank, made = (False, toll.about.measure == "killed", _size(toll)), _new(toll)
        elif old and old.words != toll.words and old.citation.guid != toll.citation.guid:
            rank, made = (True, toll.about.measure == "killed", _size(toll)), _moved(old, toll)
        else:
            continue
        if key[0] not in found or rank > found[key[0]][0]:
            found[key[0]] = (rank, made)
    ranked = sorted(found.values(), key=lambda r: r[0], reverse=True)
    return [made for _, made in ranked]


def _new(toll: Toll) -> Change:
    label = LABELS[toll.about.measure]
    place = toll.about.place or ""
    where = f" in {place}" if place and place in toll.citation.text else ""
    text = f"{label}{where}: {_voice(toll)} {verb(_voice(toll))} {running_words(toll.words)}."
    return Change("new", opened(text), (toll.citation,))


def _moved(old: Toll, toll: Toll) -> Change:
    kind = _way(old, toll)
    label = LABELS[toll.about.measure]
    voice = _voice(toll)
    text = (
        f"{label} {kind}: {voice} now {verb(voice)} {running_words(toll.words)}, "
        f"was {running_words(old.words)}."
    )
    return Change(kind, text, (toll.citation, old.citation))


def _way(old: Toll, new: Toll) -> str:
    return "raised" if _size(new) >= _size(old) else "lowered"


def _size(toll: Toll) -> float:
    return toll.value or toll.low or toll.high or 0.0


def _disputed(previous: Edition, disputes: tuple[Dispute, ...]) -> list[Change]:
    known = [keys(d.line.text) for d in previous.disputes]
    return [
        Change("disputed", d.line.text, d.line.citations)
        for d in disputes
        if keys(d.line.text) not in known
    ]


def _corrected(previous: Edition, notices: tuple[Notice, ...], ground: Ground) -> list[Change]:
    """Corrections and kills since then. A kill cites nothing: its text is safe by itself."""
    new = [n for n in notices if n not in previous.corrections]
    return [
        Change("withdrawn", n.text)
        if n.kind == "kill"
        else Change("corrected", n.text, _corrected_words(n, ground))
        for n in new
    ]


def _corrected_words(notice: Notice, ground: Ground) -> tuple[Citation, ...]:
    """The sentence that holds the new words, else the first of the corrected dispatch."""
    mine = [sheet for sheet in ground if sheet.dispatch.guid == notice.guid]
    cited = [cite(sheet, s.span) for sheet in mine for s in sheet.reading.sentences if s.prose]
    holding = [one for one in cited if notice.new and notice.new in one.text]
    return tuple([*holding, *cited][:1])


def _withdrawn(known: tuple[Toll, ...], figures: tuple[Toll, ...]) -> list[Change]:
    """Figures that are gone, with no other of the same matter in their place."""
    now = {matter for matter, _ in _core(figures)}
    gone = {m: toll for (m, _), toll in _core(known).items() if m not in now}
    return [_gone(toll) for toll in gone.values() if _size(toll) >= LEAST]


def _gone(toll: Toll) -> Change:
    label = LABELS[toll.about.measure]
    text = f"{label} withdrawn: {_voice(toll)} had said {running_words(toll.words)}."
    return Change("withdrawn", text, (toll.citation,))
