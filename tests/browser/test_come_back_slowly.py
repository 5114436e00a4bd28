"""Somebody who comes back gets to where they stopped, also on a computer on which a page comes up slowly."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coprod_sim.apps import serving

pytestmark = pytest.mark.slow
SCRIPT = Path(serving.__file__).parent / "share/voila/templates/coprod/static/stages.js"
PLACE = "http://127.0.0.1/lesson"
WORDS = dict.fromkeys(("back", "bet", "label"), "x") | {
    "on": "Go on",
    "here": "Page {here} of {all}",
}
CELLS = ("door", "start", "hook", "predict", "see-words", "change-words", "change", "take-away")
BEHIND = '<div class="bet-stands"><form class="coprod-form"></form></div>'
COME = "([name, html]) => { document.querySelector(`[data-name=${name}]`).innerHTML += html; }"


@pytest.fixture
def coming(browser: Browser):
    """Open a lesson at the part that is next, before anything of what stands in its cells has come."""
    starts = "hook see-words change-words take-away"
    told = " ".join(f'data-{key}="{words}"' for key, words in WORDS.items())
    cells = "".join(f'<div data-name="{name}"><h2>{name}</h2></div>' for name in CELLS)
    page = browser.new_page()
    html = f"""<script>{SCRIPT.read_text("utf-8")}</script><main>
      {cells.replace("<h2>door</h2>", "<h1>Awareness</h1>")}</main>
      <div class="lesson-parts" data-first="all" data-starts="{starts}" {told}></div>
      <style>.not-now {{ display: none }}</style>"""
    page.route("**/lesson*", lambda asked: asked.fulfill(body=html, content_type="text/html"))
    page.goto(f"{PLACE}#part-change")
    yield page
    page.close()


def come(page: Page, name: str, html: str) -> None:
    page.evaluate(COME, [name, html])


def test_who_comes_back_gets_to_where_they_stopped_though_its_cell_comes_last(coming: Page):
    expect(coming.locator("[data-name=door]")).to_be_visible()
    come(coming, "predict", BEHIND)
    come(coming, "change", '<span id="part-change"></span>')
    expect(coming.locator("[data-name=change]")).to_be_visible()
    expect(coming.locator(".part-way p")).to_have_text("Page 4 of 5")


def test_who_turns_the_page_before_it_has_come_up_stays_where_they_turned_to(coming: Page):
    come(coming, "predict", BEHIND)
    coming.get_by_role("button", name="Go on").click()
    come(coming, "change", '<span id="part-change"></span>')
    expect(coming.locator(".part-way p")).to_have_text("Page 2 of 5")
    expect(coming.locator("[data-name=hook]")).to_be_visible()
