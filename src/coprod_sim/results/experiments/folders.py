"""Finds the folders in which simulations lie, and keeps the numbers each of them should give."""

from pathlib import Path

import numpy as np
import pandas as pd

from coprod_sim import kit_folders
from coprod_sim.errors import InputError, did_you_mean

EXPERIMENT, EXPECTED = "experiment.toml", "expected.csv"
DECIMALS = 4
"""Decimals kept in expected results [digits]."""


def simulation_names() -> list[str]:
    """List the simulations at hand, in alphabetical order."""
    return sorted({f.parent.name for place in _places() for f in place.glob(f"*/{EXPERIMENT}")})


def find_simulation(name: str) -> Path:
    """Find the folder of a simulation by its name, or by the path of it or of its experiment.

    Names are looked up in `simulations/` here, then in the project's own. Raises `InputError`
    with the nearest name when there is none.
    """
    given = Path(name)
    given = given.parent if given.name == EXPERIMENT else given
    for folder in (given, *(place / name for place in _places())):
        if (folder / EXPERIMENT).is_file():
            return folder
    if given.is_dir() and name not in ("", "."):
        raise InputError(f"{name}: there is no {EXPERIMENT} in this folder")
    names = simulation_names()
    known = f"known: {', '.join(names)}; or give a folder" if names else "give a folder"
    hint = did_you_mean(name, names)
    raise InputError(f"there is no simulation called {name[:60]!r}{hint} ({known})")


def _places() -> list[Path]:
    return kit_folders.candidates(kit_folders.SIMULATIONS)


def expected_of(frame: pd.DataFrame) -> pd.DataFrame:
    """Round a result to the decimals that are kept and compared."""
    rounded = frame.round(DECIMALS)
    numbers = rounded.select_dtypes("float").columns
    rounded[numbers] = rounded[numbers] + 0.0  # no -0.0
    return rounded


def read_expected(folder: Path) -> pd.DataFrame:
    """Read the numbers a simulation should give."""
    path = folder / EXPECTED
    if not path.is_file():
        raise InputError(
            f"{folder.name}: there is no {EXPECTED}; 'coprod-sim run NAME --accept' makes one"
        )
    return pd.read_csv(path)


def differing(frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """List the rows of a result that are not as expected, but for how the last digit rounds."""
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
