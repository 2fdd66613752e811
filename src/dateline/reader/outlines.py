"""How sentences are built: main verb, and what can be left out without breaking them.

A headline is made of what is left. Only what the parse hangs on a verb or noun as a whole, in one
piece, is an aside; words that a verb or noun needs ("accused him of", "talks on") are none.
"""

from collections.abc import Iterator

from dateline.reader.clause_parts import SUBJECTS, child
from dateline.reader.page import Found, Page, extent
from dateline.reader.parse import Token
from dateline.reader.verb_forms import verb_of
from dateline.records import Aside, Outline, Sentence, Span, Verb
from dateline.records.vocabulary import AsideKind

LONGEST = 90  # tokens of a sentence that is looked at
SHORTEST = 7
EDGES = frozenset(",;:.–—-")

CLAUSES: dict[str, AsideKind] = {
    "relcl": "relative", "acl:relcl": "relative", "acl": "participle",
}  # fmt: skip
NOMINAL = ("npadvmod", "obl:mod", "obl", "nmod", "obl:arg")
FINITE = frozenset(("because", "although", "though", "while", "when", "after", "before", "since",
                    "as", "where", "once", "until", "whereas", "alors", "tandis", "quand",
                    "lorsque", "puisque", "bien"))  # fmt: skip
"""What leads in a clause that only adds; an "if" or "unless" changes the rest."""

FREE = frozenset(("after", "before", "during", "amid", "despite", "near", "outside", "inside",
                  "following", "since", "until", "because", "amidst", "throughout", "within",
                  "aboard", "behind", "along", "alongside", "including", "besides", "due",
                  "thanks", "according",
                  "après", "avant", "pendant", "durant", "malgré", "depuis", "lors", "suite",
                  "près", "selon", "d'après", "dont", "afin"))  # fmt: skip
"""Prepositions that lead in what was so besides; "in" and the like do before a place or a day."""

SPOT = frozenset(("in", "at", "on", "from", "near", "outside", "inside", "of", "around", "into",
                  "à", "en", "dans", "près", "au", "aux", "sur"))  # fmt: skip
NOUN_PREPOSITIONS = frozenset(("in", "at", "near", "from", "outside", "inside", "during", "after",
                               "à", "en", "dans", "près"))  # fmt: skip
ADVERBS = frozenset(("also", "however", "meanwhile", "recently", "simultaneously", "immediately",
                     "formally", "officially", "publicly", "again", "furthermore", "moreover",
                     "firmly", "strongly", "categorically", "emphatically",
                     "également", "notamment", "ainsi", "toutefois", "cependant", "aussi",
                     "immédiatement"))  # fmt: skip
TIMED = frozenset(
    (
        "on",
        "in",
        "at",
        "during",
        "since",
        "before",
        "after",
        "until",
        "over",
        "from",
        "between",
        "within",
        "around",
        "about",
        "early",
        "late",
        "through",
    )
)
"""Prepositions before a day or hour that a sentence can lose; "for nine years" it can't."""

DAYS = frozenset(("day", "night", "morning", "evening", "afternoon", "week", "month", "year"))
ADVERBIAL = ("npadvmod", "obl:mod", "obl")
FRENCH_TIMED = frozenset(("", "en", "dans", "depuis", "au", "à", "lors", "avant", "après", "vers"))

WHEN = frozenset(("DATE", "TIME"))
DEFINITE = frozenset(("the", "this", "that", "those", "these", "le", "la", "les", "l'", "ces"))
INFINITIVE = frozenset(("to", "pour", "afin"))


def find(page: Page, found: Found) -> tuple[Outline, ...]:
    """The outlines of the prose sentences that have one main verb."""
    places = {i for p in found["places"] for i in _numbers(page, p.span)}
    days = {i for d in found["dates"] for i in _numbers(page, d.span)}
    made = (_outline(page, s, places, days) for s in page.sentences if s.prose)
    return tuple(outline for outline in made if outline)


def _numbers(page: Page, span: Span) -> range:
    inside = page.tokens(span.start, span.end)
    return range(inside.start, inside.end)


def _outline(page: Page, sentence: Sentence, places: set[int], days: set[int]) -> Outline | None:
    tokens = list(page.tokens(sentence.span.start, sentence.span.end))
    if not SHORTEST <= len(tokens) <= LONGEST:
        return None
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head.i == t.i or t.head.i not in inside]
    roots = [t for t in roots if not (t.is_space or t.is_punct)]
    if len(roots) != 1 or roots[0].pos_ not in ("VERB", "AUX"):
        return None
    root = roots[0]
    asides = {a.span: a for t in tokens for a in _asides(t, root, places, days)}
    ordered = tuple(asides[span] for span in sorted(asides))
    return Outline(sentence.span, tuple(_verbs(root)), ordered)


def _verbs(root: Token) -> Iterator[Verb]:
    """The main verb and, of a sentence that ends in who says so, the verb of what is said; those
    that an "and" joins to them.
    """
    said = child(root, ("ccomp",))
    told = [root, said] if said and said.i < root.i and child(said, SUBJECTS) else [root]
    for token in (one for verb in told for one in _joined(verb)):
        verb = verb_of(token)
        if verb:
            yield verb


def _joined(verb: Token) -> Iterator[Token]:
    yield verb
    for token in verb.children:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            yield from _joined(token)


def _asides(token: Token, root: Token, places: set[int], days: set[int]) -> Iterator[Aside]:
    kind = _kind(token, root, places, days)
    if kind is None:
        return
    parts = _second(token) if kind == "second" else list(token.subtree)
    parts = [t for t in parts if not t.is_space]
    while parts and parts[0].text in EDGES:
        parts = parts[1:]
    while parts and parts[-1].text in EDGES:
        parts = parts[:-1]
    if parts and root not in parts and _in_one_piece(parts):
        yield Aside(extent(parts), kind)


def _in_one_piece(parts: list[Token]) -> bool:
    inside = {t.i for t in parts}
    between = range(parts[0].i, parts[-1].i + 1)
    return all(i in inside or parts[0].doc[i].is_space for i in between)


def _second(token: Token) -> list[Token]:
    """A joined part with the "and" before it; nothing if none joins it."""
    joints = [c for c in token.head.children if c.dep_ == "cc" and c.i < token.i]
    own = [c for c in token.children if c.dep_ == "cc" and c.i < token.i]
    if own:
        return list(token.subtree)
    return [*joints[-1:], *token.subtree] if joints else []


def _kind(token: Token, root: Token, places: set[int], days: set[int]) -> AsideKind | None:
    dep = token.dep_
    if dep in CLAUSES:
        return None if _is_infinitive(token) or _defines(token) else CLAUSES[dep]
    if dep == "advcl":
        return _adverbial(token)
    if dep == "prep":
        return _prepositional(token, root, places, days)
    if dep in NOMINAL:
        return _nominal(token, places, days)
    return _small(token)


def _small(token: Token) -> AsideKind | None:
    """What an apposition, an adverb or a joined part is."""
    if token.dep_ == "appos":
        return "apposition"
    if token.dep_ == "advmod" and token.lower_ in ADVERBS and not token.children:
        return "adverb"
    joined = token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX", "ADP")
    return "second" if joined else None


def _nominal(token: Token, places: set[int], days: set[int]) -> AsideKind | None:
    """What a noun is that hangs on a verb or noun without a preposition, or with a French one."""
    english = token.dep_ == "npadvmod"
    if token.i in days and token.dep_ in ADVERBIAL:
        return "time" if english or _case(token) in FRENCH_TIMED else None
    if not english:
        return _french(token, places)
    if token.ent_type_ in WHEN or token.lower_ in DAYS:
        return "time"
    return "apposition" if token.head.i < token.i else None


def _defines(token: Token) -> bool:
    """True for "the accusations made in Kelm": no comma, and the reader asks which without it."""
    first = token.subtree[0]
    led = first.i > 0 and token.doc[first.i - 1].text in EDGES
    return not led and any(c.lower_ in DEFINITE for c in token.head.children if c.dep_ == "det")


def _is_infinitive(token: Token) -> bool:
    to = any(c.lower_ in INFINITIVE and c.pos_ in ("PART", "ADP") for c in token.children)
    return to and token.tag_ not in ("VBD", "VBZ", "VBP")


def _adverbial(token: Token) -> AsideKind | None:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod", "prep")}
    if marks & {"if", "unless", "si", "that"}:
        return None
    if marks & FINITE:
        return "clause"
    if _is_infinitive(token):
        return "purpose"
    return "participle" if token.tag_ in ("VBG", "VBN") else None


def _prepositional(token: Token, root: Token, places: set[int], days: set[int]) -> AsideKind | None:
    """What a preposition leads in: a day, a place, or what was so besides."""
    obj = child(token, ("pobj", "pcomp"))
    if obj is None:
        return None
    word, verbal = token.lower_, token.head.pos_ in ("VERB", "AUX")
    after = token.subtree[-1].i + 1
    if token.head is root and _opens(token) and token.doc[after : after + 1].text == ",":
        return None if word == "according" else "phrase"
    if obj.i in days or obj.ent_type_ in WHEN:
        return "time" if word in TIMED and verbal else None
    if verbal and word in FREE:
        return "phrase"
    spot = word in SPOT if verbal else word in NOUN_PREPOSITIONS and _is_noun(token.head)
    return "place" if spot and _nearest(obj) & places else None


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN")


def _opens(token: Token) -> bool:
    """True for the first word of a sentence, or of what follows a note in brackets."""
    return token.is_sent_start or token.doc[token.i - 1].text == "]"


def _nearest(obj: Token) -> set[int]:
    """The numbers of a noun, of what stands directly before it, and of what it is "of"."""
    of = [c for c in obj.children if c.lower_ in ("of", "de", "du")]
    return {t.i for t in (obj, *obj.children, *(c for o in of for c in o.children))}


def _case(token: Token) -> str:
    return next((c.lower_ for c in token.children if c.dep_ == "case"), "")


def _french(token: Token, places: set[int]) -> AsideKind | None:
    case = _case(token)
    if token.head.pos_ == "VERB" and case in FREE:
        return "phrase"
    below = _nearest(token)
    return "place" if case in SPOT and below & places else None
