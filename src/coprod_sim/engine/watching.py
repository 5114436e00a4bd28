"""Plays one town citizen by citizen, and keeps every moment of it: what there is to watch."""

from typing import Any

import numpy as np

from coprod_sim.engine.town import SHIFT, SUMMED, set_up
from coprod_sim.model.batch import make_citizens, play_first_half
from coprod_sim.model.buffers import LANES
from coprod_sim.model.case_row import case_of
from coprod_sim.model.response import respond, spell_out, update_institution
from coprod_sim.model.story import story_from
from coprod_sim.model.sums import PLACE
from coprod_sim.population.network_loops import make_links

SEEN = ("trust", "aware", "part", "acceptance", "vote", "merit", "fairness")
"""What is kept of each citizen at each moment; before the first decision only trust."""
KEPT = len(SEEN)
OUT = tuple(PLACE[name] for name in (*SEEN[:4], "votes", *SEEN[5:]))
"""Where the summands of a block have it; who takes part is looked up in the state."""
TRUST, AWARE, PART, _, VOTE, MERIT, FAIRNESS = range(KEPT)


def watch(
    case: np.ndarray, trusts: np.ndarray, way: np.ndarray, run: float, seen: np.ndarray
) -> None:
    """Play one run of a town under one way.

    Args:
        case: one `CaseRow`.
        trusts: quantile tables of first trust, less-heard then well-connected.
        way: its dials, its assumptions, and strength, reach and time of a campaign.
        run: the number of the run.
        seen: moments (before, and after each decision) x `SEEN` x citizens; filled in.
    """
    lane = int(run) % LANES
    inputs, rows, state, scratch = set_up(case, trusts, way, run - lane, False, np.empty(0))
    citizens, decisions = len(inputs.start) - 1, int(case_of(case).decisions)
    moments = seen.reshape((decisions + 1, KEPT, citizens))
    make_citizens(rows, inputs, state, scratch)
    for citizen in range(citizens):
        for what in range(KEPT):
            moments[0, what, citizen] = 0.0
        moments[0, TRUST, citizen] = state.trust[0, citizen * LANES + lane]
    for decision in range(1, decisions + 1):
        sums, splits = np.zeros((1, 2, SUMMED, LANES)), np.empty((1, 2, 0, SUMMED + 1, LANES))
        play_first_half(rows, inputs, state, scratch, decision)
        for span in inputs.spans:
            respond(rows, inputs, state, scratch, sums, splits, decision, span)
            spell_out(state, scratch, 0, span)
            keep(scratch.out, state.part[0], span, lane, moments[decision])
        update_institution(rows, inputs, state, sums)


def keep(out: Any, part: Any, span: Any, lane: int, moment: Any) -> None:
    """Keep what a block has just been through, in one run.

    Args:
        out: the summands of the block.
        part: who takes part.
        span: the block: its group, where it begins and ends.
        lane: the place of the run in its batch.
        moment: `SEEN` x citizens; filled in for the citizens of the block.
    """
    _, begin, end = span
    first = begin + (lane - begin) % LANES
    for place in range(first, end, LANES):
        for what in range(KEPT):
            moment[what, place // LANES] = out[OUT[what], place - begin]
        moment[PART, place // LANES] = 1.0 if part[place] > 0 else 0.0


def link_up(case: np.ndarray, run: float, links: np.ndarray) -> float:
    """List who is in contact with whom in a run, each pair once.

    Args:
        case: one `CaseRow`.
        run: the number of the run.
        links: pairs of citizens, the lower first; filled in as far as there is room.

    Returns:
        How many pairs there are.
    """
    town, pairs = case_of(case), 0
    start, others = make_links(
        int(town.citizens), int(town.less_heard), int(town.contacts), town.homophily,
        np.uint64(run) >> SHIFT, (np.uint64(town.seed_low), np.uint64(town.seed_high)),
    )  # fmt: skip
    for citizen in range(len(start) - 1):
        for k in range(start[citizen], start[citizen + 1]):
            if others[k] > citizen:
                if 2 * pairs + 1 < len(links):
                    links[2 * pairs], links[2 * pairs + 1] = float(citizen), float(others[k])
                pairs += 1
    return float(pairs)


def tell(
    seen: np.ndarray, citizens: float, citizen: float, decisions: float, told: np.ndarray
) -> None:
    """Tell one citizen's story in numbers.

    Args:
        seen: what `watch` has kept.
        citizens: how many there are.
        citizen: which one, from 0.
        decisions: how many decisions have been taken so far.
        told: a `Story`; filled in.
    """
    moments, who, last = seen.reshape((-1, KEPT, int(citizens))), int(citizen), int(decisions)
    heard, came = 0.0, 0.0
    for moment in range(1, last + 1):
        heard += moments[moment, AWARE, who]
        came += moments[moment, PART, who]
    now = moments[last]
    story = story_from(
        decisions, heard, came, now[MERIT, who], now[FAIRNESS, who], now[VOTE, who],
        moments[0, TRUST, who], now[TRUST, who],
    )  # fmt: skip
    for place in range(len(story)):
        told[place] = story[place]
