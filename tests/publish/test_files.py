from pathlib import Path

import pytest

from dateline.errors import PublishError
from dateline.publish import publish
from dateline.publish.files import LIST

from .factory import at, brief, edition, site


def contents(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_the_same_site_makes_the_same_bytes(tmp_path: Path):
    publish(site(), tmp_path / "a")
    publish(site(), tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_publishing_again_writes_nothing(tmp_path: Path):
    first = publish(site(), tmp_path)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    second = publish(site(), tmp_path)
    assert second.written == second.removed == ()
    assert second.unchanged == len(first.written)
    assert times == {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}


def test_a_new_edition_leaves_other_stories_alone(tmp_path: Path):
    publish(site(), tmp_path)
    grown = edition(4)
    more = site(editions=(grown, *site().editions[1:]), archive=(*site().archive, edition(3)))
    written = publish(more, tmp_path).written
    assert "kharkiv-landing/editions/4/index.html" in written
    assert "kharkiv-landing/index.html" in written
    assert "kharkiv-landing/editions/3/index.html" not in written
    assert not any(path.startswith("ferry-aground") for path in written)
    assert written.index("kharkiv-landing/editions/4/index.html") < written.index(
        "kharkiv-landing/index.html"
    )
    assert written.index("kharkiv-landing/index.html") < written.index("index.html")


def test_incremental_and_fresh_are_the_same(tmp_path: Path):
    publish(site(editions=(edition(3),), archive=()), tmp_path / "grown")
    publish(site(), tmp_path / "grown")
    publish(site(), tmp_path / "fresh")
    grown, fresh = contents(tmp_path / "grown"), contents(tmp_path / "fresh")
    assert {k: v for k, v in grown.items() if k != LIST} == {
        k: v for k, v in fresh.items() if k != LIST
    }


def test_what_is_gone_is_removed_with_its_folder_and_what_is_not_ours_stays(tmp_path: Path):
    publish(site(), tmp_path)
    (tmp_path / "CNAME").write_text("wire.invalid")
    removed = publish(site(editions=(edition(),)), tmp_path).removed
    assert "ferry-aground/index.html" in removed
    assert not (tmp_path / "ferry-aground").exists()
    assert (tmp_path / "CNAME").exists()


def test_a_damaged_file_is_mended(tmp_path: Path):
    publish(site(), tmp_path)
    (tmp_path / "feed.atom").write_text("half")
    (tmp_path / "methods/index.html").unlink()
    publish(site(), tmp_path)
    assert contents(tmp_path)["feed.atom"].startswith(b"<?xml")
    assert (tmp_path / "methods/index.html").exists()


def test_a_foreign_folder_is_refused(tmp_path: Path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(PublishError, match="not made by Dateline"):
        publish(site(), tmp_path)


@pytest.mark.parametrize(
    "listing",
    [
        "",
        "[]",
        '{"sizes": {"../outside": 1}, "parts": {}, "settled": true}',
        '{"sizes": {"/outside": 1}, "parts": {}, "settled": true}',
    ],
)
def test_a_damaged_listing_is_refused(tmp_path: Path, listing: str):
    (tmp_path / LIST).write_text(listing)
    with pytest.raises(PublishError, match="damaged"):
        publish(site(), tmp_path)


def test_a_publication_that_broke_off_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    publish(site(), tmp_path / "whole")
    publish(site(editions=(edition(2),), archive=(edition(1),)), tmp_path / "broken")
    real, calls = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 5:
            raise OSError(28, "No space left on device", str(target))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(PublishError, match="No space left"):
        publish(site(), tmp_path / "broken")
    monkeypatch.undo()
    assert list((tmp_path / "broken").rglob("*.half"))
    publish(site(), tmp_path / "broken")
    assert contents(tmp_path / "broken") == contents(tmp_path / "whole")


def test_ids_that_are_no_file_names_stay_inside_the_folder(tmp_path: Path):
    names = ("../up", "assets", "a/b", "", "methods", "Ünï", "x" * 300, ".dateline.json", "CON\0")
    stories = tuple(brief(name, "Said.", at(2), "norla:1") for name in names)
    publish(site(editions=stories, archive=()), tmp_path / "site")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    pages = [path for path in (tmp_path / "site").iterdir() if (path / "edition.json").exists()]
    assert len(pages) == len(names)


def test_volumes_of_a_story_lead_to_each_other(tmp_path: Path):
    publish(site(), tmp_path)
    linked = site(sequels=(("kharkiv-landing", "ferry-aground"),))
    written = publish(linked, tmp_path).written
    assert {"kharkiv-landing/index.html", "ferry-aground/index.html"} <= set(written)
    assert "kharkiv-landing/editions/3/index.html" not in written
    first = (tmp_path / "kharkiv-landing/index.html").read_text("utf-8")
    second = (tmp_path / "ferry-aground/index.html").read_text("utf-8")
    assert 'It goes on in <a href="../ferry-aground/index.html"' in first
    assert 'It began in <a href="../kharkiv-landing/index.html"' in second
