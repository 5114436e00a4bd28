"""Writes a course for nbgrader: its settings, and every exercise as an assignment, ready to be handed out."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from coprod_sim.errors import InputError
from coprod_sim.file_lock import lock_of
from coprod_sim.learning.exercise import NOTEBOOK, exercise_folders, load_exercise
from coprod_sim.learning.notebooks import STUB, exercise_notebook, write_here
from coprod_sim.learning.progress.progress_place import NAME
from coprod_sim.own_places import home_for_libraries
from coprod_sim.signing import sign

SETTINGS = "nbgrader_config.py"
PERSONAL = [NAME, lock_of(Path(NAME)).name]
SOURCE, RELEASE = "source", "release"
CONFIG = """c = get_config()
c.CourseDirectory.course_id = "co-production"
c.ExecutePreprocessor.timeout = 180  # a run of the model takes a few seconds, the first one longer
c.ExecutePreprocessor.store_widget_state = False  # marked notebooks show what was said as text
c.CourseDirectory.ignore.extend({personal!r})  # what learners keep for themselves is not handed in
c.ClearSolutions.code_stub = {{"python": {stub!r}}}  # what learners find in the cell for their answer
c.ClearSolutions.text_stub = {write!r}
"""


def write_course(place: Path) -> list[str]:
    """Write a course into a new folder and let nbgrader make what learners get; gives the assignments.

    Raises:
        InputError: If the folder holds something already, nbgrader is not installed, or it fails.
    """
    if place.exists() and any(place.iterdir()):
        raise InputError(f"{place}: is there already and not empty; choose a new folder")
    if find_spec("nbgrader") is None:
        raise InputError(
            "a course needs nbgrader, which is not installed; install it beside the kit: "
            "python -m pip install nbgrader"
        )
    names = []
    for folder in exercise_folders():
        assignment = place / SOURCE / folder.name
        assignment.mkdir(parents=True)
        text = exercise_notebook(load_exercise(folder), course=True)
        (assignment / NOTEBOOK).write_text(text, encoding="utf-8")
        names.append(folder.name)
    (place / SETTINGS).write_text(
        CONFIG.format(stub=STUB, write=write_here(), personal=PERSONAL), encoding="utf-8"
    )
    _generate(place)
    sign(place.rglob("*.ipynb"))
    return names


def _generate(place: Path) -> None:
    """Let nbgrader write the release version of all assignments."""
    programs = Path(sys.executable).parent  # nbgrader calls its database tool by name
    environment = os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}
    environment |= home_for_libraries()
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "--assignment=*"],
        cwd=place, env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise InputError(f"{place}: nbgrader could not make the learners' version: {last[-300:]}")
