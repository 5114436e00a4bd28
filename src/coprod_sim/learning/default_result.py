"""What a lesson's printed page shows before any click: the real result of its example, in words."""

from typing import TYPE_CHECKING

from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import solved_said
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.readouts import Readout, label_of, ranged
from coprod_sim.learning.runs import play
from coprod_sim.words import ENGLISH, Words, words_in

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
    last = read.groups[-1]
    return over_time.draw(
        played.comparison, read.measure, group=last, digits=item.digits, judged=False
    )


def result_text(item: Prediction) -> str:
    """Write the question, the numbers of all variants, and the answer the run gives."""
    t, played = words_in(ENGLISH), play(item.run, SEED)
    said = solved_said(item, played, t)
    last = played.decisions
    at = item.read.decision or last
    reads = [item.read, *_also(item)]
    heads = [t("learner-result-way"), *(_head(r, r.decision or last, at, t) for r in reads)]
    rows = [
        [
            played.title(name),
            *(ranged(r.but(rule="value"), played, name, digits=item.digits) for r in reads),
        ]
        for name in played.names
    ]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n\n".join(
        [
            f"**{item.question}**",
            t(
                "learner-static-intro",
                all=last,
                count=at,
                runs=item.run.runs,
                models=played.models,
            ),
            "\n".join(lines),
            said,
        ]
    )


def _also(item: Prediction) -> list[Readout]:
    """Give what else the table holds: where a change began, and what is looked at in the run."""
    since = [item.read.but(decision=item.read.since)] if item.read.rule == "change" else []
    seen = item.see.read if item.see else item.read
    return since + ([seen] if seen.measure != item.read.measure else [])


def _head(read: Readout, decision: int, at: int, t: Words) -> str:
    """Name a column, with its decision where that is not the one the text names."""
    label = label_of(read)
    return label if decision == at else t("learner-static-after", measure=label, count=decision)
