import json
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from lxml import html

from dateline.publish import glossary, publish
from dateline.publish.difference import difference
from dateline.publish.front_page import front_page
from dateline.publish.notes import NoteBook
from dateline.publish.pages import archive_html, full_html, index_html, shelf_html, story_html
from dateline.publish.story_page import paragraphs
from dateline.publish.weight import weight
from dateline.records import Line, Pin, vocabulary

from .factory import GOVERNOR, at, brief, cite, edition, line, site


def pages(published: Path) -> list[Path]:
    return sorted(published.rglob("*.html"))


def test_nothing_is_loaded_from_elsewhere(published: Path):
    for path in pages(published):
        page = html.parse(path)
        loaded = page.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        for link in loaded:
            assert "://" not in link
            assert (path.parent / link).resolve().is_file()
        assert not page.xpath("//*[@style] | //style | //*[@onclick] | //iframe | //form")


def test_pages_have_a_strict_policy_and_no_script_of_their_own(published: Path):
    for path in pages(published):
        page = html.parse(path)
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy and "unsafe" not in policy
        scripts = page.xpath("//script[not(@src)]/@type")
        assert set(scripts) <= {"application/ld+json"}


def test_every_page_has_a_form_that_posts_to_the_desk_and_nowhere_else(tmp_path: Path):
    publish(site(desk="https://desk.example:8443/wire/"), tmp_path)
    for path in pages(tmp_path):
        page = html.parse(path)
        (form,) = page.xpath("//form")
        assert form.get("action") == "https://desk.example:8443/wire/replies"
        assert form.get("method") == "post"
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.endswith("form-action https://desk.example:8443")
        ids = page.xpath("//form//*[self::input[not(@type='hidden')] or self::select"
                         " or self::textarea]/@id")  # fmt: skip
        assert sorted(ids) == sorted(page.xpath("//form//label/@for"))
    story = html.parse(tmp_path / "kharkiv-landing/editions/2/index.html")
    hidden = {one.get("name"): one.get("value") for one in story.xpath("//input[@type='hidden']")}
    assert hidden == {"story": "kharkiv-landing", "edition": "2"}


def test_without_a_desk_there_is_a_mail_link_and_without_that_a_sentence(
    published: Path, tmp_path: Path
):
    publish(site(contact="desk@wire.example"), tmp_path)
    for path in pages(tmp_path):
        (link,) = html.parse(path).xpath("//*[@id='reply']//a/@href")
        assert link.startswith("mailto:desk@wire.example?subject=Reply%20or%20correction")
        (policy,) = html.parse(path).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.endswith("form-action 'none'")
    for path in pages(published):
        assert "takes no replies" in html.parse(path).xpath("string(//*[@id='reply'])")


def test_links_inside_the_site_lead_somewhere(published: Path):
    for path in pages(published):
        for link in html.parse(path).xpath("//a/@href"):
            if link.startswith("#"):
                assert html.parse(path).xpath(f"//*[@id='{link[1:]}']"), (path, link)
            elif "://" not in link:
                assert (path.parent / link).resolve().is_file(), (path, link)


def test_ids_are_unique_and_every_mark_opens_a_note(published: Path):
    for path in pages(published):
        page = html.parse(path)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert set(page.xpath("//@popovertarget")) <= set(ids)


def test_every_sentence_carries_a_mark(story: Path):
    page = html.parse(story / "index.html")
    lines = page.xpath("//span[@class='line']")
    assert len(lines) > 10
    assert all(one.xpath(".//button[@popovertarget]") for one in lines)


def test_a_note_shows_the_words_with_their_neighbours_and_no_more(story: Path):
    page = html.parse(story / "index.html")
    words = "Russian airborne troops landed in Kharkiv on Wednesday, the army said."
    (quote,) = page.xpath(f"//blockquote[mark='{words}']")
    assert " ".join(quote.text_content().split()) == (
        f"Shelling went on through the night. {words} The fighting was continuing at noon."
    )


def test_a_story_page_is_small(story: Path):
    page = (story / "index.html").read_text("utf-8")
    without_map = re.sub(r'<figure class="map">.*?</figure>', "", page, flags=re.DOTALL)
    assert len(without_map.encode()) < 150_000
    assert len(page.encode()) < 200_000


def test_a_full_report_is_small(tmp_path: Path):
    said = [
        line(f"{n} " + "said so at length " * 6, cite("x" * 180, f"g:{n}", before="b" * 180))
        for n in range(60)
    ]
    parts = tuple(replace(s, lines=tuple(said[:15])) for s in edition().sections)
    full = replace(edition(), sections=parts, standfirst=tuple(said[15:]))
    assert len(story_html(site(), full, (full,), permanent=False)) < 150_000


def test_a_story_of_two_hundred_dispatches_is_small():
    whole = edition()

    def said(kind: str, n: int) -> Line:
        cited = [cite(f"{kind} {n} " + "x" * 170, f"g:{n}", before="b" * 180, after="a" * 180)] * 2
        return line(f"{kind} {n} " + "said so at length " * 8, *cited)

    def many(part: str, size: int) -> tuple:
        given = getattr(whole, part)
        return tuple(replace(given[n % len(given)], line=said(part, n)) for n in range(size))

    tolls = [
        replace(GOVERNOR, claim=f"c{n // 9}", by=f"speaker {n}", about=replace(
            GOVERNOR.about, population_key=f"p{n // 9}"), citation=said("toll", n).citations[0])
        for n in range(600)
    ]  # fmt: skip
    long = replace(
        whole,
        sections=tuple(
            replace(one, lines=tuple(said(one.heading, n) for n in range(15)))
            for one in whole.sections
        ),
        figures=tuple(tolls),
        disputes=many("disputes", 30),
        agenda=many("agenda", 60),
        measures=many("measures", 60),
        pins=tuple(replace(one, geonameid=n) for n, one in enumerate(many("pins", 80))),
        timeline=many("timeline", 300),
        changes=whole.changes * 80,
        corrections=whole.corrections * 60,
        dispatches=whole.dispatches * 25,
    )
    page = story_html(site(), long, (long,), permanent=False).decode()
    without_map = re.sub(r'<figure class="map">.*?</figure>', "", page, flags=re.DOTALL)
    assert len(without_map.encode()) < 150_000


def test_the_brief_has_its_own_address(story: Path):
    page = html.parse(story / "brief/index.html")
    said = [one.text_content() for one in page.xpath("//div[@class='in-brief']/p")]
    assert [text.startswith(one.text) for text, one in zip(said, edition().brief, strict=True)]
    assert html.parse(story / "index.html").xpath("//a[@href='brief/index.html']")


def test_the_full_list_is_whole_and_its_pages_small():
    lines = tuple(
        line(f"Line {n} said so.", *[cite(f"{n} " + "x" * 180, f"g:{n // 3}", before="b" * 300,
             after="a" * 300)] * 3)
        for n in range(250)
    )  # fmt: skip
    pages = full_html(site(), replace(edition(), full=lines))
    assert list(pages) == ["all/index.html", *(f"all/{n}/index.html" for n in (2, 3, 4))]
    assert all(len(page) < 150_000 for page in pages.values())
    text = b"".join(pages.values()).decode()
    assert all(one.text.removesuffix("so.") in text for one in lines)
    assert full_html(site(), replace(edition(), full=())) == {}


def test_structured_data_is_a_news_article(story: Path):
    (data,) = html.parse(story / "index.html").xpath("//script[@type='application/ld+json']/text()")
    article = json.loads(data)
    assert article["@type"] == "NewsArticle"
    assert article["datePublished"] == "2022-03-02T21:00:00Z"
    assert article["dateModified"] == "2022-03-02T23:30:00Z"


def test_the_note_of_a_reconstruction_is_at_the_top_and_the_bottom(published: Path):
    for path in pages(published):
        assert path.read_text().count("nothing on these pages happened") == 2


def test_a_permanent_page_says_what_it_is_and_names_no_later_edition(story: Path):
    page = html.parse(story / "editions/2/index.html")
    assert "This is edition 2" in page.getroot().text_content()
    assert page.xpath("//ol[@class='editions']/li/@value") == ["2", "1"]
    assert html.parse(story / "index.html").xpath("//ol[@class='editions']/li/@value") == [
        "3", "2", "1",
    ]  # fmt: skip


def test_two_editions_are_compared_line_by_line(story: Path):
    before, after = edition(1), edition(2)
    said = line("A line that only the second has.")
    after = replace(after, standfirst=(said, *after.standfirst[1:]), sections=after.sections[1:])
    found = difference(before, after)
    assert found.came == (said,)
    assert before.standfirst[0] in found.went
    assert set(found.went) & set(after.standfirst) == set()
    page = html.parse(story / "editions/2/changes/index.html").getroot().text_content()
    assert "Edition 1 and edition 2" in page
    assert not (story / "editions/1/changes").exists()


def test_a_reworded_line_shows_which_words_changed():
    before = line("At least 12 people were killed in Lindholm on Tuesday, the governor said.")
    after = line("At least 21 people were killed in Lindholm on Tuesday, the governor said.")
    other = line("The harbour was calm.")
    old = replace(edition(1), standfirst=(before,), sections=())
    found = difference(old, replace(edition(2), standfirst=(after, other), sections=()))
    assert found.came == (other,) and found.went == ()
    assert found.reworded[0].runs == (
        ("same", "At least"), ("gone", "12"), ("new", "21"),
        ("same", "people were killed in Lindholm on Tuesday, the governor said."),
    )  # fmt: skip


def test_the_archive_lists_all_editions_and_the_page_the_newest_ten():
    history = tuple(edition(number) for number in range(1, 41))
    page = html.fromstring(story_html(site(), history[-1], history, permanent=False))
    assert page.xpath("//ol[@class='editions']/li/@value") == [str(n) for n in range(40, 30, -1)]
    archive = html.fromstring(archive_html(site(), history))
    assert len(archive.xpath("//ol/li/a[not(@class)]")) == 40


def test_other_languages_are_declared(story: Path):
    page = html.parse(story / "index.html")
    assert page.xpath("//div[@class='report']//span[@lang='fr']")
    assert page.xpath("//div[@class='report']//p[@dir='rtl']/span[@lang='ar' and @dir='auto']")


def test_lines_are_set_in_paragraphs_of_one_language():
    said = [line("word " * 20) for _ in range(4)]
    french = line("mot " * 5, cite("mot", "ouest:1"))
    sizes = [len(one) for one in paragraphs([*said, french], NoteBook(edition().dispatches))]
    assert sizes == [2, 2, 1]


def test_the_glossary_explains_every_word_of_the_vocabularies():
    explained = {word for chapter in glossary.entries() for word, _ in chapter.words}
    for words in (
        vocabulary.ClaimStatus, vocabulary.Hedge, vocabulary.Scope, vocabulary.MeasureState,
        vocabulary.Precision, vocabulary.NoticeKind,
    ):  # fmt: skip
        assert set(get_args(words)) <= explained


def test_methods_credit_the_data(published: Path):
    text = (published / "methods/index.html").read_text()
    for name in ("GeoNames", "CC BY 4.0", "Natural Earth", "world-atlas", "ISC"):
        assert name in text


def test_the_index_puts_the_moving_story_first():
    old_but_big = replace(edition(), dispatches=edition().dispatches * 5)
    moving = [brief(f"now-{n}", f"Said {n}.", at(9, 8 + n), f"g:{n}") for n in range(6)]
    page = front_page(site(editions=(old_but_big, *moving)))
    assert [one.edition.story for one in page.front] == ["now-5", "now-4", "now-3", "now-2"]
    slow = front_page(site(editions=(old_but_big, brief("late", "Said.", at(9), "g:9"))))
    assert [one.edition.story for one in slow.front] == ["kharkiv-landing", "late"]
    assert [group[1] for group in page.groups] == [
        "Wednesday 9 March 2022", "Wednesday 2 March 2022",
    ]  # fmt: skip


def test_the_index_leads_with_what_weighs_most_of_what_moves():
    meeting = brief("meeting", "The council met in Kelm.", at(9, 18), "g:1")
    ambush = brief("ambush", "At least 21 people were killed.", at(8, 9), "g:2")
    told = replace(GOVERNOR, citation=ambush.headline.citations[0])
    ambush = replace(ambush, figures=(told,))
    war = replace(told, about=replace(told.about, scope="cumulative"))
    history = replace(ambush, story="history", figures=(war,))
    quiet = replace(edition(), dispatches=edition().dispatches * 5)  # a week ago
    fill = [brief(f"now-{n}", f"Said {n}.", at(9, 8 + n), f"h:{n}") for n in range(3)]
    page = front_page(site(editions=(meeting, ambush, history, quiet, *fill)))
    assert [one.edition.story for one in page.front] == ["ambush", "history", "meeting", "now-2"]


def test_several_agencies_a_dispute_and_a_deal_weigh_more_than_one_agencys_word():
    plain = brief("plain", "The council met in Kelm.", at(9), "g:1")
    deal = Pin("Kelm", 1, "XX", 0.0, 0.0, 0.0, "agree", plain.headline)
    heavier = (
        replace(plain, pins=(deal,)),
        replace(plain, disputes=edition().disputes),
        replace(plain, sources=edition().sources),
        replace(plain, dispatches=plain.dispatches * 4),
        replace(plain, agenda=edition().agenda),
    )
    assert all(weight(one) > weight(plain) for one in heavier)
    elsewhere = replace(deal, line=edition().standfirst[0])
    assert weight(replace(plain, pins=(elsewhere,))) == weight(plain)


def test_stories_without_a_date_come_last():
    undated = brief("undated", "Said.", at(1), "g:1")
    undated = replace(undated, dispatches=(replace(undated.dispatches[0], issued=None),))
    page = front_page(site(editions=(undated, edition())))
    assert [one.edition.story for one in page.front] == ["kharkiv-landing"]
    assert [group[1] for group in page.groups] == ["Date not given"]
    assert b"Date not given" in index_html(site(editions=(undated, edition())))


def test_a_long_wire_is_listed_by_month():
    stories = tuple(
        brief(f"s-{n}", f"Said {n}.", at(1).replace(month=1 + n % 12, day=1 + n % 28), f"g:{n}")
        for n in range(400)
    )
    page = front_page(site(editions=stories))
    assert page.brief
    assert sum(len(held) for _, _, held in page.groups) == 48
    months = [one for one in page.shelves if one.kind == "month"]
    assert [(one.title, one.address()) for one in months[:2]] == [
        ("December 2022", "reports/2022-12/index.html"),
        ("November 2022", "reports/2022-11/index.html"),
    ]
    assert sum(len(one.teasers) for one in months) == 400
    (agency,) = [one for one in page.shelves if one.kind == "agency"]
    assert list(shelf_html(site(), agency)) == [
        agency.address(), agency.address(2), agency.address(3), agency.address(4),
    ]  # fmt: skip
    assert len(index_html(site(editions=stories))) < 60_000


def test_a_new_story_leaves_the_lists_of_other_months_alone(tmp_path: Path):
    stories = tuple(
        brief(f"s-{n}", f"Said {n}.", at(1).replace(month=1 + n % 9, day=1 + n % 28), f"g:{n}")
        for n in range(90)
    )
    publish(site(editions=stories, archive=()), tmp_path)
    for path in pages(tmp_path / "reports"):
        for link in html.parse(path).xpath("//a/@href"):
            assert link.startswith(("#", "http")) or (path.parent / link).resolve().is_file()
    new = brief("new", "Said anew.", at(3).replace(month=9), "g:new")
    written = publish(site(editions=(*stories, new), archive=()), tmp_path).written
    assert "reports/2022-09/index.html" in written
    assert "reports/2022-08/index.html" not in written


def test_the_index_tells_what_is_not_shown(published: Path):
    text = html.parse(published / "index.html").getroot().text_content()
    assert "norla withdrew a dispatch." in text
    assert "2 dispatches are embargoed, held or withheld, and shown nowhere." in text
    assert b"kept back" not in index_html(site(notices=(), kept_back=0))


def test_an_empty_site_says_so(tmp_path: Path):
    publish(site(editions=(), archive=(), withdrawn=()), tmp_path)
    assert "There is no report to show." in (tmp_path / "index.html").read_text()


@pytest.mark.parametrize("part", ["pins", "agenda", "figures", "disputes", "changes", "sources"])
def test_a_page_does_without_any_part(part: str):
    less = replace(edition(), **{part: ()})
    assert b"</html>" in story_html(site(), less, (less,), permanent=False)
