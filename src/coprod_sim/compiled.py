"""Compiles the hot loops for this computer, once, and says so; without numba they run as plain Python.

A compiled function is kept in a folder named after the text of everything that can end up in it, so an
edited rule is never answered from an old copy.
"""

import hashlib
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from types import FunctionType, ModuleType
from typing import Any

from coprod_sim import arithmetic, draws, eight
from coprod_sim.engine_choice import engine_choice
from coprod_sim.own_places import home_of_person

numba: Any = None
get_host_cpu_name: Any = None
overload: Any = None
register_jitable: Any = None
try:
    import numba
    from llvmlite.binding import get_host_cpu_name
    from numba.extending import overload, register_jitable

    from coprod_sim import eight_compiled  # noqa: F401 - tells numba what eight numbers are
except ImportError:  # pragma: no cover - tried in a test that hides numba
    numba = None

HAVE_NUMBA = numba is not None
COMPILED_TEXT = (
    "adding.py",
    "arithmetic.py",
    "assumptions.py",
    "compiled.py",
    "draws.py",
    "eight.py",
    "eight_compiled.py",
    "engagement/costs.py",
    "engagement/dials.py",
    "five_steps",
    "model/adding_up.py",
    "model/batch.py",
    "model/buffers.py",
    "model/constants.py",
    "model/contacts.py",
    "model/involvement.py",
    "model/involvement_loops.py",
    "model/kernel.py",
    "model/response.py",
    "model/response_loops.py",
    "model/rules.py",
    "model/schedule.py",
    "model/sums.py",
    "population/network_loops.py",
)
"""Everything that can end up in what numba compiles here."""


class Compiled:
    """A function that numba compiles at its first use on this computer; plain Python without numba.

    The function must release Python's lock: no objects, only numbers, arrays and tuples of them.
    """

    def __init__(self, function: Callable[..., Any], what: str, *, makes_arrays: bool) -> None:
        """Prepare a function; `what` is the thing in plain words, for the message.

        One that makes no arrays of its own need not count who still uses which; counting takes a sixth of
        the time where many pieces of arrays are handed around.
        """
        self._function, self._what, self._once = function, what, Lock()
        self._ready = False
        if HAVE_NUMBA:
            teach(function)
            self._marker = cache_folder() / f"{what.replace(' ', '_')}.ready"
            before, numba.config.CACHE_DIR = numba.config.CACHE_DIR, str(cache_folder())
            try:
                options = {"nogil": True, "error_model": "numpy", "_nrt": makes_arrays}
                self._function = numba.njit(cache=True, **options)(function)
            finally:
                numba.config.CACHE_DIR = before

    @property
    def ready(self) -> bool:
        """Say whether it is compiled, by this process or by another, and may be used."""
        return self._is_there() and engine_choice() in {"", "compiled"}

    def _is_there(self) -> bool:
        if HAVE_NUMBA and not self._ready:
            self._ready = self._marker.exists()
        return self._ready

    def __call__(self, *arguments: Any) -> Any:
        """Call it; the very first call on this computer says what takes the time."""
        if HAVE_NUMBA and not self._is_there():
            with self._once:
                if not self._is_there():
                    _say_and_compile(self._function, self._what, arguments)
                    self._marker.touch()
        return self._function(*arguments)


def teach(function: Any) -> None:
    """Let numba compile whatever functions of ours a function calls, and those they call."""
    for piece in functions_behind(function) - _known:
        _known.add(piece)
        register_jitable(piece)


def functions_behind(*functions: FunctionType) -> set[FunctionType]:
    """Find all functions of ours that functions call, directly or in turn."""
    found, waiting = set[FunctionType](), list(functions)
    while waiting:
        fresh = set(_called_by(waiting.pop())) - found
        found |= fresh
        waiting += fresh
    return found


def _called_by(function: FunctionType) -> Iterator[FunctionType]:
    """List the functions of ours that the text of a function names, or that it was made with."""
    names = function.__code__.co_names
    found = [function.__globals__[name] for name in names if name in function.__globals__]
    inside = [vars(m)[n] for m in found if isinstance(m, ModuleType) for n in names if n in vars(m)]
    held = [cell.cell_contents for cell in function.__closure__ or ()]
    for one in (*found, *inside, *held):
        if isinstance(one, FunctionType) and one.__module__.split(".")[0] == "coprod_sim":
            yield one


_known: set[FunctionType] = set()


def field_reader(kind: type, first: int) -> Any:
    """Make a function that reads a named tuple of numbers from a row, starting at place `first`.

    Every field is spelled out, so that compiled loops only load the ones they use.
    """
    fields = ", ".join(f"row[{first + k}]" for k in range(len(kind._fields)))
    here = {"kind": kind, "__name__": __name__}
    return eval(f"lambda row: kind({fields})", here)  # noqa: S307 - our own field names


def _say_and_compile(fast: Any, what: str, arguments: tuple[Any, ...]) -> None:
    sys.stderr.write(f"First use here: compiling {what}, usually 5 to 30 seconds ... ")
    sys.stderr.flush()
    begun = time.perf_counter()
    fast.compile(tuple(map(numba.typeof, arguments)))
    seconds = time.perf_counter() - begun
    sys.stderr.write(f"done in {seconds:.0f} s. It will not be needed again.\n")


@cache
def cache_folder() -> Path:
    """The folder of compiled functions that belongs to the present text of the rules.

    Set COPROD_SIM_CACHE to keep it somewhere else.
    """
    return lasting_folder() or Path(tempfile.mkdtemp(prefix="coprod_sim_"))


@cache
def lasting_folder() -> Path | None:
    """The same folder, if there is a place where the next process will find it again."""
    named = os.environ.get("COPROD_SIM_CACHE")
    try:
        place = Path(named) if named else home_of_person() / ".cache" / "coprod_sim"
        folder = place / _text_hash()
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


def _text_hash() -> str:
    processor = get_host_cpu_name()
    python = platform.python_version()
    digest = hashlib.sha256(f"{numba.__version__} {python} {processor}".encode())
    root = Path(str(resources.files("coprod_sim")))
    digest.update(os.fsencode(root))  # numba finds again only what this very copy has compiled
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

    for word in (*arithmetic.WORDS, draws._round, draws._next_key):
        register_jitable(word)
        _known.add(word)
    register_jitable(inline="always")(draws.philox)  # too large for LLVM to inline by itself
    _known.update((arithmetic.where, draws.philox, *eight.WORDS))


if HAVE_NUMBA:
    _teach_numba_the_words()
