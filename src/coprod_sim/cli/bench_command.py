"""Measure speed and memory as ratios, in one run on this computer."""

import argparse
import json
import sys
from pathlib import Path


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `bench`."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers there")
    parser.add_argument(
        "--page", action="store_true", help="measure the leaders' page in a browser"
    )
    parser.add_argument(
        "--scale",
        action="store_true",
        help="measure sweeps, threads, workers, growing towns and memory instead",
    )
    parser.add_argument("--quick", action="store_true", help="smaller towns, for a first look")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; the ratios are what counts."""
    if arguments.page:
        return _page(arguments.json)
    if arguments.scale:
        return _scale(arguments.json, quick=arguments.quick)
    from coprod_sim.bench.ratios import measure_all, table  # noqa: PLC0415 - loads Mesa

    figures = measure_all(quick=arguments.quick, tell=sys.stderr.write)
    sys.stdout.write(table(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _page(file: Path | None) -> int:
    from coprod_sim.bench.page import MEANINGS, measure_page  # noqa: PLC0415 - needs a browser

    figures = measure_page()
    for name, value in figures.items():
        sys.stdout.write(f"{name:<20} {value:>9.3g}  {MEANINGS[name]}\n")
    if file:
        file.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


def _scale(file: Path | None, *, quick: bool) -> int:
    from coprod_sim.bench.scaling import measure_scaling, scaling_table  # noqa: PLC0415 - loads Mesa

    figures = measure_scaling(quick=quick, tell=sys.stderr.write)
    sys.stdout.write(scaling_table(figures))
    if file:
        values = {one.name: one.value for one in figures}
        file.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")
    return 0
