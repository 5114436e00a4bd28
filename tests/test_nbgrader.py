"""A teacher goes with the real nbgrader from one command to feedback: nothing of ours in its way."""

import csv
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

pytest.importorskip(
    "nbgrader", reason="nbgrader is not installed; it comes with the extra 'nbgrader'"
)
pytestmark = pytest.mark.slow
DOCS = Path(__file__).resolve().parents[1] / "docs"
OLD = "formgrade"
"""A command that nbgrader no longer has; the page of its name in JupyterLab took its place."""
SORTED, TEXT = "1_1_which_leaflet", "2_3_the_honest_case"


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
    """Write a course the documented way: one command, from the kit alone."""
    folder = tmp_path_factory.mktemp("of_a_teacher") / "course"
    done = subprocess.run(
        [sys.executable, "-m", "coprod_sim", "exercises", "course", str(folder)],
        cwd=folder.parent, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "25 assignments" in done.stdout
    return folder


def handed_in(course: Path, learner: str, name: str, answer: str | None) -> None:
    """Hand the released notebook in, with an answer written where it belongs."""
    place = course / "submitted" / learner / name
    place.mkdir(parents=True)
    table = json.loads((course / "release" / name / "exercise.ipynb").read_text(encoding="utf-8"))
    for cell in table["cells"]:
        if answer is not None and cell["id"] == "answer":
            cell["source"] = answer
        if answer is not None and cell["id"] == "reflection":
            cell["source"] = "The first line of our own notice sells."
    (place / "exercise.ipynb").write_text(json.dumps(table), encoding="utf-8")


ALL_RIGHT = {
    "thrilled": "sells", "costs": "helps", "survey": "sells", "unknown": "helps", "dropped": "helps",
    "saves": "sells", "buses": "helps", "modern": "sells", "experts": "sells", "decides": "helps",
}  # fmt: skip
TWO_OF_TEN_TURNED = ALL_RIGHT | {"survey": "helps", "saves": "helps"}


def test_what_learners_get_holds_no_answer_and_no_way_to_one(course):
    files = list((course / "release").rglob("*.ipynb"))
    assert len(files) == 25
    for path in files:
        text = path.read_text(encoding="utf-8")
        for secret in (
            "right_answer",
            "answer_key",
            "BEGIN SOLUTION",
            "HIDDEN",
            "most = 2",
            "A person marks this",
        ):
            assert secret not in text, (path, secret)
    released = (course / "release" / SORTED / "exercise.ipynb").read_text("utf-8")
    assert "answer = {}" in released
    assert "NotImplementedError" not in released
    rubric = (course / "release" / TEXT / "exercise.ipynb").read_text("utf-8")
    assert "A line that misses it" in rubric


def documented() -> list[str]:
    """Give every command of nbgrader's on a page of the documentation, in a block, a table or a sentence."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")))
    found = re.findall(r"(?:^ *|`)nbgrader ([a-z][^`\n|]*)", pages, re.MULTILINE)
    return sorted({line.strip() for line in found} - {OLD})


def test_marking_by_hand_is_a_page_of_jupyterlab_and_no_command_of_its_own(course):
    told = (DOCS / "howto" / "exercises.md").read_text(encoding="utf-8")
    assert f"`nbgrader {OLD}` says it is no longer a command" in told
    assert "/formgrader" in told
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "server", "extension", "list"], cwd=course, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert re.search(
        r"nbgrader.server_extensions.formgrader.*(enabled|OK)", done.stdout + done.stderr
    )


def test_a_student_cannot_ask_the_kit_for_the_right_answer():
    import coprod_sim.learning.answer_key as key  # noqa: PLC0415

    assert not hasattr(key, "right_answer")


def test_points_are_given_part_by_part_and_a_text_waits_for_a_person(course):
    handed_in(course, "ann", SORTED, f"answer = {ALL_RIGHT!r}")
    handed_in(course, "cem", SORTED, f"answer = {TWO_OF_TEN_TURNED!r}")
    handed_in(course, "bob", SORTED, None)
    handed_in(course, "ann", TEXT, "Dear Jo, it takes 825 hours, and you give up the last word.")
    for name in (SORTED, TEXT):
        nbgrader(course, "autograde", name)
    nbgrader(course, "export")
    with (course / "grades.csv").open(encoding="utf-8") as file:
        rows = {(r["assignment"], r["student_id"]): r for r in csv.DictReader(file)}
    points = {who: float(rows[SORTED, who]["score"]) for who in ("ann", "cem", "bob")}
    assert points == {"ann": 2.0, "cem": 1.2, "bob": 0.0}, "five cards lie right under one heading"
    assert float(rows[SORTED, "ann"]["max_score"]) == 3.0
    assert float(rows[TEXT, "ann"]["score"]) == 0.0, "no computer has marked it"
    assert float(rows[TEXT, "ann"]["max_score"]) == 13.0, "two for each of six criteria, and one"
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        waiting = book.execute("SELECT count(*) FROM grade WHERE needs_manual_grade").fetchone()
    assert waiting[0] == 10, "three reflections, a text, and each of its six criteria"
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        fields = book.execute(
            "SELECT name FROM base_cell WHERE name LIKE '2_3-criterion-%'"
        ).fetchall()
    assert len(fields) == 6, "each criterion has a field of its own"


def test_an_empty_or_bare_hand_in_gets_words_and_no_traceback(course):
    handed_in(course, "dee", SORTED, repr(ALL_RIGHT))
    handed_in(course, "fay", SORTED, "answer = about 20")
    for who in ("dee", "fay"):
        nbgrader(course, "autograde", SORTED, f"--student={who}")
    nbgrader(course, "generate_feedback", SORTED)
    for who in ("bob", "dee", "fay"):
        page = (course / "feedback" / who / SORTED / "exercise.html").read_text(encoding="utf-8")
        assert "Traceback (most recent call last)" not in page or who == "fay"
        assert "Copy your answer from the exercise" in page
        assert ("No answer has been handed in" in page) == (who == "bob")


def test_feedback_tells_a_student_in_words_which_part_is_not_there_yet(course):
    nbgrader(course, "generate_feedback", SORTED)
    page = (course / "feedback" / "cem" / SORTED / "exercise.html").read_text(encoding="utf-8")
    assert "8 of 10 are where they belong" in page
    assert "Nine in ten people told us that they want better care." in page, "which card it is"
    assert "Your answer: Helps you judge" in page
    assert "Not there." in page
    assert "1.2 of 2 points" in page
    assert "application/vnd.jupyter.widget-view+json" not in page, "what needs a script stays blank"


def test_every_command_of_nbgraders_that_is_documented_runs(course):
    handed_in(course, "eve", SORTED, f"answer = {ALL_RIGHT!r}")
    (course / "submitted" / "eve" / SORTED / "timestamp.txt").write_text("2030-04-01 09:00 UTC")
    commands = documented()
    assert len(commands) >= 5
    for word in ("db", "autograde", "generate_feedback", "export"):
        mine = [line for line in commands if line.split()[0] == word]
        assert mine, word
        for line in mine:
            nbgrader(course, *shlex.split(line))
    assert {line.split()[0] for line in commands} == {
        "db",
        "autograde",
        "generate_feedback",
        "export",
    }
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        due = book.execute("SELECT duedate FROM assignment WHERE name = ?", (SORTED,)).fetchone()
    assert due[0].startswith("2030-03-31")
