"""List the exercises, check them, write the learner's copy or a course, or pool what was learnt."""

import argparse
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from coprod_sim.errors import InputError, known
from coprod_sim.learning.answer_key import key_faults
from coprod_sim.learning.course import RELEASE, write_course
from coprod_sim.learning.exercise import exercise_folders, id_of, load_exercise
from coprod_sim.learning.learnt import ENDING, pooled, read_folder
from coprod_sim.learning.release import build, release

SEEDS = (1, 2, 3)
"""Seeds with which every answer is tried."""


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `exercises`."""
    each = (f"{name}: {_said(do)}" for name, do in WORK.items())
    parser.add_argument("what", metavar="WHAT", help=f"what to do. {'; '.join(each)}.")
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=Path,
        help="a folder of one exercise, one to write to, or the one with learners' short tests",
    )


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for."""
    known(arguments.what, WORK, f"one of {', '.join(WORK)}")
    return WORK[arguments.what](arguments.folder)


def _said(do: Callable[[Path | None], int]) -> str:
    """Say what a kind of work does, as it stands over it."""
    first, *rest = (do.__doc__ or "").rstrip(".")
    return "".join((first.lower(), *rest))


def _list(_: Path | None) -> int:
    """Print every exercise with its kind and minutes."""
    for folder in exercise_folders():
        one = load_exercise(folder)
        sys.stdout.write(f"  {one.number:<5}{one.title:<44}{one.kind:<11}{one.minutes} min\n")
    return 0


def _check(folder: Path | None) -> int:
    """Read every exercise, or one, try its answers with three seeds, and say everything that is wrong."""
    wrong: list[str] = []
    if folder is not None and not folder.is_dir():
        raise InputError(
            f"{folder}: is no folder; 'coprod-sim exercises check' needs the folder of one exercise, "
            f"such as {_nearest(folder.name)}"
        )
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


def _nearest(name: str) -> Path:
    """Give the folder of the exercise whose name or number is the nearest, or of the first one."""
    named = {called: one for one in exercise_folders() for called in (one.name, id_of(one))}
    close = get_close_matches(name.lower().replace(".", "_"), named, n=1)
    return named[close[0]] if close else exercise_folders()[0]


def _release(folder: Path | None) -> int:
    """Write the learner's copy."""
    if folder is None:
        raise InputError(
            "'coprod-sim exercises release' needs a folder to write to, such as for_learners"
        )
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


def _course(folder: Path | None) -> int:
    """Write a course for nbgrader, with the learners' version of every exercise."""
    if folder is None:
        raise InputError(
            "'coprod-sim exercises course' needs a folder to write to, such as my_course"
        )
    names = write_course(folder)
    sys.stdout.write(
        f"{folder}: {len(names)} assignments. Give learners what is in {folder / RELEASE}.\n"
    )
    return 0


def _learnt(folder: Path | None) -> int:
    """Put together the results of five or more learners' short tests, before and after."""
    if folder is None:
        raise InputError(
            f"'coprod-sim exercises learnt' needs the folder with the files that end in {ENDING}"
        )
    found = pooled(read_folder(folder))
    sys.stdout.write(
        f"{found.people} people, {found.of} questions before and {found.of} others after.\n"
        f"Right before: {found.before:.1f} on average. Right after: {found.after:.1f}.\n"
        f"Gain of each person: {found.gain:+.1f} on average "
        f"(95 % range: {found.low:+.1f} to {found.high:+.1f}).\n"
        f"Began with the first form: {found.began['first']}; with the second: {found.began['second']}.\n"
        "There is no group that had no lessons, so what else happened between the two tests counts in, too.\n"
    )
    return 0


WORK = {
    "list": _list,
    "check": _check,
    "release": _release,
    "course": _course,
    "learnt": _learnt,
    "build": _build,
}
