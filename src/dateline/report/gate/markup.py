"""What of a draft is prose: markup and list marks blanked, so that every offset stays."""

import re
from html import unescape

from dateline.report.words import is_function, tokens

TAG = re.compile(r"<(?:/?(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15})[^<>]{0,500}|!--[^<>]{0,2000}--)>")
BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table",
     "blockquote", "section", "article", "header", "footer")
)  # fmt: skip
ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,10});")
MARK = re.compile(r"(?m)^[ \t]{0,8}(?:#{1,6}|[-*•–+>]|\d{1,2}[.)])(?=[ \t])")
ADDRESS = re.compile(r"https?://\S{1,500}")


def plain(text: str) -> str:
    """A draft of the same length with tags, list marks and web addresses blanked.

    The end of a block, or the mark of a list item, ends a sentence.
    """
    text = TAG.sub(_block, text)
    text = ENTITY.sub(lambda m: unescape(m[0])[:1].ljust(len(m[0])), text)
    text = ADDRESS.sub(lambda m: " " * len(m[0]), text)
    return MARK.sub(lambda m: "\n".ljust(len(m[0])), text)


def _block(tag: re.Match[str]) -> str:
    ends = (tag["name"] or "").casefold() in BLOCKS
    return ("\n\n" if ends else "").ljust(len(tag[0]))


def says_something(text: str) -> bool:
    """True for words that can be borne out or not: no rule, number of a list or bare table."""
    return any(len(t.text) > 1 and t.text.isalpha() and not is_function(t) for t in tokens(text))
