"""How each kind of exercise takes its answer: one module a kind, named as its check in `learning.kinds`.

Each has `panel(desk, state)`. One that shows what is said about a part beside that part says so with
`NOTES_IN_PLACE = True`; else everything is said below the answer.
"""

from importlib import import_module
from types import ModuleType


def panel_of(kind: str) -> ModuleType:
    """Open the module that takes the answers of a kind."""
    return import_module(f"{__name__}.{kind}")
