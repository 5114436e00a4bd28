"""What a way found was sought for, and whether that has changed: the rule of `web/src/parts/sought.ts`."""

import json
from typing import Any

from coprod_sim.board.cases import FOUND
from coprod_sim.board.view import View
from coprod_sim.scenarios.case_questions import QUESTIONS
from coprod_sim.scenarios.described import OWN
from coprod_sim.words import words_in

COUNTS = sorted(one.name for one in QUESTIONS if one.low is not None or one.answers is not None)
"""The questions about one's own case whose answers are no mere words."""
BASIS, PRIME = 0x811C9DC5, 0x01000193
"""The numbers of Fowler, Noll and Vo's hash, of 32 bits."""


def sought_in_words(view: View) -> str:
    """Say that the way found was sought for something else than what is entered now; else nothing.

    Args:
        view: the view.

    Returns:
        Sentences.
    """
    changed = _changed(view) if FOUND in view.ways else ""
    limits = str(view.sought.get("limits") or "")
    return (
        words_in(view.language)("board-found_changed", changed=changed, limits=limits, steps="no")
        if changed
        else ""
    )


def _changed(view: View) -> str:
    """Name what has changed since: the limits, the case, or both; nothing where it is not known."""
    sought = view.sought
    if not view.found or not sought.get("title"):
        return ""
    now = {
        "weeks": view.money.get("weeks_available"), "budget": view.budget,
        "staff_hours": view.staff_hours,
    }  # fmt: skip
    limits = any(name in sought and sought[name] != there for name, there in now.items())
    case = sought.get("about") != about(view)
    return {(1, 1): "both", (1, 0): "limits", (0, 1): "case"}.get((limits, case), "")


def about(view: View) -> str:
    """Name the case of a view by what the model knows of it, in a few signs.

    Args:
        view: the view.

    Returns:
        Other signs for another case.
    """
    answers = [view.own.get(name) for name in COUNTS] if view.case == OWN else []
    told = [view.case, answers, view.survey, view.assumptions]
    found = BASIS
    for sign in json.dumps(_plain(told), ensure_ascii=False, separators=(",", ":")):
        found = (found ^ ord(sign)) * PRIME & 0xFFFFFFFF
    return f"{found:x}"


def _plain(value: Any) -> Any:
    """Write whole numbers as a browser does: 4, not 4.0."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
