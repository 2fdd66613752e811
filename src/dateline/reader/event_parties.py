"""Who did it and whom it befell: the parties of an event."""

from dateline.reader import event_status
from dateline.reader.clause_parts import reporter
from dateline.reader.event_arguments import TIMES, Arguments, of_joined, of_noun
from dateline.reader.event_words import Trigger
from dateline.reader.found_index import Index
from dateline.reader.parse import Token
from dateline.records import Statement

TO = frozenset({"to", "à", "au", "aux"})
MODIFIERS = 8  # words of an actor in which an earthquake is looked for


def actors(
    option: Trigger, args: Arguments, index: Index, said: Statement | None
) -> tuple[str, ...]:
    """Who did it: for a weapon whosever it is, and for "it" in what somebody says, the speaker."""
    lists, noun = event_status.lists(), args.actor
    if option.by:
        noun = next((n for word, n in args.joined if word == option.by), None)
    if noun is None:
        sides = [n for word, n in args.joined if word in lists["between"]]
        if sides and option.mode == "sideAB":
            return index.names(sides[0])
        return _by_means(args, index) if option.type == "ASSAULT" else ()
    if option.type == "ASSAULT" and noun.lemma_.lower() in lists["means"]:
        return index.owners(noun)
    if noun.lower_ in lists["selves"] and said is not None and said.source_name:
        return (said.source_name,) if reporter(args.verb or args.trigger) is not None else ()
    return index.names(noun)


def _by_means(args: Arguments, index: Index) -> tuple[str, ...]:
    """Whose strike it was: "an Israeli air strike", "killed in a Russian missile attack"."""
    means = event_status.lists()["means"] | {args.trigger.lemma_.lower()}
    nouns = [n for _, n in args.joined] if args.trigger.pos_ == "VERB" else [args.trigger]
    if args.object is not None and args.trigger.pos_ == "VERB":
        nouns.append(args.object)
    struck = (n for n in nouns if n.pos_ == "NOUN" and n.lemma_.lower() in means)
    return next((found for n in struck if (found := index.owners(n))), ())


def is_natural(args: Arguments) -> bool:
    """True for what kills without anybody's doing: an earthquake, an epidemic."""
    nature = event_status.lists()["nature"]
    by = [n for word, n in args.joined if word in ("by", "in", "par", "dans")]
    if args.actor is not None:  # "a magnitude 6.8 earthquake", whichever word the parser takes
        first, end = args.actor.left_edge.i, args.trigger.i
        by += [t for t in args.trigger.doc[first : min(end, first + MODIFIERS)] if t.pos_ == "NOUN"]
    return any(n.lemma_.lower() in nature for n in by)


def befalls(option: Trigger, args: Arguments) -> Token | None:
    """Whom it befalls: for aid, who gets it; troops that are moved befall nobody."""
    if option.by:
        return args.actor
    lists = event_status.lists()
    if option.type == "REQUEST" and args.object is None:
        asked = [n for word, n in args.joined if word in ("on", "upon")]
        clauses = [c for c in args.trigger.children if c.dep_ == "ccomp"]
        asked += [c for clause in clauses for c in clause.children if c.dep_ == "nsubj"]
        return next(iter(asked), args.recipient)
    if option.light and args.object is not None:
        below = of_noun(args.object, frozenset())
        towards = [
            n
            for word, n in (*below.joined, *args.joined)
            if word in lists["towards"] and n.ent_type_ not in TIMES
        ]
        own = below.recipient
        own = own if own is None or own.lemma_.lower() not in lists["law"] else None
        return own or args.target or next(iter(towards), None)
    if option.type == "AID":
        given = [n for word, n in (*args.joined, *of_joined(args.object)) if word in TO]
        given += [c for c in args.trigger.children if c.dep_ == "dative" and c.pos_ != "ADP"]
        return given[0] if given else None
    if option.type == "MOBILIZE":
        return args.target
    return args.recipient
