"""What the room's own numbers say in plain words, and what they cannot say: the same on every screen."""

from collections.abc import Mapping, Sequence

import pandas as pd

from coprod_sim.charts.words import digits_adding_up, number
from coprod_sim.live.guess_verdict import difference, holds, inside
from coprod_sim.live.intervals import FINEST, MOST, USUAL, sayable, within
from coprod_sim.live.intervals import ROOM as ROOM_LEVEL
from coprod_sim.live.treatment_effect import LEVELS, Effect, carry_over, effect, first_round

ALL_OF_IT = " That could be all of it."
"""Said of a clear difference that the order of the rounds alone may have made."""
ALIKE = "In each corner all differ by the same, so luck cannot be measured here, and no range can be given."
NO_ORDER = (
    "The first round may colour the second. By how much cannot be measured here: in each corner all "
    "scored the same."
)
HIDDEN_ORDER = (
    "The first round may colour the second. By how much stays hidden: too few people had the rounds in one "
    "of the two orders."
)
NO_FIRST = (
    "The first round alone has nothing to measure luck by: in each corner all scored the same."
)


def digits_of(e: Effect, model: Mapping[str, float] | None = None) -> int:
    """Give the digits in which a result is written: those in which all that is said of it agrees.

    Both means and their difference add up, no range shrinks to a point or to nothing, and what is judged
    looks as it was judged.
    """
    add_up = digits_adding_up([(e.tickbox, e.co_production)], USUAL) == USUAL
    return USUAL if add_up and _read_off(e, model, USUAL) == _read_off(e, model, FINEST) else FINEST


def _read_off(e: Effect, model: Mapping[str, float] | None, digits: int) -> tuple[bool, ...]:
    """Give what a reader takes from a result that is written in so many digits."""
    ranges = [[round(end, digits) for end in within(*e.interval(level))] for level in LEVELS]
    return (
        round(e.smallest, digits) == 0,
        *(end == 0 for both in ranges for end in both),
        *(low == high for low, high in ranges),
        *((holds(e, model, digits), inside(0.0, model, digits)) if model else ()),
    )


def visible(e: Effect, digits: int = USUAL) -> str:
    """Say how small an effect a room of this size can see, and when a result is no larger than that."""
    if e.alike:
        return ""
    if e.smallest > MOST:
        return f"With {e.people} people a room can miss even the largest difference."
    said = (
        f"A room of {e.people} like this one sees a difference of {number(e.smallest, digits)} points "
        "in 4 of 5 tries, and smaller ones less often."
    )
    edge = " This one is no larger than that, so luck may make it look larger than it is."
    at_the_edge = e.clear and abs(difference(e, digits)) <= round(e.smallest, digits)
    return said + edge * at_the_edge


def direction(e: Effect, order: Sequence[str] = ()) -> str:
    """Say in a sentence which way it went, only where the wider interval says it, and what may explain it.

    `order` are the sentences on what the order of the rounds may have done.
    """
    if e.alike:
        return ""
    if not e.clear:
        return "This room alone cannot tell which way scored higher."
    here = "in these made-up numbers" if e.made_up else "here"
    doubt = ", but the order of the rounds may be all of it" * any(
        ALL_OF_IT in line for line in order
    )
    return (
        f"The full picture scored higher {here}{doubt}."
        if e.mean > 0
        else f"The leaflet scored higher {here}{doubt}: the result goes the other way."
    )


def order_sentences(scores: pd.DataFrame) -> list[str]:
    """Say what the order of the two rounds may have done, which no room of this kind can rule out."""
    carried, first = carry_over(scores, "acceptance"), first_round(scores, "acceptance")
    whole = effect(scores, "acceptance")
    if not isinstance(whole, Effect):
        return []
    if not isinstance(carried, Effect):
        return [HIDDEN_ORDER] if scores["person"].duplicated().any() else []
    if carried.alike:
        return [NO_ORDER, *([_first_alone(first)] if isinstance(first, Effect) else [])]
    low, high = within(*carried.interval(ROOM_LEVEL))
    all_of_it = ALL_OF_IT * (whole.clear and low <= whole.mean <= high)
    said = [
        "The first round may colour the second. That cannot be told apart from chance here: because of it, "
        "the full picture may stand for everybody anywhere "
        f"{sayable(low, high, ROOM_LEVEL)}.{all_of_it}"
    ]
    return [*said, _first_alone(first)] if isinstance(first, Effect) else said


def _first_alone(first: Effect) -> str:
    if first.alike:
        return NO_FIRST
    low, high = within(*first.interval(ROOM_LEVEL))
    verdict = "it cannot tell which way scored higher"
    if first.clear:
        verdict = f"{'the full picture' if first.mean > 0 else 'the leaflet'} scored higher there"
    return (
        "For everybody, the first round alone, in which nothing was carried over, puts the full picture "
        f"{sayable(low, high, ROOM_LEVEL)}: {verdict}."
    )
