"""An order that is guessed is judged as every other answer: by its run, and then over all models that fit."""

from itertools import permutations

import numpy as np
import pytest

from coprod_sim.learning.check_result import Status
from coprod_sim.learning.exercise import find_exercise
from coprod_sim.learning.kinds import calibrate
from coprod_sim.learning.kinds.calibrate import asked_of_order, orders_held, state_over_models
from coprod_sim.learning.model_counts import look_up
from coprod_sim.learning.ranked import NEXT, fitting, orders_of_models

TABLE = find_exercise("6_1").detail
STEPS = ("awareness", "buy_in", "expectations", "performance", "feedback")
LUCK = {
    "awareness": 0.8, "buy_in": 1.3, "expectations": 0.96, "performance": 1.4, "feedback": 5.3,
}  # fmt: skip
"""What each step brought in a run that came out unusually: expectations before awareness."""


def by_hand(given, held: dict[str, int]) -> int:
    """Count of 100 models those whose order lies near, from the squared distances of places alone."""
    near = 0
    for order, count in held.items():
        places = order.split(",")
        apart = sum((given.index(step) - places.index(step)) ** 2 for step in STEPS)
        near += count * (apart <= 10)  # 1 - 6 * 10 / (5 * 24) = 0.5
    return near


@pytest.fixture
def a_run(monkeypatch):
    """Let the run come out as told, without playing it."""
    values = {k: np.full(TABLE.run.runs + 800, v) for k, v in LUCK.items()}
    monkeypatch.setattr("coprod_sim.learning.kinds.calibrate.ranked_values", lambda *_: values)


def test_how_often_each_order_comes_out_ships_with_the_kit():
    found = look_up(asked_of_order(TABLE))
    assert found is not None
    assert sum(found.held.values()) == found.models == 100
    for given in permutations(STEPS):
        assert fitting(given, found.held, 0.5) == by_hand(given, found.held)


@pytest.mark.usefixtures("a_run")
def test_an_order_that_nearly_all_models_give_is_right_whatever_the_luck_of_one_run():
    held = orders_held(TABLE)
    best = max(permutations(STEPS), key=lambda one: by_hand(one, held))
    assert by_hand(best, held) >= 80
    found = calibrate.check(TABLE, {"order": list(best)}, 1)
    assert (found.status, found.came) == (Status.YES, Status.YES)


@pytest.mark.parametrize(
    ("share", "state"),
    [(100, "yes"), (80, "yes"), (79, "open"), (23, "open"), (22, "not_yet"), (0, "not_yet")],
)
def test_an_order_is_open_from_more_models_than_a_pure_guess_fits(share, state):
    """27 of the 120 orders of five lie near enough to any one of them: 22.5 in 100."""
    assert state_over_models(TABLE, share) == state


@pytest.mark.usefixtures("a_run")
def test_every_order_is_told_its_run_first_and_then_the_models():
    held = orders_held(TABLE)
    for given in permutations(STEPS):
        share = by_hand(given, held)
        right = sorted(STEPS, key=lambda step: -LUCK[step])
        near = sum((given.index(k) - right.index(k)) ** 2 for k in STEPS) <= 10
        wanted = "yes" if near or share >= 80 else "open" if share > 22.5 else "not_yet"
        found = calibrate.check(TABLE, {"order": list(given)}, 1)
        assert found.status == wanted, (given, share)
        assert found.said[0].startswith(
            "In this run your order is near" if near else "In this run: not near"
        )
        assert (
            f"In other models that fit the findings: your order scores 0.5 or more in {share} of 100."
            in found.text
        )
        assert found.text.index("In this run") < found.text.index("In other models")
        faulted = TABLE.far in found.said or TABLE.upside_down in found.said
        assert faulted is (wanted == "not_yet"), given


@pytest.mark.usefixtures("a_run")
def test_a_bet_on_an_order_goes_by_the_models_alone():
    """The run shows this order, and so the exercise is done; few models do, and so the bet is lost."""
    held = orders_held(TABLE)
    right = sorted(STEPS, key=lambda step: -LUCK[step])
    near_in_few = next(
        one
        for one in permutations(STEPS)
        if sum((one.index(k) - right.index(k)) ** 2 for k in STEPS) <= 10
        and by_hand(one, held) < 22
    )
    found = calibrate.check(TABLE, {"order": list(near_in_few)}, 1)
    assert (found.status, found.came) == (Status.YES, Status.NOT_YET)


def test_the_orders_of_models_are_those_of_their_means_over_their_towns():
    runs = 2
    values = {
        "a": np.array(
            [9.0, 9.0, *[3.0] * 8, *[0.0] * 7, 8.0]
        ),  # 3 in the first model, 1 in the second
        "b": np.array([0.0, 0.0, *[2.0] * 8, *[2.0] * 8]),
    }
    assert orders_of_models(values, runs) == {f"a{NEXT}b": 1, f"b{NEXT}a": 1}
