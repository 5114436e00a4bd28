"""Measures the engine against two plain implementations and against itself, all in one run."""

import resource
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import reference_mesa, reference_numpy
from benchmarks.figures import Figure, with_meanings
from benchmarks.first_use import first_number_s, wasm_vs_native
from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import Setting, arm_of, setting_of
from coprod_sim.population import population_of
from coprod_sim.results.streaming import stream
from coprod_sim.scenarios import load_scenario
from coprod_sim.site.contents import site_files
from coprod_sim.words import ENGLISH

ROOT = Path(__file__).resolve().parents[1]
CITIZENS, RUNS, DRAG_RUNS = 1000, 100, 8
"""The interactive job: citizens, runs when settled, runs while a dial is dragged."""
ENGAGEMENTS = ("tickbox", "co_production")
ROUNDS = 7
MEANINGS = {
    "ensemble_vs_mesa": "times as fast as plain Mesa, one core",
    "ensemble_vs_numpy": "times as fast as NumPy run by run, one core",
    "threads_2_vs_1": "times as fast with two threads",
    "drag_frame_share": "share of the full job that a drag frame takes",
    "wasm_vs_native": "times as long as compiled that the WebAssembly module takes, one core",
    "site_kb": "size of the site that needs no Python: lessons, documentation, model and all [kB]",
    "first_number_s": "seconds to the first number of `compare` where nothing is compiled yet",
    "million_vs_thousand": (
        "times the cost per citizen and decision, 1,000,000 against 1,000, eight runs or more"
    ),
    "ten_million_vs_million": (
        "times the cost per citizen and decision, 10,000,000 against 1,000,000, one run"
    ),
    "bytes_per_citizen": "bytes of memory a citizen in a large town",
    "ns_per_citizen_decision": "nanoseconds a citizen, decision and engagement here",
}
TARGETS = {
    "ensemble_vs_mesa": ">= 500 (aim 1000)",
    "ensemble_vs_numpy": ">= 25",
    "threads_2_vs_1": ">= 1.6",
    "drag_frame_share": "<= 0.083",
    "first_number_s": "<= 5 (2 quiet cores)",
    "million_vs_thousand": "<= 3",
    "ten_million_vs_million": "<= 1.5",
    "bytes_per_citizen": "<= 80",
}


def town(citizens: int) -> Setting:
    """Make the reference town with a number of citizens."""
    case = load_scenario("reference")
    case = case.but({"people.citizens": citizens})
    return setting_of(case, population_of(case), 1)


def measure_engine(
    *, quick: bool = False, tell: Callable[[str], object] = lambda _: None
) -> list[Figure]:
    """Measure every figure of `MEANINGS`; `quick` leaves out the ten million and uses fewer rounds.

    Each ratio is the median over rounds in which both sides were timed one after the other.
    """
    tell("Measuring the interactive job against Mesa and NumPy ...\n")
    figures = _interactive(3 if quick else ROUNDS)
    large, larger = (200_000, 1_000_000) if quick else (1_000_000, 10_000_000)
    tell("Measuring the first use ...\n")
    figures["first_number_s"] = median(first_number_s() for _ in range(1 if quick else 3))
    ways = [arm_of(load_engagement(name)) for name in ENGAGEMENTS]
    figures["wasm_vs_native"] = wasm_vs_native(town(CITIZENS), ways, 3 if quick else ROUNDS)
    figures["site_kb"] = site_kb()
    tell("Measuring large towns ...\n")
    figures["million_vs_thousand"] = _large(large, DRAG_RUNS) / figures["ns_per_citizen_decision"]
    figures["ten_million_vs_million"] = _large(larger, 1) / _large(large, 1)
    tell("Measuring memory ...\n")
    figures["bytes_per_citizen"] = bytes_per_citizen()
    return with_meanings(figures, MEANINGS, TARGETS)


def site_kb() -> float:
    """Add up the files of the site [1,000 bytes]."""
    return sum(map(len, site_files(ENGLISH).values())) / 1000


def _interactive(rounds: int) -> dict[str, float]:
    setting = town(CITIZENS)
    ways = [load_engagement(name) for name in ENGAGEMENTS]
    arms = [arm_of(e) for e in ways]
    dials = [e.dials._asdict() | {"asked": e.asked} for e in ways]
    size = CITIZENS * setting.decisions * len(arms)
    play_all(setting, arms, DRAG_RUNS)
    seen: dict[str, list[float]] = {
        name: []
        for name in (
            "ensemble_vs_mesa",
            "ensemble_vs_numpy",
            "threads_2_vs_1",
            "drag_frame_share",
            "ns_per_citizen_decision",
        )
    }
    seeds = count(1)

    def full_job(threads: int = 1) -> None:
        """Play towns nobody has seen: their networks are not kept from an earlier try."""
        play_all(replace(setting, seed=next(seeds)), arms, RUNS, threads=threads)

    for k in range(rounds):
        full = best(full_job)
        each = full / RUNS
        mesa = best(
            lambda k=k: [reference_mesa.run(d, CITIZENS, setting.decisions, k) for d in dials], 1
        )
        numpy = best(
            lambda k=k: [reference_numpy.run(d, CITIZENS, setting.decisions, k) for d in dials]
        )
        seen["ensemble_vs_mesa"].append(mesa / each)
        seen["ensemble_vs_numpy"].append(numpy / each)
        seen["threads_2_vs_1"].append(full / best(lambda: full_job(threads=2)))
        seen["drag_frame_share"].append(best(lambda: play_all(setting, arms, DRAG_RUNS)) / full)
        seen["ns_per_citizen_decision"].append(each / size * 1e9)
    return {name: median(values) for name, values in seen.items()}


def _large(citizens: int, runs: int) -> float:
    """Give nanoseconds a citizen, decision and engagement in a large town, network and all."""
    setting = town(citizens)
    arms = [arm_of(load_engagement(name)) for name in ENGAGEMENTS]
    play_all(town(100_000), arms, 1)
    times = 3 if citizens <= 1_000_000 else 1
    seconds = best(lambda: play_all(setting, arms, runs), times)
    return seconds / (citizens * setting.decisions * len(arms) * runs) * 1e9


def best(job: Callable[[], object], times: int = 3) -> float:
    """Give the seconds of the fastest of so many tries."""
    seconds = []
    for _ in range(times):
        begun = perf_counter()
        job()
        seconds.append(perf_counter() - begun)
    return min(seconds)


def bytes_per_citizen(low: int = 4_000_000, high: int = 10_000_000) -> float:
    """Measure how much the peak memory of a fresh process grows with each further citizen."""
    return (_peak(high) - _peak(low)) / (high - low)


def _peak(citizens: int) -> float:
    return _printed_by(f"print_peak({citizens})")


def bytes_per_run(low: int = 512, high: int = 20_480) -> float:
    """Measure how much the peak memory of a fresh process grows with each further run that is streamed."""
    peaks = [_printed_by(f"print_streamed_peak({runs})") for runs in (low, high)]
    return (peaks[1] - peaks[0]) / (high - low)


def print_streamed_peak(runs: int) -> None:
    """Stream runs of a small town and print the process's peak memory in bytes."""
    stream("reference", ENGAGEMENTS, runs=runs, threads=1)
    print(_peak_of_this_process())


def _printed_by(call: str) -> float:
    """Run a function of this module in a fresh process and read what it prints."""
    name = call.partition("(")[0]
    command = [sys.executable, "-c", f"from {__name__} import {name}; {call}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    return float(done.stdout)


def print_peak(citizens: int) -> None:
    """Play one run of one engagement and print the process's peak memory in bytes."""
    play_all(town(citizens), [arm_of(load_engagement("co_production"))], 1)
    print(_peak_of_this_process())


def _peak_of_this_process() -> int:
    """Read the peak memory in bytes; on Linux a child's `ru_maxrss` would start at its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
