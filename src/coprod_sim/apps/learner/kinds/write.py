"""Write: a box for the text, the marks its writer gives it, and a run of one's own where one is asked for."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, Option, show
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.frame.long_box import long_box
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.kept_texts import kept_answers, renewed
from coprod_sim.apps.learner.page_blocks import busy
from coprod_sim.apps.learner.result_view import result_html
from coprod_sim.learning.kinds.write import (
    MISSING,
    OWN_WORDS,
    Criterion,
    WriteTable,
    mark_said,
    marks,
    sentences_of,
)
from coprod_sim.learning.marked_text import html_of
from coprod_sim.learning.readouts import ranged
from coprod_sim.learning.runs import fresh_seed, play
from coprod_sim.markup import Markup, bullets, joined
from coprod_sim.words import Words

NOTES_IN_PLACE = True
MOST_SHOWN = 160
"""The longest part of a sentence shown in a list [characters]."""


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the box, and below it what its writer marks; all of it is kept as it is given."""
    table, t = state.exercise.detail, desk.t
    low, high = table.words
    help = t("learner-write-help", low=low, high=high, grade=f"{table.grade:g}")
    box = long_box("text", t("learner-write-yours"), t, help=help, rows=12)
    form = Form([box], {"text": state.answer.get("text", table.start)}, about=state.key)
    kept_answers(desk, form, lambda _name, value, _moving: state.set(text=value or ""))

    def renew(_change: object) -> None:
        renewed(desk, form, state.key, {"text": state.answer.get("text", table.start)})

    state.observe(desk.guarded(renew), ["answer"])
    notes = [] if state.notebook else [show(html_of(table.prompt))]
    run = [_own_run(desk, state)] if table.from_run is not None else []
    return ipywidgets.VBox([*notes, *run, form, _marking(desk, state)])


def _marking(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Ask for each part which sentence does it, once there is a text that was checked."""
    table, form = state.exercise.detail, Form([])

    def draw(_change: object = None) -> None:
        text = str(state.answer.get("text", ""))
        begun = (state.tries or state.answer.get("marks")) and text.strip()
        given = marks(table, state.answer)
        form.parts = [_rubric(table, text, given, desk.t)] if begun else []
        form.values = given

    def take(name: str, value: Any, _moving: bool) -> None:
        given = state.answer.get("marks")
        state.set(marks={**(given if isinstance(given, dict) else {}), name: value or ""})

    state.observe(desk.guarded(draw), ["answer", "tries"])
    draw()
    return desk.answers(form, take)


def _rubric(table: WriteTable, text: str, given: dict[str, str], t: Words) -> Group:
    ends = [(k, t(f"learner-write-{k}")) for k in (OWN_WORDS, MISSING)]
    pairs = [("", t("learner-write-choose")), *((s, _short(s)) for s in sentences_of(text)), *ends]
    options = tuple(Option(value=k, label=label) for k, label in pairs)
    fields = tuple(
        Field(id=p.id, kind="select", label=p.name, options=options, help=_help(p, given[p.id], t))
        for p in table.parts
    )
    how = t("learner-write-mark_how")
    return Group(legend=t("learner-write-mark"), fields=fields, help=how)


def _help(part: Criterion, mark: str, t: Words) -> str:
    met, missed = (
        t("learner-write-met", example=part.met),
        t("learner-write-missed", example=part.missed),
    )
    said = [mark_said(part, mark, t)] if mark else []
    return "\n".join([met, missed, *said])


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= MOST_SHOWN else f"{sentence[:MOST_SHOWN]} ..."


def _own_run(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    t, table = desk.t, state.exercise.detail
    form, said = (
        Form([Field(id="run", kind="button", label=t("learner-write-run"))]),
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
    listed = bullets(f"{f.name}: {ranged(f.read, played)}" for f in table.from_run.figures)
    return joined(result_html(table.from_run.figures[0].read, played, desk.t), listed)
