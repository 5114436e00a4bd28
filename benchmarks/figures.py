"""A measured number with its meaning: printed as a line of a table, kept as JSON."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One measured number, what it means in words, and what it should be."""

    name: str
    value: float
    meaning: str
    target: str = ""


def with_meanings(
    values: Mapping[str, float],
    meanings: Mapping[str, str],
    targets: Mapping[str, str] | None = None,
) -> list[Figure]:
    """Give each value its meaning and its target, in the order of the meanings."""
    wanted = targets or {}
    return [
        Figure(name, values[name], said, wanted.get(name, "")) for name, said in meanings.items()
    ]


def table(figures: Sequence[Figure]) -> str:
    """Write a line for each figure: its name, its value, its target if any has one, its meaning."""
    targets = any(one.target for one in figures)
    rows = [("figure", "measured", "target", "meaning")]
    rows += [(one.name, f"{one.value:.3g}", one.target, one.meaning) for one in figures]
    name, target = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
    lines = [
        f"{row[0]:<{name}}  {row[1]:>8}  " + f"{row[2]:<{target}}  " * targets + row[3]
        for row in rows
    ]
    return "\n".join(lines) + "\n"


def offer_json(parser: argparse.ArgumentParser) -> None:
    """Declare the option that every benchmark has: a file for the numbers."""
    parser.add_argument(
        "--json", type=_writable, metavar="FILE", help="also write the numbers there"
    )


def publish(figures: Sequence[Figure], file: Path | None) -> None:
    """Print the table, and write name and value of every figure to the file, if one is wanted."""
    sys.stdout.write(table(figures))
    if file:
        values = {one.name: one.value for one in figures}
        file.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


def _writable(text: str) -> Path:
    """Refuse a file nobody could write, before minutes of measuring are lost."""
    if not Path(text).parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder {str(Path(text).parent)!r}")
    return Path(text)
