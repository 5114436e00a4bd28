"""Which assumptions the findings identify: how far the prior contracts, and what is only told together."""

from itertools import combinations

import numpy as np
import pandas as pd
from scipy.stats import norm

from coprod_sim.assumptions import DECLARED, REFERENCE
from coprod_sim.results.nroy import NotRuledOut
from coprod_sim.results.ranges import HIGH, LOW

CONTRACTED_BY_LUCK = 1e-3
"""An assumption counts as narrowed when luck would leave as little more rarely than this [share]."""
TIED_BY_LUCK = 1e-6
"""A pair counts as tied when luck would tie it as closely more rarely than this; there are some two
thousand pairs, so that one in hundreds of tables has a pair that luck has tied [share]."""
TRIALS = 20_000
"""Games of chance played to see what luck does [games]."""


def contraction(found: NotRuledOut) -> pd.DataFrame:
    """Rank the assumptions by how far the findings narrow them.

    Args:
        found: the sets not ruled out.

    Returns:
        A row for each assumption: `label`, `value` (as it stands), `low` to `high` (9 in 10 of the sets
        kept), `contraction` (the part of its plausible range that is gone), and `clear`: whether luck alone
        would hardly leave so little.
    """
    values = found.assumptions
    rows = {}
    for name in values:
        about = DECLARED[str(name)]
        plausible = (about.most - about.least) * (HIGH - LOW)
        low, high = values[name].quantile([LOW, HIGH])
        rows[name] = {
            "label": about.label, "value": getattr(REFERENCE, str(name)),
            "low": low, "high": high, "contraction": 1.0 - (high - low) / plausible,
        }  # fmt: skip
    table = pd.DataFrame.from_dict(rows, orient="index").sort_values("contraction", ascending=False)
    luck = _contraction_by_luck(len(values.drop_duplicates()))
    return table.assign(clear=table["contraction"] > luck)


def tied_pairs(found: NotRuledOut) -> pd.DataFrame:
    """List pairs of assumptions that the findings only pin down together.

    Args:
        found: the sets not ruled out.

    Returns:
        A row for each pair, the closest first: `one`, `other` and their posterior correlation `r`.
    """
    values = found.assumptions
    r, names = values.corr().to_numpy(), list(values)
    by_luck = _correlation_by_luck(len(values.drop_duplicates()))
    rows = [
        {"one": DECLARED[names[a]].label, "other": DECLARED[names[b]].label, "r": r[a, b]}
        for a, b in combinations(range(len(names)), 2)
        if abs(r[a, b]) > by_luck
    ]
    table = pd.DataFrame(rows, columns=["one", "other", "r"])
    return table.sort_values("r", key=np.abs, ascending=False, ignore_index=True)


def _contraction_by_luck(count: int) -> float:
    """Give the part of its range that so many even draws hardly ever leave out."""
    drawn = np.random.default_rng(0).random((TRIALS, count))
    low, high = np.quantile(drawn, (LOW, HIGH), axis=1)
    return float(np.quantile(1.0 - (high - low) / (HIGH - LOW), 1.0 - CONTRACTED_BY_LUCK))


def _correlation_by_luck(count: int) -> float:
    """Give the correlation that so many independent pairs hardly ever reach (Fisher's z)."""
    return float(np.tanh(norm.isf(TIED_BY_LUCK / 2) / np.sqrt(max(count - 3, 1))))
