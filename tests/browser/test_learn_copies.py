"""Copies of what a learner did, on the site: taken in, refused in part, deleted and put back."""

import json
from pathlib import Path

import pytest
from learn_stage import items_in, turn
from playwright.sync_api import expect

from coprod_sim.learning.progress import ProgressStore

ADDRESS = "lessons/1_awareness.html"


def test_a_file_of_the_kit_is_taken_in_and_what_is_older_does_not_win(
    page_of, stick: str, tmp_path: Path
) -> None:
    store = ProgressStore(tmp_path / "progress.json")
    store.put("journal/1_awareness/place", {"prompt": "Who?", "text": "Written in the kit."})
    store.put("last", "4_performance")
    page = page_of(f"{stick}/learn.html")
    page.get_by_label("Open a copy").set_input_files(tmp_path / "progress.json")
    expect(page.locator(".told")).to_contain_text("2 entries of the file were added.")
    expect(page.get_by_text("Written in the kit.")).to_be_visible()
    expect(page.get_by_role("link", name="Go on where you stopped")).to_have_attribute(
        "href", "lessons/4_performance.html"
    )
    page.get_by_role("link", name="Go on where you stopped").click()
    turn(page)
    page.goto(f"{stick}/learn.html")
    page.get_by_label("Open a copy").set_input_files(tmp_path / "progress.json")
    assert items_in(page)["last"]["value"] == "4_performance"
    assert items_in(page)["last"]["at"] > store.at("last")


def file_with(items: dict) -> str:
    return json.dumps({"format": 2, "items": items})


GOOD = {"value": "4_performance", "at": "2026-05-03T10:00:00.000000+00:00"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("holiday snaps", "cannot be read: it is damaged"),
        ("[1, 2]", "is not a progress file of this kit"),
        ('{"format": 9, "items": {}}', "newer version of the kit (format 9)"),
        ('{"format": 2, "items": []}', '"items" must be a list of names'),
        ('{"format": 2, "itms": {}}', '"itms" is not part of a progress file. Did you mean "items"?'),
        (file_with({"a/b": 7, "last": GOOD}), 'the entry "a/b" has no "value"'),
        (file_with({"a": GOOD | {"at": "May"}, "last": GOOD}), 'the entry "a" has the time "May"'),
        (file_with({"n" * 201: GOOD, "last": GOOD}), "is too long"),
    ],
)  # fmt: skip
def test_a_broken_file_is_named_entry_by_entry_and_the_rest_is_taken(
    page_of, stick: str, tmp_path: Path, text: str, said: str
) -> None:
    file = tmp_path / "mine.json"
    file.write_text(text)
    page = page_of(f"{stick}/learn.html")
    page.get_by_label("Open a copy").set_input_files(file)
    expect(page.locator(".told")).to_contain_text("mine.json")
    expect(page.locator(".told")).to_contain_text(said)
    resume = page.get_by_role("link", name="Go on where you stopped")
    expect(resume).to_have_count(1 if '"last"' in text else 0)


def test_everything_can_be_deleted_and_put_back(page_of, stick: str) -> None:
    page = page_of(f"{stick}/{ADDRESS}")
    turn(page)
    page.goto(f"{stick}/learn.html")
    resume = page.get_by_role("link", name="Go on where you stopped")
    expect(resume).to_have_count(1)
    page.get_by_role("button", name="Delete everything").click()
    expect(resume).to_have_count(0)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Put it back").click()
    expect(resume).to_have_count(1)
    expect(page.get_by_role("button", name="Put it back")).to_have_count(0)
