"""Write: a box for the text, and a run of one's own where its numbers belong into it."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.markdown import html_of
from coprod_sim.apps.learner.page_blocks import busy
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.kinds.write import figures
from coprod_sim.learning.runs import fresh_seed, play
from coprod_sim.markup import Markup, bullets, joined

LONGEST = 5000
"""The longest text [characters]."""


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the box; what is written is kept as it is written."""
    table, t = state.exercise.detail, desk.t
    low, high = table.words
    help = t("learner.write.help", low=low, high=high, grade=f"{table.grade:g}")
    field = Field(
        id="text",
        kind="text",
        label=t("learner.write.yours"),
        style="long",
        high=LONGEST,
        help=help,
        step=12,
    )
    form = Form([field], {"text": state.answer.get("text", table.start)})
    desk.answers(form, lambda _name, value, _moving: state.set(text=value or ""))
    run = [_own_run(desk, state)] if table.from_run is not None else []
    return ipywidgets.VBox([show(html_of(table.prompt)), *run, form])


def _own_run(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, table = desk.t, state.exercise.detail
    form, said = (
        Form([Field(id="run", kind="button", label=t("learner.write.run"))]),
        show(class_="result"),
    )

    def done(html: Markup | None, fault: Exception | None) -> None:
        said.value = html or ""
        if fault is not None:
            raise fault

    def go(_name: Any) -> None:
        said.value = busy(t)
        state.seed = state.seed or fresh_seed()
        state.keep()
        seed = state.seed
        in_background(lambda: _shown(table, seed, desk), desk.guarded(done))

    if state.seed:
        state.learner.when_shown(lambda: desk.guarded(go)("run"))
    return ipywidgets.VBox([desk.clicks(form, go), said])


def _shown(table: Any, seed: int, desk: Desk) -> Markup:
    played = play(table.from_run.run, seed)
    found = figures(table, seed)
    listed = bullets(f"{f.name}: {found[f.id]:.0f}" for f in table.from_run.figures)
    return joined(result_html(table.from_run.figures[0].read, played, desk.t), listed)
