from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dateline.publish import publish, redact
from dateline.publish.redaction import PLAIN_HEADING
from dateline.records import Change, Edition, Notice, Redaction, Section

from .factory import AS_OF, SCRIPT, at, brief, cite, edition, line, site


def everything(value: object) -> list[object]:
    """Every value inside a record."""
    if is_dataclass(value):
        return [value] + [x for f in fields(value) for x in everything(getattr(value, f.name))]
    if isinstance(value, tuple):
        return [x for one in value for x in everything(one)]
    return [value]


def test_an_edition_that_is_not_concerned_is_the_very_same():
    whole = edition()
    assert redact(whole, [Redaction("elsewhere", None, "killed")]) is whole
    assert redact(whole, []) is whole


@pytest.mark.parametrize("guid", ["norla:2", "norla:3", "tarpan:4", "tarpan:9", "sahil:1"])
def test_nothing_left_cites_or_names_what_was_redacted(guid: str):
    left = redact(edition(), [Redaction(guid, None, "killed")])
    assert left is not None
    assert guid not in everything(left)


def test_only_the_redacted_version_goes():
    whole = edition()
    assert redact(whole, [Redaction("tarpan:9", 7, "embargoed")]) is whole
    left = redact(whole, [Redaction("norla:2", 1, "embargoed")])
    assert left is not None
    assert "norla:2" not in everything(left)


def test_a_line_with_one_redacted_citation_of_two_goes():
    left = redact(edition(), [Redaction("tarpan:9", None, "killed")])
    assert left is not None
    assert not any("airborne troops landed" in one.text for one in left.sections[0].lines)


def test_the_headline_falls_back_to_the_standfirst_and_leaves_it():
    whole = replace(edition(), headline=line("Gone.", cite("Gone.", "norla:9")))
    left = redact(whole, [Redaction("norla:9", None, "killed")])
    assert left is not None
    assert left.headline is whole.standfirst[0]
    assert left.standfirst == whole.standfirst[1:]


def test_the_headline_falls_back_to_the_best_supported_line():
    weak, strong = line("One says.", origins=1), line("Three say.", origins=3)
    whole = replace(
        brief("s", "Gone.", at(2), "norla:9"), sections=(Section("All", (weak, strong)),)
    )
    left = redact(whole, [Redaction("norla:9", None, "killed")])
    assert left is not None
    assert left.headline is strong


def test_nothing_remains():
    whole = brief("s", "Gone.", at(2), "norla:9")
    assert redact(whole, [Redaction("norla:9", None, "killed")]) is None


def test_a_heading_goes_with_its_words():
    kept = line("The mayor said so.", cite("The mayor said so.", "norla:8"))
    gone = line("The hoax.", cite("The hoax.", "norla:9"))
    cited = Section("The hoax", (kept,), (cite("hoax", "norla:9"),))
    uncited = Section("The hoax", (kept, gone))
    untouched = Section("The mayor", (kept,))
    whole = replace(edition(), sections=(cited, uncited, untouched))
    left = redact(whole, [Redaction("norla:9", None, "killed")])
    assert left is not None
    assert [one.heading for one in left.sections] == [PLAIN_HEADING, PLAIN_HEADING, "The mayor"]


def test_a_dispute_needs_two_rivals():
    left = redact(edition(), [Redaction("norla:2", None, "killed")])
    assert left is not None
    assert left.disputes == ()


def test_a_correction_of_killed_matter_goes_and_its_kill_keeps_no_identifier():
    corrected = Notice("correction", "norla", at(2), "norla:9", "was 3", "3", "4")
    killed = Notice("kill", "norla", at(2), "norla:9", "norla withdrew a dispatch.", "3", None)
    whole = replace(edition(), corrections=(corrected, killed))
    left = redact(whole, [Redaction("norla:9", None, "killed")])
    assert left is not None
    assert left.corrections == (Notice("kill", "norla", at(2), None, "norla withdrew a dispatch."),)


def test_changes_and_refusals_that_cannot_be_traced_go():
    loose = Change("withdrawn", "The hoax was withdrawn.")
    whole = replace(edition(), changes=(loose,))
    left = redact(whole, [Redaction("norla:2", None, "killed")])
    assert left is not None
    assert left.changes == ()
    assert left.refused == ()


def test_sources_are_counted_anew_and_the_digest_changes():
    left = redact(edition(), [Redaction("norla:2", None, "killed")])
    assert left is not None
    assert next((one.agency, one.dispatches) for one in left.sources) == ("norla", 2)
    assert left.digest != edition().digest
    none_left = redact(edition(), [Redaction("sahil:1", None, "killed")])
    assert none_left is not None
    assert "sahil" not in [one.agency for one in none_left.sources]


def text_of(path: Path) -> str:
    if path.suffix == ".parquet":
        return str(pq.read_table(path).to_pylist())
    return path.read_text("utf-8")


def found(out: Path, words: str) -> list[str]:
    files = [path for path in out.rglob("*") if path.is_file()]
    names = [str(path) for path in files if words in str(path)]
    return names + [str(path) for path in files if words in text_of(path)]


def killed_story() -> Edition:
    return brief("zzhoax-story", "Zzhoax said the Zzmayor.", at(2), "zzguid:9")


def with_zz(whole: Edition) -> Edition:
    """An edition in which every part also carries the killed words."""
    said = line("Zzhoax words.", cite("Zzhoax words.", "zzguid:9", before="Zzbefore."))
    extra = Section("Zzhoax heading", (said,), (said.citations[0],))
    figure = replace(whole.figures[0], by="Zzspeaker", citation=said.citations[0])
    return replace(
        whole,
        headline=said,
        standfirst=(said, *whole.standfirst),
        sections=(extra, *whole.sections),
        disputes=(replace(whole.disputes[0], line=said), *whole.disputes),
        figures=(figure, *whole.figures),
        agenda=(replace(whole.agenda[0], what="Zzplan", line=said), *whole.agenda),
        pins=(replace(whole.pins[0], name="Zzplace", line=said), *whole.pins),
        timeline=(replace(whole.timeline[0], line=said), *whole.timeline),
        changes=(Change("new", "Zzchange", said.citations), *whole.changes),
        corrections=(
            Notice("correction", "norla", AS_OF, "zzguid:9", "Zzold was said.", "Zzold", "Zznew"),
        ),
    )


def test_killed_words_are_in_no_file_after_the_kill(tmp_path: Path):
    editions = with_zz(edition(2)), with_zz(edition(3))
    before = site(editions=(editions[1], killed_story()), archive=(editions[0],))
    publish(before, tmp_path)
    assert found(tmp_path, "Zz") and found(tmp_path, "zzguid")
    kill = [Redaction("zzguid:9", None, "killed")]
    old, new = (redact(one, kill) for one in editions)
    assert old and new and redact(killed_story(), kill) is None
    after = site(editions=(new,), archive=(old,), withdrawn=(("zzhoax-story", AS_OF),))
    publish(after, tmp_path)
    assert found(tmp_path, "Zz") == []
    assert found(tmp_path, "zzguid") == []
    assert found(tmp_path, "zzhoax") == []


def test_a_page_that_compares_with_a_redacted_edition_is_made_anew(tmp_path: Path):
    old, new = replace(with_zz(edition(2)), headline=edition(2).headline), edition(3)
    publish(site(editions=(new,), archive=(old,)), tmp_path)
    assert any("editions/3" in path for path in found(tmp_path, "Zzhoax words."))
    left = redact(old, [Redaction("zzguid:9", None, "killed")])
    assert left
    publish(site(editions=(new,), archive=(left,)), tmp_path)
    assert found(tmp_path, "Zz") == []


def test_what_the_gate_refused_is_in_no_file(published: Path):
    assert found(published, "SECRET") == []


def test_hostile_text_stands_in_pages_only_escaped(published: Path):
    assert found(published, "&lt;script&gt;alert(1)")
    for path in published.rglob("*.html"):
        assert SCRIPT not in path.read_text("utf-8")
        assert "<img" not in path.read_text("utf-8")
        assert "javascript:" not in path.read_text("utf-8")
