"""Leaving a room, and a room that ends: what is promised is kept, also while no server is there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from room_phones import check, join, phones, served

from coprod_sim.live.control import RoomControl
from coprod_sim.live.moves import ending, putting_by
from coprod_sim.live.steps import OpenActivity
from coprod_sim.words import words_in

pytestmark = pytest.mark.slow


@pytest.fixture
def control(tmp_path: Path) -> Iterator[RoomControl]:
    with served(tmp_path) as room:
        yield room


@pytest.fixture
def phone(browser: Browser, control: RoomControl) -> Iterator[Callable[..., Page]]:
    with phones(browser, control) as make:
        yield make


def want_to_leave(page: Page) -> None:
    page.get_by_role("link", name="Leave the room").click()
    expect(page.get_by_role("heading", name="Leave the room?")).to_be_in_viewport()
    check(page)
    page.get_by_role("button", name="Yes, delete my answers and leave").click()


def test_whoever_wants_to_leave_while_the_room_is_away_has_left_once_it_answers_again(
    control, phone
):
    there, closed, stays = phone(), phone(), phone()
    for page in (there, closed, stays):
        join(page, control)
    control.do(*putting_by(words_in("en")))
    control.wait_until_told()
    control.server.stop()
    for page in (there, closed, stays):
        expect(page.get_by_text("We go on another day. Keep your code")).to_be_visible()
        expect(page.get_by_text("Look again")).to_have_count(
            0
        )  # it would end at the browser's own error
        want_to_leave(page)
        expect(page.get_by_text("This phone keeps your wish to leave")).to_be_in_viewport(ratio=0.9)
    stays.get_by_role("button", name="No, stay").click()
    expect(stays.get_by_text("This phone keeps your wish")).to_be_hidden()
    closed.close()
    assert control.server.again()
    expect(there.get_by_role("heading", name="You have left.")).to_be_visible(timeout=20_000)
    check(there)
    again = closed.context.new_page()  # another day
    again.goto(f"{control.server.address}/{control.code}")
    expect(again.get_by_role("heading", name="You have left.")).to_be_visible(timeout=20_000)
    assert control.state()["here"] == 1


def test_whoever_leaves_while_the_room_answers_is_asked_once_and_can_stay(control, phone):
    page = phone()
    join(page, control)
    page.get_by_role("link", name="Leave the room").click()
    page.get_by_role("button", name="No, stay").click()
    expect(page.get_by_role("heading", name="Leave the room?")).to_be_hidden()
    assert control.state()["here"] == 1
    want_to_leave(page)
    expect(page.get_by_role("heading", name="You have left.")).to_be_visible()
    expect(page.get_by_role("link", name="Leave the room")).to_have_count(0)
    assert control.state()["here"] == 0


def test_wall_and_phones_have_said_goodbye_before_the_server_goes_and_keep_saying_it(
    control, phone
):
    pages = [phone(), phone(), phone(1280)]
    for page in pages[:2]:
        join(page, control)
    pages[2].goto(f"{control.server.address}/{control.code}/screen")
    expect(pages[2].get_by_text("2 here")).to_be_visible()
    control.do(OpenActivity(activity="idea"))
    pages[0].get_by_label("What would you change?").fill("half a thought")
    control.do(*ending(words_in("en")))
    control.wait_until_told()
    control.delete()
    control.server.stop()
    pages[0].wait_for_timeout(4000)
    for page in pages:
        expect(page.get_by_role("heading", name="The session has ended")).to_be_visible()
        expect(page.get_by_text("Leave the room")).to_have_count(0)
        expect(page.get_by_text("does not answer")).to_have_count(0)
