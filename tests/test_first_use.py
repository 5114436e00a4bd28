"""Nobody waits at the first use: the module plays at once, one process compiles, and then that takes over."""

import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from coprod_sim import compiled, wasm
from coprod_sim.engagement import load_engagement
from coprod_sim.file_lock import locked
from coprod_sim.model import compile_later
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario

PLAY = """
import sys, time
from hashlib import sha256
from coprod_sim.engagement import load_engagement
from coprod_sim.model import compile_later, ensemble
from coprod_sim.model.setting import arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.scenarios import load_scenario
case = load_scenario("west_dulwich")
town, arm = setting_of(case, population_of(case), 3), arm_of(load_engagement("co_production"))
def played():
    return sha256(ensemble.play_all(town, [arm], 20).tobytes()).hexdigest()
def compiled():
    return ensemble._play_batch[8].ready
def say(*words):
    print(*words, flush=True)
"""
BEGIN = "say(played(), compiled(), *[one.pid for _, one in compile_later.BEGUN])\n"
ENOUGH = 120.0
"""How long a busy computer may take to begin or end a process [seconds]."""


def digest() -> str:
    """Play the same, compiled."""
    case = load_scenario("west_dulwich")
    arm = arm_of(load_engagement("co_production"))
    played = play_all(setting_of(case, population_of(case), 3), [arm], 20)
    return sha256(played.tobytes()).hexdigest()


class Fresh:
    """A computer on which nothing is compiled."""

    def __init__(self, cache: Path) -> None:
        self.cache, self.pids = cache, set[int]()

    def python(self, code: str, **how: str) -> subprocess.Popen[str]:
        """Run a piece of Python there."""
        told = {k: v for k, v in os.environ.items() if k != "COPROD_SIM_ENGINE"}
        return subprocess.Popen(
            [sys.executable, "-c", PLAY + code],
            env=told | {"COPROD_SIM_CACHE": str(self.cache)} | how,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, start_new_session=True,
        )  # fmt: skip

    def said(self, process: subprocess.Popen[str]) -> list[str]:
        """Give the words of the next line it prints; those behind the second are processes begun."""
        assert process.stdout is not None
        words = process.stdout.readline().split()
        self.pids |= {int(word) for word in words[2:]}
        return words

    @property
    def lock(self) -> Path:
        (folder,) = self.cache.iterdir()
        return folder / "compiling"

    def end(self) -> None:
        for pid in filter(alive, self.pids):
            os.kill(pid, signal.SIGKILL)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Fresh]:
    computer = Fresh(tmp_path / "cache")
    yield computer
    computer.end()


def alive(pid: int) -> bool:
    """Say whether a process runs; one that has ended and is not yet counted does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(happens: Callable[[], bool]) -> None:
    until = time.monotonic() + ENOUGH
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.1)


def is_held(lock: Path) -> bool:
    try:
        with locked(lock, patience=0.0):
            return False
    except OSError:
        return True


def test_the_first_numbers_come_without_a_word_before_anything_is_compiled(fresh: Fresh):
    first = fresh.python(BEGIN)
    words = fresh.said(first)
    assert words[:2] == [digest(), "False"]
    assert len(words) == 3
    assert first.communicate()[1] == ""


def test_three_at_once_leave_one_that_compiles(fresh: Fresh):
    three = [fresh.python(BEGIN + "input()\n") for _ in range(3)]
    said = [fresh.said(one) for one in three]
    assert {words[0] for words in said} == {digest()}
    assert fresh.pids
    wait_until(lambda: sum(map(alive, fresh.pids)) == 1 and is_held(fresh.lock))
    for one in three:
        one.communicate("\n")


def test_compiling_outlives_who_began_it_and_is_begun_again_when_it_is_killed(fresh: Fresh):
    first = fresh.python(BEGIN + "input()\n")
    (pid,) = map(int, fresh.said(first)[2:])
    wait_until(lambda: is_held(fresh.lock))
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    assert alive(pid)
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: not is_held(fresh.lock))
    second = fresh.python(BEGIN)
    assert fresh.said(second)[0] == digest()
    assert len(fresh.pids) == 2
    second.communicate()


@pytest.mark.slow
def test_what_is_compiled_takes_over_and_gives_the_same_numbers(fresh: Fresh):
    code = BEGIN + "found = {played()}\n"
    code += "while not compiled():\n    time.sleep(0.5); found.add(played())\n"
    code += "say(*found, played() in found)\n"
    first = fresh.python(code)
    assert fresh.said(first)[1] == "False"
    assert fresh.said(first) == [digest(), "True"]
    assert first.communicate()[1] == ""
    second = fresh.python(BEGIN)
    assert fresh.said(second) == [digest(), "True"]
    assert second.communicate()[1] == ""


def test_without_wasmtime_the_first_use_compiles_and_says_so(fresh: Fresh):
    code = "sys.modules['wasmtime'] = None\nfrom coprod_sim import wasm\n"
    code += "say(wasm.plays(1_000), compiled())\nplayed()\n"
    first = fresh.python(code)
    assert fresh.said(first) == ["False", "False"]
    assert first.stderr is not None
    assert "First use here: compiling" in first.stderr.read(30)
    first.kill()
    first.communicate()


def test_where_nothing_can_be_kept_nothing_is_begun(monkeypatch):
    monkeypatch.setattr(compile_later, "lasting_folder", lambda: None)
    monkeypatch.setattr(compile_later, "BEGUN", begun := [])
    compile_later.compile_later()
    assert begun == []


@pytest.mark.skipif(not compiled.HAVE_NUMBA, reason="numba is not installed")
def test_two_pythons_on_one_home_keep_what_they_compile_apart(monkeypatch):
    here = compiled._text_hash()
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    assert compiled._text_hash() != here


@pytest.mark.skipif(not compiled.HAVE_NUMBA, reason="numba is not installed")
def test_two_copies_of_the_kit_on_one_home_keep_what_they_compile_apart(monkeypatch, tmp_path):
    here, kit = compiled._text_hash(), Path(compiled.__file__).parent
    shutil.copytree(kit, tmp_path / "coprod_sim", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(compiled.resources, "files", lambda _: tmp_path / "coprod_sim")
    assert compiled._text_hash() != here  # numba would not find what the other copy has compiled


def test_a_town_too_large_for_the_module_is_compiled_as_before(monkeypatch):
    monkeypatch.delenv("COPROD_SIM_ENGINE")
    assert wasm.plays(20_000)
    assert not wasm.plays(20_001)
