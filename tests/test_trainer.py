"""The trainer's page without a browser: a real room server, real answers, and a session that survives."""

import json
import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.ports import free_port
from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.across import open_across_sessions as across
from coprod_sim.apps.trainer.parts.cards import COLOURS
from coprod_sim.apps.trainer.parts.lead import open_turn, opening
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import PARTS, open_trainer
from coprod_sim.cli.command_line import main
from coprod_sim.errors import InputError
from coprod_sim.live import control
from coprod_sim.live.control import RoomServer
from coprod_sim.live.places import note_of, store_at
from coprod_sim.live.plans import plan_text
from coprod_sim.live.record import expire, read_record
from coprod_sim.live.record_open import find_open
from coprod_sim.live.record_pool import chart, pool
from coprod_sim.live.steps import AnswerIdea, CloseActivity, EnterCards, ModerateIdea

PEOPLE = 24


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep rooms and sessions in a folder of the test; the server started there is stopped."""
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    yield tmp_path / "sessions"
    server = RoomServer.find()
    if server is not None:
        server.stop()


def kill_server() -> None:
    """Kill the room server as a power cut would."""
    note = json.loads(note_of(store_at(None)).read_text(encoding="utf-8"))
    os.kill(note["pid"], signal.SIGKILL)


def wait_for(trainer: Trainer, true: Callable[[], bool]) -> None:
    """Ask the room until something is so; its counts may be a moment old."""
    for _ in range(100):
        if true():
            return
        time.sleep(0.05)
        trainer.refresh()
    raise AssertionError(trainer.status)


def answer(question, rng: random.Random, kind_way: bool) -> object:
    match question.kind:
        case "choice":
            return rng.randrange(len(question.options))
        case "several":
            return [rng.randrange(len(question.options))]
        case "text":
            return "Keep Monday mornings"
    lift = 3 if kind_way and question.name in ("acceptance", "fairness", "trust") else 0
    return min(question.high, rng.randint(question.low, question.high - 3) + lift)


def all_answer(trainer: Trainer, turn, rng: random.Random, people: int = PEOPLE) -> None:
    """Let everybody answer what is open, as from cards."""
    activity = trainer.plan.room.activity(turn.key)
    given = []
    for k in range(people):
        cell = activity.sequences[k % 4] if activity.kind == "experiment" else None
        full = (
            cell is not None
            and turn.round != "preference"
            and cell.arm(turn.round) == "co_production"
        )
        said = {
            q.name: answer(q, rng, full) for q in activity.questions(turn.round, cell, trainer.t)
        }
        one = {"activity": turn.key, "round": turn.round, "answer": said}
        given.append({"card": k + 1, "cell": k % 4, "answers": [one]})
    trainer.do(EnterCards.model_validate({"people": given}))


@pytest.mark.slow
def test_a_trainer_leads_plan_b_from_the_start_to_the_record(kept):
    trainer, rng = Trainer(), random.Random(1)
    trainer.start(lan=False)
    for turn in trainer.plan.turns:
        if turn.name == "experiment.first":
            session_results.keep_guess(trainer, *session_results.lock_guess(trainer))
            assert trainer.session.seal in trainer.status["notice"]
        trainer.do(*opening(turn))
        all_answer(trainer, turn, rng)
        wait_for(trainer, lambda: trainer.answered(turn) == PEOPLE)  # noqa: B023 - at once
        trainer.do(CloseActivity())
    assert trainer.turn is None
    wait_for(trainer, lambda: trainer.status["here"] == PEOPLE)
    session_results.work_out(trainer)
    assert "The model" not in session_results.beside(trainer).svg
    session_results.open_guess(trainer)
    assert "The model" in session_results.beside(trainer).svg
    whole = next(e for e in trainer.effects if e.who == "all" and e.measure == "acceptance")
    assert whole.people == PEOPLE
    assert whole.mean > 0
    session_results.show_beside(trainer)
    with pytest.raises(InputError, match="24 ideas have no answer yet"):
        trainer.show_fates()
    for idea in trainer.ideas:
        one = {"activity": idea["activity"], "idea": idea["idea"]}
        why = "It saves £19,000, and £40,000 is needed."
        trainer.do(ModerateIdea(**one, state="shown"), AnswerIdea(**one, fate="not", why=why))
    trainer.show_fates()
    assert trainer.phase("idea")[0] == "revealed"
    _the_record_is_whole(trainer, kept)


def _the_record_is_whole(trainer: Trainer, kept: Path) -> None:
    folder = session_results.save_record(trainer)
    again = read_record(folder)
    assert again.people == PEOPLE
    assert again.effects() == list(trainer.effects)
    assert sha256((folder / "locked_guess.json").read_bytes()).hexdigest() == trainer.session.seal
    page_ = (folder / "record.html").read_text(encoding="utf-8")
    for words in (
        "Could live with it",
        "Keep Monday mornings",
        "It saves £19,000",
        "What has changed",
        again.seal,
    ):
        assert words in page_
    assert "<script" not in page_
    assert "Card 3" not in "".join(p.read_text() for p in folder.glob("*.*"))
    assert trainer.session.token not in "".join(p.read_text() for p in folder.rglob("*.*"))
    session_results.save_record(trainer)
    assert read_record(folder).id == again.id
    one = pool([folder]).effects()
    assert [e.mean for e in one] == pytest.approx([e.mean for e in again.effects()])
    assert "Sessions pooled: 1" in chart(pool([kept])).finding
    assert main(["sessions", "merge", str(kept), "--out", str(kept / "merged")]) == 0
    assert (kept / "merged" / "effects.csv").exists()
    assert "Sessions together" in (kept / "merged" / "merged.html").read_text(encoding="utf-8")
    assert "Everybody" in across(kept).children[0].value


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
def test_the_whole_page_follows_the_room_and_turns_to_every_part():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, shell, trouble, *boxes = whole.children
    assert shell.here == "plan"
    shell.turn("room")
    start = boxes[1].children[0].children[1]
    start.answer("where", "here")
    start.click("start")
    assert trouble.value == ""
    assert trainer.session.lan is False
    joined = boxes[1].children[0].children[3].value
    assert trainer.session.code in joined
    assert "<svg" in joined
    shell.turn("lead")
    lead = boxes[2].children[0]
    lead.children[3].click("start__start__answer")
    assert "0 of 0 have answered" in lead.children[2].value
    shell.turn("cards")
    form = boxes[5].children[0].children[2]
    for name in ("trust", "know", "change"):
        form.answer(f"q_{name}", 4)
    form.answer("colour", COLOURS[2])
    form.click("save")
    assert trouble.value == ""
    assert form.values["card"] == 2
    assert trainer.room.record()["rows"][0]["value"] == 4
    for part in [p.key for p in PARTS]:
        shell.turn(part)
        assert trouble.value == "", part
    assert open_trainer(Trainer()).children[1].here == "lead"


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
    _, shell, trouble, *boxes = open_trainer(trainer).children
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
    one(press("room", 4, "lock"))
    assert trainer.status["locked"]
    one(press("room", 4, "unlock"))
    one(press("lead", 3, "start__start__answer"))
    all_answer(trainer, turns["start.answer"], random.Random(4), people=6)
    save = press("cards", 2, "save")
    forms["cards"][2].answer("q_trust", 4)
    one(save)
    one(press("lead", 3, "close"))
    assert trainer.result["key"] == "start"
    one(press("lead", 3, "look__start"))
    one(press("lead", 3, "reveal__start"))
    assert trainer.phase("start")[0] == "revealed"
    assert trainer.result["key"] == "start"
    one(press("lead", 3, "talk"))
    one(press("lead", 3, "wait"))
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
    one(press("ideas", 4, "send"))
    assert trainer.phase("idea")[0] == "revealed"
    one(press("record", 1, "save"), "GET record")
    one(lambda: forms["record"][1].answer("days", 3))
    one(lambda: session_results.keep_guess(trainer, "{}", "a" * 64))


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


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_what_does_not_fit_becomes_a_sentence_on_the_page():
    trainer = Trainer()
    whole = open_trainer(trainer)
    _, _, trouble, *boxes = whole.children
    files = boxes[0].children[0].children[3]
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
def test_a_guess_is_locked_once_and_not_after_the_scores():
    trainer, rng = Trainer(), random.Random(3)
    trainer.start(lan=False)
    by_name = {t.name: t for t in trainer.plan.turns}
    for name in ("start.answer", "experiment.preference"):
        trainer.do(*opening(by_name[name]))
        all_answer(trainer, by_name[name], rng, people=8)
    text, seal = session_results.lock_guess(trainer)
    session_results.keep_guess(trainer, text, seal)
    with pytest.raises(InputError, match="locked already"):
        session_results.keep_guess(trainer, text, seal)
    trainer.change(locked="", seal="")
    trainer.do(*opening(by_name["experiment.first_scores"]))
    with pytest.raises(InputError, match="too late to lock"):
        session_results.lock_guess(trainer)


@pytest.mark.slow
def test_records_and_rooms_go_when_they_should(kept):
    trainer = Trainer()
    trainer.start(lan=False)
    trainer.keep(3)
    folder = session_results.save_record(trainer)
    day = read_record(folder).delete_on
    assert find_open().days == 3
    trainer.delete()
    assert find_open() is None
    assert RoomServer.find() is None
    with closing(sqlite3.connect(store_at(None))) as store:
        assert store.execute("SELECT count(*) FROM rooms").fetchone() == (0,)
    due = date.fromisoformat(day)
    assert expire(kept, due - timedelta(days=1)) == []
    assert expire(kept, due) == [folder.name]
    assert not folder.exists()


def test_the_running_session_is_for_its_owner_alone_and_a_broken_file_is_no_trap(kept):
    kept.mkdir(parents=True)
    for text in ("", "{", '{"format": 1}', '{"format": 9}', "[]"):
        (kept / "open.json").write_text(text)
        assert find_open() is None
        assert Trainer().session is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', "{"])
def test_a_folder_that_is_no_record_gets_a_sentence(tmp_path, text, capsys):
    (tmp_path / "session.json").write_text(text)
    (tmp_path / "votes.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="session record"):
        read_record(tmp_path)
    assert main(["sessions", "merge", str(tmp_path)]) == 2
    assert "session.json" in capsys.readouterr().err
