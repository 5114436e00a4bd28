"""A co-trainer leads from a second device: by an invitation that opens once and may be withdrawn."""

import html
import re

import pytest
from room_visitor import INVITED, Visitor, invited, press

from coprod_sim.errors import InputError
from coprod_sim.live import co_leading
from coprod_sim.live import room as rooms
from coprod_sim.live.control import RoomControl
from coprod_sim.live.schema import open_engine
from coprod_sim.live.steps import CloseActivity, OpenActivity, WithdrawLeader


def phase(control: RoomControl, key: str) -> str:
    return next(a["phase"] for a in control.state()["activities"] if a["key"] == key)


def test_a_second_device_starts_closes_shows_and_answers_an_idea(control: RoomControl):
    device, phone = invited(control), Visitor(control.server.port)
    phone.join(control.code)
    assert press(device, control, "start:vote.answer") == 200
    assert (phase(control, "vote"), "Open now: Vote" in device.text) == ("open", True)
    assert press(device, control, "close:") == 200
    assert press(device, control, "result:vote") == 200
    assert phase(control, "vote") == "revealed"
    assert press(device, control, "talk:") == 200
    wall = Visitor(control.server.port)
    wall.ask("GET", f"/{control.code}/screen")
    assert "Talk to the person beside you" in wall.text
    press(device, control, "start:idea.answer")
    phone.ask("GET", f"/{control.code}")
    phone.send(f"/{control.code}/answer", q_idea="<i>Benches</i>")
    press(device, control, "close:")
    assert "&lt;i&gt;Benches&lt;/i&gt;" in device.text
    assert "idea.0" not in device.text  # the number of a seat tells who joined when
    idea = re.search(r'value="shown:([0-9a-f]{32})(\.[0-9a-f]{12})"', device.text)
    assert idea
    assert press(device, control, f"shown:{idea[1]}{idea[2]}") == 200
    assert press(device, control, f"answer:{idea[1]}", fate="not", why=" ") == 409
    assert "Write why, in up to 400 letters." in html.unescape(device.text)
    assert press(device, control, f"answer:{idea[1]}", fate="not", why="No room there.") == 200
    (one,) = control.state()["ideas"]
    assert (one["state"], one["fate"], one["why"]) == ("shown", "not", "No room there.")


def test_a_second_device_lets_nothing_through_that_was_written_anew_since_it_was_read(
    control: RoomControl,
):
    device, phone = invited(control), Visitor(control.server.port)
    phone.join(control.code)
    press(device, control, "start:idea.answer")
    for text in ("Benches", "Something rude"):
        phone.ask("GET", f"/{control.code}")
        phone.send(f"/{control.code}/answer", q_idea=text)
        if text == "Benches":
            device.ask("GET", f"/{control.code}/lead")
            button = re.search(r'value="(shown:[^"]*)"', device.text)
    assert button
    assert press(device, control, button[1]) == 409
    assert "written anew since you read it" in html.unescape(device.text)
    assert control.state()["ideas"][0]["state"] == "waiting"


def test_an_invitation_opens_once_and_a_device_that_is_withdrawn_leads_no_more(
    control: RoomControl,
):
    first, second = invited(control), Visitor(control.server.port)
    second.ask("GET", f"/{control.code}/lead")
    assert second.send(f"/{control.code}/lead", invitation=INVITED) == 404
    assert "may have been used already" in second.text
    (one,) = control.state()["leaders"]
    assert one == {"number": 1, "here": True}
    first.ask("GET", f"/{control.code}/lead")
    control.do(WithdrawLeader(number=1))
    press(first, control, "start:vote.answer")
    assert "The code of your invitation" in first.text
    assert phase(control, "vote") == "waiting"
    with pytest.raises(InputError, match="no such device"):
        control.do(WithdrawLeader(number=1))


def test_a_device_may_stop_leading_by_itself(control: RoomControl):
    device = invited(control)
    press(device, control, "stop:")
    assert "The code of your invitation" in device.text
    assert control.state()["leaders"] == []


def test_nobody_leads_without_an_invitation_nor_another_room_with_one(server, plan):
    own, other = server.create(plan), server.create(plan)
    device, phone = invited(own), Visitor(server.port)
    phone.join(other.code)
    phone.cookies["lead"] = "0" * 32
    device.ask("GET", f"/{other.code}/lead")
    for stranger in (phone, device):
        press(stranger, other, "start:vote.answer")
        assert phase(other, "vote") == "waiting"
    for what in (
        "",
        "delete:",
        "start:vote",
        "start:nothing.answer",
        "shown:idea.-1",
        "answer:idea.x",
    ):
        device.ask("GET", f"/{own.code}/lead")
        assert press(device, own, what) in (200, 404, 409), what
    assert own.state()["title"]


def test_the_keys_of_second_devices_are_not_stored_and_go_with_their_room(tmp_path, plan):
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as c:
        code, _ = rooms.create(c, plan)
        co_leading.invite(c, code, INVITED)
        assert co_leading.accept(c, code, INVITED, "k" * 32) == 1
        assert co_leading.leads(c, code, "k" * 32)
        for k in range(4):
            co_leading.invite(c, code, f"ABCD234{'6789'[k]}")
        with pytest.raises(InputError, match="5 devices lead already"):
            co_leading.invite(c, code, "ABCD2222")
    engine.dispose()
    stored = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"k" * 32 not in stored
    assert INVITED.encode() not in stored


def test_an_old_invitation_opens_nothing(tmp_path, plan, monkeypatch):
    engine = open_engine(str(tmp_path / "rooms.sqlite"))
    with engine.begin() as c:
        code, _ = rooms.create(c, plan)
        co_leading.invite(c, code, INVITED)
        later = rooms.now() + 16 * 60 * 1000
        monkeypatch.setattr(co_leading, "now", lambda: later)
        with pytest.raises(rooms.Unknown, match="no such invitation"):
            co_leading.accept(c, code, INVITED, "k" * 32)
        assert co_leading.co_leaders(c, code) == []
    engine.dispose()


def test_what_is_pressed_on_a_second_device_is_seen_on_the_trainers_page(control: RoomControl):
    device = invited(control)
    press(device, control, "start:vote.answer")
    state = control.state()
    assert state["current"] == "vote"
    control.do(CloseActivity(), OpenActivity(activity="talk"))
    device.ask("GET", f"/{control.code}/lead")
    assert "Open now: Talk: Before the talk" in device.text
