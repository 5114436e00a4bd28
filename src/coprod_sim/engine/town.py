"""Plays a batch of a town from plain numbers: everything between a case's row and its sums."""

from typing import Any

import numpy as np

from coprod_sim import draws
from coprod_sim.draws import CELLS
from coprod_sim.engine.kept_luck import kept_words
from coprod_sim.model import memory
from coprod_sim.model.batch import play_batch
from coprod_sim.model.buffers import LANES, BatchInputs, blocks
from coprod_sim.model.case_row import CaseRow, case_of
from coprod_sim.model.constants import constants_for
from coprod_sim.model.kernel import CONSTANTS, DIALS, NUMBERS, dials_of, numbers_of
from coprod_sim.model.sums import SPLITS, SUMS
from coprod_sim.model.thirds import thirds_of_batch
from coprod_sim.model.town_luck import TownLuck, luck_of_series
from coprod_sim.population.network_loops import make_links

TABLES, POINTS, SUMMED, SPLIT = draws.luck_tables(), CELLS + 1, len(SUMS), len(SPLITS)
WAY, ROW = DIALS + NUMBERS + 3, DIALS + NUMBERS + CONSTANTS + 3
SHIFT, ONES = np.uint64(LANES.bit_length() - 1), np.uint64(0x0101010101010101)


def play(
    case: np.ndarray, trusts: np.ndarray, ways: np.ndarray, first_run: float, room: np.ndarray,
    sums: np.ndarray,
) -> float:  # fmt: skip
    """Play all decisions of one batch of `LANES` runs under every way, on the same luck.

    Args:
        case: one `CaseRow`.
        trusts: quantile tables of first trust, less-heard then well-connected.
        ways: for each way its dials, its assumptions, and strength, reach and time of a campaign.
        first_run: the number of the first run, a multiple of `LANES`.
        room: where luck stays for the next play, as for `kept_words`; of any length.
        sums: decisions x ways x groups x `SUMS` x lanes, all 0; filled in. If it is longer, then behind
            these decisions x ways x groups x `SPLITS` x (`SUMS`, people) x lanes, all 0; filled in as well.

    Returns:
        The most contacts anybody has; above `MOST_LINKS` the sums are not right.
    """
    arms, decisions = len(ways) // WAY, int(case_of(case).decisions)
    plain = decisions * arms * 2 * SUMMED * LANES
    split = len(sums) > plain
    inputs, rows, state, scratch = set_up(case, trusts, ways, first_run, split, room)
    play_batch(
        rows, inputs, state, scratch, sums[:plain].reshape((decisions, arms, 2, SUMMED, LANES)),
        sums[plain:].reshape((decisions, arms, 2, SPLIT if split else 0, SUMMED + 1, LANES)),
    )  # fmt: skip
    return most_links(inputs.start)


def set_up(
    case: np.ndarray, trusts: np.ndarray, ways: np.ndarray, first_run: float, split: bool,
    room: np.ndarray,
) -> Any:  # fmt: skip
    """Make everything a batch is played with.

    Args:
        case: as for `play`.
        trusts: as for `play`.
        ways: as for `play`.
        first_run: the number of the first run, a multiple of `LANES`.
        split: whether the thirds of first trust are needed.
        room: where luck is kept, as for `kept_words`; of no length where it is not.

    Returns:
        What all ways share, each way's row, room for the state of everybody, and room to work.
    """
    town = case_of(case)
    tables = trusts.reshape((2, POINTS))
    rows = fill_rows(ways, town.months, town.less_heard / town.citizens)
    state = memory.make_state(len(rows), int(town.citizens) * LANES, LANES, np.uint64)
    inputs = find_inputs(town, tables, np.uint64(first_run), split, room)
    return inputs, rows, state, memory.make_scratch(LANES, np.uint64)


def find_inputs(
    town: CaseRow, trusts: np.ndarray, first_run: Any, split: bool, room: np.ndarray
) -> BatchInputs:
    """Find what all ways share: the network, and the luck of places and rooms.

    Args:
        town: the town and its decisions.
        trusts: quantile tables of first trust, group x points.
        first_run: the number of the first run.
        split: whether the thirds of first trust are needed.
        room: where luck is kept, as for `kept_words`.

    Returns:
        What a batch is played on.
    """
    citizens, less_heard = int(town.citizens), int(town.less_heard)
    key = (np.uint64(town.seed_low), np.uint64(town.seed_high))
    luck = find_luck(town, key, first_run)
    start, links = make_links(
        citizens, less_heard, int(town.contacts), town.homophily, first_run >> SHIFT, key
    )
    thirds = thirds_of_batch(trusts, less_heard, citizens if split else 0, first_run, LANES, key)
    spans, ends = blocks(citizens, less_heard, LANES)
    words = kept_words(town, key, first_run, room)
    return BatchInputs(
        start, links, less_heard, trusts, TABLES, luck.town, luck.sides, luck.errors, town.draft,
        town.heat, town.less_heard / town.citizens, thirds, first_run, key, LANES, SHIFT, ONES,
        spans, ends, True, words,
    )  # fmt: skip


def find_luck(town: CaseRow, key: Any, first_run: Any) -> TownLuck:
    """Draw the luck of places and rooms for a batch.

    Args:
        town: the town and its decisions.
        key: both words of the seed.
        first_run: the number of the first run.

    Returns:
        The luck of the towns, of the sides of drafts, and of the rooms.
    """
    decisions = int(town.decisions)
    luck = TownLuck(
        np.empty((3, LANES)), np.empty((decisions, LANES)), np.empty((decisions, LANES))
    )
    drafts_key = (np.uint64(town.drafts_low), np.uint64(town.drafts_high))
    luck_of_series(luck, TABLES[0], key, drafts_key, first_run, town.either > 0.0)
    return luck


def most_links(start: np.ndarray) -> float:
    """Count the contacts of whoever has most.

    Args:
        start: where the contacts of each begin.

    Returns:
        A number of contacts.
    """
    most = 0
    for citizen in range(len(start) - 1):
        most = max(most, int(start[citizen + 1]) - int(start[citizen]))
    return float(most)


def fill_rows(ways: np.ndarray, months: float, share_less_heard: float) -> np.ndarray:
    """Put the constants of every way between its assumptions and its campaign.

    Args:
        ways: as for `play`.
        months: how long a decision takes.
        share_less_heard: the share of less-heard people in the town.

    Returns:
        Each way as `Setting.row` gives it.
    """
    given = ways.reshape((-1, WAY))
    rows = np.empty((len(given), ROW))
    for k in range(len(given)):
        way, row = given[k], rows[k]
        row[: DIALS + NUMBERS] = way[: DIALS + NUMBERS]
        found = constants_for(dials_of(way), numbers_of(way), months, share_less_heard)
        for place in range(CONSTANTS):
            row[DIALS + NUMBERS + place] = found[place]
        row[ROW - 3 :] = way[WAY - 3 :]
    return rows
