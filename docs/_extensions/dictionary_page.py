"""Writes the page that says what every column of every table means, from small tables made for it."""

from collections.abc import Iterator

import pandas as pd

from coprod_sim import Experiment, compare, load_scenario, sweep
from coprod_sim.results.attribution import step_shares
from coprod_sim.results.sweeps import silent

HEAD = """# Every column of every table

What the columns mean, in which unit, between which ends, and of which kind. The same goes with each table, in
`frame.attrs["columns"]`, and with each file that is saved. A number is `float64` unless it says otherwise.

"""
WAYS = ("tickbox", "co_production")


def dictionary_page() -> str:
    """Write the whole page."""
    return HEAD + "\n".join(_section(name, table) for name, table in _tables())


def _tables() -> Iterator[tuple[str, pd.DataFrame]]:
    case = load_scenario("reference").but({"people.citizens": 60, "decisions.count": 2})
    found = compare(case, WAYS, runs=8, draws=1)
    yield "`compare(...).frame`: a row for each way, draw, run, decision and group", found.frame
    yield "`.ranges`, `.differences` and `.resilience`", found.ranges
    yield "`step_shares` and `channel_shares`", step_shares(case, *WAYS, runs=8)
    swept = sweep(
        Experiment(
            engagements=WAYS, points=2, runs=1, vary=[{"what": ["co_production.influence"]}],
            settings={"people.citizens": 60},
        ),
        on_progress=silent,
    )  # fmt: skip
    yield "`sweep(...).frame`: here with one input varied, `influence`", swept.frame


def _section(name: str, table: pd.DataFrame) -> str:
    lines = ["| column | unit | from | to | kind | what it is |", "|---|---|---|---|---|---|"]
    for column, about in table.attrs["columns"].items():
        ends = [f"{about[end]:g}" if end in about else "" for end in ("low", "high")]
        cells = (f"`{column}`", about.get("unit", ""), *ends, about["kind"], about["means"])
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return f"## {name}\n\n" + "\n".join(lines) + "\n"
