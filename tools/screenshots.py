"""Take pictures of pages of a published site: desktop, phone, dark and print.

Run by hand, with Chromium, chromedriver and pngquant installed:
``python tools/screenshots.py site docs/screenshots sample=STORY/index.html``. Each page gives four
PNG files, named as said before the equals sign.
"""

import base64
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

TALLEST = 1700
COLOURS = 112
FLAGS = (
    "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
    "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """A way to see a page. ``width`` in CSS pixels; ``scheme`` is light or dark."""

    name: str
    width: int
    scheme: str = "light"
    medium: str = "screen"


LOOKS = (
    Look("desktop", 1280),
    Look("phone", 390),
    Look("dark", 1280, scheme="dark"),
    Look("print", 760, medium="print"),
)


def browser(profile: str) -> webdriver.Chrome:
    """A Chromium of its own, with an empty profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in (*FLAGS, f"user-data-dir={profile}"):
        options.add_argument(f"--{flag}")
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def picture(chromium: webdriver.Chrome, page: Path, look: Look) -> bytes:
    """The page from its top, as PNG."""

    def tell(command: str, **given: object) -> dict[str, str]:
        answer: dict[str, str] = chromium.execute_cdp_cmd(command, given)
        return answer

    phone = look.width < 600
    size = {"width": look.width, "height": 900, "deviceScaleFactor": 1, "mobile": phone}
    tell("Emulation.setDeviceMetricsOverride", **size)
    scheme = {"name": "prefers-color-scheme", "value": look.scheme}
    tell("Emulation.setEmulatedMedia", media=look.medium, features=[scheme])
    chromium.get(page.resolve().as_uri())
    height = chromium.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": look.width, "height": min(height, TALLEST), "scale": 1}
    taken = tell("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
    return base64.b64decode(taken["data"])


def small(png: bytes) -> bytes:
    """The picture in few colours, at about a third of its size."""
    command = ["pngquant", "--quality", "40-90", "--strip", str(COLOURS), "-"]
    return subprocess.run(command, input=png, capture_output=True, check=True).stdout  # noqa: S603


def main(site: str, out: str, *pages: str) -> None:
    """Take all pictures of all pages."""
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        chromium = browser(profile)
        try:
            for given in pages:
                name, _, page = given.partition("=")
                for look in LOOKS:
                    data = small(picture(chromium, Path(site) / page, look))
                    (folder / f"{name}-{look.name}.png").write_bytes(data)
        finally:
            chromium.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
