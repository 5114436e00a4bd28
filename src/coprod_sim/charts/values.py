"""Reads the numbers for a chart out of a comparison, in hundredths, an engagement a row."""

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
    return _cut(comparison.ranges, measure, group)


def last(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give a measure after the last decision: a row for each engagement."""
    names = [e.name for e in comparison.engagements]
    return _after(series(comparison, measure, group), comparison, names)


def against_first(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give paired differences to the first engagement after the last decision."""
    names = [e.name for e in comparison.engagements[1:]]
    return _after(_cut(comparison.differences, measure, group), comparison, names)


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


def _cut(ranges: pd.DataFrame, measure: str, group: str) -> pd.DataFrame:
    index = ranges.index
    here = (index.get_level_values("measure") == measure) & (
        index.get_level_values("group") == group
    )
    return ranges.loc[here, list(PARTS)].droplevel(["group", "measure"]) * 100.0


def _after(rows: pd.DataFrame, comparison: Comparison, names: list[str]) -> pd.DataFrame:
    final = rows.index.get_level_values("decision") == comparison.scenario.decisions.count
    found = rows[final].droplevel("decision")
    found.index = pd.Index(found.index.astype(str), name="engagement")
    return found.reindex(names)
