"""How French-speaking agencies kill, hold, correct and embargo; and news that only sounds so."""

from datetime import UTC, datetime

import pytest

from dateline import wire

HEAD = "Date: 2022-03-04T09:00:00Z\n\n"
NEWS = "\n\nMARHOLD, 4 mars (Norla) - Quatre personnes sont mortes au port.\n"
TITLE = "Explosion au dépôt, 14 morts"
BLAST = f"« {TITLE} »"


def read(tmp_path, text):
    (tmp_path / "one.txt").write_text(HEAD + text, "utf-8")
    (intake,) = wire.open_wire([str(tmp_path / "one.txt")])
    (found,) = intake.items
    return found


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        ("kill", f"ANNULATION\n\nPrière d'annuler notre dépêche N0101 intitulée {BLAST}."),
        ("kill", f"Headline: ANNULATION\n\nPrière d'annuler notre dépêche {BLAST}."),
        ("kill", f"(ANNULE) {TITLE}\n\nCette dépêche est annulée."),
        ("kill", f"Headline: (ANNULÉ) {TITLE}\n\nPrière de ne pas utiliser la dépêche."),
        ("kill", f"Headline: {TITLE} - ANNULATION\n\nMerci de ne pas tenir compte de la dépêche."),
        ("kill", f"***ANNULATION*** {TITLE}\n\nMerci de ne pas l'utiliser."),
        ("kill", f"DEPECHE ANNULEE\n\nLa dépêche {BLAST} a été transmise par erreur."),
        ("kill", f"ATTENTION - ANNULATION DE LA DEPECHE {BLAST}\n\nLe bilan est erroné."),
        ("kill", f"Prière d'annuler notre dépêche {BLAST} transmise à 08H00 GMT."),
        ("kill", f"Norla annule sa dépêche {BLAST} transmise à 08H00 GMT."),
        ("hold", f"Headline: SUSPENSION\n\nPrière de suspendre notre dépêche {BLAST}."),
        ("hold", f"SUSPENSION DE DEPECHE\n\nPrière de suspendre notre dépêche {BLAST}."),
        ("release", f"LEVEE DE SUSPENSION\n\nLa suspension de notre dépêche {BLAST} est levée."),
        ("correction", f"Headline: RECTIFICATIF - {TITLE}{NEWS}"),
        ("correction", f"RECTIF - {TITLE}{NEWS}"),
        ("correction", f"(CORRIGE) {TITLE}{NEWS}"),
    ],
)  # fmt: skip
def test_notices_and_whom_they_name(tmp_path, signal, text):
    found = read(tmp_path, text)
    assert found.signal == signal
    assert TITLE in [one.headline for one in found.objects]


@pytest.mark.parametrize(
    "text",
    [
        f"ANNULATION de 300 vols à Marhold{NEWS}",
        f"Annulation du concert de Marhold: 14 morts{NEWS}",
        f"Le tribunal annule la réforme{NEWS}",
        f"Suspension des vols vers Marhold{NEWS}",
        f"Budget: ce que prévoit le plan{NEWS}",
        f"Attention: fortes pluies à Marhold{NEWS}",
    ],
)
def test_news_of_what_is_cancelled_is_news(tmp_path, text):
    found = read(tmp_path, text)
    assert (found.signal, found.headline) == ("lead", text.split("\n")[0])


@pytest.mark.parametrize("line", ["SOUS EMBARGO JUSQU'AU 5 MARS A 06H00 GMT",
                                  "Sous embargo jusqu'à samedi 06h00 GMT"])  # fmt: skip
def test_an_embargo_ends_at_its_time(tmp_path, line):
    found = read(tmp_path, f"{line}\n\nBudget: le plan{NEWS}")
    assert found.embargo_until == datetime(2022, 3, 5, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "guid", ["norla:101", "norla-101", "7f3c2a10-1111-2222-3333-444455556666", "NORLA-0101"]
)
def test_an_id_in_small_letters_is_an_object(tmp_path, guid):
    for text in (f"KILL {guid}", f"KILL\n\nEditors: kill {guid}, the figure is wrong."):
        assert [one.guid for one in read(tmp_path, text + "\n").objects] == [guid]
