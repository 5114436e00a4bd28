"""Simulations: folders with one question each, its experiment, and the numbers it should give."""

import hashlib
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim import __version__, kit_folders
from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.results.discovery.answers import ANSWERS
from coprod_sim.results.experiments import Experiment, load_experiment
from coprod_sim.results.experiments.assumption_sets import values_over
from coprod_sim.results.experiments.design import cells_of
from coprod_sim.results.experiments.experiment_table import table_of
from coprod_sim.results.experiments.loaded import read_in
from coprod_sim.results.experiments.regions import values_by_region
from coprod_sim.results.experiments.values import values_of
from coprod_sim.results.store import LIBRARIES
from coprod_sim.results.sweeps import silent, sweep

EXPERIMENT, EXPECTED = "experiment.toml", "expected.csv"
DECIMALS = 4
"""Decimals kept in expected results [digits]."""


def run(experiment: Experiment) -> pd.DataFrame:
    """Play an experiment; the same experiment gives the same table, row for row.

    Args:
        experiment: what is compared, at which points, and what is measured.

    Returns:
        For the answer `ranges`: scenario, variant, what was varied, what (value, difference, change),
        decision, group, measure, then mean and low to high, between which 9 in 10 runs lie. Where the
        experiment names regions, a column `region` comes first: the country, then every region; where it
        names kinds of sets of assumptions, a column `rules`. Otherwise the answer it asks for.

    Raises:
        InputError: for names and values that do not fit.
    """
    if experiment.answer != "ranges":
        return ANSWERS[experiment.answer](sweep(experiment, on_progress=silent))
    cells = cells_of(read_in(experiment))
    if not experiment.regions and not experiment.over:
        return table_of(experiment, cells, values_of(experiment, cells))
    column, parts = (
        ("region", values_by_region(experiment, cells))
        if experiment.regions
        else ("rules", values_over(experiment, cells))
    )
    tables = {name: table_of(experiment, cells, values) for name, values in parts.items()}
    return pd.concat(tables, names=[column]).reset_index(level=0).reset_index(drop=True)


def run_simulation(folder: Path, **changes: Any) -> pd.DataFrame:
    """Play the experiment of a folder, with where the numbers come from in the table's `attrs`.

    Args:
        folder: a folder with an `experiment.toml`.
        **changes: what replaces the file's words, such as `runs=2` or
            `settings={"people.citizens": 1e7}`.

    Returns:
        The table of `run`.

    Raises:
        InputError: for a file or changes that do not fit.
    """
    path = folder / EXPERIMENT
    experiment = load_experiment(path)
    experiment = experiment.but(changes) if changes else experiment
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
    """Accept what an experiment gives as the numbers to expect.

    Args:
        folder: the folder of the simulation.
        frame: its table; played if left out.

    Returns:
        The file written.

    Raises:
        InputError: for a file that does not fit.
    """
    path = folder / EXPECTED
    accepted = expected_of(run_simulation(folder) if frame is None else frame)
    path.write_text(
        accepted.to_csv(index=False, lineterminator="\n"), encoding="utf-8", newline="\n"
    )
    return path


def simulation_names() -> list[str]:
    """List the simulations at hand, in alphabetical order."""
    return sorted({f.parent.name for place in _places() for f in place.glob(f"*/{EXPERIMENT}")})


def find_simulation(name: str) -> Path:
    """Find the folder of a simulation: in `simulations/` here, then in the project's own.

    Args:
        name: a name, or the path of a folder or of its experiment.

    Returns:
        The folder.

    Raises:
        InputError: there is none, with the nearest name.
    """
    given = Path(name)
    given = given.parent if given.name == EXPERIMENT else given
    for folder in (given, *(place / name for place in _places())):
        if (folder / EXPERIMENT).is_file():
            return folder
    if given.is_dir() and name not in ("", "."):
        raise InputError(f"{name}: there is no {EXPERIMENT} in this folder")
    names = simulation_names()
    known = "'coprod-sim list' names all; or give a folder" if names else "give a folder"
    hint = did_you_mean(name, names)
    raise InputError(f"there is no simulation called {name[:60]!r}{hint} ({known})")


def _places() -> list[Path]:
    return kit_folders.candidates(kit_folders.SIMULATIONS)


def expected_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Round a result to the decimals that are kept and compared.

    Args:
        frame: the table of `run`.

    Returns:
        The same table, rounded to `DECIMALS`.
    """
    rounded = frame.round(DECIMALS)
    numbers = rounded.select_dtypes("float").columns
    rounded[numbers] = rounded[numbers] + 0.0  # no -0.0
    return rounded


def read_expected(folder: Path) -> pd.DataFrame:
    """Read the numbers a simulation should give.

    Args:
        folder: the folder of the simulation.

    Returns:
        Its table of expected numbers.

    Raises:
        InputError: nothing has been accepted yet.
    """
    path = folder / EXPECTED
    if not path.is_file():
        raise InputError(
            f"{folder.name}: there is no {EXPECTED}; 'coprod-sim run NAME --accept' makes one"
        )
    return pd.read_csv(path)


def differing(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """List the rows of a result that are not as expected, but for how the last digit rounds.

    Args:
        frame: the table of `run`.
        folder: the folder of the simulation.

    Returns:
        The rows that differ; all of them where columns or length do.

    Raises:
        InputError: nothing has been accepted yet.
    """
    found, expected = expected_of(frame), read_expected(folder)
    if list(found) != list(expected) or len(found) != len(expected):
        return found
    same = np.ones(len(found), dtype=bool)
    for column in found:
        one, other = found[column].to_numpy(), expected[column].to_numpy()
        if one.dtype.kind == "f" or other.dtype.kind == "f":
            close = np.abs(one.astype(float) - other.astype(float)) < 1.5 * 10**-DECIMALS
            same &= close | (pd.isna(one) & pd.isna(other))
        else:
            same &= one == other
    return found.loc[~same]
