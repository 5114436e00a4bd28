"""Starts the kit as a user would, and a real browser that must not leave this computer."""

import os
import re
import shutil
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from board_stage import web_space
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from benchmarks.opened_kit import opened_kit
from coprod_sim.site import write_site

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost",
]
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is Chromium without windows and menus, which nobody sees here: a new one costs a second each."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEADERS = "/voila/render/apps/explore_scenarios.ipynb"
NO_FRAME = r"waiting for element to be visible, enabled and stable\s*\Z"
"""How a click ends for which headless Chromium, on a busy computer, never drew the frame it waited for."""
expect.set_options(timeout=40_000)
HARMLESS = (
    "Failed to load resource: net::ERR_CONNECTION_",
    "Failed to load resource: net::ERR_EMPTY_RESPONSE",
    "Failed to load resource: net::ERR_SOCKET_NOT_CONNECTED",
)
"""What the browser itself writes when a test takes the server away."""


def chromium(*, whole: bool = False) -> str:
    """Find a Chromium; without one these tests are left out, but not where they are promised."""
    found = next(filter(None, map(shutil.which, BROWSERS[whole:])), None)
    if found is None:
        reason = "no Chromium on this machine; install your system's chromium to run browser tests"
        if os.environ.get("COPROD_NEEDS_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run a test once more whose click waited in vain for a frame; no other failure is tried again."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=[NO_FRAME]))


def wait_for(address: str) -> None:
    for _ in range(720):
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"nothing answered at {address}")


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Name the places for rooms, sessions and progress, so that nobody's own are touched."""
    folder = tmp_path_factory.mktemp("kept")
    return {
        "COPROD_ROOMS": str(folder / "rooms"),
        "COPROD_SESSIONS": str(folder / "sessions"),
        "COPROD_PROGRESS": str(folder / "coprod_progress.json"),
    }


@pytest.fixture(scope="session")
def kit(kept: dict[str, str]) -> Iterator[str]:
    """Serve the kit to all tests, which share it."""
    # Pages of tests say no goodbye: without this their sessions would fill a small computer.
    with opened_kit("--idle", "1", settings=kept) as started:
        yield started.address.rstrip("/")


@contextmanager
def launched(program: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="module")  # no longer: its event loop would be in the way of other tests
def browser() -> Iterator[Browser]:
    with launched(chromium()) as found:
        yield found


@pytest.fixture
def page_at(browser: Browser, kit: str) -> Iterator[Callable[[int], Page]]:
    """Make pages of a width; none may ask anything of another machine or write an error.

    `others` are more addresses a page may ask, such as that of the live room.
    """
    faults: list[str] = []
    contexts = []

    def make(width: int, *others: str) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(90_000)

        def asked(request) -> None:
            if not request.url.startswith((kit, "data:", "blob:", *others)):
                faults.append(f"asked {request.url}")

        page.on("request", asked)
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on(
            "console",
            lambda m: (
                m.type == "error"
                and not m.text.startswith(HARMLESS)
                and faults.append(f"{m.text} {m.location.get('url')}")
            ),
        )
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the site below two folders, as a council might keep it."""
    folder = tmp_path_factory.mktemp("space")
    write_site(folder / "services" / "coprod")
    return folder


@pytest.fixture(scope="module")
def stick(root: Path) -> str:
    return (root / "services" / "coprod").as_uri()


@pytest.fixture(scope="module")
def space(root: Path) -> Iterator[str]:
    with web_space(root) as address:
        yield f"{address}/services/coprod"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield made
    made.close()


@pytest.fixture
def page_of(context: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Open pages that may ask nobody but the place they come from, and write no error."""
    faults: list[str] = []

    def open_(address: str) -> Page:
        page = context.new_page()
        home = re.match(r"file:///|http://[^/]+/", address)[0]
        ours = (home, "blob:", "data:")
        page.on("request", lambda r: r.url.startswith(ours) or faults.append(r.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: m.type == "error" and faults.append(m.text))
        page.goto(address)
        return page

    yield open_
    assert faults == []


def lead(page: Page, kit: str, address: str = "#case=west_dulwich") -> Page:
    """Open the leaders' page and wait until it stands; `address` is what follows `?` or `#`, with it."""
    page.goto(f"{kit}{LEADERS}{address}")
    page.locator(".coprod-leaders .steps").wait_for()
    return page


def turn(page: Page, part: str) -> None:
    """Go to a part of the page by its name in the list."""
    page.get_by_role("navigation").get_by_role("button", name=part).click()


def violations(page: Page) -> list[str]:
    """Ask axe-core about the page as it is now."""
    asked = {"runOnly": RULES, "resultTypes": ["violations"]}  # what passes is not written down
    found = Axe().run(page, options=asked).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def sideways(page: Page) -> int:
    """Say how far the page is wider than the window [pixels]."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
