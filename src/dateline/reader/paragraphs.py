"""Where a sentence begins: always after a blank line, never after a paragraph's first bare word,
and at the latest after ``LONGEST`` words without a full stop.

The parser is told so before it runs. Left to itself, it can take "Russia" in a telex text whose
header is blanked out for a sentence of its own, and "announced that ..." is then nobody's. And in
an endless list each step down the parse walks over all of it: time goes with the square of a
sentence.
"""

import numpy as np
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # compiled, no stub
from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "dateline_paragraphs"
LONGEST = 250
STOPS = frozenset((".", "!", "?", "…"))


@Language.component(COMPONENT)
def paragraphs(doc: Doc) -> Doc:
    """Mark the first word after a blank line (in the model's view), and the one that follows it."""
    starts = np.zeros(len(doc), dtype=np.int64)  # 1: begins a sentence, -1: does not, 0: unknown
    fresh, second = True, False
    size = 0  # words since a sentence may have ended
    for i, token in enumerate(doc):
        text = token.text
        if text.isspace():
            fresh = fresh or "\n" in text
            continue
        size = 0 if text in STOPS or fresh else size + 1
        if (fresh and i) or size > LONGEST:
            starts[i] = 1
            size = 0
        elif second:
            starts[i] = -1
        fresh, second = False, fresh and text[-1].isalnum()
    # all at once: setting a token's own attribute looks through the whole document every time
    return doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]  # thinc
