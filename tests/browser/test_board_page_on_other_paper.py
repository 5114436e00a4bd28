"""The table of the saved page for the board, on a phone."""

from pathlib import Path

from pool_case import POOL

from coprod_sim.apps.leaders.files_to_save import made
from coprod_sim.briefing import briefing_of
from coprod_sim.briefing.html import html_briefing
from coprod_sim.results import compare


def test_a_phone_shows_every_column_of_the_saved_page(browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(made("html", POOL).data)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(file.as_uri())
    inside = "(box) => [box.scrollWidth, box.clientWidth]"
    needed, there = page.locator(".scroll").evaluate(inside)
    assert needed <= there
    page.close()


def test_a_phone_is_told_that_a_table_of_many_ways_slides_and_what_is_said_of_it_stays(
    browser, tmp_path: Path
) -> None:
    ways = (
        "tickbox", "honest_consultation", "ladder_consultation_well_done", "ladder_informing",
        "co_production",
    )  # fmt: skip
    file = tmp_path / "page.html"
    found = compare("west_dulwich", ways, runs=8, draws=0)
    file.write_text(html_briefing(briefing_of(found)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(file.as_uri())
    assert page.get_by_text("Slide it sideways to see every way.").is_visible()
    caption = page.locator("caption")
    for slid in (0, 400):
        page.locator(".scroll").evaluate("(box, to) => { box.scrollLeft = to }", slid)
        box = caption.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    page.set_viewport_size({"width": 1280, "height": 740})
    assert not page.get_by_text("Slide it sideways").is_visible()
    page.close()
