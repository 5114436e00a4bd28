"""Nobody needs a home for the kit to work, and nobody's place is taken for another's."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from cli_stage import refused

from benchmarks.opened_kit import Kit
from coprod_sim.apps.serving.way_in import WayIn
from coprod_sim.own_places import home_of_person


@pytest.fixture
def temporary(tmp_path, monkeypatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_home_is_used_as_it_is(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_of_person() == tmp_path


@pytest.mark.parametrize("home", ["nowhere", ""])
def test_without_a_home_there_is_a_folder_that_only_its_owner_may_enter(
    temporary, tmp_path, monkeypatch, home
):
    monkeypatch.setenv("HOME", str(tmp_path / home) if home else "")
    monkeypatch.chdir(tmp_path)
    if not home:
        monkeypatch.setattr(Path, "home", without_home)
    folder = home_of_person()
    assert folder == home_of_person() == temporary / f"coprod_sim_{os.getuid()}"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def without_home() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_a_folder_that_others_may_write_to_is_not_trusted(temporary, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "nowhere"))
    theirs = temporary / f"coprod_sim_{os.getuid()}"
    theirs.mkdir()
    theirs.chmod(0o777)
    with pytest.raises(PermissionError, match="somebody else may change what lies there"):
        home_of_person()
    theirs.rmdir()
    theirs.symlink_to(tmp_path)
    with pytest.raises(PermissionError):
        home_of_person()


@pytest.fixture
def nobody(monkeypatch, tmp_path) -> None:
    """Somebody whose number no account has, without a home."""
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)


def unknown(_number: int) -> None:
    raise KeyError("getpwuid(): uid not found")


@pytest.mark.usefixtures("nobody", "temporary")
def test_a_number_without_an_account_is_told_that_a_wave_stands_for_no_home_here(capsys):
    for words in (
        ("room", "--store", "~/mine.sqlite", "--stop"),
        ("room", "--store", "~/a", "--check"),
    ):
        assert "there is no home here that '~' could stand for" in refused(capsys, *words)


@pytest.mark.usefixtures("nobody")
def test_a_number_without_an_account_gets_its_way_into_the_kit(temporary):
    way = WayIn()
    address = way.to("http://127.0.0.1:8866/?token=abc")
    assert address.startswith(f"file://{temporary}/coprod_sim_{os.getuid()}/")
    way.close()


NOBODY = """
import os, pwd

def unknown(number):
    raise KeyError("getpwuid(): uid not found")

pwd.getpwuid = unknown
if os.environ.get("HOME") == "unset":
    del os.environ["HOME"]
"""
"""Begins every Python as somebody whose number no account has, and whose home nobody has named."""


@pytest.mark.slow
def test_the_kit_opens_for_a_number_without_an_account(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(NOBODY)
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    theirs = {"PYTHONPATH": path, "HOME": "unset", "TMPDIR": str(tmp_path)}
    Kit("--no-token", settings=theirs).stop()
    assert (tmp_path / f"coprod_sim_{os.getuid()}").is_dir()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["list"], "west_dulwich"),
        (["show", "reference"], "reference case"),
        (["compare", "reference"], "o-production"),
        (["room", "--stop"], "room"),
        (["sessions", "list"], ""),
        (["check", "nothing.toml"], "nothing.toml"),
        (["site", "public"], "public"),
    ],
)  # fmt: skip
def test_every_kind_of_command_works_or_says_why_for_somebody_without_a_home(
    tmp_path, command, said
):
    theirs = {k: v for k, v in os.environ.items() if k != "COPROD_SIM_ENGINE"}  # nobody sets that
    done = subprocess.run(
        [sys.executable, "-m", "coprod_sim", *command], cwd=tmp_path, capture_output=True, text=True,
        timeout=300, check=False,
        env=theirs | {"HOME": str(tmp_path / "nowhere"), "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    assert said in done.stdout + done.stderr
    assert not (tmp_path / "nowhere").exists()
