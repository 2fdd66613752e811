"""French copy: who is quoted, where it is, when it will be. The sentences are our own."""

import pytest

from dateline.reader.pipeline import read
from dateline.records import Reading
from tests.reader.pages import dispatch, reading
from tests.reader.statement_pages import statements_in


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Le porte-parole du conseil, Dmitri Petrov, a nié que la garde ait tiré.",
         "Dmitri Petrov", "a nié"),
        ("« C'est pire d'heure en heure », témoigne Maryna, 28 ans, une habitante de Marioupol.",
         "Maryna", "témoigne"),
        ("Au moins 17 personnes ont été tuées et une cinquantaine blessées, a annoncé mardi le "
         "gouverneur régional.", "gouverneur régional", "a annoncé"),
        ("Un casque bleu a été tué mardi, a fait savoir la mission de l'ONU.",
         "mission de l'ONU", "a fait savoir"),
        ("Selon le ministère de la Santé, le pont est fermé.", "ministère de la Santé", "Selon"),
        ("Selon le gouverneur régional Oleg Petrov, dix civils ont été tués mardi à Kharkiv.",
         "Oleg Petrov", "Selon"),
        ("Le bilan s'est alourdi, ont indiqué les secours.", "secours", "ont indiqué"),
        ("« Nous ne céderons pas », a déclaré le président Anton Marek.",
         "Anton Marek", "a déclaré"),
        ("Le maire, en visite à Lyon, a annoncé une réforme du port.", "maire", "a annoncé"),
        ("L'ambassadeur a réclamé un cessez-le-feu immédiat.", "ambassadeur", "a réclamé"),
        ("Des témoins ont raconté que la foule avait fui.", "témoins", "ont raconté"),
    ],
)  # fmt: skip
def test_who_says(text: str, speaker: str, cue: str) -> None:
    found = [(s.source_name, s.cue.text if s.cue else None) for s in statements_in(text, "fr")]
    assert found == [(speaker, cue)]


def test_who_gives_a_toll_is_not_among_its_dead() -> None:
    text = "Selon le gouverneur régional Oleg Petrov, dix civils ont été tués mardi à Kharkiv."
    found = reading(text, language="fr").figures
    assert [(f.text, f.source_name) for f in found] == [("dix civils", "Oleg Petrov")]


@pytest.mark.parametrize(
    "text",
    [
        "Le séisme a fait près de 2.000 morts dans l'ouest du pays.",
        "Plusieurs dizaines de manifestants ont été arrêtés dans la soirée.",
        "Les troupes ont poursuivi leur avance vers le sud.",
    ],
)
def test_nobody_says(text: str) -> None:
    assert statements_in(text, "fr") == ()


@pytest.mark.parametrize(
    ("written", "name", "country"),
    [
        ("Alep", "Aleppo", "SY"),
        ("Naplouse", "Nablus", "PS"),
        ("La Haye", "The Hague", "NL"),
        ("Omdourman", "Omdurman", "SD"),
        ("Port-Soudan", "Port Sudan", "SD"),
        ("Mossoul", "Mosul", "IQ"),
        ("Addis-Abeba", "Addis Ababa", "ET"),
        ("Bâle", "Basel", "CH"),
        ("Le Caire", "Cairo", "EG"),
    ],
)
def test_french_names_of_places(written: str, name: str, country: str) -> None:
    text = f"Une explosion a fait trois morts mardi à {written}, a annoncé la police."
    (one,) = read([dispatch(text, language="fr")])
    assert isinstance(one, Reading)
    assert [(p.text, p.name, p.country) for p in one.places] == [(written, name, country)]


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("que les négociations reprendraient jeudi", 10),
        ("que les négociations se tiendraient jeudi", 10),
        ("que la garde montrait jeudi des traces", 3),
        ("que le pont avait été fermé jeudi", 3),
    ],
)
def test_a_conditional_looks_ahead(clause: str, day: int) -> None:
    told = f"La ministre a assuré {clause} à la foule."
    found = reading(told, issued="2022-03-08T12:00+01:00", language="fr").dates  # a Tuesday
    assert [d.start.day for d in found if d.start] == [day]
