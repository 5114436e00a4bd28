"""Two notebooks of one learner in one JupyterLab: each shows what was written in the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from notebook_stage import LAB, notebook, run_all, serving
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.slow
CELLS = [
    'from coprod_sim.apps.learner import open_lesson\nlesson = open_lesson("3_expectations")\nlesson.start()',
    "lesson.at_your_place()",
]
IN_A, IN_B = "Working together on the pool.", "Asking young people, and we say so."


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    for name in "ab":
        notebook(tmp_path, CELLS, name)
    yield from serving(tmp_path, *LAB)


def tab(page: Page, name: str) -> None:
    page.locator(".lm-TabBar-tab").get_by_text(f"{name}.ipynb").click()


def box(page: Page, name: str) -> Locator:
    return page.locator(".jp-NotebookPanel:visible .part-place textarea").nth(WHERE[name])


WHERE = {"name": 1}
"""The place of a box among those of the lesson; the first is one's own decision."""


def test_what_is_written_in_one_notebook_is_in_the_other_when_one_comes_back(
    browser: Browser, lab: str
):
    page = browser.new_page(viewport={"width": 1280, "height": 6000})
    page.set_default_timeout(120_000)
    page.goto(f"{lab}/lab/tree/a.ipynb?reset")
    for name in "ab":
        if name == "b":
            page.locator(".jp-DirListing-item").get_by_text("b.ipynb").dblclick()
        expect(page.locator(".lm-DockPanel-tabBar .lm-mod-current")).to_contain_text(
            f"{name}.ipynb"
        )
        expect(page.locator(".jp-NotebookPanel:visible .jp-CodeCell")).to_have_count(2)
        run_all(page)
        expect(box(page, "name")).to_be_visible(timeout=120_000)
    written = box(page, "name")
    written.fill(IN_B)
    written.blur()
    page.wait_for_timeout(2_000)
    tab(page, "a")
    expect(box(page, "name")).to_have_value(IN_B)
    box(page, "name").fill(IN_A)
    box(page, "name").blur()
    page.wait_for_timeout(2_000)
    tab(page, "b")
    expect(box(page, "name")).to_have_value(IN_A)
    expect(page.get_by_text("In another tab you had written another text")).to_have_count(0)
    page.close()
