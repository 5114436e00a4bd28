"""Turns names and numbers from a user's file into safe, short pieces of a sentence."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from coprod_sim.errors import did_you_mean

LONGEST_QUOTE = 60
MOST_LISTED = 20


def quote(value: object) -> str:
    """Quote something from the user's file on one line, in at most 60 characters.

    Args:
        value: a name, a text or a number.

    Returns:
        One line of at most 60 characters.
    """
    quoted = repr(value)
    return quoted if len(quoted) <= LONGEST_QUOTE else quoted[: LONGEST_QUOTE - 4] + "...'"


def listing(values: Sequence[object]) -> str:
    """List quoted values with commas: the first 20, then how many more there are.

    Args:
        values: names, texts or numbers.

    Returns:
        One line.
    """
    shown = ", ".join(quote(value) for value in values[:MOST_LISTED])
    more = len(values) - MOST_LISTED
    return f"{shown} and {more:,} more" if more > 0 else shown


def count(number: int, noun: str) -> str:
    """Write a number with its noun, such as ``1 row`` or ``1,200 rows``.

    Args:
        number: how many.
        noun: of what, for one of them.

    Returns:
        A number and a noun.
    """
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def hint(word: str, allowed: Iterable[str]) -> str:
    """End a sentence with the nearest spelling, or with a full stop when none is near.

    Args:
        word: what was written.
        allowed: what may be written.

    Returns:
        The end of a sentence.
    """
    return did_you_mean(word, allowed) or "."


def file_name(path: Path) -> str:
    """Name a file for the start of a sentence, on one line and in at most 60 characters.

    Args:
        path: a file.

    Returns:
        Its name, without its folders.
    """
    return quote(path.name)[1:-1]
