"""A form alone in a real browser: what a person is typing survives whatever comes from elsewhere."""

from dataclasses import asdict

import pytest
from form_stage import FIELDS, SCRIPT, STAGE, fields, sent
from playwright.sync_api import Browser, Page, expect

from coprod_sim.apps.controls import Field, Form, Group, Option
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.five_steps import conditions

pytestmark = pytest.mark.slow
BOXES = {"How sure, in 100": "70", "Weeks": "12", "Where": "The valley"}
each_box = pytest.mark.parametrize(("box", "typed"), BOXES.items())


@pytest.fixture
def page(browser: Browser):
    shown = browser.new_page()
    shown.evaluate(STAGE, [SCRIPT, fields, {"words": Form([]).words}])
    yield shown
    shown.close()


@each_box
def test_an_answer_that_comes_back_leaves_what_is_being_typed(page: Page, box: str, typed: str):
    page.get_by_label("Up").check()
    page.get_by_label(box).press_sequentially(typed)
    page.evaluate(
        "window.model.change('values', {guess: 'up', sure: null, weeks: null, place: ''})"
    )
    expect(page.get_by_label(box)).to_have_value(typed)
    page.get_by_label(box).blur()
    assert [str(value) for value in sent(page)] == ["up", typed]


@each_box
def test_new_questions_leave_what_is_being_typed_and_the_place(page: Page, box: str, typed: str):
    page.get_by_label(box).press_sequentially(typed[:1])
    more = [*fields, asdict(Field(id="why", kind="text", label="Why"))]
    page.evaluate("more => window.model.change('layout_', more)", more)
    page.keyboard.type(typed[1:])
    expect(page.get_by_label(box)).to_have_value(typed)
    assert sent(page) == []
    page.keyboard.press("Tab")
    assert [str(value) for value in sent(page)] == [typed]


CITIES = tuple(Option(value=k, label=k) for k in ("Bath", "York", "Hull"))


@pytest.fixture
def told(page: Page) -> Page:
    """Show a question that is told about as soon as it is answered, and something after it."""
    words = {"give": "Give this answer"}
    asked = Field(id="city", kind="choice", label="Which?", options=CITIES, words=words)
    page.evaluate(
        "fields => window.model.change('layout_', fields)",
        Form([asked, Field(id="next", kind="button", label="Next")]).layout_,
    )
    return page


def test_arrow_keys_pass_over_answers_and_only_enter_the_space_bar_or_a_press_gives_one(
    told: Page,
):
    give = told.get_by_role("button", name="Give this answer")
    told.get_by_label("Bath").focus()
    told.keyboard.press("ArrowDown")
    expect(told.get_by_label("York")).to_be_checked()
    assert sent(told) == []
    told.evaluate("window.model.change('values', {city: null})")  # what else comes undoes nothing
    expect(told.get_by_label("York")).to_be_checked()
    told.keyboard.press("ArrowDown")
    told.keyboard.press("Enter")
    expect(give).to_be_hidden()
    assert sent(told) == ["Hull"]
    told.keyboard.press("ArrowUp")
    told.keyboard.press("Space")
    assert sent(told) == ["Hull", "York"]
    told.keyboard.press("ArrowUp")
    told.keyboard.press("Tab")
    expect(give).to_be_focused()
    told.keyboard.press("Enter")
    assert sent(told) == ["Hull", "York", "Bath"]
    expect(told.get_by_label("Bath")).to_be_focused()
    told.get_by_text("Hull").click()
    assert sent(told) == ["Hull", "York", "Bath", "Hull"]


def test_what_was_answered_stands_again_when_the_hand_goes_on_without_giving_another(told: Page):
    told.get_by_label("York").check()
    told.keyboard.press("ArrowDown")
    expect(told.get_by_label("Hull")).to_be_checked()
    told.get_by_role("button", name="Next").focus()
    expect(told.get_by_label("York")).to_be_checked()
    expect(told.get_by_role("button", name="Give this answer")).to_be_hidden()
    assert sent(told) == ["York"]


def test_the_space_bar_gives_the_first_answer_there_is(told: Page):
    told.get_by_label("Bath").focus()
    told.keyboard.press("Space")
    assert sent(told) == ["Bath"]


def test_a_number_out_of_range_stays_to_be_mended_and_is_not_sent(page: Page):
    page.get_by_label("Weeks").fill("120")
    page.get_by_label("Where").focus()
    page.evaluate("window.model.change('values', {weeks: 4})")
    expect(page.get_by_label("Weeks")).to_have_value("120")
    assert sent(page) == []


@pytest.mark.parametrize("typed", ["-5", "101", "--7"])
@pytest.mark.parametrize("box", ["How sure, in 100", "Weeks"])
def test_a_number_outside_its_limits_is_refused_at_its_box_and_nothing_is_done_with_another(
    page: Page, box: str, typed: str
):
    bet = Form([*FIELDS, Field(id="place", kind="button", label="Place my bet", style="main")])
    page.evaluate("fields => window.model.change('layout_', fields)", bet.layout_)
    page.get_by_label(box).press_sequentially(typed)
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Place my bet").click()
    expect(page.get_by_role("status").filter(has_text="is not taken")).to_contain_text(
        "Please write a number from 0 to"
    )
    expect(page.get_by_label(box)).to_be_focused()
    at_the_button = (
        page.get_by_role("button", name="Place my bet").locator("xpath=..").get_by_role("alert")
    )
    expect(at_the_button).to_have_text(
        f"This was not done, because a number above is not taken as it stands: {box.partition(',')[0]}"
    )
    assert sent(page) == []
    page.get_by_label(box).fill("70")
    page.keyboard.press("Tab")
    expect(at_the_button).to_be_empty()
    page.get_by_role("button", name="Place my bet").click()
    expect(page.get_by_text("is not taken")).to_have_count(0)
    assert [(one["kind"], one["id"]) for one in page.evaluate("window.model.sent")][1:] == [
        ("click", "place")
    ]


def test_twelve_and_a_half_with_a_decimal_comma_is_taken_as_such(page: Page):
    """A browser's own box for numbers leaves the comma out without a word: 125 would be sent."""
    box = page.get_by_label("Weeks")
    box.press_sequentially("12,5")
    box.blur()
    expect(box).to_have_value("12.5")
    assert sent(page) == [12.5]


@pytest.mark.parametrize("typed", ["about 60", "12.5.3", "6o"])
@pytest.mark.parametrize("box", ["How sure, in 100", "Weeks"])
def test_words_in_a_box_for_a_number_stay_there_and_it_says_what_it_takes(
    page: Page, box: str, typed: str
):
    page.get_by_label(box).press_sequentially(typed)
    page.get_by_label(box).blur()
    expect(page.get_by_label(box)).to_have_value(typed)
    expect(page.get_by_label(box)).to_have_attribute("aria-invalid", "true")
    said = page.get_by_text("Please write a number from 0 to")
    expect(said).to_be_visible()
    assert sent(page) == []
    page.get_by_label(box).fill("12")
    page.get_by_label(box).blur()
    expect(said).to_have_count(0)
    assert sent(page) == [12]


def test_half_a_day_is_no_number_of_days_to_keep_a_room(page: Page):
    days = Field(id="days", kind="number", label="Days", low=1, high=365, whole=True)
    page.evaluate("fields => window.model.change('layout_', fields)", Form([days]).layout_)
    page.get_by_label("Days").fill("2.5")
    page.get_by_label("Days").blur()
    expect(page.get_by_text("Please write a whole number from 1 to 365.")).to_be_visible()
    assert sent(page) == []


def test_sixty_per_cent_in_a_box_of_hundredths_is_taken_as_60(page: Page):
    box = page.get_by_label("How sure, in 100")
    for typed in ("60%", "62,5 %", "70 in 100"):
        box.fill(typed)
        box.blur()
    expect(page.get_by_text("Please write")).to_have_count(0)
    assert sent(page) == [60, 62.5, 70]


def test_how_sure_one_is_can_be_taken_back_by_emptying_its_box(page: Page):
    how = Field(
        id="sure", kind="dial", label="How sure", low=0, high=100, step=5, unit="in 100",
        words={"unset": "Not said yet"},
    )  # fmt: skip
    page.evaluate("fields => window.model.change('layout_', fields)", Form([how]).layout_)
    box = page.get_by_label("How sure, in 100")
    box.fill("70")
    box.blur()
    box.fill("")
    box.blur()
    expect(page.get_by_text("Not said yet")).to_be_visible()
    assert sent(page) == [70, None]


def test_a_dial_that_was_not_set_does_not_show_a_number_when_its_box_is_emptied(page: Page):
    box = page.get_by_label("How sure, in 100")
    box.press_sequentially("7")
    box.press("Backspace")
    box.blur()
    expect(box).to_have_value("")


def test_a_refused_number_goes_when_the_questions_are_set_anew(page: Page):
    page.get_by_label("Weeks").fill("120")
    page.get_by_label("Where").focus()
    page.evaluate("window.model.held.values = {weeks: 4}")
    page.evaluate("fields => window.model.change('layout_', fields)", fields)
    expect(page.get_by_label("Weeks")).to_have_value("4")


def test_without_anything_typed_a_new_value_is_shown(page: Page):
    page.get_by_label("Weeks").focus()
    page.evaluate("window.model.change('values', {weeks: 4, sure: 30, place: 'Here'})")
    expect(page.get_by_label("Weeks")).to_have_value("4")
    expect(page.get_by_label("How sure, in 100")).to_have_value("30")
    expect(page.get_by_label("Where")).to_have_value("Here")


def test_a_dial_takes_a_number_beyond_its_slider_and_says_what_none_means(page: Page):
    seats = Form([dial_field("seats", conditions.SEATS)]).layout_
    page.evaluate("seats => window.model.change('layout_', seats)", seats)
    slider, box = page.get_by_role("slider"), page.get_by_label("Seats, people")
    assert slider.get_attribute("max") == "200"
    page.evaluate("window.model.change('values', {seats: 1500})")
    expect(box).to_have_value("1500")
    expect(slider).to_have_value("200")
    expect(slider).to_have_attribute("aria-valuetext", "1500 people. ")
    box.fill("350")
    box.blur()
    assert sent(page) == [350]
    for value in (350, 0):  # what was answered here stands until it has come back
        page.evaluate("value => window.model.change('values', {seats: value})", value)
    expect(slider).to_have_attribute("aria-valuetext", "0 people. Room for all who come.")


def test_a_slider_of_fives_shows_a_value_between_them_where_it_is(page: Page):
    slider, box = page.get_by_role("slider"), page.get_by_label("How sure, in 100")
    page.evaluate("window.model.change('values', {sure: 33})")
    expect(slider).to_have_value("33")
    slider.press("ArrowRight")
    expect(box).to_have_value("34")


def test_25_seats_stand_where_they_are(page: Page):
    seats = Form([dial_field("seats", conditions.SEATS)]).layout_
    page.evaluate("seats => window.model.change('layout_', seats)", seats)
    page.evaluate("window.model.change('values', {seats: 25})")
    slider, box = page.get_by_role("slider"), page.get_by_label("Seats, people")
    expect(slider).to_have_value("25")
    slider.press("ArrowRight")
    expect(box).to_have_value("26")


def long_text(page: Page) -> None:
    """Show one large box that holds 40 characters, and a button below it."""
    box = Field(
        id="why",
        kind="text",
        label="Why",
        style="long",
        high=40,
        words={"full": "This box is full."},
    )
    button = Field(id="go", kind="button", label="Place my bet")
    page.evaluate("fields => window.model.change('layout_', fields)", [asdict(box), asdict(button)])


def test_an_answer_nobody_heard_stays_however_long_it_takes(page: Page):
    page.get_by_label("Where").fill("The valley")
    page.get_by_label("Where").blur()
    page.get_by_label("Up").check()
    page.wait_for_timeout(5_000)  # nobody is there; it went back after four seconds before
    page.evaluate("window.model.change('values', {})")
    expect(page.get_by_label("Where")).to_have_value("The valley")
    expect(page.get_by_label("Up")).to_be_checked()


def test_an_answer_that_was_heard_and_not_taken_goes_back(page: Page):
    page.evaluate("window.model.held.values = { place: 'The hill' }")
    page.get_by_label("Where").fill("The valley")
    page.get_by_label("Where").blur()
    expect(page.get_by_label("Where")).to_have_value("The valley")
    page.evaluate("window.model.hear()")
    expect(page.get_by_label("Where")).to_have_value("The hill")


def test_a_box_that_is_full_says_so_at_the_box(page: Page):
    long_text(page)
    page.get_by_label("Why").press_sequentially("a" * 39)
    expect(page.get_by_text("This box is full.")).to_have_count(0)
    page.get_by_label("Why").press_sequentially("aaaa")
    expect(page.get_by_role("status").get_by_text("This box is full.")).to_be_visible()
    expect(page.get_by_label("Why")).to_have_value("a" * 40)


def test_the_hand_stays_in_the_form_when_its_button_goes(page: Page):
    long_text(page)
    page.get_by_role("button", name="Place my bet").focus()
    page.evaluate("window.model.change('layout_', window.model.held.layout_.slice(0, 1))")
    assert page.evaluate("document.activeElement.className") == "coprod-form"
    page.keyboard.press("Tab")
    expect(page.get_by_label("Why")).to_be_focused()


def test_what_went_wrong_stands_in_the_form_and_is_announced(page: Page):
    page.evaluate("window.model.change('said', 'Say how sure you are of your bet.')")
    expect(page.locator("main").get_by_role("alert")).to_have_text(
        "Say how sure you are of your bet."
    )
    page.evaluate("window.model.change('layout_', window.model.held.layout_.slice(0, 1))")
    expect(page.locator("main").get_by_role("alert")).to_be_visible()


def test_a_number_that_may_be_thousands_is_asked_about_and_never_sent(page: Page):
    box = page.get_by_label("Weeks", exact=True)
    box.fill("48.000")
    box.blur()
    said = "48.000 can be read as 48,000 or as 48. Please write 48000 or 48."
    expect(page.get_by_text(said)).to_be_visible()
    assert sent(page) == []
    box.fill("48")
    box.blur()
    expect(page.get_by_text(said)).to_have_count(0)
    assert sent(page) == [48]


@pytest.mark.parametrize("name", ["said", "told"])
def test_what_came_of_a_press_stands_at_the_button_and_in_view(page: Page, name: str):
    buttons = [Field(id=f"b{k}", kind="button", label=f"Button {k}") for k in range(60)]
    fold = Group(legend="More", fields=tuple(buttons), folded=True)
    asked = [Field(id=f"q{k}", kind="check", label=f"Question {k}") for k in range(30)]
    page.evaluate("fields => window.model.change('layout_', fields)", Form([fold, *asked]).layout_)
    page.get_by_text("More").click()
    page.get_by_role("button", name="Button 2", exact=True).click()
    page.evaluate("name => window.model.change(name, 'Choose a name first.')", name)
    words = page.get_by_text("Choose a name first.")
    expect(words).to_be_in_viewport()
    button = page.get_by_role("button", name="Button 2", exact=True).bounding_box()
    assert button
    assert 0 < words.bounding_box()["y"] - button["y"] < 2 * button["height"] + 20
    page.evaluate("fields => window.model.change('layout_', fields)", Form(asked[:1]).layout_)
    expect(words).to_be_in_viewport()


def test_keys_pressed_in_a_form_are_its_own_and_with_ctrl_the_notebooks(page: Page):
    """JupyterLab leaves a key alone where this mark stands; an arrow among answers folded a heading."""
    mine = page.locator("main [data-lm-suppress-shortcuts]")
    page.get_by_label("Up").press("ArrowLeft")
    expect(mine).to_have_count(1)
    for notebooks in ("Control+s", "Shift+Enter"):
        page.get_by_label("Up").press(notebooks)
        expect(mine).to_have_count(0)
        page.get_by_label("Up").press("ArrowDown")
        expect(mine).to_have_count(1)
