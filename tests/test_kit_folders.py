"""The folders people work with are found in the project, and in a kit that was installed without it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from plain_install import INCLUDED, ROOT, packed_by_the_build

from coprod_sim import kit_folders
from coprod_sim.cli import main
from coprod_sim.cli.open_command import find_notebooks
from coprod_sim.errors import InputError
from coprod_sim.packed_text import unpack


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that the kit was installed as a wheel, with a copy of the folders of its own."""
    kit = tmp_path / "site-packages" / "coprod_sim" / "kit"
    for place in ("notebooks/apps/explore_scenarios.ipynb", "exercises/1_1_x/exercise.toml"):
        (kit / place).parent.mkdir(parents=True)
        (kit / place).write_text("")
    (kit / "simulations" / "01_x").mkdir(parents=True)
    monkeypatch.setattr(kit_folders, "_SHIPPED", kit)
    monkeypatch.setattr(kit_folders, "_PROJECT", tmp_path)
    here = tmp_path / "somewhere"
    here.mkdir()
    monkeypatch.chdir(here)
    return kit


def test_the_wheel_takes_along_every_folder_people_work_with():
    assert INCLUDED["sources"] == {
        "src/coprod_sim": "coprod_sim",
        "notebooks": "coprod_sim/kit/notebooks",
        "exercises": "coprod_sim/kit/exercises",
        "simulations": "coprod_sim/kit/simulations",
        "docs": "coprod_sim/kit/docs",
    }
    assert set(INCLUDED["only-include"]) == set(INCLUDED["sources"])


def test_every_file_that_tells_answers_goes_into_the_wheel_packed_and_none_that_can_be_read():
    made = packed_by_the_build("standard")
    exercises = sorted(ROOT.glob("exercises/*/exercise.toml"))
    learning = ROOT / "src" / "coprod_sim" / "learning"
    files = [*exercises, learning / "learnt_test.toml", learning / "data" / "model_counts.json"]
    assert list(made) == [
        *(f"coprod_sim/kit/exercises/{f.parent.name}/exercise.packed" for f in exercises),
        "coprod_sim/learning/learnt_test.packed",
        "coprod_sim/learning/data/model_counts.packed",
    ]
    left_out = {path for pattern in INCLUDED["exclude"] for path in ROOT.glob(pattern)}
    for file, packed in zip(files, made.values(), strict=True):
        assert file in left_out
        assert unpack(packed) == file.read_bytes()
        assert b"answer" not in packed
        assert b" " not in packed
    assert len(made) == 27
    assert packed_by_the_build("editable") == {}


def test_the_wheel_leaves_answers_and_trainers_notes_behind():
    left_out = {p for pattern in INCLUDED["exclude"] for p in ROOT.glob(pattern)}
    for folder in ROOT.glob("exercises/*/"):
        assert {folder / "trainer", folder / "exercise.toml"} <= left_out
    kept = [p for p in ROOT.glob("exercises/*/*") if p not in left_out]
    for path in kept:
        text = path.read_text(encoding="utf-8")
        assert "BEGIN SOLUTION" not in text
        assert "We are £18,000 short" not in text, "a sentence of a model answer"


def test_an_installed_kit_opens_its_own_notebooks(installed: Path):
    assert find_notebooks() == installed / "notebooks"


def test_ones_own_copy_comes_before_the_kits(installed: Path):
    assert main(["copy", "."]) == 0
    assert find_notebooks() == Path.cwd() / "notebooks"
    assert (Path.cwd() / "exercises" / "1_1_x" / "exercise.toml").is_file()
    assert installed not in find_notebooks().parents


@pytest.mark.usefixtures("installed")
def test_a_copy_is_never_written_over_ones_work(capsys: pytest.CaptureFixture[str]):
    mine = Path.cwd() / "exercises" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("my work")
    assert main(["copy", "."]) == 2
    assert "exercises: is there already" in capsys.readouterr().err
    assert mine.read_text() == "my work"
    assert not (Path.cwd() / "notebooks").exists()


def test_what_people_do_is_not_kept_inside_the_installed_kit(installed: Path):
    assert kit_folders.is_shipped(installed / "notebooks")
    assert not kit_folders.is_shipped(ROOT / "notebooks")


@pytest.mark.usefixtures("installed")
def test_work_that_needs_the_project_says_so():
    with pytest.raises(InputError, match="needs the whole project"):
        kit_folders.project()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are locked in other ways there")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path):
    tmp_path.chmod(0o500)
    said = subprocess.run(
        [sys.executable, "-m", "coprod_sim", "copy", str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot be written to" in said.stderr


def test_notebooks_that_one_copied_oneself_are_trusted(tmp_path, monkeypatch):
    """Jupyter shows no warning on what the kit wrote at one's own wish."""
    import nbformat  # noqa: PLC0415
    from nbformat.sign import NotebookNotary  # noqa: PLC0415

    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    strange = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("print('not ours')")])
    assert main(["copy", str(tmp_path / "mine")]) == 0
    notary = NotebookNotary()
    copied = list((tmp_path / "mine").rglob("*.ipynb"))
    assert len(copied) > 30
    assert all(notary.check_signature(nbformat.read(path, as_version=4)) for path in copied)
    assert not notary.check_signature(strange)
    notary.store.close()
