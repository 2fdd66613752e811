import json
from pathlib import Path

import feedparser
from lxml import etree

from dateline.publish.atom import ATOM, TOMBSTONES, feed_atom
from dateline.publish.feeds import LONGEST
from dateline.publish.json_feed import feed_json
from dateline.publish.rss import feed_rss

from .factory import at, brief, site

A = f"{{{ATOM}}}"


def test_atom_has_what_rfc_4287_demands(published: Path):
    feed = etree.fromstring((published / "feed.atom").read_bytes())
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(A + name)) == 1
    entries = feed.findall(A + "entry")
    assert len(entries) == 3
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(A + name)) == 1
    assert len({entry.findtext(A + "id") for entry in entries}) == 3


def test_atom_buries_what_was_withdrawn_without_naming_it(published: Path):
    feed = etree.fromstring((published / "feed.atom").read_bytes())
    (stone,) = feed.findall(f"{{{TOMBSTONES}}}deleted-entry")
    assert stone.get("ref", "").startswith("urn:uuid:")
    assert stone.get("when") == "2022-03-02T18:00:00Z"
    assert b"gone-story" not in etree.tostring(feed)


def test_a_tombstone_has_the_id_that_the_entry_had():
    story = brief("gone-story", "Said.", at(1), "norla:1")
    entry = etree.fromstring(feed_atom(site(editions=(story,), archive=()))).find(A + "entry")
    stone = etree.fromstring(feed_atom(site())).find(f"{{{TOMBSTONES}}}deleted-entry")
    assert entry is not None and stone is not None
    assert entry.findtext(A + "id") == stone.get("ref")


def test_feed_readers_take_them(published: Path):
    for name in ("feed.atom", "feed.rss"):
        read = feedparser.parse((published / name).read_bytes())
        assert not read.bozo
        assert len(read.entries) == 3
        assert read.entries[0].link == "https://wire.invalid/desk/kharkiv-landing/"
        assert "<script>" not in read.entries[0].title or read.entries[0].title_detail.type


def test_rss_has_what_its_specification_demands(published: Path):
    channel = etree.fromstring((published / "feed.rss").read_bytes()).find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    for item in channel.findall("item"):
        assert item.findtext("title")
        assert item.find("guid") is not None
        assert (item.findtext("pubDate") or "").endswith("GMT")


def test_json_feed_has_what_version_1_1_demands(published: Path):
    feed = json.loads((published / "feed.json").read_text())
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "The Test Wire"
    assert all(item["id"] and item["content_html"] for item in feed["items"])
    (gone,) = feed["_dateline"]["withdrawn"]
    assert gone["id"] not in [item["id"] for item in feed["items"]]


def test_links_are_relative_without_an_address():
    home = site(address=None)
    assert json.loads(feed_json(home))["items"][0]["url"] == "kharkiv-landing/"
    assert b"<link>kharkiv-landing/</link>" in feed_rss(home)


def test_feeds_are_short_and_newest_first():
    stories = tuple(brief(f"s-{n}", f"Said {n}.", at(1, 0, n % 60), f"g:{n}") for n in range(150))
    feed = json.loads(feed_json(site(editions=stories, archive=())))
    assert len(feed["items"]) == LONGEST
    assert feed["items"][0]["title"] in {"Said 59.", "Said 119."}
