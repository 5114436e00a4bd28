"""Points of a bet come out alike in the browser and in the kit."""

import random

import pytest
from node_stage import worked_out

from coprod_sim.learning.progress import LedgerEntry


def test_the_points_of_a_bet_are_the_same_to_the_last_bit_also_of_12_and_a_half():
    """The gain over a guess at 1 in 4: 100 x (0.75 x 0.75 - 0.875 x 0.875) where it comes out at 12.5."""
    luck = random.Random(7)
    bets = [
        {"sure": luck.choice([12.5, 0, 100, 33.3, luck.uniform(0, 100)]),
         "right": luck.choice([True, False]), "guess": luck.choice([0.25, 1 / 3, 1 / 120])}
        for _ in range(60)
    ]  # fmt: skip
    bets[0] = {"sure": 12.5, "right": True, "guess": 0.25}
    found = worked_out("lessons/points", "given.map((bet) => m.pointsOf(bet))", bets)
    kit = [LedgerEntry(item="", question="", **bet).points for bet in bets]
    assert found == pytest.approx(kit, abs=1e-9)
    assert found[0] == pytest.approx(-20.3125)
    unsure = [
        {"right": True, "guess": 0.25},
        {"sure": 50, "guess": 0.25},
        {"sure": 50, "right": True},
    ]
    assert worked_out("lessons/points", "given.map((bet) => m.pointsOf(bet))", unsure) == [None] * 3
