"""The report as plain paragraphs and as simple XHTML, for feeds and news items. Pure."""

from collections.abc import Iterator

from lxml import etree

from dateline.publish.wording import join, shown, stamp
from dateline.records import Edition, Line

XHTML = "http://www.w3.org/1999/xhtml"


def named_sources(line: Line) -> str:
    """The agencies that a line rests on: ``norla and tarpan``; empty if none is named."""
    agencies = sorted({one.agency for one in line.citations if one.agency})
    return join(agencies) if agencies else ""


def attributed(line: Line) -> str:
    """The line with its agencies in brackets, for places where no source mark can open."""
    agencies = named_sources(line)
    return shown(f"{line.text} ({agencies})" if agencies else line.text)


def as_known(edition: Edition) -> str:
    """``As known at 14:05, 2 March 2022 (UTC). Edition 4.``"""
    return f"As known at {stamp(edition.as_of)} (UTC). Edition {edition.number}."


def paragraphs(edition: Edition) -> Iterator[tuple[str, str]]:
    """Kind (``p`` or ``h2``) and text, in reading order."""
    yield "p", as_known(edition)
    for line in edition.standfirst:
        yield "p", attributed(line)
    for section in edition.sections:
        if section.heading:
            yield "h2", shown(section.heading)
        for line in section.lines:
            yield "p", attributed(line)


def plain(edition: Edition) -> str:
    """Paragraphs separated by empty lines."""
    return "\n\n".join(text for _, text in paragraphs(edition))


def xhtml_body(edition: Edition, kind: str = "div") -> etree._Element:
    """An XHTML element of the given kind that holds the report."""
    body = etree.Element(f"{{{XHTML}}}{kind}", nsmap={None: XHTML})
    for tag, text in paragraphs(edition):
        etree.SubElement(body, f"{{{XHTML}}}{tag}").text = text
    return body


def html_body(edition: Edition) -> str:
    """The same as an HTML fragment."""
    parts = []
    for tag, text in paragraphs(edition):
        element = etree.Element(tag)
        element.text = text
        parts.append(etree.tostring(element, encoding="unicode", method="html"))
    return "".join(parts)
