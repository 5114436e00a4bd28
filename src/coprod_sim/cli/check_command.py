"""Check a file of your own: a case, a way, a population, an experiment or a session plan."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coprod_sim.engagement import load_engagement
from coprod_sim.errors import InputError
from coprod_sim.library_files import read_toml
from coprod_sim.population import population_of
from coprod_sim.scenarios import Scenario, load_scenario


def fill(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `check`."""
    parser.add_argument("file", metavar="FILE", help="a .toml file")


def run(arguments: argparse.Namespace) -> int:
    """Say that the file is fine, or what is wrong with it."""
    kind, load = kind_of(arguments.file)
    value = load()
    if isinstance(value, Scenario):
        population_of(value)
        for name in filter(None, (*value.engagements, value.really)):
            load_engagement(name)
    sys.stdout.write(f"{Path(arguments.file).name}: is a sound {kind} file.\n")
    for caution in getattr(value, "cautions", ()):
        sys.stdout.write(f"Take care: {caution}\n")
    return 0


def kind_of(file: str) -> tuple[str, Callable[[], Any]]:
    """Tell what kind of file it is by its settings, and how to load it."""
    from coprod_sim.live.plans import load_plan  # noqa: PLC0415
    from coprod_sim.population.survey_population import load_population  # noqa: PLC0415
    from coprod_sim.results.experiments import load_experiment  # noqa: PLC0415

    path = Path(file)
    if path.suffix != ".toml":
        raise InputError(f"{path.name}: is not a .toml file")
    keys = set(read_toml(path))
    if keys & {"letter", "part"}:
        return "session plan", lambda: load_plan(file)
    if "question" in keys:
        return "experiment", lambda: load_experiment(path)
    if keys & {"table", "n_used", "share_less_heard"}:
        return "population", lambda: load_population(path)
    if keys & {"awareness", "buy_in", "feedback", "asked", "influence"}:
        return "engagement", lambda: load_engagement(file)
    return "scenario", lambda: load_scenario(file)
