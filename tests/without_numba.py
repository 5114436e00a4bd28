"""Runs a piece of Python as on a computer that has no numba."""

import os
import subprocess
import sys
from pathlib import Path

HIDDEN = """
import sys
sys.modules["numba"] = None
from coprod_sim.compiled import HAVE_NUMBA
assert not HAVE_NUMBA
"""


def printed_without_numba(code: str) -> str:
    """Give what the code prints; any warning is an error. It may import the modules beside this one."""
    here = [str(Path(__file__).parent), *filter(None, sys.path)]
    plain = subprocess.run(
        [sys.executable, "-W", "error", "-c", HIDDEN + code],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(here)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert plain.returncode == 0, plain.stderr
    return plain.stdout.strip()
