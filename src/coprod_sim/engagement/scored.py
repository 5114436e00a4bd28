"""Where people say they stand today: scores of what can be seen, and the engagement they add up to."""

from collections.abc import Mapping
from functools import cache

from coprod_sim.engagement.dials import DIALS
from coprod_sim.engagement.engagement import Engagement, load_engagement

SCORED = tuple(name for name, dial in DIALS.items() if dial.anchors)
"""The dials people can score: those with anchors one can see."""
UNSCORED = "tickbox"
"""Where a dial stands until somebody has scored it."""
SMALL, LARGE = 0.15, 0.4
"""From which distance between two scores on it is called small, and large (assumption)."""
APART = ("none", "small", "large")
STEP = 0.25
"""From one anchor of a dial to the next."""


def scored(
    scores: Mapping[str, float],
    *,
    name: str = "now",
    title: str = "Where we are now",
    summary: str = "Where staff and citizens say you stand.",
) -> Engagement:
    """Make the engagement that scores describe; dials nobody has scored stand where tickbox has them."""
    return _unscored().model_copy(
        update={d: float(scores[d]) for d in SCORED if d in scores}
        | {
            "name": name,
            "title": title,
            "summary": summary,
            "sources": ("scored by the user",),
            "assumed": ("Dials nobody has scored stand where tickbox has them.",),
            "rung": "none",
        }
    )


@cache
def _unscored() -> Engagement:
    return load_engagement(UNSCORED)


def apart(one: float, other: float) -> str:
    """Say how far apart two scores are: one of `APART`."""
    return APART[int(how_far_apart(one, other))]


def how_far_apart(one: float, other: float) -> float:
    """Say how far apart two scores are.

    Args:
        one: from 0 to 1.
        other: from 0 to 1.

    Returns:
        A place in `APART`.
    """
    distance = abs(one - other)
    if distance < SMALL:
        return 0.0
    return 1.0 if distance < LARGE else 2.0
