"""Questions to any sweep: what matters alone and together, from where on it pays, and instant answers."""

from coprod_sim.results.analysis.effects import effects
from coprod_sim.results.analysis.emulator import Emulator, learn
from coprod_sim.results.analysis.instant import Instant
from coprod_sim.results.analysis.swept import sample_of, title_of
from coprod_sim.results.analysis.thresholds import Threshold, threshold

__all__ = [
    "Emulator",
    "Instant",
    "Threshold",
    "effects",
    "learn",
    "sample_of",
    "threshold",
    "title_of",
]
