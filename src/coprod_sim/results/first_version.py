"""Knows results of the first version of the model, and writes what was played for the second to play."""

from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import Any

from coprod_sim.assumptions import GONE, REPLACED
from coprod_sim.engagement import DIALS, Engagement
from coprod_sim.errors import InputError
from coprod_sim.files import write_folder
from coprod_sim.library_files import as_toml, check
from coprod_sim.scenarios import Scenario

SCHEMA = 1
"""The stored format of the first version."""
CASE = "case"
"""The name of the file of the case."""


def told(source: Mapping[str, Any], path: Path) -> str:
    """Say that a stored table belongs to the first version, and how to play its inputs again.

    Args:
        source: what the table says of itself.
        path: the table.

    Returns:
        The sentences.
    """
    kit = str(source.get("coprod_sim", "0.2.0"))[:20]
    again = (
        "To play the same inputs with the second version, whose numbers differ: "
        f"coprod-sim verify {quote(str(path))} --again DIR"
    )
    return (
        f"belongs to the first version of the model (coprod_sim {kit}), which this version does not play. "
        "To check it, use that version; to read its numbers, pandas.read_parquet. "
        + (again if source.get("scenario") else "It does not say what was played.")
    )


def write_inputs(source: Mapping[str, Any], folder: Path) -> tuple[str, list[str]]:
    """Write the whole inputs of a table of the first version as files that this version plays.

    Args:
        source: what the table says of itself.
        folder: where the files go; made if it is not there.

    Returns:
        The command that plays them, and what had to be changed, in sentences.

    Raises:
        InputError: the table is none of the first version, does not say what was played, or the folder
            cannot be written to.
    """
    if source.get("schema") != SCHEMA or not source.get("scenario"):
        raise InputError("the file holds no inputs of the first version of the model")
    case, notes = _case(source["scenario"])
    ways, more = _ways(source["engagements"], case.people.citizens)
    if source.get("variants"):
        more.append("What was played before each way, and its own assumptions, are left out.")
    values = {CASE: case} | ways
    write_folder(folder, {f"{name}.toml": as_toml(value) for name, value in values.items()})
    parts = [
        f"coprod-sim compare {quote(str(folder / CASE))}.toml",
        *(f"--engagement {quote(str(folder / name))}.toml" for name in ways),
        *(f"--{name} {source[name]}" for name in ("runs", "draws", "seed")),
    ]
    return " ".join(parts), notes + more


def _case(stored: dict[str, Any]) -> tuple[Scenario, list[str]]:
    """Give a stored case without what the second version does not have."""
    old = [name for name in stored["assumptions"] if name in REPLACED or name in GONE]
    kept = {k: v for k, v in stored["assumptions"].items() if k not in old}
    case = check(Scenario, stored | {"assumptions": kept}, "the stored case")
    gone = [f"{name} is left out: the second version has no such assumption." for name in old]
    return case, [*gone, *(line for line in case.assumed if line not in stored["assumed"])]


def _ways(stored: list[dict[str, Any]], citizens: int) -> tuple[dict[str, Engagement], list[str]]:
    """Give stored ways with their seats in people, which were a share of the citizens."""
    ways, notes = {}, []
    for table in stored:
        share, name = float(table.get("seats", 1.0)), table["name"]
        seats = 0.0 if share == 1.0 else max(DIALS["seats"].least, round(share * citizens))
        if seats:
            notes.append(f"{name}: {share:g} of {citizens} people are {seats:g} seats.")
        ways[name] = check(Engagement, table | {"seats": float(seats)}, f"the stored {name}")
    return ways, notes
