"""How a result shows itself where Python prints it: in two lines at most."""

from dataclasses import fields
from typing import Any

import numpy as np
import pandas as pd

from coprod_sim.display import ShowsItself
from coprod_sim.library_files import FileValue

LONGEST, MOST = 60, 6
"""The longest text of one part [characters], and the most values that are written out [values]."""


class InShort(ShowsItself):
    """A result that prints its parts in short; a dataclass of this kind is declared with `repr=False`.

    Those that people ask for most say in two lines of their own what they found.
    """

    def _in_short(self) -> str:
        parts = (f"{f.name}={short(getattr(self, f.name))}" for f in fields(self))  # pyright: ignore[reportArgumentType] - a dataclass
        return f"{type(self).__name__}({', '.join(parts)})"


def short(value: Any) -> str:
    """Say what a part is, in as many words as a line can bear.

    Args:
        value: a part of a result.

    Returns:
        The part itself where it is short, or its kind and size.
    """
    if isinstance(value, pd.DataFrame | pd.Series):
        return f"<table of {len(value)} rows>"
    if isinstance(value, np.ndarray):
        return f"<array of {' x '.join(map(str, value.shape))}>"
    if isinstance(value, FileValue):
        return repr(getattr(value, "name", "") or type(value).__name__)
    if isinstance(value, tuple | list) and 0 < len(value) <= MOST:
        return f"({', '.join(map(short, value))})"
    if isinstance(value, tuple | list | dict) and value:
        return f"<{len(value)} values>"
    text = f"{value:.4g}" if isinstance(value, float) else repr(value)
    return text if len(text) <= LONGEST else f"<{type(value).__name__}>"
