"""The model as a place to look: try something, play it, and set the runs beside each other."""

from html import escape
from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.controls.show import table
from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.learner.beside import beside
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.engagement import DIALS
from coprod_sim.errors import InputError
from coprod_sim.learning.kinds.diagnose import Lab
from coprod_sim.learning.pieces import Read, Run
from coprod_sim.learning.trying import dials_at, fresh_seed, model, play
from coprod_sim.words import Words


def lab_part(desk: Desk, state: ExerciseState, lab: Lab) -> ipywidgets.Widget:
    """Build the dials or switches, the button, and the table of the runs made so far."""
    t, form, said = desk.t, Form([], {}), show(class_="result")
    busy = [False]

    def made() -> list[dict[str, Any]]:
        kept = state.answer.get("lab", [])
        return kept if isinstance(kept, list) else []

    def draw() -> None:
        left = lab.most - len(made())
        label = t("learner.lab.go", left=left)
        off = left <= 0 or busy[0]
        form.parts = [
            *_fields(lab),
            Field(id="go", kind="button", label=label, style="main", disabled=off),
        ]
        waiting = f'<p role="status" class="busy">{escape(t("learner.bet.busy"))}</p>'
        said.value = (waiting if busy[0] else "") + _table(made(), lab, t)

    def done(values: list[float] | None, fault: Exception | None) -> None:
        busy[0] = False
        if fault is not None or values is None:
            known = isinstance(fault, InputError)
            desk.state.problem = str(fault) if known else t("faults.inside")
        else:
            what = _said(lab, form.values) or t("learner.lab.as_it_is")
            state.set(lab=[*made(), {"what": what, "values": values}])
        draw()

    def go(_name: str) -> None:
        busy[0] = True
        draw()
        run = tried_run(lab, form.values)
        beside(lambda: _played(lab, run), desk.guarded(done))

    form.values = _start(lab)
    if made():  # their table needs the model
        again = desk.guarded(lambda *_none: draw())
        state.learner.when_shown(lambda: beside(lambda: None, again))
    else:
        draw()
    desk.clicks(form, go)
    return ipywidgets.VBox([show(f"<p>{escape(lab.intro)}</p>"), form, said])


def tried_run(lab: Lab, values: dict[str, Any]) -> Run:
    """Give the run with what was tried applied to its last way."""
    dials = {d: values[d] / 100 for d in lab.dials if values.get(d) is not None}
    assume: dict[str, float] = {}
    for switch in lab.switches:
        if values.get(switch.id):
            dials |= switch.dials
            assume |= switch.assume
    run = lab.run
    if not run.ways:
        last = run.engagements[-1]
        turned = {f"{last}.{d}": v for d, v in dials.items()}
        return run.model_copy(update={"set": run.set | turned, "assume": run.assume | assume})
    *others, way = run.ways
    way = way.model_copy(update={"dials": way.dials | dials, "assume": way.assume | assume})
    return run.model_copy(update={"ways": (*others, way)})


def _played(lab: Lab, run: Run) -> list[float]:
    played = play(run, fresh_seed())
    return [round(model().number(read, played), 1) for read in lab.reads]


def _start(lab: Lab) -> dict[str, Any]:
    start = dials_at(lab.run, lab.run.names[-1], lab.dials)
    return {d: round(v * 100, 1) for d, v in start.items()}


def _fields(lab: Lab) -> list[Field]:
    switches = [Field(id=s.id, kind="check", label=s.text) for s in lab.switches]
    return [*(dial_field(d, DIALS[d]) for d in lab.dials), *switches]


def _said(lab: Lab, values: dict[str, Any]) -> str:
    start = _start(lab)
    dials = [
        f"{DIALS[d].label} {values[d]:.0f}"
        for d in lab.dials
        if values.get(d) not in (None, start[d])
    ]
    return ", ".join([*dials, *(s.text for s in lab.switches if values.get(s.id))])


def _table(made: list[dict[str, Any]], lab: Lab, t: Words) -> str:
    if not made:
        return ""
    import pandas as pd  # noqa: PLC0415 - the model is loaded by now

    heads = [f"{model().label(r)}, {t(f'learner.group.{r.group}')}{_rule(r, t)}" for r in lab.reads]
    rows = [[one["what"], *one["values"]] for one in made]
    frame = pd.DataFrame(rows, columns=[t("learner.lab.tried"), *heads])
    return table(frame, t("learner.lab.runs"), caption=True)


def _rule(read: Read, t: Words) -> str:
    key = f"learner.rule.{read.rule}"
    return f", {t(key)}" if t.has(key) else ""
