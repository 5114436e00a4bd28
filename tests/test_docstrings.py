"""Whoever calls results, model or population is told what goes in, what comes out, and in which shape."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import FunctionType

import pytest

from coprod_sim import population, results
from coprod_sim.model.schedule import SCHEDULE
from coprod_sim.population import network_loops

CALLED = (
    "draws",
    "model.arrays",
    "model.civic_model",
    "model.ensemble",
    "model.setting",
    "model.sums",
)
MODULES = [
    *CALLED,
    *(f"population.{m.name}" for m in pkgutil.iter_modules(population.__path__)),
    *(m.name for m in pkgutil.walk_packages(results.__path__, "results.") if not m.ispkg),
]
PIECES = set(dict(inspect.getmembers(network_loops, inspect.isfunction)))
WITHIN = {event.name for event in SCHEDULE} | PIECES
"""Events and compiled pieces, which nobody calls by themselves."""
LOOPS = WITHIN - {"parts", "part_of", "edge"} | {"make_links"}


def functions() -> Iterator[tuple[str, FunctionType]]:
    for name in MODULES:
        module = import_module(f"coprod_sim.{name}")
        for said, found in inspect.getmembers(module, inspect.isfunction):
            if found.__module__ == module.__name__ and said[0] != "_" and said not in LOOPS:
                yield f"{name}.{said}", found


FUNCTIONS = dict(functions())


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_says_what_goes_in_and_what_comes_out(name: str):
    function = FUNCTIONS[name]
    said, signature = inspect.getdoc(function) or "", inspect.signature(function)
    if signature.parameters:
        assert "Args:" in said, name
        assert [p for p in signature.parameters if f"{p}: " not in said] == [], name
        if signature.return_annotation not in (None, "None"):
            assert "Returns:" in said or "Yields:" in said, name
