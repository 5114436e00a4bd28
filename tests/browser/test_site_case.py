"""The step where a case is chosen, in a real browser: its answer is a picture, beside what happened."""

from board_stage import figures, settled
from conftest import sideways
from playwright.sync_api import expect

from coprod_sim.charts.words import between
from coprod_sim.results import compare


def test_the_case_chosen_is_answered_by_a_picture_beside_what_happened(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html")
    page.get_by_label("Case", exact=True).select_option("wales_20mph")
    picture = page.get_by_role("img", name="Tickbox consultation")
    settled(page)
    expect(picture).to_be_visible()
    found = compare("wales_20mph")
    ways = ("tickbox", "honest_consultation", "co_production")
    ends = [found.value(way, "acceptance", decision=1) for way in ways]
    assert figures(page) == [
        between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends
    ]
    happened = page.get_by_role("heading", name="What happened")
    beside, shown = happened.bounding_box(), picture.bounding_box()
    assert beside
    assert shown
    assert beside["x"] + beside["width"] <= shown["x"]


def test_on_a_phone_the_picture_stands_below_the_story_and_moves_with_it(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    picture = page.locator("figure.picture:not(.rough)")
    expect(picture).to_be_visible()
    before = picture.bounding_box()
    page.mouse.wheel(0, 300)
    page.wait_for_function("scrollY >= 300")
    after = picture.bounding_box()
    assert before
    assert after
    assert before["y"] - after["y"] >= 299
    assert sideways(page) == 0


def test_whoever_goes_on_to_their_own_case_by_keyboard_stands_at_its_form(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    steps = page.get_by_role("navigation", name="The parts of this page")
    steps.get_by_role("button", name="The case").click()
    page.get_by_role("button", name="Describe my own case").press("Enter")
    form = page.get_by_role("group", name="Describe my own case")
    expect(form).to_be_focused()
    page.keyboard.press("Tab")
    expect(form.get_by_role("textbox").first).to_be_focused()
