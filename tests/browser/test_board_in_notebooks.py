"""The dial board in a real JupyterLab and under Voila: Python reads the view, sets it, and compares."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from board_stage import dial, figures, settled
from notebook_stage import LAB, notebook, run_cell, serving
from playwright.sync_api import Browser, Page, expect

from coprod_sim.results import compare

CELLS = (
    'import coprod_sim\nboard = coprod_sim.explore("west_dulwich", measure="losers_acceptance")\nboard',
    'print("view:", board.value.turned, board.value.measure)',
    'board.value = board.value.turn("co_production", "influence", 0.0)',
    "found = board.result()\n"
    'row = found.value("co_production", "losers_acceptance", decision=1)\n'
    'print("accept:", round(row["low"] * 100), "to", round(row["high"] * 100))',
)


LEADERS = ("from coprod_sim.apps.leaders import open_leaders\nopen_leaders()",)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("lab")
    notebook(folder, CELLS)
    notebook(folder, LEADERS, "leaders")
    yield from serving(folder, *LAB)


@pytest.fixture
def voila(tmp_path: Path) -> Iterator[str]:
    notebook(tmp_path, CELLS[:1])
    yield from serving(tmp_path, "voila", "board.ipynb", "--no-browser")


@pytest.fixture
def sheet(browser: Browser, lab: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(90_000)
    page.goto(f"{lab}/lab/tree/board.ipynb?reset")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=120_000)
    yield page
    page.close()


def said(page: Page, place: int, begins: str) -> str:
    """Wait for what a cell prints, and give it."""
    out = page.locator(".jp-Notebook .jp-Cell").nth(place).locator(".jp-OutputArea-output")
    expect(out.last).to_contain_text(begins, timeout=120_000)
    return out.last.inner_text().strip()


def test_in_jupyterlab_dials_and_python_turn_each_other(sheet: Page) -> None:
    run_cell(sheet, 0)
    board = settled(sheet)
    expect(board.locator(".answer")).to_contain_text("who lose by it")
    dial(board, "Feedback").fill("30")
    settled(sheet)
    run_cell(sheet, 1)
    assert said(sheet, 1, "view:") == "view: {'co_production': {'feedback': 0.3}} losers_acceptance"
    before = figures(board)
    run_cell(sheet, 2)
    expect(dial(board, "Real influence")).to_have_value("0")
    expect(dial(board, "Feedback")).to_have_value("30")
    settled(sheet)
    assert figures(board)[2] != before[2]
    run_cell(sheet, 3)
    assert said(sheet, 3, "accept:") == f"accept: {figures(board)[2]}"


def test_in_jupyterlab_arrows_turn_a_dial_and_do_nothing_to_the_notebook(sheet: Page) -> None:
    """An arrow to the left folded away the part of the notebook in which the board stood."""
    run_cell(sheet, 0)
    buy_in = dial(settled(sheet), "Buy-in")
    expect(buy_in).to_have_value("70")
    buy_in.press("ArrowLeft")
    expect(buy_in).to_have_value("69")
    buy_in.press("ArrowUp")
    expect(buy_in).to_have_value("70")
    mine = sheet.locator(".jp-Cell [data-lm-suppress-shortcuts]")
    expect(mine).to_have_count(1)
    buy_in.press("Control+s")  # the notebook's own: it is saved
    expect(mine).to_have_count(0)


def test_under_voila_the_board_is_live_without_the_kernels_help(
    browser: Browser, voila: str
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(voila)
    board = settled(page)
    before = figures(board)
    dial(board, "Real influence").fill("0")
    expect(board.locator(".row .figure").nth(2)).not_to_contain_text(before[2])
    settled(page)
    assert figures(board)[0] == before[0]
    page.close()


@pytest.mark.parametrize("place", ["lab/tree/leaders.ipynb?reset", "notebooks/leaders.ipynb"])
def test_the_leaders_page_stands_in_a_cell_and_leaves_the_address_alone(
    browser: Browser, lab: str, place: str
) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1000}, accept_downloads=True)
    page.set_default_timeout(90_000)
    page.goto(f"{lab}/{place}")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    page.wait_for_timeout(3000)  # until the kernel has been found
    address = page.url
    run_cell(page, 0)
    steps = page.get_by_role("navigation", name="The parts of this page")
    steps.get_by_role("button", name="What would happen").click()
    found = compare("west_dulwich")
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    assert figures(settled(page)) == [
        f"{e['low'] * 100:.0f} to {e['high'] * 100:.0f}" for e in ends
    ]
    steps.get_by_role("button", name="The case").click()
    page.get_by_label("Case", exact=True).select_option("own")
    expect(page.get_by_label("The survey file")).to_be_visible()
    steps.get_by_role("button", name="Take it away").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Save the page (PDF)").click()
    assert coming.value.suggested_filename == "own_briefing.pdf"
    assert page.url == address
    page.close()
