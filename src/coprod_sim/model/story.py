"""Tells one citizen's story so far: the numbers it is made of, and the words around them."""

from typing import Any, NamedTuple

from coprod_sim.words import ENGLISH, words_in

FAIRLY = 0.495
"""Above this, felt fairness is 0.50 or more once it is written down [0 to 1]."""


class Story(NamedTuple):
    """What a story is made of; the last plan's worth and fairness, and trust at first and now."""

    decisions: float
    heard: float
    came: float
    merit: float
    better_off: float
    fairness: float
    fairly: float
    accepted: float
    trust_before: float
    trust: float


def story_from(
    decisions: float, heard: float, came: float, merit: float, fairness: float, accepted: float,
    trust_before: float, trust: float,
) -> Any:  # fmt: skip
    """Put a story together, and decide what is said of the plan and of how people felt treated.

    Gives a `Story`; counts are over all decisions so far, what follows is of the last one.
    """
    better_off, fairly = 1.0 if merit > 0.0 else 0.0, 1.0 if fairness > FAIRLY else 0.0
    return Story(
        decisions, heard, came, merit, better_off, fairness, fairly, accepted, trust_before, trust
    )


def in_words(number: int, group: str, told: Story) -> str:
    """Tell a story in two to four sentences."""
    t = words_in(ENGLISH)
    before, now = f"{told.trust_before:.2f}", f"{told.trust:.2f}"
    who = t("story-who", number=str(number), group=group)
    if told.decisions == 0.0:
        return t("story-start", who=who, trust=before)
    moved = "stayed" if before == now else "rose" if told.trust > told.trust_before else "fell"
    verdict = t(
        "story-verdict", better_off=told.better_off, merit=f"{told.merit:z.2f}", fairly=told.fairly,
        fairness=f"{told.fairness:.2f}", accepted=told.accepted,
    )  # fmt: skip
    came = t("story-came", decisions=told.decisions, heard=told.heard, came=told.came)
    trusting = t("story-trust", moved=moved, before=before, now=now)
    return t("story-so_far", who=who, came=came, verdict=verdict, trusting=trusting)
