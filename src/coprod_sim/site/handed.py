"""Writes what a learners' page needs to know; no answer can be read at a glance in its source."""

from typing import Any

from coprod_sim.board.declarations import as_json
from coprod_sim.packed_text import pack


def handed(name: str, table: dict[str, Any]) -> str:
    """Write a script that hands a table to a page, packed as the answers of a learner's notebooks are.

    Args:
        name: the name under which the page looks for it.
        table: plain values.

    Returns:
        The text of the script.
    """
    packed = pack(as_json(table).encode()).decode().replace("\n", "")
    return f'globalThis.{name}="{packed}";\n'
