"""A long clause without its last phrases: where it was, why, with whom, and what is more."""

import re
from collections.abc import Iterator

from dateline.report import lexicons
from dateline.report.lines import clauses
from dateline.report.words import QUOTE_MARKS, is_function, tokens

EASY = 78  # characters: what is that short is not clipped
CLOSING = 60  # characters of a closing attribution
JOINT = 2  # words: "carried out" before "at the hotel" goes with it
ROUNDS = 6  # phrases that a clause may lose

TAIL = re.compile(
    r"\s+(?P<opener>that(?= (?:was|were|is|are|had|has|have|will|would|took|left"
    r"|\w+ed)\b)|who|during|after"
    r"|before|while|when|where|because of|because|near|in order to|in|at|on|amid|despite|due to"
    r"|thanks to|as a result of|as part of|as well as|without"
    r"|as(?= (?:the|he|she|they|it|its|their)\b)"
    r"|together with|along with|including|leaving|causing|throughout|within|aboard|outside|inside"
    r"|along|until|if|unless|by|under|about|following|to|from|for|with|against|into|up to"
    r"|(?:some |about )?[\d,.]+ (?:km|kilomet\w+|met\w+|miles)(?= [a-z]))\s+(?=[^,;]*$)"
)
"""Where the last phrase of a sentence may start; nothing after it is set off."""

CLAUSAL = ("that", "who", "after", "before", "while", "when", "where", "because", "in order to",
           "as", "until", "if", "unless")  # fmt: skip
"""Openers of a last phrase that may have a verb of its own."""

NAMED = ("as", "by", "under", "about", "to", "from", "for", "with", "against", "into")
"""Openers of what often belongs to the verb: "described as the leader", "placed under arrest"."""

FINISHED = re.compile(r"(?:[A-Z]\w+|\b(?:was|were|been)\s+(?:\w+\s+)?\w+ed)$")
"""Before such an opener: a name, or a passive verb."""

AND = re.compile(
    r"(?:, \w+ed\b[^,“”\"]*)*(?:,?\s+and |, but )"
    r"(?=(?:was|were|has|have|had|is|are|will|that|not|\w+ed)\b"
    r"|(?:[\w-]+ ){1,5}?(?:was|were|has|have|had|is|are) \w+)"
)
"""Where the second of two or more predicates starts, or of two things said."""

REDUCED = re.compile(
    r" (?:\w+ed|held|made|known|led)(?: (?:out|up|off))?"
    r"(?= (?:of|by|to|with|as|in|at|for|from|on|near|against|outside|inside|under|during|after)\b"
    r"(?!.*\b(?:was|were|is|are|said|has|have|had|will)\b)[^,;“”\"]*$)"
    r"|, \w+ed$"
)
"""Where a last participle starts that describes a noun: "people suspected of ..."."""

OPENERS = re.compile(r"\b(?:after|when|while|because|that|who|which|where|before|if|as)\b")
JOINED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|has|have|had|and|or|not|ever|never|also|already|still|who|that"
    r"|which|he|she|they|it)|ly|[,;])$"
)
"""Before a participle: words that make it a verb of the clause."""

PURPOSE = re.compile(
    r" (?:in order )?to (?!the\b|a\b|an\b|this\b|its\b|his\b|her\b|their\b|which\b|whom\b|[A-Z\d])"
    r"(?=[a-z]+\b)[^,;“”\"]*$"
)
"""Where a last infinitive starts."""

CONTROL = re.compile(
    r"\b(?:decid|agree|want|wish|hop|plan|promis|threat|offer|ask|urg|order|call|tell|told|forc|allow"
    r"|permit|try|trie|attempt|seek|sought|need|refus|fail|beg|start|continu|intend|intent|expect"
    r"|invit|requir|request|demand|help|able|unable|ready|willing|likely|due|set|going|effort|right"
    r"|abilit|decision|way|power|dut|desire|propos|vow|pledg|seem|appear|manag|dar|learn|us|enabl"
    r"|persuad|convinc|encourag|prepar|authori|commit|warn|advis|appeal|reason|tend|campaign|struggl"
    r"|choos|chose|deserv|mean|stop|first|last|opportunit|chance|time|mission|initiative|instruct"
    r"|determin|aim|design|swear|swore|lik|prefer|obligat|sign|commission)\w*\b",
    re.IGNORECASE,
)
"""Words that an infinitive belongs to, which can't lose it."""

APPOSED = re.compile(
    r"(?<=[A-Za-z]), (?!and\b|or\b|but\b|not\b|except\b|[^,]*\b(?:and|or) )[^,“”\"]+$"
)
"""A closing apposition: ", deputy commander of the zone", ", Usulutan Department"."""

EXAMPLE = re.compile(
    r", (?:especially|particularly|mainly|including|such as|among them|most of them|many of them"
    r"|one of them|without|apparently)\b[^,“”\"]*$"
)
"""What is set off at the end as a detail."""

POINTING = re.compile(r" (?:in|during|after|by) the \w+$")

LISTED = re.compile(r"(?<=[a-z]): [A-Z\d][^:“”\"]*$")
"""What a colon leads in at the end."""

NAME = re.compile(r"\b[A-Z][\w.-]+$")
DEATH = re.compile(r"\b(?:killed|dead|died|body|bodies|murdered|assassinated|deaths?|corpses?)\b")
NAMES = re.compile(r",(?: [A-Z][\w.-]+)+")

HELD = re.compile(
    r"(?:\bto (?-i:[a-z])\w*|['’]s \w+|\b(?:days?|hours?|weeks?|months?|years?|minutes?)"
    r"|\b(?:between|both|not|no|if)\b[^,]*"
    r"|\bfrom\b(?:(?!\b(?:was|were|is|are|has|have|had|will)\b)[^,])*"
    r"|(?:ing|en|ly|ow|id|out|up|off|down)|\b(?:able|unable|ready|due|set|likely|expected|forced"
    r"|allowed|going|found|began|caused|known))$",
    re.IGNORECASE,
)
"""Before a last phrase: words that can't lose it."""

SCOPED = re.compile(
    r"\b(?:all|every|no|none|only|entire|whole|any)\b(?!-)"
    r"|\b(?:(?:inflict|prevent|describ|regard|consider|accus|blam)\w*|charged)\b[^,]*$",
    re.IGNORECASE,
)
"""Words that hold only within what a last phrase says: "all its programmes in Tarvia"."""

ADVERB = re.compile(r"(?:,? (?:almost|nearly|very))? [a-z]+ly$")
"""Closing words that say no more than how."""

PAST = re.compile(
    r"\b(?:was|were|been|is|are)\s+(?:\w+\s+)?(?:killed|injured|wounded|arrested|kidnapped|abducted"
    r"|murdered|assassinated|freed|released|destroyed|damaged|captured|detained|bombed|evacuated"
    r"|closed|suspended|postponed|canceled|cancelled)$"
    r"|\b(?:\d+|\w+) (?:wounded|injured|captured)$"
    r"|\b(?:died|exploded|resigned|escaped|surrendered|collapsed|crashed)$"
)
"""Forms in -ed that can end a sentence."""


def clipped(text: str) -> Iterator[str]:
    """Shorter and shorter versions of a clause that is long, each without one phrase more; an
    attribution that closes it stays.
    """
    body, closing = _parted(text)
    whole = True
    for _ in range(ROUNDS):
        tail = _last(body)
        if tail is None or (whole and len(body + closing) <= EASY):
            break
        body = body[:tail].rstrip(" ,;")
        whole = complete(body)
        if whole:
            yield body + closing


def unpointed(text: str) -> Iterator[str]:
    """A clause without a closing "in the attack", which points at what a headline has not told."""
    found = POINTING.search(text)
    noun = tokens(text)[-1:]
    if found and noun[0].fold in lexicons.bases("scenes") and complete(text[: found.start()]):
        yield text[: found.start()]


def _last(text: str) -> int | None:
    """Where what can go starts: a closing apposition, a last phrase, or a second predicate."""
    listed = LISTED.search(text) or EXAMPLE.search(text)
    if listed:
        return listed.start()
    apposed = APPOSED.search(text)
    if apposed and not _finite(apposed[0]):
        named = NAME.search(text[: apposed.start()]) or NAMES.fullmatch(apposed[0])
        if named:
            return apposed.start()
    phrase, participle = _last_phrase(text) or 0, _participle(text)
    if participle < phrase and len(text[participle:phrase].split()) <= JOINT:
        phrase = participle or phrase
    return max(_second(text), participle, phrase) or None


def _second(text: str) -> int:
    """Where a second predicate starts that can go, or 0."""
    for second in AND.finditer(text):
        before, after = text[: second.start()], text[second.end() :]
        quoted = clauses.enclosed(before) or clauses.enclosed(after)
        graver = DEATH.search(after) and not DEATH.search(before)
        if _finite(before) and not (quoted or graver or SCOPED.search(text)):
            return second.start()
    return 0


def _finite(text: str) -> bool:
    """True if some words have a verb that is no noun or adjective as well ("reports")."""
    plain, speech = lexicons.words("finite"), lexicons.words("speech")
    unclear = {w for w in speech if w not in plain and not w.endswith("ed")} | {"alleged", "called"}
    known = " ".join(
        "of" if t.fold in unclear else t.text for t in tokens(text.replace("-", " of "))
    )
    return clauses.verbal(known)


def _participle(text: str) -> int:
    """Where a last participle or infinitive starts that can go, or 0."""
    if SCOPED.search(text):
        return 0
    starts, purpose = [0], PURPOSE.search(text)
    for reduced in REDUCED.finditer(text):
        before = text[: reduced.start()]
        verb = clauses.verbal(OPENERS.split(before)[-1])
        starts += [len(before)] if verb and not JOINED.search(before) else []
    if purpose and not CONTROL.search(text[: purpose.start()]):
        starts.append(purpose.start())
    return max(starts)


def _last_phrase(text: str) -> int | None:
    """Where the last phrase of a sentence starts that can go: one without a verb, or a clause."""
    for tail in reversed(list(TAIL.finditer(text))):
        before, after = text[: tail.start()], text[tail.end() :]
        if SCOPED.search(before) or clauses.enclosed(before):
            return None
        if tail["opener"] == "that" and _told(before):
            return None
        if tail["opener"] in NAMED and not FINISHED.search(before):
            continue
        if tail["opener"] in ("if", "unless") and "threat" not in before:
            return None
        if tail["opener"] == "to" and not after[:1].isupper() and not after.startswith("the "):
            continue
        clausal = tail["opener"] in CLAUSAL or after.startswith("which ")
        if clausal or not _finite(after):
            return tail.start()
    return None


def _told(text: str) -> bool:
    """True for words that end in a verb of speech, whose content a "that" leads in."""
    last = tokens(text)[-1:]
    return bool(last) and last[0].fold in lexicons.words("speech")


def complete(text: str) -> bool:
    """True if a clipped sentence still has its verb, and does not break off before an object."""
    text = ADVERB.sub("", text)
    last = tokens(text)[-1:]
    if not last or is_function(last[0]) or HELD.search(text):
        return False
    if last[0].fold.endswith("ed") and not PAST.search(text):
        return False
    said = re.split(r"\b(?:that|said|says)\b", text)
    return clauses.verbal(said[0] + (" said" if len(said) > 1 else "")) and (
        len(said) == 1 or clauses.verbal(said[-1])
    )


def _parted(text: str) -> tuple[str, str]:
    """A sentence and its closing attribution (", the army said"), which clipping leaves alone."""
    head, comma, tail = text.rpartition(", ")
    said = any(t.fold in lexicons.words("speech") for t in tokens(tail))
    short = head and len(tail) <= CLOSING and not any(c in QUOTE_MARKS for c in tail)
    return (head, comma + tail) if said and short else (text, "")
