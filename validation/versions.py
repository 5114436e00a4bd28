"""Sets what the first version of the model gave beside what the second one gives, for every case and way."""

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.model.measures import MEASURES
from coprod_sim.results import compare
from coprod_sim.scenarios import load_scenario, scenario_names
from validation.documents import Blocks

FILE = Path(__file__).parent / "first_version.csv"
"""What version 0.2.0 gave: means of 104 runs, seed 1; quality on the scale of the second version."""
RUNS, SEED = 104, 1
SHOWN = ("acceptance", "losers_acceptance", "trust", "quality", "fairness", "took_part")
"""What is set side by side, in this order."""
KEYS = ["scenario", "engagement", "decision"]


def first_version() -> pd.DataFrame:
    """Read what the first version gave.

    Returns:
        A row for each case, way, and first and last decision; columns `SHOWN`.
    """
    return pd.read_csv(FILE).set_index(KEYS)


def cases_of_both() -> list[str]:
    """List the library's cases that the first version had, too."""
    there = set(first_version().index.get_level_values("scenario"))
    return [name for name in scenario_names() if name in there]


def second_version(scenarios: Sequence[str]) -> pd.DataFrame:
    """Play cases with the model as it is now.

    Args:
        scenarios: names of cases in the library.

    Returns:
        As `first_version`.
    """
    return pd.concat([_played(name) for name in scenarios]).set_index(KEYS)


def _played(scenario: str) -> pd.DataFrame:
    last = load_scenario(scenario).decisions.count
    found = compare(scenario, list(engagement_names()), runs=RUNS, draws=0, seed=SEED).frame
    found = found[(found["group"] == "all") & found["decision"].isin([1, last])]
    means = found.groupby(["engagement", "decision"], as_index=False)[list(SHOWN)].mean()
    return means.assign(scenario=scenario)


def tables() -> str:
    """Write a table for each case: the last decision, first version and second."""
    names = cases_of_both()
    before, now = first_version(), second_version(names)
    return "\n\n".join(_table(name, before, now) for name in names)


def _table(scenario: str, before: pd.DataFrame, now: pd.DataFrame) -> str:
    case = load_scenario(scenario)
    last = case.decisions.count
    lines = [
        f"## {case.title}",
        "",
        "| | " + " | ".join(MEASURES[m][0].label for m in SHOWN) + " |",
        "|---|" + "---:|" * len(SHOWN),
    ]
    for name in engagement_names():
        key = (scenario, name, last)
        cells = [_cell(before.loc[key, m], now.loc[key, m]) for m in SHOWN]
        lines.append(f"| {load_engagement(name).title} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(before: float, now: float) -> str:
    return " → ".join("-" if pd.isna(v) else f"{100 * v:z.0f}" for v in (before, now))


def turned() -> str:
    """Say in how many cases the second version ranks the case's own ways differently by acceptance."""
    both = cases_of_both()
    before, now = first_version(), second_version(both)
    names = [n for n in both if _order(n, before) != _order(n, now)]
    titles = ", ".join(load_scenario(n).title for n in names)
    where = f"In {len(names)} of {len(both)} cases"
    said = f"{where} the ways that the case compares stand in another order by acceptance"
    return f"{said} after the last decision{': ' + titles if names else ''}."


def _order(scenario: str, table: pd.DataFrame) -> list[str]:
    case = load_scenario(scenario)
    return sorted(
        case.engagements,
        key=lambda n: -table.loc[(scenario, n, case.decisions.count), "acceptance"],
    )


BLOCKS: Blocks = {"turned": turned, "versions": tables}
"""What writes the blocks of `docs/versions.md`."""
