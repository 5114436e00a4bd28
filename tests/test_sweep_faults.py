"""A sweep outlives its processes: driver, workers, a machine, the scheduler, a full disk, a bad point."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from benchmarks.ports import free_port
from coprod_sim.errors import InputError
from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.sweeps import silent, sweep

pytestmark = pytest.mark.slow
COMMAND = "import sys; from coprod_sim.cli import main; sys.exit(main())"
DESIGN = """
engagements = ["tickbox", "co_production"]
settings = { "people.citizens" = 400, "decisions.count" = 3 }
points = 96
[[vary]]
what = ["co_production.influence"]
[[vary]]
what = ["decisions.draft"]
low = 0.0
high = 1.5
"""
BAD_DESIGN = """
engagements = ["tickbox", "co_production"]
settings = { "people.citizens" = 60, "decisions.count" = 2 }
method = "list"
[[vary]]
what = ["co_production.influence"]
values = [0.1, 0.2, 0.3, 0.666, 0.5]
"""
POISON = """
import os, signal
from coprod_sim.results.sweeps import points
play = getattr(points, "unpoisoned", points.cell_of)
points.unpoisoned = play
def play_or_die(experiment, case, variant, point, load):
    if point.labels.get("influence") == 0.666:
        os.kill(os.getpid(), signal.SIGKILL)
    return play(experiment, case, variant, point, load)
points.cell_of = play_or_die
"""
PATIENCE = 300.0
"""A bound that only a broken sweep reaches, however busy the computer is [seconds]."""
DRIVERS: list[subprocess.Popen[str]] = []


@dataclass
class Ending:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def digest(self) -> str:
        last = self.out.splitlines()[-1]
        assert last.startswith("digest: "), self.err
        return last


class Driver:
    """`coprod-sim sweep` in a process of its own."""

    def __init__(self, file: Path, out: Path, *more: str, **settings: object) -> None:
        command = [sys.executable, "-c", COMMAND, "sweep", str(file), "--out", str(out), *more]
        self.out = out
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **settings
        )  # type: ignore[call-overload]
        DRIVERS.append(self.process)

    def parts(self) -> int:
        return len(list(self.out.glob("*/points-*.npz")))

    def wait_for_parts(self, number: int) -> None:
        wait_until(lambda: self.parts() >= number or self.process.poll() is not None)
        assert self.process.poll() is None, "it was over too soon: " + self.end().err

    def end(self) -> Ending:
        out, err = self.process.communicate(timeout=PATIENCE)
        return Ending(self.process.returncode, out, err)


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)


def swept(file: Path, out: Path, *more: str, **settings: object) -> Ending:
    return Driver(file, out, *more, **settings).end()


@pytest.fixture(autouse=True)
def _nobody_left_behind() -> Iterator[None]:
    yield
    while DRIVERS:
        with DRIVERS.pop() as driver:
            driver.kill()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("designs")
    (folder / "design.toml").write_text(DESIGN)
    (folder / "bad.toml").write_text(BAD_DESIGN)
    (folder / "sitecustomize.py").write_text(POISON)
    (folder / "poison.py").write_text(POISON)
    return folder


@pytest.fixture(scope="module")
def design(files: Path) -> Path:
    return files / "design.toml"


@pytest.fixture(scope="module")
def expected(design: Path) -> str:
    return digest_here(design)


def digest_here(design: Path) -> str:
    return f"digest: {sweep(load_experiment(design), on_progress=silent).digest}"


# On one computer
def test_a_killed_driver_goes_on_and_gives_the_same_numbers(
    design: Path, expected: str, tmp_path: Path
):
    driver = Driver(design, tmp_path, "--chunk", "2")
    driver.wait_for_parts(3)
    driver.process.kill()
    assert driver.end().code == -signal.SIGKILL
    kept = {f: f.stat().st_mtime_ns for f in tmp_path.glob("*/points-*.npz")}
    assert 3 <= len(kept) < 48
    assert swept(design, tmp_path, "--chunk", "5").digest == expected
    assert {f: f.stat().st_mtime_ns for f in kept} == kept
    assert not list(tmp_path.glob("*/begun-*"))


def test_a_point_that_kills_its_process_is_named_and_the_rest_finish(files: Path, tmp_path: Path):
    poisoned = {**os.environ, "PYTHONPATH": str(files)}
    file = files / "bad.toml"
    assert swept(file, tmp_path, env=poisoned).code == -signal.SIGKILL
    ending = swept(file, tmp_path, env=poisoned)
    assert ending.code == 0, ending.err
    assert "4 points played" in ending.out
    assert "Point 3 failed: it ends its process (SIGKILL)" in ending.out
    cured = swept(file, tmp_path, "--retry")
    assert "5 points played" in cured.out
    assert cured.digest == digest_here(file)


class SmallDisk:
    """A folder that runs full soon: a tiny disk where we may mount one, else a limit on files."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.mount = folder, shutil.which("mount") or "mount"
        command = [self.mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
        self.mounted = subprocess.run(command, check=False, capture_output=True).returncode == 0

    @property
    def limits(self) -> dict[str, object]:
        def no_long_files() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

        return {} if self.mounted else {"preexec_fn": no_long_files}

    def make_room(self) -> None:
        if self.mounted:
            command = [self.mount, "-o", "remount,size=8m", str(self.folder)]
            subprocess.run(command, check=True)

    def close(self) -> None:
        if self.mounted:
            command = [shutil.which("umount") or "umount", "-l", str(self.folder)]
            subprocess.run(command, check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    disk = SmallDisk(tmp_path)
    yield disk
    disk.close()


def test_a_full_disk_is_a_sentence_and_the_sweep_goes_on_when_there_is_room(
    design: Path, expected: str, small_disk: SmallDisk
):
    out, chunk = small_disk.folder, "2" if small_disk.mounted else "64"
    full = swept(design, out, "--chunk", chunk, **small_disk.limits)
    assert full.code == 2
    assert "cannot be written to" in full.err
    assert "make room there and type the same command again" in full.err
    assert "Traceback" not in full.err
    assert len(list(out.glob("*/points-*.npz"))) < 48
    small_disk.make_room()
    assert swept(design, out, "--chunk", "2").digest == expected


# On a cluster
class Cluster:
    """A real Dask scheduler and two workers, each under its own nanny, as on two machines."""

    def __init__(self, folder: Path) -> None:
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self.log = (folder / "cluster.log").open("wb")
        fails_at_once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
        self.scheduler = self._start(
            "scheduler", "--port", self.address.rpartition(":")[2], "--host", "127.0.0.1",
            **fails_at_once,
        )  # fmt: skip
        wait_until(self._answers)
        poison = ("--preload", str(folder / "poison.py"))
        self.nannies = [
            self._start(
                "worker", self.address, "--nthreads", "1", "--local-directory", str(folder), *poison
            )
            for _ in range(2)
        ]

    def _start(self, kind: str, *arguments: str, **more: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *arguments]
        return subprocess.Popen(
            [*command, "--no-dashboard"], stdout=self.log, stderr=self.log, env=os.environ | more
        )

    def _answers(self) -> bool:
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", int(self.address.rpartition(":")[2]))) == 0

    @staticmethod
    def workers_of(nanny: subprocess.Popen[bytes]) -> list[psutil.Process]:
        children = psutil.Process(nanny.pid).children(recursive=True)
        return [c for c in children if "spawn_main" in " ".join(c.cmdline())]

    def close(self) -> None:
        ours = [p for n in (*self.nannies, self.scheduler) for p in _family(n.pid)]
        for process in ours:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        for one in (*self.nannies, self.scheduler):
            one.wait()
        self.log.close()


def _family(pid: int) -> list[psutil.Process]:
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


@pytest.fixture(scope="module")
def cluster(files: Path) -> Iterator[Cluster]:
    pytest.importorskip("distributed", reason="Dask is an extra: coprod-sim[cluster]")
    cluster = Cluster(files)
    yield cluster
    cluster.close()


def test_on_a_cluster_a_deadly_point_is_named_and_the_rest_finish(
    files: Path, cluster: Cluster, tmp_path: Path
):
    ending = swept(files / "bad.toml", tmp_path, "--where", cluster.address, "--chunk", "3")
    assert ending.code == 0, ending.err
    assert "4 points played" in ending.out
    assert "Point 3 failed: it ends its process on every worker" in ending.out


def test_a_killed_worker_and_then_a_whole_machine_change_nothing(
    design: Path, expected: str, cluster: Cluster, tmp_path: Path
):
    driver = Driver(design, tmp_path, "--where", cluster.address, "--chunk", "2")
    driver.wait_for_parts(2)
    one, other = cluster.nannies
    for worker in cluster.workers_of(one):
        worker.kill()
    driver.wait_for_parts(6)
    gone = _family(other.pid)
    assert len(gone) > 1
    for process in gone:
        process.kill()
    assert driver.end().digest == expected


def test_when_the_scheduler_dies_the_sweep_says_so_and_is_finished_here(
    design: Path, expected: str, cluster: Cluster, tmp_path: Path
):
    driver = Driver(design, tmp_path, "--where", cluster.address, "--chunk", "2")
    driver.wait_for_parts(2)
    cluster.scheduler.kill()
    lost = driver.end()
    assert lost.code == 2
    assert "no longer answers. What is finished is kept" in lost.err
    kept = driver.parts()
    assert 2 <= kept < 48
    assert swept(design, tmp_path).digest == expected


def test_an_address_where_nobody_answers_is_a_sentence(
    design: Path, monkeypatch: pytest.MonkeyPatch
):
    pytest.importorskip("distributed", reason="Dask is an extra: coprod-sim[cluster]")
    monkeypatch.setattr("coprod_sim.results.sweeps.cluster.CONNECT", 1.0)
    with pytest.raises(InputError, match=r"no scheduler answers at tcp://127.0.0.1"):
        sweep(load_experiment(design), where=f"tcp://127.0.0.1:{free_port()}", on_progress=silent)


def test_a_cluster_without_workers_is_said_and_waited_for(
    design: Path, expected: str, caplog: pytest.LogCaptureFixture
):
    distributed = pytest.importorskip("distributed", reason="Dask is an extra")
    options = {"n_workers": 0, "processes": False, "dashboard_address": "127.0.0.1:0"}
    with (
        ThreadPoolExecutor(1) as pool,  # ends last: a sweep whose cluster has gone ends by itself
        distributed.LocalCluster(**options) as nobody,
        distributed.Client(nobody) as client,
    ):
        found = pool.submit(sweep, load_experiment(design), where=client, on_progress=silent)
        wait_until(lambda: "no worker has joined the scheduler yet" in caplog.text)
        assert not found.done()
        nobody.scale(1)
        assert f"digest: {found.result(timeout=120).digest}" == expected
