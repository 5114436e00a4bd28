"""A session that survives: a closed tab, a killed server, another page, another day."""

import random

import pytest
from room_visitor import Visitor
from trainer_stage import all_answer, kill_server, wait_for

from benchmarks.ports import free_port
from coprod_sim.apps.trainer.parts.lead import open_turn
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.errors import InputError
from coprod_sim.live.control import RoomServer
from coprod_sim.live.moves import opening
from coprod_sim.live.record_open import find_open, list_by
from coprod_sim.live.steps import CloseActivity, Pause


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_closed_tab_and_a_killed_server_lose_nothing():
    first = Trainer()
    first.start(lan=False)
    first.go(2)
    turn = first.plan.turns[0]
    first.do(*opening(turn))
    all_answer(first, turn, random.Random(2), people=7)
    kill_server()
    again = Trainer()
    again.refresh()
    assert again.session.code == first.session.code
    assert again.session.part == 2
    wait_for(again, lambda: again.answered(turn) == 7)
    assert open_turn(again) == turn
    again.go(3)
    first.refresh()
    assert first.session.part == 3


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_the_room_said_before_its_latest_change_does_not_undo_it():
    trainer = Trainer()
    trainer.start(lan=False)
    before = trainer.ask()
    trainer.do(*opening(trainer.plan.turns[0]))
    trainer.hear(before)  # the answer to a poll that was sent before
    assert open_turn(trainer) == trainer.plan.turns[0]


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_server_that_another_page_has_moved_is_found_again():
    first = Trainer()
    first.start(lan=False)
    server = RoomServer.find()
    server.stop()
    moved = RoomServer.start(port=free_port())
    assert moved.port != server.port
    first.refresh()
    assert first.status["code"] == first.session.code
    assert first.room.server.port == moved.port


def test_the_running_session_is_for_its_owner_alone_and_a_broken_file_is_no_trap(kept):
    kept.mkdir(parents=True)
    for text in ("", "{", '{"format": 1}', '{"format": 9}', "[]"):
        (kept / "open.json").write_text(text)
        assert find_open() is None
        assert Trainer().session is None


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_session_put_by_is_led_again_next_week_beside_another():
    """Five sittings go on while plan B is held in between; seats and answers are where they were."""
    trainer = Trainer()
    trainer.choose("e_five_sittings")
    trainer.start(lan=False)
    weekly = trainer.session.code
    trainer.do(*opening(trainer.plan.turns[0]))
    all_answer(trainer, trainer.plan.turns[0], random.Random(1), people=7)
    trainer.do(CloseActivity(), Pause())
    phone = Visitor(trainer.room.server.port)
    phone.join(weekly)
    trainer.go(3)
    trainer.end()
    assert RoomServer.find() is None
    trainer.choose("b_room_experiment")
    trainer.start(lan=False)
    other = trainer.session.code
    trainer.end()
    again = Trainer()  # another day, another tab
    assert [(s.code, s.plan.letter) for s in list_by()] == [(weekly, "E"), (other, "B")]
    again.lead_again(weekly)
    assert (again.plan.letter, again.session.part) == ("E", 3)
    assert again.status["here"] == 8
    assert again.answered(again.plan.turns[0]) == 7
    assert phone.ask("GET", f"/{weekly}") == 200
    assert "Your code to come back" in phone.text
    with pytest.raises(InputError, match="still running"):
        again.lead_again(other)
    assert [s.code for s in list_by()] == [other]
    again.end()
    with pytest.raises(InputError, match="was put by"):
        again.lead_again("ZZZZZZ")
