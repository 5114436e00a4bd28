"""Questions behind a comparison: what matters, when it does not pay, what would have to be true."""

from coprod_sim.results.exploring.breaking_even import BreakEven, break_even
from coprod_sim.results.exploring.discovery import Box, Limit, Trade, when_not
from coprod_sim.results.exploring.goal import Found, goal_seek
from coprod_sim.results.exploring.matters import what_matters
from coprod_sim.results.exploring.outcomes import Exploration, explore
from coprod_sim.results.exploring.repairing import Repair, repair
from coprod_sim.results.exploring.sample import Sample

__all__ = [
    "Box",
    "BreakEven",
    "Exploration",
    "Found",
    "Limit",
    "Repair",
    "Sample",
    "Trade",
    "break_even",
    "explore",
    "goal_seek",
    "repair",
    "what_matters",
    "when_not",
]
