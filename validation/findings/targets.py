"""Sets what studies found beside what the model gives: calibration targets, and findings held out."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from validation.findings import acceptance, over_time, who_comes
from validation.findings.reference_case import RUNS, SEED

FOLDER = Path(__file__).parent
Statistic = Callable[[Assumptions, int, int], float]
"""Reads one summary statistic off the model: assumptions, number of runs and seed in, a number out."""

TARGETS: dict[str, Statistic] = {
    "F1": acceptance.outcome_against_process,
    "F2": acceptance.fairness_of_co_production,
    "F5a": acceptance.advice_set_aside,
    "F5b": acceptance.advice_adopted,
    "F6": acceptance.fairness_in_name_only,
    "F7": acceptance.plain_words_and_answers,
    "F9": over_time.openness_and_trust,
    "F11": over_time.good_to_undo_two_fakes,
    "F12": over_time.trust_of_those_with_a_say,
    "F13": over_time.taking_part_again,
    "F14": over_time.knowledge_gap_closed,
    "F17a": who_comes.knowledge_and_acceptance,
    "F17b": who_comes.fairness_and_acceptance,
    "F18a": who_comes.opponents_in_an_open_room,
    "F18b": who_comes.opponents_in_a_drawn_room,
    "F19": who_comes.trust_of_those_who_come,
}
"""The findings with a published or assumed band, in `targets.csv`; sets of assumptions are kept by them."""
HELD_OUT: dict[str, Statistic] = {
    "F2b": acceptance.fairness_to_losers,
    "F3": acceptance.involved_against_others,
    "F4a": acceptance.acceptance_of_the_same_plan,
    "F4b": acceptance.quality_of_the_same_plan,
    "F9b": over_time.openness_and_trust_at_once,
    "F10a": acceptance.feedback_alone,
    "F10b": acceptance.awareness_alone,
    "F11b": over_time.fall_against_rise,
    "F15": over_time.learning_of_others,
    "F21a": over_time.quality_from_influence,
    "F21b": over_time.quality_from_openness,
    "C11a": acceptance.consent_to_harm,
    "C11b": acceptance.judgement_of_harm,
}
"""The findings of which mostly the direction is known, in `held_out.csv`; no set is kept or lost by them."""
COLUMNS = ["id", "what", "unit", "low", "high", "value", "inside", "kind", "source"]


@cache
def published(file: str = "targets.csv") -> pd.DataFrame:
    """Read what was published.

    Args:
        file: `targets.csv` or `held_out.csv`.

    Returns:
        A row for each finding, with its band, kind, source and claim.
    """
    return pd.read_csv(FOLDER / file)


def targets_table(runs: int = RUNS, p: Assumptions = REFERENCE, seed: int = SEED) -> pd.DataFrame:
    """Set each calibration target beside what the model gives.

    Args:
        runs: runs behind each value.
        p: the assumptions.
        seed: names the luck.

    Returns:
        A row for each target with the columns `COLUMNS`; `inside` says whether the value lies in the band.
    """
    return _measured("targets.csv", TARGETS, runs, p, seed)


def held_out_table(runs: int = RUNS, p: Assumptions = REFERENCE, seed: int = SEED) -> pd.DataFrame:
    """Set each finding that is held out beside what the model gives.

    Args:
        runs: runs behind each value.
        p: the assumptions.
        seed: names the luck.

    Returns:
        A row for each finding with the columns `COLUMNS`; an open end of a band refuses nothing.
    """
    return _measured("held_out.csv", HELD_OUT, runs, p, seed)


def _measured(
    file: str, statistics: Mapping[str, Statistic], runs: int, p: Assumptions, seed: int
) -> pd.DataFrame:
    table = published(file).copy()
    table["value"] = [statistics[key](p, runs, seed) for key in table["id"]]
    low, high = table["low"].fillna(-np.inf), table["high"].fillna(np.inf)
    table["inside"] = table["value"].between(low, high, inclusive="neither")
    return table.reindex(columns=COLUMNS)
