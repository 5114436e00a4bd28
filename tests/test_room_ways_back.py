"""Somebody who has lost the code to come back gets a new one, and nobody reads by it what they answered."""

import re

import pytest
from room_visitor import Visitor

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.errors import InputError
from coprod_sim.live.control import RoomControl
from coprod_sim.live.credentials import LETTERS, WAY_BACK
from coprod_sim.live.steps import CloseActivity, OpenActivity

A_CODE = re.compile(rf"[{LETTERS}]{{{WAY_BACK}}}")
NOT_SHOWN = "but not shown here"


def joined(control: RoomControl) -> tuple[Visitor, int, str]:
    """Give a phone that has joined, its seat, and its code."""
    phone = Visitor(control.server.port)
    phone.join(control.code)
    found = re.search(r"code to come back: (\w+)", phone.text)
    assert found
    return phone, max(control.people()), found[1]


def answered(phone: Visitor, control: RoomControl, vote: int) -> None:
    phone.ask("GET", f"/{control.code}")
    assert phone.send(f"/{control.code}/answer", q_vote=vote) == 200


def coming_back(control: RoomControl, code: str) -> tuple[Visitor, int]:
    phone = Visitor(control.server.port)
    phone.ask("GET", f"/{control.code}")
    return phone, phone.send(f"/{control.code}/back", back=code)


def test_a_new_code_opens_the_seat_and_the_lost_one_no_more(control: RoomControl):
    old_phone, seat, lost = joined(control)
    new = control.new_code(seat)
    assert A_CODE.fullmatch(new)
    assert new != lost
    assert coming_back(control, lost)[1] == 404
    old_phone.ask("GET", f"/{control.code}")
    assert f"code to come back: {new}" in old_phone.text  # whoever still has the phone is told
    phone, status = coming_back(control, new.lower())
    assert status == 200
    assert control.people()[seat] in phone.text
    old_phone.ask("GET", f"/{control.code}")
    assert "on another device" in old_phone.text
    assert control.new_code(seat) not in {lost, new}


def test_what_was_answered_before_counts_on_but_is_not_shown_to_who_comes_with_the_trainers_code(
    control: RoomControl,
):
    phone, seat, own = joined(control)
    control.do(OpenActivity(activity="vote"))
    answered(phone, control, 1)
    again, _ = coming_back(control, own)
    assert re.search(r'value="1" checked', again.text)  # by their own code they see it
    assert NOT_SHOWN not in again.text
    other, _ = coming_back(control, control.new_code(seat))
    assert "checked" not in other.text
    assert NOT_SHOWN in other.text
    control.do(CloseActivity())
    other.ask("GET", f"/{control.code}")
    assert "Library" not in other.text
    assert "no answer from you" not in other.text
    assert control.state()["activities"][0]["answered"] == {"answer": 1}
    control.do(OpenActivity(activity="vote"))
    answered(other, control, 0)
    other.ask("GET", f"/{control.code}")
    assert re.search(r'value="0" checked', other.text)  # what they say from now on they see
    assert control.state()["activities"][0]["answered"] == {"answer": 1}


def test_an_idea_written_before_is_not_shown_either(control: RoomControl):
    phone, seat, _ = joined(control)
    control.do(OpenActivity(activity="idea"))
    phone.ask("GET", f"/{control.code}")
    assert phone.send(f"/{control.code}/answer", q_idea="More buses") == 200
    control.do(CloseActivity())
    phone.ask("GET", f"/{control.code}")
    assert "More buses" in phone.text
    other, _ = coming_back(control, control.new_code(seat))
    assert "More buses" not in other.text
    assert [idea["text"] for idea in control.state()["ideas"]] == ["More buses"]


def test_a_code_for_somebody_who_has_left_does_not_tell_that_they_have(control: RoomControl):
    phone, seat, _ = joined(control)
    phone.ask("GET", f"/{control.code}/leave")
    assert phone.send(f"/{control.code}/leave") == 200
    new = control.new_code(seat)
    assert A_CODE.fullmatch(new)
    assert coming_back(control, new)[1] == 404


def test_there_is_no_code_for_a_seat_that_never_was(control: RoomControl):
    joined(control)
    for wrong in (7, -1, False, None, "0", [0]):
        with pytest.raises(InputError, match="There is no such seat"):
            control.new_code(wrong)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_list_of_seats_gives_a_new_code_for_the_name_that_is_chosen():
    trainer = Trainer()
    _, shell, trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=True)
    phone, seat, _ = joined(trainer.room)
    shell.turn("room")
    who = boxes[1].children[0].children[7]
    who.click("look")
    who.click("code")
    assert "Choose a name first." in trouble.value
    who.answer("seat", str(seat))
    who.click("code")
    name = trainer.room.people()[seat]
    said = re.match(rf"The new code for {name}: (\w+)\.", shell.say)
    assert said
    assert A_CODE.fullmatch(said[1])
    assert said[0] in who.told  # where the hand is
    assert who.fields["back"].label == said[1]
    who.click("code")
    assert said[1] in who.told  # the code that was told before still opens the seat
    phone.ask("GET", f"/{trainer.session.code}")
    assert said[1] in phone.text
