"""The code keeps to the shape that CONTRIBUTING.md describes."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "coprod_sim"
ROOMS = (SOURCE, ROOT / "benchmarks", ROOT / "validation")
MODULES = sorted(path for room in ROOMS for path in room.rglob("*.py"))
NOTEBOOK_FOLDERS = ("notebooks", "exercises", "simulations", "docs", "src")
BANNED_NAMES = {"utils", "helpers", "common", "core", "manager"}
COUNTERPARTS = {"parts", "kinds", "charts"}
"""Folders whose modules are named after what they show: a part of a page, a kind, a chart."""
LONGEST_FILE = 400
LONGEST_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def is_benchmark_reference(path: Path) -> bool:
    """Say whether this is a yardstick: written the way others would, not the way we do."""
    return path.parent == ROOT / "benchmarks" and path.stem.startswith("reference")


def is_overload(node: Definition) -> bool:
    return any("overload" in ast.unparse(decorator) for decorator in node.decorator_list)


def public_definitions(
    node: ast.Module | ast.ClassDef, prefix: str
) -> Iterator[tuple[str, Definition]]:
    """Walk the public classes, functions and methods, not what is defined inside functions."""
    for child in node.body:
        if isinstance(child, Definition) and not child.name.startswith("_"):
            name = f"{prefix}.{child.name}"
            if not is_overload(child):
                yield name, child
            if isinstance(child, ast.ClassDef):
                yield from public_definitions(child, name)


def opens_with_a_sentence(docstring: str | None) -> bool:
    first = (docstring or "").strip().partition("\n")[0].strip()
    return len(first.split()) > 1 and not first[0].islower() and first[-1] in ".?!"


def notebooks() -> list[Path]:
    found = [path for folder in NOTEBOOK_FOLDERS for path in (ROOT / folder).rglob("*.ipynb")]
    return [path for path in found if not {".ipynb_checkpoints", "_build"} & set(path.parts)]


def test_there_is_something_to_check():
    assert SOURCE / "__init__.py" in MODULES


def test_files_are_short_enough_to_read_in_one_sitting():
    lengths = {name_of(path): len(path.read_text().splitlines()) for path in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_functions_fit_on_a_screen():
    too_long = [
        f"{name_of(path)}:{node.lineno} {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in MODULES
        if not is_benchmark_reference(path)
        for node in ast.walk(parse(path))
        if isinstance(node, Function) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert too_long == []


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = [
        name_of(path)
        for path in MODULES
        if BANNED_NAMES.intersection(path.relative_to(ROOT).with_suffix("").parts)
    ]
    assert drawers == []


def test_a_name_means_one_thing():
    """No two classes share a name; modules do only where one stands for the other in another room."""
    classes, modules = defaultdict(list), defaultdict(list)
    for path in (path for path in MODULES if path.is_relative_to(SOURCE)):
        if path.stem not in ("__init__", "__main__") and path.parent.name not in COUNTERPARTS:
            modules[path.stem].append(name_of(path))
        for node in parse(path).body:
            if isinstance(node, ast.ClassDef):
                classes[node.name].append(name_of(path))
    several = {name: where for name, where in (classes | modules).items() if len(where) > 1}
    assert several == {}


def test_no_package_hides_a_module_behind_something_it_offers():
    hidden = [
        f"{name_of(path)} hides {path.parent.name}/{one.name}"
        for path in MODULES
        if path.name == "__init__.py"
        for node in parse(path).body
        if isinstance(node, ast.ImportFrom)
        for one in node.names
        if (path.parent / f"{one.asname or one.name}.py").exists()
        and (node.module or "").rpartition(".")[2] == one.name
    ]
    assert hidden == []


def test_everything_public_opens_with_a_sentence_for_the_reader():
    silent = []
    for path in MODULES:
        tree = parse(path)
        for name, node in [(name_of(path), tree), *public_definitions(tree, name_of(path))]:
            if not opens_with_a_sentence(ast.get_docstring(node)):
                silent.append(name)
    assert silent == []


def test_notebooks_carry_no_outputs():
    cells = [
        (path.relative_to(ROOT).as_posix(), cell)
        for path in notebooks()
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    ran = {name for name, cell in cells if cell["outputs"] or cell["execution_count"] is not None}
    assert ran == set()


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__")


def imported_when_run(node: ast.AST) -> Iterator[str]:
    """Name all that is imported, inside functions too, but not what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.Import):
            yield from (one.name for one in child.names)
        elif isinstance(child, ast.ImportFrom) and child.module:
            yield child.module
            yield from (f"{child.module}.{one.name}" for one in child.names)
        yield from imported_when_run(child)


def test_no_two_modules_import_each_other_in_a_loop():
    """A package's face counts for whoever imports something inside it from outside."""
    files = {module_of(path): path for path in MODULES if path.is_relative_to(SOURCE)}
    graph = nx.DiGraph()
    for module, path in files.items():
        for name in imported_when_run(parse(path)):
            parts = name.split(".")
            run = {".".join(parts[:k]) for k in range(2, len(parts) + 1)}
            graph.add_edges_from(
                (module, m) for m in run & files.keys() if not f"{module}.".startswith(f"{m}.")
            )
    assert graph.number_of_edges() > len(files)
    assert [sorted(c) for c in nx.strongly_connected_components(graph) if len(c) > 1] == []


def test_imports_keep_to_their_layers():
    linter = Path(sys.executable).with_name(
        "lint-imports"
    )  # within this program it would silence its logs
    found = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(SOURCE.parent)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stdout + found.stderr


def test_contributing_draws_the_layers_as_the_contract_has_them():
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = contract["tool"]["importlinter"]["contracts"][0]["layers"]
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = text.partition("## The layers")[2].split("```")[1].strip().splitlines()
    rooms = [re.split(r" {4,}", line)[0] for line in drawn]
    assert [set(re.findall(r"\w+", one)) for one in rooms] == [
        set(re.findall(r"\w+", one)) for one in layers if one != "__main__"
    ]
