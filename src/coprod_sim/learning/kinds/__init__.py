"""The kinds of exercise: one module a kind, with what its table may say and how an answer is checked.

Its namesake in `apps.learner.kinds` takes the answer. A kind is found because its module is there;
its name is also the name of its table in an exercise's file.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal, Protocol, cast

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.learning.check_result import CheckResult
from coprod_sim.library_files import FileValue

Seed = Literal["none", "new", "learner"]
"""Which run an answer is held against: none, a new one each time, or the one the learner has seen."""


class Kind(Protocol):
    """What the module of a kind holds.

    TABLE is what an exercise's file may say, SEED which run an answer is held against. A kind whose model
    answers hold numbers of a run may also have `filled(table, answer, seed)`, which puts them in. With
    `mark(table, answer, seed)` it leaves out of the marks of a course what nobody can know. With
    `in_words(table, answer)` it says each part of an answer in words, for whoever reads the marks;
    with `material(table)` it gives what is to be read before one answers.
    """

    TABLE: type[FileValue]
    SEED: Seed

    def check(self, table: Any, answer: dict[str, Any], seed: int, /) -> CheckResult:
        """Say what an answer comes to."""
        ...


def kind_names() -> list[str]:
    """List the kinds of exercise there are."""
    return sorted(m.name for m in iter_modules(__path__))


def kind_of(name: str) -> Kind:
    """Open the module of a kind; raises `InputError` with the nearest name when there is none."""
    names = kind_names()
    if name not in names:
        hint = did_you_mean(name, names)
        raise InputError(f"kind {name[:40]!r} is not one of {', '.join(names)}{hint}")
    return cast(Kind, import_module(f"{__name__}.{name}"))
