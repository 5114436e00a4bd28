"""Changes a session plan part by part, or makes one for a decision of one's own; each result is checked."""

from collections.abc import Mapping, Sequence
from importlib import resources
from string import Template
from typing import Any

from coprod_sim.errors import InputError
from coprod_sim.library_files import as_toml, parse_toml
from coprod_sim.live.plans.plan_library import checked_plan, load_plan, plan_names, plan_text
from coprod_sim.live.session_plan import PACKAGE, SessionPlan

OWN_DECISION = "own_decision"
"""The file with the plan for a decision of one's own."""
NEW_PART = {
    "title": "A part of your own",
    "minutes": 10,
    "talk": True,
    "who": "Everybody",
    "say": ["Write here what you say."],
    "do": ["Write here what you do."],
    "shows": ["words: Talk now"],
    "if_wrong": ["Leave it out, and go on."],
    "without_devices": "The same.",
}
"""What a new part says until its trainer has written it."""


def text_of(plan: SessionPlan) -> str:
    """Give a plan as the text of a file: one of the library as it is written there, else as it stands."""
    if plan.name in plan_names() and plan == load_plan(plan.name):
        return plan_text(plan.name)
    return as_toml(plan, apart=("part", "activities"))


def change_part(plan: SessionPlan, at: int, changes: Mapping[str, Any]) -> SessionPlan:
    """Change what a part says of itself, such as its title, its minutes, or its lines.

    Raises:
        InputError: the plan would not be one.
    """
    parts = _parts(plan)
    parts[at] |= changes
    return _with(plan, parts)


def move_part(plan: SessionPlan, at: int, by: int) -> SessionPlan:
    """Move a part up or down; at the end it stays.

    Raises:
        InputError: the plan would not be one.
    """
    parts = _parts(plan)
    parts.insert(max(0, min(at + by, len(parts) - 1)), parts.pop(at))
    return _with(plan, parts)


def add_part(plan: SessionPlan, after: int) -> SessionPlan:
    """Add a part of one's own after another.

    Raises:
        InputError: the plan would not be one.
    """
    parts = _parts(plan)
    parts.insert(after + 1, dict(NEW_PART))
    return _with(plan, parts)


def drop_part(plan: SessionPlan, at: int) -> SessionPlan:
    """Take a part out.

    Raises:
        InputError: the plan would not be one.
    """
    parts = _parts(plan)
    del parts[at]
    return _with(plan, parts)


def plan_of_own(title: str, question: str, options: Sequence[str], fixed: str) -> SessionPlan:
    """Make a plan for a decision of one's own.

    Args:
        title: what the decision is about.
        question: what people are asked to choose.
        options: what they choose from.
        fixed: what cannot be changed, and why.

    Raises:
        InputError: something is missing, or is too long.
    """
    given = {"title": title.strip(), "question": question.strip(), "fixed": fixed.strip()}
    missing = [name for name, text in given.items() if not text]
    if missing or len(options) < 2:
        raise InputError(
            "write what the decision is about, what is fixed, the question, and two answers or more"
        )
    file = resources.files(PACKAGE) / "own" / f"{OWN_DECISION}.toml"
    table = _filled(parse_toml(file.read_bytes(), file.name), given)
    table["activities"][0]["options"] = list(options)
    return checked_plan(table, OWN_DECISION)


def _filled(value: Any, given: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return Template(value).safe_substitute(given)
    if isinstance(value, list):
        return [_filled(one, given) for one in value]
    if isinstance(value, dict):
        return {name: _filled(one, given) for name, one in value.items()}
    return value


def _parts(plan: SessionPlan) -> list[dict[str, Any]]:
    return [part.model_dump(mode="json") for part in plan.part]


def _with(plan: SessionPlan, parts: list[dict[str, Any]]) -> SessionPlan:
    """Check the plan with other parts; its minutes are those of its parts."""
    table = plan.model_dump(mode="json") | {"part": parts}
    table["minutes"] = sum(int(part["minutes"]) for part in parts)
    return checked_plan(table, plan.name)
