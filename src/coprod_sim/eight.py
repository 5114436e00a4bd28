"""Eight numbers side by side, one for each run: compiled, they are one vector register.

They know `+` and `*`, also with a single number. In plain Python they are short arrays; `eight_compiled`
says what they are to numba.
"""

from typing import Any

RUNS = 8


def load(numbers: Any, first: Any) -> Any:
    """Take eight numbers out of a row, from one place on."""
    return numbers[first : first + RUNS].copy()


def store(numbers: Any, first: Any, values: Any) -> None:
    """Put eight numbers into a row, from one place on."""
    numbers[first : first + RUNS] = values


WORDS = (load, store)
