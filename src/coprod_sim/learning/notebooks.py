"""Writes the notebooks and pages that follow from other files, so that nothing is written twice."""

import json
import re
from collections.abc import Iterable
from typing import Any

from coprod_sim.files import json_of
from coprod_sim.learning.exercise import Exercise
from coprod_sim.learning.kinds import kind_of
from coprod_sim.words import ENGLISH, Words, words_in

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
POINTS, REFLECTION, PER_CRITERION, PER_QUESTION = 2, 1, 2, 3
"""Points for a right answer, the reflection, each criterion of a text, each question on an own case [points].

A criterion gives all of them where it is met and fewer where it is partly met; a person marks it.
"""
HEADED = re.compile(r"(#+ [^\n]*\n+)?(.*)", re.DOTALL)
"""A text, parted behind the heading it may open with."""
WRITTEN, OWN = "write", "own"
"""The kinds whose answer, or whose own case, is marked by a person, criterion by criterion."""
BET = "predict"
"""The kind that begins with a bet, which is not marked."""
STUB = "answer = {}"
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


def exercise_notebook(exercise: Exercise, *, course: bool = False) -> str:
    """Write an exercise's notebook: complete to read, one cell for its page, and cells to mark.

    Args:
        exercise: The exercise.
        course: Whether it is handed out on a course, where texts that are marked have no answer to show.
    """
    one, t = exercise, words_in(ENGLISH)
    facts = t("learner-exercise-facts", minutes=one.minutes, step=t(f"learner-step-{one.step}"))
    read = getattr(kind_of(one.kind), "material", None)
    material = f"{read(one.detail).strip()}\n\n" if read else ""
    answer = ", answer=False" if course and one.kind == WRITTEN else ""
    page = f'from coprod_sim.apps.learner import exercise_here\n\nexercise_here("{one.id}"{answer})'
    yours = f"## {t('learner-exercise-yours')}\n\n{material}{t('learner-notebook-page')}"
    cells = [
        _text("task", f"# {one.number} {one.title}\n\n{facts}\n\n{one.task.strip()}"),
        _text("why", f"## {t('learner-exercise-why')}\n\n{one.why.strip()}"),
        _text("example", f"## {t('learner-exercise-example')}\n\n{one.example.strip()}"),
        _text("yours", yours),
        _code("open", page),
        *_to_hand_in(one, t),
        *_to_think_about(one, t),
    ]
    return _written(cells, one.title)


def _to_hand_in(one: Exercise, t: Words) -> list[dict[str, Any]]:
    if one.kind == WRITTEN:
        return _text_to_mark(one, t)
    if one.kind == OWN:
        return [*_answer_to_check(one, t), *_case_to_mark(one, t)]
    return _answer_to_check(one, t)


def _answer_to_check(one: Exercise, t: Words) -> list[dict[str, Any]]:
    """Write the cells of an answer that a program checks: part by part, for a number of points."""
    name = one.id
    bet = f"\n{t('learner-check-bet')}" if one.kind == BET else ""
    how = f"{t('learner-notebook-how')}{bet}"
    return [
        _text("hand-in", f"## {t('learner-notebook-hand_in')}\n\n{how}"),
        _code("answer", f"{BEGIN}\n{STUB}\n{END}", _marked(f"{name}-answer", solution=True)),
        _code("check", _test(name), _marked(f"{name}-check", grade=True, points=POINTS)),
    ]


def _text_to_mark(one: Exercise, t: Words) -> list[dict[str, Any]]:
    """Write the cells of a text that a person marks: the text, then a field for each criterion.

    The text is no cell of nbgrader's: one worth no points would wait for marks until somebody gave it 0 of 0.
    """
    how = t("learner-notebook-text_how", points=PER_CRITERION)
    criteria = [
        f"{p.name}\n\n{t('learner-notebook-meets')}: {p.met}\n\n{t('learner-notebook-misses')}: {p.missed}"
        for p in one.detail.parts
    ]
    return [
        _text("hand-in", f"## {t('learner-notebook-hand_in')}\n\n{how}"),
        _text("answer", write_here()),
        *_criteria(one.id, criteria, PER_CRITERION, t),
    ]


def _case_to_mark(one: Exercise, t: Words) -> list[dict[str, Any]]:
    """Write the cells of an own case that a person marks: the case, then a field for each question."""
    return [
        _text("case", f"### {t('learner-notebook-case')}\n\n{t('learner-notebook-case_how')}"),
        _text("own-case", write_here()),
        *_criteria(one.id, one.detail.rubric, PER_QUESTION, t),
    ]


def _criteria(name: str, lines: Iterable[str], points: int, t: Words) -> list[dict[str, Any]]:
    """Write one cell for each criterion, to which whoever marks gives points."""
    return [
        _text(
            f"criterion-{k}",
            f"**{t('learner-notebook-criterion', number=k)}** {line}",
            _marked(f"{name}-criterion-{k}", task=True, points=points),
        )
        for k, line in enumerate(lines, 1)
    ]


def _to_think_about(one: Exercise, t: Words) -> list[dict[str, Any]]:
    asked = f"{one.reflection.strip()}\n\n{t('learner-notebook-think_how')}"
    return [
        _text("think", f"## {t('learner-notebook-think')}\n\n{asked}"),
        _by_hand("reflection", one.id, t("learner-notebook-own"), REFLECTION),
    ]


def _by_hand(cell: str, name: str, note: str, points: int) -> dict[str, Any]:
    """Write a cell for words of one's own, which a person marks; the note is for that person."""
    marks = _marked(f"{name}-{cell}", solution=True, grade=True, points=points)
    return _text(cell, f"{BEGIN}\n{note}\n{END}", marks)


def _test(name: str) -> str:
    """Write the cell that marks an answer; nbgrader reads the points off its last line.

    It is the same for learners, or nbgrader would take every one for changed; there it gives no points.
    """
    return (
        "from coprod_sim.learning.marking import points_for\n\n"
        f'points_for("{name}", globals().get("answer"), {POINTS})'
    )


def _marked(
    name: str, *, solution: bool = False, grade: bool = False, task: bool = False, points: int = 0
) -> dict[str, Any]:
    """Give the metadata by which nbgrader knows a cell (its schema 3)."""
    marks: dict[str, Any] = {
        "grade": grade, "grade_id": name, "locked": not solution, "schema_version": 3,
        "solution": solution, "task": task,
    }  # fmt: skip
    return {"nbgrader": marks | ({"points": points} if grade or task else {})}


def write_here() -> str:
    """Give what stands in a cell for words of one's own before anything is written there."""
    return words_in(ENGLISH)("learner-notebook-write_here")


def learners_notebook(text: str) -> str:
    """Take out of a notebook what is meant for whoever marks it, as nbgrader does."""
    table = json_of(text)
    for cell in table["cells"]:
        source = "".join(cell["source"])
        stub = STUB if cell["cell_type"] == "code" else write_here()
        cell["source"] = _lines(without(source, BEGIN, END, stub))
    return _dumped(table)


def without(source: str, start: str, end: str, stub: str) -> str:
    """Put a stub in place of what stands between two lines of a source."""
    if start not in source:
        return source
    before, rest = source.split(start, 1)
    return f"{before}{stub}{rest.split(end, 1)[1]}".strip("\n")


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
