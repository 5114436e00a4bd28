"""A learner alone with the site: lessons from a memory stick; a file that travels to the kit and back."""

import json
import re
from pathlib import Path

import pytest
from conftest import sideways, violations
from kit_lesson_stage import TALLEST, tall
from learn_stage import heading, items_in, saved, screen, turn, turn_to
from playwright.sync_api import Page, expect

from coprod_sim.charts.words import adding_up
from coprod_sim.learning.artefact import artefact_of, decision
from coprod_sim.learning.artefact import made as work_of
from coprod_sim.learning.artefact_standing import standing
from coprod_sim.learning.lesson import lesson_names, load_lesson
from coprod_sim.learning.lesson_progress import done_parts, parts_of
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore, ledger_entries
from coprod_sim.learning.readouts import ranged, value
from coprod_sim.learning.runs import play

LESSON = load_lesson("1_awareness")
BET = LESSON.predict
assert BET is not None
assert BET.see is not None
ADDRESS = "lessons/1_awareness.html"


def place_a_bet(page: Page, option: int = 0, sure: str = "70") -> None:
    turn_to(page, "bet")
    page.get_by_label(BET.options[option].text, exact=True).check()
    page.get_by_role("slider", name="How sure are you that your bet is right?").fill(sure)
    page.get_by_role("button", name="Place my bet").click()


def test_a_whole_lesson_alone_from_a_memory_stick_and_the_kit_reads_what_was_done(
    page_of, stick: str, tmp_path: Path
) -> None:
    page = page_of(f"{stick}/index.html")
    page.get_by_role("heading", name="I learn").get_by_role("link").click()
    page.get_by_role("link", name=LESSON.title).click()
    turn_to(page, "recall")
    for asked in LESSON.recall:
        for option in asked.options:
            page.get_by_label(option.text, exact=True).check()
            expect(page.locator(".outcome")).to_contain_text(option.why)
        turn(page)
    turn_to(page, "example")
    page.get_by_role("button", name="Run it and show how to read it").click()
    expect(page.get_by_role("heading", name="The answer")).to_be_visible()
    place_a_bet(page)
    for option in BET.see.options:
        page.get_by_label(option.text, exact=True).check()
        expect(page.locator(".outcome").first).to_contain_text(option.feedback)
    turn_to(page, "because")
    page.get_by_role("button", name="Compare with another answer").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your own reason first")
    page.get_by_role("textbox").fill("There is so little to know.")
    page.get_by_role("button", name="Compare with another answer").click()
    expect(page.locator(".outcome")).to_contain_text("Being asked raises hopes.")
    turn_to(page, "change")
    page.get_by_role("slider", name="Open information").fill("90")
    turn_to(page, "idea")
    page.get_by_label(LESSON.idea.options[1].text, exact=True).check()
    turn_to(page, "place")
    page.get_by_text("Write it here").click()
    page.get_by_role("textbox").first.fill("The opening hours of the pool.")
    turn(page)
    made = artefact_of("1_awareness")
    for box in made.boxes:
        page.get_by_label(box.label, exact=True).fill("Because it costs 60,000 pounds a year.")
    expect(page.locator(".outcome")).to_contain_text("All boxes are filled.")
    turn_to(page, "end")
    store = ProgressStore(tmp_path / "progress.json")
    store.take_in(saved(page), "from the page", place_said)
    assert done_parts(LESSON, store) == parts_of(LESSON)
    (bet,) = ledger_entries(store)
    assert bet.right is (BET.options[0].id == "same"), "87 of 100 models give it"
    assert (bet.sure, bet.question) == (70, BET.question)
    assert decision(store) == "The opening hours of the pool."
    assert standing(made, work_of(store, made)) == "written"
    page.goto(f"{stick}/learn.html")
    parts = len(parts_of(LESSON))
    gone = f"({LESSON.minutes} minutes, {parts} of {parts} parts gone through)"
    expect(page.locator(".lessons li").nth(1)).to_contain_text(gone)


def test_nothing_of_the_run_can_be_seen_before_there_is_a_bet(page_of, stick: str) -> None:
    page = page_of(f"{stick}/{ADDRESS}#see")
    assert screen(page) == "bet"
    page.get_by_role("button", name="Place my bet").click()
    expect(page.get_by_role("alert")).to_contain_text("Say first what you think")
    page.get_by_label(BET.options[0].text, exact=True).check()
    page.get_by_role("button", name="Place my bet").click()
    expect(page.get_by_role("alert")).to_contain_text("Say how sure you are of your bet")
    assert screen(page) == "bet"
    expect(page.locator("svg")).to_have_count(0)
    page.get_by_label("I don't know", exact=True).check()
    page.get_by_role("button", name="Place my bet").click()
    page.locator(".chart svg").first.wait_for()
    page.go_back()
    expect(page.get_by_label(BET.options[0].text, exact=True)).to_be_disabled()


@pytest.mark.parametrize("name", ["1_awareness", "2_buy_in"])
def test_the_run_gives_the_numbers_that_python_gives(page_of, space: str, name: str) -> None:
    asked = load_lesson(name).predict
    page = page_of(f"{space}/learn.html")
    kept = {"answer": {"choice": asked.options[0].id}, "sure": 50, "seed": 1, "seen": ""}
    items = {f"lesson/{name}/predict": {"value": kept, "at": "2026-05-03T10:00:00.000000+00:00"}}
    table = json.dumps({"format": 2, "made_with": "x", "items": items})
    page.evaluate("text => localStorage.setItem('coprod_progress', text)", table)
    page.goto(f"{space}/lessons/{name}.html#see")
    page.get_by_label(asked.see.options[0].text, exact=True).check()
    played = play(asked.run, 1)
    came = ranged(asked.read, played, digits=asked.digits)
    expect(page.locator(".outcome").last).to_contain_text(
        f"The difference, taken before rounding, was {came} {asked.told_in}."
    )
    expect(page.locator(".result .help").first).to_contain_text(f"{played.models} models that fit")
    elsewhere = "Another page, or another person, gets another run"
    expect(page.locator(".result .help").first).to_contain_text(elsewhere)
    page.get_by_text("The numbers as a table", exact=True).click()
    for row, way in enumerate(asked.run.names, 1):
        cells = page.locator(".result table tr").nth(row).locator("td")
        for k, read in enumerate((asked.read, asked.see.read)):
            said = ranged(read.but(rule="value"), played, way, digits=asked.digits)
            assert cells.nth(k).inner_text() == said


def test_a_change_is_played_with_the_same_people_and_the_same_luck(page_of, stick: str) -> None:
    page = page_of(f"{stick}/{ADDRESS}")
    place_a_bet(page)
    turn_to(page, "change")
    dial = page.get_by_role("slider", name="Open information")
    before = page.locator(".before-after td").nth(0)
    expect(page.get_by_text("You have changed nothing yet. Move a slider")).to_be_visible()
    expect(before).to_have_count(0)
    dial.fill("90")
    expect(before).to_contain_text("to")
    kept = items_in(page)
    seed = kept["lesson/1_awareness/predict"]["value"]["seed"]
    values = kept["lesson/1_awareness/change"]["value"]
    assert values["openness"] == 0.9
    changed = play(LESSON.change.changed(BET.run, values), seed)
    read = LESSON.change.reads[0].but(of="louder")
    was, now, apart = adding_up(value(read, play(BET.run, seed)), value(read, changed))
    expect(page.locator(".before-after td").nth(1)).to_have_text(
        re.compile(rf"^{re.escape(now)} \(")
    )
    assert before.inner_text().startswith(f"{was} (")
    assert page.locator(".before-after td").nth(2).inner_text().startswith(apart)


def test_an_idea_in_a_later_lesson_goes_off_by_its_button_and_not_by_a_key(
    page_of, stick: str
) -> None:
    page = page_of(f"{stick}/lessons/5_feedback.html")
    turn_to(page, "bet")
    page.get_by_label("I don't know", exact=True).check()
    page.get_by_role("button", name="Place my bet").click()
    turn_to(page, "fate")
    page.get_by_role("button", name="Send my idea").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose one of the ideas first")
    first, second = LESSON.idea.options[:2]
    page.get_by_label(first.text, exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.get_by_role("textbox").fill("And a bench to sit on.")
    expect(page.get_by_text(second.situation)).to_have_count(0)
    page.get_by_role("button", name="Send my idea").click()
    story = page.locator("dl.fate")
    expect(story).to_be_focused()
    for text in (second.situation, second.next, "And a bench to sit on."):
        expect(story).to_contain_text(text)


def test_a_lesson_is_done_with_the_keyboard_alone(page_of, stick: str) -> None:
    page = page_of(f"{stick}/{ADDRESS}")
    screen(page)

    def press_on(name: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()") == name:
                page.keyboard.press("Enter")
                return
        raise AssertionError(f"{name} cannot be reached with the keyboard")

    for _ in range(30):
        if screen(page) == "bet":
            break
        press_on("Next")
        assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    press_on("Place my bet and run it")
    page.locator(".chart svg").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_passing_over_the_answers_with_arrow_keys_answers_no_question(page_of, space: str) -> None:
    asked = LESSON.recall[0]
    right = asked.options[asked.right]
    page = page_of(f"{space}/{ADDRESS}")
    turn_to(page, "recall")
    page.get_by_role("radio").first.focus()
    for _ in asked.options:  # once round
        page.keyboard.press("ArrowDown")
    expect(page.locator(".outcome")).to_have_count(0)
    assert not any(
        name.startswith(("recall/", "lesson/")) for name in items_in(page) if "/at" not in name
    )
    for _ in asked.options:
        if not page.get_by_label(right.text, exact=True).is_checked():
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".outcome.yes")).to_contain_text(right.why)
    assert items_in(page)["recall/1_awareness/0"]["value"] == {"1_awareness": True}
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Give this answer")).to_be_focused()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(page.locator(".outcome.yes")).to_have_count(0)
    expect(page.get_by_role("radio", checked=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.locator(".turn button").last.focus()
    expect(page.get_by_label(right.text, exact=True)).not_to_be_checked()


@pytest.mark.parametrize("width", [1280, 360])
def test_every_screen_is_clean_for_axe_and_fits_the_window(page_of, space: str, width: int) -> None:
    page = page_of(f"{space}/{ADDRESS}")
    page.set_viewport_size({"width": width, "height": 740})
    while True:
        kind = screen(page)
        if kind == "recall":
            page.locator(".choice input").first.check()
        if kind == "bet":
            place_a_bet(page)
            page.locator(".chart svg").first.wait_for()
            page.locator(".choice input").first.check()
            expect(page.locator(".outcome")).to_have_count(2)
        if kind == "change":
            expect(page.get_by_text("You have changed nothing yet")).to_be_visible()
        assert violations(page) == [], heading(page).inner_text()
        assert sideways(page) <= 0, heading(page).inner_text()
        if kind == "end":
            break
        turn(page)
    for other in ("learn.html", "docs/index.html", "docs/evidence.html", "docs/doors/leader.html"):
        page.goto(f"{space}/{other}")
        page.locator("h1").wait_for()
        assert violations(page) == [], other
        assert sideways(page) <= 0, other


def clean_to(page: Page, kind: str) -> None:
    """Turn to a kind of screen; every screen on the way is clean for axe-core, and none is long."""
    while True:
        found = screen(page)
        assert violations(page) == [], heading(page).inner_text()
        assert tall(page) < TALLEST, heading(page).inner_text()
        if found == kind:
            return
        turn(page)


@pytest.mark.parametrize("name", lesson_names())
def test_every_lesson_goes_from_its_first_screen_to_its_last_and_every_screen_is_clean(
    page_of, space: str, name: str
) -> None:
    asked = load_lesson(name).predict
    page = page_of(f"{space}/lessons/{name}.html")
    clean_to(page, "bet")
    page.get_by_label("I don't know", exact=True).check()
    page.get_by_role("button", name="Place my bet").click()
    page.locator(".chart svg").first.wait_for()
    for option in asked.see.options if asked.see else ():
        page.get_by_label(option.text, exact=True).check()
        expect(page.locator(".outcome").first).to_contain_text(option.feedback)
    clean_to(page, "end")
    expect(page.get_by_role("heading", name="Now you can")).to_be_visible()


def test_a_lesson_works_without_a_connection_once_the_site_was_opened(
    page_of, context, space: str
) -> None:
    page = page_of(f"{space}/index.html")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    context.set_offline(True)
    page.get_by_role("heading", name="I learn").get_by_role("link").click()
    page.get_by_role("link", name=LESSON.title).click()
    place_a_bet(page)
    page.locator(".chart svg").first.wait_for()
    page.goto(f"{space}/docs/glossary.html")
    expect(page.get_by_role("heading", name="Glossary")).to_be_visible()
    context.set_offline(False)
