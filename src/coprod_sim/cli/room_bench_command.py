"""Measure the live room on this computer: load, a busy model, kills, and what is lost (about 4 minutes)."""

import argparse
import json
import sys
from pathlib import Path

from coprod_sim.errors import InputError


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `room-bench`."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers there")
    parser.add_argument("--quick", action="store_true", help="100 phones, 6 seconds, a first look")
    parser.add_argument("--participants", type=int, default=1000, metavar="N", help="phones (1000)")


def run(arguments: argparse.Namespace) -> int:
    """Measure and print; exit code 1 if a vote was lost."""
    from coprod_sim.bench.room import measure_room, table  # noqa: PLC0415 - other commands need none

    phones = 100 if arguments.quick else arguments.participants
    if not 5 <= phones <= 2000:
        raise InputError(f"--participants must be between 5 and 2000, but is {phones}")
    seconds = 6.0 if arguments.quick else 60.0
    figures = measure_room(phones, seconds, tell=sys.stderr.write)
    sys.stdout.write(table(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 1 if figures["votes_lost"] else 0
