"""Makes `model.wasm`, which ships with the package: emit, link, lower to 32-bit addresses, make small.

Needs ziglang, of the extra `web`, and `wasm-opt` of binaryen; whoever plays the module needs neither.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType
from typing import cast

from coprod_sim.compiled import functions_behind
from coprod_sim.engine.offered import OFFERED
from coprod_sim.errors import InputError
from coprod_sim.files import write_whole
from coprod_sim.wasm.made_from import MADE_WITH, MODULE, text_hash

RUNTIME = Path(__file__).parent / "runtime.c"
ZIG = (sys.executable, "-m", "ziglang")
MEMORY = ("mark", "release", "alloc")
PLAIN = {"NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}
"""Lets numba compile for a processor without anything particular."""
BINARYEN, OLDEST = "binaryen@132.0.0", 120
"""The package of npm that brings `wasm-opt`, and the oldest version of it that lowers addresses rightly."""
FEATURES = (
    "--enable-simd", "--enable-bulk-memory", "--enable-nontrapping-float-to-int",
    "--enable-sign-ext", "--enable-mutable-globals",
)  # fmt: skip


def rebuild() -> list[Path]:
    """Make the module anew, and note which code it was made from.

    Returns:
        The files written.

    Raises:
        InputError: when a tool is missing or stops; the sentence says which and how to get it.
    """
    if find_spec("ziglang") is None:
        raise InputError("ziglang is needed: 'python -m pip install ziglang' brings it")
    optimiser = _optimiser()
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        _run(sys.executable, "-m", "coprod_sim.engine.making", str(here / "model.o"), where=Path())
        _link(here)
        _make_small(optimiser, here)
        made = (here / "model.wasm").read_bytes()
    write_whole(MODULE, lambda file: file.write(made))
    write_whole(MADE_WITH, made_with())
    return [MODULE, MADE_WITH]


def made_with() -> str:
    """Name the code that the module holds as it is now.

    Returns:
        Two hashes: of what plays, and of that with everything else that is offered, and of what makes it.
    """
    makers = (f"engine/making/{file.name}" for file in Path(__file__).parent.glob("*.py"))
    text = text_hash(*files_held(), *makers, "engine/offered.py")
    everything = text + RUNTIME.read_text(encoding="utf-8")
    return f"{text_hash()}\n{sha256(everything.encode()).hexdigest()[:16]}\n"


def files_held() -> set[str]:
    """List the files of this package in which any function stands that can end up in the module."""
    root = Path(str(resources.files("coprod_sim")))
    offered = cast("tuple[FunctionType, ...]", OFFERED)
    files = {Path(one.__code__.co_filename) for one in (*offered, *functions_behind(*offered))}
    return {file.relative_to(root).as_posix() for file in files if file.is_relative_to(root)}


def _optimiser() -> list[str]:
    """Find `wasm-opt`: on the path, or through npm."""
    found = shutil.which("wasm-opt")
    if found and _version(found) >= OLDEST:
        return [found]
    npx = shutil.which("npx")
    if npx:
        return [npx, "--yes", f"--package={BINARYEN}", "wasm-opt"]
    raise InputError(
        f"wasm-opt of version {OLDEST} or later is needed: 'npm install --global {BINARYEN}' brings it"
    )


def _version(optimiser: str) -> int:
    said = subprocess.run([optimiser, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    number = re.search(r"version (\d+)", said.stdout)
    return int(number[1]) if number else 0


def _link(here: Path) -> None:
    machine = ("-target", "wasm64-freestanding", "-mcpu=generic+simd128+bulk_memory", "-O2")
    source = ("-fno-builtin", "-c", str(RUNTIME), "-o", "runtime.o")
    _run(*ZIG, "cc", *machine, *source, where=here)
    exports = [f"--export={name}" for name in (*MEMORY, *(f.__name__ for f in OFFERED))]
    tidy = ("--no-entry", "--gc-sections", "--strip-all", "--stack-first")
    files = ("model.o", "runtime.o", "-o", "wide.wasm")
    _run(*ZIG, "wasm-ld", "-mwasm64", *tidy, *exports, *files, where=here)


def _make_small(optimiser: list[str], here: Path) -> None:
    """Lower 64-bit addresses to 32, which every browser has, and shrink; never with fast-math."""
    lower = ("--enable-memory64", "--memory64-lowering")
    _run(*optimiser, *FEATURES, *lower, "wide.wasm", "-o", "narrow.wasm", where=here)
    _run(*optimiser, *FEATURES, "-O3", "narrow.wasm", "-o", "model.wasm", where=here)


def _run(*command: str, where: Path) -> None:
    done = subprocess.run(  # noqa: S603
        command, cwd=where, env=os.environ | PLAIN, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise InputError(f"{Path(command[0]).name} stopped: {done.stderr.strip()[-400:]}")
