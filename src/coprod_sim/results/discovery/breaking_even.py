"""From which chance of a lost challenge on the dearer way of involving people is the cheaper one."""

from dataclasses import dataclass

import numpy as np

from coprod_sim.errors import InputError
from coprod_sim.model.measures import MEASURES
from coprod_sim.quantities import number_between
from coprod_sim.results.comparison import Comparison
from coprod_sim.results.deciding import EVENS, when_cheaper
from coprod_sim.results.in_short import InShort
from coprod_sim.results.own_figures import is_exact, taking_part
from coprod_sim.results.ranges import ends_of
from coprod_sim.taking import takes_what_it_says

ENDS = ("low", "mean", "high")


@dataclass(frozen=True, kw_only=True, repr=False)
class BreakEven(InShort):
    """What two ways cost, with the chance of a lost challenge counted in.

    `base` and `other` give the money of one decision as (low, mean, high) in the case's currency, not
    rounded; `exact` says of either whether it follows from what was entered alone. `apart` says how much
    dearer the other is, run by run in the same towns. `ends` is the chance at which both cost the same: 0 or
    less means that the other way is cheaper anyhow, above 1 that it never is. `left` and `base_left` are the
    parts of the chance that stay with either. `over` says what low and high are over.
    """

    base_title: str
    other_title: str
    base: tuple[float, float, float]
    other: tuple[float, float, float]
    apart: tuple[float, float, float]
    challenge: float
    left: float
    currency: str
    over: str
    base_left: float = 1.0
    exact: tuple[bool, bool] = (False, False)

    def _in_short(self) -> str:
        """Say what both cost, and at which chance they cost the same."""
        costs = ((self.base_title, self.base), (self.other_title, self.other))
        said = (
            f"{title} {mean:,.0f} ({low:,.0f} to {high:,.0f})" for title, (low, mean, high) in costs
        )
        least, most = self.ends
        return (
            f"BreakEven in {self.currency} for one decision: {', '.join(said)}\n"
            f"  the same cost at a chance of a lost challenge of {least:.2f} to {most:.2f} ({self.over})"
        )

    @property
    def ends(self) -> tuple[float, float]:
        """The chance at which both cost the same: lowest and highest."""
        low, _, high = self.apart
        given = self.challenge, self.left, self.base_left
        least, most = sorted((meeting_chance(low, *given), meeting_chance(high, *given)))
        return least, most

    @property
    def when(self) -> str:
        """When the other way is the cheaper one: `never`, `anyhow`, `once` or `below` a chance, or `open`."""
        low, _, high = self.apart
        spared = self.challenge * (self.base_left - self.left)
        if spared > 0.0:
            return EVENS[int(when_cheaper(*self.ends))]
        if low > 0.0:
            return "never"
        if high <= spared:
            return "anyhow"
        return "below" if spared < 0.0 else "open"

    def expected(self, chance: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """Give (low, high) of both ways' money at a chance, the cost of challenges counted in."""
        return (
            self._with_risk(self.base, chance, self.base_left),
            self._with_risk(self.other, chance, self.left),
        )

    def _with_risk(
        self, money: tuple[float, float, float], chance: float, left: float
    ) -> tuple[float, float]:
        low, _, high = money
        given = (chance, self.challenge, left)
        return money_with_risk(low, *given), money_with_risk(high, *given)


def meeting_chance(dearer: float, challenge: float, left: float, base_left: float = 1.0) -> float:
    """Give the chance of a challenge at which two ways cost the same.

    Args:
        dearer: how much more the other way costs.
        challenge: what one lost challenge costs.
        left: the part of its chance that stays with the other way (0 to 1).
        base_left: the part of it that stays with the base (0 to 1).

    Returns:
        The chance; infinite where the same part stays with both.
    """
    spared = challenge * (base_left - left)
    return dearer / spared if spared else np.inf


def money_with_risk(money: float, chance: float, challenge: float, left: float) -> float:
    """Count the cost of challenges in.

    Args:
        money: what a way costs.
        chance: the chance of a lost challenge without it.
        challenge: what one lost challenge costs.
        left: the part of the chance that stays with this way (0 to 1).

    Returns:
        Money to be expected.
    """
    return money + chance * challenge * left


@takes_what_it_says
def break_even(
    comparison: Comparison, base: str, other: str, *, challenge: float, left: float = 0.0,
    base_left: float = 1.0,
) -> BreakEven:  # fmt: skip
    """Set two ways' costs against the cost of a lost challenge.

    Args:
        comparison: what was compared.
        base: the name of the way with more challenges.
        other: the name of the dearer way.
        challenge: what one lost challenge costs, in the case's currency.
        left: the part of its chance that stays with the other way (0 to 1).
        base_left: the part of it that stays with the base (0 to 1).

    Returns:
        Both ways' money for one decision, and where they meet.

    Raises:
        InputError: for names that were not compared, a cost below 0 and a part that is none.
    """
    challenge = number_between("challenge", challenge, 0.0, np.inf)
    left = number_between("left", left, 0.0, 1.0)
    base_left = number_between("base_left", base_left, 0.0, 1.0)
    titles = {e.name: e.title for e in comparison.engagements}
    for name in (base, other):
        if name not in titles:
            raise InputError(f"{name[:60]!r} is not among the ways compared ({', '.join(titles)})")
    return BreakEven(
        base_title=titles[base], other_title=titles[other],
        base=_money(comparison, base), other=_money(comparison, other),
        apart=_apart(comparison, base, other), challenge=challenge, left=left,
        currency=comparison.scenario.money.currency, over=comparison.over, base_left=base_left,
        exact=(is_exact(comparison, base), is_exact(comparison, other)),
    )  # fmt: skip


def _money(comparison: Comparison, name: str) -> tuple[float, float, float]:
    took_part = comparison.value(name, "took_part")
    low, mean, high = (
        comparison.money(name, taking_part(comparison, name, took_part[end])) for end in ENDS
    )
    return low, mean, high


def _apart(comparison: Comparison, base: str, other: str) -> tuple[float, float, float]:
    """Give how much dearer the other way is: in every run both meet the same town and the same luck."""
    runs = comparison.measured
    place = runs.groups.index("all"), list(MEASURES).index("took_part")
    theirs, ours = (
        [comparison.money(name, people) for people in _came(comparison, name, place).tolist()]
        for name in (base, other)
    )
    return ends_of(runs, np.array(ours) - np.array(theirs))


def _came(comparison: Comparison, name: str, place: tuple[int, int]) -> np.ndarray:
    """Count who takes part in each run, in the last decision."""
    runs = comparison.measured
    shares = runs.numbers[runs.engagements.index(name), :, -1, *place]
    return taking_part(comparison, name, shares)
