"""The pictures: one a file, each an SVG with a text alternative and the table behind it.

A module here with a function `draw` is a chart, and is found by that alone. If the first thing it draws is a
`Comparison`, the page to hand over shows it. Any other chart also has `example(said)`: small arguments for
`draw`, with `said` wherever somebody's own words can stand.
"""

import inspect
import pkgutil
from importlib import import_module
from types import ModuleType

from coprod_sim.charts.chart import Chart

__all__ = ["Chart", "all_charts", "of_a_comparison"]


def all_charts() -> dict[str, ModuleType]:
    """Find every chart: the modules of this folder that can draw, by name."""
    names = [module.name for module in pkgutil.iter_modules(__path__)]
    found = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module for name, module in found.items() if hasattr(module, "draw")}


def of_a_comparison() -> dict[str, ModuleType]:
    """Find the charts that need nothing but a comparison, by name."""
    return {name: chart for name, chart in all_charts().items() if _first(chart) == "comparison"}


def _first(chart: ModuleType) -> str:
    return next(iter(inspect.signature(chart.draw).parameters))
