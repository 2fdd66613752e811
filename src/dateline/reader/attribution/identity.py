"""Who a source is: the name that the dispatch itself gives to a pronoun, a surname or a title."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dateline.reader import lexicon_files
from dateline.reader.attribution.grid import Grid
from dateline.reader.attribution.heads import SUBJECTS
from dateline.reader.attribution.sources import extent
from dateline.reader.attribution.words import roles, speakers
from dateline.records import Name

HE = frozenset(("he", "him", "his", "il", "lui"))
SHE = frozenset(("she", "her", "hers", "elle"))
FRENCH = frozenset(("il", "elle", "lui"))
THEY = frozenset(("they", "them", "their", "it", "its", "ils", "elles", "eux"))
MANY = frozenset(("they", "them", "their", "ils", "elles", "eux"))
PLURAL = frozenset(("NNS", "NNPS"))
SELF = frozenset(("i", "me", "my", "we", "us", "our", "je", "j'", "j’", "nous", "moi"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose", "qui", "lequel", "laquelle"))
DEFINITE = frozenset(("the", "this", "that", "le", "la", "les", "l'", "l’", "ce", "cet", "cette"))
MALE = frozenset(("mr.", "mr", "sir", "king", "prince", "father", "spokesman", "businessman",
                  "chairman", "congressman", "m.", "monsieur", "actor", "brother"))  # fmt: skip
FEMALE = frozenset(("mrs.", "mrs", "ms.", "ms", "miss", "madame", "mme", "queen", "princess",
                    "mother", "spokeswoman", "businesswoman", "congresswoman", "chairwoman",
                    "actress", "widow", "sister"))  # fmt: skip
LINKS = frozenset(("of", "for", "the", "a", "and", "to", "in", "on", "de", "du", "des", "la", "le",
                   "les", "d'", "d’", "l'", "l’", "'s", "’s", "-", "at", "former"))  # fmt: skip
PAPERS = frozenset(("statement", "communique", "communiqué", "release", "message", "announcement"))
SPOKEN = 2.5  # weight of the trace that a speaker leaves
QUOTED = 1.0  # ... who speaks in what another says
REACH = 6  # sentences back in which a pronoun's person is looked for
SPACES = re.compile(r"\s+")
PREPOSITION = re.compile(r"\s(?:of|for|to|in|at|on|de|du|des|d['’])\b")


@cache
def given_names() -> dict[str, str]:
    """Gender (``m``, ``f``) by given name."""
    return {
        name: row[0] for row in lexicon_files.rows("given_names.tsv") for name in row[1].split()
    }


@dataclass(slots=True)
class Trace:
    """One more trace of somebody: where, in which sentence, how prominent (higher is more)."""

    token: int
    sent: int
    name: str
    kind: str
    weight: float


@dataclass(slots=True)
class Cast:
    """Everybody whom a text names, and what it has said of them so far.

    ``traces`` by sentence; ``roles``: where, in what words and of whom, by each word of them;
    ``offices``: the same words by name.
    """

    grid: Grid
    names: tuple[Name, ...]
    starts: list[int]
    traces: dict[int, list[Trace]] = field(default_factory=dict)
    roles: dict[str, list[tuple[int, frozenset[str], str]]] = field(default_factory=dict)
    offices: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def _prominence(grid: Grid, k: int) -> float:
    """Subjects of main clauses come to mind first, names in quotations last."""
    weight = 0.0
    while grid.dep[k] in ("compound", "flat", "flat:name", "poss", "nmod") and grid.head[k] != k:
        weight -= 1.0 if grid.dep[k] == "poss" else 0.0
        k = grid.head[k]
    if grid.dep[k] == "appos":
        k = grid.head[k]
    if grid.dep[k] in SUBJECTS:
        weight += 2.0 if grid.dep[grid.head[k]] in ("ROOT", "ccomp", "conj") else 1.0
    return weight - (1.5 if grid.quote[k] >= 0 else 0.0)


def _gender(grid: Grid, first: int, name: str, role: str | None) -> str:
    """``m``, ``f`` or nothing, by courtesy title, office or given name."""
    signs = {grid.word[first - 1] if first else "", *(role or "").casefold().split()}
    if signs & FEMALE:
        return "f"
    if signs & MALE:
        return "m"
    return given_names().get(name.split(maxsplit=1)[0].casefold(), "") if " " in name else ""


@lru_cache(maxsize=20_000)
def _contents(text: str) -> frozenset[str]:
    return frozenset(w for w in SPACES.split(text.casefold().strip()) if w and w not in LINKS)


@lru_cache(maxsize=20_000)
def _leading(words: str) -> tuple[str, ...]:
    """The words before the first preposition: "spokesman" for the ministry."""
    return tuple(sorted(_contents(PREPOSITION.split(words.casefold(), maxsplit=1)[0])))


def _entitle(who: Cast, token: int, words: str, name: str) -> None:
    """Remember in what words the text speaks of somebody at a token."""
    known = _contents(words)
    who.offices.setdefault(name, set()).update(known)
    for word in _leading(words):
        who.roles.setdefault(word, []).append((token, known, name))


def cast(grid: Grid, names: tuple[Name, ...]) -> Cast:
    """The people and bodies of a text, by its names."""
    made = Cast(grid, names, [n.span.start for n in names])
    for name in names:
        first = bisect_left(grid.start, name.span.start)
        last = bisect_left(grid.start, name.span.end) - 1
        if not 0 <= first <= last < len(grid.word):
            continue
        k = first
        if last > first:
            k = next((i for i in range(k, last + 1) if not k <= grid.head[i] <= last), k)
        trace = Trace(k, grid.sent[k], name.canonical, name.kind, _prominence(grid, k))
        made.traces.setdefault(trace.sent, []).append(trace)
        made.kinds.setdefault(name.canonical, name.kind)
        if name.role:
            _entitle(made, k, name.role, name.canonical)
        if name.kind in ("organisation", "group"):
            _entitle(made, k, name.canonical, name.canonical)
        if name.kind == "person" and not made.genders.get(name.canonical):
            made.genders[name.canonical] = _gender(grid, first, name.canonical, name.role)
    return made


def office(who: Cast, name: str | None) -> set[str]:
    """The words by which the text tells the office of somebody named."""
    return who.offices.get(name or "", set())


def note(who: Cast, token: int, name: str, kind: str, weight: float) -> None:
    """Somebody has just spoken: a pronoun that follows is likely theirs. Tokens need not ascend."""
    sent = who.grid.sent[token]
    who.traces.setdefault(sent, []).append(Trace(token, sent, name, kind, weight))
    if kind == "described" and " " in name:
        _entitle(who, token, name, name)


def _named(who: Cast, first: int, last: int) -> Name | None:
    """The first name that begins within some tokens, or runs into them."""
    start, end = who.grid.chars(first, last)
    at = bisect_left(who.starts, start)
    if at < len(who.names) and who.names[at].span.start < end:
        return who.names[at]
    before = at - 1
    if before >= 0 and who.names[before].span.end > start:
        return who.names[before]
    return None


def _antecedent(who: Cast, token: int, kinds: frozenset[str], gender: str) -> str | None:
    """The most prominent recent trace before a pronoun that it may stand for."""
    sent = who.grid.sent[token]
    best: tuple[float, int, str] | None = None
    near = (t for n in range(sent - REACH, sent + 1) for t in who.traces.get(n, ()))
    for trace in near:
        if trace.token >= token or trace.kind not in kinds:
            continue
        if gender and who.genders.get(trace.name, gender) not in (gender, ""):
            continue
        known = 0.5 if gender and who.genders.get(trace.name) == gender else 0.0
        rank = (trace.weight + known - 1.2 * (sent - trace.sent), trace.token, trace.name)
        best = max(best, rank) if best else rank
    return best[2] if best else None


def _described(who: Cast, token: int, wanted: frozenset[str], head: str) -> str | None:
    """Whom a title fits: the last named holder before it, else the next one after it."""
    fitting = [(at, name) for at, words, name in who.roles.get(head, ()) if wanted <= words]
    before = [one for one in fitting if one[0] < token]
    if before:
        return max(before)[1]
    return min(fitting)[1] if fitting else None


def phrase(grid: Grid, k: int) -> str:
    """A noun phrase as a name: its words without article, apposition or relative clause."""
    first, last = extent(grid, k)
    for c in grid.kids[k]:
        if c > k and grid.dep[c] in ("appos", "relcl", "acl", "acl:relcl") and grid.left[c] <= last:
            last = max(k, grid.left[c] - 1)
    while last > k and grid.pos[last] in ("PUNCT", "SPACE", "CCONJ", "SCONJ"):
        last -= 1
    while first < last and (
        grid.pos[first] in ("DET", "PUNCT", "SPACE") or grid.word[first] in DEFINITE
    ):
        first += 1
    return SPACES.sub(" ", grid.text[grid.start[first] : grid.end[last]])


def _unnamed(who: Cast, k: int) -> str | None:
    """The speaker without a name whom "he" or "elle" means, where nobody is named: "an officer",
    "la présidence".
    """
    name = _last_speaker(who, k)
    if name is None or who.grid.word[k] in FRENCH:
        return name
    head = PREPOSITION.split(name.casefold(), maxsplit=1)[0].split()[-1]
    return name if head.removesuffix("s") in roles() else None


def _subject_before(who: Cast, k: int) -> int | None:
    """The people that the sentence before is about, in its own paragraph: of "The rebels blew up a
    bridge. They announced ..." the rebels, whoever spoke last. Null for a body in the singular.
    """
    grid = who.grid
    first = bisect_left(grid.sent, grid.sent[k])
    start = bisect_left(grid.sent, grid.sent[k] - 1)
    if start == first or "\n\n" in grid.text[grid.start[start] : grid.start[k]].rstrip():
        return None
    found = [
        i
        for i in range(start, first)
        if grid.dep[i] in SUBJECTS and grid.dep[grid.head[i]] == "ROOT" and grid.tag[i] in PLURAL
    ]
    if len(found) != 1 or grid.quote[found[0]] >= 0:
        return None
    human = speakers() & {grid.word[found[0]], grid.lemma[found[0]]}
    return found[0] if human else None


def _state_before(who: Cast, k: int) -> int | None:
    """The state or the body that the sentence before is about: "Russia has given its first figures.
    It says ..."; None if it is about anything else.
    """
    grid = who.grid
    first = bisect_left(grid.sent, grid.sent[k])
    start = bisect_left(grid.sent, grid.sent[k] - 1)
    if start == first or "\n\n" in grid.text[grid.start[start] : grid.start[k]].rstrip():
        return None
    found = [
        i
        for i in range(start, first)
        if grid.dep[i] in SUBJECTS and grid.dep[grid.head[i]] == "ROOT" and grid.quote[i] < 0
    ]
    told = found[:1] if len(found) == 1 else []
    speaks = (i for i in told if grid.ent[i] in ("GPE", "ORG") or grid.lemma[i] in speakers())
    return next(speaks, None)


def _pronoun(who: Cast, k: int) -> str | None:
    """Whom a pronoun means."""
    grid, word = who.grid, who.grid.word[k]
    if word in RELATIVE:
        verb = grid.head[k]
        for _ in range(4):
            if grid.dep[verb] in ("relcl", "acl:relcl", "acl"):
                return identify(who, grid.head[verb])
            verb = grid.head[verb]
        return None
    if word in HE | SHE:
        person = _antecedent(who, k, frozenset(("person",)), "m" if word in HE else "f")
        return person or _unnamed(who, k)
    if word in THEY:
        told = _subject_before(who, k) if word in MANY else None
        if told is not None:
            return identify(who, told)
        body = _antecedent(who, k, frozenset(("organisation", "group", "described")), "")
        state = _state_before(who, k) if body is None and word in ("it", "they") else None
        return identify(who, state) if state is not None else body
    return None


def _apposed(grid: Grid, k: int) -> list[int]:
    """Names set beside a noun, or beside the noun after its "of" ("one of its residents, Ana")."""
    near = [k, *(g for c in grid.kids[k] if grid.word[c] == "of" for g in grid.kids[c])]
    return [
        c
        for n in near
        for c in grid.kids[n]
        if grid.dep[c] in ("appos", "flat", "flat:name", "nmod")
        and (grid.ent[c] or grid.pos[c] == "PROPN")
    ]


def _by_name(who: Cast, k: int) -> Name | None:
    """The name in a noun phrase that names its head: the head itself, or title and apposition."""
    grid = who.grid
    start = grid.start[k]
    at = bisect_right(who.starts, start) - 1
    if at >= 0 and who.names[at].span.start <= start < who.names[at].span.end:
        return who.names[at]
    for c in _apposed(grid, k):
        named = _named(who, c, c)
        if named and named.kind in ("person", "organisation"):
            return named
    first, last = extent(grid, k)
    at = bisect_left(who.starts, grid.start[first])
    while at < len(who.names) and who.names[at].span.end <= grid.end[last]:
        if who.names[at].kind == "person" and who.names[at].role:
            title = _contents(who.names[at].role or "")
            if grid.word[k] in title:
                return who.names[at]
        at += 1
    return None


def _last_speaker(who: Cast, k: int) -> str | None:
    """Who has spoken last before a token: "the statement" is theirs."""
    sent = who.grid.sent[k]
    near = (t for n in range(sent - REACH, sent + 1) for t in who.traces.get(n, ()))
    spoken = [t for t in near if t.weight == SPOKEN and t.token < k]
    return max(spoken, key=lambda t: t.token).name if spoken else None


def identify(who: Cast, k: int) -> str | None:
    """The name of the source whose head is at a token, as far as the text tells."""
    grid = who.grid
    named = _by_name(who, k)
    if named and named.kind != "group":
        return named.canonical
    if grid.pos[k] == "PRON":
        return _pronoun(who, k)
    words = phrase(grid, k)
    definite = grid.word[grid.left[k]] in DEFINITE
    if definite and grid.lemma[k] in PAPERS and " " not in words:
        return _last_speaker(who, k) or words
    if definite and not named:
        return _described(who, k, _contents(words), grid.word[k]) or words
    return words
