"""Plays the model through WebAssembly: the compiled functions made for any machine, ready at once.

The module is made from the functions that `coprod_sim.engine` offers, and gives the same bits as they do.
`coprod-sim rebuild web` makes it anew.
"""

from coprod_sim.wasm.instance import Machine, is_usable, machine, plays
from coprod_sim.wasm.made_from import HOW_TO_RENEW, is_current, text_hash

__all__ = ["HOW_TO_RENEW", "Machine", "is_current", "is_usable", "machine", "plays", "text_hash"]
