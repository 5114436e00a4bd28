"""What both halves of the room decided, on phones and on the wall: read by all, at any width."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import sideways, violations
from playwright.sync_api import Browser, Page, expect

from benchmarks.ports import free_port
from coprod_sim.live.activities import RoomExperiment
from coprod_sim.live.control import RoomControl, RoomServer
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import CloseActivity, EnterCards, OpenActivity
from coprod_sim.words import words_in

pytestmark = pytest.mark.slow
TWICE = "Each decision was made twice"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RoomServer]:
    started = RoomServer.start(str(tmp_path / "rooms.sqlite"), port=free_port())
    yield started
    started.again()
    started.stop()


def decided(control: RoomControl, twins: RoomExperiment) -> None:
    """Let twelve cards live all rounds; those who choose take the last option each time."""
    t = words_in("en")
    for part in twins.rounds:
        control.do(OpenActivity(activity=twins.key, round=part))
        people = []
        for card in range(1, 13):
            cell = (card - 1) % len(twins.sequences)
            asked = twins.questions(part, twins.sequences[cell], t)
            said = {q.name: len(q.options) - 1 if q.kind == "choice" else q.high for q in asked}
            one = {"activity": twins.key, "round": part, "answer": said}
            people.append({"card": card, "cell": cell, "answers": [one]})
        control.do(EnterCards.model_validate({"people": people}), CloseActivity())


def a_phone(browser: Browser, control: RoomControl, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 700}).new_page()
    page.goto(f"{control.server.address}/{control.code}")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("link", name="Leave the room")).to_be_visible()
    return page


@pytest.mark.parametrize("letter", ["b", "d"])
def test_each_phone_reads_both_results_side_by_side_or_one_below_the_other(
    server, browser: Browser, letter, tmp_path
):
    plan = load_plan(letter)
    control, twins = server.create(plan.room), plan.room.activity("experiment")
    phones = {width: a_phone(browser, control, width) for width in (320, 360, 1280)}
    decided(control, twins)
    for width, page in phones.items():
        page.goto(f"{server.address}/{control.code}")
        expect(page.get_by_text(TWICE)).to_be_visible()
        page.screenshot(path=tmp_path / f"phone{width}.png", full_page=True)
        assert page.get_by_role("term").all_inner_texts() == ["First round", "Second round"] * 2
        assert page.locator(".decided h3").all_inner_texts() == [d.title for d in twins.decisions]
        assert page.locator(".decided h2").inner_text() == "What both halves of the room decided"
        assert violations(page) == []
        assert sideways(page) <= 0
        inside(page)


@pytest.mark.parametrize(("width", "height"), [(360, 640), (800, 600), (1280, 720), (1920, 1080)])
def test_the_wall_and_a_laptop_in_its_place_show_both(
    server, browser: Browser, width, height, tmp_path
):
    plan = load_plan("b")
    control = server.create(plan.room)
    decided(control, plan.room.activity("experiment"))
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(f"{server.address}/{control.code}/screen")
    expect(page.get_by_text(TWICE)).to_be_visible()
    page.screenshot(path=tmp_path / "wall.png", full_page=True)
    assert violations(page) == []
    assert sideways(page) <= 0
    inside(page)
    first, second = (box["x"] for box in boxes(page, ".decided dl:first-of-type div")[:2])
    assert (first < second) == (width > 800)


def test_a_room_with_two_arms_decides_once_and_shows_no_empty_term(server, browser: Browser):
    plan = load_plan("b").model_copy(update={"design": "two_arms", "fewest": 40})
    plan = type(plan).model_validate(plan.model_dump())
    control, twins = server.create(plan.room), plan.room.activity("experiment")
    phone = a_phone(browser, control, 360)
    decided(control, twins)
    phone.goto(f"{server.address}/{control.code}")
    expect(phone.get_by_role("heading", name="What was decided")).to_be_visible()
    assert phone.get_by_role("term").count() == phone.locator(".decided dt").count() == 0
    assert violations(phone) == []
    assert sideways(phone) <= 0


def boxes(page: Page, where: str) -> list[dict]:
    return page.eval_on_selector_all(
        where, "all => all.map(e => e.getBoundingClientRect().toJSON())"
    )


def inside(page: Page) -> None:
    """No sentence runs out of its column."""
    wide = page.eval_on_selector_all(
        ".decided dd, .decided h2, .decided h3",
        "all => all.filter(e => e.scrollWidth > e.clientWidth + 1).length",
    )
    assert wide == 0
