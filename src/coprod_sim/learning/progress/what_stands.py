"""Says what stays as it was first kept: a bet that stands, a first try, an exercise that is done."""

import re
from typing import Any

UNSET = (None, False, 0, "", "not_tried", "not_yet")
"""What a field holds that does not stand yet."""
STANDS: tuple[tuple[str, str, str], ...] = (
    ("bet/.+", ".+", "question"),
    ("(lesson/.+/predict|exercise/.+/bet)", "answer|sure|seed", "seed"),
    ("(lesson/.+/predict|exercise/.+/bet)", "ran", "ran"),
    ("(lesson/.+/predict|exercise/.+/bet)", "compared", "compared"),
    ("exercise/[^/]+", "seed", "seed"),
    ("exercise/[^/]+", "shown", "shown"),
    ("exercise/[^/]+", "state", "state"),
    ("learnt", "began_with", "began_with"),
    ("learnt", "before", "before"),
    ("learnt", "after", "after"),
    ("recall/.+", ".+", ""),
)
"""Patterns of names of items and of fields, and which field, once set, makes them stand; "" is each."""
COUNTS: tuple[tuple[str, str], ...] = (("exercise/[^/]+", "tries|hints"),)
"""Patterns of the names of items, and of fields that count what was done and never go down."""


def still(name: str, kept: Any, value: Any) -> Any:
    """Give a value for an item in which stands what stands in the kept one.

    Args:
        name: the name of the item.
        kept: what is kept of it.
        value: what would take its place.

    Returns:
        The value, with the fields that stand as they are kept, and with no count lower than the kept one.
    """
    if not (isinstance(kept, dict) and isinstance(value, dict)):
        return value
    for pattern, fields, mark in STANDS:
        if re.fullmatch(pattern, name):
            value = _standing(kept, value, fields, mark)
    counted = [k for pattern, k in COUNTS if re.fullmatch(pattern, name)]
    low = {k: v for k, v in kept.items() if isinstance(v, int) and _one_of(k, counted)}
    return value | {k: max(v, value[k]) for k, v in low.items() if isinstance(value.get(k), int)}


def stands_handed() -> dict[str, Any]:
    """Hand over what stands, for pages that need no Python."""
    return {"stands": STANDS, "unset": UNSET, "counts": COUNTS}


def _standing(kept: dict, value: dict, fields: str, mark: str) -> dict:
    if mark and kept.get(mark) in UNSET:
        return value
    held = {k for k in (*kept, *value) if re.fullmatch(fields, k)}
    if not mark:
        held = {k for k in held if kept.get(k) is not None}
    free = {k: v for k, v in value.items() if k not in held}
    return free | {k: v for k, v in kept.items() if k in held}


def _one_of(field: str, patterns: list[str]) -> bool:
    return any(re.fullmatch(pattern, field) for pattern in patterns)
