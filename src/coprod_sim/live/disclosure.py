"""Nobody can be picked out of what is shown: small counts are suppressed, with what would give them away.

Source: primary and secondary suppression as in Hundepool et al. (2012), Statistical Disclosure Control,
doi 10.1002/9781118348239. Five is the usual floor of official statistics; Pol.is waits for seven.
"""

from collections.abc import Sequence
from typing import Literal

MINIMUM = 5
"""The fewest people a number on screen may stand for, unless the group has agreed to fewer [people]."""
Floor = Literal[5, 3, 1]
"""What a group may agree to; 1 hides nothing [people]."""


def suppressed(
    counts: Sequence[int], *, one_each: bool = True, floor: Floor = MINIMUM
) -> list[int | None]:
    """Hide counts from 1 to below the floor, and further ones until no hidden count can be worked out.

    Whoever sees the result knows this rule, and with `one_each` also the total. So a hidden count has to
    be able to take other values: the next larger counts are hidden along, alike ones together, until
    that is so.

    Args:
        counts: how many people stand behind each option [people].
        one_each: whether everybody is counted once, so that the counts add up to the total shown.
        floor: the fewest people a count may stand for [people].

    Returns:
        The counts in their order, with None for hidden ones.
    """
    hidden = {place for place, count in enumerate(counts) if 0 < count < floor}
    if one_each:
        for level in sorted({count for count in counts if count >= floor}):
            if not _told(counts, hidden, floor):
                break
            hidden |= {place for place, count in enumerate(counts) if count == level}
        if _told(counts, hidden, floor):
            hidden = set(range(len(counts)))
    return [None if place in hidden else count for place, count in enumerate(counts)]


def _told(counts: Sequence[int], hidden: set[int], floor: Floor) -> bool:
    """Say whether the sum of the hidden counts, which is known, tells too much about one of them."""
    if not hidden:
        return False
    total, places = sum(counts[place] for place in hidden), len(hidden)
    nearly_one_each, as_large_as_can_be = total <= places + 1, total == (floor - 1) * places
    return total < floor or nearly_one_each or as_large_as_can_be
