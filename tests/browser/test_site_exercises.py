"""The exercises of the site in a real browser: marked card by card, or sent to the kit."""

from pathlib import Path

from conftest import violations
from learn_stage import saved
from playwright.sync_api import expect

from coprod_sim.apps.learner.exercise_state import state_of
from coprod_sim.learning.checking import check_answer
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore


def test_an_exercise_is_marked_card_by_card_and_the_list_says_how_far_it_is(
    page_of, space: str, tmp_path: Path
) -> None:
    one = find_exercise("1_1")
    page = page_of(f"{space}/exercises.html")
    page.get_by_role("link", name=one.title).click()
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator(".outcome")).to_contain_text(
        "Choose a place for at least one line of the leaflet first."
    )
    first, *rest = one.detail.items
    wrong = next(name for name in one.detail.bins if name != first.bin)
    for card in rest:
        page.get_by_label(card.text, exact=True).select_option(card.bin)
    page.get_by_label(first.text, exact=True).select_option(wrong)
    page.get_by_role("button", name="Check my answer").click()
    expect(page.locator(".card.no .note")).to_have_count(1)
    page.get_by_label(first.text, exact=True).select_option(first.bin)
    page.get_by_role("button", name="Check again").click()
    expect(page.locator(".outcome")).to_contain_text("That is right.")
    assert violations(page) == []
    page.get_by_role("button", name="Show an answer").click()
    expect(page.get_by_role("heading", name="One good answer")).to_be_visible()
    page.goto(f"{space}/exercises.html")
    expect(page.locator("[data-exercise='1_1']")).to_have_text("Yes.")
    page.goto(f"{space}/learn.html")
    store = ProgressStore(tmp_path / "progress.json")
    store.take_in(saved(page), "from the page", place_said)
    assert state_of(store, "1_1") == "yes"
    answer = store.get("exercise/1_1")["answer"]
    assert check_answer(one, answer, 1).status == "yes"


def test_an_exercise_that_needs_the_kit_says_so_with_the_command(page_of, stick: str) -> None:
    page = page_of(f"{stick}/exercises/4_1.html")
    expect(page.get_by_text("coprod-sim open", exact=True)).to_be_visible()
    page.get_by_role("button", name="Show a hint (1 of").click()
    expect(page.locator(".hints li")).to_have_count(1)
