"""Writes what in a lesson's notebook follows from its declaration: objectives, code, result, sources."""

import re
from typing import NamedTuple

from coprod_sim.drawings.openings import OPENINGS
from coprod_sim.drawings.step_drawings import STEPS
from coprod_sim.learning.canon import sources_markdown
from coprod_sim.learning.code_task import CodeTask
from coprod_sim.learning.default_result import CELL, default_result, result_chart
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.run_code import board_code, chart_code, compare_code, ranges_code
from coprod_sim.learning.runs import models_played
from coprod_sim.words import ENGLISH, Words, words_in

DRAWINGS = "drawings"
"""The folder beside the notebooks in which their pictures lie, for a notebook can hold no SVG."""
ALONE = re.compile(r' style="[^"]*"')
"""What a chart says of its size on a page; a picture of its own says how wide it is [pixels]."""
WIDE = 480


class LessonPicture(NamedTuple):
    """A picture of a notebook: its file beside it, what it shows in words, and the picture."""

    file: str
    said: str
    svg: str


def lesson_cells(lesson: Lesson) -> dict[str, str]:
    """Give the cells of a lesson's notebook that follow from its declaration and the model."""
    t = words_in(ENGLISH)
    can = "\n".join(f"- {line}" for line in lesson.objectives)
    takes = t("learner-notebook-minutes", minutes=lesson.minutes)
    cells = {
        "objectives": f"{takes} {t('learner-notebook-objectives')}\n\n{can}",
        "room": f"{_room(lesson)}{_sources(lesson)}",
    }
    result = default_result(lesson)
    return cells | code_cells(lesson, t) | ({CELL: result} if result else {})


def lesson_pictures(lesson: Lesson) -> dict[str, LessonPicture]:
    """Give the pictures of a lesson's notebook, by the cell in which each stands."""
    found, item = drawings(lesson), lesson.example or lesson.predict
    if item is not None:
        chart = result_chart(item)
        svg = ALONE.sub(f' width="{WIDE}"', chart.svg, count=1)
        found[CELL] = LessonPicture(_file(lesson, "result"), chart.finding, svg)
    return found


def drawings(lesson: Lesson) -> dict[str, LessonPicture]:
    """Give the drawings of a lesson's situation and of its step, by the cell in which each stands."""
    drawn = {
        "door": ("opening", OPENINGS[lesson.id]()), "step": ("step", STEPS[lesson.id]()),
    }  # fmt: skip
    return {
        cell: LessonPicture(_file(lesson, name), one.said, one.svg)
        for cell, (name, one) in drawn.items()
    }


def _file(lesson: Lesson, name: str) -> str:
    return f"{DRAWINGS}/{lesson.id}_{name}.svg"


def code_cells(lesson: Lesson, t: Words) -> dict[str, str]:
    """Write the run of a lesson's bet as code: played, in numbers, drawn, and as a board with dials."""
    item, task = lesson.predict, lesson.code
    if item is None or task is None:
        return {}
    from coprod_sim.results.comparison import DRAWS  # noqa: PLC0415 - brings pandas along

    about = t("learner-notebook-code", few=DRAWS, all=models_played())
    return {
        "code": f"## {t('learner-notebook-code_title')}\n\n{about}",
        "code-run": f"{compare_code(item.run, task.old)}\nlesson.after_bet(found)",
        "code-ranges": _ranged(item, t),
        "code-chart": _drawn(item),
        "code-board": _board(item, t),
        "code-try": _try(task, t),
        "code-expect": "lesson.expect()",
    }


def _ranged(item: Prediction, t: Words) -> str:
    """Write the cell with the ranges; its comment says what each column is."""
    about = _comment(t("learner-notebook-code_ranges"))
    return f"{about}\nlesson.after_bet({ranges_code(item.read)})"


def _board(item: Prediction, t: Words) -> str:
    """Write the cell with the board; a comment says so where it leaves out what came before."""
    left_out = any(one.before for one in item.run.variants)
    about = f"{_comment(t('learner-notebook-code_board'))}\n" if left_out else ""
    made = f"{about}{board_code(item)}\nlesson.after_bet(board)"
    return f"from coprod_sim import explore\n\n{made}"


def _comment(words: str) -> str:
    return "\n".join(f"# {line}" for line in words.splitlines())


def _drawn(item: Prediction) -> str:
    module, drawn = chart_code(item)
    return f"from coprod_sim.charts import {module}\n\nlesson.after_bet({drawn})"


def _try(task: CodeTask, t: Words) -> str:
    """Write which line to change."""
    lines = f"```python\n{task.old}\n{task.new}\n```"
    head = f"### {t('learner-notebook-code_try')}"
    return f"{head}\n\n{t('learner-notebook-code_how')}\n\n{lines}"


def _room(lesson: Lesson) -> str:
    """Write what a trainer does with the lesson in a room."""
    if lesson.activity is None:
        return ""
    one = lesson.activity
    head = words_in(ENGLISH)("learner-notebook-room", title=one.title, minutes=one.minutes)
    return f"## {head}\n\n{one.do.strip()}\n\n"


def _sources(lesson: Lesson) -> str:
    """List where the facts of the lesson come from and what to read on, folded away."""
    head = words_in(ENGLISH)("learner-notebook-sources")
    return f"<details><summary>{head}</summary>\n\n{sources_markdown(lesson)}\n\n</details>"
