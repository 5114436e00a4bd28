"""Rerun one row of stored results and say whether it gives the same numbers."""

import argparse
import sys
from pathlib import Path

from coprod_sim.cli.options import whole
from coprod_sim.results import verify
from coprod_sim.results.first_version import write_inputs
from coprod_sim.results.store import read


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `verify`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="results.parquet")
    parser.add_argument("--row", type=whole, default=0, metavar="N", help="which row (0)")
    parser.add_argument(
        "--again",
        type=Path,
        metavar="DIR",
        help="for a result of the first version: write what was played as files that this one plays",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print stored and rerun numbers; exit code 1 when they differ."""
    if arguments.again is not None:
        command, notes = write_inputs(read(arguments.file).attrs, arguments.again)
        sys.stdout.write("".join(f"{line}\n" for line in (*notes, f"To play it: {command}")))
        return 0
    table = verify(arguments.file, arguments.row)
    sys.stdout.write(table.to_string() + "\n")
    same = bool(table["equal"].all())
    sys.stdout.write("The rerun gives the same numbers.\n" if same else "The numbers differ.\n")
    return 0 if same else 1
