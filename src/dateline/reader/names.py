"""Names of persons, organisations and groups, their fullest form in the dispatch and their roles.

The model's entities, repaired: kinds corrected by the gazetteer's places, titles taken off, stray
surnames added, shorter forms joined to the longer.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from dateline.reader.attribution.words import roles, titles
from dateline.reader.page import Found, Page
from dateline.reader.parse import Phrase, Token
from dateline.reader.toponyms_within import AND
from dateline.records import Name, Place
from dateline.records.vocabulary import NameKind

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "NORP": "group",
    "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
ARTICLES = frozenset(("the", "a", "an", "le", "la", "les", "l'", "l’", "un", "une"))
TAILS = frozenset(("'s", "’s", "'", "’", ",", ".", "-", "--", ":", '"', "”", "“", ")", "("))
COURTESY = frozenset(("mr.", "mrs.", "ms.", "mr", "mrs", "ms", "miss", "dr.", "dr", "m.", "mme",
                      "sir", "lord", "lady", "madame", "monsieur"))  # fmt: skip
SKIPPED = ARTICLES | COURTESY
SPACES = re.compile(r"\s+")


BROADCASTERS = frozenset(("radio", "television", "tv", "channel"))


@cache
def _titled() -> frozenset[str]:
    """Words that stand before a person's name."""
    return roles() | titles()


@dataclass(slots=True)
class Mention:
    """A name in the parse: tokens ``first`` to ``last``, its words without title or article."""

    first: int
    last: int
    kind: NameKind
    words: tuple[str, ...]
    head: Token
    full: str
    role: str | None = None
    canonical: str = ""


def _bounds(ent: Phrase) -> tuple[int, int]:
    """An entity's tokens without article, courtesy title, possessive and what follows a break."""
    tokens, first, last = ent.doc.tokens, ent.start, ent.end - 1
    for i in range(first, last + 1):
        if tokens[i].is_space or "\n" in tokens[i].text:
            last = i - 1
            break
    while first < last and tokens[first].lower_ in SKIPPED:
        first += 1
    while last >= first and tokens[last].text in TAILS:
        last -= 1
    return first, last


def _widened(ent: Phrase, first: int) -> int:
    """The start of a body's name whose first words the model left out ("Action Alliance")."""
    doc = ent.doc
    while (
        first
        and doc[first - 1].pos_ == "PROPN"
        and doc[first - 1].dep_ in ("compound", "nmod", "amod")
        and first <= doc[first - 1].head.i < ent.end
        and not doc[first - 1].ent_type_
    ):
        first -= 1
    return first


def _doubled(ent: Phrase, first: int) -> int:
    """The start of a person's name in English copy of which the model has only what follows "y":
    ``Teresa Olmedo y Damas``.
    """
    doc = ent.doc
    if doc.lang_ == "fr" or first < 2 or doc[first - 1].text not in AND:
        return first
    if not doc[first - 2].text[:1].isupper():
        return first
    first -= 2
    while first and doc[first - 1].ent_type_ == "PERSON" and not doc[first - 1].is_space:
        first -= 1
    return first


def _title_end(doc_words: list[str], known: frozenset[str]) -> int:
    """How many leading words of a person's name are titles ("President", "Col.")."""
    n = 0
    while n < len(doc_words) - 1 and doc_words[n].casefold().rstrip(".") in known:
        n += 1
    return n


def _mention(ent: Phrase, places: dict[int, Place]) -> Mention | None:
    """A repaired entity, or nothing if little speaks for a name."""
    kind = KINDS.get(ent.label_)
    if kind is None:
        return None
    first, last = _bounds(ent)
    if last < first:
        return None
    doc, tokens = ent.doc, ent.doc.tokens
    if kind == "person" and first == last and tokens[first].pos_ not in ("PROPN", "X"):
        return None
    place = places.get(tokens[first].idx)
    end = tokens[last].idx + len(tokens[last])
    if place and place.span.end == end and kind in ("person", "organisation"):
        kind = "place"
    if kind == "person" and tokens[first].lower_ in BROADCASTERS:
        kind = "organisation"
    title = ""
    if kind == "organisation":
        first = _widened(ent, first)
    if kind == "person":
        first = _doubled(ent, first)
        n = _title_end([t.text for t in tokens[first : last + 1]], _titled())
        title = doc[first : first + n].text
        first += n
    words, phrase = tuple([t.text for t in tokens[first : last + 1]]), doc[first : last + 1]
    whole = SPACES.sub(" ", phrase.text)
    found = Mention(first, last, kind, words, phrase.root, whole)
    found.role = title or None
    if kind == "place":
        found.canonical = place.name if place and place.span.end == end else whole
    return found


def _plain(tokens: list[Token]) -> str | None:
    """Tokens as a role, without article and loose marks; null if they name no office."""
    while tokens and (tokens[0].lower_ in ARTICLES or tokens[0].pos_ in ("DET", "PUNCT", "PRON")):
        tokens = tokens[1:]
    while tokens and tokens[-1].pos_ in ("PUNCT", "SPACE", "CCONJ"):
        tokens = tokens[:-1]
    if not 0 < len(tokens) <= 12:
        return None
    if not any(t.lower_ in roles() or t.lemma_.lower() in roles() for t in tokens):
        return None
    doc = tokens[0].doc
    return SPACES.sub(" ", doc[tokens[0].i : tokens[-1].i + 1].text)


def _noun_phrase(head: Token, stop: int) -> list[Token]:
    """A noun's phrase from its left edge up to a token number, relative clauses left out."""
    end = stop
    for child in head.children:
        if (
            child.dep_ in ("relcl", "appos", "acl", "advcl", "conj", "acl:relcl")
            and child.i > head.i
        ):
            end = min(end, child.left_edge.i)
    return list(head.doc[head.left_edge.i : end])


def _role(found: Mention) -> str | None:
    """The office that the words around a person's name give: before it, or in apposition."""
    head, doc = found.head, found.head.doc
    if head.left_edge.i < found.first:
        before = _plain(list(doc[head.left_edge.i : found.first]))
        if before:
            return before
    if head.dep_ in ("appos", "pobj") and head.head.i < found.first:
        noun = head.head.head if head.dep_ == "pobj" else head.head
        near = doc[found.first - 1].pos_ in ("NOUN", "PROPN") or head.dep_ == "appos"
        if near and noun.pos_ in ("NOUN", "PROPN") and found.first - noun.i < 14:
            before = _plain(_noun_phrase(noun, found.first))
            if before:
                return before
    for child in head.children:
        if child.dep_ == "appos" and child.i > found.last and child.pos_ in ("NOUN", "PROPN"):
            return _plain(_noun_phrase(child, child.right_edge.i + 1))
    return None


def _surnames(mentions: list[Mention]) -> set[str]:
    return {m.words[-1] for m in mentions if m.kind == "person" and len(m.words) > 1}


def _apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions but for the first half of a double name, which the next takes in."""
    return [
        m for m, after in zip_longest(mentions, mentions[1:]) if not after or m.last < after.first
    ]


def _strays(page: Page, mentions: list[Mention], surnames: set[str]) -> list[Mention]:
    """Surnames of known persons, and acronyms met before, where the model saw no entity."""
    bodies = [m for m in mentions if m.kind == "organisation"]
    acronyms = {m.full for m in bodies if m.full.isupper()}
    acronyms |= {short for m in bodies for short in _acronym_after(m)}
    if not surnames and not acronyms:
        return []
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    wanted, pos = acronyms | surnames, page.table.pos
    return [
        Mention(i, i, "person" if w in surnames else "organisation", (w,), page.doc[i], w)
        for i, w in enumerate(page.table.words)
        if w in wanted and i not in taken and (w in acronyms or pos[i] == "PROPN")
    ]


def _fuller(words: tuple[str, ...], known: dict[str, Mention]) -> Mention | None:
    """A longer name met that ends in these words ("Rosa Chavez" of "Gregorio Rosa Chavez")."""
    other = known.get(words[-1].casefold())
    if other and len(other.words) > len(words) and other.words[-len(words) :] == words:
        return other
    return None


def _join_persons(mentions: list[Mention]) -> None:
    """A bare surname or given name stands for the last full name before it, else the next."""
    persons = [m for m in mentions if m.kind == "person"]
    later: dict[str, Mention] = {}
    for m in reversed(persons):
        if len(m.words) > 1 and not _fuller(m.words, later):
            later |= dict.fromkeys((w.casefold() for w in m.words), m)
    earlier: dict[str, Mention] = {}
    for m in persons:
        key = m.words[-1].casefold()
        if len(m.words) == 1:
            full = earlier.get(key) or later.get(key) or m
        else:
            full = _fuller(m.words, earlier) or _fuller(m.words, later) or m
            known = earlier.get(key)
            if known and known.words[0] == m.words[0] and len(known.words) > len(m.words):
                full = known
            earlier |= dict.fromkeys((w.casefold() for w in full.words), full)
        m.canonical = full.full


def _acronym_after(m: Mention) -> tuple[str, ...]:
    """The acronym in brackets after a body's name, if there is one."""
    after = m.head.doc[m.last + 1 : m.last + 4]
    if len(after) == 3 and after[0].text in ("(", "[") and after[2].text in (")", "]"):
        return (after[1].text,) if after[1].text.isupper() else ()
    return ()


def _initials(words: tuple[str, ...]) -> str:
    return "".join(w[0] for w in words if w[:1].isupper())


def _join_organisations(mentions: list[Mention]) -> None:
    """An acronym stands for the full name with those initials, an ending for the longer name."""
    longest: dict[str, str] = {}
    bodies = [m for m in mentions if m.kind in ("organisation", "group")]
    for m in bodies:
        longest |= dict.fromkeys(_acronym_after(m), m.full)
    for m in bodies:
        if len(m.words) > 1:
            initials = _initials(m.words)
            if len(initials) > 1 and len(longest.get(initials, "")) < len(m.full):
                longest[initials] = m.full
    for m in bodies:
        short = len(m.words) == 1
        m.canonical = longest.get(m.full.replace(".", ""), m.full) if short else m.full


def _name(page: Page, m: Mention) -> Name:
    starts, sizes = page.table.starts, page.table.sizes
    words = page.words(starts[m.first], starts[m.last] + sizes[m.last])
    return Name(words.span, words.text, m.kind, m.canonical, m.role)


def find(page: Page, found: Found) -> tuple[Name, ...]:
    """The names of a dispatch in text order."""
    places = {p.span.start: p for p in found.get("places", ())}
    mentions = _apart([m for ent in page.doc.ents if (m := _mention(ent, places))])
    surnames = _surnames(mentions)
    for m in mentions:
        if m.kind != "person" and m.full in surnames and m.head.doc[m.first].idx not in places:
            m.kind, m.canonical = "person", ""
    mentions = sorted([*mentions, *_strays(page, mentions, surnames)], key=lambda m: m.first)
    for m in mentions:
        if m.kind == "person":
            m.role = _role(m) or m.role
    _join_persons(mentions)
    _join_organisations(mentions)
    return tuple(_name(page, m) for m in mentions)
