"""List the cases, the ways of involving people, and the simulations."""

import argparse
import sys

from coprod_sim.engagement import engagement_names, load_engagement
from coprod_sim.scenarios import load_scenario, scenario_names


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `list` (none)."""
    parser.set_defaults()


def run(_: argparse.Namespace) -> int:
    """Print every name with its title."""
    from coprod_sim.results.simulations import simulation_names  # noqa: PLC0415 - slower to load

    cases = [load_scenario(name) for name in scenario_names()]
    _block("Real cases", [(c.name, f"{c.title} ({c.years})") for c in cases if c.kind == "real"])
    _block("Cases to learn from", [(c.name, c.title) for c in cases if c.kind == "didactic"])
    ways = [load_engagement(name) for name in engagement_names()]
    _block("Ways of involving people", [(e.name, e.title) for e in ways])
    _block("Simulations", [(name, "coprod-sim run " + name) for name in simulation_names()])
    return 0


def _block(title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        width = max(len(name) for name, _ in rows) + 2
        lines = "".join(f"  {name.ljust(width)}{words}\n" for name, words in rows)
        sys.stdout.write(f"{title}\n{lines}\n")
