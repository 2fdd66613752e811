"""Web pages: the article and its metadata, through trafilatura."""

import json
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml import etree, html

from dateline.errors import Incomplete, TooLarge, Unreadable
from dateline.records import Dispatch
from dateline.wire import liveblog, signals, times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import parser
from dateline.wire.item import Arrival, Item, dispatch_of

if TYPE_CHECKING:
    from trafilatura.settings import Document

FORMAT = "html"
PUBLISHED = (
    "article:published_time", "datepublished", "dc.date.issued", "dc.date", "date", "pubdate",
)  # fmt: skip
MODIFIED = ("article:modified_time", "datemodified", "dc.date.modified", "last-modified")
EXPIRES = ("article:expiration_time", "dc.date.expires", "dcterms.expires")
MOST_ELEMENTS = 20_000  # extraction takes seconds beyond: more than any news page has
LATEST = "9999-12-31"  # htmldate otherwise drops dates after today: same input, same output


def read(text: str, arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch of a page's article.

    Raises:
        Unreadable: it is no HTML.
        TooLarge: it has more elements than any article.
        Incomplete: no article text was found in it.

    """
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"The page is not HTML: {error}.", "Save the page again.") from None
    if sum(1 for _ in islice(tree.iter(), MOST_ELEMENTS + 1)) > MOST_ELEMENTS:
        raise TooLarge(
            f"The page has more than {MOST_ELEMENTS:,} elements.",
            "Send the address of one article.",
        )
    said = _Said(_metas(tree), _linked_data(tree))  # first: extraction strips the tree
    document = _extract(tree)
    body = clean_text(document.text or "") if document else ""
    if not document or not body.strip():
        raise Incomplete("No article was found on the page.", "Send the address of one article.")
    body = liveblog.text_of(said.article, body)
    return (dispatch_of(_item(document, body, said, tree.get("lang"), arrival), arrival),)


def _extract(tree: etree._Element) -> "Document | None":
    """The article as trafilatura sees it, comments left out."""
    import trafilatura  # noqa: PLC0415 (a third of a second that only web pages need)
    from trafilatura.settings import Document  # noqa: PLC0415 (same)

    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        favor_recall=True,
        date_extraction_params={"original_date": True, "max_date": LATEST},
    )
    return found if isinstance(found, Document) else None


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says of itself: ``meta`` elements by name, and its JSON-LD article."""

    metas: dict[str, str]
    article: dict[str, Any]

    def time(self, names: tuple[str, ...], key: str) -> datetime | None:
        """The first time that reads, JSON-LD before ``meta``."""
        told = [self.article.get(key), *(self.metas.get(n) for n in names)]
        return next((t for value in told if (t := times.iso(value))), None)

    def publisher(self) -> str | None:
        """The publisher's name in the JSON-LD, else the site's."""
        publisher = self.article.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        return _line(name) or self.metas.get("og:site_name")

    def correction(self) -> str | None:
        """What the JSON-LD says was corrected (``CorrectionComment``)."""
        told = self.article.get("correction")
        told = told[-1] if isinstance(told, list) and told else told
        words = _line(told.get("text") if isinstance(told, dict) else told)
        return f"Corrects: {words}" if words else None


def _line(value: object) -> str | None:
    return clean_text(value).strip() or None if isinstance(value, str) else None


def _item(
    document: "Document", body: str, said: _Said, language: str | None, arrival: Arrival
) -> Item:
    published = said.time(PUBLISHED, "datePublished") or times.iso(document.date)
    modified = said.time(MODIFIED, "dateModified")
    link = document.url or said.metas.get("og:url")
    return Item(
        guid=link or arrival.path,
        body="\n\n".join(line.strip() for line in body.split("\n") if line.strip()),
        format=FORMAT,
        version=times.steps_between(published, modified),
        agency=said.publisher() or document.sitename,
        issued=modified or published,
        language=language or document.language,
        headline=_line(document.title),
        byline=_line(document.author),
        subjects=tuple(document.tags or ()),
        link=link,
        expires=said.time(EXPIRES, "expires"),
        status=signals.status_of(said.article.get("creativeWorkStatus")),
        note=said.correction(),
        signal=signals.from_note(said.correction()),
        rights=said.metas.get("copyright") or said.metas.get("dc.rights"),
    )


def _metas(tree: etree._Element) -> dict[str, str]:
    """``meta`` values by lower-case name, property or itemprop; the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = meta.get("content")
        if name and value:
            found.setdefault(name.casefold(), clean_text(value).strip())
    return found


def _linked_data(tree: etree._Element) -> dict[str, Any]:
    """The first JSON-LD object with a ``datePublished``."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            value = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph") if isinstance(value, dict) else value
        for entry in graph if isinstance(graph, list) else [value]:
            if isinstance(entry, dict) and "datePublished" in entry:
                return entry
    return {}
