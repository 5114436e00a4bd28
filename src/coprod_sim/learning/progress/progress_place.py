"""Says where what a learner does is kept: beside the work, but never in a folder that is handed in."""

import os
from pathlib import Path

from coprod_sim.files import private_folder
from coprod_sim.kit_folders import EXERCISE, EXERCISES, NOTEBOOKS
from coprod_sim.own_places import home_of_person

NAME = "coprod_progress.json"
SET_BY = "COPROD_PROGRESS"
"""The environment variable that puts the file somewhere else."""
SIGNS = (NOTEBOOKS, EXERCISES)
"""Folders by which the place of the work is known."""
HANDED_IN = ("submitted", "autograded")
"""Folders of a course in which lies what learners handed in."""


def progress_file() -> Path:
    """Say where progress is kept: next to the work, whichever notebook asks.

    An exercise that stands alone is handed in with all that lies beside it: then the file lies in the
    person's own folder.
    """
    if os.environ.get(SET_BY):
        return Path(os.environ[SET_BY])
    here = Path.cwd().resolve()
    for folder in (here, *list(here.parents)[:3]):
        if any((folder / sign).is_dir() for sign in SIGNS) and not handed_in(folder):
            return folder / NAME
    if handed_in(here):
        return private_folder(home_of_person() / ".coprod_sim") / NAME
    return here / NAME


def left_beside() -> Path | None:
    """Give a progress file of this person's that lies in a folder that is handed in, if there is one."""
    file = Path.cwd().resolve() / NAME
    ours = not set(HANDED_IN) & set(file.parts) and not os.environ.get(SET_BY)
    return file if ours and handed_in(file.parent) and file.is_file() else None


def nobody_there() -> bool:
    """Say whether a program runs this notebook, to mark or to export it, and no person sits before it."""
    from IPython import get_ipython  # noqa: PLC0415 - only where there is a notebook

    asked = getattr(get_ipython(), "get_parent", dict)()
    by_program = (
        asked.get("content", {}).get("allow_stdin") is False
    )  # a page would let itself be asked
    voila = os.environ.get("SERVER_SOFTWARE", "").startswith("voila")
    return "NBGRADER_EXECUTION" in os.environ or (by_program and not voila)


def handed_in(folder: Path) -> bool:
    """Say whether a folder holds an exercise's notebook, and so may be handed in whole."""
    return (folder / EXERCISE).is_file()
