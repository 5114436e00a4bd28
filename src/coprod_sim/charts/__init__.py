"""The pictures: one a file, each an SVG with a text alternative and the table behind it."""

from coprod_sim.charts.break_even import break_even
from coprod_sim.charts.calibration import calibration
from coprod_sim.charts.chart import Chart
from coprod_sim.charts.corner import corner
from coprod_sim.charts.costs import costs
from coprod_sim.charts.dots import dots
from coprod_sim.charts.effects import effects
from coprod_sim.charts.foretold import foretold
from coprod_sim.charts.groups import groups
from coprod_sim.charts.over_time import over_time
from coprod_sim.charts.paired import paired
from coprod_sim.charts.prior_posterior import prior_posterior
from coprod_sim.charts.repair import repair
from coprod_sim.charts.resilience import resilience
from coprod_sim.charts.shares import shares
from coprod_sim.charts.threshold import threshold
from coprod_sim.charts.what_matters import what_matters

__all__ = [
    "Chart",
    "break_even",
    "calibration",
    "corner",
    "costs",
    "dots",
    "effects",
    "foretold",
    "groups",
    "over_time",
    "paired",
    "prior_posterior",
    "repair",
    "resilience",
    "shares",
    "threshold",
    "what_matters",
]
