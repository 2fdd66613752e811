"""A parse as plain Python lists: one bulk copy instead of a spaCy property call per token."""

from dataclasses import dataclass, field

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, POS, SENT_START, TAG
from spacy.tokens import Doc

from dateline.reader.attribution import french, inversion, phrases
from dateline.reader.attribution.words import speakers, telling

FINITE = frozenset(("VBD", "VBZ", "VBP", "VBN"))
SPEAKING = frozenset(("PERSON", "ORG", "GPE"))
COLUMNS = (LEMMA, POS, TAG, DEP, HEAD, ENT_TYPE, SENT_START)


@dataclass(slots=True)
class Grid:
    """Parallel lists over the tokens of a text; positions are token numbers, edges inclusive.

    ``word`` and ``lemma`` are lower case. ``sents`` holds first and last token of each sentence,
    outer space left out; ``sent`` the number of a token's sentence. ``quote`` is the number of the
    quotation around a token, or -1 (filled in by ``quotes``).
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


def _sentences(pos: list[str], begins: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """Sentence number per token, and the trimmed range of each sentence."""
    number, ranges, first = [], [], 0
    for i, begin in enumerate(begins):
        if begin == 1 and i:
            ranges.append(_trimmed(pos, first, i - 1))
            first = i
        number.append(len(ranges))
    ranges.append(_trimmed(pos, first, len(begins) - 1))
    return number, ranges


def _edges(head: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """First and last token of every subtree, children before parents."""
    left, right = list(range(len(head))), list(range(len(head)))
    order = [i for i, h in enumerate(head) if h == i]
    for i in order:  # grows while it is read: parents come before their children
        order.extend(kids[i])
    for i in reversed(order):
        h = head[i]
        left[h] = min(left[h], left[i])
        right[h] = max(right[h], right[i])
    return left, right


def grid(doc: Doc, language: str = "en") -> Grid:
    """The lists of a parsed text; a French parse comes out in the shape of an English one."""
    table = doc.to_array(COLUMNS).T.astype("int64")
    strings = doc.vocab.strings
    names = {int(v): strings[int(v) % 2**64] for row in (0, 1, 2, 3, 5) for v in set(table[row])}
    lemma, pos, tag, dep, ent = ([names[v] for v in table[row].tolist()] for row in (0, 1, 2, 3, 5))
    lemma = [x.lower() for x in lemma]
    word = [t.lower_ for t in doc]
    head = [i + h for i, h in enumerate(table[4].tolist())]
    if language == "fr":
        french.reshape(word, lemma, pos, tag, dep, head)
    else:
        phrases.reshape(phrases.Columns(word, lemma, pos, tag, dep, head))
        inversion.mend(
            word,
            dep,
            head,
            is_cue=lambda i: tag[i] in FINITE and lemma[i] in telling(),
            is_speaker=lambda i: ent[i] in SPEAKING or lemma[i] in speakers(),
        )
    kids: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
    left, right = _edges(head, kids)
    sent, sents = _sentences(pos, table[6].tolist())
    start = [t.idx for t in doc]
    return Grid(
        text=doc.text,
        word=word,
        lemma=lemma,
        pos=pos,
        tag=tag,
        dep=dep,
        head=head,
        ent=ent,
        start=start,
        end=[s + len(t) for s, t in zip(start, doc, strict=True)],
        left=left,
        right=right,
        kids=kids,
        sent=sent,
        sents=sents,
    )
