"""Looks for the best dials, in plain loops: says which to try next, and takes what they brought.

From several starts dials are turned by ever finer steps, the largest gain first; then pairs are tried, one
down and one up. What is found is at least as good as all its neighbours; a better one far away is possible.
"""

import numpy as np

from coprod_sim.adding import numpy_sum
from coprod_sim.engagement import SHARES
from coprod_sim.results.effort import money_of_effort
from coprod_sim.results.paying import mean_there
from coprod_sim.results.ranges_loops import quantile_of

CHEAPEST, BEST = 0.0, 1.0
"""What is looked for: the cheapest dials that reach a target, or the best within limits."""
WIDTH = len(SHARES)
STEPS = (0.25, 0.1, 0.05)
"""By how much a dial is turned at a time: first coarsely, then finely."""
NAMED = 3
"""The first stands tried are starts if they fit; of those behind them, only the best one is."""
STARTS = NAMED + 1
START, ALONE, PAIRS, AGAIN, DONE = 0.0, 1.0, 2.0, 3.0, 4.0
"""What is tried: the starts, single dials, pairs, single dials again after a pair; or nothing any more."""
MODE, PHASE, STEP, TURN, KEPT, SCORE, TOP_SCORE = range(7)
POINT = 7
"""Where the search stands; behind it the best so far, then scores and places of the starts."""
TOP = POINT + WIDTH
SCORES = TOP + WIDTH
PLACES = SCORES + STARTS
STATE = PLACES + STARTS * WIDTH
"""Numbers that say how far a search is."""
MOST = 2 * WIDTH * (WIDTH - 1)
"""The most stands that are tried at a time, after the starts."""
FITS, WORTH, MONEY, WEEKS, MEAN, SHARE, SURELY = range(7)
WEIGHED = 7
"""Numbers that tell what a stand brings."""
BETTER = 1e-9
LAYOUT = {
    "state": STATE, "most": MOST, "weighed": WEIGHED, "phase": PHASE, "done": DONE, "score": SCORE,
    "point": POINT,
}  # fmt: skip
"""How a search is laid out, for whoever plays what it asks for."""


def weigh(
    mode: float, target: float, sure: float, most_money: float, most_weeks: float, most_hours: float,
    least_people: float, staff_hour: float, citizen_hour: float, people: float, effort: np.ndarray,
    values: np.ndarray, took: np.ndarray, found: np.ndarray,
) -> None:  # fmt: skip
    """Say what a stand brings, whether it fits, and its score: the lower, the better.

    Args:
        mode: `CHEAPEST` or `BEST`.
        target: the value to reach in the cheapest way, in the measure's unit.
        sure: the share of runs in which it must be reached.
        most_money: the money there is, for the best way.
        most_weeks: the weeks there are.
        most_hours: the hours of staff there are.
        least_people: so many people must take part, in the mean over the runs.
        staff_hour: what an hour of staff costs.
        citizen_hour: what an hour of people's own time is priced at.
        people: how many people there are.
        effort: staff hours, hours of each participant, weeks.
        values: the measure in every run.
        took: the share of people that took part in every run.
        found: 1 if it fits, else 0; its score; money; weeks; the mean of the measure; the share of runs that
            reach the target; the value that `sure` of the runs reach. Filled in.
    """
    taking = numpy_sum(took) / len(took) * people
    money = money_of_effort(effort[0], effort[1], taking, staff_hour, citizen_hour)
    reached = 0.0
    for k in range(len(values)):
        reached += 1.0 if values[k] >= target else 0.0
    found[MONEY], found[WEEKS], found[MEAN] = money, effort[2], mean_there(values)
    found[SHARE], found[SURELY] = reached / len(values), quantile_of(np.sort(values), 1.0 - sure)
    within = money <= most_money and effort[2] <= most_weeks and effort[0] <= most_hours
    if mode == CHEAPEST:
        within, found[WORTH] = within and found[SHARE] >= sure, money
    else:
        found[WORTH] = -found[MEAN]
    found[FITS] = 1.0 if within and taking >= least_people else 0.0


def begin_search(mode: float, state: np.ndarray) -> None:
    """Begin a search: what is tried first are its starts, which the caller knows.

    Args:
        mode: `CHEAPEST` or `BEST`.
        state: `STATE` numbers; filled in.
    """
    state[:] = 0.0
    state[MODE], state[PHASE] = mode, START
    state[SCORE] = state[TOP_SCORE] = np.inf


def propose(state: np.ndarray, stands: np.ndarray) -> float:
    """Say which stands to try next.

    Args:
        state: how far the search is; `take` made it.
        stands: `MOST` x `WIDTH`; the first of them are filled in.

    Returns:
        How many.
    """
    into, point = stands.reshape((-1, WIDTH)), state[POINT : POINT + WIDTH]
    if state[PHASE] == ALONE or state[PHASE] == AGAIN:
        return _singles(point, state[MODE], STEPS[int(state[STEP])], into)
    return _pairs(point, state[MODE], into) if state[PHASE] == PAIRS else 0.0


def take(state: np.ndarray, stands: np.ndarray, weighed: np.ndarray, after: np.ndarray) -> None:
    """Take what the stands brought that were tried, and go on from the best.

    Args:
        state: how far the search was.
        stands: what was tried: the starts at first, then what `propose` said.
        weighed: for each of them what `weigh` said.
        after: `STATE` numbers that say how far it is now; filled in.
    """
    after[:] = state
    tried, told = stands.reshape((-1, WIDTH)), weighed.reshape((-1, WEIGHED))
    if state[PHASE] == START:
        _choose_starts(tried, told, after)
        return
    best = _best_of(tried, told, 0, state[SCORE] - BETTER)
    if best >= 0:
        after[POINT : POINT + WIDTH], after[SCORE] = tried[best], told[best, WORTH]
        if state[PHASE] == PAIRS:
            after[PHASE], after[STEP] = AGAIN, 0.0
    elif state[PHASE] == PAIRS:
        after[PHASE] = DONE
    else:
        after[STEP] += 1.0
        if after[STEP] >= len(STEPS):
            _go_on(after)


def how_far(state: np.ndarray) -> float:
    """Say about how much of a search is done.

    Args:
        state: how far it is.

    Returns:
        A share from 0 to 1.
    """
    if state[PHASE] == START:
        return 0.0
    if state[PHASE] == ALONE:
        return 0.1 + 0.6 * (state[TURN] + state[STEP] / len(STEPS)) / state[KEPT]
    return 1.0 if state[PHASE] == DONE else 0.8


def _choose_starts(tried: np.ndarray, told: np.ndarray, after: np.ndarray) -> None:
    kept = 0
    for k in range(STARTS):
        place = k if k < NAMED else _best_of(tried, told, NAMED, np.inf)
        if 0 <= place < len(told) and told[place, FITS] > 0.0:
            begin = PLACES + kept * WIDTH
            after[begin : begin + WIDTH], after[SCORES + kept] = tried[place], told[place, WORTH]
            kept += 1
    after[KEPT] = kept
    after[PHASE] = ALONE if kept > 0 else DONE
    if kept > 0:
        _stand_at_start(after)


def _stand_at_start(after: np.ndarray) -> None:
    turn = int(after[TURN])
    begin = PLACES + turn * WIDTH
    after[POINT : POINT + WIDTH], after[SCORE] = after[begin : begin + WIDTH], after[SCORES + turn]
    after[STEP] = 0.0


def _go_on(after: np.ndarray) -> None:
    """Leave a point whose neighbours are no better: for the next start, or for pairs from the best."""
    if after[PHASE] == AGAIN:
        after[PHASE] = PAIRS
        return
    if after[SCORE] < after[TOP_SCORE]:
        after[TOP : TOP + WIDTH], after[TOP_SCORE] = after[POINT : POINT + WIDTH], after[SCORE]
    after[TURN] += 1.0
    if after[TURN] < after[KEPT]:
        _stand_at_start(after)
        return
    after[POINT : POINT + WIDTH], after[SCORE] = after[TOP : TOP + WIDTH], after[TOP_SCORE]
    after[PHASE] = PAIRS


def _best_of(tried: np.ndarray, told: np.ndarray, begin: int, below: float) -> int:
    """Find the best that fits, among equals the one with the lower dials; -1 where none is below."""
    best, score = -1, below
    for k in range(begin, len(told)):
        if told[k, FITS] > 0.0:
            worth = told[k, WORTH]
            if worth < score or (worth == score and best >= 0 and _before(tried[k], tried[best])):
                best, score = k, worth
    return best


def _before(one: np.ndarray, other: np.ndarray) -> bool:
    for k in range(len(one)):
        if one[k] != other[k]:
            return bool(one[k] < other[k])
    return False


def _singles(point: np.ndarray, mode: float, step: float, into: np.ndarray) -> float:
    """Turn each dial by itself: down to save, both ways to gain."""
    count = 0
    for way in (-1.0, 1.0):
        for k in range(WIDTH):
            if _turns(point[k], way) and (way < 0.0 or mode == BEST):
                into[count] = point
                into[count, k] = _turned(point[k], way * step)
                count += 1
    return float(count)


def _pairs(point: np.ndarray, mode: float, into: np.ndarray) -> float:
    """Turn one dial down and another up."""
    count, fine, more = 0, STEPS[2], STEPS[1]
    for down in range(WIDTH):
        for up in range(WIDTH):
            if up == down or not _turns(point[down], -1.0) or not _turns(point[up], 1.0):
                continue
            for wide in (False, True):
                drop = more if wide and mode == CHEAPEST else fine
                rise = more if wide and mode == BEST else fine
                into[count] = point
                into[count, down] = _turned(point[down], -drop)
                into[count, up] = _turned(point[up], rise)
                count += 1
    return float(count)


def _turns(value: float, way: float) -> bool:
    return value > 0.0 if way < 0.0 else value < 1.0


def _turned(value: float, by: float) -> float:
    return np.floor(min(1.0, max(0.0, value + by)) * 100.0 + 0.5) / 100.0
