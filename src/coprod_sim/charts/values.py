"""Reads the numbers for a chart out of a comparison, in hundredths, an engagement a row."""

import numpy as np
import pandas as pd

from coprod_sim.results import MEASURES, Comparison

PARTS = ("mean", "run_low", "run_high", "low", "high")
IN_WORDS = {
    "mean": "Mean",
    "run_low": "Low, luck only",
    "run_high": "High, luck only",
    "low": "Low",
    "high": "High",
}
"""How the columns are named in the tables under the charts."""
WAY = "Way of involving people"


def series(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give a measure over the decisions: a row for each engagement and decision."""
    ranges = comparison.ranges
    here = _where(ranges.index, group=group, measure=measure)
    index = ranges.index[here].droplevel(["group", "measure"])
    return pd.DataFrame(_hundredths(ranges, here), index=index, columns=list(PARTS))


def last(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give a measure after the last decision: a row for each engagement."""
    names = [e.name for e in comparison.engagements]
    return _after(comparison, comparison.ranges, names, measure, group)


def against_first(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give paired differences to the first engagement after the last decision."""
    names = [e.name for e in comparison.engagements[1:]]
    return _after(comparison, comparison.differences, names, measure, group)


def titles(comparison: Comparison) -> dict[str, str]:
    """Give each engagement's title by its name."""
    return {e.name: e.title for e in comparison.engagements}


def label_of(measure: str) -> str:
    """Give a measure's label in plain words."""
    return MEASURES[measure][0].label


def table_of(rows: pd.DataFrame, way: str = WAY) -> pd.DataFrame:
    """Turn rows named by their index into a table for people, rounded to one decimal."""
    numbers = rows[list(PARTS)].round(1).rename(columns=IN_WORDS)
    return numbers.rename_axis(way).reset_index()


def tables_of(ends: dict[str, pd.DataFrame], named: dict[str, str]) -> pd.DataFrame:
    """Put the tables of several measures under each other, with titles instead of names."""
    tables = []
    for measure, rows in ends.items():
        table = table_of(rows.rename(index=named))
        table.insert(1, "Measure", label_of(measure))
        tables.append(table)
    return pd.concat(tables, ignore_index=True)


def _after(
    comparison: Comparison, ranges: pd.DataFrame, names: list[str], measure: str, group: str
) -> pd.DataFrame:
    """Read a measure after the last decision: a row for each name, in their order."""
    count = comparison.scenario.decisions.count
    here = _where(ranges.index, decision=count, group=group, measure=measure)
    found = dict(
        zip(
            ranges.index.get_level_values("engagement")[here],
            _hundredths(ranges, here),
            strict=True,
        )
    )
    missing = np.full(len(PARTS), np.nan)
    values = np.array([found.get(name, missing) for name in names]).reshape(-1, len(PARTS))
    return pd.DataFrame(values, index=pd.Index(names, name="engagement"), columns=list(PARTS))


def _where(index: pd.Index, **at: object) -> np.ndarray:
    """Find the rows that have these values in their index."""
    assert isinstance(index, pd.MultiIndex)
    levels = {name: index.names.index(name) for name in at}
    return np.logical_and.reduce(
        [index.codes[k] == index.levels[k].get_loc(at[name]) for name, k in levels.items()]
    )


def _hundredths(ranges: pd.DataFrame, here: np.ndarray) -> np.ndarray:
    return ranges.to_numpy()[here] * 100.0
