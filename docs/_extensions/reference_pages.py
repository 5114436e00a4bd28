"""Writes a page for each package of the code; Sphinx fills in what the docstrings say."""

import ast
from collections.abc import Iterator
from pathlib import Path

from repository_links import ROOT

SOURCES = ROOT / "src"
HEAD = """# Reference

Every module of the package, from its docstrings. To compare and measure, start with
[coprod_sim.results](coprod_sim.results.rst); for the rules and the drivers, with
[coprod_sim.model](coprod_sim.model.rst); for the people, with
[coprod_sim.population](coprod_sim.population.rst). A *Source* names where a formula comes from.

"""


def reference_pages() -> Iterator[tuple[str, str]]:
    """Give a page for each package, and their index."""
    packages = sorted(path.parent for path in SOURCES.rglob("__init__.py"))
    top = [folder for folder in packages if len(_parts(folder)) <= 2]
    rows = [f"| [{_name(one)}]({_name(one)}.rst) | {_sentence(one)} |" for one in top]
    table = "\n".join(["| Package | What it is |", "|---|---|", *rows])
    hidden = "\n".join(["", "", "```{toctree}", ":hidden:", "", *map(_name, top), "```", ""])
    yield "api/index.md", HEAD + table + hidden
    for folder in packages:
        inside = [] if folder == SOURCES / "coprod_sim" else _children(folder, packages)
        yield f"api/{_name(folder)}.rst", _page(folder, inside)


def _children(folder: Path, packages: list[Path]) -> list[Path]:
    return [one for one in packages if one.parent == folder]


def _page(folder: Path, inside: list[Path]) -> str:
    """Write a package's page: what it is, the packages inside it, and its modules one by one."""
    blocks = [_heading(_name(folder), "="), f".. automodule:: {_name(folder)}"]
    if inside:
        names = "\n".join(f"   {_name(one)}" for one in inside)
        blocks += [".. rubric:: Inside it", f".. toctree::\n   :maxdepth: 1\n\n{names}"]
    for module in sorted(folder.glob("[!_]*.py")):
        blocks += [_heading(module.stem, "-"), f".. automodule:: {_name(module)}"]
    return "\n\n".join(blocks) + "\n"


def _heading(name: str, line: str) -> str:
    return f"{name}\n{line * len(name)}"


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(SOURCES).with_suffix("").parts


def _name(path: Path) -> str:
    return ".".join(_parts(path))


def _sentence(folder: Path) -> str:
    """Give the first line of a package's docstring."""
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    return (ast.get_docstring(tree) or "").partition("\n")[0]
