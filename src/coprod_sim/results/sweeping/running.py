"""Runs a sweep: plays what is missing, here or on a cluster, and puts the whole table together."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.results.experiments.points import Point
from coprod_sim.results.store import save
from coprod_sim.results.sweeping.declaration import Design
from coprod_sim.results.sweeping.job import Job, job_of
from coprod_sim.results.sweeping.local import Stretch, play_here
from coprod_sim.results.sweeping.parts import KEPT, Parts
from coprod_sim.results.sweeping.playing import Found
from coprod_sim.results.sweeping.points import points_of
from coprod_sim.results.sweeping.progress import Progress, shown
from coprod_sim.results.sweeping.swept import Swept
from coprod_sim.results.sweeping.table import table_of

WORK = 5e7
"""Citizens times decisions times runs times variants that go into one stretch of points, about."""
LONGEST = 64
"""The most points in one stretch [points]."""


def sweep(
    design: Design,
    *,
    out: Path | None = None,
    where: Any = None,
    threads: int | None = None,
    chunk: int | None = None,
    retry: bool = False,
    on_progress: Progress | None = None,
) -> Swept:
    """Play every variant at every point of a design; the same design gives the same numbers anywhere.

    Args:
        design: what is varied, compared and measured.
        out: a folder where finished parts are kept; the same call goes on from them after any stop.
        where: the address of a Dask scheduler (`tcp://...`, `tls://...`), the path of its `.json` file,
            or a Dask `Client`; without it, all cores of this computer.
        threads: threads here (all cores).
        chunk: points that are played together; changes speed, never numbers.
        retry: try points that failed before once more.
        on_progress: is told the points done and all points; without it, a bar with the time left.

    Raises `InputError` for what does not fit, a full disk, or a cluster that no longer answers.
    """
    job = job_of(design)
    points = points_of(job)
    parts = Parts(Path(out), job) if out is not None else None
    found = parts.read() if parts else Found()
    if retry:
        found.failed.clear()
    missing = [n for n in range(len(points)) if n not in found.arrays and n not in found.failed]
    stretches = stretches_of(points, missing, chunk or _chunk(job, len(missing)))
    with shown(on_progress) as tell:
        _play(job, stretches, found, parts, where, threads, (tell, len(points)))
    return _together(job, points, found, out)


def load_swept(design: Design, out: Path) -> Swept:
    """Put together what is finished in a folder, without playing anything."""
    job = job_of(design)
    return _together(job, points_of(job), Parts(Path(out), job).read(), None)


def stretches_of(points: Sequence[Point], missing: Sequence[int], longest: int) -> list[Stretch]:
    """Cut the missing points into stretches without a gap, each at most so long."""
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


def _chunk(job: Job, missing: int) -> int:
    """Choose how many points go together: seconds of work, and enough stretches to share out."""
    citizens = job.design.settings.get("people.citizens", job.case.people.citizens)
    about = job.inputs.get("citizens")
    citizens = about.high if about is not None else citizens
    each = citizens * job.case.decisions.count * job.design.runs * len(job.design.all_variants)
    return max(1, min(LONGEST, int(WORK / each), missing // 8))


def _play(
    job: Job,
    stretches: Sequence[Stretch],
    found: Found,
    parts: Parts | None,
    where: Any,
    threads: int | None,
    telling: tuple[Progress, int],
) -> None:
    tell, total = telling

    def done() -> int:
        return sum(n < total for n in (*found.arrays, *found.failed))

    def keep(stretch: Stretch, got: Found) -> None:
        if parts is not None:
            parts.keep([number for number, _ in stretch], got)
        found.add(got)
        tell(done(), total)

    tell(done(), total)
    if where is None:
        play_here(job, stretches, keep, parts, threads)
    else:
        from coprod_sim.results.sweeping.cluster import play_there  # noqa: PLC0415 - an extra

        play_there(job, stretches, keep, where)


def _together(job: Job, points: Sequence[Point], found: Found, out: Path | None) -> Swept:
    arrays = {n: a for n, a in found.arrays.items() if n < len(points)}
    failed = {n: found.failed[n] for n in sorted(found.failed) if n < len(points)}
    if not arrays:
        why = next(iter(failed.values()), "nothing is finished yet")
        raise InputError(f"no point gave a result; the first reason: {why}")
    swept = Swept(design=job.design, frame=table_of(job, points, arrays), failed=failed)
    swept.frame.attrs = _provenance(job, swept)
    if out is not None:
        try:
            save(swept.frame, Path(out))
        except InputError as problem:
            raise InputError(f"{problem}. {KEPT}") from None
    return swept


def _provenance(job: Job, swept: Swept) -> dict[str, Any]:
    return {
        "design": job.design.model_dump(mode="json"),
        "digest": swept.digest,
        "failed": {str(n): why for n, why in swept.failed.items()},
        "code": job.code,
    }
