"""What is made from the model is noticed when the model has changed, and one command makes it again."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import coprod_sim
from coprod_sim import code_text
from coprod_sim.assumptions import REFERENCE
from coprod_sim.errors import InputError
from coprod_sim.results import compare, model_hash, nroy
from coprod_sim.results.nroy import FILE, made_with, not_ruled_out
from validation import __main__ as command
from validation.calibration import build
from validation.findings import acceptance, felt_fairness, over_time, reference_case
from validation.findings.table import FINDINGS

FIRST = "    ideal_less_heard: Annotated["
NEW = '    brand_new: Annotated[float, _of("wishes", (0.0, 1.0), label="Something new")] = 0.5\n'


@pytest.fixture
def nothing_read_yet() -> Iterator[None]:
    not_ruled_out.cache_clear()
    yield
    not_ruled_out.cache_clear()


@pytest.fixture(scope="module")
def stored() -> pd.DataFrame:
    return pd.read_parquet(FILE)


def test_the_sets_that_ship_are_those_of_this_model(stored: pd.DataFrame):
    stale = "run: python -m validation calibration"
    assert stored.attrs["made_with"] == made_with(stored.attrs), stale
    assert stored.attrs["reference"] == list(REFERENCE), stale


@pytest.mark.slow
def test_a_new_assumption_is_met_with_a_sentence_where_sets_know_nothing_of_it(tmp_path: Path):
    copy = tmp_path / "coprod_sim"
    shutil.copytree(Path(coprod_sim.__file__).parent, copy)
    file = copy / "assumptions.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(FIRST, NEW + FIRST, 1), encoding="utf-8")
    words = [
        "-m",
        "coprod_sim",
        "compare",
        "reference",
        "--over",
        "not_ruled_out",
        "--draws",
        "4",
        "--runs",
        "8",
    ]
    done = subprocess.run(
        [sys.executable, *words], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "coprod-sim: The sets that findings do not rule out were made with other assumptions than "
        "these; 'python -m validation calibration', in a clone of the repository, makes them again\n"
    )


@pytest.mark.usefixtures("nothing_read_yet")
def test_a_changed_rule_is_met_with_a_sentence_too(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(model_hash, "deciding_text", lambda _names: "def judged(): return 0.0")
    with pytest.raises(InputError, match="made with other rules than these; 'python -m valid"):
        compare("reference", runs=8, draws=2, over="not_ruled_out")


def test_saying_a_rule_in_other_words_changes_no_hash_and_another_rule_does():
    plain = code_text._bare("def f(x):\n    return x + 1\n")
    said = '"""Says."""\n\ndef f(x):  # why\n    """Say."""\n\n    return (\n        x + 1\n    )\n'
    assert code_text._bare(said) == plain
    assert code_text._bare(said.replace("+", "-")) != plain


def test_all_that_findings_are_read_off_is_in_the_hash(monkeypatch: pytest.MonkeyPatch):
    seen: dict[str, set[str]] = {"load_engagement": set(), "load_scenario": set()}
    for module in (acceptance, felt_fairness, over_time, reference_case):
        for name, names in seen.items():
            if load := getattr(module, name, None):
                monkeypatch.setattr(module, name, lambda n, k=names, f=load: (k.add(n), f(n))[1])
    for cache in (reference_case._setting, reference_case._played, over_time._after_sixty):
        cache.cache_clear()
    for finding in FINDINGS.values():
        finding.read(REFERENCE, 1, 1)
    assert seen["load_engagement"] == set(reference_case.ENGAGEMENTS)
    assert seen["load_scenario"] == set(reference_case.SCENARIOS)


@pytest.mark.slow
def test_sets_that_still_hold_are_given_the_new_hash_and_no_other_number(stored: pd.DataFrame):
    old = stored.copy()
    old.attrs = stored.attrs | {"made_with": stored.attrs["made_with"] | {"rules": "before"}}
    found = build.renewed(old)
    assert found is not None
    assert found.attrs == stored.attrs
    pd.testing.assert_frame_equal(found, stored, check_exact=True)


def test_sets_that_no_longer_hold_are_made_again(stored: pd.DataFrame, monkeypatch):
    other = stored.copy()
    other["N5a"] += 1e-6
    assert build.renewed(other) is None
    other = stored.copy()
    other.attrs = stored.attrs | {"bands": "before"}
    assert build.renewed(other) is None
    monkeypatch.setattr(nroy, "assumptions_hash", lambda: "another prior")
    assert build.renewed(stored) is None


def test_calibrating_ships_the_sets_and_says_what_they_say(
    stored: pd.DataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    page = tmp_path / "page.md"
    page.write_text("<!-- said:begin -->\nold\n<!-- said:end -->\n", encoding="utf-8")
    saved: list[pd.DataFrame] = []
    monkeypatch.setitem(command.DOCUMENTS, "uncertainty", (page, {"said": lambda: "new"}))
    monkeypatch.setattr(build, "save", saved.append)
    monkeypatch.setattr(build, "renewed", lambda frame: frame)
    monkeypatch.setattr(build, "rebuild", lambda _folder, _tell: stored.head(1))
    assert command.main(["calibration"]) == 0
    assert command.main(["calibration", "--again"]) == 0
    assert [len(frame) for frame in saved] == [len(stored), 1]
    assert "\nnew\n" in page.read_text(encoding="utf-8")
    assert f"Written: {page}" in capsys.readouterr().out


def test_a_command_that_does_not_exist_is_answered_with_those_that_do(capsys):
    with pytest.raises(SystemExit) as stopped:
        command.main(["nonsense"])
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert all(
        f"'{name}'" in said
        for name in ("odd", "structures", "versions", "claims", "calibration", "precomputed")
    )


def test_outputs_of_another_model_are_not_gone_on_with(tmp_path: Path, monkeypatch):
    opened: list[Path] = []

    class Stop(Exception):  # noqa: N818 - no error
        pass

    def look(path: Path) -> None:
        opened.append(path)
        raise Stop

    monkeypatch.setattr(build, "Simulator", look)
    for text in ("one model", "another"):
        monkeypatch.setattr(model_hash, "deciding_text", lambda _names, t=text: t)
        with pytest.raises(Stop):
            build.rebuild(tmp_path)
    assert len(set(opened)) == 2
    assert np.all([path.parent == tmp_path for path in opened])
