"""Nothing that is written goes through a link that somebody has laid there into a file of another's."""

import os

import pytest

from coprod_sim.errors import InputError
from coprod_sim.file_lock import locked
from coprod_sim.files import opened_to_add, write_folder, write_whole
from coprod_sim.learning.progress import ProgressStore
from coprod_sim.live.control import _launch
from coprod_sim.live.places import note_of

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="links need a right of their own on Windows"
)
THEIRS = "Not ours.\n"


@pytest.fixture
def theirs(tmp_path):
    """Give somebody's file, which is as it was at the end."""
    (tmp_path / "theirs").mkdir()
    file = tmp_path / "theirs" / "file.txt"
    file.write_text(THEIRS)
    file.chmod(0o644)
    yield file
    assert file.read_text() == THEIRS
    assert file.stat().st_mode & 0o777 == 0o644
    assert [one.name for one in file.parent.iterdir()] == ["file.txt"]


def test_the_log_of_a_room_server_is_no_link(tmp_path, theirs, monkeypatch):
    monkeypatch.setattr("coprod_sim.live.control.subprocess.Popen", pytest.fail)
    store = str(tmp_path / "rooms.sqlite")
    for target in (theirs, theirs.with_name("not_there")):
        log = note_of(store).with_suffix(".log")
        log.symlink_to(target)
        with pytest.raises(InputError, match="is a link or no ordinary file"):
            _launch(store, 8844, lan=False)
        log.unlink()


def test_a_log_is_for_its_owner_alone_and_goes_on_behind_what_it_holds(tmp_path):
    log = tmp_path / "room.log"
    log.write_text("One.")
    log.chmod(0o644)
    with opened_to_add(log) as file:
        file.write(b" Two.")
    assert log.read_text() == "One. Two."
    assert log.stat().st_mode & 0o777 == 0o600
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no ordinary file"):
        opened_to_add(tmp_path / "pipe")


def test_a_file_written_whole_takes_the_place_of_a_link_to_another(tmp_path, theirs):
    for name in ("a.json", "b.json"):
        (tmp_path / name).symlink_to(theirs)
    write_whole(tmp_path / "a.json", "ours", private=True)
    write_folder(tmp_path, {"b.json": "ours"})
    for name in ("a.json", "b.json"):
        assert (tmp_path / name).read_text() == "ours"
        assert not (tmp_path / name).is_symlink()


def test_progress_is_kept_beside_a_link_and_not_behind_it(tmp_path, theirs):
    file = tmp_path / "progress.json"
    file.symlink_to(theirs.with_name("not_there"))
    ProgressStore(file).put("a", 1)
    assert ProgressStore(file).get("a") == 1
    assert not file.is_symlink()


def test_a_lock_makes_no_file_behind_a_link(tmp_path, theirs):
    (tmp_path / ".progress.json.lock").symlink_to(theirs.with_name("not_there"))
    store = ProgressStore(tmp_path / "progress.json")
    store.put("a", 1)
    assert store.get("a") == 1
    assert "cannot be written to" in store.problem
    with pytest.raises(OSError, match="symbolic links"), locked(tmp_path / "progress.json"):
        pass
