"""Compiles the hot loops for this computer, once, and says so; without numba they run as plain Python.

A compiled function is kept in a folder named after the text of everything that can end up in it, so an
edited rule is never answered from an old copy.
"""

import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any

from coprod_sim import arithmetic, draws

numba: Any = None
get_host_cpu_name: Any = None
overload: Any = None
register_jitable: Any = None
try:
    import numba
    from llvmlite.binding import get_host_cpu_name
    from numba.extending import overload, register_jitable
except ImportError:  # pragma: no cover - tried in a test that hides numba
    numba = None

HAVE_NUMBA = numba is not None
COMPILED_TEXT = (
    "arithmetic.py",
    "draws.py",
    "assumptions.py",
    "compiled.py",
    "five_steps",
    "population/network.py",
    "engagement/dials.py",
    "model",
)


def compiled[F: Callable[..., Any]](function: F, *, uses: tuple[Any, ...], what: str) -> F:
    """Compile a function and what it uses; the first call tells the user what takes the time.

    `what` is the thing in plain words, for the message. The function must release Python's lock: no
    objects, only numbers, arrays and tuples of them.
    """
    if numba is None:
        return function
    for piece in uses:
        register_jitable(piece)
    before, numba.config.CACHE_DIR = numba.config.CACHE_DIR, str(cache_folder())
    try:
        fast = numba.njit(nogil=True, cache=True, error_model="numpy")(function)
    finally:
        numba.config.CACHE_DIR = before
    return _announced(fast, what)


_wide: list[tuple[Any, str]] = []


def wide(signature: str) -> Callable[[Any], Any]:
    """Mark a function whose sums, held in eight variables, shall become one vector register.

    Only such functions are compiled with LLVM's SLP vectoriser: it would break up the loops of others.
    """

    def mark(function: Any) -> Any:
        if numba is None:
            return function
        fast = numba.njit(nogil=True, error_model="numpy")(function)
        _wide.append((fast, signature))
        return fast

    return mark


def _compile_wide() -> None:
    numba.config.SLP_VECTORIZE = 1
    try:
        for fast, signature in _wide:
            if not fast.signatures:
                fast.compile(signature)
    finally:
        numba.config.SLP_VECTORIZE = 0


def field_reader(kind: type, first: int) -> Any:
    """Make a function that reads a named tuple of numbers from a row, starting at place `first`.

    Every field is spelled out, so that compiled loops only load the ones they use.
    """
    fields = ", ".join(f"row[{first + k}]" for k in range(len(kind._fields)))
    return eval(f"lambda row: kind({fields})", {"kind": kind})  # noqa: S307 - our own field names


def _announced(fast: Any, what: str) -> Any:
    """Wrap a compiled function so that its very first use on this computer is explained."""
    marker = cache_folder() / f"{what.replace(' ', '_')}.ready"
    ready = marker.exists()
    once = Lock()

    def call(*arguments: Any) -> Any:
        nonlocal ready
        if not ready:
            with once:
                if not ready:
                    _say_and_compile(fast, what, arguments)
                    marker.touch()
                    ready = True
        return fast(*arguments)

    return call


def _say_and_compile(fast: Any, what: str, arguments: tuple[Any, ...]) -> None:
    sys.stderr.write(f"First use here: compiling {what}, usually 5 to 30 seconds ... ")
    sys.stderr.flush()
    begun = time.perf_counter()
    _compile_wide()
    fast.compile(tuple(map(numba.typeof, arguments)))
    seconds = time.perf_counter() - begun
    sys.stderr.write(f"done in {seconds:.0f} s. It will not be needed again.\n")


@cache
def cache_folder() -> Path:
    """The folder of compiled functions that belongs to the present text of the rules.

    Set COPROD_SIM_CACHE to keep it somewhere else.
    """
    home = os.environ.get("COPROD_SIM_CACHE") or Path.home() / ".cache" / "coprod_sim"
    for place in (Path(home), Path(tempfile.gettempdir()) / "coprod_sim_cache"):
        folder = place / _text_hash()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(folder, os.W_OK):
            return folder
    return Path(tempfile.mkdtemp(prefix="coprod_sim_"))


def _text_hash() -> str:
    processor = get_host_cpu_name()
    digest = hashlib.sha256(f"{numba.__version__} {processor}".encode())
    root = Path(str(resources.files("coprod_sim")))
    for name in COMPILED_TEXT:
        place = root / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _teach_numba_the_words() -> None:
    """Tell numba what the words of the rules mean for plain numbers."""

    @overload(arithmetic.where)
    def where(condition, yes, no):  # noqa: ARG001 - numba compares bare signatures
        return lambda condition, yes, no: yes if condition else no

    for word in (
        *arithmetic.WORDS,
        draws._round,
        draws._next_key,
        draws.uniform,
        draws.from_table,
        draws.mentions_needed,
    ):
        register_jitable(word)
    register_jitable(inline="always")(draws.philox)  # too large for LLVM to inline by itself


if HAVE_NUMBA:
    _teach_numba_the_words()
