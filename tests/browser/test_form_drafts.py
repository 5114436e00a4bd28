"""What was typed into a form and not heard is there again after a reload."""

import pytest
from form_stage import SCRIPT, STAGE, WORDS, fields, sent
from playwright.sync_api import Browser, Page, expect

from coprod_sim.apps.controls import Field, Form

pytestmark = pytest.mark.slow


@pytest.fixture
def reopened(browser: Browser):
    """Open a form anew, as after a reload, with what the kit has by then; all are pages of one browser."""
    context = browser.new_context()
    context.route(
        "http://kit.test/**", lambda route: route.fulfill(body="<!doctype html><title>x</title>")
    )

    def open_(
        page: Page | None = None, at: str = "", about: str = "place", **values: object
    ) -> Page:
        page = page or context.new_page()
        page.goto(f"http://kit.test/{at}")
        held = {"values": values, "about": about, "words": WORDS}
        page.evaluate(STAGE, [SCRIPT, fields, held])
        return page

    yield open_
    context.close()


def taken_up(page: Page) -> None:
    """Wait until what lay by has been looked at."""
    page.wait_for_timeout(800)


TYPED = {"How sure, in 100": "70", "Weeks": "12", "Where": "The valley"}


@pytest.mark.parametrize(("box", "typed"), TYPED.items())
def test_what_nobody_heard_is_taken_up_again_after_a_reload_and_forgotten_once_it_was_heard(
    reopened, box: str, typed: str
):
    page = reopened()
    page.get_by_label(box).press_sequentially(typed)  # and the server dies before it is sent
    page = reopened(page)
    expect(page.get_by_label(box)).to_have_value(typed)
    page.wait_for_function("window.model.sent.length")
    assert [str(value) for value in sent(page)] == [typed]
    page.evaluate("window.model.hear()")
    page = reopened(page)
    taken_up(page)
    assert sent(page) == []


def test_a_text_is_taken_up_in_a_new_tab_and_on_another_page_that_asks_for_the_same(reopened):
    reopened().get_by_label("Where").fill("The valley")
    other = reopened(at="another_lesson")
    expect(other.get_by_label("Where")).to_have_value("The valley")
    else_ = reopened(about="something else")
    taken_up(else_)
    expect(else_.get_by_label("Where")).to_have_value("")


def test_without_a_name_a_text_stays_in_its_tab_and_on_its_page(reopened):
    page = reopened(about="")
    page.get_by_label("Where").fill("The valley")
    other = reopened(about="")
    taken_up(other)
    expect(other.get_by_label("Where")).to_have_value("")
    page = reopened(page, about="")
    expect(page.get_by_label("Where")).to_have_value("The valley")


def test_an_older_draft_never_takes_the_place_of_what_the_kit_got_meanwhile(reopened):
    page = reopened(place="One")
    page.get_by_label("Where").fill("One, and what I typed in the old tab")
    page = reopened(page, place="Two, from elsewhere")
    aside = page.get_by_role("status").filter(has_text="you typed this here")
    expect(aside).to_contain_text("One, and what I typed in the old tab")
    expect(page.get_by_label("Where")).to_have_value("Two, from elsewhere")
    assert sent(page) == []
    page = reopened(page, place="Two, from elsewhere")  # until somebody says which of the two it is
    page.get_by_role("button", name="Put this into the box").click()
    expect(page.get_by_label("Where")).to_have_value("One, and what I typed in the old tab")
    assert sent(page) == ["One, and what I typed in the old tab"]
    page.evaluate("window.model.hear()")
    page = reopened(page, place="One, and what I typed in the old tab")
    taken_up(page)
    expect(aside).to_have_count(0)
    assert sent(page) == []


def test_a_text_of_which_the_kit_got_only_the_beginning_goes_on_from_there(reopened):
    page = reopened()
    page.get_by_label("Where").fill("One")
    page.get_by_label("Where").blur()  # the kit keeps it, and dies before it can say so
    page.get_by_label("Where").fill("One and two")
    page = reopened(page, place="One")
    expect(page.get_by_label("Where")).to_have_value("One and two")
    expect(page.get_by_text("you typed this here")).to_have_count(0)


def test_a_draft_that_is_left_stays_away(reopened):
    page = reopened(place="One")
    page.get_by_label("Where").fill("Mine")
    page = reopened(page, place="Two")
    page.get_by_role("button", name="Leave the box as it is").click()
    expect(page.get_by_label("Where")).to_be_focused()
    page = reopened(page, place="Two")
    taken_up(page)
    expect(page.get_by_label("Where")).to_have_value("Two")
    expect(page.get_by_text("you typed this here")).to_have_count(0)


def test_values_that_come_a_moment_after_their_boxes_are_not_overwritten(reopened):
    page = reopened()
    page.get_by_label("Where").fill("Mine")
    page = reopened(page)
    page.evaluate("window.model.change('values', {place: 'What the kit has'})")
    expect(page.get_by_text("you typed this here")).to_be_visible()
    expect(page.get_by_label("Where")).to_have_value("What the kit has")


def test_what_is_typed_while_a_draft_is_looked_for_stays_and_the_draft_is_shown(reopened):
    page = reopened()
    page.get_by_label("Where").fill("Before")
    page = reopened(page)
    page.get_by_label("Where").fill("After")
    expect(page.get_by_text("you typed this here")).to_be_visible()
    expect(page.get_by_label("Where")).to_have_value("After")


def test_an_answer_whose_value_came_back_before_the_word_that_it_was_heard_is_forgotten(reopened):
    page = reopened()
    page.get_by_label("Where").fill("Mine")
    page.get_by_label("Where").blur()
    page.evaluate("window.model.change('values', {place: 'Mine'})")
    page.evaluate("window.model.hear()")
    page = reopened(page, place="Changed in another tab")
    taken_up(page)
    assert sent(page) == []
    expect(page.get_by_label("Where")).to_have_value("Changed in another tab")
    expect(page.get_by_text("you typed this here")).to_have_count(0)


def test_what_is_half_typed_into_a_box_that_goes_is_told_and_stands_in_no_other_box(reopened):
    page = reopened(about="")
    box = {"enter": "save", "left": "yes"}
    held = Form([Field(id="line_1", kind="text", label="Card 1", words=box)]).layout_
    page.evaluate("parts => window.model.change('layout_', parts)", held)
    page.get_by_label("Card 1").press_sequentially("4 7 2")
    page.evaluate("window.model.change('layout_', [])")
    assert sent(page) == ["4 7 2"]
    assert page.evaluate("window.model.sent.at(-1)") == {
        "kind": "left", "id": "line_1", "value": "4 7 2",
    }  # fmt: skip
    page.evaluate("parts => window.model.change('layout_', parts)", held)
    expect(page.get_by_label("Card 1")).to_have_value("")
    page = reopened(page, about="")
    page.evaluate("parts => window.model.change('layout_', parts)", held)
    taken_up(page)
    expect(page.get_by_label("Card 1")).to_have_value("")
