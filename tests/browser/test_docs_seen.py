"""The documentation opens from the disk, fits a phone, asks nothing of the network, and passes axe."""

import os
from pathlib import Path

import pytest
from conftest import sideways, violations
from playwright.sync_api import Browser

SITE = Path(__file__).resolve().parents[2] / "docs" / "_build" / "html"
PAGES = ("index", "howto/compare", "python", "lessons/1_awareness", "cases/west_dulwich", "odd")


@pytest.mark.parametrize("width", [1280, 360])
def test_the_documentation_fits_a_phone_and_axe_finds_no_fault(browser: Browser, width: int):
    if not (SITE / "index.html").is_file() and not os.environ.get("COPROD_NEEDS_SITE"):
        pytest.skip("the site is not built")
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        page.goto((SITE / f"{name}.html").as_uri())
        assert sideways(page) <= 0, name
        assert violations(page) == [], name
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    page.close()
