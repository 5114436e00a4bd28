"""The kinds of exercise: one module a kind, with what its table may say and how an answer is checked."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from coprod_sim.errors import InputError, did_you_mean


def kind_names() -> list[str]:
    """List the kinds of exercise there are."""
    return sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_"))


def kind_of(name: str) -> ModuleType:
    """Open the module of a kind; raises `InputError` with the nearest name when there is none."""
    names = kind_names()
    if name not in names:
        hint = did_you_mean(name, names)
        raise InputError(f"kind {name[:40]!r} is not one of {', '.join(names)}{hint}")
    return import_module(f"{__name__}.{name}")
