"""A room that ends takes its words with it: the next one on the same page starts clean."""

import html

import pytest
from room_visitor import Visitor

from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.live.moves import going_on, putting_by


def shown_in(part) -> str:
    return " ".join(str(one.value) for one in part.children if hasattr(one, "value"))


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_phones_and_wall_are_told_before_a_room_is_put_by_and_the_next_room_starts_clean():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, shell, _trouble, *boxes, _look = whole.children
    trainer.start(lan=False)
    first = trainer.session.code
    visitor = Visitor(trainer.room.server.port)
    visitor.join(first)
    trainer.do(*putting_by(trainer.t))
    wall = Visitor(visitor.port)
    wall.ask("GET", f"/{first}/screen")
    assert wall.text.partition("<body")[2].count("We go on another day") == 1
    assert "does not answer at this address" not in wall.text
    assert "Join with your phone" not in wall.text  # nobody can join while the room is away
    visitor.ask("GET", f"/{first}")
    told = html.unescape(visitor.text)
    assert "We go on another day. Keep your code: " in told
    assert told.count("We go on another day") == 1
    assert "may have moved to another network" not in told
    trainer.do(*going_on())
    visitor.ask("GET", f"/{first}")
    assert "We go on another day" not in visitor.text

    shell.turn("model")
    job = boxes[3].children[0].children[1]
    job.children[0].click("go")
    locked = trainer.session.seal
    assert locked
    shell.turn("ideas")
    spot = boxes[2].children[0].children[-1]
    spot.answer("said", "Only for the first room")
    shell.turn("record")
    record = boxes[6].children[0]
    assert "Nobody has filled in the evaluation yet" in shown_in(record)
    record.children[-1].click("end")
    assert "Nobody has filled in" not in shown_in(
        record
    )  # the room is away: this may not be true of it
    assert "The session is saved for another day." in shell.say
    assert first not in shell.say
    shell.turn("room")
    assert shell.say == ""

    trainer.start(lan=False)
    shell.turn("model")
    assert [f.label for f in job.children[0].fields.values()] == ["Work out and lock the guess"]
    assert spot.values.get("said") is None
    shell.turn("lead")
    shell.say = "Something is saved."
    boxes[2].children[0].children[2].click("wait")
    assert shell.say == ""


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_one_group_agreed_to_is_not_ticked_for_the_next():
    trainer = Trainer()
    _, shell, trouble, *boxes, _look = open_trainer(trainer).children
    shell.turn("room")
    start = next(
        one for one in boxes[1].children[0].children if "keep" in getattr(one, "values", {})
    )
    start.values = start.values | {"keep": "linked", "floor": "1", "called": "own", "where": "here"}
    start.click("start")
    assert trainer.session is not None, trouble.value
    assert trainer.session.linked
    trainer.end()
    assert (start.values["keep"], start.values["floor"], start.values["called"]) == (
        "sums",
        "5",
        "made_up",
    )
