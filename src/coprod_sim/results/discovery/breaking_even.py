"""From which chance of a lost challenge on the dearer way of involving people is the cheaper one."""

from dataclasses import dataclass

from coprod_sim.errors import InputError
from coprod_sim.results.comparison import Comparison

ENDS = ("low", "mean", "high")


@dataclass(frozen=True, kw_only=True)
class BreakEven:
    """What two ways cost, with the chance of a lost challenge counted in.

    `base` and `other` give the money of one decision as (low, mean, high) in the case's currency.
    `low` to `high` is the chance at which both cost the same: 0 or less means that the other way is
    cheaper anyhow, above 1 that it never is.
    """

    base_title: str
    other_title: str
    base: tuple[float, float, float]
    other: tuple[float, float, float]
    challenge: float
    left: float
    currency: str

    @property
    def ends(self) -> tuple[float, float]:
        """The chance at which both cost the same: lowest and highest."""
        spared = self.challenge * (1.0 - self.left)
        if spared <= 0:
            return float("inf"), float("inf")
        return (self.other[0] - self.base[2]) / spared, (self.other[2] - self.base[0]) / spared

    def expected(self, chance: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """Give (low, high) of both ways' money at a chance, the cost of challenges counted in."""
        risk = chance * self.challenge
        base, other = self.base, self.other
        return (
            (base[0] + risk, base[2] + risk),
            (other[0] + risk * self.left, other[2] + risk * self.left),
        )


def break_even(
    comparison: Comparison, base: str, other: str, *, challenge: float, left: float = 0.0
) -> BreakEven:
    """Set two ways' costs against the cost of a lost challenge.

    Args:
        comparison: what was compared.
        base: the name of the way with more challenges.
        other: the name of the dearer way.
        challenge: what one lost challenge costs, in the case's currency.
        left: the part of its chance that stays with the other way (0 to 1).

    Returns:
        Both ways' money for one decision, and where they meet.

    Raises:
        InputError: for names that were not compared.
    """
    titles = {e.name: e.title for e in comparison.engagements}
    for name in (base, other):
        if name not in titles:
            raise InputError(f"{name[:60]!r} is not among the ways compared ({', '.join(titles)})")
    return BreakEven(
        base_title=titles[base], other_title=titles[other],
        base=_money(comparison, base), other=_money(comparison, other),
        challenge=challenge, left=left, currency=comparison.scenario.money.currency,
    )  # fmt: skip


def _money(comparison: Comparison, name: str) -> tuple[float, float, float]:
    took_part = comparison.value(name, "took_part")
    people, effort = comparison.population.citizens, comparison.efforts[name]
    low, mean, high = (effort.money(comparison.scenario, took_part[end] * people) for end in ENDS)
    return low, mean, high
