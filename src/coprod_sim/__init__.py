"""Simulate how public bodies and citizens decide together, and see what each way of asking does.

What people at a keyboard use lies here; each name is loaded when it is first used.
"""

from importlib import import_module
from typing import Any

__version__ = "0.3.0"

HOMES = {
    "Axis": "results.experiments",
    "CivicModel": "model.civic_model",
    "Engagement": "engagement",
    "Experiment": "results.experiments",
    "InputError": "errors",
    "MEASURES": "results",
    "Scenario": "scenarios",
    "Variant": "results",
    "compare": "results",
    "engagement_names": "engagement",
    "explore": "board.notebook_board",
    "load": "results",
    "load_engagement": "engagement",
    "load_experiment": "results.experiments",
    "load_scenario": "scenarios",
    "save": "results",
    "scenario_names": "scenarios",
    "stream": "results.streaming",
    "sweep": "results.sweeps",
    "verify": "results",
}
"""Where each name comes from; beside this file stands what type checkers read."""
__all__ = [*HOMES]  # noqa: PLE0604 # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    """Load a name when it is first asked for: the package itself needs no model and no widgets."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)


def __dir__() -> list[str]:
    """List what can be asked for, what comes later included."""
    return sorted({*globals(), *HOMES})
