"""Who suffered what: from the words of ``harm`` to the heads of the phrases for the victims."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.reader.counting.harm import Harms, is_negated, is_real
from dateline.reader.counting.people import kind_of, lemma
from dateline.reader.counting.quantities import TIMES
from dateline.reader.parse import Phrase, Token

SUBJECT_PASSIVE = frozenset(("nsubjpass", "nsubj:pass"))
SUBJECT = frozenset(("nsubj", "csubj"))
OBJECT = frozenset(("dobj", "obj"))
RELATIVE = frozenset(["who", "whom", "which", "that", "qui", "dont", "lesquels"])
RELATIVE_CLAUSES = frozenset(("relcl", "acl:relcl"))
OF_OBJECT = frozenset(("pobj", "nmod"))
STATE_CLAUSES = frozenset(
    ("acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "conj", "dep", "ROOT")
)
NOMINAL = frozenset(("NOUN", "PROPN", "NUM", "PRON", "ADJ"))
SELVES = frozenset(("themselves", "himself", "herself", "itself"))
PART = "VerbForm=Part"
MOST_CONJUNCTS = 40
DEEPEST = 5  # verbs back to which a participle may owe its subject
AFTER_EVENT = 9  # tokens after an event noun in which its "of" may follow
LIVES = frozenset(("life", "vie"))
BARE = frozenset(("npadvmod", "nummod", "dep", "nsubj", "nsubjpass", "dobj", "nsubj:pass"))


@dataclass(frozen=True, slots=True)
class Victims:
    """What happened (``measure``), by which word, to the phrase with this head."""

    trigger: Token
    measure: str
    head: Token
    negated: bool = False


def victims(token: Token, words: Harms) -> Iterator[Victims]:
    """The victims that one word takes, coordinates too (``six priests and two women``)."""
    word = lemma(token)
    for found in _taken(token, word, words):
        if found.head.i != token.i:
            for head in coordinated(found.head):
                yield Victims(token, found.measure, head, found.negated)


def _taken(token: Token, word: str, words: Harms) -> Iterator[Victims]:
    """The victims of one word, by the first of its senses that has any."""
    for measure, heads in _senses(token, word, words):
        if heads:
            negated = token.pos_ != "NOUN" and is_negated(token)
            yield from (Victims(token, measure, head, negated) for head in heads)
            return


def _senses(token: Token, word: str, words: Harms) -> Iterator[tuple[str, list[Token]]]:
    verb = token.pos_ in ("VERB", "AUX", "ADJ")
    if verb and is_real(token, words):
        if word in words.transitive or _is_shot_dead(token, words):
            heads = undergoers(token)
            yield (
                words.transitive.get(word, "killed"),
                [*heads, *(_companions(token, words) if heads else ())],
            )
        if word in words.frames["driving"] and _is_from_home(token, words):
            yield "displaced", undergoers(token)
        if word in words.frames["leaving"] and _leaves_home(token, words):
            yield "displaced", subjects(token)
        if word in words.frames["holding"] and _is_kept(token):
            yield "held", undergoers(token)
        if word in words.frames["falling"] and (fallen := _fallen(token)):
            yield "killed", fallen
        if word in words.intransitive:
            yield words.intransitive[word], subjects(token)
    if token.lower_ in words.states and token.pos_ != "PROPN":
        yield words.states[token.lower_], _in_state(token, words)
    if token.pos_ == "NOUN" and word in words.events and token.dep_ != "compound":
        lost = word not in LIVES or token.head.lemma_ in words.frames["lives"]
        if lost and is_real(token, words):
            yield words.events[word], _of(token) or _of_life(token, word)
    suffered = word in words.frames["wounds"] and token.head.lemma_ in words.frames["suffer"]
    if suffered and is_real(token.head, words):
        yield "injured", subjects(token.head)


def _fallen(verb: Token) -> list[Token]:
    """Those who fight of whom it is said, with nothing behind, that they fell."""
    said = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("prep", "prt", "acomp", "advmod")
    ]
    if any(c.lower_ not in ("in", "on", "during") for c in said):
        return []
    return [s for s in subjects(verb) if kind_of(s, verb.doc.lang_) == "combatant"]


def _is_shot_dead(token: Token, words: Harms) -> bool:
    """``shot dead``, ``beaten to death``; nobody who is sentenced to death has died of it."""
    return token.lemma_ not in words.frames["unreal_verbs"] and any(
        (c.lower_ == "dead" and c.i > token.i)
        or (c.lower_ == "to" and any(g.lower_ == "death" for g in c.children))
        for c in token.children
    )


def _is_from_home(verb: Token, words: Harms) -> bool:
    """True for ``forced from their homes``, ``forced 200,000 people to flee``."""
    if any(c.dep_ in ("xcomp", "ccomp") and c.lemma_ == "flee" for c in verb.children):
        return True
    out = (c for c in verb.children if c.lower_ in ("from", "out", "de"))
    below = (g for c in out for g in c.subtree)
    return any(g.lemma_ in words.frames["homes"] for g in below)


def _leaves_home(verb: Token, words: Harms) -> bool:
    """True for ``have left their homes``."""
    return any(c.dep_ in ("dobj", "obj") and c.lemma_ in words.frames["homes"]
               for c in verb.children)  # fmt: skip


def _is_kept(verb: Token) -> bool:
    """True for ``were held``, but not ``were held up``."""
    return _is_passive(verb) and not any(c.dep_ == "prt" for c in verb.children)


def coordinated(head: Token) -> list[Token]:
    """A head and what is coordinated with it; a list longer than anyone writes is cut."""
    heads = [head]
    for token in heads:
        if len(heads) < MOST_CONJUNCTS:
            heads += [c for c in token.children if c.dep_ == "conj" and c.pos_ in NOMINAL]
    return heads


def undergoers(verb: Token, depth: int = 0) -> list[Token]:
    """Heads of the phrases that a transitive verb is done to, in active, passive or participle."""
    children = list(verb.children)
    passive = [c for c in children if c.dep_ in SUBJECT_PASSIVE]
    objects = [c for c in children if c.dep_ in OBJECT and c.lower_ not in SELVES]
    if passive or objects:
        return [_antecedent(c, verb) for c in passive or objects]
    if verb.dep_ == "amod":
        return [verb.head]
    if verb.tag_ in ("VBN", "VBD") or verb.pos_ == "ADJ" or PART in verb.morph:
        return _of_participle(verb, children, depth)
    return []


def _of_participle(verb: Token, children: list[Token], depth: int) -> list[Token]:
    """Whom a participle is said of: ``three killed in the attack``, ``and nine injured``."""
    if verb.dep_ == "acl":
        return [verb.head]
    left = [c for c in children if c.dep_ in BARE and c.i < verb.i]
    bare = [c for c in left if c.dep_ != "nsubj"]
    if left and not bare:
        helped = any(c.dep_ == "aux" for c in children)
        return [] if helped or (verb.tag_ == "VBD" and not _elliptic(verb)) else left
    return bare or (_shared(verb, depth) if depth < DEEPEST else [])


def _elliptic(verb: Token) -> bool:
    """``four people were killed and nine injured``: the second verb borrows ``were``."""
    return verb.dep_ == "conj" and _is_passive(verb.head)


def _is_passive(verb: Token) -> bool:
    return any(
        c.dep_ in ("auxpass", "aux:pass") or c.dep_ in SUBJECT_PASSIVE for c in verb.children
    )


def _shared(verb: Token, depth: int) -> list[Token]:
    """The victims of a passive that has its subject from the verb before it."""
    own_passive = any(c.dep_ in ("auxpass", "aux:pass") for c in verb.children)
    head = verb.head
    if not own_passive and _has_own_count(verb):
        return []
    if verb.dep_ in RELATIVE_CLAUSES and own_passive:
        return [head]
    if verb.dep_ == "conj" and (own_passive or _is_passive(head) or head.dep_ == "acl"):
        borrowed = own_passive and not _is_passive(head)
        return subjects(head) if borrowed else undergoers(head, depth + 1)
    if verb.dep_ in ("oprd", "xcomp", "acomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        return subjects(head)
    return []


def _has_own_count(word: Token) -> bool:
    """``and nine injured``: the number before it says who, whatever the parse attaches it to."""
    return word.i > 0 and word.nbor(-1).pos_ == "NUM"


def subjects(verb: Token) -> list[Token]:
    """Heads of a verb's subject; a relative pronoun gives its antecedent."""
    at, steps = verb, 0
    while steps < 6:
        own = [c for c in at.children if c.dep_ in SUBJECT | SUBJECT_PASSIVE]
        if own:
            return [_antecedent(c, at) for c in own]
        if at.dep_ == "acl" or at.dep_ in RELATIVE_CLAUSES:
            return [at.head]
        if at.dep_ not in ("conj", "xcomp", "oprd", "acomp", "attr", "advcl") or at.head == at:
            return []
        at, steps = at.head, steps + 1
    return []


def _antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun stands for, else the token itself."""
    if token.lower_ not in RELATIVE:
        return token
    at = verb
    while at.dep_ == "conj" and at.head != at:
        at = at.head
    return at.head if at.dep_ in RELATIVE_CLAUSES else token


def _companions(verb: Token, words: Harms) -> list[Token]:
    """``was killed along with two of his bodyguards``."""
    if not _is_passive(verb):
        return []
    after = [c for c in verb.children if c.i > verb.i]
    nested = [g for c in after if c.lower_ in ("along", "together") for g in c.children]
    prepositions = [c for c in after if c.lower_ in words.frames["companions"]]
    prepositions += [c for c in nested if c.lower_ == "with"]
    objects = [c for p in prepositions for c in p.children if c.dep_ in OF_OBJECT]
    return [c for c in objects if c.pos_ in ("NUM", "PROPN", "NOUN")]


def _in_state(token: Token, words: Harms) -> list[Token]:
    """Whom a state is said of: ``15 dead``, ``left 15 people dead``, ``two wounded soldiers``."""
    head = token.head
    if token.dep_ == "amod" and head.pos_ in ("NOUN", "PROPN"):
        return [head]
    if token.dep_ == "pobj" and head.lower_ in ("among", "amongst"):
        return [c for c in head.head.children if c.dep_ == "nsubj" and head.head.lemma_ == "be"]
    own = [c for c in token.children if c.dep_ in BARE and c.i < token.i]
    if not own and _has_own_count(token):
        own = [token.nbor(-1)]
    if not is_real(token, words) or own:
        return own if is_real(token, words) else []
    said = token.dep_ in STATE_CLAUSES and not (token.dep_ == "conj" and token.pos_ == "VERB")
    if head.lemma_ in words.frames["fearing"]:  # "feared dead"
        return []
    if not said or head.pos_ not in ("VERB", "AUX") or is_negated(head):
        return []
    return [c for c in head.children if c.dep_ in OBJECT and c.i < token.i] or subjects(head)


def _of(event: Token) -> list[Token]:
    """The victims of an event noun: ``the murder of six priests``, ``Romero's assassination``."""
    found: list[Token] = []
    for child in event.children:
        if child.dep_ == "poss" and child.pos_ in ("PROPN", "NOUN"):
            found.append(child)
        elif child.lower_ == "of":
            found += [c for c in child.children if c.dep_ in OF_OBJECT]
        elif child.dep_ == "nmod" and any(
            g.lower_ in ("de", "des", "d'", "du") for g in child.children
        ):
            found.append(child)
    if not found and event.i + 1 < len(event.doc) and event.nbor(1).lower_ == "of":
        found = [c for c in event.nbor(1).children if c.dep_ in OF_OBJECT]
    return found or _of_further_on(event)


def _of_life(life: Token, word: str) -> list[Token]:
    """Who lost their lives: ``636 civilians lost their lives``, ``a coûté la vie à 4 pompiers``."""
    if life.head.lemma_ in ("lose", "give", "sacrifice", "perdre", "trouver"):
        return subjects(life.head) if word in (*LIVES, "mort") else []
    if word not in LIVES:
        return []
    after = [c for c in life.head.children if c.i > life.i and c.dep_ in ("obl:arg", "obl", "iobj")]
    return [c for c in after if any(g.lower_ in ("à", "au", "aux") for g in c.children)]


def _of_further_on(event: Token) -> list[Token]:
    """``the death the day before of a member``: what stands between may have taken the ``of``."""
    for token in event.doc[event.i + 2 : event.i + AFTER_EVENT]:
        if token.lower_ == "of" and _is_dated(event.doc[event.i + 1 : token.i]):
            return [c for c in token.children if c.dep_ in OF_OBJECT]
        if token.text in (".", ",", ";") or token.pos_ in ("VERB", "AUX"):
            return []
    return []


def _is_dated(between: Phrase) -> bool:
    """Whether the words between an event and its "of" say when."""
    return any(t.ent_type_ in ("DATE", "TIME") or t.lower_ in TIMES for t in between)
