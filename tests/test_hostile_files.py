"""A file that is damaged or made to do harm gets a sentence, and hides no other."""

import json
import os
import re
from pathlib import Path

import pytest
from cli_stage import run

from coprod_sim.board import view
from coprod_sim.errors import Caution, InputError
from coprod_sim.learning import learnt
from coprod_sim.learning.own_case import worksheet
from coprod_sim.learning.progress import ProgressStore, progress_record
from coprod_sim.library_files import read_toml
from coprod_sim.live.plans import load_plan
from coprod_sim.live.record import read_record, record_of
from coprod_sim.live.record_open import OpenSession, find_open, keep_open, list_by, put_by
from coprod_sim.live.record_pool import pool
from coprod_sim.live.record_writing import write_record
from coprod_sim.population.survey_files.opening import LARGEST_FILE, open_survey

PACKAGE = Path(__file__).parents[1] / "src" / "coprod_sim"
DEEP = b"[" * 200_000
HARM = {
    "nested without end": DEEP, "cut off": b'{"format": 2, "id": "ab', "no text": b"\xff\xfe\x00\x80",
    "another thing": b"[1, 2]", "wrong kinds": b'{"format": 2, "room": [1], "day": 5}', "empty": b"",
    "a number without end": b"9" * 5000,
}  # fmt: skip
KEYS = {"code": "AAAAAA", "token": "t", "store": "x"}
SESSION = OpenSession(plan=load_plan("b"), lan=False, begun="2999-11-28T09:00:00+00:00", **KEYS)


@pytest.fixture
def sessions(tmp_path, monkeypatch):
    folder = tmp_path / "sessions"
    monkeypatch.setenv("COPROD_SESSIONS", str(folder))
    return folder


def damaged(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "session.json").write_bytes(data)
    return folder / name


@pytest.mark.parametrize("harm", HARM)
def test_a_damaged_record_is_named_and_the_good_one_beside_it_is_listed(sessions, capsys, harm):
    write_record(record_of(SESSION, [], [], []), sessions / "2_good")
    bad = damaged(sessions, "1_bad", HARM[harm])
    code, out, err = run(capsys, "sessions", "list")
    assert code == 0
    assert "2_good" in out
    assert str(bad) in err
    assert "Traceback" not in err
    with pytest.raises(InputError, match="1_bad"):
        read_record(bad)
    with pytest.warns(Caution, match="1_bad"), pytest.raises(InputError, match="totals only"):
        pool([sessions])


@pytest.mark.parametrize("harm", HARM)
def test_damaged_files_of_the_trainer_stop_no_command(
    sessions, tmp_path, monkeypatch, capsys, harm
):
    monkeypatch.setenv("COPROD_ROOMS", str(tmp_path / "rooms"))
    put_by(SESSION.but(code="BBBBBB"))
    for name in ("open.json", "put_by/CCCCCC.json"):
        (sessions / name).write_bytes(HARM[harm])
    (tmp_path / "rooms").mkdir()
    (tmp_path / "rooms" / "rooms.server.json").write_bytes(HARM[harm])
    assert [s.code for s in list_by()] == ["BBBBBB"]
    assert find_open() is None
    assert run(capsys, "list")[0] == 0
    assert run(capsys, "room", "--stop")[0] == 0


@pytest.mark.usefixtures("sessions")
def test_a_session_with_a_day_that_cannot_be_hides_no_other():
    put_by(SESSION)
    put_by(SESSION.but(code="BBBBBB", days=10**12))
    keep_open(SESSION.but(begun="soon"))
    assert [s.code for s in list_by()] == ["AAAAAA"]
    assert find_open() is None


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize(
    "read",
    [view.from_file, worksheet.from_file, progress_record.read],
    ids=["view", "case", "progress"],
)
def test_no_file_that_people_bring_stops_the_kit(read, harm):
    with pytest.raises(InputError, match=r"mine\.json"):
        read(HARM[harm], "mine.json")


def test_files_of_others_are_read_by_the_reader_that_no_file_can_stop():
    """What ships with the kit, and what the kit has just written into memory, may be read directly."""
    ours = {
        "files.py", "live/ballots.py", "live/tallysheet.py", "live/ideas.py", "live/corner_choice.py",
        "live/room.py", "live/control.py",
        "results/discovery/precomputed.py", "learning/shipped_counts.py", "learning/release.py",
        "site/lessons/lesson_screens.py", "board/library_answers.py", "live/kept_answers.py",
    }  # fmt: skip
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if re.search(r"\bjson\.loads?\(", file.read_text(encoding="utf-8"))
    }
    assert found <= ours


def test_a_record_cannot_steer_the_terminal(sessions, capsys):
    folder = sessions / "one"
    write_record(record_of(SESSION, [], [], []), folder)
    table = json.loads((folder / "session.json").read_text())
    table |= {"day": "\x1b[31m\x9b2Jred\u202e", "letter": "\x07"}
    (folder / "session.json").write_text(json.dumps(table))
    _, out, _ = run(capsys, "sessions", "list")
    assert "red" in out
    assert not any(sign in out for sign in "\x1b\x9b\x07\u202e")


def test_a_short_test_that_is_damaged_gets_a_sentence(tmp_path):
    (tmp_path / "a.json").write_bytes(DEEP)
    with pytest.raises(InputError, match=r"a\.json"):
        learnt._read(tmp_path / "a.json")


READERS = {
    "survey": open_survey,
    "view": view.saved_view,
    "progress": lambda file: ProgressStore(file).problem,
    "short test": learnt._read,
    "record": lambda file: read_record(file.parent),
}
"""Everything that reads a file that people bring, by what it reads."""


@pytest.mark.parametrize("what", ["a pipe", "a device without end"])
@pytest.mark.parametrize("read", READERS)
def test_whatever_is_brought_is_told_apart_from_a_file_and_not_waited_for(tmp_path, read, what):
    file = tmp_path / ("session.json" if read == "record" else "mine.json")
    if what == "a pipe":
        os.mkfifo(file)
    else:
        file.symlink_to("/dev/zero")
    if read == "progress":
        assert "is no ordinary file" in READERS[read](file)
        return
    with pytest.raises(InputError, match=r"no ordinary file|is no file of a short test"):
        READERS[read](file)


def test_a_file_that_grows_without_end_is_read_no_further_than_its_limit(tmp_path):
    file = tmp_path / "survey.csv"
    with file.open("wb") as grown:
        grown.truncate(LARGEST_FILE + 2**20)
    with pytest.raises(InputError, match=r"the file is 65\.0 MiB and at most 64 MiB"):
        open_survey(file)


@pytest.mark.parametrize("what", ["a pipe", "a device without end", "keys without end"])
def test_a_file_that_never_ends_is_refused_in_a_sentence(tmp_path, what):
    file = tmp_path / "way.toml"
    if what == "a pipe":
        os.mkfifo(file)
    elif what == "a device without end":
        file.symlink_to("/dev/zero")
    else:
        file.write_text("a" + ".a" * 50_000 + " = 1")
    with pytest.raises(InputError, match=r"way\.toml: is n"):
        read_toml(file)
