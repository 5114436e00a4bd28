"""Writes what the model's description says of each number inside the rules, from its declaration."""

import ast
import inspect
from importlib import import_module
from typing import Any

from coprod_sim.assumptions import DECLARED, REFERENCE, Assumption
from coprod_sim.model.rules import kept
from coprod_sim.scenarios.scenario import Decisions
from validation.markdown import code, table

READERS = (
    "model.rules",
    "five_steps.awareness",
    "five_steps.buy_in",
    "five_steps.expectations",
    "five_steps.performance",
    "five_steps.feedback",
    "model.arrays",
)
"""The modules whose functions read assumptions."""
HALF_LIVES = {
    "trust_half_life": "distance of trust from a person's own level",
    "knowledge_half_life": "what is known of a topic",
    "hearsay_half_life": "hearsay",
}
"""What fades with each half-life."""
TIMES = {**dict.fromkeys(HALF_LIVES, "kept"), "word_of_mouth": "rate"}
"""Assumptions that are read before a run, by the word or rule that reads them."""
DISPUTED = "two schools, see below"
"""What stands as the source of an assumption about whose sign or size schools disagree."""


def assumptions_table() -> str:
    """List every number inside the rules, with its plausible range and where it is read."""
    readers = read_by()
    return table(
        ("Name", "Value", "Least", "Most", "Unit", "Meaning", "Read by", "Source"),
        (
            (code(n), getattr(REFERENCE, n), *_plausible(a), a.unit, a.label,
             ", ".join(map(code, readers[n])), DISPUTED if a.schools else a.source)
            for n, a in DECLARED.items()
        ),
    )  # fmt: skip


def _plausible(about: Assumption) -> tuple[Any, Any]:
    return ("fixed", "fixed") if about.fixed else (about.least, about.most)


def read_by() -> dict[str, list[str]]:
    """Find the rules, and the events of the readable driver, that read each assumption."""
    readers: dict[str, list[str]] = {name: [] for name in DECLARED}
    for module in READERS:
        for part in ast.parse(inspect.getsource(import_module(f"coprod_sim.{module}"))).body:
            if isinstance(part, ast.FunctionDef):
                for name in sorted(_assumptions_in(part)):
                    readers[name].append(part.name)
    for name, rule in TIMES.items():
        readers[name].append(rule)
    return readers


def _assumptions_in(function: ast.FunctionDef) -> set[str]:
    """List the assumptions that the text of a function reads from `p`."""
    found = set()
    for node in ast.walk(function):
        match node:
            case ast.Attribute(value=ast.Name(id="p"), attr=name):
                found.add(name)
    return found & set(DECLARED)


def rivals_table() -> str:
    """List the disputed assumptions: the view at either end of the range, each with its paper."""
    return table(
        ("Name", "Value", "Least", "What speaks for it", "Most", "What speaks for it"),
        (
            (code(n), getattr(REFERENCE, n), a.least, a.schools[0], a.most, a.schools[1])
            for n, a in DECLARED.items()
            if a.schools
        ),
    )


def time_table() -> str:
    """List what fades, by what half-life, and how much of it is left after a decision of six months."""
    months = Decisions().months
    rows = []
    for name, what in HALF_LIVES.items():
        value, about = getattr(REFERENCE, name), DECLARED[name]
        left = [f"{kept(half, months):.2f}" for half in (about.least, value, about.most)]
        rows.append((what, code(name), value, about.least, about.most, *left))
    heads = ("What fades", "Half-life", "Value", "Least", "Most",
             "Left after 6 months: least", "value", "most")  # fmt: skip
    return table(heads, rows)
