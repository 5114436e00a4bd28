"""Writes the notebooks and pages that follow from other files, so that nothing is written twice."""

import json
import re
from typing import Any

from coprod_sim.files import json_of
from coprod_sim.learning.exercise import Exercise
from coprod_sim.words import ENGLISH, Words, words_in

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
POINTS, REFLECTION, PER_CRITERION = 2, 1, 2
"""Points for a right answer, for the reflection, and for each criterion of a text [points].

A criterion gives 2 where it is met and 1 where it is partly met; a person marks texts and reflections.
"""
HEADED = re.compile(r"(#+ [^\n]*\n+)?(.*)", re.DOTALL)
"""A text, parted behind the heading it may open with."""
WRITTEN = "write"
"""The kind whose answer is a text that no program marks."""
STUB = "answer = {}"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


def exercise_notebook(exercise: Exercise) -> str:
    """Write an exercise's notebook: complete to read, one cell for its page, and cells to mark."""
    one, name = exercise, exercise.id
    t = words_in(ENGLISH)
    facts = t("learner-exercise-facts", minutes=one.minutes, step=t(f"learner-step-{one.step}"))
    cells = [
        _text("task", f"# {one.number} {one.title}\n\n{facts}\n\n{one.task.strip()}"),
        _text("why", f"## {t('learner-exercise-why')}\n\n{one.why.strip()}"),
        _text("example", f"## {t('learner-exercise-example')}\n\n{one.example.strip()}"),
        _text("yours", f"## {t('learner-exercise-yours')}\n\n{t('learner-notebook-page')}"),
        _code(
            "open", f'from coprod_sim.apps.learner import exercise_here\n\nexercise_here("{name}")'
        ),
        *(_text_to_mark(one, t) if one.kind == WRITTEN else _answer_to_check(name, t)),
        _text("think", f"## {t('learner-notebook-think')}\n\n{one.reflection.strip()}"),
        _by_hand("reflection", name, t("learner-notebook-own"), REFLECTION),
    ]
    return _written(cells, one.title)


def _answer_to_check(name: str, t: Words) -> list[dict[str, Any]]:
    """Write the cells of an answer that a program checks: part by part, for a number of points."""
    return [
        _text("hand-in", f"## {t('learner-notebook-hand_in')}\n\n{t('learner-notebook-how')}"),
        _code("answer", f"{BEGIN}\n{STUB}\n{END}", _marked(f"{name}-answer", solution=True)),
        _code("check", _test(name), _marked(f"{name}-check", grade=True, points=POINTS)),
    ]


def _text_to_mark(one: Exercise, t: Words) -> list[dict[str, Any]]:
    """Write the cells of a text that a person marks, with the criteria before it."""
    parts, name = one.detail.parts, one.id
    rows = [f"| {p.name} | {p.met} | {p.missed} |" for p in parts]
    heads = [t(f"learner-notebook-{k}") for k in ("criterion", "meets", "misses")]
    table = "\n".join([f"| {' | '.join(heads)} |", "| --- | --- | --- |", *rows])
    how = t("learner-notebook-text_how")
    return [
        _text("hand-in", f"## {t('learner-notebook-hand_in')}\n\n{how}\n\n{table}"),
        _by_hand("answer", name, t("learner-notebook-text_mark"), PER_CRITERION * len(parts)),
    ]


def _by_hand(cell: str, name: str, note: str, points: int) -> dict[str, Any]:
    """Write a cell for words of one's own, which a person marks; the note is for that person."""
    marks = _marked(f"{name}-{cell}", solution=True, grade=True, points=points)
    return _text(cell, f"{BEGIN}\n{note}\n{END}", marks)


def _test(name: str) -> str:
    """Write the cell that says what an answer came to; nbgrader reads the points off its last line."""
    return (
        "from coprod_sim.learning.checking import marked\n\n"
        f'outcome, points = marked("{name}", answer, {POINTS})\n'
        "print(outcome.text)\npoints"
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
    """Take out of a notebook what is meant for whoever marks it, as nbgrader does."""
    table = json_of(text)
    for cell in table["cells"]:
        source = "".join(cell["source"])
        stub = STUB if cell["cell_type"] == "code" else ""
        cell["source"] = _lines(without(source, BEGIN, END, stub))
    return _dumped(table)


def without(source: str, start: str, end: str, stub: str) -> str:
    """Cut what stands between two lines out of a source, and put a stub there."""
    if start not in source:
        return source
    before, rest = source.split(start, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{stub}{after.removeprefix(chr(10)) if not stub else after}".strip("\n")


def with_cells(text: str, cells: dict[str, str], pictures: dict[str, tuple[str, str]]) -> str:
    """Put text, code and pictures into the cells of a notebook that have these ids; all others stay.

    A picture is its file and what it shows in words.
    """
    table = json_of(text)
    for cell in table["cells"]:
        source = cells.get(cell["id"], "".join(cell["source"]))
        if cell["id"] in pictures:
            source = with_image(source, *pictures[cell["id"]])
        cell["source"] = _lines(source)
    return _dumped(table)


def with_image(source: str, file: str, said: str) -> str:
    """Let a text show a picture where it shows it already, under its heading, or at its end."""
    words = " ".join(said.replace("[", "(").replace("]", ")").split())
    line = f"![{words}]({file})"
    there = re.compile(rf"!\[[^\]]*\]\({re.escape(file)}\)")
    if there.search(source):
        return there.sub(lambda _found: line, source)
    head, rest = HEADED.fullmatch(source).groups(default="")  # type: ignore[union-attr]
    return f"{head}{line}\n\n{rest}" if head else f"{rest}\n\n{line}"


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
