"""Verbs and nouns by which an institution puts a measure in force, announces or lifts it."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.reader.clause_parts import OBJECTS, child, helpers, negated, reporter, subject
from dateline.reader.order_words import (
    AHEAD,
    PLACED,
    STANDING,
    UNREAL,
    Lexicon,
    Order,
    complement,
    hit,
    institution,
    is_measure,
    is_state,
    lexicon,
    thing,
)  # fmt: skip
from dateline.reader.page import Page
from dateline.reader.parse import Token
from dateline.reader.standing_orders import facing, in_force, kept_shut
from dateline.records.vocabulary import MeasureState

PERFECT = frozenset(("has", "have", "had", "been", "being", "is", "are", "was", "were"))
FROM = frozenset(("from", "de", "du", "des"))
KEPT = frozenset(("be", "remain", "stay", "rester", "demeurer"))
FACING = frozenset(("face", "encourir"))
DAYS = frozenset(("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"))
AGENT = ("agent", "obl:agent")
CAUSING = frozenset(("prompt", "lead", "force", "cause", "push", "oblige", "compel"))
RULES = frozenset(("measure", "package", "rule", "legislation", "mesure", "texte"))
VERBS = ("VERB", "AUX")


def _issuer(verb: Token, words: Lexicon, passive: bool) -> Token | None:
    """Who gives the order: subject, agent, or who reports it."""
    agent = child(verb, AGENT)
    if passive:
        given = (child(agent, ("pobj",)) or agent) if agent is not None else None
    elif verb.dep_ == "xcomp" and verb.head.lemma_ in CAUSING:
        given = child(verb.head, OBJECTS)
    else:
        given = subject(verb)
    if (decree := _decree(verb, words)) is not None:
        given = subject(decree.head)
    if given is not None and given.pos_ != "PRON":
        return given if institution(given, words) else None
    told = reporter(verb)
    speaker = subject(told) if told is not None else None
    return speaker if speaker is not None and institution(speaker, words) else None


def _passive(verb: Token) -> bool:
    return child(verb, ("nsubjpass", "nsubj:pass")) is not None


def _state(verb: Token, words: Lexicon, noun: Token | None) -> MeasureState | None:
    """Announced, in force or lifted, by the verb's tense; null for what is wished or denied."""
    aux = helpers(verb)
    wished = "be" in aux and not aux & (AHEAD | PERFECT)
    if aux & UNREAL or negated(verb) or wished:
        return None
    if "to" in aux or ("VerbForm=Inf" in verb.morph and verb.dep_ == "xcomp"):
        return _state_of_infinitive(verb, words)
    tenses = " ".join(t.morph for t in (verb, *verb.children) if t is verb or "aux" in t.dep_)
    future = bool(aux & AHEAD) or "Tense=Fut" in tenses or "Aspect=Prog" in verb.morph
    future = future or (_by_decree(verb, words) and "Tense=Pres" in tenses)
    if "would" in aux and reporter(verb) is None:
        return None
    if future or verb.lemma_ in words.announcing:
        return "announced"
    if "Tense=Past" not in verb.morph and not aux & NOW and not _is_decided(verb):
        return None
    ending = noun is not None and noun.lemma_.lower() in words.ending
    closing = noun is None and verb.lemma_ in words.closing - words.reopening
    lifting = verb.lemma_ in words.lifting and not closing  # "cancelled flights" lifts nothing
    return "lifted" if lifting or ending else "in force"


NOW = frozenset(("has", "have", "is", "are", "a", "ont", "est", "sont"))


def _is_decided(verb: Token) -> bool:
    """True for the French present of a decision: ``La Suisse gèle les avoirs ...``."""
    return verb.doc.lang_ == "fr" and {"Tense=Pres", "VerbForm=Fin"} <= set(verb.morph.split("|"))


def _state_of_infinitive(verb: Token, words: Lexicon) -> MeasureState | None:
    """Of "prompted the agency to suspend": in force; of "voted to impose": announced."""
    if verb.head.lemma_ in CAUSING and not negated(verb.head):
        return "in force"
    return "announced" if _is_given(verb, words) else None


def _is_given(verb: Token, words: Lexicon) -> bool:
    """True for "voted to impose": an infinitive under a verb by which authorities decide."""
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_:
        verb = verb.head  # "agreed to cut ... and to ban"
    above = verb.head
    if above.lemma_ == "be" and above.lower_ in ("is", "are"):
        return True  # "is to freeze"
    past = "Tense=Past" in above.morph or bool(helpers(above) & {"has", "have", "a", "ont"})
    return verb.dep_ == "xcomp" and above.lemma_ in words.giving and past and not negated(above)


def _by_decree(verb: Token, words: Lexicon) -> bool:
    """True for "the measures prohibit ...", "a law that will ban ..."."""
    doer = subject(verb)
    if doer is not None and doer.lower_ in ("that", "which") and verb.dep_ == "relcl":
        doer = verb.head
    return doer is not None and doer.lemma_.lower() in words.decrees | RULES


def _decree(verb: Token, words: Lexicon) -> Token | None:
    """The decree that a participle tells the content of: "signed a decree banning exports"."""
    noun = verb.head
    held = noun.dep_ in OBJECTS and noun.head.pos_ == "VERB"
    if verb.dep_ != "acl" or verb.tag_ == "VBN" or not held:
        return None
    return noun if noun.lemma_.lower() in words.decrees else None


def _is_closing(verb: Token, target: Token, words: Lexicon) -> bool:
    """True for what may be closed or cut by order: "its airspace", "gas supplies"; anybody may be
    cut off from something.
    """
    if verb.lemma_ not in words.closing or thing(target) in words.closed:
        return True
    return complement(verb, FROM) is not None and any(c.lower_ == "off" for c in verb.children)


def _act(verb: Token, words: Lexicon) -> Order | None:
    """As in "Suspended its aid", "banks would be excluded": the verb is the measure."""
    state = _state(verb, words, None)
    passive = _passive(verb)
    if (decree := _decree(verb, words)) is not None:
        state = _state(decree.head, words, None)
    target = child(verb, ("nsubjpass", "nsubj:pass")) if passive else child(verb, OBJECTS)
    issuer = _issuer(verb, words, passive)
    if not passive and target is None and verb.lemma_ in words.closing:
        return _of_itself(verb, words, state)
    if state is None or target is None or target.pos_ == "PRON":
        return None
    if not _is_closing(verb, target, words) or target.lemma_.lower() in words.own:
        return None
    ruled = _by_decree(verb, words) or (passive and _takes_effect(verb, words))
    if issuer is None and not ruled:
        return None
    if verb.lemma_ in words.from_acts and complement(verb, FROM) is None:
        return None
    return Order(verb, None, issuer, target, state)


def _of_itself(verb: Token, words: Lexicon, state: MeasureState | None) -> Order | None:
    """As in "The airspace reopened to all flights": what is closed is the subject."""
    target = child(verb, ("nsubj",))
    if state is None or target is None or thing(target) not in words.closed:
        return None
    return Order(verb, None, None, target, state)


def _takes_effect(verb: Token, words: Lexicon) -> bool:
    """True for a passive without issuer that says from when, until when or from what: "excluded
    from"; or of what only authorities close, in the present: "flights are suspended".
    """
    if verb.lemma_ in words.from_acts:
        return True
    target = child(verb, ("nsubjpass", "nsubj:pass"))
    if target is not None and thing(target) in words.closed and helpers(verb) & NOW:
        return True
    below = [t for c in verb.children if c.i > verb.i for t in (c, *c.children)]
    return any(t.lower_ in words.effective for t in below)


def _of_noun(verb: Token, words: Lexicon) -> Order | None:
    """As in "Imposed a curfew on X", "announced the suspension of X", "a curfew was imposed"."""
    passive = _passive(verb)
    noun = child(verb, ("nsubjpass", "nsubj:pass")) if passive else _object(verb, words)
    if noun is None or not is_measure(noun, words):
        return None
    state, issuer = _state(verb, words, noun), _issuer(verb, words, passive)
    if state is None or (issuer is None and not passive):
        return None
    of = complement(noun, frozenset(("of", "de", "des", "du")))
    inner = of if of is not None and is_measure(of, words) else None
    target = hit(inner or noun, words) or hit(verb, words)
    if noun.dep_ in ("ccomp", "oprd"):
        target = child(noun, ("nsubj",)) or child(verb, OBJECTS)
    elif target is None and is_state(noun, words):
        target = complement(noun, PLACED) or complement(verb, PLACED)
    whole = inner is not None or noun.lemma_.lower() not in words.measures
    return Order(verb, noun, issuer, target or (None if whole else of), state)


def _object(verb: Token, words: Lexicon) -> Token | None:
    """What is imposed, announced or agreed to; behind a day of the week, too, to which the French
    parser hangs it ("a annoncé mercredi la fermeture").
    """
    noun = child(verb, OBJECTS)
    if noun is not None:
        return noun
    if verb.lemma_ == "agree":
        return complement(verb, frozenset(("to", "on")))
    declared = child(verb, ("ccomp", "oprd")) if verb.lemma_ == "declare" else None
    if declared is not None and declared.pos_ == "NOUN":
        return declared  # "declare the region a disaster zone"
    day = next((c for c in verb.children if c.lower_ in DAYS), None)
    return child(day, ("nmod", "appos")) if day is not None else None


def orders(page: Page) -> Iterator[Order]:
    """Every measure in a text, in order."""
    words, lemmas, pos = lexicon(page.language), page.table.folded, page.table.pos
    givers = words.imposing | words.announcing | words.lifting
    telling = givers | words.acts | words.closing | STANDING | FACING
    for i in [i for i, lemma in enumerate(lemmas) if lemma in telling and pos[i] in VERBS]:
        lemma = lemmas[i]
        token, found = page.doc.tokens[i], None
        if lemma in words.acts or lemma in words.closing:
            found = _act(token, words)
        elif lemma in givers:
            found = _of_noun(token, words)
        elif lemma in STANDING:
            found = in_force(token, words)
            if found is None and lemma in KEPT:
                found = kept_shut(token, words)
        elif lemma in FACING:
            found = facing(token, words)
        if found is not None:
            told = reporter(token)
            agreed = told is not None and told.lemma_ in words.announcing
            yield replace(found, state="announced") if agreed and helpers(token) & AHEAD else found
