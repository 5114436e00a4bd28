"""What a lesson's printed page shows before any click: the real result of its example, in words."""

from coprod_sim.learning.grading import true_answer
from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.readouts import Readout, ends, label_of, value
from coprod_sim.learning.runs import PlayedRun, play
from coprod_sim.words import ENGLISH, words_in

SEED = 1
"""The luck of the printed example, so that it is the same on every computer."""
CELL = "default-result"
"""The id of the cell that holds it."""


def default_result(lesson: Lesson) -> str:
    """Play the lesson's example (or else its bet) and write what came out as Markdown."""
    item = lesson.example or lesson.predict
    return "" if item is None else result_text(item)


def result_text(item: Prediction) -> str:
    """Write the question, the numbers of all variants, and the answer the run gives."""
    t, played = words_in(ENGLISH), play(item.run, SEED)
    _, said = judge(item, true_answer(item, played), played, t)
    reads = [
        item.read,
        *([item.see.read] if item.see and item.see.read.measure != item.read.measure else []),
    ]
    heads = [t("learner.result.way"), *(label_of(r) for r in reads)]
    rows = [
        [
            played.title(name),
            *(_cell(r.but(rule="value"), played, name) for r in reads),
        ]
        for name in played.names
    ]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n\n".join(
        [
            f"**{item.question}**",
            t.one_of(
                "learner.static.intro", played.decisions, count=played.decisions, runs=item.run.runs
            ),
            "\n".join(lines),
            said,
        ]
    )


def _cell(read: Readout, played: PlayedRun, name: str) -> str:
    low, high = ends(read, played, name)
    return f"{value(read, played, name):.0f} ({low:.0f} to {high:.0f})"
