"""Keeps results with where they came from, reads them back, and reruns a stored row to check it."""

import json
import os
import platform
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pandas as pd

from coprod_sim import __version__
from coprod_sim.engagement import Engagement
from coprod_sim.errors import InputError
from coprod_sim.results.uncertainty import MOVED
from coprod_sim.scenarios import Scenario

SCHEMA = 1
"""The version of the stored format."""
LIBRARIES = ("numpy", "pandas", "scipy", "mesa", "numba")


def provenance(
    case: Scenario,
    engagements: Sequence[Engagement],
    *,
    runs: int,
    draws: int,
    seed: int,
    over: str = MOVED,
) -> dict[str, Any]:
    """Say where results come from: full inputs, their hash, seed, versions and time."""
    inputs = {
        "scenario": case.model_dump(mode="json"),
        "engagements": [e.model_dump(mode="json") for e in engagements],
        "runs": runs,
        "draws": draws,
        "seed": seed,
    }
    if over != MOVED:
        inputs["over"] = over
    return inputs | {
        "hash": sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest(),
        "schema": SCHEMA,
        "coprod_sim": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def save(frame: pd.DataFrame, folder: Path, name: str = "results") -> list[Path]:
    """Write the table as parquet (with its provenance inside) and as CSV (with a JSON file beside it).

    Files are written under another name first, so a break in the middle spoils nothing.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"{name}.{end}" for end in ("parquet", "csv", "json")]
        for path, write in zip(paths, (_parquet, _csv, _json), strict=True):
            put(path, partial(write, frame))
    except OSError as problem:
        raise InputError(
            f"{folder}: cannot be written to ({problem.strerror or problem})"
        ) from None
    return paths


def put(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file under another name, then put it in place: whole, or not at all.

    What is in place has reached the disk; a file that could not be finished is taken away.
    """
    part = path.with_name(path.name + ".part")
    try:
        write(part)
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _parquet(frame: pd.DataFrame, path: Path) -> None:
    frame.to_parquet(path, compression="zstd", index=False)


def _csv(frame: pd.DataFrame, path: Path) -> None:
    frame.to_csv(path, index=False)


def _json(frame: pd.DataFrame, path: Path) -> None:
    path.write_text(json.dumps(frame.attrs, indent=1, ensure_ascii=False), encoding="utf-8")


def load(path: str | Path) -> pd.DataFrame:
    """Read a stored table with its provenance; raises `InputError` for anything else."""
    path = Path(path)
    try:
        frame = pd.read_parquet(path)
    except Exception as problem:
        raise InputError(
            f"{path.name}: is not a stored result ({type(problem).__name__})"
        ) from None
    if frame.attrs.get("schema") != SCHEMA:
        raise InputError(
            f"{path.name}: was stored in format {frame.attrs.get('schema', 'unknown')}, "
            f"this version reads format {SCHEMA}"
        )
    return frame
