"""What comes out: measures, comparisons with ranges, why they differ, what they cost, and the store."""

from coprod_sim.results.comparison import Comparison, compare
from coprod_sim.results.measures import MEASURES
from coprod_sim.results.rerun import verify
from coprod_sim.results.store import load, save
from coprod_sim.results.variant import Variant

__all__ = ["MEASURES", "Comparison", "Variant", "compare", "load", "save", "verify"]
