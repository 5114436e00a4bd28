"""Two lessons in a real JupyterLab: pictures, the bet, then its code, run and changed by hand."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_board_in_notebooks import serving

from coprod_sim.learning.lesson import load_lesson

pytestmark = pytest.mark.slow
LOADED = """() => [...document.querySelectorAll(".jp-RenderedMarkdown img")].slice(0, 2)
  .filter(picture => picture.naturalWidth === 480).length === 2"""
"""Whether the first two pictures of a lesson are there."""
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("lessons")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    before = os.environ.get("COPROD_PROGRESS")
    os.environ["COPROD_PROGRESS"] = str(folder / "progress.json")
    yield from serving(
        folder / "notebooks", "jupyter", "lab", "--no-browser", "--allow-root",
        "--IdentityProvider.token=", "--ServerApp.password=", "--LabApp.news_url=None",
    )  # fmt: skip
    os.environ.pop("COPROD_PROGRESS")
    if before is not None:
        os.environ["COPROD_PROGRESS"] = before


def run_all(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(page.get_by_text("Python 3 (ipykernel) | Busy")).to_be_visible()
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=240_000)


@pytest.mark.parametrize("name", ["1_awareness", "4_performance"])
def test_a_lesson_is_read_run_and_changed_in_jupyterlab(browser: Browser, lab: str, name: str):
    lesson = load_lesson(name)
    page = browser.new_page(viewport={"width": 1280, "height": 30_000})  # every cell is drawn
    page.set_default_timeout(120_000)
    page.goto(f"{lab}/lab/tree/{name}.ipynb?reset")
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=120_000)
    page.wait_for_function(LOADED)
    run_all(page)
    book = page.locator(".jp-Notebook")
    expect(book.get_by_text("You can see this once you have placed your bet.")).to_have_count(4)
    for option in lesson.predict.options:
        expect(book.get_by_text(option.feedback)).to_have_count(0)
    held = book.get_by_text("This opens when you have placed your bet.")
    expect(held).to_have_count(3)
    opened = (".part-studies h2", ".part-take-away li", ".part-expect h3")
    for selector in opened:
        expect(book.locator(selector)).to_have_count(0)
    part = page.locator(".part-predict")
    expect(part).to_have_count(1)
    part.get_by_label("I don't know").check()
    part.get_by_role("button", name="Place my bet").click()
    page.locator(".part-see svg").first.wait_for()
    expect(held).to_have_count(0)
    for selector in opened:
        expect(book.locator(selector).first).to_be_visible()
    expect(book.locator(".part-take-away li")).to_have_count(len(lesson.key_points))
    run_all(page)
    outputs = (
        page.locator(".jp-CodeCell")
        .filter(has_text="lesson.after_bet")
        .locator(".jp-OutputArea-output")
    )
    expect(outputs).to_have_count(4)
    expect(outputs.nth(0).locator("table").first).to_be_attached()
    expect(outputs.nth(1).locator("table")).to_contain_text("run_low")
    expect(outputs.nth(2).locator("svg").first).to_be_visible()
    expect(outputs.nth(3).locator("input[type=range]").first).to_be_visible()
    page.close()
