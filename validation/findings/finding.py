"""What a finding is made of: how it is read off the model, on which exercise, and which rule it hangs on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from coprod_sim.assumptions import Assumptions
from coprod_sim.engagement import Engagement, load_engagement

Statistic = Callable[[Assumptions, int, int], float]
"""Reads one summary statistic off the model: assumptions, number of runs and seed in, a number out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """What a study did, where that is not a way of the library.

    Attributes:
        like: the way of the library that is nearest.
        dials: where its dials stand instead.
        because: what the study, as far as it was read, says of its exercise.
    """

    like: str
    dials: Mapping[str, float]
    because: str

    @property
    def engagement(self) -> Engagement:
        """The exercise as the rules read it."""
        return load_engagement(self.like).but(dict(self.dials))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of `findings.csv`.

    Attributes:
        read: reads it off the model.
        off: assumptions that switch the rule behind it off, or bring in one that ends it: with these it
            leaves its band. Empty where there is nothing to switch off.
        why: why it then has to vanish, or why there is nothing to switch off.
        exercise: what the study did, where that is not a way of the library.
        alike: where it sets an exercise beside none, whether `read` tells both alike, as the study did.
        other: where it sets an exercise beside none, the same by the other comparison.
    """

    read: Statistic
    off: Mapping[str, float] = field(default_factory=dict)
    why: str
    exercise: Exercise | None = None
    alike: bool = False
    other: Statistic | None = None


def beside_none(
    read: Callable[..., float], *, alike: bool, why: str,
    off: Mapping[str, float], exercise: Exercise | None = None,
) -> Finding:  # fmt: skip
    """Make a finding that sets an exercise beside a decision in which nobody is asked.

    Args:
        read: reads it; its keyword `alike` says whether that decision is told as openly as the exercise.
        alike: whether the study told both alike.
        why: as in `Finding`.
        off: as in `Finding`.
        exercise: as in `Finding`.

    Returns:
        The finding, which knows the other comparison too.
    """
    return Finding(
        read=partial(read, alike=alike), other=partial(read, alike=not alike), alike=alike,
        off=off, why=why, exercise=exercise,
    )  # fmt: skip


UNTAUGHT = {"openness_teaches": 0.0, "session_teaches": 0.0, "feedback_teaches": 0.0}
"""Switches off all that people learn."""
