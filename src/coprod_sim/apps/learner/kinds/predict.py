"""Predict: the bet, the run, what was seen, and the reason, as in a lesson."""

import ipywidgets

from coprod_sim.apps.controls import show
from coprod_sim.apps.frame import Desk
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.prediction_state import PredictionState
from coprod_sim.apps.learner.prediction_view import because_part, prediction_part, see_part
from coprod_sim.apps.learner.second_answer_view import second_answer
from coprod_sim.markup import element


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the four parts; the exercise's answer follows the bet, and later the second thought."""
    prediction = PredictionState(state.exercise.detail, f"{state.key}/bet", state.learner)

    def follow(_change: object = None) -> None:
        state.seed = prediction.seed or None
        mine = {k: v for k, v in prediction.answer.items() if k not in state.answer}
        state.set(**mine, seen=prediction.seen)

    prediction.observe(desk.guarded(follow), ["placed", "seen", "played"])
    parts = [
        prediction_part(desk, prediction),
        _heading(desk, prediction),
        see_part(desk, prediction),
        second_answer(desk, state, prediction),
    ]
    box = ipywidgets.VBox([*parts, because_part(desk, prediction)])
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
