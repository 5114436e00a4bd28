"""The groups in which a run is measured: who belongs to each, how many they are, and their sums."""

from dataclasses import dataclass

import numpy as np

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

    def mean(self, name: str) -> np.ndarray:
        """Give the mean of something per person, for each group; nan where there is nobody."""
        return share_in(self.sums[..., PLACE[name]], self.people)

    def ratio(self, name: str, of: str) -> np.ndarray:
        """Give the share of one sum in another; nan where the second is empty."""
        return share_in(self.sums[..., PLACE[name]], self.sums[..., PLACE[of]])

    def variance(self, name: str, squared: str) -> np.ndarray:
        """Give how far something varies between people, from its sum and that of its squares."""
        mean = self.mean(name)
        found = self.mean(squared) - mean * mean
        return np.where(found <= NEGLIGIBLE, 0.0, found)


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


def share_in(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    """Divide one number by another; nan where the second is 0.

    Args:
        top: what is shared.
        bottom: among what, not below 0.

    Returns:
        The share, in the shape of `top`.
    """
    return np.divide(top, bottom, out=np.full_like(top, np.nan), where=bottom > 0)
