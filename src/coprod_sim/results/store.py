"""Keeps results with where they came from, reads them back, and reruns a stored row to check it."""

import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim import __version__
from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError
from coprod_sim.files import write_folder
from coprod_sim.results import first_version
from coprod_sim.results.variant import Variant
from coprod_sim.scenarios import Scenario
from coprod_sim.spreadsheet import fill_csv
from coprod_sim.taking import takes_what_it_says

SCHEMA = 2
"""The version of the stored format; format 1 holds results of the first version of the model."""
LIBRARIES = ("numpy", "pandas", "scipy", "mesa", "numba")


def provenance(
    case: Scenario, variants: Sequence[Variant], engagements: Sequence[Engagement], *,
    runs: int, draws: int, seed: int, over: str, split: bool = False,
) -> dict[str, Any]:  # fmt: skip
    """Say where results come from: full inputs, their hash, seed, versions and time.

    Args:
        case: the case that was played.
        variants: what was compared.
        engagements: what each variant was played with last, as it stood then.
        runs: runs with the assumptions as they stand.
        draws: other sets of assumptions.
        seed: the seed of all luck.
        over: what the ranges are taken over, a name in `uncertainty.OVER`.
        split: whether runs were split into further groups.

    Returns:
        What JSON can hold; `hash` changes with any input, not with time or versions.
    """
    inputs: dict[str, Any] = {
        "scenario": case.model_dump(mode="json"),
        "engagements": [e.model_dump(mode="json") for e in engagements],
        "runs": runs,
        "draws": draws,
        "seed": seed,
        "over": over,
    }
    if split:
        inputs["split"] = True
    if any(v.before or v.assumptions for v in variants):
        inputs["variants"] = [v.model_dump(mode="json") for v in variants]
    return inputs | {
        "hash": sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest(),
        "schema": SCHEMA,
        "coprod_sim": __version__,
        "python": platform.python_version(),
        "libraries": dict(_versions()),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
    }


@cache
def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, version(name)) for name in LIBRARIES)


@takes_what_it_says
def save(frame: pd.DataFrame, folder: Path | str, name: str = "results") -> list[Path]:
    """Write the table as parquet (with its provenance inside) and as CSV (with a JSON file beside it).

    Files are written under another name first, so a break in the middle spoils nothing.

    Args:
        frame: the table, its provenance in `attrs`.
        folder: where the files go; made if it is not there.
        name: their name, without ending.

    Returns:
        The parquet, CSV and JSON file.

    Raises:
        InputError: the folder cannot be written to, the table does not say where it comes from, or
            the name is none.
    """
    if not frame.attrs:
        raise InputError(
            "the table does not say where it comes from, so nobody could read it back; give result.frame as "
            "it is, or put its attrs on the table made from it"
        )
    if not name or Path(name).name != name:
        raise InputError(f"name must be that of a file, without a folder, but is {name!r:.60}")
    about = json.dumps(frame.attrs, indent=1, ensure_ascii=False)
    return write_folder(Path(folder), {
        f"{name}.parquet": lambda file: frame.to_parquet(file, compression="zstd", index=False),
        f"{name}.csv": lambda file: fill_csv(file, frame),
        f"{name}.json": about,
    })  # fmt: skip


def read(path: Path) -> pd.DataFrame:
    """Read a stored table of any version, with what it says of itself in `attrs`.

    Args:
        path: the table.

    Returns:
        The table, as it was stored.

    Raises:
        InputError: there is no such file, or it holds no table.
    """
    if path.is_dir():
        files = sorted(path.glob("*.parquet"), key=lambda one: one.stem != "results")
        hint = f"; give the file in it: {files[0]}" if files else "; it holds no .parquet file"
        raise InputError(f"{path}: is a folder, and a stored result is one file{hint}")
    try:
        return pd.read_parquet(path)
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file") from None
    except Exception as problem:
        raise InputError(
            f"{path.name}: is not a stored result ({type(problem).__name__})"
        ) from None


@takes_what_it_says
def load(path: str | Path) -> pd.DataFrame:
    """Read a stored table with its provenance.

    Args:
        path: `results.parquet`, as `save` writes it.

    Returns:
        The table that was saved, with its provenance in `attrs`.

    Raises:
        InputError: there is no such file, it holds results of the first version of the model, or none
            in this format.
    """
    path = Path(path)
    frame = read(path)
    if frame.attrs.get("schema") == first_version.SCHEMA:
        raise InputError(f"{path.name}: {first_version.told(frame.attrs, path)}")
    if frame.attrs.get("schema") != SCHEMA:
        raise InputError(
            f"{path.name}: was stored in format {frame.attrs.get('schema', 'unknown')}, "
            f"this version reads format {SCHEMA}"
        )
    return frame
