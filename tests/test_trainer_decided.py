"""While half the room has a decision still to take, its result stands only beside the papers."""

import random

import pytest
from room_visitor import Visitor
from trainer_stage import all_answer

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.live.moves import opening
from coprod_sim.live.steps import CloseActivity, Lot

ALONE = "Say each of these in its own corners alone"


def parts_of(trainer: Trainer) -> tuple:
    """Give what stands above the script, the buttons, and the script, of the part that leads."""
    _, shell, _, *boxes, _look = open_trainer(trainer).children
    shell.turn("lead")
    _, now, room, _, _, _, script, _ = boxes[2].children[0].children
    return now, room, script


def first_decision(trainer: Trainer) -> None:
    """Let everybody take the first decision, and open its scores, in the part that asks them."""
    turns = {turn.name: turn for turn in trainer.plan.turns}
    trainer.go(turns["experiment.first"].part)
    trainer.do(*opening(turns["experiment.first"]))
    all_answer(trainer, turns["experiment.first"], random.Random(1))
    trainer.do(CloseActivity())
    lots = tuple(Lot(decision=int(k), option=o[0]) for k, o in trainer.status["tied"])
    trainer.do(*opening(turns["experiment.first_scores"], lots))


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("plan", ["b_room_experiment", "h_no_devices"])
def test_what_is_told_to_corners_alone_stands_where_the_script_has_it_read(plan: str):
    trainer = Trainer()
    trainer.choose(plan)
    trainer.start(lan=False)
    now, _, script = parts_of(trainer)
    first_decision(trainer)
    above, beside = ALONE in now.value, ALONE in script.value
    assert (above, beside) == (not trainer.plan.phones, trainer.plan.phones)
    trainer.do(CloseActivity())
    trainer.go(trainer.session.part + 1)
    assert ALONE not in now.value + script.value


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_scores_that_were_closed_and_never_shown_go_with_a_seat_that_is_taken_away():
    trainer = Trainer()
    trainer.start(lan=False)
    _, room, _ = parts_of(trainer)
    phone = Visitor(trainer.room.server.port)
    phone.join(trainer.session.code)
    first_decision(trainer)
    phone.ask("GET", f"/{trainer.session.code}")
    assert phone.send(f"/{trainer.session.code}/answer", q_acceptance=9, q_fairness=9) == 200
    room.click("close")
    trainer.do(trainer.taking_away(0, sure=True))
    rows = trainer.read_record()["rows"]
    assert [r for r in rows if r["round"] == "first_scores"] == []
