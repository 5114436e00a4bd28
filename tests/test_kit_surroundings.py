"""The folder of a kit's sessions: short enough for sockets, its owner's alone, and gone in the end."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_sim.apps.serving import surroundings
from coprod_sim.apps.serving.surroundings import own_surroundings, sockets_fit
from coprod_sim.file_lock import locked


def test_the_folder_of_the_sessions_is_short_and_its_owners_alone_and_goes_in_the_end(
    monkeypatch, tmp_path
):
    far = tmp_path / ("t" * 200)
    far.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(far))
    monkeypatch.setenv("PYTHONSTARTUP", "theirs.py")
    before = dict(os.environ)
    with own_surroundings() as folder:
        assert sockets_fit(folder)
        assert not sockets_fit(far)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert "PYTHONSTARTUP" not in os.environ
    assert not folder.exists()
    assert dict(os.environ) == before


@pytest.mark.skipif(sys.platform == "win32", reason="files in use cannot be removed there")
def test_folders_of_kits_that_were_killed_go_at_the_next_start_and_no_others(monkeypatch, tmp_path):
    monkeypatch.setattr(surroundings, "_shortest", lambda: str(tmp_path))
    names = ("killed", "begins", "session", "ends", "sim_0")
    killed, begins, session, ends, others = (tmp_path / f"coprod_{name}" for name in names)
    for folder in (killed, begins, session, ends, others):
        folder.mkdir()
    (killed / ".kit.lock").touch()  # a moment ago
    for late in (session, ends):  # made by a session as its kit ended
        (late / "voila_0123").mkdir()
    (others / "of_somebody_else").touch()
    for folder in (session, others):
        os.utime(folder, (0, 0))
    with own_surroundings() as first, own_surroundings() as second:
        assert {*tmp_path.iterdir()} == {begins, ends, others, first, second}
    assert {*tmp_path.iterdir()} == {begins, ends, others}


@pytest.mark.skipif(sys.platform == "win32", reason="files in use cannot be removed there")
def test_a_folder_that_another_kit_took_for_left_over_is_made_again(monkeypatch, tmp_path):
    taken: list[Path] = []

    @contextmanager
    def too_late(path: Path) -> Iterator[None]:
        with locked(path):
            if not taken:
                taken.append(path.parent)
                shutil.rmtree(path.parent)
            yield

    monkeypatch.setattr(surroundings, "_shortest", lambda: str(tmp_path))
    monkeypatch.setattr(surroundings, "locked", too_late)
    with own_surroundings() as folder:
        assert {*tmp_path.iterdir()} == {folder} != {*taken}


def test_sessions_are_reached_by_port_where_no_path_is_short_enough():
    assert sockets_fit(Path("/" + "t" * 33))
    assert not sockets_fit(Path("/" + "t" * 34))
