"""What a finding is made of: how it is read off the model, and which rule it hangs on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coprod_sim.assumptions import Assumptions

Statistic = Callable[[Assumptions, int, int], float]
"""Reads one summary statistic off the model: assumptions, number of runs and seed in, a number out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding of `findings.csv`.

    Attributes:
        read: reads it off the model.
        off: assumptions that switch the rule behind it off, or bring in one that ends it: with these it
            leaves its band. Empty where there is nothing to switch off.
        why: why it then has to vanish, or why there is nothing to switch off.
    """

    read: Statistic
    off: Mapping[str, float] = field(default_factory=dict)
    why: str


UNTAUGHT = {"openness_teaches": 0.0, "session_teaches": 0.0, "feedback_teaches": 0.0}
"""Switches off all that people learn."""
