"""XML off the wire: no DTD with declarations, no entity but the five, no network, bounded depth."""

import re

from lxml import etree

from dateline.errors import Unreadable, Unsafe

PROLOG = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*")
DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(\[?)")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def root_of(text: str) -> etree._Element:
    """The root element of an XML text.

    A bare DOCTYPE that only names an external DTD is common in NITF and RSS 0.91, and harmless, as
    no DTD is ever loaded; one with declarations of its own is refused.

    Raises:
        Unsafe: the document declares entities, or is nested beyond libxml2's depth limit.
        Unreadable: it is not well formed.

    """
    refuse_dtd(text)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(DECLARATION.sub("", text).lstrip().encode(), parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "not well formed").split("\n")[0]
        if "depth" in reason or "amplification" in reason or "XML_PARSE_HUGE" in reason:
            raise Unsafe(f"The XML is built to exhaust a parser: {reason}.", "Refuse it.") from None
        raise Unreadable(
            f"The XML is not well formed: {reason}.", "Ask the sender for the whole file."
        ) from None


def refuse_dtd(text: str) -> None:
    """Refuses a document type with declarations inside (entity bombs, external entities).

    Raises:
        Unsafe: the document declares a DTD of its own.

    """
    prolog = PROLOG.match(text)
    doctype = DOCTYPE.match(text, prolog.end()) if prolog else None
    if doctype and doctype[1]:
        raise Unsafe(
            "The XML declares a document type with entities of its own.",
            "Send it without the DTD.",
        )


def local(element: etree._Element) -> str:
    """The element's name without its namespace; empty for comments and instructions."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
