"""Mail (RFC 5322, MIME), alone or in an mbox file: its header and text are the dispatch's."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from dateline.errors import Incomplete
from dateline.records import Dispatch
from dateline.wire import times
from dateline.wire.clean import clean_text
from dateline.wire.htmltext import text_of_html
from dateline.wire.item import Arrival, Item, dispatch_of

FORMAT = "mail"
HEAD = 16_384  # characters in which a header has to end
FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t].*)?|[ \t]+\S.*")
ENVELOPE = re.compile(r"(?m)^From \S+ [^\n]*\d{4}\n")
REPLY = re.compile(r"(?i)^(?:(?:re|fwd?|tr|wg|aw)\s*:\s*)+")
CODED = ("quoted-printable", "base64")


def is_mail(text: str) -> bool:
    """True if a text begins with a mail's header: fields only, among them sender and subject."""
    text = text[:HEAD].replace("\r\n", "\n")
    start = ENVELOPE.match(text)
    head = text[start.end() if start else 0 :].split("\n\n", 1)
    fields = [FIELD.fullmatch(line) for line in head[0].split("\n")]
    names = {field[1].casefold() for field in fields if field and field[1]}
    return len(head) == 2 and all(fields) and {"from", "subject"} <= names


def read(text: str, arrival: Arrival) -> tuple[Dispatch, ...]:
    """The dispatch of each message.

    Raises:
        Incomplete: a message has no text in it.

    """
    return tuple(_dispatch(one, arrival) for one in _messages(text.replace("\r\n", "\n")))


def _messages(text: str) -> Iterator[EmailMessage]:
    starts = [m.start() for m in ENVELOPE.finditer(text)] if ENVELOPE.match(text) else [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        one = ENVELOPE.sub("", text[start:end], count=1) if text.startswith("From ") else text
        yield message_from_bytes(one.encode("utf-8", "replace"), EmailMessage, policy=default)


def _dispatch(message: EmailMessage, arrival: Arrival) -> Dispatch:
    body, subject = _body(message), _field(message, "subject")
    if not body:
        raise Incomplete(
            f"The mail {_field(message, 'message-id') or arrival.path} has no text in it.",
            "Send its attachments as files of their own.",
        )
    made = dispatch_of(
        Item(
            guid=_field(message, "message-id").strip("<>") or arrival.path,
            body=body,
            format=FORMAT,
            issued=times.iso(_field(message, "date")),
            headline=REPLY.sub("", subject) or None,
            titled=True,
        ),
        arrival,
    )
    sender = clean_text(parseaddr(_field(message, "from"))[0]).strip()
    return made if made.agency else replace(made, agency=sender or None)


def _field(message: EmailMessage, name: str) -> str:
    return " ".join(clean_text(str(message.get(name) or "")).split())


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    if str(part.get("content-transfer-encoding")).strip().casefold() in CODED:
        text = str(part.get_content())
    else:  # decoded already, with all of the file
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    return text_of_html(text) if part.get_content_subtype() == "html" else clean_text(text).strip()
