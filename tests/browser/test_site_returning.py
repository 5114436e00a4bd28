"""What runs through all lessons of the site: what returns, the short test, the page of one's own work."""

import json
from pathlib import Path

import pytest
from conftest import sideways, violations
from learn_stage import items_in, saved, screen, turn, turn_to
from playwright.sync_api import Page, expect

from coprod_sim.learning import portfolio
from coprod_sim.learning.learnt import items, read_folder, right_in
from coprod_sim.learning.lesson import load_lesson
from coprod_sim.learning.place_said import place_said
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.learning.recall import record_first, returning
from coprod_sim.words import ENGLISH, words_in

T = words_in(ENGLISH)


def brought(page: Page, stick: str, file: Path) -> None:
    """Open a file of the full kit on the page of all lessons."""
    page.goto(f"{stick}/learn.html")
    page.get_by_label("Open a copy").set_input_files(file)
    expect(page.locator(".told")).to_contain_text("added")


def test_what_was_missed_in_the_kit_comes_back_on_the_site_and_is_done_with_in_the_kit(
    page_of, stick: str, tmp_path: Path
) -> None:
    store = ProgressStore(tmp_path / "progress.json")
    first, second = load_lesson("1_awareness").recall[:2]
    for place in (0, 1):
        record_first(store, "1_awareness", place, asked_in="1_awareness", right=False)
    page = page_of(f"{stick}/index.html")
    brought(page, stick, store.path)
    page.goto(f"{stick}/lessons/2_buy_in.html")
    turn_to(page, "again")
    expect(page.get_by_role("heading", level=1)).to_have_text("From earlier lessons, once more")
    page.get_by_label(first.options[first.right].text, exact=True).check()
    expect(page.locator("[role=status] .outcome.yes")).to_contain_text(
        first.options[first.right].why
    )
    turn(page)
    assert screen(page) == "again"
    wrong = (second.right + 1) % len(second.options)
    page.get_by_label(second.options[wrong].text, exact=True).check()
    page.get_by_label(second.options[second.right].text, exact=True).check()
    turn(page)
    assert screen(page) != "again"
    page.reload()
    screen(page)  # before its script has come, it would not follow
    page.go_back()
    expect(page.get_by_label(second.options[second.right].text, exact=True)).to_be_checked()
    page.goto(f"{stick}/learn.html")
    store.take_in(saved(page), "from the page", place_said)
    assert [b.question for b in returning(store, "3_expectations")] == [second]


def answer(page: Page, text: str) -> None:
    page.get_by_label(text, exact=True).check()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_short_test_is_taken_twice_survives_a_reload_and_gives_bare_numbers(
    page_of, space: str, tmp_path: Path, width: int
) -> None:
    page = page_of(f"{space}/learn.html")
    page.set_viewport_size({"width": width, "height": 740})
    page.get_by_role("link", name="Take the first part").click()
    page.get_by_role("button", name="Take the first part").click()
    expect(page.get_by_text("Question 1 of 6")).to_be_visible()
    assert violations(page) == []
    answer(page, "I don't know")
    page.get_by_role("button", name="Next").click()
    answer(page, "I don't know")
    page.reload()
    page.get_by_role("button", name="Take the first part").click()
    expect(page.get_by_text("Question 3 of 6")).to_be_visible()
    for _ in range(3):
        page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Hand it in").click()
    expect(page.get_by_role("alert")).to_contain_text("Questions without an answer: 4.")
    expect(page.get_by_text("Question 3 of 6")).to_be_visible()
    for _ in range(4):
        answer(page, "I don't know")
        page.get_by_role("button", name="Next").or_(
            page.get_by_role("button", name="Hand it in")
        ).click()
    expect(page.get_by_role("status")).to_have_text("Your answers are handed in.")
    expect(page.get_by_text("Right before")).to_have_count(0)
    began = items_in(page)["learnt"]["value"]["began_with"]
    other = items("second" if began == "first" else "first")
    page.get_by_role("button", name="Take the second part").click()
    for item in other:
        answer(page, item.options[item.right])
        page.get_by_role("button", name="Next").or_(
            page.get_by_role("button", name="Hand it in")
        ).click()
    expect(page.get_by_text("Right before: 0 of 6. Right after: 6 of 6.")).to_be_visible()
    assert violations(page) == []
    assert sideways(page) <= 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the two numbers").click()
    waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    (found,) = read_folder(tmp_path)
    assert (found.began_with, found.before, found.after, found.of) == (began, 0, 6, 6)
    page.goto(f"{space}/learn.html")
    store = ProgressStore(tmp_path / "progress.json")
    store.take_in(saved(page), "from the page", place_said)
    assert (right_in(store, "before"), right_in(store, "after")) == (0, 6)


def test_all_one_has_written_is_saved_as_the_very_page_and_text_that_the_kit_writes(
    page_of, stick: str, tmp_path: Path
) -> None:
    page = page_of(f"{stick}/exercises/1_1.html")
    page.get_by_role("textbox").fill("Leaflets <b>sell</b> & hide.\n\nSecond line.")
    page.goto(f"{stick}/lessons/1_awareness.html#place")
    page.goto(f"{stick}/learn.html")
    store = ProgressStore(tmp_path / "progress.json")
    store.put(
        "artefact/5_feedback", {"boxes": {"ideas": "Twenty-three ideas."}, "mine": {"every": "1"}}
    )
    brought(page, stick, store.path)
    store.take_in(saved(page), "from the page", place_said)
    for button, written in (
        ("Save all I have written as one page", portfolio.page(store, T)),
        ("Save it as plain text", portfolio.plain(store, T)),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=button).click()
        assert Path(waiting.value.path()).read_text("utf-8") == written
        assert "1.1 which leaflet" in written.lower()
        assert "Twenty-three ideas." in written


def test_a_reason_written_in_the_kit_is_not_dropped_for_a_later_bet_without_one_on_the_site(
    page_of, stick: str, tmp_path: Path
) -> None:
    bet = "lesson/1_awareness/predict"
    store = ProgressStore(tmp_path / "progress.json")
    store.put(bet, {"answer": {"choice": "up"}, "sure": 60, "seed": 3, "because": "asdf"})
    store.put("journal/1_awareness/place", {"prompt": "Where?", "text": "In the kit."})
    page = page_of(f"{stick}/lessons/1_awareness.html")
    turn_to(page, "bet")
    page.get_by_label("I don't know", exact=True).check()
    page.get_by_role("button", name="Place my bet").click()
    page.locator(".chart svg").first.wait_for()
    seed = items_in(page)[bet]["value"]["seed"]
    page.evaluate(
        """() => {
          const kept = JSON.parse(localStorage.coprod_progress);
          const value = { prompt: "Where?", text: "On the site." };
          kept.items["journal/1_awareness/place"] = { value, at: "2099-01-01T00:00:00+00:00" };
          localStorage.coprod_progress = JSON.stringify(kept);
        }"""
    )
    brought(page, stick, store.path)
    expect(page.locator(".told")).to_contain_text("1 entry of the file was added.")
    expect(page.locator(".told")).to_contain_text("In 1 place the file has another text")
    kept = items_in(page)
    assert (kept[bet]["value"]["seed"], kept[bet]["value"]["because"]) == (seed, "asdf")
    journal = page.locator("section", has=page.get_by_role("heading", name="Your journal"))
    for text in ("On the site.", "In the kit.", "progress.json"):
        expect(journal).to_contain_text(text)


FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full'); }; }"


def test_where_nothing_more_can_be_kept_a_sentence_says_so_and_nothing_typed_is_lost(
    page_of, space: str
) -> None:
    page = page_of(f"{space}/exercises/1_1.html")
    page.get_by_role("textbox").fill("Kept.")
    page.evaluate(FULL)
    page.get_by_role("textbox").fill("Kept. And this, too.")
    said = page.get_by_role("alert")
    expect(said).to_contain_text("kept only while this page is open")
    expect(said).to_be_in_viewport()
    expect(page.get_by_role("textbox")).to_have_value("Kept. And this, too.")
    assert violations(page) == []
    with page.expect_download() as waiting:
        said.get_by_role("button").click()
    kept = json.loads(Path(waiting.value.path()).read_text())["items"]
    assert kept["journal/exercise 1.1"]["value"]["text"] == "Kept. And this, too."
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.close(run_before_unload=True)
    page.wait_for_event("close")
    assert asked == ["beforeunload"]


def test_what_a_newer_site_has_kept_is_left_as_it_is(page_of, stick: str) -> None:
    newer = '{"format": 9, "items": {"last": "of tomorrow"}}'
    page = page_of(f"{stick}/learn.html")
    page.evaluate("text => localStorage.setItem('coprod_progress', text)", newer)
    page.goto(f"{stick}/exercises/1_1.html")
    expect(page.get_by_role("alert")).to_contain_text("It is left as it is.")
    page.get_by_role("textbox").fill("Something.")
    expect(page.get_by_role("textbox")).to_have_value("Something.")
    assert page.evaluate("localStorage.getItem('coprod_progress')") == newer
