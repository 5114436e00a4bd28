"""The town on Mesa's own page, as it looks after `solara run town.py`: drawn, stepped, played, reset."""

import importlib.util
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from conftest import ROOT, wait_for
from matplotlib import colors, image
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from benchmarks.ports import free_port

TOWN = ROOT / "notebooks" / "modellers" / "town.py"
BLUE, RED, GREY = "tab:blue", "tab:red", "tab:gray"
CURVE = "#e69f00"
DECISIONS = 6
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def solara(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the page in an empty folder, as its docstring says."""
    if importlib.util.find_spec("solara") is None:
        reason = "Solara is not there; it comes with the extra 'mesa-page'"
        if os.environ.get("COPROD_NEEDS_SOLARA"):
            pytest.fail(reason)
        pytest.skip(reason)
    port, folder = free_port(), tmp_path_factory.mktemp("solara")
    quiet = os.environ | {"SOLARA_TELEMETRY_MIXPANEL_ENABLE": "false"}
    command = [
        sys.executable,
        "-m",
        "solara",
        "run",
        "--production",
        "--no-open",
        "--port",
        str(port),
        TOWN,
    ]
    with (
        (folder / "said.txt").open("w") as said,
        subprocess.Popen(command, cwd=folder, env=quiet, stdout=said, stderr=said) as server,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


@pytest.fixture
def page(browser: Browser, solara: str) -> Iterator[Page]:
    """Open the page, without the internet."""
    elsewhere: list[str] = []
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.on(
            "request",
            lambda one: (
                elsewhere.append(one.url)
                if not one.url.startswith((solara, "data:", "blob:"))
                else None
            ),
        )
        found = context.new_page()
        found.goto(solara)
        expect(found.get_by_role("button", name="Step")).to_be_visible()
        yield found
    assert elsewhere == []


def pictures(page: Page) -> tuple[Locator, Locator]:
    both = page.locator("img[src^='data:image/png'], img[src^='blob:']")
    expect(both).to_have_count(2)
    return both.first, both.last


def placed(one: Locator) -> FloatRect:
    """Find where a picture is; between two drawings it is nowhere for a moment."""
    for _ in range(40):
        if place := one.bounding_box(timeout=5_000):
            return place
        one.page.wait_for_timeout(50)
    pytest.fail("the picture is not drawn")


def painted(one: Locator, colour: str) -> int:
    """Count the dots of a colour where a picture is; the picture itself may be put anew at any time."""
    place = placed(one)
    seen = one.page.screenshot(clip=place)
    shown = np.asarray(image.imread(io.BytesIO(seen), "png"))[..., :3]
    return int((np.abs(shown - colors.to_rgb(colour)).max(axis=-1) < 0.1).sum())


def waited(page: Page, so: Callable[[], bool]) -> None:
    for _ in range(80):
        if so():
            return
        page.wait_for_timeout(250)
    pytest.fail("what is drawn did not change")


def test_network_and_curves_are_drawn_and_follow_step_play_and_reset(page):
    network, curves = pictures(page)
    assert painted(network, GREY) > 500
    assert painted(network, BLUE) == 0
    before = painted(curves, CURVE)
    page.get_by_role("button", name="Step").click()
    waited(page, lambda: painted(network, BLUE) > 200)
    assert painted(network, RED) > 200
    page.get_by_role("button", name="Step").click()
    waited(page, lambda: painted(curves, CURVE) > before + 50)
    page.get_by_role("button", name="▶").click()
    expect(page.get_by_text(f"Time: {DECISIONS}.0")).to_be_visible()
    page.get_by_role("button", name="Reset").click()
    waited(page, lambda: painted(network, GREY) > 500 and painted(network, BLUE) == 0)
    assert painted(curves, CURVE) == before


def test_on_a_phone_each_picture_is_as_wide_as_the_screen(page):
    page.set_viewport_size({"width": 360, "height": 800})
    for one in pictures(page):
        expect(one).to_be_visible()
        waited(page, lambda one=one: placed(one)["width"] > 280)
    upper, lower = map(placed, pictures(page))
    assert lower["y"] >= upper["y"] + upper["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
