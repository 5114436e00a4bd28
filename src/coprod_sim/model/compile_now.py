"""Compiles the model, unless another process does: `python -m coprod_sim.model.compile_now FILE`.

Whoever holds the lock of the file compiles; so it is taken before anything large is loaded.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

from coprod_sim.file_lock import locked


def main(place: Path) -> None:
    """Play a little at the lowest priority: the first play compiles, and keeps what it has made."""
    try:
        with locked(place, patience=0.0):
            if hasattr(os, "nice"):
                os.nice(10)
            import_module("coprod_sim.model.hamlet").play()
    except OSError:
        return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
