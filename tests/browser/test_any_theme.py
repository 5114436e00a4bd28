"""Results and pages can be read in whatever shows them: plain HTML, VS Code, JupyterLab, dark or narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import sideways, violations
from notebook_stage import lab_with, notebook, run_all
from playwright.sync_api import Browser, Page, expect
from reading import faint, widest

from coprod_sim import compare, load_engagement, load_scenario

HOSTS = {
    "plain": "<body style='background:#fff'>",
    "no paper at all": "<body>",
    "VS Code, light": "<body class='vscode-light' style='--vscode-editor-background:#fff;background:#fff'>",
    "VS Code, dark": (
        "<body class='vscode-dark' style='--vscode-editor-background:#1f1f1f;background:#1f1f1f;color:#ccc'>"
    ),
    "Colab, dark": "<body theme='dark' style='background:#383838;color:#eee'>",
    "a page that follows": "<meta name='color-scheme' content='light dark'><body>",
}
CELLS = (
    "import coprod_sim\ncoprod_sim.compare('reference', runs=8, draws=2)",
    "from coprod_sim.apps.own_case import open_worksheet\nopen_worksheet()",
)


@pytest.fixture(scope="module")
def shown() -> str:
    case = load_scenario("west_dulwich").but({"people.citizens": 60})
    found = compare(case, ["tickbox", "co_production"], runs=8, draws=2)
    return "".join(one._repr_html_() for one in (found, case, load_engagement("tickbox")))


@pytest.fixture
def sheet(browser: Browser, tmp_path: Path, shown: str):
    made = []

    def open_(host: str, width: int = 1000, **how) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800}, **how)
        made.append(page)
        file = tmp_path / "shown.html"
        file.write_text(
            f"<!doctype html><html lang='en'><title>x</title>{host}"
            f"<main><h1>A notebook</h1><h2>One</h2>{shown}</main>"
        )
        page.goto(file.as_uri())
        for fold in page.locator("summary").all():
            fold.click()
        return page

    yield open_
    for page in made:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("host", HOSTS)
def test_a_result_can_be_read_whatever_shows_it(sheet, host: str, scheme: str):
    page = sheet(HOSTS[host], color_scheme=scheme)
    assert faint(page) == []
    assert 100 < widest(page) <= 480
    follows = scheme == "dark" and host == "a page that follows"
    dark = "dark" in host or follows
    ink = page.locator(".coprod p").first.evaluate("n => getComputedStyle(n).color")
    assert ink == ("rgb(238, 241, 244)" if dark else "rgb(27, 36, 48)")


def test_a_result_is_printed_dark_on_white_from_a_dark_theme(sheet):
    page = sheet(HOSTS["VS Code, dark"], color_scheme="dark")
    page.emulate_media(media="print")
    assert faint(page) == []
    paper = page.locator(".coprod").first.evaluate("n => getComputedStyle(n).backgroundColor")
    assert paper == "rgb(255, 255, 255)"


def test_in_forced_colours_a_picture_is_drawn_in_the_persons_own(sheet):
    page = sheet(HOSTS["plain"], forced_colors="active", color_scheme="dark")
    assert faint(page) == []
    strokes = page.evaluate(
        "() => [...document.querySelectorAll('.coprod svg line')].map(n => getComputedStyle(n).stroke)"
    )
    own = page.evaluate(
        "() => { const n = document.body.appendChild(document.createElement('i'));"
        " n.style.color = 'CanvasText'; return getComputedStyle(n).color; }"
    )
    assert set(strokes) == {own}


@pytest.mark.parametrize("width", [320, 1000])
def test_a_result_fits_a_narrow_page_and_everybody(sheet, width: int):
    page = sheet(HOSTS["plain"], width)
    assert sideways(page) <= 0
    assert violations(page) == []


@pytest.fixture(params=["JupyterLab Light", "JupyterLab Dark"])
def lab(request, browser: Browser, tmp_path: Path) -> Iterator[Page]:
    notebook(tmp_path, CELLS, "theme")
    for address in lab_with(tmp_path, theme=request.param):
        page = browser.new_page(viewport={"width": 1280, "height": 6000})
        page.set_default_timeout(90_000)
        page.goto(f"{address}/lab/tree/theme.ipynb?reset")
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=120_000)
        yield page
        page.close()


def test_in_jupyterlab_results_and_pages_carry_their_own_sizes_and_follow_its_theme(lab: Page):
    """Discs were as wide as the window, and labels nearly black on black."""
    run_all(lab)
    expect(lab.get_by_label("What do you call it?")).to_be_visible(timeout=120_000)
    expect(lab.locator(".coprod-cell svg").first).to_be_visible()
    assert faint(lab, ".coprod-cell") == []
    assert faint(lab, ".coprod-page") == []
    assert widest(lab) <= 480
    box, paper = lab.locator(".coprod-cell").first, "n => getComputedStyle(n).backgroundColor"
    assert box.evaluate(paper) == lab.locator(".jp-Notebook").first.evaluate(
        "n => { const i = n.appendChild(document.createElement('i'));"
        " i.style.backgroundColor = 'var(--jp-layout-color0)'; return getComputedStyle(i).backgroundColor; }"
    )


def test_no_part_of_a_session_is_hidden_on_a_page_of_320_pixels(page_at, kit: str):
    page = page_at(320)
    page.goto(f"{kit}/voila/render/apps/run_a_session.ipynb")
    steps = page.locator(".coprod-parts button")
    expect(steps).to_have_count(7, timeout=120_000)
    for place in range(7):
        box = steps.nth(place).bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    assert sideways(page) <= 0
