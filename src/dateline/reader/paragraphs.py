"""A sentence never crosses a paragraph: tells the parser so before it runs."""

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "dateline_paragraphs"


@Language.component(COMPONENT)
def paragraphs(doc: Doc) -> Doc:
    """Mark the first token after a blank line (in the model's view) as a sentence start."""
    fresh = True
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        if fresh and token.i:
            token.is_sent_start = True
        fresh = "\n" in token.whitespace_
    return doc
