"""The step where a case is chosen, in a real browser: its answer is a picture, beside what happened."""

from board_stage import figures, settled
from conftest import sideways
from playwright.sync_api import expect
from site_stage import POOL

from coprod_sim.board.view import View, link_of
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


def test_the_picture_of_a_case_is_in_sight_at_once_and_says_what_it_measures(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    page.set_viewport_size({"width": 1280, "height": 800})
    for name in ("west_dulwich", "wales_20mph", "ireland_eighth"):
        page.get_by_label("Case", exact=True).select_option(name)
        settled(page)
        picture = page.locator("figure.picture:not(.rough)")
        expect(picture).to_contain_text("Of 100 people, how many accept the decision (after ")
        box = picture.bounding_box()
        assert box
        assert box["y"] + box["height"] <= 800, name


def test_on_a_phone_the_picture_has_its_key_and_every_difference_to_the_first_way(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/leaders.html")
    page.set_viewport_size({"width": 360, "height": 740})
    for step in ("The case", "What would happen"):
        page.get_by_role("navigation", name="The parts").get_by_role("button", name=step).click()
        settled(page)
        expect(page.get_by_text("Pale: 9 in 10 results, over plausible")).to_be_visible()
        apart = page.locator(".row .besides").filter(has_text="than tickbox consultation")
        expect(apart).to_have_count(2)
        for said in apart.all():
            expect(said).to_be_visible()
        assert sideways(page) == 0


def test_a_case_of_ones_own_is_answered_where_it_is_described(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html")
    page.get_by_role("button", name="Describe my own case").click()
    page.get_by_label("What do you call it?").wait_for()
    expect(page.get_by_role("heading", name="What the model says")).to_have_count(0)
    page.get_by_label("How hot is it?").select_option("hot")
    mine = page.get_by_role("region", name="What the model says")
    settled(page)
    expect(mine.locator(".answer")).to_contain_text("than with tickbox consultation")
    expect(mine.get_by_role("img", name="Tickbox consultation")).to_be_visible()
    expect(mine.get_by_role("list", name="Three numbers").get_by_role("listitem")).to_have_count(3)
    expect(mine).to_contain_text("Entered: how hot it is: hot.")


def test_what_the_gate_and_the_limits_say_stands_beside_the_answer_on_ones_own_case(
    page_of, stick: str
) -> None:
    view = POOL.but(part="case", money={"weeks_available": 15.0})
    page = page_of(f"{stick}/leaders.html#view={link_of(view)}")
    mine = page.get_by_role("region", name="What the model says")
    expect(mine.locator(".gate-says")).to_contain_text("(4 of 14 questions are still open) say: ")
    expect(mine.locator(".late:not(.duty)")).to_contain_text("You have 15 weeks.")
    mine.get_by_role("button", name="See these answers").click()
    expect(page.get_by_role("group", name="Should we ask?", exact=True)).to_be_focused()


def test_a_long_headline_leaves_the_picture_of_the_board_in_sight(page_of, stick: str) -> None:
    page = page_of(f"{stick}/leaders.html#view={link_of(View(part='what'))}")
    page.set_viewport_size({"width": 1280, "height": 800})
    settled(page)
    expect(page.locator(".answer")).to_contain_text("mostly does better, but this is not certain")
    box = page.locator("figure.picture").bounding_box()
    assert box
    assert box["y"] <= 500  # it stood at 600
