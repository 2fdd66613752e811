"""A parse as plain Python lists: one bulk copy instead of a spaCy property call per token."""

from dataclasses import dataclass, field
from operator import add

from dateline.reader import token_columns
from dateline.reader.attribution import french, inversion, phrases
from dateline.reader.attribution.columns import Columns, columns

CHILDLESS: list[int] = []  # stands for the dependents of most words, none; never changed
BULLETS = frozenset(("-", "–", "—", "•", "*", "·"))
MOST_KIDS = 60  # dependents looked at: a hostile list of thousands must not cost the square


@dataclass(slots=True)
class Grid:
    """Parallel lists over the tokens of a text; positions are token numbers, edges inclusive.

    ``word`` and ``lemma`` are lower case. ``sents`` holds first and last token of each sentence,
    outer space left out; ``sent`` the number of a token's sentence. ``quote`` is the number of the
    quotation around a token, or -1, ``quoted`` the sentences with such tokens, ``commas`` those in
    no quotation (all filled in by ``quotes``).
    """

    text: str
    word: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    start: list[int]
    end: list[int]
    left: list[int]
    right: list[int]
    kids: list[list[int]]
    sent: list[int]
    sents: list[tuple[int, int]]
    quote: list[int] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    commas: list[int] = field(default_factory=list)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The interval of the text from one token to another, both included."""
        return self.start[first], self.end[last]


def _trimmed(pos: list[str], first: int, last: int) -> tuple[int, int]:
    """A token range without spaces at its ends (may come out empty: first > last)."""
    while first <= last and pos[first] == "SPACE":
        first += 1
    while last >= first and pos[last] == "SPACE":
        last -= 1
    return first, last


def _sentences(parse: Columns) -> tuple[list[int], list[tuple[int, int]]]:
    """Sentence number per token, and the trimmed range of each. None begins or ends at a comma."""
    pos, word, begins = parse.pos, parse.word, parse.begins
    number, ranges, first = list[int](), list[tuple[int, int]](), 0
    for i in sorted({*parse.bounds, *(k + 1 for k in parse.blanks if k + 1 < len(word))}):
        inside = word[i] == "," or word[i - 1] == ","
        if (begins[i] == 1 and not inside) or _is_bullet(pos, word, i):
            number += [len(ranges)] * (i - first)
            ranges.append(_trimmed(pos, first, i - 1))
            first = i
    number += [len(ranges)] * (len(word) - first)
    ranges.append(_trimmed(pos, first, len(pos) - 1))
    return number, ranges


def _is_bullet(pos: list[str], word: list[str], i: int) -> bool:
    """True for the mark of a list at the beginning of a line."""
    return word[i] in BULLETS and pos[i - 1] == "SPACE" and "\n" in word[i - 1]


def _children(head: list[int]) -> list[list[int]]:
    kids: list[list[int]] = [CHILDLESS] * len(head)
    for i, h in enumerate(head):
        if h != i:
            if kids[h] is CHILDLESS:
                kids[h] = [i]
            else:
                kids[h].append(i)
    return kids


def _edges(head: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of every subtree, children before parents."""
    left, right = list(range(len(head))), list(range(len(head)))
    order = [i for i, h in enumerate(head) if h == i]
    for i in order:  # grows while it is read: parents come before their children
        order.extend(kids[i])
    for i in reversed(order):
        h = head[i]
        if left[i] < left[h]:  # noqa: PLR1730 (twice as fast as min, and this runs for every token)
            left[h] = left[i]
        if right[i] > right[h]:  # noqa: PLR1730
            right[h] = right[i]
    return left, right


def grid(text: str, table: token_columns.Columns, language: str = "en") -> Grid:
    """The lists of a parsed text, mended; a French parse comes out in the shape of English."""
    parse = columns(table)
    if language == "fr":
        french.reshape(parse)
    else:
        phrases.reshape(parse)
        inversion.mend_english(parse)
    kids = _children(parse.head)
    left, right = _edges(parse.head, kids)
    sent, sents = _sentences(parse)
    return Grid(
        text=text,
        word=parse.word,
        lemma=parse.lemma,
        pos=parse.pos,
        tag=parse.tag,
        dep=parse.dep,
        head=parse.head,
        ent=parse.ent,
        start=table.starts,
        end=list(map(add, table.starts, table.sizes)),
        left=left,
        right=right,
        kids=[some if len(some) <= MOST_KIDS else some[:MOST_KIDS] for some in kids],
        sent=sent,
        sents=sents,
    )
