"""What is corrected, withdrawn and embargoed, as feeds, sites and structured formats say it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from dateline.records import Dispatch, Reference
from dateline.wire import parse
from dateline.wire.times import NEVER

NEAR = datetime(2022, 3, 2, 20, tzinfo=UTC)
SIX = datetime(2022, 3, 3, 6, tzinfo=UTC)
ADDRESS = "https://nordlys.example/a/1"
COPY = (
    "<p>ALTHEIM (Nordlys) - The bridge fell at noon, the office said.</p>"
    "<p>“We counted twenty-one cars,” said Ida Sorrel of the office.</p>"
)


def read(data: str) -> Dispatch:
    found = parse(data.encode(), "in", issued=NEAR)
    assert isinstance(found[-1], Dispatch), found
    return found[-1]


def rss(title: str, body: str = COPY, extra: str = "") -> Dispatch:
    return read(
        '<rss version="2.0" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Nordlys</title><item>'
        f"<title>{title}</title><guid>{ADDRESS}</guid><pubDate>Wed, 02 Mar 2022 09:00:00 GMT"
        f"</pubDate><description><![CDATA[{body}]]></description>{extra}</item></channel></rss>"
    )


def g2(meta: str = "", rights: str = "") -> Dispatch:
    return read(
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:n:1" version="3">{rights}'
        f"<itemMeta>{meta}<versionCreated>2022-03-02T10:00:00Z</versionCreated></itemMeta>"
        "<contentMeta><headline>Bridge falls</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{COPY}</body></html></inlineXML>'
        "</contentSet></newsItem>"
    )


def ninjs(**fields: Any) -> Dispatch:
    item = {"uri": "urn:n:1", "headline": "Bridge falls", "body_xhtml": COPY, "version": "3"}
    return read(json.dumps({**item, **fields}))


def nitf(docdata: str = "", head: str = "", body: str = COPY, status: str = "usable") -> Dispatch:
    return read(
        f'<nitf><head><docdata management-status="{status}"><doc-id id-string="NORD-0101"/>'
        f'<date.issue norm="20220302T100000Z"/>{docdata}</docdata></head><body><body.head>{head}'
        "<hedline><hl1>Bridge falls</hl1></hedline></body.head>"
        f"<body.content>{body}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("title", "signal", "version"),
    [
        ("[CORRECTED] Bridge falls", "correction", 2),
        ("(Corrected) Bridge falls", "correction", 2),
        ("Bridge falls (corrected)", "correction", 2),
        ("Bridge falls - CORRECTED", "correction", 2),
        ("CORRECTED-UPDATE 2-Bridge falls", "correction", 3),
        ("WITHDRAWN: Bridge falls", "kill", 2),
        ("Retracted: Bridge falls", "kill", 2),
        ("[RETRACTED] Bridge falls", "kill", 2),
        ("Story removed: Bridge falls", "kill", 2),
        ("HOLD: Bridge falls", "hold", 2),
    ],
)
def test_titles_of_feeds(title: str, signal: str, version: int) -> None:
    item = rss(title)
    assert (item.signal, item.version, item.headline) == (signal, version, "Bridge falls")
    assert item.objects == (Reference(guid=ADDRESS, headline="Bridge falls"),)


@pytest.mark.parametrize(
    "title",
    [
        "Released: hostages cross the bridge",
        "Cancelled: concert at the bridge",
        "Hold on: the bridge stands",
        "Bridge falls (pictures)",
        "Correction in markets: shares fall",
        "Embargo on coal: what it means for the bridge",
        "Embargo: what a ban would do",
    ],
)
def test_titles_that_are_only_titles(title: str) -> None:
    item = rss(title)
    assert (item.signal, item.headline, item.embargo_until) == ("lead", title, None)


def test_a_note_of_correction_is_headed_by_the_slug_of_what_it_corrects() -> None:
    item = rss("Correction: Altheim-Bridge story", "<p>The bridge fell at one, not at noon.</p>")
    assert (item.signal, item.objects) == ("correction", (Reference(slug="Altheim-Bridge"),))


@pytest.mark.parametrize(
    ("title", "until"),
    [
        ("EMBARGOED until 3 March 06:00 GMT: Bridge falls", SIX),
        ("[Embargoed until 0600 GMT, 3 March] Bridge falls", SIX),
        ("EMBARGO 0600 GMT 3 March - Bridge falls", SIX),
        ("EMBARGOED: Bridge falls on 1 March", NEVER),
    ],
)
def test_an_embargo_in_a_title(title: str, until: datetime) -> None:
    item = rss(title)
    assert item.embargo_until == until
    assert str(item.headline).startswith("Bridge falls")


@pytest.mark.parametrize(
    "extra",
    [
        "<prism:embargoDate>2022-03-03T06:00:00Z</prism:embargoDate>",
        "<dcterms:available>2022-03-03T06:00:00Z</dcterms:available>",
        "<dcterms:valid>start=2022-03-03T06:00:00Z; scheme=W3C-DTF</dcterms:valid>",
        "<embargo>Thu, 03 Mar 2022 06:00:00 GMT</embargo>",
        "<dc:rights>Embargoed until 0600 GMT, 3 March</dc:rights>",
    ],
)
def test_embargoes_in_elements_of_feeds(extra: str) -> None:
    assert rss("Bridge falls", extra=extra).embargo_until == SIX


def test_status_and_expiry_in_elements_of_feeds() -> None:
    assert rss("Bridge falls", extra="<category>Embargoed</category>").embargo_until == NEVER
    assert rss("Bridge falls", extra="<embargo>no</embargo>").embargo_until is None
    assert rss("Bridge falls", extra='<media:status state="blocked"/>').status == "withheld"
    assert rss("Bridge falls", extra="<pubStatus>Canceled</pubStatus>").signal == "kill"
    gone = rss("Bridge falls", extra="<prism:killDate>2022-03-03T06:00:00Z</prism:killDate>")
    assert gone.expires == SIX


def test_an_atom_draft_is_withheld() -> None:
    item = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app"><entry>'
        "<id>a:1</id><title>Bridge falls</title><app:control><app:draft>yes</app:draft>"
        "</app:control></entry></feed>"
    )
    assert item.status == "withheld"


def test_json_feed_extensions() -> None:
    entry = {"id": "a:1", "title": "Bridge falls", "_nordlys": {"embargo": "2022-03-03T06:00:00Z"}}
    feed: dict[str, Any] = {"version": "https://jsonfeed.org/version/1.1", "title": "Nordlys"}
    assert read(json.dumps({**feed, "items": [entry]})).embargo_until == SIX
    gone = {"withdrawn": [{"id": "a:1", "when": "2022-03-02T12:00:00Z"}]}
    kill = read(json.dumps({**feed, "items": [], "_dateline": gone}))
    assert (kill.signal, kill.objects) == ("kill", (Reference(guid="a:1"),))


@pytest.mark.parametrize(
    "body",
    [
        "This article has been withdrawn by Nordlys.",
        "Nordlys has removed this story because it did not meet our standards.",
        "Editor's note: This story has been retracted. The office denies that it said so.",
        "The story published on 2 March under the headline “Bridge falls” has been withdrawn.",
        "Cet article a été supprimé.",
        "Notre dépêche sur le pont est annulée.",
    ],
)
def test_an_item_that_says_it_is_withdrawn(body: str) -> None:
    item = rss("Bridge falls", f"<p>{body}</p>")
    assert item.signal == "kill"
    assert ADDRESS in [o.guid for o in item.objects]


@pytest.mark.parametrize(
    "body",
    [
        "The report on the bridge has been withdrawn by the ministry, its author said.",
        "The journal said that the article has been retracted.",
        "The journal has retracted its article on bridges.",
        "The bill was withdrawn. This story will be updated.",
    ],
)
def test_news_of_something_withdrawn_is_news(body: str) -> None:
    assert rss("Bridge falls", f"<p>{body}</p>").signal == "lead"


@pytest.mark.parametrize(
    "item",
    [
        g2('<pubStatus qcode="stat:canceled"/>'),
        g2('<pubStatus qcode="stat:withdrawn"/>'),
        g2("<edNote>Eds: This story is withdrawn. Do not use.</edNote>"),
        g2("<edNote>STORY KILLED</edNote>"),
        g2("<edNote>Adds quotes</edNote><edNote>KILL. The day is wrong.</edNote>"),
        ninjs(pubstatus="killed"),
        ninjs(ednote="Kill. The day is wrong."),
        ninjs(ednote="This story is withdrawn, please do not use"),
        nitf('<ed-msg msg-type="kill"/>'),
        nitf('<ed-msg info="Kill this story"/>'),
        nitf('<doc-scope scope="KILL"/>'),
        nitf(status="cancelled"),
        nitf('<del-list><from-src id-string="X"/></del-list><ed-msg info="KILL"/>'),
        rss("WITHDRAWN: Bridge falls"),
    ],
)
def test_what_killed_copy_quotes_is_not_what_is_killed(item: Dispatch) -> None:
    assert item.signal == "kill"
    assert [o.guid for o in item.objects] == [item.guid]


@pytest.mark.parametrize(
    "item",
    [
        g2("<edNote>Adds quotes</edNote><edNote>EMBARGOED UNTIL 0600 GMT, MARCH 3</edNote>"),
        g2(rights="<rightsInfo><usageTerms>Not for use before 0600 GMT 3 March</usageTerms>"
           "</rightsInfo>"),
        ninjs(usageterms="Embargoed until 0600 GMT 3 March"),
        nitf('<ed-msg info="Adds quotes"/><ed-msg info="EMBARGOED until 0600 GMT 3 March"/>'),
        nitf(head="<note><body.content><p>EMBARGOED UNTIL 0600 GMT MARCH 3</p></body.content>"
             "</note>"),
        nitf('<doc-scope scope="embargoed"/><date.release norm="20220303T060000Z"/>'),
    ],
)  # fmt: skip
def test_embargoes_in_notes_and_terms(item: Dispatch) -> None:
    assert item.embargo_until == SIX
    assert "The bridge fell at noon" in item.text


@pytest.mark.parametrize(
    "item",
    [
        nitf('<doc-scope scope="embargoed"/>'),
        nitf(status="embargoed"),
        ninjs(embargoedreason="Until the minister has spoken"),
    ],
)
def test_an_embargo_without_a_time_is_for_ever(item: Dispatch) -> None:
    assert item.embargo_until == NEVER


@pytest.mark.parametrize(
    "item",
    [
        g2('<link rel="irel:correctionTo" residref="urn:n:0"/>'),
        ninjs(associations={"correctionof": {"uri": "urn:n:0"}}),
        nitf('<correction info="Corrects day" id-string="urn:n:0"/>'),
    ],
)
def test_a_link_to_what_is_corrected_makes_a_correction(item: Dispatch) -> None:
    assert (item.signal, item.objects) == ("correction", (Reference(guid="urn:n:0"),))


def test_ninjs_signals_in_bare_words() -> None:
    assert ninjs(signal="correction").signal == ninjs(signal=["correction"]).signal == "correction"
    assert ninjs(edNote="(Corrects day)").signal == "correction"


def test_captions_and_notes_are_no_copy() -> None:
    caption = "<figure><img src='x'/><figcaption>Smoke rises. Photo: J. Doe</figcaption></figure>"
    assert rss("Bridge falls", caption + "<p>The bridge fell.</p>").text == "The bridge fell."
    media = "<media><media-caption>Smoke rises</media-caption></media><p>The bridge fell.</p>"
    item = nitf(body=f"{media}<note><p>Editors: more follows</p></note>", head="<byline>By A. Lee"
                "</byline>")  # fmt: skip
    assert (item.text, item.byline) == ("The bridge fell.", "A. Lee")


def page(article: str, head: str = "", body: str = "") -> Dispatch:
    return read(
        f'<html><head>{head}<script type="application/ld+json">{{"datePublished": '
        f'"2022-03-02T10:00:00Z"{article}}}</script></head><body><article><h1>Bridge falls</h1>'
        f"{COPY * 3}{body}</article></body></html>"
    )


def test_a_live_blog_is_read_post_by_post() -> None:
    posts = [
        {"headline": "Ferries sail", "datePublished": "2022-03-02T11:00:00Z", "url": f"{ADDRESS}#2",
         "articleBody": "<p>Ferries sail from Altheim, the office says. " + "They are full. " * 9},
        {"headline": "Bridge falls", "datePublished": "2022-03-02T10:00:00Z",
         "articleBody": "The bridge at Altheim has fallen, the office says. " * 9},
        {"headline": "A picture", "datePublished": "2022-03-02T09:00:00Z"},
    ]  # fmt: skip
    data = {"@type": "LiveBlogPosting", "datePublished": "2022-03-02T09:00:00Z",
            "publisher": {"name": "Nordlys"}, "liveBlogUpdate": posts}  # fmt: skip
    shown = "".join(f"<h2>{p['headline']}</h2>{p.get('articleBody', '')}" for p in posts)
    html = (
        f'<html><head><link rel="canonical" href="{ADDRESS}"><script type="application/ld+json">'
        f"{json.dumps(data)}</script></head><body><article>{shown}</article></body></html>"
    )
    paragraphs = read(html).text.split("\n\n")
    assert paragraphs[0] == "Bridge falls"
    assert paragraphs[1].startswith("The bridge at Altheim has fallen")
    assert paragraphs[2] == "Ferries sail"
    assert len(paragraphs) == 4


def test_a_page_says_in_its_data_that_it_expires_was_withdrawn_or_corrected() -> None:
    assert page(', "expires": "2022-03-03T06:00:00Z"').expires == SIX
    meta = '<meta property="article:expiration_time" content="2022-03-03T06:00:00Z">'
    assert page("", meta).expires == SIX
    assert page(', "creativeWorkStatus": "Retracted"').signal == "kill"
    comment = {"@type": "CorrectionComment", "text": "The day was Tuesday."}
    item = page(f', "correction": {json.dumps(comment)}')
    assert (item.signal, item.note) == ("correction", "Corrects: The day was Tuesday.")
