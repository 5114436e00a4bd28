"""Reads numbers as people write them, with decimal points or decimal commas."""

import re
from collections.abc import Sequence

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
WITH_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
PERHAPS_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
NAN = float("nan")


def read_numbers(texts: Sequence[str]) -> list[float]:
    """Read the texts of one column as numbers.

    A comma is a decimal comma where no text has a decimal point and at least one cannot be
    thousands, such as ``0,6877``; ``1,234`` alone could be either and is no number.

    Args:
        texts: the different texts of a column.

    Returns:
        A number for each, NaN where it is none.
    """
    plain = [text.replace("\N{MINUS SIGN}", "-").strip() for text in texts]
    commas = [text for text in plain if WITH_COMMA.fullmatch(text)]
    points = any("." in text and is_number(text) for text in plain)
    if not points and any(not PERHAPS_THOUSANDS.fullmatch(text) for text in commas):
        plain = [t.replace(",", ".") if WITH_COMMA.fullmatch(t) else t for t in plain]
    return [float(text) if is_number(text) else NAN for text in plain]


def is_number(text: str) -> bool:
    """Say whether a text is a number such as ``7``, ``7.5`` or ``1e2``.

    Args:
        text: what a cell holds.

    Returns:
        Whether it is one, without a decimal comma.
    """
    return NUMBER.fullmatch(text.strip()) is not None
