"""The page of `report --html` in a real browser: no serious accessibility finding, light and dark, nothing loaded."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from progress_sample import sample

from sharpened_cli.render import report

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

pytestmark = pytest.mark.slow
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_is_fetched(tmp_path: Path, scheme: Literal["light", "dark"]) -> None:
    if CHROMIUM is None:
        pytest.skip("needs a Chromium browser on the machine")
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra browser")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the extra browser")
    path = tmp_path / "report.html"
    path.write_text(report.page(sample(), "Ana", "metric"), "utf-8")
    fetched: list[str] = []
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(color_scheme=scheme)
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(path.as_uri())
        found = axe.Axe().run(page).response["violations"]
        assert page.locator("svg[role=img]").count() == 2
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        browser.close()
    assert fetched == [path.as_uri()]
    assert [finding["id"] for finding in found if finding["impact"] in ("serious", "critical")] == []
