"""Flips the code in one place at a time and asks whether the nearest tests notice.

Run `python -m validation.mutation`, or with the names of some modules. The flips are mutmut's (numbers,
operators, comparisons, arguments, words that are keys), also outside functions, where mutmut itself makes
none: half of what a reader would flip is a constant. Each flip is tried in a process of its own that has
the libraries loaded already; no file is changed. Sentences for people are left alone.
"""

import argparse
import difflib
import gc
import importlib
import os
import signal
import sys
import warnings
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import libcst as cst  # pyright: ignore[reportMissingImports] - of the extra `mutation`
import pytest
from hypothesis import Phase, given, settings
from hypothesis.strategies import floats, lists
from mutmut.mutation.file_mutation import create_mutations  # pyright: ignore[reportMissingImports]

from validation.nearest_tests import NEAREST, ROOT, SOURCE

WANTED = 0.9
"""The part of the flips that the nearest tests must notice [share]."""
SECONDS = 60
"""How long the tests may take on a flip before it counts as noticed [seconds]."""
LOADED = (
    "numpy", "pandas", "pyarrow", "pydantic", "scipy.special", "scipy.stats", "sqlalchemy", "tornado.web",
    "hypothesis.strategies", "yaml",
)  # fmt: skip
"""What every process finds loaded; nothing of ours, so that a flip is met by whoever imports it."""

QUICK = (
    "-x",
    "-q",
    "--noconftest",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:unraisableexception",
    "-m",
    "not slow",
)
"""How the tests are run: up to the first that fails, and without what only a person would read."""


class Flip(NamedTuple):
    """One flip: the whole text of the module with it, and the lines that differ."""

    text: str
    lines: str


class _Flipped(SourceFileLoader):
    """Loads a module from a changed text in place of its file's own."""

    text = ""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as importlib calls it
        return compile(self.text, self.path, "exec")


class _Finder(MetaPathFinder):
    def __init__(self, path: Path, text: str) -> None:
        self.name, self.path, self.text = _module(path), path, text

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Flipped(fullname, str(self.path))
        loader.text = self.text
        return spec_from_file_location(fullname, self.path, loader=loader)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)


def flips(path: Path) -> Iterator[Flip]:
    """Make every flip of a module that is still Python."""
    old = path.read_text(encoding="utf-8")
    tree, mutations, _classes, _functions = create_mutations(str(path), old)
    for mutation in mutations:
        if _is_sentence(mutation.original_node):
            continue
        new = cst.ensure_type(
            tree.deep_replace(mutation.original_node, mutation.mutated_node), cst.Module
        ).code
        changed = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
        lines = [line for line in changed if not line.startswith(("---", "+++"))]
        yield Flip(new, "\n".join(lines))


def _is_sentence(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.SimpleString) and " " in node.value


def survivors(path: Path, tests: Sequence[str], texts: Sequence[Flip], jobs: int) -> list[Flip]:
    """Try every flip and give those that no test noticed, in their order."""
    waiting, running, left = list(enumerate(texts)), dict[int, int](), set[int]()
    while waiting or running:
        while waiting and len(running) < jobs:
            number, flip = waiting.pop(0)
            running[_start(path, tests, flip.text)] = number
        process, status = os.wait()
        number = running.pop(process)
        if os.waitstatus_to_exitcode(status) == 0:
            left.add(number)
    return [texts[number] for number in sorted(left)]


def _start(path: Path, tests: Sequence[str], text: str) -> int:
    """Run the tests on a changed text in a new process; its exit code is 0 if all of them pass."""
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        process = os.fork()  # threads of the libraries are idle here
    if process:
        return process
    signal.alarm(SECONDS)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.meta_path.insert(0, _Finder(path, text))
    code = 1
    try:
        code = pytest.main([*QUICK, *tests])
    finally:
        os._exit(int(code))


def _prepare() -> None:
    """Load the libraries, hide numba so that rules run as written, and let no test try for long."""
    os.chdir(ROOT)
    sys.path.insert(0, str(SOURCE.parent))
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.modules["numba"] = None  # pyright: ignore[reportArgumentType]
    for name in LOADED:
        importlib.import_module(name)
    settings.register_profile(
        "mutation",
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=15,
        phases=[Phase.explicit, Phase.generate],
    )
    settings.load_profile("mutation")
    given(lists(floats()))(lambda _numbers: None)()  # loads the rest of hypothesis
    gc.freeze()  # what is loaded stays, and no process looks through it again


def main() -> int:
    """Try the modules named, or all, and say for each how many flips were noticed."""
    parser = argparse.ArgumentParser(description="Flip the code and see who notices.")
    parser.add_argument("modules", nargs="*", help="such as model/rules.py; all when left out")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    chosen = parser.parse_args()
    for name in chosen.modules:
        if name not in NEAREST:
            near = difflib.get_close_matches(name, NEAREST, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            parser.error(f"{name} has no line in validation/nearest_tests.py{hint}")
    _prepare()
    poor = []
    for name in chosen.modules or NEAREST:
        path, tests = SOURCE / name, NEAREST[name]
        texts = list(flips(path))
        if survivors(path, tests, [Flip(path.read_text(encoding="utf-8"), "")], 1) == []:
            raise SystemExit(f"{name}: the tests fail without any flip: {', '.join(tests)}")
        left = survivors(path, tests, texts, chosen.jobs)
        noticed = 1 - len(left) / len(texts)
        print(
            f"{name}: {len(texts) - len(left)} of {len(texts)} noticed ({noticed:.1%})", flush=True
        )
        for flip in left:
            print(flip.lines)
        poor += [name] if noticed < WANTED else []
    return bool(poor)


if __name__ == "__main__":
    sys.exit(main())
