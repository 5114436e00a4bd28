"""Sets what studies found beside what the model gives, and counts how much of it is met."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim.assumptions import REFERENCE, Assumptions
from validation.findings import acceptance, felt_fairness, over_time, who_comes
from validation.findings.finding import Finding
from validation.findings.halves import CHECK, FIT
from validation.findings.reference_case import RUNS, SEED

FILE = Path(__file__).parent / "findings.csv"
FINDINGS: dict[str, Finding] = (
    acceptance.FINDINGS | felt_fairness.FINDINGS | over_time.FINDINGS | who_comes.FINDINGS
)
"""How each finding is read off the model, by its id."""


@cache
def published() -> pd.DataFrame:
    """Read what was published.

    Returns:
        A row for each finding, by its `id`: `part` (`fit`, `check`, or nothing where it is only shown),
        what is measured, its band (an end left empty is open), how firm that is, source and claim.
    """
    return pd.read_csv(FILE, index_col="id", dtype={"low": float, "high": float}).fillna(
        {"part": "", "note": ""}
    )


def ids_of(part: str) -> list[str]:
    """List the findings of a half, `fit` or `check`."""
    table = published()
    return list(table.index[table["part"] == part])


def met(values: pd.DataFrame) -> pd.DataFrame:
    """Say which values lie inside their bands.

    Args:
        values: a column for each finding, by its id.

    Returns:
        True or false in the same places; an open end refuses nothing, a value that is not a number is
        outside.
    """
    bands = published().loc[list(values)]
    low = bands["low"].fillna(-np.inf).to_numpy()
    high = bands["high"].fillna(np.inf).to_numpy()
    return (values > low) & (values < high)


def scores(values: pd.DataFrame) -> pd.DataFrame:
    """Count how many findings of each half are met.

    Args:
        values: a row for each set of assumptions, a column for each finding.

    Returns:
        A row for each set, with the columns `fit` and `check`.
    """
    inside = met(values)
    return pd.DataFrame({part: inside[ids_of(part)].sum(axis=1) for part in (FIT, CHECK)})


def measured(
    p: Assumptions = REFERENCE, runs: int = RUNS, seed: int = SEED, ids: tuple[str, ...] = ()
) -> pd.Series:
    """Read findings off the model.

    Args:
        p: the assumptions.
        runs: runs behind each value.
        seed: names the luck.
        ids: which findings; all of them if not given.

    Returns:
        The values, by id.
    """
    chosen = ids or tuple(published().index)
    return pd.Series({key: FINDINGS[key].read(p, runs, seed) for key in chosen})
