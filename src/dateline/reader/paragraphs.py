"""Where a sentence begins: always after a blank line, never after a paragraph's first bare word.

The parser is told so before it runs. Left to itself, it can take "Russia" in a telex text whose
header is blanked out for a sentence of its own, and "announced that ..." is then nobody's.
"""

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "dateline_paragraphs"


@Language.component(COMPONENT)
def paragraphs(doc: Doc) -> Doc:
    """Mark the first word after a blank line (in the model's view), and the one that follows it."""
    fresh, second = True, False
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        if fresh and token.i:
            token.is_sent_start = True
        elif second:
            token.is_sent_start = False
        fresh, second = False, fresh and token.text[-1].isalnum()
    return doc
