"""The room as an experiment: honest intervals, and small groups hidden."""

import numpy as np
import pytest
from room_scores import SPREAD, room

from coprod_sim.errors import InputError
from coprod_sim.live.treatment_effect import LEVELS, Effect, Suppressed, effect, effects


@pytest.mark.slow
@pytest.mark.parametrize(("people", "power"), [(20, 0.56), (30, 0.74), (60, 0.97)])
def test_a_crossover_sees_an_effect_as_often_as_the_power_table_says(people, power):
    """Half a spread, no other noise: the two scores of a person go together with r = 0.5."""
    rng, tries = np.random.default_rng(people), 120
    found = [effect(room(rng, people, 0.5), "acceptance") for _ in range(tries)]
    seen = np.mean([e.clear and e.mean > 0 for e in found])
    assert abs(seen - power) < 3 * (power * (1 - power) / tries) ** 0.5 + 0.03


@pytest.mark.slow
def test_two_separate_arms_see_it_far_less_often():
    rng, tries = np.random.default_rng(1), 120
    seen = np.mean(
        [effect(room(rng, 60, 0.5, design="two_arms"), "acceptance").clear for _ in range(tries)]
    )
    assert abs(seen - 0.47) < 0.15


@pytest.mark.slow
@pytest.mark.parametrize("who", ["all", "lost"])
def test_the_intervals_hold_the_truth_as_often_as_they_say(who):
    rng, tries = np.random.default_rng(9), 150
    found = [
        e
        for _ in range(tries)
        if isinstance(e := effect(room(rng, 36, 0.5), "acceptance", who), Effect)
    ]
    assert len(found) > 0.8 * tries
    for level in LEVELS:
        held = np.mean(
            [low <= 0.5 * SPREAD <= high for low, high in (e.interval(level) for e in found)]
        )
        assert level - 0.085 < held < level + 0.085


def test_order_and_decision_do_not_leak_into_the_difference():
    rng = np.random.default_rng(3)
    even = room(rng, 40, 0.5)
    shifted = even.assign(
        acceptance=even["acceptance"]
        + 4 * (even["turn"] == 2)
        - 3 * (even["decision"] == "bus_route")
    )
    assert effect(shifted, "acceptance").mean == pytest.approx(effect(even, "acceptance").mean)
    assert effect(shifted, "acceptance").error == pytest.approx(effect(even, "acceptance").error)


def test_small_groups_stay_hidden_and_so_does_what_would_give_them_away():
    rng = np.random.default_rng(4)
    assert isinstance(effect(room(rng, 4, 0.5), "acceptance"), Suppressed)
    few_lost = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] < 3)
    assert isinstance(effect(few_lost, "acceptance", "lost"), Suppressed)
    few_won = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] >= 3)
    assert isinstance(effect(few_won, "acceptance", "lost"), Suppressed)
    fine = room(rng, 30, 0.5).assign(lost=lambda f: f["person"] >= 12)
    assert effect(fine, "acceptance", "lost").people == 18


def test_two_arms_are_refused_for_small_rooms_and_say_what_to_do():
    rng = np.random.default_rng(5)
    small = room(rng, 30, 0.5, design="two_arms").assign(fairness=1.0, trust=1.0)
    with pytest.raises(
        InputError, match="at least 40 people, and there are 30; let everybody live both ways"
    ):
        effects(small)


def test_the_smallest_visible_effect_shrinks_with_the_room():
    rng = np.random.default_rng(7)
    sizes = [effect(room(rng, n, 0.5), "acceptance").smallest for n in (12, 40, 160)]
    assert sizes[0] > sizes[1] > sizes[2] > 0
