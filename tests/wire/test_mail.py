"""Mail as agencies send copy and notices in it."""

import pytest

from dateline.records import Dispatch, Failure, Reference
from dateline.wire import parse

COPY = "ALTHEIM, March 2 (Nordlys) - The bridge fell at noon – the office said.\n"
HEAD = (
    "From: Nordlys Desk <desk@nordlys.example>\nDate: Wed, 02 Mar 2022 10:00:00 +0100\n"
    "Message-ID: <1@nordlys.example>\n"
)


def read(text: str, codec: str = "utf-8") -> Dispatch:
    (item,) = parse(text.encode(codec), "a.eml")
    assert isinstance(item, Dispatch)
    return item


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_plain_mail(end: str) -> None:
    item = read((HEAD + "Subject: Fwd: Bridge falls\n\n" + COPY).replace("\n", end))
    assert (item.format, item.guid, item.headline) == ("mail", "1@nordlys.example", "Bridge falls")
    assert (item.agency, str(item.issued)) == ("Nordlys", "2022-03-02 10:00:00+01:00")
    assert item.text == COPY.strip()


def test_a_kill_by_mail() -> None:
    item = read(HEAD + "Subject: KILL: Bridge falls\n\nThe office denies that it said so.\n")
    assert (item.signal, item.agency) == ("kill", "Nordlys Desk")
    assert item.objects == (Reference(guid="1@nordlys.example", headline="Bridge falls"),)
    named = read(HEAD + "Subject: Mandatory kill\n\nEDITORS: Please kill NORD-0101.\n")
    assert (named.signal, named.objects) == ("kill", (Reference(guid="NORD-0101"),))


def test_an_embargo_in_the_subject() -> None:
    item = read(HEAD + "Subject: EMBARGOED until 0600 GMT 3 March: Bridge falls\n\n" + COPY)
    assert str(item.embargo_until) == "2022-03-03 06:00:00+00:00"


def test_parts_and_encodings() -> None:
    mixed = (
        "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        "Content-Type: text/html\n\n<p>The bridge.</p>\n--b\nContent-Type: text/plain; "
        "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe bridge =E2=80=93 "
        "fell.\n--b--\n"
    )
    head = HEAD + "Subject: =?utf-8?q?Bridge_=E2=80=93_fallen?=\n"
    item = read(head + mixed)
    assert (item.headline, item.text) == ("Bridge – fallen", "The bridge – fell.")
    latin = "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\n"
    assert read(head + latin + "Le pont est tombé.", "latin-1").text == "Le pont est tombé."


def test_an_mbox_has_several() -> None:
    one = "From desk@nordlys.example Wed Mar  2 10:00:00 2022\n" + HEAD + "Subject: A\n\n" + COPY
    found = parse((one + "\n" + one.replace("<1@", "<2@")).encode(), "a.mbox")
    assert [i.guid for i in found] == ["1@nordlys.example", "2@nordlys.example"]


def test_a_mail_of_attachments_is_a_kept_failure() -> None:
    (lost,) = parse((HEAD + "Subject: A\nContent-Type: image/png\n\nabc\n").encode(), "a.eml")
    assert isinstance(lost, Failure)
    assert "has no text in it" in lost.reason


def test_what_only_begins_like_a_mail_is_plain() -> None:
    for text in ("From: the desk\nBridge falls\n\n" + COPY, "Subject: bridges\n\n" + COPY):
        assert read(text).format == "plain"
