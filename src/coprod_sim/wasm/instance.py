"""One running copy of the module, for one thread: numbers and rows of numbers go in and come out."""

import atexit
from functools import cache
from importlib.util import find_spec
from threading import local
from typing import Any

import numpy as np

from coprod_sim.engine_choice import engine_choice
from coprod_sim.wasm.made_from import MODULE, is_current

LARGEST = 20_000
"""The largest town that is played this way: beyond it, compiling takes less time than it saves [citizens]."""
_here = local()


@cache
def is_usable() -> bool:
    """Say whether the module is there, made from the code as it is, and something can run it."""
    return is_current() and find_spec("wasmtime") is not None


def plays(citizens: int) -> bool:
    """Say whether the module plays a town, where nothing is compiled yet.

    Args:
        citizens: how many people.

    Returns:
        Whether it can, and nobody insists on another way of playing.
    """
    return citizens <= LARGEST and engine_choice() in {"", "module"} and is_usable()


@cache
def _compiled() -> tuple[Any, Any]:
    import wasmtime  # noqa: PLC0415 - takes a while, and is not always needed

    engine = wasmtime.Engine()
    return engine, wasmtime.Module(engine, MODULE.read_bytes())


@atexit.register
def _forget() -> None:
    """Let go of the module while what it is made of can still be taken down in order."""
    vars(_here).clear()
    _compiled.cache_clear()


class Machine:
    """One running copy of the module."""

    def __init__(self) -> None:
        import wasmtime  # noqa: PLC0415 - as above

        engine, module = _compiled()
        self._store = wasmtime.Store(engine)
        self._offered: Any = wasmtime.Instance(self._store, module, []).exports(self._store)
        self._memory: Any = self._offered["memory"]

    def call(self, name: str, *given: float | np.ndarray, out: np.ndarray | None = None) -> Any:
        """Call one of the functions that `coprod_sim.engine` offers.

        Args:
            name: the function.
            given: its numbers and rows of numbers, in its order.
            out: the row it fills in, its last one, if it fills one in.

        Returns:
            What the function returns.
        """
        arguments: list[float] = []
        begin = self._call("mark")
        for one in given if out is None else (*given, out):
            arguments += self._put(one) if isinstance(one, np.ndarray) else [float(one)]
        found = self._call(name, *arguments)
        if out is not None:
            there = self._memory.read(self._store, arguments[-2], arguments[-2] + out.nbytes)
            out[...] = np.frombuffer(there, dtype=np.float64).reshape(out.shape)
        self._call("release", begin)
        return found

    def _call(self, name: str, *arguments: float) -> Any:
        return self._offered[name](self._store, *arguments)

    def _put(self, numbers: np.ndarray) -> list[int]:
        """Copy a row into the module's memory; give its place and its length."""
        there = np.ascontiguousarray(numbers, dtype=np.float64)
        place = self._call("alloc", there.nbytes)
        self._memory.write(self._store, there.tobytes(), place)
        return [place, there.size]


def machine() -> Machine:
    """Give this thread's running copy of the module."""
    if not hasattr(_here, "machine"):
        _here.machine = Machine()
    return _here.machine
