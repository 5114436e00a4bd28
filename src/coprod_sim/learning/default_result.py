"""What a lesson's printed page shows before any click: the real result of its example, in words."""

from typing import TYPE_CHECKING

from coprod_sim.learning.grading import true_answer
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.readouts import label_of, ranged
from coprod_sim.learning.runs import play
from coprod_sim.words import ENGLISH, words_in

if TYPE_CHECKING:
    from coprod_sim.charts import Chart

SEED = 1
"""The luck of the printed example, so that it is the same on every computer."""
CELL = "default-result"
"""The id of the cell that holds it."""
IN_PRINT = '<div class="coprod-in-print"></div>'
"""Marks the cell, so that a page on which the example can be played hides it."""


def default_result(lesson: Lesson) -> str:
    """Play the lesson's example (or else its bet) and write what came out as Markdown."""
    item = lesson.example or lesson.predict
    if item is None:
        return ""
    return f"{IN_PRINT}\n\n{result_text(item)}"


def result_chart(item: Prediction) -> "Chart":
    """Draw what the question is about, over the decisions."""
    from coprod_sim.charts import over_time  # noqa: PLC0415 - loads the model

    read, played = item.read, play(item.run, SEED)
    return over_time.draw(played.comparison, read.measure, group=read.groups[-1])


def result_text(item: Prediction) -> str:
    """Write the question, the numbers of all variants, and the answer the run gives."""
    t, played = words_in(ENGLISH), play(item.run, SEED)
    _, said = judge(item, true_answer(item, played), played, t)
    reads = [
        item.read,
        *([item.see.read] if item.see and item.see.read.measure != item.read.measure else []),
    ]
    heads = [t("learner-result-way"), *(label_of(r) for r in reads)]
    rows = [
        [
            played.title(name),
            *(ranged(r.but(rule="value"), played, name) for r in reads),
        ]
        for name in played.names
    ]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n\n".join(
        [
            f"**{item.question}**",
            t("learner-static-intro", count=played.decisions, runs=item.run.runs),
            "\n".join(lines),
            said,
        ]
    )
