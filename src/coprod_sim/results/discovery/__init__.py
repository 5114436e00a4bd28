"""Questions to many outcomes: what matters, when it does not gain enough, what would have to be true."""

from coprod_sim.results.discovery.boxes import Box, Limit, Trade, discover_scenario
from coprod_sim.results.discovery.breaking_even import BreakEven, break_even
from coprod_sim.results.discovery.effects import first_order_effects, total_effects
from coprod_sim.results.discovery.emulator import Emulator, Emulators, learn
from coprod_sim.results.discovery.goals import BestWay, CheapestWay, best_within, goal_seek
from coprod_sim.results.discovery.outcomes import Outcomes, play_outcomes
from coprod_sim.results.discovery.repairing import TrustRepair, trust_repair
from coprod_sim.results.discovery.sample import Sample, sample_of, title_of
from coprod_sim.results.discovery.thresholds import Threshold, threshold

__all__ = [
    "BestWay",
    "Box",
    "BreakEven",
    "CheapestWay",
    "Emulator",
    "Emulators",
    "Limit",
    "Outcomes",
    "Sample",
    "Threshold",
    "Trade",
    "TrustRepair",
    "best_within",
    "break_even",
    "discover_scenario",
    "first_order_effects",
    "goal_seek",
    "learn",
    "play_outcomes",
    "sample_of",
    "threshold",
    "title_of",
    "total_effects",
    "trust_repair",
]
