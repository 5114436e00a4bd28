"""An experiment is one question put to the model: what is compared, at which points, and what is measured."""

from coprod_sim.results.experiments.declaration import Axis, Experiment, Region
from coprod_sim.results.experiments.load import load_experiment

__all__ = ["Axis", "Experiment", "Region", "load_experiment"]
