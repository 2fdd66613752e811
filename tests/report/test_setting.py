"""The country of a headline that names none: put before it where the places of its sentence or its
dateline tell, and judged like the rest of it.
"""

from dataclasses import replace

import pytest

from dateline.records import Place, Span
from dateline.report import compose, countries
from dateline.report.citing import cite, line
from dateline.report.gate import judge
from dateline.report.ground import ground

from .factory import Copy, dossier

HEAD = "LIMA, 3 May (Northwire) -- "
BODY = "Two guards were killed when a bomb went off outside the mill in Uchiza, police said."
LIMA = Place(Span(0, 4), "Lima", "Lima", "location", "PE", 9, (), -12.0, -77.0, "PPLC", 5.0)


def uchiza(body=BODY, *, origin=(LIMA,), country="PE", language="en"):
    copy = Copy(f"{HEAD}{body}", origin=origin, language=language).mask(HEAD)
    if "Uchiza" in body:
        copy.place("Uchiza", 11, country=country)
    if "police said" in body:
        copy.said("police", "said", body.removesuffix(", police said."))
    return dossier([copy])


def judged(text, held):
    on = ground(held)
    sheet = next(iter(on))
    return judge(line(on, text, (cite(sheet, sheet.reading.sentences[-1].span),)), on)


def test_a_headline_that_names_no_country_opens_with_it():
    assert compose(uchiza(), None).headline.text.startswith("Peru: Two guards")


@pytest.mark.parametrize(
    "body",
    [
        "Two Peruvian guards were killed when a bomb went off outside the mill, police said.",
        "Two guards were killed when a bomb went off in Lima, police said.",
    ],
)
def test_a_headline_that_names_a_country_or_its_capital_does_not(body):
    assert "Peru:" not in compose(uchiza(body), None).headline.text


def test_a_place_abroad_is_the_country_of_the_news_only_if_its_sentence_says_so():
    assert ":" not in compose(uchiza(country="CO"), None).headline.text
    named = BODY.replace("in Uchiza", "in Uchiza in the far south of Colombia")
    held = uchiza(named, country="CO")
    told = "Two guards were killed outside the mill in Uchiza, police said."
    assert judged(f"Colombia: {told}", held) is None
    two = (LIMA, replace(LIMA, text="Arlo", name="Arlo", country="EC"))
    assert ":" not in compose(uchiza(origin=two), None).headline.text


def test_whose_news_it_is_stays_open_where_another_country_acts():
    body = "Chilean guards have met those of the mill to speak of a new bridge, police said."
    assert ":" not in compose(uchiza(body), None).headline.text


def test_the_gate_knows_the_country_of_what_is_cited_and_no_other():
    told = "Two guards were killed outside the mill in Uchiza, police said."
    assert judged(f"Peru: {told}", uchiza()) is None
    assert judged(f"Colombia: {told}", uchiza()).rule in ("name", "wording")
    assert judged("Peru: Three guards were killed in Uchiza, police said.", uchiza()) is not None
    assert judged(f"Peru: Peru: {told}", uchiza()) is not None


def test_a_french_headline_has_its_own_names():
    assert countries.opening("PE", "fr") == "Pérou : "
    assert countries.opened("Pérou : deux gardes tués") == ("Pérou", "deux gardes tués")
    assert countries.opening("PE", "de") is None
    assert countries.opened("Lima: two killed") == ("", "Lima: two killed")


def test_every_country_has_a_name_in_both_languages():
    codes = [row[0] for row in countries.lexicons.groups("countries")]
    assert len(codes) == len(set(codes)) > 200
    assert all(countries.name(code, tongue) for code in codes for tongue in ("en", "fr"))


def test_a_capital_in_a_dateline_is_that_of_its_country_however_it_was_read():
    misread = replace(LIMA, country="EC")
    held = uchiza(origin=(misread,), country="EC")
    assert "Ecuador:" not in compose(held, None).headline.text


def test_a_country_that_is_only_spoken_of_is_not_that_of_the_news():
    body = "Two guards of the mill will stay in jail until those in Chile are free, police said."
    held = uchiza(body)
    sheet = next(iter(ground(held)))
    chile = Place(Span(0, 5), "Chile", "Chile", "location", "CL", 7, (), 0.0, 0.0, "PCLI", 5.0)
    at = sheet.shown.index("Chile")
    chile = replace(chile, span=Span(at, at + 5))
    reading = replace(sheet.reading, places=(chile,))
    told = replace(sheet, filed=replace(sheet.filed, reading=reading))
    assert countries.country(told, reading.sentences[-1].span) is None
