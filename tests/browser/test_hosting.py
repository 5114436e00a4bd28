"""The kit on other people's computers: their settings, long paths, a prefix, a crowd, sessions that die."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import chromium, launched, violations
from playwright.sync_api import Browser, Error, Page, expect

from benchmarks.opened_kit import Kit
from coprod_sim.apps.serving.turns import KEPT

TRAINER = "voila/render/apps/run_a_session.ipynb"
OWN_CASE = "voila/render/apps/my_own_case.ipynb"
WARM = "voila/render/apps/explore_scenarios.ipynb"
NOON, HOUR = datetime(2026, 5, 12, 12, tzinfo=UTC), timedelta(hours=1)
"""When the clock of a page stands whose time a test lets pass."""
OPEN_TO_ALL = {
    "Voila": {"port": 1, "ip": "::", "base_url": "/theirs/", "token": "theirs"},
    "VoilaConfiguration": {"template": "lab", "show_tracebacks": True, "strip_sources": False},
    "KernelManager": {"transport": "tcp"}, "MappingKernelManager": {"default_kernel_name": "other"},
}  # fmt: skip
SETTINGS = (
    "voila", "jupyter_config", "jupyter_server_config", "jupyter_notebook_config",
    "jupyter_nbconvert_config", "ipython_config", "ipython_kernel_config",
)  # fmt: skip
"""Names under which Jupyter and IPython run settings that are written in Python."""
OTHER_PYTHON = {
    "argv": ["/no/such/python", "{connection_file}"],
    "display_name": "x",
    "language": "python",
}


def foreign_home(folder: Path) -> dict[str, str]:
    """Put settings, a kernel and a start-up file of somebody's own in every place Jupyter looks."""
    home, temporary = folder / "home", folder / ("t" * 200)
    for place in (folder, home / ".jupyter", home / "env" / "etc" / "jupyter"):
        place.mkdir(parents=True, exist_ok=True)
        for name in ("voila.json", "jupyter_config.json", "jupyter_server_config.json"):
            (place / name).write_text(json.dumps(OPEN_TO_ALL))
    profile = home / ".ipython" / "profile_default"
    profile.mkdir(parents=True)
    for place in (folder, home / ".jupyter", home / "env" / "etc" / "jupyter", profile):
        for name in SETTINGS[
            place == folder :
        ]:  # `python -m` itself would import a module from here
            (place / f"{name}.py").write_text(f"open({str(folder / 'ran')!r}, 'a').write({name!r})")
    turned_off = home / ".jupyter" / "labconfig" / "page_config.json"
    turned_off.parent.mkdir()
    turned_off.write_text(json.dumps({"disabledExtensions": {"anywidget": True}}))
    for data in (home / ".local" / "share" / "jupyter", home / "path"):
        kernel = data / "kernels" / "python3" / "kernel.json"
        kernel.parent.mkdir(parents=True)
        kernel.write_text(json.dumps(OTHER_PYTHON))
    startup = profile / "startup" / "first.py"
    startup.parent.mkdir(parents=True)
    startup.write_text("raise SystemExit('somebody else was here')")
    temporary.mkdir()
    return {
        "HOME": str(home), "TMPDIR": str(temporary), "JUPYTER_CONFIG_DIR": str(home / ".jupyter"),
        "JUPYTER_CONFIG_PATH": str(home / "env" / "etc" / "jupyter"), "JUPYTER_PATH": str(home / "path"),
        "COPROD_SIM_CACHE": os.environ.get("COPROD_SIM_CACHE", str(Path.home() / ".cache" / "coprod_sim")),
    }  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Drive the whole browser, as people have it on their own computers."""
    with launched(chromium(whole=True)) as found:
        yield found


@pytest.fixture(scope="module")
def server(
    kept: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, str]]:
    """Serve the kit below a prefix, to two people at most, where everything foreign is in its way."""
    folder = tmp_path_factory.mktemp("theirs")
    served = Kit(
        "--no-token", "--base-url", "kit/of/ours", "--most", "2", "--log", str(folder / "log.txt"),
        settings=foreign_home(folder) | kept, folder=folder, errors=subprocess.STDOUT,
    )  # fmt: skip
    address = f"http://127.0.0.1:{served.port}/kit/of/ours/"
    yield served.process.pid, address
    said = f"The kit is open at {address}  Stop it with Ctrl-C.\n"
    assert served.stop() == f"{said}coprod-sim: Stopped.\n"
    assert "is not trusted" not in (folder / "log.txt").read_text()
    assert not (folder / "ran").exists()  # no foreign settings were run


@pytest.fixture(scope="module")
def kit(server: tuple[int, str]) -> str:
    return server[1]


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=90) as reply:  # noqa: S310 - our own server
            return reply.status
    except urllib.error.HTTPError as refused:
        return refused.code


def sessions(parent: int) -> list[int]:
    """List the processes of sessions, those kept warm among them."""
    told = subprocess.run(
        ["/bin/ps", "-o", "pid=,args=", "--ppid", str(parent)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(line.split()[0]) for line in told.stdout.splitlines() if "ipykernel" in line]


def test_a_page_comes_up_whatever_stands_in_jupyters_settings(page_at, kit):
    page = page_at(1280)
    page.goto(kit)
    page.get_by_role("link", name="I train").click()
    expect(page.locator(".coprod-parts")).to_be_visible()
    expect(page.locator("header .kit")).to_have_attribute("href", "/kit/of/ours/")
    assert page.url.startswith(kit + TRAINER)


def test_what_lies_outside_the_prefix_is_not_there(kit):
    outside = kit.removesuffix("kit/of/ours/")
    assert status(outside) == status(outside + TRAINER) == status(outside + "theirs/") == 404
    assert status(kit + "voila/tree/") == 404


def until(page: Page, where: str, text: str) -> None:
    """Let up to a hundred seconds of the page's own time pass in short steps, until it says something."""
    for _ in range(200):
        with suppress(Error):  # the page may be asked for anew just now
            if text in "".join(page.locator(where).all_text_contents()):
                return
        page.clock.run_for(500)
    pytest.fail(f"{where} never said {text!r}")


def test_output_that_is_lost_on_the_way_is_asked_for_once_more_and_then_told(browser, kit):
    page: Page = browser.new_page()
    page.set_default_timeout(90_000)
    page.clock.install(time=NOON)
    page.clock.pause_at(NOON + HOUR)  # else what is said for a moment could pass between two looks
    shown: list[
        str
    ] = []  # pages that came, as a busy computer's browser may send a request twice for one
    page.on(
        "framenavigated",
        lambda frame: shown.append(frame.url) if frame == page.main_frame else None,
    )

    def without_output(route) -> None:
        reply = route.fetch(timeout=90_000)
        route.fulfill(response=reply, body=reply.text().replace("cell-output+json", "lost+json"))

    page.route("**/run_a_session.ipynb*", without_output)
    page.goto(kit + TRAINER)
    until(page, "#waiting", "This takes longer than usual")
    until(page, "#trouble", "We are trying once more")
    with page.expect_navigation(wait_until="load"):
        page.clock.run_for(2_000)
    until(page, "#trouble", "did not come up, twice")
    page.clock.run_for(20_000)
    expect(page.locator("#trouble")).to_contain_text("did not come up, twice")
    assert len(shown) == 2
    page.unroute_all()
    page.clock.resume()
    page.get_by_role("button", name="Load this page again").click()
    expect(page.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    page.close()


def test_a_warm_session_that_has_died_is_replaced_and_the_visitor_gets_a_page(page_at, server):
    parent, kit = server
    time.sleep(KEPT)  # places of those who were here before
    warm = sessions(parent)
    assert len(warm) >= 2
    for one in warm:
        os.kill(one, signal.SIGKILL)
    page = page_at(1280)
    page.goto(kit + WARM)
    expect(page.locator("body.ready")).to_be_visible()
    assert set(sessions(parent)).isdisjoint(warm)


def test_whoever_comes_when_as_many_as_may_are_there_waits_and_gets_in_by_itself(
    browser, page_at, kit
):
    time.sleep(KEPT)  # places of those who were here before
    first, second, third = page_at(1280), page_at(1280), browser.new_page()
    for page in (first, second):
        page.goto(kit + TRAINER)
        expect(page.locator(".coprod-parts")).to_be_visible()
    assert third.goto(kit + TRAINER).status == 503
    expect(third.get_by_role("heading", level=1)).to_have_text("Please wait for your turn")
    expect(third.get_by_role("status")).to_contain_text("2 people are using this kit now")
    first.goto("about:blank")  # whoever leaves makes room
    expect(third.locator(".coprod-parts")).to_be_visible()
    third.close()


def test_whoever_is_inside_keeps_the_place_on_reloading_and_going_on(browser, server):
    parent, kit = server
    time.sleep(KEPT)  # places of those who were here before
    inside, other, waiting = browser.new_page(), browser.new_page(), browser.new_page()
    for page in (inside, other):
        assert page.goto(kit + TRAINER).status == 200
        expect(page.locator(".coprod-parts")).to_be_visible()
    assert waiting.goto(kit + TRAINER).status == 503
    for page in (inside, other, waiting):
        page.set_default_timeout(90_000)
    inside.reload(wait_until="commit")
    expect(inside.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    inside.goto(kit + OWN_CASE, referer=inside.url, wait_until="commit")
    expect(inside.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    assert inside.url == kit + OWN_CASE
    assert waiting.title() == "Please wait for your turn"
    other.goto("about:blank")
    expect(waiting.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    assert len(sessions(parent)) <= 2 + 2  # of the pages, and those kept warm
    for page in (inside, other, waiting):
        page.goto("about:blank")
        page.close()


def test_a_second_tab_waits_and_says_why_and_the_first_goes_on(browser, server):
    parent, kit = server
    time.sleep(KEPT)  # places of those who were here before
    mine, other = browser.new_context(), browser.new_page()
    first = mine.new_page()
    for page in (first, other):
        page.set_default_timeout(90_000)
        page.goto(kit + TRAINER)
        expect(page.locator(".coprod-parts")).to_be_visible()
    before = set(sessions(parent))
    second = mine.new_page()
    second.set_default_timeout(90_000)
    second.goto(kit + OWN_CASE)
    says = second.get_by_role("status")
    expect(says).to_contain_text("open in another tab of this browser")
    expect(says).to_contain_text("All 2 places are taken")
    assert violations(second) == []
    assert before <= set(sessions(parent))
    first.wait_for_timeout(4_000)  # a page looks after its session each three seconds
    expect(first.locator("#trouble")).to_be_empty()
    first.close(run_before_unload=True)
    expect(second.locator(".coprod-parts")).to_be_visible(timeout=90_000)
    other.close()
    mine.close()


def test_of_five_who_come_at_one_moment_two_get_in_where_two_may(browser, kit):
    time.sleep(KEPT)  # places of those who were here before
    came = [browser.new_page() for _ in range(5)]
    for one in came:
        one.evaluate("at => { setTimeout(() => location.assign(at)); }", kit + TRAINER)
    for one in came:
        expect(one.get_by_role("heading", level=1)).to_be_visible(timeout=90_000)
    waiting = [one for one in came if one.title() == "Please wait for your turn"]
    for one in came:  # whoever leaves makes room
        one.goto("about:blank")
        one.close()
    assert len(waiting) == 3
