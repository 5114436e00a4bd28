"""What a class on nbgrader stands on: a plain install, learners, a place to hand over, a teacher's marks."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plain_install import lay_out

NOTEBOOK = "exercise"
DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = DOCS / "howto" / "exercises.md"
OLD = "formgrade"
"""A command that nbgrader no longer has; the page of its name in JupyterLab took its place."""
EXCHANGE = "/srv/nbgrader/exchange"
"""Where the page on marking puts the exchange; here it lies in a folder of the test's."""


@dataclass(frozen=True, kw_only=True)
class Classroom:
    """A class in one folder: the kit as it is installed, the course, the exchange, a folder a learner."""

    place: Path

    @property
    def course(self) -> Path:
        return self.place / "course"

    def learner(self, name: str) -> Path:
        """Give the folder in which a learner works, with the settings of the course."""
        mine = self.place / name
        if not mine.is_dir():
            mine.mkdir()
            shutil.copy(self.course / "nbgrader_config.py", mine)
        return mine

    def environment(self, whose: Path) -> dict[str, str]:
        """What somebody's shell holds: the installed kit alone, and a home of their own."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("COPROD", "PYTHON"))}
        programs = Path(sys.executable).parent  # nbgrader calls its database tool by name
        return kept | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(self.place / "installed"),
            "COPROD_PROGRESS": str(whose / "progress.json"),
            "JUPYTER_CONFIG_DIR": str(whose / "config"),
            "JUPYTER_DATA_DIR": str(whose / "data"),
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }

    def run(self, where: Path, *words: str) -> str:
        """Type a command of a Python program somewhere; gives what it says."""
        done = subprocess.run(
            [sys.executable, "-m", *words], cwd=where, env=self.environment(where), check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr[-3000:]}"
        return done.stdout + done.stderr

    def teacher(self, *words: str) -> str:
        return self.run(self.course, "nbgrader", *words)

    def page(self, name: str, assignment: str) -> str:
        """Read the feedback that was written for a learner."""
        file = self.course / "feedback" / name / assignment / f"{NOTEBOOK}.html"
        return file.read_text(encoding="utf-8")


def installed(place: Path) -> Classroom:
    """Install the kit without a clone around it, and write a course with it the documented way."""
    lay_out(place / "installed")
    room = Classroom(place=place)
    assert "25 assignments" in room.run(place, "coprod_sim", "exercises", "course", "course")
    with_exchange(room)
    return room


def with_exchange(room: Classroom) -> None:
    """Make the place through which notebooks go back and forth with the documented lines, but in here."""
    for line in (*lines_of("mkdir"), *lines_of("chmod")):
        subprocess.run(shlex.split(_in_here(line, room)), check=True)
    (setting,) = lines_of("c.Exchange.root")
    with (room.course / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"{_in_here(setting, room)}\n")


def _in_here(line: str, room: Classroom) -> str:
    assert EXCHANGE in line
    return line.replace(EXCHANGE, (room.place / "exchange").as_posix())


def lines_of(start: str) -> list[str]:
    """Give the lines of the page on marking that begin so."""
    return [
        line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(start)
    ]


def documented(*words: str) -> list[str]:
    """Give every command of nbgrader's on a page of the documentation, in a block, a table or a sentence.

    Args:
        words: the commands wanted, in this order; all of them where none is named.
    """
    pages = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md")))
    found = re.findall(r"(?:^ *|`)nbgrader ([a-z][^`\n|]*)", pages, re.MULTILINE)
    lines = sorted({line.strip() for line in found} - {OLD})
    return [line for word in words for line in lines if line.split()[0] == word] or lines


def command(word: str, assignment: str) -> list[str]:
    """Give the one documented command that begins so, for an assignment."""
    (line,) = documented(word)
    head, _example, *rest = shlex.split(line)
    return [head, assignment, *rest]


def filled(file: Path, cells: Mapping[str, str]) -> None:
    """Write into the cells of a notebook what belongs there."""
    table = json.loads(file.read_text(encoding="utf-8"))
    for cell in table["cells"]:
        cell["source"] = cells.get(cell["id"], cell["source"])
    file.write_text(json.dumps(table), encoding="utf-8")


def handed_over(room: Classroom, name: str, assignment: str, cells: Mapping[str, str]) -> None:
    """Put a learner's notebook where the page says, as for a class without a shared server."""
    place = room.course / "submitted" / name / assignment
    shutil.copytree(room.course / "release" / assignment, place)
    filled(place / f"{NOTEBOOK}.ipynb", cells)


def handed_in(room: Classroom, name: str, assignment: str, cells: Mapping[str, str]) -> str:
    """Fetch an assignment, fill it in, run it from top to bottom and hand it in; gives what it shows."""
    mine = room.learner(name)
    room.run(mine, "nbgrader", *command("fetch_assignment", assignment))
    file = mine / assignment / f"{NOTEBOOK}.ipynb"
    filled(file, cells)
    run = ("nbconvert", "--to", "notebook", "--execute", "--inplace", str(file))
    room.run(mine, "jupyter", *run)
    room.run(mine, "nbgrader", *command("submit", assignment), f"--student={name}")
    return file.read_text(encoding="utf-8")


def marked_by_hand(
    room: Classroom, name: str, assignment: str, marks: Mapping[str, tuple[float, str]]
) -> None:
    """Give points and a comment for cells, as the page for marking by hand does with what is typed."""
    from nbgrader.api import Gradebook  # noqa: PLC0415 - only where nbgrader is installed

    with Gradebook(f"sqlite:///{room.course / 'gradebook.db'}") as book:
        for cell, (points, said) in marks.items():
            grade = book.find_grade(cell, NOTEBOOK, assignment, name)
            grade.manual_score, grade.needs_manual_grade = points, False
            book.find_comment(cell, NOTEBOOK, assignment, name).manual_comment = said
        book.db.commit()


def scores(room: Classroom) -> dict[tuple[str, str], tuple[float, float, int]]:
    """Give the points of each learner and assignment, the most there are, and what waits for a person."""
    from nbgrader.api import Gradebook, SubmittedAssignment  # noqa: PLC0415

    with Gradebook(f"sqlite:///{room.course / 'gradebook.db'}") as book:
        return {
            (one.student.id, one.assignment.name): (
                one.score,
                one.max_score,
                sum(g.needs_manual_grade for n in one.notebooks for g in n.grades),
            )
            for one in book.db.query(SubmittedAssignment)
        }
