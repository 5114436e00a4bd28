"""A room to try in a real browser: it is served, phones come in, and nothing may keep anybody out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from conftest import sideways, violations
from playwright.sync_api import Browser, BrowserContext, Page, expect

from benchmarks.ports import free_port
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.control import RoomControl, RoomServer

PLAN = {
    "title": "A room to try",
    "activities": [
        {"kind": "words", "key": "words", "title": "In a few words", "question": "What is fair?", "most": 2,
         "words": ["Being heard", "Speed", "Equal say"]},
        {"kind": "scale", "key": "feel", "title": "How you feel", "question": "How are you?",
         "low_means": "worried", "high_means": "keen"},
        {"kind": "start", "key": "start", "title": "Eight questions"},
        {"kind": "idea", "key": "idea", "title": "Your idea", "question": "What would you change?"},
    ],
}  # fmt: skip
HARMLESS = ("Failed to load resource",)
"""What the browser writes when the server is away for a moment."""


@contextmanager
def served(tmp_path: Path) -> Iterator[RoomControl]:
    """Serve a room that is ended with the test."""
    server = RoomServer.start(str(tmp_path / "rooms.sqlite"), port=free_port())
    yield server.create(RoomPlan.model_validate(PLAN))
    server.again()
    server.stop()


@contextmanager
def phones(browser: Browser, control: RoomControl) -> Iterator[Callable[..., Page]]:
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
    assert violations(page) == []
    assert sideways(page) <= 0


def saved(page: Page) -> None:
    expect(page.get_by_text("Your answer is saved")).to_be_visible()
