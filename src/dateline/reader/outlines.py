"""How sentences are built: main verb, and what can be left out without breaking them.

A headline is made of what is left. Only what the parse hangs on a verb or noun as a whole, in one
piece, is an aside; words that a verb or noun needs ("accused him of", "talks on") are none.
"""

from collections.abc import Iterator

from dateline.reader.clause_parts import SUBJECTS, child
from dateline.reader.lexicon_files import word_lists
from dateline.reader.outline_phrases import is_noun, nominal, prepositional
from dateline.reader.page import Found, Page, extent
from dateline.reader.parse import Token
from dateline.reader.verb_forms import verb_of
from dateline.records import Aside, Outline, Sentence, Span, Verb
from dateline.records.vocabulary import AsideKind

WORDS = word_lists("outlines.toml")
LONGEST = 90  # tokens of a sentence that is looked at
SHORTEST = 7
LONGEST_NOTE = 14  # tokens of a note in brackets
EDGES = frozenset(",;:.–—-")

CLAUSES: dict[str, AsideKind] = {
    "relcl": "relative", "acl:relcl": "relative", "acl": "participle",
}  # fmt: skip
NOMINAL = ("npadvmod", "obl:mod", "obl", "nmod", "obl:arg")
LOOSE = frozenset((*CLAUSES, *NOMINAL, "advcl", "prep", "agent", "appos", "advmod", "conj"))
"""Relations in which there are asides: ``_kind`` knows all of them."""


def find(page: Page, found: Found) -> tuple[Outline, ...]:
    """The outlines of the prose sentences that have one main verb."""
    located = (p for p in found["places"] if p.role == "location")
    places = {i for p in located for i in _numbers(page, p.span)}
    days = {i for d in found["dates"] for i in _numbers(page, d.span)}
    made = (_outline(page, s, places, days) for s in page.sentences if s.prose)
    return tuple(outline for outline in made if outline)


def _numbers(page: Page, span: Span) -> range:
    inside = page.tokens(span.start, span.end)
    return range(inside.start, inside.end)


def _outline(page: Page, sentence: Sentence, places: set[int], days: set[int]) -> Outline | None:
    inside = _numbers(page, sentence.span)
    if not SHORTEST <= len(inside) <= LONGEST:
        return None
    root = _root(page, inside)
    if root is None:
        return None
    deps, tokens = page.table.deps, page.doc.tokens
    loose = [tokens[i] for i in inside if deps[i] in LOOSE]
    asides = {a.span: a for t in loose if (a := _aside(t, root, places, days))}
    ordered = tuple(asides[span] for span in sorted(asides))
    return Outline(sentence.span, tuple(_verbs(root)), ordered)


def _root(page: Page, inside: range) -> Token | None:
    """The verb on which all of a sentence hangs, if it is one."""
    heads, tokens = page.table.heads, page.doc.tokens
    tops = [tokens[i] for i in inside if heads[i] == i or heads[i] not in inside]
    roots = [t for t in tops if not (t.is_space or t.is_punct)]
    return roots[0] if len(roots) == 1 and roots[0].pos_ in ("VERB", "AUX") else None


def _verbs(root: Token) -> Iterator[Verb]:
    """The main verb and, of a sentence that tells who says so, the verb of what is said; those
    that an "and" joins to them.
    """
    said = child(root, ("ccomp",))
    told = [root, said] if said and child(said, SUBJECTS) else [root]
    for token in (one for verb in told for one in _joined(verb)):
        verb = verb_of(token)
        if verb:
            yield verb


def _joined(verb: Token) -> Iterator[Token]:
    yield verb
    for token in verb.children:
        if token.dep_ != "conj" or token.pos_ not in ("VERB", "AUX"):
            continue
        if any(c.dep_ == "cc" for c in (*verb.children, *token.children)):
            yield from _joined(token)


def _aside(token: Token, root: Token, places: set[int], days: set[int]) -> Aside | None:
    kind = _kind(token, root, places, days)
    if kind is None:
        return None
    spaces = token.doc.table.spaces
    parts = _second(token) if kind == "second" else token.subtree
    parts = [t for t in parts if not spaces[t.i]]
    while parts and parts[0].text in EDGES:
        parts = parts[1:]
    while parts and parts[-1].text in EDGES:
        parts = parts[:-1]
    numbers = [t.i for t in parts]
    whole = parts and root.i not in numbers and _in_one_piece(numbers, spaces)
    whole = whole and not _is_torn(parts)
    return Aside(extent(parts), kind) if whole else None


def _is_torn(parts: list[Token]) -> bool:
    """True for a piece after which a list goes on: "from the Catholic, Lutheran | and Baptist
    churches", "five injured, and | losses"; and for one that says whose the next word is.
    """
    last = parts[-1]
    after = [t for t in last.doc.tokens[last.i + 1 : last.i + 3] if t.text != ","]
    listed = bool(after) and after[0].dep_ == "cc" and any(t.text == "," for t in parts)
    return listed or last.dep_ in ("cc", "prep") or last.tag_ == "POS" or _is_first_half(last)


def _is_first_half(last: Token) -> bool:
    """True for a noun that only a note parts from the noun it belongs to: "the FLK [Front
    for Kelm] | offensive", "the FLK [Front for Kelm] | armed men".
    """
    tokens, spaces, at = last.doc.tokens, last.doc.table.spaces, last.i + 1
    while at < len(tokens) and spaces[at]:
        at += 1
    if at < len(tokens) and tokens[at].text == "[":
        ends = (t.i for t in tokens[at : at + LONGEST_NOTE] if t.text == "]")
        at = next(ends, len(tokens) - 1) + 1
    if not last.i + 1 < at < len(tokens) or not is_noun(last):
        return False
    told = tokens[at].pos_ == "ADJ" and at + 1 < len(tokens)
    return is_noun(tokens[at]) or (told and is_noun(tokens[at + 1]))


def _in_one_piece(numbers: list[int], spaces: list[int]) -> bool:
    inside, between = set(numbers), range(numbers[0], numbers[-1] + 1)
    return inside.issuperset(between) or all(i in inside or spaces[i] for i in between)


def _second(token: Token) -> list[Token]:
    """A joined part with the "and" before it; nothing if none joins it."""
    joints = [c for c in token.head.children if c.dep_ == "cc" and c.i < token.i]
    own = [c for c in token.children if c.dep_ == "cc" and c.i < token.i]
    if own:
        return list(token.subtree)
    return [*joints[-1].subtree, *token.subtree] if joints else []


def _kind(token: Token, root: Token, places: set[int], days: set[int]) -> AsideKind | None:
    dep = token.dep_
    if dep in CLAUSES:
        return _clause(token)
    if dep == "advcl":
        return _adverbial(token)
    if dep == "prep":
        return prepositional(token, root, places, days)
    if dep == "agent":
        return "phrase" if token.head.lemma_ in WORDS["harmed"] else None
    if dep in NOMINAL:
        return nominal(token, places, days)
    return _small(token)


def _clause(token: Token) -> AsideKind | None:
    """What a clause is that says something of a noun."""
    if _is_infinitive(token):
        return None
    if not _defines(token):
        return CLAUSES[token.dep_]
    said = token.dep_ == "acl" and token.head.lemma_ in WORDS["wanting"]
    return None if said else "defining"


def _small(token: Token) -> AsideKind | None:
    """What an apposition, an adverb or a joined part is."""
    if token.dep_ == "appos":
        return "apposition"
    if token.dep_ == "advmod" and token.lower_ == "ago":
        return "time"
    if token.dep_ == "advmod" and token.lower_ in WORDS["adverbs"] and not token.children:
        return "adverb"
    if token.dep_ != "conj" or _shares_object(token) or _is_turn(token):
        return None
    return "second" if token.head.pos_ in ("VERB", "AUX", "ADP") or _listed(token) else None


def _shares_object(token: Token) -> bool:
    """True for the second verb of "protecting and freeing him", which has the object of both."""
    objects = ("dobj", "obj", "ccomp", "xcomp")
    alone = child(token.head, (*objects, "auxpass", "attr", "prep", "agent")) is None
    return token.pos_ == "VERB" and alone and child(token, objects) is not None


def _is_turn(token: Token) -> bool:
    """True for what a "but" sets against the words before it: without it they mislead; what
    somebody said besides is none.
    """
    if child(token, ("ccomp",)):
        return False
    turned = any(c.dep_ == "cc" and c.lower_ == "but" for c in token.head.children if c.i < token.i)
    return turned and token.pos_ in ("VERB", "AUX")


def _defines(token: Token) -> bool:
    """True for "the accusations made in Kelm": no comma, and the reader asks which without it."""
    first = token.subtree[0]
    led = first.i > 0 and token.doc[first.i - 1].text in EDGES
    head = token.head
    of = head.dep_ == "pobj" and head.head.lower_ == "of" and head.pos_ != "PROPN"
    whole = head.head.head if of else head
    told = (
        c.lower_ in WORDS["definite"]
        for one in (head, whole)
        for c in one.children
        if c.dep_ == "det"
    )
    return not led and any(told)  # "the number of men who ..."


def _is_infinitive(token: Token) -> bool:
    to = any(c.lower_ in WORDS["infinitive"] and c.pos_ in ("PART", "ADP") for c in token.children)
    return to and token.tag_ not in ("VBD", "VBZ", "VBP")


def _adverbial(token: Token) -> AsideKind | None:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod", "prep")}
    if marks & {"if", "unless", "si", "that"}:
        return None
    if marks & WORDS["finite"]:
        return "clause"
    if _is_infinitive(token):
        return None if child(token, SUBJECTS) else "purpose"
    return "participle" if token.tag_ in ("VBG", "VBN") else None


def _listed(token: Token) -> bool:
    """True for the second of two things that something is done to: "and large stores of serum"."""
    first = token.head
    several = any(c.dep_ in ("conj", "preconj") for c in (*token.children, *first.children)
                  if c is not token)  # fmt: skip
    paired = first.dep_ == "pobj" and first.head.lower_ != "between"
    return (first.dep_ in ("dobj", "obj") or paired) and is_noun(token) and not several
