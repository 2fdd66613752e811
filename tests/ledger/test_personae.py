"""Who speaks in a dispatch under several names, from raw text."""

from datetime import UTC, datetime

import pytest

import dateline
from dateline.ledger.speakers.personae import personae
from dateline.records import Dispatch

from .factory import dispatch

AT = datetime(2016, 8, 17, 16, tzinfo=UTC)


def known(text: str) -> dict[str, tuple[str, ...]]:
    one: Dispatch = dispatch(text)
    return personae(one, dateline.read(text, issued=AT))


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        (
            "Air strikes killed 32 people on Wednesday, a war monitor said. The Zefir Observatory "
            "for Human Rights said that 60 were wounded.",
            "war monitor",
            "Zefir Observatory for Human Rights",
        ),
        (
            "Eight people were killed in Sloviansk, the regional governor said. Governor Pavlo "
            "Hrinko said that seven missiles were fired.",
            "regional governor",
            "Pavlo Hrinko",
        ),
        (
            'The planes "did not strike Ariha", Russian Defense Ministry spokesman Igor Malakov '
            "said on Thursday.",
            "Igor Malakov",
            "Russian Defense Ministry",
        ),
    ],
)
def test_other_names_of_a_speaker(text: str, name: str, also: str) -> None:
    assert also in known(text)[name]


def test_a_description_is_not_named_after_a_ministry() -> None:
    text = "Three people died, a medical charity said. Sudan's Health Ministry said five had died."
    assert "medical charity" not in known(text)
