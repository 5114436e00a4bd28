"""Predict: the bet, the run, what was seen, and the reason, as in a lesson."""

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.prediction_view import because_part, prediction_part, see_part
from coprod_sim.markup import element

NOTES_IN_PLACE = True
"""How the bet came out, and what is said of what was seen, stand under the run."""


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the four parts; the exercise's answer is the bet, and what was seen."""
    prediction = PredictionState(state.exercise.detail, f"{state.key}/bet", state.learner)

    def follow(_change: object = None) -> None:
        state.seed = prediction.seed or None
        state.set(**prediction.answer, seen=prediction.seen)

    prediction.observe(desk.guarded(follow), ["placed", "seen", "played"])
    parts = [
        prediction_part(desk, prediction),
        _heading(desk, prediction),
        see_part(desk, prediction),
        because_part(desk, prediction),
    ]
    box = ipywidgets.VBox(parts)
    if prediction.placed and prediction.ran:
        state.learner.when_shown(desk.guarded(prediction.run))
    return box


def _heading(desk: Desk, prediction: PredictionState) -> ipywidgets.Widget:
    """Put a heading over the run once there is one; placing the bet leads there."""
    place = show()

    def draw(_change: object = None) -> None:
        words = element("h3", desk.t("pages-screen_see"), id="part-see")
        place.value = words if prediction.placed else ""

    prediction.observe(desk.guarded(draw), ["placed"])
    draw()
    return place
