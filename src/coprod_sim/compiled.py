"""Compiles the hot loops for this computer, once, and says so; without numba they run as plain Python.

A compiled function is kept in a folder named after the text of everything that can end up in it, so an
edited rule is never answered from an old copy.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from coprod_sim import arithmetic, draws

try:
    import numba
    from numba.extending import overload, register_jitable
    from numba.np.unsafe.ndarray import to_fixed_tuple as tuple_of
except ImportError:  # pragma: no cover - tried in a test that hides numba
    numba = tuple_of = None

HAVE_NUMBA = numba is not None
COMPILED_TEXT = ("arithmetic.py", "draws.py", "assumptions.py", "compiled.py", "five_steps",
                 "population/network.py", "engagement/dials.py", "model")


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


def _announced(fast: Any, what: str) -> Any:
    """Wrap a compiled function so that its very first use on this computer is explained."""
    marker = cache_folder() / f"{fast.py_func.__name__}.ready"
    ready = marker.exists()

    def call(*arguments: Any) -> Any:
        nonlocal ready
        if ready:
            return fast(*arguments)
        sys.stderr.write(f"First use here: compiling {what}, usually 5 to 30 seconds ... ")
        sys.stderr.flush()
        begun = time.perf_counter()
        result = fast(*arguments)
        sys.stderr.write(f"done in {time.perf_counter() - begun:.0f} s. It will not be needed again.\n")
        marker.touch()
        ready = True
        return result

    return call


@cache
def cache_folder() -> Path:
    """The folder of compiled functions that belongs to the present text of the rules.

    Set COPROD_SIM_CACHE to keep it somewhere else.
    """
    home = os.environ.get("COPROD_SIM_CACHE") or Path.home() / ".cache" / "coprod_sim"
    folder = Path(home) / _text_hash()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _text_hash() -> str:
    digest = hashlib.sha256(numba.__version__.encode())
    root = Path(str(resources.files("coprod_sim")))
    for name in COMPILED_TEXT:
        place = root / name
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _teach_numba_the_words() -> None:
    """Tell numba what the words of the rules mean for plain numbers."""

    @overload(arithmetic.where)
    def where(condition, yes, no):  # noqa: ANN202, ARG001 - numba compares bare signatures
        return lambda condition, yes, no: yes if condition else no

    for word in (*arithmetic.WORDS, draws.philox, draws.uniform, draws.from_table,
                 draws.mentions_needed):
        register_jitable(word)


if HAVE_NUMBA:
    _teach_numba_the_words()
