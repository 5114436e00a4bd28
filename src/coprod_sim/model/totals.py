"""The groups in which a run is measured: who belongs to each, how many they are, and their sums."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from coprod_sim.arithmetic import where
from coprod_sim.model.sums import PLACE, SPLITS

GROUPS = ("less_heard", "well_connected", "all")
"""The groups in which every measure is given, in the order of the last axis but one."""
EVERY_GROUP = (*GROUPS, *SPLITS)
"""The groups there are when a run is also split; who belongs to one may change with every decision."""
IN_WORDS = {
    "less_heard": "less-heard people",
    "well_connected": "the well-connected",
    "all": "all people",
    "winners": "those it does not leave worse off",
    "losers": "those it leaves worse off",
    "participants": "those who took part",
    "non_participants": "those who did not take part",
    "low_trust": "the third who trusted least at first",
    "middle_trust": "the middle third",
    "high_trust": "the third who trusted most at first",
}
"""The groups as they are called on screen."""
WHO = {
    "less_heard": "one of the first `less_heard` citizens",
    "well_connected": "all other citizens",
    "all": "every citizen",
    "winners": "merit >= 0",
    "losers": "merit < 0",
    "participants": "part",
    "non_participants": "not part",
    "low_trust": "place in the town's order of surveyed trust, from 0: place * 3 // citizens == 0",
    "middle_trust": "place * 3 // citizens == 1",
    "high_trust": "place * 3 // citizens == 2",
}
"""Who belongs to each group, in the names of `docs/odd.md`; merit and part are those of the same decision."""
NEGLIGIBLE = 1e-12
"""A variance up to this is rounding, where all answer alike [squared]."""


@dataclass(frozen=True, slots=True)
class GroupTotals:
    """The sums of one arm and the number of people behind them, with groups on the last axis.

    `sums` are in the order of `GROUPS` or `EVERY_GROUP`; `best` is the merit of a plan that fits a person
    exactly, under the assumptions of each run.
    """

    sums: np.ndarray
    people: np.ndarray
    best: np.ndarray

    def sum(self, name: str) -> np.ndarray:
        """Give what something adds up to, for each group."""
        return self.sums[..., PLACE[name]]

    def mean(self, name: str) -> np.ndarray:
        """Give the mean of something per person, for each group; nan where there is nobody."""
        return share_in(self.sum(name), self.people)

    def ratio(self, name: str, of: str) -> np.ndarray:
        """Give the share of one sum in another; nan where the second is empty."""
        return share_in(self.sum(name), self.sum(of))

    def variance(self, name: str, squared: str) -> np.ndarray:
        """Give how far something varies between people, from its sum and that of its squares."""
        return variance_from(self.mean(name), self.mean(squared))

    def only(self, group: str) -> "GroupTotals":
        """Give what belongs to one of `GROUPS`, without the axis of groups."""
        place = GROUPS.index(group)
        return GroupTotals(self.sums[..., place, :], self.people[..., place], self.best[..., 0])

    def of_all(self, values: np.ndarray) -> np.ndarray:
        """Put what is said of the whole public alone in its place; nan for every other group."""
        out = np.full(self.sums.shape[:-1], np.nan)
        out[..., GROUPS.index("all")] = values
        return out


def totals_of(sums: np.ndarray, sizes: tuple[int, int], best: float | np.ndarray) -> GroupTotals:
    """Add the whole public to the two groups' sums.

    Args:
        sums: ... x 2 groups x sums, or with splits as in `split_sums`.
        sizes: people in both groups.
        best: the merit of a plan that fits a person exactly; a number, or one for each run, in a shape
            that fits the sums' axes but the last two.

    Returns:
        The sums with `GROUPS`, or where they are split with `EVERY_GROUP`.
    """
    whole = sums[..., :2, :].sum(axis=-2, keepdims=True)
    every = np.concatenate([sums[..., :2, :], whole, sums[..., 2:, :]], axis=-2)
    best = np.asarray(best, dtype=np.float64)[..., None]
    if sums.shape[-2] == 2:
        return GroupTotals(every, np.array([*sizes, sum(sizes)], dtype=np.float64), best)
    return GroupTotals(every[..., :-1], every[..., -1], best)


def share_in(top: Any, bottom: Any) -> Any:
    """Divide one number by another; nan where the second is 0.

    Args:
        top: what is shared; a number or an array.
        bottom: among what, not below 0.

    Returns:
        The share.
    """
    return top / where(bottom > 0.0, bottom, np.nan)


def variance_from(mean: Any, mean_of_squares: Any) -> Any:
    """Give how far something varies between people; what is mere rounding counts as 0.

    Args:
        mean: its mean; a number or an array.
        mean_of_squares: the mean of its squares.

    Returns:
        The variance.
    """
    found = mean_of_squares - mean * mean
    return where(found <= NEGLIGIBLE, 0.0, found)
