"""Reads the numbers for a chart out of a comparison, in hundredths, an engagement a row."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from coprod_sim.charts.recipe import Line, Named, PanelNumbers, Values
from coprod_sim.charts.words import unit_of
from coprod_sim.engagement import Engagement
from coprod_sim.errors import known
from coprod_sim.model.totals import IN_WORDS as GROUPS_IN_WORDS
from coprod_sim.results import MEASURES, Comparison
from coprod_sim.results.uncertainty import OVER
from coprod_sim.words import ENGLISH, words_in

PARTS = ("mean", "run_low", "run_high", "low", "high")
COLUMNS = pd.Index(PARTS)
IN_WORDS = {
    "mean": "Mean",
    "run_low": "Low, luck only",
    "run_high": "High, luck only",
    "low": "Low",
    "high": "High",
}
"""How the columns are named in the tables under the charts."""
WAY = "Way of involving people"


def over_in_words(over: str, draws: int) -> str:
    """Say what ranges are over, a name in `OVER`, and how many other models that is."""
    words = OVER[over].words
    return words_in(ENGLISH)("said-over", words=words, sets=draws) if draws else words


def held(over: str, draws: int = 0) -> str:
    """Say what the ranges of a picture or a table hold, what they are over, and how many models that is."""
    return words_in(ENGLISH)("said-sure-range", over=over_in_words(over, draws))


def series(comparison: Comparison, measure: str, group: str = "all") -> np.ndarray:
    """Give a measure over the decisions: engagements x decisions x `PARTS`."""
    return _hundredths(comparison, comparison.ranges, measure, group)


def last(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give a measure after the last decision: a row for each engagement."""
    return _rows(comparison.engagements, series(comparison, measure, group)[:, -1])


def against_first(comparison: Comparison, measure: str, group: str = "all") -> pd.DataFrame:
    """Give paired differences to the first engagement after the last decision."""
    others = comparison.engagements[1:]
    found = _hundredths(comparison, comparison.differences, measure, group)[:, -1]
    places = np.argsort(np.argsort([e.name for e in others]))  # they come in alphabetical order
    return _rows(others, found[places])


def gains_of(
    comparison: Comparison, name: str, measure: str, group: str = "all", decision: int = -1,
    *, base: str = "",
) -> np.ndarray:  # fmt: skip
    """Give how far a way is from the first, or from `base`, in every run that its range is over [share].

    Those are the runs under other assumptions, set after set, where there are any; else those with the model
    as it stands: as `gains_over` has them for the browser.
    """
    found, named = comparison.measured, [e.name for e in comparison.engagements]
    others = found.draws > 0
    runs = others if others.any() else ~others
    column = _column(comparison, measure, group)
    values = found.numbers[:, runs, decision][..., *column]
    return values[named.index(name)] - values[named.index(base) if base else 0]


def titles(comparison: Comparison) -> dict[str, str]:
    """Give each engagement's title by its name."""
    return {e.name: e.title for e in comparison.engagements}


def lines_of(rows: pd.DataFrame, first: int = 0, group: str = "") -> list[Line]:
    """Turn a row for each engagement into rows to draw; `first` is the place of the first of them."""
    numbers = rows[list(PARTS)].to_numpy().tolist()
    return [
        Line(first + k, Values(mean, low, high, run_low, run_high), group=group)
        for k, (mean, run_low, run_high, low, high) in enumerate(numbers)
    ]


def numbers_of(measure: str, lines: Sequence[Line]) -> PanelNumbers:
    """Make a panel's numbers of a measure's."""
    return PanelNumbers(label_of(measure), unit_of(MEASURES[measure][0]), lines)


def names_of(comparison: Comparison, first: int = 0) -> list[Named]:
    """List the engagements for the key, from one place on."""
    named = [Named(e.title, k) for k, e in enumerate(comparison.engagements)]
    return named[first:]


def label_of(measure: str) -> str:
    """Give a measure's label in plain words."""
    known(measure, MEASURES, "a measure")
    return MEASURES[measure][0].label


def among(measure: str, group: str = "all") -> str:
    """Give a measure's label, and whose it is where that is not everybody."""
    label = label_of(measure)
    return label if group == "all" else f"{label} among {GROUPS_IN_WORDS[group]}"


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


def _rows(engagements: Sequence[Engagement], values: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame(values, _named(tuple(e.name for e in engagements)), COLUMNS)


@lru_cache(maxsize=64)
def _named(engagements: tuple[str, ...]) -> pd.Index:
    return pd.Index(engagements, dtype="str", name="engagement")


def _hundredths(
    comparison: Comparison, ranges: pd.DataFrame, measure: str, group: str
) -> np.ndarray:
    """Read a measure off ranges, whose rows run over engagements, decisions, groups and measures."""
    decisions = comparison.scenario.decisions.count
    shape = (-1, decisions, len(comparison.groups), len(MEASURES), len(PARTS))
    place = _column(comparison, measure, group)
    return ranges.to_numpy().reshape(shape)[:, :, *place] * 100.0


def _column(comparison: Comparison, measure: str, group: str) -> tuple[int, int]:
    """Give the places of a group and of a measure; raises `InputError` for a name of none."""
    known(measure, MEASURES, "a measure")
    known(group, comparison.groups, "a group of people")
    return comparison.groups.index(group), list(MEASURES).index(measure)
