import pytest

from dateline.wire import furniture

PROSE = "The bridge at Bellmark reopened on Wednesday, the harbour office said."


@pytest.mark.parametrize(
    "block",
    [
        "Leave a Reply",
        "Leave a Replay",
        "LEAVE A COMENT",
        "Share this article",
        "Accept all cookies",
        "Your email adress will not be published. Required fields are marked *",
        "Advertisement",
        "This article has been published automaticaly. Sources: a / b",
        "Laissez un commentaire",
        "Share this article on Facebook",
        "Our Standards: the Meridian code of conduct.",
        "Photo: a soldier near the bridge, March 2 (Meridian/Jan Brock)",
        "Comments (12)",
        "4 min read",
    ],
)
def test_site_furniture_even_if_mangled(block: str) -> None:
    assert furniture.is_furniture(block)


@pytest.mark.parametrize(
    "block",
    [
        "Leave a message",
        "FOLLOWS:",
        "PUBLISHED IN LOCAL NEWSPAPERS, SAY THAT THE AIRCRAFT LEFT",
        "Comments by the minister",
        "Photo editors were told to leave.",
        "12 comments were made by the minister.",
        "Share prices fall",
        PROSE,
        "Support for the harbour",
        "",
    ],
)
def test_text_is_no_furniture(block: str) -> None:
    assert not furniture.is_furniture(block)


def masked(text: str, *, wrapped: bool = False) -> list[str]:
    found = furniture.find(text, 0, wrapped=wrapped)
    return [text[m.span.start : m.span.end] for m in found]


def test_edges_of_a_page() -> None:
    blocks = ["Home | World | Economy", "Bridge reopens", PROSE, "The port", PROSE]
    text = "\n\n".join([*blocks, "Photo gallery", "is/kv"])
    assert masked(text) == ["Home | World | Economy", "Photo gallery", "is/kv"]


def test_headings_inside_the_body_stay() -> None:
    assert masked(f"Bridge reopens\n\nThe port\n\n{PROSE}") == []


@pytest.mark.parametrize(
    "sign",
    [
        "NNNN",
        "is/kv",
        "Reuter",
        "(MORE)",
        "ENDS",
        "-0-",
        "###",
        "(NORD)",
        "(Reporting by Ida Sorrel; editing by Jon Astrup)",
    ],
)
def test_sign_offs(sign: str) -> None:
    assert masked(f"{PROSE}\n\n{sign}") == [sign]


def test_the_last_line_of_wrapped_capitals_is_text() -> None:
    text = "THE BRIDGE AT BELLMARK REOPENED ON WEDNESDAY, SAID THE\nHARBOUR OFFICE AT THE\nSUMMIT"
    assert masked(text, wrapped=True) == []


def test_sources_line_gives_the_agencies() -> None:
    assert (
        furniture.sources_line(f"{PROSE}\n\nPublished. Sources: nord / lys\n\nTags") == "nord / lys"
    )
    assert furniture.sources_line(PROSE) is None
