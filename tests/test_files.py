"""A file is written whole or not at all, and nothing unfinished is left beside it."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from coprod_sim import files
from coprod_sim.errors import InputError
from coprod_sim.files import cannot_write, write_folder, write_whole

KILLED = """
import os, signal, sys
from pathlib import Path
from coprod_sim.files import write_whole
def half(file):
    file.write(b"new, but only ha")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), half)
"""
POSIX = sys.platform != "win32"


class PowerCut(BaseException):
    """The lights went out."""


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("content", "there"),
    [
        (b"\x00\r\n", b"\x00\r\n"),
        ("caf\u00e9\n", b"caf\xc3\xa9\n"),
        (lambda file: file.write(b"filled"), b"filled"),
    ],
)
def test_what_is_given_is_what_is_there(tmp_path, content, there):
    write_whole(tmp_path / "a.txt", "older and longer than what comes now")
    write_whole(tmp_path / "a.txt", content)
    assert (tmp_path / "a.txt").read_bytes() == there
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("step", ["fill", "os.fsync", "replace"])
def test_a_crash_at_any_step_leaves_the_old_file_whole_and_no_litter(tmp_path, monkeypatch, step):
    path = tmp_path / "a.txt"
    write_whole(path, "old")

    def crash(*_):
        raise PowerCut

    if step == "os.fsync":
        monkeypatch.setattr(files.os, "fsync", crash)
    if step == "replace":
        monkeypatch.setattr(files.Path, "replace", crash)
    with pytest.raises(PowerCut):
        write_whole(path, crash if step == "fill" else "new")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_the_file_and_its_name_have_reached_the_disk_in_this_order(tmp_path, monkeypatch):
    seen, sync, replace = [], os.fsync, files.Path.replace
    what = {True: "folder", False: "file"}

    def note_sync(handle):
        seen.append(what[stat.S_ISDIR(os.fstat(handle).st_mode)])
        sync(handle)

    def note_replace(part, path):
        seen.append("renamed")
        return replace(part, path)

    monkeypatch.setattr(files.os, "fsync", note_sync)
    monkeypatch.setattr(files.Path, "replace", note_replace)
    write_whole(tmp_path / "a.txt", "new")
    assert seen == (["file", "renamed", "folder"] if POSIX else ["file", "renamed"])


@pytest.mark.skipif(not POSIX, reason="Windows has no SIGKILL")
def test_what_a_killed_process_leaves_is_swept_away_by_a_later_write(tmp_path):
    path = tmp_path / "a[1].txt"
    write_whole(path, "old")
    dead = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert dead.returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    (left,) = tmp_path.glob("*.part")
    write_whole(path, "newer")
    assert left.exists()  # somebody may still be writing it
    long_ago = time.time() - 3700
    os.utime(left, (long_ago, long_ago))
    write_whole(tmp_path / "other.txt", "not its own litter")
    assert left.exists()
    write_whole(path, "newest")
    assert names(tmp_path) == ["a[1].txt", "other.txt"]


def test_two_who_write_one_file_do_not_mix(tmp_path):
    path, begun, go_on = tmp_path / "a.txt", threading.Event(), threading.Event()

    def slowly(file):
        file.write(b"slow")
        begun.set()
        go_on.wait(10)
        file.write(b"ly")

    slow = threading.Thread(target=write_whole, args=(path, slowly))
    slow.start()
    begun.wait(10)
    write_whole(path, "a quick one")
    assert path.read_text() == "a quick one"
    go_on.set()
    slow.join(10)
    assert path.read_text() == "slowly"
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.skipif(not POSIX, reason="Windows keeps rights otherwise")
def test_a_private_file_is_for_its_owner_alone_from_the_start(tmp_path):
    seen = []

    def look(file):
        seen.append(stat.S_IMODE(os.fstat(file.fileno()).st_mode))

    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "key", look, private=True)
        write_whole(tmp_path / "page", look)
    finally:
        os.umask(before)
    assert seen == [0o600, 0o644]
    assert [stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("key", "page")] == seen


def test_a_folder_is_made_and_filled_in_order(tmp_path):
    paths = write_folder(tmp_path / "new", {"b.txt": "b", "charts/a.svg": b"<svg/>"})
    assert [p.relative_to(tmp_path).as_posix() for p in paths] == ["new/b.txt", "new/charts/a.svg"]
    assert [p.read_text() for p in paths] == ["b", "<svg/>"]


def test_a_folder_that_cannot_be_written_to_gets_a_sentence(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(InputError, match=r"taken: cannot be written to \((Not a dir|File exists)"):
        write_folder(tmp_path / "taken", {"a.txt": "a"})


def test_two_slashes_at_the_head_of_a_place_are_told_as_one():
    said = cannot_write(Path("//work"), PermissionError(13, "Permission denied"))
    assert said == "/work: cannot be written to (Permission denied)"
