"""Writes a lesson's run as the Python that plays it, for a notebook in which people read and change it."""

from collections.abc import Iterable, Mapping
from typing import Any

from coprod_sim.learning.items import Prediction
from coprod_sim.learning.readouts import Readout
from coprod_sim.learning.runs import LINES, Run
from coprod_sim.results.uncertainty import NOT_RULED_OUT
from coprod_sim.results.variant import Variant

FOUND = "found"
"""What the comparison is called in a notebook."""
MOST = 3
"""The most ways that a board sets side by side."""


def compare_code(run: Run, line: str = "") -> str:
    """Write the cell that plays a run and keeps what came of it.

    Args:
        run: what is played.
        line: a line that readers are to change; the way it stands in is called after its dials.

    Returns:
        Python that needs nothing but the package.
    """
    given: list[str | Variant] = [*run.engagements, *run.variants]
    needed = ["compare", "load_scenario"]
    if run.variants:
        needed.insert(0, "Variant")
    return "\n".join(
        [
            f"from coprod_sim import {', '.join(needed)}",
            "",
            f"case = {_case(run)}",
            "ways = [",
            *(part for one in given for part in _way(one, line)),
            "]",
            f"{FOUND} = compare(case, ways, {_settings(run)})",
        ]
    )


def ranges_code(read: Readout) -> str:
    """Write the cell that picks what a bet is about out of all that was measured."""
    asked = f"measure == '{read.measure}' and group == '{read.groups[-1]}'"
    return f'{FOUND}.ranges.query("{asked}").round(3)'


def chart_code(item: Prediction) -> tuple[str, str]:
    """Give the chart that draws what a bet is about, and the call that draws it."""
    read = item.read
    if len(item.run.names) > LINES:
        return "dots", f'dots.draw({FOUND}, ["{read.measure}"])'
    group = "" if read.groups[-1] == "all" else f', group="{read.groups[-1]}"'
    return "over_time", f'over_time.draw({FOUND}, "{read.measure}"{group})'


def board_code(item: Prediction) -> str:
    """Write the cell that sets the ways of a bet on a board with dials to turn."""
    some = f"[:{MOST}]" if len(item.run.names) > MOST else ""
    given = [
        "case", f"{FOUND}.engagements{some}", f'measure="{item.read.measure}"', 'span="series"',
        f'over="{NOT_RULED_OUT}"',
    ]  # fmt: skip
    return "\n".join(["board = explore(", *(f"    {one}," for one in given), ")"])


def _case(run: Run) -> str:
    changed = run.settings | {f"assumptions.{name}": v for name, v in run.assumptions.items()}
    but = f".but({_table(changed)})" if changed else ""
    return f'load_scenario("{run.scenario}"){but}'


def _settings(run: Run) -> str:
    split = ", split=True" if run.split else ""
    return f'runs={run.runs}, over="{NOT_RULED_OUT}"{split}'


def _way(one: str | Variant, line: str) -> Iterable[str]:
    """Write one thing that is compared, an argument a line, as the formatter would."""
    if isinstance(one, str):
        return [f'    "{one}",']
    told = {name: _value(value) for name, value in _told(one).items()}
    if line and line in told.get("dials", ""):
        told.pop("title", None)  # it would be wrong as soon as the line is changed
    return ["    Variant(", *(f"        {name}={value}," for name, value in told.items()), "    ),"]


def _told(variant: Variant) -> dict[str, Any]:
    """Give what a variant says of itself, in the order in which it is declared."""
    return {k: v for k, v in variant if k in variant.model_fields_set and v}


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return _table(value)
    if isinstance(value, tuple):
        inside = ", ".join(_value(v) for v in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    return f'"{value}"' if isinstance(value, str) else f"{value:g}"


def _table(table: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f'"{k}": {_value(v)}' for k, v in table.items()) + "}"
