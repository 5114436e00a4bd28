"""What stays of a session, and what goes on its day."""

import random
import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest
from trainer_stage import PEOPLE, all_answer

from coprod_sim.apps.trainer import session_results
from coprod_sim.apps.trainer.state import Trainer
from coprod_sim.apps.trainer.trainer_page import open_trainer
from coprod_sim.cli.command_line import main
from coprod_sim.errors import InputError
from coprod_sim.live.control import RoomServer
from coprod_sim.live.expiry import delete_due, expire
from coprod_sim.live.moves import opening
from coprod_sim.live.places import store_at
from coprod_sim.live.plans import load_plan
from coprod_sim.live.record import read_record
from coprod_sim.live.record_open import OpenSession, find_open, list_by, put_by
from coprod_sim.live.record_pool import pool
from coprod_sim.live.steps import CloseActivity


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
def test_a_session_that_is_not_linked_keeps_sums_and_no_persons_answers():
    trainer, rng = Trainer(), random.Random(6)
    trainer.start(lan=False)
    for turn in trainer.plan.turns:
        trainer.do(*opening(turn))
        all_answer(trainer, turn, rng)
        trainer.do(CloseActivity())
    session_results.work_out(trainer)
    folder = session_results.save_record(trainer)
    assert {p.name for p in folder.iterdir()} == {
        "changed.csv",
        "corners.csv",
        "charts",
        "counts.csv",
        "ideas.csv",
        "record.xlsx",
        "two_ways.csv",
        "record.html",
        "session.json",
    }
    again = read_record(folder)
    assert again.rows == ()
    assert again.sums.people == PEOPLE
    assert list(again.sums.effects) == list(trainer.effects)
    assert len(again.sums.changed) == 3
    assert '"person"' not in (folder / "session.json").read_text(encoding="utf-8")
    assert ",hidden" in (folder / "counts.csv").read_text(encoding="utf-8")
    assert "Among all 24" in (folder / "record.html").read_text(encoding="utf-8")
    with pytest.raises(InputError, match="kept totals only"):
        pool([folder])


@pytest.mark.slow
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("also", [False, True])
def test_a_room_is_deleted_with_its_saved_record_only_where_that_is_ticked(also):
    trainer = Trainer()
    _, shell, trouble, *boxes = open_trainer(trainer).children
    trainer.start(lan=False)
    shell.turn("record")
    end = boxes[6].children[0].children[4]
    assert "also" not in end.fields
    folder = session_results.save_record(trainer)
    end.answer("sure", True)
    end.answer("also", also)
    end.click("delete")
    assert trouble.value == ""
    assert find_open() is None
    assert folder.exists() is not also


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


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2}', '{"format": 3}', "{"])
def test_a_folder_that_is_no_record_gets_a_sentence(tmp_path, text, capsys):
    (tmp_path / "session.json").write_text(text)
    with pytest.raises(InputError, match="session record"):
        read_record(tmp_path)
    assert main(["sessions", "merge", str(tmp_path)]) == 2
    assert "session.json" in capsys.readouterr().err


def test_the_keys_of_a_session_go_on_the_day_of_its_room(kept):
    begun = "2026-11-01T09:00:00+00:00"
    plan = load_plan("b")
    for code, days in (("AAAAAA", 10), ("BBBBBB", 60)):
        keys = {"code": code, "token": "t", "store": "x"}
        put_by(OpenSession(plan=plan, lan=False, begun=begun, days=days, **keys))
    today = date(2026, 11, 11)
    assert [s.code for s in list_by(today)] == ["BBBBBB"]
    delete_due(kept / "none.sqlite", kept, today)
    assert [p.stem for p in (kept / "put_by").iterdir()] == ["BBBBBB"]
    assert (kept / "put_by" / "BBBBBB.json").stat().st_mode & 0o077 == 0
