"""Journeys of a leader through the explorer, in a real browser, from the door to the briefing."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest
from conftest import EXPLORER, explore, sideways, turn, violations
from playwright.sync_api import expect

PARTS = (
    "Start", "Should we ask?", "The case", "Where we are", "What would happen", "Why",
    "Who loses, what it costs", "Take it away", "Is this rigged?", "Watch one town",
)  # fmt: skip
pytestmark = pytest.mark.slow


def saved(page, button: str) -> bytes:
    with page.expect_download() as coming:
        page.get_by_role("button", name=button).click()
    return Path(coming.value.path()).read_bytes()


def cards(page) -> str:
    """Read the numbers once they are the settled ones."""
    place = page.locator(".part-what .cards")
    expect(place).to_contain_text("9 in 10 results")
    return place.inner_text()


def arrived(page) -> None:
    """Wait until the part that was turned to is on screen, with its heading focused."""
    expect(page.locator(".part:visible h2").first).to_be_focused()


def show_again(page, numbers: str) -> None:
    """Hold the page to showing just these numbers."""
    expect(page.locator(".part-what .cards")).to_have_text(numbers, use_inner_text=True)


def test_a_leader_goes_from_the_door_to_the_briefing(page_at, kit):
    page = page_at(1280)
    page.goto(kit)
    page.get_by_role("link", name="I decide").click()
    expect(page.get_by_role("main")).to_contain_text("not a forecast")
    page.wait_for_selector(".coprod-parts")
    page.get_by_role("button", name="Should we ask people at all?").click()
    for group in page.locator(".part-gate fieldset").all()[:7]:
        group.get_by_label("Yes").check()
    page.get_by_label("Much, or it is hard to undo").check()
    expect(page.locator(".part-gate .verdict")).to_contain_text("Decide it together")
    page.get_by_role("button", name="Go on to the case").click()
    page.locator(".part-case").get_by_label("Case", exact=True).select_option("ireland_eighth")
    expect(page.locator(".part-case .story")).to_contain_text("Ireland")
    expect(page.locator(".part-case").get_by_role("heading", name="What happened")).to_be_visible()
    turn(page, "Why")
    expect(page.locator(".part-why")).to_contain_text("here is a first answer")
    expect(page.locator(".part-why")).to_contain_text("here is the answer at once")
    page.get_by_role("button", name="Work out what matters most").click()
    expect(page.get_by_role("button", name="Work it out again")).to_be_visible()
    expect(page.locator(".part-why")).not_to_contain_text("here is a first answer")
    turn(page, "Take it away")
    for condition in ("publish the reasons", "put in writing", "pay for people"):
        page.get_by_label(condition).check()
    expect(page.locator(".part-take")).to_contain_text("3 of 3 chosen")
    briefing = saved(page, "Save the page (HTML)").decode()
    for words in (
        "not a forecast",
        "Decide it together",
        "What matters most",
        "We will pay for",
        "What would have to be true",
    ):
        assert words in briefing
    assert saved(page, "Save the page (PDF)").startswith(b"%PDF-")
    assert b"engagement,draw,run" in saved(page, "Save as CSV")[:200]
    assert saved(page, "Save as parquet").startswith(b"PAR1")


def test_a_link_and_a_file_bring_back_the_same_numbers_in_a_fresh_session(page_at, kit):
    page = explore(page_at(1280), kit)
    before = cards(page)
    dial = page.locator(".part-what").get_by_role("slider", name="Real influence")
    dial.fill("5")
    dial.dispatch_event("change")
    expect(page.locator(".part-what .cards")).not_to_have_text(before, use_inner_text=True)
    numbers = cards(page)
    turn(page, "Take it away")
    file = saved(page, "Save this view as a file")
    expect(page.locator("a.view-link")).to_have_attribute("href", f"?{page.url.split('?')[1]}")
    query = page.locator("a.view-link").get_attribute("href")
    assert json.loads(file)["turned"] == {"co_production": {"influence": 0.05}}
    again = explore(page_at(1280), kit, query)
    show_again(again, numbers)
    again.close(run_before_unload=True)
    third = explore(page_at(1280), kit)
    turn(third, "Take it away")
    third.get_by_label("Open a saved view").set_input_files(
        {"name": "view.coprod.json", "mimeType": "application/json", "buffer": file}
    )
    expect(third.get_by_role("status")).to_contain_text(["The saved view is open."])
    before = third.url
    turn(third, "What would happen")
    show_again(third, numbers)
    third.wait_for_url(lambda address: address != before)  # the address knows the part, too
    third.reload()
    third.wait_for_selector(".part-what .live svg")
    show_again(third, numbers)


def test_a_leader_uploads_a_survey_and_a_wrong_file_gets_a_sentence(page_at, kit, tmp_path):
    page = explore(page_at(1280), kit)
    turn(page, "The case")
    page.locator(".part-case").get_by_label("Case", exact=True).select_option("own")
    upload = page.get_by_label("The survey file")
    photo = {"name": "me.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(500)}
    upload.set_input_files(photo)
    expect(page.get_by_role("alert").last).to_contain_text("me.png")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    upload.set_input_files(large)
    expect(page.locator(".part-case")).to_contain_text("40 MB")
    nothing = {"name": "none.csv", "mimeType": "text/csv", "buffer": b"name,town\nAnn,Here\n" * 40}
    upload.set_input_files(nothing)
    expect(page.get_by_role("alert").last).to_contain_text("none.csv")
    rows = "\n".join(str(k % 11) for k in range(300))
    good = {"name": "ours.csv", "mimeType": "text/csv", "buffer": f"trust\n{rows}\n".encode()}
    upload.set_input_files(good)
    expect(page.locator(".part-case")).to_contain_text("300 people")
    page.reload()
    page.wait_for_selector(".part-case .verdict p")
    expect(page.locator(".part-case")).to_contain_text("300 people")


def test_everything_can_be_reached_with_the_keyboard_on_a_phone(page_at, kit):
    page = page_at(360)
    page.goto(kit + EXPLORER)
    page.wait_for_selector(".coprod-parts")
    press = page.keyboard.press

    def tab_to(words: str) -> None:
        for _ in range(80):
            press("Tab")
            said = page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
            )
            if words in said:
                return
        pytest.fail(f"{words!r} cannot be reached with Tab")

    tab_to("Show me a result now")
    press("Enter")
    page.wait_for_selector(".part-what .live svg")
    expect(page.get_by_role("heading", name="What would happen", exact=True)).to_be_focused()
    before = cards(page)
    tab_to("Feedback")
    for _ in range(30):
        press("ArrowLeft")
    expect(page.locator(".part-what .cards")).not_to_have_text(before, use_inner_text=True)
    tab_to("Put these dials back")
    press("Enter")
    expect(page.locator(".part-what .cards")).to_have_text(before, use_inner_text=True)


@pytest.mark.parametrize("width", [1280, 360])
def test_every_part_is_accessible_and_never_wider_than_the_window(page_at, kit, width):
    page = explore(page_at(width), kit)
    found = []
    for part in PARTS:
        turn(page, part)
        arrived(page)
        if part == "Watch one town":
            page.get_by_role("button", name="Play this town").click()
            page.wait_for_selector("canvas")
            page.get_by_label("Read the story").fill("7")
            page.keyboard.press("Enter")
            expect(page.locator(".stories")).to_contain_text("Citizen 7")
        if part == "Why":
            page.get_by_role("button", name="Work out what each step adds").click()
            page.wait_for_selector(".part-why figure")
        found += [f"{part}: {v}" for v in violations(page)]
        assert sideways(page) <= 0, part
    assert found == []


def test_the_page_stays_whole_at_twice_the_text_size(page_at, kit):
    page = explore(page_at(640), kit)
    page.evaluate("document.documentElement.style.fontSize = '34px'")
    for part in PARTS:
        turn(page, part)
        arrived(page)
        assert sideways(page) <= 0, part


def test_long_work_can_be_stopped(page_at, kit):
    page = explore(page_at(1280), kit)
    turn(page, "Why")
    page.get_by_role("button", name="Work out what matters most").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".part-why")).to_contain_text("Stopped")


def test_a_broken_link_gets_a_sentence_and_a_page_that_works(page_at, kit):
    page = page_at(1280)
    page.goto(f"{kit}{EXPLORER}?view=abc")
    expect(page.get_by_role("alert").last).to_contain_text("broken")
    turn(page, "What would happen")
    page.wait_for_selector(".part-what .live svg")
    assert "in 100" in cards(page)


def test_a_session_that_died_says_so_and_starts_again_where_it_was(page_at, kit):
    page = explore(page_at(1280), kit)
    kernel = page.evaluate(
        "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    )
    pid = page.evaluate(f"fetch('/coprod/alive/{kernel}').then(r => r.json()).then(a => a.pid)")
    with page.expect_response("**/coprod/alive/*"):  # the page has seen the session alive
        pass
    os.kill(pid, signal.SIGKILL)
    expect(page.locator("#trouble")).to_contain_text("This session has ended", timeout=20_000)
    page.get_by_role("button", name="Start again").click()
    page.wait_for_selector(".part-what .live svg")
    assert "in 100" in cards(page)


def test_a_closed_page_leaves_no_session_behind(page_at, kit):
    page = explore(page_at(1280), kit)
    kernel = page.evaluate(
        "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    )
    other = page_at(1280)
    other.goto(kit)
    ask = f"fetch('/coprod/alive/{kernel}').then(r => r.json()).then(a => a.pid"
    assert other.evaluate(f"{ask})") is not None
    page.close(run_before_unload=True)
    other.wait_for_function(f"() => {ask} === null)", polling=500)


def test_the_start_page_is_accessible_at_both_widths(page_at, kit):
    for width in (1280, 320):
        page = page_at(width)
        page.goto(kit)
        assert violations(page) == []
        assert sideways(page) <= 0


def test_a_foreign_name_for_this_computer_is_refused(kit):
    asked = [
        "curl",
        "-s",
        "-o",
        os.devnull,
        "-w",
        "%{http_code}",
        "-H",
        "Host: evil.example",
        kit + "/",
    ]
    assert subprocess.run(asked, capture_output=True, text=True, check=True).stdout in (
        "403",
        "421",
    )
