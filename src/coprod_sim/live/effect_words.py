"""What the room's own numbers say in plain words, and what they cannot say: the same on every screen."""

import pandas as pd

from coprod_sim.charts.words import number
from coprod_sim.live.intervals import MOST, sayable, within
from coprod_sim.live.intervals import ROOM as ROOM_LEVEL
from coprod_sim.live.treatment_effect import Effect, carry_over, effect, first_round


def visible(e: Effect) -> str:
    """Say how small an effect a room of this size can see, and when a result is no larger than that."""
    if e.smallest > MOST:
        return f"With {e.people} people a room can miss even the largest difference."
    said = (
        f"A room of {e.people} like this one sees a difference of {number(e.smallest, 1)} points in 4 of "
        "5 tries, and smaller ones less often."
    )
    at_the_edge = e.clear and round(abs(e.mean), 1) <= round(e.smallest, 1)
    edge = " This one is no larger than that, so luck may make it look larger than it is."
    return said + edge * at_the_edge


def direction(e: Effect) -> str:
    """Say in a sentence which way it went, and only where the wider interval says it."""
    if not e.clear:
        return "This room alone cannot tell which way scored higher."
    here = "in these made-up numbers" if e.made_up else "here"
    return (
        f"The full picture scored higher {here}."
        if e.mean > 0
        else f"The leaflet scored higher {here}: the result goes the other way."
    )


def order_sentences(scores: pd.DataFrame) -> list[str]:
    """Say what the order of the two rounds may have done, which no room of this kind can rule out."""
    carried, first = carry_over(scores, "acceptance"), first_round(scores, "acceptance")
    whole = effect(scores, "acceptance")
    if not (isinstance(carried, Effect) and isinstance(whole, Effect)):
        return []
    low, high = within(*carried.interval(ROOM_LEVEL))
    all_of_it = " That could be all of it." * (whole.clear and low <= whole.mean <= high)
    said = [
        "The first round may colour the second. That cannot be told apart from chance here: because of it, "
        "the full picture may stand for everybody anywhere "
        f"{sayable(low, high, ROOM_LEVEL)}.{all_of_it}"
    ]
    return [*said, _first_alone(first)] if isinstance(first, Effect) else said


def _first_alone(first: Effect) -> str:
    low, high = within(*first.interval(ROOM_LEVEL))
    verdict = "it cannot tell which way scored higher"
    if first.clear:
        verdict = f"{'the full picture' if first.mean > 0 else 'the leaflet'} scored higher there"
    return (
        "For everybody, the first round alone, in which nothing was carried over, puts the full picture "
        f"{sayable(low, high, ROOM_LEVEL)}: {verdict}."
    )
