"""All exercises by step, with how long they take and how far the learner is."""

import ipywidgets

from coprod_sim.apps.controls import Field, Form, Group, show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import state_of
from coprod_sim.learning.check_result import DONE
from coprod_sim.learning.exercise import STEPS, Exercise, exercise_folders, load_exercise
from coprod_sim.markup import element, joined
from coprod_sim.words import Words


def catalogue_part(desk: Desk, place: str) -> ipywidgets.Widget:
    """Build the list; a click opens an exercise."""
    t, form, said = desk.t, Form([]), show()

    def draw() -> None:
        found = [load_exercise(folder) for folder in exercise_folders()]
        states = {one.id: state_of(desk.state.store, one.id) for one in found}
        done = sum(state in DONE for state in states.values())
        said.value = joined(
            element("h2", t("learner-catalogue-title")),
            element("p", t("learner-catalogue-intro")),
            element("p", t("learner-catalogue-done", done=done, all=len(found))),
        )
        form.parts = [_group(step, found, states, t) for step in STEPS if _at(step, found)]

    desk.keep(place, draw, "kept")

    def choose(name: str) -> None:
        desk.state.chosen = name.removeprefix("open_")
        desk.shell.turn("exercise")  # also when it is the one that was open before

    desk.clicks(form, choose)
    return ipywidgets.VBox([said, form])


def _at(step: str, found: list[Exercise]) -> list[Exercise]:
    return [one for one in found if one.step == step]


def _group(step: str, found: list[Exercise], states: dict[str, str], t: Words) -> Group:
    buttons = tuple(
        Field(id=f"open_{one.id}", kind="button", style="row", label=_line(one, states[one.id], t))
        for one in _at(step, found)
    )
    return Group(legend=t(f"learner-step-{step}"), fields=buttons)


def _line(one: Exercise, state: str, t: Words) -> str:
    key, said = f"learner-kind-{one.kind}", t(f"learner-state-{state}")
    kind = t(key) if t.has(key) else one.kind.replace("_", " ")  # a new kind goes by its own name
    return f"{one.number} {one.title} ({kind}, {one.minutes} min). {said}."
