"""Says whether the module that ships was made from the code as it is now."""

from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path

from coprod_sim.code_text import deciding_text, files_behind

FOLDER = Path(str(resources.files("coprod_sim.wasm")))
MODULE, MADE_WITH = FOLDER / "model.wasm", FOLDER / "model.wasm.made_with"
PLAYED, BESIDE = "engine/town.py", {"errors.py", "quantities.py", "own_places.py", "files.py"}
"""What plays; and what it imports to speak to people and to keep files, which decides no number."""
HOW_TO_RENEW = (
    "The WebAssembly module was made from other code than this: 'coprod-sim rebuild web' makes it anew "
    "(one or two minutes; needs the extra 'web')."
)


@cache
def text_hash(*more: str) -> str:
    """Give a short text that changes with what decides the numbers of a play.

    Args:
        more: further files below `coprod_sim`, with what else the module holds.

    Returns:
        16 hexadecimal digits; comments, docstrings and layout do not change them.
    """
    text = deciding_text(tuple(sorted({*files_behind(PLAYED), *more} - BESIDE)))
    return sha256(text.encode()).hexdigest()[:16]


@cache
def is_current() -> bool:
    """Say whether there is a module whose plays are those of the code as it is now."""
    there = MODULE.exists() and MADE_WITH.exists()
    return there and MADE_WITH.read_text(encoding="utf-8").split()[:1] == [text_hash()]
