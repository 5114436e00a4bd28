"""Runs an experiment from its file: one question put to the model, answered in one tidy table."""

import hashlib
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim import __version__
from coprod_sim.errors import InputError
from coprod_sim.library_files import check, read_toml
from coprod_sim.results.analysis.answers import ANSWERS
from coprod_sim.results.experiments.country import country_values
from coprod_sim.results.experiments.declaration import Experiment
from coprod_sim.results.experiments.folders import (
    EXPECTED,
    EXPERIMENT,
    differing,
    expected_of,
    find_simulation,
    read_expected,
    simulation_names,
)
from coprod_sim.results.experiments.over_sets import values_over
from coprod_sim.results.experiments.playing import Values, values_of
from coprod_sim.results.experiments.points import Cell, cells_of
from coprod_sim.results.experiments.summary import check_decisions, table_of
from coprod_sim.results.store import LIBRARIES
from coprod_sim.results.sweeping import Design, load_design, silent, sweep

__all__ = [
    "Experiment",
    "differing",
    "expected_of",
    "find_simulation",
    "load_experiment",
    "read_expected",
    "run",
    "run_experiment",
    "simulation_names",
    "write_expected",
]


def load_experiment(path: Path) -> Experiment | Design:
    """Read an experiment file and check everything it names; raises `InputError` in sentences.

    A file that says how many `points` there are, or by which `method`, is the design of a sweep.
    """
    table = read_toml(path)
    if "points" in table or "method" in table:
        return load_design(path)
    experiment = check(Experiment, table, path.name)
    try:
        check_decisions(experiment, cells_of(experiment))
    except InputError as problem:
        raise InputError(f"{path.name}: {problem}") from None
    return experiment


def run(experiment: Experiment | Design) -> pd.DataFrame:
    """Play an experiment; the same experiment gives the same table, row for row.

    Columns: scenario, variant, what was varied, what (value, difference, change), decision, group,
    measure, then mean and low to high, between which 9 in 10 runs lie. Where the experiment names
    regions, a column `region` comes first: the country, then every region; where it names kinds of sets
    of assumptions, a column `rules`. A sweep gives its `answer`.
    """
    if isinstance(experiment, Design):
        return ANSWERS[experiment.answer](sweep(experiment, on_progress=silent))
    cells = cells_of(experiment)
    if experiment.regions:
        return _tables(experiment, "region", cells, country_values(experiment, cells))
    if experiment.over:
        return _tables(experiment, "rules", cells, values_over(experiment, cells))
    return table_of(experiment, cells, values_of(experiment, cells))


def _tables(
    experiment: Experiment,
    column: str,
    cells: Sequence[Cell],
    parts: Mapping[str, Sequence[Values]],
) -> pd.DataFrame:
    """Put the tables of all parts below each other, with the part's name in a column of its own."""
    tables = {name: table_of(experiment, cells, values) for name, values in parts.items()}
    return pd.concat(tables, names=[column]).reset_index(level=0).reset_index(drop=True)


def run_experiment(folder: Path, **changes: Any) -> pd.DataFrame:
    """Play the experiment of a folder, with where the numbers come from in the table's `attrs`.

    `changes` replace what its file says, such as `runs=2` or `settings={"people.citizens": 1e7}`.
    """
    path = folder / EXPERIMENT
    experiment = load_experiment(path)
    if changes:
        experiment = experiment.but(changes)
    frame = run(experiment)
    frame.attrs = {
        "simulation": folder.resolve().name,
        "experiment": experiment.model_dump(mode="json"),
        "hash": hashlib.sha256(path.read_bytes()).hexdigest(),
        "coprod_sim": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }
    return frame


def write_expected(folder: Path, frame: pd.DataFrame | None = None) -> Path:
    """Accept what an experiment gives as the numbers to expect; runs it unless given a table."""
    path = folder / EXPECTED
    accepted = expected_of(run_experiment(folder) if frame is None else frame)
    path.write_text(
        accepted.to_csv(index=False, lineterminator="\n"), encoding="utf-8", newline="\n"
    )
    return path
