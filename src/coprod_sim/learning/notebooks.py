"""Writes the notebooks and pages that follow from other files, so that nothing is written twice."""

import json
import re
from typing import Any

from coprod_sim.learning.default_result import CELL, default_result
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.lesson import Lesson
from coprod_sim.words import ENGLISH, words_in

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
POINTS, REFLECTION = 2, 1
"""Points for a right answer, and for the reflection, which a person marks [points]."""
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
HIDDEN, SHOWN = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"


def exercise_notebook(exercise: Exercise) -> str:
    """Write an exercise's notebook: complete to read, one cell for its page, and cells to mark."""
    one, name = exercise, exercise.id
    t = words_in(ENGLISH)
    facts = t("learner.exercise.facts", minutes=one.minutes, step=t(f"learner.step.{one.step}"))
    cells = [
        _text("task", f"# {one.number} {one.title}\n\n{facts}\n\n{one.task.strip()}"),
        _text("why", f"## {t('learner.exercise.why')}\n\n{one.why.strip()}"),
        _text("example", f"## {t('learner.exercise.example')}\n\n{one.example.strip()}"),
        _text("yours", f"## {t('learner.exercise.yours')}\n\n{t('learner.notebook.page')}"),
        _code(
            "open", f'from coprod_sim.apps.learner import exercise_here\n\nexercise_here("{name}")'
        ),
        _text("hand-in", f"## {t('learner.notebook.hand_in')}\n\n{t('learner.notebook.how')}"),
        _code("answer", _solution(name), _marked(f"{name}-answer", solution=True)),
        _code("check", _test(name), _marked(f"{name}-check", grade=True, points=POINTS)),
        _text("think", f"## {t('learner.notebook.think')}\n\n{one.reflection.strip()}"),
        _text(
            "reflection",
            f"{BEGIN}\n{t('learner.notebook.own')}\n{END}",
            _marked(f"{name}-reflection", solution=True, grade=True, points=REFLECTION),
        ),
    ]
    return _written(cells, one.title)


def _solution(name: str) -> str:
    return (
        f"{BEGIN}\nfrom coprod_sim.learning.answer_key import right_answer\n\n"
        f'answer = right_answer("{name}")\n{END}'
    )


def _test(name: str) -> str:
    return (
        "from coprod_sim.learning.checking import check_answer\n"
        "from coprod_sim.learning.exercise import find_exercise\n\n"
        f'outcome = check_answer(find_exercise("{name}"), answer)\n'
        f'{HIDDEN}\nassert outcome.status == "yes", outcome.text\n{SHOWN}\noutcome.text'
    )


def _marked(
    name: str, *, solution: bool = False, grade: bool = False, points: int = 0
) -> dict[str, Any]:
    """Give the metadata by which nbgrader knows a cell (its schema 3)."""
    marks: dict[str, Any] = {
        "grade": grade, "grade_id": name, "locked": not solution, "schema_version": 3,
        "solution": solution, "task": False,
    }  # fmt: skip
    return {"nbgrader": marks | ({"points": points} if grade else {})}


def learners_notebook(text: str) -> str:
    """Take solutions and hidden tests out of a notebook, as nbgrader does."""
    table = json.loads(text)
    for cell in table["cells"]:
        source = "".join(cell["source"])
        source = without(source, HIDDEN, SHOWN, "")
        stub = "answer = {}" if cell["cell_type"] == "code" else ""
        cell["source"] = _lines(without(source, BEGIN, END, stub))
    return _dumped(table)


def without(source: str, start: str, end: str, stub: str) -> str:
    """Cut what stands between two lines out of a source, and put a stub there."""
    if start not in source:
        return source
    before, rest = source.split(start, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{stub}{after.removeprefix(chr(10)) if not stub else after}".strip("\n")


def lesson_cells(lesson: Lesson) -> dict[str, str]:
    """Give the cells of a lesson's notebook that follow from its declaration and the model."""
    t = words_in(ENGLISH)
    can = "\n".join(f"- {line}" for line in lesson.objectives)
    points = "\n".join(f"- {line}" for line in lesson.key_points)
    takes = t("learner.notebook.minutes", minutes=lesson.minutes)
    cells = {
        "objectives": f"{takes} {t('learner.notebook.objectives')}\n\n{can}",
        "take-away": f"## {t('learner.finish.points')}\n\n{points}\n\n{_room(lesson)}{_sources(lesson)}",
    }
    result = default_result(lesson)
    return cells | ({CELL: result} if result else {})


def _room(lesson: Lesson) -> str:
    """Write what a trainer does with the lesson in a room."""
    if lesson.activity is None:
        return ""
    one = lesson.activity
    head = words_in(ENGLISH)("learner.notebook.room", title=one.title, minutes=one.minutes)
    return f"## {head}\n\n{one.do.strip()}\n\n"


def _sources(lesson: Lesson) -> str:
    """List where the facts of the lesson come from, folded away, each address as a link."""
    linked = [re.sub(r"https?://\S+", r"<\g<0>>", s) for s in lesson.sources]
    lines = "\n".join(f"- {line}" for line in linked)
    head = words_in(ENGLISH)("learner.notebook.sources")
    return f"<details><summary>{head}</summary>\n\n{lines}\n\n</details>"


def with_cells(text: str, cells: dict[str, str]) -> str:
    """Put Markdown into the cells of a notebook that have these ids; all others stay."""
    table = json.loads(text)
    for cell in table["cells"]:
        if cell.get("id") in cells:
            cell["source"] = _lines(cells[cell["id"]])
    return _dumped(table)


def _text(name: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": metadata or {},
        "source": _lines(source),
    }


def _code(name: str, source: str, metadata: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "cell_type": "code", "execution_count": None, "id": name, "metadata": metadata or {},
        "outputs": [], "source": _lines(source),
    }  # fmt: skip


def _lines(source: str) -> list[str]:
    return source.splitlines(keepends=True)


def _written(cells: list[dict[str, Any]], title: str) -> str:
    metadata = {"kernelspec": KERNEL, "title": title}
    return _dumped({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


def _dumped(table: dict[str, Any]) -> str:
    return json.dumps(table, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
