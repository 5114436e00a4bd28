"""A page that has lost a part on the way to the browser is asked for again, also where its bet is there."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow
LESSON = "/voila/render/1_awareness.ipynb"
LOST = "Error displaying widget"
AMISS = """document.addEventListener("DOMContentLoaded", () => {
  const loads = Number(window.name || 0) + 1;  // a window's name outlives a page that is loaded again
  window.name = loads;
  if (loads > TIMES) return;
  const outputs = [...document.querySelectorAll("script[type='application/vnd.voila.cell-output+json']")];
  for (const one of outputs.slice(-2))
    one.textContent = one.textContent.replace(/("model_id": ?")[0-9a-f]{32}/, "$1" + "0".repeat(32));
});"""
"""Lets the last two parts of a page name widgets that no session made, the first times it is loaded."""


def opened(browser: Browser, kit: str, *, times: int, held: list | None = None) -> Page:
    page = browser.new_page()
    if held is not None:
        page.route("**/coprod/alive/*", lambda route: held.append(route))  # noqa: PLW0108 - no built-in is taken
    page.set_default_timeout(120_000)
    page.add_init_script(AMISS.replace("TIMES", str(times)))
    page.goto(f"{kit}{LESSON}", wait_until="commit")
    return page


def test_a_page_asks_for_all_its_widgets_at_once(browser: Browser, kit: str):
    page, sent = browser.new_page(), []

    def note(frame: bytes | str) -> None:
        text = frame if isinstance(frame, str) else frame.decode("utf-8", "replace")
        sent.extend(re.findall(r'"method": ?"(request_states?)"', text))

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.goto(f"{kit}{LESSON}", wait_until="commit")
    page.wait_for_function("document.body?.dataset.terms !== undefined", timeout=120_000)
    assert sent == ["request_states"]
    page.close()


def loads(page: Page) -> int:
    return int(page.evaluate("window.name"))


def test_a_lesson_that_lost_two_parts_comes_up_whole_by_itself(browser: Browser, kit: str):
    page = opened(browser, kit, times=1)
    page.wait_for_function("window.name === '2' && document.body?.dataset.terms !== undefined")
    expect(page.locator(".part-finish")).to_be_attached(timeout=90_000)
    page.wait_for_timeout(3_000)
    expect(page.get_by_text(LOST)).to_have_count(0)
    expect(page.locator("#trouble")).to_be_empty()
    assert loads(page) == 2
    assert not page.evaluate(
        "Object.keys(sessionStorage).some((key) => key.startsWith('coprod-tried'))"
    )
    page.close()


def test_a_lesson_that_loses_parts_twice_says_so_and_does_not_go_round_for_ever(
    browser: Browser, kit: str
):
    held = []
    page = opened(browser, kit, times=2, held=held)
    said = page.locator("#trouble").get_by_text("did not come up, twice")
    expect(said).to_be_visible(timeout=180_000)
    for asked in held:  # that the kit is alive, comes too late to take back what was said
        asked.continue_()
    page.unroute_all()
    page.wait_for_timeout(4_000)
    expect(said).to_be_visible()
    assert loads(page) == 2
    page.get_by_role("button", name="Load this page again").click()
    page.wait_for_function("window.name === '3' && document.body?.dataset.terms !== undefined")
    expect(page.get_by_text(LOST)).to_have_count(0)
    page.close()
