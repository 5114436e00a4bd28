"""Reads what decides numbers in the package's own code: what names things made with it."""

import ast
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

OURS = "coprod_sim"
SAID = frozenset((
    "label", "unit", "source", "plain", "points", "caveat", "formula", "lists", "question", "anchors",
    "schools",
))  # fmt: skip
"""What a declaration says to people about a number; it decides none."""

ONE_BY_ONE = ("model/civic_model.py", "model/citizen.py", "model/town_arguments.py")
"""The driver that plays one town, person by person: nothing that ships is made with it."""


@cache
def deciding_text(names: tuple[str, ...]) -> str:
    """Give what decides numbers in files, and in all files in folders, of this package.

    Args:
        names: files or folders below `coprod_sim`.

    Returns:
        The code, the same whatever its comments, docstrings and layout say, and whatever declarations say
        to people about a number; without the driver that plays one town person by person.
    """
    root = Path(str(resources.files("coprod_sim")))
    places = [root / name for name in names]
    files = [f for p in places for f in (sorted(p.rglob("*.py")) if p.is_dir() else [p])]
    files = [f for f in files if f.relative_to(root).as_posix() not in ONE_BY_ONE]
    return "\n".join(_bare(file.read_text(encoding="utf-8")) for file in files)


@cache
def files_behind(*names: str) -> tuple[str, ...]:
    """List files, and all files of this package that they import, directly or in turn.

    Args:
        names: files below `coprod_sim`.

    Returns:
        The files, in order of their names.
    """
    root, found, waiting = Path(str(resources.files(OURS))), set[Path](), list[Path]()
    waiting += [root / name for name in names]
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += _imported(root.parent, file.read_text(encoding="utf-8"))
    return tuple(sorted(file.relative_to(root).as_posix() for file in found))


def _imported(above: Path, text: str) -> Iterator[Path]:
    """Give the files of this package that a module imports; `above` is the folder it lies in."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == OURS:
            place = str(node.module).replace(".", "/")
            for one in node.names:
                inside = _file(above, f"{place}/{one.name}")
                yield inside or _file(above, place) or above / place


def _file(above: Path, place: str) -> Path | None:
    """Give the file of a module or of a package, if there is one."""
    files = (above / f"{place}.py", above / place / "__init__.py")
    return next((file for file in files if file.exists()), None)


def _bare(text: str) -> str:
    """Give a module's code without comments, docstrings, layout and what is said about a number."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            node.keywords = [word for word in node.keywords if word.arg not in SAID]
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [x for x in body if not _is_text(x)] or [ast.Pass()]  # pyright: ignore[reportAttributeAccessIssue]
    return ast.unparse(tree)


def _is_text(statement: ast.stmt) -> bool:
    match statement:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False
