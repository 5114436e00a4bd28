"""Measures sweeps and large populations: against plain models, and as threads, workers and towns grow."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks import reference_mesa, reference_numpy
from benchmarks.engine import ENGAGEMENTS, best, bytes_per_citizen, bytes_per_run, town
from benchmarks.figures import Figure
from benchmarks.ports import free_port
from coprod_sim.engagement import load_engagement
from coprod_sim.model.ensemble import play_all
from coprod_sim.model.setting import arm_of
from coprod_sim.results.experiments import Axis, Experiment
from coprod_sim.results.sweeps import silent, sweep

CITIZENS, RUNS, DECISIONS = 1000, 8, 6
"""The town of every point of the sweep that is timed, its runs, and its decisions."""
TOWNS = (1_000, 10_000, 100_000, 1_000_000)
"""The sizes of towns in which eight runs are timed [citizens]."""
LARGE_TOWNS, LARGEST = (100_000, 1_000_000), 10_000_000
"""The sizes of towns in which one run is timed [citizens]."""
MANY_RUNS = (8, 100, 1000)
ROUNDS = 9
"""How often threads and workers are tried in turn."""
WAIT = 120.0
"""How long workers may take to come up [seconds]."""


def design_of(points: int, *, draft: bool) -> Experiment:
    """Make the design that is timed; where the draft is varied too, no two points share a town."""
    vary = [Axis(what=("co_production.influence",)), Axis(what=("*.openness",))]
    if draft:
        vary.append(Axis(what=("decisions.draft",), low=0.0, high=1.5))
    settings: dict[str, float] = {"people.citizens": CITIZENS, "decisions.count": DECISIONS}
    return Experiment(
        engagements=ENGAGEMENTS, vary=tuple(vary), points=points, runs=RUNS, settings=settings
    )


def measure_scaling(
    *, quick: bool = False, tell: Callable[[str], object] = lambda _: None
) -> list[Figure]:
    """Measure everything that grows; `quick` leaves out the largest town and the cluster."""
    points = 64 if quick else 256
    tell("Measuring sweeps ...\n")
    figures = [*_against_plain_models(points), *_threads(points)]
    if not quick and find_spec("distributed"):
        tell("Measuring sweeps on a cluster of two workers here ...\n")
        figures += _workers(2 * points)
    tell("Measuring towns of growing size, and more runs ...\n")
    large = LARGE_TOWNS[:-1] if quick else (*LARGE_TOWNS, LARGEST)
    figures += [*_towns(TOWNS[:-1] if quick else TOWNS, RUNS), *_towns(large, 1), *_runs(MANY_RUNS)]
    tell("Measuring memory ...\n")
    each = bytes_per_citizen(1_000_000, 3_000_000) if quick else bytes_per_citizen()
    return [
        *figures,
        Figure("bytes_per_citizen", each, "bytes a citizen, one engagement at a time"),
        Figure("bytes_per_run", bytes_per_run(), "bytes a further run that is streamed"),
    ]


def _against_plain_models(points: int) -> Iterator[Figure]:
    """Compare a sweep, with all it does around the model, with the plain models run by run."""
    seconds = _sweep_cpu(points)
    each = seconds / (points * RUNS)
    dials = [load_engagement(n).dials._asdict() for n in ENGAGEMENTS]
    plain = [d | {"asked": bool(d["asked"])} for d in dials]
    mesa = cpu(lambda: [reference_mesa.run(d, CITIZENS, DECISIONS, 1) for d in plain], 1)
    numpy = cpu(lambda: [reference_numpy.run(d, CITIZENS, DECISIONS, 1) for d in plain])
    yield Figure("sweep_points_a_second", points / seconds, "points of 2 x 8 runs, one thread")
    yield Figure("sweep_vs_mesa", mesa / each, "times the throughput of plain Mesa, one core")
    yield Figure("sweep_vs_numpy", numpy / each, "times that of NumPy run by run, one core")
    bare = _bare_seconds(points)
    yield Figure("sweep_vs_bare_model", seconds / bare, "times the time of the bare model")
    own = _sweep_cpu(points, draft=True)
    yield Figure("sweep_own_towns", own / seconds, "times the time if each point has its own town")


def _bare_seconds(points: int) -> float:
    """Time the same runs without points, tables and summaries."""
    setting, arms = town(CITIZENS), [arm_of(load_engagement(n)) for n in ENGAGEMENTS]
    return cpu(lambda: play_all(setting, arms * points, RUNS))


def cpu(job: Callable[[], object], times: int = 3) -> float:
    """Give the processor seconds of the cheapest of so many tries: fair on a computer that is shared."""
    seconds = []
    for _ in range(times):
        begun = process_time()
        job()
        seconds.append(process_time() - begun)
    return min(seconds)


def _sweep_cpu(points: int, *, draft: bool = False) -> float:
    design = design_of(points, draft=draft)
    return cpu(lambda: sweep(design, threads=1, on_progress=silent))


def _here(design: Experiment, threads: int) -> None:
    sweep(design, threads=threads, on_progress=silent)


def _threads(points: int) -> Iterator[Figure]:
    cores, design = os.cpu_count() or 1, design_of(points, draft=False)
    able = [1, *(n for n in (2, 4, 8, 16) if n <= cores)]
    seconds = in_turn({n: partial(_here, design, n) for n in able})
    for threads in able[1:]:
        ratio = seconds[1] / seconds[threads]
        yield Figure(f"threads_{threads}_vs_1", ratio, f"times as fast with {threads} threads")


def in_turn(jobs: Mapping[int, Callable[[], object]], times: int = ROUNDS) -> dict[int, float]:
    """Give the seconds of the fastest try of each job, tried one after the other, round by round.

    What else goes on at a computer then disturbs all of them, and rarely every try of one.
    """
    seconds = dict.fromkeys(jobs, float("inf"))
    for _ in range(times):
        for key, job in jobs.items():
            seconds[key] = min(seconds[key], best(job, 1))
    return seconds


def _towns(sizes: Sequence[int], runs: int) -> Iterator[Figure]:
    """Give the cost of a citizen and decision as towns grow, network and all."""
    arms = [arm_of(load_engagement(n)) for n in ENGAGEMENTS]
    play_all(town(100_000), arms, 1)
    name, said = ("ns_at", f"{runs} runs") if runs > 1 else ("ns_alone_at", "one run")
    costs = []
    for citizens in sizes:
        setting, times = town(citizens), 3 if citizens <= 1_000_000 else 1
        seconds = cpu(lambda s=setting: play_all(s, arms, runs), times)
        each = seconds / citizens / DECISIONS / runs / len(arms) * 1e9
        costs.append(each)
        meaning = f"processor nanoseconds a citizen, decision and way, {said}"
        yield Figure(f"{name}_{citizens}", each, meaning)
    meaning = (
        f"times the cost of a citizen in the dearest of these towns as in the cheapest, {said}"
    )
    yield Figure(f"{name}_most_vs_least", max(costs) / min(costs), meaning)


def _runs(amounts: Sequence[int]) -> Iterator[Figure]:
    setting, arms = town(CITIZENS), [arm_of(load_engagement(n)) for n in ENGAGEMENTS]
    for runs in amounts:
        seconds = cpu(lambda r=runs: play_all(setting, arms, r))
        yield Figure(
            f"ms_a_run_of_{runs}", seconds / runs * 1e3, "processor milliseconds a run of two ways"
        )


def _workers(points: int) -> Iterator[Figure]:
    """Time the same sweep on one and on two workers of a Dask cluster on this computer."""
    design = design_of(points, draft=False)
    with cluster_of(1) as one, cluster_of(2) as two:
        for address in (one, two):
            sweep(design_of(8, draft=False), where=address, on_progress=silent)  # warm
        here, there = 0, {1: partial(_there, design, one), 2: partial(_there, design, two)}
        seconds = in_turn({here: partial(_here, design, 2), **there})
    yield Figure("workers_2_vs_1", seconds[1] / seconds[2], "times as fast with two workers")
    said = "times as fast as two threads in one process"
    yield Figure("cluster_vs_here", seconds[here] / seconds[2], said)


def _there(design: Experiment, address: str) -> None:
    sweep(design, where=address, chunk=16, on_progress=silent)


@contextmanager
def cluster_of(workers: int) -> Iterator[str]:
    """Start a Dask scheduler and workers on this computer, and end them afterwards."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    with TemporaryDirectory() as folder:
        log = (Path(folder) / "log").open("wb")

        def start(kind: str, *more: str) -> subprocess.Popen[bytes]:
            command = [
                sys.executable,
                "-m",
                f"distributed.cli.dask_{kind}",
                *more,
                "--no-dashboard",
            ]
            return subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603 - our own Python

        started = [start("scheduler", "--host", "127.0.0.1", "--port", str(port))]
        places = ("--local-directory", folder, "--nthreads", "1", "--no-nanny")
        started += [start("worker", address, *places) for _ in range(workers)]
        try:
            _wait_for(address, workers)
            yield address
        finally:
            for process in reversed(started):
                process.kill()  # they hold nothing that is worth a farewell
                process.wait()
            log.close()


def _wait_for(address: str, workers: int) -> None:
    from distributed import Client  # noqa: PLC0415 - an extra

    begun = perf_counter()
    while True:
        try:
            with Client(address, timeout=5, set_as_default=False) as client:
                client.wait_for_workers(workers, timeout=WAIT)
                return
        except OSError:
            if perf_counter() - begun > WAIT:
                raise
            time.sleep(0.2)
