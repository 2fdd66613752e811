"""Live blogs: the text of a ``LiveBlogPosting`` (schema.org), post by post.

Its page stays one item under one address, so that its withdrawal is the withdrawal of all of it.
"""

from typing import Any

from dateline.wire.htmltext import text_of_html

SHARE = 0.5  # of the page's text: with less in its posts, the data holds but the last of them


def text_of(article: dict[str, Any], page: str) -> str:
    """The posts in a page's JSON-LD, oldest first, a blank line apart; the page's own text if they
    are not most of it.
    """
    given = article.get("liveBlogUpdate")
    entries = [e for e in given if isinstance(e, dict)] if isinstance(given, list) else []
    entries.sort(key=lambda e: str(e.get("datePublished") or ""))
    bodies = [_text(e, "articleBody") for e in entries]
    if sum(len(body) for body in bodies) < SHARE * len(page):
        return page
    parts = [_text(e, "headline") + "\n\n" + b for e, b in zip(entries, bodies, strict=True) if b]
    return "\n\n".join(part.strip() for part in parts) or page


def _text(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return text_of_html(value) if isinstance(value, str) else ""
