"""A small experiment in a file of its own, played."""

from pathlib import Path

import pandas as pd

from coprod_sim.results.experiments import load_experiment
from coprod_sim.results.simulations import run

REGIONS = """
[[regions]]
name = "North"
share = 0.335
[[regions]]
name = "South"
share = 0.665
share_less_heard = 0.5
trust = { country = "BG" }
"""
"""Two regions, to be added to an experiment."""


def experiment_file(folder: Path, text: str) -> Path:
    path = folder / "experiment.toml"
    path.write_text(text, encoding="utf-8")
    return path


def small(**lines: str) -> str:
    """Write a small experiment, with some lines replaced or added."""
    usual = {
        "question": '"Why?"',
        "engagements": '["tickbox", "co_production"]',
        "measures": '["acceptance"]',
        "settings": '{ "people.citizens" = 60, "decisions.count" = 2 }',
        "runs": "8",
    }
    return "".join(f"{key} = {value}\n" for key, value in (usual | lines).items())


def result(folder: Path, text: str) -> pd.DataFrame:
    return run(load_experiment(experiment_file(folder, text)))
