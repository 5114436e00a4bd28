"""Writes Markdown tables."""

from collections.abc import Iterable, Sequence
from typing import Any


def table(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write a Markdown table.

    Args:
        heads: what stands over the columns.
        rows: a line each; numbers with a point are written in at most six figures.

    Returns:
        The table, without a line break at its end.
    """
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(value: Any) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return " ".join(text.split()).replace("|", "\\|")


def code(name: str) -> str:
    """Write a name as code."""
    return f"`{name}`"
