"""Rooms full of bots whose minds are known: what the room says of them is right as often as it says.

Bots are noisy as people are: whole numbers from 0 to 10, moods of their own, different tastes for the two
decisions, an effect that differs from one to the next, and some who leave an answer out. Their answers go the
way of real ones: the kit's own allocation, its rows, its scores.
"""

from random import Random

import numpy as np
import pytest

from coprod_sim.live.allocation import allocate
from coprod_sim.live.arms import treatment_sequences
from coprod_sim.live.scores import scored
from coprod_sim.live.session_plan import shared_activities
from coprod_sim.live.treatment_effect import Effect, carry_over, effect

TWINS = shared_activities()["experiment"]
KEYS = ("library_hours", "bus_route")
pytestmark = pytest.mark.slow
ROOMS = 300
TRUE = 1.0
"""How many points better the full picture makes a bot feel, in the mean of all bots."""


def bots(secret: str, people: int, luck: Random, *, true: float = TRUE) -> list[dict]:
    """Play a room: everybody says what they want, then lives and scores both rounds."""
    rows = []
    for seat in range(people):
        way = treatment_sequences("crossover")[allocate(secret, seat, 4)]
        mood, mine = luck.gauss(5, 1.4), true + luck.gauss(0, 0.7)
        about = {"activity": TWINS.key, "kind": "experiment", "person": seat, "cell": way.number}
        lost = [luck.random() < 0.6 for _ in KEYS]
        for key, against in zip(KEYS, lost, strict=True):
            wish = {"round": "preference", "question": f"preference_{key}", "value": int(against)}
            rows.append(about | wish | {"decision": None, "arm": None})
        for turn in ("first", "second"):
            place, arm = way.decision(turn), way.arm(turn)
            felt = (
                mood
                + luck.gauss(0, 1.4)
                + 0.3 * (turn == "second")
                + 0.5 * place
                - 1.0 * lost[place]
            )
            felt += mine * (arm == "co_production")
            score = {
                "round": f"{turn}_scores",
                "question": "acceptance",
                "value": min(10, max(0, round(felt))),
            }
            if luck.random() > 0.04:  # some leave it out
                rows.append(about | score | {"decision": KEYS[place], "arm": arm})
    return rows


@pytest.fixture(scope="module", params=[8, 12, 25, 60])
def rooms(request) -> tuple[int, list]:
    luck = Random(request.param)
    played = [
        scored(bots(f"{request.param} {k}", request.param, luck), TWINS) for k in range(ROOMS)
    ]
    return request.param, played


def close(share: float, level: float, tries: int) -> bool:
    """Say whether a share is the level, up to three standard errors of so many tries."""
    return abs(share - level) <= 3 * (level * (1 - level) / tries) ** 0.5


def test_the_effect_is_found_without_bias_and_the_intervals_hold_it_as_often_as_they_say(rooms):
    people, played = rooms
    found = [e for scores in played if isinstance(e := effect(scores, "acceptance"), Effect)]
    assert len(found) > 0.95 * ROOMS
    means = np.array([e.mean for e in found])
    assert abs(means.mean() - TRUE) < 3 * means.std() / len(found) ** 0.5 + 0.03, people
    for level in (0.80, 0.95):
        held = np.mean([low <= TRUE <= high for low, high in (e.interval(level) for e in found)])
        assert close(held, level, len(found)), (people, level, held)


def test_among_those_who_lost_it_is_as_honest(rooms):
    people, played = rooms
    found = [e for s in played if isinstance(e := effect(s, "acceptance", "lost"), Effect)]
    if people < 25:  # five who lost each time and five others: seldom in a small room
        return
    assert len(found) > 0.5 * ROOMS
    means = np.array([e.mean for e in found])
    assert abs(means.mean() - TRUE) < 3 * means.std() / len(found) ** 0.5 + 0.03, people
    for level in (0.80, 0.95):
        held = np.mean([low <= TRUE <= high for low, high in (e.interval(level) for e in found)])
        assert close(held, level, len(found)), (people, level, held)


def test_where_nothing_is_carried_over_the_interval_for_it_holds_nothing_as_often_as_it_says(rooms):
    people, played = rooms
    found = [e for s in played if isinstance(e := carry_over(s, "acceptance"), Effect)]
    if people < 12:  # five in each order are needed, and one bot in twelve leaves an answer out
        return
    assert len(found) > 0.5 * ROOMS
    held = np.mean([low <= 0 <= high for low, high in (e.interval(0.95) for e in found)])
    assert close(held, 0.95, len(found)), (people, held)


def test_bots_that_do_not_care_how_they_are_asked_show_no_effect():
    luck = Random(3)
    found = [
        effect(scored(bots(f"none {k}", 25, luck, true=0.0), TWINS), "acceptance")
        for k in range(ROOMS)
    ]
    assert abs(np.mean([e.mean for e in found])) < 0.08
    assert close(np.mean([e.clear for e in found]), 0.05, ROOMS)
