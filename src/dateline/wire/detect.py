"""Which format an input is in, by its content; extensions lie."""

import json
import re
from typing import Any, Literal

from lxml import etree

from dateline.errors import Unreadable
from dateline.wire import jsonfeed, jsonlines, mail, newsml, ninjs, safexml

Kind = Literal["plain", "html", "feed", "jsonfeed", "ninjs", "jsonl", "newsml-g2", "nitf", "mail"]
HTML = re.compile(
    r"(?i)<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|h2|span|table|meta|title)\b"
)
FEED_ROOTS = frozenset(("rss", "feed", "RDF"))
ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
HEAD = 4096  # characters looked at for a root element


def is_json_line(line: str) -> bool:
    """True if a first line is a whole JSON object in the shape of our lines, or of a ninjs item."""
    if not line.lstrip().startswith("{"):
        return False
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return jsonlines.is_line(value) or ninjs.is_ninjs(value)


def kind_of(text: str) -> tuple[Kind, Any]:
    """The format, with what parsing to tell it gave: a JSON value, an XML root, or null.

    Raises:
        Unreadable: it is JSON or XML, but of no kind that we know, or broken.
        Unsafe: it is XML with a DTD of its own.

    """
    head = text[:HEAD].lstrip()
    if head.startswith(("{", "[")):
        return _json_kind(text)
    if head.startswith("<"):
        return _markup_kind(text)
    return ("mail" if mail.is_mail(text) else "plain"), None


def _json_kind(text: str) -> tuple[Kind, Any]:
    if is_json_line(text.lstrip().split("\n", 1)[0]) and "\n" in text.strip():
        return "jsonl", None
    try:
        value = jsonlines.load(text)
    except Unreadable:
        if re.match(r"\s*(?:\{\s*[\"}]|\[\s*[{\[])", text):
            raise
        return "plain", None  # a text that opens with a bracket
    if jsonfeed.is_jsonfeed(value):
        return "jsonfeed", value
    if ninjs.is_ninjs(value) or (isinstance(value, list) and value and ninjs.is_ninjs(value[0])):
        return "ninjs", value
    if jsonlines.is_line(value):
        return "jsonl", value
    raise Unreadable(
        "This JSON is no format of news that we know.",
        'Send ninjs, JSON Feed, or lines of {"doc": ..., "text": ...}.',
    )


def _markup_kind(text: str) -> tuple[Kind, Any]:
    prolog = safexml.PROLOG.match(text)
    start = prolog.end() if prolog else 0
    head = text[start : start + HEAD]
    root = ROOT.search(head)
    name = root[2] if root else ""
    if name in FEED_ROOTS:
        return "feed", None
    if name in newsml.ROOTS or name == "nitf":
        tree: etree._Element = safexml.root_of(text)
        return ("nitf" if name == "nitf" else "newsml-g2"), tree
    if HTML.search(head):
        return "html", None
    if root is None or ("</" not in text and not text.lstrip().startswith("<?xml")):
        return "plain", None
    safexml.root_of(text)
    raise Unreadable(
        f"This is XML with the root <{name}>, which is no format of news that we know.",
        "Send NewsML-G2 items, NITF, RSS or Atom.",
    )
