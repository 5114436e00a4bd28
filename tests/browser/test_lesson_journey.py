"""Journeys of a learner, in a real browser: a lesson with wrong and right answers, left and taken up."""

from pathlib import Path

import pytest
from conftest import sideways, violations
from kit_lesson_stage import (
    TALLEST,
    forward,
    go_on,
    opened,
    opened_lesson,
    part,
    place_unknown,
    tall,
    turn_to,
)
from learn_stage import press_on
from playwright.sync_api import Page, expect

from coprod_sim.learning.answer_key import load_answer_key
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import parts_of
from coprod_sim.learning.verdicts import verdicts
from coprod_sim.words import words_in

pytestmark = pytest.mark.slow
LESSON = load_lesson("1_awareness")
T = words_in("en")
EXERCISES = "/voila/render/apps/do_exercises.ipynb"
WIDTHS = (1280, 360)


@pytest.fixture(autouse=True)
def nothing_done(kept: dict[str, str]) -> None:
    """Begin each journey as somebody who has done nothing yet."""
    Path(kept["COPROD_PROGRESS"]).unlink(missing_ok=True)


def place_a_bet(page: Page, prediction: Prediction) -> None:
    """Bet on the first option, 70 in 100 sure; the run is locked before and played after."""
    turn_to(page, "predict")
    expect(part(page, "see").locator(".locked")).to_contain_text("locked")
    expect(part(page, "see").locator("svg")).to_have_count(0)
    part(page, "predict").get_by_label(prediction.options[0].text, exact=True).check()
    sure = part(page, "predict").get_by_role("textbox", name="in 100")
    sure.fill("70")
    sure.blur()
    part(page, "predict").get_by_role("button", name="Place my bet").click()
    part(page, "see").locator("svg").first.wait_for()
    is_at_what_came_out(page)
    expect(
        part(page, "predict").get_by_label(prediction.options[0].text, exact=True)
    ).to_be_disabled()


def is_at_what_came_out(page: Page) -> None:
    """Placing a bet leads to the heading over the run, with the hand and with the eye."""
    heading = page.locator("[data-name=see-words] h2")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()


def look_wrong_then_right(page: Page, prediction: Prediction) -> str:
    """Try every answer to "what did you see?"; each hears what it comes to. Gives the last one tried."""
    assert prediction.see is not None
    heard = []
    for option in prediction.see.options:
        part(page, "see").get_by_label(option.text, exact=True).check()
        said = part(page, "see").locator(".outcome").first
        expect(said).to_contain_text(option.feedback[:30])
        heard.append(said.locator("strong").inner_text())
    comes = verdicts(prediction.see, prediction.run, T)
    seen = ["yes" if comes[o.id].state == "yes" else "no" for o in prediction.see.options]
    assert heard == [T(f"learner-read-{one}") for one in seen]
    return prediction.see.options[-1].text


def test_a_learner_answers_wrong_then_right_closes_the_page_and_goes_on_later(page_at, kit):
    prediction = LESSON.predict
    assert prediction is not None
    page = page_at(1280)
    page.goto(kit)
    page.get_by_role("link", name="I learn").click()
    page.wait_for_selector("body[data-terms]")
    page.get_by_role("button", name="Delete everything").wait_for()
    page.get_by_role("navigation", name="Lessons").get_by_role("link", name=LESSON.title).click()
    page.locator(".part-turn").wait_for()

    first = LESSON.recall[0]
    wrong = next(k for k in range(len(first.options)) if k != first.right)
    recall = part(page, "recall")
    recall.get_by_label(first.options[wrong].text, exact=True).check()
    expect(recall.locator(".said-not_yet")).to_contain_text(first.options[wrong].why[:30])
    recall.get_by_label(first.options[first.right].text, exact=True).check()
    expect(recall.locator(".said-yes")).to_contain_text(first.options[first.right].why[:30])

    expect(page.locator("[data-name=default-result]")).to_be_hidden()  # the button plays it
    place_a_bet(page, prediction)
    seen = look_wrong_then_right(page, prediction)
    part(page, "because").get_by_role("textbox").fill("Because more people see why.")
    part(page, "because").get_by_role("button", name="Compare").click()
    expect(part(page, "because")).to_contain_text("Another answer")
    numbers = part(page, "see").locator("table").last.inner_text()
    expect(page.locator(".resume")).to_contain_text("You have been through")
    page.close(run_before_unload=True)

    later = page_at(1280)
    opened(later, f"{kit}/voila/render/0_start_here.ipynb")
    later.get_by_role("button", name="Delete everything").wait_for()
    later.get_by_role("link", name="Go on where you stopped").click()
    expect(
        part(later, parts_of(LESSON)[4])
    ).to_be_visible()  # the one behind the four that are done
    later.evaluate("location.hash = '#part-see'")
    part(later, "see").locator("svg").first.wait_for()
    assert part(later, "see").locator("table").last.inner_text() == numbers
    expect(
        part(later, "predict").get_by_label(prediction.options[0].text, exact=True)
    ).to_be_checked()
    expect(part(later, "see").get_by_label(seen, exact=True)).to_be_checked()
    expect(part(later, "because").get_by_role("textbox")).to_have_value(
        "Because more people see why."
    )
    for width in WIDTHS:
        later.set_viewport_size({"width": width, "height": 900})
        assert violations(later) == []
        assert sideways(later) <= 0


def test_a_word_is_explained_with_the_keyboard(page_at, kit):
    page = opened_lesson(page_at(360), f"{kit}/voila/render/1_awareness.ipynb")
    go_on(page)
    term = page.locator(".coprod-term:visible").first
    term.wait_for()
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(meaning).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()


def test_an_exercise_is_solved_and_every_kind_is_accessible(page_at, kit):
    page = opened(page_at(1280), f"{kit}{EXERCISES}?exercise=1_1")
    one = find_exercise("1_1")
    answers = load_answer_key(one.folder)
    for answer, outcome in (
        (answers.mistake[0].answer, "Not quite."),
        (answers.right[0].answer, "That is right."),
    ):
        for card in one.detail.items:
            box = page.get_by_role("group", name=card.text)
            box.get_by_label(one.detail.bins[answer[card.id]], exact=True).check()
        page.get_by_role("button", name="Check").first.click()
        expect(page.locator(".part-exercise")).to_contain_text(outcome)
    page.get_by_role("button", name="Show an answer").click()
    expect(page.locator(".part-exercise")).to_contain_text("One good answer")
    expect(page).to_have_url(f"{kit}{EXERCISES}?exercise=1_1")
    found = []
    for name in ("1_1", "1_2", "1_3", "1_4", "4_1", "6_1", "c_1"):
        shown = find_exercise(name)
        page.get_by_role("navigation").get_by_role("button", name="All exercises").click()
        page.locator(".part-list").get_by_role("button", name=shown.title).click()
        expect(page.locator(".part-exercise h2")).to_contain_text(shown.title)
        page.locator(".part-exercise").get_by_role("button", name="Check").first.wait_for()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{name} at {width}: {v}" for v in violations(page)]
            assert sideways(page) <= 0, (name, width)
        page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("navigation").get_by_role("button", name="Your progress").click()
    expect(page.locator(".part-progress")).to_contain_text("Nothing is sent anywhere")
    assert [*found, *violations(page)] == []


PICTURES = """() => [...document.querySelectorAll(".jp-RenderedMarkdown img")].map(i => ({
  alt: i.alt, loaded: i.naturalWidth, left: i.getBoundingClientRect().left }))"""
"""What is known of the pictures in a lesson's text."""


WATCH_LOCKED = """
self.shown_too_early = [];
const look = () => {
  const behind = "[data-name=predict] ~ [data-name]:not([data-name^=all]), [data-name=default-result]";
  for (const cell of document.querySelectorAll(behind))
    if (cell.innerText?.trim() && cell.checkVisibility()) self.shown_too_early.push(cell.dataset.name);
  if (!self.placing) requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Note in every frame which cells are shown that only the bet opens."""


@pytest.mark.parametrize("name", lesson_names())
def test_a_lesson_is_turned_part_by_part_and_no_part_is_long(page_at, kit, name):
    page = opened_lesson(page_at(1280), f"{kit}/voila/render/{name}.ipynb")
    before = parts_to_the_bet(page)
    assert before[0] == (1, "H1")
    assert [number for number, _ in before] == list(range(1, len(before) + 1))
    expect(part(page, "predict").get_by_role("button", name="Place my bet")).to_be_visible()
    expect(forward(page)).to_be_hidden()
    page.evaluate("location.hash = '#part-take-away'")
    expect(page.locator(".part-way p")).to_contain_text(f"Page {len(before)} of")
    for hidden in ("see", "because", "change", "take-away", "finish"):
        expect(part(page, hidden)).to_be_hidden()
    place_unknown(page)
    expect(page.locator("[data-name=see-words] h2")).to_be_focused()
    seen = [tall(page)]
    while forward(page).is_visible():
        go_on(page)
        seen.append(tall(page))
    expect(part(page, "finish")).to_be_visible()
    assert max(seen) < TALLEST, seen
    assert len(seen) >= 4, "one thing at a time"


def parts_to_the_bet(page: Page) -> list[tuple[int, str]]:
    """Go on as far as a lesson lets one; gives the number of each part and the heading it opens with."""
    found = []
    while True:
        number = int(page.locator(".part-way p").inner_text().split()[1])
        head = "[...document.querySelectorAll('[data-name]:not(.not-now) :is(h1, h2)')][0].tagName"
        found.append((number, page.evaluate(head)))
        assert tall(page) < TALLEST
        if not forward(page).is_visible():
            return found
        go_on(page)


def test_a_lesson_is_turned_with_the_keyboard_and_the_place_is_kept(page_at, kit):
    page = opened_lesson(page_at(1280), f"{kit}/voila/render/5_feedback.ipynb")
    press_on(page, "Go on")
    expect(page.locator("[data-name=hook] h2")).to_be_focused()
    press_on(page, "Go on")
    expect(page.locator("[data-name=example-words] h2")).to_be_focused()
    page.go_back()
    expect(page.locator("[data-name=hook]")).to_be_visible()
    expect(page.locator("[data-name=example-words]")).to_be_hidden()
    opened_lesson(page, page.url)
    page.reload()
    page.locator(".part-turn").wait_for()
    expect(page.locator(".part-way p")).to_have_text("Page 2 of 8")
    press_on(page, "Back")
    expect(page.locator("[data-name=door] h1")).to_be_focused()
    expect(page.get_by_role("button", name="Back", exact=True)).to_be_hidden()


def test_all_parts_that_are_open_come_out_on_paper(page_at, kit):
    page = opened_lesson(page_at(1280), f"{kit}/voila/render/3_expectations.ipynb")
    page.emulate_media(media="print")
    expect(page.locator("[data-name=step]")).to_be_visible()
    expect(page.locator(".part-turn")).to_be_hidden()
    expect(part(page, "finish")).to_be_hidden()


@pytest.mark.parametrize("name", ["0_start_here", "5_feedback", "8_is_the_model_right"])
def test_a_lesson_opens_with_a_picture_and_every_part_is_clean_for_axe(page_at, kit, name):
    page = page_at(1280)
    page.add_init_script(WATCH_LOCKED)
    opened_lesson(page, f"{kit}/voila/render/{name}.ipynb")
    expect(page.get_by_text("The code behind your bet")).to_have_count(0)
    opening = page.evaluate(PICTURES)[0]
    found = clean(page)
    go_on(page)
    step = page.evaluate(PICTURES)[1]
    for picture in (opening, step):
        assert len(picture["alt"]) > 60
        assert picture["loaded"] == 480
        assert picture["left"] > 640, "beside the text, where there is room"
    turn_to(page, "predict")
    assert page.evaluate("self.placing = true; [...new Set(self.shown_too_early)]") == []
    place_unknown(page)
    found += clean(page)
    while forward(page).is_visible():
        go_on(page)
        found += clean(page)
    assert found == []


def locked_cells(page: Page) -> None:
    """What only the bet opens is there and cannot be seen."""
    for name in ("see-words", "because-words", "default-result"):
        expect(page.locator(f"[data-name={name}]")).to_be_attached()
        expect(page.locator(f"[data-name={name}]")).to_be_hidden()


def test_what_only_the_bet_opens_stays_closed_where_scripts_fail_and_the_page_says_so(browser, kit):
    lesson = f"{kit}/voila/render/1_awareness.ipynb"
    broken = browser.new_page()
    broken.route("**/*.js", lambda route: route.abort())
    broken.goto(lesson)
    locked_cells(broken)
    expect(broken.get_by_text("is closed until your bet stands")).to_be_visible()
    broken.close()
    without = browser.new_context(java_script_enabled=False)
    page = without.new_page()
    page.goto(lesson)
    locked_cells(page)
    expect(page.get_by_text("This browser runs no scripts")).to_be_visible()
    expect(page.get_by_text("The page is getting ready")).to_be_hidden()
    without.close()


def clean(page: Page) -> list[str]:
    """Look at a page at every width: its faults, and whether it is wider than the window."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width}: {fault}" for fault in violations(page)]
        assert sideways(page) <= 0, width
    page.set_viewport_size({"width": 1280, "height": 900})
    return found
