"""A trainer leads plan B, answers are typed in, and the record that is saved is whole."""

import random
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook
from room_visitor import Visitor
from trainer_stage import PEOPLE, all_answer, wait_for

from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.across import open_across_sessions as across
from coprod_sim.apps.trainer.fate_buttons import send_fates
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.cli.command_line import main
from coprod_sim.errors import InputError
from coprod_sim.live.activities import Agreed
from coprod_sim.live.moves import opening
from coprod_sim.live.record import read_record
from coprod_sim.live.record_pool import chart, pool
from coprod_sim.live.steps import AnswerIdea, CloseActivity, ModerateIdea


@pytest.mark.slow
def test_a_trainer_leads_plan_b_from_the_start_to_the_record(kept):
    trainer, rng = Trainer(), random.Random(1)
    trainer.start(lan=False, agreed=Agreed(linked=True))
    for turn in trainer.plan.turns:
        if turn.name == "experiment.first":
            session_results.keep_guess(trainer, *session_results.lock_guess(trainer))
            assert trainer.session.seal in trainer.status["notice"]
        trainer.do(*opening(turn))
        all_answer(trainer, turn, rng)
        wait_for(trainer, lambda: trainer.answered(turn) == PEOPLE)  # noqa: B023 - at once
        trainer.do(CloseActivity())
    assert all(trainer.done(turn) for turn in trainer.plan.turns)
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
        send_fates(trainer)
    _those_without_an_answer_are_named(trainer)
    for idea in trainer.ideas:
        one = {"activity": idea["activity"], "idea": idea["idea"]}
        why = "It saves £19,000, and £40,000 is needed."
        trainer.do(ModerateIdea(**one, state="shown"), AnswerIdea(**one, fate="not", why=why))
    send_fates(trainer)
    assert trainer.phase("idea")[0] == "revealed"
    _the_record_is_whole(trainer, kept)


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_the_part_that_tells_of_ideas_shows_them_at_a_press_and_each_part_has_one_button_to_talk():
    trainer = Trainer()
    trainer.start(lan=False)
    _, shell, _, *boxes, _look = open_trainer(trainer).children
    room = boxes[2].children[0].children[2]
    turns = {turn.key: turn for turn in trainer.plan.turns}
    for key in ("idea", "which_step"):
        trainer.do(*opening(turns[key]))
        all_answer(trainer, turns[key], random.Random(1), people=5)
        trainer.do(CloseActivity())
    first = trainer.ideas[0]
    trainer.do(ModerateIdea(activity="idea", idea=first["idea"], state="shown"))
    trainer.go(next(k for k, p in enumerate(trainer.plan.part) if "ideas" in p.shows))
    shell.turn("lead")
    assert room.fields["reveal__idea"].label == "Show the result to all: Your idea"
    room.click("reveal__idea")
    assert "reveal__idea" not in room.fields  # it stands there
    eye = Visitor(trainer.room.server.port)
    room.click("talk")
    assert room.fields["reveal__idea"].label == "Show the result to all again: Your idea"
    room.click("reveal__idea")
    eye.ask("GET", f"/{trainer.session.code}/screen")
    assert first["text"] in eye.text
    trainer.go(turns["which_step"].part)
    said = [f.label for f in room.fields.values() if "Talk now" in f.label]
    assert said == ["Show the words: Talk now"]
    room.click("say__0")
    eye.ask("GET", f"/{trainer.session.code}/screen")
    assert "Talk to the person beside you. No chart, no phone." in eye.text


def _those_without_an_answer_are_named(trainer: Trainer) -> None:
    _, shell, _, *boxes, _look = open_trainer(trainer).children
    at = next(k for k, p in enumerate(trainer.plan.part) if "ideas" in p.shows)
    room, end = boxes[2].children[0].children[2], boxes[6].children[0].children[4]
    for part in (at - 1, at):
        trainer.go(part)
        shell.turn("lead")
        assert room.fields["unanswered"].label.startswith("24 ideas have no answer yet.")
    shell.turn("record")
    assert end.fields["left"].label.startswith("24 ideas have no answer yet. Once the room")
    trainer.go(0)
    shell.turn("lead")
    assert "unanswered" not in room.fields


def _the_record_is_whole(trainer: Trainer, kept: Path) -> None:
    folder = session_results.save_record(trainer)
    again = read_record(folder)
    assert again.sums.people == PEOPLE
    assert list(again.sums.effects) == list(trainer.effects)
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
    book = load_workbook(folder / "record.xlsx")
    assert book.sheetnames == [
        "What the room said",
        "Ideas",
        "The two ways",
        "What has changed",
        "Means by corner",
        "Every answer",
    ]
    written = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row]
    assert written.count("It saves £19,000, and £40,000 is needed.") == PEOPLE
    written += [p.read_bytes().decode(errors="replace") for p in folder.rglob("*.*")]
    assert not [text for text in written if "Card 3" in text or trainer.session.token in text]
    session_results.save_record(trainer)
    assert read_record(folder).id == again.id
    one = pool([folder]).effects()
    assert [e.mean for e in one] == pytest.approx([e.mean for e in again.sums.effects])
    assert "Sessions pooled: 1" in chart(pool([kept])).finding
    assert main(["sessions", "merge", str(kept), "--out", str(kept / "merged")]) == 0
    pooled = [kept / "merged" / name for name in ("effects.csv", "scores.csv", "merged.html")]
    assert [stat.S_IMODE(path.stat().st_mode) for path in pooled] == [0o600] * 3
    assert "Sessions together" in (kept / "merged" / "merged.html").read_text(encoding="utf-8")
    assert "Everybody" in across(kept).children[0].value


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
