from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wire import datelines

NEAR = datetime(2022, 3, 2, 12, tzinfo=UTC)
REST = "The office said so at some length on Wednesday."


@pytest.mark.parametrize(
    ("head", "place", "day", "agency"),
    [
        ("PORT ALBA, 9 JAN 90 (NORD) -- ", "PORT ALBA", date(1990, 1, 9), "NORD"),
        (
            "PORT ALBA (COSTARA), 9 JAN 90 (NORD) -- ",
            "PORT ALBA, COSTARA",
            date(1990, 1, 9),
            "NORD",
        ),
        ("PORT ALBA, JUNE 11 89 (NORD)-- ", "PORT ALBA", date(1989, 6, 11), "NORD"),
        ("NO CITY (COSTARA), 9 JAN 90 -- ", "COSTARA", date(1990, 1, 9), None),
        ("CLANDESTINE, NO DATE (RADIO SUR) -- ", None, None, "RADIO SUR"),
        ("PORT ALBA, 9 JAN 90 [CANAL DOS) -- ", "PORT ALBA", date(1990, 1, 9), "CANAL DOS"),
        ("PORT ALBA, 9 JAN 90 (SUR NEWS [SN]) -- ", "PORT ALBA", date(1990, 1, 9), "SUR NEWS [SN]"),
        ("PORT ALBA, 9 JAN 90 (ACAN - NORD) -- ", "PORT ALBA", date(1990, 1, 9), "ACAN-NORD"),
        ("KYIV, March 2 (Nordlys) - ", "KYIV", date(2022, 3, 2), "Nordlys"),
        ("(Nordlys) KYIV, 2 March 2022 — ", "KYIV", date(2022, 3, 2), "Nordlys"),
        ("LVIV, Ukraine (Nordlys) — ", "LVIV, Ukraine", None, "Nordlys"),
        ("MOSCOW, Monday (Nordlys) - ", "MOSCOW", date(2022, 2, 28), "Nordlys"),
        ("MOSCOW, Monday, 28 February (Nordlys) - ", "MOSCOW", date(2022, 2, 28), "Nordlys"),
        (
            "SANTO DOMINGO (COSTARA), 8 SEP 89 (NORD) -- ",
            "SANTO DOMINGO, COSTARA",
            date(1989, 9, 8),
            "NORD",
        ),
        ("SANTO DOMINGO (NORD) -- ", "SANTO DOMINGO", None, "NORD"),
        ("Genève, 2 mars 2022 (ns) - ", "Genève", date(2022, 3, 2), "ns"),
        ("WASHINGTON — ", "WASHINGTON", None, None),
        ("RIO DE JANEIRO (Nordlys) _ ", "RIO DE JANEIRO", None, "Nordlys"),
        ("Altheim/Bellmark (nord/lnw) - ", "Altheim/Bellmark", None, "nord/lnw"),
        ("ALTHEIM, March 2. /NORD/. ", "ALTHEIM", date(2022, 3, 2), "NORD"),
        ("ALTHEIM. March 2 (Nordlys) - ", "ALTHEIM", date(2022, 3, 2), "Nordlys"),
        ("(NORD) - ALTHEIM, MAR 2 - ", "ALTHEIM", date(2022, 3, 2), "NORD"),
        ("(NORD) — ", None, None, "NORD"),
        ("ALTHEIM, Norwold — ", "ALTHEIM, Norwold", None, None),
        (
            "ALTHEIM, Norwold/PORT ALBA, March 2 (Nordlys) - ",
            "ALTHEIM, Norwold/PORT ALBA",
            date(2022, 3, 2),
            "Nordlys",
        ),
        ("ALTHEIM (2 March 2022) – ", "ALTHEIM", date(2022, 3, 2), None),
        ("Altheim, le 2 mars 2022 (Nordlys) - ", "Altheim", date(2022, 3, 2), "Nordlys"),
        ("ALTHEIM, 2. März (NORD) - ", "ALTHEIM", date(2022, 3, 2), "NORD"),
        ("(Altheim, NW - October 21) ", "Altheim, NW", date(2021, 10, 21), None),
        (
            "PORT-AU-ROI, 2 March, 14:05 GMT (Nordlys) - ",
            "PORT-AU-ROI",
            date(2022, 3, 2),
            "Nordlys",
        ),
    ],
)
def test_forms(head: str, place: str | None, day: date | None, agency: str | None) -> None:
    found = datelines.find(f"\n  {head}{REST}", 0, NEAR)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, day, agency)
    assert f"\n  {head}{REST}"[found.span.end :].lstrip() == REST


@pytest.mark.parametrize(
    "text",
    [
        "The minister - who was late - said so.",
        "Talks (the second) - resume on Thursday, he said.",
        "On 2 March the minister said - in passing - that he would go.",
        "On 2 March — ten years after — the minister spoke at some length.",
        "March 2 — a day that nobody in the town will forget, said the mayor.",
        "NATO, Russia — what next",
        "RUSSIA READY FOR TALKS -- AGAIN, IT SAYS",  # capitals alone tell nothing in capitals
        '"We will go," he said - and went.',
        "",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert datelines.find(text, 0, NEAR) is None


WHOLE = "An air strike on a southern suburb has killed 14 people and injured 66 others, it says."


@pytest.mark.parametrize(
    ("head", "place"), [("Altheim – ", "Altheim"), ("Port Alba, Costara — ", "Port Alba, Costara")]
)
def test_a_place_in_small_letters_before_a_sentence(head: str, place: str) -> None:
    found = datelines.find(f"{head}{WHOLE}", 0, NEAR)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, None, None)
    assert f"{head}{WHOLE}"[found.span.end :] == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        f"Live news – {WHOLE}",
        "Altheim – What we know so far",
        "Altheim – the town that never sleeps – was hit by an air strike that killed 14 people.",
        "Altheim – what the people of the town were saying about the strike that killed 14 people.",
    ],
)
def test_a_headline_with_a_dash_is_no_dateline(text: str) -> None:
    assert datelines.find(text, 0, NEAR) is None


def test_a_dateline_may_break_over_lines() -> None:
    found = datelines.find("   PORT ALBA (COSTARA), 9 JAN 90\n(NORD) -- [TEXT] HE SAID.", 0, None)
    assert found is not None
    assert found.agency == "NORD"


def test_without_a_year_or_a_time_there_is_no_date() -> None:
    found = datelines.find("PORT ALBA, 7 FEB (NORD) -- HE SAID.", 0, None)
    assert found is not None
    assert (found.place, found.date) == ("PORT ALBA", None)


@given(st.text(alphabet="AB c,()-—[]19\n", max_size=240))
def test_a_found_span_lies_in_the_text(text: str) -> None:
    found = datelines.find(text, 0, NEAR)
    assert found is None or 0 <= found.span.start < found.span.end <= len(text)
