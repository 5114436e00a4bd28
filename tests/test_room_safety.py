"""What must hold on a shared or failing computer: private files, one server a store, damage named."""

import json
import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from room_stage import PLAN, running

from benchmarks.ports import free_port
from coprod_sim.cli.command_line import main
from coprod_sim.errors import InputError
from coprod_sim.files import write_folder
from coprod_sim.live import schema as t
from coprod_sim.live.activities import RoomPlan
from coprod_sim.live.expiry import delete_due, move_day
from coprod_sim.live.plans import load_plan
from coprod_sim.live.preflight import look
from coprod_sim.live.questions import Text, read_form
from coprod_sim.live.record_open import OpenSession, keep_open
from coprod_sim.live.room import create, remove
from coprod_sim.live.room_store import Store
from coprod_sim.live.screens import clean_svg
from coprod_sim.live.store_file import set_aside

DAY = 24 * 3600
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


@POSIX
def test_records_rooms_and_their_folders_are_for_their_owner_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    os.umask(0o022)
    write_folder(tmp_path / "sessions" / "one", {"a.csv": "1", "charts/b.svg": "2"}, private=True)
    session = {"token": "t", "store": "x", "lan": False, "begun": "2026-11-28T09:00:00+00:00"}
    keep_open(OpenSession(plan=load_plan("b"), code="ABCDEF", **session))
    with closing(Store(str(tmp_path / "rooms" / "rooms.sqlite"))) as store:
        store.write(lambda c: create(c, RoomPlan.model_validate(PLAN))).result()
        for path in tmp_path.rglob("*"):
            assert mode(path) == ("0o700" if path.is_dir() else "0o600"), path
    (tmp_path / "rooms" / "rooms.sqlite").chmod(0o644)  # as an earlier kit may have left it
    with closing(Store(str(tmp_path / "rooms" / "rooms.sqlite"))):
        assert mode(tmp_path / "rooms" / "rooms.sqlite") == "0o600"


def spoil(file: Path) -> None:
    with file.open("r+b") as store:
        store.seek(4096)
        store.write(os.urandom(8192))


@pytest.mark.parametrize("harm", ["spoiled", "no store at all", "an older format"])
def test_a_store_that_cannot_be_used_is_set_aside_whole_and_named(tmp_path, monkeypatch, harm):
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path))  # what lies there is the kit's
    file = tmp_path / "rooms.sqlite"
    with closing(Store(str(file))) as store:
        for _ in range(40):
            store.write(lambda c: create(c, RoomPlan.model_validate(PLAN))).result()
    if harm == "spoiled":
        spoil(file)
    elif harm == "no store at all":
        file.write_text("my shopping list" * 400)
    else:
        with closing(sqlite3.connect(file)) as link:
            link.execute("UPDATE meta SET schema = 1")
            link.commit()
    before = file.read_bytes()
    with closing(Store(str(file))) as store:
        assert store.read(lambda c: c.execute(t.rooms.select()).all()).result() == []
    (aside,) = set_aside(file)
    assert aside.read_bytes() == before
    said = " ".join(one.sentence for one in look(str(file), free_port()) if one.fine is False)
    assert str(aside) in said


def test_a_whole_store_is_never_set_aside_also_while_it_is_in_use(tmp_path):
    file = str(tmp_path / "rooms.sqlite")
    with closing(Store(file)) as one, closing(Store(file)) as other:
        code, _ = one.write(lambda c: create(c, RoomPlan.model_validate(PLAN))).result()
        found = other.read(lambda c: c.execute(t.rooms.select()).all()).result()
        assert [row.code for row in found] == [code]
    assert set_aside(Path(file)) == []


def test_a_second_server_for_a_store_says_where_the_first_is(tmp_path):
    store = str(tmp_path / "rooms.sqlite")
    with running(store) as first:
        command = [
            sys.executable,
            "-m",
            "coprod_sim",
            "room",
            "--store",
            store,
            "--port",
            str(free_port()),
        ]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 2
        assert f"http://127.0.0.1:{first.port}" in second.stderr
        assert store in second.stderr
        assert first.alive()
        assert main(["room", "--store", store, "--stop"]) == 0
        assert not first.alive()


def nested(depth: int) -> str:
    return '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * depth + "</g>" * depth + "</svg>"


def test_a_drawing_nested_without_end_is_refused_in_a_sentence():
    assert clean_svg(nested(20))
    for depth in (60, 15_000):
        with pytest.raises(InputError, match="nested deeper than 40"):
            clean_svg(nested(depth))


IDEAS = {
    "nochoice \N{RIGHT-TO-LEFT OVERRIDE}gnihton\N{POP DIRECTIONAL FORMATTING}": "nochoice gnihton",
    "a\N{ZERO WIDTH SPACE}b\N{RIGHT-TO-LEFT ISOLATE}c": "abc",
    "Z" + "\N{COMBINING ACUTE ACCENT}" * 40 + "algo": "\u0179\u0301\u0301algo",
    **{text: text for text in (
        "Gr\u00fc\u00dfe, \u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd, Vi\u1ec7t",
        "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
    )},
}  # fmt: skip


@pytest.mark.parametrize("typed", IDEAS)
def test_an_idea_keeps_its_letters_and_loses_what_turns_or_piles_up(typed):
    question = Text(name="idea", text="?")
    read = read_form([question], {"idea": [typed]})["idea"]
    assert read == IDEAS[typed]
    assert question.problem_with(read) is None


def test_an_idea_that_comes_another_way_is_refused_if_it_turns_the_line():
    assert Text(name="idea", text="?").problem_with("a\N{RIGHT-TO-LEFT OVERRIDE}b") is not None


def overdue_room(file: Path) -> str:
    with closing(Store(str(file))) as store:
        code, _ = store.write(lambda c: create(c, RoomPlan.model_validate(PLAN), days=0)).result()
        other, _ = store.write(lambda c: create(c, RoomPlan.model_validate(PLAN), days=1)).result()
        assert code != other
    time.sleep(0.01)
    return code


def test_whatever_part_of_the_kit_starts_deletes_what_is_due_and_says_so(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    file = tmp_path / "rooms" / "rooms.sqlite"
    code = overdue_room(file)
    for name, day in (("old", "2026-01-01"), ("new", "2999-01-01")):
        (tmp_path / "sessions" / name).mkdir(parents=True)
        (tmp_path / "sessions" / name / "session.json").write_text(json.dumps({"delete_on": day}))
    assert main(["list"]) == 0
    said = capsys.readouterr().err
    assert f"rooms {code}" in said
    assert "records old" in said
    assert "new" not in said
    assert not (tmp_path / "sessions" / "old").exists()
    with closing(sqlite3.connect(file)) as link:
        assert link.execute("SELECT count(*) FROM rooms").fetchone() == (1,)
    assert main(["list"]) == 0
    assert capsys.readouterr().err == ""


def test_a_command_deletes_what_is_due_and_nothing_that_is_not(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    monkeypatch.setenv("COPROD_SESSIONS", str(tmp_path / "sessions"))
    assert main(["sessions", "clean"]) == 0
    assert "Nothing was due" in capsys.readouterr().out
    assert not (tmp_path / "rooms").exists()  # looking makes nothing


def test_nothing_of_a_deleted_room_is_left_in_its_files(tmp_path):
    file = tmp_path / "rooms.sqlite"
    secret = {"title": "A most unusual title", "activities": PLAN["activities"]}
    with closing(Store(str(file))) as store:
        code, _ = store.write(lambda c: create(c, RoomPlan.model_validate(secret))).result()
        assert b"most unusual" in b"".join(f.read_bytes() for f in tmp_path.iterdir())
        store.write(lambda c: remove(c, code)).result()
        store.sweep()
        assert b"most unusual" not in b"".join(f.read_bytes() for f in tmp_path.iterdir())


def test_a_store_set_aside_goes_after_thirty_days(tmp_path):
    file = tmp_path / "rooms.sqlite"
    aside = tmp_path / "rooms.damaged-20260101T000000000000.sqlite"
    for age, left in ((29, True), (31, False)):
        aside.write_text("x")
        (tmp_path / "rooms.log").write_text("the kit was used today")
        os.utime(aside, (time.time() - age * DAY,) * 2)
        gone = delete_due(file, tmp_path / "none")
        assert aside.exists() is left
        assert bool(gone.aside) is not left


def test_a_store_set_aside_goes_on_the_first_day_that_phones_were_promised(tmp_path):
    file = tmp_path / "rooms.sqlite"
    overdue_room(file)
    aside = tmp_path / "rooms.older-20260101T000000000000.sqlite"
    file.rename(aside)
    assert delete_due(file, tmp_path / "none").aside == (aside.name,)
    assert not aside.exists()


def test_a_new_day_reaches_the_record_that_was_saved_before(tmp_path):
    (tmp_path / "session.json").write_text(json.dumps({"delete_on": "2026-12-28"}))
    (tmp_path / "record.html").write_text("<p>To be deleted on Monday 28 December 2026.</p>")
    move_day(tmp_path, "2026-12-01")
    assert json.loads((tmp_path / "session.json").read_text())["delete_on"] == "2026-12-01"
    assert "deleted on Tuesday 1 December 2026." in (tmp_path / "record.html").read_text()
    move_day(tmp_path / "nothing", "2026-12-01")


def foreign_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as link:
        link.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        link.commit()


OTHERS = {
    "a text": lambda file: file.write_text("my shopping list" * 400),
    "another program's database": foreign_database,
    "a link": lambda file: file.symlink_to(file.with_name("elsewhere.sqlite")),
    "a link beside it": lambda file: file.with_name(f"{file.name}-wal").symlink_to("other"),
    "a link in place of its lock": lambda file: file.with_suffix(".lock").symlink_to("other"),
    "a folder": lambda file: file.mkdir(),
    "a pipe": getattr(os, "mkfifo", None),
}


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
@pytest.mark.parametrize("what", OTHERS)
def test_a_file_that_was_never_a_store_of_rooms_is_refused_and_left_as_it_is(tmp_path, what):
    file = tmp_path / "thesis.sqlite"
    OTHERS[what](file)

    def there() -> list:
        return [(one.name, one.lstat().st_mode, one.lstat().st_size) for one in names()]

    def names() -> list[Path]:
        return sorted(tmp_path.iterdir())

    before = there()
    command = [sys.executable, "-m", "coprod_sim", "room", "--store", str(file)]
    said = subprocess.run(
        [*command, "--port", str(free_port())], capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    assert said.returncode == 2
    assert "thesis" in said.stderr
    assert "Traceback" not in said.stderr
    with pytest.raises(InputError, match="thesis"):
        Store(str(file))
    assert there() == before


def test_an_empty_file_becomes_a_store(tmp_path):
    file = tmp_path / "rooms.sqlite"
    file.touch()
    Store(str(file)).close()
    assert set_aside(file) == []
