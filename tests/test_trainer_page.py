"""The trainer's page without a browser: it follows the room, one request a press, faults in sentences."""

import json
import random
import socket
from collections.abc import Callable

import pytest
from room_visitor import Visitor
from trainer_stage import all_answer

from coprod_sim.apps.controls import Form
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.parts.lead import open_turn
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import PARTS, open_trainer
from coprod_sim.errors import InputError
from coprod_sim.live import control
from coprod_sim.live.moves import opening
from coprod_sim.live.places import note_of, store_at
from coprod_sim.live.plans import load_plan, plan_text
from coprod_sim.live.steps import CloseActivity

LEADS_AWAY = {"end", "on", "html", "pdf", "go"}
"""Buttons that turn to another part, put the session by, or take long, and ask the room nothing."""


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_whole_page_follows_the_room_and_turns_to_every_part():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, shell, trouble, *boxes, _look = whole.children
    assert shell.here == "plan"
    shell.turn("room")
    start = boxes[1].children[0].children[5]
    start.answer("where", "here")
    start.click("start")
    assert trouble.value == ""
    assert trainer.session.lan is False
    joined = boxes[1].children[0].children[1].value
    assert trainer.session.code in joined
    assert "<svg" in joined
    shell.turn("lead")
    lead = boxes[2].children[0]
    move = lead.children[5]
    assert move.fields["next"].style == ""
    lead.children[2].click("start__start__answer")
    assert "0 of 0 have answered" in lead.children[1].value
    shell.turn("cards")
    form = boxes[5].children[0].children[2]
    form.answer("line_1", "4 4 4 - - - - -")
    form.click("save")
    assert trouble.value == ""
    assert form.values["card"] == "2"
    assert trainer.room.record()["rows"][0]["value"] == 4
    shell.turn("lead")
    lead.children[2].click("close")
    assert "<details><summary>" in lead.children[4].value  # what to say next stays in view
    trainer.go(0)
    for turn in trainer.plan.turns_of(0):
        if not trainer.done(turn):
            trainer.do(*opening(turn), CloseActivity())
    assert move.fields["next"].style == "main"  # all that the part asks is done
    lead.children[2].click("look__start")
    assert '<details open="open">' in lead.children[4].value  # right under the buttons
    assert "What the room said" in lead.children[4].value
    for part in [p.key for p in PARTS]:
        shell.turn(part)
        assert trouble.value == "", part
    assert open_trainer(Trainer()).children[1].here == "lead"


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_count_says_which_phones_are_silent_and_one_button_takes_idle_seats_away():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, shell, trouble, *boxes, _look = whole.children
    trainer.start(lan=True)
    phones = [Visitor(trainer.room.server.port) for _ in range(3)]
    for phone in phones:
        phone.join(trainer.session.code)
    shell.turn("room")
    trainer.refresh()
    room = boxes[1].children[0]
    joined, who = room.children[1], room.children[7]
    assert "3 people are here." in joined.value
    assert "silent" not in joined.value
    assert "idle" not in who.fields
    trainer.hear(trainer.status | {"silent": 2, "idle": [0, 2]})
    assert "2 of the phones have been silent for a minute" in joined.value
    assert "Their seats are counted here" in joined.value
    assert who.fields["idle"].label == "Take away all 2 idle seats"
    assert "can join again at once" in who.fields["idle_note"].label
    who.click("idle")
    assert trouble.value == ""
    assert shell.say == "2 idle seats are taken away. Whoever had one can join again."
    assert trainer.status["here"] == 1
    assert "idle" not in who.fields


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List every request that this process sends to the room server."""
    sent: list[str] = []
    send = control._direct.open

    def noted(request, **options):
        sent.append(f"{request.get_method()} {request.selector}")
        return send(request, **options)

    monkeypatch.setattr(control._direct, "open", noted)
    return sent


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_an_action_is_one_request_and_a_poll_is_one(requests):
    trainer = Trainer()
    _, shell, trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    turns = {turn.name: turn for turn in trainer.plan.turns}
    forms = {p.key: box.children[0].children for p, box in zip(PARTS, boxes, strict=True)}
    trainer.refresh()

    def one(work: Callable[[], object], sent: str = "POST") -> None:
        del requests[:]
        work()
        assert trouble.value == ""
        where = "/record" if sent == "GET record" else ""
        assert requests == [f"{sent.split(maxsplit=1)[0]} /api/rooms/{trainer.session.code}{where}"]

    def press(part: str, place: int, name: str) -> Callable[[], None]:
        shell.turn(part)
        return lambda: forms[part][place].click(name)

    one(trainer.refresh, "GET")  # what the poll does
    one(press("room", 2, "lock"))
    assert trainer.status["locked"]
    one(press("room", 2, "unlock"))
    one(press("lead", 2, "start__start__answer"))
    all_answer(trainer, turns["start.answer"], random.Random(4), people=6)
    save = press("cards", 2, "save")
    forms["cards"][2].answer("card", "7")
    forms["cards"][2].answer("line_7", "4 - - - - - - -")
    one(save)
    one(press("lead", 2, "close"))
    assert trainer.result["key"] == "start"
    one(press("lead", 2, "look__start"))
    one(press("lead", 2, "reveal__start"))
    assert trainer.phase("start")[0] == "revealed"
    assert trainer.result["key"] == "start"
    one(press("lead", 2, "talk"))
    one(press("lead", 2, "wait"))
    assert trainer.status["current"] is None
    trainer.do(*opening(turns["idea.answer"]))
    assert trainer.result == {}
    all_answer(trainer, turns["idea.answer"], random.Random(5), people=1)
    trainer.do(CloseActivity())
    number = trainer.ideas[0]["idea"]
    one(press("ideas", 1, "read"), "GET")
    one(press("ideas", 3, f"show__idea__{number}"))
    assert trainer.ideas[0]["state"] == "shown"
    forms["ideas"][3].values = {f"fate__idea__{number}": "not", f"why__idea__{number}": "Money."}
    one(press("ideas", 3, f"save__idea__{number}"))
    one(press("ideas", 5, "send"))
    assert trainer.phase("idea")[0] == "revealed"
    one(press("record", 1, "save"), "GET record")
    one(lambda: forms["record"][1].answer("days", 3))
    one(lambda: session_results.keep_guess(trainer, "{}", "a" * 64))


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_does_not_fit_becomes_a_sentence_on_the_page():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, _, trouble, *boxes, _look = whole.children
    files = boxes[0].children[0].children[4]
    files.on_file(
        "open",
        "mine.toml",
        plan_text("a_leaders_taster").replace("minutes = 60", "minutes = 61").encode(),
    )
    assert "1 too few" in trouble.value
    assert trainer.plan.letter == "B"
    files.on_file("open", "mine.toml", plan_text("a_leaders_taster").encode())
    assert trouble.value == ""
    assert trainer.plan.name == "mine"
    assert trainer.text == plan_text("a_leaders_taster")
    trainer.start(lan=False)
    boxes[0].children[0].children[1].answer("plan", "b_room_experiment")
    assert "is still running" in trouble.value
    with pytest.raises(InputError, match="has no experiment"):
        session_results.lock_guess(trainer)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_trainer_asks_on_the_spot_goes_to_any_part_and_gives_a_part_more_time():
    trainer = Trainer()
    _, shell, trouble, *boxes, _look = open_trainer(trainer).children
    trainer.start(lan=False)
    shell.turn("lead")
    spot = boxes[2].children[0].children[7]
    spot.answer("part", "4")
    assert (trainer.session.part, trainer.session.left) == (4, 5)  # this part has five minutes
    spot.click("more")
    assert trainer.session.left == 7
    spot.click("anew")
    assert trainer.session.left == 5
    eye = Visitor(trainer.room.server.port)
    spot.answer("said", "Back at ten past eleven")
    spot.click("words")
    eye.ask("GET", f"/{trainer.session.code}/screen")
    assert "Back at ten past eleven" in eye.text
    for question, options in (("", "a, b"), ("Tea?", "only one")):
        spot.answer("question", question)
        spot.answer("options", options)
        spot.click("ask")
        assert "Write a question" in trouble.value
        assert len(trainer.plan.turns) == len(load_plan("b").turns)
    spot.answer("question", "Tea?")
    spot.answer("options", "Yes, No,  yes")
    spot.click("ask")
    assert spot.said == "Two of the answers are the same: yes. Write each only once."
    for options, kind in (("Tea, Coffee, Water", "vote"), ("", "scale")):
        spot.answer("question", "What would you like?")
        spot.answer("options", options)
        spot.click("ask")
        assert trouble.value == ""
        turn = open_turn(trainer)
        assert trainer.plan.room.activity(turn.key).kind == kind
        all_answer(trainer, turn, random.Random(1), people=6)
        eye.ask("GET", f"/{trainer.session.code}/screen")
        assert "What would you like?" in eye.text
        trainer.do(CloseActivity(), count=turn.key)
        assert trainer.result["rounds"][0]["questions"][0]["n"] == 6
    again = Trainer()  # another tab finds both questions
    again.refresh()
    assert [t.key for t in again.plan.turns_of(4)][-2:] == ["spot_1", "spot_2"]


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_check_goes_with_the_address_it_was_made_for():
    trainer = Trainer()
    trainer.start(lan=False)
    trainer.refresh()
    assert trainer.checked
    moved = f"http://192.168.60.7:8844/{trainer.session.code}"
    trainer.hear(trainer.status | {"join": moved, "version": trainer.status["version"] + 1})
    assert trainer.checked == ()
    trainer.look()
    trainer.end()
    assert trainer.checked == ()  # no room is open any more


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_check_looks_at_the_port_that_the_room_will_use():
    """Another program on the usual port is nothing to mend: the room goes to the next one that is free."""
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))  # noqa: S104 - as another program would
        other.listen()
        taken = other.getsockname()[1]
        note = note_of(store_at(None))
        note.write_text(json.dumps({"port": taken}), encoding="utf-8")
        trainer = Trainer()
        trainer.look()
        door = next(one for one in trainer.checked if "Port" in one.what)
        assert door.fine is True
        assert f"Another program uses port {taken}, so the room takes port " in door.sentence


def forms_in(widget) -> list[Form]:
    """List the forms of a page that have buttons."""
    inner = [form for child in getattr(widget, "children", ()) for form in forms_in(child)]
    return [widget] if isinstance(widget, Form) else inner


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_every_button_says_at_its_own_place_what_went_wrong(monkeypatch: pytest.MonkeyPatch):
    trainer = Trainer()
    whole = open_trainer(trainer)
    shell, boxes = whole.children[1], whole.children[3:-1]
    trainer.start(lan=False)
    (turn,) = (one for one in trainer.plan.turns if one.key == "idea")
    trainer.do(*opening(turn))
    all_answer(trainer, turn, random.Random(1), people=3)
    trainer.do(CloseActivity())
    for key, *_ in shell.parts:
        shell.turn(key)
    lost = property(lambda _trainer: trainer.refuse("trainer-away"))
    monkeypatch.setattr(Trainer, "room", lost)
    refused = set()
    for (key, *_), box in zip(shell.parts, boxes, strict=True):
        shell.turn(key)
        for form in forms_in(box):
            able = [f.id for f in form.fields.values() if f.kind == "button" and not f.disabled]
            for name in [n for n in able if n not in LEADS_AWAY]:
                trainer.problem = ""
                form.click(name)
                assert form.said == trainer.problem, (key, name)
                refused |= {key} if trainer.problem else set()
    assert refused >= {"room", "lead", "ideas", "record"}
