import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from dateline.publish import statements_table
from dateline.publish.calendar_file import agenda_ics
from dateline.publish.edition_json import edition_json
from dateline.publish.figures_table import SCHEMA, figures_csv, figures_parquet
from dateline.publish.geojson import map_geojson

from .factory import FORMULA, PRESIDENT, SCRIPT, edition


def test_edition_json_has_the_documented_shape(story: Path):
    data = json.loads((story / "edition.json").read_text())
    keys = "story number as_of headline standfirst sections disputes figures agenda changes"
    assert set(keys.split()) | {"corrections", "refused", "sources", "dispatches"} <= set(data)
    assert data["headline"] == "Russian airborne troops land in Kharkiv as talks are announced"
    cited = data["sections"][0]["lines"][0]["citations"][0]
    assert {"dispatch", "version", "start", "end", "text"} <= set(cited)
    assert cited["end"] - cited["start"] == len(cited["text"])


def test_json_stands_without_numbers_that_json_lacks():
    endless = replace(PRESIDENT, value=float("inf"), low=float("nan"))
    figures = json.loads(edition_json(replace(edition(), figures=(endless,))))["figures"]
    assert figures[0]["value"] is None and figures[0]["low"] is None


def test_the_calendar_is_rfc_5545(story: Path):
    raw = (story / "agenda.ics").read_bytes()
    assert raw.startswith(b"BEGIN:VCALENDAR\r\n")
    assert all(len(row) <= 75 for row in raw.split(b"\r\n"))
    calendar = Calendar.from_ical(raw)
    assert calendar["version"] == "2.0" and calendar["prodid"]
    events = calendar.walk("VEVENT")
    assert len(events) == 3  # the item without a date is not in it
    assert len({str(event["uid"]) for event in events}) == 3
    assert {event["dtstamp"].dt.isoformat() for event in events} == {"2022-03-02T23:30:00+00:00"}


def test_whole_days_end_on_the_day_after(story: Path):
    events = Calendar.from_ical((story / "agenda.ics").read_bytes()).walk("VEVENT")
    days = {str(e["summary"]): (str(e["dtstart"].dt), str(e["dtend"].dt)) for e in events}
    assert days["Banks leave Swift"] == ("2022-03-12", "2022-03-13")
    assert days["Meeting of ministers"] == ("2022-03-01", "2022-03-03")
    assert days["Second round of talks"] == ("2022-03-03 06:00:00", "2022-03-03 12:00:00")


def test_a_plan_keeps_its_uid_in_later_editions():
    def uids(number: int) -> set[str]:
        events = Calendar.from_ical(agenda_ics(edition(number))).walk("VEVENT")
        return {str(event["uid"]) for event in events}

    assert uids(2) == uids(3)


def test_geojson_is_rfc_7946(story: Path):
    data = json.loads((story / "map.geojson").read_text())
    assert data["type"] == "FeatureCollection" and "crs" not in data
    assert len(data["features"]) == len(edition().pins)
    for feature in data["features"]:
        assert feature["type"] == "Feature" and "properties" in feature
        lon, lat = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point"
        assert -180 <= lon <= 180 and -90 <= lat <= 90
    kharkiv = data["features"][0]
    assert kharkiv["geometry"]["coordinates"] == [36.25, 49.98]
    assert json.loads(map_geojson(replace(edition(), pins=())))["features"] == []


def test_csv_and_parquet_say_the_same(story: Path):
    rows = list(csv.DictReader(io.StringIO((story / "figures.csv").read_text(), newline="")))
    table = pq.read_table(story / "figures.parquet")
    assert table.schema.equals(SCHEMA)
    assert len(rows) == table.num_rows == len(edition().figures)
    assert rows[0]["words"] == "nearly 9,000"
    assert (rows[0]["value"], rows[0]["low"]) == ("9000", "")
    assert table.to_pylist()[1]["high"] == 498.0


def test_the_tables_of_statements_say_the_same(story: Path):
    text = (story / "statements.csv").read_text()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    table = pq.read_table(story / "statements.parquet")
    assert table.schema.equals(statements_table.SCHEMA)
    assert len(rows) == table.num_rows == len(edition().statements)
    assert rows[0]["by"] == "the regional governor" and rows[0]["mode"] == "indirect"
    assert rows[1]["by"] == f"'{FORMULA}" and rows[1]["content"] == f"'+1 … {SCRIPT}"
    assert table["by"][2].as_py() is None


def test_a_spreadsheet_takes_no_cell_for_a_formula():
    rows = list(csv.DictReader(io.StringIO(figures_csv(edition()).decode(), newline="")))
    assert [row["by"] for row in rows if "HYPERLINK" in row["by"]] == [f"'{FORMULA}"]
    assert pq.read_table(io.BytesIO(figures_parquet(edition())))["population"][5].as_py() == SCRIPT


@given(st.text(max_size=30))
def test_any_words_go_through_csv(words: str):
    whole = replace(edition(), figures=(replace(PRESIDENT, words=words),))
    (row,) = csv.DictReader(io.StringIO(figures_csv(whole).decode(), newline=""))
    assert row["words"].lstrip("'")[:1] not in {"=", "+", "-", "@"} or row["words"][:1] == "'"
