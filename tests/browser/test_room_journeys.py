"""The live room as people meet it: phones 360 and 320 pixels wide, the projector, and a server that dies."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import RULES
from playwright.sync_api import Browser, BrowserContext, Page, expect

from benchmarks.ports import free_port
from benchmarks.room.load import kill_server
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.steps import AnswerIdea, CloseActivity, OpenActivity, Reveal

pytestmark = pytest.mark.slow
PLAN = {
    "title": "A room to try",
    "activities": [
        {"kind": "words", "key": "words", "title": "In a few words", "question": "What is fair?", "most": 2,
         "words": ["Being heard", "Speed", "Equal say"]},
        {"kind": "scale", "key": "feel", "title": "How you feel", "question": "How are you?",
         "low_means": "worried", "high_means": "keen"},
        {"kind": "idea", "key": "idea", "title": "Your idea", "question": "What would you change?"},
    ],
}  # fmt: skip
HARMLESS = ("Failed to load resource",)
"""What the browser writes when the server is away for a moment."""


@pytest.fixture
def control(tmp_path: Path) -> Iterator[RoomControl]:
    server = RoomServer.start(str(tmp_path / "rooms.sqlite"), port=free_port())
    yield server.create(RoomPlan.model_validate(PLAN))
    server.again()
    server.stop()


@pytest.fixture
def phone(browser: Browser, control: RoomControl) -> Iterator[Callable[..., Page]]:
    """Make phones of a width; none may ask another machine for anything or write an error."""
    faults: list[str] = []
    contexts: list[BrowserContext] = []

    def make(width: int = 360, **options: bool) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 700}, **options)
        contexts.append(context)
        page = context.new_page()
        ours = control.server.address
        page.on("request", lambda r: r.url.startswith((ours, "data:")) or faults.append(r.url))
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on(
            "console",
            lambda m: (
                m.type == "error" and not m.text.startswith(HARMLESS) and faults.append(m.text)
            ),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []


def join(page: Page, control: RoomControl) -> None:
    page.goto(control.server.address)
    check(page)
    page.get_by_label("The code on the screen").fill(control.code.lower())
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="What we keep")).to_be_visible()
    check(page)
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("heading", name="You are in")).to_be_visible()
    check(page)


def check(page: Page) -> None:
    """Nothing keeps anybody out, and nothing is wider than the screen."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    wide, screen = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert wide <= screen


def saved(page: Page) -> None:
    expect(page.get_by_text("Your answer is saved")).to_be_visible()


def test_phones_follow_the_room_and_come_back_after_the_server_was_killed(control, phone):
    phones = [phone(320), phone(), phone()]
    for page in phones:
        join(page, control)
    screen = phone(1280)
    screen.goto(f"{control.server.address}/{control.code}/screen")
    expect(screen.get_by_text(control.code)).to_be_visible()
    expect(screen.get_by_text("3 here")).to_be_visible()
    check(screen)

    control.do(OpenActivity(activity="words"))
    for page in phones:  # each page turns by itself
        page.get_by_label("Equal say").check()
    phones[0].get_by_role("button", name="Send my answer").click()
    saved(phones[0])
    check(phones[0])
    expect(screen.get_by_text("1 answered")).to_be_visible()

    kill_server(control.server)
    phones[1].get_by_role("button", name="Send my answer").click()
    expect(phones[1].get_by_text("Your answer is safe on this phone")).to_be_visible()
    assert control.server.again()
    saved(phones[1])
    phones[2].get_by_label("Speed").check()
    phones[2].get_by_label("Being heard").click()  # a third word is one too many
    expect(phones[2].get_by_text("Choose up to 2.", exact=True).last).to_be_visible()
    phones[2].get_by_role("button", name="Send my answer").click()
    saved(phones[2])
    assert control.do(CloseActivity())["activities"][0]["answered"] == {"answer": 3}
    control.do(Reveal(activity="words"))
    for page in (*phones, screen):
        expect(page.get_by_role("heading", name="What the room said")).to_be_visible()
        expect(page.get_by_text("Fewer than five people answered")).to_be_visible()
        check(page)


def test_what_was_chosen_but_not_sent_is_not_swept_away_by_a_new_page(control, phone):
    page = phone()
    join(page, control)
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    control.do(CloseActivity())
    expect(page.get_by_text("What you chose here is not sent yet")).to_be_visible()
    page.get_by_role("button", name="Show the new page").click()
    expect(page.get_by_text("You gave no answer here")).to_be_visible()


def test_a_phone_without_javascript_does_everything_by_keyboard(control, phone):
    page = phone(320, java_script_enabled=False)
    page.goto(f"{control.server.address}/{control.code}")
    page.get_by_role("button", name="Join").press("Enter")
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("link", name="Look again").press("Enter")
    page.get_by_role("radio", name="0 worried").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Send my answer").press("Enter")
    saved(page)
    assert [row["value"] for row in control.record()["rows"]] == [3]
    control.do(CloseActivity())
    control.do(OpenActivity(activity="idea"))
    page.get_by_role("link", name="Look again").press("Enter")
    page.get_by_label("What would you change?").fill("More <b>benches</b>")
    page.get_by_role("button", name="Send my answer").press("Enter")
    saved(page)
    control.do(CloseActivity())
    control.do(
        AnswerIdea(
            activity="idea",
            idea=control.state()["ideas"][0]["idea"],
            fate="taken_up",
            why="They cost little.",
        )
    )
    control.do(Reveal(activity="idea"))
    page.get_by_role("link", name="Look again").press("Enter")
    expect(page.get_by_text("Taken up.")).to_be_visible()
    expect(page.get_by_text("Why: They cost little.")).to_be_visible()
    expect(page.get_by_text("More <b>benches</b>")).to_be_visible()


def test_a_phone_that_was_away_finds_its_seat_and_its_answer_again(control, phone):
    page = phone()
    join(page, control)
    control.do(OpenActivity(activity="feel"))
    page.get_by_role("radio", name="7", exact=True).check(force=True)
    page.get_by_role("button", name="Send my answer").click()
    saved(page)
    page.goto("about:blank")
    page.goto(f"{control.server.address}/{control.code.lower()}")
    expect(page.get_by_role("radio", name="7", exact=True)).to_be_checked()
    assert control.state()["here"] == 1
    assert json.dumps(control.record()["rows"]).count("person") == 1
