"""What a lesson's printed page shows before any click: the real result of its example, in words."""

from coprod_sim.learning.items import Prediction
from coprod_sim.learning.kinds.predict import judge
from coprod_sim.learning.lesson import Lesson
from coprod_sim.learning.trying import model, play, true_choice, true_order
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
    """Write the question, the numbers of all ways, and the answer the run gives."""
    t, played = words_in(ENGLISH), play(item.run, SEED)
    given = true_order(item, played) if item.order else true_choice(item, played).id
    _, said = judge(item, given, played, t)
    reads = [
        item.read,
        *([item.see.read] if item.see and item.see.read.measure != item.read.measure else []),
    ]
    heads = [t("learner.result.way"), *(model().label(r) for r in reads)]
    rows = [
        [
            played.title(way),
            *(_cell(r.model_copy(update={"rule": "value"}), played, way) for r in reads),
        ]
        for way in played.names
    ]
    lines = [f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *rows)]
    return "\n\n".join(
        [
            f"**{item.question}**",
            t("learner.static.intro", runs=item.run.runs, decision=played.decisions),
            "\n".join(lines),
            said,
        ]
    )


def _cell(read, played, way: str) -> str:
    low, high = model().span(read, played, way)
    return f"{model().number(read, played, way):.0f} ({low:.0f} to {high:.0f})"
