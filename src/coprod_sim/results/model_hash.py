"""Names the model by what decides its numbers, so that data made with another model are noticed."""

import ast
import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from coprod_sim.assumptions import DECLARED, REFERENCE
from coprod_sim.engagement import load_engagement
from coprod_sim.scenarios import load_scenario

RULES = ("arithmetic.py", "five_steps", "model/rules.py")
"""Where the rules are written."""
LOOPS = ("compiled.py", "draws.py", "model", "population")
"""Where they are played: the loops of all drivers, luck, towns and people."""


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
        16 hexadecimal digits; comments, docstrings and layout of the rules do not change them.

    Raises:
        InputError: when the library has no scenario or engagement of a name.
    """
    cases = [load_scenario(name) for name in scenarios]
    return _short([
        _text_of(RULES),
        [[case.people.model_dump(), case.decisions.model_dump(), case.assumptions] for case in cases],
        [list(load_engagement(name).dials) for name in engagements],
    ])  # fmt: skip


def loops_hash() -> str:
    """Give a short text that changes with the code that plays the rules, such as a compiled loop.

    Returns:
        16 hexadecimal digits; comments, docstrings and layout do not change them.
    """
    return _short(_text_of(LOOPS))


@cache
def _text_of(names: tuple[str, ...]) -> str:
    root = Path(str(resources.files("coprod_sim")))
    places = [root / name for name in names]
    files = [f for p in places for f in (sorted(p.rglob("*.py")) if p.is_dir() else [p])]
    return "\n".join(_bare(file.read_text(encoding="utf-8")) for file in files)


def _bare(text: str) -> str:
    """Give a module's code without comments, docstrings and layout."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [x for x in body if not _is_text(x)] or [ast.Pass()]  # pyright: ignore[reportAttributeAccessIssue]
    return ast.unparse(tree)


def _is_text(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _short(what: object) -> str:
    return sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:16]
