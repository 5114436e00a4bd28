"""What comes out: measures, comparisons with ranges, why they differ, what they cost, and the store."""

from coprod_sim.results.compare import Comparison, compare
from coprod_sim.results.measures import MEASURES
from coprod_sim.results.store import load, save
from coprod_sim.results.verify import verify

__all__ = ["MEASURES", "Comparison", "compare", "load", "save", "verify"]
