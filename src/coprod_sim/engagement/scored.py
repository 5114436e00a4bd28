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
    """Say how far apart two scores are: "none", "small" or "large"."""
    distance = abs(one - other)
    return "none" if distance < SMALL else "small" if distance < LARGE else "large"
