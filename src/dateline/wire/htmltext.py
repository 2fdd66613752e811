"""HTML, XHTML or NITF to plain text: blocks become paragraphs; scripts, captions, notes vanish."""

import re

from lxml import etree, html

from dateline.wire.clean import clean_text
from dateline.wire.safexml import local

BLOCKS = frozenset((
    "address", "article", "aside", "block", "blockquote", "body", "bq", "caption", "center", "dd",
    "details", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hedline", "hl1", "hl2", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
SILENT = frozenset((
    "button", "embed", "figcaption", "head", "iframe", "media", "note", "noscript", "object",
    "script", "select", "style", "svg", "template", "title",
))  # fmt: skip
SPACES = re.compile(r"[ \t\r\n\f]+")
MARKUP = re.compile(r"<[a-zA-Z!/][^>]*>|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]+);")


def parser() -> html.HTMLParser:
    """A forgiving parser that loads nothing and has libxml2's limits on depth and size."""
    return html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )


def text_of_html(markup: str) -> str:
    """The text of a fragment of HTML; plain text without tags or entities comes back as it is."""
    if not MARKUP.search(markup):
        return clean_text(markup).strip()
    data = markup.replace("\0", " ").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(data, parser=parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return text_of_tree(root)


def text_of_tree(root: etree._Element) -> str:
    """The text under an element, paragraphs a blank line apart."""
    parts: list[str] = []
    silent: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if silent is not None:
            silent = None if event == "end" and element is silent else silent
            if silent is None and element is not root:
                parts.append(_inline(element.tail))
            continue
        name = local(element).casefold()
        if event == "start":
            if name in SILENT or not name:
                silent = element
                continue
            parts += [*_boundary(name), _inline(element.text)]
        else:
            parts += _boundary(name, closing=True)
            if element is not root:
                parts.append(_inline(element.tail))
    return _tidy("".join(parts))


def _inline(text: str | None) -> str:
    return SPACES.sub(" ", text) if text else ""


def _boundary(name: str, *, closing: bool = False) -> list[str]:
    if name in BLOCKS:
        return ["\n\n"]
    if name == "br" and not closing:
        return ["\n"]
    return [" "] if name in ("td", "th") and closing else []


def _tidy(text: str) -> str:
    lines = (SPACES.sub(" ", line).strip() for line in clean_text(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
