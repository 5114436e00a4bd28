"""What comes out: measures, comparisons with ranges, why they differ, what they cost, and the store.

Each name is loaded when it is first used, so that a page may declare variants and measures before the
model, which takes seconds, is there.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coprod_sim.model.measures import MEASURES
    from coprod_sim.results.comparison import Comparison, compare
    from coprod_sim.results.ends_error import error_of_ends
    from coprod_sim.results.rerun import verify
    from coprod_sim.results.store import load, save
    from coprod_sim.results.variant import Variant

__all__ = [
    "MEASURES", "Comparison", "Variant", "compare", "error_of_ends", "load", "save", "verify",
]  # fmt: skip

_HOMES = {
    "MEASURES": "model.measures", "Comparison": "results.comparison", "Variant": "results.variant",
    "compare": "results.comparison", "error_of_ends": "results.ends_error",
    "load": "results.store", "save": "results.store",
    "verify": "results.rerun",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"coprod_sim.{_HOMES[name]}"), name)
