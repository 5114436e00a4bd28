"""List the exercises, check them, write the learner's copy, or build their notebooks."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.learning.answers import load_answers
from coprod_sim.learning.exercise import exercise_folders, load_exercise


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `exercises`."""
    parser.add_argument("what", choices=tuple(WORK), help="what to do")
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=Path,
        help="a folder of one exercise, or to write to",
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for."""
    return WORK[arguments.what](arguments.folder)


def _list(_: Path | None) -> int:
    """Print every exercise with its kind and minutes."""
    for folder in exercise_folders():
        one = load_exercise(folder)
        sys.stdout.write(f"  {one.number:<5}{one.title:<44}{one.kind:<11}{one.minutes} min\n")
    return 0


def _check(folder: Path | None) -> int:
    """Read every exercise, or one, and say everything that is wrong."""
    faults = []
    for place in [folder] if folder else exercise_folders():
        try:
            one = load_exercise(place)
            load_answers(place)
            sys.stdout.write(f"{place.name}: is a sound {one.kind} exercise.\n")
        except InputError as problem:
            faults.append(str(problem))
    if faults:
        raise InputError("\n".join(faults))
    return 0


WORK = {"list": _list, "check": _check}
