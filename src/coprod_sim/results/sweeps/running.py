"""Runs a sweep: plays what is missing, here or on a cluster, and puts the whole table together."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.quantities import whole_number
from coprod_sim.results.dictionary import described
from coprod_sim.results.experiments import Experiment
from coprod_sim.results.experiments.design import points_of
from coprod_sim.results.experiments.load import experiment_of
from coprod_sim.results.experiments.loaded import Loaded, check_decisions, read_in
from coprod_sim.results.experiments.point import Point
from coprod_sim.results.player import Progress
from coprod_sim.results.store import save
from coprod_sim.results.sweeps.finished import KEPT, Finished
from coprod_sim.results.sweeps.local import Stretch, play_here
from coprod_sim.results.sweeps.points import PointResults
from coprod_sim.results.sweeps.progress import shown
from coprod_sim.results.sweeps.result import SweepResult
from coprod_sim.results.sweeps.sweep_table import table_of
from coprod_sim.taking import takes_what_it_says

type Given = Experiment | str | Path | dict[str, Any]
"""An experiment, a table of its settings, or the path of its file."""
WORK = 5e7
"""Citizens times decisions times runs times variants that go into one stretch of points, about."""
MOST = 100_000
"""The most points that may be asked for in one stretch [points]."""
LONGEST = 64
"""The most points in one stretch [points]."""


@takes_what_it_says
def sweep(
    experiment: Given, *, out: str | Path | None = None, where: Any = None,
    threads: int | None = None, chunk: int | None = None, retry: bool = False,
    on_progress: Progress | None = None,
) -> SweepResult:  # fmt: skip
    """Play every variant at every point; the same experiment gives the same numbers anywhere.

    Args:
        experiment: what is varied, compared and measured, on one case: an `Experiment`, a table of its
            settings, or the path of its `.toml` file.
        out: a folder where finished parts are kept; the same call goes on from them after any stop.
        where: the address of a Dask scheduler (`tcp://...`, `tls://...`), the path of its `.json` file,
            or a Dask `Client`; without it, all cores of this computer.
        threads: threads here (all cores).
        chunk: points that are played together; changes speed, never numbers.
        retry: try points that failed before once more.
        on_progress: is told the points done and all points; without it, a bar with the time left.

    Returns:
        The table of all points, and those that failed.

    Raises:
        InputError: for what does not fit, a full disk, or a cluster that no longer answers.
    """
    loaded, points = _read_in(experiment)
    kept = None if out is None else Path(out)
    parts = Finished(kept, loaded) if kept is not None else None
    found = parts.read() if parts else PointResults()
    if retry:
        found.failed.clear()
    missing = [n for n in range(len(points)) if n not in found.arrays and n not in found.failed]
    together = (
        _chunk(loaded, len(missing)) if chunk is None else whole_number("chunk", chunk, 1, MOST)
    )
    stretches = stretches_of(points, missing, together)
    with shown(on_progress) as tell:
        _play(loaded, stretches, found, parts, where, threads, (tell, len(points)))
    return _together(loaded, points, found, kept)


@takes_what_it_says
def load_sweep(experiment: Given, out: str | Path) -> SweepResult:
    """Put together what is finished in a folder, without playing anything.

    Args:
        experiment: what was swept, as in `sweep`.
        out: the folder it was kept in.

    Returns:
        The table of the points that are finished.

    Raises:
        InputError: when nothing is finished there.
    """
    loaded, points = _read_in(experiment)
    return _together(loaded, points, Finished(Path(out), loaded).read(), None)


def _read_in(given: Given) -> tuple[Loaded, list[Point]]:
    experiment = experiment_of(given)
    experiment.check_sweep()
    loaded = read_in(experiment)
    if not loaded.inputs:
        raise InputError("nothing is varied: name at least one input under 'vary'")
    check_decisions(experiment, [loaded.case.but(experiment.settings)])
    return loaded, points_of(loaded)


def stretches_of(points: Sequence[Point], missing: Sequence[int], longest: int) -> list[Stretch]:
    """Cut the missing points into stretches without a gap, each at most so long.

    Args:
        points: all points.
        missing: the numbers of those to be played, in order.
        longest: the most points in one stretch.

    Returns:
        The stretches, in order.
    """
    return [[(n, points[n]) for n in run] for run in _runs(missing, longest)]


def _runs(numbers: Sequence[int], longest: int) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and (number != run[-1] + 1 or len(run) == longest):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _chunk(loaded: Loaded, missing: int) -> int:
    """Choose how many points go together: seconds of work, and enough stretches to share out."""
    citizens = loaded.experiment.settings.get("people.citizens", loaded.case.people.citizens)
    about = loaded.inputs.get("citizens")
    citizens = about.high if about is not None else citizens
    each = (
        citizens
        * loaded.case.decisions.count
        * loaded.experiment.runs
        * len(loaded.experiment.all_variants)
    )
    return max(1, min(LONGEST, int(WORK / each), missing // 8))


def _play(
    loaded: Loaded,
    stretches: Sequence[Stretch],
    found: PointResults,
    parts: Finished | None,
    where: Any,
    threads: int | None,
    telling: tuple[Progress, int],
) -> None:
    tell, total = telling

    def done() -> int:
        return sum(n < total for n in (*found.arrays, *found.failed))

    def keep(stretch: Stretch, got: PointResults) -> None:
        if parts is not None:
            parts.keep([number for number, _ in stretch], got)
        found.add(got)
        tell(done(), total)

    tell(done(), total)
    if where is None:
        play_here(loaded, stretches, keep, parts, threads)
    else:
        from coprod_sim.results.sweeps.cluster import play_there  # noqa: PLC0415 - an extra

        play_there(loaded, stretches, keep, where)


def _together(
    loaded: Loaded, points: Sequence[Point], found: PointResults, out: Path | None
) -> SweepResult:
    arrays = {n: a for n, a in found.arrays.items() if n < len(points)}
    failed = {n: found.failed[n] for n in sorted(found.failed) if n < len(points)}
    if not arrays:
        why = next(iter(failed.values()), "nothing is finished yet")
        raise InputError(f"no point gave a result; the first reason: {why}")
    result = SweepResult(
        experiment=loaded.experiment, frame=table_of(loaded, points, arrays), failed=failed
    )
    result.frame.attrs = _provenance(loaded, result)
    described(result.frame, result.inputs)
    if out is not None:
        try:
            save(result.frame, Path(out))
        except InputError as problem:
            raise InputError(f"{problem}. {KEPT}") from None
    return result


def _provenance(loaded: Loaded, result: SweepResult) -> dict[str, Any]:
    return {
        "experiment": loaded.experiment.model_dump(mode="json"),
        "digest": result.digest,
        "failed": {str(n): why for n, why in result.failed.items()},
        "code": loaded.code,
    }
