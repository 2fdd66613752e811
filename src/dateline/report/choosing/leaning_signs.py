"""What speaks for a reader stumbling over a sentence that stands alone, and what against it: plain
signs for a linear model.
"""

import re

from dateline.records import Name
from dateline.report.choosing import strict
from dateline.report.choosing.course import Course
from dateline.report.lines import definite, fitness, homeless, pointing, reliance
from dateline.report.lines.drafts import Draft
from dateline.report.words import outside_quotes, tokens

HE = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
IT = re.compile(r"\b(?:it|its|itself)\b", re.IGNORECASE)
THIS = re.compile(
    r"\b(?:this|these|those)\b(?! (?:week|month|year|morning|afternoon|evening)\b)"
    r"|\b(?:by|of|in|for|on|at|to|from|with|after|before|and|but|said|says) that\b"
    r"(?! (?:the|a|an|he|she|it|they|we|there|no|all)\b)",
    re.IGNORECASE,
)
FURTHER = re.compile(
    r"\b(?:also|another|others?|more|further|additional|same|such|both|latter|former|rest|remaining"
    r"|again|else|similar|likewise|respectively|each|either|neither)\b",
    re.IGNORECASE,
)
TURN = re.compile(
    r"\b(?:however|meanwhile|moreover|furthermore|therefore|thus|then|later|afterwards?"
    r"|subsequently|finally|besides|nevertheless|nonetheless|consequently|instead|hence|still|yet)\b",
    re.IGNORECASE,
)
HERE = re.compile(
    r"\b(?:here|there,|nearby|the (?:area|zone|region|city|town|village|place|site|scene|capital"
    r"|country|department|province|neighbou?rhood|building|vicinity|spot))\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\W*(?:(?P<the>the)|(?P<he>he|she|his|her)|(?P<they>they|their|them|it|its)"
    r"|(?P<this>this|these|those|that|such)"
    r"|(?P<a>an?|one|some|several|many|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"|(?P<link>but|and|so|yet|also|then|thus|however)"
    r"|(?P<prep>in|on|at|during|after|before|according|with|for|by|to|from|as|when|while|since"
    r"|regarding|among))\b",
    re.IGNORECASE,
)
"""How a sentence begins."""

NUMBERED = re.compile(
    r"\bthe (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?! of\b)", re.IGNORECASE
)
SOURCE = re.compile(
    r"\bthe (?:sources?|reports?|communiques?|statement|document|spokes\w+|officials?|minister"
    r"|president|leader|note|message|newspaper|agency)\b(?! (?:of|for|from|by|that|who|which)\b)",
    re.IGNORECASE,
)
ENDED = re.compile(r"\b(?:the|this|that) \w+\W*$", re.IGNORECASE)
MANY = 3  # definite nouns or needs
LETTERS = 6  # of an abbreviation, at most


def signs(draft: Draft, course: Course) -> dict[str, float]:
    """What speaks for or against leaning, by name; absent signs are zero."""
    text = draft.sheet.shown[draft.span.start : draft.span.end]
    found: dict[str, float] = {
        "any": 1.0,
        **_verdicts(draft, text),
        **_pointers(outside_quotes(text)),
        **_definites(draft, course, text),
        **_names(draft, course),
        **_ground(draft, course, text),
    }
    return {name: float(value) for name, value in found.items() if value}


def first(text: str) -> str:
    """How a sentence begins: by which kind of word."""
    found = FIRST.match(text)
    return (found.lastgroup if found else None) or "other"


def _verdicts(draft: Draft, text: str) -> dict[str, float]:
    """What the rules say of a sentence."""
    kinds = {kind for need in draft.needs for kind in ({k for k, _ in need} or {"nothing"})}
    return {
        **{f"needs-{kind}": 1.0 for kind in kinds},
        "opens": draft.opens,
        "leans": draft.leans,
        "leans-hard": draft.leans and not draft.definite,
        "definite": draft.definite,
        "needs": min(MANY, len(draft.needs)),
        "unplaced": strict.unplaced(text),
        "elsewhere": bool(strict.ELSEWHERE.search(text)),
        "anaphora": bool(pointing.ANAPHORA.search(text)),
        "pointing": bool(pointing.POINTING.search(outside_quotes(text))),
        "plural": homeless.plural(outside_quotes(text)),
        "outward": homeless.outward(text),
        "nameless-pronoun": strict.nameless(draft, text),
        "anchored": draft.anchor is not None,
    }


def _pointers(text: str) -> dict[str, float]:
    """Words that stand for others, or tie a sentence to those before."""
    return {
        "he": bool(HE.search(text)),
        "they": bool(THEY.search(text)),
        "it": bool(IT.search(text)),
        "this": bool(THIS.search(text)),
        "further": bool(FURTHER.search(text)),
        "turn": bool(TURN.search(text)),
        "here": bool(HERE.search(text)),
        "numbered": bool(NUMBERED.search(text)),
        "the-source": bool(SOURCE.search(text)),
        f"first-{first(text)}": 1.0,
        "ends-definite": ENDED.search(text) is not None,
    }


def _definites(draft: Draft, course: Course, text: str) -> dict[str, float]:
    """Definite nouns, by whether the dispatch has told of them before."""
    heads = definite.heads(text)
    told = [head for head in heads if course.is_told(head.key, draft.index)]
    rest = [head for head in heads if head not in told]
    akin = [h for h in rest if any(course.is_told(k, draft.index) for k in _family(h.key))]
    words = tokens(text)
    subject = bool(words) and words[0].fold == "the" and bool(heads)
    return {
        "the-told": min(MANY, len(told)),
        "a-the-told": bool(told),
        "the-akin": bool(akin),
        "the-new": min(MANY, len(rest) - len(akin)),
        "the-pointed": any(definite.is_pointed(head.key) for head in heads),
        "the-subject": subject and heads[0].start < words[min(4, len(words) - 1)].end,
        "the": min(4, sum(w.fold == "the" for w in words)) / 4,
    }


def _family(stem: str) -> frozenset[str]:
    return definite.told(frozenset([stem]))


def _names(draft: Draft, course: Course) -> dict[str, float]:
    sheet, span = draft.sheet, draft.span
    names = [n for n in sheet.reading.names if span.contains(n.span)]
    persons = [n for n in names if n.kind == "person"]
    bare = [n for n in persons if not reliance.is_introduced(sheet, span, n)]
    short = [n for n in bare if _is_short(n)]
    old = [n for n in bare if not course.is_new(n, draft.index)]
    untitled = [n for n in bare if reliance.office(sheet, n.canonical) is None]
    bodies = [n for n in names if n.kind in ("organisation", "group")]
    known = [n for n in bodies if not course.is_new(n, draft.index)]
    return {
        "person": bool(persons),
        "bare-person": bool(bare),
        "surname": bool(short),
        "surname-untitled": any(n in untitled for n in short),
        "person-told": bool(old),
        "person-told-untitled": any(n in untitled for n in old),
        "body": bool(bodies),
        "body-told": bool(known),
        "letters-told": any(len(n.text) <= LETTERS and n.text.isupper() for n in known),
        "no-name": not names and not draft.spots,
        "place": bool(draft.spots),
    }


def _is_short(name: Name) -> bool:
    return len(name.text.split()) < max(2, len(name.canonical.split()))


def _ground(draft: Draft, course: Course, text: str) -> dict[str, float]:
    """What a sentence stands on: its day, its speaker, its place in the dispatch."""
    sheet, span, reading = draft.sheet, draft.span, draft.sheet.reading
    told = sum(course.is_told(word, draft.index) for word in draft.keys)
    before, _ = sheet.neighbours(draft.sentence.span)
    count = len(tokens(text))
    return {
        "depth": min(10, draft.index) / 5,
        "told-share": told / max(1, len(draft.keys)),
        "same-paragraph": before is not None and before.paragraph == draft.sentence.paragraph,
        "dated": any(span.contains(w.span) and w.start for w in reading.dates),
        "told": fitness.is_told(sheet, span),
        "event": any(span.contains(e.span) for e in reading.events),
        "toll": any(span.contains(f.span) and f.measure == "killed" for f in reading.figures),
        "very-short": count < 10,
        "short": count < 16,
        "long": count > 30,
        "interview": bool(sheet.answers),
        "opinion": sheet.opinion is not None,
        "spoken": draft.spoken is not None,
        "carried": draft.carries is not None,
        "quoted-share": 1 - len(outside_quotes(text)) / max(1, len(text)),
        "stative": bool(strict.ABOUT.search(text)),
    }
