"""Predict: the bet, the run, what was seen, and the reason, as in a lesson."""

import ipywidgets

from coprod_sim.apps.explorer.desk import Desk
from coprod_sim.apps.learner.bet_state import BetState
from coprod_sim.apps.learner.bet_view import because_part, bet_part, see_part
from coprod_sim.apps.learner.exercise_state import ExerciseState
from coprod_sim.apps.learner.second_answer_view import second_answer


def panel(desk: Desk, state: ExerciseState) -> ipywidgets.Widget:
    """Build the four parts; the exercise's answer follows the bet, and later the second thought."""
    bet = BetState(state.exercise.detail, f"{state.key}/bet", state.learner)

    def follow(_change: object = None) -> None:
        state.seed = bet.seed or None
        mine = {k: v for k, v in bet.answer.items() if k not in state.answer}
        state.set(**mine, seen=bet.seen)

    bet.observe(desk.guarded(follow), ["placed", "seen", "played"])
    parts = [bet_part(desk, bet), see_part(desk, bet), second_answer(desk, state, bet)]
    box = ipywidgets.VBox([*parts, because_part(desk, bet)])
    if bet.placed and bet.ran:
        state.learner.when_shown(desk.guarded(bet.run))
    return box
