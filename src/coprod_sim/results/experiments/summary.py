"""Turns the measures of every run into the table of an experiment: means, ranges and differences."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.errors import InputError
from coprod_sim.results.compare import HIGH, LOW
from coprod_sim.results.experiments.declaration import Experiment, partner
from coprod_sim.results.experiments.playing import Values
from coprod_sim.results.experiments.points import Play
from coprod_sim.results.measures import GROUPS

Cell = tuple[str, str, int]
"""Where a play stands: its case, its variant, and the number of its point."""


def table_of(experiment: Experiment, plays: Sequence[Play], values: Sequence[Values]) -> pd.DataFrame:
    """Make the tidy table: a row for each case, variant, point, kind, decision, group and measure."""
    points = {id(p): k for k, p in enumerate(_points(plays))}
    cells = {
        (one.case.name, one.variant.name, points[id(one.point)]): k for k, one in enumerate(plays)
    }
    rows = [
        row
        for kind in experiment.show
        for cell, k in cells.items()
        for row in _rows(experiment, plays[k], kind, _shown(experiment, values, cells, cell, kind, plays))
    ]
    return pd.DataFrame(rows)
