"""Write the object file: a process of its own, because numba settles on a processor when it is first used."""

import sys
from pathlib import Path

from coprod_sim.engine.making.emit import emit

emit(Path(sys.argv[1]))
