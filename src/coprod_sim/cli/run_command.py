"""Run one of the simulations in `simulations/`, or one of your own."""

import argparse
import sys
from pathlib import Path
from typing import Any

from coprod_sim.cli import options
from coprod_sim.errors import InputError
from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.simulations import (
    EXPERIMENT,
    find_simulation,
    run_simulation,
    write_expected,
)
from coprod_sim.results.store import save


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `run`."""
    parser.add_argument(
        "simulation", metavar="SIMULATION", help="a name from 'coprod-sim list', or a folder"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="also write the table there")
    parser.add_argument(
        "--citizens", type=options.whole, metavar="N", help="so many citizens instead of the file's"
    )
    parser.add_argument(
        "--runs", type=options.whole, metavar="N", help="so many runs instead of the file's"
    )
    parser.add_argument(
        "--accept",
        action="store_true",
        help="write the result into expected.csv, as the one to compare with",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the experiment and print its table."""
    folder = find_simulation(arguments.simulation)
    changes = _changes(arguments)
    if changes and arguments.accept:
        raise InputError("what is accepted must come from the file as it is: leave out the changes")
    frame = run_simulation(folder, **changes)
    sys.stdout.write(frame.round(4).to_string(index=False, max_rows=200) + "\n")
    if arguments.out:
        for path in save(frame, arguments.out, folder.name):
            sys.stdout.write(f"Written: {path}\n")
    if arguments.accept:
        sys.stdout.write(f"Accepted: {write_expected(folder, frame)}\n")
    return 0


def _changes(arguments: argparse.Namespace) -> dict[str, Any]:
    """Give what the command line says instead of the experiment's file."""
    changes: dict[str, Any] = {}
    if arguments.runs is not None:
        changes["runs"] = arguments.runs
    if arguments.citizens is not None:
        settings = load_experiment(find_simulation(arguments.simulation) / EXPERIMENT).settings
        changes["settings"] = settings | {"people.citizens": float(arguments.citizens)}
    return changes
