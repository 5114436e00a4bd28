"""Compiles the model beside what people do, in one process on the computer, so that nobody waits for it."""

import os
import subprocess
import sys
import time
from importlib import resources
from pathlib import Path

from coprod_sim.compiled import HAVE_NUMBA, lasting_folder
from coprod_sim.file_lock import locked

BEGIN_AGAIN = 60.0
"""After how long a process that has ended too early is begun again [seconds]."""
BEGUN: list[tuple[float, subprocess.Popen[bytes]]] = []
"""The process this one has begun last, and when, if it has begun one."""


def compile_later() -> None:
    """Begin to compile, unless it is under way here or elsewhere, or there is nowhere to keep it."""
    folder = lasting_folder() if HAVE_NUMBA and sys.executable else None
    if folder is None:
        return
    place = folder / "compiling"
    if BEGUN and (BEGUN[-1][1].poll() is None or time.monotonic() < BEGUN[-1][0] + BEGIN_AGAIN):
        return
    try:
        with locked(place, patience=0.0):
            pass
        BEGUN[:] = [(time.monotonic(), _process(place))]
    except OSError:  # another process compiles, or none can be made: the module plays on
        return


def _process(place: Path) -> subprocess.Popen[bytes]:
    """Begin a process that outlives this one, and whoever stops it: its work is of use to the next."""
    package = str(Path(str(resources.files("coprod_sim"))).parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    told = {"COPROD_SIM_ENGINE": "compiled", "PYTHONPATH": os.pathsep.join(paths)}
    command = [sys.executable, "-m", "coprod_sim.model.compile_now", str(place)]
    nothing = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603
        command, env=os.environ | told, stdin=nothing, stdout=nothing, stderr=nothing,
        start_new_session=True, creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
    )  # fmt: skip
