"""A learner alone, on a phone's width, with the keyboard only: two whole lessons; the kit opens the file."""

from pathlib import Path

import pytest
from conftest import sideways
from learn_stage import press_on, saved, screen, tab_to
from playwright.sync_api import Page, expect
from widget_tree import form_with, texts

from coprod_sim.apps.learner import open_lesson
from coprod_sim.learning.artefact import artefact_of, decision, made
from coprod_sim.learning.artefact_standing import standing
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.learning.lesson_progress import done_parts, parts_of
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.recall import returning

POOL = "By 12 May the cabinet decides whether the pool shuts on two days."
MADE = "Three ways: shut on two days, £31,000; dearer tickets, £18,000."
FIRST, SECOND = "0_start_here", "1_awareness"


def choose(page: Page, down: int = 0) -> None:
    """Choose an answer of the next list: the first, or one further down."""
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    for _ in range(down):
        page.keyboard.press("ArrowDown")


def write(page: Page, text: str, keep_first: str = "textarea") -> None:
    tab_to(page, keep_first)
    page.keyboard.insert_text(text)


def recall(page: Page) -> None:
    choose(page)
    expect(page.locator("[role=status] .outcome")).to_be_visible()


def bet(page: Page) -> None:
    expect(page.locator("svg")).to_have_count(0)
    choose(page, 1)
    tab_to(page, "#sure")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    press_on(page, "Place my bet")
    page.locator(".chart svg").first.wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1", "the focus is at the result"


def see(page: Page) -> None:
    page.locator(".chart svg").first.wait_for()
    choose(page)
    expect(page.locator("[role=status] .outcome")).to_have_count(2)


def because(page: Page) -> None:
    write(page, "Being asked raises hopes.")
    press_on(page, "Compare with another answer")
    expect(page.get_by_text("Another answer", exact=True)).to_be_visible()


def change(page: Page) -> None:
    tab_to(page, ".dial input, .check input")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")


def idea(page: Page) -> None:
    choose(page)
    write(page, "A bench at each stop.")


def make(page: Page) -> None:
    expect(page.locator(".decision")).to_contain_text(POOL)
    for _ in range(page.locator("textarea").count()):
        write(page, MADE)
    expect(page.locator("[role=status] .outcome")).to_contain_text("All boxes are filled")


def mark(page: Page) -> None:
    expect(page.locator(".own").first).to_have_text(MADE)
    for _ in range(page.locator("fieldset").count()):
        choose(page)
    expect(page.locator("[role=status] .outcome")).to_contain_text("You can use it")


def place(page: Page) -> None:
    if page.locator("#box-place").count():
        write(page, POOL)
    else:
        expect(page.locator(".decision")).to_contain_text(POOL)


DO = {
    "recall": recall, "again": recall, "bet": bet, "see": see, "because": because,
    "change": change, "idea": idea, "make": make, "mark": mark, "place": place,
}  # fmt: skip


def go_through(page: Page, until: str = "end") -> None:
    """Do what each screen asks with the keyboard, up to a kind of screen."""
    for _ in range(60):
        kind = screen(page)
        assert sideways(page) <= 0, kind
        if kind == until:
            return
        if kind in DO:
            DO[kind](page)
        if kind != "bet":  # it turns the page itself
            before = page.locator(".way p").inner_text()
            press_on(page, "Next")
            expect(page.locator(".way p")).not_to_have_text(before)
    raise AssertionError(f"there is no screen {until}")


@pytest.mark.usefixtures("progress_file")
def test_two_whole_lessons_alone_and_the_kit_goes_on_from_there(
    page_of, stick: str, progress_file: Path
) -> None:
    page = page_of(f"{stick}/lessons/{FIRST}.html")
    page.set_viewport_size({"width": 360, "height": 740})
    go_through(page)
    press_on(page, "Next lesson")
    go_through(page, "mark")
    page.reload()
    assert screen(page) == "mark", "one is where one was"
    go_through(page)
    expect(page.get_by_role("heading", name="Now you can")).to_be_visible()
    progress_file.write_bytes(saved(page))
    store = ProgressStore(progress_file)
    for name in (FIRST, SECOND):
        lesson = load_lesson(name)
        assert done_parts(lesson, store) == parts_of(lesson), name
    assert decision(store) == POOL
    one = artefact_of(SECOND)
    assert standing(one, made(store, one)) == "marked"
    shown = open_lesson(SECOND)
    assert POOL in texts(shown.at_your_place())
    boxes = form_with(shown.at_your_place(), one.boxes[0].id).values
    assert boxes == {box.id: MADE for box in one.boxes}
    assert form_with(shown.because(), "because").values["because"] == "Being asked raises hopes."
    assert "You can use it" in texts(shown.at_your_place())
    missed = [q for name in (FIRST, SECOND) for q in load_lesson(name).recall if q.right != 0]
    assert [b.question for b in returning(store, "2_buy_in")] == missed[:3]
    assert len(missed) > 3
