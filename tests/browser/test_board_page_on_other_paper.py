"""The table of the saved page for the board, on a phone."""

from pathlib import Path

from pool_case import POOL

from coprod_sim.apps.leaders.files_to_save import made


def test_a_phone_shows_every_column_of_the_saved_page(browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(made("html", POOL).data)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(file.as_uri())
    inside = "(box) => [box.scrollWidth, box.clientWidth]"
    needed, there = page.locator(".scroll").evaluate(inside)
    assert needed <= there
    page.close()
