"""Play every point of a design file, keep what is finished, and go on after any stop."""

import argparse
import sys
from pathlib import Path

from coprod_sim.cli import options
from coprod_sim.errors import InputError
from coprod_sim.files import write_whole
from coprod_sim.quantities import whole_number
from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.experiments.declaration import MOST_POINTS
from coprod_sim.results.sweeps import SweepResult, sweep

SHOWN = 10
"""Points that failed which are named on screen; all of them are in the table's provenance."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `sweep`."""
    parser.add_argument("design", metavar="FILE", type=Path, help="a design file (.toml)")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, help="where parts and results go (coprod_sim_sweeps)"
    )
    parser.add_argument(
        "--where",
        metavar="ADDRESS",
        help="a Dask scheduler: tcp://HOST:8786, tls://..., or its scheduler.json",
    )
    options.threads(parser)
    parser.add_argument(
        "--chunk", type=options.whole, metavar="N", help="points that are played together"
    )
    parser.add_argument(
        "--points", type=options.whole, metavar="N", help="so many points instead of the file's"
    )
    parser.add_argument(
        "--extend", action="store_true", help="twice the points; those already there stay"
    )
    parser.add_argument(
        "--page",
        action="store_true",
        help="also write a page: what matters, when it does not gain enough, from where on it does",
    )
    parser.add_argument(
        "--retry", action="store_true", help="try points that failed before once more"
    )


def run(arguments: argparse.Namespace) -> int:
    """Play the sweep; the last line is its digest."""
    if arguments.points is not None:
        whole_number("points", arguments.points, 1, MOST_POINTS)
    experiment = load_experiment(arguments.design)
    points = (arguments.points or experiment.points) * (2 if arguments.extend else 1)
    experiment = experiment if points == experiment.points else experiment.with_points(points)
    out = arguments.out or Path("coprod_sim_sweeps") / arguments.design.stem
    swept = sweep(
        experiment,
        out=out,
        where=arguments.where,
        threads=arguments.threads,
        chunk=arguments.chunk,
        retry=arguments.retry,
    )
    _tell(swept, out)
    if arguments.page:
        _write_pages(swept, out)
    sys.stdout.write(f"digest: {swept.digest}\n")
    return 0


def _write_pages(swept: SweepResult, out: Path) -> None:
    """Write a page for each way that is set beside another; where there can be none, say why."""
    from coprod_sim.report.sweep_page import sweep_page  # noqa: PLC0415 - slow to load

    if not swept.experiment.pairs:
        sys.stdout.write(
            "No page: only one way was played, so there is nothing to set it beside.\n"
        )
    for variant in swept.experiment.pairs:
        path = out / f"{variant}.html"
        try:
            text = sweep_page(swept, variant)
        except InputError as problem:
            sys.stdout.write(f"No page for {variant}: {problem}\n")
            continue
        write_whole(path, text)
        sys.stdout.write(f"Page: {path}\n")


def _tell(swept: SweepResult, out: Path) -> None:
    played = swept.frame["point"].nunique()
    sys.stdout.write(f"{played} points played. Table: {out / 'results.parquet'}\n")
    for number, why in list(swept.failed.items())[:SHOWN]:
        sys.stdout.write(f"Point {number} failed: {why}\n")
    if len(swept.failed) > SHOWN:
        sys.stdout.write(f"{len(swept.failed) - SHOWN} more points failed.\n")
