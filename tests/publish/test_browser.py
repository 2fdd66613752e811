"""The pages in a real browser: no console message, no request elsewhere, accessible."""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from dateline.publish import publish

from .factory import site

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PAGES = (
    "index.html", "methods/index.html", "kharkiv-landing/index.html",
    "kharkiv-landing/editions/1/index.html", "kharkiv-landing/editions/2/changes/index.html",
    "kharkiv-landing/brief/index.html", "kharkiv-landing/all/index.html",
    "ferry-aground/index.html", "ferry-aground/editions/index.html",
    "kharkiv-landing/editions/index.html",
)  # fmt: skip


def absent(reason: str) -> None:
    """Skip, or fail where a browser is demanded."""
    if os.environ.get("DATELINE_REQUIRE_BROWSER"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if not chromium or not driver:
        absent("no Chromium with chromedriver on the path")
        return
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (
        "headless", "window-size=1280,900",
        "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
        "disable-background-networking", "disable-component-update", "disable-sync",
        f"user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    try:
        started = webdriver.Chrome(options=options, service=Service(driver))
    except WebDriverException as error:
        absent(f"Chromium does not start: {error.msg}")
        return
    yield started
    started.quit()


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without writing to the terminal."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on this machine; its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def address(published: Path) -> Iterator[str]:
    with serving(partial(Quiet, directory=str(published))) as here:
        yield here


def requested(browser: webdriver.Chrome) -> list[str]:
    """Addresses that the page asked for."""
    events = [json.loads(row["message"])["message"] for row in browser.get_log("performance")]
    return [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_without_complaint_and_from_its_own_site(
    browser: webdriver.Chrome, address: str, page: str
):
    browser.get_log("performance")
    browser.get(address + page)
    assert browser.title
    assert browser.get_log("browser") == []
    # the browser's own empty tab is made of data and chrome addresses
    urls = [url for url in requested(browser) if not url.startswith(("chrome", "data"))]
    assert urls and all(url.startswith(address) for url in urls)


@pytest.mark.parametrize("page", PAGES)
def test_pages_work_from_a_folder_too(browser: webdriver.Chrome, published: Path, page: str):
    browser.get((published / page).as_uri())
    assert browser.get_log("browser") == []
    family = "return getComputedStyle(document.body).fontFamily"
    assert "Georgia" in browser.execute_script(family)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_is_wider_than_its_window(browser: webdriver.Chrome, address: str, width: int):
    for page in PAGES:
        size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(address + page)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_mark_opens_without_script_and_closes_with_escape(
    browser: webdriver.Chrome, address: str
):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(address + "kharkiv-landing/index.html")
        mark = browser.find_element("css selector", ".standfirst .mark")
        note = browser.find_element("id", mark.get_dom_attribute("popovertarget"))
        assert not note.is_displayed()
        mark.send_keys("\ue007")  # Enter
        assert note.is_displayed()
        assert "at least 21 people were killed" in note.text
        browser.switch_to.active_element.send_keys("\ue00c")  # Escape
        assert not note.is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_resting_pointer_opens_a_note_and_a_click_keeps_it(
    browser: webdriver.Chrome, address: str
):
    browser.get(address + "kharkiv-landing/index.html")
    mark = browser.find_element("css selector", ".standfirst .mark")
    note = browser.find_element("id", mark.get_dom_attribute("popovertarget"))
    heading = browser.find_element("css selector", ".bar-title")

    def point(element: WebElement) -> ActionChains:
        return ActionChains(browser).move_to_element(element)

    point(mark).perform()
    WebDriverWait(browser, 5).until(lambda _: note.is_displayed())
    point(heading).perform()
    WebDriverWait(browser, 5).until(lambda _: not note.is_displayed())
    point(mark).perform()
    WebDriverWait(browser, 5).until(lambda _: note.is_displayed())
    point(mark).click().perform()
    point(heading).pause(0.6).perform()
    assert note.is_displayed()


def test_a_slider_leads_to_any_edition(browser: webdriver.Chrome, address: str):
    browser.get(address + "kharkiv-landing/editions/index.html")
    slider = browser.find_element("css selector", ".slider input")
    told = browser.find_element("css selector", ".slider output")
    assert told.text.startswith("Edition 3.")
    slider.send_keys("\ue012" * 2)  # left arrow
    assert told.text.startswith("Edition 1.")
    assert slider.get_dom_attribute("aria-valuetext") == told.text
    link = browser.find_element("css selector", ".slider a")
    assert link.get_property("href") == address + "kharkiv-landing/editions/1/index.html"


class Desk(BaseHTTPRequestHandler):
    """Takes a reply as a desk would."""

    taken: ClassVar[list[dict[str, list[str]]]] = []

    def do_POST(self) -> None:
        """Keep the form's fields."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.taken.append(parse_qs(body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("served", [True, False])
def test_a_reply_reaches_the_desk_and_the_policy_allows_it(
    browser: webdriver.Chrome, tmp_path: Path, served: bool
):
    with serving(Desk) as desk, serving(partial(Quiet, directory=str(tmp_path))) as here:
        publish(site(desk=desk), tmp_path)
        Desk.taken.clear()
        page = "kharkiv-landing/index.html"
        browser.get(here + page if served else (tmp_path / page).as_uri())
        browser.find_element("css selector", "#reply summary").send_keys("\ue007")
        browser.find_element("id", "reply-text").send_keys("It was 22, see the registry.")
        browser.find_element("css selector", "#reply button").send_keys("\ue007")
        WebDriverWait(browser, 5).until(lambda _: Desk.taken)
        assert browser.get_log("browser") == []
        assert Desk.taken[0]["text"] == ["It was 22, see the registry."]
        assert Desk.taken[0]["story"] == ["kharkiv-landing"]
        assert Desk.taken[0]["edition"] == ["3"]


def test_a_line_from_right_to_left_runs_so_and_its_mark_stands_after_it(
    browser: webdriver.Chrome, address: str
):
    browser.get(address + "kharkiv-landing/index.html")
    line = browser.find_element("css selector", ".report span[lang=ar]")
    mark = line.find_element("css selector", ".mark")
    assert line.value_of_css_property("direction") == "rtl"
    words = browser.execute_script(
        "const range = document.createRange(); range.selectNodeContents(arguments[0].firstChild);"
        "return range.getBoundingClientRect().left;", line)  # fmt: skip
    assert mark.rect["x"] + mark.rect["width"] <= words + 60
    mark.send_keys("\ue007")
    note = browser.find_element("id", mark.get_dom_attribute("popovertarget"))
    quote = note.find_element("tag name", "blockquote")
    assert quote.value_of_css_property("direction") == "rtl"
    assert quote.get_dom_attribute("lang") == "ar"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_serious(browser: webdriver.Chrome, address: str, page: str, scheme: str):
    if not AXE.is_file():
        absent("axe-core is not installed: npm install --no-save axe-core")
    feature = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", feature)
    browser.get(address + page)
    assert browser.get_cookies() == []
    browser.execute_script(AXE.read_text("utf-8"))
    found = browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "document.querySelectorAll('details').forEach(fold => fold.open = true);"
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa',"
        " 'best-practice']}).then(result => done(result.violations.map("
        "rule => [rule.id, rule.impact, rule.nodes.map(node => node.html).slice(0, 3)])));"
    )
    assert [rule for rule in found if rule[1] in {"serious", "critical", "moderate"}] == []
