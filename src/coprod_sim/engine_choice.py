"""Reads which way of playing somebody insists on; mostly nobody does, and whatever is ready first plays."""

import os

from coprod_sim.errors import InputError, did_you_mean

WAYS = ("compiled", "module", "arrays")


def engine_choice() -> str:
    """Say which way of playing COPROD_SIM_ENGINE asks for.

    Returns:
        compiled, waiting where that takes long; module, which is WebAssembly; arrays, which is NumPy; or
        nothing, where it leaves that to us. All give the same numbers.

    Raises:
        InputError: when it asks for something else.
    """
    asked = os.environ.get("COPROD_SIM_ENGINE", "")
    if asked and asked not in WAYS:
        raise InputError(
            f"COPROD_SIM_ENGINE is {asked!r}{did_you_mean(asked, WAYS)}; "
            f"it must be one of {', '.join(WAYS)}, or not set"
        )
    return asked
