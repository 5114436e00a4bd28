"""Session plans from files: those of the library, and the trainer's own edited copy."""

from importlib import resources
from typing import Any

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check, find, library_names, parse_toml
from coprod_sim.live.pack.sheets import SHEETS
from coprod_sim.live.session_plan import PACKAGE, SessionPlan


def plan_names() -> tuple[str, ...]:
    """List the session plans in the library, by their letter."""
    return library_names(PACKAGE)


def load_plan(name: str) -> SessionPlan:
    """Load a plan by its name, its letter, or the path of a `.toml` file of one's own.

    Raises:
        InputError: there is no such plan, or the file is faulty.
    """
    lettered = [n for n in plan_names() if n.split("_")[0] == name.casefold()]
    stem, table = find(PACKAGE, lettered[0] if lettered else name, "session plan")
    return _whole(table, stem)


def read_plan(data: bytes, file: str) -> SessionPlan:
    """Read a plan from the bytes of a file the trainer hands over; all faults become sentences.

    Args:
        data: what is in the file.
        file: its name, for the sentences.

    Raises:
        InputError: the file is no plan, or what it says does not add up.
    """
    return _whole(parse_toml(data, file), file.removesuffix(".toml"))


def plan_text(name: str) -> str:
    """Give a library plan as text, to be edited."""
    return (resources.files(PACKAGE) / "library" / f"{name}.toml").read_text(encoding="utf-8")


def _whole(table: dict[str, Any], stem: str) -> SessionPlan:
    """Check a plan with the activities it uses."""
    plan = check(SessionPlan, {"name": stem} | table, f"{stem}.toml")
    assert plan.room
    assert plan.turns is not None
    _known_handouts(plan)
    return plan


def _known_handouts(plan: SessionPlan) -> None:
    """Refuse a handout the pack cannot make."""
    for k, part in enumerate(plan.part):
        for name in part.handouts:
            if name not in SHEETS:
                raise InputError(
                    f"{plan.name}.toml: part[{k}].handouts: {name!r} is not a sheet of the pack"
                    f"{did_you_mean(name, SHEETS)} (known: {', '.join(SHEETS)})"
                )
