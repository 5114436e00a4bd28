"""Journeys of a leader through the page in the kit, in a real browser, with Python behind it."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from board_stage import dial, figures, settled
from conftest import LEADERS, lead, sideways, turn, violations
from playwright.sync_api import Page, expect

from coprod_sim.board.view import View, from_file, link_of
from coprod_sim.charts.words import between
from coprod_sim.population.survey import Reading, read_survey, write_population
from coprod_sim.results import compare
from coprod_sim.scenarios import Scenario
from coprod_sim.scenarios.described import described
from coprod_sim.site import write_site

STEPS = (
    "The case", "Should we ask?", "Where we are", "What would happen", "Why", "Is this rigged?",
    "Watch one town", "Take it away",
)  # fmt: skip
ANSWERS = [(1 + k % 4, "rent" if k % 3 else "own") for k in range(300)]
SURVEY = "trust,home\n" + "\n".join(f"{a},{h}" for a, h in ANSWERS) + "\n9,own\n9,rent\n"
pytestmark = pytest.mark.slow


def saved(page: Page, button: str) -> bytes:
    with page.expect_download() as coming:
        page.get_by_role("button", name=button).click()
    return Path(coming.value.path()).read_bytes()


def compared(case: str | Scenario, *ways: str) -> list[str]:
    """Let Python compare a case as it stands, and write acceptance as the picture does."""
    found = compare(case, ways or None)
    ends = [found.value(e.name, "acceptance", decision=1) for e in found.engagements]
    return [between(e["low"] * 100, e["high"] * 100).removesuffix(" in 100") for e in ends]


def test_a_leader_goes_from_the_start_page_to_the_files_for_the_board(page_at, kit):
    page = page_at(1280)
    page.goto(kit)
    page.get_by_role("link", name="I decide").click()
    expect(page.get_by_role("main")).to_contain_text("not a forecast")
    expect(page.get_by_role("group", name="The case")).to_be_visible()
    turn(page, "What would happen")
    assert figures(settled(page)) == compared("west_dulwich")
    turn(page, "Should we ask?")
    for group in page.locator("fieldset.question").all()[:7]:
        group.get_by_label("Yes", exact=True).check()
    page.get_by_label("Much, or it is hard to undo").check()
    page.get_by_label("Somewhat").check()
    expect(page.locator(".verdict")).to_contain_text("Decide it together")
    turn(page, "The case")
    page.get_by_label("Case", exact=True).select_option("ireland_eighth")
    expect(page.get_by_role("heading", name="What happened")).to_be_visible()
    turn(page, "Take it away")
    for condition in ("publish the reasons", "put in writing", "pay for people"):
        page.get_by_label(condition).check()
    page.get_by_label("Prepared by").fill("Łucja")
    briefing = saved(page, "Save the page (HTML)").decode()
    for words in ("not a forecast", "models that fit the findings", "We will pay for",
                  "Łucja"):  # fmt: skip
        assert words in briefing
    assert saved(page, "Save the page (PDF)").startswith(b"%PDF-")
    expect(page.locator(".said")).to_contain_text(["ireland_eighth_briefing.pdf is saved"])
    assert b"engagement,draw,run" in saved(page, "Save as CSV")[:200]
    assert saved(page, "Save for programmers (Parquet)").startswith(b"PAR1")


def test_a_link_brings_back_the_same_numbers_in_a_fresh_session(page_at, kit):
    page = lead(page_at(1280), kit)
    before = figures(settled(page))
    dial(settled(page), "Real influence").fill("5")
    page.wait_for_function("location.hash.startsWith('#view=')")
    page.wait_for_timeout(600)
    numbers = figures(settled(page))
    assert numbers[2] != before[2]
    address = page.url.split("#")[1]
    for mark in ("#", "?"):  # older links have the view behind the question mark
        again = lead(page_at(1280), kit, f"{mark}{address}")
        assert figures(settled(again)) == numbers
    turn(again, "Why")
    again.wait_for_timeout(600)
    again.reload()
    expect(
        again.get_by_role("group", name="Why")
    ).to_be_visible()  # the address knows the step, too
    assert "?view" not in again.url


def test_a_case_of_ones_own_travels_between_the_site_and_the_kit(page_at, kit, browser, tmp_path):
    write_site(tmp_path / "site")
    there = browser.new_page(accept_downloads=True)
    there.goto(f"{(tmp_path / 'site').as_uri()}/leaders.html")
    there.bring_to_front()
    there.get_by_label("Case", exact=True).select_option("own")
    there.get_by_label("What do you call it?").fill("The bus in our valley")
    there.get_by_label("How well does the first plan suit people?").select_option("badly")
    turn(there, "Take it away")
    file = tmp_path / "bus.coprod.json"
    file.write_bytes(saved(there, "Save this view as a file"))
    page = lead(page_at(1280), kit)
    turn(page, "Take it away")
    page.get_by_label("Open a saved view").set_input_files(file)
    expect(page.locator(".said").last).to_contain_text("The saved view is open.")
    bring_survey(page)
    turn(page, "What would happen")
    numbers = figures(settled(page))
    turn(page, "Take it away")
    file.write_bytes(saved(page, "Save this view as a file"))
    kept = from_file(file.read_bytes(), "bus")
    assert kept.own == {"title": "The bus in our valley", "draft": "badly"}
    assert numbers == compared(surveyed(described(kept.own), tmp_path))
    there.get_by_label("Open a saved view").set_input_files(file)
    turn(there, "What would happen")
    assert figures(settled(there)) == numbers
    turn(there, "The case")
    expect(there.locator(".board")).to_contain_text("In use: ours, 300 people.")
    there.close()


def bring_survey(page: Page) -> None:
    """Bring a survey with a scale that must be told, and say what it means."""
    turn(page, "The case")
    upload = page.get_by_label("The survey file")
    upload.set_input_files({"name": "ours.csv", "mimeType": "text/csv", "buffer": SURVEY.encode()})
    page.get_by_label("Lowest answer people could give").fill("1")
    page.get_by_label("Highest answer people could give").fill("4")
    page.get_by_label("The lowest number is the most trust").check()
    page.get_by_label("9 (2)").check()
    page.get_by_label("A question that tells groups apart").select_option("home")
    page.get_by_label("rent", exact=True).check()
    page.get_by_role("button", name="Use these answers").click()
    expect(page.locator(".verdict")).to_contain_text("In use: ours, 300 people.")


def surveyed(case: Scenario, folder: Path) -> Scenario:
    """Give a case the people of the same survey, read from a file as the command line reads it."""
    (folder / "ours.csv").write_text(SURVEY)
    reading = Reading(
        scale="1-4", reversed=True, missing=("9",), group="home", less_heard=("rent",)
    )
    kept = folder / "ours.toml"
    write_population(read_survey(folder / "ours.csv", reading), kept)
    return case.but({"people.trust": {"source": "file", "file": str(kept)}})


def in_sight(page: Page, words: str) -> None:
    """Hold that a message with these words stands where the person looks."""
    said = page.locator("[slot=survey] :is([role=alert], [role=status])").filter(has_text=words)
    expect(said.last).to_be_in_viewport(ratio=1)


def test_a_director_brings_a_survey_and_is_told_on_the_spot_what_cannot_be(page_at, kit, tmp_path):
    page = lead(page_at(1280), kit)
    turn(page, "The case")
    page.get_by_label("Case", exact=True).select_option("own")
    upload = page.get_by_label("The survey file")
    photo = {"name": "me.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(500)}
    upload.scroll_into_view_if_needed()
    upload.set_input_files(photo)
    in_sight(page, "me.png: this is a picture")
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    upload.set_input_files(large)
    expect(page.locator("[slot=survey]")).to_contain_text("This file has 80 MB")
    upload.set_input_files({"name": "ours.csv", "mimeType": "text/csv", "buffer": SURVEY.encode()})
    in_sight(page, "ours.csv is open: 302 rows and 2 columns")
    use = page.get_by_role("button", name="Use these answers")
    use.focus()
    use.press("Enter")
    in_sight(page, "The answers can be read in more than one way")
    page.get_by_label("Lowest answer people could give").fill("1")
    page.get_by_label("Highest answer people could give").fill("4")
    page.get_by_label("The lowest number is the most trust").check()
    expect(page.get_by_role("row", name="1 75 24.8% 4 of 4, most trust")).to_be_visible()
    expect(page.get_by_role("row", name="9 2 0.7% not said yet")).to_be_visible()
    page.get_by_label("9 (2)").check()
    page.get_by_label("A question that tells groups apart").select_option("home")
    page.get_by_label("rent", exact=True).check()
    assert violations(page) == []
    use.click()
    in_sight(page, "ours.csv is in use now")
    expect(page.locator("[slot=survey]")).to_contain_text(
        "50 in 100 answered above the middle of the scale."
    )
    upload.scroll_into_view_if_needed()
    upload.set_input_files(photo)
    in_sight(page, "ours is still in use")
    expect(page.locator(".board")).to_contain_text(
        "Trust at the start comes from ours now, and not from a survey of this country."
    )
    expect(page.locator(".board")).not_to_contain_text(
        "comes from a survey of this country (European"
    )
    page.wait_for_timeout(600)
    page.reload()
    expect(page.locator("[slot=survey]")).to_contain_text("In use: ours, 300 people.")
    turn(page, "Take it away")
    expect(page.locator(".board")).to_contain_text(
        'The survey ours asked: "trust". Read on the scale 1-4; the lowest answer is the most trust.'
        " Answers used: 300; left out: 2 (no answer on trust: 2)."
        " Of 100 who answered, 50 trust: they answered above the middle of the scale."
    )
    turn(page, "What would happen")
    assert figures(settled(page)) == compared(surveyed(described({}), tmp_path))
    turn(page, "The case")
    page.get_by_role("button", name="Take the survey out again").click()
    turn(page, "What would happen")
    assert figures(settled(page)) == compared(described({}))


def test_everything_can_be_reached_with_the_keyboard_on_a_phone(page_at, kit):
    page = lead(page_at(360), kit)
    page.locator("body").focus()
    press = page.keyboard.press

    def tab_to(words: str) -> None:
        for _ in range(80):
            press("Tab")
            said = page.evaluate(
                "(() => { let on = document.activeElement; while (on.shadowRoot?.activeElement) "
                "on = on.shadowRoot.activeElement; return (on.labels?.[0] ?? on).textContent.trim(); })()"
            )
            if words in said:
                return
        pytest.fail(f"{words!r} cannot be reached with Tab")

    before = figures(settled(page))
    tab_to("Feedback")
    for _ in range(30):
        press("ArrowLeft")
    settled(page)
    assert figures(settled(page))[2] != before[2]
    tab_to("Put these dials back")
    press("Enter")
    expect(page.locator(".row .figure").nth(2)).to_contain_text(before[2])
    tab_to("Next: Why")
    press("Enter")
    expect(page.get_by_role("group", name="Why")).to_be_focused()
    page.goto(f"{kit}{LEADERS}#view={link_of(View(case='own', part='case'))}")
    page.reload()
    expect(page.get_by_label("The survey file")).to_be_visible()
    tab_to("The survey file")


@pytest.mark.parametrize("width", [1280, 360])
def test_every_step_is_accessible_and_never_wider_than_the_window(page_at, kit, width):
    page = lead(page_at(width), kit)
    found = []
    for step in STEPS:
        turn(page, step)
        expect(page.get_by_role("group", name=step)).to_be_focused()
        if step == "The case":
            page.get_by_label("Case", exact=True).select_option("own")
            expect(page.get_by_label("The survey file")).to_be_visible()
        found += [f"{step}: {v}" for v in violations(page)]
        assert sideways(page) <= 0, step
    assert found == []


def test_the_page_stays_whole_at_twice_the_text_size(page_at, kit):
    page = lead(page_at(640), kit)
    page.evaluate("document.documentElement.style.fontSize = '34px'")
    for step in STEPS:
        turn(page, step)
        assert sideways(page) <= 0, step


def test_a_browser_that_cannot_run_the_model_is_counted_for_by_python(page_at, kit):
    page = page_at(1280)
    page.add_init_script("delete globalThis.WebAssembly")
    lead(page, kit, f"#view={link_of(View(case='ireland_eighth', part='what'))}")
    expect(page.get_by_role("alert").last).to_contain_text("This browser cannot run the model")
    expect(page.locator(".row .figure")).to_have_count(3)
    assert figures(page.locator("[data-shade]")) == compared("ireland_eighth", *View().ways)


def test_a_broken_link_gets_a_sentence_and_a_page_that_works(page_at, kit):
    page = page_at(1280)
    page.goto(f"{kit}{LEADERS}?view=abc")
    expect(page.get_by_role("alert").filter(has_text="broken")).to_be_visible()
    turn(page, "What would happen")
    assert figures(settled(page)) == compared("west_dulwich")


def test_a_session_that_died_says_so_and_starts_again_where_it_was(page_at, kit):
    page = lead(page_at(1280), kit)
    turn(page, "Where we are")
    page.wait_for_timeout(600)
    kernel = page.evaluate(
        "JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId"
    )
    pid = page.evaluate(f"fetch('/coprod/alive/{kernel}').then(r => r.json()).then(a => a.pid)")
    with page.expect_response("**/coprod/alive/*"):  # the page has seen the session alive
        pass
    os.kill(pid, signal.SIGKILL)
    expect(page.locator("#trouble")).to_contain_text("has ended this page", timeout=20_000)
    expect(page.locator("#trouble")).to_contain_text("is kept in this page's address")
    expect(page.locator("#trouble")).not_to_contain_text("coprod_progress")
    turn(page, "What would happen")  # the browser plays on
    dial(settled(page), "Real influence").fill("5")
    settled(page)
    turn(page, "Where we are")
    page.wait_for_timeout(600)
    page.get_by_role("button", name="Load this page again").click()
    expect(page.get_by_role("group", name="Where we are")).to_be_visible()
    expect(page.locator("#trouble")).to_be_empty()


def test_a_closed_page_leaves_no_session_behind(page_at, kit):
    page = lead(page_at(1280), kit)
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
        f"{kit}/",
    ]
    said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert said in ("403", "421")
