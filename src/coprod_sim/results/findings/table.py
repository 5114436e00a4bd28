"""Puts the findings side by side with what the model gives."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources

import numpy as np
import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from coprod_sim.results.findings import acceptance, over_time, who_comes
from coprod_sim.results.findings.town import RUNS, SEED

Reading = Callable[[Assumptions, int, int], float]
"""Reads one finding off the model, given the assumptions, the number of runs and the seed."""

FINDINGS: dict[str, Reading] = {
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
"""The findings with a published or assumed band, in `data/findings.csv`."""
SIGNS: dict[str, Reading] = {
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
"""The findings of which mostly the direction is known, in `data/signs.csv`."""
COLUMNS = ["id", "what", "unit", "low", "high", "value", "inside", "kind", "source"]


@cache
def published(file: str = "findings.csv") -> pd.DataFrame:
    """Read what was published: a row for each finding, with its band, kind, source and claim."""
    path = resources.files("coprod_sim.results") / "data" / file
    with path.open("rb") as stream:
        return pd.read_csv(stream)


def findings_table(runs: int = RUNS, p: Assumptions = REFERENCE, seed: int = SEED) -> pd.DataFrame:
    """Set each finding beside what the model gives; `inside` says whether it lies in the band."""
    return _measured("findings.csv", FINDINGS, runs, p, seed)


def signs_table(runs: int = RUNS, p: Assumptions = REFERENCE, seed: int = SEED) -> pd.DataFrame:
    """Set the findings of which mostly the direction is known beside what the model gives."""
    return _measured("signs.csv", SIGNS, runs, p, seed)


def _measured(
    file: str, readings: Mapping[str, Reading], runs: int, p: Assumptions, seed: int
) -> pd.DataFrame:
    table = published(file).copy()
    table["value"] = [readings[key](p, runs, seed) for key in table["id"]]
    low, high = table["low"].fillna(-np.inf), table["high"].fillna(np.inf)
    table["inside"] = table["value"].between(low, high, inclusive="neither")
    return table.reindex(columns=COLUMNS)
