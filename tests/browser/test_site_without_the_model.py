"""The site where the model cannot run: forbidden by the web space, or unknown to the browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from board_stage import figures, web_space
from conftest import sideways
from learn_stage import screen, turn
from playwright.sync_api import Browser, Page, expect
from site_stage import turn_to

from coprod_sim.charts.words import between
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario

FORBIDS = "default-src 'self'; script-src 'self'"
OLD, BLOCKED = "is too old, or WebAssembly is switched off", "must name 'wasm-unsafe-eval'"
SOON = 10_000
"""Within so long a reader is told [ms]."""


@pytest.fixture(params=["no WebAssembly", "forbidden"])
def without(request, root: Path, space: str, browser: Browser) -> Iterator[tuple[Page, str, str]]:
    """A page in which the model cannot run, where the site is, and what must be said."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    if request.param == "forbidden":
        with web_space(root, FORBIDS) as address:
            yield page, f"{address}/services/coprod", BLOCKED
    else:
        page.add_init_script("delete globalThis.WebAssembly")
        yield page, space, OLD
    page.close()


def compared(case: str) -> list[str]:
    found = compare(case, load_scenario(case).engagements[:3])
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    return [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends]


def test_a_leader_is_told_soon_what_is_wrong_and_sees_the_answers_worked_out_beforehand(
    without: tuple[Page, str, str],
) -> None:
    page, space, said = without
    page.goto(f"{space}/leaders.html#case=west_dulwich")
    expect(page.get_by_role("alert").filter(has_text=said)).to_contain_text(
        "The numbers you see were worked out beforehand", timeout=SOON
    )
    expect(page.locator(".row .figure")).to_have_count(3)
    assert figures(page.locator("[data-shade]")) == compared("west_dulwich")
    money = page.locator(".cost tbody tr td:last-child").first
    hour = page.get_by_label("An hour of staff time")
    hour.fill("100")
    expect(money).to_have_text("£31,900")
    hour.fill("")
    page.get_by_label("The case").select_option("ireland_eighth")
    expect(page.locator(".row .figure").first).to_contain_text(compared("ireland_eighth")[0])
    turn_to(page, "Take it away")
    expect(page.get_by_role("article")).to_contain_text("A real case.")
    page.set_viewport_size({"width": 360, "height": 740})
    assert sideways(page) <= 0


def test_a_case_of_ones_own_says_that_there_are_no_numbers_and_shows_none_of_another(
    without: tuple[Page, str, str],
) -> None:
    page, space, said = without
    page.goto(f"{space}/leaders.html#case=west_dulwich")
    expect(page.locator(".row .figure")).to_have_count(3)
    page.get_by_label("The case").select_option("own")
    expect(page.get_by_role("alert").filter(has_text=said)).to_contain_text(
        "There are no numbers to show here.", timeout=SOON
    )
    expect(page.locator(".answer")).to_have_text("There are no numbers to show.")
    expect(page.locator(".row .figure")).to_have_count(0)
    turn_to(page, "Take it away")
    expect(page.get_by_text("still being worked out")).to_have_count(0)


def test_a_lesson_says_at_its_run_that_the_model_cannot_run_here(
    without: tuple[Page, str, str],
) -> None:
    page, space, _ = without
    page.goto(f"{space}/lessons/0_start_here.html")
    while screen(page) != "bet":
        turn(page)
    page.locator("input[type=radio]").first.check()
    box = page.locator("#sure-box")
    for refused in ("101", "-1", "about 60"):
        box.fill("")
        box.press_sequentially(refused)
        box.blur()
        expect(box).to_have_value(refused)
        expect(page.locator("#sure-wrong")).to_contain_text("Please write a number from 0 to 100.")
        page.get_by_role("button", name="Place my bet").click()
        expect(page.get_by_role("alert").filter(has_text="how sure")).to_be_visible()
    page.locator("#sure").fill("60")
    expect(box).to_have_value("60")
    expect(page.locator("#sure-wrong")).to_be_hidden()
    box.fill("")
    box.press_sequentially("66,5")
    box.blur()
    expect(box).to_have_value("66.5")
    expect(page.locator("output[for=sure]")).to_have_text("66.5 in 100")
    page.get_by_role("button", name="Place my bet").click()
    expect(page.get_by_text("You can read on; the full kit runs the model")).to_be_visible()


@pytest.mark.parametrize("page_of_it", ["learn", "lessons/0_start_here", "exercises/1_1"])
def test_a_browser_too_old_to_read_a_learners_page_is_told_so(
    space: str, browser: Browser, page_of_it: str
) -> None:
    page = browser.new_page()
    page.add_init_script("delete globalThis.DecompressionStream")
    page.goto(f"{space}/{page_of_it}.html")
    expect(page.get_by_role("alert")).to_have_text(
        "This browser is too old for this page. Open it in a newer one.", timeout=SOON
    )
    page.close()
