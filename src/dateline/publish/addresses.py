"""Where things are: folders of stories, links between pages, identifiers in feeds. Pure."""

import re
from hashlib import sha256
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
_TAKEN = frozenset({"assets", "methods", "reports"})


def folder(story: str) -> str:
    """The story's folder. Ids that would not be safe as one file name are replaced by a hash."""
    if _PLAIN.fullmatch(story) and story not in _TAKEN:
        return story
    return "story-" + sha256(story.encode("utf-8", "replace")).hexdigest()[:16]


def edition_folder(story: str, number: int) -> str:
    """The permanent address of one edition."""
    return f"{folder(story)}/editions/{number}"


def urn(*parts: str | int) -> str:
    """A permanent identifier (RFC 4122, version 5) that does not repeat any word of the story.

    It must stay the same after a kill, when nothing about the story may be shown.
    """
    name = "\x1f".join(["dateline", *map(str, parts)])
    return uuid5(NAMESPACE_URL, name.encode("utf-8", "replace").decode()).urn


def web_link(link: str | None) -> str | None:
    """The link if it is one that a page may offer; script and data addresses are not."""
    return link if link and re.match(r"https?://", link, re.IGNORECASE) else None


def replies(desk: str) -> str:
    """Where a page's form posts to."""
    return f"{desk.rstrip('/')}/replies"


def origin(address: str) -> str:
    """Scheme, host and port, as a Content-Security-Policy names a site."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def host(address: str) -> str:
    """The host, for people."""
    return urlsplit(address).hostname or address


def letter(contact: str, subject: str) -> str:
    """A mail link (RFC 6068) with a subject."""
    return f"mailto:{contact}?subject={quote(subject.encode('utf-8', 'replace'), safe='')}"
