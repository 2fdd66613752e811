"""The compiled gazetteer: what it knows, how it is written, that it is never half there."""

import multiprocessing
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader import gazetteer, gazetteer_build
from dateline.reader.placenames import fold, is_latin_name


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Saint-Étienne", "st etienne"),
        ("ST. PAUL", "st paul"),
        ("Mount Lebanon", "mt lebanon"),
        ("Ciudad Juárez", "ciudad juarez"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
        ("Platte Co.", "platte county"),
    ],
)
def test_fold(written: str, key: str) -> None:
    assert fold(written) == key


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


@pytest.mark.parametrize("junk", ["IEV", "kiv", "Киев", "基輔", "Ko"])
def test_junk_names_are_left_out(junk: str) -> None:
    assert not is_latin_name(junk)


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Kiev", "UA", "PPLC"),
        ("Gostomel", "UA", "PPL"),
        ("Zhitomir", "UA", "PPL"),
        ("Saigon", "VN", "PPL"),
        ("Leningrad", "RU", "PPL"),
        ("Biélorussie", "BY", "PCLI"),
        ("Marioupol", "UA", "PPL"),
        ("Chalatenango Department", "SV", "ADM1"),
        ("Ky.", "US", "ADM1"),
        ("Laurel County", "US", "ADM2"),
        ("Sea of Azov", "", "SEA"),
        ("America", "US", "PCLI"),
    ],
)
def test_names_in_copy_are_known(name: str, country: str, feature: str) -> None:
    found = [(e.country, e.feature) for e in gazetteer.lookup(fold(name))]
    assert (country, feature) in found


def test_country_points_lie_in_their_countries() -> None:
    (france, *_) = gazetteer.lookup("france")
    assert (round(france.lat), round(france.lon)) == (46, 2)
    assert gazetteer.country_id("FR") == france.id
    assert gazetteer.country_id("XX") == 0


def test_a_city_knows_what_it_lies_in() -> None:
    found = {e.feature: e for e in gazetteer.lookup("chalatenango") if e.country == "SV"}
    assert found["PPL"].admin1 == found["ADM1"].id


def test_unknown_names() -> None:
    assert gazetteer.lookup("qqqq") == ()
    assert gazetteer.known(["qqqq", "paris"]) == {"paris"}


def test_hostile_names_are_only_names() -> None:
    assert gazetteer.known(["'; DROP TABLE name; --", "", "%", "\0"]) == set()


def _small() -> gazetteer_build.Tables:
    tables = gazetteer_build.Tables()
    tables.places[1] = (1, "Here", "FR", 0, 0, 1.0, 2.0, 3, "PPL", 1.0)
    tables.call(1, "Here", ["Hère", "There", ""])
    return tables


def _write(path: Path) -> None:
    for _ in range(5):
        gazetteer_build.write(_small(), path)


def test_processes_may_race_to_write(tmp_path: Path) -> None:
    path = tmp_path / "g.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write, args=(path,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [w.exitcode for w in workers] == [0, 0]
    assert [p.name for p in tmp_path.iterdir()] == ["g.sqlite"]
    base = sqlite3.connect(path)
    rows = base.execute("SELECT key, rank FROM name ORDER BY key").fetchall()
    base.close()
    assert rows == [("here", 0), ("there", 1)]


def test_writing_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        gazetteer_build.write(_small(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    broken = _small()
    broken.places[2] = (2, None, "FR", 0, 0, 1.0, 2.0, 3, "PPL", 1.0)
    with pytest.raises(sqlite3.IntegrityError):
        gazetteer_build.write(broken, tmp_path / "g.sqlite")
    assert list(tmp_path.iterdir()) == []
