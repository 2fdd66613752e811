"""What earlier steps found, asked by token: which place, date, name or statement stands there."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from dateline.reader import gazetteer, peoples
from dateline.reader.clause_parts import plain, words_of
from dateline.reader.event_arguments import AT, OF, UPON, Arguments, of_joined
from dateline.reader.openings import opens_before
from dateline.reader.page import Found, Page
from dateline.reader.parse import Token
from dateline.records import Name, Place, Span, Statement, When

FROM_THERE = re.compile(
    r"(?:\b(?:km|kms|kilomet(?:er|re)s?|miles?)\b[^.,;]{0,30}\b(?:of|from|de)|\b(?:from|toward|towards|for))"
    r"\s+(?:the )?$",
    re.IGNORECASE,
)  # "850 km north of Bogota" is not in Bogota
LOOK_BACK = 60
DEAD = frozenset(("dead",))  # "shot dead two guards"
LONGEST_NAME = 12  # words; a longer phrase is no name of an actor
PRONOUNS = frozenset({"PRON", "DET", "NUM", "SPACE", "PUNCT"})
UNDATED = frozenset({"duration", "set", "present", "vague"})


class Index:
    """Findings of a page by position."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page = page
        self.lemmas = page.table.folded
        text = page.view.text
        self._places = {p.span.start: p for p in found["places"]}
        self._away = {
            start
            for start in self._places
            if FROM_THERE.search(text[max(0, start - LOOK_BACK) : start])
        }
        self._starts = sorted(self._places)
        self._relative: tuple[Place, ...] = found["relative"]
        self._names: list[Name] = sorted(found["names"], key=lambda n: n.span)
        self._name_starts = [n.span.start for n in self._names]
        self._dates: defaultdict[int, list[When]] = defaultdict(list)
        for date in found["dates"]:
            if date.precision not in UNDATED and date.start is not None:
                sentence = page.sentence_at(date.span.start)
                if sentence:
                    self._dates[sentence.span.start].append(date)
        self._contents: list[tuple[int, int, Statement]] = sorted(
            ((c.span.start, c.span.end, s) for s in found["statements"] for c in s.content),
            key=lambda row: (row[0], -row[1]),
        )
        self._content_starts = [row[0] for row in self._contents]

    def text(self, span: Span) -> str:
        """The dispatch's words."""
        return self._page.dispatch.text[span.start : span.end]

    def is_masked(self, token: Token) -> bool:
        """True for a word that is not read."""
        return any(m.span.start <= token.idx < m.span.end for m in self._page.dispatch.masks)

    def place_at(self, token: Token) -> Place | None:
        """The place whose name a token is in."""
        at = bisect_right(self._starts, token.idx) - 1
        place = self._places[self._starts[at]] if at >= 0 else None
        return place if place and token.idx < place.span.end else None

    def is_person(self, token: Token) -> bool:
        """True inside a person's name."""
        name = self._name_at(token)
        return name is not None and name.kind == "person"

    def nearest_place(self, args: Arguments, *, wide: bool, struck: bool = False) -> Place | None:
        """Where it happened: under a preposition of place, else the object, else (if ``wide``) the
        only place of the sentence. ``struck``: also what it is done against ("strikes on Homs").
        """
        inner = of_joined(args.object)
        if wide:
            inner += tuple(pair for _, n in args.joined for pair in _inner(n))
        spots = AT | UPON if struck else AT
        under = [self._there(n) for word, n in (*args.joined, *inner) if word in spots]
        held = [self._there(args.object)] if args.object is not None else []
        for place in (*under, *held):
            if place and self._is_scene(place):
                return place
        sentence = self._page.sentence_at(args.trigger.idx)
        if sentence is None or not wide:
            return None
        low = bisect_left(self._starts, sentence.span.start)
        high = bisect_left(self._starts, sentence.span.end)
        inside = [self._places[s] for s in self._starts[low:high]]
        around = {area for p in inside for area in p.within}
        here = [p for p in inside if self._is_scene(p) and p.geonameid not in around]
        if not here:  # nothing is named but how far from something it was
            here = [p for p in self._relative if sentence.span.contains(p.span)]
        return here[0] if len({p.geonameid or p.name for p in here}) == 1 else None

    def _there(self, token: Token) -> Place | None:
        """The place that a noun is, or whose town it is ("the city of Kharkiv")."""
        own = self.place_at(token)
        if own is not None:
            return own
        of = (self.place_at(n) for word, n in of_joined(token) if word in OF)
        return next((place for place in of if place), None)

    def owners(self, noun: Token) -> tuple[str, ...]:
        """Whose a weapon or attack is by the word before it: a people's country, or a name."""
        for child in noun.children:
            if child.i > noun.i and child.dep_ != "amod":
                continue
            iso = peoples.words().get(child.lower_) or peoples.words().get(child.lemma_.lower())
            country = gazetteer.country_name(iso) if iso else None
            if country:
                return (country,)
            named = child.dep_ in ("compound", "poss", "nmod") and child.pos_ == "PROPN"
            if named and self.place_at(child) is None and (name := self._name_at(child)):
                return (name.canonical,)
        return ()

    def _is_scene(self, place: Place) -> bool:
        """True unless it stands for a government, or things are only so far from it."""
        return place.role == "location" and place.span.start not in self._away

    def nearest_date(self, token: Token) -> When | None:
        """The date in the sentence that stands nearest to a token, but none of an opening
        "after ..." for what follows that.
        """
        sentence = self._page.sentence_at(token.idx)
        dates = self._dates.get(sentence.span.start, []) if sentence else []
        if sentence and dates:
            own = Span(token.idx, token.idx + len(token))
            if not opens_before(self._page, sentence.span, own):
                dates = [d for d in dates if not opens_before(self._page, sentence.span, d.span)]
        return min(dates, key=lambda d: (abs(d.span.start - token.idx), d.span), default=None)

    def statement_at(self, token: Token) -> Statement | None:
        """The innermost statement whose content has the token."""
        at = bisect_right(self._content_starts, token.idx)
        for start, end, said in reversed(self._contents[max(0, at - 6) : at]):
            if start <= token.idx < end:
                return said
        return None

    def _name_at(self, token: Token) -> Name | None:
        at = bisect_right(self._name_starts, token.idx) - 1
        name = self._names[at] if at >= 0 else None
        return name if name and token.idx < name.span.end else None

    def _is_dated(self, token: Token) -> bool:
        """True inside a date's words."""
        sentence = self._page.sentence_at(token.idx)
        dates = self._dates.get(sentence.span.start, []) if sentence else []
        return any(d.span.start <= token.idx < d.span.end for d in dates)

    def names(self, head: Token | None) -> tuple[str, ...]:
        """What a phrase names: the fullest form of a name, else the phrase in plain words; those
        joined to it by "and" too.
        """
        if head is None or self._is_dated(head):
            return ()
        joined = [c for c in head.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN")]
        own = self._name_at(head)
        if head.pos_ == "NUM" and (whole := _whole(head)) is not None:
            return (plain([t for t in head.subtree if t.i <= whole.right_edge.i]),)
        if own is not None:
            first = own.canonical
        elif head.pos_ in PRONOUNS:
            first = ""
        else:
            left = {t.i for c in (*joined, *_clauses(head), *_asides(head)) for t in c.subtree}
            left |= {t.i for t in head.subtree if self._is_dated(t) or t.lower_ in DEAD}
            words = words_of(head, left | {c.i for c in head.children if c.dep_ in ("cc", "case")})
            first = words if len(words.split()) <= LONGEST_NAME else head.text
        rest = [name for other in joined for name in self.names(other)]
        return tuple(dict.fromkeys(name for name in (first, *rest) if name))


def _inner(noun: Token) -> tuple[tuple[str, Token], ...]:
    """What hangs on a noun or on one joined to it: "into a block and a shop in Kharkiv"."""
    joined = [c for c in noun.children if c.dep_ == "conj"]
    return tuple(pair for n in (noun, *joined) for pair in of_joined(n))


def _whole(number: Token) -> Token | None:
    """The soldiers of "two of its soldiers"."""
    of = next((c for c in number.children if c.lower_ in OF and c.dep_ == "prep"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _clauses(head: Token) -> list[Token]:
    return [c for c in head.children if c.dep_ in ("relcl", "acl", "advcl", "acl:relcl")]


def _asides(head: Token) -> list[Token]:
    """What hangs behind a noun by prepositions that tell neither of what it is nor where."""
    found = []
    for child in head.children:
        if child.i < head.i or child.dep_ not in ("prep", "nmod", "npadvmod", "obl:mod", "obl"):
            continue
        case = next((c.lower_ for c in child.children if c.dep_ == "case"), "")
        word = child.lower_ if child.dep_ == "prep" else case
        gerund = any(c.dep_ == "pcomp" for c in child.children)
        if word not in OF | AT | {"for", "pour"} or gerund:
            found.append(child)
    return found
