"""The model as a place to look: try something, play it, and set the runs beside each other."""

from typing import Any

import ipywidgets

from coprod_sim.apps.controls import Field, Form, show
from coprod_sim.apps.controls.form import dial_field
from coprod_sim.apps.frame import Desk, in_background
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.page_blocks import busy, range_told
from coprod_sim.engagement import DIALS
from coprod_sim.learning.kinds.diagnose import Lab
from coprod_sim.learning.readouts import Readout, named, ranged
from coprod_sim.learning.runs import Run, fresh_seed, models_played, play
from coprod_sim.markup import element, joined, table
from coprod_sim.words import Words


def lab_part(desk: Desk, state: ExerciseState, lab: Lab) -> ipywidgets.Widget:
    """Build the dials or switches, the button, and the table of the runs made so far."""
    part = _LabPart(desk, state, lab)
    return ipywidgets.VBox([show(element("p", lab.intro)), part.form, part.said])


class _LabPart:
    """The form, the runs made so far, and whether one is being played."""

    def __init__(self, desk: Desk, state: ExerciseState, lab: Lab) -> None:
        self.desk, self.state, self.lab, self.busy = desk, state, lab, False
        self.form, self.said = Form([], _start(lab)), show(class_="result")
        desk.clicks(self.form, self.go)
        if self.made:  # their table needs the model
            again = desk.guarded(lambda *_none: self.draw())
            state.learner.when_shown(lambda: in_background(lambda: None, again))
        else:
            self.draw()

    @property
    def made(self) -> list[dict[str, Any]]:
        """The runs made so far: what was tried, and what came out."""
        kept = self.state.answer.get("lab", [])
        return kept if isinstance(kept, list) else []

    def draw(self) -> None:
        """Show the form and the table."""
        t, left = self.desk.t, self.lab.most - len(self.made)
        go = Field(
            id="go", kind="button", label=t("learner-lab-go", left=left), style="main",
            disabled=left <= 0 or self.busy,
        )  # fmt: skip
        self.form.parts = [*_fields(self.lab), go]
        self.said.value = joined(busy(t) if self.busy else "", _table(self.made, self.lab, t))

    def go(self, _name: str) -> None:
        """Play what was tried, beside the page."""
        self.busy = True
        self.draw()
        run = self.lab.tried(_levels(self.lab, self.form.values))
        seed = self.state.seed = self.state.seed or fresh_seed()
        self.state.keep()
        in_background(lambda: _played(self.lab, run, seed), self.desk.guarded(self.done))

    def done(self, values: list[str] | None, fault: Exception | None) -> None:
        """Add what came out to the table, or say what went wrong."""
        self.busy = False
        if fault is None:
            what = _said(self.lab, self.form.values) or self.desk.t("learner-lab-as_it_is")
            self.state.set(lab=[*self.made, {"what": what, "values": values}])
        self.draw()
        if fault is not None:
            raise fault


def _played(lab: Lab, run: Run, seed: int) -> list[str]:
    """Play a try with the luck of all the others, so that only what was changed differs."""
    played = play(run, seed)
    return [ranged(read, played) for read in lab.reads]


def _start(lab: Lab) -> dict[str, Any]:
    return {k: DIALS[k].shown(v) if k in DIALS else bool(v) for k, v in lab.start_values.items()}


def _levels(lab: Lab, values: dict[str, Any]) -> dict[str, Any]:
    """Give what stands in the form as the model takes it."""
    dials = {d: DIALS[d].value(values[d]) for d in lab.dials if values.get(d) is not None}
    return values | dials


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
    heads = [f"{named(r, t)}{_rule(r, t)}" for r in lab.reads]
    rows = [[one["what"], *one["values"]] for one in made]
    caption = t("learner-lab-runs")
    about = range_told(lab.run.runs, models_played(), t)
    return joined(table([t("learner-lab-tried"), *heads], rows, caption, caption=caption), about)


def _rule(read: Readout, t: Words) -> str:
    key = f"learner-rule-{read.rule}"
    return f", {t(key)}" if t.has(key) else ""
