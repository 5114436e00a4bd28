"""Rerun one row of stored results and say whether it gives the same numbers."""

import argparse
import sys
from pathlib import Path

from coprod_sim.cli.options import whole
from coprod_sim.results import verify


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `verify`."""
    parser.add_argument("file", metavar="FILE", type=Path, help="results.parquet")
    parser.add_argument("--row", type=whole, default=0, metavar="N", help="which row (0)")


def run(arguments: argparse.Namespace) -> int:
    """Print stored and rerun numbers; exit code 1 when they differ."""
    table = verify(arguments.file, arguments.row)
    sys.stdout.write(table.to_string() + "\n")
    same = bool(table["equal"].all())
    sys.stdout.write("The rerun gives the same numbers.\n" if same else "The numbers differ.\n")
    return 0 if same else 1
