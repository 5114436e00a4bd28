"""List the exercises, check them, write the learner's copy, or build their notebooks."""

import argparse
import sys
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.learning.answer_key import key_faults
from coprod_sim.learning.exercise import exercise_folders, load_exercise
from coprod_sim.learning.release import build, release

SEEDS = (1, 2, 3)
"""Seeds with which every answer is tried."""


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
    """Read every exercise, or one, try its answers with three seeds, and say everything that is wrong."""
    wrong: list[str] = []
    for place in [folder] if folder else exercise_folders():
        try:
            one = load_exercise(place)
            found = [f"{place.name}: {f}" for seed in SEEDS for f in key_faults(one, seed)]
        except InputError as problem:
            wrong.append(str(problem))
            continue
        wrong += found
        if not found:
            sys.stdout.write(f"{place.name}: is a sound {one.kind} exercise.\n")
    if wrong:
        raise InputError("\n".join(wrong))
    return 0


def _release(folder: Path | None) -> int:
    """Write the learner's copy."""
    if folder is None:
        raise InputError("exercises release needs a folder to write to, such as for_learners")
    written = release(folder)
    sys.stdout.write(
        f"{folder}: {len(written)} exercises, without solutions and trainer's notes.\n"
    )
    return 0


def _build(_: Path | None) -> int:
    """Write anew what is made from other files: notebooks of exercises, cells of lessons, glossary."""
    changed = build()
    sys.stdout.write("".join(f"{path}\n" for path in changed) or "Everything is up to date.\n")
    return 0


WORK = {"list": _list, "check": _check, "release": _release, "build": _build}
