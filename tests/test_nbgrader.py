"""A trainer hands out and marks the exercises with the real nbgrader: nothing of ours in its way."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coprod_sim.learning.answer_key import load_answer_key

pytest.importorskip(
    "nbgrader", reason="nbgrader is not installed; it comes with the extra 'nbgrader'"
)
pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
NAME = "1_1_which_leaflet"
CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "co-production"
c.ExecutePreprocessor.timeout = 120
c.CourseDirectory.db_url = "sqlite:///gradebook.db"
"""


def nbgrader(course: Path, *words: str) -> None:
    programs = Path(sys.executable).parent  # nbgrader calls its database tool by name
    environment = os.environ | {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "COPROD_PROGRESS": str(course / "progress.json"),
        "JUPYTER_CONFIG_DIR": str(course / "config"),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words], cwd=course, env=environment, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("course")
    (folder / "nbgrader_config.py").write_text(CONFIG)
    source = folder / "source" / NAME
    source.mkdir(parents=True)
    shutil.copy(ROOT / "exercises" / NAME / "exercise.ipynb", source)
    nbgrader(folder, "generate_assignment", NAME)
    return folder


def handed_in(course: Path, learner: str, answer: str | None) -> None:
    """Hand the released notebook in, with an answer written where it belongs."""
    place = course / "submitted" / learner / NAME
    place.mkdir(parents=True)
    table = json.loads((course / "release" / NAME / "exercise.ipynb").read_text(encoding="utf-8"))
    for cell in table["cells"]:
        if answer is not None and cell["id"] == "answer":
            cell["source"] = f"answer = {answer}"
        if answer is not None and cell["id"] == "reflection":
            cell["source"] = "The first line of our own notice sells."
    (place / "exercise.ipynb").write_text(json.dumps(table), encoding="utf-8")


def test_solutions_and_hidden_tests_are_taken_out(course):
    text = (course / "release" / NAME / "exercise.ipynb").read_text(encoding="utf-8")
    for secret in ("right_answer", "BEGIN SOLUTION", "HIDDEN", "outcome.status"):
        assert secret not in text
    assert "YOUR CODE HERE" in text
    assert "check_answer" in text  # the learner still hears what is missing


def test_right_and_untouched_answers_are_marked_as_they_should(course):
    answers = load_answer_key(ROOT / "exercises" / NAME)
    handed_in(course, "ann", repr(answers.right[0].answer))
    handed_in(course, "bob", None)
    nbgrader(course, "autograde", NAME)
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    points = {name: float(row["score"]) for name, row in rows.items()}
    assert points == {"ann": 2.0, "bob": 0.0}
    assert {float(row["max_score"]) for row in rows.values()} == {3.0}
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        waiting = book.execute("SELECT count(*) FROM grade WHERE needs_manual_grade").fetchone()
    assert waiting[0] == 1, "the one reflection that was written waits for a person"
