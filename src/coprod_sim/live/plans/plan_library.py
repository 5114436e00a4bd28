"""Session plans from files: those of the library, and the trainer's own edited copy."""

import math
from importlib import resources
from typing import Any

from coprod_sim.errors import InputError, did_you_mean
from coprod_sim.library_files import check, find, library_names, parse_toml
from coprod_sim.live.pack.sheets import SHEETS
from coprod_sim.live.plan_counts import counted_lines
from coprod_sim.live.session_plan import (
    PACKAGE,
    SHOWS,
    WITH_WORDS,
    SessionPlan,
    seconds_on_phones,
)


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
    return checked_plan(table, stem)


def read_plan(data: bytes, file: str) -> SessionPlan:
    """Read a plan from the bytes of a file the trainer hands over; all faults become sentences.

    Args:
        data: what is in the file.
        file: its name, for the sentences.

    Raises:
        InputError: the file is no plan, or what it says does not add up.
    """
    return checked_plan(parse_toml(data, file), file.removesuffix(".toml"))


def plan_text(name: str) -> str:
    """Give a library plan as text, to be edited."""
    return (resources.files(PACKAGE) / "library" / f"{name}.toml").read_text(encoding="utf-8")


def checked_plan(table: dict[str, Any], stem: str) -> SessionPlan:
    """Check a plan with the activities it uses.

    Args:
        table: what its file says.
        stem: the name of its file, which is its own.

    Raises:
        InputError: it is no plan, or what it says does not add up.
    """
    plan = check(SessionPlan, table | {"name": stem}, f"{stem}.toml")
    asked = {a.key: a for a in plan.room.activities}
    parts = counted_lines(table["part"], asked, f"{stem}.toml")
    plan = check(SessionPlan, table | {"name": stem, "part": parts}, f"{stem}.toml")
    assert plan.turns is not None
    _known_handouts(plan)
    _shows_what_there_is(plan)
    _has_time(plan)
    return plan


def _shows_what_there_is(plan: SessionPlan) -> None:
    """Refuse something to show that the big screen would not have."""
    kinds = {a.kind for a in plan.room.activities}
    for k, part in enumerate(plan.part):
        for shown in part.screens:
            where = f"{plan.name}.toml: part[{k}].shows"
            if shown.kind not in SHOWS:
                raise InputError(
                    f"{where}: {shown.kind!r} is nothing the big screen shows"
                    f"{did_you_mean(shown.kind, SHOWS)} (known: {', '.join(SHOWS)})"
                )
            if (shown.kind in WITH_WORDS) != bool(shown.words):
                raise InputError(f"{where}: write {' or '.join(f'{w}: ...' for w in WITH_WORDS)}")
            needed = SHOWS[shown.kind]
            if needed == "any" and not part.activities:
                raise InputError(f"{where}: {shown.kind!r} needs an activity in this part")
            if needed not in ("", "any") and needed not in kinds:
                raise InputError(f"{where}: {shown.kind!r} needs an activity of kind {needed!r}")


def _has_time(plan: SessionPlan) -> None:
    """Refuse a part that asks more than people can answer in its minutes."""
    for k, part in enumerate(plan.part):
        needed = seconds_on_phones(plan, k)
        if needed > part.minutes * 60:
            raise InputError(
                f"{plan.name}.toml: part[{k}] asks more than fits: people need about "
                f"{math.ceil(needed / 60)} minutes on their phones, and it has {part.minutes}"
            )


def _known_handouts(plan: SessionPlan) -> None:
    """Refuse a handout the pack cannot make."""
    for k, part in enumerate(plan.part):
        for name in part.handouts:
            if name not in SHEETS:
                raise InputError(
                    f"{plan.name}.toml: part[{k}].handouts: {name!r} is not a sheet of the pack"
                    f"{did_you_mean(name, SHEETS)} (known: {', '.join(SHEETS)})"
                )
