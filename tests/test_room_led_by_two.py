"""What both who lead see and do: the script of the part, and the answers to ideas one by one on the wall."""

import html
import random
import re

import pytest
from room_visitor import Visitor, invited, press
from trainer_stage import all_answer

from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.live.control import RoomControl
from coprod_sim.live.moves import opening, waiting
from coprod_sim.live.plans import load_plan
from coprod_sim.live.steps import AnswerIdea, CloseActivity, ModerateIdea, OpenActivity, ShowScreen

IDEAS = {"Benches": "taken_up", "Buses": "not", "Trees": "in_part", "Cats": None, "Hidden": "not"}


def seen(visitor: Visitor, page: str) -> str:
    assert visitor.ask("GET", page) == 200
    return html.unescape(re.sub(r"<[^>]+>", " ", visitor.text))


def written(control: RoomControl) -> None:
    """Let five people write an idea; the trainer shows four and answers four."""
    phones = [Visitor(control.server.port) for _ in IDEAS]
    for phone in phones:
        phone.join(control.code)
    control.do(OpenActivity(activity="idea"))
    for phone, text in zip(phones, IDEAS, strict=True):
        phone.ask("GET", f"/{control.code}")
        phone.send(f"/{control.code}/answer", q_idea=text)
    for idea in control.do(CloseActivity())["ideas"]:
        one = {"activity": "idea", "idea": idea["idea"]}
        if idea["text"] != "Hidden":
            control.do(ModerateIdea(**one, state="shown"))
        if fate := IDEAS[idea["text"]]:
            control.do(AnswerIdea(**one, fate=fate, why=f"{idea['text']} cost."))


def test_answers_are_told_one_by_one_on_the_wall_from_a_second_device(control: RoomControl):
    written(control)
    device, wall = invited(control), Visitor(control.server.port)
    assert "3 ideas that were let through have an answer" in html.unescape(device.text)
    assert "One more has an answer but is not let through" in html.unescape(device.text)
    told = [
        i["text"] for i in control.state()["ideas"] if i["text"] in ("Benches", "Buses", "Trees")
    ]
    said = []
    for what in ("next", "next", "before", "next", "next"):
        assert press(device, control, f"fate:{what}") == 200
        said.append(seen(wall, f"/{control.code}/screen"))
    for text, place in zip(said, (1, 2, 1, 2, 3), strict=True):
        idea = told[place - 1]
        assert f"What became of an idea ({place} of 3)" in text
        assert idea in text
        assert f"Why: {idea} cost." in text
        assert "Cats" not in text
        assert "Hidden" not in text
    assert "Taken up in part. Why: Trees cost." in " ".join(said)
    assert press(device, control, "fate:next") == 409  # there is none beyond the last
    assert "no further answer" in device.text
    number = next(i["idea"] for i in control.state()["ideas"] if i["text"] == told[2])
    assert control.state()["on_wall"]["idea"] == f"idea.{number}"


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_trainer_goes_on_where_the_second_device_has_stopped():
    trainer = Trainer()
    _, shell, trouble, *boxes = open_trainer(trainer).children
    trainer.start(lan=False)
    turn = next(t for t in trainer.plan.turns if t.key == "idea")
    trainer.do(*opening(turn))
    all_answer(trainer, turn, random.Random(2), people=3)
    trainer.do(CloseActivity())
    for idea in trainer.ideas:
        one = {"activity": "idea", "idea": idea["idea"]}
        steps = ModerateIdea(**one, state="shown"), AnswerIdea(**one, fate="not", why="Too dear.")
        trainer.do(*steps)
    device, wall = invited(trainer.room), Visitor(trainer.room.server.port)
    press(device, trainer.room, "fate:next")
    trainer.refresh()
    shell.turn("ideas")
    form = boxes[4].children[0].children[6]
    assert "1 of 3 is on the big screen" in " ".join(f.label for f in form.fields.values())
    form.click("fate_1")
    assert trouble.value == ""
    assert "(2 of 3)" in seen(wall, f"/{trainer.session.code}/screen")
    trainer.go(8)  # "What became of your idea": the same buttons stand beside the script
    shell.turn("lead")
    lead = boxes[2].children[0].children
    lead[2].click("fate_1")
    assert "(3 of 3)" in seen(wall, f"/{trainer.session.code}/screen")
    assert "fate_1" not in lead[2].fields  # there is none after the last
    lead[5].click("to_ideas")
    assert shell.here == "ideas"


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_second_device_shows_the_script_of_the_part_that_is_led():
    trainer = Trainer()
    trainer.start(lan=False)
    device, phone = invited(trainer.room), Visitor(trainer.room.server.port)
    code = trainer.session.code
    text = seen(device, f"/{code}/lead")
    for words in (
        "This part: Welcome, join, eight questions",
        "Show the join code",
        "Your phone and the card",
    ):
        assert words in text
    phone.join(code)
    phone.ask("GET", f"/{code}")
    version = re.search(r'data-version="(\d+)"', phone.text)[1]
    device.ask("GET", f"/{code}/numbers")
    before = re.search(r'"part": "(\w+)"', device.text)[1]
    trainer.go(7)
    assert "This part: Debrief" in seen(device, f"/{code}/lead")
    device.ask("GET", f"/{code}/numbers")
    assert before not in device.text  # by this its page notices
    phone.ask("GET", f"/{code}")
    assert f'data-version="{version}"' in phone.text  # and no phone is renewed


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_guess_is_locked_where_the_script_says_it_and_stands_on_the_wall_once_opened():
    trainer = Trainer()
    _, shell, trouble, *boxes = open_trainer(trainer).children
    trainer.start(lan=False)
    shell.turn("lead")
    lead, rng = boxes[2].children[0].children, random.Random(4)
    assert lead[3].layout.display == "none"
    for turn in trainer.plan.turns:
        if turn.name == "experiment.first":
            trainer.go(1)
            assert lead[3].layout.display == ""
            session_results.keep_guess(trainer, *session_results.lock_guess(trainer))
            assert lead[3].layout.display == "none"
            lead[2].click("seal")
            first = f"{trainer.session.seal[:4]} {trainer.session.seal[4:8]} ..."
            said = f"The guess is locked. Seal: {first}"
            assert lead[2].fields["sealed"].label == f"{said} The seal is on the big screen."
            trainer.do(ShowScreen())
            trainer.refresh()
            assert lead[2].fields["sealed"].label == said
            assert trouble.value == ""
        if turn.part < 6:
            trainer.do(*opening(turn))
            all_answer(trainer, turn, rng)
            trainer.do(CloseActivity())
    wall = Visitor(trainer.room.server.port)
    session_results.work_out(trainer)
    session_results.show_beside(trainer, "all")
    assert "sealed guess" not in seen(wall, f"/{trainer.session.code}/screen")
    session_results.open_guess(trainer)
    said = seen(wall, f"/{trainer.session.code}/screen")
    assert "Could everybody live with it?" in said
    assert "The sealed guess for a room of" in said
    trainer.do(CloseActivity())


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_plan_without_devices_asks_for_no_network():
    trainer = Trainer()
    _, shell, trouble, *boxes = open_trainer(trainer).children
    trainer.choose("h")
    shell.turn("room")
    check, start = boxes[1].children[0].children[3], boxes[1].children[0].children[5]
    assert "where" not in start.fields
    check.click("check")
    assert [one.what for one in trainer.checked] == ["Space on the disk"]
    start.click("start")
    assert trouble.value == ""
    assert not trainer.session.lan
    joined = boxes[1].children[0].children[1].value
    assert "Nobody needs to join" in joined
    assert "<svg" not in joined
    trainer.delete()
    trainer.choose("b")
    assert start.values["where"] == "network"


ON_ONE_DEVICE = ("look__", "fate_")
"""How the ids of buttons begin that count for the trainer alone, or whose words tell a place in a row."""


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("letter", ["b", "g"])
def test_whatever_the_first_device_puts_on_the_wall_the_second_does_too(letter):
    """Plan B shows words and the seal, plan G a made-up result; the names come from one declaration."""
    trainer = Trainer()
    trainer.plan = load_plan(letter)
    _, shell, _trouble, *boxes = open_trainer(trainer).children
    trainer.start(lan=False)
    shell.turn("lead")
    room, device = boxes[2].children[0].children[2], invited(trainer.room)
    session_results.keep_guess(trainer, "A guess", "0a1b2c3d" * 8)
    page, put_up = f"/{trainer.session.code}/lead", set()
    for part in range(len(trainer.plan.part)):
        trainer.go(part)
        trainer.do(*waiting())
        buttons = [one for one in room.fields.values() if one.kind == "button"]
        there = seen(device, page)
        for one in buttons:
            assert one.label in there or one.id.startswith(ON_ONE_DEVICE), (part, one.id)
        for one in trainer.script.shown:
            assert press(device, trainer.room, f"show:{one.name}") == 200
            by_second = trainer.room.state()["on_wall"]
            room.click(one.name)
            assert trainer.room.state()["on_wall"] == by_second
            assert by_second["title"] == one.screen.title
            put_up.add(one.name.partition("__")[0])
    assert {"say", "made_up" if letter == "g" else "seal"} <= put_up
    assert press(device, trainer.room, "show:nothing") == 409
    assert "This button is not known here" in device.text
