"""Names the model by what decides its numbers, so that data made with another model are noticed."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

from coprod_sim.assumptions import DECLARED, REFERENCE
from coprod_sim.code_text import deciding_text
from coprod_sim.engagement import load_engagement
from coprod_sim.scenarios import load_scenario

RULES = ("arithmetic.py", "five_steps", "model/rules.py")
"""Where the rules are written."""
LOOPS = (
    "compiled.py", "draws.py", "eight.py", "eight_compiled.py", "model",
    "population/network.py", "population/network_loops.py", "population/personal_values.py",
    "population/population.py",
)  # fmt: skip
"""Where they are played: the loops, luck, towns and people; not how a survey of people is read."""


@cache
def assumptions_hash() -> str:
    """Give a short text that changes with any assumption: its name, its value, its limits or its range."""
    return _short([
        [n, getattr(REFERENCE, n), a.low, a.high, a.least, a.most, a.fixed]
        for n, a in DECLARED.items()
    ])  # fmt: skip


def rules_hash(scenarios: Iterable[str], engagements: Iterable[str]) -> str:
    """Give a short text that changes with any rule, and with what is played by these rules.

    Args:
        scenarios: names of the library's scenarios that were played.
        engagements: names of the library's engagements that were played.

    Returns:
        16 hexadecimal digits; comments, docstrings and layout of the rules do not change them, nor what
        is said about a number.

    Raises:
        InputError: when the library has no scenario or engagement of a name.
    """
    cases = [load_scenario(name) for name in scenarios]
    return _short([
        deciding_text(RULES),
        [[case.people.model_dump(), case.decisions.model_dump(), case.assumptions] for case in cases],
        [list(load_engagement(name).dials) for name in engagements],
    ])  # fmt: skip


def loops_hash() -> str:
    """Give a short text that changes with the code that plays the rules, such as a compiled loop.

    Returns:
        16 hexadecimal digits; comments, docstrings, layout and what is said about a number do not
        change them.
    """
    return _short(deciding_text(LOOPS))


def _short(what: object) -> str:
    return sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:16]
