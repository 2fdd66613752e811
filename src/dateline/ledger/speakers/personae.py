"""As whom else a dispatch knows those who speak in it: by office, by body, by name. Pure.

"A war monitor said", and two sentences on "the Observatory for Human Rights said": one speaker.
"Igor Malak, the ministry's spokesman" speaks for the ministry; "the regional governor" of the lead
is the Governor Taras Hlyb of the next paragraph. Only what the dispatch itself tells is used; the
names go with its assertions and are compared with those of other dispatches (``voices``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.ledger.speakers.actors import bodies, plain, same_speaker, speaker, state_name
from dateline.ledger.speakers.sides import side
from dateline.records import Dispatch, Name, Reading, Span, Statement

_OFFICES = frozenset(
    ("governor", "mayor", "president", "minister", "premier", "chancellor", "gouverneur", "maire")
)
_SPOKEN_FOR = re.compile(
    r"(?:spokes\w+|head|chief|director|chair\w*|leader|commander|founder|representative|official"
    r"|coordinator|envoy|member|porte-parole|directeur)(?: \w+){0,2}? (?:of|for|at|du|de la|de)"
    r" (?:the )?$|(?:heads|leads|runs|directs|dirige) (?:the |l'|la |le )?$",
    re.IGNORECASE,
)
_SPOKESMAN = re.compile(r"(.+?)(?:['’]s)? (?:spokes\w+|porte-parole)\b", re.IGNORECASE)
_AHEAD, _AFTER = 12, 120
"""Characters before and after a speaker in which the body stands that he or she speaks for."""

_DESCRIBED = re.compile(r"^an?\s", re.IGNORECASE)
_GROUPS = frozenset(
    ("monitor", "group", "watchdog", "organisation", "organization", "body", "charity", "committee",
     "union", "syndicate", "network", "monitors", "outlet", "association", "coalition")
)  # fmt: skip
_WATCHING = frozenset(("observatory", "monitor", "network", "watch", "project", "centre", "center"))
_NEXT = 5  # statements after a description in which its name may follow


def personae(dispatch: Dispatch, reading: Reading) -> dict[str, tuple[str, ...]]:
    """Other names of each speaker of a dispatch, by the name that the reader gives it."""
    found: dict[str, list[str]] = {}
    said = [s for s in reading.statements if s.source and s.source_name]
    names = {s.source_name: None for s in said if s.source_name}
    names |= dict.fromkeys(f.source_name for f in reading.figures if f.source_name)
    for number, one in enumerate(said):
        mine = found.setdefault(one.source_name or "", [])
        mine += _owned(one)
        mine += _body(dispatch.text, one, reading.names)
        mine += _speaks_for(dispatch.text, one)
        mine += _named_later(one, said[number + 1 : number + 1 + _NEXT], dispatch.text, reading)
    country, home = _country(reading), _home(reading)
    for name in names:
        mine = found.setdefault(name, [])
        mine += [*_in_full(name, reading.names), *_office(name, reading.names)]
        known = any(speaker(n).state for n in (name, *mine))
        if country and not known and _of_the_country(name):
            mine.append(f"{country.title()} {name}")
        elif home and not known:
            mine += [f"{home.title()} {n}" for n in (name, *mine) if _of_the_seat(n)][:1]
        mine += [n for n in names if _with_state(name, n)]
    whole = {
        name: tuple(dict.fromkeys(n for n in _further(some, found) if n != name))
        for name, some in found.items()
    }
    return {name: some for name, some in whole.items() if some}


def _with_state(name: str, other: str) -> bool:
    """True for the fuller of two names of one body: the army, the army of the republic."""
    return name != other and same_speaker(name, other) and not speaker(name).state


def _further(names: Sequence[str], found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Some names, each with what that name stands for: the ministry for which a person speaks, and
    whose ministry it is.
    """
    for name in names:
        yield name
        yield from found.get(name, ())


def _country(reading: Reading) -> str | None:
    """The name of the one country whose places, people and bodies a dispatch speaks of: its
    "defence ministry" is that country's.
    """
    codes = {p.country for p in (*reading.origin, *reading.places) if p.country}
    named = (speaker(n.canonical).state for n in _bodies(reading.names))
    codes |= {code.upper() for code in named if code} - _OF_MANY
    return state_name(codes.pop()) if len(codes) == 1 else None


def _home(reading: Reading) -> str | None:
    """The name of the country from whose capital a dispatch is dated."""
    seats = {p.country for p in reading.origin if p.feature == "PPLC" and p.country}
    others = {p.country for p in reading.origin if p.country} - seats
    return state_name(seats.pop()) if len(seats) == 1 and not others else None


_OF_THE_SEAT = frozenset(("defence", "foreign", "interior", "army", "staff"))


def _of_the_seat(name: str) -> bool:
    """True for a ministry of war or state, or an army, of no named country: where it is dated from,
    it is that country's. Others may be of the war that is told of.
    """
    known = speaker(name)
    return (
        known.state is None
        and known.surname is None
        and bool(_OF_THE_SEAT & set(known.key.split()))
    )


_OF_MANY = frozenset(("UN", "EU"))


_OWNED = re.compile(r"\w[\w ]{2,30}['’]s [\w ]{3,50}|(?:the )?(?:UN|U\.N\.|EU) [\w ]{3,50}")


def _owned(one: Statement) -> Iterator[str]:
    """A speaker's words if they say whose it is, and the name does not: Russia's ministry."""
    words = " ".join(one.source.text.split()) if one.source else ""
    if one.source_name and words.endswith(one.source_name) and _OWNED.fullmatch(words):
        yield words


def _bodies(names: Sequence[Name]) -> Iterator[Name]:
    return (n for n in names if n.kind in ("organisation", "group"))


def _body(text: str, one: Statement, names: Sequence[Name]) -> Iterator[str]:
    """The body that a person is said to speak for, beside the name or in its title."""
    source = one.source.span if one.source else Span(0, 0)
    for name in _bodies(names):
        if source.start - _AHEAD <= name.span.start <= source.end + _AFTER:
            before = " ".join(
                text[max(source.start, name.span.start - 60) : name.span.start].split()
            )
            near = "." not in text[source.end : max(source.end, name.span.start)]
            if near and _SPOKEN_FOR.search(f"{before} ") and name.span.start > source.start:
                yield name.canonical
    of = f"{one.source_name} of "
    if one.source and one.source.text.startswith(of):
        yield " ".join(one.source.text[len(of) :].split())
    if one.source and _tells_side(title := _title(one)):
        yield title
    titled = _SPOKESMAN.match(" ".join(text[source.start : source.end].split()))
    if titled:
        yield _fullest(titled[1], names)


_FOR = re.compile(
    r",? (?:an? |the |its )?(?:[\w-]+ ){0,3}(?:spokes\w+|commander|porte-parole)"
    r" (?:for|of|de|du) (?:the )?"
    r"([^,.;:\"\u201c\u201d()]{3,50})",
    re.IGNORECASE,
)


def _speaks_for(text: str, one: Statement) -> Iterator[str]:
    """The side of a war for which somebody is said to speak, right behind the name: "X, a spokesman
    for the government's forces".
    """
    if one.source is None or bodies(one.source_name or ""):
        return
    name = one.source_name or ""
    at = text.find(name, one.source.span.start)
    found = _FOR.match(text, at + len(name)) if at >= 0 else None
    if found and side(found[1]) is not None:
        yield " ".join(found[1].split())


def _tells_side(title: str) -> bool:
    """True for "Wagner chief", which says for whom somebody speaks, not only of what people."""
    return " " in title and side(title) is not None


def _title(one: Statement) -> str:
    """What stands before a person's name: "Wagner Group financier"; empty if nothing does."""
    if bodies(one.source_name or ""):
        return ""
    words = " ".join(one.source.text.split()) if one.source else ""
    name = one.source_name or ""
    return words.removesuffix(name).strip(" ,") if words.endswith(name) else ""


def _fullest(words: str, names: Sequence[Name]) -> str:
    """The one body of a dispatch whose name ends in some words; else the words."""
    last = plain(words).split()[-1]
    whole = {n.canonical for n in _bodies(names) if last in plain(n.canonical).split()}
    return whole.pop() if len(whole) == 1 else words


def _in_full(name: str, names: Sequence[Name]) -> Iterator[str]:
    """The full name of which a short form is one word: the Observatory."""
    word = plain(name)
    if " " in word or not name[:1].isupper():
        return
    whole = {n.canonical for n in _bodies(names) if word in plain(n.canonical).split()[0:]} - {name}
    if len(whole) == 1:
        yield whole.pop()


def _office(name: str, names: Sequence[Name]) -> Iterator[str]:
    """The person who holds an office that is spoken of without a name, or the office of a person:
    one of each in the dispatch.
    """
    titled = {n.canonical: n.role for n in names if n.kind == "person" and n.role}
    words = plain(name).split()
    if name in titled:
        if _OFFICES & set(plain(titled[name]).split()) or _tells_side(titled[name]):
            yield titled[name]
        return
    office = _OFFICES & set(words)
    if not office or any(n.kind == "person" and plain(n.canonical) in plain(name) for n in names):
        return
    holders = {who for who, role in titled.items() if office & set(plain(role).split())}
    if len(holders) == 1:
        yield holders.pop()


def _named_later(
    one: Statement, after: Sequence[Statement], text: str, reading: Reading
) -> Iterator[str]:
    """The organisation that is first only described: by a word of both, as what watches a war, or
    as the only one that speaks.
    """
    source, name = one.source, one.source_name
    if source is None or name is None or not _DESCRIBED.match(source.text):
        return
    words = plain(name).split()
    if words[-1] not in _GROUPS or any(w[:1].isupper() for w in name.split()):
        return
    speaking = [s.source_name for s in after if s.source_name and bodies(s.source_name)]
    speaking += [n for s in after for n in _body(text, s, reading.names)]
    known = dict.fromkeys(n for n in speaking if n and n[:1].isupper() and not _of_state(n))
    fits = [n for n in known if _fits(words, n)]
    yield from fits[:1] or (list(known) if len(known) == 1 else [])


def _of_state(name: str) -> bool:
    return not _OF_A_STATE.isdisjoint(speaker(name).key.split())


_OF_A_STATE = frozenset(("ministry", "army", "government", "police"))
_OF_EVERY_STATE = frozenset(("ministry", "government", "prosecutor", "prosecutors", "presidency"))


def _of_the_country(name: str) -> bool:
    """True for a body of which every state has one: a ministry, "the army", but no army by name."""
    key = speaker(name).key
    return key in ("army", "police") or not _OF_EVERY_STATE.isdisjoint(key.split())


def _fits(words: Sequence[str], name: str) -> bool:
    """True if a description and a name share a word, or one watches and the other is so called."""
    others = plain(name).replace("'", " ").split()
    if any(w[:5] == o[:5] for w in words[:-1] for o in others if len(w) > 4):
        return True
    watches = bool({"monitor", "monitors", "monitoring", "watchdog"} & set(words))
    return watches and not _WATCHING.isdisjoint(others)
