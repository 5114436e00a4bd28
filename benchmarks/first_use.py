"""Measures what the WebAssembly module costs and saves: against compiled loops, and at the very first use."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Arm, Setting

RUNS = 100
COMPARE = """
import sys
from coprod_sim.cli import main
from coprod_sim.model.compile_later import BEGUN
words = ["compare", "west_dulwich", "--engagement", "tickbox", "--engagement", "co_production"]
main([*words, "--out", sys.argv[1]])
print(BEGUN[-1][1].pid)
"""


def wasm_vs_native(setting: Setting, arms: Sequence[Arm], rounds: int) -> float:
    """Give how many times as long the module takes as compiled loops, on one thread."""
    found = []
    for _ in range(rounds):
        times = [_seconds(way, setting, arms) for way in ("module", "compiled")]
        found.append(times[0] / times[1])
    return median(found)


def _seconds(way: str, setting: Setting, arms: Sequence[Arm]) -> float:
    before, os.environ["COPROD_SIM_ENGINE"] = os.environ["COPROD_SIM_ENGINE"], way
    try:
        play_all(setting, arms, RUNS)  # once, so that both are there
        begun = perf_counter()
        play_all(setting, arms, RUNS)
        return perf_counter() - begun
    finally:
        os.environ["COPROD_SIM_ENGINE"] = before


def first_number_s() -> float:
    """Give the seconds from typing `coprod-sim compare` to its first line, where nothing is compiled."""
    told = {k: v for k, v in os.environ.items() if k != "COPROD_SIM_ENGINE"}
    with tempfile.TemporaryDirectory() as place:
        began = perf_counter()
        command = [sys.executable, "-u", "-c", COMPARE, str(Path(place) / "found")]
        with subprocess.Popen(  # noqa: S603
            command, env=told | {"COPROD_SIM_CACHE": place}, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            seconds = perf_counter() - began
            *_, last = process.stdout.read().split()
        os.kill(
            int(last), signal.SIGTERM
        )  # what compiles beside it would disturb what is measured next
    return seconds
