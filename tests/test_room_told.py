"""The room knows which open pages do not show its last words yet, so that nobody is left with an old page."""

import time

import pytest
from room_visitor import Visitor

from coprod_sim.live import control as controls
from coprod_sim.live.control import RoomControl
from coprod_sim.live.moves import ending, putting_by
from coprod_sim.live.server.open_pages import OpenPages
from coprod_sim.words import words_in


def test_a_page_is_behind_until_it_has_fetched_what_is_new_and_a_closed_one_is_forgotten(
    monkeypatch,
):
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    pages = OpenPages(wait=20.0)
    pages.asks("ABCDEF", "1", 4)
    pages.asks("ABCDEF", "screen 127.0.0.1", 5)
    pages.asks("GHIJKL", "1", 1)
    assert pages.behind("ABCDEF", 5) == 1
    pages.asks("ABCDEF", "1", 5)
    assert pages.behind("ABCDEF", 5) == 0
    assert pages.behind("ABCDEF", 6) == 2
    now[0] += 26.0
    assert pages.behind("ABCDEF", 6) == 0
    pages.asks("ABCDEF", "1", 4)
    pages.forget("ABCDEF")
    assert pages.behind("ABCDEF", 5) == 0


def test_phones_and_wall_that_are_open_are_waited_for(control: RoomControl):
    phone, wall, passer_by = (Visitor(control.server.port) for _ in range(3))
    phone.join(control.code)
    for _ in range(2):  # the wall is known from its second page on
        wall.ask("GET", f"/{control.code}/screen")
    passer_by.ask("GET", f"/{control.code}")
    assert control.state()["behind"] == 0
    assert control.do(*ending(words_in("en")))["behind"] == 2
    phone.ask("GET", f"/{control.code}")
    wall.ask("GET", f"/{control.code}/screen")
    assert control.state()["behind"] == 0


def test_a_phone_that_sleeps_holds_nobody_up_for_long(control: RoomControl, monkeypatch):
    monkeypatch.setattr(controls, "TOLD", 0.4)
    Visitor(control.server.port).join(control.code)
    control.do(*putting_by(words_in("en")))
    began = time.monotonic()
    control.wait_until_told()
    assert 0.4 <= time.monotonic() - began < 10


@pytest.mark.parametrize("steps", [putting_by, ending])
def test_no_page_without_a_script_asks_a_room_that_is_about_to_go(control: RoomControl, steps):
    """It would end at the browser's own error page."""
    phone, wall = Visitor(control.server.port), Visitor(control.server.port)
    phone.join(control.code)
    wall.ask("GET", f"/{control.code}/screen")
    assert all('http-equiv="refresh"' in page.text for page in (phone, wall))
    control.do(*steps(words_in("en")))
    phone.ask("GET", f"/{control.code}")
    wall.ask("GET", f"/{control.code}/screen")
    assert not any('http-equiv="refresh"' in page.text for page in (phone, wall))


def test_while_a_room_is_put_by_the_link_to_leave_waits_for_the_script_that_keeps_the_wish(
    control: RoomControl,
):
    phone = Visitor(control.server.port)
    phone.join(control.code)
    assert f'<a id="leave" href="/{control.code}/leave">' in phone.text
    control.do(*putting_by(words_in("en")))
    phone.ask("GET", f"/{control.code}")
    assert f'<a id="leave" href="/{control.code}/leave" hidden>' in phone.text
    assert "<noscript>You can leave when the room answers again.</noscript>" in phone.text
    phone.ask("GET", f"/{control.code}/leave")
    assert phone.send(f"/{control.code}/leave") == 200
    assert "You have left. Your answers are deleted" in phone.text
