"""Number phrases with the noun that they count, found in a parsed text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.reader.counting.numbers import Number, NumberWords, number_words, numbers
from dateline.reader.page import Found, Page
from dateline.reader.parse import Parse, Token

OF = {"en": ("of",), "fr": ("de", "d'", "d’", "des")}
RATIO = (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every"), ("sur",))
LINKS = frozenset(link[0] for link in RATIO)
OTHERS = frozenset(("others", "autres"))
MORE = frozenset(("more",))
INNER = frozenset(("DET", "ADJ", "PRON", "NUM", "ADV"))
MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "VERB", "PART", "CCONJ", "PUNCT", "ADV"))
LABELS = frozenset(
    [
        "law",
        "article",
        "no",
        "number",
        "decree",
        "page",
        "chapter",
        "resolution",
        "flight",
        "route",
        "highway",
        "room",
        "channel",
        "cadena",
        "section",
        "decision",
        "order",
        "paragraph",
        "protocol",
        "loi",
        "numéro",
        "n°",
        "article",
    ]
)
TIMES = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "decade",
        "century",
        "night",
        "weekend",
        "morning",
        "an",
        "année",
        "mois",
        "semaine",
        "jour",
        "heure",
        "seconde",
        "siècle",
        "nuit",
        "gmt",
        "o'clock",
        "a.m.",
        "p.m.",
        "a.m",
        "p.m",
        "am",
        "pm",
        "h",
    ]
)
SEVERITY = frozenset(
    (
        *("critically", "seriously", "severely", "gravely", "badly", "slightly", "lightly"),
        *("grièvement", "gravement", "légèrement", "sérieusement"),
    )
)
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
REACH = 7  # tokens between a number and its noun
RATIOS = frozenset((2, 3, 4, 5, 6, 8, 10, 100))  # wholes of "one in five"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number phrase at tokens ``number.start`` to ``end`` (exclusive, counted noun included)."""

    number: Number
    noun: Token | None
    end: int
    partitive: bool = False


def quantities(page: Page, found: Found) -> Iterator[Quantity]:
    """All quantities but dates, ages, ordinals, references and parts of names."""
    words = number_words(page.language)
    dated = _dated(page, found)
    for found_number in numbers(page.lowers, words):
        number = _past_particle(page.doc, _past_date(found_number, dated))
        if not _is_reference(page.doc, number, dated, words) and not _is_ratio(page, number, words):
            yield _counted(page, number)


def ratio(page: Page, start: int, words: NumberWords) -> tuple[int, float] | None:
    """The end and value of ``one in five``, ``four out of five``, ``un sur cinq``."""
    texts = page.lowers
    value = words.cardinals.get(texts[start]) or _small(texts[start])
    for link in RATIO:
        end = start + 1 + len(link)
        if value and tuple(texts[start + 1 : end]) == link and end < len(texts):
            whole = words.cardinals.get(texts[end]) or _small(texts[end])
            if whole in RATIOS and value < whole and (link != ("in",) or value in (1, whole - 1)):
                return end + 1, round(value / whole, 4)
    return None


def _small(text: str) -> float:
    return float(text) if text.isdigit() and len(text) < 4 else 0.0


def _is_ratio(page: Page, number: Number, words: NumberWords) -> bool:
    """True for either number of ``one in five``, which together are a share."""
    start = max(0, number.first - 4)
    if LINKS.isdisjoint(page.lowers[start : number.first + 2]):
        return False
    found = [ratio(page, i, words) for i in range(start, number.first + 1)]
    return any(r is not None and number.first < r[0] for r in found)


def _dated(page: Page, found: Found) -> frozenset[int]:
    """Tokens inside time expressions."""
    spans = (page.tokens(w.span.start, w.span.end) for w in found.get("dates", ()))
    return frozenset(t.i for span in spans for t in span)


def _past_date(number: Number, dated: frozenset[int]) -> Number:
    """The 376 of "losses since Sept. 27 to 376", which is no range from the 27 of the date."""
    last, high = number.end - 1, number.high
    if number.hedge != "between" or number.first not in dated or last in dated or high is None:
        return number
    return Number(last, last, number.end, high, high, high, "exact")


def _past_particle(doc: Parse, number: Number) -> Number:
    """The three of "handed over three hostages", which are not "over three"."""
    if number.start == number.first or number.hedge != "more than":
        return number
    if doc[number.start].dep_ != "prt":
        return number
    low = number.low
    return Number(number.first, number.first, number.end, low, low, low, "exact")


def _is_reference(doc: Parse, number: Number, dated: frozenset[int], words: NumberWords) -> bool:
    """True for a number that counts nothing: a date, an age, a clock time, ``Law 42``, ``M-19``."""
    first, last = doc[number.first], doc[number.end - 1]
    if first.i in dated or last.i in dated:
        return True
    before = doc[first.i - 1] if first.i else None
    after = doc[number.end] if number.end < len(doc) else None
    if before is not None and (_glued(before, first) or before.lower_.rstrip(".") in LABELS):
        return True
    if after is not None and (_glued(last, after, words) or after.lower_ in TIMES):
        return True
    if after is not None and after.lower_ in words.shares and _has_whole(doc, after):
        return True
    if first.is_sent_start and after is not None and after.text in (".", ")") and first.like_num:
        return True
    return _is_year(first, number) or _is_age(doc, number, before, after)


def _has_whole(doc: Parse, share: Token) -> bool:
    """True for the ``three`` of ``three quarters of the city``, which is no count of quarters."""
    return share.i + 1 < len(doc) and doc[share.i + 1].lower_ in ("of", *OF["fr"])


def _glued(left: Token, right: Token, words: NumberWords | None = None) -> bool:
    """True for number and letters joined by a hyphen, a slash or nothing: ``M-19``."""
    if (
        left.whitespace_
        or left.text[-1:] in "'’"
        or (words is not None and right.lower_ in words.units)
    ):
        return False
    inner = right.text if words is not None else left.text
    return inner in ("-", "/") or inner[-1:].isalpha() or inner[:1].isalpha()


def _is_year(first: Token, number: Number) -> bool:
    value = number.value or 0
    bare = first.text.isdigit() and len(first.text) == 4 and 1000 <= value <= 2100
    return (
        bare
        and number.start == number.first
        and not (first.dep_ == "nummod" and first.head.i > first.i)
    )


def _is_age(doc: Parse, number: Number, before: Token | None, after: Token | None) -> bool:
    """``Maryna, 28, said``: a number between commas after a name or person."""
    if before is None or after is None or before.text != "," or after.text not in (",", "."):
        return before is not None and before.lower_ in ("aged", "âgé", "âgée", "age")
    value = number.value or 0
    return number.end - number.first == 1 and 0 < value < 110 and doc[before.i - 1].pos_ == "PROPN"


def _counted(page: Page, number: Number) -> Quantity:
    """The quantity of a number: the noun it modifies, or the noun after ``of``."""
    doc, end = page.doc, number.end
    end += end < len(doc) and doc[end].lower_ in MORE
    if end < len(doc) and doc[end].lower_ in OF[page.language]:
        noun = _partitive(doc, end)
        if noun is not None:
            return Quantity(number, noun, _end(noun), partitive=True)
    severe = number.end < len(doc) and doc[number.end].lower_ in SEVERITY
    noun = _modified(doc, number) if not severe else None
    return Quantity(number, noun, _end(noun) if noun is not None else number.end)


def _is_more(partitive: Quantity) -> bool:
    """True for ``26 more of its troops``."""
    noun = partitive.noun
    return noun is not None and noun.doc[partitive.number.end].lower_ in MORE


def _end(noun: Token) -> int:
    """Where a noun ends, with the adjectives that follow it in French (``soldats russes``)."""
    end = noun.i + 1
    french = noun.doc.lang_ == "fr"
    while (
        french
        and end < len(noun.doc)
        and noun.doc[end].dep_ == "amod"
        and noun.doc[end].head == noun
    ):
        end += 1
    return end


def _modified(doc: Parse, number: Number) -> Token | None:
    """The noun right of a number that the parse, or failing that the order of words, gives it."""
    last = doc[number.end - 1]
    if number.end < len(doc) and doc[number.end].lower_ in ("le", "la", "les", "l'", "l’"):
        return None  # "portant à 57 le nombre de morts"
    if number.end < len(doc) and doc[number.end].lower_ in WEEKDAYS:
        return None  # "rose to 11 Saturday"
    for token in (last, doc[number.first]):
        head = token.head
        noun_like = head.pos_ in ("NOUN", "PROPN") or head.lower_ in OTHERS
        near = number.end <= head.i < number.end + REACH
        near = near and not _of_another(doc, number.end, head)
        if noun_like and near and not _broken(doc, number.end, head.i):
            return head
    noun = None
    for token in doc[number.end : number.end + REACH]:
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in OTHERS:
            noun = token
        elif token.pos_ != "ADJ" or noun is not None:
            break
    return noun


def _of_another(doc: Parse, start: int, noun: Token) -> bool:
    """True for the days of "up from 100,000 three days ago"."""
    return noun.lemma_ in TIMES and any(t.pos_ == "NUM" for t in doc[start : noun.i])


def _broken(doc: Parse, start: int, end: int) -> bool:
    return any(t.pos_ not in MODIFIERS and t.pos_ not in INNER for t in doc[start:end])


def _partitive(doc: Parse, of: int) -> Token | None:
    """The noun after ``of``: ``498 of its soldiers``, ``dozens of people``; pronouns too."""
    children = [c for c in doc[of].children if c.i > of and c.dep_ == "pobj"]
    if children and children[0].i - of < REACH:
        return children[0]
    noun = None
    for token in doc[of + 1 : of + 1 + REACH]:
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif noun is not None or token.pos_ not in INNER:
            break
    return noun


def by_token(found: Sequence[Quantity]) -> dict[int, Quantity]:
    """Quantities by the tokens of their number and by their noun."""
    table: dict[int, Quantity] = {}
    for quantity in found:
        if quantity.noun is not None:
            table[quantity.noun.i] = quantity
        more = quantity.partitive and _is_more(quantity)
        for i in range(quantity.number.start, quantity.number.end + more):
            table[i] = quantity
    return table
