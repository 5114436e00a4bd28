"""Reads answers that carry a sign of their scale: per cents, and numbers out of another, such as 7/10."""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from coprod_sim.population.quoting import quote
from coprod_sim.population.reading_numbers import read_numbers

OUT_OF = re.compile(
    r"(\d{1,4}(?:[.,]\d+)?)\s*(?:/|out of|von|allan o)\s*(\d{1,3})", re.ASCII | re.IGNORECASE
)
PER_CENT = "%"
NAN = float("nan")


class Signs(NamedTuple):
    """Whether all answers of a column are per cents, and out of which number all of them are."""

    per_cent: bool = False
    out_of: int | None = None


def signs_of(texts: Sequence[str]) -> Signs:
    """Say which sign all answers of a column carry.

    Args:
        texts: the different answers, without those that are none.

    Returns:
        Nothing where they carry none, or not the same.
    """
    wholes = {out_of(text)[1] for text in texts}
    if len(wholes) == 1 and (whole := wholes.pop()):
        return Signs(out_of=whole)
    signed = [text for text in texts if text.strip().endswith(PER_CENT)]
    numbers = read_numbers(texts)
    return Signs(per_cent=0 < len(signed) == len(texts) and all(0 <= n <= 100 for n in numbers))


def out_of(text: str) -> tuple[float, int]:
    """Part an answer such as "7/10" or "7 out of 10".

    Args:
        text: an answer.

    Returns:
        The number and what it is out of; NaN and 0 where it is no such answer.
    """
    found = OUT_OF.fullmatch(text.strip())
    return (float(found[1].replace(",", ".")), int(found[2])) if found else (NAN, 0)


def mixed_signs(texts: Sequence[str]) -> str:
    """Say that answers carry signs that do not go together.

    Args:
        texts: the different answers, without those that are none.

    Returns:
        A sentence that says what to do; empty where they carry none, or all the same.
    """
    wholes: dict[int, str] = {}
    for text in texts:
        wholes.setdefault(out_of(text)[1], text)
    signed = [text for text in texts if text.strip().endswith(PER_CENT)]
    numbers = zip(texts, read_numbers(texts), strict=True)
    plain = [text for text, number in numbers if not math.isnan(number)]
    if len(wholes) > 1 and any(wholes):
        one, other = [wholes[whole] for whole in sorted(wholes, reverse=True)[:2]]
    elif signed and len(signed) < len(texts) and (bare := [t for t in plain if t not in signed]):
        one, other = signed[0], bare[0]
    else:
        return ""
    return (
        f"{quote(one)} and {quote(other)} are not written on one scale; write all answers in the same way,"
        " without the sign, and give the file again."
    )
