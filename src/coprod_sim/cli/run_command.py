"""Run one of the simulations in `simulations/`, or one of your own."""

import argparse
import sys
from pathlib import Path

from coprod_sim.results.experiment import find_simulation, run_experiment, write_expected
from coprod_sim.results.store import save


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `run`."""
    parser.add_argument(
        "simulation", metavar="SIMULATION", help="a name from 'coprod-sim list', or a folder"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, help="also write the table there")
    parser.add_argument(
        "--accept",
        action="store_true",
        help="write the result into expected.csv, as the one to compare with",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the experiment and print its table."""
    folder = find_simulation(arguments.simulation)
    frame = run_experiment(folder)
    sys.stdout.write(frame.round(4).to_string(index=False, max_rows=200) + "\n")
    if arguments.out:
        for path in save(frame, arguments.out, folder.name):
            sys.stdout.write(f"Written: {path}\n")
    if arguments.accept:
        sys.stdout.write(f"Accepted: {write_expected(folder, frame)}\n")
    return 0
